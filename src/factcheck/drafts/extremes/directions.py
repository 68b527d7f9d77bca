"""Levels that words put above or below another one: "9.2m, up from 7.4m", "sous la moyenne de 23"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.extremes.averages import FAMILY, KIND, like
from factcheck.drafts.links import is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

_TIMES: Final = (Kind.DATE, Kind.DURATION)
_LEVELS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENTAGE)
_MOST_UNIT: Final = 4
_MOST_TO_COMPARED: Final = 5
_MOST_TO_BENCHMARK: Final = 5
_FARTHEST: Final = 20
_SIGNS: Final = (",", "(", ")", "–", "—")
_EXTREMES: Final = ("peak", "trough", "peak of all time", "trough of all time")
_NAMES: Final = (
    "up from",
    "down from",
    "risen to",
    "fallen to",
    "above",
    "below",
    "surpassing",
    "falling short of",
    "more than ever",
)


def find(draft: Draft) -> Iterator[Candidate]:
    """Every level said to lie above or below the other one of its sentence, by a cue between the two."""
    wordings = draft.wordings
    telling = wordings.telling(FAMILY, *_NAMES)
    if telling.isdisjoint(draft.words):
        return
    for sentence in draft.sentences:
        if telling.isdisjoint(sentence.tokens.words):
            continue
        levels = [each for each in sentence.mentions if _is_level(draft, each)]
        for at, (one, other) in enumerate(pairwise(levels)):
            pair = _pair(one, other)
            if pair is None or _is_beside_an_extreme(draft, pair[0]) or _is_closer_to_another(levels[:at], *pair):
                continue
            if (stated := _stated(draft, sentence, levels, *pair)) is not None:
                yield stated


def _is_closer_to_another(earlier: Sequence[Mention], one: Mention, other: Mention) -> bool:
    """Whether the other is rather the earlier level of a figure before: "412 shops in 14 countries, up from 371"."""
    distance = _apart(one, other)
    pairs = (_pair(each, other) for each in earlier)
    return distance > _FARTHEST or any(pair is not None and _apart(*pair) < distance for pair in pairs)


def _apart(one: Mention, other: Mention) -> Fraction:
    """How many times the larger of two levels is the smaller."""
    return max(one.figure.number, other.figure.number) / min(one.figure.number, other.figure.number)


def _is_beside_an_extreme(draft: Draft, level: Mention) -> bool:
    """Whether the level is called an extreme right before it, and is held against the other one as such."""
    tokens = level.sentence.tokens
    return any(draft.wordings.cue(FAMILY, name).before(tokens, level.lead) is not None for name in _EXTREMES)


def _is_level(draft: Draft, mention: Mention) -> bool:
    """Whether a figure is no date, and not what another one is per: "6.3 per 100,000"."""
    if mention.figure.kind in _TIMES:
        return False
    return mention.sentence.tokens.words[mention.lead - 1] not in draft.wordings.words(FAMILY, "per what")


def _pair(one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Two plain levels in one unit, neither below zero."""
    if one.figure.kind not in _LEVELS or other.figure.kind not in _LEVELS or one.figure.in_words:
        return None
    pair = like(one, other)
    if pair is None or pair[0].figure.number <= 0 or pair[1].figure.number <= 0:
        return None
    bare = not one.figure.unit and not other.figure.unit
    return None if bare and one.figure.resolution != other.figure.resolution else pair


def _stated(draft: Draft, sentence: Sentence, levels: Sequence[Mention], one: Mention, other: Mention) -> Stated | None:
    """What the words between two levels say of them."""
    above = _is_from(draft, sentence, one, other)
    if above is None and len(levels) == 2:
        above = _is_beside_benchmark(draft, sentence, one, other)
    if above is None and _is_record_against(draft, sentence, one, other):
        above = True
    if above is None or _differs_per(draft, one, other):
        return None
    comparator = Comparator.AT_LEAST if above else Comparator.AT_MOST
    if other.lead < other.first and other.figure.hedge in (Hedge.OVER, Hedge.UNDER):
        other = other.read_as(replace(other.figure, hedge=Hedge.NONE))
    roles = {"level": one, "other": other}
    return Stated(KIND, Comparison(comparator, Name("level"), Name("other")), roles, Confidence.MEDIUM)


