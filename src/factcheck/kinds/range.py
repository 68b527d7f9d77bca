"""Range: a value between two bounds.

What it checks
    Whether a value can lie between two bounds, and whether the bounds stand in order ("entre 25 et 20 %" do not). In a
    draft also whether a level stays below the peak that it came down from, a new record above the old one, and an
    average between the lowest and the highest value.

Formula
    between(x, low, high): low ≤ x ≤ high

Tolerances
    All three are taken to the precision of their digits.

Holds
    between(22 %, 20 %, 25 %)

Does not hold
    between(27 %, 20 %, 25 %): 26.5 to 27.5 % is above 25.5 %.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore range -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.kinds.kind import Predicate, Said
from factcheck.phrases import Phrase


def possible(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool:
    """Whether some low ≤ x ≤ high; three half-lines meet when each two of them do (Helly's theorem)."""
    value, low, high = ranges
    return low.may_be_at_most(value) and value.may_be_at_most(high) and low.may_be_at_most(high)


def fact(arguments: Sequence[Said], *, holds: bool) -> Phrase:
    """Where the value stands."""
    value, low, high = arguments
    if holds:
        return Phrase("{value} can be between {low} and {high}", value=value, low=low, high=high)
    return Phrase("{value} is not between {low} and {high}, or those two are reversed", value=value, low=low, high=high)


PREDICATE = Predicate("between", ("x", "low", "high"), possible)
