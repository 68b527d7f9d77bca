"""Cagr: the yearly growth that leads from one level to another over several years.

What it checks
    Whether a yearly rate ("7 % par an jusqu'en 2030") fits the first level, the last level and the years between.

Formula
    cagr(from, to, years) = (to / from)^(1/years) − 1, judged as from × (1 + rate)^years == to, which is exact.
    It stands alone on one side of the rule; `years` is a whole number.

Tolerances
    The levels and the rate are taken to the precision of their digits, the years as given.

Holds
    cagr(26,2 milliards, 40 milliards, 6) == 7 %

Does not hold
    cagr(26,2 milliards, 40 milliards, 6) == 9 %: that would be 43.9 milliards.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore cagr -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, KindError, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    ONE,
    Argument,
    Call,
    Comparator,
    Comparison,
    Constant,
    Expression,
    Power,
    Root,
    add,
    divide,
    multiply,
    subtract,
    walk,
)

_MOST_YEARS: Final = 200
_MIRRORED: Final = {
    Comparator.EQUAL: Comparator.EQUAL,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.BELOW: Comparator.ABOVE,
    Comparator.ABOVE: Comparator.BELOW,
}


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """The yearly rate; raises KindError where the years are no whole number from 1 to 200."""
    start, end, years = (expression(argument) for argument in arguments)
    if not isinstance(years, Constant) or years.value.denominator != 1 or years.unit not in ("", "year"):
        raise KindError(Phrase("the years of cagr are a whole number, such as 6"))
    if not 1 <= years.value <= _MOST_YEARS:
        raise KindError(Phrase("the years of cagr are from 1 to {most}", most=_MOST_YEARS))
    return subtract(Root(divide(end, start), int(years.value)), ONE)


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the yearly growth is."""
    start, end, years = arguments
    return Phrase(
        "from {start} to {end} in {years} years is {result} a year",
        start=start,
        end=end,
        years=years,
        result=result,
    )


def rewritten(comparison: Comparison) -> Comparison:
    """The comparison with an exact equivalent, where one side is a cagr; raises KindError where it is deeper."""
    left_is_cagr, right_is_cagr = _is_cagr(comparison.left), _is_cagr(comparison.right)
    roots = [node for side in (comparison.left, comparison.right) for node in walk(side) if isinstance(node, Root)]
    if not roots:
        return comparison
    if len(roots) > 1 or not (left_is_cagr or right_is_cagr):
        raise KindError(Phrase("cagr stands alone on one side of a rule: cagr(from, to, years) == rate"))
    call, rate = (comparison.left, comparison.right) if left_is_cagr else (comparison.right, comparison.left)
    comparator = comparison.comparator if left_is_cagr else _MIRRORED[comparison.comparator]
    assert isinstance(call, Call)
    start, end = call.arguments[:2]
    grown = multiply(expression(start), Power(add(ONE, rate), roots[0].degree))
    exact = Comparison(comparator, expression(end), grown)
    return Comparison(comparison.comparator, comparison.left, comparison.right, judged_as=exact)


def _is_cagr(side: Expression) -> bool:
    return isinstance(side, Call) and side.function == "cagr"


FUNCTION = Function("cagr", ("from", "to", "years"), build, fact)
