"""The quick proof never says of a relation that it holds where the judge says anything else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval
from factcheck.figures.rates import Rates
from factcheck.relations.expression import Comparator, Comparison, Constant, Name, Op, Operation
from factcheck.relations.finding import Evidence, Relation, Verdict
from factcheck.relations.judge import judge
from factcheck.relations.quick import common, surely_holds

RATES = Rates()


def interval(low, high):
    return Interval(Fraction(low), Fraction(high))


def number(value, decimals=0, hedge=Hedge.NONE):
    value = Fraction(value)
    return Figure(str(value), Kind.NUMBER, value, hedge=hedge, numeral=Numeral(value, decimals))


@pytest.mark.parametrize(
    ("ranges", "ends"),
    [
        ([interval(1, 3)], (1, 3)),
        ([interval(1, 3), interval(2, 5)], (2, 3)),
        ([interval(1, 9), interval(2, 5), interval(3, 8)], (3, 5)),
        ([interval(4, 4), interval(4, 4)], (4, 4)),
    ],
)
def test_what_statements_have_in_common_is_where_their_ranges_meet(ranges, ends):
    low, low_by, high, high_by, is_positive = common(ranges).ends
    assert (Fraction(low, low_by), Fraction(high, high_by), is_positive) == (*ends, True)


@pytest.mark.parametrize(
    "ranges",
    [[interval(1, 2), interval(3, 4)], [interval(1, 2), interval(2, 3)], [Interval(Fraction(1), None)]],
    ids=["nothing", "an end", "without an end"],
)
def test_what_is_too_little_to_prove_anything_with(ranges):
    assert common(ranges) is None


figures = st.builds(
    number,
    st.integers(-30, 300),
    st.integers(0, 1),
    st.sampled_from([Hedge.NONE, Hedge.ABOUT, Hedge.OVER, Hedge.UP_TO]),
)
leaves = st.sampled_from([Name(name) for name in "abcd"]) | st.integers(-3, 9).map(
    lambda each: Constant(Fraction(each))
)
expressions = st.recursive(leaves, lambda inner: st.builds(Operation, st.sampled_from(Op), inner, inner), max_leaves=4)


@given(
    st.builds(Comparison, st.sampled_from(Comparator), expressions, expressions),
    st.fixed_dictionaries({name: st.lists(figures, min_size=1, max_size=3) for name in "abcd"}),
)
def test_what_is_proven_at_a_glance_is_consistent_for_every_combination(comparison, stated):
    ranges = {name: common([each.usual for each in of_name]) for name, of_name in stated.items()}
    if surely_holds(comparison, ranges, RATES):
        evidence = {name: [Evidence(each, each.text) for each in of_name] for name, of_name in stated.items()}
        relation = Relation("check", "rule", comparison, evidence)
        assert judge(relation, RATES).worst.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("comparator", "limit", "is_proven"),
    [(Comparator.AT_MOST, 11, True), (Comparator.AT_LEAST, 9, True), (Comparator.EQUAL, 10, True)],
)
def test_plain_comparisons_are_proven(comparator, limit, is_proven):
    ranges = {"a": common([number(10, 1).usual])}
    assert surely_holds(Comparison(comparator, Name("a"), Constant(Fraction(limit))), ranges, RATES) is is_proven


def test_a_sum_whose_roundings_may_all_have_to_fall_one_way_is_left_to_the_judge():
    parts = Operation(Op.ADD, Operation(Op.ADD, Name("a"), Name("b")), Name("c"))
    ranges = {name: common([number(value).usual]) for name, value in zip("abcd", (1, 1, 1, 3), strict=True)}
    assert not surely_holds(Comparison(Comparator.EQUAL, parts, Name("d")), ranges, RATES)
