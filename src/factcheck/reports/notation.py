"""How a language writes numbers, units, ranges of them, and dates. Its words stand in `locale/<language>.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.figures.data_files import load
from factcheck.figures.interval import Interval
from factcheck.figures.rounding import exponent, nearest, outward
from factcheck.figures.shown import Quantity, Span
from factcheck.figures.units import is_currency
from factcheck.phrases import Phrase
from factcheck.reports.decimals import decimals_of, digits_of, terminates

MINUS: Final = "−"
_ALL_DIGITS: Final = 12
_MONEY_SCALES_FROM: Final = 6
_OTHER_SCALES_FROM: Final = 9
_EXTRA_DIGITS: Final = 3
_FAR_APART: Final = Fraction(1, 100)


class Notation(Struct, frozen=True):
    """One language's way of writing numbers.

    space     between a number and its unit
    per       of two units
    scales    powers of ten that have a word, smallest first
    units     for each unit, its pattern for one and for several
    """

    decimal: str
    group: str
    space: str
    per: str
    singular_below_two: bool
    scales: tuple[tuple[int, str], ...]
    units: Mapping[str, tuple[str, str]]
    months: tuple[str, ...]
    day_pattern: str
    first_day: str

    # --- numbers ------------------------------------------------------------------------------------------

    def plain(self, value: Fraction, places: int) -> str:
        """A value that has at most so many decimals, with exactly so many."""
        whole, decimals = digits_of(value, places)
        first = len(whole) % 3
        groups = [whole[:first]] * bool(first) + [whole[at : at + 3] for at in range(first, len(whole), 3)]
        text = self.group.join(groups) + (self.decimal + decimals if decimals else "")
        return f"{MINUS}{text}" if value < 0 else text

    def quantity(self, quantity: Quantity) -> str:
        """A number with its unit: "26.2 bn MAD", "0.2%"; a moment as its date."""
        if quantity.unit == "calendar_year":
            return self.day(_date_of(quantity.value))
        power, word = self._scale(quantity.value, quantity.unit)
        shown = _at_a_glance(quantity.value / 10**power, quantity.digits)
        return self._finished(self.plain(shown, decimals_of(shown)), word, quantity.unit, shown * 10**power)

    # --- ranges -------------------------------------------------------------------------------------------

    def span(self, span: Span) -> str | Phrase:
        """A range with its unit, rounded outward; open and infinite ends said in words."""
        interval, unit = span.interval, span.unit
        low, high = interval.low, interval.high
        if low is not None and low == high:
            return self.quantity(Quantity(low, unit, span.digits))
        if low == 0 and interval.low_open and high is not None:
            low = None  # that there is more than nothing goes without saying
        if low is not None and high is not None:
            if unit == "calendar_year":
                return self._moments(interval, low, high)
            return self._finite(interval, unit, span.digits)
        power, word = self._scale(low or high or Fraction(0), unit)
        shown = _readable(interval.scaled(Fraction(1, 10**power)), span.digits)
        if low is not None and shown.low is not None:
            text = self._finished(self.plain(shown.low, decimals_of(shown.low)), word, unit, shown.low * 10**power)
            return Phrase("over {low}", low=text) if shown.low_open else Phrase("at least {low}", low=text)
        if shown.high is not None:
            text = self._finished(self.plain(shown.high, decimals_of(shown.high)), word, unit, shown.high * 10**power)
            return Phrase("under {high}", high=text) if shown.high_open else Phrase("at most {high}", high=text)
        return Phrase("anything")

    def _finite(self, interval: Interval, unit: str, digits: int) -> Phrase:
        """A range with two ends, its unit said once unless the ends are of quite different size."""
        magnitude = interval.magnitude or Fraction(0)
        power, word = self._scale(magnitude, unit)
        if interval.low and interval.high and abs(interval.low) < _FAR_APART * abs(interval.high):
            shown = _readable(interval, digits)
            if unit:
                ends = [self.quantity(Quantity(end, unit, 0)) for end in (shown.low, shown.high) if end is not None]
                return _between(ends[0], ends[1], shown)
            # without a unit, a scale word would seem to go for both
            power, word = 0, ""
        shown = _readable(interval.scaled(Fraction(1, 10**power)), digits)
        assert shown.low is not None and shown.high is not None, "rounding keeps finite ends finite"
        plus = "+" if shown.low < 0 < shown.high else ""
        low, top = (self.plain(end, _places(end, shown, digits)) for end in (shown.low, shown.high))
        return _between(low, self._finished(plus + top, word, unit, magnitude), shown)

    # --- units --------------------------------------------------------------------------------------------

    def _scale(self, value: Fraction, unit: str) -> tuple[int, str]:
        first = _MONEY_SCALES_FROM if is_currency(unit.partition("/")[0]) else _OTHER_SCALES_FROM
        fitting = [(power, word) for power, word in self.scales if first <= power <= exponent(value)]
        return fitting[-1] if fitting else (0, "")

    def _finished(self, number: str, scale: str, unit: str, value: Fraction) -> str:
        """The number with its scale word and its unit; "MAD/USD" is MAD per USD."""
        if scale:
            number += self.space + scale
        top, _, below = unit.partition("/")
        one, several = self.units.get(top, ("{}" + self.space + top,) * 2) if top else ("{}", "{}")
        single = abs(value) < 2 if self.singular_below_two else abs(value) == 1
        text = (one if single else several).replace("{}", number, 1)
        return self.per.format(text, self.name_of(below)) if below else text

    def name_of(self, unit: str) -> str:
        """The unit by itself, as one of it is called."""
        return self.units[unit][0].replace("{}", "").strip() if unit in self.units else unit

    # --- dates --------------------------------------------------------------------------------------------

    def day(self, day: date) -> str:
        """A day: "27 January 2025"."""
        number = self.first_day if day.day == 1 else str(day.day)
        return self.day_pattern.format(day=number, month=self.months[day.month - 1], year=day.year)

    def period(self, first: date, last: date) -> str | Phrase:
        """A run of days: a year, half, quarter, month, day, or from one day to another."""
        if first == last:
            return self.day(first)
        if first.day != 1 or not _ends_a_month(last):
            return Phrase("{low} to {high}", low=self.day(first), high=self.day(last))
        year = str(first.year)
        match first.month, (last.year - first.year) * 12 + last.month - first.month + 1:
            case _, 1:
                return self._month(first)
            case 1, months if months % 12 == 0:
                return year if months == 12 else Phrase("{low} to {high}", low=year, high=str(last.year))
            case 1, 6:
                return Phrase("the first half of {year}", year=year)
            case 7, 6:
                return Phrase("the second half of {year}", year=year)
            case 1 | 4 | 7 | 10, 3:
                return Phrase("quarter {number} of {year}", number=first.month // 3 + 1, year=year)
        return Phrase("{low} to {high}", low=self._month(first), high=self._month(last))

    def _month(self, day: date) -> str:
        return f"{self.months[day.month - 1]} {day.year}"

    def _moments(self, interval: Interval, low: Fraction, high: Fraction) -> str | Phrase:
        last = _date_of(high)
        if interval.high_open and _date_of(low) < last:
            last = date.fromordinal(last.toordinal() - 1)
        return self.period(_date_of(low), last)


def _date_of(moment: Fraction) -> date:
    """The day that a moment in years of the common era falls on."""
    year = moment.__floor__()
    first = date(year, 1, 1)
    days = (date(year + 1, 1, 1) - first).days
    return date.fromordinal(first.toordinal() + ((moment - year) * days).__floor__())


def _ends_a_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _between(low: str, high: str, shown: Interval) -> Phrase:
    match shown.low_open, shown.high_open:
        case True, True:
            return Phrase("over {low}, under {high}", low=low, high=high)
        case True, False:
            return Phrase("over {low}, up to {high}", low=low, high=high)
        case False, True:
            return Phrase("{low} to under {high}", low=low, high=high)
    return Phrase("{low} to {high}", low=low, high=high)


def _at_a_glance(value: Fraction, digits: int) -> Fraction:
    """The value to so many digits; kept whole where one more digit writes it in full, or where all are asked for."""
    if not digits:
        return value if terminates(value) else nearest(value, _ALL_DIGITS)
    in_full = nearest(value, digits + 1)
    return value if in_full == value else nearest(value, digits)


def _places(end: Fraction, shown: Interval, digits: int) -> int:
    """How many decimals an end is written with: as many as the other, but no more digits than are meant."""
    places = max(decimals_of(each) for each in (shown.low, shown.high) if each is not None)
    return max(decimals_of(end), min(places, digits - 1 - exponent(end)))


def _readable(interval: Interval, digits: int) -> Interval:
    """The range rounded outward, with as few digits as do not make it half as wide again; an end moved is closed.

    An end that one digit more writes in full is kept: "145,000 to 148,500".
    """
    if not digits:
        return outward(interval, _ALL_DIGITS)
    width = interval.width
    for more in range(_EXTRA_DIGITS + 1):
        rounded, finer = outward(interval, digits + more), outward(interval, digits + more + 1)
        low_kept, high_kept = finer.low == interval.low, finer.high == interval.high
        shown = Interval(
            *(finer.low if low_kept else rounded.low, finer.high if high_kept else rounded.high),
            *(interval.low_open and low_kept, interval.high_open and high_kept),
        )
        if width is None or shown.width is None or shown.width <= width * Fraction(3, 2):
            break
    return shown


@lru_cache(maxsize=4)
def notation(language: str) -> Notation:
    """The notation of `language`, a code such as "fr"; raises FileNotFoundError for one without data."""
    path = Path(__file__).parent / "locale" / f"{language}.toml"
    data = load(path)
    return Notation(
        decimal=data["decimal"],
        group=data["group"],
        space=data["space"],
        per=data["per"],
        singular_below_two=data["singular_below_two"],
        scales=tuple((power, word) for power, word in data["scales"]),
        units={name: (one, several) for name, (one, several) in data["units"].items()},
        months=tuple(data["months"]),
        day_pattern=data["day_pattern"],
        first_day=data["first_day"],
    )
