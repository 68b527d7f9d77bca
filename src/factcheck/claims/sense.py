"""Whether any data could decide a relation: one that says nothing about its claims is a mistake."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.relations.bounds import Values, evaluate
from factcheck.relations.expression import Constant, ExchangeRate, Expression, Name, names, subtract, walk
from factcheck.relations.finding import Assertion, PredicateCall

_SAMPLES: Final = 3
_MULTIPLIER: Final = 48271
_MODULUS: Final = 2**31 - 1


def nonsense(assertion: Assertion) -> Phrase | None:
    """Why no data could ever decide the relation; None where some could.

    Two expressions that differ by the same amount for three choices of values, drawn at random among two thousand
    million, differ by it always: a polynomial that is not constant takes one value at few points only (Schwartz and
    Zippel, 1979).
    """
    if isinstance(assertion, PredicateCall):
        return None if names(*assertion.arguments) else _names_nothing()
    judged = assertion.judged_as or assertion
    nodes = [node for side in (judged.left, judged.right) for node in walk(side)]
    if not any(isinstance(node, Name) for node in nodes):
        return _names_nothing()
    keys = [node.key for node in nodes if isinstance(node, Name | ExchangeRate)]
    holds_zero = any(isinstance(node, Constant) and node.value == 0 for node in nodes)
    if len(keys) == len(set(keys)) and not holds_zero:
        return None
    differences = {_difference(judged.left, judged.right, values) for values in _samples(keys)}
    if differences == {None}:
        return Phrase("the rule divides by 0, whatever the figures are")
    if len(differences) == 1:
        return Phrase("the rule says the same whatever the figures are: they cancel")
    return None


def _names_nothing() -> Phrase:
    return Phrase("the rule names no claim: no figure could ever change it")


def _samples(keys: list[str]) -> list[Values]:
    """Values for each key, by the generator of Park and Miller, always the same."""
    state = 1
    samples: list[Values] = []
    for _ in range(_SAMPLES):
        values: dict[str, Interval] = {}
        for key in dict.fromkeys(keys):
            state = state * _MULTIPLIER % _MODULUS
            values[key] = Interval.exactly(Fraction(state))
        samples.append(values)
    return samples


def _difference(left: Expression, right: Expression, values: Values) -> Fraction | None:
    found = evaluate(subtract(left, right), values)
    return found.low if isinstance(found, Interval) else None
