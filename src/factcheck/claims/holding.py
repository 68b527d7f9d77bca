"""Which claims and rules of a base hold beyond doubt, told in little time: of those nothing has to be said.

In a base of ten thousand claims nearly everything holds. Messages and calculations are made for what does not, and
for the rest when a report asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.claims.base import Base, Claim, Rule
from factcheck.claims.relations import current, derived_by
from factcheck.kinds import weekday
from factcheck.relations.expression import Comparison
from factcheck.relations.judge import RateSource
from factcheck.relations.quick import Common, common, surely_holds

SAYS_NOTHING: Final = 0
HOLDS: Final = 1
TO_TELL: Final = 2
"""What a claim or a rule comes to, as it is kept: no finding; one, that it holds; or findings that are to be told."""


class Holding:
    """Looks claims and rules of one base over; `texts` are the texts of sources, in which quotes are looked up."""

    def __init__(self, base: Base, rates: RateSource, texts: Mapping[str, str]) -> None:
        self._base = base
        self._rates = rates
        self._texts = texts
        self._common = _Commons(base)

    def of_claim(self, claim: Claim) -> int:
        """What a claim comes to."""
        return HOLDS if self.claim(claim) else SAYS_NOTHING if self.says_nothing(claim) else TO_TELL

    def of_rule(self, rule: Rule) -> int:
        """What a rule comes to; one that gives what no source states says nothing."""
        if self.rule(rule):
            return HOLDS
        return TO_TELL if derived_by(self._base, rule) is None else SAYS_NOTHING

    def forget(self) -> None:
        """Forgets what figures have in common, which is worked out again where it is asked for."""
        self._common.clear()

    def claim(self, claim: Claim) -> bool:
        """Whether the claim comes to one finding, that its statements agree. False says nothing."""
        statements = claim.statements
        if len(statements) < 2 or claim.accepted is not None or self._common[claim.id] is None:
            return False
        return all(each.status is None and each.as_of is None for each in statements) and not self._says_more(claim)

    def says_nothing(self, claim: Claim) -> bool:
        """Whether the claim comes to no finding at all. False says nothing."""
        return len(claim.statements) < 2 and not self._says_more(claim)

    def _says_more(self, claim: Claim) -> bool:
        """Whether a statement has a weekday, or is looked up in its source's text."""
        return any(weekday.states_one(each.figure) or each.source in self._texts for each in claim.statements)

    def rule(self, rule: Rule) -> bool:
        """Whether the rule is proven consistent. False says nothing."""
        if rule.accepted is not None or not isinstance(rule.assertion, Comparison):
            return False
        return surely_holds(rule.assertion, self._common, self._rates)


class _Commons(dict[str, Common | None]):
    """What the statements of each claim have in common, worked out when it is first asked for."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        self._claims = base.claims

    def __missing__(self, name: str) -> Common | None:
        claim = self._claims.get(name)
        found = None
        if claim is not None and claim.statements:
            figures = [each.figure for each in current(claim)]
            found = common([each.usual.scaled(each.measure.factor) for each in figures]) if figures else None
        self[name] = found
        return found
