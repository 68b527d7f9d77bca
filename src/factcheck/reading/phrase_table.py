"""Phrases of one or more words, found among tokens."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from typing import Generic, TypeVar

from factcheck.reading.tokens import Tokens, words_of

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases, each with what it means; of several that fit, the longest is found, of equal ones the first.

    A phrase is given as it is written, or as its words.
    """

    __slots__ = ("_by_first", "_by_last", "_meanings")

    def __init__(self, entries: Iterable[tuple[str | tuple[str, ...], T]]) -> None:
        self._meanings: dict[tuple[str, ...], T] = {}
        for phrase, meaning in entries:
            self._meanings.setdefault(words_of(phrase) if isinstance(phrase, str) else phrase, meaning)
        self._meanings.pop((), None)
        self._by_first = _lengths(self._meanings, 0)
        self._by_last: dict[str, tuple[int, ...]] | None = None  # most tables are never looked up from the end

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at the token, with the index after it."""
        words = tokens.words
        lengths = self._by_first.get(words[index])
        if lengths is None:
            return None
        for length in lengths:
            phrase = tuple(words[index : index + length])
            if phrase in self._meanings:
                return self._meanings[phrase], index + length
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that ends right before the token, with the index of its first word."""
        words = tokens.words
        lengths = (self._by_last or self._ends()).get(words[index - 1])
        if lengths is not None:
            for length in lengths:
                phrase = tuple(words[index - length : index])
                if phrase in self._meanings:
                    return self._meanings[phrase], index - length
        return None

    def _ends(self) -> dict[str, tuple[int, ...]]:
        if self._by_last is None:
            self._by_last = _lengths(self._meanings, -1)
        return self._by_last

    def is_in(self, tokens: Tokens) -> bool:
        """Whether any of the phrases stands among the tokens."""
        words, opens = tokens.words, self._by_first
        if opens.keys().isdisjoint(words):
            return False
        return any(self.at(tokens, index) is not None for index in compress(count(), map(opens.__contains__, words)))

    def entries(self) -> Iterable[tuple[tuple[str, ...], T]]:
        """The words of every phrase, with what it means."""
        return self._meanings.items()

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._by_first)

    @property
    def last_words(self) -> frozenset[str]:
        """The words that phrases end with."""
        return frozenset(self._ends())

    @property
    def longest_words(self) -> frozenset[str]:
        """The longest word of each phrase."""
        return frozenset(max(phrase, key=len) for phrase in self._meanings)

    def key_words(self, articles: frozenset[str]) -> frozenset[str]:
        """The words that phrases begin with, articles before them left out."""
        keys = (next((word for word in phrase if word not in articles), "") for phrase in self._meanings)
        return frozenset(keys) - {""}


def telling_word(phrase: tuple[str, ...], common: frozenset[str]) -> str:
    """The word of a phrase that fewest texts have: no common one where there is another, and of several the longest."""
    if len(phrase) == 1:
        return phrase[0]
    return max(phrase, key=lambda word: (word not in common, not word.endswith("'"), len(word)))


def _lengths(phrases: Iterable[tuple[str, ...]], position: int) -> dict[str, tuple[int, ...]]:
    """For each word at that position of a phrase, the lengths of its phrases, the longest first."""
    lengths: dict[str, tuple[int, ...]] = {}
    for phrase in phrases:
        word, length = phrase[position], len(phrase)
        known = lengths.get(word)
        if known is None:
            lengths[word] = (length,)
        elif length not in known:
            lengths[word] = tuple(sorted((*known, length), reverse=True))
    return lengths
