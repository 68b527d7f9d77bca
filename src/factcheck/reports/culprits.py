"""What must give way where figures contradict each other, in words.

Nothing here says that a figure is wrong: it says which ones the rest can be true without, and what it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.figure import Kind
from factcheck.figures.interval import Interval
from factcheck.figures.shown import Span
from factcheck.kinds import agreement
from factcheck.phrases import Phrase
from factcheck.reading import format_like
from factcheck.relations.conclusions import Cleared, Conflict, SlipKind, Suspect, Way, Withdrawal
from factcheck.relations.finding import Evidence, Finding, Verdict

if TYPE_CHECKING:
    from factcheck.desk.conclusions import Conclusions

_MOST_NAMED: Final = 3
_SEVERAL: Final = 2
_DIGITS_OF_A_YEAR: Final = 4

Cite = Callable[[Evidence], object]
"""How a statement is named."""

Key = tuple[str | None, str | None, str, object]


class Option(Struct, frozen=True):
    """Statements (and strained rules) that may give way together; `size` counts them, equal ones one by one."""

    suspects: tuple[Suspect, ...]
    rules: tuple[str, ...]
    size: int


# --- which ones ---------------------------------------------------------------------------------------------


def key_of(evidence: Evidence) -> Key:
    """What tells one statement from all others."""
    return evidence.claim, evidence.source, evidence.quote, evidence.place


def leading(conflict: Conflict, check: str) -> tuple[list[Option], int | None]:
    """The smallest corrections of a conflict, and how many statements would give way by the next that has none of them.

    A conflict may have arguments in which a check takes no part: what reconciles those is left out, and not counted.
    None where every correction has one of the smallest in it.
    """
    concerned = {
        key_of(each) for argument in conflict.arguments if check in argument.checks for each in argument.statements
    }
    smallest = min(withdrawal.size for withdrawal in conflict.withdrawals)
    found: dict[frozenset[object], Option] = {}
    others: list[int] = []
    for withdrawal in sorted(conflict.withdrawals, key=lambda each: each.size):
        option = _within(withdrawal, concerned)
        keys = frozenset([*(key_of(each.evidence) for each in option.suspects), *option.rules])
        if withdrawal.size == smallest:
            found.setdefault(keys, option)
        elif not any(each <= keys for each in found):
            others.append(withdrawal.size)
    minimal = [option for keys, option in found.items() if not any(other < keys for other in found)]
    left_out = smallest - max(option.size for option in minimal)
    return minimal, min(others) - left_out if others else None


def _within(withdrawal: Withdrawal, concerned: Collection[Key]) -> Option:
    suspects = tuple(each for each in withdrawal.suspects if key_of(each.evidence) in concerned)
    size = sum(1 + len(each.evidence.also) for each in suspects) + len(withdrawal.rules)
    return Option(suspects, withdrawal.rules, size)


# --- in short -----------------------------------------------------------------------------------------------


def in_short(conclusions: Conclusions | None, finding: Finding) -> tuple[Phrase, ...]:
    """What must give way so that a finding can hold, and why, as sentences: the fullest first, the shortest last.

    Empty where it does hold, or where nothing that anyone said could give way.
    """
    if conclusions is None or finding.verdict is not Verdict.INCONSISTENT:
        return ()
    conflict = conclusions.conflict_of(finding.check)
    if conflict is None or not conflict.withdrawals:
        return ()
    found, otherwise = leading(conflict, finding.check)
    suspected = {key_of(each.evidence) for option in found for each in option.suspects}
    figures = {key_of(figure) for figure in finding.figures}
    legs = [each for each in conflict.cleared if key_of(each.evidence) in figures - suspected]
    fully, briefly = distinctly(conflict, cited), distinctly(conflict, quoted)
    tellings = [
        _telling(found, otherwise, legs, cite, ways=ways)
        for cite, ways in ((fully, True), (briefly, True), (briefly, False), (named, False))
    ]
    hinted = [
        Phrase("{said}; {hint}", said=said, hint=hint)
        for said in tellings[:-1]
        for hint in _hints(found, briefly, only_one_named=not legs)
    ]
    return (*hinted, *tellings)


def _telling(
    found: Sequence[Option], otherwise: int | None, legs: Sequence[Cleared], cite: Cite, *, ways: bool
) -> Phrase:
    said = _must_give_way(found, cite)
    if legs:
        return Phrase("{said}: {legs}", said=said, legs=_on_legs(legs, cite, ways=ways))
    if otherwise is not None:
        return Phrase(
            "{said}, or else at least {count} statement",
            "{said}, or else at least {count} statements",
            said=said,
            count=otherwise,
        )
    if len(found) == 1:
        return Phrase("{said}: nothing else reconciles the rest", said=said)
    return said


def _must_give_way(found: Sequence[Option], cite: Cite) -> Phrase:
    if len(found) == 1:
        parts = _parts(found[0], cite)
        if len(parts) == 1:
            return Phrase("{suspect} must give way", suspect=parts[0])
        return Phrase("{suspects} must give way together", suspects=parts)
    told: list[object] = [together(option, cite) for option in found[:_MOST_NAMED]]
    if len(found) == 2:
        return Phrase("either {one} or {other} must give way", one=told[0], other=told[1])
    more = len(found) - len(told)
    if more:
        told.append(Phrase("{count} other", "{count} others", count=more))
    return Phrase("one of {options} must give way", options=tuple(told))


def together(option: Option, cite: Cite) -> object:
    """The statements and rules of an option, which give way together or not at all."""
    parts = _parts(option, cite)
    return parts[0] if len(parts) == 1 else Phrase("{suspects} together", suspects=parts)


def _parts(option: Option, cite: Cite) -> tuple[object, ...]:
    return (
        *(cite(each.evidence) for each in option.suspects),
        *map(strained_relation, option.rules),
    )


def _on_legs(legs: Sequence[Cleared], cite: Cite, *, ways: bool) -> Phrase:
    said = tuple(cite(each.evidence) for each in legs)
    if len(said) == 1:
        stands = Phrase("{statement} stands on several legs", statement=said[0])
    else:
        stands = Phrase("{statements} stand on several legs", statements=said)
    if not ways:
        return stands
    by = tuple(dict.fromkeys(leg for each in legs for way in each.ways for leg in _leg(way)))
    return Phrase("{stands} ({legs})", stands=stands, legs=by)


def _leg(way: Way) -> tuple[str, ...]:
    """What a way is called: the rule, or those who say the same."""
    if way.check.partition(":")[0] != agreement.KIND:
        return (way.check,)
    return tuple(dict.fromkeys(each.source or "" for each in one_by_one(way.statements)))


def _hints(found: Sequence[Option], cite: Cite, *, only_one_named: bool) -> Iterator[Phrase]:
    """The slip that would explain one suspect and no other as well; else what the others leave the only one."""
    suspects = [suspect for option in found for suspect in option.suspects]
    suspect = suspects[0] if len(suspects) == 1 else _slipped(suspects)
    if suspect is None:
        return
    said = [slip.message for slip in suspect.slips[:1]]
    if suspect.left is not None and len(suspects) == 1 and only_one_named:
        said.insert(0, Phrase("for it the others leave {left}", left=left(suspect)))
    elif suspect.left is not None:
        said.insert(
            0, Phrase("for {suspect} the others leave {left}", suspect=cite(suspect.evidence), left=left(suspect))
        )
    if said:
        yield said[0] if len(said) == 1 else Phrase("{said}; {hint}", said=said[0], hint=said[1])


def _slipped(suspects: Sequence[Suspect]) -> Suspect | None:
    """The one that a likelier slip would explain than any other; None where there is no such one."""
    ranks = list(SlipKind)
    slipped = sorted((ranks.index(each.slips[0].kind), at) for at, each in enumerate(suspects) if each.slips)
    if not slipped or (len(slipped) > 1 and slipped[0][0] == slipped[1][0]):
        return None
    return suspects[slipped[0][1]]


# --- words --------------------------------------------------------------------------------------------------


def quoted(evidence: Evidence) -> Phrase:
    """A statement by its words alone."""
    return Phrase("“{quote}”", quote=evidence.quote)


def cited(evidence: Evidence) -> Phrase:
    """A statement with all sources that print it so, or print the same range."""
    sources = tuple(dict.fromkeys(each.source for each in (evidence, *evidence.also) if each.source is not None))
    if not sources:
        return quoted(evidence)
    return Phrase("“{quote}” ({source})", quote=evidence.quote, source=sources)


def distinctly(conflict: Conflict, cite: Cite) -> Cite:
    """A way of naming statements that tells those apart which use the same words for different claims."""
    claims: dict[str, set[str | None]] = {}
    for argument in conflict.arguments:
        for each in one_by_one(argument.statements):
            claims.setdefault(each.quote, set()).add(each.claim)

    def distinct(evidence: Evidence) -> object:
        said = cite(evidence)
        if len(claims.get(evidence.quote, ())) < _SEVERAL:
            return said
        return Phrase("{statement} for {claim}", statement=said, claim=evidence.claim)

    return distinct


def strained_relation(check: str) -> Phrase:
    """A relation that may give way as a statement may, since it is strained."""
    return Phrase("the strained relation {check}", check=check)


def named(evidence: Evidence) -> str:
    """A statement by the claim that it is of."""
    return evidence.claim or evidence.quote


def left(suspect: Suspect) -> Span:
    """The range that the others leave a suspect; of a bare year, whole years."""
    assert suspect.left is not None, "asked only of what something is left of"
    low, high = suspect.left.low, suspect.left.high
    if len(str(suspect.evidence.figure.value)) == _DIGITS_OF_A_YEAR and suspect.evidence.figure.kind is Kind.DATE:
        years = _whole_years(low, high)
        return range_of(suspect.evidence, years)
    return range_of(suspect.evidence, suspect.left)


def _whole_years(low: Fraction | None, high: Fraction | None) -> Interval:
    first = None if low is None else Fraction(floor(low))
    # a moment that is a year's first begins that year
    past = None if high is None else Fraction(max(ceil(high), floor(low or 0) + 1))
    return Interval(first, past, low is None, True)


def range_of(evidence: Evidence, interval: Interval) -> Span:
    """A range in the unit of a figure."""
    figure = evidence.figure
    return Span(interval, "calendar_year" if isinstance(figure.value, str) else figure.unit)


def as_printed(suspect: Suspect) -> tuple[str, ...]:
    """What the others leave a suspect as it would be printed: from one number to another, or one; empty without end."""
    figure, interval = suspect.evidence.figure, suspect.left
    if interval is None or interval.low is None or interval.high is None or isinstance(figure.value, str):
        return ()
    return tuple(dict.fromkeys(format_like(figure, end) for end in (interval.low, interval.high)))


def one_by_one(each: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Statements one by one, those that print the same range behind the first that does."""
    return tuple(one for evidence in each for one in (evidence, *evidence.also))


def quotes(statements: Iterable[Evidence]) -> tuple[Phrase, ...]:
    """Statements by their words, each once with all sources that use them."""
    by_quote: dict[str, list[Evidence]] = {}
    for each in one_by_one(statements):
        by_quote.setdefault(each.quote, []).append(replace(each, also=()))
    return tuple(cited(replace(first, also=tuple(others))) for first, *others in by_quote.values())
