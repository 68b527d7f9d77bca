"""Figures of a draft held against what the sources of the claim base say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.base import Base, Claim, Source, label_in
from factcheck.claims.relations import current, evidence_of
from factcheck.drafts.against.match_words import cited_together, why_left_alone, why_matched
from factcheck.drafts.against.matching import Candidates, Reader, Unmatched
from factcheck.drafts.against.topics import Topics, is_disputed, is_to_come, standing_statements, topics_of
from factcheck.drafts.checked import Match, Standing
from factcheck.drafts.prose import Draft, Mention
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.kinds import agreement
from factcheck.kinds.findings import find
from factcheck.kinds.phrasing import cited, compared
from factcheck.phrases import Phrase
from factcheck.reading.documents import Document
from factcheck.relations.finding import (
    Accepted,
    Confidence,
    Evidence,
    Finding,
    Relation,
    Severity,
    Side,
    Verdict,
)
from factcheck.relations.judge import RateSource

_OWN_KEYS: Final = ("author", "publisher", "source")
_DAYS_OF_A_MONTH: Final = 30

Held = tuple[Match, Finding | None]
Ranges = tuple[Interval, Interval]


def matched(draft: Draft, base: Base, rates: RateSource) -> Iterator[Held]:
    """Every figure of a draft that can be held against a claim base, and the finding where that comes to one.

    Sources that the draft is itself, or that share its author, are left out.
    """
    topics = topics_of(base)
    holder = _Holder(draft, topics, rates)
    for mention, candidates in Reader(draft, topics).read():
        yield holder.held(mention, candidates)


class _Compared(Struct, frozen=True):
    """A claim and what its sources other than the draft say, held against a figure.

    verdicts       of the figure with each of those statements; `best` is that with the one that fits best, and so on
    is_disputed    whether the claim's sources, the draft's own among them, disagree with each other
    is_dated       whether the statements are of the figure's moment, as far as they say one
    """

    claim: Claim
    statements: tuple[Evidence, ...]
    verdicts: tuple[Verdict, ...]
    best: Verdict
    worst: Verdict
    is_disputed: bool
    is_dated: bool = True


_BY_BADNESS: Final = tuple(Verdict)


class _Holder:
    """Holds the figures of one draft against a claim base."""

    def __init__(self, draft: Draft, topics: Topics, rates: RateSource) -> None:
        self.draft, self.topics, self.base, self.rates = draft, topics, topics.base, rates
        self._own_sources: dict[str, bool] = {}
        self._known_ranges: dict[int, Ranges] = {}

    def _is_own(self, source: str) -> bool:
        if source not in self._own_sources:
            known = self.base.sources.get(source)
            self._own_sources[source] = known is not None and _is_own(known, self.draft.document)
        return self._own_sources[source]

    def held(self, mention: Mention, candidates: Candidates | Unmatched) -> Held:
        """How a figure stands to the claims that it may be a value of."""
        evidence = self.draft.evidence(mention)
        if isinstance(candidates, Unmatched):
            return Match(evidence, Standing.NOT_COVERED, (), candidates.reason), None
        claims = self._current(candidates) if candidates.is_current else candidates.claims
        compared = [each for each in (self._compared(evidence, claim, candidates) for claim in claims) if each]
        if not compared:
            ids = tuple(claim.id for claim in candidates.claims)
            return Match(evidence, Standing.NOT_COVERED, ids, Phrase("only the draft's own source states it")), None
        found = (
            self._supported_or_disputed(mention, evidence, candidates, compared)
            or self._contradicted(mention, evidence, candidates, compared)
            or (self._outdated(mention, evidence, candidates, compared) if candidates.is_current else None)
        )
        if found is not None:
            return found
        ids = tuple(each.claim.id for each in compared)
        fits = any(each.best is Verdict.CONSISTENT for each in compared)
        return Match(evidence, Standing.NOT_COVERED, ids, why_left_alone(candidates, fits_some=fits)), None

    # --- outcomes -------------------------------------------------------------------------------------------------

    def _supported_or_disputed(
        self, mention: Mention, evidence: Evidence, candidates: Candidates, compared: Sequence[_Compared]
    ) -> Held | None:
        fitting = [each for each in compared if each.best is Verdict.CONSISTENT and self._is_safe(each)]
        if len(fitting) > 1 and not candidates.is_current:
            return None  # which of them is meant is not said
        for each in fitting:
            if not each.is_disputed:
                finding = self._agreeing(mention, evidence, each, _confidence(candidates))
                reason = why_matched(candidates, each.claim)
                return Match(evidence, Standing.SUPPORTED, (each.claim.id,), reason), finding
        of_period = [each for each in compared if candidates.period is not None or each.claim.period is None]
        disputed = next((each for each in fitting if candidates.is_close and each in of_period), None)
        if disputed is None and candidates.is_bound and len(compared) == 1:
            disputed = next((each for each in compared if each.is_disputed and each.best is Verdict.STRAINED), None)
        if disputed is None:
            return None
        finding = self._disputed(mention, evidence, disputed, _confidence(candidates))
        reason = why_matched(candidates, disputed.claim)
        return Match(evidence, Standing.DISPUTED, (disputed.claim.id,), reason), finding

    @staticmethod
    def _is_safe(compared: _Compared) -> bool:
        """Whether agreeing with one of the sources means something: either they all agree, or they differ anyway."""
        return compared.is_disputed or compared.worst is not Verdict.INCONSISTENT

    def _contradicted(
        self, mention: Mention, evidence: Evidence, candidates: Candidates, compared: Sequence[_Compared]
    ) -> Held | None:
        if not candidates.is_certain or len(compared) != 1 or not compared[0].is_dated:
            return None
        (one,) = compared
        verdict = one.best if one.is_disputed else one.worst
        if verdict not in (Verdict.STRAINED, Verdict.INCONSISTENT):
            return None
        # forecasts may differ: each is its author's
        severity = Severity.WARNING if one.claim.status == "forecast" else Severity.ERROR
        finding = self._finding(mention, evidence, one, _confidence(candidates), severity)
        said = cited(evidence)
        message = (
            Phrase(
                "{quote} fits {others} only if the words are stretched",
                quote=said,
                others=cited_together(one.statements),
            )
            if finding.verdict is Verdict.STRAINED
            else Phrase("{quote} cannot be true beside {others}", quote=said, others=cited_together(one.statements))
        )
        match = Match(evidence, Standing.CONTRADICTED, (one.claim.id,), why_matched(candidates, one.claim))
        return match, replace(finding, message=message)

    def _outdated(
        self, mention: Mention, evidence: Evidence, candidates: Candidates, newest: Sequence[_Compared]
    ) -> Held | None:
        for claim in candidates.claims:
            older = None if claim.period is None else self._compared(evidence, claim, candidates)
            if older is None or older.best is not Verdict.CONSISTENT:
                continue
            newer = next((each for each in newest if _succeeds(each.claim, claim)), None)
            if newer is None:
                continue
            finding = self._finding(mention, evidence, newer, _confidence(candidates), Severity.NOTE)
            message = Phrase(
                "“{quote}” is the figure of {older}; that of {newer} is {others}",
                quote=evidence.quote,
                older=claim.period,
                newer=newer.claim.period,
                others=cited_together(newer.statements),
            )
            match = Match(evidence, Standing.OUTDATED, (newer.claim.id, claim.id), why_matched(candidates, newer.claim))
            return match, replace(finding, message=message)
        return None

    # --- findings -------------------------------------------------------------------------------------------------

    def _agreeing(self, mention: Mention, evidence: Evidence, one: _Compared, confidence: Confidence) -> Finding:
        said = zip(one.statements, one.verdicts, strict=True)
        agreeing = tuple(statement for statement, verdict in said if verdict is Verdict.CONSISTENT)
        message = Phrase("{quote} agrees with {others}", quote=cited(evidence), others=cited_together(agreeing))
        relation = _relation(evidence, replace(one, statements=agreeing), confidence)
        return self._judged(mention, relation, Verdict.CONSISTENT, message, (evidence, *agreeing), agreeing[0])

    def _disputed(self, mention: Mention, evidence: Evidence, one: _Compared, confidence: Confidence) -> Finding:
        message = Phrase(
            "the sources disagree on {what}: the draft says {quote}, others {others}",
            what=self._name(one.claim),
            quote=cited(evidence),
            others=cited_together(one.statements),
        )
        farthest = one.statements[one.verdicts.index(one.worst)]
        relation = _relation(evidence, one, confidence, accepted=one.claim.accepted)
        return self._judged(mention, relation, Verdict.STRAINED, message, (evidence, *one.statements), farthest)

    def _judged(
        self,
        mention: Mention,
        relation: Relation,
        verdict: Verdict,
        message: Phrase,
        figures: tuple[Evidence, ...],
        other: Evidence,
    ) -> Finding:
        """A finding whose verdict is known: there are many of these in a newsroom's day, and `find` takes its time."""
        left, right = _side(figures[0].figure), _side(other.figure)
        return Finding(
            relation,
            verdict,
            message,
            figures=figures,
            calculation=() if verdict is Verdict.CONSISTENT else compared(left, right),
            left=left,
            right=right,
            windows=self.draft.windows([mention]),
        )

    def _finding(
        self,
        mention: Mention,
        evidence: Evidence,
        one: _Compared,
        confidence: Confidence,
        severity: Severity,
    ) -> Finding:
        finding = find(_relation(evidence, one, confidence, severity), self.rates)
        shown = dict.fromkeys((*finding.figures, evidence, *one.statements))
        return replace(
            finding,
            figures=tuple(shown),
            # what the draft would have to say; the sources have said what they say
            corrections=tuple(each for each in finding.corrections if each.figure == 0),
            variants=(),
            windows=self.draft.windows([mention]),
        )

    def _name(self, claim: Claim) -> str:
        indicator = self.base.indicators.get(claim.indicator or "")
        label = label_in(claim.label, self.draft.lang)
        return label or (label_in(indicator.label, self.draft.lang) if indicator is not None else "") or claim.id

    # --- comparing ------------------------------------------------------------------------------------------------

    def _compared(self, evidence: Evidence, claim: Claim, candidates: Candidates) -> _Compared | None:
        """The claim's statements held against the figure; None where only the draft's own source states it."""
        standing = [
            each
            for each in standing_statements(claim, candidates.period)
            if is_to_come(claim, each) == is_to_come(claim)
        ]
        others = [each for each in standing if not self._is_own(each.source)]
        is_dated = bool(others)
        if not is_dated:
            others = [
                each
                for each in current(claim)
                if not self._is_own(each.source) and is_to_come(claim, each) == is_to_come(claim)
            ]
        if not others:
            return None
        statements = tuple(evidence_of(self.base, each) for each in others)
        verdicts = tuple(self._verdict(evidence, each) for each in statements)
        best = next(each for each in _BY_BADNESS if each in verdicts)
        worst = next(each for each in reversed(_BY_BADNESS) if each in verdicts)
        return _Compared(claim, statements, verdicts, best, worst, self._is_disputed(claim), is_dated)

    def _verdict(self, evidence: Evidence, statement: Evidence) -> Verdict:
        """Whether two figures can be the same, as the judge says it of `one == another`."""
        one, other = self._ranges(evidence.figure), self._ranges(statement.figure)
        if evidence.figure.unit != statement.figure.unit:
            one, other = _in_base_units(one, evidence.figure), _in_base_units(other, statement.figure)
        if one[0].meets(other[0]):
            return Verdict.CONSISTENT
        return Verdict.STRAINED if one[1].meets(other[1]) else Verdict.INCONSISTENT

    def _ranges(self, figure: Figure) -> Ranges:
        """The usual and the literal range of a figure, worked out once for a draft."""
        key = id(figure)  # which the base or the draft keeps alive as long as this
        if key not in self._known_ranges:
            self._known_ranges[key] = figure.usual, figure.literal
        return self._known_ranges[key]

    def _is_disputed(self, claim: Claim) -> bool:
        known = self.topics.disputed
        if claim.id not in known:
            known[claim.id] = is_disputed(self.base, claim)
        return known[claim.id]

    def _current(self, candidates: Candidates) -> tuple[Claim, ...]:
        """Of the claims that were reported, the latest of each length of period, and those without a period."""
        latest: dict[int | None, Claim] = {}
        for claim in candidates.claims:
            if is_to_come(claim):
                continue
            length = _length(claim.period)
            best = latest.get(length)
            if best is None or best.period is None or (claim.period is not None and best.period < claim.period):
                latest[length] = claim
        return tuple(latest.values()) or candidates.claims


