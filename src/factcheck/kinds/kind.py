"""What a kind of relation is, and what a rule's expression may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.relations.expression import Argument, Expression, Literal, Wildcard


class Scope(Protocol):
    """What a kind may know of the names in an expression while it is built."""

    def unit(self, name: str) -> str:
        """The unit of the figure of that name; empty for a plain number."""

    def period(self, name: str) -> Period | None:
        """The period of the figure of that name, where it has one."""


class KindError(Exception):
    """Arguments that a kind cannot take; the phrase says why and what to write."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase


Said = str | Phrase | Quantity
"""An argument as people read it: a verbatim quote, a number, or a calculation."""


class Function(Struct, frozen=True):
    """A function of the rule language that yields a value: `growth(from, to)`.

    `roles` names the arguments in order, the last `optional` of which may be left out; with `variadic`, the one role
    may be filled any number of times, also by a wildcard. `build` makes what the call means out of the arguments,
    or raises KindError. `fact` says in words what the call comes to: it gets the arguments as they are printed, and
    the result.
    """

    name: str
    roles: tuple[str, ...]
    build: Callable[[Sequence[Argument], Scope], Expression]
    fact: Callable[[Sequence[Said], Span], Phrase]
    optional: int = 0
    variadic: bool = False


class Predicate(Struct, frozen=True):
    """A function of the rule language that is itself true or false: `between(x, low, high)`.

    `possible` gets the ranges of the arguments, in base units, and the figures that stand for the relation's names,
    and says whether some choice makes it true.
    """

    name: str
    roles: tuple[str, ...]
    possible: Callable[[Sequence[Interval], Sequence[Figure]], bool | Undefined]


def expression(argument: Argument) -> Expression:
    """An argument that must be a figure or a calculation; raises KindError for a currency, a period or a wildcard."""
    if isinstance(argument, Literal | Wildcard):
        raise KindError(Phrase("{argument} is not a figure: write a claim or a number", argument=str(argument)))
    return argument
