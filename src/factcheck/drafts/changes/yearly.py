"""What a change by the year states: of two levels, or of the whole change over as many years."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.drafts.changes.figures import Change
from factcheck.drafts.changes.levels import Levels
from factcheck.drafts.changes.relations import signed
from factcheck.drafts.changes.when import years_between
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.kinds import KindError
from factcheck.relations.expression import ONE, Constant, Name, Power, add, multiply, subtract
from factcheck.relations.finding import Confidence

_MOST_YEARS: Final = 100


def yearly(change: Change, levels: Levels, confidence: Confidence) -> Stated | None:
    """The yearly growth that leads from one level to the other; None where the years are not said."""
    to, start = levels.to, levels.start
    assert to is not None and start is not None
    years = _years(change, levels)
    if change.rises is None and to.figure.number < start.figure.number:
        return None
    if years is None or change.kind is not Kind.PERCENTAGE or to.figure.kind is Kind.PERCENTAGE:
        return None
    roles = {"from": start, "to": to, "change": signed(change)}
    try:
        rate = call("cagr", Name("from"), Name("to"), Constant(Fraction(years), "", str(years)), roles=roles)
    except KindError:
        return None
    return Stated("cagr", equal(rate, Name("change")), roles, confidence)


def _years(change: Change, levels: Levels) -> int | None:
    """How many years lie between the levels, from their own dates or from the time over which they changed."""
    first = levels.placed.period if levels.placed is not None else None
    last = levels.now.period if levels.now is not None else None
    if last is None and change.during is not None:
        last = change.during.period
    years = None if first is None or last is None else years_between(first, last)
    spans = {when.years for when in (change.measured, levels.now) if when is not None and when.years}
    if len(spans) > 1:
        return None  # "de 5 % par an en cinq ans. Il est passé de 12,2 à 12,8 millions l'an dernier"
    for when in (change.measured, levels.now, levels.placed):
        if years is None and when is not None:
            years = when.years
    return years if years is not None and 0 < years <= _MOST_YEARS else None


def of_total(total: Change, rate: Change, *, on_average: bool) -> Stated | None:
    """What a change over several years states of one by the year: (1 + yearly)^n == 1 + total.

    One that is told `on_average` may also be the total spread evenly, total == n × yearly, as many reckon: where that
    holds, nothing is said. None where the years are not said.
    """
    years = total.measured.years if total.measured is not None else None
    if years is None or not 1 < years <= _MOST_YEARS:
        return None
    if total.kind is not Kind.PERCENTAGE or rate.kind is not Kind.PERCENTAGE:
        return None
    if rate.rises is not None and total.rises is not rate.rises:
        return None
    if rate.rises is None:
        rate = Change(rate.mention, total.rises)
    roles = {"total": signed(total), "change": signed(rate)}
    grown = subtract(Power(add(ONE, Name("change")), years), ONE)
    evenly = multiply(Constant(Fraction(years), "", str(years)), Name("change"))
    spread = (Stated("cagr", equal(evenly, Name("total")), roles),) if on_average else ()
    return Stated("cagr", equal(grown, Name("total")), roles, Confidence.HIGH, otherwise=spread)
