"""The one figure of a title, beside the one figure of the lead that it can stand for: "97 seats", "holds 94 of 150"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import is_bare, same_period
from factcheck.drafts.prose import Draft, Mention, completed, same_unit
from factcheck.drafts.sameness.common_words import names_beside, significant, words_beside
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.units import COUNT

_FAMILY: Final = "sameness"
_KINDS: Final = (Kind.CURRENCY, Kind.NUMBER, Kind.PERCENTAGE)
_TIMES: Final = (Kind.DATE, Kind.DURATION)
_CLOSE: Final = 2
_FEWEST_DIGITS: Final = 2
_MANY: Final = 100
_POWERS: Final = (10, 100, 1000, 10**6)
_LOOSE: Final = (Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.UP_TO)

_Pair = tuple[Mention, Mention]


def find(draft: Draft, title: Mention, lead: Sequence[Mention]) -> _Pair | None:
    """The figure of the title and the one of the lead that says the same, or that has its place and says otherwise.

    Which one has its place its words must tell, those beside it being among the title's; a figure that is the only
    one of the lead has it also by its digits, one of them changed, two swapped, or a power of ten apart.
    """
    if title.figure.kind not in _KINDS or title.figure.in_words or _is_excused(draft, title, title):
        return None
    pairs = [pair for each in lead if each.figure.kind in _KINDS and (pair := _alike(title, each)) is not None]
    pairs = [pair for pair in pairs if not _is_excused(draft, title, pair[1])]
    agreeing = [pair for pair in pairs if _meet(*pair)]
    if agreeing:
        return agreeing[0] if len(significant(title)) >= _FEWEST_DIGITS or _are_one_noun(*agreeing[0]) else None
    if title.figure.hedge in _LOOSE or not pairs:
        return None
    amounts = [each for each in lead if each.figure.kind not in _TIMES]
    if len(amounts) == 1:
        one, other = pairs[0]
        if _is_rounded(one, other):
            return None
        slipped = _is_slip(one, other) and _may_be_it(draft, title, one, other)
        return pairs[0] if slipped or (_is_near(one, other) and _is_named(draft, one, other)) else None
    named = [pair for pair in pairs if _is_near(*pair) and _is_named(draft, *pair) and not _is_rounded(*pair)]
    return named[0] if len(named) == 1 else None


def _alike(title: Mention, other: Mention) -> _Pair | None:
    """The two in one unit, counts under whatever names; a bare number takes the other's."""
    if other.figure.in_words or other.figure.numeral is None or title.figure.numeral is None:
        return None
    one = title.read_as(completed(title.figure, other.figure))
    then = other.read_as(completed(other.figure, title.figure))
    if is_bare(title.figure) and title.figure.number >= _MANY:
        one = title.read_as(replace(title.figure, unit=other.figure.unit, kind=other.figure.kind))
    if one.figure.kind is not then.figure.kind or not same_period(title, other):
        return None
    counts = all(each.figure.kind is Kind.NUMBER and each.figure.measure == COUNT for each in (one, then))
    if counts:
        return one.read_as(replace(one.figure, unit=then.figure.unit)), then
    return (one, then) if same_unit(one.figure, then.figure) else None


def _meet(one: Mention, other: Mention) -> bool:
    factors = one.figure.measure.factor, other.figure.measure.factor
    return one.figure.usual.scaled(factors[0]).meets(other.figure.usual.scaled(factors[1]))


def _are_one_noun(one: Mention, other: Mention) -> bool:
    return one.figure.unit == other.figure.unit != ""


def _is_named(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether the words beside the figure say what the title says of its own: a name before it, or two words."""
    if other.figure.kind is Kind.PERCENTAGE:
        return False  # a rate may be that of some only, which no word beside it need tell
    counted = other.figure.kind is Kind.NUMBER and names_beside(draft, title, other)
    return counted or len(words_beside(draft, title, other)) > 1


def _may_be_it(draft: Draft, title: Mention, one: Mention, other: Mention) -> bool:
    """Whether one noun, a word in common or a demonstrative ties the two; amounts of money need none."""
    if one.figure.kind is Kind.CURRENCY or (one.figure.measure != COUNT and _is_measured(one)):
        return True
    if title.figure.unit == other.figure.unit and one.figure.kind is Kind.NUMBER:
        return True
    these = draft.wordings.words(_FAMILY, "this one")
    before = other.sentence.words(max(other.sentence.tokens.first, other.lead - 4), other.lead)
    return bool(words_beside(draft, title, other)) or not these.isdisjoint(before)


def _is_measured(mention: Mention) -> bool:
    """Whether it is a quantity in a unit of measure."""
    return mention.figure.kind is Kind.NUMBER and bool(mention.figure.measure.dimension)


def _is_excused(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether words beside a figure set it apart from the title's, or a length of time does that the title has not."""
    sentence = other.sentence
    beside = sentence.words(max(sentence.tokens.first, other.lead - 8), other.tail + 5)
    if other is not title and not draft.wordings.words(_FAMILY, "set apart").isdisjoint(beside):
        return True
    return other is not title and tells_a_span(draft, title, other)


def tells_a_span(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether a length of time is told beside a figure and not in the title: "En un an, le bilan est de 410 tués"."""
    sentence, spans = other.sentence, draft.wordings.words(_FAMILY, "spans")
    said = spans.intersection(sentence.words(sentence.tokens.first, sentence.tokens.last))
    return not said.issubset(title.sentence.tokens.words) or any(
        each.figure.kind is Kind.DURATION for each in sentence.mentions
    )


def _is_slip(one: Mention, other: Mention) -> bool:
    """Whether the digits are the same but for one, for two swapped, or for the zeros at their end."""
    first, second = _digits(one), _digits(other)
    if not first or not second:
        return False
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    if significant(one) == significant(other):
        return low > 0 and high / low in _POWERS and (len(significant(one)) >= _FEWEST_DIGITS or low >= _MANY)
    if len(first) != len(second) or len(first) < _FEWEST_DIGITS or low * _CLOSE < high:
        return False
    places = [at for at, (each, beside) in enumerate(zip(first, second, strict=True)) if each != beside]
    if len(places) == 2 and places[1] == places[0] + 1:
        return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]
    return len(places) == 1 and one.figure.hedge is other.figure.hedge is Hedge.NONE


def _is_rounded(title: Mention, other: Mention) -> bool:
    """Whether the title may have cut off digits of the other: "412,000 people", and "412,600"."""
    step = title.figure.resolution * title.figure.measure.factor
    apart = abs(title.figure.number * title.figure.measure.factor - other.figure.number * other.figure.measure.factor)
    return apart < step and title.figure.resolution > other.figure.resolution


def _digits(mention: Mention) -> str:
    """The digits as printed."""
    numeral = mention.figure.numeral
    return "" if numeral is None or not numeral.digits else "".join(filter(str.isdecimal, numeral.digits))


def _is_near(one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return low * _CLOSE >= high > 0
