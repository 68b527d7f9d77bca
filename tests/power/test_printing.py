"""Printed figures: true by construction, and understood by the oracle as factcheck understands them."""

from fractions import Fraction
from random import Random

import pytest
from benchmarks.power.facts import Fact
from benchmarks.power.meaning import literal, usual
from benchmarks.power.printing import Printed, places_of, print_number, reprinted
from benchmarks.power.ranges import Range
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reading import read_quote

FACTS = st.one_of(
    st.builds(Fact, st.just("amount"), st.fractions(10**6, 10**12), st.just("money"), st.sampled_from(["MAD", "EUR"])),
    st.builds(Fact, st.just("count"), st.integers(1, 10**7).map(Fraction), st.just("count"), st.just("emplois")),
    st.builds(Fact, st.just("rate"), st.fractions("1/50", 3), st.just("percent")),
    st.builds(Fact, st.just("change"), st.fractions("-3/10", "-1/50"), st.just("percent")),
    st.builds(Fact, st.just("change"), st.fractions("1/100", "1/10"), st.just("points")),
    st.builds(Fact, st.just("factor"), st.fractions("13/10", 60), st.just("times")),
)
SEEDS = st.integers(0, 10**9).map(Random)


def bounds(interval, factor):
    """An interval of factcheck in base units, with its ends as the oracle has them."""
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Range(low, high, interval.low_open and low is not None, interval.high_open and high is not None)


def ends(range_):
    """The same, where an open infinite end is no other than a closed one."""
    return Range(
        range_.low,
        range_.high,
        range_.low_open and range_.low is not None,
        range_.high_open and range_.high is not None,
    )


@given(SEEDS, FACTS, st.sampled_from(["fr", "en"]))
def test_a_true_value_is_among_those_that_its_print_stands_for(rng, fact, lang):
    printed = print_number(rng, fact, lang)
    assert fact.value in literal(printed), printed.quote


@settings(max_examples=300)
@given(SEEDS, FACTS)
def test_factcheck_reads_what_was_printed_and_takes_it_for_the_same_numbers(rng, fact):
    printed = print_number(rng, fact, "fr")
    figure = read_quote(("baisse de " if printed.negative else "") + printed.quote, "fr")
    factor = Fraction(1, 100) if fact.family in ("percent", "points") else 1
    assert figure.number * factor == printed.value, printed.quote
    assert bounds(figure.literal, factor) == ends(literal(printed)), printed.quote
    assert bounds(figure.usual, factor) == ends(usual(printed)), printed.quote


@given(SEEDS, FACTS, st.sampled_from(["fr", "en"]))
def test_a_value_printed_again_as_it_was_printed_comes_out_the_same(rng, fact, lang):
    printed = print_number(rng, fact, lang)
    if printed.hedge == "none":
        assert reprinted(fact.number, printed).quote == printed.quote


@pytest.mark.parametrize(
    ("number", "decimals", "places"), [("26.2", 1, 1), ("40", 0, 0), ("148500", 0, -2), ("1487", 0, 0), ("100", 0, -2)]
)
def test_zeros_at_the_end_of_a_large_whole_number_are_places_it_was_rounded_to(number, decimals, places):
    assert places_of(Printed(Fraction(number), decimals, 1, "none", "count", "jobs", "en", ",")) == places


@pytest.mark.parametrize(
    ("lang", "number", "scale", "family", "unit", "quote"),
    [
        ("fr", "1.9", 10**6, "money", "EUR", "1,9 million d'euros"),
        ("fr", "26.2", 10**9, "money", "MAD", "26,2 milliards de dirhams"),
        ("fr", "2.3", 10**6, "count", "emplois", "2,3 millions d'emplois"),
        ("fr", "1.3", 1, "points", "", "1,3 point"),
        ("en", "26.2", 10**9, "money", "USD", "$26.2 billion"),
        ("en", "26.2", 10**6, "money", "MAD", "26.2 million dirhams"),
        ("en", "2.5", 1, "percent", "", "2.5%"),
    ],
)
def test_figures_are_set_as_their_language_sets_them(lang, number, scale, family, unit, quote):
    assert Printed(Fraction(number), 1, scale, "none", family, unit, lang, ",").quote == quote
