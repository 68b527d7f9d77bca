"""Per: an amount for each of a count.

What it checks
    Whether a figure per head, per job or per unit fits the total and the count.

Formula
    per(amount, count) = amount / count

Tolerances
    Amount, count and ratio are taken to the precision of their digits.

Holds
    per(26,2 milliards de dirhams, 148 500 emplois) == 176 000 dirhams / 1 emploi

Does not hold
    per(26,2 milliards de dirhams, 148 500 emplois) == 196 000 dirhams / 1 emploi: it is 176 000 to 177 000.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore per -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Argument, Constant, Expression, divide, multiply


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """amount / count, per one thing counted, so that it compares with an amount."""
    amount, count = (expression(argument) for argument in arguments)
    return multiply(divide(amount, count), _ONE_THING)


_ONE_THING = Constant(ONE.value, "count")


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What each gets."""
    return Phrase("{amount} for {count} is {result} each", amount=arguments[0], count=arguments[1], result=result)


FUNCTION = Function("per", ("amount", "count"), build, fact)
