"""The exchange rates that come with the package, one pair and one month or year at a time.

Read from `data/rates`, which tools/build_rates.py makes: `currencies.csv` says how each currency's rates are made,
`yearly.csv` holds the World Bank's averages against the dollar, `monthly/` one file per currency with mean, lowest
and highest against dollar and euro. A file is opened when its currency is asked for; a row is parsed when its
month is. Pegged currencies have no file: they are their base, scaled.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.figures.periods import Period

_FOLDER: Final = Path(__file__).parent / "data" / "rates"
ANCHORS: Final = ("USD", "EUR")
FIRST_MONTH: Final = "2010-01"
WORLD_BANK: Final = "World Bank PA.NUS.FCRF (CC BY 4.0)"
_ONE: Final = Fraction(1)


class Traded(Struct, frozen=True):
    """What one unit of a currency cost in another: mean, lowest and highest of a period, and who says so."""

    average: Fraction
    low: Fraction
    high: Fraction
    source: str

    def inverse(self) -> Traded:
        """The same pair the other way round."""
        return Traded(1 / self.average, 1 / self.high, 1 / self.low, self.source)

    def scaled(self, factor: Fraction, source: str) -> Traded:
        """Every rate times a fixed factor, of which `source` says where it comes from."""
        if factor == 1 and not source:
            return self
        names = sources_joined(source, self.source)
        return Traded(self.average * factor, self.low * factor, self.high * factor, names)

    def times(self, other: Traded) -> Traded:
        """A cross rate. Low and high are the furthest that it can have been: lows need not fall on one day."""
        source = sources_joined(self.source, other.source)
        return Traded(self.average * other.average, self.low * other.low, self.high * other.high, source)

    def within(self, other: Traded) -> Traded:
        """Both bounds hold: the average of the narrower one, the range that the two have in common."""
        narrow = self if self.high / self.low <= other.high / other.low else other
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Traded(narrow.average, min(low, narrow.average), max(high, narrow.average), narrow.source)


class Listed(Struct, frozen=True):
    """One row of currencies.csv."""

    code: str
    months: str
    base: str
    rate: str
    since: str
    until: str
    note: str

    def had(self, month: str) -> bool:
        """Whether it was money, in its present unit, in that month ("2024-06")."""
        return (not self.since or month >= self.since) and (not self.until or month <= self.until)


def sources_joined(*sources: str) -> str:
    """The names of several sources, each once, in order."""
    return "; ".join(dict.fromkeys(name for source in sources for name in source.split("; ") if name))


@lru_cache(maxsize=1)
def currencies() -> Mapping[str, Listed]:
    """Every currency that has rates in the package."""
    listed = {}
    for line in (_FOLDER / "currencies.csv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "currency,")):
            code, _economy, *rest = line.split(",")
            listed[code] = Listed(code, *rest)
    return listed


@lru_cache(maxsize=1)
def last_month() -> str:
    """The last month that the package's rates cover whole ("2026-09")."""
    return max(_file("EUR")[1])


@lru_cache(maxsize=256)
def yearly(code: str) -> Mapping[int, Fraction]:
    """The World Bank's averages: units of that currency for one dollar, by year; empty where there are none."""
    text = _yearly_text()
    start = text.find(f"\n{code},")
    if start < 0:
        return {}
    header = text[text.index("\ncurrency,") + 1 :].partition("\n")[0]
    cells = text[start + 1 :].partition("\n")[0].split(",")
    return {int(year): Fraction(cell) for year, cell in zip(header.split(",")[1:], cells[1:], strict=True) if cell}


@lru_cache(maxsize=1)
def _yearly_text() -> str:
    return (_FOLDER / "yearly.csv").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _file(code: str) -> tuple[Mapping[str, int], Mapping[str, str], str]:
    """Of one file of monthly/: the first column of each anchor, the rows by month, unparsed, and the source."""
    text = (_FOLDER / "monthly" / f"{code}.csv").read_text(encoding="utf-8")
    comments, _, table = text.partition("\nmonth,")
    header, _, body = table.partition("\n")
    starts = {name.upper(): column for column, name in enumerate(header.split(",")) if name in ("usd", "eur")}
    source = comments.partition("# source: ")[2].partition("\n")[0]
    return starts, {line[:7]: line[8:] for line in body.splitlines()}, source


def of_month(currency: str, per: str, month: Period) -> Traded | None:
    """How much of `currency` one `per` cost in a month; None where that is not known."""
    key = month.text
    if not FIRST_MONTH <= key <= last_month():
        return None
    listed = currencies()
    one, other = listed[currency], listed[per]
    if not (one.had(key) and other.had(key)):
        return None
    (scale, base, why), (other_scale, other_base, other_why) = _unpegged(one), _unpegged(other)
    found = _between(base, other_base, key)
    return found and found.scaled(scale / other_scale, sources_joined(why, other_why))


def _unpegged(currency: Listed) -> tuple[Fraction, str, str]:
    """Units of the currency for one of its base, the base, and the peg in writing; 1 and itself without a peg."""
    if currency.months != "peg":
        return _ONE, currency.code, ""
    return Fraction(currency.rate), currency.base, f"1 {currency.base} = {currency.rate} {currency.code}"


def _between(currency: str, per: str, month: str) -> Traded | None:
    """A pair without pegs: as stored, or the inverse of what is stored, or by way of dollar and euro."""
    if currency == per:
        return Traded(_ONE, _ONE, _ONE, "")
    if per in ANCHORS and (stored := _stored(currency, per, month)):
        return stored
    if currency in ANCHORS and (stored := _stored(per, currency, month)):
        return stored.inverse()
    ways = []
    for anchor in ANCHORS:
        one, other = _leg(currency, anchor, month), _leg(per, anchor, month)
        if one and other:
            ways.append(one.times(other.inverse()))
    return ways[0].within(ways[1]) if ways else None


def _leg(currency: str, anchor: str, month: str) -> Traded | None:
    """Against one anchor, by way of the other where it is stored against that one only."""
    if stored := _stored(currency, anchor, month):
        return stored
    other = ANCHORS[1 - ANCHORS.index(anchor)]
    one, bridge = _stored(currency, other, month), _stored(other, anchor, month)
    return one.times(bridge) if one and bridge else None


@lru_cache(maxsize=4096)
def _stored(currency: str, anchor: str, month: str) -> Traded | None:
    """Against dollar or euro, where that is in the currency's own file."""
    if currency == anchor:
        return Traded(_ONE, _ONE, _ONE, "")
    if currency == "USD":
        euro = _stored("EUR", "USD", month)
        return euro and euro.inverse()
    if currencies()[currency].months not in ("ecb", "nbp"):
        return None
    starts, rows, source = _file(currency)
    if anchor not in starts or month not in rows:
        return None
    start = starts[anchor]
    average, low, high = map(Fraction, rows[month].split(",")[start : start + 3])
    return Traded(average, low, high, source)