def _is_from(draft: Draft, sentence: Sentence, one: Mention, other: Mention) -> bool | None:
    """Whether the first is said to have come up or down from the other: "9.2m, up from 7.4m", "rose to 9.2m from"."""
    tokens, wordings = sentence.tokens, draft.wordings
    for name, above in (("up from", True), ("down from", False)):
        cue = wordings.cue(FAMILY, name).before(tokens, other.lead)
        if cue is not None and cue[1] >= one.tail and _is_only_unit(sentence, one.tail, cue[1]):
            return above
    compared = wordings.cue(FAMILY, "compared with").before(tokens, other.lead)
    if compared is None or not one.tail <= compared[1] or not _is_only_unit(sentence, one.tail, compared[1]):
        return None
    for name, above in (("risen to", True), ("fallen to", False)):
        if wordings.cue(FAMILY, name).before(tokens, one.lead) is not None:
            return above
    return None


def _is_only_unit(sentence: Sentence, first: int, end: int) -> bool:
    """Whether nothing stands there but dates, signs, and what a level is of or per."""
    dates = {at for each in sentence.mentions if each.figure.kind in _TIMES for at in range(each.lead, each.tail)}
    words = [sentence.tokens.words[at] for at in range(first, end) if at not in dates]
    named = [word for word in words if word not in _SIGNS]
    return len(named) <= _MOST_UNIT and all(is_word(word) for word in named)


def _is_beside_benchmark(draft: Draft, sentence: Sentence, one: Mention, other: Mention) -> bool | None:
    """Whether the first of two lies above or below a benchmark, or surpasses another: "below the average of 5.1"."""
    tokens, wordings = sentence.tokens, draft.wordings
    said = sentence.words(tokens.first, tokens.last)
    if not wordings.words(FAMILY, "not beside").isdisjoint(said):
        return None
    for name, above in (("surpassing", True), ("falling short of", False)):
        short = wordings.cue(FAMILY, name)
        if (found := short.before(tokens, other.lead)) is not None and found[1] >= one.tail:
            return above
        if other.lead < other.first and (found := short.at(tokens, other.lead)) is not None and found[1] == other.first:
            return above  # reading has taken the words for a hedge
    benchmarks = wordings.words(FAMILY, "benchmarks")
    for at in range(max(one.tail, other.lead - _MOST_TO_BENCHMARK - _MOST_TO_COMPARED), other.lead):
        for name, above in (("above", True), ("below", False)):
            cue = wordings.cue(FAMILY, name).at(tokens, at)
            if cue is None:
                continue
            words = tokens.words[cue[1] : other.lead]
            named = next((place for place, word in enumerate(words) if word in benchmarks), None)
            if named is None or named > _MOST_TO_BENCHMARK or len(words) - named > _MOST_TO_COMPARED:
                return None
            return above if _links(draft, words[named + 1 :]) else None
    return None


def _is_record_against(draft: Draft, sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether the first is more than ever, and the other what it was: "Du jamais-vu : 980, contre 1 140"."""
    tokens, wordings = sentence.tokens, draft.wordings
    record, compared = wordings.cue(FAMILY, "more than ever"), wordings.cue(FAMILY, "compared with")
    found = compared.before(tokens, other.lead)
    if found is None or found[1] < one.tail:
        return False
    if not wordings.words(FAMILY, "record of a kind").isdisjoint(sentence.words(tokens.first, tokens.last)):
        return False
    told = next((cue for at in range(one.tail, found[1]) if (cue := record.at(tokens, at)) is not None), None)
    if told is not None:
        return _is_only_unit(sentence, told[1], found[1])
    before = any(record.at(tokens, at) is not None for at in range(tokens.first, one.lead))
    return before and _is_only_unit(sentence, one.tail, found[1])


def _links(draft: Draft, words: Sequence[str]) -> bool:
    links = draft.wordings.words(FAMILY, "of a benchmark")
    return all(word in links or word in _SIGNS for word in words[-2:])


def _differs_per(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether one is per something that the other is not: "41 euros par mois, contre 500 euros par an"."""
    per = draft.wordings.words(FAMILY, "per what")

    def of(mention: Mention) -> str:
        tokens = mention.sentence.tokens
        word, what, then = tokens.words[mention.tail : mention.tail + 3]
        is_ago = then in draft.wordings.words(FAMILY, "ago")
        return what if word in per and not is_ago else ""

    first, second = of(one), of(other)
    return bool(second) and second != first
