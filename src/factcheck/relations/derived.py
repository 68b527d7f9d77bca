"""What follows for each claim from everything that holds together: ranges, and how they are derived.

What is contested is left out: a rule that does not hold by itself, and every statement of a smallest set that
contradicts itself, though only some of them can be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.hedges import Reading
from factcheck.figures.interval import Interval
from factcheck.relations.conclusions import ImpliedValue, Step
from factcheck.relations.expression import ExchangeRate, leaves
from factcheck.relations.feasible import Feasible, Infeasible, decide
from factcheck.relations.finding import Evidence
from factcheck.relations.linear import Relaxation
from factcheck.relations.network import ANYTHING, Network, Part, Rule, components, part_of
from factcheck.relations.propagate import Event, Propagated, propagate, reasons
from factcheck.relations.subsets import Oracle, shrunk

_NEARNESS: Final = 1_000_000
_MOST_RULES_TOGETHER: Final = 60
"""Larger parts of a network are propagated through, but not decided as a whole, which takes the square of its size."""
_MOST_RULES_IN_ALL: Final = 100
"""With more rules, all claims being asked for, no part is decided as a whole."""


class _Known(Struct, frozen=True):
    """What is left of the variables of a part by one reading, when these elements are taken.

    `is_whole` where the part may be decided as a whole; otherwise it is propagated through alone.
    """

    part: Part
    elements: frozenset[int]
    propagated: Propagated
    relaxation: Relaxation | None = None
    is_whole: bool = True

    def interval(self, key: str) -> Interval:
        """What is left of a variable."""
        return self.propagated.ranges[key] if self.relaxation is None else self.relaxation.tightened(key)

    def is_tight(self, key: str, interval: Interval) -> bool:
        """Whether the variable can come as near to both ends of what is left of it as a millionth of it."""
        if self.relaxation is not None and self.relaxation.is_exact:
            return True
        if self.part.is_tree and self.propagated.is_fixed and not any(each.has_roots for each in self.part.contractors):
            return True
        if not self.is_whole or interval.width is None:
            return False
        return all(isinstance(decide(self.part, self.elements, {key: end}), Feasible) for end in _ends(interval))


def _ends(interval: Interval) -> tuple[Interval, Interval]:
    """A millionth of a finite range at its low end and at its high one."""
    assert interval.low is not None and interval.high is not None, "a finite range"
    step = (interval.high - interval.low) / _NEARNESS
    return (
        Interval(interval.low, interval.low + step, interval.low_open, False),
        Interval(interval.high - step, interval.high, False, interval.high_open),
    )


def implied_values(network: Network, claims: Collection[str] | None = None) -> tuple[ImpliedValue, ...]:
    """What follows for every claim that a rule narrows or that no source states, and for the rates of conversions.

    `claims` limits it to some.
    """
    values: dict[str, ImpliedValue] = {}
    most = _MOST_RULES_TOGETHER if claims is not None or len(network.rules) <= _MOST_RULES_IN_ALL else 0
    for reading in (Reading.USUAL, Reading.LITERAL):
        holding = replace(network, rules=tuple(rule for rule in network.rules if rule.holds(reading)))
        for component in components(holding):
            if not component.rules:
                continue
            asked = [key for key, each in component.variables.items() if claims is None or each.claim in claims]
            if asked:
                _add_all(values, _known(part_of(component, reading), most), asked)
    for rule in network.rules:
        values.update(_rates_used(rule, network, claims))
    return tuple(values[key] for key in network.variables if key in values)


def _add_all(values: dict[str, ImpliedValue], known: _Known, asked: Collection[str]) -> None:
    """Adds what follows for variables by one reading to what followed by the other."""
    stated: dict[str, list[Interval]] = {key: [] for key in asked}
    for said in known.part.network.said:
        for key in said.keys:
            if key in stated:
                stated[key].append(said.ranges.by(known.part.reading))
    for key, by_sources in stated.items():
        interval = known.interval(key)
        is_bounded = interval.low is not None or interval.high is not None
        if is_bounded and "/" not in key and _says_more(interval, by_sources):
            _add(values, known, key, interval, by_sources)


def _add(values: dict[str, ImpliedValue], known: _Known, key: str, interval: Interval, stated: list[Interval]) -> None:
    """Adds the range of a variable; it is told how the usual one is derived, or else the literal one."""
    variable = known.part.network.variables[key]
    scaled = interval.scaled(1 / variable.factor)
    if key in values:
        values[key] = replace(values[key], literal=scaled)
        return
    steps, statements = _Derivation(known, key).told(interval)
    is_usual = known.part.reading is Reading.USUAL
    values[key] = ImpliedValue(
        variable.claim,
        variable.unit,
        scaled if is_usual else None,
        None if is_usual else scaled,
        bool(stated),
        known.is_tight(key, interval),
        steps,
        statements,
        min(stated, key=_breadth).scaled(1 / variable.factor) if stated else None,
    )


def _breadth(interval: Interval) -> tuple[bool, Fraction]:
    return interval.width is None, interval.width or Fraction(0)


def _says_more(interval: Interval, stated: list[Interval]) -> bool:
    """Whether a range is narrower than every single statement's."""
    return all(interval != each and each.contains_interval(interval) for each in stated)


