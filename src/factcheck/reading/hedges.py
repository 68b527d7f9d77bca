"""Hedges and directions around a figure: "plus de …", "… ou presque", "en baisse de …"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.measures import measure_at
from factcheck.reading.tokens import Tokens

_MOST_ARTICLES: Final = 2
_MOST_BETWEEN: Final = 3
_CHANGES: Final = (Kind.PERCENTAGE, Kind.POINTS)


def apply(tokens: Tokens, found: Found, words: Lexicon, limit: int) -> None:
    """Gives the figure its hedge and, where a direction word governs it, its sign.

    `limit` is the index after the figure before, which hedges do not reach across.
    """
    hedge, first = _before(tokens, found, words, limit)
    if hedge is not None:
        found.lead = first
    else:
        after = _after(tokens, found, words)
        if after is not None:
            hedge, found.tail = after
    if hedge is not None:
        found.hedge = hedge
    elif found.about:
        found.hedge = Hedge.ABOUT
    if found.kind in _CHANGES and _falls(tokens, found, first, words, limit):
        found.negated()


def _before(tokens: Tokens, found: Found, words: Lexicon, limit: int) -> tuple[Hedge | None, int]:
    at = found.first
    for passed in range(_MOST_ARTICLES + 1):
        hedge = words.hedges_before.before(tokens, at)
        if hedge is not None and hedge[1] >= limit:
            if passed and _is_preposition(tokens, found, at, words):
                return None, found.first
            return (None, found.first) if _is_idle(tokens, found, at, hedge, words) else hedge
        if tokens.words[at - 1] not in words.articles or at - 1 < limit:
            break
        at -= 1
    return None, found.first


def _is_preposition(tokens: Tokens, found: Found, at: int, words: Lexicon) -> bool:
    """Whether the word before an article is no hedge: "under a $3bn plan", but "above the $100 mark"."""
    return tokens.words[at - 1] in words.prepositions and tokens.words[found.end] not in words.marks


def _is_idle(tokens: Tokens, found: Found, at: int, hedge: tuple[Hedge, int], words: Lexicon) -> bool:
    """Whether the words before the token, a hedge elsewhere, say something else here."""
    if found.kind is Kind.DURATION and words.no_hedges_of_durations.before(tokens, at) is not None:
        return True
    if found.kind is not Kind.MULTIPLE and words.hedges_of_multiples.before(tokens, at) is not None:
        return True  # "ne vaut plus que 13 dinars"
    return hedge[0] is Hedge.UP_TO and tokens.words[hedge[1] - 1] in words.reaching  # "inched up to 59 %"


def _after(tokens: Tokens, found: Found, words: Lexicon) -> tuple[Hedge, int] | None:
    hedge = words.hedges_after.at(tokens, found.end)
    if hedge is None:
        return None
    following = tokens.words[hedge[1]]
    if following[:1].isdecimal() or following in words.numbers or following in ("$", "€", "£"):
        return None
    if tokens.words[hedge[1] - 1] in words.also_adjectives and following.isalpha():
        return None if following not in words.function_words else hedge  # "a $15 minimum wage"
    return hedge


def _falls(tokens: Tokens, found: Found, first: int, words: Lexicon, limit: int) -> bool:
    if words.no_falls_before.at(tokens, found.end) is not None:
        return False
    after = tokens.words[found.end]
    if words.falls_after.at(tokens, found.end) is not None:
        return True
    if after in words.falls_then_target and tokens.words[found.end + 1][:1].isdecimal():
        level = measure_at(tokens, found.end + 2, words)
        if level is not None and level[0].kind is found.kind:
            return False  # "reculé de 13,2 % à 12,8 %"
    at = first
    for _ in range(_MOST_BETWEEN + 1):
        word = tokens.words[at - 1]
        if at - 1 < limit:
            return False
        if word in words.falls:
            return True
        if word not in words.between_fall_and_figure:
            return False
        at -= 1
    return False
