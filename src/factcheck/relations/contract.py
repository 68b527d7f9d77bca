"""What a relation leaves of the ranges of its figures: forward through its two sides, and back down again.

Forward, every part of an expression gets the range that its figures allow; the comparison then cuts the two sides;
backward, every part is cut down to what its surroundings allow it (hull consistency: Benhamou, Goualard, Granvilliers
and Puget, "Revising hull and box consistency", ICLP 1999). Where no figure stands twice, an empty range proves that
the relation cannot hold, and ranges that are left cannot be narrowed by this relation alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval, Undefined
from factcheck.relations.bounds import base_value, root
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
)

EVERYTHING: Final = Interval(None, None)
_POSITIVE: Final = Interval(Fraction(0), None)


class Sort(IntEnum):
    """What a node does with the nodes below it."""

    CONSTANT = 0
    LEAF = 1
    ADD = 2
    SUBTRACT = 3
    MULTIPLY = 4
    DIVIDE = 5
    NEGATE = 6
    POWER = 7
    ROOT = 8


_SORTS: Final = {Op.ADD: Sort.ADD, Op.SUBTRACT: Sort.SUBTRACT, Op.MULTIPLY: Sort.MULTIPLY, Op.DIVIDE: Sort.DIVIDE}


class Node(Struct, frozen=True, gc=False):
    """One part of an expression; `left` and `right` are places of parts in the list, which stand before it.

    `key` is that of a leaf, `value` that of a constant in base units, `degree` that of a power or root.
    """

    sort: Sort
    left: int = -1
    right: int = -1
    key: str = ""
    value: Interval = EVERYTHING
    degree: int = 1


class Contractor:
    """A comparison made ready for being narrowed again and again."""

    def __init__(self, comparison: Comparison) -> None:
        """A comparison that is judged as another one is taken as that one."""
        comparison = comparison.judged_as or comparison
        self.comparator = comparison.comparator
        self.nodes: list[Node] = []
        self.left = self._placed(comparison.left)
        self.right = self._placed(comparison.right)
        keys = [node.key for node in self.nodes if node.sort is Sort.LEAF]
        self.keys = tuple(dict.fromkeys(keys))
        self.has_repeats = len(keys) > len(self.keys)
        self.has_roots = any(node.sort in (Sort.POWER, Sort.ROOT) for node in self.nodes)

    def _placed(self, expression: Expression) -> int:
        """Appends an expression's parts, the deepest first; the place of the whole."""
        match expression:
            case Call(meaning=meaning):
                return self._placed(meaning)
            case Constant():
                node = Node(Sort.CONSTANT, value=Interval.exactly(base_value(expression)))
            case Name() | ExchangeRate():
                node = Node(Sort.LEAF, key=expression.key)
            case Operation(op, left, right):
                node = Node(_SORTS[op], self._placed(left), self._placed(right))
            case Negative(operand):
                node = Node(Sort.NEGATE, self._placed(operand))
            case Power(base, exponent):
                node = Node(Sort.POWER, self._placed(base), degree=exponent)
            case Root(base, degree):
                node = Node(Sort.ROOT, self._placed(base), degree=degree)
        self.nodes.append(node)
        return len(self.nodes) - 1

    def narrowed(self, ranges: Mapping[str, Interval]) -> list[Interval] | None:
        """The range of every node that the figures' ranges and the comparison leave; None where one is empty."""
        values = self._forward(ranges)
        if values is None:
            return None
        sides = compared(self.comparator, values[self.left], values[self.right])
        if sides is None:
            return None
        values[self.left], values[self.right] = sides
        for place in range(len(self.nodes) - 1, -1, -1):
            node = self.nodes[place]
            if node.sort > Sort.LEAF and not _cut_below(node, values[place], values):
                return None
        return values

    def revised(self, ranges: Mapping[str, Interval]) -> dict[str, Interval] | None:
        """What is left of the range of each figure; None where nothing is left of one."""
        values = self.narrowed(ranges)
        if values is None:
            return None
        left: dict[str, Interval] = {}
        for node, value in zip(self.nodes, values, strict=True):
            if node.sort is Sort.LEAF:
                known = left.get(node.key)
                both = value if known is None else known.intersection(value)
                if both is None:
                    return None
                left[node.key] = both
        return left

    def _forward(self, ranges: Mapping[str, Interval]) -> list[Interval] | None:
        values: list[Interval] = []
        for node in self.nodes:
            value = _ahead(node, values, ranges)
            if value is None:
                return None
            values.append(value)
        return values

    def holds_at(self, point: Mapping[str, Fraction]) -> bool:
        """Whether the comparison is true of these values, each side being defined there."""
        values: list[Fraction] = []
        for node in self.nodes:
            value = _at_point(node, values, point)
            if value is None:
                return False
            values.append(value)
        left, right = values[self.left], values[self.right]
        match self.comparator:
            case Comparator.EQUAL:
                return left == right
            case Comparator.AT_MOST:
                return left <= right
            case Comparator.AT_LEAST:
                return left >= right
            case Comparator.BELOW:
                return left < right
            case Comparator.ABOVE:
                return left > right


