"""Points: the difference between two percentages.

What it checks
    Whether a change in percentage points ("6 points de plus") fits the two percentages, and that a change of a
    percentage is not called one in percent: from 10 % to 12 % is 2 points, or 20 %.

Formula
    points(from, to) = 100 × (to − from) percentage points

Tolerances
    Both percentages and the points are taken to the precision of their digits.

Holds
    points(36 %, 42 %) == 6 pts

Does not hold
    points(36 %, 42 %) == 8 pts: the difference is 5 to 7 points.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore points -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import Argument, Constant, Expression, multiply, subtract

_POINTS_PER_ONE = Constant(Fraction(100), "percentage_point")


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """(to − from) × 100 points."""
    start, end = (expression(argument) for argument in arguments)
    return multiply(subtract(end, start), _POINTS_PER_ONE)


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the difference is."""
    return Phrase("from {start} to {end} is {result}", start=arguments[0], end=arguments[1], result=result)


FUNCTION = Function("points", ("from", "to"), build, fact)
