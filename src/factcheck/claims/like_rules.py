"""Rules that differ in nothing but the names of their claims are parsed and checked once.

Bases hold the same rule for every year and every region. What a rule comes to depends on its text, on which of its
names are the same, and on the units and periods of the claims that it names: where all of that is as it was in an
earlier rule, so is its tree, with other names in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec import Struct

from factcheck.claims.packed import packed, unpacked
from factcheck.claims.rules import RuleScope
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparison,
    ExchangeRate,
    Expression,
    Name,
    Negative,
    Operation,
    Power,
    Root,
    Wildcard,
    leaves,
)
from factcheck.relations.finding import Assertion, PredicateCall

# a number with whatever stands before the next operator, which is its unit; else a name, which no parenthesis follows
_PART: Final = re.compile(r"[0-9][^-+−*×/÷()<>=,]*|(?P<name>[a-z][a-z0-9_]*+)(?!\s*\()")
_WILDCARD: Final = re.compile(r"[a-z0-9_]\*|\*_")

Shape = tuple[Any, ...]
"""All that a rule has in common with those that are like it."""
_MOST_SHAPES: Final = 10_000
"""Shapes that are remembered: in a base where no rule is like another, they would only fill memory."""


class Shaped(Struct, frozen=True):
    """The text of a rule: its shape (None where it is to be parsed by itself), and the claims that it names."""

    shape: Shape | None
    names: tuple[str, ...]


class LikeRules:
    """Rules that were parsed and checked, by their shape; each shape has a number, which stays."""

    def __init__(self, kept: Iterable[Any] = ()) -> None:
        """`kept` is what `kept()` gave for rules that were checked in the same way."""
        self._kept = list(kept)
        self._numbers = {(template, *map(tuple, named)): at for at, (template, named, *_) in enumerate(self._kept)}
        self._known: dict[int, tuple[Assertion, tuple[str, ...]]] = {}
        self._rates: dict[int, tuple[str, ...]] = {}

    def kept(self) -> list[Any]:
        """Every shape that is known, as lists, in order of their numbers."""
        return self._kept

    def shaped(self, text: str, scope: RuleScope) -> Shaped:
        """The shape of a rule's text and the names in it."""
        found: dict[str, str] = {}

        def numbered(part: re.Match[str]) -> str:
            name = part["name"]
            return part[0] if name is None else found.setdefault(name, f"n{len(found)}")

        template = _PART.sub(numbered, text)
        names = tuple(found)
        if _WILDCARD.search(text) or not scope.trusts(names):
            return Shaped(None, names)
        claims = scope.claims
        named = [claims[name] for name in names]
        said = ((each.unit, bool(each.statements), str(each.period or "")) for each in named)
        return Shaped((template, *said), names)

    def number(self, shaped: Shaped) -> int | None:
        """The number of a shape; None where it is not known."""
        return None if shaped.shape is None else self._numbers.get(shaped.shape)

    def assertion(self, number: int, names: Sequence[str]) -> Assertion:
        """What a rule of the shape with that number asserts of these names."""
        assertion, named = self._of(number)
        return _renamed_assertion(assertion, dict(zip(named, names, strict=True)))

    def rates(self, number: int) -> tuple[str, ...]:
        """The exchange rates that stand in rules of the shape with that number."""
        if number not in self._rates:
            self._rates[number] = rates_in(self._of(number)[0])
        return self._rates[number]

    def _of(self, number: int) -> tuple[Assertion, tuple[str, ...]]:
        if number not in self._known:
            _, _, named, form = self._kept[number]
            self._known[number] = unpacked(form), tuple(named)
        return self._known[number]

    def learn(self, shaped: Shaped, assertion: Assertion) -> None:
        """Remembers what a rule of that shape, which has no mistake, asserts."""
        if shaped.shape is None or shaped.shape in self._numbers or len(self._kept) >= _MOST_SHAPES:
            return
        template, *named = shaped.shape
        self._numbers[shaped.shape] = number = len(self._kept)
        self._known[number] = assertion, shaped.names
        self._kept.append([template, named, shaped.names, packed(assertion)])


def rates_in(assertion: Assertion) -> tuple[str, ...]:
    """The keys of the exchange rates in an assertion."""
    sides = assertion.arguments if isinstance(assertion, PredicateCall) else (assertion.left, assertion.right)
    return tuple(leaf.key for leaf in leaves(*sides) if isinstance(leaf, ExchangeRate))


def _renamed_assertion(assertion: Assertion, names: dict[str, str]) -> Assertion:
    if isinstance(assertion, PredicateCall):
        arguments = tuple(_renamed(each, names) for each in assertion.arguments)
        return PredicateCall(assertion.function, arguments, assertion.possible)
    judged_as = assertion.judged_as
    return Comparison(
        assertion.comparator,
        _renamed(assertion.left, names),
        _renamed(assertion.right, names),
        None if judged_as is None else _renamed_comparison(judged_as, names),
    )


def _renamed_comparison(comparison: Comparison, names: dict[str, str]) -> Comparison:
    left, right = _renamed(comparison.left, names), _renamed(comparison.right, names)
    return Comparison(comparison.comparator, left, right)


def _renamed(expression: Expression, names: dict[str, str]) -> Expression:
    match expression:
        case Name(name):
            return Name(names.get(name, name))
        case Operation(op, left, right):
            return Operation(op, _renamed(left, names), _renamed(right, names))
        case Call(function, arguments, meaning):
            renamed = tuple(_renamed_argument(each, names) for each in arguments)
            return Call(function, renamed, _renamed(meaning, names))
        case Negative(operand):
            return Negative(_renamed(operand, names))
        case Power(base, exponent):
            return Power(_renamed(base, names), exponent)
        case Root(base, degree):
            return Root(_renamed(base, names), degree)
        case _:
            return expression


def _renamed_argument(argument: Argument, names: dict[str, str]) -> Argument:
    match argument:
        case Wildcard():
            raise AssertionError("a rule with a wildcard has no shape")
        case Name() | Operation() | Call() | Negative() | Power() | Root():
            return _renamed(argument, names)
        case _:
            return argument
