"""Figures for each of a count: an amount, a count and what each comes to, in whatever order the text prints them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from factcheck.drafts.afar import sorted_of
from factcheck.drafts.each.afar import Afar
from factcheck.drafts.each.figures import alike_each, stem
from factcheck.drafts.each.named import find_named
from factcheck.drafts.each.told import find_listed, find_told
from factcheck.drafts.links import (
    Gap,
    SentenceReader,
    all_words,
    equals,
    is_bare,
    is_count,
    is_level,
    is_run,
    undated,
    with_unit_of,
)
from factcheck.drafts.prose import Draft, Mention, same_unit
from factcheck.drafts.stated import Candidate, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.reading.measures import measure_at
from factcheck.relations.expression import Comparison, Constant, Expression, Name, divide, multiply
from factcheck.relations.finding import Confidence

KIND: Final = "per"
FAMILY: Final = "per"
_MOST_BETWEEN: Final = 8
_MONTHS: Final = Constant(Fraction(12), "count", "12")
_QUARTERS: Final = Constant(Fraction(4), "count", "4")
_NONE: Final[frozenset[str]] = frozenset()


def find(draft: Draft) -> Iterator[Candidate]:
    """Every figure for each that the text prints beside the amount and the count."""
    afar = Afar(draft)
    has_names = not draft.wordings.words(FAMILY, "sure per").isdisjoint(draft.words)
    for sentence, levels, _ in sorted_of(draft).sentences:
        if not levels:
            continue
        bound: set[int] = set()
        for candidate in _Each(draft, sentence).found(undated(sentence.mentions)):
            yield candidate
            if isinstance(candidate, Stated):
                bound.update(mention.start for mention in candidate.roles.values())
        for stated in find_named(draft, sentence) if has_names and not bound else ():
            yield stated
            bound.update(mention.start for mention in stated.roles.values())
        for stated in afar.find(sentence, [mention for mention in levels if mention.start not in bound]):
            yield stated
            bound.update(mention.start for mention in stated.roles.values())
        yield from find_told(draft, sentence, bound)
    yield from find_listed(draft)


class _Each(SentenceReader):
    """The figures for each in one sentence."""

    family = FAMILY

    def found(self, mentions: list[Mention]) -> Iterator[Candidate]:
        """Every relation between figures for each, amounts and counts."""
        if len(mentions) >= 2:
            for one, other in pairwise(mentions):
                yield from self._over_a_year(one, other)
        for one, other, third in zip(mentions, mentions[1:], mentions[2:], strict=False):
            if is_level(one) and is_level(other) and is_level(third):
                yield from self._of_three(one, other, third)
        if mentions and is_level(mentions[0]):
            yield from self._after_a_sentence(mentions[0])

    def _of_three(self, one: Mention, other: Mention, third: Mention) -> Iterator[Candidate]:
        if self._is_for_each(third, one, other) and self._is_short(one, other):
            if equals(self.draft, other, third, leads=self.words("leads")) or self._goes_to_each(other, third):
                yield from self._stated(one, other, third)
        elif self._is_per_unit(third, one) or self._is_per_unit(third, other):
            beside = is_run(Gap.between(one, other).words, _MOST_BETWEEN, self.words("breaks"))
            if beside and equals(self.draft, other, third, leads=self.words("leads")):
                yield from self._stated_by_unit(one, other, third)
        elif self._is_count_of(one, other) and self._comes_to(other, third) and self._is_whole(third):
            yield from self._stated(one, third, other)
        elif self._is_count_of(other, third) and self._is_total_of(one, other):
            yield from self._stated(one, other, third)

    def _after_a_sentence(self, each: Mention) -> Iterator[Candidate]:
        """A figure for each at the beginning of the sentence after: "Soit 200 000 dirhams par logement"."""
        preceding = self.draft.preceding(self.sentence)
        opening = self.cue("opening").before(self.tokens, each.lead)
        if preceding is None or opening is None or opening[1] != self.tokens.first:
            return
        levels = [mention for mention in preceding.mentions if is_level(mention)]
        amounts = [mention for mention in levels if same_unit(mention.figure, each.figure)]
        counts = [mention for mention in levels if is_count(mention.figure) and self._is_per(each, mention)]
        if len(amounts) == len(counts) == 1 and amounts[0] is not counts[0]:
            yield from self._stated(amounts[0], counts[0], each, Confidence.MEDIUM)

    def _over_a_year(self, one: Mention, other: Mention) -> Iterator[Candidate]:
        """An amount a month and the same a year: "20 euros par mois, soit 240 euros par an"."""
        if one.figure.kind is not Kind.CURRENCY or self.cue("yearly").at(self.tokens, other.tail) is None:
            return
        for name, times in (("monthly", _MONTHS), ("quarterly", _QUARTERS)):
            if self.cue(name).at(self.tokens, one.tail) is None or not equals(self.draft, one, other, 4):
                continue
            if self.shared_cue("or").before(self.tokens, other.lead) is not None:
                return  # "$20 a month, or $200 a year" offers two prices
            if not self.words("not alike").isdisjoint(self.sentence.words(self.tokens.first, self.tokens.last)):
                return
            if is_bare(other.figure):
                other = other.read_as(with_unit_of(other.figure, one.figure))
            if same_unit(one.figure, other.figure):
                roles = {"amount": other, "each": one}
                yield Stated(KIND, equal(_per(Name("amount"), times, roles), Name("each")), roles)

    # --- what binds the figures -----------------------------------------------------------------------------------

    def _is_for_each(self, each: Mention, one: Mention, other: Mention) -> bool:
        return any(is_count(count.figure) and self._is_per(each, count) for count in (one, other))

    def _is_per(self, each: Mention, count: Mention) -> bool:
        """Whether a figure is said to be for each of what another one counts."""
        noun = self.tokens.words
        per = self.cue("per").at(self.tokens, each.tail)
        if per is not None and self._is_one_of(noun[per[1]], count.figure.unit):
            return True
        return self.cue("each").at(self.tokens, each.tail) is not None

    def _is_one_of(self, word: str, unit: str) -> bool:
        """Whether a word is the singular of a noun counted."""
        if unit in ("person", "job"):
            return word in self.words(unit)
        return word != "" and stem(word) == stem(unit)

    def _is_per_unit(self, each: Mention, count: Mention) -> bool:
        """Whether a figure is said to be for one of the unit of another: "300 millions d'euros le kilomètre"."""
        if count.figure.kind is not Kind.NUMBER or is_count(count.figure) or is_bare(count.figure):
            return False
        per = self.cue("per unit").at(self.tokens, each.tail)
        unit = None if per is None else measure_at(self.tokens, per[1], self.draft.lexicon)
        return unit is not None and unit[0].unit == count.figure.unit

    def _is_short(self, one: Mention, other: Mention) -> bool:
        return all_words(Gap.between(one, other).words, _MOST_BETWEEN, self.words("breaks"))

    def _is_count_of(self, count: Mention, each: Mention) -> bool:
        """Whether a count stands right before what each of its things comes to: "dix annuités de 3 millions"."""
        if not is_count(count.figure):
            return False
        gap = Gap.between(count, each)
        if len(gap.words) == 1 and gap.words[0] in self.words("of"):
            return each.figure.kind is Kind.CURRENCY or not is_count(each.figure)
        if each.figure.kind is Kind.CURRENCY and all_words(gap.words, _MOST_BETWEEN, self.words("breaks")):
            before = self.tokens.words[max(count.lead - 3, self.tokens.first) : count.lead]
            if not self.words("each before").isdisjoint([*before, *gap.words]):
                return True
        found = None if not gap.at else self.cue("priced").at(self.tokens, gap.at[0])
        if found is None or found[1] != each.lead:
            return False
        return self._is_per(each, count) or (len(gap.at) == 1 and each.figure.kind is Kind.CURRENCY)

    def _comes_to(self, each: Mention, amount: Mention) -> bool:
        """Whether an amount is said to be what all come to: "…, soit 3 millions", "…, a total of £3m"."""
        if equals(self.draft, each, amount):
            return True
        total = self.draft.wordings.cue("sums", "total before").before(self.tokens, amount.lead)
        return total is not None and all_words([w for w in Gap.between(each, amount).words if w != ","], 4, _NONE)

    def _goes_to_each(self, count: Mention, each: Mention) -> bool:
        """Whether an amount is shared out among a count: "shared among 12,000 farmers, who will get £250 each"."""
        found = self.cue("to each").before(self.tokens, each.lead)
        if found is None or found[1] < count.tail or found[1] > count.tail + 1:
            return False
        shared = self.cue("shared").before(self.tokens, count.lead) is not None
        return shared or self.tokens.words[found[1] - 1] == ","

    def _is_total_of(self, amount: Mention, count: Mention) -> bool:
        if equals(self.draft, amount, count, 4):
            return True
        gap = Gap.between(amount, count)
        is_in = len(gap.words) == 1 and gap.words[0] in self.words("in")
        return is_in and count.figure.unit in self.words("instalments")

    def _is_whole(self, amount: Mention) -> bool:
        """Whether nothing after an amount makes it another thing than a total."""
        tokens = self.tokens
        per = self.cue("per").at(tokens, amount.tail) or self.cue("each").at(tokens, amount.tail)
        after = self.shared_cue("no part after").at(tokens, amount.tail)
        return per is None and after is None

    # --- the relation -----------------------------------------------------------------------------------------------

    def _stated(
        self, one: Mention, other: Mention, each: Mention, confidence: Confidence = Confidence.HIGH
    ) -> Iterator[Candidate]:
        """The relation between an amount and a count, in either order, and the figure for each."""
        for amount, count in ((one, other), (other, one)):
            if not is_count(count.figure):
                continue
            total, unit = alike_each(amount, each)
            if total is None or unit is None or (is_count(total.figure) and total.figure.unit == count.figure.unit):
                continue
            roles = {"amount": total, "count": count, "each": unit}
            yield Stated(KIND, equal(_per(Name("amount"), Name("count"), roles), Name("each")), roles, confidence)
            return

    def _stated_by_unit(self, one: Mention, other: Mention, each: Mention) -> Iterator[Candidate]:
        """The same where what is counted is measured, in kilometres or tonnes."""
        amount, count = (other, one) if self._is_per_unit(each, one) else (one, other)
        total, unit = alike_each(amount, each)
        if total is not None and unit is not None:
            roles = {"amount": total, "count": count, "each": unit}
            yield Stated(KIND, _per_unit(roles), roles)


def _per_unit(roles: dict[str, Mention]) -> Comparison:
    one = Constant(Fraction(1), roles["count"].figure.unit)
    return equal(multiply(divide(Name("amount"), Name("count")), one), Name("each"))


def _per(amount: Expression, count: Expression, roles: dict[str, Mention]) -> Expression:
    return call("per", amount, count, roles=roles)
