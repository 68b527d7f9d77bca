"""Levels that a change may be one of though no grammar binds them to it: the figures near it in a unit that fits.

"La police en avait compté 18 000 en juin : c'est un tiers de plus", after a sentence that counts 24 000. Which figures
are meant, the words leave open; so such a pair is taken up only where the relation holds, and nothing is ever said
against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.doubts import holds
from factcheck.drafts.changes.figures import LEVELS, Change, is_signed
from factcheck.drafts.changes.fit import Fit
from factcheck.drafts.changes.levels import NOTHING, Levels
from factcheck.drafts.changes.parts import Word
from factcheck.drafts.changes.relations import alike, stated
from factcheck.drafts.changes.when import When
from factcheck.drafts.changes.yearly import yearly
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.relations.finding import Confidence

_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)
_SMALLEST: Final = 10
"""Smaller whole numbers fit one another too easily."""
_NEXT_SENTENCES: Final = 2
_FARTHEST_BACK: Final = 12
_MOST_FAR: Final = 6
_MOST_STARTED: Final = 24
_TELLING: Final = 2
"""A change of as many digits is not met by chance; with fewer, only the sentences around it are looked at."""
_BOTH: Final = 2
_COMPARING: Final = (Word.VERSUS, Word.FROM, Word.THAN)

Taken = set[tuple[int, int, bool]]
"""The pairs of levels bound already, by the places where the levels begin, and whether to a change in proportion."""


def likely(draft: Draft, sentence: Sentence, change: Change, bound: Levels, taken: Taken) -> Stated | None:
    """The relation of a change to the nearest levels of which it is true; None where there are none.

    `bound` is what the grammar did find: its level after is tried first.
    """
    if change.kind in _AMOUNTS and is_signed(change.mention.figure):
        return None  # "un résultat de -2,2 millions" is no change
    here = [level for level in sentence.mentions if _may_be_level(level, change)]
    near, far = _around(draft, sentence, change, bound)
    if not change.sized:
        return _among(draft, change, bound, (here, near, far), taken)
    either = (replace(change, rises=rises, sized=False) for rises in (True, False))
    return next(filter(None, (_among(draft, each, bound, (here, near, far), taken) for each in either)), None)


def _among(
    draft: Draft,
    change: Change,
    bound: Levels,
    levels: tuple[list[Mention], list[Mention], list[Mention]],
    taken: Taken,
) -> Stated | None:
    """The relation to the levels of the change's own sentence, those near it and those far off."""
    here, near, far = levels
    starts = [*here, *near, *far]
    found = None
    if bound.start is not None and bound.to is None:
        found = _first(draft, change, bound, (*near, *far), [bound.start], taken)
        if found is not None:
            return found
    if bound.to is not None:
        found = _first(draft, change, bound, [bound.to], starts, taken)
    if found is None and (bound.to is None or bound.to.start < change.mention.start):
        ends = [level for level in (*_nearest(here, change), *near) if not _is_compared_with(draft, level)]
        found = _first(draft, change, NOTHING, ends, starts, taken)
    return found


def key_of(change: Change, start: Mention, to: Mention) -> tuple[int, int, bool]:
    """What a pair of levels is kept by in Taken."""
    return start.start, to.start, change.kind in (Kind.PERCENTAGE, Kind.RATIO)


def _first(
    draft: Draft, change: Change, bound: Levels, ends: Sequence[Mention], starts: Sequence[Mention], taken: Taken
) -> Stated | None:
    here = change.mention.sentence
    within = any(level.sentence is here for level in (*ends, *starts))
    fits: Fit | None = None
    for to in ends:
        for start in starts:
            inside = (to.sentence is here) + (start.sentence is here)
            if start is to or (within and not inside):
                continue
            fits = fits or Fit(change)
            if not fits(start.figure, to.figure, close=inside == _BOTH):
                continue
            if key_of(change, start, to) in taken or start.start == to.start:
                continue
            found = _stated(draft, change, bound, start, to)
            if found is not None:
                taken.add(key_of(change, start, to))
                return found
    return None


