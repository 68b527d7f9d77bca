"""Text as tokens: words, numbers in digits, single signs; with their places.

The grammar of figures works on lists of lower-case tokens and looks a few tokens ahead and back, so that no pattern
has to read a whole phrase and none can backtrack far.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

SPACES: Final = " \u00a0\u202f\u2009"
_WORDS_AND_NUMBERS: Final = (
    # a word, with the apostrophe of an elision: "milliards", "d’"; letters of other languages come last, being slower
    r"[a-zà-öø-ÿœ]+(?:'(?=\w))?"
    # digits in groups set apart by spaces: "148 500", "1 234 567,8"
    rf"|\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,7}}(?!\d)(?:[.,]\d+)?"
    # digits with signs between them: "26,2", "140.000", "12.345,6", "1'250", "27.01.2025"
    r"|\d+(?:[.,]\d+|'\d{3}(?!\d))*"
    r"|[@#]\w+"
    r"|[^\w\s]|_"
    r"|[^\W\d_]+(?:'(?=\w))?"
)
_TOKEN: Final = re.compile(f"({_WORDS_AND_NUMBERS})")
_TOKEN_OR_URL: Final = rf"((?:https?://|www\.)\S+|{_WORDS_AND_NUMBERS})"
# words of French and English with single spaces between, and nothing else
_PLAIN: Final = re.compile(r"[a-zà-öø-ÿœ]+(?: [a-zà-öø-ÿœ]+)*")
_PADDING: Final = 12
_NO_WORDS: Final = [""] * _PADDING


class Tokens:
    """The tokens of a passage of a text.

    words     lower case, apostrophes straight; padded with empty words at both ends, so that looking a few tokens
              around needs no check of bounds
    starts, ends  places in the whole text, in code points
    first, last   indexes of the first token and of the one after the last
    """

    __slots__ = ("ends", "first", "last", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        end = len(text) if end is None else end
        parts = _split(lowered(text[start:end]))
        places = list(accumulate(map(len, parts), initial=start))
        before, after = [start] * _PADDING, [end] * _PADDING
        self.text = text
        self.words: list[str] = _NO_WORDS + parts[1::2] + _NO_WORDS
        self.starts: list[int] = before + places[1:-1:2] + after
        self.ends: list[int] = before + places[2:-1:2] + after
        self.first = _PADDING
        self.last = len(self.words) - _PADDING

    def printed(self, first: int, last: int) -> str:
        """The text from token `first` up to and without token `last`, as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def touches(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return self.ends[index - 1] == self.starts[index] and self.first < index < self.last

    def same_line(self, index: int) -> bool:
        """Whether the token stands on the line of the one before it."""
        return "\n" not in self.text[self.ends[index - 1] : self.starts[index]]

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index] : self.starts[index] + 1].isupper()


def _split(lower: str) -> list[str]:
    """What stands between tokens and the tokens, by turns."""
    if "://" in lower or "www." in lower:
        return re.split(_TOKEN_OR_URL, lower)
    return _TOKEN.split(lower)


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, as `Tokens` splits them; "plus d'" as if a word followed."""
    if _PLAIN.fullmatch(phrase) is not None:  # most are, and there are thousands
        return tuple(phrase.split(" "))
    lower = lowered(phrase)
    words = _split(lower + "x" if phrase.endswith("'") else lower)[1::2]
    return tuple(words[:-1]) if phrase.endswith("'") else tuple(words)


def lowered(text: str) -> str:
    """Lower case with straight apostrophes, character for character."""
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # İ becomes two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    return lower
