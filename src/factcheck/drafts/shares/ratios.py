"""Ratios with a name, whose two sides stand around them: "un taux de couverture de 104 %", "la marge passe à 40 %"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from fractions import Fraction
from itertools import islice
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits, levels_around, levels_of, said_of_other_times
from factcheck.drafts.links import alike, equals, is_level, same_period
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.shares.afar import stated_share
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.relations.finding import Confidence

FAMILY: Final = "parts"
_HUNDRED: Final = 100
_SMALLEST: Final = 5
_MOST_LEVELS: Final = 16
_MOST_BEFORE: Final = 16
_MOST_IN_WHOLE: Final = 6


def find_ratios(draft: Draft, sentence: Sentence, taken: Set[int]) -> Iterator[Stated]:
    """The percentages of a sentence that are called a ratio, where one is that of two figures around it.

    Those that begin at a place in `taken` are known to be something.
    """
    for ratio in sentence.mentions:
        if ratio.figure.kind is Kind.PERCENTAGE and ratio.figure.number > _HUNDRED and ratio.start not in taken:
            stated = _more_than_all(draft, ratio)
            if stated is not None:
                yield stated
    names = draft.wordings.words(FAMILY, "ratios")
    if names.isdisjoint(sentence.tokens.words):
        return
    for ratio in sentence.mentions:
        if ratio.figure.kind is Kind.PERCENTAGE and ratio.figure.number >= _SMALLEST and ratio.start not in taken:
            named = not names.isdisjoint(sentence.words(ratio.lead - _MOST_BEFORE, ratio.lead))
            stated = _ratio_of_levels(draft, ratio) if named and _is_level(draft, ratio) else None
            if stated is not None:
                yield stated


def _more_than_all(draft: Draft, ratio: Mention) -> Stated | None:
    """What is more than the whole that it is held against: "3 000 milliards, soit 107 % du PIB de 2 800 milliards"."""
    part, whole = ratio.previous, ratio.next
    if part is None or whole is None or not (is_level(part) and is_level(whole)) or not _is_level(draft, ratio):
        return None
    words = ratio.sentence.tokens.words[ratio.tail : whole.lead]
    known = draft.wordings.words
    if not 2 < len(words) <= _MOST_IN_WHOLE or words[0] not in known(FAMILY, "of a whole"):
        return None
    if words[-1] not in known(FAMILY, "joints") or known(FAMILY, "wholes").isdisjoint(words):
        return None
    pair = alike(part, whole) if equals(draft, part, ratio) and same_period(part, whole) else None
    return None if pair is None else replace(stated_share(*pair, ratio), confidence=Confidence.HIGH)


def _is_level(draft: Draft, ratio: Mention) -> bool:
    """Whether the percentage is no change: nothing before or after it says by how much something rose."""
    if not ratio.figure.text[:1].isalnum():
        return False
    changed = draft.wordings.cue(FAMILY, "no part after").at(ratio.sentence.tokens, ratio.tail)
    return changed is None


def _ratio_of_levels(draft: Draft, ratio: Mention) -> Stated | None:
    value = ratio.figure.number / Fraction(_HUNDRED)
    levels = levels_of(draft)
    for part in islice(levels_around(draft, ratio), _MOST_LEVELS):
        for whole in levels.near(part.figure.number / value, ratio):
            pair = None if part is whole or said_of_other_times(part, whole) else alike(part, whole)
            if pair is not None:
                stated = replace(stated_share(*pair, ratio), confidence=Confidence.LOW)
                if fits(stated):
                    return doubted(stated)
    return None
