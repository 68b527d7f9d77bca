"""Amounts that a text gives twice, in two currencies, and the rates that it states for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.figures.figure import Kind

FAMILY: Final = "money"
_MOST_WORDS_BETWEEN: Final = 9
"""How far behind an amount "soit …" still gives it again: the words for what it is an amount of, and for when."""
_MOST_WORDS_TO_A_DATE: Final = 6
_SMALLEST_SCALE: Final = 1_000_000
_FEWEST: Final = 1000
_ONE: Final = 1
_COMMA: Final = ","
_ENDS: Final = (",", ".", ";", "!", "…", ")", "")


class Pair(Struct, frozen=True, eq=False):
    """An amount and what the text says it is worth; `others` are amounts that may be meant instead of the first."""

    amount: Mention
    worth: Mention
    others: tuple[Mention, ...] = ()

    @property
    def currencies(self) -> tuple[str, str]:
        """The two currencies, as printed."""
        return self.amount.figure.unit, self.worth.figure.unit

    @property
    def is_across(self) -> bool:
        """Whether the two stand in different sentences."""
        return self.amount.sentence is not self.worth.sentence


class Rate(Struct, frozen=True, eq=False):
    """That one unit of a currency costs so much: `cost` is in another currency."""

    currency: str
    cost: Mention

    def is_between(self, pair: Pair) -> bool:
        """Whether it is a rate for that conversion, this way or the other."""
        return {self.currency, self.cost.figure.unit} == set(pair.currencies)


def money_of(sentence: Sentence) -> list[Mention]:
    """The amounts of money of a sentence, in order."""
    return [mention for mention in sentence.mentions if mention.figure.kind is Kind.CURRENCY]


# --- which amounts belong together ---------------------------------------------------------------------------------


def pairs(draft: Draft, sentence: Sentence, currencies: frozenset[str]) -> Iterator[Pair]:
    """The conversions of a sentence; `currencies` are those of the text, of which a bare amount takes the other one."""
    if not draft.wordings.words(FAMILY, "price lists").isdisjoint(sentence.tokens.words):
        return
    money = [_with_currency(mention, currencies) for mention in sentence.mentions]
    amounts = [mention for mention in money if mention is not None]
    for amount, worth in pairwise(amounts):
        if amount.figure.unit == worth.figure.unit or _is_one(amount) or _is_one(worth):
            continue
        if sentence.mentions[worth.position] is worth and gives_again(draft, amount, worth):
            yield Pair(amount, worth)
    yield from _of_the_sentence_before(draft, sentence)


def _with_currency(mention: Mention, currencies: frozenset[str]) -> Mention | None:
    """An amount of money; in a text of two currencies also a bare one, "52,5 milliards (80 millions d'euros)"."""
    figure, worth = mention.figure, mention.next
    if figure.kind is Kind.CURRENCY:
        return mention
    if figure.kind is not Kind.NUMBER or figure.unit or worth is None or worth.figure.kind is not Kind.CURRENCY:
        return None
    others = currencies - {worth.figure.unit}
    scaled = figure.numeral is not None and figure.numeral.scale >= _SMALLEST_SCALE
    scaled = scaled or (
        figure.number >= _FEWEST and any(each.figure.unit in others for each in mention.sentence.mentions)
    )
    opened = mention.sentence.tokens.words[mention.tail : worth.lead] == ["("]
    if not scaled or not opened or len(others) != 1:
        return None
    return mention.read_as(replace(figure, kind=Kind.CURRENCY, unit=next(iter(others)), assumed=True))


def gives_again(draft: Draft, amount: Mention, worth: Mention) -> bool:
    """Whether the words between the two and after the second say that it is the first one again."""
    tokens, wordings = worth.sentence.tokens, draft.wordings
    between = tokens.words[amount.tail : worth.lead]
    if _in_a_range(draft, amount) or _in_a_range(draft, worth):
        return False
    if any(each.figure.kind is not Kind.DATE for each in _mentions_between(amount, worth)):
        return False
    if wordings.cue(FAMILY, "not the same").at(tokens, worth.tail) is not None:
        return False
    announced = wordings.cue(FAMILY, "equals").before(tokens, worth.lead)
    opened = wordings.cue(FAMILY, "opens").before(tokens, worth.lead)
    begins = announced or opened
    if begins is not None and begins[1] >= amount.tail:
        words = tokens.words[amount.tail : begins[1]]
        if len(words) > _MOST_WORDS_BETWEEN or not wordings.words(FAMILY, "breaks").isdisjoint(words):
            return False
        return opened is None or _closed(draft, worth)
    appended = wordings.cue(FAMILY, "apposition").before(tokens, worth.lead)
    if appended is not None:
        return _only_dates(draft, amount, worth, appended[1])
    return between == [_COMMA] and _stands_between_commas(worth)


def _only_dates(draft: Draft, amount: Mention, worth: Mention, end: int) -> bool:
    """Whether nothing but a date and a comma stands from the amount to the token: "90 million euros in 2024, or"."""
    words = worth.sentence.tokens.words
    dates = {at for each in _mentions_between(amount, worth) for at in range(each.lead, each.tail)}
    rest = [words[at] for at in range(amount.tail, end) if at not in dates]
    if dates and rest[:1] and rest[0] in draft.wordings.words(FAMILY, "in the year"):
        rest = rest[1:]
    return rest in ([], [_COMMA])


def _mentions_between(amount: Mention, worth: Mention) -> Sequence[Mention]:
    return amount.sentence.mentions[amount.position + 1 : worth.position]


def dated_after(mention: Mention) -> Mention | None:
    """The date that follows closely, no other figure between."""
    following = mention.next
    if following is None or following.figure.kind is not Kind.DATE:
        return None
    return following if following.lead - mention.tail <= _MOST_WORDS_TO_A_DATE else None


def _speaks_of_a_rate(draft: Draft, sentence: Sentence, end: int) -> bool:
    """Whether a sentence begins with the rate that it converts at: "Au cours moyen de l'an dernier, cela fait …"."""
    tokens = sentence.tokens
    return draft.wordings.cue(FAMILY, "at a rate").at(tokens, tokens.first) is not None and end > tokens.first


def _closed(draft: Draft, worth: Mention) -> bool:
    """Whether the parenthesis holds nothing but the amount, a date or a rate after a comma."""
    after = worth.sentence.tokens.words[worth.tail]
    return after in draft.wordings.words(FAMILY, "closes") or after in (",", ";") or dated_after(worth) is not None


def _stands_between_commas(worth: Mention) -> bool:
    """Whether a mere apposition, ", about $120 million," ends like one, and is loosened as conversions are."""
    after = worth.sentence.tokens.words[worth.tail]
    return worth.lead < worth.first and after in (",", ".", ";", ")", "")


def _in_a_range(draft: Draft, mention: Mention) -> bool:
    """Whether it is an end of "20 à 25 millions"."""
    joints = draft.lexicon.range_joints | draft.lexicon.conjunctions
    following, previous = mention.next, mention.previous
    words = mention.sentence.tokens.words
    if following is not None and following.lead == mention.tail + 1 and words[mention.tail] in joints:
        return following.figure.kind in (mention.figure.kind, Kind.NUMBER)
    if previous is not None and mention.lead == previous.tail + 1 and words[previous.tail] in joints:
        if draft.wordings.cue(FAMILY, "changed from").before(mention.sentence.tokens, previous.lead) is not None:
            return False
        return previous.figure.kind in (mention.figure.kind, Kind.NUMBER)
    return False


def _of_the_sentence_before(draft: Draft, sentence: Sentence) -> Iterator[Pair]:
    """What a sentence says that the amount of the one before is worth: "Soit environ 2,8 milliards de dollars."."""
    before = draft.preceding(sentence)
    worths = money_of(sentence)
    if before is None or not worths:
        return
    tokens, wordings = sentence.tokens, draft.wordings
    first_rate = min((rate.cost.position for rate in rates(draft, sentence)), default=None)
    for worth in worths:
        says = wordings.cue(FAMILY, "it is worth").before(tokens, worth.lead)
        says = says or wordings.cue(FAMILY, "equals").before(tokens, worth.lead)
        if says is None and tokens.words[worth.tail] in _ENDS:
            says = wordings.cue(FAMILY, "it is").before(tokens, worth.lead)
        if says is None or wordings.cue(FAMILY, "not the same").at(tokens, worth.tail) is not None:
            continue
        opens = says[1] == tokens.first
        at_a_rate = first_rate is not None and first_rate < worth.position
        converted = at_a_rate or _speaks_of_a_rate(draft, sentence, says[1])
        if not (opens or (converted and tokens.words[says[1] - 1] == _COMMA)):
            continue
        amounts = [each for each in money_of(before) if each.figure.unit != worth.figure.unit and not _is_one(each)]
        if len(amounts) == 1 or (amounts and at_a_rate and len({each.figure.unit for each in amounts}) == 1):
            yield Pair(amounts[0], worth, tuple(amounts[1:]))  # several may be meant together, but not at a rate
        return


# --- rates ---------------------------------------------------------------------------------------------------------


def rates(draft: Draft, sentence: Sentence) -> Iterator[Rate]:
    """The rates that a sentence states: "1 euro = 10,8 dirhams", "N1,545 to the dollar"."""
    cue, tokens = draft.wordings.cue(FAMILY, "rate"), sentence.tokens
    money = money_of(sentence)
    for first, second in pairwise(money):
        if first.figure.unit == second.figure.unit or _is_one(first) == _is_one(second):
            continue
        joint = cue.at(tokens, first.tail)
        if joint is not None and joint[1] == second.lead:
            one, cost = (first, second) if _is_one(first) else (second, first)
            yield Rate(one.figure.unit, cost)
    for cost in money:
        joint = draft.wordings.cue(FAMILY, "to one").at(tokens, cost.tail)
        measure = None if joint is None else draft.lexicon.measures.at(tokens, joint[1])
        if measure is None or measure[0].kind is not Kind.CURRENCY or measure[0].unit == cost.figure.unit:
            continue
        yield Rate(measure[0].unit, cost)


def _is_one(mention: Mention) -> bool:
    """Whether it is one unit of a currency: "un dollar"."""
    numeral = mention.figure.numeral
    return mention.figure.value == _ONE and numeral is not None and numeral.scale == 1
