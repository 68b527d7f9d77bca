"""What is concluded from a whole network of claims: values that follow, and what cannot all be true."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence


class Step(Struct, frozen=True):
    """One line of a derivation.

    claim       a claim's id, or a rate's key
    interval    what is known of it after this step, in `unit`
    rule        the rule it follows from; None where it is what `statements` (or the tables of rates) say
    claims      the other claims of that rule, whose ranges were used
    """

    claim: str
    interval: Interval
    unit: str
    rule: str | None = None
    claims: tuple[str, ...] = ()
    statements: tuple[Evidence, ...] = ()


class ImpliedValue(Struct, frozen=True):
    """What follows for a claim from all statements and rules that hold together, in `unit`.

    usual, literal   by the two ranges of the figures; None where nothing bounded follows
    is_stated        whether a source states the claim at all
    is_tight         whether nothing narrower follows; otherwise the range holds, and a narrower one may
    steps            the derivation of `usual`, or of `literal` where there is none; its last step is the claim itself
    statements       everything that it rests on
    printed          the narrowest range that a source prints, by the same reading; None where none states it
    beside           of a growth: what was observed of the same thing, to be seen beside it
    """

    claim: str
    unit: str
    usual: Interval | None
    literal: Interval | None
    is_stated: bool
    is_tight: bool
    steps: tuple[Step, ...] = ()
    statements: tuple[Evidence, ...] = ()
    printed: Interval | None = None
    beside: tuple[Evidence, ...] = ()


class SlipKind(StrEnum):
    """Well-known ways in which a printed number goes wrong, the likeliest first."""

    SWAPPED = "swapped"
    POWER_OF_TEN = "power-of-ten"
    CURRENCY = "currency"
    POINTS = "points"
    YEAR = "year"
    COPIED = "copied"
    DIGIT = "digit"


class Slip(Struct, frozen=True):
    """A slip that would explain a figure: with `quote` in its place, which has `value` in its unit, all would fit.

    `copied` is the statement from which the number may have been taken.
    """

    kind: SlipKind
    quote: str
    value: Fraction | str
    message: Phrase
    copied: Evidence | None = None


class Suspect(Struct, frozen=True):
    """A statement that may have to give way, together with those that print the same range (its `also`).

    left     what the others leave it, in the figure's own unit; None where that is anything
    echoes   sources that print the same odd figure though none is known to follow another
    """

    evidence: Evidence
    left: Interval | None = None
    slips: tuple[Slip, ...] = ()
    echoes: tuple[str, ...] = ()


class Withdrawal(Struct, frozen=True):
    """A smallest correction: without these statements the rest can be true, and without fewer of them it cannot.

    rules         strained relations that would have to give way as well
    size          how many statements and relations give way
    independent   how many sources, those that follow one another counted once, stand behind what remains
    is_certain    False where it could not be decided within the limits that the rest can be true
    """

    suspects: tuple[Suspect, ...]
    rules: tuple[str, ...]
    size: int
    independent: int
    is_certain: bool = True


class Argument(Struct, frozen=True):
    """A smallest set of statements that cannot all be true, and the checks by which they cannot.

    Statements that print the same range stand behind the first one's `also`. `is_minimal` is False where it could
    not be decided within the limits that no smaller set would do.
    """

    statements: tuple[Evidence, ...]
    checks: tuple[str, ...]
    is_minimal: bool = True


class Way(Struct, frozen=True):
    """One way by which a statement is reached: a rule, or `agreement:CLAIM`, and the statements that it rests on."""

    check: str
    statements: tuple[Evidence, ...]


class Cleared(Struct, frozen=True):
    """A statement that is reached by several independent ways."""

    evidence: Evidence
    ways: tuple[Way, ...]


class Conflict(Struct, frozen=True):
    """Statements that cannot all be true: why, and what would reconcile them.

    arguments     the smallest sets that contradict each other, shortest first
    withdrawals   the smallest corrections: by size, then by how many independent sources stand behind what remains
    is_complete   False where a limit was reached: more of either may exist
    """

    arguments: tuple[Argument, ...]
    withdrawals: tuple[Withdrawal, ...]
    cleared: tuple[Cleared, ...] = ()
    is_complete: bool = True

    @property
    def checks(self) -> tuple[str, ...]:
        """The ids of all checks that its arguments use."""
        return tuple(dict.fromkeys(check for argument in self.arguments for check in argument.checks))


class Culprits(Struct, frozen=True):
    """All conflicts of a network; `undecided` are the claims of those parts that could not be decided."""

    conflicts: tuple[Conflict, ...] = ()
    undecided: tuple[tuple[str, ...], ...] = ()

    def of(self, check: str) -> Conflict | None:
        """The conflict with the shortest argument in which a check takes part."""
        with_it = [
            (min(len(argument.statements) for argument in conflict.arguments if check in argument.checks), conflict)
            for conflict in self.conflicts
            if check in conflict.checks
        ]
        return min(with_it, key=lambda each: each[0])[1] if with_it else None
