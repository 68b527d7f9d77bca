"""The whole reading of a text: finds where figures may begin, reads them there, and claims their places in order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import compress, count
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.periods import Period
from factcheck.reading import hedges, money, multiples, outsiders
from factcheck.reading.composed import Composed
from factcheck.reading.context import give_periods
from factcheck.reading.dates import Dates
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon, lexicon
from factcheck.reading.measures import with_unit
from factcheck.reading.number_words import NumberWords
from factcheck.reading.numerals import Convention, Number, number_in_digits, with_scale
from factcheck.reading.passages import Glance, paragraphs, sentences
from factcheck.reading.ranges import share_units
from factcheck.reading.tokens import Tokens

_SIGNS: Final = ("-", "−", "–", "+")
_BEFORE_SIGNS: Final = ("", "(", ":", "«", "“", '"', "[", ",", ";", "/", "~", "à", "de", "of", "to", "|", "=")


class Sentence:
    """One sentence of a text, being read."""

    def __init__(self, tokens: Tokens, words: Lexicon, text: TextState) -> None:
        self.tokens, self.words, self.state = tokens, words, text
        self.dates = Dates(tokens, words, text.today)
        self.number_words = NumberWords(tokens, words, text.convention)
        self.found: list[Found] = []
        self.limit = tokens.first  # the index after the last figure

    def read(self) -> list[Found]:
        """Every figure of the sentence, in order."""
        all_words = self.tokens.words
        index = self.tokens.first
        last = self.tokens.last
        if last - index == 1 and all_words[index] in self.words.one:  # the whole text is "un"
            self.found.append(Found(index, last, Kind.NUMBER, Fraction(1), numeral=Numeral(Fraction(1))))
        for at in compress(count(), map(self.words.begins_figure, all_words)):
            if at >= index:
                index = self._claim(at)
        return self.found

    def _claim(self, index: int) -> int:
        """Reads at the token; returns the index after what was read there."""
        found = self._figure_at(index)
        if found is None:
            return index
        if not found.silent:
            if found.kind is not Kind.DATE:
                self._finish(found)
            self.found.append(found)
        self.limit = max(self.limit, found.end)
        return found.end

    def _figure_at(self, index: int) -> Found | None:
        tokens, words = self.tokens, self.words
        word = tokens.words[index]
        in_digits = word[0].isdecimal()
        if in_digits or word in words.date_starters:
            dated = self.dates.at(index)
            if dated is not None and dated.first >= self.limit:
                return dated
        if in_digits:
            end = outsiders.skip(tokens, index, words)
            if end is not None:
                return Found(index, end, silent=True)
        elif word not in words.number_starters:
            return multiples.in_words(tokens, index, words, self.limit)
        number = self._number_at(index)
        if number is None or number.first < self.limit:
            if in_digits:
                return Found(index, index + 1, silent=True)
            return multiples.in_words(tokens, index, words, self.limit)
        if not in_digits and number.value < 100 and tokens.words[number.end] in words.numbers:
            return self._spelled_out(number)
        return self._with_surroundings(number, in_digits)

    def _spelled_out(self, number: Number) -> Found:
        """Number words in a row are digits being spelled, as in "zéro six douze", and no figures."""
        end = number.end
        while self.tokens.words[end] in self.words.numbers:
            end += 1
        return Found(number.first, end, silent=True)

    def _number_at(self, index: int) -> Number | None:
        tokens, words = self.tokens, self.words
        if not "0" <= tokens.words[index] < ":":
            return multiples.count_in_words(tokens, index, words) or self.number_words.at(index)
        if tokens.words[index + 1] in words.continuers:
            mixed = with_scale(tokens, index, words, self.state.convention) or self.number_words.at(index)
            if mixed is not None:
                return mixed
        return number_in_digits(tokens, index, words, self.state.convention)

    def _with_surroundings(self, number: Number, in_digits: bool) -> Found | None:
        tokens, words = self.tokens, self.words
        if not in_digits:
            ratio = multiples.in_words(tokens, number.first, words, self.limit)
            if ratio is not None and ratio.end >= number.end:
                return ratio
        special = multiples.times(tokens, number, words, self.limit) or multiples.one_in(
            tokens, number, words, self.limit
        )
        if special is not None:
            return special
        currency = money.currency_before(tokens, number.first, words, self.limit)
        if currency is not None:
            found = money.amount(tokens, number, currency, words)
        else:
            found = with_unit(tokens, number, words)
        found.about = number.about
        ratio = self._one_in(found)
        if ratio is not None:
            return ratio
        if found.bare and not self._stands_alone(number, in_digits):
            return Found(number.first, number.end, silent=True)
        if found.kind is Kind.NUMBER and not in_digits and self._is_proper_name(found):
            return Found(number.first, number.end, silent=True)
        if found.kind is Kind.CURRENCY:
            money.with_cents(tokens, found, words)
            self.state.names.settle(found)
        self._signed(found)
        return found

    def _one_in(self, part: Found) -> Found | None:
        tokens, words = self.tokens, self.words
        joint = words.out_of.at(tokens, part.end)
        if joint is None and tokens.words[part.first] == "1" and tokens.words[part.end].isalpha():
            joint = words.out_of.at(tokens, part.end + 1)  # "1 enfant sur 6"
        if joint is None or part.kind is not Kind.NUMBER:
            return None
        index = joint[1]
        word = self.tokens.words[index]
        if not word or not (word[0].isdecimal() or word in self.words.numbers):
            return None
        if self.dates.at(index) is not None:
            return None
        whole = self._number_at(index)
        if whole is None or with_unit(self.tokens, whole, self.words).kind is not Kind.NUMBER:
            return None
        return multiples.one_in_so_many(self.tokens, part, whole, self.words)

    def _stands_alone(self, number: Number, in_digits: bool) -> bool:
        """Whether a number without a unit is a figure, and neither a name nor an article nor a pronoun."""
        tokens, words = self.tokens, self.words
        if in_digits:
            return not outsiders.is_name(tokens, number, words)
        if number.value == 0:
            return False  # "tolérance zéro"
        whole_text = number.first == tokens.first and number.end >= tokens.last - 1
        if whole_text or number.value >= 100:
            return True
        first = tokens.words[number.first]
        before = tokens.words[number.first - 1]
        if first in words.one and number.end == number.first + 1:
            counts = words.one_counts_before.at(tokens, number.end) is not None and before not in words.pronoun_before
            return counts or before in words.minus
        if first in words.adjectives_like_numbers and number.end == number.first + 1 and before.isalpha():
            # not "un bâtiment neuf", "remis à neuf", but "soit neuf", "sept ou neuf"
            if before in words.before_such_numbers:
                return True
            joined = before in words.range_joints and tokens.words[number.first - 2] in words.numbers
            return joined and tokens.words[number.first - 2] not in words.one
        return before not in words.pronoun_before

    def _is_proper_name(self, found: Found) -> bool:
        """Whether a number word with a capital stands inside the sentence: "les Vingt-Sept", "the Six Nations"."""
        before = self.tokens.words[found.first - 1]
        inside = found.first > self.tokens.first and (before.isalpha() or before.endswith("'"))
        return inside and self.tokens.is_capital(found.first)

    def _signed(self, found: Found) -> None:
        """Takes a sign before the number into it: "−5", "+0,2 %", "moins 3 %"."""
        tokens, words = self.tokens, self.words
        before = found.first - 1
        if before < self.limit:
            return
        sign = tokens.words[before]
        if sign in _SIGNS:
            touching = tokens.touches(found.first) and not tokens.touches(before)
            after_sign = tokens.touches(found.first) and tokens.words[before - 1] in _BEFORE_SIGNS
            alone = before == tokens.first and found.end == tokens.last
            alone = alone or (sign != "–" and tokens.words[before - 1] == "(")
            if touching or after_sign or alone or (before == tokens.first and tokens.touches(found.first)):
                found.first = before
                if sign != "+":
                    found.negated()
        elif sign in words.minus and tokens.words[before - 1] not in words.minus_never_after:
            found.first = before
            found.negated()

    def _finish(self, found: Found) -> None:
        hedges.apply(self.tokens, found, self.words, self.limit)
        share_units(self.tokens, self.found, found, self.words)


class TextState:
    """What holds for a whole text while its sentences are read."""

    def __init__(self, text: str, lang: str, today: date | None) -> None:
        self.convention = Convention(text, lang)
        self.names = money.SharedNames()
        self.today = today


class Scanned(Struct, gc=False):
    """A sentence that was read: its tokens and what was found among them, with the numbers of paragraph and sentence.

    Sentences are counted through the whole text, those without figures too.
    """

    tokens: Tokens
    found: list[Found]
    paragraph: int
    number: int


def scan(text: str, lang: str, today: date | None = None) -> Iterator[Figure]:
    """The figures of a text, in order."""
    if not unicodedata.is_normalized("NFC", text):
        composed = Composed(text)
        for figure in _figures(composed.text, lang, today):
            start, end = composed.original(figure.start), composed.original(figure.end)
            yield replace(figure, text=text[start:end], start=start, end=end)
    else:
        yield from _figures(text, lang, today)


def _figures(text: str, lang: str, today: date | None) -> Iterator[Figure]:
    for sentence in scan_sentences(text, lang, today):
        for one in sentence.found:
            yield one.figure(sentence.tokens)


def scan_sentences(text: str, lang: str, today: date | None) -> Iterator[Scanned]:
    """The sentences of a text that may hold figures, read, in order; the text has its accents composed (NFC)."""
    words = lexicon(lang)
    state = TextState(text, lang, today)
    glance = Glance(text, words, dated=today is not None)
    number = 0
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        period: Period | None = None
        for first, last in sentences(text, start, end):
            number += 1
            if glance.may_hold_figures(first, last):
                tokens = Tokens(text, first, last)
                found = Sentence(tokens, words, state).read()
                period = give_periods(tokens, found, words, today, period)
                yield Scanned(tokens, found, paragraph, number)
