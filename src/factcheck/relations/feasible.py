"""Whether statements and relations can all be true: with values that show it, or with the reasons why not.

Ranges are propagated; the linear part is decided exactly; where a product of figures that stand in several relations
leaves a doubt, figures are fixed one by one, and ranges halved up to a stated limit. "Feasible" is never said without
values that satisfy every relation when they are put into it, "infeasible" never without proof.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.relations.contract import EVERYTHING
from factcheck.relations.linear import Relaxation
from factcheck.relations.network import Part
from factcheck.relations.propagate import Propagated, Reasons, propagate, reasons
from factcheck.relations.solve import solve

_MOST_BOXES: Final = 16
_MOST_WALKS: Final = 8
_NEAR: Final = 100

Box = Mapping[str, Interval]
EVERYWHERE: Final[Box] = {}
Values = dict[str, Fraction]


class Feasible(Struct, frozen=True):
    """All can be true: `witness` gives every variable a value, `satisfied` all elements that hold of these."""

    witness: Mapping[str, Fraction]
    satisfied: frozenset[int]


class Infeasible(Struct, frozen=True):
    """Not all can be true: these elements and rules suffice for that."""

    reasons: Reasons


class Undecided(Struct, frozen=True):
    """Neither was found within the limit."""


Decision = Feasible | Infeasible | Undecided


def decide(part: Part, elements: Collection[int], within: Box = EVERYWHERE) -> Decision:
    """Whether these elements of a network can all be true, all its hard rules holding, and variables `within` ranges.

    A relation that alone speaks of something of which nothing is said can mostly be met whatever the rest is. So it is
    left out at first, and met in the end; only where it cannot be, everything is looked at together.
    """
    rules = part.active(elements)
    met = met_in_the_end(part, elements, rules, within)
    if met:
        decision = _Search(part, elements, [rule for rule in rules if rule not in met], within).decision()
        if not isinstance(decision, Feasible):
            return decision
        whole = _completed(part, elements, met, decision.witness)
        if whole is not None:
            return whole
    return _Search(part, elements, rules, within).decision()


def met_in_the_end(part: Part, elements: Collection[int], rules: Sequence[int], within: Box) -> dict[int, str]:
    """The rules that can be left out, each with the figure that meets it, in the order in which they are left out.

    None of the variables `within` is one that meets a rule.
    """
    bounded = {key for element in elements if element < len(part.bounds) for key in part.bounds[element][0]}
    bounded |= {key for key, interval in part.hard.items() if interval != EVERYTHING or key in within}
    left = set(rules)
    watching = {key: left.intersection(part.watching[key]) for key in part.watching if key not in bounded}
    met: dict[int, str] = {}
    # what nobody prints comes first: there is nothing that it should be near to
    waiting = deque(sorted((key for key in watching if len(watching[key]) == 1), key=lambda key: key not in part.hints))
    while waiting:
        key = waiting.pop()
        if len(watching[key]) != 1:
            continue
        rule = watching[key].pop()
        met[rule] = key
        for other in part.contractors[rule].keys:
            if other in watching:
                watching[other].discard(rule)
                if len(watching[other]) == 1:
                    (waiting.appendleft if other in part.hints else waiting.append)(other)
    return met


def _completed(
    part: Part, elements: Collection[int], met: Mapping[int, str], witness: Mapping[str, Fraction]
) -> Feasible | None:
    """The witness with the figures that meet the rules left out, the last one first; None where one has no value."""
    point = dict(witness)
    irrational: dict[int, str] = {}
    for rule, key in reversed(list(met.items())):
        if part.contractors[rule].holds_at(point):
            continue
        value = _solved(part, rule, key, point)
        if value is None or not part.contractors[rule].holds_at({**point, key: value}):
            known = {each: Interval.exactly(point[each]) for each in part.contractors[rule].keys} | {key: EVERYTHING}
            left = part.contractors[rule].revised(known)
            if left is None:
                return None
            value = _nearest(left[key], part.hints.get(key))
            if not part.contractors[rule].holds_at({**point, key: value}):
                if left[key].width is None or len(part.watching[key]) > 1:
                    return None
                irrational[rule] = key
        point[key] = value
    search = _Search(part, elements, [rule for rule in part.active(elements) if rule not in irrational])
    if not search.is_witness(point):
        return None
    # of a root, only a range is known: what is said of it is not held to be met
    said = {
        each
        for each in part.elements
        if each < len(part.bounds) and set(part.bounds[each][0]) & set(irrational.values())
    }
    soft = {part.soft.get(rule, -1) for rule in irrational} - set(elements)
    return Feasible(point, search.satisfied(point) - said - soft)


def _solved(part: Part, rule: int, key: str, point: Mapping[str, Fraction]) -> Fraction | None:
    """The value of a figure at which both sides of a rule are equal, where there is such a fraction."""
    others = {each: point[each] for each in part.contractors[rule].keys}
    return solve(part.network.rules[rule].comparison, key, others)


class _Search:
    def __init__(self, part: Part, elements: Collection[int], rules: list[int], within: Box = EVERYWHERE) -> None:
        self._part = part
        self._elements = elements
        self._rules = rules
        self._within = within
        self._against: list[Reasons] = []

    def decision(self) -> Decision:
        """Looks near the printed values first, where there is mostly a witness, then everywhere."""
        boxes: list[Box] = [self._within]
        for _ in range(_MOST_BOXES):
            if not boxes:
                return Infeasible(
                    Reasons(
                        frozenset().union(*(each.elements for each in self._against)),
                        frozenset().union(*(each.rules for each in self._against)),
                    )
                )
            box = boxes.pop()
            propagated = propagate(self._part, self._elements, box, self._rules)
            if propagated.empty is not None:
                self._against.append(reasons(self._part, propagated.events, propagated.empty))
                continue
            witness = self._walked(propagated.ranges)
            if witness is None:
                relaxation = Relaxation(self._part, self._rules, propagated)
                conflict = relaxation.conflict()
                if conflict is not None:
                    self._against.append(reasons(self._part, relaxation.events, conflict))
                    continue
                witness = self._near(propagated) if box is self._within else None
                witness = witness or self._witness(box, propagated, relaxation)
            if witness is not None:
                return Feasible(witness, self.satisfied(witness))
            halves = self._halves(box, propagated)
            if halves is None:
                return Undecided()
            boxes += halves
        return Undecided()

    def _walked(self, ranges: Mapping[str, Interval]) -> Values | None:
        """A witness found by walking from the printed values: each relation that fails moves one of its figures."""
        point = {key: _nearest(interval, self._part.hints.get(key)) for key, interval in ranges.items()}
        for _ in range(_MOST_WALKS):
            moved: set[str] = set()
            failing = [rule for rule in self._rules if not self._part.contractors[rule].holds_at(point)]
            if not failing:
                return point if self.is_witness(point) else None
            for rule in failing:
                if not self._part.contractors[rule].holds_at(point) and not self._moved(rule, point, ranges, moved):
                    return None
        return None

    def _moved(self, rule: int, point: Values, ranges: Mapping[str, Interval], moved: set[str]) -> bool:
        """Moves the loosest figure of a relation so that it holds, none that was moved before."""
        contractor = self._part.contractors[rule]
        loosest = sorted(
            contractor.keys, key=lambda key: (ranges[key].width is not None, len(self._part.watching[key]))
        )
        for key in loosest:
            if key in moved or ranges[key].is_point:
                continue
            pinned = {each: Interval.exactly(point[each]) for each in contractor.keys}
            left = contractor.revised({**pinned, key: ranges[key]})
            if left is not None:
                tried = {**point, key: left[key].a_point()}
                if contractor.holds_at(tried):
                    point[key] = tried[key]
                    moved.add(key)
                    return True
        return self._moved_together(rule, point, ranges, moved)

    def _moved_together(self, rule: int, point: Values, ranges: Mapping[str, Interval], moved: set[str]) -> bool:
        """Moves figures of a relation, none that was moved before, each by no more than the rest cannot make up for."""
        contractor = self._part.contractors[rule]
        tried = {key: Interval.exactly(point[key]) if key in moved else ranges[key] for key in contractor.keys}
        for key in contractor.keys:
            left = contractor.revised(tried)
            if left is None:
                return False
            tried[key] = Interval.exactly(_nearest(left[key], point[key]))
        found = {key: each.a_point() for key, each in tried.items()}
        if not contractor.holds_at({**point, **found}):
            return False
        moved.update(key for key in found if found[key] != point[key])
        point.update(found)
        return True

    def _near(self, propagated: Propagated) -> Values | None:
        """A witness in which nothing that could be anything, or 0, is far from what is printed of it."""
        box = dict(self._within)
        for key, hint in self._part.hints.items():
            known = propagated.ranges[key]
            if hint and (known.width is None or 0 in known):
                near = sorted((hint / _NEAR, hint * _NEAR))
                both = known.intersection(Interval(near[0], near[1]))
                if both is not None:
                    box[key] = both
        looked = self._relaxed(box) if box != self._within else None
        return None if looked is None or isinstance(looked, Reasons) else self._witness(box, *looked)

    def _relaxed(self, box: Box) -> Reasons | tuple[Propagated, Relaxation]:
        """The ranges and the linear part of a box, or why there is nothing in it."""
        propagated = propagate(self._part, self._elements, box, self._rules)
        if propagated.empty is not None:
            return reasons(self._part, propagated.events, propagated.empty)
        relaxation = Relaxation(self._part, self._rules, propagated)
        conflict = relaxation.conflict()
        return (propagated, relaxation) if conflict is None else reasons(self._part, relaxation.events, conflict)

    # --- a witness --------------------------------------------------------------------------------------

    def _witness(self, box: Box, propagated: Propagated, relaxation: Relaxation) -> Values | None:
        """Values of a box that satisfy everything, where fixing figures one by one leads to some."""
        for widest_first in (False, True):
            found = self._dive(box, propagated, relaxation, shared_first=widest_first)
            if found is not None:
                return found
        return None

    def _dive(self, box: Box, propagated: Propagated, relaxation: Relaxation, *, shared_first: bool) -> Values | None:
        """Fixes a figure of each relation that the linear part does not meet, until all are met or nothing is left."""
        while True:
            point = relaxation.point()
            violated = self._repaired(point, propagated.ranges)
            if not violated:
                return point if self.is_witness(point) else None
            fixed: dict[str, Interval] = {}
            for rule in violated:
                key = self._to_fix(rule, propagated.ranges, shared_first=shared_first)
                if key is None:
                    return None
                if not fixed.keys() & set(self._part.contractors[rule].keys):
                    fixed[key] = Interval.exactly(self._wanted(rule, key, point, propagated.ranges[key]))
            box = {**box, **fixed}
            looked = self._relaxed(box)
            if isinstance(looked, Reasons):
                return None
            propagated, relaxation = looked

    def _repaired(self, point: Values, ranges: Mapping[str, Interval]) -> list[int]:
        """Sets figures that stand in one relation alone to what makes it hold; the relations that still do not."""
        violated = []
        for rule in self._rules:
            contractor = self._part.contractors[rule]
            if contractor.holds_at(point):
                continue
            for key in contractor.keys:
                if len(self._part.watching[key]) == 1:
                    wanted = _solved(self._part, rule, key, point)
                    if wanted is not None and wanted in ranges[key] and contractor.holds_at({**point, key: wanted}):
                        point[key] = wanted
                        break
            else:
                violated.append(rule)
        return violated

    def _wanted(self, rule: int, key: str, point: Values, known: Interval) -> Fraction:
        """A value at which a figure makes a relation hold, or nearly, the others being as in `point`."""
        exact = _solved(self._part, rule, key, point)
        if exact is not None and exact in known:
            return exact
        # what is a root has no such value; one that is near will do, as the others may still move
        others = {each: Interval.exactly(point[each]) for each in self._part.contractors[rule].keys}
        left = self._part.contractors[rule].revised({**others, key: known})
        near = point[key] if left is None else left[key].a_point()
        return near if near in known else point[key]

    def _to_fix(self, rule: int, ranges: Mapping[str, Interval], *, shared_first: bool) -> str | None:
        loose = [key for key in self._part.contractors[rule].keys if not ranges[key].is_point]
        by = -1 if shared_first else 1
        return min(loose, key=lambda key: by * len(self._part.watching[key]), default=None)

    def is_witness(self, point: Mapping[str, Fraction]) -> bool:
        """Whether values satisfy every rule looked at, all that is said, and what is known for certain."""
        return (
            all(self._part.contractors[rule].holds_at(point) for rule in self._rules)
            and all(point[key] in interval for key, interval in self._part.hard.items())
            and {each for each in self._elements if each < len(self._part.bounds)} <= self.satisfied(point)
        )

    def satisfied(self, point: Mapping[str, Fraction]) -> frozenset[int]:
        """The elements that hold of these values."""
        said = [
            element
            for element, (keys, interval) in enumerate(self._part.bounds)
            if all(point[key] in interval for key in keys)
        ]
        soft = [element for rule, element in self._part.soft.items() if self._part.contractors[rule].holds_at(point)]
        return frozenset((*said, *soft))

    # --- halving ----------------------------------------------------------------------------------------

    def _halves(self, box: Box, propagated: Propagated) -> list[Box] | None:
        """A box cut in two across the figure with the relatively widest range; None where all are fixed."""
        keys = {
            key: propagated.ranges[key]
            for rule in self._rules
            for key in self._part.contractors[rule].keys
            if len(self._part.watching[key]) > 1 and not propagated.ranges[key].is_point
        }
        if not keys:
            return None
        key = max(keys, key=lambda each: _relative_width(keys[each]))
        at = keys[key]
        middle = at.a_point()
        return [
            {**box, key: Interval(at.low, middle, at.low_open, False)},
            {**box, key: Interval(middle, at.high, False, at.high_open)},
        ]


def _nearest(interval: Interval, hint: Fraction | None) -> Fraction:
    """What is printed, where a range holds it, else something of the range."""
    return hint if hint is not None and hint in interval else interval.a_point()


def _relative_width(at: Interval) -> Fraction:
    width, magnitude = at.width, at.magnitude
    if width is None or magnitude is None:
        return Fraction(3)
    return width / magnitude if magnitude else Fraction(0)
