"""Which figures cannot all be true, and which would have to give way."""

from fractions import Fraction

import pytest
from msgspec.structs import replace
from networks import equal, growth, network, printed

from factcheck.relations.conclusions import SlipKind
from factcheck.relations.culprits import culprits
from factcheck.relations.expression import ONE, Comparator, Comparison, Name, add
from factcheck.relations.finding import Verdict

SHARES = {"ito": "0.403", "crm": "0.374", "eso": "0.132", "bpo": "0.098"}
ADD_UP = {"add-up": equal(add(*map(Name, SHARES)), ONE)}


def shares(**others):
    return [printed(claim, Fraction(value), 3, *others.get(claim, ())) for claim, value in SHARES.items()]


def suspects(conflict):
    return [[each.evidence.claim for each in withdrawal.suspects] for withdrawal in conflict.withdrawals]


def test_what_fits_has_no_culprits():
    assert culprits(network([printed("a", Fraction(1), 1)], [])).conflicts == ()


def test_four_shares_and_a_rule_make_an_argument():
    (conflict,) = culprits(network(shares(), ADD_UP)).conflicts
    (argument,) = conflict.arguments
    assert [each.claim for each in argument.statements] == list(SHARES)
    assert argument.checks == ("add-up",)
    assert suspects(conflict) == [[claim] for claim in SHARES]
    assert conflict.is_complete


def test_the_others_leave_a_suspect_its_range():
    said = [printed("bpo", Fraction("9.8"), 1, unit="percent"), *shares()[:3]]
    (conflict,) = culprits(network(said, ADD_UP)).conflicts
    (suspect,) = next(each.suspects for each in conflict.withdrawals if each.suspects[0].evidence.claim == "bpo")
    assert suspect.left is not None
    assert (suspect.left.low, suspect.left.high) == (Fraction("8.95"), Fraction("9.25"))


@pytest.mark.parametrize(("value", "kind"), [("9.8", SlipKind.SWAPPED), ("0.89", SlipKind.POWER_OF_TEN)])
def test_a_slip_is_named(value, kind):
    said = [printed("bpo", Fraction(value), 1 if kind is SlipKind.SWAPPED else 2, unit="percent"), *shares()[:3]]
    said.append(printed("kpo", Fraction("0.002"), 3))
    (conflict,) = culprits(network(said, {"add-up": equal(add(*map(Name, SHARES), Name("kpo")), ONE)})).conflicts
    suspect = next(each.suspects[0] for each in conflict.withdrawals if each.suspects[0].evidence.claim == "bpo")
    assert [slip.kind for slip in suspect.slips] == [kind]


def test_sources_that_disagree_need_no_rule():
    said = [
        printed("a", Fraction(10), 1),
        printed("a", Fraction(20), 1, "rival"),
        printed("a", Fraction(20), 2, "third"),
    ]
    (conflict,) = culprits(network(said, [])).conflicts
    assert {each.checks for each in conflict.arguments} == {("agreement:a",)}
    assert suspects(conflict) == [["a"], ["a", "a"]]
    assert [each.independent for each in conflict.withdrawals] == [2, 1]


def test_sources_that_follow_one_another_are_one_witness():
    said = [
        printed("a", Fraction(10), 1),
        printed("a", Fraction(20), 1, "rival"),
        printed("a", Fraction(20), 2, "third"),
    ]
    made = replace(network(said, []), families={"rival": "rival", "third": "rival"})
    (conflict,) = culprits(made).conflicts
    assert [each.independent for each in conflict.withdrawals] == [1, 1]


def test_figures_that_print_the_same_go_together():
    twice = printed("a", Fraction(20), 1, "rival")
    said = [
        printed("a", Fraction(10), 1),
        replace(twice, evidence=replace(twice.evidence, also=(replace(twice.evidence, source="third"),))),
    ]
    (conflict,) = culprits(network(said, [])).conflicts
    assert [each.size for each in conflict.withdrawals] == [1, 2]
    assert conflict.withdrawals[1].suspects[0].echoes == ("rival", "third")


def test_conflicts_that_share_a_figure_are_told_apart():
    said = [printed("a", Fraction(10), 1), printed("b", Fraction(20), 1), printed("c", Fraction(30), 1)]
    said += [printed("d", Fraction(10), 2), printed("e", Fraction(10), 3)]
    rules = {
        "one": equal(Name("a"), Name("b")),
        "two": equal(Name("a"), Name("c")),
        "three": equal(Name("a"), Name("d")),
    }
    rules["four"] = equal(Name("a"), Name("e"))
    found = culprits(network(said, rules))
    assert [suspects(conflict)[0] for conflict in found.conflicts] == [["b"], ["c"]]
    assert found.of("one") is found.conflicts[0]
    assert found.of("two") is found.conflicts[1]
    assert found.of("other") is None


def test_a_statement_that_several_ways_lead_to_is_cleared():
    said = [printed("a", Fraction(10), 1), printed("b", Fraction(20), 1), printed("c", Fraction(30), 1)]
    said += [printed("d", Fraction(5), 1), printed("e", Fraction(10), 2, "rival")]
    rules = {
        "wrong": equal(Name("a"), Name("b")),
        "sum": equal(add(Name("d"), Name("d")), Name("a")),
        "same": equal(Name("a"), Name("e")),
    }
    (conflict,) = culprits(network(said, rules)).conflicts
    (cleared,) = conflict.cleared
    assert cleared.evidence.claim == "a"
    assert [way.check for way in cleared.ways] == ["sum", "same"]


def test_a_strained_relation_may_give_way_itself():
    said = [printed("a", Fraction(10), 1), printed("b", Fraction(20), 1)]
    made = network(said, {"strained": equal(Name("a"), Name("b"))})
    made = replace(made, rules=tuple(replace(each, verdict=Verdict.STRAINED) for each in made.rules))
    (conflict,) = culprits(made).conflicts
    assert suspects(conflict) == [["a"], ["b"], []]
    assert [each.rules for each in conflict.withdrawals] == [(), (), ("strained",)]


def test_rules_that_contradict_each_other_have_no_correction():
    rules = {
        "below": Comparison(Comparator.BELOW, Name("a"), Name("b")),
        "above": Comparison(Comparator.BELOW, Name("b"), Name("a")),
    }
    (conflict,) = culprits(network([printed("a", Fraction(1), 1)], rules, ["b"])).conflicts
    assert conflict.arguments[0].statements == ()
    assert set(conflict.arguments[0].checks) == {"below", "above"}
    assert conflict.withdrawals == ()


def test_parts_without_a_relation_between_them_are_looked_at_apart():
    said = [printed(name, Fraction(value), 1) for name, value in (("a", 1), ("b", 2), ("c", 1), ("d", 2))]
    rules = {
        "one": equal(Name("a"), Name("b")),
        "two": equal(Name("c"), Name("d")),
        "three": equal(growth("a", "c"), Name("f")),
    }
    found = culprits(network(said, {key: rules[key] for key in ("one", "two")}))
    assert [conflict.checks for conflict in found.conflicts] == [("one",), ("two",)]
