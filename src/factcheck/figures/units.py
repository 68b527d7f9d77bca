"""Units as exact factors and dimensions, read from the same definitions file that Pint reads.

A dimension is a product of base dimensions with whole exponents; a unit is a factor times a dimension. What a
noun counts ("hubs", "accords") is a unit too: any name that the definitions do not hold is a count.
Rules are checked with Pint when they are loaded (`factcheck.claims.units`); judging needs only what is here,
so that commands that load no rules never import Pint.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

DEFINITIONS: Final = Path(__file__).parent / "data" / "units.txt"

_TERM: Final = re.compile(r"(?P<op>^|\*\*|\*|/)\s*(?P<operand>\[\w+\]|[\d.]+|\w+)\s*")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


class Unit(Struct, frozen=True):
    """A factor times a dimension. `dimension` lists base dimensions with their exponents, sorted by name."""

    factor: Fraction
    dimension: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Unit) -> Unit:
        return Unit(self.factor * other.factor, _combined(self.dimension, other.dimension, 1))

    def __truediv__(self, other: Unit) -> Unit:
        return Unit(self.factor / other.factor, _combined(self.dimension, other.dimension, -1))

    @property
    def is_number(self) -> bool:
        """Whether it has no dimension: plain numbers, percentages, multiples, ratios."""
        return not self.dimension


NUMBER: Final = Unit(Fraction(1))
COUNT: Final = Unit(Fraction(1), (("count", 1),))


def _combined(
    left: tuple[tuple[str, int], ...], right: tuple[tuple[str, int], ...], sign: int
) -> tuple[tuple[str, int], ...]:
    if not right:
        return left
    exponents = dict(left)
    for name, exponent in right:
        exponents[name] = exponents.get(name, 0) + sign * exponent
    return tuple(sorted((name, exponent) for name, exponent in exponents.items() if exponent))


@lru_cache(maxsize=1)
def definition_lines() -> Mapping[str, str]:
    """The line that defines each unit, comments left out."""
    lines = (line.partition("#")[0].strip() for line in DEFINITIONS.read_text(encoding="utf-8").splitlines())
    return {line.partition("=")[0].strip(): line for line in lines if line}


@lru_cache(maxsize=1)
def definitions() -> Mapping[str, Unit]:
    """Every unit that the definitions file names."""
    return {name: unit_named(name) for name in definition_lines()}


def _evaluated(expression: str) -> Unit:
    result, last = NUMBER, NUMBER
    for match in _TERM.finditer(expression):
        operand = match["operand"]
        if match["op"] == "**":
            for _ in range(int(operand) - 1):
                result *= last
            continue
        last = _operand(operand)
        result = result / last if match["op"] == "/" else result * last
    return result


def _operand(text: str) -> Unit:
    if text.startswith("["):
        return Unit(Fraction(1), ((text[1:-1], 1),))
    return unit_named(text) if text in definition_lines() else Unit(Fraction(text))


@lru_cache(maxsize=4096)
def unit_named(name: str) -> Unit:
    """The unit of that name; the empty name is a plain number, an unknown one counts things."""
    if not name:
        return NUMBER
    line = definition_lines().get(name)
    return COUNT if line is None else _evaluated(line.partition("=")[2].strip())


def is_currency(name: str) -> bool:
    """Whether it is the ISO 4217 code of a currency that the definitions hold."""
    return bool(_CURRENCY.fullmatch(name)) and name in definition_lines()
