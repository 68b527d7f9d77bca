"""Whether what is printed can all be true: the relation of a story, judged by exact arithmetic of its own.

Every relation is a formula in which each value stands once, so that arithmetic of ranges gives exactly what the formula
can come to; the printed figures can be true together where that meets the range of the remaining one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from benchmarks.power.economies import rate_of
from benchmarks.power.meaning import literal, usual
from benchmarks.power.printing import Printed, PrintedDay
from benchmarks.power.ranges import Range, exactly, total
from benchmarks.power.stories import Story

Figure = Printed | PrintedDay
RATES_DIFFER = Fraction(5, 1000)
"""Published rates of one pair and period differ by as much."""
SLIPS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
WIDEST_SLIP = 3


def possible(story: Story, figures: Mapping[str, Figure], *, complete: bool = True) -> bool:
    """Whether there are true values that would be printed so and fit the story's relation.

    Where parts are not said to be all there are (`complete`), their whole need only have room for them.
    """
    if story.kind == "weekday":
        (day,) = figures.values()
        assert isinstance(day, PrintedDay)
        return day.day.weekday() == day.weekday
    ranges = {role: literal(figure) for role, figure in figures.items() if isinstance(figure, Printed)}
    if story.kind == "points" and is_percent(figures["change"]):
        return _grown(story, ranges)
    if not complete:
        return total([ranges[role] for role in story.parts]).may_be_below(ranges["total"])
    return RELATIONS[story.kind](story, ranges)


def is_percent(figure: Figure) -> bool:
    """Whether a figure is a percentage: of a change of percentages, that it is no number of points."""
    return isinstance(figure, Printed) and figure.family == "percent"


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be of the same value."""
    if isinstance(one, PrintedDay) or isinstance(other, PrintedDay):
        return isinstance(one, PrintedDay) and isinstance(other, PrintedDay) and one.day == other.day
    return literal(one).meets(literal(other))


def all_agree(figures: Sequence[Figure]) -> bool:
    """Whether every two can."""
    return all(agree(one, other) for one, other in combinations(figures, 2))


def slipped(figure: Printed, others: Sequence[Printed]) -> bool:
    """Whether a figure usually meets none of the others, and all of them once the decimal sign is moved."""
    ranges = [usual(other) for other in others]
    mine = usual(figure)
    if not ranges or not all(_has_a_magnitude(each) for each in (mine, *ranges)):
        return False
    if any(mine.meets(each) for each in ranges):
        return False
    return any(all(mine.scaled(factor).meets(each) for each in ranges) for factor in SLIPS)


def _has_a_magnitude(each: Range) -> bool:
    if each.low is None or each.high is None or each.low * each.high <= 0:
        return False
    near, far = sorted((abs(each.low), abs(each.high)))
    return far <= WIDEST_SLIP * near


def _grown(story: Story, of: Mapping[str, Range]) -> bool:
    if of["from"].low is None:
        return True  # "at most 5 %" may be 0 or less, and from there any growth is possible
    return (of["to"] / of["from"] - exactly(1)).meets(of["change"])


def _differing(story: Story, of: Mapping[str, Range]) -> bool:
    change = of["from"] - of["to"] if story.falls else of["to"] - of["from"]
    return change.meets(of["change"])


def _pointed(story: Story, of: Mapping[str, Range]) -> bool:
    return (of["to"] - of["from"]).meets(of["change"])


def _shared(story: Story, of: Mapping[str, Range]) -> bool:
    return (of["part"] / of["whole"]).meets(of["share"])


def _summed(story: Story, of: Mapping[str, Range]) -> bool:
    return total([of[role] for role in story.parts]).meets(of["total"])


def _broken_down(story: Story, of: Mapping[str, Range]) -> bool:
    return total([of[role] for role in story.parts]).meets(exactly(1))


def _converted(story: Story, of: Mapping[str, Range]) -> bool:
    currency, abroad = story.currencies
    rate = rate_of(currency, abroad, int(story.words["year"]))
    traded = Range(rate.low * (1 - RATES_DIFFER), rate.high * (1 + RATES_DIFFER))
    return (of["amount"] / traded).meets(of["foreign"])


def _multiplied(story: Story, of: Mapping[str, Range]) -> bool:
    return (of["to"] / of["from"]).meets(of["factor"])


def _grown_yearly(story: Story, of: Mapping[str, Range]) -> bool:
    if of["rate"].low is None:
        return True  # "at most 5 %" a year may be any fall, and any level follows from some
    return (of["from"] * (exactly(1) + of["rate"]).power(int(story.words["span"]))).meets(of["to"])


def _repeated(story: Story, of: Mapping[str, Range]) -> bool:
    return of["one"].meets(of["other"])


def _surveyed(story: Story, of: Mapping[str, Range]) -> bool:
    """Some whole number of what was asked gives the percentage: all of them are tried."""
    low, high = of["count"].low, of["count"].high
    assert low is not None and high is not None
    return any(
        exactly(Fraction(given, asked)).meets(of["share"])
        for asked in range(ceil(low), floor(high) + 1)
        for given in range(asked + 1)
    )


RELATIONS: Mapping[str, Callable[[Story, Mapping[str, Range]], bool]] = {
    "growth": _grown,
    "half growth": _grown,
    "difference": _differing,
    "points": _pointed,
    "share": _shared,
    "sum": _summed,
    "breakdown": _broken_down,
    "halves": _summed,
    "convert": _converted,
    "multiple": _multiplied,
    "cagr": _grown_yearly,
    "repeat": _repeated,
    "grim": _surveyed,
}
