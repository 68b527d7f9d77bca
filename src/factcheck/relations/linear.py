"""The linear part of a network, ratios cleared: what cannot hold there cannot hold at all.

A product or quotient of two figures becomes a variable of its own between planes that hold it: growth(a, b) between
l and u, with a above 0, is (1 + l) · a ≤ b ≤ (1 + u) · a, which says all there is to say where the growth stands in no
other relation. Where it does, the planes of McCormick ("Computability of global solutions to factorable nonconvex
programs", Mathematical Programming 10, 1976) come close, and the closer the narrower the ranges are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.relations.contract import Contractor, Node, Sort
from factcheck.relations.expression import Comparator
from factcheck.relations.network import Part
from factcheck.relations.propagate import Event, Propagated
from factcheck.relations.simplex import Bound, Simplex

_CONSTANT: Final = -1
_ZERO: Final = Fraction(0)

Form = dict[int, Fraction]
"""Weights by column, with the constant under −1."""


class _End(Struct, frozen=True, gc=False):
    """One end of a range: `sign` times (x − value) is not negative."""

    value: Fraction
    sign: int
    is_open: bool


class Relaxation:
    """Linear constraints that every solution keeps; `is_exact` tells whether whatever keeps them is a solution.

    The reasons of its bounds are places in `events`.
    """

    def __init__(self, part: Part, rules: list[int], propagated: Propagated) -> None:
        """`propagated` are ranges from which nothing is empty; `rules` the indices of those that must hold."""
        self.simplex = Simplex()
        self.events = list(propagated.events)
        self.is_exact = True
        self.fails: int | None = None
        self._part = part
        self._ends = propagated.ends
        self._ranges = propagated.ranges
        self.columns: dict[str, int] = {}
        for rule in rules:
            for key in part.contractors[rule].keys:
                if key not in self.columns:
                    low, high = (frozenset([end]) for end in self._ends[key])
                    self.columns[key] = self._column(propagated.ranges[key], low, high, self._near(key))
        for rule in rules:
            self._take(rule)

    def conflict(self) -> frozenset[int] | None:
        """The events that leave no solution; None where the linear part has one."""
        return frozenset([self.fails]) if self.fails is not None else self.simplex.conflict()

    def point(self) -> dict[str, Fraction]:
        """A solution of the linear part, for all variables; only after `conflict` has found none."""
        values = self.simplex.point()
        point = {key: self._near(key) for key in self._ranges}
        return point | {key: values[column] for key, column in self.columns.items()}

    def _near(self, key: str) -> Fraction:
        """A value of a variable's range, that which is printed where it is one."""
        interval, hint = self._ranges[key], self._part.hints.get(key)
        return hint if hint is not None and hint in interval else interval.a_point()

    def tightened(self, key: str) -> Interval:
        """What the linear part leaves of a variable's range; only after `conflict` has found none."""
        known = self._ranges[key]
        if key not in self.columns:
            return known
        low = self.simplex.extreme(self.columns[key], greatest=False)
        high = self.simplex.extreme(self.columns[key], greatest=True)
        left = Interval(
            None if low is None else low.value,
            None if high is None else high.value,
            low is not None and not low.is_attained,
            high is not None and not high.is_attained,
        )
        return known.intersection(left) or known

    def _column(self, interval: Interval, low: frozenset[int], high: frozenset[int], near: Fraction) -> int:
        return self.simplex.variable(
            None if interval.low is None else Bound(interval.low, interval.low_open, low),
            None if interval.high is None else Bound(interval.high, interval.high_open, high),
            near,
        )

    def _take(self, rule: int) -> None:
        contractor = self._part.contractors[rule]
        parents = tuple(dict.fromkeys(end for key in contractor.keys for end in self._ends[key]))
        by_ranges = self._event(rule, parents)
        values = contractor.narrowed(self._ranges)
        if values is None:
            self.fails = by_ranges
            return
        linear = _Linear(self, contractor, values, by_ranges)
        forms = linear.forms()
        reason = by_ranges if linear.used_ranges else self._event(rule, ())
        difference = _sum(forms[contractor.left], forms[contractor.right], Fraction(-1))
        self.take(difference, contractor.comparator, reason)

    def _event(self, rule: int, parents: tuple[int, ...]) -> int:
        self.events.append(Event("", Interval(None, None), rule=rule, parents=parents))
        return len(self.events) - 1

    def take(self, form: Form, comparator: Comparator, reason: int) -> None:
        """Takes the constraint that a form compares with 0 as said."""
        bound = -form.get(_CONSTANT, _ZERO)
        weights = {column: weight for column, weight in form.items() if weight and column != _CONSTANT}
        strict = comparator in (Comparator.BELOW, Comparator.ABOVE)
        limit = Bound(bound, strict, frozenset([reason]))
        low = limit if comparator in (Comparator.EQUAL, Comparator.AT_LEAST, Comparator.ABOVE) else None
        high = limit if comparator in (Comparator.EQUAL, Comparator.AT_MOST, Comparator.BELOW) else None
        self.simplex.form(weights, low, high)

    def new_column(self, interval: Interval, reason: int) -> int:
        """A column for a product, a quotient or a power, with its range."""
        return self._column(interval, frozenset([reason]), frozenset([reason]), interval.a_point())

    def is_private(self, contractor: Contractor) -> bool:
        """Whether some figure of a relation stands once in it and in no other."""
        return not contractor.has_repeats and any(len(self._part.watching[key]) == 1 for key in contractor.keys)


