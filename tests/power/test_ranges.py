"""The oracle's own arithmetic: what it says of ranges holds of the numbers in them, and of nothing more."""

from fractions import Fraction

import pytest
from benchmarks.power.ranges import Range, exactly, total
from hypothesis import given
from hypothesis import strategies as st

ENDS = st.fractions(0, 100, max_denominator=50)


@st.composite
def ranges(draw):
    low, high = sorted((draw(ENDS), draw(ENDS)))
    if low == high:
        return exactly(low)
    return Range(low, draw(st.sampled_from([high, None])), draw(st.booleans()), draw(st.booleans()))


@st.composite
def points(draw, within):
    high = within.low + 100 if within.high is None else within.high
    part = draw(st.fractions(0, 1, max_denominator=20))
    point = within.low + (high - within.low) * part
    return point if point in within else within.low + (high - within.low) / 2


@given(st.data(), ranges(), ranges())
def test_what_numbers_of_two_ranges_come_to_lies_in_what_the_ranges_come_to(data, one, other):
    a, b = data.draw(points(one)), data.draw(points(other))
    assert a + b in one + other
    assert a - b in one - other
    assert a * b in one * other
    assert b == 0 or a / b in one / other
    assert a**3 in one.power(3)
    assert a + b + a in total([one, other, one])


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Range(1, 2), Range(2, 3), True),
        (Range(1, 2, high_open=True), Range(2, 3), False),
        (Range(1, 2), Range(2, 3, low_open=True), False),
        (Range(1, None), Range(None, 1), True),
        (Range(1, None, low_open=True), Range(None, 1), False),
        (Range(1, 2), Range(3, 4), False),
        (exactly(2), Range(1, None), True),
    ],
)
def test_ranges_meet_where_they_have_a_number_in_common(one, other, meet):
    assert (one.meets(other), other.meets(one), (-one).meets(-other)) == (meet, meet, meet)


@pytest.mark.parametrize(
    ("computed", "range_"),
    [
        (Range(2, 4) + Range(1, 3, low_open=True), Range(3, 7, low_open=True)),
        (Range(2, 4) - Range(1, 3, low_open=True), Range(-1, 3, high_open=True)),
        (Range(2, 4) / Range(1, 2), Range(1, 4)),
        (Range(2, 4) / Range(0, 2), Range(1, None)),
        (Range(2, 4) / Range(1, None), Range(0, 4, low_open=True)),
        (Range(0, 4) * Range(1, 2, low_open=True), Range(0, 8)),
        (Range(2, 3, low_open=True).power(2), Range(4, 9, low_open=True)),
        (Range(2, None).scaled(Fraction(1, 2)), Range(1, None)),
    ],
)
def test_ends_are_attained_exactly_where_some_numbers_attain_them(computed, range_):
    assert computed == range_
