"""Quotes that differ in nothing but their digits are read once.

A base of ten thousand claims holds thousands of quotes such as "1 234,5 millions de dirhams". What the words around a
number say does not depend on its digits, as long as there are as many of them and they cannot be a date or an hour,
nor be read in two ways.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.reading import QuoteError, read_quote

# "9.30" may be an hour, "12.06" a day, "1,5" is no plural, and what can be read in two ways has two forms
_FORMS: Final = (
    r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?",
    r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]{1,2}",
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}",
    r"[1-9][0-9]{0,2}(?:,[0-9]{3})+",
    r"[2-9][.,][0-9]",
    r"[1-9][0-9]{1,2}[.,][0-9]",
    r"[1-9][0-9]{2}[.,][0-9]{2}",
)
_QUOTE: Final = re.compile(rf"([^0-9]*)({'|'.join(_FORMS)})([^0-9]*)")
_SAMPLE: Final = str.maketrans("0123456789", "7" * 10)
_DIGITS_ALONE: Final = str.maketrans("", "", " \u00a0\u202f.,")


class _Form(Struct, frozen=True):
    """The figure that a sample of a form was read as, and what its digits were multiplied and divided by."""

    figure: Figure
    numeral: Numeral
    divisor: int

    def with_number(self, number: str, quote: str) -> Figure:
        """The figure with another number in it."""
        numeral = self.numeral
        digits, scale, figure = int(number.translate(_DIGITS_ALONE)), numeral.scale, self.figure
        return replace(
            figure,
            text=quote[figure.start : figure.end],
            value=Fraction(digits * scale.numerator, self.divisor * scale.denominator),
            numeral=replace(numeral, value=Fraction(digits, self.divisor), digits=number if numeral.digits else ""),
        )


def read_like(quote: str, lang: str) -> Figure:
    """The figure of a quote, as `read_quote` reads it; raises QuoteError as that does."""
    match = _QUOTE.fullmatch(quote)
    if match is not None:
        before, number, after = match.groups()
        form = _form(before, number.translate(_SAMPLE), after, lang)
        if form is not None:
            return form.with_number(number, quote)
    return read_quote(quote, lang)


@lru_cache(maxsize=4096)
def _form(before: str, number: str, after: str, lang: str) -> _Form | None:
    """What a sample of a form is read as; None where its digits do more than say how much."""
    try:
        figure = read_quote(before + number + after, lang)
    except QuoteError:
        return None
    numeral = figure.numeral
    if numeral is None or figure.kind is Kind.DATE or figure.other is not None or numeral.digits not in ("", number):
        return None
    divisor = 10**numeral.decimals
    is_plain = (
        numeral.value * divisor == int(number.translate(_DIGITS_ALONE))
        and figure.value == numeral.value * numeral.scale
    )
    return _Form(figure, numeral, divisor) if is_plain and number in figure.text and not figure.in_words else None
