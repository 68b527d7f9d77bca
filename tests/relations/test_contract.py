"""What a relation leaves of its figures: never less than every true value."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import equal, growth

from factcheck.figures.interval import Interval
from factcheck.relations.contract import EVERYTHING, Contractor, compared, divided, factor_of
from factcheck.relations.expression import (
    Comparator,
    Comparison,
    Name,
    Negative,
    Power,
    add,
    divide,
    multiply,
    subtract,
)

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=8)
widths = st.fractions(min_value=0, max_value=20, max_denominator=4)


def between(low, high, **open_ends):
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high), **open_ends)


@st.composite
def around(draw, value):
    """A range that holds a value, its ends closed, open or infinite."""
    below, above = draw(widths), draw(widths)
    return Interval(
        draw(st.sampled_from([None, value - below])),
        draw(st.sampled_from([None, value + above])),
        below > 0 and draw(st.booleans()),
        above > 0 and draw(st.booleans()),
    )


SHAPES = {
    "sum": lambda a, b: add(a, b),
    "difference": lambda a, b: subtract(a, Negative(b)),
    "product": lambda a, b: multiply(a, b),
    "quotient": lambda a, b: divide(a, b),
    "square": lambda a, b: add(Power(a, 2), b),
    "twice": lambda a, b: add(multiply(a, b), a),
}


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
def test_no_true_value_is_lost(shape, data):
    left = SHAPES[shape](Name("a"), Name("b"))
    point = {key: data.draw(numbers) for key in "ab"}
    if shape == "square":
        point["a"] = abs(point["a"])
    if shape == "quotient" and not point["b"]:
        point["b"] = Fraction(1)
    result = {
        "sum": point["a"] + point["b"],
        "difference": point["a"] + point["b"],
        "product": point["a"] * point["b"],
        "quotient": point["a"] / point["b"] if point["b"] else None,
        "square": point["a"] ** 2 + point["b"],
        "twice": point["a"] * point["b"] + point["a"],
    }[shape]
    point["c"] = result
    contractor = Contractor(equal(left, Name("c")))
    assert contractor.holds_at(point)
    ranges = {key: data.draw(around(value)) for key, value in point.items()}
    revised = contractor.revised(ranges)
    assert revised is not None
    assert [key for key, value in point.items() if value not in revised[key]] == []
    assert all(ranges[key].contains_interval(revised[key]) for key in revised)


@pytest.mark.parametrize(
    ("comparison", "ranges", "key", "left"),
    [
        (equal(add(Name("a"), Name("b")), Name("c")), {"a": (1, 2), "b": (3, 4), "c": (None, None)}, "c", (4, 6)),
        (equal(add(Name("a"), Name("b")), Name("c")), {"a": (1, 2), "b": (None, None), "c": (5, 6)}, "b", (3, 5)),
        (equal(growth("a", "b"), Name("c")), {"a": (9, 9), "b": (None, None), "c": (1, 2)}, "b", (18, 27)),
        (equal(Power(Name("a"), 2), Name("c")), {"a": (None, None), "c": (4, 9)}, "a", (2, 3)),
        (Comparison(Comparator.AT_MOST, Name("a"), Name("c")), {"a": (0, 9), "c": (1, 5)}, "a", (0, 5)),
    ],
)  # fmt: skip
def test_each_figure_is_cut_down_to_what_the_others_leave_it(comparison, ranges, key, left):
    revised = Contractor(comparison).revised({name: between(*ends) for name, ends in ranges.items()})
    assert revised[key] == between(*left)


def test_what_cannot_hold_leaves_nothing():
    contractor = Contractor(equal(add(Name("a"), Name("b")), Name("c")))
    assert contractor.revised({"a": between(1, 2), "b": between(1, 2), "c": between(5, 6)}) is None


@pytest.mark.parametrize(
    ("comparator", "left", "right", "sides"),
    [
        (Comparator.EQUAL, (0, 3), (2, 5), ((2, 3), (2, 3))),
        (Comparator.AT_LEAST, (0, 3), (2, 5), ((2, 3), (2, 3))),
        (Comparator.AT_MOST, (0, 3), (2, 5), ((0, 3), (2, 5))),
        (Comparator.EQUAL, (0, 1), (2, 5), None),
        (Comparator.BELOW, (3, 4), (1, 3), None),
    ],
)
def test_a_comparison_cuts_both_sides(comparator, left, right, sides):
    cut = compared(comparator, between(*left), between(*right))
    assert cut == (None if sides is None else tuple(between(*side) for side in sides))


def test_what_is_strictly_below_does_not_reach_the_end():
    left, _ = compared(Comparator.BELOW, between(0, 5), between(1, 5))
    assert (left.high, left.high_open) == (5, True)


def test_a_division_by_what_can_be_0_may_be_anything():
    assert divided(between(1, 2), between(-1, 1)) == EVERYTHING
    assert divided(between(1, 2), between(0, 0)) is None
    assert factor_of(between(0, 2), between(-1, 1)) == EVERYTHING
    assert factor_of(between(4, 6), between(2, 2)) == between(2, 3)


def test_a_side_without_a_value_does_not_hold():
    assert not Contractor(equal(divide(Name("a"), Name("b")), Name("c"))).holds_at(
        {"a": Fraction(1), "b": Fraction(0), "c": Fraction(1)}
    )
