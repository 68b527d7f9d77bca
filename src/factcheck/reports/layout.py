"""Text on a grid of cells: what people may see raw, how wide it is, where it breaks, and columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

TAB: Final = " " * 4
_HIDDEN: Final = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_PLAIN_SPACE: Final = re.compile("[ \t\r\n]+")
_BREAK: Final = re.compile(r" (?!(?<=\d )(?:\d{3}(?!\d)|%))")
_JOINER: Final = "\u200d"
_JOINERS: Final = {"\u200c", _JOINER}
_SOFT_HYPHEN: Final = "\u00ad"
_EMOJI_STYLE: Final = "\ufe0f"
_SKIN_TONES: Final = ("\U0001f3fb", "\U0001f3ff")
_KOREAN_ENDINGS: Final = ("\u1160", "\u11ff")
_NARROWEST: Final = 12
_PLAIN: Final = {
    "✗": "x", "✓": "+", "−": "-", "×": "x", "÷": "/", "“": '"', "”": '"', "«": '"', "»": '"', "’": "'", "‘": "'",
    "–": "-", "—": "-", "…": "~", "\u00a0": " ", "\u202f": " ", "│": "|", "€": "E", "œ": "o", "æ": "a",
}  # fmt: skip


def visible(text: str) -> str:
    r"""The text without what could steer a terminal or hide from a reader: such characters as escapes.

    Control and format characters (escape sequences, line ends, bidirectional overrides, zero-width marks) come
    out as `\x1b` or `\u202e`; tabs as spaces; joiners of emoji and of scripts stay, soft hyphens are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_seen(char) for char in text)


def _seen(char: str) -> str:
    if char == "\t":
        return TAB
    if char == _SOFT_HYPHEN:
        return ""
    if unicodedata.category(char) in _HIDDEN and char not in _JOINERS:
        return char.encode("unicode_escape").decode("ascii")
    return char


def simplified(char: str) -> str:
    """An ASCII stand-in for a character, for streams that cannot write it: one character for one."""
    if char in _PLAIN:
        return _PLAIN[char]
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else "?"


def width(text: str) -> int:
    """How many cells of a terminal the text takes: wide characters two, combining ones none, an emoji two at most."""
    return len(text) if text.isascii() else sum(advances(text))


def advances(text: str) -> Iterator[int]:
    """How many cells each character adds to those before it, as Rich and terminals with Unicode 16 count them."""
    before, taken = "", 0
    for char in text:
        if char == _EMOJI_STYLE:
            taken = 1 if taken == 1 and unicodedata.category(before) == "So" else 0
        elif before == _JOINER and unicodedata.category(char) == "So":
            taken = 0
        else:
            taken = _cells(char)
        yield taken
        before = char


@lru_cache(maxsize=1024)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf"):
        return 0
    if _SKIN_TONES[0] <= char <= _SKIN_TONES[1] or _KOREAN_ENDINGS[0] <= char <= _KOREAN_ENDINGS[1]:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def joined(text: str) -> str:
    """A text of several lines as one: runs of plain white space become one space."""
    return _PLAIN_SPACE.sub(" ", text).strip(" ")


def padded(text: str, cells: int) -> str:
    """The text with spaces after it, up to so many cells."""
    return text + " " * (cells - width(text))


def wrapped(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells, broken at plain spaces only; a longer word is left whole.

    No-break spaces do not break, nor do the plain ones that articles put within a number ("148 500", "75 %").
    """
    lines: list[str] = []
    line = ""
    for word in _BREAK.split(text):
        longer = f"{line} {word}" if line else word
        if line and width(longer) > cells:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def natural_width(rows: Sequence[Sequence[str]], gap: str) -> int:
    """How many cells the rows take where nothing wraps."""
    return sum(_widths(rows)) + len(gap) * (len(rows[0]) - 1)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]


def columns(rows: Sequence[Sequence[str]], gap: str, available: int) -> list[list[list[str]]]:
    """For each row its lines of padded cells, none padded at the end; cells wrap where all are too wide together."""
    widths = _widths(rows)
    spare = available - len(gap) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _NARROWEST:
        # the widest column gives way first
        widths[widths.index(max(widths))] -= 1
    return [_lines_of(row, widths) for row in rows]


def _lines_of(row: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    cells = [wrapped(text, size) for text, size in zip(row, widths, strict=True)]
    lines = []
    for at in range(max(len(cell) for cell in cells)):
        parts = [cell[at] if at < len(cell) else "" for cell in cells]
        while len(parts) > 1 and not parts[-1]:
            parts.pop()
        lines.append([padded(part, size) for part, size in zip(parts[:-1], widths, strict=False)] + parts[-1:])
    return lines


def cropped(text: str, cells: int) -> str:
    """The text cut to so many cells, with an ellipsis where anything was cut."""
    if width(text) <= cells:
        return text
    while width(text) > cells - 1:
        text = text[:-1]
    return text + "…"


def paragraph(text: str, cells: int, first: str = "", rest: str = "") -> Iterable[str]:
    """The text wrapped, each line after its indent."""
    for number, line in enumerate(wrapped(text, cells - max(len(first), len(rest)))):
        yield (rest if number else first) + line
