"""Shares whose part or whole stands further off: "4,97 milliards, soit 35 % du total", the total in the lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import (
    Sizes,
    doubted,
    fits,
    labelled,
    levels_before,
    levels_of,
    percentages_of,
    said_of_other_times,
)
from factcheck.drafts.links import (
    DASHES,
    ENDS,
    OPENING,
    Gap,
    SentenceReader,
    alike,
    all_words,
    is_bare,
    is_count,
    is_level,
    is_range,
    opens,
)
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Figure, Kind
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

KIND: Final = "share"
FAMILY: Final = "parts"
_HUNDRED: Final = 100
_MOST_LEADS: Final = 3
_MOST_PARTS: Final = 3
_MOST_TO_PART: Final = 7
_MOST_BEFORE_VERB: Final = 4
_THOUSAND: Final = Fraction(1000)
_MOST_TO_TOTAL: Final = 5
_MOST_IN_NAME: Final = 5
_AMONG: Final = 2
_TELLING: Final = Fraction(200)
_MOST_DIGITS_BY_CHANCE: Final = 3
_EXACT_ENOUGH: Final = 40
"""Of a figure less exact than this, the one that it would fit a thousand times larger may be there by chance."""


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
        found = (self._of_part(part) for part in self._parts())
        held = next((stated for stated in found if stated is not None), None)
        return held or (self._off_by_a_thousand() if self._said_from() is not None else None)

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
        return self._of_any_whole(part) if self._is_telling(part) else None

    def _is_telling(self, part: Mention) -> bool:
        """Whether share and part have so many digits that no figure of the text fits them by chance."""
        figure = self.share.figure
        exact = all(each.resolution * _TELLING <= each.number for each in (figure, part.figure))
        return exact and len(str(part.figure.number.numerator).rstrip("0")) > _MOST_DIGITS_BY_CHANCE

    def _of_any_whole(self, part: Mention) -> Stated | None:
        whole = part.figure.number / self.ratio
        around = self.levels.between(whole * (1 - 1 / _TELLING), whole * (1 + 1 / _TELLING), part)
        found = (share_of(part, each, self.share) for each in around if len(str(each.figure.number)) > 1)
        return next((stated for stated in found if stated is not None), None)

    def _off_by_a_thousand(self) -> Stated | None:
        """The share of a part said to be in millions that would fit in billions: "$115.2 million, or 88 %" of $130.5bn.

        Only where one whole of the text fits then, and no figure of the text is near the whole that the words mean.
        """
        part, figure = self.share.previous, self.share.figure
        if part is None or not is_level(part) or not _has_scale(part) or not self._is_of_the_total(ends=True):
            return None
        if (
            figure.resolution * _EXACT_ENOUGH > figure.number
            or part.figure.resolution * _EXACT_ENOUGH > part.figure.number
        ):
            return None
        whole = part.figure.number / self.ratio
        if any(alike(part, other) is not None for other in self.levels.between(whole / _AMONG, whole * _AMONG, part)):
            return None
        for factor in (_THOUSAND, 1 / _THOUSAND):
            wholes = self.levels.near(whole * factor, part)
            meant = part.read_as(replace(part.figure, value=part.figure.number * factor))
            fitting = [
                other for other in wholes if _has_scale(other) and share_of(meant, other, self.share) is not None
            ]
            if fitting and len({other.figure.number for other in fitting}) == 1:
                return stated_share(part, fitting[0], self.share)
        return None

    def _is_main(self, whole: Mention) -> bool:
        """Whether a large figure stands in the lead of the text, or in the share's own paragraph."""
        return _has_scale(whole) and whole.sentence.paragraph in (0, 1, self.sentence.paragraph)

    def _is_of_the_total(self, *, ends: bool = False) -> bool:
        """Whether the share is said to be one of a total; with `ends`, of no total that more words tell apart."""
        words, at = self.tokens.words, self.share.tail
        pronoun = self.cue("pronouns").at(self.tokens, at)
        if pronoun is not None:
            return not ends or words[pronoun[1]] in ENDS
        if words[at] not in self.words("of a whole"):
            return False
        wholes = [index for index in range(at, at + _MOST_TO_TOTAL) if words[index] in self.words("wholes")]
        return any(not ends or words[index + 1] in ENDS for index in wholes)

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
        joined = words[at - 1] in (*OPENING, *DASHES, ",", ":")
        joined = joined or (words[at - 1] in self.draft.lexicon.conjunctions and self._is_of_the_total())
        return at - 1 if joined and at > self.tokens.first else None

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
        if gap.words[-2:-1] == [","] and gap.words[-1] in self.words("with"):
            return _is_noun_phrase(gap.words[:-2])
        if self.tokens.words[last] in (",", *OPENING, *DASHES):
            return _is_noun_phrase(gap.words[:-1])
        for name in ("says", "or"):
            found = self.cue(name).before(self.tokens, last + 1)
            if found is not None:
                before = [word for word in gap.words[: found[1] - gap.at[0]] if word != ","]
                return _is_noun_phrase(before)
        return self._names_the_part(gap)

    def _names_the_part(self, gap: Gap) -> bool:
        """Whether the words say what the share comes to: "75 %, soit un dividende de 2 milliards"."""
        if gap.words[-1] not in self.words("of a whole"):
            return False
        for passed, index in enumerate(gap.at):
            found = self.cue("says").at(self.tokens, index)
            if found is not None:
                rest = [self.tokens.words[at] for at in gap.at if at >= found[1]]
                before = [word for word in gap.words[:passed] if word != ","]
                return all_words(rest, _MOST_IN_NAME, frozenset()) and _is_noun_phrase(before)
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
    if part.figure.number >= whole.figure.number or part.start == whole.start or said_of_other_times(part, whole):
        return None
    if is_range(part, whole):
        return None
    pair = alike(part, whole)
    if pair is None:
        if not _both_count(part, whole):
            return None
        pair = part, whole
    stated = replace(stated_share(*pair, share), confidence=Confidence.LOW)
    return doubted(stated) if fits(stated) else None


def stated_share(part: Mention, whole: Mention, share: Mention) -> Stated:
    """The relation between a part, a whole and a share, which need not hold."""
    roles = {"part": part, "whole": whole, "share": share}
    assertion = equal(call("share", Name("part"), Name("whole"), roles=roles), Name("share"))
    return Stated(KIND, assertion, roles, Confidence.MEDIUM)


def _has_scale(mention: Mention) -> bool:
    """Whether a figure is printed with a word such as "million"."""
    numeral = mention.figure.numeral
    return numeral is not None and numeral.scale > _THOUSAND


def _times(figure: Figure, factor: Fraction) -> Figure:
    """The figure with a larger scale word: "115.2 billion" for "115.2 million"."""
    assert figure.numeral is not None, "asked only of a figure with a scale word"
    numeral = replace(figure.numeral, scale=figure.numeral.scale * factor)
    return replace(figure, value=figure.number * factor, numeral=numeral)


def _both_count(part: Mention, whole: Mention) -> bool:
    return all(is_count(each.figure) or is_bare(each.figure) for each in (part, whole))
