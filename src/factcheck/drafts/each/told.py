"""Figures for each that can be of one amount and one count only, and need not hold: the second chance of a mistake.

A passage of three figures, one of which is said to be for each, offers exactly one amount in its unit and one count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits
from factcheck.drafts.each.figures import alike_each, stem
from factcheck.drafts.links import DASHES, SentenceReader, has_unread, is_bare, is_count, is_level, is_range
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.figures.units import unit_named
from factcheck.reading.measures import measure_at
from factcheck.relations.expression import Constant, Name, divide, multiply
from factcheck.relations.finding import Confidence

KIND: Final = "per"
FAMILY: Final = "per"
_THREE: Final = 3
_MOST_BEFORE: Final = 6
_MOST_ITEMS: Final = 4
_MOST_TO_EACH: Final = 10
_PERIODS: Final = (4, 12, 52, 365)
_NEAR: Final = Fraction(1, 30)
_FARTHEST: Final = 11
"""What is further than so many times from the figure for each that the others yield is of something else."""
_FEWEST: Final = 3


class _Each(Struct, frozen=True):
    """A figure for each, and the noun of what each is; no noun, where the words say only "each" or "on average"."""

    mention: Mention
    noun: str


def find_told(draft: Draft, sentence: Sentence, taken: Set[int]) -> Iterator[Stated]:
    """The figure for each of a sentence or of two, held against the only amount and count.

    Figures that begin at a place in `taken` are known to be something.
    """
    told = _figures(sentence)
    before = draft.preceding(sentence)
    if len(told) == 1 and before is not None:
        told = [*_figures(before), *told]
    if len(told) == _THREE and not any(mention.start in taken for mention in told):
        stated = _Told(draft, sentence, told).found()
        if stated is not None:
            yield stated


def find_listed(draft: Draft) -> Iterator[Stated]:
    """The same of the items of a short list, of one figure each."""
    for items in draft.document.lists:
        if _THREE <= len(items.items) <= _MOST_ITEMS:
            listed = [draft.mentions_in(start, end) for start, end in items.items]
            found = [each[0] for each in listed if len(each) == 1]
            if len(found) == len(listed) == _THREE and all(map(is_level, found)):
                told = (_Told(draft, mention.sentence, found).found() for mention in found)
                yield from (stated for stated in told if stated is not None)


def _figures(sentence: Sentence) -> list[Mention]:
    """Amounts, counts, quantities and durations; nothing, where other figures stand among them."""
    found = [mention for mention in sentence.mentions if mention.figure.kind is not Kind.DATE]
    if any(not (is_level(mention) or mention.figure.kind is Kind.DURATION) for mention in found):
        return []
    return found


class _Told(SentenceReader):
    """Three figures, one of which may be for each."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, told: Sequence[Mention]) -> None:
        super().__init__(draft, sentence)
        self.told = told

    def found(self) -> Stated | None:
        """The relation, where exactly one figure is for each and the others are an amount and a count."""
        each = [found for mention in self.told if (found := self._each(mention)) is not None]
        if len(each) != 1 or self._is_excused(each[0]) or each[0].mention.sentence is not self.sentence:
            return None
        one, other = (mention for mention in self.told if mention is not each[0].mention)
        stated = [
            relation
            for amount, count in ((one, other), (other, one))
            if (relation := self._relation(amount, count, each[0])) is not None
        ]
        if len(stated) != 1 or is_range(one, other):
            return None
        return doubted(stated[0])

    def _is_excused(self, each: _Each) -> bool:
        """Whether words say that the amount may be another one, or that figures are missing."""
        excuses = self.words("excuses")
        for sentence in dict.fromkeys(mention.sentence for mention in self.told):
            words = sentence.words(sentence.tokens.first, sentence.tokens.last)
            if not excuses.isdisjoint(words) or has_unread(sentence, sentence.tokens.first, sentence.tokens.last):
                return True
            if ";" in words and (each.mention is not self.told[0] or not each.noun):
                return True
        return each.mention is self.told[-1] and self._is_of_another(each.mention)

    def _is_of_another(self, each: Mention) -> bool:
        """Whether a figure for each may be of another amount than those before it: "…, and water costs £20 a head"."""
        before = self.told[-2]
        if before.sentence is not each.sentence:
            return each.figure.kind is Kind.CURRENCY or is_count(self.told[0].figure)
        words = self.tokens.words[before.tail : each.lead]
        return len(words) > _MOST_TO_EACH or not self.draft.lexicon.conjunctions.isdisjoint(words)

    # --- which one is for each ----------------------------------------------------------------------------------------

    def _each(self, mention: Mention) -> _Each | None:
        tokens = mention.sentence.tokens
        if self.cue("each").at(tokens, mention.tail) is not None or self.cue("average").at(tokens, mention.tail):
            return _Each(mention, "")
        for name in ("per", "per one"):
            per = self.cue(name).at(tokens, mention.tail)
            if per is not None and per[1] < tokens.last and (name == "per" or not is_count(mention.figure)):
                noun = tokens.words[per[1]]
                found = _Each(mention, noun)
                sure = name == "per" or not is_bare(mention.figure) or any(_is_one_of(found, it) for it in self.told)
                if sure and noun.isalpha() and noun not in self.words("times but hours"):
                    return found
        return _Each(mention, "") if self._is_called_average(mention) or self._is_given_to_each(mention) else None

    def _is_called_average(self, mention: Mention) -> bool:
        before = self._before(mention)
        return not self.words("called average").isdisjoint(before)

    def _is_given_to_each(self, mention: Mention) -> bool:
        """Whether it is: "Each of the 1,400 staff will get €350", "ils toucheront chacun 550 dollars"."""
        if mention.figure.kind is not Kind.CURRENCY:
            return False
        previous = mention.previous
        if previous is not None and self._is_instalment(previous, mention):
            return True
        if not self.words("each before").isdisjoint(self._before(mention)):
            return True
        return previous is not None and is_count(previous.figure) and self._is_each_of(previous)

    def _is_each_of(self, count: Mention) -> bool:
        tokens = count.sentence.tokens
        return self.cue("each of").before(tokens, count.lead) is not None

    def _is_instalment(self, count: Mention, each: Mention) -> bool:
        """Whether a figure is one of many alike: "Douze mensualités de 78 dirhams"."""
        words = each.sentence.tokens.words[count.tail : each.lead]
        return len(words) == 1 and words[0] in self.words("of") and count.figure.unit in self.words("instalments")

    def _before(self, mention: Mention) -> list[str]:
        tokens, previous = mention.sentence.tokens, mention.previous
        first = tokens.first if previous is None else previous.tail
        words = tokens.words[max(first, mention.lead - _MOST_BEFORE) : mention.lead]
        for at in range(len(words) - 1, -1, -1):
            if words[at] in (",", ";", *DASHES) and at < len(words) - 1:
                return words[at + 1 :]
        return words

    # --- what the others are ------------------------------------------------------------------------------------------

    def _relation(self, amount: Mention, count: Mention, each: _Each) -> Stated | None:
        """The relation between an amount, a count and a figure for each; None where they cannot be that."""
        total, one = alike_each(amount, each.mention)
        if total is None or one is None or amount.figure.number <= each.mention.figure.number:
            return None
        figure = count.figure
        if figure.number < _FEWEST or figure.number.denominator != 1 or not self._may_be(count, each):
            return None
        if is_count(amount.figure) and not self._may_hold(amount, count, each):
            return None
        roles = {"amount": total, "count": count, "each": one}
        if figure.kind is Kind.NUMBER and (is_count(figure) or is_bare(figure)):
            if is_bare(figure):
                roles["count"] = count.read_as(replace(figure, unit="person"))
            relation = equal(call("per", Name("amount"), Name("count"), roles=roles), Name("each"))
            stated = Stated(KIND, relation, roles, Confidence.MEDIUM)
            return None if _is_of_another_time(stated, Fraction(1)) else stated
        unit = self._unit(count, each)
        if unit is None:
            return None
        by_unit = multiply(divide(Name("amount"), Name("count")), Constant(Fraction(1), unit))
        stated = Stated(KIND, equal(by_unit, Name("each")), roles, Confidence.MEDIUM)
        return None if _is_of_another_time(stated, unit_named(unit).factor) else stated

    def _may_be(self, count: Mention, each: _Each) -> bool:
        """Whether the noun of what each is, where there is one, may be that of a count."""
        if not each.noun or _is_one_of(each, count) or self._is_called_average(each.mention):
            return True
        figure = count.figure
        if figure.kind is Kind.DURATION or not (is_count(figure) or is_bare(figure)):
            return True  # its unit is compared
        if each.noun in self.words("anybody"):
            return True
        return figure.unit in ("", "person", "job") and each.noun in self.words("person") | self.words("job")

    def _may_hold(self, amount: Mention, count: Mention, each: _Each) -> bool:
        """Whether of two counts one is shared out among the other: the larger, unless the words name them."""
        if _is_one_of(each, count):
            return True
        named = is_count(count.figure) or count.figure.kind is Kind.DURATION
        return named and amount.figure.number > count.figure.number and amount.figure.unit != count.figure.unit

    def _unit(self, count: Mention, each: _Each) -> str | None:
        """The unit that a quantity is divided by: "£240 per kilo for 15 tonnes", "12 an hour"."""
        figure = count.figure
        if not each.noun or not figure.unit:
            return None
        if figure.kind is Kind.DURATION:
            return figure.unit if _is_one_of(each, count) else None
        tokens, tail = each.mention.sentence.tokens, each.mention.tail
        for at in range(tail, min(tail + _THREE, tokens.last)):
            measured = measure_at(tokens, at, self.draft.lexicon)
            if measured is None or tokens.words[at] != each.noun or measured[0].kind is not Kind.NUMBER:
                continue
            if _like(measured[0].unit, figure.unit):
                return measured[0].unit
        return figure.unit if _is_one_of(each, count) else None


def _is_one_of(each: _Each, count: Mention) -> bool:
    """Whether a figure is for each of what another one is printed to count or measure."""
    nouns = (stem(each.noun), each.noun + "es")  # each bus of many buses
    return bool(each.noun) and any(word in nouns or stem(word) in nouns for word in count.figure.text.lower().split())


def _like(unit: str, other: str) -> bool:
    return unit_named(unit).dimension == unit_named(other).dimension


def _is_of_another_time(stated: Stated, one: Fraction) -> bool:
    """Whether the amount may be that of a year and the figure for each that of a month, or the other way.

    `one` is the unit that the figure for each is for, in base units.
    """
    if fits(stated):
        return False
    sizes = {role: mention.figure.number * mention.figure.measure.factor for role, mention in stated.roles.items()}
    ratio = sizes["amount"] * one / (sizes["count"] * sizes["each"])
    off = max(ratio, 1 / ratio)
    return off > _FARTHEST or any(abs(off / period - 1) <= _NEAR for period in _PERIODS)
