"""What a run leaves: findings, the counts of them, and the exit code with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from factcheck.desk.findings import notable
from factcheck.drafts.checked import Match, Silence, Standing
from factcheck.errors import Problem
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity, Verdict

if TYPE_CHECKING:
    from factcheck.desk.conclusions import Conclusions
    from factcheck.relations.conclusions import Culprits, ImpliedValue

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
    claims        how many claims that a source states were looked at, and sources, and quotes looked up in texts
                  (None: not asked)
    derived       how many rules were not judged, since each gives what no source states
    conclusions   what follows from the whole claim base and what must give way in it; None of drafts
    rates_reach   the last month that the exchange rates cover
    fail_on       the threshold: error, warning, note or never
    inputs        what was looked at: the files and folders of the claim base, or the drafts one by one

    What only the check of drafts has:

    drafts        how many were checked, those with problems not counted; None where claims were judged
    figures       how many figures they have
    standings     how many of those stand how to the claim base; empty where there is none (`claims` is 0, too)
    matches       each figure held against the claim base, and
    silences      what was considered and left alone: both only where they were asked for
    baselined     how many findings the baseline knew, which are not among `findings`; None where there is no baseline
    known         those findings, as the baseline left them
    folders       those that were walked for drafts
    notices       what the reader ought to know although it is no mistake
    """

    findings: Sequence[Finding]
    problems: Sequence[Problem] = ()
    claims: int = 0
    derived: int = 0
    sources: int = 0
    quotes_found: int | None = None
    rates_reach: Period | None = None
    fail_on: str = "error"
    inputs: Sequence[str] = ()
    drafts: int | None = None
    figures: int = 0
    standings: Mapping[Standing, int] = {}
    matches: Sequence[Match] = ()
    silences: Sequence[Silence] = ()
    baselined: int | None = None
    known: Sequence[Finding] = ()
    folders: Sequence[str] = ()
    notices: Sequence[Phrase] = ()
    conclusions: Conclusions | None = None

    @property
    def culprits(self) -> Culprits:
        """What must give way where figures contradict each other; worked out when it is first asked for."""
        from factcheck.relations.conclusions import Culprits  # the check of drafts has no use for it

        return Culprits() if self.conclusions is None else self.conclusions.culprits

    @property
    def implied(self) -> tuple[ImpliedValue, ...]:
        """The values that follow for the claims; worked out when they are first asked for."""
        return () if self.conclusions is None else self.conclusions.implied

    @property
    def notable(self) -> Sequence[Finding]:
        """The findings but for those that hold and of which nothing more was asked: what a large base has most of."""
        return notable(self.findings)

    @property
    def summary(self) -> Summary:
        """The counts."""
        verdicts = Counter(finding.verdict for finding in self.notable)
        verdicts[Verdict.CONSISTENT] += len(self.findings) - len(self.notable)
        return Summary(
            checks=len(self.findings),
            consistent=verdicts[Verdict.CONSISTENT],
            strained=verdicts[Verdict.STRAINED],
            inconsistent=verdicts[Verdict.INCONSISTENT],
            unverifiable=verdicts[Verdict.UNVERIFIABLE],
            accepted=sum(finding.is_accepted for finding in self.notable),
            suppressed=sum(finding.suppressed is not None for finding in self.notable),
        )

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings at or above the threshold that are neither accepted nor suppressed."""
        if self.fail_on == NEVER:
            return ()
        threshold = Severity[self.fail_on.upper()]
        return tuple(
            finding
            for finding in self.notable
            if finding.counts and finding.severity is not None and finding.severity >= threshold
        )

    @property
    def exit_code(self) -> int:
        """0 nothing at or above the threshold, 1 findings there, 2 something could not be done."""
        if self.problems:
            return 2
        return 1 if self.failing else 0
