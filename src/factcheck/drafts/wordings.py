"""The words that announce relations in prose: `wordings/LANG.yaml`, a section for each family of kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from factcheck.reading.lexicon import lexicon
from factcheck.reading.phrase_table import Phrases, telling_word
from factcheck.reading.word_lists import load, phrases, words_of_each

_DIRECTORY: Final = Path(__file__).parent / "wordings"


class Wordings:
    """The wordings of one language. `cue` finds phrases among tokens, `words` looks single words up.

    `common` are the words of grammar, which nearly every sentence has.
    """

    def __init__(self, data: Mapping[str, Any], common: frozenset[str]) -> None:
        self._data, self.common = data, common
        self._cues: dict[tuple[str, str], Phrases[str]] = {}
        self._words: dict[tuple[str, str], frozenset[str]] = {}

    def cue(self, section: str, name: str) -> Phrases[str]:
        """The phrases listed under a name; under a name that holds several lists, each phrase means its list's name.

        Raises KeyError for an unknown section or name.
        """
        found = self._cues.get((section, name))
        if found is None:
            listed = self._data[section][name]
            lists = listed if isinstance(listed, dict) else {name: listed}
            found = Phrases((words, key) for key, each in lists.items() for words in words_of_each(each))
            self._cues[section, name] = found
        return found

    def telling(self, section: str, *names: str) -> frozenset[str]:
        """A telling word of each phrase under the names: a sentence without any of them has none of the phrases.

        Raises KeyError for an unknown section or name.
        """
        key = (section, "\n".join(names))
        found = self._words.get(key)
        if found is None:
            phrases_found = (phrase for name in names for phrase, _ in self.cue(section, name).entries())
            found = self._words[key] = frozenset(telling_word(phrase, self.common) for phrase in phrases_found)
        return found

    def lists(self, section: str, name: str) -> Mapping[str, Sequence[str]]:
        """The phrases of each of the lists under a name; raises KeyError for an unknown section or name."""
        return {key: tuple(phrases(each)) for key, each in self._data[section][name].items()}

    def words(self, section: str, name: str) -> frozenset[str]:
        """The single words listed under a name; raises KeyError for an unknown section or name."""
        found = self._words.get((section, name))
        if found is None:
            found = self._words[section, name] = frozenset(phrases(self._data[section][name]))
        return found


@lru_cache(maxsize=2)
def wordings(lang: str) -> Wordings:
    """The wordings of "fr" or "en"."""
    # each family of kinds has a file of its own
    data: dict[str, Any] = {}
    folder = _DIRECTORY / lang
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml")):
        data[name.removesuffix(".yaml")] = load(folder / name)
    return Wordings(data, lexicon(lang).function_words)
