"""Bounds and extremes: "entre 25 et 20 %", "22 %, dans la fourchette de 20 à 25 %", "95, après un pic de 90"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit
from factcheck.drafts.stated import Candidate, Stated, predicate
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

KIND: Final = "range"
_FAMILY: Final = "ranges"
_COMMA: Final = ","


def find(draft: Draft) -> Iterator[Candidate]:
    """Every range with its bounds, every value said to lie in one, every peak and trough beside another level."""
    for sentence in draft.sentences:
        if len(sentence.mentions) < 2:
            continue
        for mention in sentence.mentions:
            following = mention.next
            if following is None or not same_unit(mention.figure, following.figure):
                continue
            yield from _bounds(draft, mention, following)
            yield from _inside(draft, mention, following)
            yield from _beside_an_extreme(draft, sentence, mention, following)


def _bounds(draft: Draft, low: Mention, high: Mention) -> Iterator[Candidate]:
    tokens = low.sentence.tokens
    if draft.wordings.cue(_FAMILY, "between").before(tokens, low.lead) is None:
        return
    if tokens.words[low.tail : high.lead] not in ([word] for word in draft.wordings.words(_FAMILY, "and")):
        return
    if low.figure.number < 0 or high.figure.number < 0:
        return  # a fall is named by its size: "un recul compris entre 2 et 3 %"
    yield Stated(KIND, Comparison(Comparator.AT_MOST, Name("low"), Name("high")), {"low": low, "high": high})


def _inside(draft: Draft, value: Mention, low: Mention) -> Iterator[Candidate]:
    high = low.next
    if high is None or not same_unit(low.figure, high.figure):
        return
    tokens = low.sentence.tokens
    if (
        high.lead != low.tail + 1
        or tokens.words[low.tail] not in draft.lexicon.range_joints | draft.lexicon.conjunctions
    ):
        return
    within = draft.wordings.cue(_FAMILY, "within").before(tokens, low.lead)
    if within is None or tokens.words[value.tail : within[1]] not in ([], [_COMMA]):
        return
    roles = {"value": value, "low": low, "high": high}
    yield Stated(KIND, predicate("between", Name("value"), Name("low"), Name("high")), roles)


def _beside_an_extreme(draft: Draft, sentence: Sentence, one: Mention, other: Mention) -> Iterator[Candidate]:
    """A level right before or after an extreme: none can lie beyond it."""
    tokens, wordings = sentence.tokens, draft.wordings
    for name, comparator in (("peak", Comparator.AT_MOST), ("trough", Comparator.AT_LEAST)):
        cue = wordings.cue(_FAMILY, name)
        before_one, before_other = cue.before(tokens, one.lead), cue.before(tokens, other.lead)
        if before_one is not None and before_other is None:
            beside = wordings.cue(_FAMILY, "beside the extreme").before(tokens, other.lead)
            if beside is not None and tokens.words[one.tail : beside[1]] in ([], [_COMMA]):
                yield _compared(comparator, level=other, extreme=one)
        elif before_other is not None and before_one is None:
            after = wordings.cue(_FAMILY, "after the extreme").at(tokens, before_other[1] - 1)
            is_level = wordings.cue(_FAMILY, "level").before(tokens, one.lead) is not None
            joined = tokens.words[one.tail : before_other[1] - 1]
            if after is not None and is_level and joined in ([], [_COMMA]):
                yield _compared(comparator, level=one, extreme=other)


def _compared(comparator: Comparator, *, level: Mention, extreme: Mention) -> Stated:
    roles = {"level": level, "extreme": extreme}
    return Stated(KIND, Comparison(comparator, Name("level"), Name("extreme")), roles, Confidence.MEDIUM)
