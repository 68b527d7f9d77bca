"""Exact ranges of true values, and the arithmetic of them that the oracle needs.

Written for the oracle alone and apart from factcheck's intervals, so that a mistake in one shows against the other.
Products, quotients and powers are those of ranges that are nowhere negative.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

ZERO = Fraction(0)


class Range(Struct, frozen=True):
    """The numbers from `low` to `high`; an end that is None is infinite, an open one is left out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, value: Fraction) -> bool:
        return self.meets(exactly(value))

    def meets(self, other: Range) -> bool:
        """Whether the two have a number in common."""
        return _reaches(self, other) and _reaches(other, self)

    def may_be_below(self, other: Range) -> bool:
        """Whether some number of it is at most some number of the other."""
        return _reaches(self, other)

    def __neg__(self) -> Range:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Range(low, high, self.high_open, self.low_open)

    def __add__(self, other: Range) -> Range:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Range) -> Range:
        return self + -other

    def __mul__(self, other: Range) -> Range:
        low, low_open = _product(self.low, self.low_open, other.low, other.low_open)
        high, high_open = _product(self.high, self.high_open, other.high, other.high_open)
        return Range(low, high, low_open, high_open)

    def __truediv__(self, other: Range) -> Range:
        return self * other.inverse()

    def inverse(self) -> Range:
        """One over it; a 0 at its low end cannot divide, and is left out."""
        low = ZERO if self.high is None else 1 / self.high
        high = None if not self.low else 1 / self.low
        return Range(low, high, self.high is None or self.high_open, self.low_open)

    def power(self, exponent: int) -> Range:
        """It times itself, one value with itself; `exponent` is at least 1."""
        low = None if self.low is None else self.low**exponent
        high = None if self.high is None else self.high**exponent
        return Range(low, high, self.low_open, self.high_open)

    def scaled(self, factor: Fraction | int) -> Range:
        """It times a positive number."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Range(low, high, self.low_open, self.high_open)


def exactly(value: Fraction | int) -> Range:
    """The one number."""
    return Range(Fraction(value), Fraction(value))


def total(ranges: list[Range]) -> Range:
    """The sum of ranges."""
    return sum(ranges, exactly(0))


def _reaches(lower: Range, upper: Range) -> bool:
    """Whether `lower` begins where `upper` has not yet ended."""
    if lower.low is None or upper.high is None:
        return True
    if lower.low == upper.high:
        return not (lower.low_open or upper.high_open)
    return lower.low < upper.high


def _product(
    one: Fraction | None, one_open: bool, other: Fraction | None, other_open: bool
) -> tuple[Fraction | None, bool]:
    """The product of two ends that meet at a corner: a 0 that is attained stays attained, whatever it multiplies."""
    if (one == 0 and not one_open) or (other == 0 and not other_open):
        return ZERO, False
    if one is None or other is None:
        return None, False
    return one * other, one_open or other_open
