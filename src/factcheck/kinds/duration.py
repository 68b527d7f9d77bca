"""Duration: the years between two dates.

What it checks
    Whether a stated duration ("d'ici cinq ans") fits the two dates it lies between, and in a draft whether an age fits
    the year of birth. What is told from today is held against the date of the draft.

Formula
    years(from, to) = to − from

Tolerances
    A date is any moment of the period it names: from the first half of 2025 to 2030 is 4.5 to 6 years. A duration is
    taken to the precision of its digits: "cinq ans" is 4.5 to 5.5 years.

Holds
    years(premier semestre 2025, 2030) == cinq ans

Does not hold
    years(2025, 2030) == dix ans

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore duration -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Argument, Constant, Expression, divide, multiply, subtract

_ONE_YEAR = Constant(ONE.value, "year")
_ONE_CALENDAR_YEAR = Constant(ONE.value, "calendar_year")


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """(to − from), which is in calendar years, as a duration."""
    start, end = (expression(argument) for argument in arguments)
    return multiply(subtract(end, start), divide(_ONE_YEAR, _ONE_CALENDAR_YEAR))


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """How long it is."""
    return Phrase("from {start} to {end} is {result}", start=arguments[0], end=arguments[1], result=result)


FUNCTION = Function("years", ("from", "to"), build, fact)
