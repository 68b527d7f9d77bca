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

from factcheck.drafts.changes import gaps as changes_gaps
from factcheck.drafts.changes import rates as changes_rates
from factcheck.drafts.changes import targets as changes_targets
from factcheck.drafts.changes import titles as changes_titles
from factcheck.drafts.changes.across import (
    Clauses,
    follows_level_before,
    is_between,
    levels_before,
    pair_after,
    pair_before,
    start_after,
    start_before,
)
from factcheck.drafts.changes.after import after
from factcheck.drafts.changes.before import before
from factcheck.drafts.changes.carried import carried
from factcheck.drafts.changes.doubts import holds, is_of_another_thing, is_slip, is_unsure
from factcheck.drafts.changes.figures import Change, may_change, may_tell_changes
from factcheck.drafts.changes.levels import NOTHING, Clause, Levels
from factcheck.drafts.changes.likely import Taken, key_of, likely
from factcheck.drafts.changes.only import only
from factcheck.drafts.changes.parts import Word
from factcheck.drafts.changes.relations import alike, implied, scaled, stated
from factcheck.drafts.changes.when import is_measured_from
from factcheck.drafts.changes.yearly import of_total, yearly
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.sameness.common_words import significant
from factcheck.drafts.stated import Candidate, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence

_MOST_BEFORE: Final = 8
_MOST_TOGETHER: Final = 8
_NEAR: Final = 6
_TELLING_DIGITS: Final = 2
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


class Left(Struct, frozen=True):
    """A change of which no levels make a relation that holds, and why it may be left alone."""

    sentence: Sentence
    bound: Bound
    candidate: Candidate | None


def find(draft: Draft) -> Iterator[Candidate]:
    """Every change whose levels the text gives."""
    clauses = Clauses(draft)
    told: dict[int, Mention] = {}  # by the number of a sentence, the level after the last change that it tells
    stated_ones: list[Stated] = []
    left: list[Left] = []
    for sentence in draft.sentences:
        if not _may_hold_changes(sentence) or not may_tell_changes(draft, sentence):
            continue
        clause = clauses.of(sentence)
        if any(piece.change is not None for piece in clause.pieces) and draft.text[sentence.stop - 1] != "?":
            bound = _confirmed(draft, list(_bound(clauses, sentence, clause)))
            targets: list[Candidate] = []
            if not any(each.levels.complete and each.change.kind is Kind.MULTIPLE for each in bound):
                targets = list(changes_targets.find(clauses, sentence))
            yield from targets
            if targets:
                bound = [each for each in bound if each.change.kind is not Kind.MULTIPLE]
            earlier = draft.preceding(sentence)
            level = told.get(sentence.number - 1) if earlier is not None else None
            for candidate in _candidates(clauses, sentence, bound, level, left):
                if isinstance(candidate, Stated):
                    stated_ones.append(candidate)
                    if "to" in candidate.roles:
                        told[sentence.number] = candidate.roles["to"]
                yield candidate
    yield from changes_titles.find(clauses, stated_ones)
    yield from _second_chances(clauses, left, stated_ones)
    explained = frozenset(mention.start for each in stated_ones for mention in each.roles.values())
    yield from changes_gaps.find(draft, explained)
    yield from changes_rates.find(draft, explained)


def _may_hold_changes(sentence: Sentence) -> bool:
    figures = [mention.figure for mention in sentence.mentions if mention.figure.kind is not Kind.DATE]
    return any(may_change(figure) for figure in figures) or len(figures) > 1 or len(sentence.mentions) == 1


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
    told_before = levels.to is None and levels.start is None and follows_level_before(clauses, sentence)
    if told_before:
        return Bound(at, change, pair_before(clauses, sentence, at, change), Confidence.MEDIUM)
    if levels.to is None and _opens(clause, at):
        levels = _together(levels_before(clauses, sentence, right.start), right)
        if levels.complete:
            if right.start is None and not is_between(clauses.draft, change, levels):
                levels = replace(levels, unsure=True)
            return Bound(at, change, levels, Confidence.MEDIUM)
    if levels.to is None and levels.start is None:
        around = pair_after(clauses, sentence)
        if not around.complete:
            around = pair_before(clauses, sentence, at, change)
        return Bound(at, change, around if around.complete else right, Confidence.MEDIUM)
    if levels.to is not None and levels.start is None:
        other = start_after(clauses, sentence)
        if other.start is None:
            other = start_before(clauses, sentence, levels)
        if other.start is not None:
            return Bound(at, change, replace(levels, start=other.start, placed=other.placed), Confidence.MEDIUM)
    compared = clause.word(at + 1) in (Word.THAN, Word.VERSUS) and change.mention.tail < clause.pieces[at].end
    if levels.complete and right.start is None and compared:
        levels = replace(levels, unsure=True)  # "…, 20 minutes less than by coach": compared with something else
    return Bound(at, change, levels)


