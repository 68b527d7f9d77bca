"""Shares that each of several figures is of one whole: "520 pour et 480 contre, soit 52 % et 48 %", and of votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits
from factcheck.drafts.links import CLOSING, ENDS, OPENING, Gap, SentenceReader, alike, equals, is_level, is_word, opens
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.relations.expression import Name, add
from factcheck.relations.finding import Confidence

KIND: Final = "share"
_MOST_BETWEEN: Final = 6
_MOST_TO_VOTES: Final = 3


def find_of_each(draft: Draft, sentence: Sentence, shares: Sequence[Mention]) -> Iterator[Stated]:
    """The shares of a sentence that follow as many parts, and the one that a side has of the votes of both."""
    if not shares:
        return
    reader = _OfEach(draft, sentence)
    if len(shares) > 1:
        yield from reader.in_turn(shares)
    for share in shares:
        stated = reader.of_votes(share)
        if stated is not None:
            yield stated


class _OfEach(SentenceReader):
    """The shares of one sentence."""

    family = "parts"

    def in_turn(self, shares: Sequence[Mention]) -> Iterator[Stated]:
        """Parts of a whole that opens the clause, and the share of each, in the same order."""
        mentions = self.sentence.mentions
        first, last = shares[0].position, shares[-1].position
        count = last - first + 1
        whole_at = first - count - 1
        if count != len(shares) or whole_at < 0:
            return
        whole, parts = mentions[whole_at], mentions[whole_at + 1 : first]
        if not all(map(is_level, (whole, *parts))) or not opens(self.draft, whole):
            return
        if not self._follow(parts[-1], shares[0]):
            return
        if not all(self._are_joined(one, other) for one, other in pairwise(shares)):
            return
        end = shares[-1].tail
        if self.tokens.words[end + (self.tokens.words[end] in self.words("in turn"))] not in (*ENDS, *CLOSING):
            return
        including = self.cue("including")
        if any(including.at(self.tokens, at) is not None for at in range(whole.tail, parts[-1].lead)):
            return
        for part, share in zip(parts, shares, strict=True):
            pair = alike(part, whole)
            if pair is not None and part.figure.number < whole.figure.number:
                roles = {"part": pair[0], "whole": pair[1], "share": share}
                yield Stated(KIND, equal(call("share", Name("part"), Name("whole"), roles=roles), Name("share")), roles)

    def _follow(self, part: Mention, share: Mention) -> bool:
        """Whether the shares are said to be the parts: "…, soit respectivement 52 % …", "… (52 % …"."""
        leads, words, at = self.words("leads") | self.words("in turn"), self.tokens.words, share.lead
        while at > part.tail and words[at - 1] in leads:
            at -= 1
        if not all(is_word(word) or word in (",", *OPENING) for word in words[part.tail : at]):
            return False
        cued = self.cue("says").before(self.tokens, at) or self.cue("or").before(self.tokens, at)
        return at > part.tail and (cued is not None or words[at - 1] in OPENING) and at - part.tail <= _MOST_BETWEEN

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        """Whether two shares follow each other with no more than "and" or a comma and a few words between."""
        words = Gap.between(one, other).words
        joined = any(word == "," or word in self.draft.lexicon.conjunctions for word in words)
        return joined and len(words) <= _MOST_BETWEEN and all(is_word(word) or word == "," for word in words)

    def of_votes(self, share: Mention) -> Stated | None:
        """The share that one of two sides has of both: "61 842 voix contre 54 127, soit 53,3 %".

        Where the votes are said to be votes, and the sentence counts no others, it may also not hold.
        """
        other = share.previous
        one = None if other is None else other.previous
        if one is None or other is None or not (is_level(one) and is_level(other)):
            return None
        if Gap.between(one, other).words not in [[word] for word in self.words("against")]:
            return None
        votes = self.draft.wordings.words("sums", "votes")
        words = self.tokens.words
        are_votes = not votes.isdisjoint((one.figure.unit, other.figure.unit, *words[one.tail : other.lead]))
        named = not votes.isdisjoint(words[share.tail : share.tail + _MOST_TO_VOTES])
        pair = alike(one, other)
        if pair is None or not (are_votes or named or one.figure.number >= _FEWEST):
            return None
        roles = {"part": pair[0], "other": pair[1], "share": share}
        of_both = call("share", Name("part"), add(Name("part"), Name("other")), roles=roles)
        stated = Stated(KIND, equal(of_both, Name("share")), roles, Confidence.MEDIUM)
        if fits(stated):
            return doubted(replace(stated, confidence=Confidence.LOW))
        levels = sum(map(is_level, self.sentence.mentions))
        said = are_votes and equals(self.draft, other, share) and (named or words[share.tail] in (*ENDS, *CLOSING))
        return stated if said and levels == len(pair) else None


_FEWEST: Final = 100
"""Fewer, side by side, may be ages or a score, unless they are said to be votes."""
