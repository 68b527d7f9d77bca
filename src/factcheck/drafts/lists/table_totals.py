"""Tables: rows and columns that add up the others.

Parts that come to more than their total are a contradiction. Parts that come to less may be only some of them: they are
taken up where the table shows that none is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import is_bare, is_count
from factcheck.drafts.lists.cells import Cell, Column, Grid
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, LeftAlone
from factcheck.drafts.sums.afar import total_around, totalled
from factcheck.drafts.sums.totals import KIND, SOME_LEFT_OUT, announces_all, as_sum, falls_short, is_slip
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence

_FEWEST_PARTS: Final = 2
_FEWEST_UNSAID: Final = 3
"""Parts that must add up to a last row which no label calls the total."""
_FARTHEST: Final = Fraction(3, 2)
_LONGEST_TOTAL: Final = 4
_NOT_ROUND: Final = Fraction(1, 100)
_HUNDRED: Final = 100
_TEN: Final = 10


def totals_of(grid: Grid) -> Iterator[Candidate]:
    """Every row and column of a table that adds up the others."""
    if grid.total_row is None:
        yield from _summed(grid)
    else:
        yield from _total_row(grid, grid.total_row)
    yield from _total_column(grid)


# --- rows ---------------------------------------------------------------------------------------------------------


def _total_row(grid: Grid, total: int) -> Iterator[Candidate]:
    if len(grid.labels[total]) > _LONGEST_TOTAL:
        return
    rows = _rows_but(grid, total)
    sums = []
    for column in grid.columns:
        whole = column.cells[total].mention
        if whole is not None and _is_additive(grid, column):
            cells = [column.cells[row] for row in rows]
            sums.append(_counted(grid, column, cells, whole) or (cells, whole))
    complete = any(grid.starts(grid.labels[row], "rest") for row in rows) or _announces(grid, len(rows))
    yield from _added(grid, sums, complete=complete or _ends_in_rest(grid, rows))


def _counted(
    grid: Grid, column: Column, cells: Sequence[Cell], whole: Mention
) -> tuple[Sequence[Cell], Mention] | None:
    """Cells and total as exact counts, where the header names what the text counts elsewhere: seats, votes, medals.

    A column prints its counts alike, so that its total of 150 is no round number beside parts such as 24 and 13.
    """
    mentions = [cell.mention for cell in cells if cell.mention is not None]
    noun = next((word for word in (*column.words, *grid.caption) if word in _things(grid.draft)), None)
    if noun is None or not all(is_bare(each.figure) and _has_all_digits(each) for each in (*mentions, whole)):
        return None
    if all(each.figure.number % _TEN == 0 for each in mentions):
        return None
    counts = [
        cell if cell.mention is None else Cell(cell.words, cell.mention.read_as(_exact(cell.mention, noun)))
        for cell in cells
    ]
    return counts, whole.read_as(_exact(whole, noun))


def _has_all_digits(mention: Mention) -> bool:
    numeral = mention.figure.numeral
    return numeral is not None and numeral.scale == 1 and numeral.decimals == 0


def _exact(mention: Mention, noun: str) -> Figure:
    """The figure as an exact count of things."""
    return replace(mention.figure, unit=noun, hedge=Hedge.EXACTLY)


@lru_cache(maxsize=1)
def _things(draft: Draft) -> frozenset[str]:
    """What the text counts in its sentences."""
    return frozenset(mention.figure.unit for mention in draft.mentions if is_count(mention.figure))


def _rows_but(grid: Grid, total: int) -> list[int]:
    """The rows that a total adds up: not those that are parts of others, nor headings of the rows below."""
    return [
        row
        for row in range(len(grid.body))
        if row != total and not grid.starts(grid.labels[row], "nested") and not _is_empty(grid, row)
    ]


def _ends_in_rest(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether the label of the last part names what is left over: "Utilitaires, poids lourds, divers"."""
    return bool(rows) and grid.has(grid.labels[rows[-1]], "rest within")


def _is_additive(grid: Grid, column: Column) -> bool:
    return not column.is_change and not grid.has(column.words, "not additive")


def _is_empty(grid: Grid, row: int) -> bool:
    """Whether a row has only a label: the heading of the rows below."""
    return all(not column.cells[row].words for column in grid.columns)


def _announces(grid: Grid, number: int) -> bool:
    """Whether the words before the table say how many parts there are: "dans les quatre provinces"."""
    return any(announces_all(grid.draft, mention, number) for mention in grid.introduced)


