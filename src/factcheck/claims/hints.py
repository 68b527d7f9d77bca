"""What whoever made a mistake may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.phrases import Phrase


def did_you_mean(text: str, known: Iterable[str]) -> Phrase | None:
    """The known word that is most like this one, as a hint; None where none is like it."""
    from rapidfuzz import process  # only mistakes need it
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        text, list(known), scorer=OSA.normalized_similarity, processor=_simplified, score_cutoff=0.6
    )
    return None if found is None else Phrase("did you mean {name}?", name=found[0])


def _simplified(text: str) -> str:
    return text.lower().replace("-", "_")
