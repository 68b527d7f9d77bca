"""The check of one draft: what it states is found, judged, and shown where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from factcheck.claims.base import Base
from factcheck.drafts.checked import Checked, Silence
from factcheck.drafts.prose import Draft
from factcheck.drafts.stated import Finder, LeftAlone, Stated
from factcheck.kinds.findings import find
from factcheck.reading.documents import Document
from factcheck.relations.finding import Finding, Relation
from factcheck.relations.judge import RateSource

FINDERS: Final[Sequence[Finder]] = ()
"""The families of kinds that have wordings in prose, in the order in which they are looked for."""


def check_document(document: Document, lang: str, *, base: Base | None, rates: RateSource, day: date | None) -> Checked:
    """Checks a document against itself and, where there is one, against a claim base.

    `lang` is "fr" or "en", `day` the day of publication, to which "an ago" and ages refer.
    """
    draft = Draft(document, lang, day)
    findings: list[Finding] = []
    silences: list[Silence] = []
    for finder in FINDERS:
        for candidate in finder(draft):
            if isinstance(candidate, LeftAlone):
                figures = tuple(draft.evidence(mention) for mention in candidate.mentions)
                silences.append(Silence(candidate.kind, figures, candidate.reason))
            else:
                findings.append(_judged(draft, candidate, rates))
    findings.sort(key=_place)
    return Checked(
        document.path,
        lang,
        findings=tuple(findings),
        silences=tuple(silences),
        figures=len(draft.mentions),
    )


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