def _confirmed(draft: Draft, bound: Sequence[Bound]) -> Sequence[Bound]:
    """The changes without doubt of their levels where a difference beside them is just that of these levels."""
    sure = {_pair_of(each) for each in bound if each.levels.unsure and _is_borne_out(draft, each)}
    if not sure:
        return bound
    return [
        replace(each, levels=replace(each.levels, unsure=False, firm=True)) if _pair_of(each) in sure else each
        for each in bound
    ]


def _pair_of(bound: Bound) -> tuple[int, int]:
    to, start = bound.levels.to, bound.levels.start
    return (0, 0) if to is None or start is None else (to.start, start.start)


def _is_borne_out(draft: Draft, bound: Bound) -> bool:
    to, start = bound.levels.to, bound.levels.start
    if to is None or start is None or bound.change.kind not in _AMOUNTS or bound.change.doubt:
        return False
    levels = scaled(bound.change, bound.levels)
    assert levels.start is not None and levels.to is not None
    both = alike(levels.start, levels.to, draft.wordings)
    if both is None or len(significant(bound.change.mention)) < _TELLING_DIGITS:
        return False
    found = stated(bound.change, replace(levels, start=both[0], to=both[1]), Confidence.MEDIUM)
    return found is not None and holds(found, usually=True)


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


def _candidates(
    clauses: Clauses, sentence: Sentence, bound: Sequence[Bound], told: Mention | None, left: list[Left]
) -> Iterator[Candidate]:
    """What the changes of a sentence state; `told` is the level after the last change of the sentence before.

    Those that state nothing are added to `left`.
    """
    draft, clause = clauses.draft, clauses.of(sentence)
    taken: Taken = set()
    open_ones: list[tuple[Bound, Candidate | None]] = []
    for position, each in enumerate(bound):
        later = bound[position + 1 : position + _MOST_TOGETHER]
        found: Candidate | None = None
        if each.levels.complete:
            found = _in_either_currency(clauses, each, later)
        elif later:
            found = _implied(draft, clause, each, later[0]) or _of_total(draft, clause, each, later[0])
        if isinstance(found, Stated):
            yield found
            if "from" in found.roles:
                taken.add(key_of(each.change, found.roles["from"], found.roles["to"]))
        else:
            open_ones.append((each, found))
    for each, left_alone in open_ones:
        levels = NOTHING if each.levels.complete else each.levels
        found = None if each.change.doubt else likely(draft, sentence, each.change, levels, taken)
        found = found or carried(clauses, sentence, each.at, levels, told)
        if found is not None:
            yield found
        else:
            left.append(Left(sentence, each, left_alone))


def _second_chances(clauses: Clauses, left: Sequence[Left], told: Sequence[Stated]) -> Iterator[Candidate]:
    """What the other changes state of the only levels around them, where no relation explains these."""
    explained = {(each.roles["from"].start, each.roles["to"].start) for each in told if "from" in each.roles}
    values = {each.roles["change"].figure.number for each in told if "change" in each.roles}
    for each in left:
        found = None
        doubtful = each.bound.levels.complete and each.bound.levels.unsure
        if not doubtful and each.bound.change.mention.figure.number not in values:
            found = only(clauses, each.sentence, each.bound.at, each.bound.change)
        if found is not None and (found.roles["from"].start, found.roles["to"].start) not in explained:
            yield found
        elif each.candidate is not None:
            yield each.candidate


