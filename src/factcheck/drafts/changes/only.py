"""The only two levels that a change can lie between, where no grammar binds them and it holds of none.

"Trois ans plus tôt, la ville en comptait 312 ; elle en compte 468. Une hausse de 33 %": no other figures are at hand,
one of the two is told as the earlier, and nothing in the words excuses the change. Then it is held against them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from factcheck.drafts.changes.across import Clauses
from factcheck.drafts.changes.doubts import holds, is_of_another_thing, is_short, may_be_range
from factcheck.drafts.changes.figures import LEVELS, Change, is_signed
from factcheck.drafts.changes.levels import Clause, Levels
from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.changes.relations import alike, looks_like_points, stated
from factcheck.drafts.changes.told import GOES, STARTS, Told, in_order, told_at, words_before
from factcheck.drafts.changes.when import is_measured_from
from factcheck.drafts.changes.yearly import yearly
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.figures.figure import Kind
from factcheck.relations.finding import Confidence

_SMALLEST: Final = 10
_MOST_OPENING: Final = 5
_SHARED: Final = 5
_SURE: Final = 2
_STOPS: Final = ".!?…:;,"
_FARTHEST_OFF: Final = 4
"""What is printed and what the levels yield are within this factor, or a power of ten apart."""
_LONG: Final = ("year", "decade")
_TENTH: Final = Fraction(9, 10)
_POWERS: Final = (Fraction(1, 10), Fraction(10), Fraction(100))
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)


def only(clauses: Clauses, sentence: Sentence, at: int, change: Change) -> Stated | None:
    """The relation of the change at that piece to the only two levels around it; None where there is any doubt."""
    if change.during is not None and change.during.until:
        return None  # a target
    if change.doubt or (change.kind in _AMOUNTS and is_signed(change.mention.figure)):
        return None
    clause = clauses.of(sentence)
    if clause.word(at + 1) is Word.OF and clause.word(at + 2) is Word.FIGURE:
        return None  # a share: "vegetables made up 25.9% of the 381 million"
    if clause.word(at - 1) is Word.ASIDE and clause.word(at + 1) is not Word.OF:
        return None  # "malgré une hausse de 5 %, les charges atteignent 312 millions, contre 287"
    elsewhere = is_of_another_thing(clauses.draft, sentence, clauses.of(sentence).pieces, at)
    for told in _pairs(clauses, sentence, at, change):
        if elsewhere and any(level.mention.start < change.mention.start for level in told):
            return None
        return _between(clauses, change, *told)
    return None


def _pairs(clauses: Clauses, sentence: Sentence, at: int, change: Change) -> Iterator[tuple[Told, Told]]:
    """The only pair of the sentence; of it and a neighbour; of the one before it or after it."""
    here = _levels(clauses, sentence, change)
    if here is None or len(here) > 2:
        return
    if len(here) == 2:
        yield here[0], here[1]
        return
    draft = clauses.draft
    preceding, following = draft.preceding(sentence), draft.following(sentence)
    earlier = _levels(clauses, preceding, change)
    later = _levels(clauses, following, change)
    if earlier is None or later is None:
        return
    if len(here) == 1:
        yield from _beside(here[0], earlier, later, change)
    elif not earlier and not later and items_before(draft, sentence):
        yield from _in_list(clauses, sentence, at, change)
    elif _goes_on(clauses, sentence, at):
        if len(earlier) == 1 and preceding is not None:
            earlier = [*(_levels(clauses, draft.preceding(preceding), change) or ()), *earlier]
        pair = earlier or later
        if len(pair) == 2:
            yield pair[0], pair[1]
    elif not earlier and not later and not sentence.is_of_title:
        yield from _below_title(clauses, sentence, change)


def _beside(level: Told, earlier: Sequence[Told], later: Sequence[Told], change: Change) -> Iterator[tuple[Told, Told]]:
    """The level of the change's sentence with the only one around, where it is plain which is the one before."""
    pair = (earlier[0], level) if len(earlier) == 1 and not later else None
    if len(later) == 1 and not earlier:
        pair = level, later[0]
    if pair is not None and _is_sure(*pair) and change.kind is not Kind.MULTIPLE:
        yield pair


def _below_title(clauses: Clauses, title: Sentence, change: Change) -> Iterator[tuple[Told, Told]]:
    """The only pair of the first paragraph under a line that has no full stop, where both name one thing."""
    draft = clauses.draft
    if draft.text[title.stop - 1] in _STOPS or len(title.mentions) > 1:
        return
    at = bisect_left(draft.sentences, title.number, key=_number)
    below = [each for each in draft.sentences[at + 1 : at + 3] if each.paragraph == title.paragraph + 1]
    words = {word[:_SHARED] for each in below for word in each.tokens.words[each.tokens.first : each.tokens.last]}
    own = {word[:_SHARED] for word in title.tokens.words[title.tokens.first : title.tokens.last] if word.isalpha()}
    told: list[Told] = []
    for each in below:
        levels = _levels(clauses, each, change)
        if levels is None:
            return
        told.extend(levels)
    if len(told) != 2:
        return
    if any(len(word) == _SHARED for word in own & words) or (at == 0 and _is_sure(*told)):
        yield told[0], told[1]


