"""Levels of a change that stand in the sentence before it or after it: "Ils étaient 4 310 un an plus tôt"."""

from __future__ import annotations

from typing import Final

from factcheck.drafts.changes_before import before, only_level, pair
from factcheck.drafts.changes_figures import joined
from factcheck.drafts.changes_levels import NOTHING, Clause, Levels
from factcheck.drafts.changes_parts import Word, parts_of
from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit

_MOST_MENTIONS: Final = 8
"""A sentence of more figures is no mere continuation."""
_SAME_SIZE: Final = 20
_EMPTY: Final = Clause(())


class Clauses:
    """The sentences of a draft as clauses, each read once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._read: dict[int, Clause] = {}

    def of(self, sentence: Sentence) -> Clause:
        """A sentence as a clause."""
        found = self._read.get(sentence.number)
        if found is None:
            found = self._read[sentence.number] = Clause(joined(self.draft, parts_of(self.draft, sentence)))
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
    if clause.figures == 1 + (levels.start is not None):
        return levels
    if start is None:
        return NOTHING
    found = [at for at in range(len(clause.pieces)) if _is_like(clause.level(at), start)]
    return Levels(clause.level(found[0]), now=clause.when(found[0])[0]) if len(found) == 1 else NOTHING


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
