"""Titles against the sentences that open the body: "Nine die in blaze", and "Seven workers lost their lives"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import is_bare, same_period
from factcheck.drafts.prose import Draft, Mention, completed, same_unit
from factcheck.drafts.sameness import titles_only
from factcheck.drafts.sameness.common_words import share_a_word, significant
from factcheck.drafts.stated import Candidate, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.units import COUNT
from factcheck.kinds import agreement
from factcheck.relations.finding import Confidence

_FAMILY: Final = "sameness"
_MOST_SENTENCES: Final = 2
_CLOSE: Final = 2
_FEWEST_DIGITS: Final = 2
_AGES: Final = range(10, 110)
_MOST_AFTER: Final = 6
_MOST_BEFORE: Final = 3
_KINDS: Final = (Kind.CURRENCY, Kind.NUMBER, Kind.PERCENTAGE)
_QUOTES: Final = frozenset(("«", "“", '"', "?"))


def against_the_lead(draft: Draft, titles: Sequence[Mention], body: Sequence[Mention]) -> Iterator[Candidate]:
    """The one figure of a title and the one of its sort in the first sentences of the body, where the two differ.

    Both must be said to be of one thing, and nothing in the body may say what the title says.
    """
    told = {mention.quote: mention for mention in titles if mention.figure.kind is not Kind.DATE}
    figures = list(told.values())  # front matter repeats the heading
    if len(figures) != 1 or not body or _is_doubted(draft, figures[0]):
        return
    (title,) = figures
    first = body[0].sentence.number
    lead = [each for each in body if 0 <= each.sentence.number - first <= _MOST_SENTENCES]
    found = _of_casualties(draft, title, lead) or _of_an_age(draft, title, lead) or _of_one_unit(draft, title, lead)
    found = found or titles_only.find(draft, title, lead)
    if found is None:
        return
    one, other = found
    if not one.figure.usual.meets(other.figure.usual) and any(_agrees(one, each) for each in body):
        return
    roles = {"one": one, "another": other}
    yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


def _is_doubted(draft: Draft, title: Mention) -> bool:
    """Whether the title quotes, asks, or denies."""
    words = title.sentence.tokens.words
    return not _QUOTES.isdisjoint(words) or not draft.wordings.words(_FAMILY, "denied").isdisjoint(words)


def _agrees(title: Mention, other: Mention) -> bool:
    """Whether a figure of the body says what the title's does, whatever it counts."""
    if other.figure.kind is Kind.DATE or title.figure.kind is Kind.DATE:
        return False
    bare = completed(other.figure, title.figure)
    if bare.kind is not title.figure.kind and Kind.RATIO not in (other.figure.kind, title.figure.kind):
        return False
    return any(title.figure.number in each.usual or each.number in title.figure.usual for each in (bare, other.figure))


