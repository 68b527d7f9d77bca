"""Changes that a text states with their levels: growth, difference, points, multiple, cagr.

"26,2 milliards, en hausse de 0,2 % par rapport à 2023 (26,17)", "de 12 à 15 millions, soit +25 %", "8 200, soit 700 de
plus (+9,3 %)", "doubled to 12,000 from 6,000". A change is taken up with the level after it and the level before it
where every word between them is one that binds them; where the level before is not printed, with a second change of
the same level; and where the words leave open which levels are meant, only if it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts import changes_targets
from factcheck.drafts.changes_across import Clauses, levels_before, pair_after, start_after, start_before
from factcheck.drafts.changes_after import after
from factcheck.drafts.changes_before import before
from factcheck.drafts.changes_doubts import holds, is_of_another_thing, is_slip, is_unsure
from factcheck.drafts.changes_figures import Change, may_change, may_tell_changes
from factcheck.drafts.changes_levels import NOTHING, Clause, Levels
from factcheck.drafts.changes_likely import Taken, key_of, likely
from factcheck.drafts.changes_parts import Word
from factcheck.drafts.changes_relations import alike, implied, scaled, stated
from factcheck.drafts.changes_when import fits
from factcheck.drafts.changes_yearly import of_total, yearly
from factcheck.drafts.prose import Draft, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence

_MOST_BEFORE: Final = 8
_MOST_TOGETHER: Final = 8
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)
_DOUBTS: Final = {
    "adjusted": Phrase("the change is said to be adjusted: at constant scope or prices, in volume, corrected"),
    "periodic": Phrase("the change is one by the month, the quarter or the head"),
    "denied": Phrase("the text denies it"),
}


class Bound(Struct, frozen=True):
    """A change with the levels found for it."""

    at: int
    change: Change
    levels: Levels
    confidence: Confidence = Confidence.HIGH


def find(draft: Draft) -> Iterator[Candidate]:
    """Every change whose levels the text gives."""
    clauses = Clauses(draft)
    for sentence in draft.sentences:
        if not _may_hold_changes(sentence) or not may_tell_changes(draft, sentence):
            continue
        clause = clauses.of(sentence)
        if any(piece.change is not None for piece in clause.pieces) and draft.text[sentence.stop - 1] != "?":
            bound = list(_bound(clauses, sentence, clause))
            targets: list[Candidate] = []
            if not any(each.levels.complete and each.change.kind is Kind.MULTIPLE for each in bound):
                targets = list(changes_targets.find(clauses, sentence))
            yield from targets
            if targets:
                bound = [each for each in bound if each.change.kind is not Kind.MULTIPLE]
            yield from _candidates(draft, clause, sentence, bound)


def _may_hold_changes(sentence: Sentence) -> bool:
    figures = [mention.figure for mention in sentence.mentions if mention.figure.kind is not Kind.DATE]
    if any(may_change(figure) for figure in figures):
        return True
    return len(figures) > 1


def _bound(clauses: Clauses, sentence: Sentence, clause: Clause) -> Iterator[Bound]:
    for at, piece in enumerate(clause.pieces):
        if piece.change is not None and not piece.change.old:
            yield _with_levels(clauses, sentence, at, piece.change)


def _with_levels(clauses: Clauses, sentence: Sentence, at: int, change: Change) -> Bound:
    """A change with its levels: those beside it, else those of the sentences around it."""
    clause = clauses.of(sentence)
    right = after(clause, at, change)
    left = NOTHING if is_of_another_thing(clauses.draft, sentence, clause.pieces, at) else before(clause, at)
    levels = _together(left, right)
    if levels.to is None and _opens(clause, at):
        levels = _together(levels_before(clauses, sentence, right.start), right)
        if levels.complete:
            return Bound(at, change, levels, Confidence.MEDIUM)
    if levels.to is None and levels.start is None:
        return Bound(at, change, pair_after(clauses, sentence), Confidence.MEDIUM)
    if levels.to is not None and levels.start is None:
        other = start_after(clauses, sentence)
        if other.start is None:
            other = start_before(clauses, sentence, levels)
        if other.start is not None:
            return Bound(at, change, replace(levels, start=other.start, placed=other.placed), Confidence.MEDIUM)
    return Bound(at, change, levels)


def _together(left: Levels, right: Levels) -> Levels:
    """One pair of levels out of what stands on both sides of the change."""
    if right.to is not None:
        return right
    if left.to is not None and right.start is not None:
        return replace(
            left, start=right.start, placed=right.placed, firm=right.firm, unsure=left.unsure or right.unsure
        )
    return left if left.to is not None else NOTHING


def _opens(clause: Clause, at: int) -> bool:
    opening = (Word.THAT_IS, Word.COMMA, Word.CHANGE, Word.OPEN)
    return at <= _MOST_BEFORE and all(piece.word in opening for piece in clause.pieces[:at])


def _candidates(draft: Draft, clause: Clause, sentence: Sentence, bound: Sequence[Bound]) -> Iterator[Candidate]:
    taken: Taken = set()
    open_ones: list[tuple[Bound, Candidate | None]] = []
    for position, each in enumerate(bound):
        later = bound[position + 1 : position + _MOST_TOGETHER]
        found: Candidate | None = None
        if each.levels.complete:
            found = _judged(draft, each, later)
        elif later:
            found = _implied(each, later[0]) or _of_total(clause, each, later[0])
        if isinstance(found, Stated):
            yield found
            if "from" in found.roles:
                taken.add(key_of(each.change, found.roles["from"], found.roles["to"]))
        else:
            open_ones.append((each, found))
    for each, left_alone in open_ones:
        levels = NOTHING if each.levels.complete else each.levels
        found = None if each.change.doubt else likely(draft, sentence, each.change, levels, taken)
        found = found or left_alone
        if found is not None:
            yield found


def _judged(draft: Draft, bound: Bound, later: Sequence[Bound]) -> Candidate | None:
    change, levels, confidence = bound.change, scaled(bound.change, bound.levels), bound.confidence
    to, start = levels.to, levels.start
    assert to is not None and start is not None
    kind = _kind_of(change)
    mentions = (to, start, change.mention)
    if change.doubt:
        return LeftAlone(kind, mentions, _DOUBTS[change.doubt])
    in_one_unit = alike(start, to, draft.wordings)
    if in_one_unit is None:
        return LeftAlone(kind, mentions, Phrase("the two levels are not in one unit"))
    now = levels.now.period if levels.now is not None else to.figure.period
    fit = fits(change.measured, levels.placed, now)
    shared = any(each.levels.start is levels.start and each.change.kind is change.kind for each in later)
    if fit is False or (fit is None and shared):
        return LeftAlone(kind, mentions, Phrase("the level before is not the one that the change is measured from"))
    levels = replace(levels, start=in_one_unit[0], to=in_one_unit[1])
    found = yearly(change, levels, confidence) if change.yearly else stated(change, levels, confidence)
    if found is not None and is_unsure(draft, change, levels) and not (holds(found) or is_slip(change, levels)):
        return LeftAlone(kind, mentions, Phrase("the change may be one over another time than that between the levels"))
    if found is None and change.yearly:
        return LeftAlone("cagr", mentions, Phrase("how many years lie between the two levels is not said"))
    return found


def _of_total(clause: Clause, one: Bound, other: Bound) -> Candidate | None:
    """A whole change and what it comes to by the year: "20 % sur cinq ans, soit 3,7 % par an"."""
    between = [clause.word(at) for at in range(one.at + 1, other.at)]
    if not between or any(word not in (Word.COMMA, Word.THAT_IS, Word.OPEN) for word in between):
        return None
    if one.change.yearly or not other.change.yearly or one.change.doubt or other.change.doubt:
        return None
    return of_total(one.change, other.change)


def _implied(one: Bound, other: Bound) -> Candidate | None:
    """A difference and a percentage of one level, whose start is not printed: "8 200, soit 700 de plus (+9,3 %)"."""
    to = one.levels.to
    if to is None or to is not other.levels.to or other.levels.start is not None:
        return None
    if one.change.kind is Kind.PERCENTAGE:
        one, other = other, one
    difference, percentage = one.change, other.change
    if difference.kind not in _AMOUNTS or percentage.kind is not Kind.PERCENTAGE or to.figure.kind not in _AMOUNTS:
        return None
    if difference.doubt or percentage.doubt or difference.yearly or percentage.yearly:
        return None
    if fits(difference.measured, percentage.measured, to.figure.period) is False:
        return None
    return implied(difference, percentage, to)


def _kind_of(change: Change) -> str:
    match change.kind:
        case Kind.POINTS:
            return "points"
        case Kind.MULTIPLE:
            return "multiple"
        case Kind.PERCENTAGE | Kind.RATIO:
            return "cagr" if change.yearly else "growth"
        case _:
            return "difference"
