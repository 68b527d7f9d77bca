"""Conversions held against a rate: the one that the text states, else that of the amount's period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.money.amounts import FAMILY, Pair, Rate, dated_after, money_of, pairs, rates
from factcheck.drafts.money.currencies import readings
from factcheck.drafts.money.told import find_at_rate
from factcheck.drafts.prose import Draft, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Constant, Expression, Literal, Name, divide
from factcheck.relations.finding import Confidence

KIND: Final = "convert"
_MOST_WORDS_TO_AMOUNT: Final = 6
_OPENING_WORDS: Final = 6
_EVER: Final = Period.parse("2010/2026")

_MOST_COMPARED: Final = 100
"""How many conversions of one text are held against each other; what has more is a price list."""
_APART: Final = Fraction(11, 10)
"""Rates of one year seldom are further apart; the currencies for which they are have no steady rate to convert at."""
_YEARS_BACK: Final = 2
"""An amount without a period is of the text's year or of one not long before."""

_UNDATED: Final = Phrase("the text does not say of when the amount is: some rate since 2010 fits")
_NOT_SAID: Final = Phrase("the sentence does not say of when the amount is: some rate since {since} fits")


def find(draft: Draft) -> Iterator[Candidate]:
    """Every conversion of the draft, held against the rate that the text states, else that of the amount's period.

    Where no rate can be chosen, two conversions of one text are held against each other.
    """
    money = [sentence for sentence in draft.sentences if money_of(sentence)]
    currencies = frozenset(mention.figure.unit for sentence in money for mention in money_of(sentence))
    if len(currencies) < 2:
        return
    stated = [rate for sentence in money for rate in rates(draft, sentence)]
    undated: list[Pair] = []
    of_now: list[Pair] = []
    for sentence in money:
        at_rate = list(find_at_rate(draft, sentence, money_of(sentence), list(rates(draft, sentence))))
        yield from at_rate
        for pair in () if at_rate else pairs(draft, sentence, currencies):
            period, doubt = _period(draft, pair)
            rate = _stated_rate(stated, pair)
            if rate is not None:
                yield _at_stated_rate(draft, pair, rate, period)
                continue
            yield _at_rate_of(draft, pair, period, doubt)
            if doubt is _UNDATED:
                undated.append(pair)
            elif doubt is not None:
                of_now.append(pair)
    yield from _implying_different_rates(undated)
    yield from _far_apart(draft, of_now)


# --- at the rate that the text states ------------------------------------------------------------------------------


def _stated_rate(stated: Sequence[Rate], pair: Pair) -> Rate | None:
    """The rate of the conversion's own sentence, else the only one that the text states for its currencies."""
    fitting = [rate for rate in stated if rate.is_between(pair) and rate.cost not in (pair.amount, pair.worth)]
    own = [rate for rate in fitting if rate.cost.sentence is pair.worth.sentence]
    values = {(rate.currency, rate.cost.figure.value) for rate in own or fitting}
    return (own or fitting)[0] if len(values) == 1 else None


def _at_stated_rate(draft: Draft, pair: Pair, rate: Rate, period: Period) -> Stated:
    """At the stated rate; one of another sentence may be of another time, and then the period's is as good."""
    found = _with_rate(pair, rate)
    others = tuple(_with_rate(Pair(other, pair.worth), rate) for other in pair.others)
    if rate.cost.sentence is pair.worth.sentence:
        return replace(found, otherwise=others)
    return replace(found, confidence=Confidence.MEDIUM, otherwise=(*others, _converted(pair, period)))


def _with_rate(pair: Pair, rate: Rate) -> Stated:
    per_one = divide(Name("rate"), Constant(ONE.value, rate.currency, f"1 {rate.currency}"))
    costs_of_one = pair.currencies[1] == rate.currency
    left, right = (Name("amount"), Name("worth")) if costs_of_one else (Name("worth"), Name("amount"))
    roles = {"amount": pair.amount, "worth": pair.worth, "rate": rate.cost}
    confidence = Confidence.MEDIUM if pair.is_across else Confidence.HIGH
    return Stated(KIND, equal(divide(left, per_one), right), roles, confidence)


# --- at the rate of a period ---------------------------------------------------------------------------------------


def _at_rate_of(draft: Draft, pair: Pair, period: Period, doubt: Phrase | None) -> Candidate:
    amounts, worths = readings(draft, pair.amount), readings(draft, pair.worth)
    first, *others = (Pair(amount, worth) for amount, worth in product(amounts, worths))
    otherwise = [_converted(each, period) for each in others if len(set(each.currencies)) > 1]
    otherwise += [_converted(Pair(other, pair.worth), period) for other in pair.others]
    if doubt is not None and draft.published is not None:
        otherwise += [_converted(first, each) for each in _when_published(draft.published)]
    sure = doubt is None and not pair.is_across
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return replace(_converted(first, period), confidence=confidence, doubt=doubt, otherwise=tuple(otherwise))


