"""From characters to figures: every figure of a text, or the one of a quote, in French and English."""

from __future__ import annotations

from datetime import date

from factcheck.figures.figure import Figure
from factcheck.reading.languages import detect_language
from factcheck.reading.quotes import QuoteError, read_quote
from factcheck.reading.scanner import scan
from factcheck.reading.styles import format_exactly, format_like

__all__ = ["QuoteError", "detect_language", "format_exactly", "format_like", "read", "read_quote"]


def read(text: str, lang: str | None = None, *, date: date | None = None) -> list[Figure]:
    """Every figure of a text, in order of its place.

    `lang` is "fr" or "en", or None to tell by the text; `date` is that of the document, which a day without a year
    and a relative period ("l'an dernier") need. Raises ValueError for another language.
    """
    return list(scan(text, lang or detect_language(text), date))
