"""What a run leaves: findings, the counts of them, and the exit code with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from factcheck.errors import Problem
from factcheck.figures.periods import Period
from factcheck.relations.finding import Finding, Severity, Verdict

NEVER: Final = "never"
THRESHOLDS: Final = ("error", "warning", "note", NEVER)


class Summary(Struct, frozen=True):
    """How many relations were judged, and how each came out; accepted and suppressed ones are among them."""

    checks: int
    consistent: int
    strained: int
    inconsistent: int
    unverifiable: int
    accepted: int
    suppressed: int


class Outcome(Struct, frozen=True):
    """Everything that a report shows.

    findings      every relation judged, the consistent ones too, in the order of the files
    problems      what could not be done although the rest was
    claims        how many claims were looked at, and sources, and quotes looked up in texts (None: not asked)
    rates_reach   the last month that the exchange rates cover
    fail_on       the threshold: error, warning, note or never
    """

    findings: Sequence[Finding]
    problems: Sequence[Problem] = ()
    claims: int = 0
    sources: int = 0
    quotes_found: int | None = None
    rates_reach: Period | None = None
    fail_on: str = "error"
    inputs: Sequence[str] = ()

    @property
    def summary(self) -> Summary:
        """The counts."""
        verdicts = Counter(finding.verdict for finding in self.findings)
        return Summary(
            checks=len(self.findings),
            consistent=verdicts[Verdict.CONSISTENT],
            strained=verdicts[Verdict.STRAINED],
            inconsistent=verdicts[Verdict.INCONSISTENT],
            unverifiable=verdicts[Verdict.UNVERIFIABLE],
            accepted=sum(finding.is_accepted for finding in self.findings),
            suppressed=sum(finding.suppressed is not None for finding in self.findings),
        )

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings at or above the threshold that are neither accepted nor suppressed."""
        if self.fail_on == NEVER:
            return ()
        threshold = Severity[self.fail_on.upper()]
        return tuple(
            finding
            for finding in self.findings
            if finding.counts and finding.severity is not None and finding.severity >= threshold
        )

    @property
    def exit_code(self) -> int:
        """0 nothing at or above the threshold, 1 findings there, 2 something could not be done."""
        if self.problems:
            return 2
        return 1 if self.failing else 0
