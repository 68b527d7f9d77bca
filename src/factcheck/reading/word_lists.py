"""How the lexicon files write lists: phrases with commas between, "(s)" for both forms of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

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


def pairs(data: Mapping[str, Any], section: str) -> Iterator[tuple[str, str]]:
    """(phrase, key) for each phrase of a section that gives a list to each key."""
    for key, listed in data[section].items():
        for phrase in phrases(listed):
            yield phrase, key
