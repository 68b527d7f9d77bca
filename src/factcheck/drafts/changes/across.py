"""Levels of a change that stand in the sentence before it or after it: "Ils étaient 4 310 un an plus tôt"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.before import before, only_level, pair
from factcheck.drafts.changes.figures import Change, joined
from factcheck.drafts.changes.levels import NOTHING, Clause, Levels
from factcheck.drafts.changes.parts import Word, parts_of
from factcheck.drafts.changes.when import is_measured_from
from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit

_MOST_MENTIONS: Final = 8
"""A sentence of more figures is no mere continuation."""
_SAME_SIZE: Final = 20
_MOST_BESIDE: Final = 2
_CLOSES: Final = (Word.COMMA, Word.END, Word.BREAK, Word.CHANGE, Word.OPEN, Word.CLOSE, Word.COLON, Word.THAT_IS)
_EMPTY: Final = Clause(())


class Clauses:
    """The sentences of a draft as clauses, each read once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._read: dict[int, Clause] = {}

    def of(self, sentence: Sentence) -> Clause:
        """A sentence as a clause."""
        key = ~sentence.number if sentence.is_of_title else sentence.number
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = Clause(joined(self.draft, parts_of(self.draft, sentence)))
        return found

    def short(self, sentence: Sentence | None) -> Clause:
        """A neighbouring sentence of few figures as a clause; an empty one where there is none."""
        if sentence is None or len(sentence.mentions) > _MOST_MENTIONS:
            return _EMPTY
        return self.of(sentence)


def levels_before(clauses: Clauses, sentence: Sentence, start: Mention | None) -> Levels:
    """The only level, or the only pair of levels, of the sentence before; the only one that `start` is like."""
    clause = clauses.short(clauses.draft.preceding(sentence))
    levels = before(clause, len(clause.pieces), apart=True)
    if levels.to is not None and clause.figures == 1 + (levels.start is not None):
        return levels
    if start is None:
        return _only_reached(clause) if _goes_on(clauses, sentence) else NOTHING
    found = [at for at in range(len(clause.pieces)) if _is_like(clause.level(at), start)]
    if clause.figures == 1 and not start.figure.unit:  # "691,000 children went hungry. That was double the 430,000 …"
        found = [at for at in found if clause.is_subject(at) or clause.word(at - 1) in (Word.REACH, Word.TIME)]
    return Levels(clause.level(found[0]), now=clause.when(found[0])[0]) if len(found) == 1 else NOTHING


def _goes_on(clauses: Clauses, sentence: Sentence) -> bool:
    """Whether a sentence begins with "C'est", "Soit", "It", and so has the subject of the one before."""
    first = sentence.tokens.words[sentence.tokens.first]
    pronouns = clauses.draft.wordings.words("changes", "pronouns")
    return clauses.of(sentence).word(0) is Word.THAT_IS or first in pronouns


def _only_reached(clause: Clause) -> Levels:
    """The one figure of a sentence, after its verb: "comptait 68 606 000 habitants, a annoncé l'Insee mardi"."""
    at = next((at for at in range(len(clause.pieces)) if clause.level(at) is not None), 0)
    if clause.figures != 1 or clause.changes or clause.word(at - 1) is not Word.REACH:
        return NOTHING
    return Levels(clause.level(at), now=clause.when(at)[0])


def _is_like(level: Mention | None, start: Mention) -> bool:
    """Whether a level is in the unit of another; where that prints none, a number of its size."""
    if level is None:
        return False
    if start.figure.unit:
        return same_unit(level.figure, start.figure)
    one, other = level.figure.number, start.figure.number
    return level.figure.kind is start.figure.kind and max(one, other) < _SAME_SIZE * min(one, other)


def start_before(clauses: Clauses, sentence: Sentence, levels: Levels) -> Levels:
    """The level of the sentence before, where this one goes on with it: "Elle en compte 8 200, soit 700 de plus"."""
    pieces = clauses.of(sentence).pieces[:4]
    head = [piece for piece in pieces if piece.word not in (Word.TIME, Word.COMMA)]
    if len(head) < 2 or head[0].word is not Word.REACH or head[1].mention is not levels.to:
        return NOTHING
    return only_level(clauses.short(clauses.draft.preceding(sentence)))


