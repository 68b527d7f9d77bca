"""The levels that stand after a change: "en hausse de 9 %, à 312 millions, contre 287 un an plus tôt"."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.drafts.changes.figures import Change
from factcheck.drafts.changes.levels import (
    FROM_WORDS,
    MOST_NOUNS,
    MOST_OBJECT,
    MOST_OTHERS,
    MOVES,
    NOTHING,
    OUT_OF,
    Clause,
    Levels,
)
from factcheck.drafts.changes.parts import Word
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge


def after(row: Clause, at: int, change: Change) -> Levels:
    """The levels that stand after the change at that place."""
    place = row.skip_changes(at + 1)
    if place == at + 1:
        found = _compared(row, place, change)
        if found is not None:
            return found
    if row.word(place) is Word.OPEN:
        return row.in_brackets(place, change.measured)
    colon = row.word(place) is Word.COLON
    if colon or row.word(place) is Word.COMMA:
        place += 1
    found = _way(row, place, change)
    if found is not None:
        return found
    if row.word(place) is Word.TO and not change.compares:
        return row.to_and_start(place + 1)
    if row.word(place) in FROM_WORDS:
        return row.only_start(place + 1)
    then = _then(row, place) if change.measured is not None else None
    if then is not None:
        return row.only_start(then, change.measured)
    found = _past_opening(row, at, place)
    if found is not NOTHING:
        return found
    if colon:
        return _after_colon(row, place - 1)
    return NOTHING if row.word(place - 1) is Word.COMMA else _past_object(row, place)


def _then(row: Clause, place: int) -> int | None:
    """The place of the level before in "… par rapport à 2023, où il était de 104", past an aside on that time."""
    at = place
    if row.word(place - 1) is Word.COMMA:
        while row.word(at) in (Word.OTHER, Word.OF, Word.TIME) and at - place < MOST_OTHERS:
            at += 1
        at += at > place and row.word(at) is Word.COMMA
    return at + 2 if (row.word(at), row.word(at + 1)) == (Word.BREAK, Word.REACH) else None


def _past_object(row: Clause, place: int) -> Levels:
    """Such as "a 5% rise in sales to 312m, from 297m": both levels, past what it is that rose."""
    for _ in range(MOST_OBJECT + 1):
        if row.word(place) not in (Word.OTHER, Word.OF, Word.TIME):
            break
        place += 1
    if row.word(place) is Word.COLON:
        return _after_colon(row, place)
    if row.word(place) is Word.COMMA:
        place += 1
    found = NOTHING
    if row.word(place) is Word.TO:
        found = row.to_and_start(place + 1)
    elif row.word(place) is Word.FROM:
        level = row.level(place + 1)
        named = level is not None and (level.figure.unit != "" or row.word(place - 1) is Word.COMMA)
        found = (row.pair_from(place + 1) if named else None) or NOTHING
    return found if found.complete else NOTHING


def _after_colon(row: Clause, place: int) -> Levels:
    """Such as "trois fois plus de plaintes : 1 500 contre 500", "réduit de 40 % : il en reste 300 contre 500"."""
    at = place + 1
    while row.word(at) in (Word.OTHER, Word.REACH) and at <= place + MOST_NOUNS:
        at += 1
    found = row.to_and_start(at)
    return found if found.complete else NOTHING


def _compared(row: Clause, place: int, change: Change) -> Levels | None:
    """The level before right after the change: "de plus que les 7 500 de 2019", "twice the 6,000 of 2015"."""
    word = row.word(place)
    level_at, unsure = place, False
    if word is Word.THAN or (word is Word.TO and change.compares):
        level_at = place + 1
        if row.word(level_at) is Word.TIME:
            level_at += 1
        past = row.level_past(level_at)
        unsure = past != level_at and row.word(past - 2) is not Word.TIME
        level_at = past
    elif word is Word.OF and (change.names or change.compares or _is_phrase(change)):
        level_at = place + 1
    elif word is not Word.FIGURE or not (
        change.compares or change.measured is not None or change.kind is Kind.MULTIPLE
    ):
        return None
    level = row.level(level_at)
    if level is None:
        return None
    when, closed = row.when(level_at)
    closed = closed or (change.compares and row.word(level_at + 1) is Word.ASIDE)  # "the 2.6 million it had budgeted"
    if row.word(level_at + 1) is Word.TO or not closed:
        return None
    return Levels(start=level, placed=when or change.measured, firm=True, unsure=unsure)


def _is_phrase(change: Change) -> bool:
    """Whether a multiple is one like "dix fois", or "trois fois plus"."""
    return change.kind is Kind.MULTIPLE and " " in change.mention.figure.text.strip()


def _way(row: Clause, place: int, change: Change) -> Levels | None:
    """Such as ", de 8 à 15", "passant de 8 à 15", "from 900 to 600", after the object of the verb perhaps."""
    first = place
    if change.kind is Kind.MULTIPLE or change.loose:
        for _ in range(MOST_OBJECT):
            if row.word(place) not in (Word.OTHER, Word.TIME, Word.COMMA):
                break
            place += 1
    if row.word(place) is Word.MOVE:
        place += 1
    if row.word(place) not in OUT_OF:
        return None
    apart = row.word(place - 1) in (Word.COMMA, Word.COLON, Word.MOVE, Word.TIME)
    level = row.level(place + 1)
    ages = level is not None and level.figure.kind is Kind.DURATION
    if not apart and (ages or (place != first and row.word(place) is Word.OF)):
        return None  # "a doublé chez les jeunes de 12 à 15 ans"
    return row.pair_from(row.level_past(place + 1) if row.word(place) is Word.FROM else place + 1)


def _opens_sentence(row: Clause, at: int) -> bool:
    return at <= MOST_OTHERS and all(piece.word is Word.CHANGE for piece in row.pieces[:at])


def _grown(row: Clause, start: int) -> Levels:
    """Such as "un budget de 5 000 euros grimpe à 6 000", "a $5,000 bill climbs to $6,000", from its first figure on."""
    verb = start + 2 if row.word(start + 1) in (Word.OTHER, Word.ASIDE) else start + 1
    level, to = row.level(start), row.level(verb + 2)
    if row.word(verb) not in MOVES or row.word(verb + 1) is not Word.TO or level is None or to is None:
        return NOTHING
    return Levels(to, level, firm=True)


def _example(row: Clause, place: int) -> Levels:
    """Such as "With a 10% rise, a $5,000 bill climbs to $6,000": an example, and its first figure exact."""
    start = next((at for at in range(place, place + MOST_OTHERS) if row.level(at) is not None), None)
    if start is None or any(row.word(at) not in (Word.OTHER, Word.OF, Word.ASIDE) for at in range(place, start)):
        return NOTHING
    found = _grown(row, start)
    if found.start is None or found.start.figure.numeral is None or found.start.figure.numeral.scale != 1:
        return found
    return replace(found, start=found.start.read_as(replace(found.start.figure, hedge=Hedge.EXACTLY)))


def _past_opening(row: Clause, at: int, place: int) -> Levels:
    """The levels of a sentence that the change opens, from the place after its comma or colon."""
    if _opens_sentence(row, at) and row.word(place - 1) in (Word.COMMA, Word.COLON):
        return _fronted(row, place)
    if row.word(0) is Word.ASIDE and at == 1 and row.word(place - 1) is Word.COMMA:
        return _example(row, place)
    return NOTHING


def _fronted(row: Clause, place: int) -> Levels:
    """Such as "En hausse de 9 %, les ventes atteignent 312 millions, contre 287"."""
    for at in range(place, place + MOST_OTHERS):
        if row.level(at) is not None:
            return _grown(row, at)
        if row.word(at) in (Word.REACH, Word.TO) and row.level(at + 1) is not None and at > place:
            return row.to_and_start(at + 1)
        if row.word(at) in MOVES and row.word(at + 1) in OUT_OF:
            return row.pair_from(at + 2) or NOTHING
        if row.word(at) not in (Word.OTHER, Word.OF, Word.TIME):
            return NOTHING
    return NOTHING
