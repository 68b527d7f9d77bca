"""Checks that a rule compares and adds only what can be compared and added, with Pint's dimensions.

Only commands that load rules to run, test or describe them come here, since Pint takes long to import. A number
without a unit may count things ("> 5"), and 0 compares with everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from factcheck.figures.units import definition_lines, definitions
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    Call,
    Constant,
    ExchangeRate,
    Expression,
    Literal,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    Root,
    Wildcard,
)
from factcheck.relations.finding import Assertion, PredicateCall

if TYPE_CHECKING:
    from pint.util import UnitsContainer

UnitOf = Callable[[str], str | None]
"""The unit of a claim; None where nothing is known of it yet, since no source has stated it."""

_NAMES: Final = {
    "[percentage_point]": Phrase("percentage points"),
    "[count]": Phrase("things counted"),
    "[time]": Phrase("a duration"),
    "[calendar]": Phrase("a date"),
    "[length]": Phrase("a length"),
    "[mass]": Phrase("a mass"),
    "[energy]": Phrase("energy"),
    "[temperature]": Phrase("a temperature"),
}
_WORD: Final = re.compile(r"[^\W\d]\w*")
_A_NUMBER: Final = Phrase("a plain number or a percentage")


class UnitError(Exception):
    """Units that cannot be compared or added: which, and what to do about it."""

    def __init__(self, phrase: Phrase, hint: Phrase | None = None) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase
        self.hint = hint


class _Measured(Struct, frozen=True):
    """The dimension of an expression. `is_bare` means made of numbers without a unit alone."""

    dimension: UnitsContainer
    is_bare: bool = False
    is_zero: bool = False


def check_units(assertion: Assertion, unit_of: UnitOf) -> None:
    """Raises UnitError where a relation compares, adds or subtracts what has different dimensions."""
    checker = _Checker(unit_of)
    if isinstance(assertion, PredicateCall):
        checker.predicate(assertion)
        return
    left, right = checker.measured(assertion.left), checker.measured(assertion.right)
    if left is not None and right is not None and _agreed(left, right) is None:
        raise _mistake(
            Phrase("{left} and {right} cannot be compared", left=str(assertion.left), right=str(assertion.right)),
            (assertion.left, left),
            (assertion.right, right),
        )


class _Checker:
    def __init__(self, unit_of: UnitOf) -> None:
        self._unit_of = unit_of

    def measured(self, expression: Expression) -> _Measured | None:
        """The dimension of an expression; None where it is not known."""
        match expression:
            case Name(name):
                unit = self._unit_of(name)
                return None if unit is None else _Measured(_dimension(unit))
            case Constant(value, unit):
                return _Measured(_dimension(unit), not unit, not unit and value == 0)
            case ExchangeRate(currency, per, _):
                return _Measured(_divided(_dimension(currency), _dimension(per)))
            case Operation(op, left, right):
                return self._operation(op, left, right)
            case Negative(operand):
                return self.measured(operand)
            case Power(base, exponent):
                return _raised(self.measured(base), Fraction(exponent))
            case Root(base, degree):
                return _raised(self.measured(base), Fraction(1, degree))
            case Call():
                return self._call(expression)

    def _operation(self, op: Op, left: Expression, right: Expression) -> _Measured | None:
        one, other = self.measured(left), self.measured(right)
        if one is None or other is None:
            return None
        if op is Op.MULTIPLY:
            return _Measured(_multiplied(one.dimension, other.dimension), one.is_bare and other.is_bare)
        if op is Op.DIVIDE:
            return _Measured(_divided(one.dimension, other.dimension), one.is_bare and other.is_bare)
        agreed = _agreed(one, other)
        if agreed is None:
            added = Phrase("{left} and {right} cannot be added", left=str(left), right=str(right))
            subtracted = Phrase("{right} cannot be subtracted from {left}", left=str(left), right=str(right))
            raise _mistake(added if op is Op.ADD else subtracted, (left, one), (right, other))
        return agreed

    def _call(self, call: Call) -> _Measured | None:
        """The dimension of what a call means; where that has none, the arguments are to blame."""
        arguments = [(each, self.measured(each)) for each in _expressions(call.arguments)]
        try:
            return self.measured(call.meaning)
        except UnitError as mistake:
            for (left, one), (right, other) in pairwise(arguments):
                if one is not None and other is not None and _agreed(one, other) is None:
                    message = Phrase("{call} does not fit the units of its arguments", call=str(call))
                    raise _mistake(message, (left, one), (right, other)) from mistake
            raise

    def predicate(self, call: PredicateCall) -> None:
        """Between takes values of one dimension, grim a percentage and a count."""
        arguments = [(each, self.measured(each)) for each in call.arguments]
        message = Phrase("{call} does not fit the units of its arguments", call=str(call))
        if call.function == "between":
            for (left, one), (right, other) in pairwise(arguments):
                if one is not None and other is not None and _agreed(one, other) is None:
                    raise _mistake(message, (left, one), (right, other))
        elif call.function == "grim":
            for (argument, found), wanted in zip(arguments, ("percent", "count"), strict=True):
                if found is not None and _agreed(found, _Measured(_dimension(wanted))) is None:
                    raise UnitError(message, _is(argument, found))


def _expressions(arguments: Iterable[Any]) -> list[Expression]:
    found: list[Expression] = []
    for argument in arguments:
        if isinstance(argument, Wildcard):
            found += [Name(name) for name in argument.names]
        elif not isinstance(argument, Literal):
            found.append(argument)
    return found


def _mistake(message: Phrase, one: tuple[Expression, _Measured], other: tuple[Expression, _Measured]) -> UnitError:
    hint = Phrase("{one}; {other}", one=_is(*one), other=_is(*other))
    return UnitError(message, hint)


def _is(expression: Expression, measured: _Measured) -> Phrase:
    return Phrase("{expression}: {unit}", expression=str(expression), unit=_named(measured.dimension))


def _agreed(one: _Measured, other: _Measured) -> _Measured | None:
    """What two dimensions are together; None where they cannot be compared."""
    if one.dimension == other.dimension:
        return one if other.is_bare else other
    if one.is_zero or (one.is_bare and other.dimension == _dimension("count")):
        return other
    if other.is_zero or (other.is_bare and one.dimension == _dimension("count")):
        return one
    return None


def _raised(measured: _Measured | None, exponent: Fraction) -> _Measured | None:
    return None if measured is None else _Measured(measured.dimension**exponent, measured.is_bare)


def _named(dimension: UnitsContainer) -> Phrase:
    """A dimension in words: "MAD", "MAD per USD", "a duration"."""
    parts: dict[str, Any] = dict(dimension.items())
    if not parts:
        return _A_NUMBER
    above = tuple(_part(name) for name, exponent in parts.items() if exponent > 0)
    below = tuple(_part(name) for name, exponent in parts.items() if exponent < 0)
    if not below:
        return above[0] if len(above) == 1 else Phrase("{units} multiplied", units=above)
    over = above[0] if len(above) == 1 else (Phrase("{units} multiplied", units=above) if above else Phrase("1"))
    return Phrase("{unit} per {per}", unit=over, per=below[0] if len(below) == 1 else below)


def _part(name: str) -> Phrase:
    return _NAMES.get(name) or Phrase("{unit}", unit=name.strip("[]"))


@lru_cache(maxsize=1)
def _registry() -> Any:
    """A registry without units: reading all of some two hundred definitions would take longer than all the rest."""
    import pint

    return pint.UnitRegistry(None, non_int_type=Fraction)


@lru_cache(maxsize=4096)
def _dimension(unit: str) -> UnitsContainer:
    """Pint's dimension of a unit; a noun that the definitions do not hold counts things."""
    name = unit if not unit or unit in definitions() else "count"
    if name:
        _define(name)
    dimension: UnitsContainer = _registry().get_dimensionality(name)
    return dimension


@lru_cache(maxsize=4096)
def _define(name: str) -> None:
    """Tells Pint of a unit, and first of the units that it is defined by."""
    line = definition_lines()[name]
    for word in _WORD.findall(line.partition("=")[2]):
        if word in definition_lines() and f"[{word}]" not in line:
            _define(word)
    _registry().define(line)


@lru_cache(maxsize=4096)
def _multiplied(one: UnitsContainer, other: UnitsContainer) -> UnitsContainer:
    product: UnitsContainer = one * other
    return product


@lru_cache(maxsize=4096)
def _divided(one: UnitsContainer, other: UnitsContainer) -> UnitsContainer:
    quotient: UnitsContainer = one / other
    return quotient
