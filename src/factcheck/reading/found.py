"""A figure on its way: found among the tokens, before its neighbourhood has had its say."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period
from factcheck.reading.tokens import Tokens


class Found(Struct, gc=False):
    """What was read at tokens `first` to `end`; the other attributes are those of `Figure`.

    silent    it takes its tokens but is no figure: a phone number, a day without a year
    about     its words make it a round number: "une centaine"
    covers    of a date: the period that it gives other figures, "à fin juin" the half-year
    lead      the first token of its hedge, where one stands before it; else -1
    tail      the token after its hedge, where one stands after it; else -1
    family    the name that its currency shares with others: "dollar"
    """

    first: int
    end: int
    kind: Kind = Kind.NUMBER
    value: Fraction | str = ""
    unit: str = ""
    numeral: Numeral | None = None
    hedge: Hedge = Hedge.NONE
    other: Fraction | None = None
    in_words: bool = False
    weekday: int | None = None
    assumed: bool = False
    period: Period | None = None
    about: bool = False
    silent: bool = False
    family: str = ""
    covers: Period | None = None
    lead: int = -1
    tail: int = -1

    @property
    def bare(self) -> bool:
        """Whether it is a number without a unit."""
        return self.kind is Kind.NUMBER and not self.unit and not self.silent

    def takes_unit_of(self, other: Found) -> None:
        """Takes over kind and unit: the "20" of "entre 20 et 25 %"."""
        self.kind, self.unit, self.assumed = other.kind, other.unit, other.assumed

    def scaled(self, factor: Fraction) -> None:
        """Multiplies by a scale word that stands elsewhere: "entre 2 et 3 milliards"."""
        if self.numeral is not None and not isinstance(self.value, str):
            numeral = self.numeral
            self.numeral = Numeral(numeral.value, numeral.decimals, numeral.scale * factor, numeral.digits)
            self.value *= factor
            self.other = None if self.other is None else self.other * factor

    def negated(self) -> None:
        """Turns its sign."""
        if self.numeral is not None and not isinstance(self.value, str):
            numeral = self.numeral
            self.numeral = Numeral(-numeral.value, numeral.decimals, numeral.scale, numeral.digits)
            self.value = -self.value
            self.other = None if self.other is None else -self.other

    def figure(self, tokens: Tokens) -> Figure:
        """The finished figure."""
        start, end = tokens.starts[self.first], tokens.ends[self.end - 1]
        return Figure(
            tokens.text[start:end],
            self.kind,
            self.value,
            self.unit,
            self.hedge,
            self.numeral,
            start,
            end,
            self.in_words,
            self.period,
            self.weekday,
            self.assumed,
            self.other,
        )
