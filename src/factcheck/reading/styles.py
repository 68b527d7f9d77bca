"""Printing another value the way a figure was printed: "2,8 milliards de dollars" with 2.63e9 is "2,6 milliards …"."""

from __future__ import annotations

import re
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


def format_like(figure: Figure, value: Fraction) -> str:
    """The text of the figure with another value in its unit, rounded to the figure's resolution.

    Decimal sign, separator of thousands, scale word and unit stay as printed. A number in words is reprinted in
    digits, a multiple or fraction in words as "1,5 fois" or "30 %". A date is returned as it stands.
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
        return _with_digits(figure, mantissa, numeral.decimals)
    printed = _printed(abs(mantissa), numeral.decimals, *_signs(numeral.digits, numeral.decimals))
    before, _, after = figure.text.partition(numeral.digits)
    return _signed(before, mantissa) + printed + after


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
