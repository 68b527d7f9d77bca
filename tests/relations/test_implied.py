"""What follows for one name from an equality and what is known of the others."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.kinds import FUNCTIONS, rewritten
from factcheck.reading import read_quote
from factcheck.relations.expression import (
    ONE,
    Call,
    Comparator,
    Comparison,
    Constant,
    ExchangeRate,
    Literal,
    Name,
    Negative,
    add,
    divide,
    leaves,
    multiply,
    subtract,
)
from factcheck.relations.finding import Evidence, PredicateCall, Relation
from factcheck.relations.implied import implied, solved
from factcheck.relations.solve import at_point

NO_RATE = ExchangeRate("MAD", "USD", Period.parse("1850"))
A, B, C = Name("a"), Name("b"), Name("c")


def equal(left, right):
    return Comparison(Comparator.EQUAL, left, right)


class Scope:
    def unit(self, name):
        return {"amount": "MAD", "usd": "USD"}.get(name, "")

    def period(self, name):
        return None


def call(function, *arguments):
    return Call(function, arguments, FUNCTIONS[function].build(arguments, Scope()))


GROWTH = equal(call("growth", A, B), C)
SHARE = equal(call("share", A, B), C)
SUM = equal(call("sum", A, B), C)
CAGR = rewritten(equal(call("cagr", A, B, Constant(Fraction(3))), C))
NEGATIVE = equal(multiply(Negative(A), B), C)
POINTS = equal(subtract(B, A), C)
SIX = {"growth": GROWTH, "share": SHARE, "sum": SUM, "cagr": CAGR, "negative": NEGATIVE, "difference": POINTS}


def relation(assertion, **figures):
    said = {
        name: [
            Evidence(figure, quote, claim=name)
            for quote in ([quotes] if isinstance(quotes, str) else quotes)
            for figure in [read_quote(quote, "fr")]
        ]
        for name, quotes in figures.items()
    }
    return Relation("rule", "rule", assertion, said)


def test_the_first_half_of_a_year_follows_from_the_next_and_its_growth():
    found = relation(GROWTH, b="13,4 milliards de dirhams", c="3,5 %")
    (first,) = implied(found, "a", "MAD", Rates())
    assert first.unit == "MAD"
    assert (first.usual.low, first.usual.high) == (
        Fraction(13_350_000_000) / Fraction(10355, 10000),
        Fraction(13_450_000_000) / Fraction(10345, 10000),
    )
    assert first.value == Fraction(13_400_000_000) / Fraction(1035, 1000)
    assert [each.quote for each in first.figures] == ["13,4 milliards de dirhams", "3,5 %"]


def test_it_is_in_the_unit_that_is_asked_for():
    (share,) = implied(relation(SHARE, a="2 milliards de dirhams", b="8 milliards de dirhams"), "c", "percent", Rates())
    assert share.value == 25
    assert share.usual.low == Fraction(1500, 85)


def test_ends_that_are_open_stay_open():
    (first,) = implied(
        relation(SUM, a="5 milliards de dirhams", c="plus de 20 milliards de dirhams"), "b", "MAD", Rates()
    )
    assert first.literal.high is None
    assert first.literal.low_open
    assert first.usual.low_open
    assert not first.usual.high_open


def test_there_is_one_for_each_combination_of_what_is_said():
    found = relation(SUM, a=["5 milliards de dirhams", "6 milliards de dirhams"], c="20 milliards de dirhams")
    assert [each.value for each in implied(found, "b", "MAD", Rates())] == [15 * 10**9, 14 * 10**9]


def test_an_amount_follows_at_the_rate_of_its_period():
    rate = equal(call("convert", Name("amount"), Literal("USD"), Literal("2024")), Name("usd"))
    assert any(isinstance(leaf, ExchangeRate) for leaf in leaves(rate.left))
    (dollars,) = implied(relation(rate, amount="26,2 milliards de dirhams"), "usd", "USD", Rates())
    (dirhams,) = implied(relation(rate, usd="2,8 milliards de dollars"), "amount", "MAD", Rates())
    assert 26 * 10**8 < dollars.usual.low < dollars.value < dollars.usual.high < 267 * 10**7
    assert 272 * 10**8 < dirhams.usual.low < dirhams.value < dirhams.usual.high < 285 * 10**8


@pytest.mark.parametrize(
    ("assertion", "figures"),
    [
        pytest.param(Comparison(Comparator.AT_MOST, A, B), {"b": "3 millions d'euros"}, id="no equality"),
        pytest.param(PredicateCall("between", (A, B, C), lambda *_: True), {"b": "3", "c": "4"}, id="a predicate"),
        pytest.param(equal(multiply(A, A), B), {"b": "9 %"}, id="it stands twice"),
        pytest.param(SUM, {"b": "5 milliards de dirhams"}, id="another name is stated by nobody"),
        pytest.param(equal(multiply(A, subtract(B, B)), C), {"b": "5 %", "c": "0 %"}, id="a division by what may be 0"),
        pytest.param(equal(multiply(A, B), C), {"b": "0 %", "c": "0 %"}, id="anything at all would do"),
        pytest.param(equal(multiply(A, NO_RATE), C), {"c": "5 %"}, id="no rate of that period"),
    ],
)
def test_nothing_follows(assertion, figures):
    assert implied(relation(assertion, **figures), "a", "", Rates()) == []


@pytest.mark.parametrize("name", ["a", "b", "c"])
@pytest.mark.parametrize("kind", SIX)
def test_a_kind_is_solved_for_each_of_its_names(kind, name):
    found = solved(SIX[kind], name)
    assert found is not None
    assert all(leaf.key != name for leaf in leaves(found.expression))


POSITIVE = st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100)


@given(st.sampled_from(["growth", "share", "sum", "negative", "difference"]), POSITIVE, POSITIVE)
def test_what_is_solved_gives_back_every_true_value(kind, a, b):
    """Values that make the equality true are what it gives for each name from the other two."""
    computed = SIX[kind].left
    c = at_point(computed, {"a": a, "b": b})
    assert c is not None
    point = {"a": a, "b": b, "c": c}
    for name, true in point.items():
        found = solved(SIX[kind], name)
        assert found is not None
        others = {key: value for key, value in point.items() if key != name}
        assert at_point(found.expression, others) in (true, None)


@given(
    st.sampled_from(["share", "sum", "difference"]),
    st.integers(100, 9_999),
    st.integers(100, 9_999),
    st.fractions(Fraction(-1, 2), Fraction(1, 2), max_denominator=50),
    st.fractions(Fraction(-1, 2), Fraction(1, 2), max_denominator=50),
)
def test_true_values_behind_rounded_figures_are_never_left_out(kind, a, b, slack_a, slack_b):
    """Whatever true values were rounded to the printed ones, what follows holds the true third one."""
    a, b = a * 10 + 1, b * 10 + 1  # no trailing zeros: rounded to the unit
    true = {"a": a + slack_a, "b": b + slack_b}
    figures = {"a": f"{a} tonnes", "b": f"{b} tonnes"}
    unit = "" if kind == "share" else "kilogram"
    (found,) = implied(relation(SIX[kind], **figures), "c", unit, Rates())
    wanted = at_point(SIX[kind].left, true)
    assert wanted is not None
    assert (wanted if kind == "share" else wanted * 1000) in found.usual
    assert found.literal.contains_interval(found.usual)


def test_constants_need_no_source():
    (rest,) = implied(relation(equal(add(A, B), ONE), b="40 %"), "a", "percent", Rates())
    assert rest.value == 60
    (ratio,) = implied(relation(equal(divide(A, Constant(Fraction(2))), B), b="3 %"), "a", "percent", Rates())
    assert ratio.value == 6
