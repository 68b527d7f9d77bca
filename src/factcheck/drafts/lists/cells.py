"""The cells of a table as figures: with the units that headers and captions print, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from factcheck.drafts.links import is_bare, is_count
from factcheck.drafts.lists.lead_ins import before_table
from factcheck.drafts.prose import Draft, Mention, completed
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.periods import Period
from factcheck.reading import read
from factcheck.reading.documents.structure import Span, Table
from factcheck.reading.tokens import Tokens

FAMILY: Final = "tables"
_MOST_ROWS: Final = 200
_MOST_COLUMNS: Final = 50
_LONGEST_UNIT: Final = 40


class Cell(Struct, frozen=True):
    """A cell: its words and the one figure in it; `number` is what the figure is worth in its column's unit."""

    words: tuple[str, ...]
    mention: Mention | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure with its unit; None where there is none, or more than one."""
        return None if self.mention is None else self.mention.figure


class Column(Struct, frozen=True):
    """A column: the words of its header, and what they say that it holds."""

    index: int
    words: tuple[str, ...]
    period: Period | None
    unit: Figure | None
    is_change: bool
    is_share: bool
    is_total: bool
    cells: tuple[Cell, ...]

    @property
    def is_level(self) -> bool:
        """Whether it holds levels rather than what is made of them."""
        return not (self.is_change or self.is_share or self.is_total)


class Grid:
    """A table as its checks see it: columns of cells, and a label for each row."""

    def __init__(self, draft: Draft, table: Table) -> None:
        self.draft, self.table = draft, table
        self.head = table.rows[: table.head]
        self.body = table.rows[table.head : table.head + _MOST_ROWS]
        self.width = min(max((len(row) for row in self.body), default=0), _MOST_COLUMNS)

    def has(self, words: Sequence[str], name: str) -> bool:
        """Whether a phrase of a wording stands among the words of a header."""
        cue, tokens = self.draft.wordings.cue(FAMILY, name), _as_tokens(" ".join(words))
        return any(cue.at(tokens, at) is not None for at in range(tokens.first, tokens.last))

    def starts(self, words: Sequence[str], name: str) -> bool:
        """Whether a label begins with a phrase of a wording."""
        if not words:
            return False
        tokens = _as_tokens(" ".join(words))
        return self.draft.wordings.cue(FAMILY, name).at(tokens, tokens.first) is not None

    def equals(self, words: Sequence[str], name: str) -> bool:
        """Whether a header or a cell is a phrase of a wording and nothing else."""
        if not words:
            return False
        tokens = _as_tokens(" ".join(words))
        found = self.draft.wordings.cue(FAMILY, name).at(tokens, tokens.first)
        return found is not None and found[1] == tokens.last

    @cached_property
    def labels(self) -> Sequence[tuple[str, ...]]:
        """The words of each row's first cell."""
        return [self._words(row[0]) if row else () for row in self.body]

    @cached_property
    def years(self) -> Sequence[Period | None]:
        """The period that each row's first cell is, where it is one."""
        return [self._period(row[0]) if row else None for row in self.body]

    @cached_property
    def columns(self) -> Sequence[Column]:
        """Every column but the first."""
        return [self._column(index) for index in range(1, self.width)]

    @cached_property
    def total_row(self) -> int | None:
        """The row that adds up the others: the last one or the first; None where there is none, or several."""
        totals = [row for row, words in enumerate(self.labels) if self.starts(words, "total")]
        nested = any(self.starts(words, "subtotal") for words in self.labels)
        if len(totals) != 1 or nested or totals[0] not in (0, len(self.body) - 1):
            return None
        return totals[0]

    def _column(self, index: int) -> Column:
        spans = [row[index] for row in self.head if index < len(row)]
        words = tuple(word for span in spans for word in self._words(span))
        text = " ".join(self.draft.document.text[start:end] for start, end in spans)
        unit = unit_said(text, self.draft.lang, self.draft.wordings.words(FAMILY, "unit after"))
        is_change = self.has(words, "change")
        is_share = not is_change and (self.has(words, "share") or self.equals(words, "percent"))
        if unit is None and not (is_change or is_share):
            unit = self._unit_of_all
        periods = [period for period in map(self._period, spans) if period is not None]
        return Column(
            index=index,
            words=words,
            period=periods[0] if len(periods) == 1 else None,
            unit=unit,
            is_change=is_change,
            is_share=is_share,
            is_total=self.equals(words, "total"),
            cells=tuple(self._cell(row, index, unit) for row in self.body),
        )

    def _cell(self, row: Sequence[Span], index: int, unit: Figure | None) -> Cell:
        if index >= len(row):
            return Cell(())
        start, end = row[index]
        found = self.draft.mentions_in(start, end)
        words = self._words(row[index])
        if len(found) != 1 or found[0].figure.kind is Kind.DATE:
            return Cell(words)
        mention = found[0]
        return Cell(words, mention if unit is None else mention.read_as(completed(mention.figure, unit)))

    def _words(self, span: Span) -> tuple[str, ...]:
        tokens = Tokens(self.draft.document.text, *span)
        return tuple(tokens.words[tokens.first : tokens.last])

    def _period(self, span: Span) -> Period | None:
        found = self.draft.mentions_in(*span)
        dates = [mention for mention in found if mention.figure.kind is Kind.DATE]
        return Period.parse(str(dates[0].figure.value)) if len(dates) == 1 else None

    @cached_property
    def _unit_of_all(self) -> Figure | None:
        """The unit that the corner cell, the caption or the paragraph before the table states for all of it."""
        after = self.draft.wordings.words(FAMILY, "unit after")
        for corner in self._corners():
            unit = unit_said(corner, self.draft.lang, after)
            if unit is not None and (_is_money_or_scaled(unit) or _one_of(corner, self.draft.lang) is None):
                return unit  # a corner that is but a noun names the rows: "Item", "Year", "Ton"
        return next((unit for text in self._captions() if (unit := unit_said(text, self.draft.lang, after))), None)

    def _corners(self) -> Iterator[str]:
        return (self.draft.document.text[row[0][0] : row[0][1]] for row in self.head if row)

    def _captions(self) -> Iterator[str]:
        text = self.draft.document.text
        if self.table.caption is not None:
            yield text[self.table.caption[0] : self.table.caption[1]]
        start, end = before_table(text, self.table)
        yield text[start:end]

    @cached_property
    def caption(self) -> tuple[str, ...]:
        """The words of the caption."""
        return () if self.table.caption is None else self._words(self.table.caption)

    @property
    def introduced(self) -> Sequence[Mention]:
        """The figures of the caption and of the paragraph before the table."""
        caption = () if self.table.caption is None else self.draft.mentions_in(*self.table.caption)
        return [*caption, *self.draft.mentions_in(*before_table(self.draft.document.text, self.table))]


