"""What follows for each claim: bounds that Z3 confirms, and how they come about."""

from fractions import Fraction

import pytest
import z3
from networks import Maker, equal, growth, network, printed
from oracle import Oracle

from factcheck.figures.hedges import Reading
from factcheck.relations.derived import implied_values
from factcheck.relations.expression import ONE, Comparator, Comparison, Name, Power, add, multiply
from factcheck.relations.finding import Verdict
from factcheck.relations.network import Network, Rule


def by_claim(made, claims=None):
    return {value.claim: value for value in implied_values(made, claims)}


def test_a_value_that_nobody_printed_follows_with_its_derivation():
    said = [printed("now", Fraction(134, 10), 1), printed("change", Fraction(35, 1000), 3)]
    value = by_claim(network(said, {"growth": equal(growth("before", "now"), Name("change"))}, ["before"]))["before"]
    assert (value.usual.low, value.usual.high) == (
        Fraction(1335, 100) / (1 + Fraction(355, 10000)),
        Fraction(1345, 100) / (1 + Fraction(345, 10000)),
    )
    assert not value.is_stated
    assert value.is_tight
    assert [(step.claim, step.rule) for step in value.steps] == [("now", None), ("change", None), ("before", "growth")]
    assert [each.claim for each in value.statements] == ["now", "change"]


def test_a_chain_of_rules_is_told_step_by_step():
    said = [printed("a", Fraction(10), 1), printed("b", Fraction(20), 1), printed("d", Fraction(5), 1)]
    rules = {
        "total": equal(add(Name("a"), Name("b")), Name("c")),
        "rest": equal(add(Name("c"), Name("d")), Name("e")),
    }
    value = by_claim(network(said, rules, ["c", "e"]))["e"]
    assert [(step.claim, step.rule, step.claims) for step in value.steps[-2:]] == [
        ("c", "total", ("a", "b")),
        ("e", "rest", ("c", "d")),
    ]


def test_yearly_growth_follows_from_its_ends():
    said = [printed("start", Fraction(26), 0), printed("end", Fraction(40), 0)]
    rule = equal(multiply(Name("start"), Power(add(ONE, Name("rate")), 6)), Name("end"))
    rate = by_claim(network(said, [rule], ["rate"]))["rate"]
    assert Fraction(6, 100) < rate.usual.low < rate.usual.high < Fraction(9, 100)


def test_what_does_not_hold_is_not_used():
    said = [printed("a", Fraction(10), 1), printed("b", Fraction(20), 1)]
    made = network(
        said, {"equal": equal(Name("a"), Name("b")), "total": equal(add(Name("a"), Name("b")), Name("c"))}, "c"
    )
    verdicts = {"equal": Verdict.INCONSISTENT, "total": Verdict.UNVERIFIABLE}
    made = Network(
        made.variables, made.said, tuple(Rule(each.check, each.comparison, verdicts[each.check]) for each in made.rules)
    )
    assert by_claim(made).keys() == {"c"}


def test_statements_that_contradict_each_other_are_not_used():
    said = [printed("a", Fraction(10), 1), printed("a", Fraction(20), 1, "rival"), printed("b", Fraction(30), 1)]
    made = network(
        said, {"total": equal(add(Name("a"), Name("b")), Name("c")), "same": equal(Name("b"), Name("d"))}, "cd"
    )
    assert by_claim(made).keys() == {"d"}


def test_relations_that_form_a_circle_are_tightened_together():
    said = [printed("a", Fraction(5), 0), printed("b", Fraction(5), 0)]
    rules = [
        Comparison(Comparator.AT_MOST, add(Name("a"), Name("b")), add(Name("c"), Name("c"))),
        Comparison(Comparator.AT_MOST, Name("c"), Name("a")),
        Comparison(Comparator.AT_MOST, Name("c"), Name("b")),
    ]
    found = by_claim(network(said, rules, ["c"]))
    assert found["c"].usual == found["c"].literal
    assert found["c"].is_tight


@pytest.mark.parametrize("seeds", [range(start, start + 15) for start in range(0, 60, 15)], ids=str)
def test_z3_agrees_on_the_bounds_of_linear_networks(seeds):
    for seed in seeds:
        made = Maker(seed, errors=0, is_linear=True).network
        oracle = Oracle(made, Reading.USUAL)
        if not oracle.can_be():
            continue
        for claim, value in by_claim(made).items():
            at = oracle.variables[claim]
            for end, is_open, beyond in (
                (value.usual.low, value.usual.low_open, lambda x, y: x < y),
                (value.usual.high, value.usual.high_open, lambda x, y: x > y),
            ):
                number = z3.Q(end.numerator, end.denominator)
                assert oracle.can_be(None, beyond(at, number)) is False, (seed, claim)
                assert oracle.can_be(None, at == number) is not is_open, (seed, claim)
                near = (value.usual.high - value.usual.low) / 10**6 if is_open else Fraction(0)
                close = [
                    at >= number - z3.Q(near.numerator, near.denominator),
                    at <= number + z3.Q(near.numerator, near.denominator),
                ]
                assert oracle.can_be(None, *close), (seed, claim)


def test_the_narrowest_range_that_a_source_prints_is_told_beside():
    said = [printed("a", Fraction(10), 1), printed("a", Fraction(10), 0, "rival"), printed("b", Fraction(10), 2)]
    value = by_claim(network(said, {"same": equal(Name("a"), Name("b"))}))["a"]
    assert value.printed == min((each.ranges.usual for each in said[:2]), key=lambda each: each.width)
    assert value.usual == said[2].ranges.usual


def test_of_very_many_rules_parts_are_carried_through_and_not_decided_as_a_whole():
    said, rules = [], {}
    for part in range(40):
        a, b, c = (f"{name}{part}" for name in "abc")
        said += [printed(a, Fraction(10), 1), printed(b, Fraction(20), 1)]
        rules |= {f"{a}-sum": equal(add(Name(a), Name(b)), Name(c)), f"{a}-more": equal(add(Name(c), Name(a)), Name(b))}
        rules[f"{a}-twice"] = Comparison(Comparator.AT_MOST, Name(b), Name(c))
    made = network(said, rules, [f"c{part}" for part in range(40)])
    assert not by_claim(made)["c7"].is_tight
    one = by_claim(made, ["c7"])["c7"]
    assert one.is_tight
    assert by_claim(made)["c7"].usual.contains_interval(one.usual)
