"""Implied values and culprits as what JSON is made of; `json_schema.json` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.relations.conclusions import Cleared, Conflict, Culprits, ImpliedValue, Slip, Step, Suspect, Withdrawal
from factcheck.relations.finding import Evidence
from factcheck.reports.culprits import as_printed, key_of, one_by_one
from factcheck.reports.decimals import bounds
from factcheck.reports.json import exact, figure
from factcheck.reports.wording import Wording

Json = dict[str, Any]


def implied(values: Sequence[ImpliedValue]) -> list[Json]:
    """What follows for each claim, with its derivation."""
    return [
        {
            "claim": value.claim,
            "unit": value.unit,
            "usual": None if value.usual is None else bounds(value.usual),
            "literal": None if value.literal is None else bounds(value.literal),
            "stated": value.is_stated,
            "tight": value.is_tight,
            "printed": None if value.printed is None else bounds(value.printed),
            "beside": [figure(each) for each in one_by_one(value.beside)],
            "derivation": [_step(step) for step in value.steps],
        }
        for value in values
    ]


def _step(step: Step) -> Json:
    return {
        "claim": step.claim,
        "range": bounds(step.interval),
        "unit": step.unit,
        "rule": step.rule,
        "claims": list(step.claims),
        "figures": [figure(each) for each in one_by_one(step.statements)],
    }


def culprits(found: Culprits, wording: Wording) -> Json:
    """All conflicts; in each, figures are told once, and elsewhere named by their places among those."""
    return {
        "conflicts": [_ConflictWriter(conflict, wording).written() for conflict in found.conflicts],
        "undecided": [list(claims) for claims in found.undecided],
    }


class _ConflictWriter:
    """Writes one conflict."""

    def __init__(self, conflict: Conflict, wording: Wording) -> None:
        self._conflict = conflict
        self._wording = wording
        self._figures: list[Json] = []
        self._places: dict[object, int] = {}

    def written(self) -> Json:
        """The conflict; its arguments come first, so that their figures do."""
        conflict = self._conflict
        return {
            "checks": list(conflict.checks),
            "figures": self._figures,
            "arguments": [
                {
                    "figures": self._indices(argument.statements),
                    "checks": list(argument.checks),
                    "minimal": argument.is_minimal,
                }
                for argument in conflict.arguments
            ],
            "corrections": [self._withdrawal(withdrawal) for withdrawal in conflict.withdrawals],
            "cleared": [self._cleared(each) for each in conflict.cleared],
            "complete": conflict.is_complete,
        }

    def _indices(self, statements: Iterable[Evidence]) -> list[int]:
        return [self._index(each) for each in one_by_one(statements)]

    def _index(self, statement: Evidence) -> int:
        key = key_of(statement)
        if key not in self._places:
            self._places[key] = len(self._figures)
            self._figures.append(figure(statement))
        return self._places[key]

    def _withdrawal(self, withdrawal: Withdrawal) -> Json:
        return {
            "suspects": [self._suspect(each) for each in withdrawal.suspects],
            "rules": list(withdrawal.rules),
            "size": withdrawal.size,
            "independent_sources": withdrawal.independent,
            "certain": withdrawal.is_certain,
        }

    def _suspect(self, suspect: Suspect) -> Json:
        return {
            "figures": self._indices([suspect.evidence]),
            "left": None if suspect.left is None else bounds(suspect.left),
            "printed": list(as_printed(suspect)),
            "slips": [self._slip(slip) for slip in suspect.slips],
            "echoes": list(suspect.echoes),
        }

    def _slip(self, slip: Slip) -> Json:
        return {
            "kind": str(slip.kind),
            "quote": slip.quote,
            "value": slip.value if isinstance(slip.value, str) else exact(slip.value),
            "message": self._wording.text(slip.message),
            "copied": None if slip.copied is None else self._index(slip.copied),
        }

    def _cleared(self, cleared: Cleared) -> Json:
        return {
            "figures": self._indices([cleared.evidence]),
            "ways": [{"check": way.check, "figures": self._indices(way.statements)} for way in cleared.ways],
        }
