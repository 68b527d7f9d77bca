"""How likely it is that roundings alone explain what is left of a sum."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

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
    Root,
    subtract,
)
from factcheck.relations.terms import Term

_SIGMAS_SQUARED: Final = 9
_VARIANCE_OF_ROUNDING: Final = Fraction(1, 12)
_CONSTANT: Final = ""


def improbable_as_a_sum(comparison: Comparison, terms: Mapping[str, Term]) -> bool:
    """Whether a sum that can hold does so only if its parts' roundings nearly all fall one way.

    A rounding error is uniform over a width w, with variance w²/12; the residual of the printed values is held
    against three standard deviations of their weighted sum. Asked of linear equalities in which nothing is hedged;
    False of anything else, and (since three deviations are more than their widths allow) of fewer than four figures.
    """
    if comparison.comparator is not Comparator.EQUAL or any(term.is_hedged for term in terms.values()):
        return False
    weights = linear_weights(subtract(comparison.left, comparison.right))
    if weights is None:
        return False
    residual, variance = weights.get(_CONSTANT, Fraction(0)), Fraction(0)
    for key, weight in weights.items():
        if key == _CONSTANT:
            continue
        width = terms[key].literal.width
        if width is None:
            return False
        residual += weight * terms[key].value
        variance += (weight * width) ** 2 * _VARIANCE_OF_ROUNDING
    return residual**2 > _SIGMAS_SQUARED * variance


def linear_weights(expression: Expression) -> dict[str, Fraction] | None:
    """The weight of each figure in a linear expression, with the constant under ""; None where it is not linear."""
    match expression:
        case Constant():
            return {_CONSTANT: base_value(expression)}
        case Name():
            return {expression.key: Fraction(1)}
        case Call(meaning=meaning):
            return linear_weights(meaning)
        case Negative(operand):
            return _scaled(linear_weights(operand), Fraction(-1))
        case ExchangeRate() | Power() | Root():
            return None
        case Operation(op, left, right):
            return _combined(op, linear_weights(left), linear_weights(right))


def _combined(
    op: Op, left: dict[str, Fraction] | None, right: dict[str, Fraction] | None
) -> dict[str, Fraction] | None:
    if left is None or right is None:
        return None
    if op in (Op.ADD, Op.SUBTRACT):
        sign = 1 if op is Op.ADD else -1
        return {key: left.get(key, Fraction(0)) + sign * right.get(key, Fraction(0)) for key in {**left, **right}}
    if right.keys() == {_CONSTANT}:
        by = right[_CONSTANT]
        if op is Op.DIVIDE and by == 0:
            return None
        return _scaled(left, by if op is Op.MULTIPLY else 1 / by)
    if op is Op.MULTIPLY and left.keys() == {_CONSTANT}:
        return _scaled(right, left[_CONSTANT])
    return None


def _scaled(weights: dict[str, Fraction] | None, factor: Fraction) -> dict[str, Fraction] | None:
    return None if weights is None else {key: weight * factor for key, weight in weights.items()}
