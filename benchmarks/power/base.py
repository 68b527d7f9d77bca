"""The stories of a world as a claim base: a story is a source, its figures are statements, its relation is a rule."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import yaml
from msgspec import Struct

from benchmarks.power.economies import SPAN
from benchmarks.power.oracle import Figure, all_agree, is_percent, possible, slipped
from benchmarks.power.printing import Printed, PrintedDay, words
from benchmarks.power.stories import Story
from benchmarks.power.worlds import World

CHECKS: Mapping[str, str] = {
    "growth": "growth({from}, {to}) == {change}",
    "half growth": "growth({from}, {to}) == {change}",
    "points": "points({from}, {to}) == {change}",
    "share": "share({part}, {whole}) == {share}",
    "convert": "convert({amount}, ABROAD, YEAR) == {foreign}",
    "multiple": "{to} / {from} == {factor}",
    "cagr": "cagr({from}, {to}, SPAN) == {rate}",
    "grim": "grim({share}, {count})",
}


class Base(Struct, frozen=True):
    """A claim base.

    text       its YAML
    statements the figures that are said of each claim
    rules      the story that each rule is of
    """

    text: str
    statements: Mapping[str, list[Figure]]
    rules: Mapping[str, Story]


def base(world: World) -> Base:
    """The world as YAML; a value that several stories tell has several statements."""
    claims: dict[str, Any] = {}
    statements: dict[str, list[Figure]] = {}
    rules: dict[str, Any] = {}
    stories: dict[str, Story] = {}
    for number, told in enumerate(world.told):
        for role, figure in told.figures.items():
            fact = told.story.roles[role]
            claim = claims.setdefault(fact.name, {"said": {}, **({"period": fact.period} if fact.period else {})})
            claim["said"].setdefault(f"paper-{number}", []).append(_quote(told.story, figure))
            statements.setdefault(fact.name, []).append(figure)
        check = _check(told.story, told.figures)
        if check:
            rules[f"rule-{number}"] = {"check": check}
            stories[f"rule-{number}"] = told.story
    sources = {f"paper-{number}": {"title": "A paper", "lang": world.lang} for number in range(len(world.told))}
    tree = {"sources": sources, "claims": claims, **({"rules": rules} if rules else {})}
    return Base(_dumped(tree), statements, stories)


def impossible(known: Base) -> frozenset[str]:
    """The checks of the base that the oracle finds wrong: what `factcheck run` ought to call inconsistent."""
    wrong = set()
    for name, figures in known.statements.items():
        if not all_agree(figures):
            wrong.add(f"agreement:{name}")
        if any(isinstance(each, PrintedDay) and each.day.weekday() != each.weekday for each in figures):
            wrong.add(f"weekday:{name}")
        numbers = [each for each in figures if isinstance(each, Printed)]
        if any(slipped(each, [*numbers[:at], *numbers[at + 1 :]]) for at, each in enumerate(numbers)):
            wrong.add(f"slip:{name}")
    for rule, story in known.rules.items():
        roles = list(story.roles)
        choices = [known.statements[story.roles[role].name] for role in roles]
        if not all(possible(story, dict(zip(roles, chosen, strict=True))) for chosen in product(*choices)):
            wrong.add(rule)
    return frozenset(wrong)


def _check(story: Story, figures: Mapping[str, Figure]) -> str | None:
    """The rule of a story; None where the statements of one claim say it all."""
    names = {role: fact.name for role, fact in story.roles.items()}
    parts = ", ".join(names[role] for role in story.parts)
    match story.kind:
        case "repeat" | "weekday":
            return None
        case "sum" | "halves":
            return f"sum({parts}) == {names['total']}"
        case "breakdown":
            return f"sum({parts}) == 100 %"
        case "difference":
            more, less = ("from", "to") if story.falls else ("to", "from")
            return f"{names[more]} - {names[less]} == {names['change']}"
        case "points" if is_percent(figures["change"]):
            return CHECKS["growth"].format(**names)
        case kind:
            check = CHECKS[kind].format(**names)
            for word, value in (("ABROAD", story.currencies[1]), ("YEAR", story.words["year"]), ("SPAN", SPAN)):
                check = check.replace(word, str(value))
            return check


def _quote(story: Story, figure: Figure) -> str:
    """The figure as its paper printed it; a fall has a word for it."""
    falls = isinstance(figure, Printed) and figure.negative
    return (words(figure.lang)["falls"] if falls else "") + figure.quote


def _dumped(tree: Mapping[str, Any]) -> str:
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
