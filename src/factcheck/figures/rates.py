"""Exchange rates of periods, each a figure with two ranges of its own.

A month is what the package's data or the newsroom's file says. Everything else is made of months:

    day                     its month
    half, quarter           the mean of its months, and the lowest and highest of them
    year                    likewise; against the dollar the average is the World Bank's where it gives one, and
                            where months are lacking its averages have to do, by way of the dollar
    span of years           the mean of its months; where months are lacking, the mean of its years
    what is still under way the months so far, which `covers` then names

The mean of months is plain: months count alike. It is that of units per dollar, else per euro, else per the currency
first in the alphabet; the pair the other way round has the inverse. A newsroom's own row wins for its period, and that
of a month in every longer period for which there is no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures import rate_tables
from factcheck.figures.data_files import load
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rate_tables import WORLD_BANK, Traded, sources_joined
from factcheck.figures.units import is_currency
from factcheck.phrases import Phrase

_TOLERANCES: Final = Path(__file__).parent / "data" / "rates" / "rates.toml"
_ONE: Final = Fraction(1)

OF_ITS_MONTH: Final = Phrase("a day is answered with the rates of its month")
NO_RANGE: Final = Phrase("no monthly rates are known: the range is the average alone")
OFFICIAL: Final = Phrase("the official rate, which the market did not follow")


class Rate(Struct, frozen=True):
    """How much of one currency one unit of another cost in a period.

    currency, per  `average` is how many `currency` one `per` cost: MAD per USD
    period         the period that was asked for
    covers         the period that the data is of: a day's month, or the months so far of what is under way
    low, high      the lowest and the highest of the period's days
    source         who says so; several names are separated by "; "
    notes          what a reader should know of it
    """

    currency: str
    per: str
    period: Period
    covers: Period
    average: Fraction
    low: Fraction
    high: Fraction
    source: str
    notes: tuple[Phrase, ...] = ()

    def inverse(self) -> Rate:
        """The same pair the other way round: the inverse average, low and high exchanged."""
        return replace(
            self,
            currency=self.per,
            per=self.currency,
            average=1 / self.average,
            low=1 / self.high,
            high=1 / self.low,
        )

    @property
    def usual(self) -> Interval:
        """What a reader takes the rate of the period to be: the average, give or take what sources differ by."""
        reach = _tolerance(self, "usual")
        return Interval(self.average * (1 - reach), self.average * (1 + reach))

    @property
    def literal(self) -> Interval:
        """Every rate at which the pair can have been converted in the period."""
        reach = _tolerance(self, "literal")
        return Interval(self.low * (1 - reach), self.high * (1 + reach))


@lru_cache(maxsize=1)
def _tolerances() -> Mapping[str, Fraction]:
    data = load(_TOLERANCES)
    return {name: Fraction(data[name]) for name in ("usual", "literal")}


def _tolerance(rate: Rate, reading: str) -> Fraction:
    """What sources differ by, of 1; nothing for a currency against itself."""
    return Fraction(0) if rate.currency == rate.per else _tolerances()[reading]


class Rates:
    """The rates of the package, and before them those of a newsroom's own files."""

    def __init__(self, newsroom: Sequence[Path] = ()) -> None:
        """`newsroom`: CSV files as `newsroom_rates` describes. Raises InputError with all their mistakes."""
        self._own: dict[tuple[str, str, date, date], Traded] = {}
        self._own_months: dict[tuple[str, str], list[Period]] = {}
        self._own_periods: dict[tuple[str, str], list[Period]] = {}
        self._answers: dict[tuple[str, str, str], Rate] = {}
        self._monthly: dict[tuple[str, str], tuple[Rate, ...]] = {}
        if newsroom:
            self._take(newsroom)

    def _take(self, newsroom: Sequence[Path]) -> None:
        from factcheck.figures.newsroom_rates import read_files  # most runs have no such file

        for row in read_files(newsroom):
            for pair, traded in (
                ((row.currency, row.per), row.traded),
                ((row.per, row.currency), row.traded.inverse()),
            ):
                self._own[*pair, row.period.first, row.period.last] = traded
                self._own_periods.setdefault(pair, []).append(row.period)
                if row.period.is_month:
                    self._own_months.setdefault(pair, []).append(row.period)

    # --- asking -------------------------------------------------------------------------------------------

    def rate(self, currency: str, per: str, period: Period) -> Rate:
        """How many `currency` one `per` cost in `period`; both are ISO 4217 codes.

        Raises UnknownCurrency for a code that has no rates at all, NoRate where none is known for the period.
        """
        key = (currency, per, period.text)
        if key not in self._answers:
            self._must_know(currency)
            self._must_know(per)
            found = self._found(currency, per, period)
            if found is None:
                raise NoRate(self._why_none(currency, per, period))
            self._answers[key] = found
        return self._answers[key]

    def monthly(self, currency: str, per: str) -> Sequence[Rate]:
        """The months for which the pair's rate is known, in order. Raises UnknownCurrency."""
        pair = (currency, per)
        if pair not in self._monthly:
            self._must_know(currency)
            self._must_know(per)
            packaged = Period.of_year(int(rate_tables.FIRST_MONTH[:4])).first
            known = Period(packaged, self.reach().last, "").months()
            months = sorted({*known, *self._own_months.get(pair, [])}, key=lambda month: month.first)
            self._monthly[pair] = tuple(
                rate for month in months if (rate := self._found(currency, per, month)) is not None
            )
        return self._monthly[pair]

    def nearest_month(self, currency: str, per: str, wanted: Interval, near: Period | None) -> Rate | None:
        """The month in which the pair really traded somewhere in `wanted`: [low, high] meets it.

        The nearest to `near` (its own months first, of two as near the earlier one); the latest where `near` is
        None. None where there is no such month. Raises UnknownCurrency.
        """
        meeting = [rate for rate in self.monthly(currency, per) if Interval(rate.low, rate.high).meets(wanted)]
        if not meeting:
            return None
        if near is None:
            return meeting[-1]
        first, last = _month_number(near.first), _month_number(near.last)

        def distance(rate: Rate) -> int:
            month = _month_number(rate.period.first)
            return max(first - month, month - last, 0)

        return min(meeting, key=distance)

    def reach(self) -> Period:
        """The last month that the package's rates cover whole."""
        return Period.parse(rate_tables.last_month())

    # --- finding ------------------------------------------------------------------------------------------

    def _found(self, currency: str, per: str, period: Period) -> Rate | None:
        if currency == per:
            return Rate(currency, per, period, period, _ONE, _ONE, _ONE, f"1 {currency} = 1 {per}")
        if _rank(per) > _rank(currency):
            turned = self._found(per, currency, period)
            return turned and turned.inverse()
        own = self._own.get((currency, per, period.first, period.last))
        if own is not None:
            notes = () if own.low < own.high else (NO_RANGE,)
            return Rate(currency, per, period, period, own.average, own.low, own.high, own.source, notes)
        if period.is_month:
            traded = self._packaged_month(currency, per, period)
            return _rate(currency, per, period, traded, self._notes(currency, per)) if traded else None
        if period.is_day:
            month = self._found(currency, per, Period.of_month(period.first.year, period.first.month))
            return month and replace(month, period=period, notes=(*month.notes, OF_ITS_MONTH))
        months = self._of_months(currency, per, period)
        if period.is_year:
            return self._of_year(currency, per, period, months)
        return months or self._of_years(currency, per, period)

    @staticmethod
    def _packaged_month(currency: str, per: str, month: Period) -> Traded | None:
        listed = rate_tables.currencies()
        if currency not in listed or per not in listed:
            return None
        return rate_tables.of_month(currency, per, month)

    def _of_months(self, currency: str, per: str, period: Period) -> Rate | None:
        """The months of the period together; None where one is lacking that is not yet to come."""
        reach = self.reach()
        end = max([reach, *self._own_months.get((currency, per), ())])
        known: list[Rate] = []
        lacking = False
        for month in period.months():
            rate = self._found(currency, per, month) if month <= end else None
            if rate is None:
                lacking = True
                if month > end:
                    break
            if lacking and (month <= reach or rate is not None):
                return None
            if rate is not None:
                known.append(rate)
        if not known:
            return None
        whole = _together(currency, per, period, known)
        if not lacking:
            return whole
        first, last = known[0].period, known[-1].period
        covers = Period(first.first, last.last, f"{first}/{last}") if first != last else first
        so_far = Phrase("{period} so far: {first} to {last}", period=period, first=first, last=last)
        return replace(whole, covers=covers, notes=(*whole.notes, so_far))

    def _of_year(self, currency: str, per: str, period: Period, months: Rate | None) -> Rate | None:
        """A calendar year: the World Bank's average where the pair is one against the dollar, else the months'."""
        own = any(month in period for month in self._own_months.get((currency, per), ()))
        average = _world_bank(currency, per, period.first.year)
        if months is not None and (own or average is None or "USD" not in (currency, per)):
            return months
        if average is None:
            return None
        if months is None:
            notes = (*self._notes(currency, per), NO_RANGE)
            return Rate(currency, per, period, period, average, average, average, WORLD_BANK, notes)
        return replace(
            months,
            average=average,
            low=min(months.low, average),
            high=max(months.high, average),
            source=sources_joined(WORLD_BANK, months.source),
        )

    def _of_years(self, currency: str, per: str, period: Period) -> Rate | None:
        """The years of a span together; None where one is lacking, or where the period is not made of years."""
        if "/" not in period.text:
            return None
        known: list[Rate] = []
        for year in range(period.first.year, period.last.year + 1):
            rate = self._found(currency, per, Period.of_year(year))
            if rate is None or rate.covers != rate.period:
                return None
            known.append(rate)
        return _together(currency, per, period, known)

    @staticmethod
    def _notes(currency: str, per: str) -> tuple[Phrase, ...]:
        listed = rate_tables.currencies()
        official = any(code in listed and listed[code].note == "official" for code in (currency, per))
        return (OFFICIAL,) if official else ()

    # --- not finding --------------------------------------------------------------------------------------

    def _must_know(self, code: str) -> None:
        known = {*rate_tables.currencies(), *(code for pair in self._own_periods for code in pair)}
        if code in known:
            return
        if is_currency(code):
            raise UnknownCurrency(Phrase("no exchange rates are known for {currency}", currency=code))
        from factcheck.figures.newsroom_rates import like  # only after a mistake

        near = like(code, sorted(known))
        if near:
            message = Phrase("unknown currency {currency}: did you mean {name}?", currency=repr(code), name=near)
        else:
            message = Phrase("unknown currency {currency}: write its ISO 4217 code, as in MAD", currency=repr(code))
        raise UnknownCurrency(message)

    def _why_none(self, currency: str, per: str, period: Period) -> Phrase:
        known = [rate.period for rate in self.monthly(currency, per)]
        known += self._own_periods.get((currency, per), [])
        years = rate_tables.yearly(currency).keys() & rate_tables.yearly(per).keys()
        known += [Period.of_year(year) for year in years]
        if not known:
            return Phrase("no exchange rate of {currency} per {per} is known", currency=currency, per=per)
        first = min(known, key=lambda one: (one.first, one.last))
        last = max(known, key=lambda one: (one.last, one.first))
        values = {"currency": currency, "per": per, "period": period, "first": first, "last": last}
        if first.first <= period.first and period.last <= last.last:
            return Phrase(
                "no exchange rate of {currency} per {per} for {period}: "
                "it is among those missing between {first} and {last}",
                **values,
            )
        return Phrase(
            "no exchange rate of {currency} per {per} for {period}: they are known from {first} to {last}",
            **values,
        )


