"""Agreement: what several statements say of one thing.

What it checks
    Whether the statements of a claim, by one source or by several, can be true of the same value. No rule is needed.
    Statements with different `as_of` are a series and are not compared; one without is compared with all. A forecast
    or a target is not compared with what was reported. A revised
    statement supersedes a provisional one.

Formula
    every two statements: their ranges meet (ranges on a line that meet two by two have a value in common)

Tolerances
    Each statement is taken to the precision of its digits and the breadth of its words: "près de 148 500" and
    "près de 150 000" agree, "plus de 120 000" stands apart from "plus de 140 000" unless taken literally.

Holds
    26,2 milliards and dépassant les 26,2 milliards

Does not hold
    148 500 emplois and 120 000 emplois

How to suppress
    Give the statements their `as_of` dates where they differ, or the claim `accepted: {reason: …, until: …}`.

    In a draft, write `<!-- factcheck: ignore agreement -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.shown import Span
from factcheck.kinds.phrasing import cited, compared
from factcheck.phrases import Phrase
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Accepted, Evidence, Finding, Relation, Variant, Verdict
from factcheck.relations.judge import Case, RateSource, judge

KIND: Final = "agreement"
_TO_COME: Final = ("forecast", "target")
ASSERTION: Final = Comparison(Comparator.EQUAL, Name("one"), Name("another"))


class Dated(Struct, frozen=True):
    """A statement with the date that it is said to be of, where it says one, and its status, where it has one."""

    evidence: Evidence
    as_of: Period | None = None
    status: str | None = None

    def is_compared_with(self, other: Dated) -> bool:
        """Whether the two speak of the same moment, as far as they say, and both of the past or both of the future."""
        same_moment = self.as_of is None or other.as_of is None or self.as_of == other.as_of
        return same_moment and (self.status in _TO_COME) == (other.status in _TO_COME)


def pairs(statements: Sequence[Dated]) -> list[tuple[Evidence, Evidence]]:
    """Every two statements that are compared."""
    return [(one.evidence, other.evidence) for one, other in combinations(statements, 2) if one.is_compared_with(other)]


def finding(
    claim: str, statements: Sequence[Dated], rates: RateSource, accepted: Accepted | None = None
) -> Finding | None:
    """What the statements of a claim come to together; None where no two of them are compared.

    `claim` is empty for what a draft says twice.
    """
    paired = pairs(statements)
    if not paired:
        return None
    judged = [(judge(_relation(claim, one, other, accepted), rates).worst, one, other) for one, other in paired]
    worst, one, other = max(judged, key=lambda each: each[0].badness)
    return Finding(
        _relation(claim, one, other, accepted),
        worst.verdict,
        _message(worst.verdict, paired, cited(one), cited(other)),
        figures=tuple(dict.fromkeys(evidence for pair in paired for evidence in pair)),
        calculation=_calculation(worst, paired),
        left=worst.left,
        right=worst.right,
        gap=worst.gap,
        variants=tuple(
            Variant(case.verdict, (first, second), case.gap, case.left, case.right)
            for case, first, second in judged
            if case is not worst and case.verdict is not Verdict.CONSISTENT
        ),
    )


def _relation(claim: str, one: Evidence, other: Evidence, accepted: Accepted | None) -> Relation:
    figures = {"one": [one], "another": [other]}
    check = f"{KIND}:{claim}" if claim else KIND
    return Relation(check, KIND, ASSERTION, figures, accepted=accepted, place=other.place)


def _message(verdict: Verdict, paired: Sequence[tuple[Evidence, Evidence]], one: Phrase, other: Phrase) -> Phrase:
    if verdict is Verdict.CONSISTENT:
        count = len({evidence for pair in paired for evidence in pair})
        if count == 2:
            return said(verdict, one, other)
        return Phrase("the {count} statement agrees", "all {count} statements agree", count=count)
    message = said(verdict, one, other)
    apart = _stands_apart(paired)
    return message if apart is None else Phrase("{message}; {source} stands apart", message=message, source=apart)


def said(verdict: Verdict, one: Phrase, other: Phrase) -> Phrase:
    """Whether two cited statements agree."""
    match verdict:
        case Verdict.CONSISTENT:
            return Phrase("both statements agree")
        case Verdict.STRAINED:
            return Phrase("{one} and {other} fit only if the words are stretched", one=one, other=other)
        case _:
            return Phrase("{one} and {other} cannot both be true", one=one, other=other)


def _stands_apart(paired: Sequence[tuple[Evidence, Evidence]]) -> str | None:
    """The one source without which all others would usually agree, where there is exactly one."""
    apart = [pair for pair in paired if not _usual(pair[0]).meets(_usual(pair[1]))]
    sources = {evidence.source for pair in paired for evidence in pair if evidence.source is not None}
    suspects = [source for source in sources if all(source in (one.source, other.source) for one, other in apart)]
    others = sources - set(suspects)
    return suspects[0] if len(suspects) == 1 and len(others) > 1 else None


def _usual(evidence: Evidence) -> Interval:
    return evidence.figure.usual.scaled(evidence.figure.measure.factor)


def _calculation(worst: Case, paired: Sequence[tuple[Evidence, Evidence]]) -> tuple[Phrase, ...]:
    if worst.verdict is Verdict.CONSISTENT:
        return _common(paired)
    if worst.left is None or worst.right is None:
        return ()
    return compared(worst.left, worst.right)


def _common(paired: Sequence[tuple[Evidence, Evidence]]) -> tuple[Phrase, ...]:
    """What is left of the statements when all are true at once."""
    common: Interval | None = _usual(paired[0][0])
    for pair in paired:
        for evidence in pair:
            common = common and common.intersection(_usual(evidence))
    figure = paired[0][0].figure
    if common is None or isinstance(figure.value, str):
        return ()
    span = Span(common.scaled(1 / figure.measure.factor), figure.unit)
    return (Phrase("all of them allow {common}", common=span),)
