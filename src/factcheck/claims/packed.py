"""What rules assert as nested lists, to be kept from one run to the next, and back."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factcheck.figures.periods import Period
from factcheck.kinds import PREDICATES
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparator,
    Comparison,
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

Packed = Any
"""A string (a name), or a list that begins with what it is."""


def packed(assertion: Assertion) -> Packed:
    """The assertion as lists, strings and whole numbers."""
    if isinstance(assertion, PredicateCall):
        return ["predicate", assertion.function, [_packed(each) for each in assertion.arguments]]
    judged_as = assertion.judged_as
    sides = _packed(assertion.left), _packed(assertion.right)
    return [str(assertion.comparator), *sides, None if judged_as is None else packed(judged_as)]


def unpacked(form: Packed) -> Assertion:
    """The assertion that was packed."""
    if form[0] == "predicate":
        _, function, arguments = form
        return PredicateCall(function, tuple(map(_expression, arguments)), PREDICATES[function].possible)
    return _comparison(form)


def _comparison(form: Packed) -> Comparison:
    comparator, left, right, judged_as = form
    exact = None if judged_as is None else _comparison(judged_as)
    return Comparison(Comparator(comparator), _expression(left), _expression(right), exact)


def _packed(argument: Argument) -> Packed:
    match argument:
        case Name(name):
            return name
        case Operation(op, left, right):
            return ["operation", str(op), _packed(left), _packed(right)]
        case Call(function, arguments, meaning):
            return ["call", function, [_packed(each) for each in arguments], _packed(meaning)]
        case Constant(value, unit, text):
            return ["constant", str(value), unit, text]
        case ExchangeRate(currency, per, period):
            return ["rate", currency, per, str(period)]
        case Negative(operand):
            return ["negative", _packed(operand)]
        case Power(base, exponent):
            return ["power", _packed(base), exponent]
        case Root(base, degree):
            return ["root", _packed(base), degree]
        case Wildcard(pattern, names):
            return ["wildcard", pattern, list(names)]
        case Literal(text):
            return ["literal", text]


def _argument(form: Packed) -> Argument:
    match form:
        case ["wildcard", pattern, names]:
            return Wildcard(pattern, tuple(names))
        case ["literal", text]:
            return Literal(text)
        case _:
            return _expression(form)


def _expression(form: Packed) -> Expression:
    match form:
        case str():
            return Name(form)
        case ["operation", op, left, right]:
            return Operation(Op(op), _expression(left), _expression(right))
        case ["call", function, arguments, meaning]:
            return Call(function, tuple(map(_argument, arguments)), _expression(meaning))
        case ["constant", value, unit, text]:
            return Constant(Fraction(value), unit, text)
        case ["rate", currency, per, period]:
            return ExchangeRate(currency, per, Period.parse(period))
        case ["negative", operand]:
            return Negative(_expression(operand))
        case ["power", base, exponent]:
            return Power(_expression(base), exponent)
        case ["root", base, degree]:
            return Root(_expression(base), degree)
        case _:
            raise ValueError(f"nothing is packed like this: {form!r}")
