"""The whole reading of a text: finds where figures may begin, reads them there, and claims their places in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.reading import hedges, money, multiples, outsiders
from factcheck.reading.context import give_periods
from factcheck.reading.dates import Dates
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon, lexicon
from factcheck.reading.measures import with_unit
from factcheck.reading.number_words import NumberWords
from factcheck.reading.numerals import Convention, Number, number_in_digits
from factcheck.reading.tokens import Tokens, lowered

_LARGE: Final = 1_000_000
_FARTHEST: Final = 8
_SIGNS: Final = ("-", "−", "–", "+")
_BEFORE_SIGNS: Final = ("", "(", ":", "«", "“", '"', "[", ",", ";", "/", "~", "à", "de", "of", "to", "|", "=")


class Passage:
    """One passage of a text, being read."""

    def __init__(self, tokens: Tokens, words: Lexicon, text: TextState) -> None:
        self.tokens, self.words, self.state = tokens, words, text
        self.dates = Dates(tokens, words, text.today)
        self.number_words = NumberWords(tokens, words, text.convention)
        self.found: list[Found] = []
        self.limit = tokens.first  # the index after the last figure

    def read(self) -> list[Found]:
        """Every figure of the passage, in order."""
        starters = self.words.starters
        all_words = self.tokens.words
        index = self.tokens.first
        last = self.tokens.last
        if last - index == 1 and all_words[index] in self.words.one:  # the whole text is "un"
            self.found.append(Found(index, last, Kind.NUMBER, Fraction(1), numeral=Numeral(Fraction(1))))
        candidates = [at for at, word in enumerate(all_words) if word in starters or "0" <= word < ":"]
        for at in candidates:
            if at >= index:
                index = self._claim(at)
        give_periods(self.tokens, self.found, self.words, self.state.today)
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
        dated = self.dates.at(index)
        if dated is not None and dated.first >= self.limit:
            return dated
        in_digits = tokens.words[index][0].isdecimal()
        if in_digits:
            end = outsiders.skip(tokens, index, words)
            if end is not None:
                return Found(index, end, silent=True)
        number = self._number_at(index)
        if number is None or number.first < self.limit:
            found = multiples.in_words(tokens, index, words, self.limit)
            if found is None and in_digits:
                return Found(index, index + 1, silent=True)
            return found
        return self._with_surroundings(number, in_digits)

    def _number_at(self, index: int) -> Number | None:
        tokens, words = self.tokens, self.words
        counted = multiples.count_in_words(tokens, index, words)
        if counted is not None:
            return counted
        if not "0" <= tokens.words[index] < ":":
            return self.number_words.at(index)
        if tokens.words[index + 1] in words.continuers:
            mixed = self.number_words.at(index)
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
        if found.bare and not self._stands_alone(number, found, in_digits):
            return Found(number.first, number.end, silent=True)
        if found.kind is Kind.CURRENCY:
            money.with_cents(tokens, found, words)
            self.state.names.settle(found)
        self._signed(found)
        return found

    def _one_in(self, part: Found) -> Found | None:
        if part.kind is not Kind.NUMBER or not isinstance(part.value, Fraction) or part.value >= 1000:
            return None
        joint = self.words.out_of.at(self.tokens, part.end)
        if joint is None:
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

    def _stands_alone(self, number: Number, found: Found, in_digits: bool) -> bool:
        """Whether a number without a unit is a figure, and neither a name nor an article nor a pronoun."""
        tokens, words = self.tokens, self.words
        if in_digits:
            return not outsiders.is_name(tokens, number, words)
        whole_text = number.first == tokens.first and number.end >= tokens.last - 1
        if whole_text or number.value >= 100:
            return True
        first = tokens.words[number.first]
        if first in words.one and number.end == number.first + 1:
            return tokens.words[number.first - 1] in words.minus
        before = tokens.words[number.first - 1]
        return before not in words.pronoun_before

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
            if touching or after_sign or alone or before == tokens.first and tokens.touches(found.first):
                found.first = before
                if sign != "+":
                    found.negated()
        elif sign in words.minus and tokens.words[before - 1] not in words.minus_never_after:
            found.first = before
            found.negated()

    def _finish(self, found: Found) -> None:
        hedges.apply(self.tokens, found, self.words, self.limit)
        if self.found:
            self._range(self.found[-1], found)
            self._from_to(found)

    def _range(self, low: Found, high: Found) -> None:
        """Shares unit and scale between the ends of a range: "entre 20 et 25 %", "2 à 3 milliards", "$10-20 million"."""
        tokens, words = self.tokens, self.words
        if high.first != low.end + 1 or low.kind is Kind.DATE:
            return
        joint = tokens.words[low.end]
        between = joint in words.range_and and (
            high.kind in (Kind.PERCENTAGE, Kind.POINTS)
            or any(tokens.words[at] in words.between for at in range(max(low.first - 3, tokens.first), low.first))
        )
        if joint not in words.range_to and not between:
            return
        if low.bare and (high.unit or high.kind is Kind.MULTIPLE) and not high.in_words:
            low.kind, low.unit, low.assumed = high.kind, high.unit, high.assumed
            self._share_scale(low, high)
        elif high.bare and low.kind is Kind.CURRENCY:
            high.kind, high.unit, high.assumed = low.kind, low.unit, low.assumed
            self._share_scale(low, high)
        elif low.kind is high.kind is Kind.CURRENCY and low.unit == high.unit:
            if tokens.words[low.end - 1][:1].isdecimal():
                self._share_scale(low, high)

    def _from_to(self, high: Found) -> None:
        """Gives "28,1 milliards" its currency in "passe de 28,1 milliards en 2023 à 30,7 milliards de dirhams"."""
        tokens = self.tokens
        low = next((one for one in reversed(self.found) if one.kind is not Kind.DATE), None)
        if high.kind is not Kind.CURRENCY or low is None or not low.bare or low.numeral is None:
            return
        between = tokens.words[low.end : high.first]
        if low.numeral.scale < _LARGE or len(between) > _FARTHEST or "(" in between or "." in between:
            return
        if any(word in self.words.range_to for word in between):
            low.kind, low.unit, low.assumed = high.kind, high.unit, high.assumed

    def _share_scale(self, low: Found, high: Found) -> None:
        if low.numeral is None or high.numeral is None:
            return
        if low.numeral.scale == 1 and high.numeral.scale != 1 and low.numeral.value < 1000:
            low.scaled(high.numeral.scale)


class TextState:
    """What holds for a whole text while its passages are read."""

    def __init__(self, text: str, lang: str, today: date | None) -> None:
        self.convention = Convention(text, lang)
        self.names = money.SharedNames()
        self.today = today


# --- from a text to passages ----------------------------------------------------------------------------------------

_LONGEST_PASSAGE: Final = 4000
# A paragraph ends at an empty line, and at the end of a line where the next begins like a new one.
_PARAGRAPH: Final = re.compile(r"\n(?:[^\S\n]{0,8}\n\s*|(?=[^\S\n]{0,8}(?:[^\W\d_a-zà-öø-ÿ]|[-–•*#>«|]|\d{1,3}[.)] )))")
_DIGIT: Final = re.compile(r"\d")
_BEFORE_WORDS: Final = "'-(«“\"[‑–—/"
_SENTENCE: Final = re.compile(r"[.!?…]\s")


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the paragraphs of a text; one that is very long is cut between sentences or words."""
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield from _cut(text, start, match.start())
        start = match.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_PASSAGE:
        middle = start + _LONGEST_PASSAGE // 2
        match = _SENTENCE.search(text, middle, start + _LONGEST_PASSAGE)
        cut = match.end() if match is not None else text.find(" ", middle, start + _LONGEST_PASSAGE) + 1
        cut = cut or start + _LONGEST_PASSAGE
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def may_hold_figures(passage: str, words: Lexicon) -> bool:
    """Whether a digit or a word that a figure may begin with stands in the passage; costs next to nothing."""
    if _DIGIT.search(passage) is not None:
        return True
    lower = lowered(passage)
    for sign in _BEFORE_WORDS:
        if sign in lower:
            lower = lower.replace(sign, " ")
    return not words.starters_as_split.isdisjoint(lower.split())


def scan(text: str, lang: str, today: date | None = None) -> Iterator[Figure]:
    """The figures of a text, in order."""
    words = lexicon(lang)
    state = TextState(text, lang, today)
    for start, end in passages(text):
        if not may_hold_figures(text[start:end], words):
            continue
        tokens = Tokens(text, start, end)
        for found in Passage(tokens, words, state).read():
            yield found.figure(tokens)
