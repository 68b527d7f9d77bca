"""From elements and runs of marked-up text to plain text: what HTML and Markdown have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from factcheck.reading.documents.document import Assembly, Segments
from factcheck.reading.documents.outline import ELEMENTS, Outline
from factcheck.reading.documents.structure import Structure

BLOCK: Final = "\n\n"
LINE: Final = "\n"
SPACE: Final = " "

# What flows along in a line, by the HTML standard's phrasing content. Whatever else there is stands apart.
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "picture",
        "q",
        "rp",
        "rt",
        "ruby",
        "samp",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
# What is there but is no text for readers, and what was struck out of it.
_LEFT_OUT: Final = frozenset(["code", "del", "math", "noscript", "s", "script", "strike", "style", "svg", "template"])
_EMPTY: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)

_REFERENCE_OR_SPACE: Final = re.compile(
    r"(?P<reference>&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?)|[ \t\r\n\f]{2,}|[\t\r\n\f]"
)
_NOTE_MARK: Final = re.compile(r"\s*[\[(]?[\d*†‡]{1,3}[\])]?\s*")
_POWER_OF_UNIT: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")


class Markup:
    """Takes elements and text in the order of the file, and assembles the plain text from them."""

    def __init__(self) -> None:
        self.assembly = Assembly()
        self._outline = Outline()
        self._left_out = 0
        self._raised = 0
        self._preformatted = 0

    def open(self, name: str, columns: int = 1, rows: int = 1) -> None:
        """An element begins; its name is in lower case. A cell of a table goes over so many columns and rows."""
        if name in ELEMENTS:
            self._outline.open(name, self.assembly.length, columns, rows)
        elif name in _LEFT_OUT:
            self._left_out += 1
        elif name == "sup":
            self._raised += 1
        elif name == "pre":
            self._preformatted += 1
        self._set_apart(name)

    def close(self, name: str) -> None:
        """An element ends; one that never began is ignored."""
        if name in ELEMENTS:
            self._outline.close(name, self.assembly.length)
        elif name in _LEFT_OUT:
            self._left_out = max(self._left_out - 1, 0)
        elif name == "sup":
            self._raised = max(self._raised - 1, 0)
        elif name == "pre":
            self._preformatted = max(self._preformatted - 1, 0)
        self._set_apart(name)

    def _set_apart(self, name: str) -> None:
        if name == "br":
            self.assembly.gap(LINE)
        elif name not in _INLINE and name not in _LEFT_OUT and "-" not in name:
            self.assembly.gap(BLOCK)

    def finished(self) -> tuple[str, Segments, Structure]:
        """The text, where its runs stand, and its structure."""
        text, segments = self.assembly.finished()
        return text, segments, self._outline.finished(text)

    def gap(self, separator: str) -> None:
        """Keeps what comes next apart."""
        self.assembly.gap(separator)

    def verbatim(self, text: str, start: int, end: int | None = None) -> None:
        """Text as it is, which stands in the file from `start` (to `end`, where it is not as long there)."""
        if not self._left_out and not (self._raised and self._is_note_mark(text)):
            self.assembly.add(text, start, end)

    def html_text(self, source: str, start: int, end: int, place: Callable[[int], int]) -> None:
        """Text of an HTML source: references are decoded, white space becomes one space.

        `place` turns an offset of the source into one of the file.
        """
        at = start
        for match in _REFERENCE_OR_SPACE.finditer(source, start, end):
            if match.start() > at:
                self.verbatim(source[at : match.start()], place(at))
            if match["reference"]:
                self._reference(match[0], match.start(), place)
            else:
                self.gap(LINE if self._preformatted and "\n" in match[0] else SPACE)
            at = match.end()
        if end > at:
            self.verbatim(source[at:end], place(at))

    def _reference(self, text: str, start: int, place: Callable[[int], int]) -> None:
        from html import unescape  # its table of names is large, and most articles need none

        decoded = unescape(text)
        # where only the beginning names a character ("&notin" in "&notinhere"), the rest stands for itself
        rest = next((size for size in range(len(text)) if decoded[-size - 1 :] != text[-size - 1 :]), len(text))
        end = start + len(text) - rest
        self.verbatim(decoded[: len(decoded) - rest], place(start), place(end - 1) + 1)
        if rest:
            self.verbatim(text[len(text) - rest :], place(end))

    def _is_note_mark(self, text: str) -> bool:
        """Whether a raised text is the mark of a footnote, which would read as more digits of a number."""
        if _NOTE_MARK.fullmatch(text) is None:
            return False
        return text.strip() not in ("2", "3") or _POWER_OF_UNIT.search(self.assembly.last) is None


def is_empty(name: str) -> bool:
    """Whether an element of that name has no content, and so no end."""
    return name in _EMPTY
