from fractions import Fraction

import pytest

from factcheck.relations.expression import ONE, Comparator, Comparison, Name, add, divide, multiply, subtract
from factcheck.relations.solve import solve

A, B, C = Name("a"), Name("b"), Name("c")
GROWTH = Comparison(Comparator.EQUAL, subtract(divide(B, A), ONE), C)
SHARE = Comparison(Comparator.EQUAL, divide(A, add(A, B)), C)
SUM = Comparison(Comparator.EQUAL, add(A, B), C)


@pytest.mark.parametrize(
    ("comparison", "point", "wanted"),
    [
        (
            GROWTH,
            {"a": Fraction(10), "b": Fraction(12), "c": Fraction(1, 10)},
            {"a": Fraction(120, 11), "b": Fraction(11), "c": Fraction(1, 5)},
        ),
        (
            SHARE,
            {"a": Fraction(10), "b": Fraction(30), "c": Fraction(1, 5)},
            {"a": Fraction(15, 2), "b": Fraction(40), "c": Fraction(1, 4)},
        ),
        (
            SUM,
            {"a": Fraction(10), "b": Fraction(30), "c": Fraction(50)},
            {"a": Fraction(20), "b": Fraction(40), "c": Fraction(40)},
        ),
    ],
)
def test_each_figure_in_turn_is_what_the_others_yield(comparison, point, wanted):
    assert {key: solve(comparison, key, point) for key in point} == wanted


def test_what_has_no_such_value_has_no_correction():
    assert (
        solve(
            Comparison(Comparator.EQUAL, multiply(A, B), C), "a", {"a": Fraction(1), "b": Fraction(0), "c": Fraction(5)}
        )
        is None
    )
    squared = Comparison(Comparator.EQUAL, multiply(A, A), C)
    assert solve(squared, "a", {"a": Fraction(3), "c": Fraction(2)}) is None
