"""Which language a text is in, told by its function words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from factcheck.reading.lexicon import LANGUAGES, lexicon
from factcheck.reading.tokens import words_of

_ENOUGH: Final = 4000
_GLANCE: Final = 800
_CLEARLY_MORE: Final = 25
"""Of the 130 words or so in a glance, some 55 are function words of the text's language, and three of the other."""


def detect_language(text: str) -> str:
    """The language, "fr" or "en", whose function words are more frequent as the text begins; "fr" in doubt."""
    scores = _scores(text[:_GLANCE].lower().split())
    if abs(scores["fr"] - scores["en"]) < _CLEARLY_MORE:
        scores = _scores(words_of(text[:_ENOUGH]))
    return max(LANGUAGES, key=lambda lang: scores[lang])


def _scores(words: Iterable[str]) -> dict[str, int]:
    """How many of the words are function words of each language."""
    times = Counter(words)
    return {lang: sum(map(times.__getitem__, times.keys() & lexicon(lang).function_words)) for lang in LANGUAGES}
