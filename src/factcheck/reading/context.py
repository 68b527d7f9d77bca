"""The period that a text gives a figure: its sentence's, else its paragraph's, else none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import Tokens

_SENTENCE_ENDS: Final = (".", "!", "?", "…")
_YEAR: Final = 4
_NEAR: Final = 7
_JOINT: Final = 1
_MOST_WORDS_AFTER: Final = 6


def give_periods(
    tokens: Tokens, found: Sequence[Found], words: Lexicon, today: date | None, inherited: Period | None
) -> Period | None:
    """Gives every figure of a sentence its period; returns the one that the next sentences inherit.

    A date right after the figure comes first ("… milliards en 2024"), then the last one before it in the sentence,
    then the next one in it, then that of the sentences before. Dates that are compared with ("par rapport à 2023")
    or part of a name ("Digital Morocco 2030") give none.
    """
    if today is not None:
        found = sorted([*found, *_relative_dates(tokens, words, today)], key=lambda one: one.first)
    shifts = not words.relative_words.isdisjoint(tokens.words)
    if not shifts and not any(one.kind is Kind.DATE for one in found):
        for one in found:
            one.period = inherited
        return inherited
    _join_years(tokens, found, words)
    given = [one.covers if one.kind is Kind.DATE and _is_period(tokens, one, words) else None for one in found]
    following = _next_free(tokens, found, given)
    before: Period | None = None
    for position, one in enumerate(found):
        if one.kind is Kind.DATE:
            before = given[position] or before
            continue
        shift = _shift_after(tokens, one, words) if shifts else 0
        if shift:
            base = before or inherited or (Period.of_year(today.year) if today is not None else None)
            one.period = None if base is None else base.years_earlier(shift)
        else:
            one.period = _own(tokens, found, position, given) or before or following[position] or inherited
    return next((period for period in reversed(given) if period is not None), inherited)


def _join_years(tokens: Tokens, found: Sequence[Found], words: Lexicon) -> None:
    """Gives both ends of "entre 2015 et 2024" the whole span to cover."""
    for low, high in pairwise(found):
        if high.first != low.end + 1 or not (low.kind is high.kind is Kind.DATE):
            continue
        joined = tokens.words[low.end] in words.conjunctions or tokens.words[low.end] in words.from_to
        years = len(str(low.value)) == len(str(high.value)) == _YEAR and str(low.value) < str(high.value)
        if joined and years and not words.between.isdisjoint(tokens.words[low.first - 2 : low.first]):
            low.covers = high.covers = Period.parse(f"{low.value}/{high.value}")


def _is_period(tokens: Tokens, one: Found, words: Lexicon) -> bool:
    if one.period is None or words.compared_with.before(tokens, one.first) is not None:
        return False
    before = one.first - 1
    if len(str(one.value)) == 4 and before > tokens.first and tokens.words[before].isalpha():
        return not tokens.is_capital(before) or tokens.words[before - 1] in (*_SENTENCE_ENDS, ":")
    return True


def _own(tokens: Tokens, found: Sequence[Found], position: int, given: Sequence[Period | None]) -> Period | None:
    """The period of a date that follows closely, no other figure between."""
    at = position + 1
    if at + 1 < len(found) and found[at].kind is Kind.DURATION and found[at + 1].first - found[at].end <= _JOINT:
        at += 1  # "les onze premiers mois de 2022" is one date
    if at >= len(found) or given[at] is None:
        return None
    between = tokens.words[found[position].end : found[position + 1].first]
    if len(between) > _NEAR or ";" in between or "," in between[1:]:
        return None
    return given[at]


def _next_free(tokens: Tokens, found: Sequence[Found], given: Sequence[Period | None]) -> list[Period | None]:
    """For each figure the period of the next date that does not follow another figure closely."""
    following: list[Period | None] = [None] * len(found)
    free: Period | None = None
    for position in range(len(found) - 1, -1, -1):
        following[position] = free
        before = position - 1
        taken = before >= 0 and given[before] is None and _own(tokens, found, before, given) is not None
        if given[position] is not None and not taken:
            free = given[position]
    return following


def _shift_after(tokens: Tokens, one: Found, words: Lexicon) -> int:
    """How many years earlier than the others the figure is said to be: "4 310 un an plus tôt"."""
    for at in range(one.end, one.end + _MOST_WORDS_AFTER):
        word = tokens.words[at]
        relative = words.relative.at(tokens, at)
        if relative is not None and relative[0][0] == "shift":
            return 0 if tokens.words[at - 1] in ("qu'", "than", "que") else relative[0][1]
        if not word.isalpha() and not word.endswith("'"):
            return 0
    return 0


def _relative_dates(tokens: Tokens, words: Lexicon, today: date) -> Iterator[Found]:
    """Phrases like "l'an dernier", as dates by the document's own."""
    first_words = words.relative.first_words
    for at in range(tokens.first, tokens.last):
        if tokens.words[at] in first_words:
            relative = words.relative.at(tokens, at)
            if relative is not None and relative[0][0] != "shift":
                (unit, steps), end = relative
                period = _moved(today, unit, steps)
                yield Found(at, end, Kind.DATE, period.text, period=period, covers=period)


def _moved(today: date, unit: str, steps: int) -> Period:
    if unit == "year":
        return Period.of_year(today.year + steps)
    months = today.year * 12 + today.month - 1 + steps * (3 if unit == "quarter" else 1)
    year, month = divmod(months, 12)
    if unit == "quarter":
        return Period.parse(f"{year:04d}-Q{month // 3 + 1}")
    return Period.of_month(year, month + 1)
