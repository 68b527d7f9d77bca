"""Which true values a printed figure stands for, after the table "What a printed figure means" of the design.

Written from that table and apart from factcheck's own reading of it. Ranges are in base units.
"""

from __future__ import annotations

from fractions import Fraction

from benchmarks.power.printing import Printed
from benchmarks.power.ranges import ZERO, Range

ROUND_FROM = 100
"""From here on the zeros that a whole number ends in do not count as digits."""


def literal(printed: Printed) -> Range:
    """What the words commit the writer to."""
    return _signed(printed, _magnitude(printed, usual=False))


def usual(printed: Printed) -> Range:
    """What a reader takes from them."""
    return _signed(printed, _magnitude(printed, usual=True))


def _signed(printed: Printed, magnitude: Range) -> Range:
    return -magnitude if printed.negative else magnitude


def _magnitude(printed: Printed, *, usual: bool) -> Range:
    size = abs(printed.value)
    half = _half(printed, usual=usual)
    grain = _grain(printed)
    match printed.hedge:
        case "none":
            low, high = size - half, size + half
        case "about":
            reach = _within(grain / 2, size, 1, 10) if usual else _within(grain, size, 5, 20)
            low, high = size - max(reach, half), size + max(reach, half)
        case "nearly" if usual:
            low, high = size - _within(grain / 2, size, 2, 5), size
        case "nearly":
            low, high = size - max(_within(grain, size, 5, Fraction(25, 2)), half), size + half
        case "over":
            return Range(size, size + grain if usual else None, low_open=True, high_open=not usual)
        case "at_least":
            return Range(size, size + grain if usual else None)
        case "under":
            return Range(_not_below_0(printed, size - grain) if usual else _lowest(printed), size, high_open=True)
        case "at_most":
            return Range(_not_below_0(printed, size - grain) if usual else _lowest(printed), size)
        case other:
            raise ValueError(other)
    return Range(_not_below_0(printed, low), high)


def _within(reach: Fraction, size: Fraction, least: int, most: Fraction | int) -> Fraction:
    """A reach, at least and at most so many percent of the size."""
    return min(max(reach, size * least / 100), size * most / 100)


def _lowest(printed: Printed) -> Fraction | None:
    return ZERO if printed.family in ("money", "count") or printed.negative else None


def _not_below_0(printed: Printed, low: Fraction) -> Fraction:
    return max(low, ZERO) if _lowest(printed) is not None else low


def _unit(printed: Printed) -> Fraction:
    return Fraction(printed.scale, 100 if printed.family in ("percent", "points") else 1)


def _zeros(number: Fraction) -> int:
    digits = str(int(number))
    return len(digits) - len(digits.rstrip("0")) if number else 0


def _half(printed: Printed, *, usual: bool) -> Fraction:
    """Half a unit of the last digit that counts, in base units."""
    if printed.decimals:
        return _unit(printed) / int(10**printed.decimals) / 2
    if printed.family == "count" and printed.scale == 1 and printed.number < ROUND_FROM:
        return ZERO
    if printed.family == "percent" or printed.number < ROUND_FROM or not _zeros(printed.number):
        return _unit(printed) / 2
    cap = Fraction(5 if usual else 10, 100) * abs(printed.value)
    return min(_unit(printed) * int(10 ** _zeros(printed.number)) / 2, cap)


def _grain(printed: Printed) -> Fraction:
    """One unit of the last digit that is no zero, five where that digit is 5."""
    shifted = printed.number * 10**printed.decimals
    zeros = _zeros(shifted)
    last = int(shifted) // 10**zeros % 10
    return _unit(printed) * Fraction(10**zeros, 10**printed.decimals) * (5 if last == 5 else 1)
