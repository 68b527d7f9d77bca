"""The exchange rates that a failed conversion speaks of: the one it should have used, and the one it did use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.errors import NoRate
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rate
from factcheck.figures.shown import Quantity, Span
from factcheck.kinds.kind import expression
from factcheck.phrases import Phrase
from factcheck.relations.bounds import image
from factcheck.relations.expression import Call, Comparator, Comparison, ExchangeRate, Expression, divide, leaves
from factcheck.relations.finding import Evidence, Finding, Relation
from factcheck.relations.judge import Case, RateSource
from factcheck.relations.terms import term_of

_DIGITS: Final = 3
_YEARS: Final = 5
"""How far from its own period another year's rate is looked for: a writer's table is rarely older."""


def rates_implied(relation: Relation, case: Case, rates: RateSource) -> tuple[Phrase, ...]:
    """What the two amounts of a conversion imply, what its period had, and when the pair traded at what they imply."""
    found = _conversion(relation)
    if found is None:
        return ()
    amount, stated, leaf = found
    rate = case.terms[leaf.key].rate if leaf.key in case.terms else None
    implied = image(divide(amount, stated), {key: term.usual for key, term in case.terms.items()})
    if rate is None or not isinstance(implied, Interval):
        return ()
    unit = f"{leaf.currency}/{leaf.per}"
    lines = [
        Phrase(
            "the two amounts imply {implied}; {period} averaged {average}, from {low} to {high} ({source})",
            implied=Span(implied, unit, _DIGITS),
            period=rate.covers,
            average=Quantity(rate.average, unit, _DIGITS),
            low=Quantity(rate.low, "", _DIGITS),
            high=Quantity(rate.high, "", _DIGITS),
            source=rate.source,
        )
    ]
    near = _publication(case)
    month = rates.nearest_month(leaf.currency, leaf.per, implied, near or leaf.period)
    if month is not None:
        lines.append(_traded(month, near, implied, unit))
    return tuple(lines)


def year_that_fits(finding: Finding, rates: RateSource) -> tuple[Phrase, ...]:
    """The year nearest to that of a conversion at whose average rate it would hold; nothing where there is none."""
    found = _conversion(finding.relation)
    if found is None or not finding.figures:
        return ()
    amount, stated, leaf = found
    terms = {name: term_of(each[0]) for name, each in finding.relation.figures.items() if each}
    implied = image(divide(amount, stated), {name: term.usual for name, term in terms.items()})
    for year in sorted(range(leaf.period.first.year - _YEARS, leaf.period.last.year + _YEARS + 1), key=_from(leaf)):
        try:
            rate = rates.rate(leaf.currency, leaf.per, Period.of_year(year))
        except NoRate:
            continue
        if isinstance(implied, Interval) and rate.average in implied and not leaf.period.overlaps(rate.covers):
            average = Quantity(rate.average, f"{leaf.currency}/{leaf.per}", _DIGITS)
            return (
                Phrase(
                    "it would hold at the rate of {year}, which averaged {average}", year=rate.covers, average=average
                ),
            )
    return ()


def _from(leaf: ExchangeRate) -> Callable[[int], int]:
    return lambda year: abs(year - leaf.period.first.year)


def _conversion(relation: Relation) -> tuple[Expression, Expression, ExchangeRate] | None:
    """The amount, what it is said to be worth, and the rate between them, of a plain `convert(…) == …`."""
    comparison = relation.assertion
    if not isinstance(comparison, Comparison) or comparison.comparator is not Comparator.EQUAL:
        return None
    for call, stated in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
        if isinstance(call, Call) and call.function == "convert":
            leaf = next(each for each in leaves(call) if isinstance(each, ExchangeRate))
            return expression(call.arguments[0]), stated, leaf
    return None


def _publication(case: Case) -> Period | None:
    """When the first dated source of the figures was published, the converted amount's before the others'."""
    figures: list[Evidence] = [each for evidence in reversed(case.figures) for each in (evidence, *evidence.also)]
    return next((evidence.published for evidence in figures if evidence.published is not None), None)


def _traded(month: Rate, near: Period | None, implied: Interval, unit: str) -> Phrase:
    """A month in which the pair traded at the implied rates: its average, or its range where the average is not one."""
    if month.average in implied:
        rate = Phrase("averaged {average}", average=Quantity(month.average, unit, _DIGITS))
    else:
        rate = Phrase("ranged over {range}", range=Span(Interval(month.low, month.high), unit, _DIGITS))
    if near is not None and near.overlaps(month.period):
        return Phrase("{month}, when it was published, {rate}", month=month.period, rate=rate)
    return Phrase("the pair traded there in {month}, which {rate}", month=month.period, rate=rate)
