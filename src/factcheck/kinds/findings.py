"""From a relation to a finding: judged, said in words, calculated, and with what would reconcile it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.figures import rounding
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.kinds import conversion, narration
from factcheck.kinds.phrasing import cited
from factcheck.phrases import Phrase
from factcheck.reading import format_like
from factcheck.relations.expression import Comparison
from factcheck.relations.finding import Correction, Evidence, Finding, Relation, Variant, Verdict
from factcheck.relations.judge import Case, Judgement, RateSource, judge, said_left_out
from factcheck.relations.solve import solve

_DIGITS_OF_WORDS: Final = 2
_MOST_QUOTES: Final = 3


def find(relation: Relation, rates: RateSource) -> Finding:
    """The finding that a relation between named figures comes to."""
    judgement = judge(relation, rates)
    worst = judgement.worst
    calculation = narration.calculation(relation, worst)
    if worst.verdict is not Verdict.CONSISTENT:
        calculation += conversion.rates_implied(relation, worst, rates)
    return Finding(
        relation,
        worst.verdict,
        _message(relation, judgement),
        figures=_flat(worst.figures),
        calculation=calculation,
        reason=_reason(judgement),
        left=worst.left,
        right=worst.right,
        gap=worst.gap,
        corrections=_corrections(relation, worst),
        variants=tuple(
            Variant(case.verdict, _flat(case.figures), case.gap, case.left, case.right, case.reason)
            for case in judgement.cases[1:]
        ),
    )


def _message(relation: Relation, judgement: Judgement) -> Phrase:
    message = narration.message(relation, judgement.worst)
    if judgement.worst.verdict in (Verdict.CONSISTENT, Verdict.UNVERIFIABLE):
        return message
    against = {(evidence.claim, evidence.quote) for evidence in judgement.worst.figures}
    holding = {
        (evidence.claim, evidence.quote, evidence.source): cited(evidence)
        for case in judgement.cases
        if case.verdict is Verdict.CONSISTENT
        for evidence in case.figures
        if (evidence.claim, evidence.quote) not in against
    }
    if not holding:
        return message
    if len(holding) > _MOST_QUOTES:
        return Phrase("{message}; it holds with {count} other statements", message=message, count=len(holding))
    return Phrase("{message}; it holds with {quotes}", message=message, quotes=tuple(holding.values()))


def _reason(judgement: Judgement) -> Phrase | None:
    if judgement.worst.reason is not None or not judgement.left_out:
        return judgement.worst.reason
    return said_left_out(judgement.left_out)


def _flat(figures: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The figures one by one, those that print the same range behind the first that does."""
    return tuple(each for evidence in figures for each in (replace(evidence, also=()), *evidence.also))


def _corrections(relation: Relation, case: Case) -> tuple[Correction, ...]:
    """For each figure in turn, what the others' printed values yield, where it differs from what is printed."""
    if case.verdict in (Verdict.CONSISTENT, Verdict.UNVERIFIABLE) or not isinstance(relation.assertion, Comparison):
        return ()
    corrections = []
    point = {key: term.value for key, term in case.terms.items()}
    index = 0
    for key, term in case.terms.items():
        if term.evidence is None:
            continue
        wanted = solve(relation.assertion, key, point)
        corrected = None if wanted is None else _reprinted(index, term.evidence.figure, wanted)
        if corrected is not None:
            corrections.append(corrected)
        index += 1 + len(term.evidence.also)
    return tuple(corrections)


def _reprinted(index: int, figure: Figure, wanted: Fraction) -> Correction | None:
    """A figure as it would be printed with another value, given in base units.

    None where nothing would change, or where the figure is printed too roundly to say that value.
    """
    if figure.kind is Kind.DATE:
        return None
    value = wanted / figure.measure.factor
    if figure.in_words:
        rounded = rounding.nearest(value, _DIGITS_OF_WORDS)
    elif figure.resolution == 0:
        rounded = rounding.to_step(value, Fraction(1))
    else:
        rounded = rounding.to_step(value, figure.resolution)
    if rounded == figure.value or (rounded < 0) != (figure.number < 0) or not _says(figure, rounded, value):
        return None
    return Correction(index, format_like(figure, rounded), rounded)


def _says(figure: Figure, rounded: Fraction, value: Fraction) -> bool:
    """Whether `rounded`, printed as the figure was but without its hedge, is how `value` may be printed."""
    if figure.in_words or figure.numeral is None:
        return True
    if rounded == 0 and value != 0 and figure.kind not in (Kind.PERCENTAGE, Kind.POINTS):
        return False
    numeral = replace(figure.numeral, value=rounded / figure.numeral.scale)
    plain = replace(figure, value=rounded, numeral=numeral, hedge=Hedge.NONE)
    return figure.resolution == 0 or value in plain.usual
