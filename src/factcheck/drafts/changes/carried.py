"""A level that the sentence before has told, for a change that prints but the level it started from.

"… 7 460, soit 20 de moins qu'en novembre. La liste a pourtant doublé depuis 2020, où elle en comptait 4 570": the level
after the change is the one that the sentence before spoke of. Another may be meant; so it is taken up only where the
change comes near.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.drafts.changes.across import Clauses
from factcheck.drafts.changes.figures import Change
from factcheck.drafts.changes.levels import Levels
from factcheck.drafts.changes.parts import Word
from factcheck.drafts.changes.relations import alike, signed, stated
from factcheck.drafts.prose import Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.relations.finding import Confidence

_NEAR: Final = Fraction(3, 4)
"""What is printed and what the levels yield are not further apart, as ratios, than this."""
_MOST_NOUNS: Final = 1


def carried(clauses: Clauses, sentence: Sentence, at: int, bound: Levels, level: Mention | None) -> Stated | None:
    """The change at that piece, from its level before to the one told in the sentence before; None where it may be of
    another thing, or is no change in proportion.
    """
    change = clauses.of(sentence).pieces[at].change
    if level is None or change is None or change.measured is None or change.doubt or change.yearly:
        return None
    if bound.start is None or bound.to is not None or not _is_of_what_was_told(clauses, sentence, at):
        return None
    both = alike(bound.start, level, clauses.draft.wordings)
    if both is None or change.kind not in (Kind.MULTIPLE, Kind.PERCENTAGE) or both[0].figure.number <= 0:
        return None
    if level.figure.kind is Kind.PERCENTAGE or not _comes_near(change, *both):
        return None
    return stated(change, Levels(both[1], both[0], bound.placed), Confidence.MEDIUM)


def _comes_near(change: Change, start: Mention, to: Mention) -> bool:
    figure = signed(change).figure
    said = figure.number if change.kind is Kind.MULTIPLE else 1 + figure.number / 100
    if said <= 0:
        return False
    off = to.figure.number / start.figure.number / said
    return _NEAR < off < 1 / _NEAR


def _is_of_what_was_told(clauses: Clauses, sentence: Sentence, at: int) -> bool:
    """Whether the subject is a pronoun, or a noun alone that the text has named before: "Yet the list has doubled"."""
    draft, words = clauses.draft, sentence.tokens.words
    contrasts = draft.wordings.words("changes", "contrasts")
    pieces = [piece for piece in clauses.of(sentence).pieces[:at] if words[piece.start] not in contrasts]
    nouns = [words[piece.start] for piece in pieces if piece.word is Word.OTHER]
    if len(nouns) > _MOST_NOUNS or any(piece.word not in (Word.OTHER, Word.COMMA) for piece in pieces):
        return False
    first = words[sentence.tokens.first : sentence.tokens.first + 2]
    if not nouns:
        return not draft.wordings.words("changes", "pronouns").isdisjoint(first)
    return nouns[0] in draft.text[: sentence.start].lower()
