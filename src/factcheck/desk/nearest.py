"""The claims that may have been meant where none is matched: near in unit, and in words where the sentence has some."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from factcheck.claims.base import Base, Claim, Statement
from factcheck.desk.answer import Looked, Near
from factcheck.desk.verdicts import ranges_of, verdict_of
from factcheck.drafts.against.bindings import FAMILY
from factcheck.drafts.areas import folded, folded_phrase
from factcheck.drafts.prose import Draft
from factcheck.figures.figure import Figure, Kind
from factcheck.reading.tokens import words_of
from factcheck.relations.finding import Verdict

_MOST_NEAR: Final = 3
_ALIKE: Final = 85.0
"""How much of a hundred a word must be like another to be a misspelling of it: one letter in six or seven."""
_NEAR: Final = 0.5
"""How many of a claim's words, of one, a sentence must have."""
_SHORTEST: Final = 4


class Nearest:
    """Looks for the claims that are near to a sentence; `labels` say what each claim is called."""

    def __init__(self, base: Base, draft: Draft, labels: dict[str, str]) -> None:
        self._base, self._lang, self._labels = base, draft.lang, labels
        self._words = _content(draft)

    def of(self, uncovered: Sequence[Looked]) -> Iterator[Near]:
        """At most three claims, those that a figure of the sentence would agree with before the others."""
        found: list[tuple[bool, float, Near]] = []
        for claim in self._base.claims.values():
            stated = [each for each in claim.statements if each.figure.kind is not Kind.DATE]
            in_unit = [each for each in stated if any(_is_alike(looked.figure, each) for looked in uncovered)]
            if not uncovered:
                in_unit = stated  # the sentence has no figure: its words are all there is
            if not in_unit:
                continue
            agreeing = (each for each in in_unit if any(_may_be(looked.figure, each, claim) for looked in uncovered))
            fitting = next(agreeing, None)
            alike = self._likeness(claim)
            # beside words of another thing a figure that agrees does so by chance
            if alike >= _NEAR or (fitting is not None and (alike > 0 or not self._words)):
                shown = fitting or in_unit[0]
                near = Near(claim, self._labels[claim.id], shown.quote, shown.source, fitting is not None)
                found.append((near.fits, alike, near))
        found.sort(key=lambda each: each[:2], reverse=True)
        likely = [each for each in found if each[0]] or found
        yield from (near for _, _, near in likely[:_MOST_NEAR])

    def _likeness(self, claim: Claim) -> float:
        """How many of the words of the claim's name, or of a phrase that announces it, the sentence has; of one."""
        if not self._words:
            return 0.0
        indicator = self._base.indicators.get(claim.indicator or "")
        phrases = () if indicator is None else indicator.words.get(self._lang, ())
        named = (_long(folded_phrase(phrase).split()) for phrase in (self._labels[claim.id], *phrases))
        return max((sum(map(self._has, words)) / len(words) for words in named if words), default=0.0)

    def _has(self, word: str) -> bool:
        """Whether the sentence has a word, or one that is it misspelt."""
        from rapidfuzz import fuzz  # only where something is not covered

        return any(word == other or fuzz.ratio(word, other) >= _ALIKE for other in self._words)


def _content(draft: Draft) -> Collection[str]:
    """The words of a text, folded, without its figures, function words and what gives a figure as a value."""
    idle = draft.lexicon.function_words | draft.lexicon.articles | draft.wordings.words(FAMILY, "fillers")
    giving = {word for phrase, _ in draft.wordings.cue(FAMILY, "links").entries() for word in phrase}
    text = draft.text
    for mention in reversed(draft.mentions):
        text = f"{text[: mention.start]} {text[mention.stop :]}"
    return set(_long(folded(word) for word in words_of(text) if word not in idle and word not in giving))


def _long(words: Collection[str] | Iterator[str]) -> list[str]:
    return [word for word in words if word.isalpha() and len(word) >= _SHORTEST]


def _is_alike(figure: Figure, statement: Statement) -> bool:
    """Whether two figures are of one kind, and of one quantity."""
    other = statement.figure
    return figure.kind is other.kind and (
        figure.kind is Kind.CURRENCY or figure.measure.dimension == other.measure.dimension
    )


def _may_be(figure: Figure, statement: Statement, claim: Claim) -> bool:
    """Whether a figure agrees with a statement and is of no other period."""
    other = statement.figure
    return (
        figure.measure.dimension == other.measure.dimension
        and figure.period in (None, claim.period)
        and verdict_of(figure, ranges_of(other)) is Verdict.CONSISTENT
    )
