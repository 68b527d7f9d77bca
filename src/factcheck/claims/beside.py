"""The growth that was observed, beside which the growth that a target asks for is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from factcheck.claims.base import Base, Rule
from factcheck.claims.relations import current, evidence_of
from factcheck.relations.expression import Call, Comparison, Expression, Name, leaves
from factcheck.relations.finding import Evidence

_CHANGES: Final = ("growth", "cagr")


class Growths:
    """The claims of a base that are the growth of something, as its rules tell."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._of: dict[str, set[tuple[str, str | None]]] = {}
        for rule in base.rules.values():
            for claim, levels in _growths(rule):
                self._of.setdefault(claim, set()).update(self._indicators(levels))

    def _indicators(self, levels: list[str]) -> Iterator[tuple[str, str | None]]:
        for level in levels:
            claim = self._base.claims[level]
            if claim.indicator is not None:
                yield claim.indicator, claim.area

    def observed(self, claim: str) -> tuple[Evidence, ...]:
        """What sources say of the growth of the same indicator in the same area: one statement of each claim.

        Those that print the same range of that claim stand behind it. Empty where the claim is no growth.
        """
        of = self._of.get(claim, set())
        return tuple(self._said(other) for other, its in self._of.items() if of & its and self._is_stated(other, claim))

    def _is_stated(self, other: str, claim: str) -> bool:
        return other != claim and bool(current(self._base.claims[other]))

    def _said(self, claim: str) -> Evidence:
        first, *others = (evidence_of(self._base, each) for each in current(self._base.claims[claim]))
        return replace(first, also=tuple(each for each in others if each.figure.usual == first.figure.usual))


def _growths(rule: Rule) -> Iterator[tuple[str, list[str]]]:
    """The claim that a rule calls a growth, with the claims that it is the growth of."""
    if not isinstance(rule.assertion, Comparison):
        return
    left, right = rule.assertion.left, rule.assertion.right
    for side, other in ((left, right), (right, left)):
        if isinstance(side, Call) and side.function in _CHANGES and isinstance(other, Name):
            levels = [each for each in side.arguments if isinstance(each, Expression)]
            yield other.name, [leaf.name for leaf in leaves(*levels) if isinstance(leaf, Name)]
