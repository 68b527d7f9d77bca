from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.base import Claim
from factcheck.claims.quantities import constant
from factcheck.claims.rules import LONGEST, RuleScope, parsed
from factcheck.claims.syntax import RuleError
from factcheck.errors import Place
from factcheck.figures.periods import Period
from factcheck.kinds import FUNCTIONS
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparator,
    Comparison,
    Constant,
    Expression,
    Literal,
    Name,
    Negative,
    Op,
    Operation,
    Wildcard,
    children,
    names,
)
from factcheck.relations.finding import PredicateCall


def claim(name: str, unit: str = "MAD") -> Claim:
    return Claim(name, Place("a.yaml"), unit=unit, period=Period.of_year(2024))


PARTS = ("ito_a", "ito_b", "ito_b_2024")
SCOPE = RuleScope({name: claim(name) for name in ("a", "b", "exports_2024", *PARTS)}, ("fr",))
BASE = {"a": Name("a"), "b": Name("b")}


def sides(text: str) -> tuple[Expression, Expression]:
    found = parsed(text, SCOPE)
    assert isinstance(found, Comparison)
    return found.left, found.right


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a+b*2==3", "a + b * 2 == 3"),
        ("(a + b) * 2 <= 3", "(a + b) * 2 <= 3"),
        ("a − b ÷ 2 × 3 > -a", "a - b / 2 * 3 > -a"),
        ("a - (b - 1) < 100 %", "a - (b - 1) < 100 %"),
        ("a + (b + 1) >= 1.5", "a + (b + 1) >= 1.5"),
        ("-(-a) == -(a + b)", "-(-a) == -(a + b)"),
        ("sum(ito_*) == a", "sum(ito_*) == a"),
        ("sum( *_2024,b*2 ,a ) == a", "sum(*_2024, b * 2, a) == a"),
        ("convert(a + b, USD, 2024-H1) == 2 milliards USD", "convert(a + b, USD, 2024-H1) == 2 milliards USD"),
        ("convert(a, USD) > 0", "convert(a, USD) > 0"),
        ("cagr(a, b, 6) == 7 %", "cagr(a, b, 6) == 7 %"),
        ("between(a, 2 MAD, 100 000 MAD)", "between(a, 2 MAD, 100 000 MAD)"),
    ],
)
def test_a_rule_prints_back_as_it_was_written(text: str, printed: str) -> None:
    tree = parsed(text, SCOPE)
    assert str(tree) == printed
    assert parsed(printed, SCOPE) == tree


def test_operations_bind_as_in_arithmetic() -> None:
    left, right = sides("a - b - -b * 2 == a / b / 2")
    a, b, two = Name("a"), Name("b"), Constant(Fraction(2), "", "2")
    minus = Operation(Op.SUBTRACT, Operation(Op.SUBTRACT, a, b), Operation(Op.MULTIPLY, Negative(b), two))
    assert left == minus
    assert right == Operation(Op.DIVIDE, Operation(Op.DIVIDE, a, b), two)


def test_a_wildcard_stands_for_the_claims_that_fit() -> None:
    left, _ = sides("sum(ito_*) == a")
    assert names(left) == PARTS
    assert names(sides("sum(ito_*_2024) == a")[0]) == ("ito_b_2024",)
    assert isinstance(left, Call)
    assert left.arguments == (Wildcard("ito_*", PARTS),)


def test_a_predicate_keeps_its_arguments() -> None:
    found = parsed("grim(33 %, 12)", SCOPE)
    assert isinstance(found, PredicateCall)
    assert [str(each) for each in found.arguments] == ["33 %", "12"]


MISTAKES = [
    ("", 0, "the rule ends too early", "expected: a claim, a number or a parenthesis"),
    ("a ==", 4, "the rule ends too early", "expected: a claim, a number or a parenthesis"),
    ("(a == b", 3, "== cannot stand here", "expected: a closing parenthesis"),
    ("a == b)", 6, ") cannot stand here", "expected: the end of the rule"),
    ("a b == 2", 2, "b cannot stand here", "expected: an operator (+ - * /) or a comparison (== <= >= < >)"),
    ("a = b", 2, "= cannot stand here", "write == for equals"),
    ("a ≤ b", 2, "≤ cannot stand here", "write one of == <= >= < >"),
    ("a < b < 2", 6, "< cannot stand here", "one rule is one comparison: write two rules"),
    ("a == 26,2", 7, ", cannot stand here", "rules have a decimal point: write 26.2"),
    ("a == 1.000.000", 10, ". cannot stand here", "write thousands with spaces: 1 000 000"),
    ("a ^ 2 == b", 2, "^ cannot stand here", "there are no powers: write cagr(from, to, years) for yearly growth"),
    ("Exports == b", 0, "E cannot stand here", "the names of claims are in small letters"),
    ("exports_2042 == a", 0, "no claim is named exports_2042", "did you mean exports_2024?"),
    ("a == 2 * (b + exprots_2024)", 14, "no claim is named exprots_2024", "did you mean exports_2024?"),
    ("a == zzz", 5, "no claim is named zzz", ""),
    ("groth(a, b) == 2 %", 0, "no function is named groth", "did you mean growth?"),
    ("betwen(a, b, a)", 0, "no function is named betwen", "did you mean between?"),
    ("growth(a) == 2 %", 0, "growth does not take 1 argument", "write growth(from, to)"),
    ("between(a, b)", 0, "between does not take 2 arguments", "write between(x, low, high)"),
    ("growth(a, b)", 0, "growth has a value: it is neither true nor false", "compare it: growth(a, b) == …"),
    (
        "between(a, b, a) == 2",
        0,
        "between is true or false: it has no value to reckon with",
        "let it stand alone in the rule",
    ),
    ("growth(a, ito_*) == 2", 10, "ito_* can only stand as a whole argument of sum", ""),
    ("sum(xyz_*) == a", 4, "no claim fits xyz_*", ""),
    ("convert(a, usd) == b", 11, "usd cannot stand here", "expected: the code of a currency, such as USD"),
    ("convert(a, USD, b) > 0", 16, "b cannot stand here", "expected: a period, such as 2024 or 2024-H1"),
    ("convert(a, USD, 2024-13) > 0", 16, "2024-13 does not exist: it is in no calendar", ""),
    ("convert(2, USD, 2024) > a", 0, "2 is not an amount of money: it cannot be converted", ""),
    ("a == 2 exports_2024", 5, "exports_2024 is not a unit", "an operator is missing before exports_2024"),
    ("a == 27 miliards MAD", 5, "miliards MAD is not a unit", "write a unit, or an operator"),
    ("a == 140.000 MAD", 5, "140.000 is 140 in a rule: the point is the decimal point", "write 140 000 or 140"),
    ("a == " + "1" * 41, 5, "a number of more than 40 digits", ""),
    ("a == " + "-" * 32 + "b", 36, "nested more than 30 levels deep", ""),
    (
        " + ".join("a" * 101) + " == b",
        400,
        "a rule of more than 100 figures",
        "give parts a common beginning and write sum(beginning_*)",
    ),
    ("a" * 2001, LONGEST, "a rule of 2001 characters: 2000 at most", ""),
]


