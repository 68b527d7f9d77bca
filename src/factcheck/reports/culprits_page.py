"""Culprits in full: why figures cannot all be true, what would reconcile them, and what several ways lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.phrases import Phrase
from factcheck.relations.conclusions import Argument, Cleared, Conflict, Culprits, Suspect, Withdrawal
from factcheck.relations.finding import Finding, Verdict
from factcheck.reports.culprits import (
    Cite,
    as_printed,
    cited,
    distinctly,
    key_of,
    left,
    one_by_one,
    quotes,
    strained_relation,
)
from factcheck.reports.layout import columns, paragraph, visible
from factcheck.reports.lines import Line
from factcheck.reports.page import INDENT, Page

_DEEPER: Final = INDENT * 2
_MOST_IN_FULL: Final = 6
_BOTH: Final = 2


class CulpritsPage(Struct, frozen=True):
    """Lays conflicts out, line by line, in the manner of a page; `findings` tell what each check comes to."""

    page: Page
    culprits: Culprits
    findings: Sequence[Finding] = ()

    def lines(self) -> Iterator[Line]:
        """All conflicts under a heading; nothing where there are none."""
        if not self.culprits.conflicts and not self.culprits.undecided:
            return
        yield self._heading(len(self.culprits.conflicts))
        for conflict in self.culprits.conflicts:
            several = Phrase("for the rest to be true, one of these has to give way:")
            only = Phrase("for the rest to be true, this has to give way:")
            yield from self._conflict(conflict, conflict, several if len(conflict.withdrawals) > 1 else only)
        for claims in self.culprits.undecided:
            yield from self._paragraph(
                Phrase("whether all that is said of {claims} can be true was not decided in time", claims=claims)
            )
            yield ()

    def about(self, claim: str) -> Iterator[Line]:
        """What of the conflicts concerns the statements of one claim: arguments, corrections, ways that lead there."""
        conflicts = [(conflict, _concerning(conflict, claim)) for conflict in self.culprits.conflicts]
        conflicts = [(conflict, told) for conflict, told in conflicts if told.arguments]
        if conflicts:
            yield self._heading(len(conflicts))
        for conflict, told in conflicts:
            yield from self._conflict(conflict, told, Phrase("the smallest corrections in which it gives way:"))

    def _heading(self, count: int) -> Line:
        meaning = Phrase("what has to give way so that the rest can be true")
        return self.page.heading(self._say(Phrase("culprits")), count, meaning, "bold")

    def _conflict(self, conflict: Conflict, told: Conflict, way_out: Phrase) -> Iterator[Line]:
        """What is to be told of a conflict, with an empty line after it."""
        for line in paragraph(visible(", ".join(self._contradicted(conflict))), self.page.view.width, "✗ ", INDENT):
            yield [(line[: len(INDENT)], "bold red"), (line[len(INDENT) :], "bold")]
        for argument in told.arguments:
            yield from self._argument(argument)
        yield from self._withdrawals(told.withdrawals, way_out, distinctly(conflict, cited))
        yield from self._cleared(told.cleared)
        if not told.is_complete:
            yield from self._paragraph(Phrase("more may exist: the search ended at its limit"))
            yield ()

    def _contradicted(self, conflict: Conflict) -> Sequence[str]:
        """The checks that come out inconsistent because of it; else those of its shortest argument."""
        inconsistent = [finding.check for finding in self.findings if finding.verdict is Verdict.INCONSISTENT]
        return [each for each in inconsistent if self.culprits.of(each) is conflict] or conflict.arguments[0].checks

    # --- arguments ------------------------------------------------------------------------------------------

    def _argument(self, argument: Argument) -> Iterator[Line]:
        yield from self._paragraph(_lead(argument))
        if argument.statements:
            rows = [(visible(each.claim or ""), self._say(cited(each))) for each in argument.statements]
            for lines in columns(rows, INDENT, self.page.view.width - len(_DEEPER)):
                for claim, *quote in lines:
                    yield [(_DEEPER, ""), (claim, "dim"), *((INDENT + part, "") for part in quote)]
        contradiction = self._contradiction(argument)
        if contradiction is not None:
            yield from self._paragraph(contradiction, _DEEPER)
        yield ()

    def _contradiction(self, argument: Argument) -> Phrase | None:
        """What a finding says of these very figures, where there is one."""
        told = {key_of(each) for each in one_by_one(argument.statements)}
        for finding in self.findings:
            if (finding.check,) == argument.checks and {key_of(each) for each in finding.figures} == told:
                return finding.message
        return None

    # --- what would reconcile them --------------------------------------------------------------------------

    def _withdrawals(self, withdrawals: Sequence[Withdrawal], way_out: Phrase, cite: Cite) -> Iterator[Line]:
        if not withdrawals:
            return
        yield from self._paragraph(way_out)
        echoed: set[object] = set()
        for number, withdrawal in enumerate(withdrawals[:_MOST_IN_FULL], 1):
            yield from self._withdrawal(number, withdrawal, echoed, cite)
        more = len(withdrawals) - _MOST_IN_FULL
        if more > 0:
            left_out = Phrase(
                "{count} more, no smaller, is told with --format json",
                "{count} more, none smaller, are told with --format json",
                count=more,
            )
            yield from self._paragraph(left_out, _DEEPER)
        yield ()

    def _withdrawal(self, number: int, withdrawal: Withdrawal, echoed: set[object], cite: Cite) -> Iterator[Line]:
        """A correction; that others print the same is told of each suspect once."""
        indent = f"{_DEEPER}{number}  "
        inner = " " * len(indent)
        yield from self._paragraph(_size(withdrawal), indent, inner)
        for suspect in withdrawal.suspects:
            key = key_of(suspect.evidence)
            yield from self._paragraph(_suspected(suspect, cite, echoes=key not in echoed), inner, inner + INDENT)
            echoed.add(key)
        for rule in withdrawal.rules:
            yield from self._paragraph(strained_relation(rule), inner)
        if not withdrawal.is_certain:
            yield from self._paragraph(Phrase("whether the rest can be true then was not decided in time"), inner)

    # --- what several ways lead to --------------------------------------------------------------------------

    def _cleared(self, cleared: Sequence[Cleared]) -> Iterator[Line]:
        if not cleared:
            return
        yield from self._paragraph(Phrase("cleared, since several independent ways lead to it:"))
        for each in cleared:
            yield from self._paragraph(cited(replace(each.evidence, also=())), _DEEPER)
            for way in each.ways:
                found = Phrase("by {rule} from {basis}", rule=way.check, basis=quotes(way.statements))
                yield from self._paragraph(found, _DEEPER + INDENT, _DEEPER * 2)
        yield ()

    # --- text -----------------------------------------------------------------------------------------------

    def _say(self, value: object) -> str:
        return visible(self.page.wording.text(value))

    def _paragraph(self, phrase: object, first: str = INDENT, rest: str | None = None) -> Iterator[Line]:
        for line in paragraph(self._say(phrase), self.page.view.width, first, first if rest is None else rest):
            yield [(line, "")]


def _concerning(conflict: Conflict, claim: str) -> Conflict:
    """A conflict as far as it concerns the statements of a claim."""
    return replace(
        conflict,
        arguments=tuple(
            each for each in conflict.arguments if any(figure.claim == claim for figure in each.statements)
        ),
        withdrawals=tuple(
            each for each in conflict.withdrawals if any(suspect.evidence.claim == claim for suspect in each.suspects)
        ),
        cleared=tuple(each for each in conflict.cleared if each.evidence.claim == claim),
    )


def _lead(argument: Argument) -> Phrase:
    count, checks = len(argument.statements), argument.checks
    if not count:
        return Phrase("{checks} contradict each other, whatever anyone says", checks=checks)
    if count == 1:
        return Phrase("this figure cannot be true, by {checks}", checks=checks)
    if not argument.is_minimal:
        return Phrase(
            "these {number} figures, or fewer of them, cannot all be true, by {checks}", number=count, checks=checks
        )
    if count == _BOTH:
        return Phrase("these two figures cannot both be true, by {checks}", checks=checks)
    return Phrase("these {number} figures cannot all be true, by {checks}", number=count, checks=checks)


def _size(withdrawal: Withdrawal) -> Phrase:
    return Phrase(
        "{statements}; behind the rest {sources}",
        statements=Phrase("{count} statement", "{count} statements", count=withdrawal.size),
        sources=Phrase(
            "stands {count} independent source", "stand {count} independent sources", count=withdrawal.independent
        ),
    )


def _suspected(suspect: Suspect, cite: Cite, *, echoes: bool) -> object:
    """A suspect with what the others leave it, what slip it looks like, and who prints the same."""
    told = cite(suspect.evidence)
    if suspect.left is not None:
        told = _left(suspect, told)
    for slip in suspect.slips:
        told = Phrase("{said}; {hint}", said=told, hint=slip.message)
    if echoes and suspect.echoes:
        told = Phrase("{said}; {hint}", said=told, hint=_copied(suspect))
    return told


def _copied(suspect: Suspect) -> Phrase:
    if set(suspect.echoes) <= {each.source for each in one_by_one([suspect.evidence])}:
        return Phrase("printed alike: copied?")
    return Phrase("printed alike by {sources}: copied?", sources=suspect.echoes)


def _left(suspect: Suspect, told: object) -> Phrase:
    """What the others leave a suspect, as it would be printed where that can be told."""
    match as_printed(suspect):
        case (one,):
            leaves: object = Phrase("“{quote}”", quote=one)
        case (low, high):
            leaves = Phrase("“{low}” to “{high}”", low=low, high=high)
        case _:
            leaves = left(suspect)
    return Phrase("{said}: the others leave {left}", said=told, left=leaves)
