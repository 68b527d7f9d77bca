"""When the level before may not be the one that a change starts from, though it stands beside it.

"En mars, le taux a reculé de 0,2 point à 7,3 %, contre 8,1 % un an plus tôt": the change is one over a month. Such a
change is taken up where it holds; where it does not, the text may mean another time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.drafts.changes.figures import Change
from factcheck.drafts.changes.levels import Levels
from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.changes.relations import looks_like_points, signed
from factcheck.drafts.changes.when import When
from factcheck.drafts.prose import Draft, Sentence
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.relations.bounds import possible
from factcheck.relations.expression import Comparison

_LONG: Final = ("year", "decade", "century")
_FARTHEST_NAME: Final = 60
_SMALLEST_SLIP: Final = 10
_NEAR: Final = 8
_RANGE: Final = 3
"""The ends of a range of percentages are not further apart than this factor."""


def is_of_another_thing(draft: Draft, sentence: Sentence, pieces: Sequence[Part], at: int) -> bool:
    """Whether a noun follows that says what changed, and nothing before has named it: "+5 % sur les achats"."""
    words, end = sentence.tokens.words, pieces[at].end
    if words[end] not in draft.wordings.words("changes", "change of"):
        return False
    change = pieces[at].change
    compares = change is not None and (change.compares or change.kind is Kind.MULTIPLE)
    if compares and pieces[at + 1 : at + 2] and pieces[at + 1].word in (Word.TO, Word.THAN):
        return False  # "trois fois supérieur au devis"
    beside = (piece for piece in pieces[at + 1 : at + 4] if piece.start > end and piece.word not in (Word.OF, Word.TO))
    following = next(beside, None)
    if following is None or following.word is not Word.OTHER:
        return False
    if words[following.start] in draft.wordings.words("changes", "general nouns"):
        return False  # "doubled in size"
    stem = words[following.start].removesuffix("s")
    start = pieces[at].start
    named = sentence.words(start - _FARTHEST_NAME, start)
    return all(word.removesuffix("s") != stem for word in named)


def is_unsure(draft: Draft, change: Change, levels: Levels) -> bool:
    """Whether the change may be one over another time than that between the levels, or no change of them at all."""
    if levels.unsure:
        return True
    if levels.firm:
        return False
    if may_be_range(change, levels) or _is_of_a_gap(draft, change, levels):
        return True
    placed = levels.placed
    if levels.direct and change.kind is not Kind.POINTS and (placed is None or placed.count or placed.period):
        return False
    if change.measured is not None and placed is not None and change.measured.period is not None and placed.unit:
        return True  # "en hausse de 3 % par rapport à 2022, …, contre 93,1 millions l'an dernier"
    if change.measured is not None or placed is None or placed.is_vague:
        return False
    if placed.unit and not placed.count:
        return True  # a month: the change may be one over another
    if _is_apposed(draft, change) and not is_short(draft, change):
        return False
    if placed.unit:
        return placed.unit in _LONG and (placed.count > 1 or placed.unit != "year" or is_short(draft, change))
    return is_short(draft, change) or _is_long_ago(draft, placed, levels)


def _is_of_a_gap(draft: Draft, change: Change, levels: Levels) -> bool:
    """Whether the gap between two rates may have changed: "L'écart s'est réduit de 2 points : 23 % contre 22 %"."""
    if change.kind is not Kind.POINTS or levels.to is None or levels.to.figure.kind is not Kind.PERCENTAGE:
        return False
    mention = change.mention
    words = mention.sentence.words(mention.lead - _NEAR, mention.lead)
    return not draft.wordings.words("changes", "gap nouns").isdisjoint(words)


def may_be_range(change: Change, levels: Levels) -> bool:
    """Whether a change in percent between percentages may be the lower end of a range: "rose by 10% to 15%"."""
    to, start = levels.to, levels.start
    if to is None or start is None or change.kind is not Kind.PERCENTAGE or to.figure.kind is not Kind.PERCENTAGE:
        return False
    figure = signed(change).figure
    return _RANGE * abs(figure.number) >= abs(to.figure.number) or not looks_like_points(
        figure, start.figure, to.figure
    )


def _is_apposed(draft: Draft, change: Change) -> bool:
    """Whether the change is told of what stands right before its comma: "58 %, contre 66 % en 2019, un recul de …"."""
    mention = change.mention
    words = mention.sentence.words(mention.lead - _NEAR, mention.lead)
    commas = [at for at, word in enumerate(words) if word == ","]
    following = words[commas[-1] + 1 : commas[-1] + 2] if commas else []
    return not draft.wordings.words("changes", "one").isdisjoint(following)


def is_short(draft: Draft, change: Change) -> bool:
    """Whether the sentence speaks of a month, a quarter, a day: its changes may be over as much."""
    sentence = change.mention.sentence
    words = sentence.words(sentence.tokens.first, sentence.tokens.last)
    if not draft.wordings.words("changes", "short times").isdisjoint(words):
        return True
    return any(
        mention.figure.kind is Kind.DATE and _is_part_of_year(mention.figure.period) for mention in sentence.mentions
    )


def _is_part_of_year(period: Period | None) -> bool:
    return period is not None and period.days < 180


def _is_long_ago(draft: Draft, placed: When, levels: Levels) -> bool:
    now = levels.now.period if levels.now is not None else None
    now = now or draft.published
    return (
        placed.period is not None
        and now is not None
        and now.first.year - placed.period.first.year > 1 + (now is draft.published)
    )


def is_slip(change: Change, levels: Levels) -> bool:
    """Whether a wrong change in percent is one that the two levels yield by a well-known mistake.

    The new level in percent of the old ("leapt by 242% to 3,027" from 1,252), or the change measured from the new
    level ("fell 50 %", from 9 240 to 6 160): then these are the levels that it was drawn from.
    """
    to, start = levels.to, levels.start
    if to is None or start is None or change.kind is not Kind.PERCENTAGE or Kind.PERCENTAGE is to.figure.kind:
        return False
    figure, last, first = change.mention.figure, to.figure.number, start.figure.number
    if abs(figure.number) < _SMALLEST_SLIP or first <= 0 or last <= 0 or (last > first) is (change.rises is False):
        return False
    slips = (100 * last / first, 100 * abs(last - first) / last)
    return any(abs(abs(figure.number) - slip) <= figure.resolution for slip in slips)


def holds(stated: Stated, *, usually: bool = False) -> bool:
    """Whether the relation can be true of what the figures may mean; `usually`, of what a reader takes from them."""
    assert isinstance(stated.assertion, Comparison)
    figures = {name: mention.figure for name, mention in stated.roles.items()}
    values = {
        name: (figure.usual if usually else figure.literal).scaled(figure.measure.factor)
        for name, figure in figures.items()
    }
    return possible(stated.assertion, values) is True
