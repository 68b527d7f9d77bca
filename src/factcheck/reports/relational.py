"""The words for what belongs to relations: verdicts, severities, and formulas with their numbers put in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.figures.shown import Quantity
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    Call,
    Constant,
    ExchangeRate,
    Expression,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    Root,
)
from factcheck.relations.finding import Severity, Verdict
from factcheck.relations.worked import Worked
from factcheck.reports.notation import MINUS

Say = Callable[[object], str]

VERDICTS: Final = {
    Verdict.CONSISTENT: Phrase("consistent"),
    Verdict.STRAINED: Phrase("strained"),
    Verdict.INCONSISTENT: Phrase("inconsistent"),
    Verdict.UNVERIFIABLE: Phrase("unverifiable"),
}
SEVERITIES: Final = {
    Severity.ERROR: Phrase("error"),
    Severity.WARNING: Phrase("warning"),
    Severity.NOTE: Phrase("note"),
}
_SIGNS: Final = {Op.ADD: "+", Op.SUBTRACT: MINUS, Op.MULTIPLY: "×", Op.DIVIDE: "÷"}
_BINDS: Final = {Op.ADD: 1, Op.SUBTRACT: 1, Op.MULTIPLY: 2, Op.DIVIDE: 2}
_ALONE: Final = 4


def text(value: object, say: Say) -> str:
    """A verdict, a severity or a formula in words; anything else as Python writes it."""
    match value:
        case Verdict():
            return say(VERDICTS[value])
        case Severity():
            return say(SEVERITIES[value])
        case Worked():
            return _Formula(value, say).text(value.expression)[0]
        case _:
            return str(value)


class _Formula:
    """Writes the expression of one worked formula."""

    def __init__(self, worked: Worked, say: Say) -> None:
        self._worked = worked
        self._say = say

    def text(self, expression: Expression) -> tuple[str, int]:
        """The text of an expression, and how tightly it binds."""
        match expression:
            case Constant():
                written = "" if expression.unit == "calendar_year" else expression.text
                text = written or self._say(Quantity(expression.value, expression.unit, 0))
                return text, 1 if expression.value < 0 else _ALONE
            case Name() | ExchangeRate():
                shown = self._worked.shown.get(expression.key, expression.key)
                negative = isinstance(shown, Quantity) and shown.value < 0
                return self._say(shown), 1 if negative else _ALONE
            case Call(meaning=meaning):
                return self.text(meaning)
            case Negative(operand):
                return f"{MINUS}{self._inside(operand, 3)}", 1
            case Power(base, exponent):
                # a number and its unit are raised together, so they need parentheses too
                return f"({self.text(base)[0]})^{exponent}", 3
            case Root(base, degree):
                return f"({self.text(base)[0]})^(1/{degree})", 3
            case Operation(Op.MULTIPLY | Op.DIVIDE, left, right) if _is_unwritten_one(right):
                return self.text(left)
            case Operation(op, left, right):
                binds = _BINDS[op]
                before = self._inside(left, 1 if op in (Op.ADD, Op.SUBTRACT) else 2)
                after = self._inside(right, binds + 1 if op in (Op.SUBTRACT, Op.DIVIDE) else binds)
                return f"{before} {_SIGNS[op]} {after}", binds

    def _inside(self, expression: Expression, least: int) -> str:
        text, binds = self.text(expression)
        return f"({text})" if binds < least else text


def _is_unwritten_one(expression: Expression) -> bool:
    """Whether it is a factor of 1 that no rule wrote: it is there for its unit, and would only puzzle."""
    match expression:
        case Constant(value, _, text):
            return value == 1 and not text
        case Operation(Op.MULTIPLY | Op.DIVIDE, left, right):
            return _is_unwritten_one(left) and _is_unwritten_one(right)
        case _:
            return False
