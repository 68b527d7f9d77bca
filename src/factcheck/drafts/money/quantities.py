"""Quantities given again in another unit: "225 mph (362 km/h)", "10 km², soit 1 000 hectares", "75 °F (24 °C)"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import fits, sorted_of
from factcheck.drafts.links import CLOSING, DASHES, ENDS, OPENING, SentenceReader, has_unread
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, equal
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.units import COUNT, unit_named
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant, Expression, Name, add, divide, multiply, subtract
from factcheck.relations.finding import Confidence

KIND: Final = "convert"
_MOST_BETWEEN: Final = 5
_MOST_TO_AGAIN: Final = 8
_WARMEST: Final = 9
_SEVERAL: Final = frozenset(["gallon", "ounce", "tonne", "barrel"])
"""Units of which countries and trades have several of one name."""
_NOT_METRIC: Final = frozenset(
    ["mile", "nautical_mile", "foot", "yard", "inch", "acre", "square_mile", "square_foot"]
    + ["pound_mass", "ounce", "gallon", "barrel", "mile_per_hour", "degree_fahrenheit"]
)
_CELSIUS: Final = "degree_celsius"
_FAHRENHEIT: Final = "degree_fahrenheit"
_CELSIUS_BY_FAHRENHEIT: Final = divide(Constant(Fraction(5), _CELSIUS), Constant(Fraction(9), _FAHRENHEIT))
_LOOSE: Final = Fraction(1, 10)
"""Conversions are rounded as suits the reader ("30 miles (50 km)"): what is no further off is none of a mistake."""
_LOOSER: Final = Fraction(2, 5)
_DEGREES: Final = 3
_FREEZING: Final = Fraction(32)
_ROUNDED: Final = Phrase("the conversion may be rounded")


def find(draft: Draft) -> Iterator[Candidate]:
    """Every quantity that the text prints again in another unit right beside it."""
    for sentence, levels, _ in sorted_of(draft).sentences:
        if len(levels) < 2:
            if levels and _is_quantity(levels[0].figure):
                yield from _Again(draft, sentence).of_the_sentence_before(levels[0])
            continue
        reader = _Again(draft, sentence)
        for one, other in pairwise(levels):
            if other.position == one.position + 1 and other.figure.unit != one.figure.unit:
                yield from reader.of(one, other)


class _Again(SentenceReader):
    """The quantities of one sentence that are given in two units."""

    family = "quantities"

    def of(self, one: Mention, other: Mention) -> Iterator[Candidate]:
        """What two figures side by side state, where they are one quantity in two units."""
        one, other = self._weighed(one, other), self._weighed(other, one)
        if not (_is_quantity(one.figure) and _is_quantity(other.figure)):
            return
        degrees = {one.figure.unit, other.figure.unit} == {_CELSIUS, _FAHRENHEIT}
        if not degrees and one.figure.measure.dimension != other.figure.measure.dimension:
            return
        bound, of_two = self._binds(one, other), self._are_of_two_systems(one, other)
        if (bound != "" and (bound != OPENING[0] or of_two)) or (of_two and self._is_told_again(one, other)):
            yield from self._judged(one, other)

    def of_the_sentence_before(self, again: Mention) -> Iterator[Candidate]:
        """What a sentence that begins "That's 120 metres" says of the only quantity of the one before."""
        before = self.draft.preceding(self.sentence)
        opening = self.cue("opening").before(self.tokens, self._without_leads(again.lead))
        if before is None or opening is None or len(before.mentions) != 1:
            return
        if any(word.isalnum() for word in self.tokens.words[self.tokens.first : opening[1]]):
            return
        (one,) = before.mentions
        if not _is_quantity(one.figure) or self.tokens.words[again.tail] not in (*ENDS, '"'):
            return
        if one.figure.measure.dimension == again.figure.measure.dimension and self._are_of_two_systems(one, again):
            yield from self._judged(one, again)

    def _is_told_again(self, one: Mention, other: Mention) -> bool:
        """Whether the quantity in the other system follows in an apposition, in parentheses or between dashes."""
        words = self.tokens.words
        after, gap = words[other.tail], words[one.tail : other.lead]
        if has_unread(self.sentence, one.tail, other.lead) or not gap or len(gap) > _MOST_TO_AGAIN:
            return False
        before = words[self._without_leads(other.lead) - 1]
        plain = [word for word in gap if word.isalpha() or word.endswith("'")]
        if not self.words("not told").isdisjoint(plain):
            return False
        if before in OPENING and after in CLOSING:
            return True
        if before in DASHES and after in (*DASHES, *ENDS):
            return True
        told = self.cue("told").before(self.tokens, other.lead)
        told = told or self.cue("told").before(self.tokens, self._without_leads(other.lead))
        closes = after in ENDS and after not in DASHES
        if told is None or not closes:
            return False
        between = words[one.tail : told[1]]
        return between.count(",") + between.count(";") == 1

    def _without_leads(self, at: int) -> int:
        leads, words = self.words("leads"), self.tokens.words
        while at > self.tokens.first and words[at - 1] in leads:
            at -= 1
        return at

    def _judged(self, one: Mention, other: Mention) -> Iterator[Candidate]:
        degrees = {one.figure.unit, other.figure.unit} == {_CELSIUS, _FAHRENHEIT}
        stated = _of_degrees(one, other) if degrees else self._converted(one, other)
        if stated is None:
            return
        warming = _of_warming(stated) if degrees else stated
        if degrees and self._is_of_warming(one) and not fits(warming):
            yield warming
            return
        if fits(stated):
            yield stated
        elif fits(warming):
            yield warming
        elif _is_loose(stated, degrees=degrees):
            yield LeftAlone(KIND, tuple(stated.roles.values()), _ROUNDED)
        else:
            yield stated

    def _binds(self, one: Mention, other: Mention) -> str:
        """What says that the second figure is the first one again: a parenthesis around it alone, or a word."""
        words = self.tokens.words
        rest = words[one.tail : other.lead]
        if len(rest) > _MOST_BETWEEN or words[other.tail] in self.words("not the same"):
            return ""
        leads = self.words("leads")
        while rest and rest[-1] in leads:
            rest = rest[:-1]
        if rest and rest[0] in OPENING and words[other.tail] in CLOSING:
            inner = [word for word in rest[1:] if word != ","]
            return OPENING[0] if not inner or self._says(other, len(words[one.tail : other.lead]) - 1) else ""
        at = other.lead - (other.lead - one.tail - len(rest))
        says = self.cue("says").before(self.tokens, at)
        if says is not None and all(word == "," for word in words[one.tail : says[1]]):
            return words[at - 1]
        either = self.cue("or").before(self.tokens, at)
        if either is None or either[1] != one.tail + 1 or words[one.tail] != "," or words[other.tail] not in ENDS:
            return ""
        return words[at - 1]

    def _is_of_warming(self, one: Mention) -> bool:
        """Whether the words tell how much warmer it gets."""
        words = self.tokens.words[self.tokens.first : self.tokens.last]
        return one.figure.number <= _WARMEST and not self.words("warming").isdisjoint(words)

    def _says(self, other: Mention, most: int) -> bool:
        found = self.cue("says").before(self.tokens, other.lead) or self.cue("or").before(self.tokens, other.lead)
        return found is not None and other.lead - found[1] <= most

    def _are_of_two_systems(self, one: Mention, other: Mention) -> bool:
        return (one.figure.unit in _NOT_METRIC) != (other.figure.unit in _NOT_METRIC)

    def _weighed(self, mention: Mention, like: Mention) -> Mention:
        """Pounds as a weight beside another weight: "12 pounds (5.4 kg)"."""
        figure = mention.figure
        if figure.kind is not Kind.CURRENCY or like.figure.measure.dimension != unit_named("pound_mass").dimension:
            return mention
        if self.tokens.words[mention.end - 1] not in self.words("weights"):
            return mention
        return mention.read_as(replace(figure, kind=Kind.NUMBER, unit="pound_mass"))

    def _converted(self, one: Mention, other: Mention) -> Stated | None:
        """The relation between two quantities, the first of which may be in two units: "6 feet 2 inches (1.88 m)"."""
        roles = {"amount": one, "worth": other}
        left: Expression = Name("amount")
        before = one.previous
        if before is not None and _is_quantity(before.figure):
            joined = all(word in self.draft.lexicon.conjunctions for word in self.tokens.words[before.tail : one.lead])
            if joined and before.figure.measure.dimension == one.figure.measure.dimension:
                if before.figure.measure.factor <= one.figure.measure.factor:
                    return None
                roles["more"] = before
                left = add(Name("more"), Name("amount"))
            elif joined:
                return None
        factor = one.figure.measure.factor / other.figure.measure.factor
        rate = divide(Constant(factor, other.figure.unit), Constant(Fraction(1), one.figure.unit))
        return Stated(KIND, equal(multiply(rate, left), Name("worth")), roles)


def _of_degrees(one: Mention, other: Mention) -> Stated:
    """Degrees of Fahrenheit and of Celsius: (F − 32) × 5/9 = C."""
    warm, other = (one, other) if one.figure.unit == _FAHRENHEIT else (other, one)
    roles = {"fahrenheit": warm, "celsius": other}
    above = subtract(Name("fahrenheit"), Constant(_FREEZING, _FAHRENHEIT))
    return Stated(KIND, equal(multiply(above, _CELSIUS_BY_FAHRENHEIT), Name("celsius")), roles, Confidence.MEDIUM)


def _of_warming(stated: Stated) -> Stated:
    """The same of how much warmer it is: a rise of 1.5 °C is one of 2.7 °F."""
    warmer = multiply(_CELSIUS_BY_FAHRENHEIT, Name("fahrenheit"))
    return replace(stated, assertion=equal(warmer, Name("celsius")))


def _is_loose(stated: Stated, *, degrees: bool) -> bool:
    """Whether the second quantity is no further from the first than conversions are rounded."""
    sizes = {role: mention.figure.number * mention.figure.measure.factor for role, mention in stated.roles.items()}
    if degrees:
        level, warming = (sizes["fahrenheit"] - _FREEZING) * 5 / 9, sizes["fahrenheit"] * 5 / 9
        # a "minus" may be printed in ways that are not read
        return any(abs(each - sizes["celsius"]) <= _DEGREES for each in (level, -level, warming))
    worth = sizes["worth"]
    units = (mention.figure.unit for mention in stated.roles.values())
    most = _LOOSE if _SEVERAL.isdisjoint(units) else _LOOSER
    return abs(sizes["amount"] + sizes.get("more", 0) - worth) <= worth * most


def _is_quantity(figure: Figure) -> bool:
    """Whether a figure has a unit of length, weight and the like, and counts nothing."""
    return figure.kind is Kind.NUMBER and bool(figure.unit) and figure.measure.dimension not in ((), COUNT.dimension)
