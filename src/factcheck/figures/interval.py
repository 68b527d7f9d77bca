"""Sets of possible true values: exact intervals on fractions, each end open, closed or infinite.

Every operation returns the exact image of its operands as sets, so that "these two cannot meet" is a proof.
Operations whose image is not an interval of numbers (a division by an interval that contains 0) return an
`Undefined`, which carries the reason and passes through whatever is computed from it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import force_setattr

from factcheck.phrases import Phrase

_ZERO: Final = Fraction(0)
_ONE: Final = Fraction(1)


class Undefined(Struct, frozen=True):
    """A computation without a value, and why."""

    reason: Phrase


class _End(Struct, frozen=True):
    """One end of an interval: a value (None is infinite, in the end's own direction) and whether it is attained."""

    value: Fraction | None
    open: bool


class Interval(Struct, frozen=True, gc=False):
    """The numbers from `low` to `high`; None is infinite; an open end is not itself in the set.

    Raises ValueError where no number would be left: low above high, or equal with an open end.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None and not self.low_open:
            force_setattr(self, "low_open", True)
        if self.high is None and not self.high_open:
            force_setattr(self, "high_open", True)
        if self.low is None or self.high is None or self.low < self.high:
            return
        if self.low > self.high or self.low_open or self.high_open:
            raise ValueError(f"empty interval: {self}")

    # --- making -----------------------------------------------------------------------------------------

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The interval that holds `value` alone."""
        value = Fraction(value)
        return cls(value, value)

    @classmethod
    def around(cls, value: Fraction, reach: Fraction) -> Interval:
        """[value − reach, value + reach]; reach is not negative."""
        return cls(value - reach, value + reach)

    # --- asking -----------------------------------------------------------------------------------------

    @property
    def is_point(self) -> bool:
        """Whether one single number is left."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Fraction | None:
        """high − low; None when infinite."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def magnitude(self) -> Fraction | None:
        """The largest absolute value among the ends; None when infinite."""
        return None if self.low is None or self.high is None else max(abs(self.low), abs(self.high))

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, Fraction | int):
            return False
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and self.high_open)))

    def __str__(self) -> str:
        low = "−∞" if self.low is None else str(self.low)
        high = "∞" if self.high is None else str(self.high)
        return f"{'(' if self.low_open else '['}{low}, {high}{')' if self.high_open else ']'}"

    def a_point(self) -> Fraction:
        """Some number of the interval, well inside where there is an inside."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        if self.low is not None:
            return self.low + max(_ONE, abs(self.low))
        if self.high is not None:
            return self.high - max(_ONE, abs(self.high))
        return _ZERO

    # --- sets -------------------------------------------------------------------------------------------

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return not self._wholly_below(other) and not other._wholly_below(self)

    def _wholly_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def intersection(self, other: Interval) -> Interval | None:
        """What the two have in common; None when that is nothing."""
        if not self.meets(other):
            return None
        low, low_open = self.low, self.low_open
        if other.low is not None and (low is None or other.low > low):
            low, low_open = other.low, other.low_open
        elif other.low == low:
            low_open = low_open or other.low_open
        high, high_open = self.high, self.high_open
        if other.high is not None and (high is None or other.high < high):
            high, high_open = other.high, other.high_open
        elif other.high == high:
            high_open = high_open or other.high_open
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        ends = (_End(self.low, self.low_open), _End(other.low, other.low_open))
        tops = (_End(self.high, self.high_open), _End(other.high, other.high_open))
        low = _lowest(ends)
        high = _highest(tops)
        return Interval(low.value, high.value, low.open, high.open)

    def contains_interval(self, other: Interval) -> bool:
        """Whether every number of `other` is in this one."""
        return self.hull(other) == self

    def distance(self, other: Interval) -> Fraction:
        """How far apart the two are: 0 where they touch or meet."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return _ZERO

    # --- comparing: does some choice of values make it true? ----------------------------------------------

    def may_equal(self, other: Interval) -> bool:
        """Whether some x here and y there are equal."""
        return self.meets(other)

    def may_be_below(self, other: Interval) -> bool:
        """Whether some x here and y there have x < y."""
        return self.low is None or other.high is None or self.low < other.high

    def may_be_at_most(self, other: Interval) -> bool:
        """Whether some x here and y there have x ≤ y."""
        return self.may_be_below(other) or (self.low == other.high and not self.low_open and not other.high_open)

    # --- arithmetic ---------------------------------------------------------------------------------------

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and other.low is not None and self.low >= 0 and other.low >= 0:
            return self._times_as_positives(other, self.low * other.low)
        if self == _POINT_ZERO or other == _POINT_ZERO:
            return _POINT_ZERO
        products = [
            _product(a, b, negative)
            for a, a_negative in ((_End(self.low, self.low_open), True), (_End(self.high, self.high_open), False))
            for b, b_negative in (
                (_End(other.low, other.low_open), True),
                (_End(other.high, other.high_open), False),
            )
            for negative in [_sign_of_infinite_product(a, a_negative, b, b_negative)]
        ]
        low = _lowest([end for end, sign in products if sign <= 0 or end.value is not None])
        high = _highest([end for end, sign in products if sign >= 0 or end.value is not None])
        zero_attained = 0 in self or 0 in other
        return Interval(
            low.value,
            high.value,
            low.open and not (zero_attained and low.value == 0),
            high.open and not (zero_attained and high.value == 0),
        )

    def _times_as_positives(self, other: Interval, low: Fraction) -> Interval:
        """The product of two intervals without negative numbers: ends times ends. It is what figures mostly need."""
        if self.high == 0 or other.high == 0:
            return _POINT_ZERO
        low_open = self.low_open or other.low_open
        if low == 0:
            low_open = not (0 in self or 0 in other)
        if self.high is None or other.high is None:
            return Interval(low, None, low_open, True)
        return Interval(low, self.high * other.high, low_open, self.high_open or other.high_open)

    def __truediv__(self, other: Interval) -> Interval | Undefined:
        inverse = other.inverse()
        return inverse if isinstance(inverse, Undefined) else self * inverse

    def inverse(self) -> Interval | Undefined:
        """1/x for every x of the interval, or why there is none."""
        low_is_negative = self.low is None or self.low < 0
        high_is_positive = self.high is None or self.high > 0
        if 0 in self or (low_is_negative and high_is_positive):
            return Undefined(Phrase("division by a range that contains 0"))
        positive = self.low is not None and self.low >= 0
        low, low_open = _inverse_end(_End(self.high, self.high_open), limit_is_infinite=not positive)
        high, high_open = _inverse_end(_End(self.low, self.low_open), limit_is_infinite=positive)
        return Interval(low, high, low_open, high_open)

    def power(self, exponent: int) -> Interval:
        """xⁿ for every x of the interval; n is a whole number of at least 0."""
        result = _POINT_ONE
        if exponent % 2 == 0 and 0 in self and exponent:
            # an even power folds the negative half onto the positive one
            top = _highest([_End(self.high, self.high_open), _End((-self).high, self.low_open)])
            return Interval(_ZERO, None if top.value is None else top.value**exponent, False, top.open)
        for _ in range(exponent):
            result = result * self
        return result

    def scaled(self, factor: Fraction | int) -> Interval:
        """Every number times `factor`."""
        if factor == 1:
            return self
        if factor > 0:
            return Interval(
                None if self.low is None else self.low * factor,
                None if self.high is None else self.high * factor,
                self.low_open,
                self.high_open,
            )
        return self * Interval.exactly(factor)


