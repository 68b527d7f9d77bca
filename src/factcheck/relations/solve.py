"""What one figure would have to be for a comparison to hold exactly, the others taken as printed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.figures.interval import Interval, Undefined
from factcheck.relations.bounds import evaluate
from factcheck.relations.expression import Comparison, Expression, Name, leaves, subtract

Point = Mapping[str, Fraction]


def at_point(expression: Expression, point: Point) -> Fraction | None:
    """The value of an expression at a point, in base units; None where it has none (a division by 0)."""
    value = evaluate(expression, {key: Interval.exactly(number) for key, number in point.items()})
    return None if isinstance(value, Undefined) else value.a_point()


def solve(comparison: Comparison, key: str, point: Point) -> Fraction | None:
    """The value of the leaf `key` at which both sides are equal, all others being as in `point`.

    Found where the leaf stands alone on one side, or where the difference of the sides is linear in it, or a ratio of
    two linear terms (as in growth, shares, conversions and sums); None where it is none of these, or has no such value.
    """
    for side, other in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
        if side == Name(key) and all(leaf.key != key for leaf in leaves(other)):
            return at_point(other, point)
    comparison = comparison.judged_as or comparison
    difference = subtract(comparison.left, comparison.right)
    scale = abs(point[key]) or Fraction(1)
    samples = []
    for step in (1, 2, 3):
        x = scale * step
        y = at_point(difference, {**point, key: x})
        if y is None:
            return None
        samples.append((x, y))
    for candidate in (_zero_of_line(samples), _zero_of_ratio(samples)):
        if candidate is not None and at_point(difference, {**point, key: candidate}) == 0:
            return candidate
    return None


def _zero_of_line(samples: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Where the line through the first two samples is 0."""
    (x0, y0), (x1, y1) = samples[0], samples[1]
    return None if y0 == y1 else x0 - y0 * (x1 - x0) / (y1 - y0)


def _zero_of_ratio(samples: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Where y = (a·x + b) / (x + d), fitted through the first three samples, is 0: −b/a.

    Two differences of y·x + y·d = a·x + b leave two linear equations in a and d.
    """
    (x0, y0), (x1, y1), (x2, y2) = samples
    # (y1·x1 − y0·x0) + d·(y1 − y0) = a·(x1 − x0), and the same between the second and the third
    p, q, r = y1 * x1 - y0 * x0, y1 - y0, x1 - x0
    s, t, u = y2 * x2 - y1 * x1, y2 - y1, x2 - x1
    determinant = q * u - t * r
    if determinant == 0:
        return None
    d = (s * r - p * u) / determinant
    a = (p + d * q) / r
    if a == 0:
        return None
    b = y0 * x0 + y0 * d - a * x0
    return -b / a
