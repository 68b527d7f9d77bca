"""A figure: one number as printed, and what it may mean.

`Numeral` is the printed number by itself ("26,2", one decimal, in milliards); `Figure` adds unit, hedge and place,
and works out the two ranges of true values that DESIGN calls usual and literal.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct

from factcheck.figures import hedges
from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.units import COUNT, Unit, unit_named

_ZERO: Final = Fraction(0)
_KEEPS_ALL_DIGITS_BELOW: Final = 100


class Kind(StrEnum):
    """What sort of number a figure is; money has its ISO 4217 code, a count its noun, a date no unit."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    POINTS = "points"
    CURRENCY = "currency"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    DURATION = "duration"
    DATE = "date"


class Numeral(Struct, frozen=True, gc=False):
    """A number as its digits or words give it.

    value      the number, scale word left out ("26,2 milliards" has 26.2), with its sign
    decimals   how many digits stand after the decimal sign
    scale      what the scale word multiplies by (milliards: 10⁹)
    digits     the digits verbatim ("148 500"), empty where the number stands in words
    """

    value: Fraction
    decimals: int = 0
    scale: Fraction = Fraction(1)
    digits: str = ""


class Figure(Struct, frozen=True, gc=False):
    """One number as printed, with its unit, its hedge and the precision of its digits.

    text        verbatim: number, scale word and unit, without the hedge
    start, end  where `text` stands in the text read, in code points, the end exclusive
    value       the number in `unit`, scale word included; for a date, its ISO 8601 string
    unit        see `Kind`; ISO 4217 code for money, the noun for a count
    numeral     the number by itself; for a date, nothing
    in_words    a word that multiplies or divides: "doublement", "un tiers"
    period      the period that the text gives the figure, where it gives one
    weekday     of a date: 0 for Monday … 6 for Sunday, as printed and perhaps wrong
    assumed     the unit was not printed in full: a bare "dollars" taken for USD
    other       the other value of an ambiguous numeral ("2,415" also reads 2 415), in the figure's own unit
    """

    text: str
    kind: Kind
    value: Fraction | str
    unit: str = ""
    hedge: Hedge = Hedge.NONE
    numeral: Numeral | None = None
    start: int = 0
    end: int = 0
    in_words: bool = False
    period: Period | None = None
    weekday: int | None = None
    assumed: bool = False
    other: Fraction | None = None

    @property
    def number(self) -> Fraction:
        """The value as a number; raises TypeError for a date."""
        if isinstance(self.value, str):
            raise TypeError(f"a date has no number: {self.text!r}")
        return self.value

    @property
    def resolution(self) -> Fraction:
        """One unit of the last significant printed digit; 0 for what is exact: dates and small counts."""
        numeral = self.numeral
        if numeral is None:
            return _ZERO
        if numeral.decimals:
            return Fraction(1, 10**numeral.decimals) * numeral.scale
        if self._is_exact_count:
            return _ZERO
        if self.hedge is Hedge.EXACTLY or self.kind is Kind.PERCENTAGE or abs(numeral.value) < _KEEPS_ALL_DIGITS_BELOW:
            return numeral.scale
        return Fraction(10 ** _trailing_zeros(numeral.value)) * numeral.scale

    @property
    def _is_exact_count(self) -> bool:
        numeral = self.numeral
        return (
            numeral is not None
            and self.kind is Kind.NUMBER
            and self.unit != ""
            and self.measure == COUNT
            and numeral.scale == 1
            and numeral.value.denominator == 1
            and (self.hedge is Hedge.EXACTLY or abs(numeral.value) < _KEEPS_ALL_DIGITS_BELOW)
        )

    @property
    def granularity(self) -> Fraction:
        """How round the figure is: one unit of its last non-zero digit, five units where that digit is 5."""
        if self.numeral is None:
            return _ZERO
        shifted = abs(self.numeral.value) * 10**self.numeral.decimals
        if shifted == 0 or shifted.denominator != 1:
            return max(self.resolution, Fraction(1, 10**self.numeral.decimals) * self.numeral.scale)
        zeros = _trailing_zeros(shifted)
        unit = Fraction(10**zeros, 10**self.numeral.decimals) * self.numeral.scale
        return 5 * unit if shifted / 10**zeros % 10 == 5 else unit

    @property
    def _ranges(self) -> tuple[Interval, Interval]:
        return _ranges_of(self.kind, self.value, self.unit, self.hedge, self.numeral, self.in_words)

    def _work_out_ranges(self) -> tuple[Interval, Interval]:
        numeral = self.numeral
        if numeral is None:
            moments = self._moments
            return moments, moments
        zeros_are_round = (
            self.kind is not Kind.PERCENTAGE
            and self.hedge is not Hedge.EXACTLY
            and numeral.decimals == 0
            and abs(numeral.value) >= _KEEPS_ALL_DIGITS_BELOW
            and _trailing_zeros(numeral.value) > 0
        )
        printed = hedges.Printed(
            value=self.number,
            resolution=self.resolution,
            granularity=_ZERO if hedges.is_bare(self.hedge, in_words=self.in_words) else self.granularity,
            capped=zeros_are_round,
            in_words=self.in_words,
            never_negative=self.kind in (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION),
        )
        return hedges.ranges(printed, self.hedge)

    @property
    def _moments(self) -> Interval:
        period = Period.parse(str(self.value))
        return Interval(period.start, period.end, False, True)

    @property
    def usual(self) -> Interval:
        """What a reader takes from the words, in `unit`; of a date, the moments of its period in calendar years."""
        return self._ranges[0]

    @property
    def literal(self) -> Interval:
        """What the words commit the writer to, in `unit`."""
        return self._ranges[1]

    @property
    def measure(self) -> Unit:
        """The unit as a factor and a dimension; a date's are those of calendar years."""
        return unit_named("calendar_year" if self.kind is Kind.DATE else self.unit)


@lru_cache(maxsize=16_384)
def _ranges_of(
    kind: Kind, value: Fraction | str, unit: str, hedge: Hedge, numeral: Numeral | None, in_words: bool
) -> tuple[Interval, Interval]:
    """The ranges of every figure that is printed so, wherever it stands: many are asked for, and again and again."""
    return Figure("", kind, value, unit, hedge, numeral, in_words=in_words)._work_out_ranges()


def _trailing_zeros(value: Fraction) -> int:
    """How many zeros a whole number ends in; 0 for 0 and for what is not whole."""
    if value.denominator != 1 or value == 0:
        return 0
    digits = str(abs(value.numerator))
    return len(digits) - len(digits.rstrip("0"))
