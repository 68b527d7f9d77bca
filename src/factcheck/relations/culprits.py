"""Which figures cannot all be true, and which of them would have to give way.

Figures are taken as widely as their words allow: what is only strained contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from msgspec.structs import replace

from factcheck.figures.hedges import Reading
from factcheck.figures.interval import Interval
from factcheck.relations.conclusions import Argument, Cleared, Conflict, Culprits, Suspect, Way, Withdrawal
from factcheck.relations.feasible import Infeasible, decide
from factcheck.relations.judge import RateSource
from factcheck.relations.linear import Relaxation
from factcheck.relations.network import Network, Part, Said, components, part_of
from factcheck.relations.propagate import propagate, reasons
from factcheck.relations.slips import Scene, has_a_magnitude, slips
from factcheck.relations.subsets import Cluster, Contradiction, Elements, Taken, clusters

_WAYS_NEEDED: Final = 2


def culprits(network: Network, rates: RateSource | None = None) -> Culprits:
    """All conflicts of a network. With `rates`, amounts in the wrong currency are recognised."""
    conflicts: list[Conflict] = []
    undecided = []
    for component in components(network):
        part = part_of(component, Reading.LITERAL)
        found = clusters(part)
        if found is None:
            undecided.append(tuple(dict.fromkeys(variable.claim for variable in component.variables.values())))
            continue
        for cluster in found:
            scene = Scene(component, {}, (), rates, network.said)
            conflicts.append(_Conflicting(part, cluster, scene).conflict())
    return Culprits(tuple(conflicts), tuple(undecided))


class _Conflicting:
    """A cluster of contradictions being told."""

    def __init__(self, part: Part, cluster: Cluster, scene: Scene) -> None:
        self._part = part
        self._network = part.network
        self._cluster = cluster
        self._scene = scene
        self._contested = frozenset[int]().union(*(each.elements for each in cluster.contradictions))
        sizes = {each.elements: sum(part.weight(element) for element in each.elements) for each in cluster.taken}
        self._smallest = [each for each in sizes if sizes[each] == min(sizes.values())]
        self._rules: list[int] = []

    def conflict(self) -> Conflict:
        needed = [self._needed(self._said(each.elements), each.elements) for each in self._cluster.contradictions]
        # the rules at odds with what is said, rather than those which lead from one statement to another
        fewest = min(len(rules) for rules in needed)
        self._rules = sorted({rule for rules in needed if len(rules) == fewest for rule in rules})
        arguments = sorted(
            map(self._argument, self._cluster.contradictions, needed),
            key=lambda argument: (len(argument.statements), len(argument.checks)),
        )
        withdrawals = sorted(
            (self._withdrawal(each) for each in self._cluster.taken), key=lambda each: (each.size, -each.independent)
        )
        return Conflict(tuple(arguments), tuple(withdrawals), tuple(self._cleared()), self._cluster.is_complete)

    def _said(self, elements: Collection[int]) -> list[Said]:
        return [self._network.said[each] for each in sorted(elements) if each < len(self._part.bounds)]

    # --- arguments --------------------------------------------------------------------------------------

    def _argument(self, contradiction: Contradiction, rules: list[int]) -> Argument:
        said = self._said(contradiction.elements)
        claims = [each.evidence.claim or "" for each in said]
        agreements = [f"agreement:{claim}" for claim in dict.fromkeys(claims) if claims.count(claim) > 1]
        checks = [self._network.rules[rule].check for rule in rules]
        return Argument(
            tuple(each.evidence for each in said),
            tuple(dict.fromkeys([*checks, *agreements])),
            contradiction.is_minimal,
        )

    def _needed(self, said: list[Said], elements: Elements) -> list[int]:
        """The fewest rules by which what is said cannot be true: none of them can be done without."""
        rules = self._part.active(elements)
        waiting = list(rules)
        while waiting:
            rule = waiting.pop()
            without = [each for each in rules if each != rule]
            part = part_of(self._with(said, without), Reading.LITERAL)
            answer = decide(part, part.elements)
            if isinstance(answer, Infeasible):
                used = {without[each] for each in answer.reasons.rules}
                rules = [each for each in without if each in used]
                waiting = [each for each in waiting if each in used]
        return rules

    def _with(self, said: Collection[Said], rules: Collection[int]) -> Network:
        return replace(self._network, said=tuple(said), rules=tuple(self._network.rules[each] for each in rules))

    # --- corrections ------------------------------------------------------------------------------------

    def _withdrawal(self, taken: Taken) -> Withdrawal:
        remaining = self._said(self._contested - taken.elements)
        families = {self._network.family(each.source) for said in remaining for each in said.statements}
        rules = [self._part.rule_of(each) for each in taken.elements if each >= len(self._part.bounds)]
        kept = frozenset(self._part.elements) - taken.elements - self._cluster.others
        at_odds = [self._network.rules[each] for each in self._rules]
        scene = replace(self._scene, ranges=self._left(kept, taken.elements), rules=at_odds)
        return Withdrawal(
            tuple(self._suspect(each, scene) for each in self._said(taken.elements)),
            tuple(self._network.rules[each].check for each in rules),
            sum(self._part.weight(each) for each in taken.elements),
            len(families),
            taken.is_certain,
        )

    def _left(self, elements: Elements, taken: Elements) -> dict[str, Interval]:
        """What these elements leave of every variable; of those of the smallest corrections, as little as possible."""
        propagated = propagate(self._part, elements)
        if propagated.empty is not None:
            return {}  # only where it could not be decided that the rest can be true
        left = dict(propagated.ranges)
        if self._part.is_tree or taken not in self._smallest:
            return left
        relaxation = Relaxation(self._part, self._part.active(elements), propagated)
        if relaxation.conflict() is None:
            for said in self._said(taken):
                left |= {key: relaxation.tightened(key) for key in said.keys}
        return left

    def _suspect(self, said: Said, scene: Scene) -> Suspect:
        left = scene.ranges.get(said.keys[0])
        factor = said.evidence.figure.measure.factor
        sources = dict.fromkeys(each.source for each in said.statements if each.source is not None)
        families = {self._network.family(source) for source in sources}
        return Suspect(
            said.evidence,
            None if left is None or (left.low is None and left.high is None) else left.scaled(1 / factor),
            slips(said.evidence, said.keys[0], scene),
            tuple(sources) if len(families) > 1 else (),
        )

    # --- cleared by redundancy -----------------------------------------------------------------------------

    def _cleared(self) -> Iterator[Cleared]:
        suspected = frozenset[int]().union(*self._smallest)
        for said in self._said(self._contested - suspected):
            ways: list[Way] = []
            for way in self._ways(said, suspected):
                if not any(set(way.statements) & set(other.statements) for other in ways):
                    ways.append(way)
            if len(ways) >= _WAYS_NEEDED:
                yield Cleared(said.evidence, tuple(ways))

    def _ways(self, said: Said, suspected: Elements) -> Iterator[Way]:
        """What leads to a statement: other sources that say it too, and rules outside the conflict that yield it."""
        own = {self._network.family(each.source) for each in said.statements}
        if len(own) > 1:
            yield Way(f"agreement:{said.evidence.claim}", said.statements[1:])
        for other in self._network.said:
            family = self._network.family(other.evidence.source)
            meets = other.ranges.usual.meets(said.ranges.usual) and has_a_magnitude(other.ranges.usual)
            if other is not said and set(other.keys) & set(said.keys) and meets and family not in own:
                own.add(family)
                yield Way(f"agreement:{said.evidence.claim}", other.statements)
        for key in said.keys:
            beside = [rule for rule in self._part.watching[key] if rule not in self._rules]
            elsewhere = [rule for rule in range(len(self._network.rules)) if rule not in {*self._rules, *beside}]
            for rule in beside:
                way = self._by_rule(said, key, [rule, *elsewhere], suspected)
                if way is not None:
                    yield way

    def _by_rule(self, said: Said, key: str, rules: list[int], suspected: Elements) -> Way | None:
        """What the first of some rules makes of a claim out of what nobody suspects, where that fits what is said."""
        uncontested = [
            each
            for element, each in enumerate(self._network.said)
            if element not in suspected | self._cluster.others and key not in each.keys
        ]
        part = part_of(self._with(uncontested, rules), Reading.LITERAL)
        propagated = propagate(part, part.elements)
        reached = propagated.ranges[key]
        if propagated.empty is not None or not has_a_magnitude(reached) or not reached.meets(said.ranges.literal):
            return None
        elements = reasons(part, propagated.events, propagated.ends[key]).elements
        statements = [
            one for each in sorted(elements) if each < len(uncontested) for one in uncontested[each].statements
        ]
        return Way(self._network.rules[rules[0]].check, tuple(statements)) if statements else None
