"""Duration: the years between two dates.

What it checks
    Whether a stated duration ("d'ici cinq ans") fits the two dates it lies between, and in a draft whether an age fits
    the year of birth. What is told from today is held against the date of the draft.

Formula
    years(from, to) = to − from
    age(born, at) = at − born − ½ year: an age counts the years completed, so that "45 ans" lasts from 45 years to 46

Tolerances
    A date is any moment of the period it names: from the first half of 2025 to 2030 is 4.5 to 6 years. A duration is
    taken to the precision of its digits: "cinq ans" is 4.5 to 5.5 years.

Holds
    years(premier semestre 2025, 2030) == cinq ans
    age(17 novembre 1945, 14 septembre 2024) == 78 ans

Does not hold
    years(2025, 2030) == dix ans

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore duration -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Final

from factcheck.figures.interval import Interval
from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Argument, Constant, Expression, divide, multiply, subtract

_ONE_YEAR = Constant(ONE.value, "year")
_ONE_CALENDAR_YEAR = Constant(ONE.value, "calendar_year")
_HALF: Final = Fraction(1, 2)
_HALF_A_YEAR = Constant(_HALF, "year")


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """(to − from), which is in calendar years, as a duration."""
    start, end = (expression(argument) for argument in arguments)
    return multiply(subtract(end, start), divide(_ONE_YEAR, _ONE_CALENDAR_YEAR))


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """How long it is."""
    return Phrase("from {start} to {end} is {result}", start=arguments[0], end=arguments[1], result=result)


def build_age(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """The age that one born then has at that time, half a year off: so "45 ans" is from 45 to 46 years."""
    return subtract(build(arguments, scope), _HALF_A_YEAR)


def age_fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """How many years are completed."""
    return Phrase(
        "from {start} to {end} is an age of {result}", start=arguments[0], end=arguments[1], result=_whole(result)
    )


def _whole(span: Span) -> Span:
    """The ages that a range of years, half a year off, stands for."""
    low, high = span.interval.low, span.interval.high
    if low is None or high is None:
        return span
    first, last = floor(low + _HALF), floor(high + _HALF)
    if span.interval.high_open and last == high + _HALF:
        last -= 1
    return Span(Interval(Fraction(first), Fraction(max(first, last))), span.unit)


FUNCTION = Function("years", ("from", "to"), build, fact)
AGE = Function("age", ("born", "at"), build_age, age_fact)
