"""The rule language: from the text of a rule to the relation that it asserts.

The grammar is in `grammar.lark`. A text is bounded in length, in nesting and in the figures it names, so that every
rule is parsed and judged in little time; what exceeds a bound is a mistake that says which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from factcheck.claims.base import Claim
from factcheck.claims.hints import did_you_mean
from factcheck.claims.quantities import QuantityError, constant
from factcheck.claims.syntax import RuleError, explained
from factcheck.figures.periods import Period
from factcheck.kinds import FUNCTIONS, PREDICATES, rewritten
from factcheck.kinds.kind import KindError
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparator,
    Comparison,
    Expression,
    Literal,
    Name,
    Negative,
    Op,
    Operation,
    Wildcard,
    leaves,
    names,
)
from factcheck.relations.finding import Assertion, PredicateCall

if TYPE_CHECKING:
    from lark import Lark

LONGEST: Final = 2000
DEEPEST: Final = 30
MOST_FIGURES: Final = 100
MOST_MATCHES: Final = 500
MOST_REPEATED: Final = 30

_OPERATIONS: Final = {
    "PLUS": Op.ADD,
    "MINUS": Op.SUBTRACT,
    "TIMES": Op.MULTIPLY,
    "DIVIDED": Op.DIVIDE,
}


class RuleScope:
    """What a rule may name: the claims of the base, and the languages that its sources speak.

    claims     the claims by id
    doubtful   ids of claims that have mistakes of their own: their units are not to be trusted
    is_whole   false where a file could not be parsed: then any name may be that of a claim in it
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        languages: tuple[str, ...] = ("fr",),
        doubtful: frozenset[str] = frozenset(),
        *,
        is_whole: bool = True,
    ) -> None:
        self.claims = claims
        self.languages = languages
        self.doubtful = doubtful
        self._is_whole = is_whole

    def knows(self, name: str) -> bool:
        """Whether there is such a claim, or may be."""
        return name in self.claims or name in self.doubtful or not self._is_whole

    def trusts(self, names: Iterable[str]) -> bool:
        """Whether these claims are there and without mistakes."""
        return all(name in self.claims and name not in self.doubtful for name in names)

    def finds(self, pattern: str) -> tuple[str, ...]:
        """The claims that a wildcard stands for."""
        return tuple(name for name in self.claims if fnmatchcase(name, pattern))

    def may_find(self, pattern: str) -> bool:
        """Whether a claim that has mistakes, or stands in a file that could not be parsed, may fit a wildcard."""
        return not self._is_whole or any(fnmatchcase(name, pattern) for name in self.doubtful)

    def unit(self, name: str) -> str:
        """The unit of a claim; empty for a plain number."""
        return self.claims[name].unit if name in self.claims else ""

    def stated_unit(self, name: str) -> str | None:
        """The unit of a claim; None where neither the claim nor any source says it."""
        claim = self.claims.get(name)
        return claim.unit if claim is not None and (claim.unit or claim.statements) else None

    def language(self, name: str) -> str:
        """The language that a claim is stated in, which is also that of its figures in tests."""
        claim = self.claims.get(name)
        return claim.statements[0].lang if claim is not None and claim.statements else self.languages[0]

    def period(self, name: str) -> Period | None:
        """The period of a claim, where it has one."""
        return self.claims[name].period if name in self.claims else None


