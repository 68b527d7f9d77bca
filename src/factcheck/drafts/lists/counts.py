"""Counts and what they announce: "trois villes : Rabat, Fès et Oujda", and the lists that follow a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.drafts.lists.counted_lists import announces, of_lists
from factcheck.drafts.lists.counts_told import Told
from factcheck.drafts.prose import Draft
from factcheck.drafts.stated import Candidate

_MOST_ANNOUNCED: Final = 12


def find(draft: Draft) -> Iterator[Candidate]:
    """Every number of things whose enumeration or list the text prints right after it, or before it."""
    for sentence in draft.sentences:
        for mention in sentence.mentions:
            if announces(draft, mention, _MOST_ANNOUNCED):
                enumeration = Told(draft, sentence, mention)
                yield from next(filter(None, map(list, enumeration.readings())), ())
    yield from of_lists(draft)
