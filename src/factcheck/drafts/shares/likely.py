"""Shares "of the total" that fit no total of the text, though it prints but one.

Where the words bind a part, a share and a total, one figure of the part's unit around them is said to be a total, and
no figure of the text makes the share right, then part, share and total cannot all be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import levels_around, levels_of, said_of_other_times
from factcheck.drafts.links import ENDS, SentenceReader, alike, is_count, is_level
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.shares.afar import stated_share
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.relations.finding import Confidence

_HUNDRED: Final = 100
_MOST_TO_TOTAL: Final = 5
_MOST_FROM_TOTAL: Final = 12
_MOST_BETWEEN: Final = 6
_PARAGRAPHS: Final = 1
_EXACT_ENOUGH: Final = 40


def find_likely(draft: Draft, sentence: Sentence, shares: Sequence[Mention]) -> Iterator[Stated]:
    """The shares of a sentence that are said to be of a total and fit none."""
    for share in shares:
        if share.figure.kind is Kind.PERCENTAGE and share.figure.number > 0:
            stated = _Likely(draft, sentence, share).found()
            if stated is not None:
                yield stated


class _Likely(SentenceReader):
    """One share of a total."""

    family = "parts"

    def __init__(self, draft: Draft, sentence: Sentence, share: Mention) -> None:
        super().__init__(draft, sentence)
        self.share = share

    def found(self) -> Stated | None:
        """The part bound to the share, held against the only total around it."""
        if not self._is_of_the_total():
            return None
        part = self.share.previous
        if part is None or not is_level(part) or not self._binds(part):
            return None
        wholes = {
            whole.figure.number: whole
            for whole in levels_around(self.draft, self.share)
            if whole.start != part.start and self._is_total(whole) and alike(part, whole) is not None
        }
        if len(wholes) != 1:
            return None
        (whole,) = wholes.values()
        near = abs(self.sentence.paragraph - whole.sentence.paragraph) <= _PARAGRAPHS
        if not near or whole.figure.number <= part.figure.number or said_of_other_times(part, whole):
            return None
        meant = part.figure.number * _HUNDRED / self.share.figure.number
        if any(
            alike(part, other) is not None
            for other in levels_of(self.draft).between(meant * 9 / 10, meant * 11 / 10, part)
        ):
            return None
        pair = alike(part, whole)
        return None if pair is None else replace(stated_share(*pair, self.share), confidence=Confidence.MEDIUM)

    def _is_of_the_total(self) -> bool:
        """Whether the share is one "of the total", which no more words tell apart."""
        words, at = self.tokens.words, self.share.tail
        if words[at] not in self.words("of a whole"):
            return False
        for index in range(at + 1, at + _MOST_TO_TOTAL):
            if words[index] in self.words("totals"):
                return words[index + 1] in ENDS
        return False

    def _binds(self, part: Mention) -> bool:
        """Whether the part is the share's subject, or the share the part's apposition."""
        if part.figure.hedge not in (Hedge.NONE, Hedge.EXACTLY, Hedge.ABOUT) or part.figure.unit == "":
            return False
        words = self.tokens.words[part.tail : self.share.lead]
        if len(words) > _MOST_BETWEEN or not self.words("breaks").isdisjoint(words):
            return False
        if is_count(part.figure) and part.figure.number < _EXACT_ENOUGH:
            return False
        verb = self.cue("verbs").before(self.tokens, self.share.lead)
        says = self.cue("says").before(self.tokens, self.share.lead) or self.cue("or").before(
            self.tokens, self.share.lead
        )
        found = verb or says
        return found is not None and found[1] - part.tail <= 1

    def _is_total(self, whole: Mention) -> bool:
        """Whether a word before a figure calls it the total: "Total spending is put at £5bn"."""
        tokens = whole.sentence.tokens
        previous = whole.previous
        first = tokens.first if previous is None or previous.figure.kind is Kind.DATE else previous.tail
        words = tokens.words[max(first, whole.lead - _MOST_FROM_TOTAL) : whole.lead]
        return not self.words("totals").isdisjoint(words)
