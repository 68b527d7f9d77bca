"""The check of one draft: what it states is found, judged, and shown where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from factcheck.claims.base import Base
from factcheck.drafts.changes import balances as gaps
from factcheck.drafts.changes import finder as changes
from factcheck.drafts.checked import Checked, Match, Silence
from factcheck.drafts.disbelief import DENIED, Disbelief
from factcheck.drafts.each import finder as per
from factcheck.drafts.extremes import finder as extremes
from factcheck.drafts.lists import counts, tables
from factcheck.drafts.lists import items as lists
from factcheck.drafts.money import finder as conversions
from factcheck.drafts.money import quantities
from factcheck.drafts.prose import Draft
from factcheck.drafts.sameness import finder as sameness
from factcheck.drafts.shares import finder as parts
from factcheck.drafts.shares import grim
from factcheck.drafts.stated import Candidate, Finder, Judged, LeftAlone, Stated
from factcheck.drafts.sums import finder as sums
from factcheck.drafts.times import finder as times
from factcheck.kinds.findings import find
from factcheck.phrases import Phrase
from factcheck.reading.documents import Document
from factcheck.relations.finding import Finding, Relation, Verdict
from factcheck.relations.judge import RateSource

FINDERS: Final[Sequence[Finder]] = (
    changes.find,
    gaps.find,
    parts.find,
    sums.find,
    per.find,
    grim.find,
    counts.find,
    lists.find,
    tables.find,
    times.find,
    conversions.find,
    quantities.find,
    extremes.find,
    sameness.find,
)
"""The families of kinds that have wordings in prose, in the order in which they are looked for."""


def check_document(document: Document, lang: str, *, base: Base | None, rates: RateSource, day: date | None) -> Checked:
    """Checks a document against itself and, where there is one, against a claim base.

    `lang` is "fr" or "en", `day` the day of publication, to which "an ago" and ages refer.
    """
    draft = Draft(document, lang, day)
    disbelief = Disbelief(draft)
    findings: list[Finding] = []
    silences: list[Silence] = []
    for finder in FINDERS:
        for candidate in finder(draft):
            outcome = _outcome(draft, _unless_denied(candidate, disbelief), rates)
            if isinstance(outcome, Silence):
                silences.append(outcome)
            else:
                findings.append(outcome)
    matches: list[Match] = []
    if base is not None:
        from factcheck.drafts.against.finder import matched  # most drafts are checked without a base

        for match, finding in matched(draft, base, rates):
            matches.append(match)
            if finding is not None:
                findings.append(finding)
    findings.sort(key=_place)
    return Checked(
        document.path,
        lang,
        findings=tuple(findings),
        silences=tuple(silences),
        matches=tuple(matches),
        figures=len(draft.mentions),
    )


def _unless_denied(candidate: Candidate, disbelief: Disbelief) -> Candidate:
    """The candidate, left alone where the text denies what it states."""
    match candidate:
        case Stated(kind, roles=roles):
            mentions = tuple(roles.values())
        case Judged(finding, mentions):
            kind = finding.kind
        case _:
            return candidate
    return LeftAlone(kind, mentions, DENIED) if disbelief.is_of(mentions) else candidate


def _outcome(draft: Draft, candidate: Candidate, rates: RateSource) -> Finding | Silence:
    match candidate:
        case LeftAlone(kind, mentions, reason):
            return Silence(kind, tuple(draft.evidence(mention) for mention in mentions), reason)
        case Judged(finding, mentions):
            return replace(finding, windows=draft.windows(mentions))
        case Stated(kind, doubt=doubt, otherwise=otherwise):
            finding = _judged(draft, candidate, rates)
            if finding.verdict in _AT_ODDS and otherwise:
                others = [_judged(draft, other, rates) for other in otherwise]
                held = next((other for other in others if other.verdict is Verdict.CONSISTENT), None)
                if held is not None:
                    return held
                if any(other.verdict is Verdict.STRAINED for other in others):
                    return Silence(kind, finding.figures, Phrase("the words may be read otherwise, and then it holds"))
            if doubt is not None and finding.verdict is Verdict.STRAINED:
                return Silence(kind, finding.figures, doubt)
            return finding


_AT_ODDS: Final = (Verdict.INCONSISTENT, Verdict.STRAINED)


def _judged(draft: Draft, stated: Stated, rates: RateSource) -> Finding:
    figures = {name: [draft.evidence(mention)] for name, mention in stated.roles.items()}
    mentions = tuple(stated.roles.values())
    first = min(mentions, key=lambda mention: mention.start)
    relation = Relation(
        stated.kind,
        stated.kind,
        stated.assertion,
        figures,
        confidence=stated.confidence,
        place=draft.evidence(first).place,
    )
    return replace(find(relation, rates), windows=draft.windows(mentions))


def _place(finding: Finding) -> tuple[int, int]:
    place = finding.relation.place
    return (0, 0) if place is None else (place.line, place.column)
