"""Changes without a word of their own for their direction: it stands in the clause before, or is left to the levels.

"Sales rose 9%, to 24m from 22m, and costs 48%, to 4.7m from 3.2m"; "en hausse de 39 milliards, ou 12,7 %"; "de 10 % à
12 %, soit 2 points"; "en hausse de 7 % sur un an, et de 43 % par rapport aux 78,7 milliards de 2019".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.wordings import Wordings
from factcheck.figures.figure import Figure, Kind

_FARTHEST_VERB: Final = 24
_MOST_OTHERS: Final = 3
_MOST_PASSED: Final = 5
_GOES: Final = (Word.RISE, Word.FALL, Word.SHIFT)
_UP: Final = (Word.RISE, Word.MORE, Word.ABOVE)
_DOWN: Final = (Word.FALL, Word.LESS, Word.BELOW)
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)
_OF: Final = (Word.OF, Word.BY)
_BEFORE_ELIDED: Final = (Word.OTHER, Word.PERIODIC, *_OF)
_NAMES: Final = (Word.OTHER, Word.OF, Word.TIME, Word.COMMA)
_BACK: Final = (Word.VERSUS, Word.FROM, Word.TO)
_CLOSES: Final = (Word.COMMA, Word.CLOSE, Word.END, Word.BREAK)


class Unsaid(Struct, frozen=True):
    """A change that begins at the part `first`; `rises` is None where the levels tell its direction."""

    first: int
    rises: bool | None = None


class _Row:
    def __init__(self, parts: Sequence[Part], at: int) -> None:
        self.parts, self.at = parts, at

    def word(self, at: int) -> Word:
        return self.parts[at].word if 0 <= at < len(self.parts) else Word.END

    def figure(self, at: int) -> Figure | None:
        mention = self.parts[at].mention if 0 <= at < len(self.parts) else None
        return None if mention is None else mention.figure


def unsaid(parts: Sequence[Part], at: int, figure: Figure, wordings: Wordings) -> Unsaid | None:
    """The figure at a place as a change, where the parts around it make it one."""
    row = _Row(parts, at)
    if figure.kind is Kind.POINTS:
        return _size_in_points(row)
    if figure.kind in (Kind.NUMBER, Kind.CURRENCY):
        return _restated(row, wordings)
    if figure.kind is not Kind.PERCENTAGE:
        return None
    return _with_both_levels(row) or _with_another_start(row) or _restated(row, wordings)


def _size_in_points(row: _Row) -> Unsaid | None:
    """Such as "de 10 % à 12 %, soit 2 points", "from 10% to 12%, that is by 2 points"."""
    first = row.at - 1 if row.word(row.at - 1) in _OF else row.at
    beside = [row.word(place) for place in range(row.at + 1, row.at + 6)]
    if beside[:1] in ([Word.COLON], [Word.OPEN]) and beside[1:4] == [Word.FIGURE, Word.VERSUS, Word.FIGURE]:
        return Unsaid(first)  # "0,93 point : 23,34 % contre 22,41 %"
    closed = row.word(row.at + 1) in _CLOSES
    return Unsaid(first) if row.word(first - 1) is Word.THAT_IS and closed else None


def _with_both_levels(row: _Row) -> Unsaid | None:
    """Such as "and costs 48%, to 4.7m from 3.2m" after "sales rose 9%": with both levels nothing else can be meant."""
    if row.word(row.at - 1) not in _BEFORE_ELIDED or _verb_before(row) is None:
        return None
    at = row.at + 2 if row.word(row.at + 1) is Word.COMMA else row.at + 1
    if row.word(at) not in (Word.TO, Word.OF, Word.FROM) or not _is_amount(row.figure(at + 1)):
        return None
    reach = range(at + 2, at + 3 + _MOST_OTHERS)
    second = next((place for place in reach if row.word(place) not in _NAMES), at)
    if row.word(second) not in _BACK or not _is_amount(row.figure(second + 1)):
        return None
    return Unsaid(row.at - 1 if row.word(row.at - 1) in _OF else row.at)


def _with_another_start(row: _Row) -> Unsaid | None:
    """Such as ", et de 43 % par rapport aux 78,7 milliards de 2019" after "en hausse de 7 % sur un an"."""
    if (row.word(row.at - 2), row.word(row.at - 1)) not in [(Word.BREAK, word) for word in _OF]:
        return None
    verb = _verb_before(row)
    following = row.word(row.at + 1) in (Word.VERSUS, Word.THAN) and _is_amount(row.figure(row.at + 2))
    if verb is None or not following:
        return None
    comma = row.word(row.at - 3) is Word.COMMA
    return Unsaid(row.at - 2 - comma, None if verb is Word.SHIFT else verb is Word.RISE)


def _restated(row: _Row, wordings: Wordings) -> Unsaid | None:
    """Such as ", ou 12,7 %" right after "en hausse de 39 milliards", or in reverse; not "soit 3 % du total"."""
    opening = row.parts[row.at - 1]
    mention = row.parts[row.at].mention
    assert mention is not None
    restated = "restated" if mention.figure.kind is Kind.PERCENTAGE else "restated in amounts"
    cue = wordings.cue("changes", restated).at(mention.sentence.tokens, opening.start)
    if cue is None or row.word(row.at + 1) not in (*_CLOSES, Word.TIME):
        return None
    first = row.at - 2 if row.word(row.at - 2) is Word.COMMA else row.at - 1
    told = [row.word(place) for place in range(first - 1, first - 1 - _MOST_PASSED, -1)]
    if Word.FIGURE not in told:
        return None
    at = told.index(Word.FIGURE)
    if not _is_the_other_way(row.figure(first - 1 - at), mention.figure):
        return None
    if not {Word.MORE, Word.LESS, Word.TIME}.issuperset(told[:at]):
        return None
    directions = [word for word in (*told[:at], *told[at + 1 : at + 3]) if word in (*_UP, *_DOWN)]
    return Unsaid(first, directions[0] in _UP) if directions else None


def _is_the_other_way(one: Figure | None, other: Figure) -> bool:
    """Whether of two figures one is an amount and the other a percentage: the same change in two ways."""
    if other.kind is Kind.PERCENTAGE:
        return _is_amount(one)
    return one is not None and one.kind is Kind.PERCENTAGE


def _verb_before(row: _Row) -> Word | None:
    """The word for a direction in the clause before, with "and" since."""
    words = [row.word(place) for place in range(row.at - 1, row.at - _FARTHEST_VERB, -1)]
    at = next((at for at, word in enumerate(words) if word in _GOES), None)
    return words[at] if at is not None and Word.BREAK in words[:at] else None


def _is_amount(figure: Figure | None) -> bool:
    return figure is not None and figure.kind in _AMOUNTS
