"""Whether a text is in a language that factcheck does not read: told by its script, else by its function words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

from factcheck.phrases import Phrase
from factcheck.reading.lexicon import LANGUAGES, lexicon
from factcheck.reading.tokens import words_of
from factcheck.reading.word_lists import load, phrases

_FILE: Final = Path(__file__).parent / "other_languages.yaml"
_MORE: Final = 2
"""How many more function words of another language a text has than of French or English: one may be a name."""
_NAMES: Final = {
    "ar": Phrase("Arabic"),
    "de": Phrase("German"),
    "es": Phrase("Spanish"),
    "it": Phrase("Italian"),
    "nl": Phrase("Dutch"),
    "pt": Phrase("Portuguese"),
}


def foreign_language(text: str) -> Phrase | None:
    """What the language of a text is called, where it is neither French nor English; None where it may be."""
    letters = [char for char in text if char.isalpha()]
    foreign = [unicodedata.name(char, "") for char in letters if not _is_latin(char)]
    if len(foreign) * 2 > len(letters):
        return _NAMES["ar"] if all(name.startswith("ARABIC") for name in foreign) else Phrase("another script")
    words = words_of(text)
    scores = {lang: sum(word in known for word in words) for lang, known in _function_words().items()}
    best = max(scores, key=lambda lang: scores[lang])
    ours = max(sum(map(lexicon(lang).function_words.__contains__, words)) for lang in LANGUAGES)
    return _NAMES[best] if scores[best] >= ours + _MORE else None


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    return {lang: frozenset(phrases(listed)) for lang, listed in load(_FILE).items()}
