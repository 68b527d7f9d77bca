"""Count: a number of things announced, and the things then listed.

What it checks
    Whether a list, or an enumeration after a colon, has as many items as the words before it announce: "trois
    accords" and a list of four.

Formula
    announced == number of items

Tolerances
    None: a count of things is exact. A count with a hedge ("plus de trois accords") and an enumeration that says that
    it is open ("etc.", "notamment") are left alone.

Holds
    trois villes : Rabat, Fès et Oujda

Does not hold
    trois villes : Rabat, Fès, Tanger et Oujda: 3 are announced, 4 are listed.

How to suppress
    Correct the number or the list, or write `<!-- factcheck: ignore count -- why -->` above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.reading import format_like
from factcheck.relations.expression import Constant, Name
from factcheck.relations.finding import Confidence, Correction, Evidence, Finding, PredicateCall, Relation, Verdict

KIND: Final = "count"


def finding(announced: Evidence, listed: int, confidence: Confidence = Confidence.HIGH) -> Finding:
    """Whether a text lists as many things as it announces."""
    number = Fraction(listed)
    assertion = PredicateCall(KIND, (Name("announced"), Constant(number)), _possible)
    relation = Relation(KIND, KIND, assertion, {"announced": [announced]}, confidence=confidence, place=announced.place)
    figure = announced.figure
    if number in figure.usual:
        message = Phrase("“{quote}”, and {listed} are listed", quote=announced.quote, listed=listed)
        return Finding(relation, Verdict.CONSISTENT, message, (announced,))
    return Finding(
        relation,
        Verdict.STRAINED if number in figure.literal else Verdict.INCONSISTENT,
        Phrase("“{quote}” announces {announced}, but {listed} are listed", quote=announced.quote,
               announced=int(figure.number), listed=listed),
        figures=(announced,),
        corrections=(Correction(0, format_like(figure, number), number),),
    )  # fmt: skip


def _possible(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool:
    """Whether the number listed is one that the announcement allows."""
    announced, listed = ranges
    return announced.meets(listed)
