"""Reading a quote of a few words, which holds exactly one figure."""

from __future__ import annotations

from functools import lru_cache

from factcheck.errors import FactcheckError
from factcheck.figures.figure import Figure, Kind
from factcheck.phrases import Phrase
from factcheck.reading.scanner import scan


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
    if not figures:
        raise QuoteError(Phrase("no figure found in “{quote}”", quote=quote))
    if not others and len(figures) == 1:
        return figures[0]
    several = others or figures
    listed = tuple(figure.text for figure in several)
    raise QuoteError(Phrase("several figures found in “{quote}”: {figures}", quote=quote, figures=listed), several)
