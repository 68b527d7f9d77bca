"""Conversions at a rate that their own sentence states: "300 million euros, 330 million dollars at a rate of 1.10".

A sentence that prints a rate and, beside it, one amount in each of two currencies states that the rate is between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from factcheck.drafts.afar import fits
from factcheck.drafts.links import has_unread
from factcheck.drafts.money.amounts import FAMILY, Rate
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, equal
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Constant, Name, divide, multiply
from factcheck.relations.finding import Confidence

KIND: Final = "convert"
_PAIR: Final = 2
_FARTHEST: Final = 3
"""A bare number that is further than so many times from what the amounts imply is no rate between them."""


def find_at_rate(draft: Draft, sentence: Sentence, money: Sequence[Mention], rates: Sequence[Rate]) -> Iterator[Stated]:
    """The conversion of a sentence with one rate and two amounts; `rates` are those stated in money."""
    if has_unread(sentence, sentence.tokens.first, sentence.tokens.last):
        return
    costs = {rate.cost.start for rate in rates}
    amounts = [mention for mention in money if mention.start not in costs and not _is_one(mention)]
    if len(amounts) != _PAIR or len({mention.figure.unit for mention in amounts}) != _PAIR:
        return
    one, other = amounts
    if not draft.wordings.words(FAMILY, "breaks").isdisjoint(sentence.tokens.words[one.tail : other.lead]):
        return
    if len({rate.cost.start for rate in rates}) == 1 and {rates[0].currency, rates[0].cost.figure.unit} == {
        one.figure.unit,
        other.figure.unit,
    }:
        yield _at_cost(rates[0], one, other)
        return
    bare = [mention for mention in sentence.mentions if _is_rate(draft, mention)]
    if len(bare) == 1 and not rates:
        stated = _at_bare(bare[0], one, other)
        if stated is not None:
            yield stated


def _is_one(mention: Mention) -> bool:
    return mention.figure.number == 1


def _at_cost(rate: Rate, one: Mention, other: Mention) -> Stated:
    costs = rate.cost.figure.unit
    dear, cheap = (one, other) if other.figure.unit == costs else (other, one)
    roles = {"amount": dear, "worth": cheap, "rate": rate.cost}
    per_one = divide(Name("rate"), Constant(Fraction(1), rate.currency))
    return Stated(KIND, equal(multiply(per_one, Name("amount")), Name("worth")), roles, Confidence.MEDIUM)


def _is_rate(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number is called a rate: "au cours de 1,10"."""
    if mention.figure.kind is not Kind.NUMBER or mention.figure.unit:
        return False
    return draft.wordings.cue(FAMILY, "bare rate").before(mention.sentence.tokens, mention.lead) is not None


def _at_bare(rate: Mention, one: Mention, other: Mention) -> Stated | None:
    """The rate between two amounts, the way round in which it is nearer to what they imply."""
    implied = other.figure.number / one.figure.number
    there, back = implied / rate.figure.number, 1 / implied / rate.figure.number
    amount, worth = (one, other) if max(there, 1 / there) <= max(back, 1 / back) else (other, one)
    factor = min(max(there, 1 / there), max(back, 1 / back))
    roles = {"amount": amount, "worth": worth, "rate": rate}
    per_one = divide(Constant(Fraction(1), worth.figure.unit), Constant(Fraction(1), amount.figure.unit))
    at_rate = multiply(multiply(Name("rate"), per_one), Name("amount"))
    stated = Stated(KIND, equal(at_rate, Name("worth")), roles, Confidence.MEDIUM)
    return stated if factor <= _FARTHEST or fits(stated) else None
