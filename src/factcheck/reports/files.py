"""Reports into files: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase


def write_whole(path: Path, text: str) -> None:
    """Writes the text to a new file beside `path`, then puts it in its place; UTF-8, line ends as given.

    A reader never sees a half-written report, and a failed write leaves the old one. What is no ordinary file
    (a pipe, /dev/stdout) is written to directly. Raises FactcheckError where it cannot be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _put_in_place(path.resolve(), text)  # a link stays a link
    except OSError as error:
        raise _unwritable(path, error) from error


def size_of(path: Path) -> int:
    """How many bytes the file has; 0 where there is none to be seen."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def append(path: Path, text: str) -> None:
    """Adds the text to what the file has, and makes the file where there is none; raises FactcheckError."""
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FactcheckError:
    return FactcheckError(Phrase("cannot write {path}: {reason}", path=str(path), reason=error.strerror or str(error)))


def _put_in_place(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        unfinished.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