_POINT_ZERO: Final = Interval.exactly(0)
_POINT_ONE: Final = Interval.exactly(1)


def _lowest(ends: list[_End] | tuple[_End, ...]) -> _End:
    """The lower of lower ends; among equal ones, an attained one."""
    if any(end.value is None for end in ends):
        return _End(None, True)
    return min(ends, key=lambda end: (end.value, end.open))


def _highest(ends: list[_End] | tuple[_End, ...]) -> _End:
    """The higher of upper ends; among equal ones, an attained one."""
    if any(end.value is None for end in ends):
        return _End(None, True)
    return max(ends, key=lambda end: (end.value, not end.open))


def _sign_of_infinite_product(a: _End, a_low: bool, b: _End, b_low: bool) -> int:
    """The sign of a product one factor of which is infinite: −1, 0 (the other factor is 0) or +1."""
    sign = 1
    for end, is_low in ((a, a_low), (b, b_low)):
        if end.value is None:
            sign *= -1 if is_low else 1
        else:
            sign *= (end.value > 0) - (end.value < 0)
    return sign


def _product(a: _End, b: _End, sign: int) -> tuple[_End, int]:
    """The product of two ends and its sign; 0 times an infinite end tends to 0 and is never beyond it."""
    if a.value is not None and b.value is not None:
        # an attained 0 makes the product 0 whatever the other end does
        attained_zero = (a.value == 0 and not a.open) or (b.value == 0 and not b.open)
        return _End(a.value * b.value, (a.open or b.open) and not attained_zero), sign
    if sign == 0:
        finite = a if a.value is not None else b
        return _End(_ZERO, finite.open), 0
    return _End(None, True), sign


def _inverse_end(end: _End, *, limit_is_infinite: bool) -> tuple[Fraction | None, bool]:
    """The image of one end under 1/x: infinity goes to an open 0, an open 0 to infinity."""
    if end.value is None:
        return _ZERO, True
    if end.value == 0:
        assert limit_is_infinite or end.open
        return None, True
    return 1 / end.value, end.open
