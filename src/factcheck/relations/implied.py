"""What follows for one name from an equality, the others being what sources say of them.

`growth(before, now) == change` gives `before == now / (1 + change)`: the equality is solved for the name by undoing,
from outside in, each operation around it. The range of what is left is exact where every other name stands in it once,
and never too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.units import unit_named
from factcheck.relations.bounds import image
from factcheck.relations.expression import (
    Call,
    Comparator,
    Comparison,
    Expression,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    Root,
    add,
    divide,
    leaves,
    multiply,
    subtract,
)
from factcheck.relations.finding import Assertion, Evidence, Relation
from factcheck.relations.judge import RateSource, combinations, rate_terms
from factcheck.relations.solve import at_point
from factcheck.relations.terms import Term


class Solved(Struct, frozen=True):
    """A name by itself: what it equals, and the divisions by which the equality was solved for it.

    Where both parts of one of those divisions can be 0, the name can be anything.
    """

    expression: Expression
    divisions: tuple[tuple[Expression, Expression], ...] = ()


class Implied(Struct, frozen=True):
    """What follows for a name from one combination of the others' figures: its usual and literal range, in `unit`.

    value       what the others' printed values yield, in `unit`
    expression  what it is computed by, over `terms`, which are in base units
    figures     the statements that it follows from, in the order of the relation's names
    """

    name: str
    usual: Interval
    literal: Interval
    value: Fraction
    unit: str
    expression: Expression
    terms: Mapping[str, Term]

    @property
    def figures(self) -> tuple[Evidence, ...]:
        """The statements that it follows from, those of equal ranges behind the first one's `also`."""
        return tuple(term.evidence for term in self.terms.values() if term.evidence is not None)


def solved(assertion: Assertion, name: str) -> Solved | None:
    """An equality solved for a name; None where it is none, or where the name does not stand in it exactly once."""
    if not isinstance(assertion, Comparison) or assertion.comparator is not Comparator.EQUAL:
        return None
    for side, other in ((assertion.left, assertion.right), (assertion.right, assertion.left)):
        if side == Name(name) and not _holds(other, name):
            return Solved(other)
    comparison = assertion.judged_as or assertion
    if sum(leaf == Name(name) for leaf in leaves(comparison.left, comparison.right)) != 1:
        return None
    if _holds(comparison.left, name):
        return _undone(comparison.left, comparison.right, name)
    return _undone(comparison.right, comparison.left, name)


def _holds(expression: Expression, name: str) -> bool:
    return any(leaf == Name(name) for leaf in leaves(expression))


def _undone(side: Expression, other: Expression, name: str) -> Solved:
    """`other` with every operation of `side` around the name undone on it, the outermost one first."""
    divisions: list[tuple[Expression, Expression]] = []
    while side != Name(name):
        match side:
            case Call(meaning=meaning):
                side = meaning
            case Negative(operand):
                side, other = operand, Negative(other)
            case Power(base, exponent):  # of a growth factor, which is positive
                side, other = base, Root(other, exponent)
            case Root(base, degree):
                side, other = base, Power(other, degree)
            case Operation(op, left, right):
                inside = left if _holds(left, name) else right
                other = _freed(op, left, right, other, is_left=inside is left)
                if op in (Op.MULTIPLY, Op.DIVIDE) and isinstance(other, Operation) and other.op is Op.DIVIDE:
                    divisions.append((other.left, other.right))
                side = inside
            case _:
                raise AssertionError("no other expression holds a name")
    return Solved(other, tuple(divisions))


def _freed(op: Op, left: Expression, right: Expression, other: Expression, *, is_left: bool) -> Expression:
    """What the left part of `left op right == other` equals, or the right one."""
    match op:
        case Op.ADD:
            return subtract(other, right if is_left else left)
        case Op.SUBTRACT:
            return add(other, right) if is_left else subtract(left, other)
        case Op.MULTIPLY:
            return divide(other, right if is_left else left)
        case Op.DIVIDE:
            return multiply(other, right) if is_left else divide(left, other)


def implied(relation: Relation, name: str, unit: str, rates: RateSource) -> list[Implied]:
    """What follows for a name from a relation, for each combination of what sources say of the other names.

    `unit` is that of the name. Empty where nothing follows: the relation cannot be solved for the name, another name is
    stated by no source, no rate is known, or what remains could be anything.
    """
    found = solved(relation.assertion, name)
    if found is None:
        return []
    others = {each: relation.figures.get(each, ()) for each in relation.names if each != name}
    if not all(others.values()):
        return []
    try:
        fixed = rate_terms([found.expression], rates)
    except (NoRate, UnknownCurrency):
        return []
    return list(_implied(found, name, unit, others, fixed))


def _implied(
    found: Solved, name: str, unit: str, others: Mapping[str, Sequence[Evidence]], fixed: Mapping[str, Term]
) -> Iterator[Implied]:
    factor = unit_named(unit).factor
    for chosen in combinations(others)[0]:
        terms = {**chosen, **fixed}
        usual = _range(found, {key: term.usual for key, term in terms.items()})
        literal = _range(found, {key: term.literal for key, term in terms.items()})
        value = at_point(found.expression, {key: term.value for key, term in terms.items()})
        if usual is not None and literal is not None and value is not None:
            scaled = (usual.scaled(1 / factor), literal.scaled(1 / factor), value / factor)
            yield Implied(name, *scaled, unit, found.expression, terms)


def _range(found: Solved, values: Mapping[str, Interval]) -> Interval | None:
    """What the name can be; None where that is anything, or cannot be told."""
    for parts in found.divisions:
        top, bottom = (image(part, values) for part in parts)
        if isinstance(top, Undefined) or isinstance(bottom, Undefined) or (0 in top and 0 in bottom):
            return None
    result = image(found.expression, values)
    return None if isinstance(result, Undefined) else result
