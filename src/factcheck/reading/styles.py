"""Printing another value the way a figure was printed: "2,8 milliards de dollars" with 2.63e9 is "2,6 milliards …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Figure, Kind
from factcheck.reading.lexicon import LANGUAGES, Lexicon, lexicon
from factcheck.reading.number_words import NumberWords
from factcheck.reading.numerals import Convention
from factcheck.reading.tokens import Tokens

_GROUP: Final = re.compile(r"\d([ \u00a0\u202f\u2009'’.,])\d{3}(?!\d)")
_MINUS: Final = "−"
_TIMES: Final = {"fr": "{} fois", "en": "{} times"}
_PERCENT: Final = {"fr": "{} %", "en": "{}%"}
_DECIMAL_SIGN: Final = {"fr": ",", "en": "."}
_MOST_DECIMALS: Final = 10
_MOST_IN_A_WORD: Final = 16
"""Newspapers spell small numbers out; French has a word of its own up to sixteen."""


def format_like(figure: Figure, value: Fraction) -> str:
    """The text of the figure with another value in its unit, rounded to the figure's resolution.

    Decimal sign, separator of thousands, scale word and unit stay as printed. A small number in one word is reprinted
    in one, other numbers in words in digits, a multiple or fraction in words as "1,5 fois" or "30 %". A date is
    returned as it stands.
    """
    numeral = figure.numeral
    if numeral is None:
        return figure.text
    if figure.in_words:
        return _instead_of_words(figure, value)
    mantissa = _rounded(value, figure) / numeral.scale
    if figure.number < 0 and not figure.text.startswith((_MINUS, "-", "–")):
        mantissa = -mantissa  # "en baisse de 3 %": the sign stands in a word before
    if not numeral.digits:
        return _in_a_word(figure, mantissa) or _with_digits(figure, mantissa, numeral.decimals)
    printed = _printed(abs(mantissa), numeral.decimals, *_signs(numeral.digits, numeral.decimals))
    before, _, after = figure.text.partition(numeral.digits)
    return _signed(before, mantissa) + printed + after


def format_exactly(figure: Figure, value: Fraction, like: Sequence[Figure] = ()) -> str:
    """The same with all digits of a value whose decimals end: "486 millions" with 48,600,000 is "48,6 millions".

    The decimal sign is the figure's, else that of the figures `like` it, else the one that its separator leaves, or
    that of English, which puts the currency first.
    """
    numeral = figure.numeral
    if numeral is None or not numeral.digits or figure.in_words:
        return format_like(figure, value)
    mantissa = abs(value) / numeral.scale
    decimals = next((count for count in range(_MOST_DECIMALS) if (mantissa * 10**count).denominator == 1), None)
    if decimals is None:
        return format_like(figure, value)
    own, separator = _signs(numeral.digits, numeral.decimals)
    others = (_signs(each.numeral.digits, each.numeral.decimals)[0] for each in like if each.numeral is not None)
    before, _, after = figure.text.partition(numeral.digits)
    english = separator == "," or (before.strip("+-−– ") != "" and separator != ".")
    sign = own or next(filter(None, others), "." if english else ",")
    return before + _printed(mantissa, decimals, sign, "" if separator == sign else separator) + after


def _in_a_word(figure: Figure, mantissa: Fraction) -> str | None:
    """The figure with another small number in one word; None where it is not printed in one, or that has none."""
    _, tokens, words = _language(figure)
    first = tokens.words[tokens.first]
    number = words.numbers.get(first)
    numeral = figure.numeral
    if numeral is None or numeral.scale != 1 or number != numeral.value or mantissa <= 1:
        return None
    named = next((word for word, value in words.numbers.items() if value == mantissa and word.isalpha()), None)
    if named is None or mantissa > _MOST_IN_A_WORD:
        return None
    printed = named.capitalize() if tokens.is_capital(tokens.first) else named
    return printed + tokens.text[tokens.ends[tokens.first] :]


def _signed(before: str, value: Fraction) -> str:
    """What stands before the digits, with the sign that the value needs."""
    stripped = before.rstrip("+-−– ")
    sign = _MINUS if value < 0 else "+" if "+" in before else ""
    return before if stripped == before and not sign else stripped + sign


def _rounded(value: Fraction, figure: Figure) -> Fraction:
    numeral = figure.numeral
    assert numeral is not None
    step = figure.resolution or numeral.scale
    finest = min(step, Fraction(1, 10**numeral.decimals) * numeral.scale)
    while step > finest and abs(value) < step * 2:
        step /= 10
    return round(value / step) * step


def _signs(digits: str, decimals: int) -> tuple[str, str]:
    """The decimal sign and the separator of thousands in the digits; empty where none shows."""
    group = _GROUP.search(digits)
    decimal = digits[-decimals - 1] if decimals else ""
    separator = group[1] if group is not None and not (decimals and group[1] == decimal) else ""
    return decimal, separator


def _printed(value: Fraction, decimals: int, decimal_sign: str, separator: str) -> str:
    shifted = round(value * 10**decimals)
    whole, rest = divmod(shifted, 10**decimals)
    text = f"{whole:,}".replace(",", separator) if separator else str(whole)
    return text + (f"{decimal_sign}{rest:0{decimals}d}" if decimals else "")


def _language(figure: Figure) -> tuple[str, Tokens, Lexicon]:
    """The language whose lexicon reads the words of the figure."""
    tokens = Tokens(figure.text)
    for lang in LANGUAGES:
        words = lexicon(lang)
        known = words.multiples.at(tokens, tokens.first) or words.ratios.at(tokens, tokens.first)
        if known or any(tokens.words[at] in words.numbers for at in range(tokens.first, tokens.last)):
            return lang, tokens, words
        if any(tokens.words[at] in words.collectives for at in range(tokens.first, tokens.last)):
            return lang, tokens, words
    return LANGUAGES[0], tokens, lexicon(LANGUAGES[0])


def _instead_of_words(figure: Figure, value: Fraction) -> str:
    lang, _, _ = _language(figure)
    if figure.kind is Kind.RATIO:
        return _PERCENT[lang].format(round(value * 100))
    decimals = 0 if value.denominator == 1 else 1 if value >= 1 else 2
    return _TIMES[lang].format(_printed(value, decimals, _DECIMAL_SIGN[lang], ""))


def _with_digits(figure: Figure, mantissa: Fraction, decimals: int) -> str:
    """Digits for the number words, then scale word and unit as they stand."""
    lang, tokens, words = _language(figure)
    number = NumberWords(tokens, words, Convention("", lang)).at(_first_number_word(tokens, words))
    end = tokens.first + 1 if number is None else number.end
    assert figure.numeral is not None
    if figure.numeral.scale != 1:
        end = next((at for at in range(tokens.first, end) if tokens.words[at] in words.scales), end)
    separator = "\u202f" if lang == "fr" else ","
    printed = _printed(abs(mantissa), decimals, _DECIMAL_SIGN[lang], separator if abs(mantissa) >= 1000 else "")
    if figure.numeral.scale == 1 and tokens.words[end] in words.joins:
        end += 1  # "une centaine | de | personnes"
    rest = tokens.text[tokens.ends[end - 1] :]
    return (_MINUS if mantissa < 0 else "") + printed + (rest if rest[:1] in ("", " ") else " " + rest.lstrip("-"))


def _first_number_word(tokens: Tokens, words: Lexicon) -> int:
    for at in range(tokens.first, tokens.last):
        word = tokens.words[at]
        if word in words.collectives or word in words.scales or word in words.half:
            return at
        if word in words.numbers and not (word in words.a and tokens.words[at + 1] in words.collectives):
            return at
    return tokens.first
