"""Weekday: a date and the day of the week printed with it.

What it checks
    Whether the date fell on that weekday ("mardi 27 janvier 2025"). No rule is needed.

Formula
    the proleptic Gregorian calendar

Tolerances
    None. The corrections are the weekday that the date had, the nearest year in which the date falls on the printed
    weekday, and the nearest such day.

Holds
    lundi 27 janvier 2025

Does not hold
    mardi 27 janvier 2025: it was a Monday; 27 January 2026 is a Tuesday.

How to suppress
    Give the claim `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore weekday -- why -->` on the line or above it.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from factcheck.figures.figure import Figure, Kind
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.reading.redating import redated
from factcheck.relations.expression import Name
from factcheck.relations.finding import Accepted, Correction, Evidence, Finding, PredicateCall, Relation, Verdict

KIND: Final = "weekday"
WEEKDAYS: Final = (
    Phrase("Monday"),
    Phrase("Tuesday"),
    Phrase("Wednesday"),
    Phrase("Thursday"),
    Phrase("Friday"),
    Phrase("Saturday"),
    Phrase("Sunday"),
)

_MOST_YEARS: Final = 12
"""The weekdays of a date repeat within 12 years, 29 February and century years apart."""


def states_one(figure: Figure) -> bool:
    """Whether the figure is a full date with a weekday."""
    return figure.kind is Kind.DATE and figure.weekday is not None and len(str(figure.value)) == len("2025-01-27")


def possible(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool:
    """Whether the date fell on the weekday printed with it."""
    (figure,) = figures
    return date.fromisoformat(str(figure.value)).weekday() == figure.weekday


def finding(claim: str, statement: Evidence, accepted: Accepted | None = None) -> Finding:
    """Whether a date fell on the weekday printed with it; `claim` is empty for a date of a draft."""
    name = claim or "date"
    assertion = PredicateCall(KIND, (Name(name),), possible)
    check = f"{KIND}:{claim}" if claim else KIND
    relation = Relation(check, KIND, assertion, {name: [statement]}, accepted=accepted, place=statement.place)
    figure = statement.figure
    assert figure.weekday is not None
    printed, fell = WEEKDAYS[figure.weekday], WEEKDAYS[date.fromisoformat(str(figure.value)).weekday()]
    day = Period.parse(str(figure.value))
    if possible((), (figure,)):
        return Finding(relation, Verdict.CONSISTENT, Phrase("{day} was a {fell}", day=day, fell=fell), (statement,))
    fitting = corrections(figure)
    return Finding(
        relation,
        Verdict.INCONSISTENT,
        Phrase("{day} was a {fell}, not a {printed}", day=day, fell=fell, printed=printed),
        figures=(statement,),
        corrections=tuple(
            Correction(0, redated(figure, date.fromisoformat(each)), each) for each in (*fitting, str(figure.value))
        ),
    )


def corrections(figure: Figure) -> tuple[str, ...]:
    """The dates that would fit, as ISO 8601: the nearest year, then the nearest day, each with the printed weekday."""
    printed = date.fromisoformat(str(figure.value))
    assert figure.weekday is not None
    found = []
    for years in range(1, _MOST_YEARS + 1):
        fitting = [
            year
            for year in (printed.year - years, printed.year + years)
            if _weekday(year, printed.month, printed.day) == figure.weekday
        ]
        if fitting:
            found += [f"{year:04d}-{printed.month:02d}-{printed.day:02d}" for year in fitting]
            break
    shift = (figure.weekday - printed.weekday() + 3) % 7 - 3
    found.append((printed + timedelta(days=shift)).isoformat())
    return tuple(found)


def _weekday(year: int, month: int, day: int) -> int | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day).weekday()
