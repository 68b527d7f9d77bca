"""The oracle: the sorts of relations, each with figures that can and that cannot be true together."""

from fractions import Fraction

import pytest
from benchmarks.power.facts import Fact
from benchmarks.power.oracle import possible, slipped
from benchmarks.power.printing import Printed
from benchmarks.power.stories import Story


def figure(text):
    """ "8.5 %", "26.2" (billions), "12 firms": a bare figure, with "over" before it where it is so hedged."""
    hedge, _, text = text.rpartition(" > ")
    digits, _, unit = text.partition(" ")
    decimals = len(digits.partition(".")[2])
    family = {"%": "percent", "points": "points", "times": "times", "firms": "count", "": "money"}[unit]
    scale = 10**9 if family == "money" else 1
    number = Fraction(digits.lstrip("-"))
    return Printed(number, decimals, scale, hedge or "none", family, "", "en", ",", negative=digits.startswith("-"))


def story(kind, roles, **words):
    currencies = ("MAD", "USD") if kind == "convert" else ("", "")
    facts = {role: Fact(role, Fraction(0), "money") for role in roles}
    return Story(kind, facts, {}, words, currencies=currencies)


TABLE = [
    ("growth", {"from": "12.0", "to": "15.0", "change": "25 %"}, True),
    ("growth", {"from": "12.0", "to": "15.0", "change": "20 %"}, False),
    ("growth", {"from": "12", "to": "15", "change": "20 %"}, True),
    ("growth", {"from": "15.0", "to": "12.0", "change": "-20 %"}, True),
    ("growth", {"from": "15.0", "to": "over > 12.0", "change": "35 %"}, True),
    ("difference", {"from": "12.0", "to": "15.0", "change": "3.0"}, True),
    ("difference", {"from": "12.0", "to": "15.0", "change": "3.2"}, False),
    ("points", {"from": "10 %", "to": "12 %", "change": "3 points"}, True),
    ("points", {"from": "10.0 %", "to": "12.0 %", "change": "3.0 points"}, False),
    ("points", {"from": "10.0 %", "to": "12.0 %", "change": "2.0 %"}, False),
    ("points", {"from": "10.0 %", "to": "12.0 %", "change": "20 %"}, True),
    ("share", {"part": "5.25", "whole": "13.4", "share": "39 %"}, True),
    ("share", {"part": "5.25", "whole": "13.4", "share": "49 %"}, False),
    ("sum", {"part1": "1.2", "part2": "3.4", "total": "4.7"}, True),
    ("sum", {"part1": "1.2", "part2": "3.4", "total": "4.8"}, False),
    ("breakdown", {"part1": "40 %", "part2": "61 %"}, True),
    ("breakdown", {"part1": "40 %", "part2": "62 %"}, False),
    ("convert", {"amount": "26.2", "foreign": "2.6"}, True),
    ("convert", {"amount": "26.2", "foreign": "2.8"}, False),
    ("multiple", {"from": "12.0", "to": "30.0", "factor": "2.5 times"}, True),
    ("multiple", {"from": "12.0", "to": "30.0", "factor": "3.5 times"}, False),
    ("cagr", {"from": "26.2", "to": "40", "rate": "4.3 %"}, True),
    ("cagr", {"from": "26.2", "to": "40", "rate": "5.3 %"}, False),
    ("repeat", {"one": "26", "other": "26.2"}, True),
    ("repeat", {"one": "26", "other": "27.2"}, False),
    ("grim", {"share": "33 %", "count": "12 firms"}, True),
    ("grim", {"share": "35 %", "count": "12 firms"}, False),
]


@pytest.mark.parametrize(("kind", "figures", "can_be"), TABLE, ids=str)
def test_figures_that_can_and_cannot_be_true_together(kind, figures, can_be):
    told = {role: figure(text) for role, text in figures.items()}
    assert possible(story(kind, figures, year=2024, span=10), told) is can_be


def test_parts_that_are_not_all_need_only_have_room():
    told = {role: figure(text) for role, text in {"part1": "1.2", "part2": "3.4", "total": "6.0"}.items()}
    parts = story("sum", told)
    assert (possible(parts, told), possible(parts, told, complete=False)) == (False, True)
    assert not possible(parts, {**told, "total": figure("4.0")}, complete=False)


@pytest.mark.parametrize(
    ("one", "others", "slips"),
    [("2.62", ["26.2"], True), ("26.2", ["26"], False), ("2.62", ["26.2", "26"], True), ("5.1", ["26.2"], False)],
)
def test_a_slip_is_off_by_a_power_of_ten(one, others, slips):
    assert slipped(figure(one), [figure(other) for other in others]) is slips
