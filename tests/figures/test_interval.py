from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.interval import Interval, Undefined

ENDS = st.integers(-6, 6).map(lambda n: Fraction(n, 2))


@st.composite
def intervals(draw):
    low, high = draw(st.none() | ENDS), draw(st.none() | ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return Interval(low, high)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def intervals_with_a_member(draw):
    interval = draw(intervals())
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 50
    high = interval.high if interval.high is not None else low + 100
    candidates = [low, high, (low + high) / 2, low + Fraction(1, 1000), high - Fraction(1, 1000), Fraction(0)]
    return interval, draw(st.sampled_from([each for each in candidates if each in interval]))


@given(intervals_with_a_member(), intervals_with_a_member())
def test_arithmetic_contains_the_true_result(one, other):
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    quotient = a / b
    if isinstance(quotient, Interval):
        assert x / y in quotient
    else:
        assert quotient.reason.template


@given(intervals(), intervals())
def test_a_product_is_no_wider_than_its_factors_make_it(a, b):
    product = a * b
    for end, is_open in ((product.low, product.low_open), (product.high, product.high_open)):
        if end is not None and not is_open:
            reached = any(
                x * y == end
                for x in (a.low, a.high, Fraction(0))
                for y in (b.low, b.high, Fraction(0))
                if x is not None and y is not None and (x in a and y in b)
            )
            zero = end == 0 and (0 in a or 0 in b)
            assert reached or zero


@given(intervals_with_a_member(), st.integers(0, 4))
def test_powers_contain_the_true_power(one, exponent):
    interval, x = one
    assert x**exponent in interval.power(exponent)


def test_dividing_by_a_range_with_zero_gives_a_reason_and_no_crash():
    result = Interval.exactly(1) / Interval(Fraction(-1), Fraction(1))
    assert isinstance(result, Undefined)
    assert "contains 0" in str(result.reason)


@pytest.mark.parametrize(
    ("divisor", "quotient"),
    [
        (Interval(Fraction(0), Fraction(2), low_open=True), Interval(Fraction(1, 2), None)),
        (Interval(Fraction(2), None), Interval(Fraction(0), Fraction(1, 2), low_open=True)),
        (Interval(Fraction(-2), Fraction(0), high_open=True), Interval(None, Fraction(-1, 2))),
    ],
)
def test_open_and_infinite_ends_divide_into_each_other(divisor, quotient):
    assert Interval.exactly(1) / divisor == quotient


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Interval(Fraction(0), Fraction(1)), Interval(Fraction(1), Fraction(2)), True),
        (Interval(Fraction(0), Fraction(1), high_open=True), Interval(Fraction(1), Fraction(2)), False),
        (Interval(None, Fraction(1)), Interval(Fraction(0), None), True),
        (Interval(Fraction(0), Fraction(1)), Interval(Fraction(2), Fraction(3)), False),
    ],
)
def test_closed_ends_touch_and_open_ones_do_not(one, other, meets):
    assert one.meets(other) is other.meets(one) is meets
    assert (one.intersection(other) is not None) is meets


@given(intervals(), intervals())
def test_intersection_hull_and_distance_fit_together(a, b):
    common = a.intersection(b)
    hull = a.hull(b)
    assert hull.contains_interval(a)
    assert hull.contains_interval(b)
    if common is not None:
        assert a.contains_interval(common)
        assert b.contains_interval(common)
        assert a.distance(b) == 0


@given(intervals_with_a_member(), intervals_with_a_member())
def test_comparisons_that_members_make_true_are_possible(one, other):
    (a, x), (b, y) = one, other
    assert not x < y or a.may_be_below(b)
    assert not x <= y or a.may_be_at_most(b)
    assert x != y or a.may_equal(b)


def test_at_most_needs_both_ends_attained_where_they_are_equal():
    assert Interval(Fraction(1), Fraction(2)).may_be_at_most(Interval(Fraction(0), Fraction(1)))
    assert not Interval(Fraction(1), Fraction(2), low_open=True).may_be_at_most(Interval(Fraction(0), Fraction(1)))
    assert not Interval(Fraction(1), Fraction(2)).may_be_below(Interval(Fraction(0), Fraction(1)))


def test_an_interval_that_holds_nothing_is_refused():
    with pytest.raises(ValueError, match="empty"):
        Interval(Fraction(1), Fraction(1), low_open=True)
