from fractions import Fraction as F

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
        (GROWTH, {"a": F(10), "b": F(12), "c": F(1, 10)}, {"a": F(120, 11), "b": F(11), "c": F(1, 5)}),
        (SHARE, {"a": F(10), "b": F(30), "c": F(1, 5)}, {"a": F(15, 2), "b": F(40), "c": F(1, 4)}),
        (SUM, {"a": F(10), "b": F(30), "c": F(50)}, {"a": F(20), "b": F(40), "c": F(40)}),
    ],
)
def test_each_figure_in_turn_is_what_the_others_yield(comparison, point, wanted):
    assert {key: solve(comparison, key, point) for key in point} == wanted


def test_what_has_no_such_value_has_no_correction():
    assert solve(Comparison(Comparator.EQUAL, multiply(A, B), C), "a", {"a": F(1), "b": F(0), "c": F(5)}) is None
    squared = Comparison(Comparator.EQUAL, multiply(A, A), C)
    assert solve(squared, "a", {"a": F(3), "c": F(2)}) is None
