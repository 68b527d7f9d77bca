"""Ranges carried through all relations of a network until nothing more follows.

Every narrowing is recorded with what it came from, so that an empty range can be traced back to the statements and
relations that leave nothing, and a narrow one to those it follows from. It ends: every relation is looked at so many
times at most, and where relations form circles, a bound that moves by less than a thousandth of its range calls for no
further work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.relations.network import Part

_MOST_VISITS: Final = 60
_LEAST_GAIN: Final = Fraction(1, 1000)
_MOST_BITS: Final = 320
_KEPT_BITS: Final = 128


class Event(Struct, frozen=True, gc=False):
    """One end of a variable's range set anew.

    `element` is what is said of it, or `rule` the relation it follows from, with the events it was worked out from;
    both are −1 where it is known for certain.
    """

    key: str
    interval: Interval
    element: int = -1
    rule: int = -1
    parents: tuple[int, ...] = ()


class Propagated(Struct, frozen=True):
    """The ranges that are left, and how they came to be.

    ranges     those of all variables; where `empty` is not None, those at which it stopped
    events     all narrowings, in order
    ends       for each variable, the events that set its low and its high end
    empty      the events which together leave nothing; None where something is left of everything
    is_fixed   whether nothing more can follow from any single relation, no bound having been rounded
    """

    ranges: Mapping[str, Interval]
    events: Sequence[Event]
    ends: Mapping[str, tuple[int, int]]
    empty: tuple[int, ...] | None
    is_fixed: bool


class Reasons(Struct, frozen=True):
    """The elements and the rules (by their indices) that something follows from."""

    elements: frozenset[int]
    rules: frozenset[int]


class _Run:
    def __init__(
        self,
        part: Part,
        elements: Collection[int],
        ranges: Mapping[str, Interval] | None,
        rules: Sequence[int] | None,
    ) -> None:
        self.part = part
        self.ranges = dict(part.hard)
        self.events: list[Event] = [Event(key, interval) for key, interval in self.ranges.items()]
        self.ends = {key: (place, place) for place, key in enumerate(self.ranges)}
        self.empty: tuple[int, ...] | None = None
        self.is_fixed = True
        self._taken = set(elements)
        self._assumed = ranges or {}
        self._rules = part.active(elements) if rules is None else rules
        self._least_gain = Fraction(0) if part.is_tree else _LEAST_GAIN

    def start(self) -> bool:
        """Takes what is said; False where that alone leaves nothing."""
        for key, interval in self._assumed.items():
            if not self._narrow(key, interval, Event(key, interval)):
                return False
        for element, (keys, interval) in enumerate(self.part.bounds):
            if element in self._taken:
                for key in keys:
                    if not self._narrow(key, interval, Event(key, interval, element=element)):
                        return False
        return True

    def carry(self) -> None:
        """Revises relations until nothing changes, or no relation may be looked at again."""
        active = self._rules
        waiting, queued = deque(active), set(active)
        visits = dict.fromkeys(active, 0)
        while waiting:
            rule = waiting.popleft()
            queued.discard(rule)
            if visits[rule] == _MOST_VISITS:
                self.is_fixed = False
                continue
            visits[rule] += 1
            changed = self._revise(rule)
            if changed is None:
                return
            for key in changed:
                for other in self.part.watching[key]:
                    # a relation in which a figure stands twice may have more to say of its own result
                    again = other != rule or self.part.contractors[rule].has_repeats
                    if again and other in visits and other not in queued:
                        waiting.append(other)
                        queued.add(other)

    def _revise(self, rule: int) -> list[str] | None:
        """The variables that a relation narrowed by enough to matter; None where it left nothing."""
        contractor = self.part.contractors[rule]
        left = contractor.revised(self.ranges)
        if left is None:
            self.empty = self._ends_of(contractor.keys, rule)
            return None
        changed, parents = [], None
        for key, interval in left.items():
            before = self.ranges[key]
            if interval == before:
                continue
            rounded = _rounded(interval, before)
            self.is_fixed &= rounded == interval
            if rounded == before:
                continue
            parents = parents or self._ends_of(contractor.keys, -1)
            self._narrow(key, rounded, Event(key, rounded, rule=rule, parents=parents))
            if _matters(before, rounded, self._least_gain):
                changed.append(key)
            elif len(self.part.watching[key]) > 1:
                self.is_fixed = False
        return changed

    def _ends_of(self, keys: Collection[str], rule: int) -> tuple[int, ...]:
        """The events behind the ranges of these variables, and one for a relation that leaves nothing of them."""
        events = tuple(dict.fromkeys(end for key in keys for end in self.ends[key]))
        if rule < 0:
            return events
        self.events.append(Event("", self.ranges[next(iter(keys))], rule=rule, parents=events))
        return (len(self.events) - 1,)

    def _narrow(self, key: str, interval: Interval, event: Event) -> bool:
        before = self.ranges[key]
        both = before.intersection(interval)
        low, high = self.ends[key]
        self.events.append(event)
        place = len(self.events) - 1
        if both is None:
            self.empty = (low, high, place)
            return False
        self.ranges[key] = both
        moved_low = (both.low, both.low_open) != (before.low, before.low_open)
        moved_high = (both.high, both.high_open) != (before.high, before.high_open)
        self.ends[key] = (place if moved_low else low, place if moved_high else high)
        return True


def propagate(
    part: Part,
    elements: Collection[int],
    ranges: Mapping[str, Interval] | None = None,
    rules: Sequence[int] | None = None,
) -> Propagated:
    """What all relations leave of all variables, when these elements are taken.

    `ranges` are assumed besides; `rules` limits the relations to some.
    """
    run = _Run(part, elements, ranges, rules)
    if run.start():
        run.carry()
    return Propagated(run.ranges, run.events, run.ends, run.empty, run.is_fixed)


def reasons(part: Part, events: Sequence[Event], ends: Collection[int]) -> Reasons:
    """The elements and rules that events go back to; a soft rule is an element, too."""
    seen, waiting = set(ends), list(ends)
    elements, rules = set(), set()
    while waiting:
        event = events[waiting.pop()]
        if event.element >= 0:
            elements.add(event.element)
        if event.rule >= 0:
            rules.add(event.rule)
            if event.rule in part.soft:
                elements.add(part.soft[event.rule])
        for parent in event.parents:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return Reasons(frozenset(elements), frozenset(rules))


def _matters(before: Interval, after: Interval, least: Fraction) -> bool:
    """Whether the range lost enough to look further: an infinite end, or so much of its width."""
    if before.width is None or after.width is None or after.width == 0:
        return True
    return before.width - after.width > before.width * least or (least == 0 and before != after)


def _rounded(interval: Interval, before: Interval) -> Interval:
    """The range, an end of very many digits moved outward to fewer; never beyond what it was before."""
    if all(_is_short(end) for end in (interval.low, interval.high)):
        return interval
    low, high = interval.low, interval.high
    low = low if low is None or _is_short(low) else _floor(low)
    high = high if high is None or _is_short(high) else -_floor(-high)
    wider = Interval(low, high, interval.low_open and low == interval.low, interval.high_open and high == interval.high)
    return wider.intersection(before) or interval


def _is_short(end: Fraction | None) -> bool:
    return end is None or end.numerator.bit_length() + end.denominator.bit_length() <= _MOST_BITS


def _floor(value: Fraction) -> Fraction:
    """The nearest number not above `value` whose numerator has so many bits, over a power of two."""
    shift = _KEPT_BITS - value.numerator.bit_length() + value.denominator.bit_length()
    if shift >= 0:
        return Fraction((value.numerator << shift) // value.denominator, 1 << shift)
    return Fraction((value.numerator // (value.denominator << -shift)) << -shift)
