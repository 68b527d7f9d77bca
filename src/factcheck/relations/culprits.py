"""Which figures cannot all be true, and which of them would have to give way.

Figures are taken as widely as their words allow: what is only strained contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.figures.hedges import Reading
from factcheck.figures.interval import Interval
from factcheck.relations.conclusions import Argument, Cleared, Conflict, Culprits, Suspect, Way, Withdrawal
from factcheck.relations.contract import EVERYTHING
from factcheck.relations.feasible import Infeasible, decide, met_in_the_end
from factcheck.relations.judge import RateSource
from factcheck.relations.linear import Relaxation
from factcheck.relations.network import Network, Part, Said, components, part_of
from factcheck.relations.propagate import propagate, reasons
from factcheck.relations.slips import Scene, has_a_magnitude, slips
from factcheck.relations.subsets import Cluster, Contradiction, Elements, Taken, clusters

_WAYS_NEEDED: Final = 2


def culprits(network: Network, rates: RateSource | None = None) -> Culprits:
    """All conflicts of a network. With `rates`, amounts in the wrong currency are recognised."""
    found = [culprits_of(component, network.said, rates) for component in components(network)]
    return Culprits(
        tuple(conflict for each in found for conflict in each.conflicts),
        tuple(claims for each in found for claims in each.undecided),
    )


def culprits_of(
    component: Network, everything: Sequence[Said], rates: RateSource | None = None, *, in_short: bool = False
) -> Culprits:
    """The conflicts of one component of a network; `everything` is all that is said in the network.

    In short, only of the smallest corrections is it told what is left of their statements, and what slips they may be.
    """
    part = part_of(component, Reading.LITERAL)
    found = clusters(part)
    if found is None:
        return Culprits((), (tuple(dict.fromkeys(variable.claim for variable in component.variables.values())),))
    scene = Scene(component, {}, (), rates, everything)
    return Culprits(tuple(_Conflicting(part, cluster, scene, in_short=in_short).conflict() for cluster in found))


class _Conflicting:
    """A cluster of contradictions being told."""

    def __init__(self, part: Part, cluster: Cluster, scene: Scene, *, in_short: bool) -> None:
        self._part = part
        self._network = part.network
        self._cluster = cluster
        self._scene = scene
        self._contested = frozenset[int]().union(*(each.elements for each in cluster.contradictions))
        sizes = {each.elements: sum(part.weight(element) for element in each.elements) for each in cluster.taken}
        self._smallest = [each for each in sizes if sizes[each] == min(sizes.values())]
        self._in_short = in_short
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
        return Withdrawal(
            tuple(self._suspects(taken.elements)),
            tuple(self._network.rules[each].check for each in rules),
            sum(self._part.weight(each) for each in taken.elements),
            len(families),
            taken.is_certain,
        )

    def _suspects(self, taken: Elements) -> Iterator[Suspect]:
        if self._in_short and taken not in self._smallest:
            yield from (Suspect(each.evidence) for each in self._said(taken))
            return
        kept = frozenset(self._part.elements) - taken - self._cluster.others
        at_odds = [self._network.rules[each] for each in self._rules]
        scene = replace(self._scene, ranges=self._left(kept, taken), rules=at_odds)
        yield from (self._suspect(each, scene) for each in self._said(taken))

    def _left(self, elements: Elements, taken: Elements) -> dict[str, Interval]:
        """What these elements leave of every variable; of those of the smallest corrections, as little as possible."""
        propagated = propagate(self._part, elements)
        if propagated.empty is not None:
            return {}  # only where it could not be decided that the rest can be true
        left = dict(propagated.ranges)
        if self._part.is_tree or taken not in self._smallest:
            return left
        asked = [key for said in self._said(taken) for key in said.keys]
        rules = self._part.active(elements)
        met = met_in_the_end(self._part, elements, rules, dict.fromkeys(asked, EVERYTHING))
        relaxation = Relaxation(self._part, [rule for rule in rules if rule not in met], propagated)
        if relaxation.conflict() is None:
            left |= {key: relaxation.tightened(key) for key in asked}
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
            if beside:
                yield from self._by_rules(said, key, beside, suspected)

    def _by_rules(self, said: Said, key: str, beside: list[int], suspected: Elements) -> Iterator[Way]:
        """What each of some rules makes of a claim out of what nobody suspects, where that fits what is said."""
        uncontested = [
            element
            for element, (keys, _) in enumerate(self._part.bounds)
            if element not in suspected | self._cluster.others and key not in keys
        ]
        elsewhere = [each for each in range(len(self._network.rules)) if each not in {*self._rules, *beside}]
        propagated = propagate(self._part, uncontested, rules=elsewhere)
        if propagated.empty is not None:
            return
        for rule in beside:
            contractor = self._part.contractors[rule]
            left = contractor.revised(propagated.ranges)
            if left is None or not has_a_magnitude(left[key]) or not left[key].meets(said.ranges.literal):
                continue
            ends = {end for each in contractor.keys if each != key for end in propagated.ends[each]}
            elements = reasons(self._part, propagated.events, ends).elements
            statements = [one for each in self._said(elements) for one in each.statements]
            if statements:
                yield Way(self._network.rules[rule].check, tuple(statements))