def _when_published(published: Period) -> tuple[Period, ...]:
    """The month and the year of the text, at whose rates an amount without a period may have been converted."""
    return Period.of_month(published.first.year, published.first.month), Period.of_year(published.first.year)


def _converted(pair: Pair, period: Period) -> Stated:
    roles = {"amount": pair.amount, "worth": pair.worth}
    converted = call(KIND, Name("amount"), Literal(pair.currencies[1]), Literal(period.text), roles=roles)
    return Stated(KIND, equal(converted, Name("worth")), roles)


def _period(draft: Draft, pair: Pair) -> tuple[Period, Phrase | None]:
    """The period at whose rate the amount is converted; and a doubt, where the sentence does not tell it.

    What is still to come is converted at the rate of the day. What has no period of its own in its sentence was
    converted at some rate of the years up to the text's.
    """
    own = _own_period(draft, pair)
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


def _own_period(draft: Draft, pair: Pair) -> Period | None:
    """The period that the sentence itself gives the amount: right after it or before it, or at its own beginning."""
    for mention in (pair.worth, pair.amount):
        date = dated_after(mention)
        if date is not None:
            return date.figure.period
    sentence = pair.amount.sentence
    for date in sentence.mentions[: pair.amount.position]:
        opens = date.lead - sentence.tokens.first <= _OPENING_WORDS
        leads = pair.amount.previous is date and pair.amount.lead - date.tail <= _MOST_WORDS_TO_AMOUNT
        period = date.figure.period if date.figure.kind is Kind.DATE else None
        if (opens or leads) and period is not None and not period.is_day:  # a day is that of an announcement
            return period
    return _same_year(draft, sentence, pair)


def _same_year(draft: Draft, sentence: Sentence, pair: Pair) -> Period | None:
    """The year that the sentences before speak of, where this one begins "La même année, …"."""
    period = pair.amount.figure.period
    if period is None or period != Period.of_year(period.first.year):
        return None
    cue = draft.wordings.cue(FAMILY, "the same year").at(sentence.tokens, sentence.tokens.first)
    return None if cue is None else period


def _far_apart(draft: Draft, pairs: Sequence[Pair]) -> Iterator[Candidate]:
    """Two conversions of the text's own time whose rates are much further apart than rates move in between."""
    for one, other in combinations(pairs[:_MOST_COMPARED], 2):
        if one.currencies != other.currencies or not (_is_of_now(draft, one) and _is_of_now(draft, other)):
            continue
        implied, others = _implied(one), _implied(other)
        if implied is None or others is None:
            continue
        below, above = sorted((implied, others), key=lambda rate: rate[0])
        if above[0] > below[1] * _APART:
            yield from _implying_different_rates((one, other))


def _is_of_now(draft: Draft, pair: Pair) -> bool:
    """Whether all that its sentence and those before speak of is of the text's year, or still to come."""
    assert draft.day is not None, "asked only of a conversion in a dated text"
    periods = [each.figure.period for each in (*pair.amount.sentence.mentions, pair.worth)]
    return all(period is None or period.first.year >= draft.day.year for period in periods)


def _implied(pair: Pair) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest rate that the two figures leave room for; None where there is no bound."""
    amount, worth = pair.amount.figure.literal, pair.worth.figure.literal
    if not amount.low or amount.high is None or not worth.low or worth.high is None:
        return None
    return amount.low / worth.high, amount.high / worth.low


def _implying_different_rates(pairs: Sequence[Pair]) -> Iterator[Candidate]:
    """Two conversions between the same currencies, neither of which says of when it is, at one rate."""
    for one, other in combinations(pairs[:_MOST_COMPARED], 2):
        if set(one.currencies) != set(other.currencies):
            continue
        mentions = (one.amount, one.worth, other.amount, other.worth)
        if _is_repeated(one, other):
            yield LeftAlone(KIND, mentions, Phrase("the same conversion is given twice"))
            continue
        roles = dict(zip(("amount", "worth", "other", "others_worth"), mentions, strict=True))
        same_way = one.currencies == other.currencies
        implied: Expression = divide(Name("other"), Name("others_worth"))
        if not same_way:
            implied = divide(Name("others_worth"), Name("other"))
        yield Stated(KIND, equal(divide(Name("amount"), Name("worth")), implied), roles, Confidence.MEDIUM)


def _is_repeated(one: Pair, other: Pair) -> bool:
    """Whether two conversions are of one amount, or to one: "100,000 euros" may be what two amounts came to."""
    mentions = (one.amount, one.worth, other.amount, other.worth)
    return len({(mention.figure.value, mention.figure.unit) for mention in mentions}) < len(mentions)