def _in_base_units(ranges: Ranges, figure: Figure) -> Ranges:
    factor = figure.measure.factor
    return ranges[0].scaled(factor), ranges[1].scaled(factor)


def _side(figure: Figure) -> Side:
    return Side(figure.usual, figure.literal, figure.unit, figure.number)


def _relation(
    evidence: Evidence,
    one: _Compared,
    confidence: Confidence,
    severity: Severity = Severity.ERROR,
    accepted: Accepted | None = None,
) -> Relation:
    return Relation(
        f"{agreement.KIND}:{one.claim.id}",
        agreement.KIND,
        agreement.ASSERTION,
        {"one": [evidence], "another": one.statements},
        severity=severity,
        confidence=confidence,
        accepted=accepted,
        place=evidence.place,
    )


def _length(period: Period | None) -> int | None:
    """A period's length in months."""
    return None if period is None else round(period.days / _DAYS_OF_A_MONTH)


def _succeeds(newer: Claim, older: Claim) -> bool:
    """Whether one claim says the same of a later period of the same length."""
    if newer.period is None or older.period is None or newer.area != older.area:
        return False
    return _length(newer.period) == _length(older.period) and older.period < newer.period


def _is_own(source: Source, document: Document) -> bool:
    """Whether a source is the draft itself or of its author: by the file's name, the title, the address, a name."""
    if source.id == PurePath(document.path).stem:
        return True
    matter = {key.casefold(): value.strip().casefold() for key, value in document.matter.items()}
    titles = {document.title.strip().casefold(), matter.get("title", "")} - {""}
    if source.title.strip().casefold() in titles:
        return True
    if source.url and source.url.casefold() == matter.get("url"):
        return True
    return bool(source.publisher) and source.publisher.strip().casefold() in {matter.get(key) for key in _OWN_KEYS}


def _confidence(candidates: Candidates) -> Confidence:
    if candidates.is_certain:
        return Confidence.HIGH if candidates.area_named else Confidence.MEDIUM
    return Confidence.MEDIUM if candidates.is_bound else Confidence.LOW