def unit_said(text: str, lang: str, after: frozenset[str]) -> Figure | None:
    """One of the unit that a header or a caption states: "(en millions de dirhams)", "Budget, £m"; else None."""
    for piece in _pieces(text, after):
        figure = _one_of(piece.strip(" :"), lang)
        if figure is not None:
            return figure
    return None


def _pieces(text: str, after: frozenset[str]) -> Iterator[str]:
    """The parts of a header that may be a unit: in parentheses, after "en" or a comma, or all of it."""
    opening, closing = text.rfind("("), text.rfind(")")
    inner = text[opening + 1 : closing] if 0 <= opening < closing else ""
    for part in (inner, text):
        if not part:
            continue
        words = part.split()
        for at, (word, _) in enumerate(pairwise(words)):
            if word.lower() in after:
                yield " ".join(words[at + 1 :]).partition(")")[0]
        yield part.rpartition(",")[2]


@lru_cache(maxsize=512)
def _one_of(unit: str, lang: str) -> Figure | None:
    """The figure "1 million de dirhams" for the unit "millions de dirhams"; None where it is no unit."""
    if not unit or len(unit) > _LONGEST_UNIT or any(char.isdigit() for char in unit):
        return None
    for text in (f"1 {unit}", f"{unit[0]}1{unit[1:]}"):
        found = read(text, lang)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) and _says_more(found[0]):
            return found[0]
    return None


def _is_money_or_scaled(unit: Figure) -> bool:
    return unit.kind is Kind.CURRENCY or (unit.numeral is not None and unit.numeral.scale != 1)


def _says_more(figure: Figure) -> bool:
    """Whether a figure has a unit that is no mere noun, or a scale word."""
    if figure.kind in (Kind.CURRENCY, Kind.PERCENTAGE, Kind.POINTS):
        return True
    if figure.kind is not Kind.NUMBER or figure.numeral is None:
        return False
    return figure.numeral.scale != 1 or not (is_bare(figure) or is_count(figure))


@lru_cache(maxsize=2048)
def _as_tokens(text: str) -> Tokens:
    return Tokens(text)
