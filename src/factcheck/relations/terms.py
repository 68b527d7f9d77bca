"""What stands for a name or a rate while a relation is judged."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval
from factcheck.figures.rates import Rate
from factcheck.relations.finding import Evidence


class Term(Struct, frozen=True):
    """What stands for one leaf: its usual and literal range and its value, all in base units."""

    usual: Interval
    literal: Interval
    value: Fraction
    unit: str
    evidence: Evidence | None = None
    rate: Rate | None = None

    @property
    def is_hedged(self) -> bool:
        """Whether words loosen or bound it."""
        return self.evidence is not None and self.evidence.figure.hedge not in (Hedge.NONE, Hedge.EXACTLY)


def term_of(evidence: Evidence) -> Term:
    """A figure's ranges and value in base units; a date's value is the middle of its period."""
    figure = evidence.figure
    factor = figure.measure.factor
    value = figure.usual.a_point() if isinstance(figure.value, str) else figure.value * factor
    unit = "calendar_year" if isinstance(figure.value, str) else figure.unit
    return Term(figure.usual.scaled(factor), figure.literal.scaled(factor), value, unit, evidence)
