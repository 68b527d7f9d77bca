"""What a judged relation says, as a sentence, and how it was calculated, as lines."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Kind
from factcheck.figures.shown import Quantity, Span
from factcheck.figures.units import unit_named
from factcheck.kinds import FUNCTIONS, agreement, grim, multiple
from factcheck.kinds import range as between
from factcheck.kinds.kind import Said
from factcheck.kinds.phrasing import cited, compared, telling_digits
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparator,
    Comparison,
    Constant,
    Expression,
    Literal,
    Name,
    Op,
    Operation,
    Wildcard,
)
from factcheck.relations.finding import PredicateCall, Relation, Verdict
from factcheck.relations.judge import Case
from factcheck.relations.terms import Term
from factcheck.relations.worked import Shown, Worked

_MOMENTS: Final = "calendar_year"
_PERCENT: Final = "percent"
_POINT: Final = "percentage_point"


def message(relation: Relation, case: Case) -> Phrase:
    """The finding in one sentence."""
    if case.verdict is Verdict.UNVERIFIABLE:
        return Phrase("not verified: {reason}", reason=case.reason or "")
    if isinstance(relation.assertion, PredicateCall):
        return _predicate_message(relation.assertion, case)
    if case.left is None or case.right is None:
        return Phrase("not verified: {reason}", reason=Phrase("a side of the comparison has no value"))
    if relation.kind == agreement.KIND:
        one, other = (cited(evidence) for evidence in case.figures[:2])
        return agreement.said(case.verdict, one, other)
    if relation.assertion.comparator is Comparator.EQUAL:
        said = _equality_message(relation.assertion, case)
        apart = _points_apart(relation.assertion, case)
        if apart is None or case.verdict is Verdict.CONSISTENT:
            return said
        return Phrase("{message}; the two percentages are {points} apart", message=said, points=apart)
    return _order_message(relation.assertion, case)


def _equality_message(comparison: Comparison, case: Case) -> Phrase:
    assert case.left is not None and case.right is not None
    computed, side, stated = comparison.left, case.left, comparison.right
    if isinstance(computed, Name | Constant) and not isinstance(stated, Name | Constant):
        computed, side, stated = comparison.right, case.right, comparison.left
    digits = telling_digits(case.left, case.right)
    fact = _fact(computed, Span(side.usual, side.unit, digits), case)
    said = _said(stated, case)
    match case.verdict:
        case Verdict.CONSISTENT:
            return Phrase("{fact}, which fits {said}", fact=fact, said=said)
        case Verdict.STRAINED if case.reason is not None:
            return Phrase("{fact}, and fits {said} only by chance: {reason}", fact=fact, said=said, reason=case.reason)
        case Verdict.STRAINED:
            return Phrase("{fact}, and fits {said} only if the words are stretched", fact=fact, said=said)
        case _:
            return Phrase("{fact}, not {said}", fact=fact, said=said)


def _points_apart(comparison: Comparison, case: Case) -> Quantity | None:
    """How many points lie between two percentages of which a growth is stated: those are often called per cent."""
    match comparison.left:
        case Call("growth", (Name() as first, Name() as last), _) if first.key in case.terms and last.key in case.terms:
            start, to = case.terms[first.key], case.terms[last.key]
            if start.unit == to.unit == _PERCENT:
                return Quantity(100 * abs(to.value - start.value), _POINT)
    return None


def _order_message(comparison: Comparison, case: Case) -> Phrase:
    assert case.left is not None and case.right is not None
    holds = case.verdict is not Verdict.INCONSISTENT
    if case.left.unit == _MOMENTS:
        left, right = _said(comparison.left, case), _said(comparison.right, case)
        fact = _ORDER_IN_TIME[comparison.comparator, holds].filled(left=left, right=right)
    else:
        digits = telling_digits(case.left, case.right)
        left = _with_range(comparison.left, Span(case.left.usual, case.left.unit, digits), case)
        right = _with_range(comparison.right, Span(case.right.usual, case.right.unit, digits), case)
        fact = _ORDER[comparison.comparator, holds].filled(left=left, right=right)
    return _stretched(fact) if case.verdict is Verdict.STRAINED else fact


def _with_range(expression: Expression, span: Span, case: Case) -> Said:
    """A side as it is printed, and what it may mean; a number of the rule is exact, and means itself."""
    said = _said(expression, case)
    return said if isinstance(expression, Constant) else Phrase("{said} ({range})", said=said, range=span)


_ORDER: Final = {
    (Comparator.AT_MOST, True): Phrase("{left} can be at most {right}"),
    (Comparator.AT_MOST, False): Phrase("{left} is above {right}"),
    (Comparator.BELOW, True): Phrase("{left} can be below {right}"),
    (Comparator.BELOW, False): Phrase("{left} is not below {right}"),
    (Comparator.AT_LEAST, True): Phrase("{left} can be at least {right}"),
    (Comparator.AT_LEAST, False): Phrase("{left} is below {right}"),
    (Comparator.ABOVE, True): Phrase("{left} can be above {right}"),
    (Comparator.ABOVE, False): Phrase("{left} is not above {right}"),
}
_ORDER_IN_TIME: Final = {
    (Comparator.AT_MOST, True): Phrase("{left} can be no later than {right}"),
    (Comparator.AT_MOST, False): Phrase("{left} is after {right}"),
    (Comparator.BELOW, True): Phrase("{left} can be before {right}"),
    (Comparator.BELOW, False): Phrase("{left} is not before {right}"),
    (Comparator.AT_LEAST, True): Phrase("{left} can be no earlier than {right}"),
    (Comparator.AT_LEAST, False): Phrase("{left} is before {right}"),
    (Comparator.ABOVE, True): Phrase("{left} can be after {right}"),
    (Comparator.ABOVE, False): Phrase("{left} is not after {right}"),
}


def _stretched(fact: Phrase) -> Phrase:
    return Phrase("{fact}, but only if the words are stretched", fact=fact)


def _predicate_message(call: PredicateCall, case: Case) -> Phrase:
    arguments = [_said(argument, case) for argument in call.arguments]
    module = between if call.function == between.PREDICATE.name else grim
    fact: Phrase = module.fact(arguments, holds=case.verdict is not Verdict.INCONSISTENT)
    return _stretched(fact) if case.verdict is Verdict.STRAINED else fact


def _fact(expression: Expression, result: Span, case: Case) -> Phrase:
    """What an expression comes to, in the words of its kind."""
    match expression:
        case Call(function, arguments, _):
            return FUNCTIONS[function].fact([_said(argument, case) for argument in _spelled_out(arguments)], result)
        case Operation(Op.DIVIDE, left, right) if not result.unit:
            return multiple.fact(_said(left, case), _said(right, case), result)
        case _:
            return Phrase("{said} is {result}", said=_said(expression, case), result=result)


def _spelled_out(arguments: Sequence[Argument]) -> list[Argument]:
    """The arguments, a wildcard as the names that it stands for."""
    return [
        each
        for argument in arguments
        for each in (map(Name, argument.names) if isinstance(argument, Wildcard) else (argument,))
    ]


def _said(argument: Argument, case: Case) -> Said:
    """An argument as it is printed: a quote, a number, or a formula with the quotes put in."""
    match argument:
        case Name():
            term = case.terms.get(argument.key)
            return Phrase("“{quote}”", quote=_quote(term)) if term is not None else argument.name
        case Constant(value, unit) if unit == _MOMENTS:
            return Quantity(value, unit)
        case Constant() | Literal() | Wildcard():
            return str(argument)
        case _:
            return Phrase("{formula}", formula=Worked(argument, _printed(case)))


def _quote(term: Term) -> str:
    return "" if term.evidence is None else term.evidence.quote


def calculation(relation: Relation, case: Case) -> tuple[Phrase, ...]:
    """The formula with the printed numbers put in, then what their precision and words allow."""
    comparison = relation.assertion
    if isinstance(comparison, PredicateCall):
        return _neighbours(comparison, case)
    if case.left is None or case.right is None:
        return ()
    lines = [
        Phrase(
            "{formula} = {value}",
            formula=Worked(expression, _printed(case)),
            value=Quantity(side.value, side.unit),
        )
        for expression, side in ((comparison.left, case.left), (comparison.right, case.right))
        if not isinstance(expression, Name | Constant)
    ]
    return (*lines, *compared(case.left, case.right))


def _neighbours(call: PredicateCall, case: Case) -> tuple[Phrase, ...]:
    """The percentages that a count does give, where it gives none that is printed."""
    if call.function != grim.PREDICATE.name or case.verdict is not Verdict.INCONSISTENT:
        return ()
    share, count = call.arguments
    values = [_value(argument, case) for argument in (share, count)]
    term = case.terms.get(share.key) if isinstance(share, Name) else None
    if values[0] is None or values[1] is None:
        return ()
    line = grim.neighbours(values[0], values[1], None if term is None else term.usual.width)
    return () if line is None else (line,)


def _value(argument: Expression, case: Case) -> Fraction | None:
    """The printed value of an argument in base units; None of a calculation."""
    match argument:
        case Name():
            term = case.terms.get(argument.key)
            return None if term is None else term.value
        case Constant(value, unit):
            return value * unit_named(unit).factor
        case _:
            return None


def _printed(case: Case) -> dict[str, Shown]:
    """For each leaf, its value as printed; a rate's average."""
    shown: dict[str, Shown] = {}
    for key, term in case.terms.items():
        if term.evidence is None:
            shown[key] = Quantity(term.value, term.unit)
        elif term.evidence.figure.kind is Kind.DATE:
            shown[key] = term.evidence.figure.text
        else:
            shown[key] = Quantity(term.evidence.figure.number, term.unit, digits=0)
    return shown