def pair_after(clauses: Clauses, sentence: Sentence) -> Levels:
    """Both levels in a sentence of their own: "Il est passé de 287 000 à 312 000"."""
    clause = clauses.of(sentence)
    if clause.changes != 1 or clause.figures:
        return NOTHING
    return pair(clauses.short(clauses.draft.following(sentence)))


def pair_before(clauses: Clauses, sentence: Sentence, at: int, change: Change) -> Levels:
    """Both levels in sentences before one of mere changes: "It had 301m. A year earlier it had 260m. It added 41m".

    The level before in a sentence of its own, and before it the only one that is like it; or both in one sentence.
    They are in doubt where the sentence does not go on with their subject, or the change is one of another time.
    """
    draft = clauses.draft
    preceding = draft.preceding(sentence)
    if preceding is None or clauses.of(sentence).figures:
        return NOTHING
    found = levels_of_time(clauses, preceding)
    if found.start is None:
        clause = clauses.short(preceding)
        both = before(clause, len(clause.pieces), apart=True)
        found = both if both.complete and clause.figures == 2 else NOTHING
    elif (earlier := clauses.short(draft.preceding(preceding))).figures:
        start = found.start
        places = [at for at in range(len(earlier.pieces)) if _is_like(earlier.level(at), start)]
        if len(places) != 1:
            return NOTHING
        found = replace(found, to=earlier.level(places[0]), now=earlier.when(places[0])[0])
    if not found.complete:
        return NOTHING
    clause = clauses.of(sentence)
    goes_on = _goes_on(clauses, sentence) or clause.word(0) is Word.CHANGE
    plain = goes_on and not change.loose and clause.word(at + 1) in _CLOSES
    return found if plain and is_between(clauses.draft, change, found) else replace(found, unsure=True)


def is_between(draft: Draft, change: Change, levels: Levels) -> bool:
    """Whether nothing puts a change at another time than between the levels: "Elles avaient alors baissé de 8 %"."""
    if change.during is not None:
        return False
    now = levels.now.period if levels.now is not None else None
    if change.measured is not None and is_measured_from(change.measured, levels.placed, now) is not True:
        return False
    sentence = change.mention.sentence
    words = sentence.words(sentence.tokens.first, sentence.tokens.last)
    return draft.wordings.words("changes", "another time").isdisjoint(words)


def levels_of_time(clauses: Clauses, sentence: Sentence | None) -> Levels:
    """The level before in a sentence that says no more: "Un an plus tôt, ils étaient 4 310"."""
    pieces = [piece for piece in clauses.short(sentence).pieces if piece.word not in (Word.COMMA, Word.END)]
    times = [piece for piece in pieces if piece.word is Word.TIME]
    figures = [piece for piece in pieces if piece.word is Word.FIGURE]
    if not times or len(figures) != 1 or len(pieces) > len(times) + 1 + _MOST_BESIDE:
        return NOTHING
    if any(piece.word not in (Word.TIME, Word.FIGURE, Word.REACH, Word.OTHER) for piece in pieces):
        return NOTHING
    return Levels(start=figures[0].mention, placed=times[0].when)


def follows_level_before(clauses: Clauses, sentence: Sentence) -> bool:
    """Whether the sentence before it has but a level of an earlier time: that is not the one after the change."""
    placed = levels_of_time(clauses, clauses.draft.preceding(sentence)).placed
    if placed is None or placed.period is None or placed.until:
        return placed is not None and placed.unit != ""
    published = clauses.draft.published
    return published is not None and placed.period.last.year < published.first.year


def start_after(clauses: Clauses, sentence: Sentence) -> Levels:
    """The level before in a sentence of its own: "Ils étaient 4 310 un an plus tôt"."""
    if clauses.of(sentence).figures != 1:
        return NOTHING
    clause = clauses.short(clauses.draft.following(sentence))
    pieces = [piece for piece in clause.pieces if piece.word not in (Word.COMMA, Word.END)]
    if pieces and pieces[0].word is Word.TIME:
        pieces = pieces[1:] + pieces[:1]
    if [piece.word for piece in pieces] != [Word.REACH, Word.FIGURE, Word.TIME]:
        return NOTHING
    return Levels(start=pieces[1].mention, placed=pieces[2].when)