def _is_sure(one: Told, other: Told) -> bool:
    return abs(one.before - other.before) >= _SURE


def _in_list(clauses: Clauses, sentence: Sentence, at: int, change: Change) -> Iterator[tuple[Told, Told]]:
    """The two items before an item such as "Annual growth: 75%": "Users in 2019: 1.2m", "Users in 2023: 4.8m"."""
    told: list[Told] = []
    for each in items_before(clauses.draft, sentence):
        told.extend(_levels(clauses, each, change) or ())
    if len(told) == 2 and at <= _MOST_OPENING:
        yield told[0], told[1]


def items_before(draft: Draft, item: Sentence) -> Sequence[Sentence]:
    """The two items before one in a list of short items; nothing where it is none."""
    at = bisect_left(draft.sentences, item.number, key=_number)
    some = draft.sentences[max(at - 2, 0) : at + 1]
    if len(some) < 3 or some[0].paragraph + 2 != item.paragraph or some[1].paragraph + 1 != item.paragraph:
        return ()
    is_short = all(
        ":" in each.tokens.words[each.tokens.first : each.tokens.last] and len(each.mentions) <= 2 for each in some
    )
    return some[:2] if is_short else ()


def _number(sentence: Sentence) -> int:
    return sentence.number


def _goes_on(clauses: Clauses, sentence: Sentence, at: int) -> bool:
    """Whether the sentence begins with the change, or with what points back: "Ce bond de 8 %", "That is 8% more"."""
    clause = clauses.of(sentence)
    if at > _MOST_OPENING:
        return False
    tokens = sentence.tokens
    first = tokens.words[tokens.first : tokens.first + 3]
    elsewhen = clauses.draft.wordings.words("changes", "another time")
    if not elsewhen.isdisjoint(tokens.words[tokens.first : clause.pieces[at].start]):
        return False
    pointing = clauses.draft.wordings.words("changes", "pointing back")
    before = [clause.word(place) for place in range(at)]
    return not pointing.isdisjoint(first) or all(word not in (Word.OTHER, Word.TIME) for word in before)


def _levels(clauses: Clauses, sentence: Sentence | None, change: Change) -> Sequence[Told] | None:
    """The levels of a sentence that the change may be one of; None where its words excuse what does not fit."""
    if sentence is None:
        return ()
    clause = clauses.of(sentence)
    tokens = sentence.tokens
    excuses = clauses.draft.wordings.words("changes", "excuses")
    if not excuses.isdisjoint(tokens.words[tokens.first : tokens.last]):
        return None
    if any(piece.word in (Word.ADJUSTED, Word.INCLUDING) for piece in clause.pieces):
        return None
    found = [at for at in range(len(clause.pieces)) if _fits(clause.pieces[at], change)]
    if any(piece.when is not None and piece.when.until for piece in clause.pieces):
        return None
    if any(_is_of_another(clause, at) for at in found):
        return None
    return [told_at(clauses, sentence, clause, at) for at in found]


def _is_of_another(clause: Clause, at: int) -> bool:
    """Whether a level compared with is one of another place or thing, or of a month: "contre 220 pour son rival"."""
    if not any(word in STARTS for word in words_before(clause, at)):
        return False
    when, closed = clause.when(at)
    return not closed or (when is not None and bool(when.unit) and not when.count)


def _fits(piece: Part, change: Change) -> bool:
    if piece.word is not Word.FIGURE or piece.mention is None:
        return False
    figure = piece.mention.figure
    if figure.kind not in LEVELS or figure.number <= 0 or is_signed(figure):
        return False
    if figure.kind is Kind.PERCENTAGE:
        return change.kind in (Kind.POINTS, Kind.PERCENTAGE, Kind.MULTIPLE)
    if change.kind is Kind.POINTS or (figure.unit == "year" and change.kind not in _AMOUNTS):
        return False
    if figure.kind is Kind.NUMBER and figure.number < _SMALLEST and figure.resolution == 1:
        return False
    if change.kind in _AMOUNTS:
        unit = change.mention.figure.unit
        return not unit or not figure.unit or unit == figure.unit
    return True


