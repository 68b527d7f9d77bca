"""Conversions: an amount that the text gives again in another currency, "26,2 milliards de dirhams, soit 2,8 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant, Expression, Literal, Name, divide
from factcheck.relations.finding import Confidence

KIND: Final = "convert"
_FAMILY: Final = "money"
_MOST_WORDS_BETWEEN: Final = 9
"""How far behind an amount "soit …" still gives it again: the words for what it is an amount of, and for when."""
_MOST_WORDS_TO_A_DATE: Final = 6
_OPENING_WORDS: Final = 6
_WORD: Final = re.compile(r"[\w-]+")
_EVER: Final = Period.parse("2010/2026")
_ONE: Final = 1

_YEARS_BACK: Final = 2
"""An amount without a period is of the text's year or of one not long before."""

_UNDATED: Final = Phrase("the text does not say of when the amount is: some rate since 2010 fits")
_NOT_SAID: Final = Phrase("the sentence does not say of when the amount is: some rate since {since} fits")


class Pair(Struct, frozen=True, eq=False):
    """An amount and what the text says it is worth."""

    amount: Mention
    worth: Mention

    @property
    def currencies(self) -> tuple[str, str]:
        """The two currencies, as printed."""
        return self.amount.figure.unit, self.worth.figure.unit


def find(draft: Draft) -> Iterator[Candidate]:
    """Every conversion of the draft, held against the rate that the text states, else that of the amount's period.

    Where no rate can be chosen, two conversions of one text are held against each other.
    """
    money = [sentence for sentence in draft.sentences if _may_convert(sentence)]
    if not money:
        return
    stated = {rate.currencies: rate for sentence in money for rate in _rates(draft, sentence)}
    undated: list[Pair] = []
    for sentence in money:
        for pair in _pairs(draft, sentence):
            rate = stated.get(pair.currencies)
            other_way = stated.get((pair.currencies[1], pair.currencies[0]))
            if rate is not None or other_way is not None:
                yield _at_stated_rate(pair, rate, other_way)
                continue
            period, doubt = _period(draft, pair)
            yield _at_rate_of(draft, pair, period, doubt)
            if doubt is _UNDATED:
                undated.append(pair)
    yield from _implying_different_rates(undated)


def _may_convert(sentence: Sentence) -> bool:
    units = {mention.figure.unit for mention in sentence.mentions if mention.figure.kind is Kind.CURRENCY}
    return len(units) > 1


# --- which amounts belong together ---------------------------------------------------------------------------------


def _pairs(draft: Draft, sentence: Sentence) -> Iterator[Pair]:
    money = [mention for mention in sentence.mentions if mention.figure.kind is Kind.CURRENCY]
    for amount, worth in pairwise(money):
        if amount.figure.unit == worth.figure.unit or _is_rate(amount) or _is_rate(worth):
            continue
        if _gives_again(draft, amount, worth):
            yield Pair(amount, worth)


def _gives_again(draft: Draft, amount: Mention, worth: Mention) -> bool:
    """Whether the words between the two and after the second say that it is the first one again."""
    tokens, wordings = worth.sentence.tokens, draft.wordings
    between = tokens.words[amount.tail : worth.lead]
    if _in_a_range(draft, amount) or _in_a_range(draft, worth):
        return False
    if any(each.figure.kind is not Kind.DATE for each in _mentions_between(amount, worth)):
        return False
    if wordings.cue(_FAMILY, "not the same").at(tokens, worth.tail) is not None:
        return False
    announced = wordings.cue(_FAMILY, "equals").before(tokens, worth.lead)
    opened = wordings.cue(_FAMILY, "opens").before(tokens, worth.lead)
    begins = announced or opened
    if begins is not None and begins[1] >= amount.tail:
        words = tokens.words[amount.tail : begins[1]]
        if len(words) > _MOST_WORDS_BETWEEN or not wordings.words(_FAMILY, "breaks").isdisjoint(words):
            return False
        return opened is None or _closed(draft, worth)
    appended = wordings.cue(_FAMILY, "apposition").before(tokens, worth.lead)
    if appended is not None:
        return tokens.words[amount.tail : appended[1]] in ([], [","])
    return between == [","] and _stands_between_commas(worth)


def _mentions_between(amount: Mention, worth: Mention) -> Sequence[Mention]:
    return amount.sentence.mentions[amount.position + 1 : worth.position]


def _closed(draft: Draft, worth: Mention) -> bool:
    """Whether the parenthesis holds nothing but the amount, a date or a rate after a comma."""
    after = worth.sentence.tokens.words[worth.tail]
    return after in draft.wordings.words(_FAMILY, "closes") or after in (",", ";") or _dated_after(worth) is not None


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
        return following.figure.kind is mention.figure.kind
    if previous is not None and mention.lead == previous.tail + 1 and words[previous.tail] in joints:
        return previous.figure.kind is mention.figure.kind
    return False


def _is_rate(mention: Mention) -> bool:
    """Whether it is one unit of a currency: "un dollar"."""
    return mention.figure.value == _ONE and mention.figure.numeral is not None and mention.figure.numeral.scale == 1


# --- at which rate -------------------------------------------------------------------------------------------------


def _rates(draft: Draft, sentence: Sentence) -> Iterator[Pair]:
    """The rates that a sentence states: one unit of a currency, and what it costs in another."""
    money = [mention for mention in sentence.mentions if mention.figure.kind is Kind.CURRENCY]
    cue = draft.wordings.cue(_FAMILY, "rate")
    for first, second in pairwise(money):
        if first.figure.unit == second.figure.unit or _is_rate(first) == _is_rate(second):
            continue
        joint = cue.at(sentence.tokens, first.tail)
        if joint is not None and joint[1] == second.lead:
            yield Pair(first, second) if _is_rate(first) else Pair(second, first)


