"""The trees that rules and prose both become.

An expression is built of exact constants, names of figures, exchange rates and + − × ÷. A call such as
`growth(a, b)` keeps its name and arguments, so that it prints back as it was written, and carries its `meaning`,
an expression in the plainer operations, which is what is computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.periods import Period


class Op(StrEnum):
    """The four operations."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class Comparator(StrEnum):
    """How the two sides of a comparison are said to stand."""

    EQUAL = "=="
    AT_MOST = "<="
    AT_LEAST = ">="
    BELOW = "<"
    ABOVE = ">"


class Constant(Struct, frozen=True):
    """An exact number with a unit, as a rule writes it; `text` is how it was written."""

    value: Fraction
    unit: str = ""
    text: str = ""

    def __str__(self) -> str:
        return self.text or f"{self.value} {self.unit}".strip()


class Name(Struct, frozen=True):
    """The figure of that name: a claim in rules, a role in prose. The same name is always the same value."""

    name: str

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """What values are looked up by."""
        return self.name


class ExchangeRate(Struct, frozen=True):
    """How much of `currency` one `per` cost in a period. The same pair and period is always the same value."""

    currency: str
    per: str
    period: Period

    def __str__(self) -> str:
        return f"{self.currency}/{self.per} {self.period}"

    @property
    def key(self) -> str:
        """What values are looked up by; no name of a figure has a slash."""
        return str(self)


class Operation(Struct, frozen=True):
    """`left op right`."""

    op: Op
    left: Expression
    right: Expression

    def __str__(self) -> str:
        left = _in_parentheses(self.left, _PRECEDENCE[self.op])
        # a − (b − c) and a / (b / c) need their parentheses; a + (b + c) keeps them, to print as it was written
        right = _in_parentheses(self.right, _PRECEDENCE[self.op] + 1)
        return f"{left} {self.op} {right}"


class Negative(Struct, frozen=True):
    """`−operand`."""

    operand: Expression

    def __str__(self) -> str:
        return f"-{_in_parentheses(self.operand, 3)}"


class Power(Struct, frozen=True):
    """`base` to a whole exponent of at least 0."""

    base: Expression
    exponent: int

    def __str__(self) -> str:
        return f"{_in_parentheses(self.base, 3)}^{self.exponent}"


class Root(Struct, frozen=True):
    """The positive `degree`-th root of what is positive."""

    base: Expression
    degree: int

    def __str__(self) -> str:
        return f"{_in_parentheses(self.base, 3)}^(1/{self.degree})"


class Wildcard(Struct, frozen=True):
    """`ito_*` as the whole argument of a sum, and the names that it stood for when the rule was loaded."""

    pattern: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        return self.pattern


class Literal(Struct, frozen=True):
    """An argument that is neither a figure nor a number: a currency's code or a period."""

    text: str

    def __str__(self) -> str:
        return self.text


class Call(Struct, frozen=True):
    """A function of the rule language as it was written, and the plainer expression that it means."""

    function: str
    arguments: tuple[Argument, ...]
    meaning: Expression

    def __str__(self) -> str:
        return f"{self.function}({', '.join(str(argument) for argument in self.arguments)})"


Expression = Constant | Name | ExchangeRate | Operation | Negative | Power | Root | Call
Argument = Expression | Wildcard | Literal
Leaf = Name | ExchangeRate

_PRECEDENCE: Final = {Op.ADD: 1, Op.SUBTRACT: 1, Op.MULTIPLY: 2, Op.DIVIDE: 2}


def _in_parentheses(expression: Expression, least: int) -> str:
    """The expression's text, in parentheses where it binds less tightly than `least`."""
    binds = 4
    if isinstance(expression, Operation):
        binds = _PRECEDENCE[expression.op]
    elif isinstance(expression, Negative) or (isinstance(expression, Constant) and expression.value < 0):
        binds = 2
    return f"({expression})" if binds < least else str(expression)


class Comparison(Struct, frozen=True):
    """`left comparator right`: what a rule or a sentence asserts.

    `judged_as` is an equivalent comparison that can be computed exactly, where this one cannot (roots).
    """

    comparator: Comparator
    left: Expression
    right: Expression
    judged_as: Comparison | None = None

    def __str__(self) -> str:
        return f"{self.left} {self.comparator} {self.right}"


def add(*terms: Expression) -> Expression:
    """The sum of one or more terms, as a tree of little depth however many they are."""
    if len(terms) == 1:
        return terms[0]
    middle = (len(terms) + 1) // 2
    return Operation(Op.ADD, add(*terms[:middle]), add(*terms[middle:]))


def subtract(left: Expression, right: Expression) -> Expression:
    """left − right."""
    return Operation(Op.SUBTRACT, left, right)


def multiply(left: Expression, right: Expression) -> Expression:
    """left × right."""
    return Operation(Op.MULTIPLY, left, right)


def divide(left: Expression, right: Expression) -> Expression:
    """left ÷ right."""
    return Operation(Op.DIVIDE, left, right)


ONE: Final = Constant(Fraction(1))


def children(expression: Expression) -> tuple[Expression, ...]:
    """The expressions directly below one; a call has its meaning."""
    match expression:
        case Operation(_, left, right):
            return (left, right)
        case Negative(operand):
            return (operand,)
        case Power(base, _) | Root(base, _):
            return (base,)
        case Call(meaning=meaning):
            return (meaning,)
        case _:
            return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything below it, in order of appearance."""
    yield expression
    for child in children(expression):
        yield from walk(child)


def leaves(*expressions: Expression) -> Iterator[Leaf]:
    """The names and rates in expressions, in order of appearance, as often as they appear."""
    for expression in expressions:
        for node in walk(expression):
            if isinstance(node, Name | ExchangeRate):
                yield node


def names(*expressions: Expression) -> tuple[str, ...]:
    """The names of figures in expressions, each once, in the order in which the rule writes them."""
    return tuple(dict.fromkeys(name for expression in expressions for name in _written(expression)))


def _written(expression: Argument) -> Iterator[str]:
    match expression:
        case Name(name):
            yield name
        case Wildcard(names=found):
            yield from found
        case Call(arguments=arguments):
            for argument in arguments:
                yield from _written(argument)
        case Literal():
            return
        case _:
            for child in children(expression):
                yield from _written(child)
