"""`factcheck test`: runs the tests that rules carry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.claims.base import Rule, RuleTest
from factcheck.claims.load import load
from factcheck.claims.relations import relation_with
from factcheck.figures.rates import Rates
from factcheck.kinds.findings import find
from factcheck.relations.finding import Evidence, Finding


class RuleTestResult(Struct, frozen=True):
    """One test of one rule: the verdict it asks for, and the finding that its figures come to."""

    rule: Rule
    test: RuleTest
    finding: Finding

    @property
    def passed(self) -> bool:
        """Whether the verdict is the one that was asked for."""
        return str(self.finding.verdict) == str(self.test.verdict)


def test(paths: Sequence[Path | str], *, rates: Sequence[Path] = ()) -> tuple[RuleTestResult, ...]:
    """Runs every test of every rule of a claim base, in the order of the files.

    Raises InputError with every mistake of the files, FactcheckError where a path does not exist.
    """
    base = load([Path(path) for path in paths])
    known_rates = Rates(rates)
    results = []
    for rule in base.rules.values():
        for each in rule.tests:
            bindings = {
                name: Evidence(
                    figure, each.quotes.get(name, figure.text), claim=name, place=each.places.get(name, each.place)
                )
                for name, figure in each.bindings.items()
            }
            results.append(RuleTestResult(rule, each, find(relation_with(rule, bindings), known_rates)))
    return tuple(results)
