"""The claim base as immutable values: sources, indicators, claims with their statements, and rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from factcheck.errors import Place
from factcheck.figures.figure import Figure
from factcheck.figures.periods import Period
from factcheck.relations.expression import Expression
from factcheck.relations.finding import Accepted, Assertion, PredicateCall

Label = Mapping[str, str]
"""A name for people, by language; under the empty key, the one for every language."""


def label_in(label: Label, lang: str) -> str:
    """The label in a language, else the one that there is; empty where there is none."""
    return label.get(lang) or label.get("") or next(iter(label.values()), "")


class Source(Struct, frozen=True):
    """A published text. `published` is a day, a month or a year; `follows` are the ids of what it draws upon."""

    id: str
    lang: str
    place: Place
    title: str = ""
    publisher: str = ""
    published: Period | None = None
    url: str = ""
    follows: tuple[str, ...] = ()


class Indicator(Struct, frozen=True):
    """What is measured: its label, and by language the words that announce it in prose."""

    id: str
    place: Place
    label: Label = {}
    words: Mapping[str, tuple[str, ...]] = {}
    unit: str = ""


class Statement(Struct, frozen=True):
    """One source giving one figure for one claim. `place` is that of the quote; `figure` what was read from it.

    `read_from` is what the figure was read from instead, where `value:` says so.
    """

    claim: str
    source: str
    quote: str
    figure: Figure
    place: Place
    lang: str
    as_of: Period | None = None
    status: str | None = None
    read_from: str = ""


class Claim(Struct, frozen=True):
    """What is asserted to have a value: an indicator, for an area, over a period, with a status.

    `unit` is the claim's own, else its indicator's, else that of its first statement; dates have `calendar_year`.
    """

    id: str
    place: Place
    indicator: str | None = None
    area: str | None = None
    period: Period | None = None
    status: str | None = None
    unit: str = ""
    label: Label = {}
    note: str = ""
    statements: tuple[Statement, ...] = ()
    accepted: Accepted | None = None


class RuleTest(Struct, frozen=True):
    """Figures for the names of a rule, and the verdict that they must give."""

    verdict: str
    bindings: Mapping[str, Figure]
    place: Place
    quotes: Mapping[str, str] = {}
    places: Mapping[str, Place] = {}


class Rule(Struct, frozen=True):
    """A relation that someone wrote. `text` is its expression verbatim, `place` where that stands."""

    id: str
    text: str
    assertion: Assertion
    place: Place
    why: str | None = None
    severity: str = "error"
    label: Label = {}
    accepted: Accepted | None = None
    tests: tuple[RuleTest, ...] = ()

    @property
    def sides(self) -> tuple[Expression, ...]:
        """What the relation is about: both sides of a comparison, the arguments of a predicate."""
        assertion = self.assertion
        return assertion.arguments if isinstance(assertion, PredicateCall) else (assertion.left, assertion.right)


class Base(Struct, frozen=True):
    """Everything that the files hold, by id and in the order of the files."""

    sources: Mapping[str, Source] = {}
    indicators: Mapping[str, Indicator] = {}
    claims: Mapping[str, Claim] = {}
    rules: Mapping[str, Rule] = {}
    files: tuple[Path, ...] = ()
