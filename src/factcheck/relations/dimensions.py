"""Which unit a side of a comparison is shown in, from the units of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.figures.units import NUMBER, Unit, unit_named
from factcheck.relations.expression import (
    Call,
    Constant,
    ExchangeRate,
    Expression,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    walk,
)

Units = Mapping[str, str]
"""The name of each leaf's unit, by the leaf's key."""


def unit_of(expression: Expression, units: Units) -> Unit:
    """The dimension that an expression has; of a sum, that of its first term with one. The factor is 1."""
    match expression:
        case Constant(unit=name):
            return Unit(Fraction(1), unit_named(name).dimension)
        case Name():
            return Unit(Fraction(1), unit_named(units[expression.key]).dimension)
        case ExchangeRate(currency, per, _):
            return unit_named(currency) / unit_named(per)
        case Call(meaning=meaning):
            return unit_of(meaning, units)
        case Negative(operand):
            return unit_of(operand, units)
        case Power(base, exponent):
            result = NUMBER
            for _ in range(exponent):
                result *= unit_of(base, units)
            return result
        case Operation(op, left, right):
            one, other = unit_of(left, units), unit_of(right, units)
            if op is Op.MULTIPLY:
                return one * other
            if op is Op.DIVIDE:
                return one / other
            return other if one.is_number else one
        case _:
            return NUMBER


def display_unit(expression: Expression, other: Expression, units: Units) -> tuple[str, Fraction]:
    """The unit to show an expression in, and its factor to base units.

    The first unit of the right dimension among those written in the expression, then in the other side; a plain
    number is shown in percent where either side speaks of percent.
    """
    dimension = unit_of(expression, units).dimension
    written = [*_written(expression, units), *_written(other, units)]
    if not dimension:
        return ("percent", Fraction(1, 100)) if "percent" in written else ("", Fraction(1))
    for name in written:
        unit = unit_named(name)
        if unit.dimension == dimension:
            return name, unit.factor
    return _compound(dimension, written)


def _written(expression: Expression, units: Units) -> list[str]:
    names = []
    for node in walk(expression):
        if isinstance(node, Name):
            names.append(units[node.key])
        elif isinstance(node, Constant):
            names.append(node.unit)
        elif isinstance(node, ExchangeRate):
            names += [node.currency, node.per]
    return names


def _compound(dimension: tuple[tuple[str, int], ...], written: list[str]) -> tuple[str, Fraction]:
    """A unit's name and factor out of its parts ("MAD/job", "EUR/km"), each under the name that the figures give it."""
    shown = {unit_named(name).dimension: name for name in reversed(written) if name}
    above: list[str] = []
    below: list[str] = []
    factor = Fraction(1)
    for base, exponent in dimension:
        name = shown.get(((base, 1),))
        if name is not None:
            factor *= unit_named(name).factor ** exponent
        (above if exponent > 0 else below).extend([name or base] * abs(exponent))
    return "/".join(["·".join(above) or "1", *below]), factor
