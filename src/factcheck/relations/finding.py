"""What is judged and what comes of it: figures with their sources, relations, and findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import Place
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.expression import Comparison, Expression, names


class Verdict(StrEnum):
    """What the arithmetic says of a relation, best first."""

    CONSISTENT = "consistent"
    UNVERIFIABLE = "unverifiable"
    STRAINED = "strained"
    INCONSISTENT = "inconsistent"

    @property
    def rank(self) -> int:
        """How bad it is, 0 for consistent."""
        return list(Verdict).index(self)


class Severity(IntEnum):
    """How much a finding matters to whoever gates on it."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(StrEnum):
    """How sure it is that the text states the relation at all; a rule that someone wrote is certain."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(Struct, frozen=True):
    """A figure in its place: which claim it states, which source printed it, and where that stands.

    claim, source   ids; None in a draft
    quote           the verbatim words, hedge included
    published       when the source was published, where that is known
    also            statements of the same claim that print the same range
    """

    figure: Figure
    quote: str
    claim: str | None = None
    source: str | None = None
    place: Place | None = None
    published: Period | None = None
    also: tuple[Evidence, ...] = ()


class PredicateCall(Struct, frozen=True):
    """A predicate of the rule language with its arguments: `between(x, low, high)`."""

    function: str
    arguments: tuple[Expression, ...]
    possible: Callable[[Sequence[Interval], Sequence[Figure]], bool | Undefined]

    def __str__(self) -> str:
        return f"{self.function}({', '.join(str(argument) for argument in self.arguments)})"


Assertion = Comparison | PredicateCall


class Accepted(Struct, frozen=True):
    """A contradiction that is known: it stays visible and is counted, without failing the run, until a date."""

    reason: str
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it still applies on that day."""
        return self.until is None or day <= self.until


class Relation(Struct, frozen=True):
    """A comparison or a predicate of named figures, with everything that a finding says of it.

    check     a rule's id, or `kind:claim`
    figures   for each name, the figures that may stand for it; a name without any leaves the relation
              unverifiable
    why       what the writer of a rule says it rests on
    """

    check: str
    kind: str
    assertion: Assertion
    figures: Mapping[str, Sequence[Evidence]]
    severity: Severity = Severity.ERROR
    confidence: Confidence = Confidence.HIGH
    why: str | None = None
    accepted: Accepted | None = None
    place: Place | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names it speaks of, in order of appearance."""
        if isinstance(self.assertion, PredicateCall):
            return names(*self.assertion.arguments)
        return names(self.assertion.left, self.assertion.right)


class Side(Struct, frozen=True):
    """One side of a comparison: its usual and literal range, in `unit`."""

    usual: Interval
    literal: Interval
    unit: str
    value: Fraction


class Correction(Struct, frozen=True):
    """What one figure would have to be for the others' printed values to hold, printed as it was printed.

    `figure` is its index among the finding's figures. `quote` is empty where it cannot be reprinted.
    """

    figure: int
    quote: str
    value: Fraction | str


class Variant(Struct, frozen=True):
    """Another combination of statements: its verdict, its figures and the two sides' gap."""

    verdict: Verdict
    figures: tuple[Evidence, ...]
    gap: Fraction | None
    left: Side | None = None
    right: Side | None = None
    reason: Phrase | None = None


class Window(Struct, frozen=True):
    """A passage of a draft in which figures of a finding stand, as its readers see it.

    `text` is a sentence or a row of a table without its markup; `spans` are the places of the figures in it, hedges
    included, as offsets in code points; `place` is that of the passage in the file.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    place: Place


class Finding(Struct, frozen=True):
    """A relation judged; `figures`, sides and calculation are those of the worst combination of statements.

    `windows` are the passages of a draft that it speaks of, in order; empty for what is judged of a claim base.
    """

    relation: Relation
    verdict: Verdict
    message: Phrase
    figures: tuple[Evidence, ...] = ()
    calculation: tuple[Phrase, ...] = ()
    reason: Phrase | None = None
    left: Side | None = None
    right: Side | None = None
    gap: Fraction | None = None
    corrections: tuple[Correction, ...] = ()
    variants: tuple[Variant, ...] = ()
    suppressed: str | None = None
    is_accepted: bool = False
    windows: tuple[Window, ...] = ()

    @property
    def check(self) -> str:
        """The id of what was checked."""
        return self.relation.check

    @property
    def kind(self) -> str:
        """The kind of relation."""
        return self.relation.kind

    @property
    def severity(self) -> Severity | None:
        """How much it matters; None for what holds."""
        match self.verdict:
            case Verdict.CONSISTENT:
                return None
            case Verdict.UNVERIFIABLE:
                return Severity.NOTE
            case Verdict.STRAINED:
                return min(self.relation.severity, Severity.WARNING)
            case Verdict.INCONSISTENT:
                return self.relation.severity

    def as_of(self, day: date) -> Finding:
        """The finding, accepted where its relation says so and still may on that day."""
        accepted = self.relation.accepted
        if accepted is None or self.severity is None or not accepted.holds_on(day):
            return self
        return replace(self, is_accepted=True)

    @property
    def counts(self) -> bool:
        """Whether it can fail a run: neither accepted nor suppressed."""
        return not self.is_accepted and self.suppressed is None
