"""A newsroom's own exchange rates: they win, and every mistake in their file is told at its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError, NoRate
from factcheck.figures.periods import Period
from factcheck.figures.rates import NO_RANGE, Rates

DATA = Path(__file__).parents[1] / "data"
RATES = Rates()


def period(text: str) -> Period:
    return Period.parse(text)


def test_a_newsrooms_row_wins_for_its_period_both_ways_round() -> None:
    rates = Rates([DATA / "newsroom_rates.csv"])
    rate = rates.rate("MAD", "USD", period("2023"))
    assert (rate.average, rate.low, rate.high) == (Fraction("10.2"), Fraction("9.9"), Fraction("10.5"))
    assert rate.source == "Desk, note 12"
    inverse = rates.rate("USD", "MAD", period("2023"))
    assert (inverse.average, inverse.low) == (1 / Fraction("10.2"), 1 / Fraction("10.5"))
    assert rates.rate("MAD", "EUR", period("2025")).average == 10
    assert rates.rate("MAD", "EUR", period("2025")).notes == (NO_RANGE,)
    assert rates.rate("MAD", "EUR", period("2026-11-20")).average == Fraction("11.05")
    assert rates.rate("MAD", "EUR", period("2026-11-20")).source == str(DATA / "newsroom_rates.csv")


def test_a_newsrooms_months_take_the_place_of_the_packages() -> None:
    rates = Rates([DATA / "newsroom_rates.csv"])
    months = [RATES.rate("MAD", "USD", Period.of_month(2024, month)).average for month in range(1, 13)]
    months[10] = Fraction(10)
    assert rates.rate("MAD", "USD", period("2024")).average == sum(months) / 12
    assert str(DATA / "newsroom_rates.csv") in rates.rate("MAD", "USD", period("2024")).source
    assert rates.rate("MAD", "USD", period("2024-Q3")) == RATES.rate("MAD", "USD", period("2024-Q3"))


def test_a_newsroom_can_give_a_currency_that_the_package_has_no_rates_of(tmp_path: Path) -> None:
    path = tmp_path / "zig.csv"
    path.write_text("currency,per,period,average\nZWG,USD,2025,26.8\n", encoding="utf-8")
    rates = Rates([path])
    assert rates.rate("ZWG", "USD", period("2025")).average == Fraction("26.8")
    with pytest.raises(NoRate, match="no exchange rate of ZWG per USD for 2024: they are known from 2025 to 2025"):
        rates.rate("ZWG", "USD", period("2024"))
    with pytest.raises(NoRate, match="no exchange rate of ZWG per EUR is known"):
        rates.rate("ZWG", "EUR", period("2025"))


def test_every_mistake_is_reported_at_its_place() -> None:
    with pytest.raises(InputError) as error:
        Rates([DATA / "newsroom_rates_mistaken.csv", DATA / "none.csv"])
    found = [
        (problem.place.line, problem.place.column, str(problem.message), str(problem.hint or ""))
        for problem in error.value.problems
    ]
    assert found == [
        (3, 1, "'MDA' is not an ISO 4217 currency", "did you mean MAD?"),
        (4, 9, "'2024-13' is not a period", "write 2024, 2024-H1, 2024-Q3, 2024-06, 2024-06-30 or 2019/2024"),
        (5, 21, "1 value too many", "write decimals with a point, and put what contains a comma between double quotes"),
        (6, 15, "'9,94' is not a rate", "write a number above 0, with a point: 9.94"),
        (7, 5, "a currency has no rate against itself", ""),
        (8, 14, "the average is not between the lowest and the highest rate", ""),
        (9, 1, f"the pair and its period stand twice, first at {DATA / 'newsroom_rates_mistaken.csv'}:2:1", ""),
        (10, 9, "average is missing", ""),
        (11, 14, "'-3' is not a rate", "write a number above 0, with a point: 9.94"),
        (1, 1, "cannot read the exchange rates: No such file or directory", ""),
    ]
    assert error.value.problems[0].line == "MDA,USD,2024,9.94,,,"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "there are no columns"),
        (b"# nothing\n\n", 1, "there are no columns"),
        (b"\x00\x01\x02\x89PNG\n", 1, "not UTF-8: byte 0x89"),
        (b"currency,per,period,average\nMAD,USD,2024,9\xff94\n", 2, "not UTF-8: byte 0xFF"),
        (b"\x00\x01", 1, r"unknown column '\x00\x01'"),
        (b"currency;per;period;average\n", 1, "unknown column 'currency;per;period;average'"),
        (b"currency,per,period\n", 1, "column average is missing"),
        (b"currency,per,period,average,average\n", 1, "column average stands twice"),
        (b"currency,per,period,average\nMAD,USD,2024,1e400000000\n", 2, "'1e400000000' is not a rate"),
        (b"currency,per,period,average\nMAD,USD,2024,0\n", 2, "'0' is not a rate"),
        (b"currency,per,period,average\nMAD,USD,,9.9\n", 2, "period is missing"),
    ],
)
def test_what_is_no_file_of_rates_is_an_error_in_the_input(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    path = tmp_path / "rates.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        Rates([path])
    assert [(problem.place.line, str(problem.message)) for problem in error.value.problems] == [(line, message)]


def test_a_folder_is_an_error_in_the_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="1 mistake in the input"):
        Rates([tmp_path])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_byte_order_mark_line_ends_spaces_and_order_of_columns_do_not_matter(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "rates.csv"
    text = newline.join(["average, currency ,per,period", '9.9, MAD,"USD", 2024', ""])
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert Rates([path]).rate("MAD", "USD", period("2024")).average == Fraction("9.9")


@given(st.binary(max_size=60))
def test_no_file_makes_it_crash(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"currency,per,period,average\n" + content)
    try:
        Rates([path])
    except InputError as error:
        assert error.problems


def test_months_of_the_newsroom_carry_on_where_the_package_ends_but_not_over_a_gap(tmp_path: Path) -> None:
    last = RATES.reach().last
    following = [Period.of_month(last.year + (last.month + n > 12), (last.month + n - 1) % 12 + 1) for n in (1, 2)]
    path = tmp_path / "own.csv"
    span = period(f"{last.year}/9999")
    for months, end in (([following[0]], following[0]), (following, following[1])):
        path.write_text("currency,per,period,average\n" + "".join(f"MAD,USD,{month},9.9\n" for month in months))
        assert Rates([path]).rate("MAD", "USD", span).covers.last == end.last
    path.write_text(f"currency,per,period,average\nMAD,USD,{following[1]},9.9\n")
    with pytest.raises(NoRate):
        Rates([path]).rate("MAD", "USD", span)
