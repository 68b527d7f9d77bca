"""Relations that articles state, as rules over the claims that were pulled from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.base import Base, Rule
from factcheck.claims.relations import judged_rule
from factcheck.claims.rules import RuleScope, parsed
from factcheck.claims.sense import nonsense
from factcheck.claims.syntax import RuleError
from factcheck.claims.units import UnitError, check_units
from factcheck.desk.articles import Article, slug, unique
from factcheck.desk.pulled import Key, key_of
from factcheck.errors import NOWHERE
from factcheck.figures.figure import Figure
from factcheck.figures.rates import Rates
from factcheck.kinds import agreement, slip, weekday
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    Argument,
    Call,
    Comparison,
    Expression,
    Literal,
    Name,
    Negative,
    Operation,
    Power,
    Root,
    Wildcard,
)
from factcheck.relations.finding import Assertion, Confidence, Finding, PredicateCall, Relation, Verdict


class Named(Struct, frozen=True):
    """The claim that a figure of an article is a statement of, and the figure as it is read there."""

    claim: str
    figure: Figure


class NewRule(Struct, frozen=True):
    """A rule, and what it comes to. `figures` are the places of its figures in the article that states it."""

    id: str
    check: str
    finding: Finding
    figures: frozenset[Key]


class Unwritten(Struct, frozen=True):
    """A relation that an article states and no rule over its claims can say; `figures` as in a rule."""

    finding: Finding
    figures: frozenset[Key]

    @property
    def told(self) -> Phrase:
        """What is lost, so that somebody may look after it."""
        quotes = (each.quote for said in self.finding.relation.figures.values() for each in said)
        return Phrase(
            "no rule says this: {kind} of {figures}, {verdict}: {message}",
            kind=self.finding.kind,
            figures=tuple(Phrase("“{quote}”", quote=quote) for quote in dict.fromkeys(quotes)),
            verdict=self.finding.verdict,
            message=self.finding.message,
        )


def pulled_rules(
    article: Article, claims: Mapping[Key, Named], base: Base, rates: Rates, taken: Mapping[str, str]
) -> Iterator[NewRule | Unwritten]:
    """The relations of an article that the rule language can express over claims of a base, each once; and the others.

    Those that claims are judged by without a rule are left out, and those that only seem to be stated.

    `claims` are the claims of the article's figures, by their places; `taken` are the rules that there are: ids and
    texts.
    """
    languages = tuple(dict.fromkeys(source.lang for source in base.sources.values()))
    scope = RuleScope(base.claims, languages)
    used, texts = {*taken, *base.rules}, {*taken.values(), *(rule.text for rule in base.rules.values())}
    for finding in article.findings:
        if finding.relation.confidence is Confidence.LOW or _goes_without_rule(finding, claims):
            continue
        keys = frozenset(key_of(each.figure) for said in finding.relation.figures.values() for each in said)
        names = _claims_of(finding.relation, claims)
        text = "" if names is None else str(renamed(finding.relation.assertion, names))
        assertion = _understood(text, scope) if text else None
        if names is None or assertion is None:
            yield Unwritten(finding, keys)
            continue
        if text in texts:
            continue
        texts.add(text)
        rule = Rule(_rule_id(finding.kind, list(names.values()), used), text, assertion, NOWHERE)
        used.add(rule.id)
        yield NewRule(rule.id, text, judged_rule(base, rule, rates), keys)


def _goes_without_rule(finding: Finding, claims: Mapping[Key, Named]) -> bool:
    """Whether `factcheck run` judges it anyway: the weekday of a claim, and what is said of one claim several times.

    The right weekday of a date that is no claim is no loss.
    """
    if finding.kind == weekday.KIND and finding.verdict is Verdict.CONSISTENT:
        return True
    figures = [each.figure for said in finding.relation.figures.values() for each in said]
    named = {each.claim if (each := claims.get(key_of(figure))) else None for figure in figures}
    if None in named or len(named) != 1:
        return False
    return finding.kind == weekday.KIND or (len(figures) > 1 and finding.kind in (agreement.KIND, slip.KIND))


def _claims_of(relation: Relation, claims: Mapping[Key, Named]) -> Mapping[str, str] | None:
    """For each role the claim of its figure; None where one has none or is read otherwise, or two have the same."""
    names: dict[str, str] = {}
    for role in relation.names:
        figures = [each.figure for each in relation.figures.get(role, ())]
        named = claims.get(key_of(figures[0])) if len(figures) == 1 else None
        if named is None or named.figure.value != figures[0].value:
            return None
        names[role] = named.claim
    return names if names and len(set(names.values())) == len(names) else None


def _rule_id(kind: str, claims: Sequence[str], used: Collection[str]) -> str:
    return unique(f"{slug(kind)}-{slug(claims[0])}", used, "-")


def _understood(text: str, scope: RuleScope) -> Assertion | None:
    """What the text of a rule asserts; None where the rule language has no such rule, or its units do not fit."""
    try:
        assertion = parsed(text, scope)
        if str(assertion) != text or nonsense(assertion) is not None:
            return None
        check_units(assertion, scope.stated_unit)
    except (RuleError, UnitError):
        return None
    return assertion


def renamed(assertion: Assertion, names: Mapping[str, str]) -> Assertion:
    """The assertion over figures of other names."""
    if isinstance(assertion, PredicateCall):
        return replace(assertion, arguments=tuple(_renamed(each, names) for each in assertion.arguments))
    return Comparison(assertion.comparator, _renamed(assertion.left, names), _renamed(assertion.right, names))


def _renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    match expression:
        case Name(name):
            return Name(names.get(name, name))
        case Operation(op, left, right):
            return Operation(op, _renamed(left, names), _renamed(right, names))
        case Negative(operand):
            return Negative(_renamed(operand, names))
        case Power(base, exponent):
            return Power(_renamed(base, names), exponent)
        case Root(base, degree):
            return Root(_renamed(base, names), degree)
        case Call(function, arguments, meaning):
            return Call(function, tuple(_renamed_argument(each, names) for each in arguments), _renamed(meaning, names))
        case _:
            return expression


def _renamed_argument(argument: Argument, names: Mapping[str, str]) -> Argument:
    return argument if isinstance(argument, Literal | Wildcard) else _renamed(argument, names)