def _may_be_level(level: Mention, change: Change) -> bool:
    figure = level.figure
    if figure.kind not in LEVELS:
        return False
    if figure.kind is Kind.PERCENTAGE:
        if change.kind not in (Kind.POINTS, Kind.MULTIPLE):
            return False
    elif change.kind is Kind.POINTS:
        return False
    if level.first == change.mention.first and level.sentence is change.mention.sentence:
        return False
    if figure.number.numerator <= 0 or is_signed(figure):
        return False
    if figure.kind is Kind.NUMBER and figure.number < _SMALLEST and figure.number.denominator == 1:
        return False
    if change.kind in _AMOUNTS:
        unit = change.mention.figure.unit
        return not unit or not figure.unit or unit == figure.unit
    return figure.kind is not Kind.DURATION


def _is_compared_with(draft: Draft, level: Mention) -> bool:
    """Whether "contre", "from", "than" stands before a level: it is the one before."""
    found = draft.wordings.cue("changes", "words").before(level.sentence.tokens, level.lead)
    return found is not None and found[0] in _COMPARING


def _around(draft: Draft, sentence: Sentence, change: Change, bound: Levels) -> tuple[list[Mention], list[Mention]]:
    """The levels of the sentences around, the nearest first, and those further back in a unit that is printed.

    Beside a level before that the grammar has bound, more of them, bare ones too: fewer can fit by chance.
    """
    at = bisect_left(draft.sentences, sentence.number, key=_number)
    near: list[Mention] = []
    far: list[Mention] = []
    started = bound.start is not None and bound.to is None
    most = _MOST_STARTED if started else _MOST_FAR
    telling = started or len(str(change.mention.figure.number.numerator).rstrip("0")) >= _TELLING
    following = () if change.yearly else draft.sentences[at + 1 : at + 2]
    for other in (*reversed(draft.sentences[max(at - _FARTHEST_BACK, 0) : at]), *following):
        apart = abs(other.number - sentence.number)
        close = other.paragraph == sentence.paragraph and apart <= _NEXT_SENTENCES
        if not close and (not telling or len(far) >= most):
            continue
        for level in reversed(other.mentions):
            if _may_be_level(level, change):
                if close:
                    near.append(level)
                elif (level.figure.unit or started) and level.figure.kind is not Kind.PERCENTAGE:
                    far.append(level)
    return near, far[:most]


def _number(sentence: Sentence) -> int:
    return sentence.number


def _nearest(levels: Sequence[Mention], change: Change) -> list[Mention]:
    place = change.mention.start
    return sorted(levels, key=lambda level: abs(level.start - place))


def _stated(draft: Draft, change: Change, bound: Levels, start: Mention, to: Mention) -> Stated | None:
    both = alike(start, to, draft.wordings)
    if both is None:
        return None
    levels = Levels(both[1], both[0], bound.placed, bound.now)
    near = start.sentence is to.sentence is change.mention.sentence
    confidence = Confidence.MEDIUM if near else Confidence.LOW
    if not change.yearly:
        found = stated(change, levels, confidence)
        return found if found is not None and holds(found, usually=True) else None
    for measured in _spans(change, start, to):
        found = yearly(replace(change, measured=measured), levels, confidence)
        if found is not None and holds(found, usually=True):
            return found
    return None


def _spans(change: Change, start: Mention, to: Mention) -> Iterator[When]:
    """The times over which a yearly change may lead from one level to the other."""
    first, last = start.figure.period, to.figure.period
    if last is None and change.during is not None:
        last = change.during.period
    if first is not None and last is not None:
        yield When(period=last, since=first)
    for mention in (*change.mention.sentence.mentions, *to.sentence.mentions):
        figure = mention.figure
        if figure.kind is Kind.DURATION and figure.unit == "year" and figure.number.denominator == 1:
            yield When("year", int(figure.number))