@pytest.mark.parametrize(("text", "start", "message", "hint"), MISTAKES)
def test_a_mistake_is_said_at_its_place(text: str, start: int, message: str, hint: str) -> None:
    with pytest.raises(RuleError) as raised:
        parsed(text, SCOPE)
    error = raised.value
    said = str(error.phrase), "" if error.hint is None else str(error.hint)
    assert (error.start, *said) == (start, message, hint)


def depth(expression):
    return 1 + max((depth(child) for child in children(expression)), default=0)


def test_a_wildcard_stands_for_five_hundred_claims_at_most() -> None:
    scope = RuleScope({f"part_{n}": claim(f"part_{n}") for n in range(500)})
    found = parsed("sum(part_*) == 3 MAD", scope)
    assert isinstance(found, Comparison)
    assert len(names(found.left)) == 500
    assert depth(found.left) < 20
    scope = RuleScope({f"part_{n}": claim(f"part_{n}") for n in range(501)})
    with pytest.raises(RuleError, match="fits 501 claims: 500 at most"):
        parsed("sum(part_*) == 3 MAD", scope)


CONSTANTS = st.sampled_from(["0", "2", "1.5", "100 %", "27 milliards MAD", "12 pts", "100 000", "5 ans", "3 emplois"])
LEAVES = st.sampled_from(["a", "b", "exports_2024"]).map(Name) | CONSTANTS.map(lambda text: constant(text, ("fr",)))


def call(function: str, arguments: list[Argument]) -> Call:
    return Call(function, tuple(arguments), FUNCTIONS[function].build(arguments, SCOPE))


def compound(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Operation, st.sampled_from(Op), inner, inner),
        st.builds(Negative, inner),
        st.builds(
            call, st.sampled_from(["growth", "share", "points", "years"]), st.lists(inner, min_size=2, max_size=2)
        ),
        st.builds(call, st.just("sum"), st.lists(inner | st.just(Wildcard("ito_*", PARTS)), min_size=1, max_size=4)),
        st.builds(lambda name: call("convert", [name, Literal("USD"), Literal("2024-06")]), st.just(Name("a"))),
    )


EXPRESSIONS = st.recursive(LEAVES, compound, max_leaves=12)


@given(st.builds(Comparison, st.sampled_from(Comparator), EXPRESSIONS, EXPRESSIONS))
def test_every_tree_prints_to_a_text_that_parses_to_it(tree: Comparison) -> None:
    assert parsed(str(tree), SCOPE) == tree


@given(st.text(alphabet="ab_ 2.%,()+-*/=<>×÷−MADgrowth\u00a0é", max_size=40))
def test_any_text_is_a_rule_or_a_mistake_within_it(text: str) -> None:
    try:
        tree = parsed(text, SCOPE)
    except RuleError as error:
        assert 0 <= error.start <= error.end <= len(text)
    else:
        assert parsed(str(tree), SCOPE) == tree


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("sum(a_*) + sum(a_*) == sum(a_*)", "a rule of 900 figures, wildcards written out: 500 at most"),
        ("share(a_1, sum(a_*)) == a_2 * a_3", None),
        (f"{' + '.join(f'a_{at}' for at in range(31))} == {' + '.join(f'a_{at} / 2' for at in range(31))}",
         "31 figures stand in the rule more than once: 30 at most"),
    ],
)  # fmt: skip
def test_a_rule_that_would_take_too_long_to_judge_is_a_mistake(problems, rule, message):
    claims = "".join(f'  a_{at}: {{said: {{s: "{at + 1} kg"}}}}\n' for at in range(300))
    found = problems(f"sources: {{s: {{lang: fr}}}}\nclaims:\n{claims}rules:\n  r:\n    check: {rule}\n")
    assert message in [each[1] for each in found] or (
        message is None and all("at most" not in each[1] for each in found)
    )
