"""Growth: a rate of change against the two levels it is drawn from.

What it checks
    Whether a stated change ("en hausse de 0,2 %", "up 4.1 per cent") fits the level before and the level after.

Formula
    growth(from, to) = to / from − 1

Tolerances
    The levels and the rate are taken to the precision of their digits. Between two levels that differ little, a
    rounding of the levels can be wider than the rate: 26.17 and 26.2 bn are −0.1 % to +0.3 % apart.

Holds
    growth(26,17 milliards, 26,2 milliards) == 0,2 %

Does not hold
    growth(12,0 millions, 15,0 millions) == 20 %: the change is 24 to 26 %.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore growth -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Argument, Expression, divide, subtract


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """to / from − 1."""
    start, end = (expression(argument) for argument in arguments)
    return subtract(divide(end, start), ONE)


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the change is."""
    return Phrase("from {start} to {end} is a change of {result}", start=arguments[0], end=arguments[1], result=result)


FUNCTION = Function("growth", ("from", "to"), build, fact)
