"""The kinds of relation, one module each. Its docstring is its page in the manual: `factcheck explain growth`."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from factcheck.kinds import (
    agreement,
    cagr,
    convert,
    count,
    culprits,
    difference,
    duration,
    grim,
    growth,
    implied,
    multiple,
    per,
    points,
    quote,
    range,  # noqa: A004 - the name of the kind
    rule,
    share,
    slip,
    sum,  # noqa: A004 - the name of the kind
    suppression,
    weekday,
)
from factcheck.kinds.cagr import rewritten
from factcheck.kinds.kind import Function, KindError, Predicate, Scope
from factcheck.relations.expression import Call, Comparator, Expression, Name, Op, Operation
from factcheck.relations.finding import Assertion, PredicateCall

KINDS: Final[Mapping[str, ModuleType]] = {
    "agreement": agreement,
    "growth": growth,
    "cagr": cagr,
    "difference": difference,
    "points": points,
    "share": share,
    "sum": sum,
    "convert": convert,
    "multiple": multiple,
    "per": per,
    "range": range,
    "weekday": weekday,
    "duration": duration,
    "count": count,
    "grim": grim,
    "slip": slip,
    "quote": quote,
    "rule": rule,
    "suppression": suppression,
}
"""Every kind by name, in the order of the manual."""

TOPICS: Final[Mapping[str, ModuleType]] = {"implied": implied, "culprits": culprits}
"""Pages of the manual on what is concluded from all relations together; they are no kinds."""

FUNCTIONS: Final[Mapping[str, Function]] = {
    function.name: function
    for module in KINDS.values()
    for attribute in ("FUNCTION", "AGE")
    if (function := getattr(module, attribute, None)) is not None
}
"""The functions of the rule language that yield a value, by the name that rules call them by."""

PREDICATES: Final[Mapping[str, Predicate]] = {
    module.PREDICATE.name: module.PREDICATE for module in KINDS.values() if hasattr(module, "PREDICATE")
}
"""The functions of the rule language that are true or false."""

_KIND_OF_CALL: Final = {
    getattr(module, attribute).name: name
    for name, module in KINDS.items()
    for attribute in ("FUNCTION", "AGE", "PREDICATE")
    if hasattr(module, attribute)
}


def kind_of(assertion: Assertion) -> str:
    """The kind of what a rule asserts: that of its call, else what the shape of an equation tells."""
    if isinstance(assertion, PredicateCall):
        return _KIND_OF_CALL.get(assertion.function, assertion.function)
    sides = (assertion.left, assertion.right)
    for side in sides:
        if isinstance(side, Call):
            return _KIND_OF_CALL[side.function]
    if assertion.comparator is Comparator.EQUAL:
        for side in sides:
            if (shape := _shape(side)) is not None:
                return shape
    return "rule"


def _shape(side: Expression) -> str | None:
    """What an operation between plain figures is: a ratio, a difference, or a sum."""
    match side:
        case Operation(Op.DIVIDE, Name(), Name()):
            return "multiple"
        case Operation(Op.SUBTRACT, Name(), Name()):
            return "difference"
        case Operation(Op.ADD):
            return "sum" if _is_sum_of_names(side) else None
        case _:
            return None


def _is_sum_of_names(side: Expression) -> bool:
    match side:
        case Name():
            return True
        case Operation(Op.ADD, left, right):
            return _is_sum_of_names(left) and _is_sum_of_names(right)
        case _:
            return False


def manual(name: str) -> str:
    """The page of a kind or a topic in the manual; raises KeyError where it is neither."""
    return ((KINDS.get(name) or TOPICS[name]).__doc__ or "").strip()


__all__ = [
    "FUNCTIONS",
    "KINDS",
    "PREDICATES",
    "TOPICS",
    "Function",
    "KindError",
    "Predicate",
    "Scope",
    "kind_of",
    "manual",
    "rewritten",
]
