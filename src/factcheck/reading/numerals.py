"""Numbers in digits: "26,2", "140.000", "148 500", "12.345,6", "3,5 millions", "26 Mds".

Which sign is the decimal one is decided by the language and by the other numbers of the text; see `Convention`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct

from factcheck.figures.figure import Numeral
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import Tokens
from factcheck.reading.unit_words import ONE

MOST_DIGITS: Final = 24
_GROUPING: Final = re.compile(r"[ \u00a0\u202f\u2009'’]")
# One or two digits after the sign and no second sign near. The sign stands first in the pattern: a text is searched
# for a literal many times faster than for any digit.
_NO_SIGN_BEFORE: Final = "".join(rf"(?<![.,]{digits}[.,])" for digits in (r"\d", r"\d\d", r"\d\d\d"))
_DECIMAL_COMMA: Final = re.compile(rf",(?<=\d,){_NO_SIGN_BEFORE}\d{{1,2}}(?![\d.,]*\d)")
_DECIMAL_POINT: Final = re.compile(rf"\.(?<=\d\.){_NO_SIGN_BEFORE}\d{{1,2}}(?![\d.,]*\d)")


class Number(Struct, frozen=True, gc=False):
    """A number found in a text: what it says, and the tokens it takes.

    value     the number with its scale
    other     the value by the other decimal sign, where three digits after the sign leave a doubt
    about     the number is a round one by its words: "une centaine"
    """

    numeral: Numeral
    value: Fraction
    first: int
    end: int
    other: Fraction | None = None
    about: bool = False


class Convention:
    """Which sign a text uses for decimals: that of its language, unless its own numbers say otherwise."""

    def __init__(self, text: str, lang: str) -> None:
        self._text = text
        self._usual = "," if lang == "fr" else "."
        self._decided: str | None = None

    @property
    def decimal_sign(self) -> str:
        """Comma or point. The text is looked through once, when a number first leaves a doubt."""
        if self._decided is None:
            commas = _DECIMAL_COMMA.search(self._text) is not None
            points = _DECIMAL_POINT.search(self._text) is not None
            self._decided = self._usual if commas == points else "," if commas else "."
        return self._decided


@lru_cache(maxsize=8192)
def digits(printed: str, decimal_sign: str) -> tuple[Fraction, int, Fraction | None] | None:
    """Value, number of decimals and, in doubt, the other value of digits with signs; None where they are no number."""
    plain = _GROUPING.sub("", printed)
    if len(plain) > MOST_DIGITS or not plain.isascii():
        return None
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        return _with_both(plain, commas, points)
    if not commas and not points:
        return Fraction(int(plain)), 0, None
    sign = "," if commas else "."
    if commas + points > 1:
        return _thousands(plain, sign)
    whole, _, decimals = plain.partition(sign)
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    if len(decimals) != 3 or len(whole) > 3 or whole.startswith("0") or len(plain) != len(printed):
        return value, len(decimals), None
    if sign == decimal_sign:
        return value, 3, value * 1000
    return value * 1000, 0, None


def _with_both(plain: str, commas: int, points: int) -> tuple[Fraction, int, None] | None:
    sign = max(",.", key=plain.rfind)
    if (commas if sign == "," else points) != 1:
        return None
    whole, _, decimals = plain.partition(sign)
    thousands = _thousands(whole, "," if sign == "." else ".")
    if thousands is None:
        return None
    return thousands[0] + Fraction(int(decimals), 10 ** len(decimals)), len(decimals), None


def _thousands(plain: str, sign: str) -> tuple[Fraction, int, None] | None:
    head, *groups = plain.split(sign)
    western = len(head) <= 3 and all(len(group) == 3 for group in groups)
    indian = len(head) <= 2 and len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[:-1])
    if not (western or indian) or head.startswith("0"):
        return None
    return Fraction(int(plain.replace(sign, ""))), 0, None


@lru_cache(maxsize=8192)
def _scaled(printed: str, decimal_sign: str, factor: int) -> tuple[Numeral, Fraction, Fraction | None] | None:
    read = digits(printed, decimal_sign)
    if read is None:
        return None
    value, decimals, other = read
    if factor == 1:
        return Numeral(value, decimals, ONE, printed), value, other
    scale = Fraction(factor)
    return Numeral(value, decimals, scale, printed), value * scale, None if other is None else other * scale


def number_in_digits(tokens: Tokens, index: int, words: Lexicon, convention: Convention) -> Number | None:
    """The digits at the token with the scale after them, if any; None where they make no number."""
    printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
    lonely = tokens.words[index - 1] not in (",", ".")
    sign = "," if printed.isdecimal() and lonely else convention.decimal_sign
    first = index
    if tokens.words[index - 1] == sign and _leads(tokens, index):
        printed, first = "0" + sign + printed, index - 1  # ",5" and ".5"
    scale, end = _scale(tokens, index + 1, words)
    scaled = _scaled(printed, sign, scale.numerator)
    return None if scaled is None else Number(scaled[0], scaled[1], first, end, scaled[2])


def with_scale(tokens: Tokens, index: int, words: Lexicon, convention: Convention) -> Number | None:
    """Digits with one scale word, and nothing after it that may belong to the number: "26,2 milliards", as most are.

    None where it takes a closer look to tell what the number is.
    """
    scale = words.scales.get(tokens.words[index + 1])
    after, later = tokens.words[index + 2 : index + 4]
    if scale is None or after in words.continuers or "0" <= after[:1] < ":":
        return None
    if (after == "," or after in words.joins) and later in words.continuers:
        return None  # "two million, three hundred thousand", "3 milliers de milliards"
    printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
    scaled = _scaled(printed, convention.decimal_sign if "," in printed or "." in printed else ",", scale.numerator)
    return None if scaled is None else Number(scaled[0], scaled[1], index, index + 2)


def _leads(tokens: Tokens, index: int) -> bool:
    """Whether the sign before the token touches it and nothing before that."""
    return tokens.touches(index) and not tokens.touches(index - 1)


def _scale(tokens: Tokens, index: int, words: Lexicon) -> tuple[Fraction, int]:
    """The scale written at the token, in full or short, and the index after it."""
    full = words.scales.get(tokens.words[index])
    if full is None and tokens.words[index] == "-":  # "a 5-million contract"
        full = words.scales.get(tokens.words[index + 1])
        index += full is not None
    if full is not None:
        return full, index + 1
    if len(tokens.words[index]) > 4:
        return ONE, index
    printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
    scale = words.short_scales.get(printed)
    touching = tokens.touches(index)
    if scale is None and touching:
        scale = words.attached_scales.get(printed)
    elif scale is not None and len(printed) == 1 and not touching:
        # "3 M de dirhams" and "3 M€", but neither "3 M" nor "3 K"
        following = tokens.words[index + 1]
        if following not in words.joins and not words.is_currency_at(tokens, index + 1):
            scale = None
    return (ONE, index) if scale is None else (scale, index + 1)
