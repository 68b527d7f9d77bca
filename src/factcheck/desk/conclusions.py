"""What follows from a whole claim base, and what in it must give way: worked out when a report asks for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.base import Base
from factcheck.claims.relations import derived_by, judged_claim, judged_rule
from factcheck.kinds import agreement
from factcheck.relations.conclusions import Conflict, Culprits, ImpliedValue
from factcheck.relations.finding import Finding, Verdict
from factcheck.relations.judge import RateSource

if TYPE_CHECKING:
    from factcheck.relations.network import Network


class Conclusions:
    """The conclusions of one base.

    findings   those that are notable: every contradiction and everything strained among them
    holding    ids of rules that hold and have no finding
    """

    def __init__(
        self, base: Base, findings: Sequence[Finding], rates: RateSource, *, holding: Collection[str] = ()
    ) -> None:
        self._base, self.findings, self._rates, self._holding = base, findings, rates, holding
        self._in_short: dict[int, Culprits] = {}

    @classmethod
    def of(cls, base: Base, rates: RateSource) -> Conclusions:
        """The conclusions of a base that has not been judged yet: what holds beyond doubt is told in little time."""
        from factcheck.claims.holding import Holding  # a run has looked all over already

        quick = Holding(base, rates, {})
        claims = [each for each in base.claims.values() if not quick.says_nothing(each) and not quick.claim(each)]
        holding = {name for name, rule in base.rules.items() if quick.rule(rule)}
        doubtful = [rule for name, rule in base.rules.items() if name not in holding]
        findings = [finding for claim in claims for finding in judged_claim(base, claim, rates, {})]
        findings += [judged_rule(base, rule, rates) for rule in doubtful if derived_by(base, rule) is None]
        return cls(base, findings, rates, holding=holding)

    @cached_property
    def culprits(self) -> Culprits:
        """What must give way where rules or statements contradict each other; nothing where none do."""
        if not self._against:
            return Culprits()
        from factcheck.relations.culprits import culprits

        return culprits(self._contradictory, self._rates)

    def conflict_of(self, check: str) -> Conflict | None:
        """The conflict in which a check takes part, told as far as it is needed to tell it in short."""
        if "culprits" in vars(self) or not self._against:
            return self.culprits.of(check)
        from factcheck.relations.culprits import culprits_of

        for at, component in enumerate(self._components):
            if check in component.checks:
                if at not in self._in_short:
                    everything = self._contradictory.said
                    self._in_short[at] = culprits_of(component, everything, self._rates, in_short=True)
                return self._in_short[at].of(check)
        return None

    @cached_property
    def _against(self) -> list[Finding]:
        return [finding for finding in self.findings if self._contradicts(finding)]

    @cached_property
    def _contradictory(self) -> Network:
        """All that has to do with contradictions."""
        from factcheck.claims.connected import connected  # only where something cannot be true
        from factcheck.claims.network import network_of

        claims = {figure.claim for finding in self._against for figure in finding.figures if figure.claim is not None}
        rules = [finding.check for finding in self._against if finding.check in self._base.rules]
        part = connected(self._base, claims, rules)
        return network_of(part, self._rates, self.findings, holding=self._holding)

    @cached_property
    def _components(self) -> list[Network]:
        from factcheck.relations.network import components

        return components(self._contradictory)

    @cached_property
    def implied(self) -> tuple[ImpliedValue, ...]:
        """The values that follow, of all claims."""
        return self.implied_of(None)

    def implied_of(self, claims: Collection[str] | None) -> tuple[ImpliedValue, ...]:
        """The values that follow, of some claims."""
        from factcheck.claims.network import implied_values  # only where it is asked for

        return implied_values(self._base, self.findings, self._rates, claims, holding=self._holding)

    def _contradicts(self, finding: Finding) -> bool:
        """Whether several figures contradict each other: a weekday that is none of its date's concerns no other."""
        is_of_several = finding.check in self._base.rules or finding.kind == agreement.KIND
        return is_of_several and finding.verdict is Verdict.INCONSISTENT
