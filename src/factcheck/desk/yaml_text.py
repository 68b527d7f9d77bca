"""Claims as YAML: scalars and comments that always read back, and the lines of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import yaml
from msgspec import Struct

_STEP: Final = "  "
_WIDEST: Final = 1 << 20
# what YAML 1.2 lets stand in a file (c-printable), less what ends a line
_NOT_IN_COMMENTS: Final = re.compile(
    "[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class Entry(Struct, frozen=True):
    """An entry of a section of a claims file: its lines as they stand at the beginning of a line."""

    section: str
    id: str
    lines: tuple[str, ...]


def scalar(text: str, *, quoted: bool = False) -> str:
    """A text as a scalar on one line, in quotes where YAML needs them, or an editor would read a number or a date."""
    style = '"' if quoted else None
    dumped: str = yaml.dump(text, Dumper=yaml.SafeDumper, allow_unicode=True, width=_WIDEST, default_style=style)
    return dumped.removesuffix("\n").removesuffix("\n...")


def comment(text: str) -> str:
    """A text as a comment on one line."""
    return f"# {' '.join(_NOT_IN_COMMENTS.sub(' ', text).split())}"


def indented(lines: Iterable[str], by: int = 1) -> list[str]:
    """The lines, so many steps further in."""
    return [f"{_STEP * by}{line}" if line else line for line in lines]


def sections(entries: Sequence[Entry], order: Sequence[str]) -> list[str]:
    """The lines of a file with these entries, its sections in order; a section without entries is left out."""
    lines: list[str] = []
    for section in order:
        inside = [entry for entry in entries if entry.section == section]
        if inside:
            lines += [""] * bool(lines) + [f"{section}:"]
            for entry in inside:
                lines += indented(entry.lines)
    return lines
