"""Shares whose part or whole stands further off: "4,97 milliards, soit 35 % du total", the total in the lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Final

from factcheck.drafts.afar import Sizes, doubted, fits, labelled, levels_before, levels_of, percentages_of
from factcheck.drafts.links import (
    DASHES,
    OPENING,
    Gap,
    SentenceReader,
    alike,
    all_words,
    is_bare,
    is_count,
    is_level,
    opens,
    same_period,
)
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Name, add
from factcheck.relations.finding import Confidence

KIND: Final = "share"
FAMILY: Final = "parts"
_HUNDRED: Final = 100
_MOST_LEADS: Final = 3
_MOST_PARTS: Final = 3
_MOST_TO_PART: Final = 7
_MOST_BEFORE_VERB: Final = 4


def find_afar(draft: Draft, sentence: Sentence, shares: Sequence[Mention]) -> Iterator[Stated]:
    """Those of some shares of a sentence that hold of figures around them."""
    for share in shares:
        if share.figure.number != 1:
            stated = _Afar(draft, sentence, share).found()
            if stated is not None:
                yield stated


class _Afar(SentenceReader):
    """One share, and what it may be one of."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, share: Mention) -> None:
        super().__init__(draft, sentence)
        self.share = share

    @property
    def levels(self) -> Sizes:
        return levels_of(self.draft)

    def found(self) -> Stated | None:
        """The first part and whole of which the share holds."""
        share = self.share
        if self.cue("no part after").at(self.tokens, share.tail) is not None or self._is_change():
            return None
        whole = self._whole_beside()
        if whole is not None:
            for part in self.levels.near(whole.figure.number * self.ratio, share):
                stated = share_of(part, whole, share)
                if stated is not None and self._is_close(part):
                    return stated
        found = (self._of_part(part) or self._of_votes(part) for part in self._parts())
        return next((stated for stated in found if stated is not None), None)

    @cached_property
    def ratio(self) -> Fraction:
        """The share as a number below one."""
        figure = self.share.figure
        return figure.number / _HUNDRED if figure.kind is Kind.PERCENTAGE else figure.number

    def _of_part(self, part: Mention) -> Stated | None:
        for whole in self.levels.near(part.figure.number / self.ratio, self.share):
            if whole.sentence is self.sentence and not self._is_named(whole):
                continue
            stated = share_of(part, whole, self.share)
            if stated is not None:
                return stated
        return None

    def _of_votes(self, part: Mention) -> Stated | None:
        """The share that one of two sides has of both: "61 842 voix contre 54 127, soit 53,3 %"."""
        one = part.previous
        if one is None or not is_level(one) or Gap.between(one, part).words not in self._against:
            return None
        pair = alike(one, part)
        if pair is None:
            return None
        roles = {"part": pair[0], "other": pair[1], "share": self.share}
        share = call("share", Name("part"), add(Name("part"), Name("other")), roles=roles)
        stated = Stated(KIND, equal(share, Name("share")), roles, Confidence.LOW)
        return doubted(stated) if fits(stated) else None

    @property
    def _against(self) -> list[list[str]]:
        return [[word] for word in self.words("against")]

    def _is_named(self, whole: Mention) -> bool:
        """Whether the share is not said to be one of other things than the whole beside it: "42 % des votants"."""
        words, at = self.tokens.words, self.share.tail
        if words[at] not in self.words("of a whole") or not is_count(whole.figure):
            return True
        return whole.figure.unit in words[at : at + 4] or not self.words("wholes").isdisjoint(words[at : at + 4])

    def _is_change(self) -> bool:
        if self.cue("verbs").before(self.tokens, self.share.lead) is not None:
            return False  # "made up 29%"
        before = self.sentence.words(self.share.lead - _MOST_LEADS, self.share.lead)
        return not self.words("breaks").isdisjoint(before)

    def _is_close(self, part: Mention) -> bool:
        """Whether a part stands in the paragraph of the share; further off, the share must be one of many digits."""
        return part.sentence.paragraph == self.sentence.paragraph or self.share.figure.resolution < 1

    # --- where the part may stand -----------------------------------------------------------------------------------

    def _parts(self) -> Iterator[Mention]:
        said = self._said_from()
        earlier = (each for each in reversed(self.sentence.mentions[: self.share.position]) if is_level(each))
        if said is not None:
            yield from islice((part for part in earlier if part.tail <= said), _MOST_PARTS)
        elif self._has_verb():
            yield from islice(earlier, _MOST_PARTS)
            yield from islice(levels_before(self.draft, self.share), _MOST_PARTS)
        after = self.share.next
        if after is not None and is_level(after) and self._leads_to(after):
            yield after
        yield from labelled(self.draft, self.tokens.words[self.tokens.first : self.share.lead])

    def _said_from(self) -> int | None:
        """The token from which words say that the share is one of what stands before; None where none do."""
        words, at = self.tokens.words, self.share.lead
        for _ in range(_MOST_LEADS):
            if words[at - 1] not in self.words("leads"):
                break
            at -= 1
        for name in ("says", "or"):
            found = self.cue(name).before(self.tokens, at)
            if found is not None:
                return found[1]
        return at - 1 if words[at - 1] in (*OPENING, *DASHES, ",", ":") and at > self.tokens.first else None

    def _has_verb(self) -> bool:
        """Whether "représentent" or "they make up" stands right before the share."""
        at = self.share.lead
        for _ in range(_MOST_BEFORE_VERB):
            if at <= self.tokens.first:
                return False
            if self.cue("verbs").before(self.tokens, at) is not None:
                return True
            at -= 1
        return False

    def _leads_to(self, part: Mention) -> bool:
        """Whether the figure after a share says the same: "34 % des arrivées, soit 496 000", "half of it, £12m,"."""
        gap = Gap.between(self.share, part)
        if not gap.at or not self.words("breaks").isdisjoint(gap.words):
            return False
        if self.cue("no part after").at(self.tokens, part.tail) is not None:
            return False
        last = gap.at[-1]
        if self.tokens.words[last] in (",", *OPENING, *DASHES):
            return _is_noun_phrase(gap.words[:-1])
        for name in ("says", "or"):
            found = self.cue(name).before(self.tokens, last + 1)
            if found is not None:
                before = [word for word in gap.words[: found[1] - gap.at[0]] if word != ","]
                return _is_noun_phrase(before)
        return False

    # --- where the whole may stand ------------------------------------------------------------------------------------

    def _whole_beside(self) -> Mention | None:
        """The whole that the words beside the share name: "42 % des 1 200 salariés", "Of the 68,840 people, 45.3 %"."""
        before, after = self.share.previous, self.share.next
        if after is not None and is_level(after):
            gap = Gap.between(self.share, after)
            if any(not rest for _, rest in gap.cued(self.cue("share of"), 0, frozenset())):
                return after
        if before is not None and is_level(before) and opens(self.draft, before):
            gap = Gap.between(before, self.share)
            if gap.words and gap.words[-1] == "," and _is_noun_phrase(gap.words[:-1]):
                return before
        return None


