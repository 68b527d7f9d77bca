"""A document: its plain text for the reader, and the way back from there to places in the file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from factcheck.errors import Place
from factcheck.reading.documents.structure import ItemList, Span, Table

if TYPE_CHECKING:
    Offsets = array[int]

_OFFSET: Final = "q"
BETWEEN: Final = "\n\n"
"""What stands between the paragraphs of a .docx and the pages of a .pdf."""
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


class Division(StrEnum):
    """What the places of a document count: the lines of a file, the paragraphs of a .docx, the pages of a .pdf."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


class Segments(Struct, frozen=True):
    """Which runs of the plain text stand where in the file, in order, as offsets in code points.

    A run as long in the file as in the text stands there character for character; any other, such as `&eacute;`,
    stands there as a whole. What lies between runs was put in to keep them apart.
    """

    text_starts: Offsets
    text_ends: Offsets
    file_starts: Offsets
    file_ends: Offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the text from `start` to `end` stands in the file."""
        if not self.text_starts:
            return 0, 0
        return self._first(start), self._after(max(start, end - 1))

    def _run(self, offset: int) -> int:
        return max(bisect_right(self.text_starts, offset) - 1, 0)

    def _is_verbatim(self, run: int) -> bool:
        return self.text_ends[run] - self.text_starts[run] == self.file_ends[run] - self.file_starts[run]

    def _first(self, offset: int) -> int:
        run = self._run(offset)
        if offset >= self.text_ends[run]:
            return self.file_ends[run]
        return self.file_starts[run] + (offset - self.text_starts[run] if self._is_verbatim(run) else 0)

    def _after(self, offset: int) -> int:
        run = self._run(offset)
        if offset >= self.text_ends[run] or not self._is_verbatim(run):
            return self.file_ends[run]
        return self.file_starts[run] + offset - self.text_starts[run] + 1


class Document(Struct, frozen=True):
    """A text to read, with where it comes from.

    path      the file, "-" for standard input
    text      the plain text; what is no text for readers (markup, code, addresses) is left out
    starts    the offset in the file at which each line begins; in a .docx or .pdf, that in `text` at which each
              paragraph or page begins
    segments  the way from `text` to the file; None where they are the same, offset for offset
    lang      "fr" or "en" where the file says so
    title     what the front matter of Markdown, the `<title>` of HTML or the properties of a .docx or .pdf say; no part
              of `text`, in which headings may say the same
    title_at  the line and the column at which the title stands in the file, as it stands there; None where it is known
              to the file only, or stands in the text, too
    date      the day of publication where the file says so
    matter    what the front matter says, key by key
    division  what `starts` and the lines of places count
    tables    the tables in the text, in the order in which they begin, those in other tables too
    lists     the lists in the text, in the order in which they begin; those in the items of others have more depth
    headings  where the headings and titles stand in the text
    """

    path: str
    text: str
    starts: Offsets
    segments: Segments | None = None
    lang: str | None = None
    title: str = ""
    title_at: tuple[int, int] | None = None
    date: date | None = None
    matter: Mapping[str, str] = {}
    division: Division = Division.LINE
    tables: tuple[Table, ...] = ()
    lists: tuple[ItemList, ...] = ()
    headings: tuple[Span, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """Where the text from `start` to `end` stands in the file: 1-based, in code points, the end exclusive.

        The lines of the place are paragraphs in a .docx and pages in a .pdf, its columns offsets in them.
        """
        first, after = (start, end) if self.segments is None else self.segments.span(start, end)
        line = bisect_right(self.starts, first)
        end_line = bisect_right(self.starts, max(first, after - 1))
        column, end_column = first - self.starts[line - 1] + 1, after - self.starts[end_line - 1] + 1
        return Place(self.path, line, column, end_line, end_column)

    def place_in_title(self, start: int, end: int) -> Place:
        """The same for what stands from `start` to `end` of the title; the title must have a place."""
        assert self.title_at is not None, "asked only of a title with a place"
        line, column = self.title_at
        return Place(self.path, line, column + start, line, column + end)


def lines_of(text: str) -> tuple[list[str], Offsets]:
    """The lines without what ends them, and the offset of each."""
    if "\r" in text:
        return _LINE_END.split(text), line_starts(text)
    lines = text.split("\n")
    starts = array(_OFFSET, accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    return lines, starts


def line_starts(text: str) -> Offsets:
    """The offset of each line; lines end in LF, CR LF or CR."""
    starts = array(_OFFSET, [0])
    starts.extend(match.end() for match in _LINE_END.finditer(text))
    return starts


class Assembly:
    """Puts a plain text together out of runs of a file.

    Runs that touch in the text touch for the reader, too; `gap` keeps the next one apart. `length` is that of the text
    so far.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._gap = ""
        self.length = 0
        self._runs: tuple[Offsets, Offsets, Offsets, Offsets] = (
            array(_OFFSET),
            array(_OFFSET),
            array(_OFFSET),
            array(_OFFSET),
        )

    @property
    def last(self) -> str:
        """What was added last; empty where a gap comes after it."""
        return "" if self._gap or not self._parts else self._parts[-1]

    def gap(self, separator: str) -> None:
        """Keeps what comes next apart by at least this separator; a longer one prevails."""
        if self.length and len(separator) > len(self._gap):
            self._gap = separator

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Adds text that stands in the file at `start`, character for character; up to `end` where it does not."""
        if not text:
            return
        if self._gap:
            self._parts.append(self._gap)
            self.length += len(self._gap)
            self._gap = ""
        self._parts.append(text)
        self._note(len(text), start, start + len(text) if end is None else end)
        self.length += len(text)

    def _note(self, length: int, start: int, end: int) -> None:
        text_starts, text_ends, file_starts, file_ends = self._runs
        goes_on = (
            bool(text_ends)
            and text_ends[-1] == self.length
            and file_ends[-1] == start
            and end - start == length
            and text_ends[-1] - text_starts[-1] == file_ends[-1] - file_starts[-1]
        )
        if goes_on:
            text_ends[-1] += length
            file_ends[-1] = end
            return
        for offsets, offset in zip(self._runs, (self.length, self.length + length, start, end), strict=True):
            offsets.append(offset)

    def finished(self) -> tuple[str, Segments]:
        """The text, and where its runs stand."""
        return "".join(self._parts), Segments(*self._runs)


def divided(
    path: str, parts: Iterable[str], division: Division, *, lang: str | None = None, title: str = ""
) -> Document:
    """A document made of the paragraphs of a .docx or the pages of a .pdf, which has no lines of its own."""
    texts: list[str] = []
    starts = array(_OFFSET)
    length = 0
    for part in parts:
        starts.append(length)
        texts.append(part)
        length += len(part) + len(BETWEEN)
    return Document(path, BETWEEN.join(texts), starts or array(_OFFSET, [0]), None, lang, title, division=division)
