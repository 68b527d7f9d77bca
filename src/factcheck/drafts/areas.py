"""Countries and groups of countries as prose names them: "le Maroc", "marocaines", "Moroccan"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import compress, count
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.reading.phrase_table import Phrases
from factcheck.reading.tokens import Tokens, words_of
from factcheck.reading.word_lists import load, phrases

_DIRECTORY: Final = Path(__file__).parent / "areas"
_LANGUAGES: Final = ("fr", "en")
_SHORTEST_PLURAL: Final = 4


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word in lower case without accents, apostrophe, and the sign of the plural."""
    word = word.replace("'", "")
    if not word.isascii():
        word = word.replace("œ", "oe").replace("æ", "ae")
        word = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx":
        word = word[:-1]
    return word[:-1] + "ie" if len(word) >= _SHORTEST_PLURAL and word.endswith("y") else word


def folded_phrase(phrase: str) -> str:
    """The words of a phrase, each folded."""
    return " ".join(filter(None, map(folded, words_of(phrase))))


class Folded(Tokens):
    """The same tokens with their words folded."""

    __slots__ = ()

    def __init__(self, tokens: Tokens) -> None:
        self.text, self.starts, self.ends = tokens.text, tokens.starts, tokens.ends
        self.first, self.last = tokens.first, tokens.last
        self.words = [folded(word) for word in tokens.words]


class Named(Struct, frozen=True):
    """An area that tokens `first` to `end` name."""

    first: int
    end: int
    area: str


class AreaNames:
    """The names of areas in one language; `others` are areas beyond the countries, each known by its own name."""

    def __init__(self, lang: str, others: Iterable[str] = ()) -> None:
        names = [(phrase, code) for code, listed in _names(lang).items() for phrase in phrases(listed)]
        names += [(other, other) for other in others]
        # a name with a capital is one in prose, too: "Turkey", "Inde"
        self._phrases = Phrases((folded_phrase(name), (area, name[:1].isupper())) for name, area in names)
        self._first_words = self._phrases.first_words

    def named(self, tokens: Folded) -> Iterator[Named]:
        """The areas that the tokens name, in order."""
        free = tokens.first
        for index in compress(count(), map(self._first_words.__contains__, tokens.words)):
            if index < free:
                continue
            found = self._phrases.at(tokens, index)
            if found is not None:
                (area, has_capital), end = found
                if end <= tokens.last and (tokens.is_capital(index) or not has_capital):
                    free = end
                    yield Named(index, end, area)


def is_code(name: str) -> bool:
    """Whether it is the code of a country or of a group of countries."""
    return any(name in _names(lang) for lang in _LANGUAGES)


def area_of(name: str) -> str:
    """The code of an area that is given by its code or by one of its names; the name itself where it is unknown."""
    if is_code(name):
        return name
    phrase = folded_phrase(name)
    return next((_codes(lang)[phrase] for lang in _LANGUAGES if phrase in _codes(lang)), name)


def names_of(area: str, lang: str) -> tuple[str, ...]:
    """The names and adjectives of an area in a language; of one that is no country, its own name."""
    listed = _names(lang).get(area_of(area))
    return (area,) if listed is None else tuple(phrases(listed))


@lru_cache(maxsize=2)
def _names(lang: str) -> Mapping[str, str]:
    names: Mapping[str, str] = load(_DIRECTORY / f"{lang}.yaml")
    return names


@lru_cache(maxsize=2)
def _codes(lang: str) -> Mapping[str, str]:
    return {folded_phrase(phrase): code for code, listed in _names(lang).items() for phrase in phrases(listed)}
