"""What a file says of itself: front matter, languages and dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from factcheck.errors import InputError, Place, Problem
from factcheck.figures.figure import Kind
from factcheck.phrases import Phrase
from factcheck.reading.lexicon import LANGUAGES
from factcheck.reading.scanner import scan

_FENCE: Final = "---"
_ENDS: Final = ("---", "...")
_ISO_DAY: Final = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_ISO_LENGTH: Final = 10
_LONGEST_DATE: Final = 80


class FrontMatter(Struct, frozen=True):
    """The block of YAML that a file begins with: its scalars key by key, and how many lines it takes."""

    values: Mapping[str, str] = {}
    lines: int = 0


def front_matter(path: str, lines: Sequence[str]) -> FrontMatter:
    """The front matter of a file, empty where it has none.

    Values stay the text that was written. Raises InputError where the block is not YAML.
    """
    if not lines or lines[0].rstrip() != _FENCE:
        return FrontMatter()
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() in _ENDS), None)
    if end is None:
        return FrontMatter()
    values = _scalars(path, lines[1:end])
    return FrontMatter() if values is None else FrontMatter(values, end + 1)


def place_of(value: str, key: str, lines: Sequence[str]) -> tuple[int, int] | None:
    """The line and column at which a value stands in front matter as it is, behind its key; None where it does not."""
    for number, line in enumerate(lines, start=1):
        name, colon, rest = line.partition(":")
        if colon and name.strip().lower() == key:
            at = rest.find(value)
            return None if at < 0 else (number, len(name) + len(colon) + at + 1)
    return None


def _scalars(path: str, lines: Sequence[str]) -> dict[str, str] | None:
    """The scalars of the mapping that the lines are, read event by event; None where they are no mapping."""
    import yaml

    values: dict[str, str] = {}
    key: str | None = None
    depth = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=yaml.CBaseLoader):
            if depth == 0 and isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent):
                return None  # a line between two rules
            if depth == 1 and isinstance(event, yaml.NodeEvent):
                text = event.value if isinstance(event, yaml.ScalarEvent) else ""
                if key is not None and text:
                    values[key] = text
                key = text if key is None else None
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
    except yaml.MarkedYAMLError as error:
        raise InputError([_mistake(path, lines, error)]) from error
    except yaml.YAMLError as error:
        raise InputError([Problem(_not_yaml(str(error)), Place(path, 2, 1, 2, 1))]) from error
    return values


def _mistake(path: str, lines: Sequence[str], error: Any) -> Problem:
    mark = error.problem_mark or error.context_mark
    at, column = (mark.line, mark.column + 1) if mark is not None else (0, 1)
    line = lines[at] if at < len(lines) else ""
    number = at + 2  # after the line ---, counted from 1
    return Problem(
        _not_yaml(str(error.problem or error.context)),
        Place(path, number, column, number, column + 1),
        line,
        Phrase("put values that hold “: ” or begin with a sign in quotes"),
    )


def _not_yaml(why: str) -> Phrase:
    return Phrase("the front matter is not YAML: {why}", why=why)


def language_of(code: str | None) -> str | None:
    """The language that a code such as "fr-MA" or "en_GB" names, where factcheck reads it."""
    language = re.split(r"[-_]", (code or "").strip().lower())[0]
    return language if language in LANGUAGES else None


def day_of(text: str | None, lang: str | None = None) -> date | None:
    """The day that a text names: "2025-11-07T10:00:00+01:00", "7 novembre 2025"; None where it names none."""
    if not text or len(text) > _LONGEST_DATE:
        return None
    iso = _ISO_DAY.match(text)
    if iso is not None:
        return _day(iso[1])
    for language in [lang] if lang else LANGUAGES:
        for figure in scan(text, language):
            if figure.kind is Kind.DATE and len(str(figure.value)) == _ISO_LENGTH:
                return _day(str(figure.value))
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