def _in_either_currency(clauses: Clauses, bound: Bound, later: Sequence[Bound]) -> Candidate | None:
    """The change between the levels; a bare level before may be in the currency that the other is converted to."""
    to = bound.levels.to
    assert to is not None
    found = _judged(clauses.draft, bound, later)
    converted = clauses.of(to.sentence).converted(to)
    if converted is None:
        return found
    other = _judged(clauses.draft, replace(bound, levels=replace(bound.levels, to=converted)), later)
    if not isinstance(other, Stated):
        return found
    return replace(found, otherwise=(*found.otherwise, other)) if isinstance(found, Stated) else other


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
    fit = is_measured_from(change.measured, levels.placed, now)
    shared = any(each.levels.start is levels.start and each.change.kind is change.kind for each in later)
    if fit is False or (fit is None and shared):
        return LeftAlone(kind, mentions, Phrase("the level before is not the one that the change is measured from"))
    levels = replace(levels, start=in_one_unit[0], to=in_one_unit[1])
    found = yearly(change, levels, confidence) if change.yearly else stated(change, levels, confidence)
    if found is not None and not change.yearly and change.kind is Kind.PERCENTAGE and _is_annual(draft, change):
        spread = yearly(change, levels, confidence)
        found = found if spread is None else replace(found, otherwise=(*found.otherwise, spread))
    if found is not None and is_unsure(draft, change, levels) and not (holds(found) or is_slip(change, levels)):
        return LeftAlone(kind, mentions, Phrase("the change may be one over another time than that between the levels"))
    if found is None and change.yearly:
        return LeftAlone("cagr", mentions, Phrase("how many years lie between the two levels is not said"))
    return found


def _is_old(draft: Draft, period: Period) -> bool:
    """Whether a level of that period is none of today: that of the year before is, early in a year."""
    return draft.published is not None and period.first.year + 1 < draft.published.first.year


def _is_annual(draft: Draft, change: Change) -> bool:
    """Whether it may be meant by the year: "une croissance annuelle de 5 %"."""
    mention = change.mention
    words = mention.sentence.words(mention.lead - _NEAR, mention.lead)
    return not draft.wordings.words("changes", "annual").isdisjoint(words)


def _of_total(draft: Draft, clause: Clause, one: Bound, other: Bound) -> Candidate | None:
    """A whole change and what it comes to by the year: "20 % sur cinq ans, soit 3,7 % par an"."""
    between = [clause.word(at) for at in range(one.at + 1, other.at)]
    if not between or any(word not in (Word.COMMA, Word.THAT_IS, Word.OPEN) for word in between):
        return None
    if one.change.yearly or not other.change.yearly or one.change.doubt or other.change.doubt:
        return None
    tokens = one.change.mention.sentence.tokens
    average = draft.wordings.words("rates", "on average")
    on_average = not average.isdisjoint(tokens.words[tokens.first : tokens.last])
    return of_total(one.change, other.change, on_average=on_average)


def _implied(draft: Draft, clause: Clause, one: Bound, other: Bound) -> Candidate | None:
    """A difference and a percentage of one level, whose start is not printed: "8 200, soit 700 de plus (+9,3 %)"."""
    to = one.levels.to
    if to is None or to is not other.levels.to or other.levels.start is not None:
        return None
    now = one.levels.now.period if one.levels.now is not None else None
    colon = clause.word(one.at - 1) is Word.COLON
    if one.change.kind is Kind.PERCENTAGE:
        one, other = other, one
    difference, percentage = one.change, other.change
    if difference.kind not in _AMOUNTS or percentage.kind is not Kind.PERCENTAGE or to.figure.kind not in _AMOUNTS:
        return None
    if difference.doubt or percentage.doubt or difference.yearly or percentage.yearly:
        return None
    if is_measured_from(difference.measured, percentage.measured, to.figure.period) is False:
        return None
    found = implied(difference, percentage, to, starts=now is not None and (colon or _is_old(draft, now)))
    across = to.sentence is not difference.mention.sentence
    return replace(found, confidence=Confidence.MEDIUM) if found is not None and across else found


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
