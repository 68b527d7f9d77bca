"""How the lexicon files write lists: phrases with commas between, "(s)" for both forms of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from factcheck.figures.data_files import COMPILED, load, taken_apart
from factcheck.reading.tokens import words_of

__all__ = ["COMPILED", "load", "pairs", "phrases", "words_of_each"]

_OPTIONAL: Final = re.compile(r"\((\w+)\)")


def phrases(listed: str) -> Iterator[str]:
    """The phrases of a list: "point(s) de base" gives "point de base" and "points de base"."""
    for entry in listed.split(","):
        phrase = entry.strip().strip('"')
        if "(" in phrase:
            yield _OPTIONAL.sub("", phrase)
            yield _OPTIONAL.sub(r"\1", phrase)
        elif phrase:
            yield phrase


def words_of_each(listed: str) -> Sequence[tuple[str, ...]]:
    """The words of each phrase of a list."""
    known = taken_apart(listed)
    return [words_of(phrase) for phrase in phrases(listed)] if known is None else known


def pairs(data: Mapping[str, Any], section: str) -> Iterator[tuple[str, str]]:
    """(phrase, key) for each phrase of a section that gives a list to each key."""
    for key, listed in data[section].items():
        for phrase in phrases(listed):
            yield phrase, key
