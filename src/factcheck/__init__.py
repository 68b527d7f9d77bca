"""A spell-checker for the figures in the news.

    import factcheck

    factcheck.read("26,2 milliards de dirhams, soit 2,8 milliards de dollars", lang="fr")   # its figures
    base = factcheck.load_claims(["claims"])                                                # a claim base
    factcheck.run(["claims"]).summary                                                       # its rules, judged
    factcheck.check_claim("les exportations ont atteint 26 milliards", claims=base).reason   # a sentence, looked up
    factcheck.check_text("un tiers des 270 000 emplois, soit 80 000", claims=base).failing  # a draft, held against it

Everything is imported where it is first used, so that `import factcheck` itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.claims.load import load as load_claims
    from factcheck.desk.check import check_text
    from factcheck.desk.claim import check_claim
    from factcheck.desk.read import read_files
    from factcheck.desk.run import run
    from factcheck.errors import FactcheckError, InputError
    from factcheck.figures.figure import Figure
    from factcheck.reading import read

_HOMES: Final = {
    "Figure": ("factcheck.figures.figure", "Figure"),
    "FactcheckError": ("factcheck.errors", "FactcheckError"),
    "InputError": ("factcheck.errors", "InputError"),
    "check_claim": ("factcheck.desk.claim", "check_claim"),
    "check_text": ("factcheck.desk.check", "check_text"),
    "load_claims": ("factcheck.claims.load", "load"),
    "read": ("factcheck.reading", "read"),
    "read_files": ("factcheck.desk.read", "read_files"),
    "run": ("factcheck.desk.run", "run"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])


__all__ = [
    "FactcheckError",
    "Figure",
    "InputError",
    "__version__",
    "check_claim",
    "check_text",
    "load_claims",
    "read",
    "read_files",
    "run",
]
