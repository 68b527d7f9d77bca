"""`factcheck init`: a working start in a folder, out of templates; what is there is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.desk.settings import DEFAULT_CLAIMS, OWN_FILE, SHARED_FILE, find_settings
from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase
from factcheck.version import __version__

_TEMPLATES: Final = Path(__file__).parent / "templates"
_VERSION: Final = "{version}"
_CLAIMS: Final = f"{DEFAULT_CLAIMS}/example.yaml"
_WORKFLOW: Final = ".github/workflows/factcheck.yml"
_FILES: Final = (
    (_CLAIMS, "claims.yaml", Phrase("a source, two claims, a rule with tests")),
    (OWN_FILE, "settings.toml", Phrase("the settings")),
    (_WORKFLOW, "workflow.yml", Phrase("what GitHub is to run")),
)


class File(Struct, frozen=True):
    """A file of the start: its name in the folder, what it is, and whether it was written.

    `instead` is what was there and serves for it, where that is another file.
    """

    name: str
    what: Phrase
    is_written: bool
    instead: str | None = None


def init(folder: Path, lang: str) -> Iterator[File]:
    """Writes the files of a start into a folder, one after the other, each whole or not at all.

    `lang` is "fr" or "en", the language of what they say. A file that is there is kept, and so are claims or settings
    that serve for one. Raises FactcheckError where the folder or a file cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise FactcheckError(Phrase("{path} is a file: name a folder to begin in", path=str(folder)))
    serving = {name: _instead(folder, name) for name, *_ in _FILES}
    for name, template, what in _FILES:
        path, instead = folder / name, serving[name]
        if instead is not None:
            yield File(name, what, False, instead)
            continue
        text = (_TEMPLATES / lang / template).read_text(encoding="utf-8").replace(_VERSION, __version__)
        yield File(name, what, _written(path, text))


def _instead(folder: Path, name: str) -> str | None:
    """What serves for a file that is not there: claims of the newsroom's own, its settings."""
    if (folder / name).exists():
        return None
    if name == _CLAIMS:
        claims = folder / DEFAULT_CLAIMS
        found = (
            sorted(path for path in claims.rglob("*") if path.suffix in (".yaml", ".yml")) if claims.is_dir() else []
        )
        return found[0].relative_to(folder).as_posix() if found else None
    if name == OWN_FILE and (folder / SHARED_FILE).is_file():
        settled = find_settings(folder).path
        return SHARED_FILE if settled is not None and settled.resolve() == (folder / SHARED_FILE).resolve() else None
    return None


def _written(path: Path, text: str) -> bool:
    """Whether the file was made; False where something of that name is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        if path.parent.is_dir():
            return False
        raise _unwritable(path, "File exists") from None
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error
    return True


def _unwritable(path: Path, reason: str) -> FactcheckError:
    return FactcheckError(Phrase("cannot write {path}: {reason}", path=str(path), reason=reason))
