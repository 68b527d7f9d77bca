"""Numbers and ranges as values of a phrase: exact, with the unit and the digits to show them with."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from factcheck.figures.interval import Interval


class Quantity(Struct, frozen=True):
    """An exact number with a unit, to be written as people read it ("2.64 bn USD"); 0 digits are all digits."""

    value: Fraction
    unit: str = ""
    digits: int = 3


class Span(Struct, frozen=True):
    """A range with a unit, to be written as people read it, rounded outward ("2.62 to 2.65 bn USD")."""

    interval: Interval
    unit: str = ""
    digits: int = 3
