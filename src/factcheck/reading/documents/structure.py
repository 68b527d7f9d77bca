"""The structure of a document: its tables, lists and headings, as spans of its plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

Span = tuple[int, int]
"""Start and end of a part of a document's text, in code points, the end exclusive."""


class Table(Struct, frozen=True):
    """A table.

    rows     the cells of each row, as spans of the document's text without white space around them. An empty cell is a
             span of no length, and so are the further places of a cell that goes over several columns or rows. Rows
             may differ in length
    head     how many of the rows, from the first, are headers: those that the file marks, else the first one where it
             has no figures but years and others have some
    caption  what the file marks as the table's caption
    """

    rows: tuple[tuple[Span, ...], ...]
    head: int = 0
    caption: Span | None = None


class ItemList(Struct, frozen=True):
    """A list; what introduces it is the paragraph before it.

    items    the items, as spans of the document's text without white space around them: the lists in them included,
             their own bullets and numbers not. An empty item is a span of no length
    ordered  whether the items are numbered
    depth    in how many other lists it stands
    """

    items: tuple[Span, ...]
    ordered: bool = False
    depth: int = 0


class Structure(Struct, frozen=True):
    """The tables, lists and headings of a document, each sort in the order in which they begin."""

    tables: tuple[Table, ...] = ()
    lists: tuple[ItemList, ...] = ()
    headings: tuple[Span, ...] = ()


_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def has_head(rows: Sequence[Sequence[Span]], text: str) -> bool:
    """Whether the first row of a table names its columns: it has no figures but years, and others have some."""
    return not _has_figure(rows[0], text) and any(_has_figure(row, text) for row in rows[1:])


def _has_figure(row: Sequence[Span], text: str) -> bool:
    return any(_DIGIT.search(text, *cell) and not _YEAR.fullmatch(text, *cell) for cell in row)
