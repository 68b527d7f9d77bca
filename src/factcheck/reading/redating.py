"""Printing another day the way a date was printed: "mardi 27 janvier 2025" a year later is "mardi 27 janvier 2026"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.figures.figure import Figure
from factcheck.reading.lexicon import LANGUAGES, lexicon


def redated(figure: Figure, day: date) -> str:
    """The text of a date in words with another day of the same month name, and with the weekday that day has.

    Empty where the text cannot be reprinted: another month, or a date in digits alone.
    """
    printed = date.fromisoformat(str(figure.value))
    words = figure.text.split()
    if day.month != printed.month or not words:
        return ""
    weekday = _weekday_like(words[0], day.weekday())
    if weekday is None:
        return ""
    rest = figure.text[len(words[0]) :]
    for old, new in ((printed.day, day.day), (printed.year, day.year)):
        rest, replaced = re.subn(rf"(?<!\d)0?{old}(?!\d)", str(new), rest, count=1)
        if not replaced:
            return ""
    return weekday + rest


def _weekday_like(word: str, weekday: int) -> str | None:
    """The name of a weekday in the language and the case of the one printed."""
    for lang in LANGUAGES:
        names = lexicon(lang).weekday_names
        if word.strip(",.").lower() in names.values():
            name = names[weekday]
            return (name.capitalize() if word[0].isupper() else name) + word[len(word.rstrip(",")) :]
    return None