def _of_casualties(draft: Draft, title: Mention, lead: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """People of whom title and body say alike that they died, were hurt, arrested or are missing."""
    sort = _sort(draft, title)
    if sort is None or not _is_count(title):
        return None
    counted = [each for each in lead if _is_count(each) and _sort(draft, each) == sort]
    others = [each for each in lead if _is_count(each) and each.sentence is counted[0].sentence] if counted else []
    if len(counted) != 1 or len(others) != 1 or _is_one_of_some(draft, counted[0]):
        return None
    (other,) = counted
    if titles_only.tells_a_span(draft, title, other) or not _is_near(title, other):
        return None
    people = replace(other.figure, unit=other.figure.unit or title.figure.unit)
    return title.read_as(replace(title.figure, unit=people.unit)), other.read_as(people)


def _is_count(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind is Kind.NUMBER and (not figure.unit or figure.measure == COUNT) and figure.numeral is not None


def _sort(draft: Draft, mention: Mention) -> str | None:
    """What is said of people counted: that they died, were hurt, …; None where nothing or several things are."""
    tokens = mention.sentence.tokens
    cue = draft.wordings.cue(_FAMILY, "what befell them")
    limit = mention.next.lead if mention.next is not None else tokens.last
    last = min(limit, mention.tail + _MOST_AFTER)
    found = {sort[0] for at in range(mention.end - 1, last) if (sort := cue.at(tokens, at)) is not None}
    return found.pop() if len(found) == 1 else None


def _is_one_of_some(draft: Draft, mention: Mention) -> bool:
    """Whether others are counted beside them: "one teacher and three pupils were hurt", "two more died"."""
    tokens, grammar = mention.sentence.tokens, draft.lexicon
    before = tokens.words[max(tokens.first, mention.lead - _MOST_BEFORE) : mention.lead]
    after = tokens.words[mention.tail : mention.tail + _MOST_BEFORE + 1]
    others = draft.wordings.words(_FAMILY, "others counted")
    return not grammar.conjunctions.isdisjoint([*before, *after]) or not others.isdisjoint([*before, *after])


def _of_an_age(draft: Draft, title: Mention, lead: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """As in "Woman, 81, rescued", and "The 61-year-old"."""
    figure, tokens = title.figure, title.sentence.tokens
    told = figure.kind is Kind.DURATION and figure.unit == "year"
    apart = is_bare(figure) and tokens.words[title.lead - 1] == "," == tokens.words[title.tail]
    if not (told or apart) or figure.number.denominator != 1 or int(figure.number) not in _AGES:
        return None
    ages = [each for each in lead if each.figure.kind is Kind.DURATION and each.figure.unit == "year"]
    if len(ages) == 1 and _is_somebody_else(draft, ages[0]):
        return None
    if len(ages) != 1 or not _is_told_as_an_age(draft, ages[0]) or (told and not _is_told_as_an_age(draft, title)):
        return None
    return title.read_as(replace(figure, kind=Kind.DURATION, unit="year")), ages[0]


def _is_somebody_else(draft: Draft, age: Mention) -> bool:
    """Whether a relative of whom the title tells has the age: "Her 61-year-old son"."""
    words = age.sentence.words(age.lead - _MOST_BEFORE, age.tail + _MOST_BEFORE + 1)
    others = draft.wordings.words("times", "somebody else") | draft.wordings.words(_FAMILY, "whose")
    return not others.isdisjoint(words)


def _is_told_as_an_age(draft: Draft, mention: Mention) -> bool:
    tokens, wordings = mention.sentence.tokens, draft.wordings
    old = wordings.cue("times", "old").at(tokens, mention.tail) is not None
    aged = any(
        wordings.cue("times", name).before(tokens, mention.lead) is not None
        for name in ("aged", "at the age of", "age that one had")
    )
    return old or aged


def _of_one_unit(draft: Draft, title: Mention, lead: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The one figure in the title's unit, near its value, of which the words say the same or the digits slipped."""
    if title.figure.kind not in _KINDS or title.figure.in_words:
        return None
    alike = [pair for each in lead if (pair := _in_one_unit(title, each)) is not None]
    slipped = [pair for pair in alike if _is_swapped(*pair) and len(significant(pair[0])) > _FEWEST_DIGITS]
    if len(alike) != 1:
        return slipped[0] if len(slipped) == 1 else None
    one, other = alike[0]
    beside = other.sentence.words(other.sentence.tokens.first, other.sentence.tokens.last)
    if not draft.wordings.words(_FAMILY, "another").isdisjoint(beside) or not same_period(title, other):
        return None
    if one.figure.kind is Kind.NUMBER and titles_only.tells_a_span(draft, title, other):
        return None
    shared = share_a_word(draft, title.sentence, other.sentence)
    counted = one.figure.unit == other.figure.unit != "" and title.figure.unit == one.figure.unit
    named = shared or counted or is_bare(title.figure) or one.figure.kind is Kind.PERCENTAGE
    if (named and _is_swapped(one, other)) or (shared and _is_power_of_ten(one, other)):
        return one, other
    same_things = counted if one.figure.kind is Kind.NUMBER else shared
    changed = same_things and _is_near(one, other) and _has_one_digit_changed(one, other)
    return (one, other) if changed and _is_alone(lead) else None


def _is_alone(lead: Sequence[Mention]) -> bool:
    """Whether the first sentences tell no other figure that the title's may stand for."""
    return sum(each.figure.kind in _KINDS for each in lead) == 1


def _in_one_unit(title: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    if other.figure.kind not in _KINDS or other.figure.in_words:
        return None
    one = title.read_as(completed(title.figure, other.figure))
    other = other.read_as(completed(other.figure, title.figure))
    if one.figure.kind is not other.figure.kind:
        return None
    if is_bare(title.figure) and other.figure.numeral is not None:
        # "Airline to hire 1,200", and "2,100 people": the scale stays that of each
        one = title.read_as(replace(title.figure, unit=other.figure.unit, kind=other.figure.kind))
    counts = all(each.figure.kind is Kind.NUMBER and each.figure.measure == COUNT for each in (one, other))
    return (one, other) if counts or same_unit(one.figure, other.figure) else None


def _is_near(one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return low * _CLOSE >= high > 0


def _is_swapped(one: Mention, other: Mention) -> bool:
    """Whether the digits of one are those of the other with two neighbours swapped."""
    first, second = significant(one), significant(other)
    if len(first) != len(second) or first == second or not _is_within(one, other):
        return False
    places = [at for at in range(len(first)) if first[at] != second[at]]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]


def _has_one_digit_changed(one: Mention, other: Mention) -> bool:
    """Whether both are printed with as many digits, of which one differs: "320 postes", "420 postes"."""
    first, second = significant(one), significant(other)
    if len(first) != len(second) or len(first) < _FEWEST_DIGITS or one.figure.resolution != other.figure.resolution:
        return False
    return sum(each != beside for each, beside in zip(first, second, strict=True)) == 1


def _is_within(one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return low * 10 > high


def _is_power_of_ten(one: Mention, other: Mention) -> bool:
    if not significant(one) or significant(one) != significant(other):
        return False
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return high / low in (Fraction(10), Fraction(100), Fraction(1000), Fraction(10**6))
