"""A rate by the year, the years, and what they come to: "6% a year for 12 years", and the whole said to be 72%.

No grammar binds the three, but where a passage has one of each they can only be said of each other: one rate by the
year, one number of years, and one change in all, or two levels. A whole that is far off what they yield is of something
else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.drafts.changes.doubts import holds
from factcheck.drafts.changes.relations import alike, negated
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Stated, call, equal
from factcheck.drafts.wordings import Wordings
from factcheck.figures.figure import Kind
from factcheck.kinds import KindError
from factcheck.relations.expression import ONE, Constant, Expression, Name, Power, add, multiply, subtract
from factcheck.relations.finding import Confidence

_FAMILY: Final = "rates"
_MOST_FIGURES: Final = 8
_MOST_TO_YEARLY: Final = 4
_MOST_BEFORE: Final = 6
_MOST_YEARS: Final = 60
_FARTHEST: Final = Fraction(3)
_YEAR_DIGITS: Final = 4
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY)


class _Passage(Struct, frozen=True):
    """The figures of a few sentences by what they can be: the years, the changes in all, the levels."""

    sentences: Sequence[Sentence]
    years: int
    totals: Sequence[Mention]
    levels: Sequence[Mention]
    falls: bool


def find(draft: Draft, explained: frozenset[int]) -> Iterator[Candidate]:
    """Every rate by the year with what it comes to; `explained` are the places of figures of which relations hold."""
    telling = draft.wordings.telling(_FAMILY, "yearly after", "yearly before")
    if telling.isdisjoint(draft.words):
        return
    for sentence in draft.sentences:
        if len(sentence.mentions) > _MOST_FIGURES or telling.isdisjoint(sentence.tokens.words):
            continue
        rates = [each for each in sentence.mentions if _is_yearly(draft.wordings, each)]
        if len(rates) == 1 and rates[0].start not in explained:
            found = next(filter(None, (_told(draft, rates[0], each) for each in _passages(draft, rates[0]))), None)
            if found is not None:
                yield found


def _is_yearly(wordings: Wordings, mention: Mention) -> bool:
    """Whether a percentage is one by the year."""
    if mention.figure.kind is not Kind.PERCENTAGE:
        return False
    tokens = mention.sentence.tokens
    after, before = wordings.cue(_FAMILY, "yearly after"), wordings.cue(_FAMILY, "yearly before")
    last = tokens.last if mention.next is None else mention.next.lead
    for at in range(mention.tail, min(last, mention.tail + _MOST_TO_YEARLY)):
        if after.at(tokens, at) is not None:
            return True
        if tokens.words[at] in ",;:(":
            break
    first = tokens.first if mention.previous is None else mention.previous.tail
    return any(before.at(tokens, at) is not None for at in range(max(first, mention.lead - _MOST_BEFORE), mention.lead))


def _passages(draft: Draft, rate: Mention) -> Iterator[_Passage]:
    """The rate's sentence, with the one before it, with the one after it: those that say over how many years."""
    own = rate.sentence
    around = [own], [draft.preceding(own), own], [own, draft.following(own)]
    for some in around:
        sentences = [each for each in some if each is not None]
        if len(sentences) != len(some) or any(len(each.mentions) > _MOST_FIGURES for each in sentences):
            continue
        passage = _passage(draft, rate, sentences)
        if passage is not None:
            yield passage


def _passage(draft: Draft, rate: Mention, sentences: Sequence[Sentence]) -> _Passage | None:
    wordings = draft.wordings
    words = {word for each in sentences for word in each.tokens.words[each.tokens.first : each.tokens.last]}
    if not wordings.words(_FAMILY, "excuses").isdisjoint(words):
        return None
    mentions = [mention for each in sentences for mention in each.mentions if mention is not rate]
    years = _years(mentions, decade=not wordings.words(_FAMILY, "decades").isdisjoint(words))
    if years is None:
        return None
    falls = rate.figure.number < 0 or not wordings.words(_FAMILY, "falls").isdisjoint(words)
    totals = [each for each in mentions if each.figure.kind in (Kind.PERCENTAGE, Kind.MULTIPLE)]
    levels = [each for each in mentions if each.figure.kind in _AMOUNTS and each.figure.number > 1]
    return _Passage(sentences, years, totals, levels, falls)


