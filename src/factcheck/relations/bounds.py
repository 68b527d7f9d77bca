"""What an expression can be when its figures range over intervals.

Where every figure stands once, interval arithmetic gives the exact range. Where one stands twice (a part in a share
of a whole that contains it), it would widen the range; then the range is narrowed by monotonicity (a figure whose
slope keeps its sign takes its ends) and, where that does not decide, by halving intervals up to a stated limit
(branch and bound: Hansen and Walster, Global Optimization Using Interval Analysis, 2nd ed., 2004, chapters 6 and 12).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.units import unit_named
from factcheck.phrases import Phrase
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
    leaves,
    subtract,
    walk,
)

Values = Mapping[str, Interval]
"""What each figure or rate may be, by the key of its leaf, in base units."""

_BOX_LIMIT: Final = 400
_WORK_LIMIT: Final = 60_000
"""How often a part of an expression is looked at in all boxes together: large expressions have fewer of them.

So the worst rule that the rule language admits is judged in about two seconds.
"""
_ROOT_DIGITS: Final = 10**15
_ZERO: Final = Interval.exactly(0)
_ONE: Final = Interval.exactly(1)


def base_value(constant: Constant) -> Fraction:
    """A constant's value in base units ("75 %" is 3/4)."""
    return constant.value * unit_named(constant.unit).factor


def evaluate(expression: Expression, values: Values) -> Interval | Undefined:
    """A range that holds everything the expression can be; exact where no leaf stands twice."""
    match expression:
        case Constant():
            return Interval.exactly(base_value(expression))
        case Name() | ExchangeRate():
            return values[expression.key]
        case Call(meaning=meaning):
            return evaluate(meaning, values)
        case Negative(operand):
            inner = evaluate(operand, values)
            return inner if isinstance(inner, Undefined) else -inner
        case Power(base, exponent):
            inner = evaluate(base, values)
            return inner if isinstance(inner, Undefined) else inner.power(exponent)
        case Root(base, degree):
            inner = evaluate(base, values)
            return inner if isinstance(inner, Undefined) else root(inner, degree)
        case Operation(op, left, right):
            one, other = evaluate(left, values), evaluate(right, values)
            if isinstance(one, Undefined):
                return one
            if isinstance(other, Undefined):
                return other
            return _operated(op, one, other)


def _operated(op: Op, left: Interval, right: Interval) -> Interval | Undefined:
    if op is Op.ADD:
        return left + right
    if op is Op.SUBTRACT:
        return left - right
    return left * right if op is Op.MULTIPLY else left / _divisor(right)


def _divisor(interval: Interval) -> Interval:
    """What of a range can divide: all but a 0 at its very end, as in "fewer than 80", which is no choice of values."""
    if interval.is_point:
        return interval
    at_low, at_high = interval.low == 0, interval.high == 0
    return Interval(interval.low, interval.high, interval.low_open or at_low, interval.high_open or at_high)


def root(interval: Interval, degree: int) -> Interval | Undefined:
    """The positive root of a positive range, each end rounded outward at the fifteenth digit."""
    if interval.low is None or interval.low < 0:
        return Undefined(Phrase("a root of what may be negative"))
    high = None if interval.high is None else _root_of(interval.high, degree, round_up=True)
    return Interval(_root_of(interval.low, degree, round_up=False), high)


