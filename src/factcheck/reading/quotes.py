"""Reading a quote of a few words, which holds exactly one figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.errors import FactcheckError
from factcheck.figures.figure import Figure, Kind
from factcheck.phrases import Phrase
from factcheck.reading.lexicon import lexicon
from factcheck.reading.scanner import scan
from factcheck.reading.tokens import Tokens

_DATE_IN_DIGITS: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


class QuoteError(FactcheckError):
    """A quote without a figure, or with several. `figures` are those that were read."""

    def __init__(self, phrase: Phrase, figures: tuple[Figure, ...] = ()) -> None:
        super().__init__(phrase)
        self.figures = figures


@lru_cache(maxsize=4096)
def read_quote(quote: str, lang: str) -> Figure:
    """The figure of a quote, in the language "fr" or "en".

    A date beside another figure is that figure's period: "26,2 milliards de dirhams en 2024". Raises `QuoteError`
    where the quote holds no figure or several.
    """
    figures = tuple(scan(quote, lang))
    others = tuple(figure for figure in figures if figure.kind is not Kind.DATE)
    if len(others) == 1:
        return others[0]
    if not figures and _names_a_day(quote, lang):
        raise QuoteError(Phrase("“{quote}” names a day that does not exist, or lacks its year", quote=quote))
    if not figures:
        raise QuoteError(Phrase("no figure found in “{quote}”", quote=quote))
    if not others and len(figures) == 1:
        return figures[0]
    several = others or figures
    listed = tuple(figure.text for figure in several)
    raise QuoteError(Phrase("several figures found in “{quote}”: {figures}", quote=quote, figures=listed), several)


def _names_a_day(quote: str, lang: str) -> bool:
    """Whether a month or digits in the form of a date stand in a quote that gave no date."""
    tokens = Tokens(quote)
    in_digits = _DATE_IN_DIGITS.search(quote) is not None
    return in_digits or any(
        word in lexicon(lang).months.first_words for word in tokens.words[tokens.first : tokens.last]
    )
