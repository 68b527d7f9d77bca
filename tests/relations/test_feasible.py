"""Whether a network of statements and relations can be true: with a witness, or with proof, and never against Z3."""

import random
from fractions import Fraction

import pytest
from networks import Maker, equal, growth, network, printed
from oracle import Oracle

from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge, Reading
from factcheck.figures.interval import Interval
from factcheck.figures.rates import Rates
from factcheck.relations.expression import ONE, Comparator, Comparison, Name, Power, add, divide, multiply
from factcheck.relations.feasible import Feasible, Infeasible, decide
from factcheck.relations.finding import Evidence, Relation, Verdict
from factcheck.relations.judge import judge
from factcheck.relations.network import Ranges, Said, part_of

A, B, C = Name("a"), Name("b"), Name("c")


def said(claim, low, high, *, is_open=False):
    ranges = Interval(Fraction(low), Fraction(high), is_open, is_open)
    figure = Figure(claim, Kind.NUMBER, ranges.a_point())
    return Said(Evidence(figure, claim, claim), (claim,), Ranges(ranges, ranges))


def decided(statements, *rules, unstated=()):
    part = part_of(network(statements, rules, unstated), Reading.LITERAL)
    return decide(part, part.elements)


def test_a_growth_that_fits_has_a_witness():
    found = decided([said("a", 10, 11), said("b", 20, 22), said("c", Fraction(9, 10), 1)], equal(growth("a", "b"), C))
    assert isinstance(found, Feasible)
    assert found.witness["b"] / found.witness["a"] - 1 == found.witness["c"]
    assert found.satisfied == {0, 1, 2}


@pytest.mark.parametrize("is_open", [False, True])
def test_ranges_that_touch_fit_only_where_the_ends_are_theirs(is_open):
    found = decided([said("a", 1, 2, is_open=is_open), said("b", 2, 3)], equal(A, B))
    assert isinstance(found, Infeasible if is_open else Feasible)


def test_the_reasons_leave_out_what_does_not_matter():
    found = decided(
        [said("a", 1, 2), said("b", 5, 6), said("c", 0, 9)],
        equal(A, C),
        Comparison(Comparator.AT_MOST, B, A),
    )
    assert isinstance(found, Infeasible)
    assert found.reasons.elements == {0, 1}
    assert found.reasons.rules == {1}


def test_what_no_single_relation_shows_two_together_do():
    # a + b and a − b leave a alone; propagation cannot see it
    statements = [said("a", 0, 10), said("b", 0, 10)]
    total = Comparison(Comparator.AT_LEAST, add(A, B), multiply(add(ONE, ONE), add(ONE, add(ONE, A))))
    other = Comparison(Comparator.BELOW, B, add(A, ONE))
    assert isinstance(decided(statements, total, other), Infeasible)


def test_a_figure_that_stands_in_two_products_is_one_value():
    # a · b == 6 and a · c == 6 with b below 2 and c above 3
    statements = [said("a", 1, 6), said("b", 1, Fraction(19, 10)), said("c", Fraction(31, 10), 6)]
    six = add(*(ONE for _ in range(6)))
    assert isinstance(decided(statements, equal(multiply(A, B), six), equal(multiply(A, C), six)), Infeasible)
    assert isinstance(decided(statements, equal(multiply(A, B), six)), Feasible)


def test_a_growth_over_years_is_met_by_a_value_that_no_fraction_gives():
    grown = equal(multiply(A, Power(add(ONE, C), 6)), B)
    assert isinstance(decided([said("a", 26, 27), said("b", 40, 41)], grown, unstated=["c"]), Feasible)
    assert isinstance(decided([said("a", 26, 27), said("b", 40, 41), said("c", 0, Fraction(1, 20))], grown), Infeasible)


def test_a_division_by_nothing_is_never_true():
    found = decided([said("a", 1, 2), said("b", 0, 0), said("c", 0, 9)], equal(divide(A, B), C))
    assert isinstance(found, Infeasible)


@pytest.mark.parametrize("reading", list(Reading), ids=str)
@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 500, 50)], ids=str)
def test_z3_agrees_on_random_networks(seeds, reading):
    for seed in seeds:
        maker = Maker(seed)
        part = part_of(maker.network, reading)
        found = decide(part, part.elements)
        assert isinstance(found, Feasible | Infeasible), seed
        possible = Oracle(maker.network, reading).can_be()
        if possible is not None:
            assert isinstance(found, Feasible) == possible, seed
        if isinstance(found, Infeasible):
            assert isinstance(decide(part, found.reasons.elements), Infeasible), seed
        else:
            assert all(contractor.holds_at(found.witness) for contractor in part.contractors), seed
            assert set(part.elements) <= found.satisfied, seed


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)], ids=str)
def test_the_judge_of_single_relations_agrees(seeds):
    for seed in seeds:
        chance = random.Random(seed)
        maker = Maker(seed, errors=2)
        for rule in maker.network.rules:
            names = Relation("rule", "rule", rule.comparison, {}).names
            values = {name: maker.wrong.get(name, maker.true[name]) for name in names}
            said = [
                printed(name, value, maker.decimals[name], hedge=chance.choice(list(Hedge)))
                for name, value in values.items()
            ]
            figures = {each.evidence.claim: [each.evidence] for each in said}
            case = judge(Relation("rule", "rule", rule.comparison, figures), Rates()).worst
            fits = {reading: decided_by(reading, said, rule.comparison) for reading in Reading}
            assert fits[Reading.LITERAL] == (case.verdict is not Verdict.INCONSISTENT), (seed, rule.check)
            # what is strained for its roundings alone fits all the same
            by_roundings = case.verdict is Verdict.STRAINED and case.reason is not None
            assert fits[Reading.USUAL] == (case.verdict is Verdict.CONSISTENT or by_roundings), (seed, rule.check)


def decided_by(reading, said, rule):
    part = part_of(network(said, [rule]), reading)
    found = decide(part, part.elements)
    assert isinstance(found, Feasible | Infeasible)
    return isinstance(found, Feasible)


def test_a_printed_figure_is_what_its_digits_allow():
    assert printed("level", Fraction(26194, 1000), 1).ranges.usual == Interval(Fraction(2615, 100), Fraction(2625, 100))
