"""Which words a figure may be found at, remembered word by word: most words of a text come again and again."""

from __future__ import annotations

from typing import Final

_MOST_WORDS: Final = 50_000


class Openings(dict[str, bool]):
    """A table that fills itself: `openings[word]` is whether the word is one of `starters`, or begins with a digit."""

    def __init__(self, starters: frozenset[str]) -> None:
        super().__init__()
        self._starters = starters

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        opens = self[word] = word in self._starters or "0" <= word < ":"
        return opens
