"""The data files of the package, YAML and TOML, read from the copies that are quick to read where there are any."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

COMPILED: Final = ".compiled"
"""What the name of a file's compiled copy ends in, which tools/word_files.py makes when factcheck is built."""


class Compiled(msgspec.Struct):
    """A data file as it stands, and what it says.

    words  of its lists of phrases, the words of each phrase
    """

    source: str
    data: Any
    words: dict[str, list[tuple[str, ...]]] = {}


_taken_apart: dict[str, list[tuple[str, ...]]] = {}


def taken_apart(listed: str) -> list[tuple[str, ...]] | None:
    """The words of each phrase of a list, where a copy that was read has them ready."""
    return _taken_apart.get(listed)


def load(path: Path) -> Any:
    """What a data file says: of YAML mappings and texts, of TOML what that has."""
    source = path.read_text(encoding="utf-8")
    try:
        compiled = msgspec.json.decode(path.with_suffix(COMPILED).read_bytes(), type=Compiled)
    except (OSError, msgspec.DecodeError):
        compiled = None
    if compiled is not None and compiled.source == source:
        _taken_apart.update(compiled.words)
        return compiled.data
    if path.suffix == ".toml":
        import tomllib  # some 3 ms

        return tomllib.loads(source)
    import yaml  # with the words of two languages some 25 ms, a tenth of what the check of many drafts takes

    return yaml.load(source, yaml.CBaseLoader)
