"""From a printed number and its hedge to the numbers it may stand for.

The widths stand in `data/hedges.toml`, with their sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from factcheck.figures.data_files import load
from factcheck.figures.interval import Interval

_DATA: Final = Path(__file__).parent / "data" / "hedges.toml"
_ZERO: Final = Fraction(0)


class Hedge(StrEnum):
    """The words that loosen or bound a figure."""

    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    EXACTLY = "exactly"


class Reading(StrEnum):
    """The two ranges of a figure: what a reader takes from the words, and what they commit the writer to."""

    USUAL = "usual"
    LITERAL = "literal"


class Printed(Struct, frozen=True):
    """What the width of a figure depends on, all in the figure's own unit.

    `capped`: the resolution comes from trailing zeros that are not significant. `in_words`: a word that
    multiplies or divides. `never_negative`: a count or an amount, which a bound from above keeps from below 0.
    """

    value: Fraction
    resolution: Fraction
    granularity: Fraction
    capped: bool = False
    in_words: bool = False
    never_negative: bool = False


class _Reach(Struct, frozen=True):
    """How far a range reaches from its value, on one side. See `data/hedges.toml`."""

    bare: bool = False
    g: Fraction = _ZERO
    share: Fraction = _ZERO
    least: Fraction = _ZERO
    most: Fraction | None = None
    open: bool = False
    unbounded: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is what the digits alone reach, however round the number is."""
        return self.bare and not self.unbounded and self.g is self.share is self.least is _ZERO

    def distance(self, printed: Printed, bare: Fraction) -> Fraction:
        """The distance from the value, never negative; `bare` is what the digits alone would reach."""
        if self.is_bare:
            return bare
        size = abs(printed.value)
        reach = max(self.g * printed.granularity + self.share * size, self.least * size)
        if self.most is not None:
            reach = min(reach, self.most * size)
        return max(reach, bare) if self.bare else reach


def ranges(printed: Printed, hedge: Hedge) -> tuple[Interval, Interval]:
    """The usual and the literal range, in that order.

    Rounding and hedges act on the magnitude: for a negative value both ranges are those of its magnitude,
    turned round ("more than" −5 is below −5).
    """
    magnitude = printed
    if printed.value < 0:
        magnitude = Printed(
            -printed.value, printed.resolution, printed.granularity, printed.capped, printed.in_words, True
        )
    usual = _range(magnitude, hedge, Reading.USUAL)
    is_one = hedge is Hedge.NONE and not printed.capped and not printed.in_words
    literal = usual if is_one else _range(magnitude, hedge, Reading.LITERAL)
    return (-usual, -literal) if printed.value < 0 else (usual, literal)


@lru_cache(maxsize=32)
def is_bare(hedge: Hedge, *, in_words: bool) -> bool:
    """Whether the digits alone tell the ranges, so that the granularity of what is printed does not matter."""
    return all(reach.is_bare for reading in Reading for reach in _table()[in_words, hedge, reading])


def _bare_reach(printed: Printed, reading: Reading) -> Fraction:
    """Half a unit of the last significant digit; capped where that digit is only guessed from trailing zeros."""
    reach = printed.resolution / 2
    return min(reach, _caps()[reading] * abs(printed.value)) if printed.capped else reach


def _range(printed: Printed, hedge: Hedge, reading: Reading) -> Interval:
    below, above = _table()[printed.in_words, hedge, reading]
    bare = _bare_reach(printed, reading)
    if bare and below.is_bare and above.is_bare and bare <= printed.value:  # as most figures are
        return Interval(printed.value - bare, printed.value + bare, below.open, above.open)
    high = None if above.unbounded else printed.value + above.distance(printed, bare)
    low: Fraction | None = printed.value - below.distance(printed, bare)
    low_open = below.open
    if below.unbounded:
        low = _ZERO if printed.never_negative or hedge is Hedge.UP_TO else None
    elif printed.never_negative:
        low = max(printed.value - below.distance(printed, bare), _ZERO)
    if low is not None and high is not None and low >= high:
        # "fewer than 0", "up to 0": nothing but the number itself is left to mean
        return Interval.exactly(printed.value)
    return Interval(low, high, low_open, above.open)


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = load(_DATA)
    return data


@lru_cache(maxsize=1)
def _caps() -> Mapping[Reading, Fraction]:
    return {reading: Fraction(_data()["trailing_zeros"][reading]) for reading in Reading}


@lru_cache(maxsize=1)
def _table() -> Mapping[tuple[bool, Hedge, Reading], tuple[_Reach, _Reach]]:
    data = _data()
    return {
        (in_words, hedge, reading): (
            _reach(sides[hedge][reading]["below"]),
            _reach(sides[hedge][reading]["above"]),
        )
        for in_words, sides in ((False, data), (True, data["words"]))
        for hedge in Hedge
        for reading in Reading
    }


def _reach(entry: Mapping[str, Any]) -> _Reach:
    widths: dict[str, Any] = {
        key: value if isinstance(value, bool) else Fraction(value) for key, value in entry.items()
    }
    return _Reach(**widths)
