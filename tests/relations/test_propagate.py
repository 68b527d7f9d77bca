"""Ranges carried through a network: nothing true is lost, and every narrowing can be traced back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from networks import Maker, equal, network, printed

from factcheck.figures.hedges import Reading
from factcheck.figures.interval import Interval
from factcheck.relations.expression import Comparator, Comparison, Constant, Name, add, multiply
from factcheck.relations.network import Ranges, part_of
from factcheck.relations.propagate import propagate, reasons


def literally(made):
    return part_of(made, Reading.LITERAL)


@given(st.integers(0, 10_000))
def test_what_is_printed_of_true_values_leaves_them_all(seed):
    maker = Maker(seed, errors=0)
    part = literally(maker.network)
    # a count below 100 is exact, which a ratio printed without decimals is not
    right = [each for each, (keys, interval) in enumerate(part.bounds) if maker.true[keys[0]] in interval]
    propagated = propagate(part, right)
    assert propagated.empty is None
    assert [name for name, value in maker.true.items() if value not in propagated.ranges[name]] == []


@given(st.integers(0, 10_000))
def test_ranges_only_become_narrower(seed):
    part = literally(Maker(seed).network)
    propagated = propagate(part, part.elements)
    if propagated.empty is None:
        for keys, interval in part.bounds:
            assert all(interval.contains_interval(propagated.ranges[key]) for key in keys)


@given(st.integers(0, 10_000))
def test_what_leaves_nothing_leaves_nothing_by_itself(seed):
    part = literally(Maker(seed, errors=2).network)
    propagated = propagate(part, part.elements)
    if propagated.empty is not None:
        because = reasons(part, propagated.events, propagated.empty)
        again = propagate(part, because.elements, rules=sorted(because.rules))
        assert again.empty is not None


SUM = equal(add(Name("a"), Name("b")), Name("c"))


def test_a_value_that_nobody_printed_comes_from_what_was():
    part = literally(network([printed("a", Fraction(1), 1), printed("b", Fraction(2), 1)], [SUM], ["c"]))
    propagated = propagate(part, part.elements)
    assert propagated.ranges["c"] == Interval(Fraction("2.9"), Fraction("3.1"))
    because = reasons(part, propagated.events, propagated.ends["c"])
    assert (because.elements, because.rules) == ({0, 1}, {0})


@pytest.mark.parametrize(("elements", "low"), [((0, 1), "2.9"), ((0,), None)])
def test_only_what_is_taken_counts(elements, low):
    part = literally(network([printed("a", Fraction(1), 1), printed("b", Fraction(2), 1)], [SUM], ["c"]))
    assert propagate(part, elements).ranges["c"].low == (None if low is None else Fraction(low))


def test_a_rule_that_is_left_out_says_nothing():
    part = literally(network([printed("a", Fraction(1), 1), printed("b", Fraction(2), 1)], [SUM], ["c"]))
    assert propagate(part, part.elements, rules=[]).ranges["c"].low is None


def test_a_range_that_is_assumed_narrows_the_rest():
    part = literally(network([printed("a", Fraction(1), 1)], [SUM], ["b", "c"]))
    assert propagate(part, part.elements, {"c": Interval.exactly(5)}).ranges["b"] == Interval(
        Fraction("3.95"), Fraction("4.05")
    )


def test_a_circle_that_shrinks_ever_so_slowly_ends_and_says_so():
    wide = Interval(Fraction(2), Fraction(100))
    said = [replace(printed(key, Fraction(50), 1), ranges=Ranges(wide, wide)) for key in "ab"]
    slightly_less = multiply(Name("a"), Constant(Fraction(9999, 10000)))
    rules = [
        Comparison(Comparator.AT_MOST, Name("b"), slightly_less),
        Comparison(Comparator.AT_MOST, Name("a"), Name("b")),
    ]
    part = literally(network(said, rules))
    propagated = propagate(part, part.elements)
    assert propagated.empty is None
    assert len(propagated.events) < 200
    assert not propagated.is_fixed