class _Linear:
    """The parts of one comparison as linear forms; `used_ranges` tells whether they hold only for these ranges."""

    def __init__(self, relaxation: Relaxation, contractor: Contractor, values: list[Interval], reason: int) -> None:
        self._to = relaxation
        self._contractor = contractor
        self._values = values
        self._reason = reason
        self.used_ranges = False

    def forms(self) -> list[Form]:
        """The form of every node."""
        forms: list[Form] = []
        for place, node in enumerate(self._contractor.nodes):
            forms.append(self._form(place, node, forms))
        return forms

    def _form(self, place: int, node: Node, forms: list[Form]) -> Form:
        match node.sort:
            case Sort.CONSTANT:
                return {_CONSTANT: self._values[place].a_point()}
            case Sort.LEAF:
                return {self._to.columns[node.key]: Fraction(1)}
            case Sort.ADD:
                return _sum(forms[node.left], forms[node.right], Fraction(1))
            case Sort.SUBTRACT:
                return _sum(forms[node.left], forms[node.right], Fraction(-1))
            case Sort.NEGATE:
                return _sum({}, forms[node.left], Fraction(-1))
            case Sort.MULTIPLY:
                return self._product(place, node, forms)
            case Sort.DIVIDE:
                return self._quotient(place, node, forms)
            case _:
                return self._power(place, node, forms)

    def _constant(self, place: int, form: Form) -> Fraction | None:
        """What a part is alone, by itself or because its range is one number."""
        if all(column == _CONSTANT for column in form):
            return form.get(_CONSTANT, _ZERO)
        if self._values[place].is_point:
            self.used_ranges = True
            return self._values[place].low
        return None

    def _product(self, place: int, node: Node, forms: list[Form]) -> Form:
        left, right = forms[node.left], forms[node.right]
        for one, other, at in ((left, right, node.right), (right, left, node.left)):
            by = self._constant(at, other)
            if by is not None:
                return _sum({}, one, by)
        product = {self._new(place): Fraction(1)}
        self._planes(product, left, self._values[node.left], right, self._values[node.right])
        return product

    def _quotient(self, place: int, node: Node, forms: list[Form]) -> Form:
        top, bottom = forms[node.left], forms[node.right]
        by = self._constant(node.right, bottom)
        if by is not None and by != 0:
            return _sum({}, top, 1 / by)
        if self._values[place].is_point and 0 not in self._values[node.right]:
            self.used_ranges = True
            value = self._values[place].a_point()
            self._to.take(_sum(top, bottom, -value), Comparator.EQUAL, self._reason)
            return {_CONSTANT: value}
        quotient = {self._new(place): Fraction(1)}
        self._planes(top, quotient, self._values[place], bottom, self._values[node.right])
        return quotient

    def _power(self, place: int, node: Node, forms: list[Form]) -> Form:
        base, interval = forms[node.left], self._values[node.left]
        if node.sort is Sort.POWER and node.degree == 1:
            return base
        by = self._constant(node.left, base)
        if by is not None and node.sort is Sort.POWER:
            return {_CONSTANT: by**node.degree}
        power = {self._new(place): Fraction(1)}
        low, high = interval.low, interval.high
        if node.sort is Sort.POWER and low is not None and low >= 0 and high is not None and high > low:
            # convex: below the line between its ends, above its tangents
            slope = (high**node.degree - low**node.degree) / (high - low)
            self._above(_sum(_line(base, slope, low, low**node.degree), power, Fraction(-1)))
            for end in (low, high):
                tangent = _line(base, node.degree * end ** (node.degree - 1), end, end**node.degree)
                self._above(_sum(power, tangent, Fraction(-1)))
        return power

    def _new(self, place: int) -> int:
        self.used_ranges = True
        self._to.is_exact = False
        return self._to.new_column(self._values[place], self._reason)

    def _above(self, form: Form, *, strict: bool = False) -> None:
        self._to.take(form, Comparator.ABOVE if strict else Comparator.AT_LEAST, self._reason)

    def _planes(self, product: Form, one: Form, ones: Interval, other: Form, others: Interval) -> None:
        """The planes that hold `product` == `one` · `other`."""
        for interval, by, over in ((ones, other, others), (others, one, ones)):
            sign = _sign(over)
            if sign:
                for end in _ends(interval):
                    # sign · by and end.sign · (form − end) are not negative, so neither is their product
                    plane = _sum(product, by, -end.value)
                    self._above(_sum({}, plane, Fraction(sign * end.sign)), strict=end.is_open and 0 not in over)
        if self._to.is_private(self._contractor):
            return
        for end in _ends(ones):
            for limit in _ends(others):
                plane = _sum(_sum(product, one, -limit.value), other, -end.value)
                plane = _sum(plane, {_CONSTANT: end.value * limit.value}, Fraction(1))
                strict = end.is_open and limit.is_open
                self._above(_sum({}, plane, Fraction(end.sign * limit.sign)), strict=strict)


def _sum(left: Mapping[int, Fraction], right: Mapping[int, Fraction], weight: Fraction) -> Form:
    """left + weight · right."""
    total = dict(left)
    for column, each in right.items():
        total[column] = total.get(column, _ZERO) + weight * each
    return total


def _line(base: Form, slope: Fraction, at: Fraction, value: Fraction) -> Form:
    """value + slope · (base − at)."""
    return _sum({_CONSTANT: value - slope * at}, base, slope)


def _ends(interval: Interval) -> Iterator[_End]:
    if interval.low is not None:
        yield _End(interval.low, 1, interval.low_open)
    if interval.high is not None:
        yield _End(interval.high, -1, interval.high_open)


def _sign(interval: Interval) -> int:
    """1 where nothing of a range is negative, −1 where nothing is positive, else 0."""
    if interval.low is not None and interval.low >= 0:
        return 1
    return -1 if interval.high is not None and interval.high <= 0 else 0
