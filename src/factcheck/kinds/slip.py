"""Slip: a figure that is off by a power of ten.

What it checks
    Whether a statement is 10, 100 or 1 000 times what the other statements of its claim say, as when a decimal sign
    is taken for a separator ("2,415 Mds" where 2 415 is meant). No rule is needed.

Formula
    figure × 10ⁿ meets the others, figure does not; n = ±1, ±2, ±3

Tolerances
    The usual ranges: a slip is reported only where the printed figure meets none of the others and the slipped one
    meets all of them. Figures without an order of magnitude, such as "up to 3 billion", are not held against others.

Holds
    2,4 Mds DH beside 2,415 Mds DH

Does not hold
    2,415 Mds DH beside 2 415 Mds DH: a thousand times less

How to suppress
    Correct the quote, or give the claim `accepted: {reason: …, until: …}`.

    In a draft, write `<!-- factcheck: ignore slip -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Figure, Kind
from factcheck.figures.interval import Interval
from factcheck.kinds.phrasing import cited
from factcheck.phrases import Phrase
from factcheck.reading import format_exactly
from factcheck.relations.expression import Name
from factcheck.relations.finding import Accepted, Correction, Evidence, Finding, PredicateCall, Relation, Verdict

KIND: Final = "slip"
_WIDEST: Final = 3
FACTORS: Final = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))


def factor(figure: Figure, others: Sequence[Figure]) -> Fraction | None:
    """The power of ten that would make the figure meet all others, where it meets none as printed."""
    if figure.kind is Kind.DATE or not others or figure.value == 0:
        return None
    printed = _usual(figure)
    ranges = [_usual(other) for other in others]
    if not all(_has_a_magnitude(each) for each in (printed, *ranges)):
        return None
    if any(printed.meets(each) for each in ranges):
        return None
    return next((each for each in FACTORS if all(printed.scaled(each).meets(other) for other in ranges)), None)


def _has_a_magnitude(interval: Interval) -> bool:
    """Whether the range is of one order of magnitude: "up to 3 billion" meets anything less, however far off."""
    if interval.low is None or interval.high is None or interval.low * interval.high <= 0:
        return False
    near, far = sorted((abs(interval.low), abs(interval.high)))
    return far <= _WIDEST * near


def _usual(figure: Figure) -> Interval:
    return figure.usual.scaled(figure.measure.factor)


def finding(
    claim: str, statement: Evidence, others: Sequence[Evidence], accepted: Accepted | None = None
) -> Finding | None:
    """That a statement is off by a power of ten from the others of its claim; None where it is not.

    `claim` is empty for a figure of a draft, held against its other mentions there.
    """
    found = factor(statement.figure, [other.figure for other in others])
    if found is None:
        return None
    name = claim or "figure"
    relation = Relation(
        f"{KIND}:{claim}" if claim else KIND,
        KIND,
        PredicateCall(KIND, (Name(name),), _never),
        {name: [statement]},
        accepted=accepted,
        place=statement.place,
    )
    others_say = tuple(cited(other) for other in others)
    wanted = statement.figure.number * found
    like = [other.figure for other in others]
    if found > 1:
        message = Phrase(
            "“{quote}” is {factor} times less than {others}",
            quote=statement.quote,
            factor=int(found),
            others=others_say,
        )
    else:
        message = Phrase(
            "“{quote}” is {factor} times more than {others}",
            quote=statement.quote,
            factor=int(1 / found),
            others=others_say,
        )
    return Finding(
        relation,
        Verdict.INCONSISTENT,
        message,
        figures=(statement, *others),
        corrections=(Correction(0, format_exactly(statement.figure, wanted, like), wanted),),
    )


def _never(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool:
    """A slip is judged against the claim's other statements, not by itself; one that is reported never holds."""
    return False