def parsed(text: str, scope: RuleScope) -> Assertion:
    """The relation that a rule's text asserts; raises RuleError, which says where in the text."""
    if len(text) > LONGEST:
        raise RuleError(
            Phrase("a rule of {length} characters: {most} at most", length=len(text), most=LONGEST),
            LONGEST,
            len(text),
        )
    from lark.exceptions import UnexpectedInput

    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        raise explained(error, text) from None
    return _Builder(scope, text).assertion(tree)


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from lark import Lark

    grammar = (files("factcheck.claims") / "grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=False)


class _Builder:
    """Makes the relation of one rule out of the syntax tree."""

    def __init__(self, scope: RuleScope, text: str) -> None:
        self._scope = scope
        self._text = text
        self._figures = 0

    def assertion(self, tree: Any) -> Assertion:
        """The comparison or the predicate that the tree is."""
        if tree.data != "comparison":
            return self._predicate(tree)
        left, comparator, right = tree.children
        comparison = Comparison(Comparator(str(comparator)), self._expression(left, 0), self._expression(right, 0))
        self._check_size(comparison)
        try:
            return rewritten(comparison)
        except KindError as error:
            raise RuleError(error.phrase, 0, len(self._text)) from None

    def _check_size(self, comparison: Comparison) -> None:
        """Raises RuleError where the comparison would take too long to judge, wildcards counted as what they fit."""
        counts = Counter(leaf.key for leaf in leaves(comparison.left, comparison.right))
        several = sum(count > 1 for count in counts.values())
        if counts.total() > MOST_MATCHES:
            message = Phrase(
                "a rule of {count} figures, wildcards written out: {most} at most",
                count=counts.total(),
                most=MOST_MATCHES,
            )
        elif several > MOST_REPEATED:
            message = Phrase(
                "{count} figures stand in the rule more than once: {most} at most", count=several, most=MOST_REPEATED
            )
        else:
            return
        raise RuleError(message, 0, len(self._text))

    def _predicate(self, tree: Any) -> PredicateCall:
        function, *arguments = tree.children
        predicate = PREDICATES.get(str(function))
        if predicate is None:
            if str(function) not in FUNCTIONS:
                raise _unknown_function(function)
            raise RuleError(
                Phrase("{function} has a value: it is neither true nor false", function=str(function)),
                function.start_pos,
                function.end_pos,
                Phrase("compare it: {example}", example=f"{self._text.strip()} == …"),
            )
        self._check_count(function, predicate.roles, 0, len(arguments))
        built = tuple(self._expression(argument, 1) for argument in arguments)
        return PredicateCall(predicate.name, built, predicate.possible)

    def _expression(self, tree: Any, depth: int) -> Expression:
        """The expression that a part of the tree is; `depth` is how deeply it is nested."""
        match tree.data:
            case "name":
                return self._name(tree.children[0])
            case "constant":
                return self._constant(tree.children[0])
            case "sum" | "product":
                first, *rest = tree.children
                result = self._expression(first, depth + 1)
                for operator, operand in zip(rest[::2], rest[1::2], strict=True):
                    result = Operation(_OPERATIONS[operator.type], result, self._expression(operand, depth + 1))
                return result
            case "negative":
                self._check_depth(tree.children[0], depth)
                return Negative(self._expression(tree.children[1], depth + 1))
            case "call":
                return self._call(tree, depth)
            case _:
                token = tree.children[0]
                raise RuleError(
                    Phrase("{pattern} can only stand as a whole argument of sum", pattern=str(token)),
                    token.start_pos,
                    token.end_pos,
                )

    def _check_depth(self, token: Any, depth: int) -> None:
        if depth > DEEPEST:
            raise RuleError(
                Phrase("nested more than {count} levels deep", count=DEEPEST), token.start_pos, token.end_pos
            )

    def _count(self, token: Any) -> None:
        """Counts one more figure."""
        self._figures += 1
        if self._figures > MOST_FIGURES:
            raise RuleError(
                Phrase("a rule of more than {count} figures", count=MOST_FIGURES),
                token.start_pos,
                token.end_pos,
                Phrase("give parts a common beginning and write sum(beginning_*)"),
            )

    def _name(self, token: Any) -> Name:
        self._count(token)
        name = str(token)
        if not self._scope.knows(name):
            known = [*self._scope.claims, *self._scope.doubtful]
            raise RuleError(
                Phrase("no claim is named {name}", name=name),
                token.start_pos,
                token.end_pos,
                did_you_mean(name, known),
            )
        return Name(name)

    def _constant(self, token: Any) -> Expression:
        self._count(token)
        try:
            return constant(str(token), self._scope.languages)
        except QuantityError as error:
            last = str(token).split()[-1]
            if self._scope.knows(last):
                hint: Phrase | None = Phrase("an operator is missing before {name}", name=last)
            else:
                hint = error.hint
            raise RuleError(error.phrase, token.start_pos, token.end_pos, hint) from None

    def _call(self, tree: Any, depth: int) -> Call:
        token, *written = tree.children
        self._check_depth(token, depth)
        name = str(token)
        function = FUNCTIONS.get(name)
        if function is None:
            if name not in PREDICATES:
                raise _unknown_function(token)
            raise RuleError(
                Phrase("{function} is true or false: it has no value to reckon with", function=name),
                token.start_pos,
                token.end_pos,
                Phrase("let it stand alone in the rule"),
            )
        if not function.variadic:
            self._check_count(token, function.roles, function.optional, len(written))
        arguments = tuple(self._argument(argument, function.variadic, depth + 1) for argument in written)
        try:
            return Call(name, arguments, function.build(arguments, self._scope))
        except KindError as error:
            used = names(*(each for each in arguments if not isinstance(each, Wildcard | Literal)))
            raise RuleError(error.phrase, token.start_pos, token.end_pos, is_certain=self._scope.trusts(used)) from None

    def _argument(self, tree: Any, takes_wildcards: bool, depth: int) -> Argument:
        kind = getattr(tree, "type", None)
        if kind == "CURRENCY":
            return Literal(str(tree))
        if kind == "PERIOD":
            return self._period(tree)
        if tree.data == "wildcard" and takes_wildcards:
            return self._wildcard(tree.children[0])
        return self._expression(tree, depth)

    def _period(self, token: Any) -> Literal:
        try:
            Period.parse(str(token))
        except ValueError:
            raise RuleError(
                Phrase("{text} does not exist: it is in no calendar", text=str(token)), token.start_pos, token.end_pos
            ) from None
        return Literal(str(token))

    def _wildcard(self, token: Any) -> Wildcard:
        self._count(token)
        pattern = str(token)
        found = self._scope.finds(pattern)
        if not found:
            raise RuleError(
                Phrase("no claim fits {pattern}", pattern=pattern),
                token.start_pos,
                token.end_pos,
                is_certain=not self._scope.may_find(pattern),
            )
        if len(found) > MOST_MATCHES:
            message = Phrase(
                "{pattern} fits {found} claims: {most} at most", pattern=pattern, found=len(found), most=MOST_MATCHES
            )
            raise RuleError(message, token.start_pos, token.end_pos)
        return Wildcard(pattern, found)

    def _check_count(self, token: Any, roles: tuple[str, ...], optional: int, count: int) -> None:
        if not len(roles) - optional <= count <= len(roles):
            raise RuleError(
                Phrase(
                    "{function} does not take {count} argument",
                    "{function} does not take {count} arguments",
                    function=str(token),
                    count=count,
                ),
                token.start_pos,
                token.end_pos,
                Phrase("write {form}", form=f"{token}({', '.join(roles)})"),
            )


def _unknown_function(token: Any) -> RuleError:
    return RuleError(
        Phrase("no function is named {name}", name=str(token)),
        token.start_pos,
        token.end_pos,
        did_you_mean(str(token), [*FUNCTIONS, *PREDICATES]),
    )
