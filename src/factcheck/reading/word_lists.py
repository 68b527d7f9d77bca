"""How the lexicon files write lists: phrases with commas between, "(s)" for both forms of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

COMPILED: Final = ".compiled"
"""What the name of a file's compiled copy ends in, which tools/word_files.py makes when factcheck is built."""
_OPTIONAL: Final = re.compile(r"\((\w+)\)")


class Compiled(msgspec.Struct):
    """A file of words as it stands, and what YAML makes of it."""

    source: str
    data: Any


def load(path: Path) -> Any:
    """What a file of words says: mappings and texts, as YAML has them."""
    source = path.read_text(encoding="utf-8")
    try:
        compiled = msgspec.json.decode(path.with_suffix(COMPILED).read_bytes(), type=Compiled)
    except (OSError, msgspec.DecodeError):
        compiled = None
    if compiled is not None and compiled.source == source:
        return compiled.data
    import yaml  # with the words of two languages some 25 ms, a tenth of what the check of many drafts takes

    return yaml.load(source, yaml.CBaseLoader)


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
