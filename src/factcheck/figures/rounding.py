"""Rounding to significant digits, for showing computed bounds: always outward, so that no range looks narrower."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from factcheck.figures.interval import Interval


def exponent(value: Fraction) -> int:
    """The power of ten of the first significant digit: 0 for 1 to 9.99…, 3 for 1 000, −2 for 0.05; 0 for 0."""
    size = abs(value)
    if size == 0:
        return 0
    guess = len(str(size.numerator)) - len(str(size.denominator))
    return guess if size >= Fraction(10) ** guess else guess - 1


def _step(value: Fraction, digits: int) -> Fraction:
    return Fraction(10) ** (exponent(value) - digits + 1)


def down(value: Fraction, digits: int) -> Fraction:
    """The nearest number of so many significant digits that is not above `value`."""
    step = _step(value, digits)
    return floor(value / step) * step


def up(value: Fraction, digits: int) -> Fraction:
    """The nearest number of so many significant digits that is not below `value`."""
    step = _step(value, digits)
    return ceil(value / step) * step


def nearest(value: Fraction, digits: int) -> Fraction:
    """The nearest number of so many significant digits, halves upward."""
    step = _step(value, digits)
    return floor(value / step + Fraction(1, 2)) * step


def to_step(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of `step`, halves away from 0, as newspapers round; `value` itself for a step of 0."""
    if step == 0:
        return value
    steps = floor(abs(value) / step + Fraction(1, 2)) * step
    return -steps if value < 0 else steps


def outward(interval: Interval, digits: int) -> Interval:
    """An interval that holds `interval`, its ends of so many significant digits; a moved end is closed."""
    low = None if interval.low is None else down(interval.low, digits)
    high = None if interval.high is None else up(interval.high, digits)
    return Interval(
        low,
        high,
        interval.low_open and low == interval.low,
        interval.high_open and high == interval.high,
    )