def _known(part: Part, most: int) -> _Known:
    """What is left of a part without what is contested in it; decided as a whole if it has at most so many rules."""
    elements = frozenset(part.elements)
    is_whole = len(part.contractors) <= most
    ask = Oracle(part)
    while True:
        propagated = propagate(part, elements)
        against = None
        if propagated.empty is not None:
            against = reasons(part, propagated.events, propagated.empty).elements
        elif is_whole and not part.is_tree:
            answer = ask(elements)
            against = answer.reasons.elements if isinstance(answer, Infeasible) else None
        if not against:
            break
        elements -= shrunk(ask, against).elements
    relaxation = None
    if is_whole and not part.is_tree and propagated.empty is None:
        relaxation = Relaxation(part, part.active(elements), propagated)
        relaxation = relaxation if relaxation.conflict() is None else None
    return _Known(part, elements, propagated, relaxation, is_whole)


def _rates_used(rule: Rule, network: Network, claims: Collection[str] | None) -> Mapping[str, ImpliedValue]:
    """The rate at which a rule's amounts were converted, taken from them alone, whether the rule holds or not."""
    expressions = (rule.comparison.left, rule.comparison.right)
    rates = {leaf.key for leaf in leaves(*expressions) if isinstance(leaf, ExchangeRate)}
    names = {leaf.key for leaf in leaves(*expressions)}
    found: dict[str, ImpliedValue] = {}
    for rate in rates:
        if claims is not None and rate not in claims:
            continue
        alone = Network(
            {
                key: replace(network.variables[key], known=ANYTHING) if key == rate else network.variables[key]
                for key in names
            },
            tuple(said for said in network.said if set(said.keys) <= names),
            (rule,),
            network.families,
        )
        for reading in (Reading.LITERAL, Reading.USUAL):
            part = part_of(alone, reading)
            propagated = propagate(part, part.elements)
            if propagated.empty is None and propagated.ranges[rate].low is not None:
                known = _Known(part, frozenset(part.elements), propagated)
                interval = propagated.ranges[rate]
                literal = found[rate].literal if rate in found else interval
                steps, statements = _Derivation(known, rate).told(interval)
                usual = interval if reading is Reading.USUAL else None
                unit = network.variables[rate].unit
                found[rate] = ImpliedValue(
                    rate, unit, usual, literal, False, known.is_tight(rate, interval), steps, statements
                )
    return found