def _root_of(value: Fraction, degree: int, *, round_up: bool) -> Fraction:
    scaled = value * _ROOT_DIGITS**degree
    target = scaled.numerator // scaled.denominator
    low, high = 0, 1 << (target.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= target else (low, middle - 1)
    exact = low**degree == scaled
    return Fraction(low + (round_up and not exact), _ROOT_DIGITS)


def slope(expression: Expression, key: str, values: Values) -> Interval | Undefined:
    """A range that holds the derivative by one leaf."""
    match expression:
        case Constant() | Root():
            return _ZERO if isinstance(expression, Constant) else Undefined(Phrase("no slope of a root"))
        case Name() | ExchangeRate():
            return _ONE if expression.key == key else _ZERO
        case Call(meaning=meaning):
            return slope(meaning, key, values)
        case Negative(operand):
            inner = slope(operand, key, values)
            return inner if isinstance(inner, Undefined) else -inner
        case Power(base, exponent):
            inner, at = slope(base, key, values), evaluate(base, values)
            if isinstance(inner, Undefined) or isinstance(at, Undefined) or exponent == 0:
                return inner if exponent else _ZERO
            return at.power(exponent - 1).scaled(exponent) * inner
        case Operation(op, left, right):
            return _operation_slope(op, left, right, key, values)


def _operation_slope(op: Op, left: Expression, right: Expression, key: str, values: Values) -> Interval | Undefined:
    slopes = slope(left, key, values), slope(right, key, values)
    if isinstance(slopes[0], Undefined):
        return slopes[0]
    if isinstance(slopes[1], Undefined):
        return slopes[1]
    if op in (Op.ADD, Op.SUBTRACT):
        return _operated(op, slopes[0], slopes[1])
    one, other = evaluate(left, values), evaluate(right, values)
    if isinstance(one, Undefined):
        return one
    if isinstance(other, Undefined):
        return other
    if op is Op.MULTIPLY:
        return slopes[0] * other + one * slopes[1]
    if slopes[1] == _ZERO:
        return _operated(op, slopes[0], other)
    return _operated(op, slopes[0] * other - one * slopes[1], other.power(2))


def image(expression: Expression, values: Values) -> Interval | Undefined:
    """The range of an expression, narrowed by monotonicity where a leaf stands more than once."""
    natural = evaluate(expression, values)
    repeated = _repeated(expression)
    if isinstance(natural, Undefined) or not repeated:
        return natural
    return _narrowed(expression, repeated, values, natural).interval


def _repeated(*expressions: Expression) -> tuple[str, ...]:
    counts = Counter(leaf.key for leaf in leaves(*expressions))
    return tuple(key for key, count in counts.items() if count > 1)


class _Bounds(Struct, frozen=True):
    """A range, and whether it is exactly what the expression can be."""

    interval: Interval
    exact: bool


def _narrowed(expression: Expression, repeated: tuple[str, ...], values: Values, natural: Interval) -> _Bounds:
    """`natural` cut down to what monotone leaves allow: each bound is sought at their ends alone."""
    lowest, highest = dict(values), dict(values)
    low_open = high_open = False
    exact = True
    for key in repeated:
        at = values[key]
        if at.is_point:
            continue
        direction = slope(expression, key, values)
        if isinstance(direction, Undefined) or at.low is None or at.high is None:
            exact = False
            continue
        rising = direction.low is not None and direction.low >= 0
        falling = direction.high is not None and direction.high <= 0
        if not (rising or falling):
            exact = False
            continue
        strict = 0 not in direction
        down, up = (at.low, at.high) if rising else (at.high, at.low)
        lowest[key], highest[key] = Interval.exactly(down), Interval.exactly(up)
        low_open |= strict and (at.low_open if rising else at.high_open)
        high_open |= strict and (at.high_open if rising else at.low_open)
    below, above = evaluate(expression, lowest), evaluate(expression, highest)
    if isinstance(below, Undefined) or isinstance(above, Undefined):
        return _Bounds(natural, False)
    if below.low is not None and below.low == above.high:
        return _Bounds(Interval.exactly(below.low), exact)
    narrowed = Interval(below.low, above.high, low_open or below.low_open, high_open or above.high_open)
    return _Bounds(narrowed.intersection(natural) or natural, exact)


class Undecided(Struct, frozen=True):
    """Bounds that could not be decided within the limit."""

    reason: Phrase


def possible(comparison: Comparison, values: Values, cases: int = 1) -> bool | Undefined | Undecided:
    """Whether some choice of values makes the comparison true; `cases` are asked about it, and share the limit."""
    comparison = comparison.judged_as or comparison
    if not _repeated(comparison.left, comparison.right):
        left, right = evaluate(comparison.left, values), evaluate(comparison.right, values)
        if isinstance(left, Undefined):
            return left
        if isinstance(right, Undefined):
            return right
        return may_hold(comparison.comparator, left, right)
    return _search(comparison, values, cases)


def may_hold(comparator: Comparator, left: Interval, right: Interval) -> bool:
    """Whether some x of `left` and some y of `right`, chosen independently, compare as said."""
    match comparator:
        case Comparator.EQUAL:
            return left.may_equal(right)
        case Comparator.AT_MOST:
            return left.may_be_at_most(right)
        case Comparator.AT_LEAST:
            return right.may_be_at_most(left)
        case Comparator.BELOW:
            return left.may_be_below(right)
        case Comparator.ABOVE:
            return right.may_be_below(left)


def _search(comparison: Comparison, values: Values, cases: int) -> bool | Undefined | Undecided:
    """Branch and bound on left − right against 0.

    The difference is continuous wherever it is defined, and a box of intervals is connected: a point below 0 and
    a point above it prove a point at 0 between them.
    """
    difference = subtract(comparison.left, comparison.right)
    repeated = _repeated(difference)
    start = evaluate(difference, values)
    if isinstance(start, Undefined):
        return start
    boxes: list[dict[str, Interval]] = [dict(values)]
    signs: set[int] = set()
    limit = box_limit(difference, repeated, cases)
    for _ in range(limit):
        if not boxes:
            return False
        box = boxes.pop()
        natural = evaluate(difference, box)
        assert isinstance(natural, Interval), "a part of a box where the difference is defined"
        bounds = _narrowed(difference, repeated, box, natural)
        if may_hold(comparison.comparator, bounds.interval, _ZERO):
            if bounds.exact:
                return True
            signs.add(_sign_at_a_point(difference, box))
            boxes.extend(_halves(box, repeated))
        else:
            signs.add(1 if bounds.interval.a_point() > 0 else -1)
        if _proves(comparison.comparator, signs):
            return True
    return Undecided(Phrase("the bounds could not be decided in {count} steps", count=limit))


def box_limit(difference: Expression, repeated: Collection[str], cases: int = 1) -> int:
    """How many boxes may be looked at in each of some cases, at least 1.

    Each box is narrowed for every leaf that stands more than once.
    """
    size = sum(1 for _ in walk(difference))
    return max(1, min(_BOX_LIMIT, _WORK_LIMIT // (size * (1 + len(repeated)) * cases)))


def _sign_at_a_point(difference: Expression, box: Values) -> int:
    at = evaluate(difference, {key: Interval.exactly(interval.a_point()) for key, interval in box.items()})
    assert isinstance(at, Interval), "a point of a box where the difference is defined"
    value = at.a_point()
    return (value > 0) - (value < 0)


def _proves(comparator: Comparator, signs: set[int]) -> bool:
    """Whether points where left − right has these signs prove that the comparison can hold."""
    match comparator:
        case Comparator.EQUAL:
            return 0 in signs or {1, -1} <= signs
        case Comparator.AT_MOST:
            return bool({0, -1} & signs)
        case Comparator.AT_LEAST:
            return bool({0, 1} & signs)
        case Comparator.BELOW:
            return -1 in signs
        case Comparator.ABOVE:
            return 1 in signs


def _halves(box: dict[str, Interval], keys: tuple[str, ...]) -> list[dict[str, Interval]]:
    """The box cut in two across its relatively widest repeated leaf."""
    key = max((each for each in keys if not box[each].is_point), key=lambda each: _relative_width(box[each]))
    at = box[key]
    middle = at.a_point()
    return [
        {**box, key: Interval(at.low, middle, at.low_open, False)},
        {**box, key: Interval(middle, at.high, False, at.high_open)},
    ]


def _relative_width(at: Interval) -> Fraction:
    width, magnitude = at.width, at.magnitude
    if width is None or magnitude is None:
        return Fraction(2)
    return width / magnitude if magnitude else Fraction(0)
