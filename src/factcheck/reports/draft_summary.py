"""What the closing lines say of drafts: how many were read, how their relations came out, what the sources say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from factcheck.desk.outcome import Outcome
from factcheck.drafts.checked import Standing
from factcheck.kinds.suppression import KIND as SUPPRESSION
from factcheck.phrases import Phrase
from factcheck.relations.finding import Verdict

# alike in English, but adjectives have a plural elsewhere
_STANDINGS: Final = {
    Standing.SUPPORTED: Phrase("{count} figure is supported", "{count} figures are supported"),
    Standing.CONTRADICTED: Phrase("{count} contradicted", "{count} contradicted"),
    Standing.DISPUTED: Phrase("{count} disputed", "{count} disputed"),
    Standing.OUTDATED: Phrase("{count} outdated", "{count} outdated"),
    Standing.NOT_COVERED: Phrase("{count} not covered", "{count} not covered"),
}


def verdicts_of(outcome: Outcome, drafts: int) -> Phrase:
    """How many drafts and figures were read, and how what they state came out."""
    if not drafts:
        return Phrase("No draft was checked.")
    read = {
        "drafts": Phrase("{count} draft", "{count} drafts", count=drafts),
        "figures": Phrase("{count} figure", "{count} figures", count=outcome.figures),
    }
    verdicts = Counter(finding.verdict for finding in outcome.findings if finding.kind != SUPPRESSION)
    known = sum(finding.kind != SUPPRESSION for finding in outcome.known)
    if not verdicts and not known:
        return Phrase("{drafts} with {figures}: no relation between them is stated.", **read)
    results = (
        Phrase("{count} holds", "{count} hold", count=verdicts[Verdict.CONSISTENT]),
        Phrase("{count} is strained", "{count} are strained", count=verdicts[Verdict.STRAINED]),
        Phrase("{count} is inconsistent", "{count} are inconsistent", count=verdicts[Verdict.INCONSISTENT]),
        Phrase("{count} is unverifiable", "{count} are unverifiable", count=verdicts[Verdict.UNVERIFIABLE]),
        Phrase("{count} is known to the baseline", "{count} are known to the baseline", count=known),
    )
    return Phrase(
        "{drafts} with {figures}, {checks} checked: {results}.",
        checks=Phrase("{count} relation", "{count} relations", count=verdicts.total() + known),
        results=tuple(result for result in results if result.values["count"]),
        **read,
    )


def grounds(outcome: Outcome) -> Iterator[Phrase]:
    """What was left out of account, and how the figures stand to the claim base."""
    if outcome.claims:
        yield _held_against_claims(outcome)
    elif outcome.drafts:
        yield Phrase("There was no claim base to hold the figures against (--claims).")
    suppressed = outcome.summary.suppressed
    if suppressed:
        yield Phrase("{count} finding is suppressed.", "{count} findings are suppressed.", count=suppressed)
    elif outcome.drafts:
        yield Phrase("Nothing is suppressed.")
    mistaken = sum(finding.kind == SUPPRESSION for finding in outcome.findings)
    if mistaken:
        yield Phrase("{count} suppression is mistaken.", "{count} suppressions are mistaken.", count=mistaken)
    accepted = outcome.summary.accepted
    if accepted:
        yield Phrase("{count} finding is accepted.", "{count} findings are accepted.", count=accepted)
    if outcome.baselined is not None:
        known = outcome.baselined
        yield Phrase(
            "The baseline holds {count} finding back.",
            "The baseline holds {count} findings back.",
            count=known,
        )
    yield from outcome.notices


def _held_against_claims(outcome: Outcome) -> Phrase:
    base = {
        "claims": Phrase("{count} claim", "{count} claims", count=outcome.claims),
        "sources": Phrase("{count} source", "{count} sources", count=outcome.sources),
    }
    if not any(outcome.standings.values()):
        return Phrase("No figure could be held against {claims} from {sources}.", **base)
    standings = tuple(
        phrase.filled(count=outcome.standings.get(standing, 0))
        for standing, phrase in _STANDINGS.items()
        if standing is Standing.SUPPORTED or outcome.standings.get(standing)
    )
    return Phrase("Held against {claims} from {sources}: {standings}.", standings=standings, **base)