def _at_point(node: Node, values: list[Fraction], point: Mapping[str, Fraction]) -> Fraction | None:
    match node.sort:
        case Sort.CONSTANT:
            return node.value.low
        case Sort.LEAF:
            return point[node.key]
        case Sort.NEGATE:
            return -values[node.left]
        case Sort.POWER:
            return values[node.left] ** node.degree if values[node.left] >= 0 else None
        case Sort.ROOT:
            enclosed = root(Interval.exactly(values[node.left]), node.degree)
            return enclosed.low if isinstance(enclosed, Interval) and enclosed.is_point else None
    left, right = values[node.left], values[node.right]
    match node.sort:
        case Sort.ADD:
            return left + right
        case Sort.SUBTRACT:
            return left - right
        case Sort.MULTIPLY:
            return left * right
        case _:
            return left / right if right else None


def compared(comparator: Comparator, left: Interval, right: Interval) -> tuple[Interval, Interval] | None:
    """What a comparison leaves of its two sides; None where it cannot hold."""
    if comparator is Comparator.EQUAL:
        both = left.intersection(right)
        return None if both is None else (both, both)
    if comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        turned = compared(_TURNED[comparator], right, left)
        return None if turned is None else (turned[1], turned[0])
    strict = comparator is Comparator.BELOW
    below = left.intersection(Interval(None, right.high, True, right.high_open or strict))
    above = right.intersection(Interval(left.low, None, left.low_open or strict, True))
    return None if below is None or above is None else (below, above)


_TURNED: Final = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.ABOVE: Comparator.BELOW}


def _ahead(node: Node, values: list[Interval], ranges: Mapping[str, Interval]) -> Interval | None:
    """The range of a node from those below it; None where it has no value at all."""
    match node.sort:
        case Sort.LEAF:
            return ranges[node.key]
        case Sort.CONSTANT:
            return node.value
        case Sort.ADD:
            return values[node.left] + values[node.right]
        case Sort.SUBTRACT:
            return values[node.left] - values[node.right]
        case Sort.MULTIPLY:
            return values[node.left] * values[node.right]
        case Sort.DIVIDE:
            return divided(values[node.left], values[node.right])
        case Sort.NEGATE:
            return -values[node.left]
        case Sort.POWER:
            # of a factor of growth, which is never negative
            base = values[node.left].intersection(_POSITIVE)
            return None if base is None else base.power(node.degree)
        case Sort.ROOT:
            base = values[node.left].intersection(_POSITIVE)
            return None if base is None else _root(base, node.degree)


def _cut_below(node: Node, value: Interval, values: list[Interval]) -> bool:
    """Cuts the nodes below one down to what its range allows; False where nothing is left of one."""
    left = values[node.left]
    right = values[node.right] if node.right >= 0 else EVERYTHING
    cut_left, cut_right = _backward(node, value, left, right)
    if cut_left is None or cut_right is None:
        return False
    new_left, new_right = left.intersection(cut_left), right.intersection(cut_right)
    if new_left is None or new_right is None:
        return False
    values[node.left] = new_left
    if node.right >= 0:
        values[node.right] = new_right
    return True


def _backward(node: Node, value: Interval, left: Interval, right: Interval) -> tuple[Interval | None, Interval | None]:
    """What the parts of a node can be, by its own range and each by the other part's."""
    match node.sort:
        case Sort.ADD:
            return value - right, value - left
        case Sort.SUBTRACT:
            return value + right, left - value
        case Sort.MULTIPLY:
            return factor_of(value, right), factor_of(value, left)
        case Sort.DIVIDE:
            return value * right, _without_zero(right, factor_of(left, value))
        case Sort.NEGATE:
            return -value, EVERYTHING
        case Sort.ROOT:
            positive = value.intersection(_POSITIVE)
            return (None if positive is None else positive.power(node.degree)), EVERYTHING
        case _:
            return _base_of(value, node.degree), EVERYTHING


def divided(top: Interval, bottom: Interval) -> Interval | None:
    """Every x / y of two ranges; everything where y can be on both sides of 0, None where it is 0 alone."""
    bottom_or_none = _trimmed(bottom)
    if bottom_or_none is None:
        return None
    quotient = top / bottom_or_none
    return EVERYTHING if isinstance(quotient, Undefined) else quotient


def factor_of(product: Interval, other: Interval) -> Interval | None:
    """Every x for which some y of `other` gives an x · y of `product`; None where there is none."""
    if 0 in product and 0 in other:
        return EVERYTHING
    return divided(product, other)


def _trimmed(interval: Interval) -> Interval | None:
    """A range without a 0 at its very end; None where it is 0 alone."""
    if interval.low == 0 and not interval.low_open:
        return None if interval.high == 0 else Interval(interval.low, interval.high, True, interval.high_open)
    if interval.high == 0 and not interval.high_open:
        return Interval(interval.low, interval.high, interval.low_open, True)
    return interval


def _without_zero(divisor: Interval, wanted: Interval | None) -> Interval | None:
    if wanted is None:
        return None
    both = divisor.intersection(wanted)
    return None if both is None else _trimmed(both)


def _base_of(value: Interval, degree: int) -> Interval | None:
    """What can have a power of that range: a factor of growth, which is never negative."""
    if degree == 0:
        return EVERYTHING if Fraction(1) in value else None
    positive = value.intersection(_POSITIVE)
    return None if positive is None else _root(positive, degree)


def _root(value: Interval, degree: int) -> Interval:
    result = root(value, degree)
    assert isinstance(result, Interval), "a root of what is positive"
    return result
