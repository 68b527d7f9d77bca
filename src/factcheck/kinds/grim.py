"""Grim: a percentage that no whole number of a small count gives.

What it checks
    Whether a percentage of a stated count of things is one that some whole number of them gives: 33 % of 12 is 4,
    but no number of 12 gives 35 %.

Formula
    grim(percentage, count): some whole k from 0 to count has 100 × k / count within the percentage's rounding

Tolerances
    The percentage is taken to the precision of its digits, rounding half up or half down; the count is any whole
    number that its words allow. Where the count is so large that every percentage is possible, it always holds.
    The test is that of Brown and Heathers, "The GRIM Test", Social Psychological and Personality Science 8, 2017,
    doi 10.1177/1948550616673876.

Holds
    grim(33 %, 12 entreprises)

Does not hold
    grim(35 %, 12 entreprises): 4 of 12 is 33.3 %, 5 of 12 is 41.7 %.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore grim -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final

from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.shown import Quantity
from factcheck.kinds.kind import Predicate, Said
from factcheck.phrases import Phrase

_MOST_COUNTS: Final = 10_000
_PARTS: Final = Interval(Fraction(0), Fraction(1))
_ONE_PERCENT: Final = Fraction(1, 100)
_FEWEST_DIGITS: Final = 3
_MORE_DIGITS: Final = 4


def possible(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool | Undefined:
    """Whether some whole number of some whole count gives the percentage."""
    share, count = ranges
    if not share.meets(_PARTS):
        return False
    width = share.width
    if width is None or count.high is None:
        return True
    low = Fraction(0) if count.low is None else count.low
    first, last = ceil(low), floor(count.high)
    first += first == count.low and count.low_open
    last -= last == count.high and count.high_open
    # a range as wide as the step between neighbouring shares of the largest count holds one of them
    if width * last >= 1:
        return True
    counts = range(max(first, 1), last + 1)
    if len(counts) > _MOST_COUNTS:
        return Undefined(Phrase("too many counts to try: {count}", count=len(counts)))
    return any(_some_whole_number(share, whole) for whole in counts)


def _some_whole_number(share: Interval, count: int) -> bool:
    assert share.low is not None and share.high is not None
    fewest, most = max(floor(share.low * count), 0), min(ceil(share.high * count), count)
    return any(Fraction(k, count) in share for k in range(fewest, most + 1))


def fact(arguments: Sequence[Said], *, holds: bool) -> Phrase:
    """Whether the percentage is possible."""
    share, count = arguments
    if holds:
        return Phrase("{share} of {count} is possible", share=share, count=count)
    return Phrase("no whole number of {count} gives {share}", share=share, count=count)


def neighbours(share: Fraction, count: Fraction, width: Fraction | None) -> Phrase | None:
    """The two percentages of the count that lie on either side of one that it does not give; None where two do not.

    `share` is the printed percentage as a fraction of one, `width` the range that its digits leave it.
    """
    if count.denominator != 1 or count <= 0 or not 0 <= share < 1:
        return None
    below = floor(share * count)
    digits = _FEWEST_DIGITS if width is None or width >= _ONE_PERCENT else _MORE_DIGITS
    return Phrase(
        "{few} of {count} is {less}, {more} of {count} is {greater}",
        few=below,
        more=below + 1,
        count=int(count),
        less=Quantity(Fraction(below, int(count)) * 100, "percent", digits),
        greater=Quantity(Fraction(below + 1, int(count)) * 100, "percent", digits),
    )


PREDICATE = Predicate("grim", ("percentage", "count"), possible)
