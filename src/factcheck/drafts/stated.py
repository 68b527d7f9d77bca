"""A relation that a text states, on its way to being judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from factcheck.drafts.prose import Draft, Mention
from factcheck.figures.periods import Period
from factcheck.kinds import FUNCTIONS, PREDICATES, rewritten
from factcheck.phrases import Phrase
from factcheck.relations.expression import Argument, Call, Comparator, Comparison, Expression
from factcheck.relations.finding import Assertion, Confidence, Finding, PredicateCall


class Stated(Struct, frozen=True):
    """A relation that the text states between figures in roles. `roles` maps the names of the assertion to mentions.

    `doubt` says what is not certain about it (at which period's rate an amount was converted): with one, a relation
    that comes out strained is left alone for that reason.
    """

    kind: str
    assertion: Assertion
    roles: Mapping[str, Mention]
    confidence: Confidence = Confidence.HIGH
    doubt: Phrase | None = None
    otherwise: tuple[Stated, ...] = ()


class Judged(Struct, frozen=True):
    """A finding that its kind makes by itself (a weekday, a slip), and the mentions that it speaks of."""

    finding: Finding
    mentions: tuple[Mention, ...]


class LeftAlone(Struct, frozen=True):
    """A relation that the text may state, and why it is not taken up."""

    kind: str
    mentions: tuple[Mention, ...]
    reason: Phrase


Candidate = Stated | Judged | LeftAlone


class Finder(Protocol):
    """Looks a draft through for the relations of one family of kinds."""

    def __call__(self, draft: Draft) -> Iterator[Candidate]:
        """What the text states, and what it may state and was left alone."""


class _Roles(Struct, frozen=True):
    """What a kind may know of the figures in roles: the scope in which its call is built."""

    mentions: Mapping[str, Mention]

    def unit(self, name: str) -> str:
        return self.mentions[name].figure.unit

    def period(self, name: str) -> Period | None:
        return self.mentions[name].figure.period


def call(function: str, *arguments: Argument, roles: Mapping[str, Mention]) -> Call:
    """A call of the rule language over the figures in roles; raises KindError where the kind cannot take them."""
    return Call(function, arguments, FUNCTIONS[function].build(arguments, _Roles(roles)))


def predicate(name: str, *arguments: Expression) -> PredicateCall:
    """A predicate of the rule language."""
    return PredicateCall(name, arguments, PREDICATES[name].possible)


def equal(left: Expression, right: Expression) -> Comparison:
    """That both sides are equal."""
    return rewritten(Comparison(Comparator.EQUAL, left, right))