class _Derivation:
    """How the range of one variable comes about, with no statement and no rule that it can do without."""

    def __init__(self, known: _Known, key: str) -> None:
        self._known = known
        self._key = key
        self._network = known.part.network

    def told(self, interval: Interval) -> tuple[tuple[Step, ...], tuple[Evidence, ...]]:
        """The steps to a range, and the statements that they rest on."""
        propagated = self._known.propagated
        because = reasons(self._known.part, propagated.events, propagated.ends[self._key])
        part, propagated = self._least(because.elements, because.rules, propagated.ranges[self._key])
        steps = list(self._steps(part, propagated))
        statements = tuple(dict.fromkeys(one for step in steps for one in step.statements))
        if interval != propagated.ranges[self._key]:
            # by all relations at once, which no chain of single ones shows
            variable = self._network.variables[self._key]
            claims = dict.fromkeys(each.claim for key, each in self._network.variables.items() if key != self._key)
            steps.append(Step(variable.claim, interval.scaled(1 / variable.factor), variable.unit, None, tuple(claims)))
        return tuple(steps), statements

    def _least(self, elements: frozenset[int], rules: frozenset[int], wanted: Interval) -> tuple[Part, Propagated]:
        """A network of nothing but these elements and rules, propagated through with as few of them as will do."""
        said = [self._network.said[each] for each in sorted(elements) if each < len(self._known.part.bounds)]
        kept = [self._network.rules[each] for each in sorted(rules)]
        keys = [leaf.key for rule in kept for leaf in leaves(rule.comparison.left, rule.comparison.right)]
        keys += [self._key, *(key for each in said for key in each.keys)]
        variables = {key: self._network.variables[key] for key in keys}
        least = Network(variables, tuple(said), tuple(kept), self._network.families)
        part = part_of(least, self._known.part.reading)
        propagated = propagate(part, part.elements)
        if len(said) + len(kept) > _MOST_RULES_TOGETHER:
            return part, propagated
        taken, active = list(range(len(said))), list(range(len(kept)))
        for waiting in (active, taken):
            for each in list(waiting):
                waiting.remove(each)
                tried = propagate(part, taken, rules=active)
                if tried.empty is None and wanted.contains_interval(tried.ranges[self._key]):
                    propagated = tried
                else:
                    waiting.append(each)
                    waiting.sort()
        return part, propagated

    def _steps(self, part: Part, propagated: Propagated) -> Iterator[Step]:
        """The events that the range goes back to, the last ones of each claim and rule, in their order."""
        waiting, seen = list(propagated.ends[self._key]), set[int]()
        while waiting:
            place = waiting.pop()
            if place not in seen:
                seen.add(place)
                waiting += propagated.events[place].parents
        last: dict[tuple[str, int], Event] = {}
        said: dict[str, list[Event]] = {}
        for place in sorted(seen):
            event = propagated.events[place]
            if event.element >= 0 and event.element < len(part.bounds):
                said.setdefault(event.key, []).append(event)
            elif event.rule >= 0 and event.key:
                last.pop((event.key, event.rule), None)
                last[event.key, event.rule] = event
        for key, events in said.items():
            yield self._stated(part, key, events)
        for event in last.values():
            yield self._followed(part, event)

    def _stated(self, part: Part, key: str, events: list[Event]) -> Step:
        variable = part.network.variables[key]
        interval = events[0].interval
        for event in events[1:]:
            interval = interval.intersection(event.interval) or interval
        statements = [one for event in events for one in part.network.said[event.element].statements]
        return Step(variable.claim, interval.scaled(1 / variable.factor), variable.unit, statements=tuple(statements))

    def _followed(self, part: Part, event: Event) -> Step:
        variable = part.network.variables[event.key]
        keys = part.contractors[event.rule].keys
        claims = dict.fromkeys(part.network.variables[key].claim for key in keys if key != event.key)
        interval = event.interval.scaled(1 / variable.factor)
        return Step(variable.claim, interval, variable.unit, part.network.rules[event.rule].check, tuple(claims))
