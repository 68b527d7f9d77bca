import itertools
from fractions import Fraction
from functools import partial, reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.rules import MOST_REPEATED
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.rates import Rates
from factcheck.reading import read_quote
from factcheck.relations import bounds
from factcheck.relations.bounds import Undecided, evaluate, image, possible, root
from factcheck.relations.expression import (
    ONE,
    Comparator,
    Comparison,
    Constant,
    Name,
    Negative,
    Op,
    Operation,
    add,
    divide,
    multiply,
    subtract,
)
from factcheck.relations.finding import Evidence, Relation
from factcheck.relations.judge import judge

A, B, C = Name("a"), Name("b"), Name("c")
SHARE = divide(A, add(A, B))


def between(low, high):
    return Interval(Fraction(low), Fraction(high))


def test_a_part_of_a_whole_that_contains_it_is_not_widened_by_standing_twice():
    values = {"a": between(9, 11), "b": between(29, 31)}
    assert image(SHARE, values) == Interval(Fraction(9, 40), Fraction(11, 40))
    assert evaluate(SHARE, values) != image(SHARE, values)


@pytest.mark.parametrize(
    ("low", "expected"),
    [(Fraction(275, 1000), True), (Fraction(2750001, 10**7), False), (Fraction(1, 5), True)],
)
def test_a_share_is_decided_to_the_last_digit(low, expected):
    comparison = Comparison(Comparator.EQUAL, SHARE, C)
    values = {"a": between(9, 11), "b": between(29, 31), "c": Interval(low, Fraction(1))}
    assert possible(comparison, values) is expected


def test_what_is_not_monotone_is_decided_by_halving():
    # a × (10 − a) is at most 25
    comparison = Comparison(Comparator.EQUAL, multiply(A, subtract(B, A)), C)
    values = {"a": between(0, 10), "b": between(10, 10)}
    assert possible(comparison, {**values, "c": between(20, 100)}) is True
    assert possible(comparison, {**values, "c": between(26, 100)}) is False


def test_a_figure_equals_itself_whatever_its_range():
    twice = Comparison(Comparator.EQUAL, subtract(A, A), Constant(Fraction(0)))
    assert possible(twice, {"a": between(1, 9)}) is True
    never = Comparison(Comparator.EQUAL, subtract(A, A), Constant(Fraction(1)))
    assert possible(never, {"a": between(1, 9)}) is False


def test_a_division_by_what_may_be_zero_has_no_value():
    result = possible(Comparison(Comparator.EQUAL, divide(A, B), C), dict.fromkeys("abc", between(-1, 1)))
    assert isinstance(result, Undefined)


def test_bounds_that_cannot_be_decided_say_so():
    # touches 25 at one single point, where no slope keeps its sign
    comparison = Comparison(Comparator.AT_LEAST, multiply(A, subtract(B, A)), C)
    values = {"a": between(0, Fraction(21, 2)), "b": between(10, 10), "c": Interval.exactly(Fraction(25))}
    assert isinstance(possible(comparison, values), Undecided | bool)


@pytest.mark.parametrize("degree", [2, 3, 5, 30])
@pytest.mark.parametrize(
    "value", [Fraction(0), Fraction(1), Fraction(2), Fraction(26, 10), Fraction(10**12), Fraction(1, 10**6)]
)
def test_roots_are_enclosed(degree, value):
    enclosure = root(Interval.exactly(value), degree)
    assert enclosure.low**degree <= value <= enclosure.high**degree
    assert enclosure.width <= Fraction(1, 10**15)


LEAVES = st.sampled_from([A, B, C, ONE, Constant(Fraction(3))])
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.builds(Operation, st.sampled_from(list(Op)), inner, inner), st.builds(Negative, inner)),
    max_leaves=5,
)
RANGES = st.tuples(st.integers(1, 20), st.integers(0, 10)).map(lambda pair: between(pair[0], sum(pair)))


@settings(max_examples=150)
@given(EXPRESSIONS, EXPRESSIONS, st.fixed_dictionaries({"a": RANGES, "b": RANGES, "c": RANGES}))
def test_what_some_grid_point_makes_true_is_never_called_impossible(left, right, values):
    for comparator in Comparator:
        verdict = possible(Comparison(comparator, left, right), values)
        if verdict is not False:
            continue
        for point in itertools.product(*([each.low, each.a_point(), each.high] for each in values.values())):
            at = {key: Interval.exactly(value) for key, value in zip(values, point, strict=True)}
            one, other = evaluate(left, at), evaluate(right, at)
            if isinstance(one, Interval) and isinstance(other, Interval):
                assert not COMPARE[comparator](one.low, other.low), (comparator, point)


COMPARE = {
    Comparator.EQUAL: lambda x, y: x == y,
    Comparator.AT_MOST: lambda x, y: x <= y,
    Comparator.AT_LEAST: lambda x, y: x >= y,
    Comparator.BELOW: lambda x, y: x < y,
    Comparator.ABOVE: lambda x, y: x > y,
}


@settings(max_examples=150)
@given(EXPRESSIONS, st.fixed_dictionaries({"a": RANGES, "b": RANGES, "c": RANGES}))
def test_an_image_holds_every_value_and_is_within_plain_interval_arithmetic(expression, values):
    found, natural = image(expression, values), evaluate(expression, values)
    if isinstance(natural, Undefined):
        return
    assert natural.contains_interval(found)
    for point in itertools.product(*([each.low, each.a_point(), each.high] for each in values.values())):
        at = {key: Interval.exactly(value) for key, value in zip(values, point, strict=True)}
        value = evaluate(expression, at)
        if isinstance(value, Interval):  # a divisor may be 0 at the very end of its range, and nowhere else
            assert value.low in found


@pytest.mark.parametrize("combinations", [1, 3], ids=["one statement each", "three statements each"])
def test_the_largest_relations_take_a_bounded_amount_of_work(monkeypatch, combinations):
    looked_at = 0
    evaluate, slope = bounds.evaluate, bounds.slope

    def counted(function):
        def wrapper(*arguments):
            nonlocal looked_at
            looked_at += 1
            return function(*arguments)

        return wrapper

    monkeypatch.setattr(bounds, "evaluate", counted(evaluate))
    monkeypatch.setattr(bounds, "slope", counted(slope))
    several = [Name(f"a{number}") for number in range(MOST_REPEATED if combinations == 1 else 6)]
    one = Constant(Fraction(1), "", "1")
    total = reduce(partial(Operation, Op.ADD), (divide(name, Operation(Op.ADD, one, name)) for name in several))
    comparison = Comparison(Comparator.EQUAL, total, Constant(Fraction(len(several) * 97, 100), "", "most"))
    quotes = ["environ 40", "environ 41", "plus de 39"][:combinations]
    figures = {name.name: [Evidence(read_quote(quote, "fr"), quote) for quote in quotes] for name in several}
    judge(Relation("largest", "rule", comparison, figures), Rates())
    assert 1000 < looked_at < 500_000
