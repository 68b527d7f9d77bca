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
    unfinished = None
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
            return
        target = path.resolve()  # a link stays a link
        handle, unfinished = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(unfinished).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(unfinished).replace(target)
    except OSError as error:
        if unfinished is not None:
            Path(unfinished).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise FactcheckError(Phrase("cannot write {path}: {reason}", path=str(path), reason=reason)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