def _by_change(clauses: Clauses, change: Change, one: Told, other: Told) -> tuple[Told, Told] | None:
    """The levels in the order of "X multiplied by four, to Y"; where each has a month, in that which it calls for."""
    mention = change.mention
    if one.mention.sentence is other.mention.sentence is mention.sentence:
        between = one.mention.first < mention.first < other.mention.first
        clause = clauses.of(mention.sentence)
        at = next(at for at, piece in enumerate(clause.pieces) if piece.mention and piece.start == other.mention.lead)
        if between and clause.word(at - 1) is Word.TO:
            return one, other
    if change.rises is None or not all(told.when is not None and told.when.unit == "month" for told in (one, other)):
        return None
    both = alike(one.mention, other.mention, clauses.draft.wordings)
    if both is None:
        return None
    return (one, other) if (both[1].figure.number > both[0].figure.number) is change.rises else (other, one)


def _between(clauses: Clauses, change: Change, one: Told, other: Told) -> Stated | None:
    ordered = in_order(one, other) or _by_change(clauses, change, one, other)
    if ordered is None or _is_of_another_subject(clauses, change, one.mention, other.mention):
        return None
    start, to = ordered
    both = alike(start.mention, to.mention, clauses.draft.wordings)
    if both is None or both[0].figure.number == both[1].figure.number:
        return None
    now = to.when.period if to.when is not None else None
    fit = is_measured_from(change.measured, start.when, now)
    if fit is False or (fit is None and _is_of_another_time(clauses, change, start)):
        return None
    rises = both[1].figure.number > both[0].figure.number
    if change.rises is not None and change.rises is not rises:
        return None
    levels = Levels(both[1], both[0], start.when, to.when)
    if start.mention.sentence is change.mention.sentence and may_be_range(change, levels):
        return None
    found = _relation(change, levels)
    if found is None or not (holds(found, usually=True) or _comes_near(change, both[0], both[1])):
        return None
    return found


def _is_of_another_time(clauses: Clauses, change: Change, start: Told) -> bool:
    """Whether the change may be one over a month, beside a level of a year before; or one since another date."""
    measured = change.measured
    if measured is not None and (measured.period is not None or measured.since is not None):
        return True
    if start.when is None or start.when.is_vague:
        return False
    if measured is not None:
        return not measured.is_vague
    return (start.when.unit in _LONG or start.when.period is not None) and is_short(clauses.draft, change)


def _is_of_another_subject(clauses: Clauses, change: Change, one: Mention, other: Mention) -> bool:
    """Whether the levels have a verb and a subject of their own: "profits doubled while sales went from"."""
    sentence = change.mention.sentence
    if one.sentence is not sentence or other.sentence is not sentence:
        return False
    first, last = sorted((one.first, other.first))
    at = change.mention.first
    pieces = [piece for piece in clauses.of(sentence).pieces if min(at, first) <= piece.start <= max(at, last)]
    nearest = first if at < first else last
    opposing = clauses.draft.wordings.words("changes", "opposing")
    if not opposing.isdisjoint(sentence.words(min(at, nearest), max(at, nearest))):
        return True
    if at > last and _is_told_of_a_noun(pieces, last):
        return True
    subject = False
    for piece in pieces:
        if piece.word is Word.BREAK and at < piece.start < first:
            return True
        if piece.word in (Word.BREAK, Word.COLON):
            subject = False
        elif piece.word is Word.OTHER:
            subject = True
        elif piece.word in GOES and subject and sentence.tokens.words[piece.start - 1] != "," and piece.start < first:
            return True
    return False


def _is_told_of_a_noun(pieces: Sequence[Part], last: int) -> bool:
    """Whether a clause with a noun of its own begins after the levels: "…, up from 40%, and sales abroad rose 12%"."""
    words = [piece.word for piece in pieces if piece.start > last]
    return Word.BREAK in words and Word.OTHER in words[words.index(Word.BREAK) :]


def _relation(change: Change, levels: Levels) -> Stated | None:
    if change.yearly:
        return yearly(change, levels, Confidence.MEDIUM)
    return stated(change, levels, Confidence.MEDIUM)


def _comes_near(change: Change, start: Mention, to: Mention) -> bool:
    """Whether the levels yield a change of the size that is printed, or of its digits."""
    said, first, last = abs(change.mention.figure.number), start.figure.number, to.figure.number
    if not said or first <= 0:
        return False
    match change.kind:
        case Kind.PERCENTAGE if to.figure.kind is Kind.PERCENTAGE:
            return looks_like_points(change.mention.figure, start.figure, to.figure)
        case Kind.PERCENTAGE | Kind.RATIO:
            yields = abs(last / first - 1) * (100 if change.kind is Kind.PERCENTAGE else 1)
        case Kind.MULTIPLE:
            yields = last / first
        case _:
            yields = abs(last - first)
    ratio = yields / said
    tenfold = any(_TENTH <= ratio / power <= 1 / _TENTH for power in _POWERS)
    if change.kind is Kind.PERCENTAGE and tenfold:
        return True
    return Fraction(1, _FARTHEST_OFF) <= ratio <= _FARTHEST_OFF
