"""Relations whose figures stand apart: "soit 35 % du total", where the total stands in the lead.

Which figure the words mean is not certain there. Such a relation is taken up only where it holds: the arithmetic then
confirms the reading, and a wrong reading is silent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import is_level, is_percentage, is_share, is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.phrases import Phrase
from factcheck.reading.tokens import Tokens
from factcheck.relations.bounds import possible
from factcheck.relations.expression import Comparison

_STEPS: Final = 1000
_FARTHEST_BEFORE: Final = 1500
_LAST_OF_LEAD: Final = 2
_MOST_IN_LEAD: Final = 30
_MOST: Final = 200
_MOST_AFTER_LABEL: Final = 5
_LONGEST_LABEL: Final = 4
_LONGEST: Final = 80
_APART: Final = Phrase("the figures stand apart and may not belong together")


class Sizes:
    """Figures of a draft, to be looked up by size."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        steps = sorted((_steps(mention.figure.number), at) for at, mention in enumerate(mentions))
        self._mentions = mentions
        self._steps = [size for size, _ in steps]
        self._at = [at for _, at in steps]

    def near(self, value: Fraction, to: Mention) -> list[Mention]:
        """The figures of about that size that stand around a mention or in the lead of the text, the nearest first.

        Of a text with very many of them, only some are looked at, so that none takes long.
        """
        steps = _steps(value)
        first = bisect_left(self._steps, steps * 4 // 5)
        end = bisect_right(self._steps, steps * 5 // 4 + 1)
        found = [
            mention for at in self._at[first : min(end, first + _MOST)] if is_around(mention := self._mentions[at], to)
        ]
        if len(found) > 1:
            found.sort(key=lambda mention: abs(mention.start - to.start))
        return found

    def between(self, low: Fraction, high: Fraction, but: Mention) -> Iterator[Mention]:
        """The figures from one size to another, anywhere in the text, all but the one given."""
        first, end = bisect_left(self._steps, _steps(low)), bisect_right(self._steps, _steps(high))
        found = (self._mentions[at] for at in self._at[first:end])
        return (mention for mention in found if mention.start != but.start)


def _steps(number: Fraction) -> int:
    return number.numerator * _STEPS // number.denominator


class Sorted:
    """The figures of a draft by what they may be.

    sentences  each sentence that has any, with its levels (amounts, counts and quantities) and its shares
    """

    def __init__(self, draft: Draft) -> None:
        self.sentences: list[tuple[Sentence, list[Mention], list[Mention]]] = []
        for sentence in draft.sentences:
            levels, shares = [], []
            for mention in sentence.mentions:
                kind = mention.figure.kind
                if kind is Kind.NUMBER or kind is Kind.CURRENCY:
                    if mention.figure.number.numerator > 0:
                        levels.append(mention)
                elif (kind is Kind.PERCENTAGE or kind is Kind.RATIO) and is_share(mention):
                    shares.append(mention)
            if levels or shares:
                self.sentences.append((sentence, levels, shares))

    @cached_property
    def levels(self) -> Sizes:
        """The amounts, counts and quantities of the draft."""
        return Sizes([mention for _, levels, _ in self.sentences for mention in levels])

    @cached_property
    def percentages(self) -> Sizes:
        """The percentages that may be shares."""
        return Sizes([mention for _, _, shares in self.sentences for mention in shares if is_percentage(mention)])


@lru_cache(maxsize=1)
def sorted_of(draft: Draft) -> Sorted:
    """The figures of the draft that is being checked."""
    return Sorted(draft)


def levels_of(draft: Draft) -> Sizes:
    """The amounts, counts and quantities of the draft that is being checked."""
    return sorted_of(draft).levels


def percentages_of(draft: Draft) -> Sizes:
    """The percentages of the draft that is being checked, as far as they may be shares."""
    return sorted_of(draft).percentages


def is_around(other: Mention, to: Mention) -> bool:
    """Whether a figure stands close before another, in its sentence or the next one, or in the lead of the text."""
    here, there = to.sentence, other.sentence
    if other.start > here.stop and (there.paragraph, there.number) != (here.paragraph, here.number + 1):
        return False
    return to.start - other.start < _FARTHEST_BEFORE or there.paragraph <= _LAST_OF_LEAD


def levels_around(draft: Draft, mention: Mention) -> Iterator[Mention]:
    """The levels around a figure: from the end of the next sentence back, then those of the lead."""
    mentions = draft.mentions
    last = draft.following(mention.sentence) or mention.sentence
    at = bisect_left(mentions, last.stop, key=lambda each: each.start)
    while at > 0 and mention.start - mentions[at - 1].start < _FARTHEST_BEFORE:
        at -= 1
        if mentions[at] is not mention and is_level(mentions[at]):
            yield mentions[at]
    for other in mentions[: min(at, _MOST_IN_LEAD)]:
        if other.sentence.paragraph > _LAST_OF_LEAD:
            return
        if is_level(other):
            yield other


def labelled(draft: Draft, words: Sequence[str]) -> Iterator[Mention]:
    """The level of the row or the item whose label stands at the end of some words: "blé tendre" in a list."""
    labels = _labels(draft)
    if labels:
        for end in range(len(words), max(0, len(words) - _MOST_AFTER_LABEL), -1):
            for length in range(1, min(_LONGEST_LABEL, end) + 1):
                found = labels.get(tuple(words[end - length : end]))
                if found is not None:
                    yield found


@lru_cache(maxsize=1)
def _labels(draft: Draft) -> Mapping[tuple[str, ...], Mention]:
    """The first level of each row and item that has a short label."""
    document = draft.document
    spans = [(row[0], (row[1][0], row[-1][1])) for table in document.tables for row in table.rows if len(row) > 1]
    spans += [(item, item) for items in document.lists for item in items.items]
    found: dict[tuple[str, ...], Mention] = {}
    for (start, end), figures in spans:
        level = next((mention for mention in draft.mentions_in(*figures) if is_level(mention)), None)
        if level is not None:
            tokens = Tokens(document.text, start, min(end, start + _LONGEST))
            label = tuple(takewhile(is_word, tokens.words[tokens.first : tokens.last]))
            if 0 < len(label) <= _LONGEST_LABEL:
                found.setdefault(label, level)
    return found


def said_of_other_times(one: Mention, other: Mention) -> bool:
    """Whether two figures are of different periods, each by a date of its own sentence."""
    first, second = one.figure.period, other.figure.period
    if first is None or second is None or first == second:
        return False
    return all(any(each.figure.kind is Kind.DATE for each in mention.sentence.mentions) for mention in (one, other))


def levels_before(draft: Draft, mention: Mention) -> Iterator[Mention]:
    """The levels of the sentence before, the last one first."""
    preceding = draft.preceding(mention.sentence)
    if preceding is not None:
        yield from (each for each in reversed(preceding.mentions) if is_level(each))


def fits(stated: Stated) -> bool:
    """Whether the relation is true of what the figures usually mean."""
    assert isinstance(stated.assertion, Comparison)
    figures = {name: mention.figure for name, mention in stated.roles.items()}
    values = {name: figure.usual.scaled(figure.measure.factor) for name, figure in figures.items()}
    return possible(stated.assertion, values) is True


def doubted(stated: Stated) -> Stated:
    """The relation, to be left alone where it turns out strained."""
    return replace(stated, doubt=_APART)
