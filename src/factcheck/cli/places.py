"""Which claims and settings a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.desk.settings import Settings


def claim_paths(named: Sequence[Path] | None, settings: Settings) -> list[Path]:
    """The files and folders of the claim base: those named, else those settled, else the folder `claims`.

    Raises FactcheckError for one that does not exist.
    """
    from factcheck.desk.settings import DEFAULT_CLAIMS
    from factcheck.errors import FactcheckError
    from factcheck.phrases import Phrase

    paths = list(named or settings.claims) or [Path(DEFAULT_CLAIMS)]
    for path in paths:
        if path.exists():
            continue
        if not named and not settings.claims:
            raise FactcheckError(
                Phrase(
                    "there is no folder {path} here: name the files of your claims, or set `claims` in {file}",
                    path=f"{DEFAULT_CLAIMS}/",
                    file="factcheck.toml",
                )
            )
        raise FactcheckError(Phrase("no such file or folder: {path}", path=str(path)))
    return paths


def gate_claims(named: Sequence[Path] | None, settings: Settings, *, wanted: bool) -> list[Path]:
    """The claim base that drafts are held against: as `claim_paths`, and empty where none is wanted or there is none.

    Raises FactcheckError for one that was named or settled and does not exist.
    """
    from factcheck.desk.settings import DEFAULT_CLAIMS

    if not wanted:
        return []
    if named or settings.claims:
        return claim_paths(named, settings)
    default = Path(DEFAULT_CLAIMS)
    has_claims = default.is_dir() and any(path.suffix in (".yaml", ".yml") for path in default.rglob("*"))
    return [default] if has_claims else []
