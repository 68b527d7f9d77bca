"""The gap between two figures that stand side by side: "54,200 births and 34,800 deaths, a balance of 19,400".

The words name no start and no end, so that a pair is taken up only where the gap is theirs as printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.parts import Word
from factcheck.drafts.extremes.averages import like
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Stated, equal
from factcheck.figures.figure import Kind
from factcheck.figures.units import COUNT, NUMBER
from factcheck.relations.expression import Name, subtract
from factcheck.relations.finding import Confidence

KIND: Final = "difference"
FAMILY: Final = "gaps"
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)
_CHANGES: Final = (Word.RISE, Word.FALL, Word.SHIFT, Word.MORE, Word.LESS)
_OPENING: Final = ([":"], ["("])
_MOST_BEFORE: Final = 7
_MOST_AFTER: Final = 2
_MOST_LEVELS: Final = 4
_SMALLEST: Final = 10
"""Smaller whole numbers are the gap of some two others by chance."""
_ROUNDEST: Final = 4
"""A gap is told only by levels that are rounded to less than this part of it."""


def find(draft: Draft) -> Iterator[Candidate]:
    """Every figure said to be a gap, with two figures side by side that lie so far apart."""
    telling = draft.wordings.telling(FAMILY, "gap", "gap after")
    if telling.isdisjoint(draft.words):
        return
    for sentence in draft.sentences:
        if telling.isdisjoint(sentence.tokens.words):
            continue
        for mention in sentence.mentions:
            if _may_be_gap(mention) and _is_named_gap(draft, mention):
                found = told_gap(draft, mention)
                if found is not None:
                    yield found


def told_gap(draft: Draft, gap: Mention) -> Stated | None:
    """The relation of a gap to two figures side by side near it of which it holds; None where there are none."""
    return next((found for pair in _pairs(draft, gap) if (found := _gap(gap, *pair))), None)


def _may_be_gap(mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind not in _AMOUNTS or figure.number <= 0:
        return False
    return figure.number.denominator > 1 or figure.number >= _SMALLEST


def _is_named_gap(draft: Draft, mention: Mention) -> bool:
    """Whether a noun for a gap stands before the figure, with no other figure between, or right after it."""
    sentence, wordings = mention.sentence, draft.wordings
    first = sentence.tokens.first if mention.previous is None else mention.previous.tail
    before, after = wordings.cue(FAMILY, "gap"), wordings.cue(FAMILY, "gap after")
    changes = wordings.cue("changes", "words")
    at, named = max(first, mention.lead - _MOST_BEFORE), False
    while at < mention.lead:
        noun, found = before.at(sentence.tokens, at), changes.at(sentence.tokens, at)
        if noun is not None:
            named = True
        elif found is not None and found[0] in _CHANGES:
            named = False  # "the deficit widened by $2bn"
        at = noun[1] if noun is not None else at + 1
    if named:
        return True
    last = min(mention.tail + _MOST_AFTER, sentence.tokens.last)
    return any(after.at(sentence.tokens, at) is not None for at in range(mention.first, last))


def _pairs(draft: Draft, gap: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Two levels side by side: before the gap, the nearest first, after it, and in the sentence before."""
    levels = _levels(gap.sentence)
    before = [level for level in levels if level.start < gap.start][-_MOST_LEVELS:]
    yield from reversed(list(pairwise(before)))
    if gap.sentence.words(gap.tail, gap.tail + 1) in _OPENING:
        yield from pairwise([level for level in levels if level.start > gap.start][:2])
    preceding = draft.preceding(gap.sentence)
    if preceding is not None:
        yield from reversed(list(pairwise([*_levels(preceding)[-_MOST_LEVELS:], *before[:1]])))


def _levels(sentence: Sentence) -> Sequence[Mention]:
    return [each for each in sentence.mentions if each.figure.kind in _AMOUNTS and each.figure.number > 0]


def _gap(gap: Mention, one: Mention, other: Mention) -> Stated | None:
    """The relation of a gap to two levels, where it is theirs as far as their roundings allow."""
    pair = _alike(one, other)
    if pair is None or gap in pair or gap.figure.kind is not pair[0].figure.kind:
        return None
    lower, higher = sorted(pair, key=lambda level: level.figure.number)
    size = _alike(gap, higher)
    if size is None:
        return None
    printed = size[0].figure
    roundings = lower.figure.resolution + higher.figure.resolution
    off = higher.figure.number - lower.figure.number - printed.number
    if 2 * abs(off) > printed.resolution + roundings or (off and _ROUNDEST * roundings > printed.number):
        return None
    roles = {"higher": higher, "lower": lower, "gap": _bare(size[0]) if not higher.figure.unit else size[0]}
    return Stated(KIND, equal(subtract(Name("higher"), Name("lower")), Name("gap")), roles, Confidence.MEDIUM)


def _alike(one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Both in one unit; counts of whatever things are, since births less deaths are people."""
    figures = one.figure, other.figure
    if all(figure.kind is Kind.NUMBER and figure.measure in (COUNT, NUMBER) for figure in figures):
        return (one, other) if figures[0].unit == figures[1].unit else (_bare(one), _bare(other))
    return like(one, other)


def _bare(count: Mention) -> Mention:
    return count.read_as(replace(count.figure, unit=""))
