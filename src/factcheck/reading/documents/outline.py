"""Finds the structure of a document from its elements, as they begin and end.

Whatever the format, its reader tells which elements begin and end, by their names in HTML, and where in the text it is
by then. Browsers' rules are followed where they matter: a row ends the row before it, and a cell the lists in the cell
before it. What is nested deeper than `DEEPEST` is left out, so that hostile documents cost no more than others.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.reading.documents.structure import ItemList, Span, Structure, Table, has_head

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LISTS: Final = frozenset(["ul", "ol", "menu"])
CELLS: Final = frozenset(["td", "th"])
_TABLE_PARTS: Final = frozenset(["caption", "thead", "tbody", "tfoot", "tr"]) | CELLS
ELEMENTS: Final = frozenset(["table", "li"]) | HEADINGS | LISTS | _TABLE_PARTS
"""The elements that make structure."""

DEEPEST: Final = 100
"""Lists and tables that may stand in each other."""
MOST_COVERED: Final = 10_000
"""Places in a document that its cells of several columns or rows may take beyond their first."""

_VISIBLE: Final = re.compile(r"\S")


class Outline:
    """Takes note of elements in their order, and says what structure they make."""

    def __init__(self) -> None:
        self._open: list[_OpenList | _OpenTable] = []
        self._beyond = 0
        self._open_lists = self._open_tables = 0
        self._covered = 0
        self._heading: int | None = None
        self._lists: list[_OpenList] = []
        self._tables: list[_OpenTable] = []
        self._headings: list[Span] = []

    def open(self, name: str, at: int, columns: int = 1, rows: int = 1) -> None:
        """An element of ELEMENTS begins at `at` in the text; a cell goes over so many columns and rows."""
        if name in HEADINGS:
            self._heading = at
        elif name in LISTS or name == "table":
            self._open_list_or_table(name)
        elif self._beyond:
            return
        elif name == "li":
            if self._open and isinstance(self._open[-1], _OpenList):
                self._open[-1].begin(at)
        elif (table := self._table(at)) is not None:
            if self._covered + columns * rows > MOST_COVERED:
                columns = rows = 1
            self._covered += columns * rows - 1
            table.begin(name, at, columns, rows)

    def close(self, name: str, at: int) -> None:
        """An element of ELEMENTS ends at `at` in the text; one that never began is ignored."""
        if name in HEADINGS:
            if self._heading is not None:
                self._headings.append((self._heading, at))
            self._heading = None
        elif self._beyond:
            self._beyond -= name in LISTS or name == "table"
        elif name in LISTS or name == "li":
            if self._open and isinstance(self._open[-1], _OpenList):
                self._open[-1].end(at)
                if name != "li":
                    self._pop(at)
        elif (table := self._table(at)) is not None:
            table.end(name, at)
            if name == "table":
                self._pop(at)

    def finished(self, text: str) -> Structure:
        """The structure of a document of that text; what is still open ends with it."""
        while self._open:
            self._pop(len(text))
        return Structure(
            tuple(table.finished(text) for table in self._tables if table.rows),
            tuple(listed.finished(text) for listed in self._lists if listed.items),
            tuple(span for span in (_trimmed(text, span) for span in self._headings) if span[0] < span[1]),
        )

    def _open_list_or_table(self, name: str) -> None:
        if len(self._open) >= DEEPEST:
            self._beyond += 1
        elif name == "table":
            self._tables.append(_OpenTable())
            self._open.append(self._tables[-1])
            self._open_tables += 1
        else:
            self._lists.append(_OpenList(name == "ol", self._open_lists))
            self._open.append(self._lists[-1])
            self._open_lists += 1

    def _table(self, at: int) -> _OpenTable | None:
        """The innermost table that is open, after the lists in it were ended."""
        while self._open_tables:
            if isinstance(self._open[-1], _OpenTable):
                return self._open[-1]
            self._pop(at)
        return None

    def _pop(self, at: int) -> None:
        last = self._open.pop()
        if isinstance(last, _OpenList):
            last.end(at)
            self._open_lists -= 1
        else:
            last.end("table", at)
            self._open_tables -= 1


class _OpenList:
    """A list whose items are being noted."""

    def __init__(self, ordered: bool, depth: int) -> None:
        self.items: list[Span] = []
        self._ordered, self._depth = ordered, depth
        self._start: int | None = None

    def begin(self, at: int) -> None:
        self.end(at)
        self._start = at

    def end(self, at: int) -> None:
        if self._start is not None:
            self.items.append((self._start, at))
        self._start = None

    def finished(self, text: str) -> ItemList:
        return ItemList(tuple(_trimmed(text, item) for item in self.items), self._ordered, self._depth)


class _OpenTable:
    """A table whose rows are being noted."""

    def __init__(self) -> None:
        self.rows: list[list[Span]] = []
        self._caption: Span | None = None
        self._caption_start: int | None = None
        self._row: list[Span] | None = None
        self._cell: tuple[int, int, int] | None = None  # start, columns, rows
        self._covers: dict[int, int] = {}  # rows for which a cell above still covers the column
        self._in_head, self._only_headers, self._in_leading, self._head = False, True, True, 0

    def begin(self, name: str, at: int, columns: int, rows: int) -> None:
        """A part of the table begins."""
        if name in CELLS:
            self._end_cell(at)
            if self._row is None:
                self._row = []
            self._cover(at)
            self._cell = at, columns, rows
            self._only_headers &= name == "th"
            return
        self._end_row(at)
        if name == "caption":
            self._caption_start = at
        elif name == "tr":
            self._row = []
        else:
            self._in_head = name == "thead"

    def end(self, name: str, at: int) -> None:
        """A part of the table ends, or all of it."""
        if name in CELLS:
            self._end_cell(at)
            return
        self._end_row(at)
        if name != "tr":
            self._in_head = False

    def finished(self, text: str) -> Table:
        """The table in a document of that text."""
        caption = None if self._caption is None else _trimmed(text, self._caption)
        rows = tuple(tuple(_trimmed(text, cell) for cell in row) for row in self.rows)
        return Table(rows, self._head or int(has_head(rows, text)), caption)

    def _end_cell(self, at: int) -> None:
        if self._caption_start is not None:
            self._caption = self._caption or (self._caption_start, at)
            self._caption_start = None
        if self._cell is None or self._row is None:
            return
        start, columns, rows = self._cell
        if rows > 1:
            self._covers.update(dict.fromkeys(range(len(self._row), len(self._row) + columns), rows))
        self._row.append((start, at))
        self._row.extend([(at, at)] * (columns - 1))
        self._cell = None

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        if self._row:
            self._cover(at)
            self._covers = {column: rows - 1 for column, rows in self._covers.items() if rows > 1}
            self._in_leading = self._in_leading and (self._in_head or self._only_headers)
            self._head += self._in_leading
            self.rows.append(self._row)
        self._row, self._only_headers = None, True

    def _cover(self, at: int) -> None:
        """Fills the places of the row that cells of rows above take."""
        assert self._row is not None, "asked in a row"
        while len(self._row) in self._covers:
            self._row.append((at, at))


def _trimmed(text: str, span: Span) -> Span:
    """A span without the white space around what it holds."""
    start, end = span
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return start, start
    while text[end - 1].isspace():
        end -= 1
    return first.start(), end
