"""The paragraph that introduces a list or a table."""

from __future__ import annotations

from typing import Final

from factcheck.reading.documents.structure import ItemList, Span, Table

_LONGEST: Final = 400
_LONGEST_BULLET: Final = 8


def before_list(text: str, items: ItemList) -> Span:
    """The paragraph before a list, where it ends in a colon; else a span of no length."""
    start, end = _before(text, items.items[0][0])
    return (start, end) if text[start:end].endswith(":") else (end, end)


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
