"""Bounds and extremes: "entre 25 et 20 %", "22 %, dans la fourchette de 20 à 25 %", "95, après un pic de 90"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factcheck.drafts.extremes import averages, averages_told, directions, records, records_told
from factcheck.drafts.extremes.averages import FAMILY, compared, like, per_unit
from factcheck.drafts.links import Gap
from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit
from factcheck.drafts.stated import Candidate, Stated, predicate
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

KIND: Final = averages.KIND
_COMMA: Final = ","
_MOST_BETWEEN: Final = 6
_CLOSE: Final = 2
_ENDS: Final = (",", ".", ";", ")", "–", "—", "", ":", "!", "?")
_BEYOND: Final = ("peak of all time", "trough of all time", "beaten record", "then lower", "then higher")
_ANNOUNCED_BY: Final = ("between", "ranging", "within", "peak", "trough", *_BEYOND)
_EXTREMES: Final = (("peak", Comparator.AT_MOST), ("trough", Comparator.AT_LEAST))


def find(draft: Draft) -> Iterator[Candidate]:
    """Every range with its bounds, every value said to lie in one, every extreme beside another level or an average."""
    wordings = draft.wordings
    telling = wordings.telling(FAMILY, *_ANNOUNCED_BY)
    beaten = wordings.telling(FAMILY, "peak", "trough", *_BEYOND)
    are_announced, are_beaten = not telling.isdisjoint(draft.words), records.may_be_told(draft)
    averaged: set[Sentence] = set()
    told: set[int] = set()
    for sentence in draft.sentences:
        if are_announced and len(sentence.mentions) > 1 and not telling.isdisjoint(sentence.tokens.words):
            beyond = not beaten.isdisjoint(sentence.tokens.words)
            for mention in sentence.mentions:
                beside = list(_of_two(draft, mention, beyond=beyond))
                told.update(_places(beside))
                yield from beside
        if are_beaten:
            beaten_ones = list(records.find(draft, sentence))
            told.update(_places(beaten_ones))
            yield from beaten_ones
        for average in averages.find(draft, sentence):
            averaged.add(sentence)
            told.update(_places((average,)))
            yield average
    yield from averages_told.find(draft, averaged)
    yield from _directed(draft, told)
    if draft.document.tables:
        yield from records_told.find_in_tables(draft)


def _directed(draft: Draft, told: set[int]) -> Iterator[Candidate]:
    """What words say of which of two levels lies higher; of an extreme only what lies furthest out."""
    directed = list(directions.find(draft))
    if not records_told.may_be_told(draft):
        yield from directed
        return
    told.update(_places(each for each in directed if not records_told.is_extreme(draft, each)))
    beyond = [each for sentence in records_told.sentences(draft) for each in records_told.find(draft, sentence, told)]
    places = {*_places(beyond)}
    yield from beyond
    yield from (each for each in directed if places.isdisjoint(_places((each,))))


def _places(candidates: Iterable[Candidate]) -> Iterator[int]:
    """Where the figures of what is stated stand."""
    for candidate in candidates:
        if isinstance(candidate, Stated):
            yield from (mention.start for mention in candidate.roles.values())


def _of_two(draft: Draft, mention: Mention, *, beyond: bool) -> Iterator[Candidate]:
    """What a figure and the next one state; `beyond` is whether the sentence has words for extremes."""
    following = _next_level(mention)
    if mention.figure.kind is Kind.DATE or following is None:
        return
    if mention.next is following and same_unit(mention.figure, following.figure):
        yield from _bounds(draft, mention, following)
        yield from _inside(draft, mention, following)
    pair = like(mention, following) if beyond else None
    if pair is not None:
        yield from _beside_an_extreme(draft, *pair)
        yield from _then(draft, *pair)


def _next_level(mention: Mention) -> Mention | None:
    """The next mention that is no date."""
    following = mention.next
    while following is not None and following.figure.kind is Kind.DATE:
        following = following.next
    return following


def _bounds(draft: Draft, low: Mention, high: Mention) -> Iterator[Candidate]:
    """Two bounds, the lower one first, as "between" and "ranging from" have them; "from … to" alone is a change."""
    tokens, wordings = low.sentence.tokens, draft.wordings
    between = [tokens.words[at] for at in range(low.tail, high.lead)]
    if low.figure.number < 0 or high.figure.number < 0 or len(between) != 1:
        return  # a fall is named by its size: "un recul compris entre 2 et 3 %"
    for name, joint, confidence in (("between", "and", Confidence.HIGH), ("ranging", "to", Confidence.MEDIUM)):
        cued = wordings.cue(FAMILY, name).before(tokens, low.lead) is not None
        if cued and between[0] in wordings.words(FAMILY, joint):
            ordered = Comparison(Comparator.AT_MOST, Name("low"), Name("high"))
            yield Stated(KIND, ordered, {"low": low, "high": high}, confidence)


def _inside(draft: Draft, value: Mention, low: Mention) -> Iterator[Candidate]:
    high = low.next
    if high is None or not same_unit(low.figure, high.figure):
        return
    tokens = low.sentence.tokens
    joints = draft.lexicon.range_joints | draft.lexicon.conjunctions
    if high.lead != low.tail + 1 or tokens.words[low.tail] not in joints:
        return
    within = draft.wordings.cue(FAMILY, "within").before(tokens, low.lead)
    if within is None or tokens.words[value.tail : within[1]] not in ([], [_COMMA]):
        return
    roles = {"value": value, "low": low, "high": high}
    yield Stated(KIND, predicate("between", Name("value"), Name("low"), Name("high")), roles)


# --- a level and an extreme ----------------------------------------------------------------------------------------


def _beside_an_extreme(draft: Draft, one: Mention, other: Mention) -> Iterator[Candidate]:
    """A level right before or after an extreme: none can lie beyond it."""
    tokens, wordings = one.sentence.tokens, draft.wordings
    for name, comparator in _EXTREMES:
        extreme, of_all_time = wordings.cue(FAMILY, name), wordings.cue(FAMILY, f"{name} of all time")
        first = of_all_time.before(tokens, one.lead) or extreme.before(tokens, one.lead)
        second = of_all_time.before(tokens, other.lead) or extreme.before(tokens, other.lead)
        if first is not None and second is None:
            beside = wordings.cue(FAMILY, "beside the extreme").before(tokens, other.lead)
            always = of_all_time.before(tokens, one.lead) is not None
            if beside is None or not (always or _is_of_the_same_time(draft, other)):
                continue
            if _joined(draft, one, other, beside[1]):
                yield compared(comparator, level=other, extreme=one)
        elif second is not None and first is None:
            first_word = _of_what_came_after(draft, one, second[1])
            is_level = wordings.cue(FAMILY, "level").before(tokens, one.lead) is not None
            if first_word is not None and is_level and _joined(draft, one, other, first_word):
                yield compared(comparator, level=one, extreme=other)
    yield from _beaten(draft, one, other)


def _of_what_came_after(draft: Draft, level: Mention, extreme: int) -> int | None:
    """Where the words begin that put the level after the extreme at a token, or below it: "down from a"."""
    cue, tokens = draft.wordings.cue(FAMILY, "after the extreme"), level.sentence.tokens
    for first in range(max(level.tail, extreme - _MOST_BETWEEN), extreme):
        found = cue.at(tokens, first)
        if found is not None and found[1] >= extreme:
            return first
    return None


def _is_of_the_same_time(draft: Draft, level: Mention) -> bool:
    """Whether no other time is named: "un pic de 10 %, contre 12 % en 2009" speaks of the peaks of two crises."""
    following = level.next
    dated = following is not None and following.figure.kind is Kind.DATE
    word = level.sentence.tokens.words[level.tail]
    return not dated and (word in _ENDS or word in draft.wordings.words(FAMILY, "in"))


def _joined(draft: Draft, one: Mention, other: Mention, end: int) -> bool:
    """Whether nothing stands between a figure and the token but what it is per, its date, and a comma."""
    gap = Gap.between(one, other)
    words = [word for at, word in zip(gap.at, gap.words, strict=True) if at < end]
    rest = words[per_unit(draft, words) :]
    dates = len(range(one.tail, end)) - len(words)
    if rest and dates and rest[0] in draft.wordings.words(FAMILY, "in"):
        rest = rest[1:]
    return rest in ([], [_COMMA])


def _beaten(draft: Draft, one: Mention, other: Mention) -> Iterator[Candidate]:
    """A new record beside the one before it: "1 250 entrées, battant le record de 1 180"."""
    figure = other.figure
    cue = draft.wordings.cue(FAMILY, "beaten record").before(other.sentence.tokens, other.lead)
    if cue is None or not figure.unit or not records.may_be_record(figure):
        return
    words = one.sentence.words(one.tail, cue[1])
    low, high = sorted((one.figure.number, figure.number))
    if low * _CLOSE < high:
        return  # "3.0 million above the previous record of 80.9 million"
    if cue[1] >= one.tail and _is_clear(draft, words):
        yield compared(Comparator.AT_LEAST, level=one, extreme=other)


def _then(draft: Draft, one: Mention, other: Mention) -> Iterator[Candidate]:
    """A level, and where it went from there: "jusqu'à 1 040, avant un repli à 870"."""
    tokens, wordings = one.sentence.tokens, draft.wordings
    is_level = any(
        wordings.cue(FAMILY, name).before(tokens, one.lead) is not None for name in ("level", "reached", "peak")
    )
    if not is_level or one.figure.number < 0 or other.figure.number < 0:
        return
    for name, comparator in (("then lower", Comparator.AT_MOST), ("then higher", Comparator.AT_LEAST)):
        cue = wordings.cue(FAMILY, name).before(tokens, other.lead)
        if cue is not None and cue[1] >= one.tail and _is_clear(draft, one.sentence.words(one.tail, cue[1])):
            roles = {"later": other, "level": one}
            yield Stated(KIND, Comparison(comparator, Name("later"), Name("level")), roles, Confidence.MEDIUM)


def _is_clear(draft: Draft, words: Sequence[str]) -> bool:
    return len(words) <= _MOST_BETWEEN and draft.wordings.words(FAMILY, "breaks").isdisjoint(words)
