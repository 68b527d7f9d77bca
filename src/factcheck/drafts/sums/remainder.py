"""Parts and the rest of a whole: "130 of the 165 seats; others share the remaining 35", told over two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import SentenceReader, alike, is_bare, is_count, is_level
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.drafts.sums.totals import FAMILY, as_sum
from factcheck.relations.finding import Confidence

_NEAR: Final = Fraction(1, 8)
"""Parts and rest that are further from the whole than this are not all its parts."""
_FEWEST: Final = 20
_MOST_LOOKED_AT: Final = 16
_PARAGRAPHS: Final = 2


def find_remainder(draft: Draft, sentence: Sentence, taken: Set[int]) -> Iterator[Stated]:
    """What a sentence says is left of a whole, added to the parts of it; figures in `taken` are known to be parts."""
    if draft.wordings.words(FAMILY, "left over").isdisjoint(sentence.tokens.words):
        return
    for mention in sentence.mentions:
        if is_level(mention) and mention.start not in taken:
            stated = _Remainder(draft, sentence, mention).found()
            if stated is not None:
                yield stated
                return


class _Remainder(SentenceReader):
    """One figure that may be what is left of a whole."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, rest: Mention) -> None:
        super().__init__(draft, sentence)
        self.rest = rest

    def found(self) -> Stated | None:
        """Parts, rest and whole: where they hold, else where the parts named right before come near the whole."""
        words, rest = self.tokens.words, self.rest
        if self.words("left over").isdisjoint(words[rest.lead - 1 : rest.tail + 1]):
            return None
        before = self._before()
        wholes = [each for each in before if self._is_whole(each) and each.figure.number > rest.figure.number]
        if not wholes or len({each.figure.number for each in wholes}) != 1:
            return None
        whole = wholes[-1]
        parts = [each for each in before if self._may_be_part(each, whole)]
        return self._named(parts, whole) or self._of_two(parts, whole)

    def _of_two(self, parts: Sequence[Mention], whole: Mention) -> Stated | None:
        """The part that is said to be one of the whole and the rest, where they are all of it."""
        first = next((each for each in parts if _is_of(each, whole)), None)
        if first is None or first.figure.number + self.rest.figure.number != whole.figure.number:
            return None
        return replace(as_sum(_as_things_of(whole, [first, self.rest]), whole), confidence=Confidence.LOW)

    def _named(self, parts: Sequence[Mention], whole: Mention) -> Stated | None:
        """The part that is said to be one of the whole, all those of the sentence right before and the rest.

        They may not come to the whole, as long as they come near it.
        """
        first = next((each for each in parts if _is_of(each, whole)), None)
        preceding = self.draft.preceding(self.sentence)
        if first is None or preceding is None or first.sentence in (preceding, self.sentence):
            return None
        others = [each for each in preceding.mentions if is_level(each)]
        named = [each for each in others if any(each is part for part in parts)]
        if len(named) < 2 or named != others or first.figure.number <= max(each.figure.number for each in named):
            return None
        stated = replace(as_sum(_as_things_of(whole, [first, *named, self.rest]), whole), confidence=Confidence.MEDIUM)
        come_to = sum(each.figure.number for each in (first, *named, self.rest))
        is_near = abs(come_to - whole.figure.number) <= whole.figure.number * _NEAR
        return stated if is_near else None

    def _before(self) -> list[Mention]:
        """The levels of the paragraphs around, the rest and what comes later in the text left out."""
        here = self.sentence.paragraph
        mentions = [each for sentence in self._sentences() for each in sentence.mentions if is_level(each)]
        return [each for each in mentions if here - each.sentence.paragraph <= _PARAGRAPHS][-_MOST_LOOKED_AT:]

    def _sentences(self) -> list[Sentence]:
        at = self.draft.sentences.index(self.sentence)
        return list(self.draft.sentences[max(0, at - _MOST_LOOKED_AT) : at + 1])

    def _is_whole(self, mention: Mention) -> bool:
        """Whether a count is what others are said to be of: "130 of the 165 seats", and of the same things."""
        tokens = mention.sentence.tokens
        cues = ("part of", "part right of")
        said = any(self.shared_cue(cue).before(tokens, mention.lead) is not None for cue in cues)
        return said and mention.figure.number >= _FEWEST and self._is_alike(mention) and mention.previous is not None

    def _may_be_part(self, mention: Mention, whole: Mention) -> bool:
        if mention.start == self.rest.start or mention.figure.number >= whole.figure.number:
            return False
        changed = self.shared_cue("no part after").at(mention.sentence.tokens, mention.tail) is not None
        return not changed and self._is_alike(mention)

    def _is_alike(self, mention: Mention) -> bool:
        counts = all(is_count(each.figure) or is_bare(each.figure) for each in (mention, self.rest))
        return counts or alike(mention, self.rest) is not None


def _is_of(part: Mention, whole: Mention) -> bool:
    """Whether the figure right after a part is the whole: "130 of the 165 seats"."""
    following = part.next
    return following is not None and following.figure.number == whole.figure.number


def _as_things_of(whole: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """Counts as those of what the whole counts, since seats, members and those elected are the same."""
    unit = whole.figure.unit
    return [
        each.read_as(replace(each.figure, unit=unit)) if is_count(each.figure) or is_bare(each.figure) else each
        for each in mentions
    ]
