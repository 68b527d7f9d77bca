"""Shares: a part, its whole and what share of it the text says it is, in whatever order the text prints the three."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import sorted_of
from factcheck.drafts.links import (
    CLOSING,
    DASHES,
    OPENING,
    Gap,
    SentenceReader,
    alike,
    all_words,
    equals,
    is_bare,
    is_count,
    is_enclosed,
    is_level,
    is_possessive,
    is_run,
    is_share,
    is_word,
    opens,
    same_period,
    timeless,
)
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.shares.afar import find_afar, out_of
from factcheck.drafts.shares.likely import find_likely
from factcheck.drafts.shares.of_each import find_of_each
from factcheck.drafts.shares.ratios import find_ratios
from factcheck.drafts.shares.told import Held, find_like_others, find_told, hold
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind, Numeral
from factcheck.phrases import Phrase
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

KIND: Final = "share"
FAMILY: Final = "parts"
_MOST_BEFORE_PART: Final = 10
_MOST_BEFORE_VERB: Final = 6
_MOST_BEFORE_OF: Final = 4
_MOST_IN_WHOLE: Final = 5
_MOST_LEADS: Final = 3
_MOST_TO_PART: Final = 7
_FIGURES_OF_SPEECH: Final = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000, 10_000, 100_000])
"""Wholes that "three in four" speaks of without counting."""


def find(draft: Draft) -> Iterator[Candidate]:
    """Every share that the text prints beside its part and its whole."""
    taken: set[int] = set()
    held: Held = {}
    for candidate in _shares(draft):
        yield candidate
        if isinstance(candidate, Stated) and "share" in candidate.roles:
            taken.add(candidate.roles["share"].start)
            hold(held, candidate)
    for sentence in draft.sentences:
        yield from find_ratios(draft, sentence, taken)
    for sentence, _, shares in sorted_of(draft).sentences:
        told = list(find_told(draft, sentence, shares, taken))
        yield from told
        if held and not told:
            free = [share for share in shares if share.start not in taken]
            yield from find_like_others(draft, sentence, free, held)


def _shares(draft: Draft) -> Iterator[Candidate]:
    figures = sorted_of(draft).sentences
    has_shares = any(shares for _, _, shares in figures)
    for sentence, levels, shares in figures:
        if not shares and (len(levels) < 2 or not has_shares):
            continue
        bound: set[int] = set()
        for stated in find_of_each(draft, sentence, shares):
            yield stated
            bound.add(stated.roles["share"].start)
        if len(levels) + len(shares) > 1:
            reader = _Shares(draft, sentence)
            for candidate in reader.found() if shares and not bound else ():
                yield candidate
                if isinstance(candidate, Stated):
                    bound.update(mention.start for mention in candidate.roles.values())
            if not bound:
                yield from reader.out_of_wholes()
        free = [share for share in shares if share.start not in bound]
        for stated in find_afar(draft, sentence, free):
            yield stated
            bound.add(stated.roles["share"].start)
        yield from find_likely(draft, sentence, [share for share in free if share.start not in bound])


class _Shares(SentenceReader):
    """The shares of one sentence."""

    family = FAMILY

    def found(self) -> Iterator[Candidate]:
        """What the sentence states of shares, their parts and their wholes."""
        mentions = timeless(self.sentence.mentions)
        taken = -1
        for at, (one, other) in enumerate(pairwise(mentions)):
            third = mentions[at + 2] if at + 2 < len(mentions) else None
            candidate = None if third is None else self._of_three(one, other, third)
            if candidate is not None:
                taken = at + 2
                yield candidate
            elif at >= taken and (pair := self._of_two(one, other)) is not None:
                yield pair

    def out_of_wholes(self) -> Iterator[Candidate]:
        """Every part out of a whole of which the text prints close by what share it is."""
        for one, other in pairwise(timeless(self.sentence.mentions)):
            if not (is_level(one) and is_level(other)):
                continue
            found = self.cue("part of").before(self.tokens, other.lead)
            if found is not None and one.tail <= found[1] <= one.tail + _MOST_BEFORE_PART:
                stated = out_of(self.draft, one, other)
                if stated is not None:
                    yield stated

    # --- three figures ------------------------------------------------------------------------------------------

    def _of_three(self, one: Mention, other: Mention, third: Mention) -> Candidate | None:
        shares = [is_share(each) for each in (one, other, third)]
        if sum(shares) != 1 or sum(is_level(each) for each in (one, other, third)) != 2:
            return None
        if shares[0]:
            return self._share_first(one, other, third)
        if shares[1]:
            return self._share_between(one, other, third)
        if self._part_of(one, other) and equals(self.draft, other, third) and self._closes(third, other):
            return self._stated(part=one, whole=other, share=third)
        if self._includes(one, other) and equals(self.draft, other, third) and self._closes(third, one):
            return self._stated(part=other, whole=one, share=third)
        return None

    def _share_first(self, share: Mention, other: Mention, third: Mention) -> Candidate | None:
        if self._share_of(share, other) and equals(self.draft, other, third) and self._is_said(third):
            return self._stated(part=third, whole=other, share=share)
        if equals(self.draft, share, other) and is_enclosed(other) and self._share_of(other, third):
            return self._stated(part=other, whole=third, share=share)
        return out_of(self.draft, other, third) if self._part_of(other, third) else None

    def _share_between(self, one: Mention, share: Mention, third: Mention) -> Candidate | None:
        if self._share_of(share, third) and (equals(self.draft, one, share) or self._verb(one, share)):
            return self._stated(part=one, whole=third, share=share)
        if self._includes(one, share) and equals(self.draft, share, third) and self._is_said(third):
            return self._stated(part=third, whole=one, share=share)
        return None

    # --- two figures, the whole in the sentence before, or a fraction -----------------------------------------------

    def _of_two(self, one: Mention, other: Mention) -> Candidate | None:
        if is_share(one) and is_share(other):
            return self._fraction(one, other) or self._as_fraction(one, other)
        if is_share(one) == is_share(other) or not (is_level(one) or is_level(other)):
            return None
        share, part = (one, other) if is_share(one) else (other, one)
        whole = self._whole_before(part, one)
        if whole is None or not equals(self.draft, one, other):
            return None
        closes = self._closes(share, whole) if share is other else self._is_said(part)
        return self._stated(part=part, whole=whole, share=share, confidence=Confidence.MEDIUM) if closes else None

    def _fraction(self, one: Mention, other: Mention) -> Candidate | None:
        """A fraction and the percentage that says the same: "3 sur 12 (25 %)"."""
        if one.figure.kind is not Kind.RATIO or other.figure.kind is not Kind.PERCENTAGE:
            return None
        if not equals(self.draft, one, other, _MOST_LEADS) or not self._ends(other):
            return None
        counted = self._counted(one)
        if counted is not None:
            return self._stated(part=counted[0], whole=counted[1], share=other)
        return Stated(KIND, equal(Name("share"), Name("percentage")), {"share": one, "percentage": other})

    def _as_fraction(self, percentage: Mention, fraction: Mention) -> Candidate | None:
        """A percentage and the fraction that says the same: "78 % des tués, soit les deux tiers"."""
        if percentage.figure.kind is not Kind.PERCENTAGE or fraction.figure.kind is not Kind.RATIO:
            return None
        if not equals(self.draft, percentage, fraction) or not self._ends(fraction):
            return None
        words = self.tokens.words
        if fraction.tail < self.tokens.last and is_word(words[fraction.tail]):
            return None  # "soit un quart plus", "or half as many"
        if self._is_change(percentage) or self.cue("no part after").at(self.tokens, percentage.tail) is not None:
            return None
        roles = {"percentage": percentage, "share": fraction}
        return Stated(KIND, equal(Name("percentage"), Name("share")), roles)

    def _is_change(self, percentage: Mention) -> bool:
        before = self.sentence.words(percentage.lead - _MOST_LEADS, percentage.lead)
        return not self.words("breaks").isdisjoint(before)

    def _counted(self, ratio: Mention) -> tuple[Mention, Mention] | None:
        """The two numbers of "27 élèves sur 30"; None for a figure of speech, "neuf sur dix"."""
        words = self.tokens.words
        part, whole = words[ratio.first], words[ratio.end - 1]
        if not (part.isdecimal() and whole.isdecimal()) or int(whole) in _FIGURES_OF_SPEECH:
            return None
        noun = next((word for word in self.sentence.words(ratio.first + 1, ratio.end) if word[-1:] in "sx"), None)
        return (
            _number(ratio, int(part), noun or part, ratio.first),
            _number(ratio, int(whole), noun or part, ratio.end - 1),
        )

    def _whole_before(self, part: Mention, first: Mention) -> Mention | None:
        """The only figure of the sentence before that compares with the part, where this one speaks "of that total"."""
        preceding = self.draft.preceding(self.sentence)
        if preceding is None:
            return None
        gap = Gap(self.tokens, range(self.tokens.first, first.lead))
        if not gap.at or first.previous is not None:
            return None
        found = self.cue("of that").at(self.tokens, gap.at[0])
        if found is None or not is_run(self.tokens.words[found[1] : first.lead], _MOST_TO_PART, self.words("breaks")):
            return None
        wholes = [mention for mention in preceding.mentions if is_level(mention) and alike(part, mention) is not None]
        return wholes[0] if len(wholes) == 1 else None

    # --- what binds two figures -----------------------------------------------------------------------------------

    def _verb(self, part: Mention, share: Mention) -> bool:
        """Whether the part is the subject of "représentent 42 %"."""
        gap = Gap.between(part, share)
        if gap.words == [","]:
            return True
        before = self.tokens.words[part.lead - 1]
        apposed = before in (",", *OPENING, *DASHES)  # "Le loyer, 800 euros, représente …"
        if gap.words[:1] in ([","], *([each] for each in (*CLOSING, *DASHES))) and (
            apposed or before in self.words("with")
        ):
            gap = gap.without(1)
        barred = self.words("breaks") | self.words("stops")
        return any(
            len(rest) <= _MOST_LEADS and self.words("leads").issuperset(rest)
            for _, rest in _without_asides(gap).cued(self.cue("verbs"), _MOST_BEFORE_VERB, barred)
        )

    def _share_of(self, share: Mention, whole: Mention) -> bool:
        gap = Gap.between(share, whole)
        if gap.words and gap.words[0] in (*CLOSING, ","):
            gap = gap.without(1)
        return any(self._leads_to(rest, whole) for _, rest in gap.cued(self.cue("share of"), 0, frozenset()))

    def _part_of(self, part: Mention, whole: Mention) -> bool:
        gap = Gap.between(part, whole)
        if any(self._leads_to(rest, whole) for _, rest in gap.cued(self.cue("part right of"), 0, frozenset())):
            return not is_count(part.figure) or alike(part, whole) is not None
        barred = self.words("breaks") | self.words("stops")
        cued = gap.cued(self.cue("part of"), _MOST_BEFORE_OF, barred)
        fits = alike(part, whole) is not None or (is_count(part.figure) and is_count(whole.figure))
        return fits and any(self._leads_to(rest, whole) for _, rest in cued)

    def _leads_to(self, rest: list[str], whole: Mention) -> bool:
        """Whether the words between "of" and a figure name the whole that the figure measures: "du budget de"."""
        if not rest:
            return True
        if is_possessive(rest):  # "of the school's 30 pupils"
            return all_words(rest, _MOST_IN_WHOLE, self.words("breaks"))
        barred = self.words("breaks") - self.words("averages")
        worth = self.cue("worth").before(self.tokens, whole.lead)
        if worth is not None and len(rest) > whole.lead - worth[1]:
            named = rest[: worth[1] - whole.lead]
            return all_words(named[:-1] if named[-1] == "," else named, _MOST_IN_WHOLE, barred)
        named, joint = rest[:-1], rest[-1]
        if joint not in self.words("joints") or not named:
            return False
        if not all_words(named, _MOST_IN_WHOLE, barred | self.words("stops")):
            return False
        return whole.figure.kind is Kind.CURRENCY or not self.words("wholes").isdisjoint(named) or joint in OPENING

    def _includes(self, whole: Mention, part: Mention) -> bool:
        """Whether the first figure is the whole of the second: "1 200 salariés, dont 504", "sur 1 200, 504"."""
        gap = Gap.between(whole, part)
        barred = self.words("breaks")
        if not gap.at or not barred.isdisjoint(gap.words):
            return False
        if gap.words == [","] and self.cue("of them").at(self.tokens, part.tail) is not None:
            return True
        for passed, index in enumerate(gap.at[: _MOST_BEFORE_PART + 1]):
            found = self.cue("including").at(self.tokens, index)
            if found is not None:
                rest = [self.tokens.words[after] for after in gap.at if after >= found[1]]
                return all_words(rest, _MOST_BEFORE_OF, barred | self.words("stops"))
            word = self.tokens.words[index]
            if word == "," and opens(self.draft, whole):
                rest = gap.words[passed + 1 :]
                if is_run(rest, _MOST_TO_PART, self.words("stops")):
                    return True
            if not (is_word(word) or word in (",", *CLOSING)):
                return False
        return False

    # --- what must not follow ---------------------------------------------------------------------------------------

    def _is_said(self, mention: Mention) -> bool:
        """Whether nothing after a figure makes it another thing than a part: "504 de plus qu'en 2023"."""
        if self.cue("no part after").at(self.tokens, mention.tail) is not None:
            return False
        if self.tokens.words[mention.lead - 1] not in OPENING:
            return True
        rest = []
        for index in range(mention.tail, self.tokens.last):
            if self.tokens.words[index] in CLOSING:
                break
            rest.append(self.tokens.words[index])
        return all_words(rest, 3, self.words("breaks")) and not any(word in rest for word in ("en", "in"))

    def _ends(self, share: Mention) -> bool:
        """Whether a share is not said to be one of something else."""
        words = self.tokens.words
        if self.cue("no part after").at(self.tokens, share.tail) is not None:
            return False
        pronoun = self.cue("pronouns").at(self.tokens, share.tail)
        if words[share.lead - 1] in OPENING:
            return words[share.tail if pronoun is None else pronoun[1]] in (*CLOSING, ",", ";")
        return pronoun is not None or words[share.tail] not in self.words("of a whole")

    def _closes(self, share: Mention, whole: Mention) -> bool:
        """Whether a share is one of this whole, as far as the words after it say: not "soit 40 % du trafic"."""
        if self._ends(share):
            return True
        words = self.tokens.words
        if words[share.tail] not in self.words("of a whole") or words[share.lead - 1] in OPENING:
            return False
        if self.cue("no part after").at(self.tokens, share.tail) is not None:
            return False
        noun = whole.figure.unit
        following = words[share.tail + 1 : share.tail + 4]
        return noun in following or not self.words("wholes").isdisjoint(following)

    # --- the relation -----------------------------------------------------------------------------------------------

    def _stated(
        self, *, part: Mention, whole: Mention, share: Mention, confidence: Confidence = Confidence.HIGH
    ) -> Candidate | None:
        mentions = (part, whole, share)
        if not same_period(part, whole):
            return LeftAlone(KIND, mentions, Phrase("the part and the whole are of different periods"))
        compared = alike(part, whole)
        if compared is None:
            both_count = is_count(part.figure) and is_count(whole.figure)
            if not both_count or part.figure.number > whole.figure.number:
                return LeftAlone(KIND, mentions, Phrase("the part and the whole are not of the same things"))
            compared = part, whole
        elif is_bare(compared[0].figure) and compared[0].figure.number > compared[1].figure.number:
            return LeftAlone(KIND, mentions, Phrase("the part and the whole are not of the same things"))
        roles = {"part": compared[0], "whole": compared[1], "share": share}
        return Stated(
            KIND, equal(call("share", Name("part"), Name("whole"), roles=roles), Name("share")), roles, confidence
        )


def _without_asides(gap: Gap) -> Gap:
    """The gap without the commas around a pronoun: "pèsent, eux, 1,9 %"."""
    at = list(gap.at)
    while len(at) > 2 and gap.tokens.words[at[-1]] == gap.tokens.words[at[-3]] == ",":
        del at[-3:]
    return Gap(gap.tokens, at)


def _number(ratio: Mention, value: int, noun: str, at: int) -> Mention:
    """One of the two numbers that a fraction is printed with, as a count."""
    tokens = ratio.sentence.tokens
    figure = replace(
        ratio.figure,
        text=tokens.printed(at, at + 1),
        kind=Kind.NUMBER,
        value=Fraction(value),
        unit=noun,
        numeral=Numeral(Fraction(value), digits=tokens.words[at]),
        start=tokens.starts[at],
        end=tokens.ends[at],
        in_words=False,
    )
    return replace(ratio, figure=figure, first=at, end=at + 1, lead=at, tail=at + 1)
