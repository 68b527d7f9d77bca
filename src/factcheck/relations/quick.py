"""A quick proof that a comparison holds, in whole numbers, for the many relations of which nothing more is asked.

What holds for the values that all statements of each figure have in common holds for every combination of them, since
each combination allows those values and more. Where ranges meet in more than their ends, it does not matter which of
the ends are open. So one look proves most relations consistent; whatever it does not prove is left to `judge`, which
alone says what does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Final

from msgspec import Struct

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures.interval import Interval
from factcheck.relations.bounds import base_value
from factcheck.relations.expression import (
    Call,
    Comparator,
    Comparison,
    Constant,
    ExchangeRate,
    Expression,
    Name,
    Negative,
    Op,
    Operation,
    Power,
)
from factcheck.relations.judge import COMBINATION_LIMIT, RateSource

_FEWEST_ROUNDINGS: Final = 4
"""Figures from which the roundings of a sum may all have to fall one way: see `roundings.improbable_as_a_sum`."""

# low and high, each as numerator and positive denominator, not in lowest terms; whether it is positive in every
# combination, so that a division by it is defined in all of them
_Ends = tuple[int, int, int, int, bool]


class Common(Struct, frozen=True, gc=False):
    """What all statements of one figure allow: the ends of the range that they have in common, and their number."""

    ends: _Ends
    count: int


def common(ranges: Sequence[Interval]) -> Common | None:
    """What some usual ranges have in common; None where that is nothing, a mere end, or infinite."""
    first = ranges[0]
    low, high, least = first.low, first.high, first.low
    if low is None or high is None or least is None:
        return None
    for each in ranges[1:]:
        if each.low is None or each.high is None:
            return None
        if each.low < low:
            least = min(least, each.low)
        else:
            low = each.low
        high = min(high, each.high)
    if low >= high and any(each != first for each in ranges):
        return None
    ends = low.numerator, low.denominator, high.numerator, high.denominator, least.numerator > 0
    return Common(ends, len(ranges))


def surely_holds(comparison: Comparison, figures: Mapping[str, Common | None], rates: RateSource) -> bool:
    """Whether the comparison is proven consistent for every combination of what its names may stand for.

    False says nothing: it may hold all the same.
    """
    comparison = comparison.judged_as or comparison
    look = _Look(figures, rates)
    try:
        left, right = look.ends(comparison.left), look.ends(comparison.right)
    except _NotProvenError:
        return False
    if len(set(look.seen)) < len(look.seen) or prod(look.counts) * len(look.counts) > COMBINATION_LIMIT:
        return False
    is_equation = comparison.comparator is Comparator.EQUAL
    if is_equation and len(look.counts) >= _FEWEST_ROUNDINGS:
        return False
    left_may_be_lower = left[0] * right[3] < right[2] * left[1]
    right_may_be_lower = right[0] * left[3] < left[2] * right[1]
    if is_equation:
        return left_may_be_lower and right_may_be_lower
    return left_may_be_lower if comparison.comparator in (Comparator.AT_MOST, Comparator.BELOW) else right_may_be_lower


class _NotProvenError(Exception):
    """An expression that is not looked at here."""


class _Look:
    """One look at a comparison; `seen` are the leaves in the order met, `counts` how many ranges each name has."""

    def __init__(self, figures: Mapping[str, Common | None], rates: RateSource) -> None:
        self._figures = figures
        self._rates = rates
        self.seen: list[str] = []
        self.counts: list[int] = []

    def ends(self, expression: Expression) -> _Ends:
        """The range of an expression in which no leaf stands twice."""
        kind = type(expression)
        if kind is Name:
            found = self._figures[expression.name]  # type: ignore[union-attr]
            if found is None:
                raise _NotProvenError
            self.seen.append(expression.name)  # type: ignore[union-attr]
            self.counts.append(found.count)
            return found.ends
        if kind is Operation:
            return self._operated(expression.op, self.ends(expression.left), self.ends(expression.right))  # type: ignore[union-attr]
        if kind is Call:
            return self.ends(expression.meaning)  # type: ignore[union-attr]
        return self._others(expression)

    def _others(self, expression: Expression) -> _Ends:
        match expression:
            case Constant():
                value = base_value(expression)
                return *_parts(value), *_parts(value), value.numerator > 0
            case Negative(operand):
                low, low_by, high, high_by, _ = self.ends(operand)
                return -high, high_by, -low, low_by, False
            case ExchangeRate():
                return self._rate(expression)
            case Power(base, exponent):
                low, low_by, high, high_by, is_positive = self.ends(base)
                if low < 0:
                    raise _NotProvenError
                return low**exponent, low_by**exponent, high**exponent, high_by**exponent, is_positive
            case _:
                raise _NotProvenError

    def _rate(self, expression: ExchangeRate) -> _Ends:
        try:
            usual = self._rates.rate(expression.currency, expression.per, expression.period).usual
        except (NoRate, UnknownCurrency):
            raise _NotProvenError from None
        if usual.low is None or usual.high is None:
            raise _NotProvenError
        self.seen.append(expression.key)
        return *_parts(usual.low), *_parts(usual.high), usual.low > 0

    def _operated(self, op: Op, left: _Ends, right: _Ends) -> _Ends:
        a, a_by, b, b_by, one_is_positive = left
        c, c_by, d, d_by, other_is_positive = right
        both = one_is_positive and other_is_positive
        if op is Op.ADD:
            return a * c_by + c * a_by, a_by * c_by, b * d_by + d * b_by, b_by * d_by, both
        if op is Op.SUBTRACT:
            return a * d_by - d * a_by, a_by * d_by, b * c_by - c * b_by, b_by * c_by, False
        if a < 0 or c < 0 or (op is Op.DIVIDE and not other_is_positive):
            raise _NotProvenError
        if op is Op.MULTIPLY:
            return a * c, a_by * c_by, b * d, b_by * d_by, both
        return a * d_by, a_by * d, b * c_by, b_by * c, both


def _parts(value: Fraction) -> tuple[int, int]:
    return value.numerator, value.denominator
