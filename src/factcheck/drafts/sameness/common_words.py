"""Whether two sentences speak of the same thing, as far as their words tell, and two figures have the same digits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from factcheck.drafts.prose import Draft, Mention, Sentence

_STEM: Final = 5
"""Words are the same where they begin with the same so many letters: "exportations", "exporté"."""
_SHORTEST: Final = 3
_FEWEST_SHARED: Final = 2
_MOST_BESIDE: Final = 6
_SIGNS: Final = frozenset(",;:()–—")


def share_words(draft: Draft, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have words in common, one not being enough."""
    grammar = draft.lexicon.function_words
    return len(_stems(one, grammar) & _stems(other, grammar)) >= _FEWEST_SHARED


def share_a_word(draft: Draft, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have a word in common."""
    grammar = draft.lexicon.function_words
    return not _stems(one, grammar).isdisjoint(_stems(other, grammar))


def share_words_beside(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether the words right beside a figure, names left out, are among those of a title, one not being enough.

    They say what is done with the figure, and to what; the words of the whole sentence only what it is about. So the
    title has the last two before the figure, and none tells of another figure: "the council had asked for £14m".
    """
    tokens, (first, last) = other.sentence.tokens, _beside(other)
    grammar = draft.lexicon.function_words
    if not draft.wordings.words("sameness", "another").isdisjoint(other.sentence.words(first, last)):
        return False
    before, after = (
        [
            _without_accents(tokens.words[at][:_STEM])
            for at in places
            if _tells(tokens.words[at], grammar) and (at == tokens.first or not tokens.is_capital(at))
        ]
        for places in (range(first, other.lead), range(other.tail, last))
    )
    said = _stems(title.sentence, grammar)
    return said.issuperset(before[-_FEWEST_SHARED:]) and len(said.intersection([*before, *after])) >= _FEWEST_SHARED


def words_beside(draft: Draft, title: Mention, other: Mention) -> frozenset[str]:
    """The beginnings of the words right beside a figure, what it counts among them, that stand in a title too."""
    tokens, (first, last) = other.sentence.tokens, _beside(other)
    grammar = draft.lexicon.function_words
    said = _all_stems(title, grammar)
    return said & {
        _without_accents(tokens.words[at][:_STEM]) for at in range(first, last) if _tells(tokens.words[at], grammar)
    }


def names_beside(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether a name of the title stands before a figure, right beside it, and what is counted is of the title."""
    tokens, (first, _) = other.sentence.tokens, _beside(other)
    names = {word for at, word in _words_of(title) if title.sentence.tokens.is_capital(at)}
    grammar = draft.lexicon.function_words
    named = any(
        tokens.is_capital(at) and tokens.words[at] in names and _tells(tokens.words[at], grammar)
        for at in range(first, other.lead)
    )
    unit = title.figure.unit
    return named and bool(unit) and unit in {each.figure.unit for each in other.sentence.mentions}


def _words_of(mention: Mention) -> Iterator[tuple[int, str]]:
    tokens = mention.sentence.tokens
    return ((at, tokens.words[at].removesuffix("'")) for at in range(tokens.first, tokens.last))


def _all_stems(mention: Mention, grammar: frozenset[str]) -> frozenset[str]:
    """The beginnings of the words of a figure's sentence, what it counts among them."""
    return frozenset(_without_accents(word[:_STEM]) for _, word in _words_of(mention) if _tells(word, grammar))


def _beside(mention: Mention) -> tuple[int, int]:
    """The tokens around a figure, up to the figures and the signs around it."""
    tokens, previous, following = mention.sentence.tokens, mention.previous, mention.next
    first = max(tokens.first if previous is None else previous.tail, mention.lead - _MOST_BESIDE)
    last = min(tokens.last if following is None else following.lead, mention.tail + _MOST_BESIDE)
    signs = [at for at in range(first, last) if tokens.words[at] in _SIGNS]
    before = (at + 1 for at in signs if at < mention.lead)
    return max(before, default=first), min((at for at in signs if at >= mention.tail), default=last)


def _tells(word: str, grammar: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in grammar


@lru_cache(maxsize=64)
def _stems(sentence: Sentence, grammar: frozenset[str]) -> frozenset[str]:
    """The beginnings of the sentence's words; those of its figures and of grammar left out."""
    figures = {at for mention in sentence.mentions for at in range(mention.lead, mention.tail)}
    return frozenset(
        _without_accents(word[:_STEM])
        for at, word in enumerate(sentence.tokens.words)
        if at not in figures and _tells(word, grammar)
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
