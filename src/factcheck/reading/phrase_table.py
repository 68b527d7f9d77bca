"""Phrases of one or more words, found among tokens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from factcheck.reading.tokens import Tokens, words_of

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases, each with what it means; of several that fit, the longest is found, of equal ones the first."""

    __slots__ = ("_by_first", "_by_last", "_meanings")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._meanings: dict[tuple[str, ...], T] = {}
        for phrase, meaning in entries:
            self._meanings.setdefault(words_of(phrase), meaning)
        self._meanings.pop((), None)
        self._by_first = _lengths(self._meanings, 0)
        self._by_last = _lengths(self._meanings, -1)

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at the token, with the index after it."""
        words = tokens.words
        lengths = self._by_first.get(words[index])
        if lengths is not None:
            for length in lengths:
                phrase = tuple(words[index : index + length])
                if phrase in self._meanings:
                    return self._meanings[phrase], index + length
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that ends right before the token, with the index of its first word."""
        words = tokens.words
        lengths = self._by_last.get(words[index - 1])
        if lengths is not None:
            for length in lengths:
                phrase = tuple(words[index - length : index])
                if phrase in self._meanings:
                    return self._meanings[phrase], index - length
        return None

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
        return frozenset(self._by_last)

    @property
    def longest_words(self) -> frozenset[str]:
        """The longest word of each phrase."""
        return frozenset(max(phrase, key=len) for phrase in self._meanings)

    def key_words(self, articles: frozenset[str]) -> frozenset[str]:
        """The words that phrases begin with, articles before them left out."""
        keys = (next((word for word in phrase if word not in articles), "") for phrase in self._meanings)
        return frozenset(keys) - {""}


def _lengths(phrases: Iterable[tuple[str, ...]], position: int) -> dict[str, tuple[int, ...]]:
    """For each word at that position of a phrase, the lengths of its phrases, the longest first."""
    lengths: dict[str, tuple[int, ...]] = {}
    for phrase in phrases:
        word, length = phrase[position], (len(phrase),)
        known = lengths.get(word, length)
        lengths[word] = known if length[0] in known else tuple(sorted(known + length, reverse=True))
    return lengths
