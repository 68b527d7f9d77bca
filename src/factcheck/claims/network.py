"""From a claim base to a network: what follows from it as a whole, and what in it cannot all be true."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import prod
from typing import Final

from msgspec.structs import replace

from factcheck.claims.base import Base, Claim, Statement
from factcheck.claims.beside import Growths
from factcheck.claims.relations import current, evidence_of, judged_rule
from factcheck.errors import NoRate, UnknownCurrency
from factcheck.relations import derived, network
from factcheck.relations.conclusions import ImpliedValue
from factcheck.relations.expression import (
    Call,
    Comparator,
    Comparison,
    Expression,
    Literal,
    Name,
    Negative,
    Operation,
    Power,
    Root,
    Wildcard,
    leaves,
)
from factcheck.relations.finding import Assertion, Evidence, Finding, Verdict
from factcheck.relations.judge import RateSource, rate_terms
from factcheck.relations.network import Network, Ranges, Said, Variable
from factcheck.relations.terms import term_of

_TO_COME: Final = ("forecast", "target")
_MOST_COPIES: Final = 64
"""A rule over claims that are series holds at each of their moments, as far as those are few."""


def implied_values(
    base: Base,
    findings: Sequence[Finding],
    rates: RateSource,
    claims: Collection[str] | None = None,
    *,
    holding: Collection[str] = (),
) -> tuple[ImpliedValue, ...]:
    """What follows for the claims of a base, or for some of them, from all of it.

    `findings` are those of its rules; `holding` are the ids of those that are known to hold, and need none.
    """
    growths = Growths(base)
    return tuple(
        replace(value, beside=growths.observed(value.claim))
        for value in derived.implied_values(network_of(base, rates, findings, holding=holding), claims)
    )


def network_of(
    base: Base, rates: RateSource, findings: Sequence[Finding] = (), *, holding: Collection[str] = ()
) -> Network:
    """The network that a base makes.

    Rules that only a predicate of figures decides ("grim"), and conversions without a rate, take no part in it. Those
    rules that neither have a finding nor are among `holding` are judged.
    """
    verdicts = dict.fromkeys(holding, Verdict.CONSISTENT)
    verdicts.update((finding.check, finding.verdict) for finding in findings)
    variables: dict[str, Variable] = {}
    said: list[Said] = []
    keys: dict[str, list[str]] = {}
    for claim in base.claims.values():
        moments = _moments(claim)
        keys[claim.id] = list(dict.fromkeys(key for _, at in moments for key in at)) or [claim.id]
        variables |= {key: Variable(key, claim.id, claim.unit, period=claim.period) for key in keys[claim.id]}
        said += _said(base, moments)
    rules: list[network.Rule] = []
    for rule in base.rules.values():
        found = _comparisons(rule.assertion)
        try:
            fixed = rate_terms([side for each in found for side in (each.left, each.right)], rates)
        except (NoRate, UnknownCurrency):
            continue
        for key, term in fixed.items():
            variables[key] = Variable(key, key, term.unit, Ranges(term.usual, term.literal))
        if found:
            verdict = verdicts.get(rule.id) or judged_rule(base, rule, rates).verdict
            rules += (network.Rule(rule.id, each, verdict) for one in found for each in _copies(one, keys))
    return Network(variables, tuple(said), tuple(rules), _families(base))


def _families(base: Base) -> Mapping[str, str]:
    """For each source, the one that it follows in the end."""
    families = {}
    for source in base.sources:
        followed, seen = source, {source}
        while base.sources[followed].follows:
            following = base.sources[followed].follows[0]
            if following in seen or following not in base.sources:
                break
            followed = following
            seen.add(followed)
        families[source] = followed
    return families


# --- statements -----------------------------------------------------------------------------------------------


def _moments(claim: Claim) -> list[tuple[Statement, tuple[str, ...]]]:
    """The statements that stand, each with the variables that it bounds.

    A claim is a series where its statements say to be of different moments, and what has been is another thing than
    what is to come; a statement without a moment is held against those of all.
    """
    statements = current(claim)
    moments: dict[bool, list[str]] = {}
    for statement in statements:
        to_come = (statement.status or claim.status) in _TO_COME
        moments.setdefault(to_come, [])
        if statement.as_of is not None and str(statement.as_of) not in moments[to_come]:
            moments[to_come].append(str(statement.as_of))
    several = len(moments) > 1 or any(len(each) > 1 for each in moments.values())
    found = []
    for statement in statements:
        to_come = (statement.status or claim.status) in _TO_COME
        at = [str(statement.as_of)] if statement.as_of is not None else moments[to_come] or [""]
        name = f"{claim.id}@to-come" if to_come and len(moments) > 1 else claim.id
        found.append((statement, tuple(f"{name}@{each}" if several and each else name for each in at)))
    return found


def _said(base: Base, moments: Sequence[tuple[Statement, tuple[str, ...]]]) -> Iterator[Said]:
    """What is said of one claim, statements that print the same range of the same variables together."""
    groups: dict[tuple[tuple[str, ...], Ranges], list[Evidence]] = {}
    for statement, keys in moments:
        evidence = evidence_of(base, statement)
        term = term_of(evidence)
        groups.setdefault((keys, Ranges(term.usual, term.literal)), []).append(evidence)
    for (keys, ranges), (first, *others) in groups.items():
        yield Said(replace(first, also=tuple(others)), keys, ranges)


# --- rules ----------------------------------------------------------------------------------------------------


def _comparisons(assertion: Assertion) -> list[Comparison]:
    """The comparisons that an assertion makes; none where it cannot be put so."""
    if isinstance(assertion, Comparison):
        return [assertion]
    if assertion.function == "between":
        value, low, high = assertion.arguments
        return [Comparison(Comparator.AT_MOST, low, value), Comparison(Comparator.AT_MOST, value, high)]
    return []


def _copies(comparison: Comparison, keys: Mapping[str, Sequence[str]]) -> Iterator[Comparison]:
    """A comparison at each moment of the claims that are series."""
    names = dict.fromkeys(leaf.key for leaf in leaves(comparison.left, comparison.right) if isinstance(leaf, Name))
    choices = [keys[name] for name in names]
    if prod(len(each) for each in choices) == 1:
        yield (
            comparison
            if all(keys[name][0] == name for name in names)
            else _renamed(comparison, {name: keys[name][0] for name in names})
        )
        return
    for chosen in itertools.islice(itertools.product(*choices), _MOST_COPIES):
        yield _renamed(comparison, dict(zip(names, chosen, strict=True)))


def _renamed(comparison: Comparison, names: Mapping[str, str]) -> Comparison:
    return replace(
        comparison,
        left=_with_names(comparison.left, names),
        right=_with_names(comparison.right, names),
        judged_as=None if comparison.judged_as is None else _renamed(comparison.judged_as, names),
    )


def _with_names(expression: Expression, names: Mapping[str, str]) -> Expression:
    """An expression that speaks of other variables."""
    match expression:
        case Name(name):
            return Name(names.get(name, name))
        case Call():
            arguments = (
                each if isinstance(each, Literal | Wildcard) else _with_names(each, names)
                for each in expression.arguments
            )
            return replace(expression, arguments=tuple(arguments), meaning=_with_names(expression.meaning, names))
        case Operation(op, left, right):
            return Operation(op, _with_names(left, names), _with_names(right, names))
        case Negative(operand):
            return Negative(_with_names(operand, names))
        case Power(base, exponent):
            return Power(_with_names(base, names), exponent)
        case Root(base, degree):
            return Root(_with_names(base, names), degree)
        case _:
            return expression
