"""How it is said which claims a figure of a draft was taken for, and what their sources print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.base import Claim
from factcheck.drafts.against.matching import Candidates
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence

_MOST_CITED: Final = 4


def cited_together(statements: Sequence[Evidence]) -> tuple[Phrase, ...]:
    """The statements with their sources; sources that print the same are named together."""
    printed: dict[str, list[str]] = {}
    for each in statements:
        sources = printed.setdefault(" ".join(each.quote.split()), [])
        if each.source is not None and each.source not in sources:
            sources.append(each.source)
    phrases = [Phrase("“{quote}” ({sources})", quote=quote, sources=tuple(ids)) for quote, ids in printed.items()]
    if len(phrases) <= _MOST_CITED:
        return tuple(phrases)
    more = len(phrases) - _MOST_CITED
    return (*phrases[:_MOST_CITED], Phrase("{count} more", "{count} more", count=more))


def why_matched(candidates: Candidates, claim: Claim) -> Phrase:
    """Why a figure was taken for a claim's."""
    parts = [Phrase("the words “{words}”", words=candidates.words)]
    if claim.area is not None:
        parts.append(Phrase("the area {area}", area=claim.area))
    if claim.period is not None and candidates.period is not None:
        parts.append(Phrase("the period {period}", period=claim.period))
    if claim.status is not None:
        parts.append(Phrase("the status {status}", status=claim.status))
    return Phrase("matched by {parts} and its unit", parts=tuple(parts))


def why_left_alone(candidates: Candidates, *, fits_some: bool) -> Phrase:
    """Why a figure supports none of the claims and contradicts none either; `fits_some` is whether it fits one."""
    if len(candidates.claims) > 1 and (fits_some or candidates.period is not None):
        return Phrase("several claims of “{words}” may be meant", words=candidates.words)
    if candidates.period is None:
        return Phrase("it differs from the claims of “{words}”, and its period is not stated", words=candidates.words)
    return Phrase("it may be a part of “{words}”, or another thing", words=candidates.words)
