"""Where the paragraphs and the sentences of a text begin and end, and which of them may hold figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import lowered

_LONGEST: Final = 4000
# A paragraph ends at an empty line, and at the end of a line where the next one begins like a new paragraph.
_PARAGRAPH: Final = re.compile(
    r"\n(?:[^\S\n]{0,8}\n\s*|(?=[^\S\n]{0,8}(?:[^\W\d_a-zà-öø-ÿ]|[-–•*#>«|]|\d{1,3}[.)]\s)))"
)
# A sentence ends at a stop with a capital or a quotation mark after it; "M. Dupont" and "U.S. Steel" do not end.
_SENTENCE: Final = re.compile(r"[.!?…](?<![A-Z.].)[»”\")\]]{0,3}\s+(?=[^\W\d_a-zà-öø-ÿ]|[«“\"(])")
_DIGIT: Final = re.compile(r"\d")
_LONGEST_ONE: Final = 12  # "un" alone, with space around
_BEFORE_WORDS: Final = "'-(«“\"[‑–—/"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, in order."""
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; one of more than 4 000 characters is cut between words."""
    for match in _SENTENCE.finditer(text, start, end):
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end


class Glance:
    """Tells which passages of a text may have figures, without reading them.

    Such a passage has a digit or a word that figures have; or, where the text is `dated`, words like "last year", which
    give those of the next a period.
    """

    def __init__(self, text: str, words: Lexicon, *, dated: bool) -> None:
        self._text, self._one = text, words.one
        self._apart = lowered(text)
        for sign in _BEFORE_WORDS:
            self._apart = self._apart.replace(sign, " ")
        self._telling = words.needed_or_relative_as_split if dated else words.needed_as_split

    def may_hold_figures(self, first: int, last: int) -> bool:
        """Whether the passage from `first` up to `last` may."""
        if _DIGIT.search(self._text, first, last) is not None:
            return True
        if last - first <= _LONGEST_ONE and lowered(self._text[first:last]).strip() in self._one:
            return True
        return not self._telling.isdisjoint(self._apart[first:last].split())
