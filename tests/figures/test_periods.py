"""Periods as news states them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.periods import Period


def period(text: str) -> Period:
    return Period.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "days"),
    [
        ("2024", "2024-01-01", "2024-12-31", 366),
        ("2023", "2023-01-01", "2023-12-31", 365),
        ("2024-H1", "2024-01-01", "2024-06-30", 182),
        ("2024-H2", "2024-07-01", "2024-12-31", 184),
        ("2024-Q1", "2024-01-01", "2024-03-31", 91),
        ("2024-Q3", "2024-07-01", "2024-09-30", 92),
        ("2024-Q4", "2024-10-01", "2024-12-31", 92),
        ("2024-02", "2024-02-01", "2024-02-29", 29),
        ("1900-02", "1900-02-01", "1900-02-28", 28),
        ("2024-06-30", "2024-06-30", "2024-06-30", 1),
        ("2019/2024", "2019-01-01", "2024-12-31", 2192),
        ("2024/2024", "2024-01-01", "2024-12-31", 366),
        ("9999", "9999-01-01", "9999-12-31", 365),
        ("9999-12", "9999-12-01", "9999-12-31", 31),
    ],
)
def test_a_period_is_its_days(text: str, first: str, last: str, days: int) -> None:
    found = period(text)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert found.days == days
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "20244",
        "2024-H3",
        "2024-H0",
        "2024-Q0",
        "2024-Q5",
        "2024-00",
        "2024-13",
        "2024-6",
        "2024-02-30",
        "2023-02-29",
        "2024-01-00",
        "2024/2019",
        "2024-2025",
        "2024-h1",
        " 2024",
        "2024\n",
        "0000",
        "0000-01",
        "0000/2024",
        "0000-01-01",
        "٢٠٢٤",
        "2024-٠٦",
        "2024-06-٣٠",
    ],
)
def test_what_is_not_a_period_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        period(text)


@pytest.mark.parametrize(
    ("text", "is_year", "is_month", "is_day"),
    [
        ("2024", True, False, False),
        ("2024-H1", False, False, False),
        ("2024-Q3", False, False, False),
        ("2024-06", False, True, False),
        ("2024-06-30", False, False, True),
        ("2019/2024", False, False, False),
    ],
)
def test_what_sort_of_period_it_is(text: str, is_year: bool, is_month: bool, is_day: bool) -> None:
    found = period(text)
    assert (found.is_year, found.is_month, found.is_day) == (is_year, is_month, is_day)


@pytest.mark.parametrize(
    ("outer", "inner", "contains"),
    [
        ("2024", "2024-H1", True),
        ("2024", "2024", True),
        ("2024-H1", "2024", False),
        ("2024-H1", "2024-Q2", True),
        ("2024-H1", "2024-Q3", False),
        ("2024-Q2", "2024-06-30", True),
        ("2024-06", "2024-07-01", False),
        ("2019/2024", "2022-06", True),
        ("2024", "2023/2024", False),
    ],
)
def test_containment_is_that_of_days(outer: str, inner: str, contains: bool) -> None:
    assert (period(inner) in period(outer)) is contains


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        ("2024", "2025", False),
        ("2024", "2024-12-31", True),
        ("2024-H1", "2024-Q2", True),
        ("2024-H1", "2024-Q3", False),
        ("2023/2024", "2024/2025", True),
    ],
)
def test_periods_overlap_where_they_share_a_day(one: str, other: str, overlaps: bool) -> None:
    assert period(one).overlaps(period(other)) is overlaps
    assert period(other).overlaps(period(one)) is overlaps


def test_order_is_by_beginning_then_by_end() -> None:
    texts = ["2024-Q2", "2023", "2024", "2024-01", "2024-01-01", "2024-H1", "2023-12"]
    expected = ["2023", "2023-12", "2024-01-01", "2024-01", "2024-H1", "2024", "2024-Q2"]
    assert [str(found) for found in sorted(map(period, texts))] == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", "2024", "2025"),
        ("2019/2024", "2019", "2025"),
        ("2024-01-01", "2024", f"{2024 * 366 + 1}/366"),
        ("2023-12-31", f"{2023 * 365 + 364}/365", "2024"),
        ("2024-H2", f"{2024 * 366 + 182}/366", "2025"),
    ],
)
def test_where_it_begins_and_ends_in_years(text: str, start: str, end: str) -> None:
    assert (period(text).start, period(text).end) == (Fraction(start), Fraction(end))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2024-Q1", "2024-01 2024-02 2024-03"),
        ("2024-06-30", "2024-06"),
        ("2024-06", "2024-06"),
        ("2024-H2", "2024-07 2024-08 2024-09 2024-10 2024-11 2024-12"),
    ],
)
def test_the_months_it_touches(text: str, months: str) -> None:
    assert " ".join(map(str, period(text).months())) == months


def test_the_months_of_a_span_of_years() -> None:
    months = list(period("2019/2021").months())
    assert (len(months), str(months[0]), str(months[-1])) == (36, "2019-01", "2021-12")


@pytest.mark.parametrize(
    ("text", "years", "expected"),
    [
        ("2024", 1, "2023"),
        ("2025-H1", 1, "2024-H1"),
        ("2024-06", 5, "2019-06"),
        ("2019/2024", 2, "2017/2022"),
        ("2024-02-29", 1, "2023-02-28"),
        ("2024-02-29", 4, "2020-02-29"),
        ("2024-12-31", 1, "2023-12-31"),
        ("2024", -1, "2025"),
    ],
)
def test_the_same_period_of_another_year(text: str, years: int, expected: str) -> None:
    assert str(period(text).years_earlier(years)) == expected


@pytest.mark.parametrize(("text", "years"), [("0005", 5), ("2024", 3000), ("9999", -1), ("2024-06", 2024)])
def test_a_year_that_no_calendar_has_is_a_value_error(text: str, years: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        period(text).years_earlier(years)


years = st.integers(1, 9999)
texts = st.one_of(
    years.map("{:04d}".format),
    st.builds("{:04d}-H{}".format, years, st.integers(1, 2)),
    st.builds("{:04d}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{:04d}-{:02d}".format, years, st.integers(1, 12)),
    st.dates().map(date.isoformat),
    st.tuples(years, years).map(lambda pair: "{:04d}/{:04d}".format(*sorted(pair))),
)


@given(texts)
def test_what_is_written_is_read_back(text: str) -> None:
    found = period(text)
    assert str(found) == text
    assert found.first <= found.last
    assert found in found
    assert found.start < found.end


@given(texts, texts)
def test_containing_is_overlapping_and_order_is_total(one: str, other: str) -> None:
    left, right = period(one), period(other)
    if left in right:
        assert left.overlaps(right)
        assert right.start <= left.start
        assert left.end <= right.end
    assert left <= right or right <= left
    assert (left < right) == (left <= right and not right <= left)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_one_day_ends_where_the_next_begins(day: date) -> None:
    assert period(day.isoformat()).end == period((day + timedelta(days=1)).isoformat()).start


@given(st.integers(1, 9990), st.integers(0, 8))
def test_the_months_of_years_make_up_the_years(year: int, more: int) -> None:
    whole = period(f"{year:04d}/{year + more:04d}")
    months = list(whole.months())
    assert sum(month.days for month in months) == whole.days
    assert all(month.is_month and month in whole for month in months)


def test_a_span_of_months_is_written_from_one_to_the_other():
    span = Period.parse("2022-01/2022-11")
    assert (span.first.isoformat(), span.last.isoformat()) == ("2022-01-01", "2022-11-30")
    assert span.years_earlier(1) == Period.parse("2021-01/2021-11")
    with pytest.raises(ValueError, match="ends before it begins"):
        Period.parse("2022-11/2022-01")
