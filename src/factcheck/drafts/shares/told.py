"""Shares that can be of one part and one whole only, and need not hold: the second chance of a mistake.

Where no figures of the text make a share right, its sentence (else the one beside it) offers exactly one part of one
whole, and words tie the share to the two, then the three cannot all be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits, said_of_other_times
from factcheck.drafts.links import (
    DASHES,
    ENDS,
    OPENING,
    Gap,
    SentenceReader,
    alike,
    is_level,
    is_range,
    is_share,
    is_word,
    opens,
)
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.shares.afar import stated_share
from factcheck.drafts.stated import Stated
from factcheck.drafts.sums.totals import is_countable
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Comparison, Constant, Name, subtract
from factcheck.relations.finding import Confidence

_MOST_TO_WHOLE: Final = 5
_MOST_TO_RATE: Final = 6
_MOST_IN_TAIL: Final = 4
_MOST_TO_PART: Final = 10
_FEWEST: Final = 5
"""Of fewer things, a share is a figure of speech."""
_FEWEST_ALIKE: Final = 2
_ALL: Final = Constant(Fraction(100), "percent", "100 %")


class _Pair(Struct, frozen=True):
    """A part and its whole; `named` where the words between them say so."""

    part: Mention
    whole: Mention
    named: bool


def find_told(draft: Draft, sentence: Sentence, shares: Sequence[Mention], taken: Set[int]) -> Iterator[Stated]:
    """The only share of a sentence, held against the only part and whole that it can be of.

    Figures that begin at a place in `taken` are known to be something.
    """
    if len(shares) != 1 or shares[0].start in taken:
        return
    stated = _Told(draft, sentence, shares[0]).found()
    if stated is not None:
        yield stated


def find_like_others(draft: Draft, sentence: Sentence, shares: Sequence[Mention], held: Held) -> Iterator[Stated]:
    """Shares of a sentence beside their parts, held against the whole of which two others of the paragraph hold.

    `shares` are those that are known to be nothing else.
    """
    wholes = held.get(sentence.paragraph, {})
    several = [whole for whole, others in wholes.values() if others >= _FEWEST_ALIKE]
    if len(several) != 1 or several[0].start > sentence.start:
        return
    for share in shares:
        part = share.previous
        reader = _Told(draft, sentence, share)
        if part is not None and is_level(part) and reader.stands_beside(part):
            pair = alike(part, several[0])
            if pair is not None and pair[0].figure.number < pair[1].figure.number:
                yield replace(doubted(stated_share(*pair, share)), confidence=Confidence.MEDIUM)


Held = dict[int, dict[Fraction, tuple[Mention, int]]]
"""For each paragraph, the wholes of which its shares hold, by size, and of how many shares each is."""


def hold(held: Held, stated: Stated) -> None:
    """Takes note of a share that holds of a whole."""
    if {"share", "whole"} <= stated.roles.keys() and fits(stated):
        share, whole = stated.roles["share"], stated.roles["whole"]
        wholes = held.setdefault(share.sentence.paragraph, {})
        wholes[whole.figure.number] = whole, wholes.get(whole.figure.number, (whole, 0))[1] + 1


class _Told(SentenceReader):
    """One share, and what it can be one of."""

    family = "parts"

    def __init__(self, draft: Draft, sentence: Sentence, share: Mention) -> None:
        super().__init__(draft, sentence)
        self.share = share

    @property
    def _breaks(self) -> frozenset[str]:
        return self.words("breaks") - self.words("told of")

    def found(self) -> Stated | None:
        """The share of the only pair; None where there are several, or where another reading of the pair holds."""
        is_rate = self.draft.wordings.cue("rates", "yearly after").at(self.share.sentence.tokens, self.share.tail)
        if is_rate is not None or self._is_other_thing():
            return None
        pairs = list(self._pairs_here()) or list(self._pairs_beside())
        if len(pairs) != 1:
            return None
        part, whole = pairs[0].part, pairs[0].whole
        if said_of_other_times(part, whole) or is_range(part, whole):
            return None
        if any(self.cue("no part after").at(each.sentence.tokens, each.tail) is not None for each in (part, whole)):
            return None
        is_part = part.figure.number < whole.figure.number or (pairs[0].named and _are_money(part, whole))
        if whole.figure.number < _FEWEST or not is_part:
            return None
        stated = replace(doubted(stated_share(part, whole, self.share)), confidence=Confidence.MEDIUM)
        return None if self._is_of_the_rest(stated) else stated

    def stands_beside(self, part: Mention) -> bool:
        """Whether the share is an apposition of a part: "6.0 million, 37% of the total"."""
        if self._is_other_thing() or not self._closes() or part.figure.period != self.share.figure.period:
            return False
        if any(self.cue(name).before(self.tokens, part.lead) is not None for name in ("part of", "part right of")):
            return False  # it is a whole itself
        lead = self._without_leads(self.share.lead)
        words = self.tokens.words[part.tail : lead]
        return words in ([","], ["("]) or any(
            (found := self.cue(name).before(self.tokens, lead)) is not None and found[1] - part.tail <= 1
            for name in ("says", "or")
        )

    def _is_of_the_rest(self, stated: Stated) -> bool:
        """Whether the share is that of all others: "40 of the 100 came, 60 % did not"."""
        share = stated.roles["share"].figure
        if fits(stated) or share.kind is not Kind.PERCENTAGE:
            return False
        assert isinstance(stated.assertion, Comparison)
        of_the_rest = replace(stated.assertion, right=subtract(_ALL, Name("share")))
        return fits(replace(stated, assertion=of_the_rest))

    def _is_other_thing(self) -> bool:
        """Whether words at the share make it a change, or a share of others: "45 % of those remaining"."""
        words = self.sentence.words(self.share.lead - _MOST_IN_TAIL, self.share.tail + _MOST_IN_TAIL)
        if not self.words("others").isdisjoint(words):
            return True
        return self.cue("no part after").at(self.tokens, self.share.tail) is not None

    # --- in the share's own sentence ----------------------------------------------------------------------------------

    def _pairs_here(self) -> Iterator[_Pair]:
        for one, other in _couples(self.draft, self.sentence):
            pair = self._as_pair(one, other)
            if pair is None:
                continue
            if self.share.start > other.start:
                tied = self._follows(pair, other)
            elif self.share.start < one.start:
                tied = self._leads(pair, one)
            else:
                tied = self._stands_between(pair, one, other)
            if tied:
                yield pair

    def _as_pair(self, one: Mention, other: Mention) -> _Pair | None:
        """Two figures as a part and its whole, where the words say so; else the smaller one as a part of the other."""
        shaped = alike(one, other) or ((one, other) if is_countable(one) and is_countable(other) else None)
        if shaped is None:
            return None
        first, second = shaped
        if first.figure.number < second.figure.number and self._is_of(one, other):
            return _Pair(first, second, named=True)
        larger = second.figure.number > first.figure.number
        if (not larger or (opens(self.draft, one) and _are_money(first, second))) and self._includes(one, other):
            return _Pair(second, first, named=True)
        part, whole = (first, second) if first.figure.number < second.figure.number else (second, first)
        return _Pair(part, whole, named=False)

    def _is_of(self, part: Mention, whole: Mention) -> bool:
        """Whether the words say that a figure is out of another: "22,400 of the county's 40,000 voters"."""
        gap = Gap.between(part, whole)
        if not self._breaks.isdisjoint(gap.words) or not all(map(is_word, gap.words)):
            return False
        for passed, at in enumerate(gap.at):
            for name in ("part right of", "part of", "told of"):
                found = self.cue(name).at(gap.tokens, at)
                if found is None or (name != "part of" and passed > 1):
                    continue
                if whole.lead - found[1] <= _MOST_TO_WHOLE - 2:
                    return True
        return False

    def _includes(self, whole: Mention, part: Mention) -> bool:
        """Whether a whole opens the clause of its part, or is said to include it: "dont", "of whom"."""
        gap = Gap.between(whole, part)
        if len(gap.words) > _MOST_TO_PART or not self._breaks.isdisjoint(gap.words):
            return False
        if opens(self.draft, whole) and "," in gap.words:
            return True
        return any(self.cue("including").at(gap.tokens, at) is not None for at in gap.at)

    def _follows(self, pair: _Pair, last: Mention) -> bool:
        """Whether a share after the pair is tied to it: "…, or 8 per cent, …", "… – a success rate of 72 %"."""
        gap = Gap.between(last, self.share)
        if ";" in gap.words or any(word == "." for word in gap.words):
            return False
        if self._is_rate():
            return pair.named or self._is_margin(pair)
        if not (pair.named or self._is_margin(pair)) or not self._closes():
            return False
        lead = self._without_leads(self.share.lead)
        before = self.tokens.words[lead - 1]
        told = any(self.cue(name).before(self.tokens, lead) is not None for name in ("says", "or", "verbs", "told by"))
        return told or before in (",", ":", *DASHES, *OPENING)

    def _leads(self, pair: _Pair, first: Mention) -> bool:
        """Whether the pair after a share explains it: "54 % of the crop, that is 5.4 of the 9 tonnes"."""
        gap = Gap.between(self.share, first)
        if ";" in gap.words or not self._breaks.isdisjoint(gap.words):
            return False
        if self._is_rate():
            return pair.named
        if self._is_of_whole(first) and pair.whole.start == first.start:
            part = pair.part
            words = self.tokens.words[first.tail : part.lead]
            if any(self.cue("told").at(self.tokens, at) is not None for at in range(first.tail, part.lead)):
                return ";" not in words
            return bool(words) and words[-1] in (",", *OPENING, *DASHES) and self._is_apposed(part)
        if not pair.named:
            return False
        last = gap.words[-1] if gap.words else ""
        if last in (*OPENING, *DASHES, ":"):
            return True
        return any(self.cue("told").at(self.tokens, at) is not None for at in gap.at)

    def _stands_between(self, pair: _Pair, one: Mention, other: Mention) -> bool:
        """Whether the share of a whole stands after its part: "£2.1m from its café, a quarter of the £5.6m"."""
        if pair.part.start != one.start or not self._is_of_whole(other):
            return False
        gap = Gap.between(one, self.share)
        lead = self._without_leads(self.share.lead)
        return self._breaks.isdisjoint(gap.words) and self.tokens.words[lead - 1] in (",", *OPENING, *DASHES)

    def _is_of_whole(self, whole: Mention) -> bool:
        words = self.tokens.words[self.share.tail : whole.lead]
        if not words or len(words) > _MOST_TO_WHOLE or not all(map(is_word, words)):
            return False
        found = self.cue("share of").at(self.tokens, self.share.tail)
        return found is not None and (found[1] == whole.lead or words[-2:][0].endswith("'"))

    def _is_apposed(self, part: Mention) -> bool:
        """Whether a part stands alone between commas or in parentheses: "1 120 personnes, "."""
        after = self.tokens.words[part.tail]
        return after in (",", ")", *DASHES) and not is_range(part, self.share)

    # --- in the sentence beside it ------------------------------------------------------------------------------------

    def _pairs_beside(self) -> Iterator[_Pair]:
        """The pair of the sentence before, of which this one is no more than a share, or of the one after a rate."""
        if any(is_level(mention) for mention in self.sentence.mentions):
            return
        before = self.draft.preceding(self.sentence)
        if before is not None and self._is_all_there_is():
            yield from self._named_in(before)
        if before is not None and self._is_rate():
            reader = _Told(self.draft, before, self.share)
            yield from (pair for pair in self._pairs_in(before) if reader._is_margin(pair))
        after = self.draft.following(self.sentence)
        if after is None:
            return
        yield from (pair for pair in self._pairs_in(after) if pair.named and _is_of_them(self.draft, pair.part))
        if not self._is_rate():
            return
        if self.share.lead - self.tokens.first <= _MOST_IN_TAIL and self.tokens.words[self.share.tail] in ENDS:
            yield from self._pairs_in(after)

    def _named_in(self, sentence: Sentence) -> Iterator[_Pair]:
        return (pair for pair in self._pairs_in(sentence) if pair.named)

    def _pairs_in(self, sentence: Sentence) -> Iterator[_Pair]:
        if any(is_share(mention) for mention in sentence.mentions):
            return
        reader = _Told(self.draft, sentence, self.share)
        for one, other in _couples(self.draft, sentence):
            pair = reader._as_pair(one, other)
            if pair is not None:
                yield pair

    def _is_all_there_is(self) -> bool:
        """Whether the sentence says no more than the share: "Four fifths!", "Cela représente un quart du total."."""
        lead = self._without_leads(self.share.lead)
        told = self.cue("told by").before(self.tokens, lead) or self.cue("says").before(self.tokens, lead)
        first = lead if told is None else told[1]
        opened = [word for word in self.tokens.words[self.tokens.first : first] if word.isalnum()]
        return not opened and self._closes()

    # --- at the share itself ------------------------------------------------------------------------------------------

    def _without_leads(self, at: int) -> int:
        leads, words = self.words("leads"), self.tokens.words
        while at > self.tokens.first and words[at - 1] in leads and words[at - 1].isalpha():
            at -= 1
        return at

    def _closes(self) -> bool:
        """Whether nothing after the share says that it is one of something else."""
        tokens, at = self.tokens, self.share.tail
        if at >= tokens.last or tokens.words[at] in ENDS:
            return True
        pronoun = self.cue("pronouns").at(tokens, at) or self.cue("of them").at(tokens, at)
        if pronoun is not None:
            return True
        words = tokens.words[at : min(tokens.last, at + _MOST_IN_TAIL + 1)]
        if words[0] not in self.words("of a whole"):
            return False
        end = next((index for index, word in enumerate(words) if word in ENDS), None)
        return end is not None and not self.words("wholes").isdisjoint(words[:end])

    def _is_rate(self) -> bool:
        """Whether a word beside the share calls it a rate of what is told: "turnout was", "de réussite"."""
        first = self.share.previous
        start = max(self.share.lead - _MOST_TO_RATE, 0 if first is None else first.tail)
        before = self.sentence.words(start, self.share.lead)
        after = self.sentence.words(self.share.tail, self.share.tail + 2)
        return not self.words("told rates").isdisjoint((*before, *after))

    def _is_margin(self, pair: _Pair) -> bool:
        """Whether two amounts are a profit and the sales that it was made on."""
        words = self.sentence.words(self.tokens.first, self.tokens.last)
        if pair.whole.figure.kind is Kind.CURRENCY:
            return not self.words("margins").isdisjoint(words) and not self.words("sales").isdisjoint(words)
        return False


def _are_money(one: Mention, other: Mention) -> bool:
    return one.figure.kind is Kind.CURRENCY and other.figure.kind is Kind.CURRENCY


def _is_of_them(draft: Draft, part: Mention) -> bool:
    """Whether a pronoun after a part takes up what the sentence before spoke of: "96 of them"."""
    return draft.wordings.cue("parts", "of them").at(part.sentence.tokens, part.tail) is not None


def _couples(draft: Draft, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """The two figures of a sentence that are the only ones of their sort, in order."""
    levels: list[Mention] = []
    for mention in sentence.mentions:
        if is_level(mention) and all(mention.figure.value != other.figure.value for other in levels):
            levels.append(mention)
    money = [mention for mention in levels if mention.figure.kind is Kind.CURRENCY]
    others = [mention for mention in levels if mention.figure.kind is not Kind.CURRENCY]
    if len(money) == 1 and len(others) == 1 and alike(money[0], others[0]) is not None:
        yield (money[0], others[0]) if money[0].start < others[0].start else (others[0], money[0])
        return
    for group in (money, others):
        if len(group) == 2 and (group is money or _may_be_parts(*group)):
            yield group[0], group[1]


def _may_be_parts(one: Mention, other: Mention) -> bool:
    return alike(one, other) is not None or (is_countable(one) and is_countable(other))
