"""Extremes beside the level they are held against, whatever lies between: "its lowest ever; in 2019 it was 3.5%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from factcheck.drafts.extremes.averages import FAMILY, KIND, compared, like
from factcheck.drafts.prose import MOST_FIGURES, Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase
from factcheck.reading.tokens import Tokens
from factcheck.relations.expression import Comparator

_LEVELS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENTAGE)
_RACES: Final = ("second", "minute")
_SIGNS: Final = frozenset((",", ";", ":", "(", ")", "–", "—", "-", ".", "«", "»", '"', "“", "”"))
_STRONG: Final = frozenset((";", ":", ".", "(", "–", "—", "!", "»", "”"))
_MOST_IN_CLAUSE: Final = 14
_MOST_AFTER_BINDER: Final = 5
_MOST_TO_DATE: Final = 3
_YEAR_DIGITS: Final = 4
_THREE: Final = 3
_MOST_TO_SPAN: Final = 5
_CLOSE: Final = 2
_OUTSIDE: Final = Phrase("the other level may lie outside the time for which this one is said to be the extreme")


class _Passage(Struct, frozen=True):
    """Two levels of one unit, the first said to be the most or the least, be it of some time only."""

    level: Mention
    other: Mention
    is_most: bool
    is_limited: bool


def may_be_told(draft: Draft) -> bool:
    """Whether any sentence of the draft has words for extremes or benchmarks."""
    return not draft.wordings.telling(FAMILY, "extremes told").isdisjoint(draft.words)


def sentences(draft: Draft) -> Sequence[Sentence]:
    """The sentences that have words for extremes and benchmarks, or that one follows which has them."""
    telling = draft.wordings.telling(FAMILY, "extremes told")
    cue = draft.wordings.cue(FAMILY, "extremes told")
    may_tell = (each for each in draft.sentences if not telling.isdisjoint(each.tokens.words))
    found = [each for each in may_tell if cue.is_in(each.tokens)]
    before = (draft.preceding(each) for each in found)
    return list(dict.fromkeys([*found, *(each for each in before if each is not None)]))


def find(draft: Draft, sentence: Sentence, known: set[int]) -> Iterator[Candidate]:
    """The level that words call an extreme, beside the other one of its passage that they hold it against.

    Of several such, the one that lies furthest out. `known` are the places of the figures that were taken up already.
    """
    found: list[_Passage] = []
    for pair in _pairs(draft, sentence):
        passage = None if {each.start for each in pair} <= known else _passage(draft, *pair)
        if passage is None or not _is_held_against(draft, passage):
            continue
        if _is_outside(draft, passage):
            yield LeftAlone(KIND, pair, _OUTSIDE)
        else:
            found.append(passage)
    if found:
        is_most = found[0].is_most
        furthest = max(found, key=lambda each: each.other.figure.number * (1 if is_most else -1))
        comparator = Comparator.AT_LEAST if is_most else Comparator.AT_MOST
        yield compared(comparator, level=furthest.level, extreme=furthest.other)


def is_extreme(draft: Draft, candidate: Candidate) -> bool:
    """Whether what is stated is of a level that words right after it call an extreme."""
    return isinstance(candidate, Stated) and _marked(draft, list(candidate.roles.values())[:1]) is not None


# --- which two levels ----------------------------------------------------------------------------------------------


def _pairs(draft: Draft, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """The two levels of a sentence, the only one of it and of the next, or the one called an extreme and all others."""
    here = _levels(sentence)
    if not here or len(sentence.mentions) > MOST_FIGURES:
        return
    following = draft.following(sentence)
    after = [] if following is None else _levels(following)
    level = here[0] if len(here) < _THREE else _marked(draft, here)
    if level is None or _is_gap(draft, level):
        return
    others = [each for each in here if each is not level]
    if not others or len(here) > 2 or _marked(draft, here) is level:
        others += after if len(after) == 1 else []
    for each in others:
        pair = _alike(level, each) if level.start < each.start else None
        if pair is not None:
            yield pair


def _marked(draft: Draft, levels: Sequence[Mention]) -> Mention | None:
    """The one level right after which it is called an extreme, but for its date: "8,7 millions en 2024, un record"."""
    cue, found = draft.wordings.cue(FAMILY, "extremes told"), []
    for each in levels:
        tokens = each.sentence.tokens
        places = _without_dates(each.sentence, each.tail, min(each.tail + _MOST_IN_CLAUSE, tokens.last))
        at = next((at for at in places[:_MOST_TO_DATE] if tokens.words[at] == ","), None)
        if at is not None and cue.at(tokens, at + 1) is not None:
            found.append(each)
    return found[0] if len(found) == 1 else None


def _is_gap(draft: Draft, mention: Mention) -> bool:
    """Whether it says how far two levels are apart: "3.0 million above the previous record"."""
    return draft.wordings.cue(FAMILY, "apart").at(mention.sentence.tokens, mention.tail) is not None


def _levels(sentence: Sentence) -> list[Mention]:
    return [each for each in sentence.mentions if each.figure.kind in _LEVELS or _is_race(each)]


def _is_race(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DURATION and mention.figure.unit in _RACES


def _alike(one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    if one.figure.in_words or other.figure.in_words:
        return None
    pair = like(one, other)
    if pair is None:
        return None
    low, high = sorted((pair[0].figure.number, pair[1].figure.number))
    if low <= 0 or low * _CLOSE < high:
        return None  # of levels further apart, one is rather a part of the other, or what it rose by
    bare = not one.figure.unit and not other.figure.unit
    return None if bare and one.figure.resolution != other.figure.resolution else pair


def _passage(draft: Draft, level: Mention, other: Mention) -> _Passage | None:
    """The passage, where words of just one direction stand in it and nothing excuses it; a race is won in less time."""
    words: list[str] = []
    beside: list[str] = []
    found: set[str] = set()
    cues, before = draft.wordings.cue(FAMILY, "extremes told"), draft.wordings.cue(FAMILY, "of the one before")
    for sentence in dict.fromkeys((level.sentence, other.sentence)):
        tokens, at = sentence.tokens, sentence.tokens.first
        while at < tokens.last:
            cue = cues.at(tokens, at)
            if cue is not None and before.before(tokens, at) is not None:
                at = cue[1]  # "the previous record" is no new one
            elif cue is None:
                words.append(tokens.words[at])
                at += 1
            else:
                found.add(cue[0])
                beside += tokens.words[at : cue[1] + _MOST_TO_SPAN]
                at = cue[1]
    if _is_race(level) and "best" in found:
        found = found - {"best"} | {"least"}
    found = {"most" if each == "best" else each for each in found}
    if len(found) != 1 or not draft.wordings.words(FAMILY, "excuses").isdisjoint(words):
        return None
    limited = not draft.wordings.words(FAMILY, "spans").isdisjoint(beside)
    return _Passage(level, other, is_most="most" in found, is_limited=limited)


# --- what binds them -----------------------------------------------------------------------------------------------


def _is_held_against(draft: Draft, passage: _Passage) -> bool:
    """Whether the words right before the other level say that it is the one before: "the old one was", "contre"."""
    level, other = passage.level, passage.other
    tokens, wordings = other.sentence.tokens, draft.wordings
    first = level.tail if level.sentence is other.sentence else tokens.first
    first = max(first, other.lead - _MOST_IN_CLAUSE)
    strong = (at + 1 for at in range(first, other.lead) if tokens.words[at] in _STRONG and at + 1 < other.lead)
    first = max(strong, default=first)
    if other.lead < other.first and other.figure.hedge in (Hedge.OVER, Hedge.UNDER):
        return False
    for name in ("held against", "of the one before"):
        for at in range(other.lead - 1, first - 1, -1):
            found = wordings.cue(FAMILY, name).at(tokens, at)
            if found is not None and found[1] <= other.lead:
                return _are_plain(draft, other, found[1])
    for at in range(first, other.lead):
        if tokens.words[at] in wordings.words(FAMILY, "stands for it"):
            return _are_plain(draft, other, at + 1) and _is_of_the_past(draft, other, first)
    return False


def _are_plain(draft: Draft, other: Mention, first: int) -> bool:
    """Whether few words stand up to the level, none of them a name, its dates left out."""
    tokens, months = other.sentence.tokens, draft.wordings.words(FAMILY, "times past")
    places = [at for at in _without_dates(other.sentence, first, other.lead) if tokens.words[at] not in _SIGNS]
    names = [at for at in places if tokens.is_capital(at) and tokens.words[at] not in months]
    return len(places) <= _MOST_AFTER_BINDER and not names


def _without_dates(sentence: Sentence, first: int, end: int) -> list[int]:
    dates = {
        at
        for each in sentence.mentions
        if each.figure.kind in (Kind.DATE, Kind.DURATION)
        for at in range(each.lead, each.tail)
    }
    return [at for at in range(first, end) if at not in dates]


def _is_of_the_past(draft: Draft, other: Mention, first: int) -> bool:
    """Whether a date, or a word for the past, stands beside the level."""
    after = min(other.sentence.tokens.last, other.tail + _MOST_TO_DATE)
    words = other.sentence.words(first, other.lead) + other.sentence.words(other.tail, after)
    if not draft.wordings.words(FAMILY, "times past").isdisjoint(words):
        return True
    return any(first <= each.lead < after for each in _dates(other.sentence))


def _dates(sentence: Sentence) -> list[Mention]:
    return [each for each in sentence.mentions if each.figure.kind is Kind.DATE]


# --- for how long --------------------------------------------------------------------------------------------------


def _is_outside(draft: Draft, passage: _Passage) -> bool:
    """Whether the level is the extreme of some years only, and the other one is not known to be of one of them."""
    sentences = list(dict.fromkeys((passage.level.sentence, passage.other.sentence)))
    mentions = [each for sentence in sentences for each in sentence.mentions]
    spans = [each for each in mentions if each.figure.kind is Kind.DURATION and each.figure.unit == "year"]
    ago = draft.wordings.words(FAMILY, "ago")
    spans = [each for each in spans if each.sentence.tokens.words[each.tail] not in ago]
    since = [each for each in mentions if each.figure.kind is Kind.DATE and _is_since(draft, each)]
    if not spans and not since and not passage.is_limited:
        return False
    if draft.wordings.cue(FAMILY, "of the one before").is_in(passage.other.sentence.tokens):
        return False
    if not draft.wordings.words(FAMILY, "just past").isdisjoint(passage.other.sentence.tokens.words):
        return False
    years = [_year(each) for each in _dates(passage.other.sentence) if each not in since]
    known = [year for year in years if year is not None]
    if len(known) != 1:
        return True
    if since:
        return any((_year(each) or known[0]) >= known[0] for each in since)
    if draft.day is None or not spans:
        return True
    return any(known[0] <= draft.day.year - each.figure.number for each in spans)


def _is_since(draft: Draft, date: Mention) -> bool:
    words = date.sentence.words(date.lead - 2, date.first + 1)
    return not draft.wordings.words(FAMILY, "since").isdisjoint(words)


def _year(date: Mention) -> int | None:
    value = str(date.figure.value)[:_YEAR_DIGITS]
    return int(value) if value.isdecimal() else None


# --- in tables -----------------------------------------------------------------------------------------------------


def find_in_tables(draft: Draft) -> Iterator[Candidate]:
    """The cell marked as a record, beside the highest of the years before it in its row or column."""
    marks = draft.wordings.words(FAMILY, "marks a record")
    for table in draft.document.tables:
        rows = [list(row) for row in table.rows]
        if len({len(row) for row in rows}) != 1:
            continue
        for lines in (rows, [list(column) for column in zip(*rows, strict=True)]):
            for label, line in ((lines[0], line) for line in lines[1:]):
                yield from _in_line(draft, marks, label, line)


def _in_line(
    draft: Draft, marks: frozenset[str], label: Sequence[tuple[int, int]], line: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """One row or column under a line of years."""
    years = [_year_in(draft, cell) for cell in label]
    told = [draft.mentions_in(*cell) for cell in line]
    dated = [
        (year, each[0], cell) for year, each, cell in zip(years, told, line, strict=True) if year and len(each) == 1
    ]
    if len(dated) < 2 or any(mention.figure.kind not in _LEVELS for _, mention, _ in dated):
        return
    for year, mention, cell in dated:
        tokens = Tokens(draft.document.text, *cell)
        if marks.isdisjoint(tokens.words[tokens.first : tokens.last]):
            continue
        before = [each for when, each, _ in dated if when < year and like(each, mention) is not None]
        if before:
            highest = max(before, key=lambda each: each.figure.number)
            yield compared(Comparator.AT_LEAST, level=mention, extreme=highest)


def _year_in(draft: Draft, cell: tuple[int, int]) -> int | None:
    told = draft.mentions_in(*cell)
    return _year(told[0]) if len(told) == 1 and told[0].figure.kind is Kind.DATE else None
