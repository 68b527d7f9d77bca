"""What the words around a level tell of its time: that it was the one before, or is the one of now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from factcheck.drafts.changes.across import Clauses
from factcheck.drafts.changes.levels import Clause
from factcheck.drafts.changes.parts import Word
from factcheck.drafts.changes.when import When
from factcheck.drafts.prose import Mention, Sentence

STARTS: Final = (Word.VERSUS, Word.FROM)
GOES: Final = (Word.RISE, Word.FALL, Word.MOVE)
_MOST_TO_CUE: Final = 3
_MOST_TO_SECOND: Final = 14
_BOUNDS: Final = (Word.COMMA, Word.BREAK, Word.END, Word.COLON, Word.FIGURE, Word.CHANGE, Word.OPEN, Word.CLOSE)


class Told(Struct, frozen=True):
    """A level with what its clause says of its time: how much speaks for the level before, and when it was so."""

    mention: Mention
    before: int
    when: When | None = None
    lately: bool = False


def told_at(clauses: Clauses, sentence: Sentence, clause: Clause, at: int) -> Told:
    """A level with what the words of its own clause say of its time."""
    pieces, mention = clause.pieces, clause.pieces[at].mention
    assert mention is not None
    first = at - 1
    while first >= 0 and pieces[first].word not in _BOUNDS:
        first -= 1
    last = at + 1
    while last < len(pieces) and pieces[last].word not in _BOUNDS:
        last += 1
    start = pieces[first].end if first >= 0 else sentence.tokens.first
    end = pieces[last].start if last < len(pieces) else sentence.tokens.last
    words = sentence.words(start, end)
    when = _when_of(clause, at, first, last)
    wordings = clauses.draft.wordings
    near = words_before(clause, at)
    before = 0
    if any(word in STARTS for word in near) or _opens_pair(clause, at, near) or _is_compared_with(clause, at):
        before += 2
    if when is not None and when.unit and when.count:
        before += 2
    if not wordings.words("changes", "of before").isdisjoint(words) or _is_past(clauses, words):
        before += 1
    leads = wordings.words("changes", "of or from")
    if at == 1 and sentence.tokens.words[pieces[0].start] in leads:
        before += 1  # "De 64 salles en 1970, il en subsiste 16"
    if near[:1] == [Word.TO] and (near[1:2] and near[1] in (*GOES, Word.FIGURE)):
        before -= 2
    if not wordings.words("changes", "of now").isdisjoint(words):
        before -= 2
    lately = not wordings.words("changes", "last").isdisjoint(words)
    return Told(mention, before, when, lately)


def _when_of(clause: Clause, at: int, first: int, last: int) -> When | None:
    """When a level was so, by a label before it, the rest of its clause, what stands before it, or its own period."""
    pieces, mention = clause.pieces, clause.pieces[at].mention
    assert mention is not None
    labelled = clause.word(at - 1) is Word.COLON and clause.word(at - 2) is Word.TIME
    when = pieces[at - 2].when if labelled else None
    if when is None:
        when = next((piece.when for piece in pieces[at + 1 : last] if piece.word is Word.TIME), None)
    if when is None:
        when = next((piece.when for piece in reversed(pieces[first + 1 : at]) if piece.word is Word.TIME), None)
    if when is None and first >= 0 and pieces[first].word is Word.COMMA and clause.word(first - 1) is Word.TIME:
        when = pieces[first - 1].when
    if when is None and mention.figure.period is not None:
        when = When(period=mention.figure.period)
    return when


def words_before(clause: Clause, at: int) -> list[Word]:
    """The words right before a level, the nearest first, up to a sign or a figure."""
    found = []
    for place in range(at - 1, at - 1 - _MOST_TO_CUE, -1):
        found.append(clause.word(place))
        if found[-1] in _BOUNDS and found[-1] is not Word.OPEN:
            break
    return found


def _opens_pair(clause: Clause, at: int, near: Sequence[Word]) -> bool:
    """Whether it is the first of "de 12 à 15", "from 12 in June to 15"."""
    if not near or near[0] not in (Word.OF, Word.FROM):
        return False
    second = clause.second_of_pair(at)
    if second is not None:
        return True
    following = [clause.word(place) for place in range(at + 1, at + _MOST_TO_SECOND)]
    if Word.FIGURE not in following:
        return False
    words = following[: following.index(Word.FIGURE)]  # "de 6,8 millions, le budget est descendu à 5,1"
    return words[-1:] == [Word.TO] and any(word in GOES for word in words[-2:])


def _is_compared_with(clause: Clause, at: int) -> bool:
    """Whether "than", right after a change, leads to it: "four times more than its predecessor's 320 million"."""
    for place in range(at - 1, at - 1 - _MOST_TO_SECOND, -1):
        if clause.word(place) in (Word.THAN, Word.TO):
            change = clause.pieces[place - 1].change if place else None
            if change is None or change.mention.tail == clause.pieces[place - 1].end:
                return change is not None and clause.word(place) is Word.THAN
            return True  # "trois fois supérieur au devis", not "doubled to"
        if clause.word(place) not in (Word.OTHER, Word.OF, Word.OPEN, Word.TIME, Word.REACH):
            return False
    return False


def _is_past(clauses: Clauses, words: Sequence[str]) -> bool:
    endings = tuple(clauses.draft.wordings.words("changes", "past endings"))
    present = clauses.draft.wordings.words("changes", "not past")
    return bool(endings) and any(word.endswith(endings) and word not in present for word in words)


def in_order(one: Told, other: Told) -> tuple[Told, Told] | None:
    """The level before and the level after; None where the words do not tell them apart."""
    first, second = (told.when.period if told.when is not None else None for told in (one, other))
    if first is not None and second is not None and not first.overlaps(second):
        return (one, other) if first.first < second.first else (other, one)
    for dated, relative in ((one, other), (other, one)):  # "47 in 2014, 19 last year"
        when = relative.when
        if relative.lately and dated.when is not None and dated.when.period is not None:
            return (dated, relative) if when is not None and when.period is None and when.unit == "year" else None
    lean = one.before - other.before + (first is not None and second is None) - (second is not None and first is None)
    if lean == 0:
        return None
    return (one, other) if lean > 0 else (other, one)