def _at_stated_rate(pair: Pair, rate: Pair | None, other_way: Pair | None) -> Candidate:
    roles = {"amount": pair.amount, "worth": pair.worth}
    stated = rate or other_way
    assert stated is not None, "one of them is given"
    one = Constant(stated.amount.figure.number, stated.amount.figure.unit, stated.amount.figure.text)
    per_one = divide(Name("rate"), one)
    left, right = (Name("amount"), Name("worth")) if rate is None else (Name("worth"), Name("amount"))
    return Stated(KIND, equal(divide(left, per_one), right), {**roles, "rate": stated.worth})


def _at_rate_of(draft: Draft, pair: Pair, period: Period, doubt: Phrase | None) -> Stated:
    confidence = Confidence.HIGH if doubt is None else Confidence.MEDIUM
    otherwise = tuple(_converted(each, period) for each in _read_otherwise(draft, pair))
    return replace(_converted(pair, period), confidence=confidence, doubt=doubt, otherwise=otherwise)


def _converted(pair: Pair, period: Period) -> Stated:
    roles = {"amount": pair.amount, "worth": pair.worth}
    converted = call(KIND, Name("amount"), Literal(pair.currencies[1]), Literal(period.text), roles=roles)
    return Stated(KIND, equal(converted, Name("worth")), roles)


def _read_otherwise(draft: Draft, pair: Pair) -> Iterator[Pair]:
    """The same amounts in the other currencies that a bare "dollars" or "dinars" may stand for."""
    amount, worth = pair.amount, pair.worth
    for code in _others_of_the_name(draft, amount):
        yield Pair(amount.read_as(replace(amount.figure, unit=code)), worth)
    for code in _others_of_the_name(draft, worth):
        yield Pair(amount, worth.read_as(replace(worth.figure, unit=code)))


def _others_of_the_name(draft: Draft, mention: Mention) -> Sequence[str]:
    """The currencies that a bare name may stand for; those that the world knows it by less, where the text is at home
    with them.
    """
    figure = mention.figure
    if not figure.assumed:
        return ()
    others = draft.lexicon.units.currencies_named_like(figure.unit)
    if figure.unit not in draft.wordings.words(_FAMILY, "known worldwide"):
        return others
    spoken_of = " ".join(["", *_WORD.findall(draft.text.lower()), ""])
    homes = draft.wordings.lists(_FAMILY, "homes")
    return [code for code in others if any(f" {name} " in spoken_of for name in homes.get(code, ()))]


def _period(draft: Draft, pair: Pair) -> tuple[Period, Phrase | None]:
    """The period at whose rate the amount is converted; and a doubt, where the sentence does not tell it.

    What is still to come is converted at the rate of the day. What has no period of its own in its sentence was
    converted at some rate of the years up to the text's.
    """
    own = _own_period(pair)
    published = draft.published
    if own is not None and (published is None or own.first <= published.first):
        return own, None
    context = pair.amount.figure.period or pair.worth.figure.period
    last = max((each.last.year for each in (context, published) if each is not None), default=None)
    if last is None:
        return _EVER, _UNDATED
    first = min(each.first.year for each in (context, published) if each is not None)
    since = max(_EVER.first.year, first - _YEARS_BACK)
    return Period.parse(f"{since}/{max(since, last)}"), _NOT_SAID.filled(since=str(since))


def _own_period(pair: Pair) -> Period | None:
    """The period that the sentence itself gives the amount: right after it or before it, or at its own beginning."""
    for mention in (pair.worth, pair.amount):
        date = _dated_after(mention)
        if date is not None:
            return date.figure.period
    sentence = pair.amount.sentence
    for date in sentence.mentions[: pair.amount.position]:
        opens = date.lead - sentence.tokens.first <= _OPENING_WORDS
        leads = pair.amount.previous is date and pair.amount.lead - date.tail <= _MOST_WORDS_TO_A_DATE
        period = date.figure.period if date.figure.kind is Kind.DATE else None
        if (opens or leads) and period is not None and not period.is_day:  # a day is that of an announcement
            return period
    return None


def _dated_after(mention: Mention) -> Mention | None:
    """The date that follows closely, no other figure between."""
    following = mention.next
    if following is None or following.figure.kind is not Kind.DATE:
        return None
    return following if following.lead - mention.tail <= _MOST_WORDS_TO_A_DATE else None


def _implying_different_rates(pairs: Sequence[Pair]) -> Iterator[Candidate]:
    """Two conversions between the same currencies, neither of which says of when it is, at one rate."""
    for one, other in combinations(pairs, 2):
        if set(one.currencies) != set(other.currencies):
            continue
        mentions = (one.amount, one.worth, other.amount, other.worth)
        if len({mention.figure.value for mention in mentions}) < len(mentions):
            yield LeftAlone(KIND, mentions, Phrase("the same conversion is given twice"))
            continue
        roles = dict(zip(("amount", "worth", "other", "others_worth"), mentions, strict=True))
        same_way = one.currencies == other.currencies
        implied: Expression = divide(Name("other"), Name("others_worth"))
        if not same_way:
            implied = divide(Name("others_worth"), Name("other"))
        yield Stated(KIND, equal(divide(Name("amount"), Name("worth")), implied), roles, Confidence.MEDIUM)
