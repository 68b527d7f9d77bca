"""The answer to one question: what it says, whether it holds by itself, what the sources say, and so what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.claims.base import Claim, Rule, Source
from factcheck.desk.outcome import NEVER
from factcheck.drafts.checked import Standing
from factcheck.drafts.denials import Denial
from factcheck.figures.figure import Figure
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding, Severity, Verdict
from factcheck.relations.implied import Implied

SEVERITIES: Final = {
    Standing.SUPPORTED: None,
    Standing.NOT_COVERED: Severity.NOTE,
    Standing.DISPUTED: Severity.WARNING,
    Standing.CONTRADICTED: Severity.ERROR,
}
_WORST_FIRST: Final = (Standing.CONTRADICTED, Standing.DISPUTED, Standing.SUPPORTED)


class Said(Struct, frozen=True):
    """A statement of a claim, and how the figure asked about goes with it.

    is_firm  whether the two agree by more than an end of their ranges
    """

    statement: Evidence
    source: Source | None
    verdict: Verdict
    is_firm: bool = True


class Follows(Struct, frozen=True):
    """What a rule makes of other claims, for one combination of what their sources say.

    grounds             the names of those claims, in the order of `implied.figures`
    is_against_sources  whether what the claim's own sources say is not what follows
    note                what else is to be said: the year at whose rate a conversion would hold
    """

    rule: Rule
    implied: Implied
    verdict: Verdict
    grounds: tuple[Phrase, ...] = ()
    is_against_sources: bool = False
    note: Phrase | None = None


class Held(Struct, frozen=True):
    """The figure asked about, held against one claim.

    said         every statement that it is held against, in the order of the claims file
    follows      what follows from other claims, for each rule the combination that fits best, and the worst if that
                 differs
    is_disputed  whether the statements disagree with each other
    """

    claim: Claim
    label: str
    said: tuple[Said, ...]
    follows: tuple[Follows, ...]
    is_disputed: bool = False

    @property
    def standing(self) -> Standing:
        """How the figure stands to the claim; where no source states it, to what follows."""
        verdicts = [each.verdict for each in self.said] or [each.verdict for each in self.follows]
        standing = _standing(verdicts)
        if not self.said:
            return standing
        if standing is Standing.SUPPORTED and (self.is_between or self.denied_by is not None):
            return Standing.DISPUTED
        if standing is Standing.CONTRADICTED and self.borne_out_by is not None:
            return Standing.DISPUTED
        return standing

    @property
    def is_between(self) -> bool:
        """Whether the sources disagree, and the figure agrees with some of them by no more than an end of a range."""
        return self.is_disputed and not all(each.is_firm for each in self.said)

    @property
    def best(self) -> Mapping[str, Follows]:
        """For each rule, the combination that fits best."""
        best: dict[str, Follows] = {}
        for each in self.follows:
            best.setdefault(each.rule.id, each)
        return best

    @property
    def denied_by(self) -> Follows | None:
        """A rule from which another value follows; where words must be stretched, only if no rule bears it out."""
        best = self.best.values()
        denying = [each for each in best if each.verdict is Verdict.INCONSISTENT]
        if not any(each.verdict is Verdict.CONSISTENT for each in best):
            denying += [each for each in best if each.verdict is Verdict.STRAINED]
        return next(iter(denying), None)

    @property
    def borne_out_by(self) -> Follows | None:
        """A rule from which the figure follows, and what the sources say does not; None where another denies it."""
        best = self.best.values()
        if any(each.verdict is not Verdict.CONSISTENT for each in best):
            return None
        return next((each for each in best if each.is_against_sources), None)


class Looked(Struct, frozen=True):
    """A figure of the question, looked up in the claim base.

    figure   as it was read, with the unit that it was taken to have
    held     it held against each claim that it may be a value of
    lacks    what the question does not say about it
    reason   why no claim covers it
    denial   how the sentence denies it, where it does: then what is judged is the denial, where that is sure
    """

    evidence: Evidence
    held: tuple[Held, ...] = ()
    lacks: tuple[Phrase, ...] = ()
    reason: Phrase | None = None
    denial: Denial | None = None

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.evidence.figure

    @property
    def standing(self) -> Standing:
        """How it stands to the claims; where several may be meant, to the one that it fits best.

        What is denied for any time is denied of each of them; what is not surely denied is not judged.
        """
        if self.denial is not None and not self.denial.is_sure:
            return Standing.NOT_COVERED
        standings = [each.standing for each in self.held]
        is_of_all = self.denial is not None and self.denial.is_always
        order = _WORST_FIRST if is_of_all else tuple(reversed(_WORST_FIRST))
        return next((each for each in order if each in standings), Standing.NOT_COVERED)

    @property
    def deciding(self) -> Held | None:
        """The claim that decides its standing."""
        return next((each for each in self.held if each.standing is self.standing), None)


class Near(Struct, frozen=True):
    """A claim that may have been meant; `fits` is whether a figure of the question would agree with it."""

    claim: Claim
    label: str
    quote: str
    source: str
    fits: bool


class Answer(Struct, frozen=True):
    """Everything that is known of a sentence.

    figures   every figure in it, dates apart
    findings  the relations between them, judged by themselves, and by the rules that name several of them
    looked    the figures that may be values of claims
    standing  the answer, and `reason` why
    nearest   where something is not covered, the claims that are nearest to it
    is_asked  whether the sentence asks what it says
    """

    sentence: str
    lang: str
    figures: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    standing: Standing
    reason: Phrase
    nearest: tuple[Near, ...] = ()
    claims: int = 0
    rates_reach: Period | None = None
    is_asked: bool = False

    @property
    def severity(self) -> Severity | None:
        """How much it matters: an error where it is contradicted, a warning where disputed; None where it holds."""
        return SEVERITIES[self.standing]

    def exit_code(self, fail_on: str = "error") -> int:
        """1 where it matters as much as the threshold (error, warning, note or never), else 0."""
        if fail_on == NEVER or self.severity is None:
            return 0
        return int(self.severity >= Severity[fail_on.upper()])


def overall(findings: Sequence[Finding], looked: Sequence[Looked]) -> Standing:
    """The standing of a sentence: that of its worst figure or relation; a relation alone is not covered by sources."""
    standings = [each.standing for each in looked]
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Standing.CONTRADICTED
    if Severity.WARNING in severities and Standing.CONTRADICTED not in standings:
        return Standing.DISPUTED
    return next((each for each in _WORST_FIRST if each in standings), Standing.NOT_COVERED)


def _standing(verdicts: Sequence[Verdict]) -> Standing:
    """Supported by all; contradicted where none agrees and one rules it out; disputed otherwise."""
    if not verdicts:
        return Standing.NOT_COVERED
    if all(verdict is Verdict.CONSISTENT for verdict in verdicts):
        return Standing.SUPPORTED
    # "more than 26" does not rule 31 out, but "26.2" does
    if Verdict.INCONSISTENT in verdicts and Verdict.CONSISTENT not in verdicts:
        return Standing.CONTRADICTED
    return Standing.DISPUTED
