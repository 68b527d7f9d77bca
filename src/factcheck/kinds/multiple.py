"""Multiple: how many times one level is another.

What it checks
    Whether "a doublé", "triplement", "1,8 fois" or "halved" fits the level before and the level after.

Formula
    to / from == factor

Tolerances
    Words that multiply or divide are v ± 5 % usually and ± 12.5 % literally; "10 fois" and "1,8 fois" follow their
    digits. 1.9 to 2.1 times is usually a doubling, 1.75 to 2.25 times literally.

Holds
    15 / 7,6 == doublement

Does not hold
    40 milliards / 26,2 milliards == doublement: it is 1.5 times.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore multiple -- why -->` on the line or above it.
"""

from __future__ import annotations

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Said
from factcheck.phrases import Phrase


def fact(end: Said, start: Said, result: Span) -> Phrase:
    """How many times it is."""
    return Phrase("{end} is {result} times {start}", end=end, start=start, result=result)
