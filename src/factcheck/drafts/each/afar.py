"""Figures for each whose amount or count stands further off: "cela représente 2 110 dollars par personne".

They are taken up where they hold of an amount and a count around them. Where the sentence and the one before it name
but one count of what the figure is for, and the figure would hold if its decimal point were moved, it is off by ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits, levels_around, levels_of
from factcheck.drafts.each.figures import alike_each, stem
from factcheck.drafts.links import SentenceReader, is_bare, is_count, same_period
from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.units import COUNT, unit_named
from factcheck.reading.measures import measure_at
from factcheck.reading.unit_words import Measure
from factcheck.relations.expression import Constant, Expression, Name, divide, multiply
from factcheck.relations.finding import Confidence

KIND: Final = "per"
FAMILY: Final = "per"
_MOST_AMOUNTS: Final = 24
_NEAR: Final = 4
_MANY: Final = 10_000
"""A bare number of so many may be that of the people who live somewhere."""
_MOST_BEFORE_AVERAGE: Final = 14
_MOST_BEFORE_TIME: Final = 6
_MOST_IN_OWNER: Final = 3
_CLOSE: Final = Fraction(1, 50)
"""A figure this exact fits few amounts and counts, so that the count may stand further off."""
_YEAR: Final = "year"
_MONTHS: Final = Constant(Fraction(12), "count", "12")
_SLIPS: Final = tuple(Fraction(10) ** power for power in (1, -1, 2, -2, 3, -3))
_EXACT_ENOUGH: Final = Fraction(1, 50)
"""A figure of one digit or two fits some amount and count too easily, once its decimal point may move."""


class _Each(Struct, frozen=True):
    """What a figure is for one of: a noun, a unit of measurement, or neither where it is only said to be an average."""

    noun: str = ""
    unit: str = ""


class Afar:
    """What the figures for each in a draft may be drawn from, where that does not stand beside them."""

    def __init__(self, draft: Draft) -> None:
        words = draft.wordings
        self.draft = draft
        self._averages = words.words(FAMILY, "averages")
        cues = (words.cue(FAMILY, name) for name in ("per", "per unit", "each", "average"))
        self._first_words = frozenset[str]().union(*(cue.first_words for cue in cues))

    def find(self, sentence: Sentence, levels: Sequence[Mention]) -> Iterator[Stated]:
        """Those of some levels of a sentence that are figures for each, and hold or are off by ten."""
        tokens = sentence.tokens
        for mention in levels:
            if tokens.words[mention.tail] in self._first_words or not self._averages.isdisjoint(
                sentence.words(mention.lead - _MOST_BEFORE_AVERAGE, mention.lead)
            ):
                stated = _ForEach(self.draft, sentence, mention).found()
                if stated is not None:
                    yield stated
        if len(levels) > 1:
            yield from _products(self.draft, sentence, levels)
            amounts = [mention for mention in levels if mention.figure.kind is Kind.CURRENCY]
            yield from _over_a_year(self.draft, sentence, amounts)


def _products(draft: Draft, sentence: Sentence, levels: Sequence[Mention]) -> Iterator[Stated]:
    """The amounts of a sentence that come to what the words say they cost in all."""
    cost = draft.wordings.cue(FAMILY, "cost")
    for total in levels if len(levels) > 2 else ():
        if cost.before(sentence.tokens, total.lead) is not None:
            counts = [mention for mention in levels if is_count(mention.figure) and mention is not total]
            pairs = ((count, each) for count in counts for each in levels if each is not count and each is not total)
            found = (_stated(total, count, each, _Each()) for count, each in pairs)
            yield from islice((doubted(stated) for stated in found if stated is not None and fits(stated)), 1)


def _over_a_year(draft: Draft, sentence: Sentence, amounts: Sequence[Mention]) -> Iterator[Stated]:
    """An amount a year and what it comes to in a month: "23 euros par an, deux euros par mois"."""
    if len(amounts) != 2:
        return
    yearly, monthly = (draft.wordings.cue(FAMILY, name) for name in ("yearly", "monthly"))
    for year, month in (amounts, amounts[::-1]):
        if yearly.at(sentence.tokens, year.tail) and monthly.at(sentence.tokens, month.tail):
            roles = {"amount": year, "each": month}
            stated = Stated(KIND, equal(call("per", Name("amount"), _MONTHS, roles=roles), Name("each")), roles)
            if same_unit(year.figure, month.figure) and fits(stated):
                yield doubted(stated)


class _ForEach(SentenceReader):
    """One figure, and what it may be for each of."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, mention: Mention) -> None:
        super().__init__(draft, sentence)
        self.mention = mention

    def found(self) -> Stated | None:
        """The first amount and count of which the figure holds, else those of which it is off by a power of ten."""
        each = self._each()
        if each is None:
            return None
        amounts = list(islice(self._amounts(), _MOST_AMOUNTS))
        for amount in amounts:
            for count in islice(self._counts(each, amount), _MOST_AMOUNTS):
                if not _comes_near(amount, count, self.mention, each):
                    continue
                stated = _stated(amount, count, self.mention, each)
                if stated is not None and fits(stated):
                    return doubted(stated)
        return self._slipped(each, amounts)

    # --- what it is for ---------------------------------------------------------------------------------------------

    def _each(self) -> _Each | None:
        tokens, tail = self.tokens, self.mention.tail
        for name in ("per unit", "per"):
            per = self.cue(name).at(tokens, tail)
            if per is None:
                continue
            found = measure_at(tokens, per[1], self.draft.lexicon)
            if found is not None and _is_quantity(found[0]):
                return _Each(unit=found[0].unit)
            following = self.mention.next
            if following is not None and is_count(following.figure) and following.lead - per[1] <= _MOST_IN_OWNER:
                return _Each(noun=following.figure.unit)  # "for each of its 31,000 households"
            if name == "per" and tokens.words[per[1]].isalpha():
                return self._for_one(tokens.words[per[1]])
        each = self.cue("each").at(tokens, tail)
        if each is not None:
            return _Each(noun=tokens.words[each[1] - 1])
        before = self.sentence.words(self.mention.lead - _MOST_BEFORE_AVERAGE, self.mention.lead)
        if self.cue("average").at(tokens, tail) is None and self.words("averages").isdisjoint(before):
            return None
        return _Each(unit=self._unit_before())

    def _for_one(self, noun: str) -> _Each | None:
        if noun in self.words("times"):
            return _Each(unit=_YEAR) if noun in self.words("year") else None
        return _Each(noun=noun)

    def _unit_before(self) -> str:
        """The unit that the sentence begins with: "A kilogramme fetched KSh470 on average"."""
        first = self.tokens.first
        if self.tokens.words[first] not in self.words("one"):
            return ""
        found = measure_at(self.tokens, first + 1, self.draft.lexicon)
        return found[0].unit if found is not None and _is_quantity(found[0]) else ""

    # --- amounts and counts -------------------------------------------------------------------------------------------

    def _amounts(self) -> Iterator[Mention]:
        """The figures that the figure may be drawn from: those of its unit around it, the last one first."""
        figure = self.mention.figure
        plain = is_bare(figure) or is_count(figure)
        for other in self._around():
            counted = plain and self._is_near(other) and (is_count(other.figure) or is_bare(other.figure))
            if _size(other) > _size(self.mention) and (counted or _alike(other, self.mention) is not None):
                yield other

    def _around(self) -> Iterator[Mention]:
        return levels_around(self.draft, self.mention)

    def _is_near(self, other: Mention) -> bool:
        """Whether a figure stands in the sentence or in the one before."""
        here, there = self.sentence, other.sentence
        return there is here or (there.paragraph == here.paragraph and there.number == here.number - 1)

    def _counts(self, each: _Each, amount: Mention) -> Iterator[Mention]:
        """What may be counted: figures of the unit that the words name, or counts of about the right size."""
        if each.unit:
            dimension = unit_named(each.unit).dimension
            others = amount.sentence.mentions if each.unit == _YEAR else self._around()
            yield from (other for other in others if other.figure.measure.dimension == dimension)
            return
        is_exact = self.mention.figure.resolution <= self.mention.figure.number * _CLOSE
        clear = is_exact or amount.sentence is self.sentence
        for count in levels_of(self.draft).near(_size(amount) / _size(self.mention), self.mention):
            close = clear or self._is_near(count) or self._is_named(each, count)
            people = is_bare(count.figure) and each.noun in self.words("person") and count.figure.number >= _MANY
            if close and count is not amount and (is_count(count.figure) or people):
                yield count

    def _is_named(self, each: _Each, count: Mention) -> bool:
        """Whether the words name what a count counts, in the singular."""
        unit = count.figure.unit
        if each.noun != unit and each.noun in self.words("person"):
            return unit == "person" or stem(unit) in self.words("person")
        return stem(each.noun) == stem(unit)

    # --- figures off by ten -----------------------------------------------------------------------------------------

    def _slipped(self, each: _Each, amounts: Sequence[Mention]) -> Stated | None:
        """The relation to the one count named close by, where it would hold if the decimal point were moved."""
        figure = self.mention.figure
        if figure.kind is not Kind.CURRENCY or not each.noun or self._is_of_a_time():
            return None
        counts = [other for other in self._around() if self._is_near(other) and self._is_named(each, other)]
        near = [amount for amount in amounts if self._is_near(amount) and amount.figure.kind is Kind.CURRENCY]
        if len(counts) != 1 or not near or (self._is_vague() and (len(near) > 1 or not self._is_said())):
            return None
        for amount in near:
            if not same_period(amount, counts[0]):
                continue
            for slip in _SLIPS:
                moved = _stated(amount, counts[0], self.mention.read_as(_moved(figure, slip)), each)
                if moved is not None and fits(moved):
                    return _stated(amount, counts[0], self.mention, each, Confidence.MEDIUM)
        return None

    def _is_vague(self) -> bool:
        """Whether the figure has so few digits that it fits many an amount and count once its point is moved."""
        width = self.mention.figure.usual.width
        return width is None or width > self.mention.figure.number * _EXACT_ENOUGH

    def _is_said(self) -> bool:
        """Whether the words right before the figure say that it follows: "it comes to £3 a head"."""
        return self.cue("opening").before(self.tokens, self.mention.lead) is not None

    def _is_of_a_time(self) -> bool:
        """Whether the figure is one for each year or month, too."""
        after = self.sentence.words(self.mention.tail, self.mention.tail + _MOST_BEFORE_TIME)
        return not self.words("times").isdisjoint(after)


