"""The noun that a number counts: "trois accords", "148 500 personnes", "5,000 new highly skilled jobs"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.figure import Kind
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import Tokens

_FARTHEST: Final = 3
_SHORTEST: Final = 4


def noun_at(tokens: Tokens, index: int, words: Lexicon) -> tuple[str, int] | None:
    """The noun counted, as a unit, and the index after it; adjectives before it are passed over.

    A noun shows itself by its plural; words of the lexicon that look like one and are none end the search.
    """
    end = index
    for _ in range(_FARTHEST + 1):
        at, end = end, end + 1
        word = tokens.words[at]
        if not word.isalpha() or not tokens.same_line(at) or word in words.not_nouns or word in words.function_words:
            return None
        if tokens.is_capital(at) and not tokens.printed(at, at + 1).islower() and at > index:
            return None
        known = words.measures.at(tokens, at)
        if known is not None and known[0].kind is Kind.NUMBER and not known[0].needs and at > index:
            return known[0].unit, known[1]
        if word in words.before_nouns:
            continue
        if _is_hyphenated(tokens, at, words):
            compound = _compound(tokens, at, words)
            if compound is not None:
                return compound
            if not words.counts_by_scores:
                end += 2  # "20 women-led firms"
                continue
        if _is_plural(word, words):
            return word, at + 1
        if words.counts_by_scores:
            return None  # a French adjective before its noun is in the lexicon
    return None


def _is_hyphenated(tokens: Tokens, index: int, words: Lexicon) -> bool:
    after, last = index + 1, index + 2
    joined = tokens.words[after] == "-" and tokens.touches(after) and tokens.touches(last)
    return joined and tokens.words[last].isalpha() and tokens.words[last] not in words.function_words


def _compound(tokens: Tokens, index: int, words: Lexicon) -> tuple[str, int] | None:
    """A noun of two words joined by a hyphen, the last one plural: "week-ends", "demi-finales", "vice-presidents"."""
    end = index + 3
    if tokens.words[end] == "-" or not _is_plural(tokens.words[end - 1], words):
        return None
    return tokens.printed(index, end).lower(), end


def _is_plural(word: str, words: Lexicon) -> bool:
    if word in words.invariable_nouns:
        return True
    if words.counts_by_scores:
        return len(word) >= _SHORTEST and word[-1] in "sx"
    return len(word) >= _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is"))
