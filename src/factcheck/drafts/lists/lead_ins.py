"""The paragraph that introduces a list or a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.reading.documents.structure import ItemList, Span, Table

_LONGEST: Final = 400
_LONGEST_BULLET: Final = 8
_LONGEST_LINE: Final = 70


def before_list(text: str, items: ItemList) -> Span:
    """The paragraph before a list, where it ends in a colon; else a span of no length."""
    start, end = _before(text, items.items[0][0])
    return (start, end) if text[start:end].endswith(":") else (end, end)


def heading_of(text: str, items: ItemList, headings: Sequence[Span]) -> Span | None:
    """The heading right above a list; None where a paragraph stands there."""
    start, end = _before(text, items.items[0][0])
    return next((span for span in headings if start <= span[0] < span[1] <= end), None)


def line_before(text: str, items: ItemList) -> Span | None:
    """The line that a list stands under as under a heading, which ends in no sign; None where there is none."""
    start, end = _before(text, items.items[0][0])
    line = text[start:end]
    return (start, end) if line and len(line) <= _LONGEST_LINE and line[-1].isalnum() else None


def before_table(text: str, table: Table) -> Span:
    """The paragraph before a table."""
    return _before(text, min((span[0] for row in table.rows for span in row), default=0))


def _before(text: str, place: int) -> Span:
    """The paragraph before the line of a place, which may begin with the bullet of an item."""
    line = text.rfind("\n", 0, place) + 1
    first = line if place - line <= _LONGEST_BULLET else place
    begin = max(0, first - _LONGEST)
    end = begin + len(text[begin:first].rstrip())
    return text.rfind("\n", begin, end) + 1, end
