"""What runs keep for the next one, in the user's cache folder: never needed, never trusted, and gone without harm.

A file begins with a digest of the rest, so that one that is cut short or altered is no file at all; it is written
beside its place and then put there, so that two processes never see half of each other's. What it was made with
(version, code, data) is part of its name. FACTCHECK_CACHE names another folder, or turns it off with "off".
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from factcheck.version import __version__

SETTING: Final = "FACTCHECK_CACHE"
_OFF: Final = ("off", "0", "no", "false")
_DIGEST_SIZE: Final = 16
_ENDING: Final = ".factcheck-cache"
_MOST_FILES: Final = 32
_MADE_BY: Final = ("figures", "reading", "relations", "kinds", "claims", "desk")
_PACKAGE: Final = Path(__file__).parents[1]


def digest(*parts: bytes | memoryview) -> bytes:
    """A digest of these bytes, one after the other, and of where each ends."""
    found = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def folder() -> Path | None:
    """The folder of the cache, which need not be there; None where the cache is turned off."""
    asked = os.environ.get(SETTING, "")
    if asked.lower() in _OFF:
        return None
    if asked:
        return Path(asked)
    home = os.environ.get("XDG_CACHE_HOME") if sys.platform != "win32" else os.environ.get("LOCALAPPDATA")
    if home:
        return Path(home, "factcheck")
    with suppress(RuntimeError):  # there is no home
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "factcheck"
    return None


class Kept:
    """One file of the cache, named after what it depends on beside what is read from it."""

    def __init__(self, *names: str) -> None:
        place = folder()
        key = digest(*(name.encode("utf-8", "surrogateescape") for name in (*names, *_made_with())))
        self._path = None if place is None else place / f"{key.hex()}{_ENDING}"

    @classmethod
    def of_claims(cls, paths: Sequence[Path | str], rates: Sequence[Path]) -> Kept:
        """The file for the claim base of these files and folders, judged with these exchange rates."""
        stamps = (f"{path} {digest(path.read_bytes()).hex()}" for path in rates)
        return cls("claims", str(Path.cwd()), *map(str, paths), *stamps)

    def read(self) -> memoryview | None:
        """What was kept; None where that is nothing, or no longer what was written."""
        if self._path is None:
            return None
        try:
            data = memoryview(self._path.read_bytes())
        except OSError:
            return None
        checked, content = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
        return content if digest(content) == checked else None

    def write(self, content: bytes) -> None:
        """Keeps the content; where that cannot be done, it is made again the next time."""
        if self._path is None:
            return
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", suffix=_ENDING, dir=self._path.parent)
            unfinished = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(digest(content))
                    file.write(content)
                unfinished.replace(self._path)
            finally:
                unfinished.unlink(missing_ok=True)
            _prune(self._path.parent)


def _prune(place: Path) -> None:
    """Removes what was written longest ago, of more files than are worth keeping."""
    files = [path for path in place.iterdir() if path.name.endswith(_ENDING)]
    if len(files) > _MOST_FILES:
        for path in sorted(files, key=lambda each: each.stat().st_mtime)[:-_MOST_FILES]:
            path.unlink(missing_ok=True)


def _made_with() -> Iterator[str]:
    """The version, and the size and time of every file of code and data that what is kept depends on."""
    yield __version__
    yield f"{sys.version_info}"
    for name in _MADE_BY:
        yield from _stamps(_PACKAGE / name)


def _stamps(place: Path) -> Iterable[str]:
    with os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(Path(entry.path))
            else:
                at = entry.stat()
                yield f"{entry.path} {at.st_size} {at.st_mtime_ns}"