def _years(mentions: Sequence[Mention], *, decade: bool) -> int | None:
    """The one number of years that is told, by a duration or between two years; None where there are several."""
    told = set()
    dates = set()
    for mention in mentions:
        figure = mention.figure
        if figure.kind is Kind.DURATION and figure.unit == "year" and figure.number.denominator == 1:
            told.add(int(figure.number))
        elif figure.kind is Kind.DATE and len(str(figure.value)) == _YEAR_DIGITS:
            dates.add(int(str(figure.value)))
    if len(dates) == 2:
        told.add(max(dates) - min(dates))
    elif len(dates) > 2:
        return None
    if not told and decade:
        told.add(10)
    years = told.pop() if len(told) == 1 else 0
    return years if 1 < years <= _MOST_YEARS else None


def _told(draft: Draft, rate: Mention, passage: _Passage) -> Stated | None:
    signed = rate if (rate.figure.number < 0) is passage.falls else rate.read_as(negated(rate.figure))
    if len(passage.totals) == 1 and len(passage.levels) != 2:
        return _of_total(draft, signed, passage.totals[0], passage)
    if not passage.totals and len(passage.levels) == 2:
        return _of_levels(draft, signed, passage)
    return None


def _of_total(draft: Draft, rate: Mention, total: Mention, passage: _Passage) -> Stated | None:
    """(1 + rate)^years == 1 + total, or == the multiple."""
    years = passage.years
    grown: Expression = Power(add(ONE, Name("change")), years)
    if total.figure.kind is Kind.PERCENTAGE:
        grown = subtract(grown, ONE)
        total = total if (total.figure.number < 0) is passage.falls else total.read_as(negated(total.figure))
    printed = total.figure.number / 100 if total.figure.kind is Kind.PERCENTAGE else total.figure.number - 1
    yields = (1 + rate.figure.number / 100) ** years - 1
    roles = {"total": total, "change": rate}
    found = Stated("cagr", equal(grown, Name("total")), roles, Confidence.MEDIUM)
    if holds(found, usually=True):
        return found
    if not _comes_near(printed, yields) or not _is_bound(draft, passage) or _is_of_another(draft, rate, total):
        return None
    words = rate.sentence.tokens.words[rate.sentence.tokens.first : rate.sentence.tokens.last]
    if total.figure.kind is Kind.PERCENTAGE and not draft.wordings.words(_FAMILY, "on average").isdisjoint(words):
        evenly = multiply(Constant(Fraction(years), "", str(years)), Name("change"))
        spread = Stated("cagr", equal(evenly, Name("total")), roles, Confidence.MEDIUM)
        return None if holds(spread, usually=True) else found
    return found


def _of_levels(draft: Draft, rate: Mention, passage: _Passage) -> Stated | None:
    """cagr(start, to, years) == rate, in the direction that the words tell."""
    both = alike(passage.levels[0], passage.levels[1], draft.wordings)
    if both is None:
        return None
    lower, higher = sorted(both, key=_number)
    start, to = (higher, lower) if passage.falls else (lower, higher)
    roles = {"from": start, "to": to, "change": rate}
    years = Constant(Fraction(passage.years), "", str(passage.years))
    try:
        grown = call("cagr", Name("from"), Name("to"), years, roles=roles)
    except KindError:
        return None
    found = Stated("cagr", equal(grown, Name("change")), roles, Confidence.MEDIUM)
    if holds(found, usually=True):
        return found
    printed = (1 + rate.figure.number / 100) ** passage.years - 1
    yields = to.figure.number / start.figure.number - 1
    return found if _comes_near(printed, yields) and _is_bound(draft, passage) else None


def _comes_near(printed: Fraction, yields: Fraction) -> bool:
    return bool(printed and yields) and 1 / _FARTHEST <= printed / yields <= _FARTHEST


def _is_of_another(draft: Draft, rate: Mention, total: Mention) -> bool:
    """Whether "and" stands between the two: "rents rose 20% over five years and wages rose 2% a year"."""
    if rate.sentence is not total.sentence:
        return False
    one, other = sorted((rate, total), key=_place)
    words = rate.sentence.words(one.tail, other.lead)
    return not draft.wordings.words(_FAMILY, "another").isdisjoint(words)


def _place(mention: Mention) -> int:
    return mention.first


def _is_bound(draft: Draft, passage: _Passage) -> bool:
    """Whether all stands in one sentence, or the second one points back: "80 % en huit ans. Cela équivaut à …"."""
    if len(passage.sentences) == 1:
        return True
    tokens = passage.sentences[-1].tokens
    return tokens.words[tokens.first] in draft.wordings.words(_FAMILY, "pointing back")


def _number(mention: Mention) -> Fraction:
    return mention.figure.number
