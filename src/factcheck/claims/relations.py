"""From a claim base to what can be judged: the rules as relations, and what statements say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from factcheck.claims.base import Base, Claim, Rule, Statement
from factcheck.kinds import agreement, kind_of, quote, slip, weekday
from factcheck.kinds.agreement import Dated
from factcheck.kinds.findings import find
from factcheck.relations.expression import names
from factcheck.relations.finding import Evidence, Finding, PredicateCall, Relation, Severity
from factcheck.relations.implied import solved
from factcheck.relations.judge import RateSource


def evidence_of(base: Base, statement: Statement) -> Evidence:
    """A statement as a figure with its source and its place."""
    source = base.sources.get(statement.source)
    return Evidence(
        statement.figure,
        statement.quote,
        claim=statement.claim,
        source=statement.source,
        place=statement.place,
        published=None if source is None else source.published,
    )


def current(claim: Claim) -> tuple[Statement, ...]:
    """The statements that stand: a revised one supersedes the provisional ones."""
    if any(_status(claim, statement) == "revised" for statement in claim.statements):
        return tuple(each for each in claim.statements if _status(claim, each) != "provisional")
    return claim.statements


def _status(claim: Claim, statement: Statement) -> str | None:
    return statement.status or claim.status


def relation_of(base: Base, rule: Rule) -> Relation:
    """A rule as a relation over the figures that its claims state."""
    return _relation(rule, lambda name: [evidence_of(base, each) for each in current(base.claims[name])])


def relation_with(rule: Rule, bindings: Mapping[str, Evidence]) -> Relation:
    """A rule as a relation over given figures, as its tests bind them."""
    return _relation(rule, lambda name: [bindings[name]] if name in bindings else [])


def judged_rule(base: Base, rule: Rule, rates: RateSource) -> Finding:
    """What a rule comes to."""
    return find(relation_of(base, rule), rates)


def judged_claim(base: Base, claim: Claim, rates: RateSource, texts: Mapping[str, str]) -> Iterator[Finding]:
    """What the statements of a claim come to with no rule written; `texts` are normalised texts by source."""
    statements = [
        Dated(evidence_of(base, statement), statement.as_of, _status(claim, statement)) for statement in current(claim)
    ]
    agreed = agreement.finding(claim.id, statements, rates, claim.accepted)
    if agreed is not None:
        yield agreed
    for statement in statements:
        if weekday.states_one(statement.evidence.figure):
            yield weekday.finding(claim.id, statement.evidence, claim.accepted)
    yield from _slips(claim, statements)
    quoted = quote.finding(claim.id, [evidence_of(base, each) for each in claim.statements], texts, claim.accepted)
    if quoted is not None:
        yield quoted


def _slips(claim: Claim, statements: Sequence[Dated]) -> Iterator[Finding]:
    """The one statement that is off by a power of ten; of two that are so to each other, the one that is ambiguous."""
    slipped: list[Evidence] = []
    for statement in sorted(statements, key=lambda each: each.evidence.figure.other is None):
        others = [each.evidence for each in statements if each is not statement and each.is_compared_with(statement)]
        found = slip.finding(claim.id, statement.evidence, others, claim.accepted)
        if found is not None and not any(other in slipped for other in others):
            slipped.append(statement.evidence)
            yield found


def _relation(rule: Rule, figures_of: Callable[[str], Sequence[Evidence]]) -> Relation:
    relation = Relation(
        rule.id,
        kind_of(rule.assertion),
        rule.assertion,
        {},
        severity=Severity[rule.severity.upper()],
        why=rule.why,
        accepted=rule.accepted,
        place=rule.place,
    )
    return replace(relation, figures={name: figures_of(name) for name in relation.names})


def derived_by(base: Base, rule: Rule) -> str | None:
    """The claim that no source states and that a rule gives; None where the rule is one to be judged."""
    assertion = rule.assertion
    if isinstance(assertion, PredicateCall):
        named = names(*assertion.arguments)
    else:
        named = names(assertion.left, assertion.right)
    unstated = [name for name in named if not base.claims[name].statements]
    if len(unstated) != 1 or len(named) == 1 or solved(rule.assertion, unstated[0]) is None:
        return None
    return unstated[0]