def _stated(
    amount: Mention, count: Mention, mention: Mention, each: _Each, confidence: Confidence = Confidence.LOW
) -> Stated | None:
    pair = _alike(amount, mention)
    if pair is None:
        return None
    roles = {"amount": pair[0], "count": count, "each": pair[1]}
    if not each.unit:
        quotient: Expression = call("per", Name("amount"), Name("count"), roles=roles)
    else:
        quotient = multiply(divide(Name("amount"), Name("count")), Constant(Fraction(1), each.unit))
    return Stated(KIND, equal(quotient, Name("each")), roles, confidence)


def _alike(amount: Mention, each: Mention) -> tuple[Mention, Mention] | None:
    """Amount and figure for each in one unit, counts of any things as plain numbers; None where they have none."""
    total, one = alike_each(amount, each)
    if total is not None and one is not None:
        return total, one
    if _is_measured(amount) and amount.figure.measure.dimension == each.figure.measure.dimension:
        return amount, each
    if not all(is_bare(mention.figure) or is_count(mention.figure) for mention in (amount, each)):
        return None
    return amount.read_as(replace(amount.figure, unit="")), each.read_as(replace(each.figure, unit=""))


def _comes_near(amount: Mention, count: Mention, mention: Mention, each: _Each) -> bool:
    """Whether the figures may fit at all, so that it is worth finding out."""
    factor = unit_named(each.unit).factor if each.unit else 1
    product = _size(count) * _size(mention)
    return abs(_size(amount) * factor - product) * _NEAR <= product


def _is_measured(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind is Kind.NUMBER and not (is_bare(figure) or is_count(figure))


def _size(mention: Mention) -> Fraction:
    """A figure in base units, so that kilowatt-hours compare with gigawatt-hours."""
    figure = mention.figure
    plain = figure.kind is Kind.CURRENCY or is_bare(figure)
    return figure.number if plain else figure.number * figure.measure.factor


def _moved(figure: Figure, by: Fraction) -> Figure:
    """The figure with its decimal point moved."""
    assert figure.numeral is not None
    return replace(figure, value=figure.number * by, numeral=replace(figure.numeral, scale=figure.numeral.scale * by))


def _is_quantity(measure: Measure) -> bool:
    """Whether a unit is one of length, weight and the like, and none of time, money or things counted."""
    return measure.kind is Kind.NUMBER and unit_named(measure.unit).dimension != COUNT.dimension
