"""Tables: columns of changes and of shares beside the columns that they are drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.relations import negated
from factcheck.drafts.lists.cells import Cell, Column, Grid
from factcheck.drafts.lists.table_totals import summed_row, totals_of
from factcheck.drafts.prose import Draft, Mention, same_unit
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.phrases import Phrase
from factcheck.relations.expression import Name, divide, subtract
from factcheck.relations.finding import Confidence

_FEWEST_PARTS: Final = 2
_FARTHEST: Final = Fraction(3, 2)
_HUNDRED: Final = 100


def find(draft: Draft) -> Iterator[Candidate]:
    """Every relation that the headers and the labels of a table state between its cells."""
    for table in draft.document.tables:
        if len(table.rows) > table.head:
            grid = Grid(draft, table)
            if grid.width > 1:
                yield from _changes(grid)
                yield from _shares(grid)
                yield from totals_of(grid)


# --- changes ------------------------------------------------------------------------------------------------------


def _changes(grid: Grid) -> Iterator[Candidate]:
    for column in grid.columns:
        if not column.is_change or grid.has(column.words, "adjusted"):
            continue
        levels = _compared_columns(grid, column)
        if levels is not None:
            before, after = levels
            rows = range(len(grid.body))
            yield from _column_of_changes(grid, column, [(before.cells[row], after.cells[row], row) for row in rows])
        elif (level := _level_beside(grid, column)) is not None and (order := _consecutive(grid)) is not None:
            cells = [(level.cells[one], level.cells[other], other) for one, other in pairwise(order)]
            yield from _column_of_changes(grid, column, cells)


def _compared_columns(grid: Grid, change: Column) -> tuple[Column, Column] | None:
    """The two columns that a column of changes is drawn from, the earlier one first."""
    levels = [column for column in grid.columns if column.is_level]
    dated = [column for column in levels if column.period is not None]
    if len(dated) == 2:
        first, second = dated
        assert first.period is not None and second.period is not None
        if len(first.period.text) != len(second.period.text) or first.period == second.period:
            return None
        return (first, second) if first.period.start < second.period.start else (second, first)
    before = [column for column in levels if grid.has(column.words, "before")]
    after = [column for column in levels if grid.has(column.words, "after") and column not in before]
    return (before[0], after[0]) if len(before) == len(after) == 1 and not dated else None


def _level_beside(grid: Grid, change: Column) -> Column | None:
    """The column of levels to the left of another, where it has no period of its own."""
    beside = [column for column in grid.columns if column.index == change.index - 1]
    return beside[0] if beside and beside[0].is_level and beside[0].period is None else None


def _consecutive(grid: Grid) -> list[int] | None:
    """The rows from the first year to the last, where every label is one and none is missing."""
    years = [period.text for period in grid.years if period is not None]
    if len(years) != len(grid.body) or len(years) < _FEWEST_PARTS or not all(year.isdecimal() for year in years):
        return None
    order = sorted(range(len(years)), key=lambda row: int(years[row]))
    in_order = all(int(years[other]) - int(years[one]) == 1 for one, other in pairwise(order))
    return order if in_order and order in (list(range(len(order))), list(range(len(order)))[::-1]) else None


def _column_of_changes(grid: Grid, column: Column, rows: Sequence[tuple[Cell, Cell, int]]) -> Iterator[Candidate]:
    falls = grid.has(column.words, "falls")
    unsigned = not any(cell.mention is not None and cell.mention.figure.number < 0 for cell in column.cells)
    for before, after, row in rows:
        change = column.cells[row].mention
        if change is None or before.mention is None or after.mention is None:
            continue
        falling = grid.has(column.cells[row].words, "falling")
        shrank = after.mention.figure.number < before.mention.figure.number
        if change.figure.number > 0 and (falls or falling or (unsigned and shrank and not _has_sign(change))):
            change = change.read_as(negated(change.figure))
        yield from _change(grid, column, before.mention, after.mention, change)


def _change(grid: Grid, column: Column, before: Mention, after: Mention, change: Mention) -> Iterator[Candidate]:
    one, other, by = before.figure, after.figure, change.figure
    if not (same_unit(one, other) or (one.kind is other.kind is Kind.NUMBER and one.unit == other.unit)):
        return
    roles = {"from": before, "to": after, "change": change}
    start, end = Name("from"), Name("to")
    if by.kind is Kind.PERCENTAGE and one.kind is Kind.PERCENTAGE:
        yield LeftAlone(
            "growth", (before, after, change), Phrase("a change of percentages in percent may be meant in points")
        )
    elif by.kind is Kind.PERCENTAGE:
        if one.number > 0:
            yield Stated("growth", equal(call("growth", start, end, roles=roles), Name("change")), roles)
    elif by.kind is Kind.POINTS and one.kind is Kind.PERCENTAGE:
        yield Stated("points", equal(call("points", start, end, roles=roles), Name("change")), roles)
    elif by.kind is one.kind and by.unit == one.unit and (grid.has(column.words, "difference") or by.unit):
        yield Stated("difference", equal(subtract(end, start), Name("change")), roles)


def _has_sign(mention: Mention) -> bool:
    return mention.figure.text[:1] in ("+", "-", "−", "–")


# --- shares -------------------------------------------------------------------------------------------------------


def _shares(grid: Grid) -> Iterator[Candidate]:
    total = grid.total_row if grid.total_row is not None else summed_row(grid)
    for column in grid.columns:
        if not column.is_share:
            continue
        if total is None:
            yield from _shares_beside(grid, column)
            continue
        level = _level_of_shares(grid, column)
        whole = None if level is None else level.cells[total].mention
        hundred = column.cells[total].figure
        if level is None or whole is None or whole.figure.kind is Kind.PERCENTAGE or whole.figure.number <= 0:
            continue
        if hundred is None and not _is_plain_share(grid, column):
            continue  # a column headed "%" may hold anything
        if hundred is not None and hundred.number != _HUNDRED:
            continue
        for row, cell in enumerate(column.cells):
            part = level.cells[row].mention
            if row != total and part is not None and cell.mention is not None:
                yield from _share(part, whole, cell.mention)


def _shares_beside(grid: Grid, column: Column) -> Iterator[Candidate]:
    """Shares of a whole that the table does not print: two of them stand to each other as their parts do."""
    level = _level_of_shares(grid, column)
    if level is None or not _is_plain_share(grid, column):
        return
    rows = [
        (part, _as_percentage(share))
        for part, share in ((level.cells[row].mention, cell.mention) for row, cell in enumerate(column.cells))
        if part is not None and share is not None and part.figure.number > 0 and share.figure.number > 0
    ]
    if len(rows) < _FEWEST_PARTS or any(share.figure.kind is not Kind.PERCENTAGE for _, share in rows):
        return
    if sum(share.figure.number for _, share in rows) > _HUNDRED * _FARTHEST:
        return  # shares of something else
    largest = max(rows, key=lambda row: row[0].figure.number)
    for row in rows:
        same = row[0].figure.kind is largest[0].figure.kind and row[0].figure.unit == largest[0].figure.unit
        if row is not largest and same:
            roles = {"part": row[0], "largest": largest[0], "share": row[1], "largest share": largest[1]}
            parts = call("share", Name("part"), Name("largest"), roles=roles)
            shares = divide(Name("share"), Name("largest share"))
            yield Stated("share", equal(parts, shares), roles, Confidence.MEDIUM)


def _is_plain_share(grid: Grid, column: Column) -> bool:
    """Whether a header says "share" and not of what: "Part" or "Share (%)", not "Part de filles"."""
    words = column.words
    return grid.equals(words[: words.index("(")] if "(" in words else words, "share")


def _as_percentage(share: Mention) -> Mention:
    if share.figure.kind is Kind.NUMBER and not share.figure.unit:
        return share.read_as(replace(share.figure, kind=Kind.PERCENTAGE, unit="percent"))
    return share


def _level_of_shares(grid: Grid, share: Column) -> Column | None:
    """The column that a column of shares is drawn from: that of its period, else that to its left, or the only one."""
    levels = [column for column in grid.columns if column.is_level]
    if share.period is not None:
        levels = [column for column in levels if column.period == share.period]
    elif any(column.index == share.index - 1 for column in levels):
        levels = [column for column in levels if column.index == share.index - 1]
    return levels[0] if len(levels) == 1 else None


def _share(part: Mention, whole: Mention, share: Mention) -> Iterator[Candidate]:
    if part.figure.kind is not whole.figure.kind or part.figure.unit != whole.figure.unit or part.figure.number <= 0:
        return
    share = _as_percentage(share)
    if share.figure.kind is not Kind.PERCENTAGE:
        return
    roles = {"part": part, "whole": whole, "share": share}
    yield Stated("share", equal(call("share", Name("part"), Name("whole"), roles=roles), Name("share")), roles)
