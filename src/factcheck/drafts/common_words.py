"""Whether two sentences speak of the same thing, as far as their words tell, and two figures have the same digits."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import normalize

from factcheck.drafts.prose import Draft, Mention, Sentence

_STEM: Final = 5
"""Words are the same where they begin with the same so many letters: "exportations", "exporté"."""
_SHORTEST: Final = 3
_FEWEST_SHARED: Final = 2


def share_words(draft: Draft, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have words in common, one not being enough."""
    grammar = draft.lexicon.function_words
    return len(_stems(one, grammar) & _stems(other, grammar)) >= _FEWEST_SHARED


def share_a_word(draft: Draft, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have a word in common."""
    grammar = draft.lexicon.function_words
    return not _stems(one, grammar).isdisjoint(_stems(other, grammar))


@lru_cache(maxsize=64)
def _stems(sentence: Sentence, grammar: frozenset[str]) -> frozenset[str]:
    """The beginnings of the sentence's words; those of its figures and of grammar left out."""
    figures = {at for mention in sentence.mentions for at in range(mention.lead, mention.tail)}
    return frozenset(
        _without_accents(word[:_STEM])
        for at, word in enumerate(sentence.tokens.words)
        if len(word) >= _SHORTEST and word.isalpha() and at not in figures and word not in grammar
    )


def _without_accents(word: str) -> str:
    """The letters by themselves: "gagné" begins like "gagne"."""
    return word if word.isascii() else "".join(filter(str.isalpha, normalize("NFD", word)))


def significant(mention: Mention) -> str:
    """The printed digits from the first to the last that is not zero; empty for a number in words."""
    numeral = mention.figure.numeral
    if numeral is None or not numeral.digits:
        return ""
    return "".join(filter(str.isdecimal, numeral.digits)).strip("0")