def _rate(currency: str, per: str, period: Period, traded: Traded, notes: tuple[Phrase, ...]) -> Rate:
    return Rate(currency, per, period, period, traded.average, traded.low, traded.high, traded.source, notes)


def _together(currency: str, per: str, period: Period, parts: Sequence[Rate]) -> Rate:
    """Equal parts of a period as one."""
    return Rate(
        currency,
        per,
        period,
        period,
        sum((part.average for part in parts), Fraction(0)) / len(parts),
        min(part.low for part in parts),
        max(part.high for part in parts),
        sources_joined(*(part.source for part in parts)),
        _each_once(note for part in parts for note in part.notes),
    )


def _each_once(notes: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple({note.template: note for note in notes}.values())


def _rank(code: str) -> tuple[int, str]:
    """The lower one is what the other is counted per, when months are averaged; the inverse pair is its inverse."""
    return (rate_tables.ANCHORS.index(code), code) if code in rate_tables.ANCHORS else (len(rate_tables.ANCHORS), code)


def _world_bank(currency: str, per: str, year: int) -> Fraction | None:
    """The World Bank's average for a year, by way of the dollar; None where it has none for one of the two."""
    one, other = rate_tables.yearly(currency).get(year), rate_tables.yearly(per).get(year)
    return None if one is None or other is None else one / other


def _month_number(day: date) -> int:
    return 12 * day.year + day.month
