"""What the headers of a table say of the figures in its cells."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from factcheck.drafts.lists.cells import Grid
from factcheck.drafts.prose import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.periods import Period
from factcheck.reading.tokens import words_of


class InTable(Struct, frozen=True):
    """A figure in a cell.

    figure   with the unit that the column's header or the caption states for it
    unit     the figure "1 million de dirhams" that says so; None where nothing does
    words    of the row's label and the column's header, without those of its unit
    period   that the row or the column is of
    table    which of the draft's tables it is
    """

    figure: Figure
    unit: Figure | None
    words: tuple[str, str]
    period: Period | None
    table: int


def in_tables(draft: Draft) -> Mapping[tuple[int, int], InTable]:
    """The figures that stand alone in a cell of a table, by their places in the draft's text."""
    found: dict[tuple[int, int], InTable] = {}
    for number, table in enumerate(draft.document.tables):
        grid = Grid(draft, table)
        for column in grid.columns:
            unit = () if column.unit is None else words_of(column.unit.text)
            header = " ".join(word for word in column.words if word not in unit)
            for row, cell in enumerate(column.cells):
                figure = cell.figure
                if figure is not None:
                    words = " ".join(grid.labels[row]), header
                    period = figure.period or column.period or grid.years[row]
                    found[figure.start, figure.end] = InTable(figure, column.unit, words, period, number)
    return found
