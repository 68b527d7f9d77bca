"""Letters and their accents as one character each, so that words are found however a text was encoded."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final

# a character with combining accents after it, as files from some systems write "é"
_DECOMPOSED: Final = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]{1,9}")


class Composed:
    """A text with its accents composed; `original` gives a place in it back as one in the text as it was."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._places: list[int] = []  # where, in the composed text, characters were joined
        self._joined: list[int] = []  # how many characters fewer there are from there on
        end = fewer = length = 0
        for match in _DECOMPOSED.finditer(text):
            one = unicodedata.normalize("NFC", match[0])
            parts += (text[end : match.start()], one)
            length += match.start() - end + len(one)
            end = match.end()
            fewer += len(match[0]) - len(one)
            self._places.append(length)
            self._joined.append(fewer)
        self.text = "".join([*parts, text[end:]])

    def original(self, place: int) -> int:
        """The place in the text as it was."""
        at = bisect_right(self._places, place)
        return place + (self._joined[at - 1] if at else 0)
