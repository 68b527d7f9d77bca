"""Whether a figure asked about, stated or denied, goes with what a source says or with what follows."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from factcheck.drafts.denials import Denial
from factcheck.figures.figure import Figure
from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval
from factcheck.figures.units import unit_named
from factcheck.relations.finding import Verdict

Ranges = tuple[Interval, Interval]
"""The usual and the literal range."""

_OTHER_WAY: Final = {
    Hedge.OVER: Hedge.AT_MOST,
    Hedge.AT_LEAST: Hedge.UNDER,
    Hedge.UNDER: Hedge.AT_LEAST,
    Hedge.AT_MOST: Hedge.OVER,
}
"""What is said by denying a bound: "n'a jamais dépassé 7,4 %" is at most 7.4 %."""


def ranges_of(figure: Figure) -> Ranges:
    """The usual and the literal range in base units."""
    factor = figure.measure.factor
    return figure.usual.scaled(factor), figure.literal.scaled(factor)


def in_base_units(ranges: Ranges, unit: str) -> Ranges:
    """Ranges in a unit, in base units."""
    factor = unit_named(unit).factor
    return ranges[0].scaled(factor), ranges[1].scaled(factor)


def verdict_of(figure: Figure, other: Ranges, denial: Denial | None = None) -> Verdict:
    """Whether a figure and a range can be the same, as the judge says it of `one == another`; or its sure denial.

    A denial holds where the figure is ruled out, and fails where it is agreed with. That a level was come to is denied
    by what stays below it alone.
    """
    if denial is not None and denial.is_sure:
        return _denied(figure, other, denial)
    usual, literal = ranges_of(figure)
    if usual.meets(other[0]):
        return Verdict.CONSISTENT
    return Verdict.STRAINED if literal.meets(other[1]) else Verdict.INCONSISTENT


def _denied(figure: Figure, other: Ranges, denial: Denial) -> Verdict:
    if figure.hedge in _OTHER_WAY:
        # who denies a bound says nothing of how far beyond it the value is
        literal = ranges_of(replace(figure, hedge=_OTHER_WAY[figure.hedge]))[1]
        if literal.meets(other[0]):
            return Verdict.CONSISTENT
        return Verdict.STRAINED if literal.meets(other[1]) else Verdict.INCONSISTENT
    match verdict_of(figure, other):
        case Verdict.CONSISTENT:
            return Verdict.INCONSISTENT
        case Verdict.STRAINED:
            return Verdict.STRAINED
        case _:
            is_passed = denial.is_reached and _is_above(other[0], ranges_of(figure)[0])
            return Verdict.INCONSISTENT if is_passed else Verdict.CONSISTENT


def _is_above(one: Interval, other: Interval) -> bool:
    return one.low is not None and other.high is not None and one.low >= other.high


def agree_firmly(figure: Figure, other: Ranges) -> bool:
    """Whether the usual ranges have more in common than an end of one of them."""
    usual = ranges_of(figure)[0]
    common = usual.intersection(other[0])
    if common is None:
        return False
    if not common.is_point:
        return True
    return all(each.is_point or common.low not in (each.low, each.high) for each in (usual, other[0]))