def _is_noun_phrase(words: Sequence[str]) -> bool:
    return all_words(words, _MOST_TO_PART, frozenset())


def out_of(draft: Draft, part: Mention, whole: Mention) -> Stated | None:
    """The share that a part out of a whole is, where the text prints it close by: "5.9%, with 612 of …"."""
    ratio = part.figure.number / whole.figure.number * _HUNDRED
    found = (share_of(part, whole, share) for share in percentages_of(draft).near(ratio, whole))
    return next((stated for stated in found if stated is not None), None)


def share_of(part: Mention, whole: Mention, share: Mention) -> Stated | None:
    """The relation between a part, a whole and a share that may stand apart; None where it does not hold."""
    if part.figure.number >= whole.figure.number or part.start == whole.start or not same_period(part, whole):
        return None
    pair = alike(part, whole)
    if pair is None:
        if not _both_count(part, whole):
            return None
        pair = part, whole
    roles = {"part": pair[0], "whole": pair[1], "share": share}
    assertion = equal(call("share", Name("part"), Name("whole"), roles=roles), Name("share"))
    stated = Stated(KIND, assertion, roles, Confidence.LOW)
    return doubted(stated) if fits(stated) else None


def _both_count(part: Mention, whole: Mention) -> bool:
    return all(is_count(each.figure) or is_bare(each.figure) for each in (part, whole))
