"""The part of a base that has to do with some of its checks: nothing else can say anything about them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.base import Base
from factcheck.claims.lazily import LazyRules
from factcheck.claims.like_rules import rates_in
from factcheck.relations.expression import names


def connected(base: Base, claims: Iterable[str], rules: Iterable[str]) -> Base:
    """The claims and rules that are linked to these, by rules over common claims or exchange rates, in their order."""
    keys_of = _keys(base)
    rules_on: dict[str, list[str]] = {}
    for name, keys in keys_of.items():
        for key in keys:
            rules_on.setdefault(key, []).append(name)
    found_claims, found_rules = set(claims), set(rules)
    waiting = [*found_claims, *(key for name in found_rules for key in keys_of[name])]
    found_claims.update(waiting)
    while waiting:
        for name in rules_on.get(waiting.pop(), ()):
            if name not in found_rules:
                found_rules.add(name)
            new = [key for key in keys_of[name] if key not in found_claims]
            found_claims.update(new)
            waiting += new
    return Base(
        base.sources,
        base.indicators,
        {name: base.claims[name] for name in base.claims if name in found_claims},
        {name: base.rules[name] for name in base.rules if name in found_rules},
        base.files,
    )


def _keys(base: Base) -> dict[str, tuple[str, ...]]:
    """The claims and exchange rates that each rule speaks of."""
    rules = base.rules
    if isinstance(rules, LazyRules):
        return {name: rules.keys_of(name) for name in rules}
    return {name: (*names(*rule.sides), *rates_in(rule.assertion)) for name, rule in rules.items()}
