"""Which language a text is in, told by its function words."""

from __future__ import annotations

from typing import Final

from factcheck.reading.lexicon import LANGUAGES, lexicon
from factcheck.reading.tokens import words_of

_ENOUGH: Final = 4000


def detect_language(text: str) -> str:
    """The language, "fr" or "en", whose function words are more frequent as the text begins; "fr" in doubt."""
    words = words_of(text[:_ENOUGH])
    scores = {lang: sum(word in lexicon(lang).function_words for word in words) for lang in LANGUAGES}
    return max(LANGUAGES, key=lambda lang: scores[lang])
