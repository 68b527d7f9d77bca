"""Multiples and fractions: "doublement", "1,8 fois", "multiplié par trois", "deux tiers", "un sur cinq"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Kind, Numeral
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.numerals import Number
from factcheck.reading.tokens import Tokens

_MOST_WORDS_BETWEEN: Final = 3
_WHOLES: Final = frozenset(Fraction(n) for n in (*range(2, 21), 25, 30, 40, 50, 100, 1000, 10_000, 100_000))


def in_words(tokens: Tokens, index: int, words: Lexicon, limit: int) -> Found | None:
    """A word that multiplies or divides, beginning at the token or at the article before it."""
    if tokens.words[index - 1] in words.articles and index > limit:
        found = in_words(tokens, index - 1, words, index)
        if found is not None and found.end > index:
            return found
    multiple = words.multiples.at(tokens, index)
    if multiple is not None and not _describes(tokens, index, multiple[1], words):
        value, end = multiple
        hedge = words.hedges_before.at(tokens, index)
        if hedge is not None and hedge[1] < end:
            index = hedge[1]  # "more than double" is listed with its hedge, as "double" alone is an adjective
        return Found(index, _trimmed(tokens, end, words), Kind.MULTIPLE, value, numeral=Numeral(value), in_words=True)
    ratio = words.ratios.at(tokens, index) or _ordinal_ratio(tokens, index, words)
    if ratio is None:
        return None
    value, end = ratio
    end = _trimmed(tokens, end, words)
    measure = words.measures.at(tokens, end)
    if measure is not None and measure[0].kind is Kind.POINTS:
        return None  # "a quarter point" is a number of points
    if tokens.words[index - 1] in words.not_ratios_before or words.not_ratios_after.at(tokens, end) is not None:
        return Found(index, end, silent=True)
    return Found(index, end, Kind.RATIO, value, numeral=Numeral(value), in_words=True)


def _describes(tokens: Tokens, index: int, end: int, words: Lexicon) -> bool:
    """Whether the word is an adjective here: "le double vitrage", "une chambre double"; not "près du double"."""
    if tokens.words[end - 1] not in words.also_adjectives:
        return False
    following = tokens.words[end]
    if following.isalpha() and following not in words.function_words:
        return True
    return index == end - 1 and tokens.words[index - 1] not in words.articles


def _ordinal_ratio(tokens: Tokens, index: int, words: Lexicon) -> tuple[Fraction, int] | None:
    """Such as "a third of them", "by a third"; not "a third hub"."""
    found = words.ordinal_ratios.at(tokens, index)
    if found is None:
        return None
    following = tokens.words[found[1]]
    return found if not following.isalpha() or following in words.after_ordinal_ratios else None


def _trimmed(tokens: Tokens, end: int, words: Lexicon) -> int:
    """The end without the "of" or "the" that only shows what the word is."""
    while tokens.words[end - 1] in words.articles:
        end -= 1
    return end


def count_in_words(tokens: Tokens, index: int, words: Lexicon) -> Number | None:
    """A noun that counts: "triptyque"."""
    value = words.counts_in_words.get(tokens.words[index])
    if value is None:
        return None
    return Number(Numeral(Fraction(value)), Fraction(value), index, index + 1)


def times(tokens: Tokens, number: Number, words: Lexicon, limit: int) -> Found | None:
    """The number as a multiple, where its neighbours make it one: "1,8 fois", "multiplié par trois", "×3"."""
    numeral, value = number.numeral, number.value
    factor = words.factors.before(tokens, number.first)
    if factor is not None and factor[1] >= limit:
        if not factor[0] and value:
            numeral, value = Numeral(1 / value), 1 / value
        return Found(factor[1], number.end, Kind.MULTIPLE, value, numeral=numeral)
    sign = number.first - 1
    led = tokens.words[sign] in ("×", "x") and tokens.touches(number.first)
    led = led and not (tokens.touches(sign) and tokens.words[sign - 1].isalnum())  # not "4x100"
    if led and sign >= limit and tokens.printed(sign, number.first) in ("×", "x"):
        return Found(sign, number.end, Kind.MULTIPLE, value, numeral=numeral)
    found = words.times.at(tokens, number.end)
    if tokens.words[number.end] == "x" and tokens.touches(number.end) and not tokens.touches(number.end + 1):
        found = True, number.end + 1  # "3.5x"
    if found is None or words.not_times.at(tokens, found[1]) is not None:
        return None
    end = found[1]
    if tokens.words[end] in words.conjunctions and tokens.words[end + 1] in words.half and not numeral.decimals:
        value, end = value + Fraction(1, 2), end + 2  # "deux fois et demie"
        numeral = Numeral(value, 1)
    if tokens.words[end] in words.less and value:
        numeral, value = Numeral(1 / value), 1 / value
    return Found(number.first, end, Kind.MULTIPLE, value, numeral=numeral)


def one_in(tokens: Tokens, whole: Number, words: Lexicon, limit: int) -> Found | None:
    """Such as "un sur cinq", "one in five", found at the "cinq": its "un" is no figure by itself."""
    joint = words.out_of.before(tokens, whole.first)
    if joint is None:
        return None
    for at in range(joint[1] - 1, joint[1] - 1 - _MOST_WORDS_BETWEEN, -1):
        if at < limit or not tokens.words[at].isalpha():
            return None
        if tokens.words[at] in words.one:
            return one_in_so_many(tokens, Found(at, at + 1, Kind.NUMBER, Fraction(1)), whole, words)
    return None


def one_in_so_many(tokens: Tokens, part: Found, whole: Number | None, words: Lexicon) -> Found | None:
    """The ratio of two numbers joined by "sur", "in", "out of": "un sur cinq", "neuf entreprises sur dix"."""
    if whole is None or not isinstance(part.value, Fraction):
        return None
    small = part.value.denominator == 1 and 0 < part.value < whole.value and whole.value in _WHOLES
    if not small or whole.numeral.decimals or tokens.words[whole.first] in words.references_of_years:
        return None
    value = part.value / whole.value
    return Found(part.first, whole.end, Kind.RATIO, value, numeral=Numeral(value), in_words=True)
