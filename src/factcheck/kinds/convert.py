"""Convert: one amount in two currencies.

What it checks
    Whether an amount and its conversion ("26,2 milliards de dirhams, soit 2,8 milliards de dollars") fit the
    exchange rate of the amount's own period.

Formula
    convert(amount, CURRENCY, period) = amount ÷ rate of the period; without a period, that of the claim

Tolerances
    A rate is a figure too: usually the period's average ± 0.5 % (published averages differ by as much), literally
    from the lowest to the highest the pair took in it, each widened by 0.5 %. Where a conversion fails, the rates
    that the two amounts imply are named, with the month nearest to publication in which the pair traded there.

Holds
    convert(26,2 milliards de dirhams, USD, 2024) == 2,6 milliards de dollars

Does not hold
    convert(26,2 milliards de dirhams, USD, 2024) == 2,8 milliards de dollars: at 2024's average of 9.94 dirhams
    it is 2.6 milliards; the two figures imply 9.17 to 9.55.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore convert -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.periods import Period
from factcheck.figures.shown import Span
from factcheck.figures.units import is_currency
from factcheck.kinds.kind import Function, KindError, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.dimensions import unit_of
from factcheck.relations.expression import Argument, ExchangeRate, Expression, Literal, divide, names


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """amount / rate; raises KindError where the amount is no money, or neither rule nor claim gives a period."""
    amount = expression(arguments[0])
    target = str(arguments[1])
    if not isinstance(arguments[1], Literal) or not is_currency(target):
        raise KindError(Phrase("{code} is not a currency: write an ISO 4217 code such as USD", code=target))
    dimension = unit_of(amount, {name: scope.unit(name) for name in names(amount)}).dimension
    currency = dimension[0][0] if len(dimension) == 1 and dimension[0][1] == 1 else ""
    if not is_currency(currency):
        raise KindError(Phrase("{amount} is not an amount of money: it cannot be converted", amount=str(amount)))
    period = Period.parse(str(arguments[2])) if len(arguments) > 2 else _own_period(amount, scope)
    return divide(amount, ExchangeRate(currency, target, period))


def _own_period(amount: Expression, scope: Scope) -> Period:
    periods = {period for name in names(amount) if (period := scope.period(name)) is not None}
    if len(periods) != 1:
        raise KindError(
            Phrase("the period of {amount} is not known: write it as the third argument", amount=str(amount))
        )
    return periods.pop()


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the amount is in the other currency."""
    if len(arguments) > 2:
        return Phrase(
            "{amount} at the rate of {period} is {result}", amount=arguments[0], period=arguments[2], result=result
        )
    return Phrase("{amount} at its period's rate is {result}", amount=arguments[0], result=result)


FUNCTION = Function("convert", ("amount", "CURRENCY", "period"), build, fact, optional=1)
