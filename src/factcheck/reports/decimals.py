"""Exact fractions as plain decimal digits, and ranges of them as machines read them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from factcheck.figures.interval import Interval
from factcheck.figures.rounding import outward

DIGITS: Final = 12
"""To how many significant digits computed bounds are rounded, outward."""

_LONGEST: Final = 60


def terminates(value: Fraction) -> bool:
    """Whether the value has a finite decimal expansion, of a length that can be written."""
    return Fraction(value * 10**_LONGEST).denominator == 1


def decimals_of(value: Fraction) -> int:
    """How many decimals a terminating value has; of any other, as many as its denominator's 2s and 5s ask for."""
    denominator, twos, fives = value.denominator, 0, 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives)


def digits_of(value: Fraction, places: int) -> tuple[str, str]:
    """The digits before and after the decimal sign of a value's magnitude, so many after; no sign."""
    digits = str(round(abs(value) * 10**places)).rjust(places + 1, "0")
    return (digits[:-places], digits[-places:]) if places else (digits, "")


def plain(value: Fraction) -> str:
    """A terminating value with all its digits: "26200000000", "-0.0764"."""
    whole, decimals = digits_of(value, decimals_of(value))
    return f"{'-' if value < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def bounds(interval: Interval) -> dict[str, Any]:
    """A range: bounds of at most 12 significant digits, rounded outward; null is infinite; which ends are open."""
    shown = outward(interval, DIGITS)
    return {
        "low": None if shown.low is None else plain(shown.low),
        "high": None if shown.high is None else plain(shown.high),
        "open": [name for name, is_open in (("low", interval.low_open), ("high", interval.high_open)) if is_open],
    }
