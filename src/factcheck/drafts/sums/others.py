"""A part, all the others and their whole: "Nine of the 24 are in hospital, the other 14 went home"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import SentenceReader, is_level
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.drafts.sums.totals import FAMILY, as_sum, is_countable
from factcheck.figures.hedges import Hedge
from factcheck.relations.finding import Confidence

_FARTHEST: Final = Fraction(1, 4)
_MOST_PARTS: Final = 4
_FEWEST: Final = 5


def find_others(draft: Draft, sentence: Sentence, taken: Set[int]) -> Iterator[Stated]:
    """The last count of a sentence, where it is that of all others of a whole; figures in `taken` are known."""
    if draft.wordings.telling(FAMILY, "others before", "others after").isdisjoint(sentence.tokens.words):
        return
    stated = _Others(draft, sentence).found()
    if stated is not None and not any(mention.start in taken for mention in stated.roles.values()):
        yield stated


class _Others(SentenceReader):
    """One sentence that may tell of a part and of all others."""

    family = FAMILY

    def found(self) -> Stated | None:
        """The parts and their whole, which is of the sentence or all that the one before counts."""
        levels = [mention for mention in self.sentence.mentions if is_level(mention)]
        others = [at for at, mention in enumerate(levels) if self._is_others(mention)]
        if len(others) != 1 or others[0] != len(levels) - 1 or not all(map(is_countable, levels)):
            return None
        whole = self._whole_before(levels)
        parts = levels if whole is not None else levels[1:]
        whole = whole or levels[0]
        if not 2 <= len(parts) <= _MOST_PARTS or whole.figure.hedge not in (Hedge.NONE, Hedge.EXACTLY):
            return None
        if whole.figure.number < _FEWEST or any(part.figure.number >= whole.figure.number for part in parts):
            return None
        come_to = sum(part.figure.number for part in parts)
        if abs(come_to - whole.figure.number) > whole.figure.number * _FARTHEST:
            return None
        unit = whole.figure.unit
        if any(part.figure.unit not in ("", unit) for part in parts[:-1]):
            return None
        things = [part.read_as(replace(part.figure, unit=unit)) for part in parts]
        return replace(as_sum(things, whole), confidence=Confidence.MEDIUM)

    def _whole_before(self, levels: Sequence[Mention]) -> Mention | None:
        """The only count of the sentence before, where a pronoun takes it up or the parts are but two."""
        before = self.draft.preceding(self.sentence)
        if before is None or len(levels) != 2:
            return None
        pronoun = self.shared_cue("of them").at(self.tokens, levels[0].tail)
        pronoun = pronoun or self.shared_cue("of that").at(self.tokens, self.tokens.first)
        counts = [mention for mention in before.mentions if is_level(mention)]
        return counts[0] if pronoun is not None and len(counts) == 1 and is_countable(counts[0]) else None

    def _is_others(self, mention: Mention) -> bool:
        if self.cue("others before").before(self.tokens, mention.lead) is not None:
            return True
        before = self.tokens.words[mention.lead - 1]
        after = self.cue("others after").at(self.tokens, mention.tail)
        return after is not None and before in self.words("the")
