"""Settings: `[tool.factcheck]` of pyproject.toml, or factcheck.toml, in the working folder or one above it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from factcheck.errors import FactcheckError, InputError, Place, Problem
from factcheck.phrases import Phrase

OWN_FILE: Final = "factcheck.toml"
SHARED_FILE: Final = "pyproject.toml"
DEFAULT_CLAIMS: Final = "claims"
_LANGUAGES: Final = ("en", "fr")
THRESHOLDS: Final = ("error", "warning", "note", "never")
_CHOICES: Final = {"messages": _LANGUAGES, "lang": _LANGUAGES, "fail_on": THRESHOLDS}
_LISTS: Final = ("claims", "drafts", "rates", "exclude")
_TEXTS: Final = ("texts",)
_HEADER: Final = re.compile(r"\s*\[\s*tool\s*\.\s*factcheck\s*\]")
_MAY_SETTLE: Final = re.compile(rb"""\btool["']?\s*(?:\.\s*["']?factcheck|[\]=])""")
"""Stands in every pyproject.toml that has settings; to read those that have none as TOML would cost every start."""
KEYS: Final = (*_LISTS, *_TEXTS, *_CHOICES)


class Settings(Struct, frozen=True):
    """What a newsroom has settled once for all its runs; options of the command line win.

    claims    files and folders of the claim base; empty where nothing is settled
    drafts    files and folders that are checked where none are named
    texts     the folder of the sources' texts
    rates     the newsroom's own exchange-rate files
    messages  the language of reports, `lang` that of the texts read
    fail_on   from which severity a finding fails the run
    exclude   patterns, in the syntax of .gitignore, of what is no draft in a folder; meant from that of `path`
    path      the file that says so; None where there is none
    """

    claims: tuple[Path, ...] = ()
    drafts: tuple[Path, ...] = ()
    texts: Path | None = None
    rates: tuple[Path, ...] = ()
    messages: str | None = None
    fail_on: str | None = None
    lang: str | None = None
    exclude: tuple[str, ...] = ()
    path: Path | None = None


def find_settings(start: Path | None = None) -> Settings:
    """The settings that hold in `start` (the working folder): those of the nearest folder that has any.

    Folders above the root of a git repository, or above the home folder, are not looked at. Paths in the settings
    are taken from the folder of their file. Raises InputError with every mistake in the file.
    """
    folder = (start or Path.cwd()).resolve()
    for candidate in (folder, *folder.parents):
        for name in (OWN_FILE, SHARED_FILE):
            path = candidate / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return _settings(path, table)
        if (candidate / ".git").exists() or candidate == Path.home():
            break
    return Settings()


def _table(path: Path) -> Mapping[str, Any] | None:
    """The settings' table; None where a shared file has none."""
    try:
        content = path.read_bytes()
        if path.name == SHARED_FILE and not _MAY_SETTLE.search(content):
            return None
        import tomllib  # most folders have no such file

        data = tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        why = error.strerror or str(error)
        raise FactcheckError(Phrase("{path} cannot be read: {why}", path=_shown(path), why=why)) from error
    except ValueError as error:  # not UTF-8, or no TOML
        message = Phrase("this is not TOML: {why}", why=str(error))
        raise InputError([Problem(message, _place_of_error(path, str(error)))]) from error
    if path.name == OWN_FILE:
        return data
    tool = data.get("tool", {})
    return tool.get("factcheck") if isinstance(tool, dict) else None


def _place_of_error(path: Path, text: str) -> Place:
    found = re.search(r"line (\d+), column (\d+)", text)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    return Place(_shown(path), line, column, line, column + 1)


def _settings(path: Path, table: Mapping[str, Any]) -> Settings:
    reader = _Reader(path)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in KEYS:
            hint = _did_you_mean(name, KEYS) or Phrase("the settings are {names}", names=KEYS)
            reader.mistake(key, Phrase("unknown setting {name}", name=key), hint)
        elif name in _LISTS:
            values[name] = reader.texts(key, value)
        elif name in _TEXTS:
            values[name] = reader.text(key, value)
        else:
            values[name] = reader.choice(key, value, _CHOICES[name])
    if reader.problems:
        raise InputError(reader.problems)
    for name in ("claims", "drafts", "rates"):
        values[name] = tuple(_from(path.parent, each) for each in values.get(name, ()))
    if values.get("texts") is not None:
        values["texts"] = _from(path.parent, values["texts"])
    return Settings(**values, path=path)


class _Reader:
    """Reads the values of one file, and collects what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._lines = path.read_text(encoding="utf-8-sig").splitlines()

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        """A text, or a list of them."""
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(each, str) and each for each in listed):
            return tuple(listed)
        self.mistake(key, Phrase("{name} must be a text in quotes, or a list of such texts", name=key))
        return ()

    def text(self, key: str, value: object) -> str | None:
        """A text."""
        if isinstance(value, str) and value:
            return value
        self.mistake(key, Phrase("{name} must be a text in quotes", name=key))
        return None

    def choice(self, key: str, value: object, choices: tuple[str, ...]) -> str | None:
        """One of some texts."""
        if value in choices:
            return str(value)
        hint = _did_you_mean(str(value), choices)
        self.mistake(key, Phrase("{name} must be one of {choices}", name=key, choices=", ".join(choices)), hint)
        return None

    def mistake(self, key: str, message: Phrase, hint: Phrase | None = None) -> None:
        """Notes what is wrong with a key, at the line that sets it."""
        # the TOML reader gives no positions, so the line is looked for
        pattern = re.compile(rf"""\s*["']?(?P<key>{re.escape(key)})["']?\s*=""")
        for number, line in enumerate(self._lines, start=1):
            match = pattern.match(line)
            if match and number > self._header:
                start, end = match.span("key")
                place = Place(_shown(self.path), number, start + 1, number, end + 1)
                self.problems.append(Problem(message, place, line, hint))
                return
        self.problems.append(Problem(message, Place(_shown(self.path)), "", hint))

    @property
    def _header(self) -> int:
        """The line of `[tool.factcheck]`; 0 in a file that is all settings."""
        if self.path.name == OWN_FILE:
            return 0
        return next((at for at, line in enumerate(self._lines, start=1) if _HEADER.match(line)), 0)


def _did_you_mean(name: str, known: Sequence[str]) -> Phrase | None:
    from difflib import get_close_matches  # only after a mistake

    near = get_close_matches(name, known, n=1)
    return Phrase("did you mean `{name}`?", name=near[0]) if near else None


def _from(folder: Path, text: str) -> Path:
    """A path of the settings as seen from the working folder."""
    return Path(os.path.relpath(folder / Path(text).expanduser()))


def _shown(path: Path) -> str:
    return os.path.relpath(path)