def summed_row(grid: Grid) -> int | None:
    """The last row, where it adds up all others though its label does not say so: the name of a country."""
    last = len(grid.body) - 1
    rows = _rows_but(grid, last)
    if len(rows) < _FEWEST_UNSAID:
        return None
    for column in grid.columns:
        if column.is_level and _is_additive(grid, column):
            whole = column.cells[last].mention
            parts = [column.cells[row].mention for row in rows]
            found = [part for part in parts if part is not None]
            if whole is None or len(found) < len(parts) or any(not _same(part, whole) for part in found):
                return None
            return None if totalled(found, whole) is None else last
    return None


def _summed(grid: Grid) -> Iterator[Candidate]:
    total = summed_row(grid)
    if total is None:
        return
    rows = _rows_but(grid, total)
    for column in grid.columns:
        whole = column.cells[total].mention
        found = [part for row in rows if (part := column.cells[row].mention) is not None]
        if whole is not None and _is_additive(grid, column) and len(found) == len(rows):
            stated = totalled(found, whole) if all(_same(part, whole) for part in found) else None
            if stated is not None:
                yield stated


# --- columns --------------------------------------------------------------------------------------------------------


def _total_column(grid: Grid) -> Iterator[Candidate]:
    totals = [column for column in grid.columns if column.is_total]
    if len(totals) != 1:
        return
    (total,) = totals
    levels = [column for column in grid.columns if column.is_level and not grid.has(column.words, "nested")]
    parts = [column for column in levels if column.index < total.index] or levels
    if any(grid.has(column.words, "not additive") for column in parts):
        return
    sums = [
        ([column.cells[row] for column in parts], cell.mention)
        for row, cell in enumerate(total.cells)
        if cell.mention is not None and not grid.has(grid.labels[row], "not additive")
    ]
    yield from _added(grid, sums, complete=any(grid.starts(column.words, "rest") for column in parts))


# --- what they come to ----------------------------------------------------------------------------------------------


def _added(grid: Grid, sums: Sequence[tuple[Sequence[Cell], Mention]], *, complete: bool) -> Iterator[Candidate]:
    """That parts add up to their totals.

    No part is missing where another row or column adds up, or where the text prints what they come to.
    """
    shaped = [(parts, whole) for cells, whole in sums if (parts := _parts(grid, cells, whole)) is not None]
    complete = complete or any(totalled(parts, whole) is not None for parts, whole in shaped)
    for parts, whole in shaped:
        values = [part.figure.number for part in parts]
        figure, come_to = whole.figure, sum(values, Fraction(0))
        if not figure.number / _FARTHEST <= come_to <= figure.number * _FARTHEST or _are_nested(values):
            yield LeftAlone(KIND, (*parts, whole), Phrase("some of the rows may be parts of others"))
        elif not complete and falls_short(parts, whole) and is_slip(come_to, whole):
            yield replace(as_sum(parts, whole), confidence=Confidence.MEDIUM)
        elif not complete and falls_short(parts, whole) and not _is_printed(grid, parts):
            yield LeftAlone(KIND, (*parts, whole), SOME_LEFT_OUT)
        else:
            stated = as_sum(parts, whole)
            yield stated if complete or come_to > figure.number else replace(stated, doubt=SOME_LEFT_OUT)


def _is_printed(grid: Grid, parts: Sequence[Mention]) -> bool:
    """Whether the text prints what the parts come to, in a figure of their unit that is no round number."""
    stated = total_around(grid.draft, parts)
    if stated is None:
        return False
    figure = stated.roles["total"].figure
    return not (is_bare(figure) or is_count(figure)) and figure.resolution <= figure.number * _NOT_ROUND


def _parts(grid: Grid, cells: Sequence[Cell], whole: Mention) -> list[Mention] | None:
    """The figures of the cells that may be parts of a total; None where one is missing or of another unit."""
    parts = [cell.mention for cell in cells if cell.mention is not None]
    holes = [cell for cell in cells if cell.mention is None and not grid.equals(cell.words, "nothing")]
    figure = whole.figure
    if len(parts) < _FEWEST_PARTS or holes or figure.kind in (Kind.POINTS, Kind.RATIO, Kind.MULTIPLE):
        return None
    if figure.kind is Kind.PERCENTAGE and figure.number != _HUNDRED:
        return None
    return parts if all(_same(part, whole) for part in parts) else None


def _same(part: Mention, whole: Mention) -> bool:
    return part.figure.kind is whole.figure.kind and part.figure.unit == whole.figure.unit


def _are_nested(values: Sequence[Fraction]) -> bool:
    """Whether a row is the sum of two or more right below it: a subtotal above its parts."""
    for at, value in enumerate(values):
        added = Fraction(0)
        for taken, other in enumerate(values[at + 1 :], 1):
            added += other
            if added > value:
                break
            if taken > 1 and added == value:
                return True
    return False
