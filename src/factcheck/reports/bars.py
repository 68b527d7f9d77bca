"""Ranges drawn side by side on one scale, in characters that every terminal has.

`===` is what a figure usually means, `---` how far its words stretch, `<` and `>` what goes on beyond the scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval

USUAL: Final = "="
LITERAL: Final = "-"
BELOW: Final = "<"
ABOVE: Final = ">"
_EDGE: Final = "|"
_MARGIN: Final = Fraction(1, 12)
_PART: Final = 3
_STEPS: Final = 20

Ranges = tuple[Interval, Interval]
"""The usual and the literal range."""


class Scale(Struct, frozen=True):
    """What the cells of a bar stand for: the numbers from `low` to `high`, so many cells wide."""

    low: Fraction
    high: Fraction
    cells: int

    def bar(self, ranges: Ranges) -> str:
        """A range on the scale, between its edges: "|  --====--  |"."""
        usual, literal = ranges
        cells = [" "] * self.cells
        self._fill(cells, literal, LITERAL)
        self._fill(cells, usual, USUAL)
        if literal.low is None or literal.low < self.low:
            cells[0] = BELOW
        if literal.high is None or literal.high > self.high:
            cells[-1] = ABOVE
        return _EDGE + "".join(cells) + _EDGE

    def _fill(self, cells: list[str], interval: Interval, sign: str) -> None:
        low = self.low if interval.low is None else max(interval.low, self.low)
        high = self.high if interval.high is None else min(interval.high, self.high)
        if low > high:
            return
        first, last = self._cell(low), self._cell(high)
        for at in range(first, max(first, last) + 1):
            cells[at] = sign

    def _cell(self, value: Fraction) -> int:
        at = (value - self.low) * self.cells / (self.high - self.low)
        return min(self.cells - 1, max(0, at.__floor__()))


def scale_of(ranges: Sequence[Ranges], cells: int, *, unit: Fraction = Fraction(1)) -> Scale | None:
    """The scale on which all usual ranges show, and how far words stretch near them; None where all are infinite.

    Its ends are round numbers of a unit that is so many of what the ranges are in.
    """
    ends = list(_ends(usual for usual, _ in ranges))
    if not ends:
        return None
    low, high = min(ends), max(ends)
    width = high - low or max(abs(low) / 10, unit)
    # words may stretch very far: the scale follows them for a part of what it has anyway
    near = Interval(low - width / _PART, high + width / _PART)
    stretched = [end for end in _ends(literal for _, literal in ranges) if end in near]
    low, high = min([low, *stretched]), max([high, *stretched])
    margin = (high - low) * _MARGIN or width
    step = _round_part((high - low + 2 * margin) / unit) * unit
    start, end = step * ((low - margin) / step).__floor__(), step * ((high + margin) / step).__ceil__()
    return Scale(max(start, Fraction(0)) if low >= 0 else start, end, cells)


def _round_part(width: Fraction) -> Fraction:
    """The largest 1, 2 or 5 times a power of ten that goes at least so many times into a width."""
    most = width / _STEPS
    step = Fraction(1)
    while step > most:
        step /= 10
    while step * 10 <= most:
        step *= 10
    return next(step * part for part in (5, 2, 1) if step * part <= most)


def _ends(intervals: Iterable[Interval]) -> Iterable[Fraction]:
    return (end for each in intervals for end in (each.low, each.high) if end is not None)
