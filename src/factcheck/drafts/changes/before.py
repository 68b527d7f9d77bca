"""The levels that stand before a change: "312 millions, contre 287 un an plus tôt, soit une hausse de 9 %"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.levels import (
    COMPLEMENT,
    FROM_WORDS,
    MOST_OBJECT,
    MOST_OTHERS,
    MOVES,
    NOTHING,
    OUT_OF,
    Clause,
    Levels,
)
from factcheck.drafts.changes.parts import Word

_FARTHEST: Final = 40
_TRANSPARENT: Final = (Word.TIME, Word.ADJUSTED, Word.YEARLY, Word.PERIODIC, Word.CHANGE, Word.END)


def before(row: Clause, at: int, *, apart: bool = False) -> Levels:
    """The levels that stand before the piece; `apart` where a sentence has ended since."""
    that_is = Word.THAT_IS in (row.word(at - 1), row.word(at - 2))
    place = _walk_left(row, at - 1, apart)
    if place is None:
        return _at_the_head(row, at)
    if row.word(place) is Word.CLOSE:
        return _pair_in_brackets(row, place)
    place, of_whole = row.part_of(place)
    level = row.level(place)
    now, _ = row.when(place)
    unsure = row.is_one_of_several(place) or of_whole
    if row.word(place - 1) in FROM_WORDS:
        return _pair_with_start(row, place, that_is=that_is)
    if row.word(place - 1) is Word.TO:
        start = _start_of_pair(row, place - 1)
        if start is not None:
            placed, _ = row.when(start)
            sure = _goes_from(row, start)  # "L'ADSL suit, de 1,13 à 1,23 million" may also be a range
            return Levels(level, row.level(start), placed, now, firm=sure, unsure=not sure)
    if row.word(place - 1) is Word.THAN and row.word(place - 2) is Word.CHANGE:
        return NOTHING
    return _with_start_before(row, place, Levels(level, now=now, unsure=unsure))


def _at_the_head(row: Clause, at: int) -> Levels:
    """Such as "À 312 millions, les ventes progressent de 9 %"."""
    if row.word(0) is not Word.TO or row.level(1) is None or row.word(2) not in (Word.COMMA, Word.TIME):
        return NOTHING
    between = {row.word(index) for index in range(2, at)}
    head = between <= {Word.COMMA, Word.TIME, Word.OTHER, Word.OF, Word.REACH} and at <= MOST_OTHERS
    return Levels(row.level(1)) if head else NOTHING


def _with_start_before(row: Clause, place: int, levels: Levels) -> Levels:
    """With the level before of "comptait 7 500 habitants en 2019 ; elle en compte 8 200"."""
    if [row.word(place - back) for back in (1, 2, 3)] != [Word.REACH, Word.BREAK, Word.TIME]:
        return levels
    start = row.level(place - 4)
    return levels if start is None else replace(levels, start=start, placed=row.pieces[place - 3].when)


def only_level(row: Clause) -> Levels:
    """The one level of the sentence, as a level before, where the text says when it was so."""
    places = [at for at in range(len(row.pieces)) if row.word(at) in (Word.FIGURE, Word.CHANGE)]
    if len(places) != 1 or row.level(places[0]) is None:
        return NOTHING
    place = places[0]
    when, closed = row.when(place)
    if when is None and row.word(0) is Word.TIME:
        when = row.pieces[0].when
    return Levels(start=row.level(place), placed=when) if when is not None and closed else NOTHING


def pair(row: Clause) -> Levels:
    """The two levels of a sentence that says no more: "Il est passé de 287 000 à 312 000"."""
    at = 1 if row.word(0) is Word.TIME else 0
    if row.word(at) not in MOVES or row.word(at + 1) not in OUT_OF:
        return NOTHING
    return row.pair_from(at + 2) or NOTHING


def _walk_left(row: Clause, at: int, apart: bool) -> int | None:
    """The figure, or the closing bracket of one, that what stands at the place belongs to."""
    others = 0
    if row.word(at) is Word.REACH and at:
        at -= 1  # "les ventes de 312 millions sont en hausse"
    farthest = at - _FARTHEST
    while at >= 0 and at > farthest:
        word = row.word(at)
        if word is Word.FIGURE:
            return at if row.level(at) is not None else None
        if word is Word.CLOSE:
            opening = row.opening(at)
            if opening is None:
                return None
            if not row.converts(opening) and any(piece.word is Word.FIGURE for piece in row.pieces[opening:at]):
                return at
            at = opening
            apart = True
        elif word in (Word.COMMA, Word.OPEN, Word.COLON, Word.THAT_IS):
            if others:
                return None
            apart = True
        elif apart and others < MOST_OTHERS and _is_complement(row, at):
            others += 1
        elif word not in _TRANSPARENT:
            return None
        at -= 1
    return None


def _is_complement(row: Clause, at: int) -> bool:
    """Whether what stands at a place goes on with the level before it."""
    match row.word(at):
        case Word.THAN:  # "412,600 on census night"
            return row.word(at + 1) is Word.OTHER
        case Word.REACH:  # "4 540 enfants sont nés"
            return row.word(at + 1) is Word.OTHER and row.level(at - 1) is not None
        case word:
            return word in COMPLEMENT


def _pair_in_brackets(row: Clause, closing: int) -> Levels:
    """Such as "13,4 milliards (12,9 un an plus tôt)"."""
    opening = row.opening(closing)
    assert opening is not None
    inner = row.in_brackets(opening, None)
    place = _walk_left(row, opening - 1, True)
    if place is None or row.level(place) is None:
        return NOTHING
    now, _ = row.when(place)
    return replace(inner, to=row.level(place), now=now)


def _pair_with_start(row: Clause, place: int, *, that_is: bool) -> Levels:
    """Such as "312 millions, contre 287 un an plus tôt", read from its end."""
    placed, closed = row.when(place)
    other = _walk_left(row, place - 2, True)
    if other is None:
        return NOTHING
    other, of_whole = row.part_of(other)
    to = row.level(other)
    if to is None or row.word(other - 1) in (*FROM_WORDS, Word.THAN):
        return NOTHING
    if not closed and not that_is:
        return NOTHING  # "36 %, contre 42 % en Tunisie, …" are not levels of one thing
    now, _ = row.when(other)
    start = row.level(place)
    unsure = of_whole or row.is_one_of_several(other) or (start is not None and row.is_rivalled(other, start))
    return Levels(to, start, placed, now, firm=that_is, unsure=unsure)


def _start_of_pair(row: Clause, to: int) -> int | None:
    """The place of the "12" in "passé de 12 à 15", "un budget de 12 grimpe à 15", given that of its "à"."""
    at = to - 1
    if row.word(at) in MOVES:
        return at - 1 if row.level(at - 1) is not None else _start_at_head(row, at)
    for _ in range(MOST_OBJECT):
        if row.level(at) is not None:
            return at if row.word(at - 1) in OUT_OF and row.word(at - 2) is not Word.ASIDE else None
        if row.word(at) not in (Word.TIME, Word.OTHER, Word.OF):
            return None
        at -= 1
    return None


def _goes_from(row: Clause, start: int) -> bool:
    return row.word(start + 1) in MOVES or row.word(start - 1) not in OUT_OF or _moves(row, start - 1)


def _start_at_head(row: Clause, verb: int) -> int | None:
    """Such as the "9 240" of "De 9 240 en 2014, le nombre de naissances est tombé à 6 160"."""
    if row.word(0) not in OUT_OF or row.level(1) is None or verb > MOST_OTHERS:
        return None
    between = [row.word(at) for at in range(2, verb)]
    known = all(word in (Word.COMMA, Word.TIME, Word.OTHER, Word.OF) for word in between)
    return 1 if known and between.count(Word.COMMA) == 1 else None


def _moves(row: Clause, preposition: int) -> bool:
    """Whether "de 12 à 15" is a way gone and no range: "passé de", "grimpent de", and any "from"."""
    if row.word(preposition) is Word.FROM:
        return row.word(preposition - 1) is not Word.ASIDE  # "ranging from"
    at = preposition - 1
    if row.word(at) is Word.COMMA:
        at -= 1
        return row.word(at) is Word.CHANGE
    while row.word(at) in (Word.TIME, Word.OTHER) and preposition - at <= MOST_OBJECT:
        at -= 1
    return row.word(at) in (*MOVES, Word.CHANGE)
