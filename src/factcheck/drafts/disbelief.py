"""Sentences that print figures in order to deny them: "… ont triplé, ce qui est faux", "he wrongly said that …".

What such a sentence states is not the draft's own, so that none of its relations is judged.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from factcheck.drafts.denials import FAMILY, is_denied_after
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.phrases import Phrase
from factcheck.reading.phrase_table import Phrases

DENIED: Final = Phrase("the text quotes these figures in order to deny them")
_NONE: Final = sys.maxsize
_WITHIN: Final = ("false that", "false")


class Disbelief:
    """The sentences of a draft that it denies, each looked at once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        wordings = draft.wordings
        self._may_deny = not wordings.telling(FAMILY, *_WITHIN, "claimed").isdisjoint(draft.words)
        self._known: dict[int, int] = {}

    def is_of(self, mentions: Sequence[Mention]) -> bool:
        """Whether a sentence of the mentions denies what it says with them."""
        return any(self._is_denied(mention) for mention in mentions)

    def _is_denied(self, mention: Mention) -> bool:
        sentence = mention.sentence
        if sentence.is_of_title:
            return False
        first = self._known.get(sentence.number)
        if first is None:
            first = self._first_denied(sentence) if self._may_deny else _NONE
            if is_denied_after(self._draft, mention):
                first = 0
            self._known[sentence.number] = first
        return mention.lead >= first

    def _first_denied(self, sentence: Sentence) -> int:
        """The token from which on a sentence denies what it says: "doubts that" only what follows, "is false" all."""
        wordings = self._draft.wordings
        breaks = wordings.words(FAMILY, "breaks")
        first = _NONE
        for name in _WITHIN:
            end = _end_of(wordings.cue(FAMILY, name), sentence, sentence.tokens.first)
            if end is not None:
                first = min(first, end if sentence.tokens.words[end - 1] in breaks else 0)
        claimed = _end_of(wordings.cue(FAMILY, "claimed"), sentence, sentence.tokens.first)
        if claimed is not None and _end_of(wordings.cue(FAMILY, "contrast"), sentence, claimed) is not None:
            first = min(first, claimed)
        return first


def _end_of(table: Phrases[str], sentence: Sentence, start: int) -> int | None:
    """Where the first phrase of a table ends, from a token on."""
    words, first_words = sentence.tokens.words, table.first_words
    if first_words.isdisjoint(words):
        return None
    for at in range(start, sentence.tokens.last):
        found = table.at(sentence.tokens, at) if words[at] in first_words else None
        if found is not None:
            return found[1]
    return None
