"""A true value with its name and its unit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct


class Fact(Struct, frozen=True):
    """What is true.

    name    its claim in a claim base
    value   in base units: amounts, counts, multiples, percentages and points as parts of 1; or a day
    family  money, count, percent, points, times or day
    unit    of money the ISO 4217 code, of a count the noun
    period  the year or half that it is of, where it has one
    """

    name: str
    value: Fraction | date
    family: str
    unit: str = ""
    period: str = ""

    @property
    def number(self) -> Fraction:
        """The value of what is no day."""
        assert isinstance(self.value, Fraction)
        return self.value
