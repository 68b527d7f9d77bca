"""Smallest sets that contradict each other, and smallest sets that must give way.

The two are each other's hitting sets (Reiter, "A theory of diagnosis from first principles", Artificial Intelligence
32, 1987): whatever reconciles a network takes something out of every contradiction. So contradictions are found one
by one, each cut down by deletion; what would take something out of every one that is known is tried, smallest first;
where that does not reconcile the rest, a further contradiction is in it. When all are tried, all of both are known.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.relations.feasible import Decision, Feasible, Infeasible, decide
from factcheck.relations.network import Part

_MOST_SETS: Final = 40
_MOST_WITHDRAWN: Final = 30
_MOST_MORE: Final = 2
"""What takes out more statements than the lightest by more than that is no explanation that anyone would look for."""
_MOST_DECISIONS: Final = 200
_MOST_ON_THE_WAY: Final = 400
_MOST_TRIED: Final = 4000

Elements = frozenset[int]


class Contradiction(Struct, frozen=True):
    """Elements that cannot all be true. `is_minimal` where without any one of them the others can."""

    elements: Elements
    is_minimal: bool = True


class Taken(Struct, frozen=True):
    """What reconciles a cluster when it gives way; `is_certain` where values were found that satisfy the rest."""

    elements: Elements
    is_certain: bool = True


class Cluster(Struct, frozen=True):
    """Contradictions, and the smallest sets that take something out of each of them, when `others` are taken out."""

    contradictions: tuple[Contradiction, ...]
    taken: tuple[Taken, ...]
    others: Elements
    is_complete: bool


class Oracle:
    """What can be true together, each answer kept: less than what can be true can, more than what cannot cannot."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._answers: dict[Elements, Decision] = {}
        self._feasible: list[Feasible] = []
        self._infeasible: list[Infeasible] = []
        self.decided = 0

    def __call__(self, elements: Collection[int]) -> Decision:
        """Whether these elements can all be true."""
        asked = frozenset(elements)
        known = self._answers.get(asked)
        if known is not None:
            return known
        for feasible in self._feasible:
            if asked <= feasible.satisfied:
                return feasible
        for infeasible in self._infeasible:
            if infeasible.reasons.elements <= asked:
                return infeasible
        self.decided += 1
        answer = self._answers[asked] = decide(self._part, asked)
        if isinstance(answer, Feasible):
            self._feasible.append(answer)
        elif isinstance(answer, Infeasible):
            self._infeasible.append(answer)
        return answer


def shrunk(ask: Oracle, elements: Elements) -> Contradiction:
    """A contradiction within elements that cannot all be true, none of which it could do without."""
    is_minimal = True
    kept, waiting = set[int](), sorted(elements)
    while waiting:
        element = waiting.pop()
        answer = ask((*kept, *waiting))
        if isinstance(answer, Infeasible):
            kept &= answer.reasons.elements
            waiting = [each for each in waiting if each in answer.reasons.elements]
            continue
        kept.add(element)
        is_minimal &= isinstance(answer, Feasible)
    return Contradiction(frozenset(kept), is_minimal)


def clusters(part: Part) -> tuple[Cluster, ...] | None:
    """The contradictions of a network with what would reconcile them; None where it could not be decided.

    What is lightest to take out of all of it falls into conflicts, one for each claim whose statements it takes out.
    Each is looked at with the others taken out, so that contradictions that have but a figure in common are told apart.
    """
    ask = Oracle(part)
    answer = ask(part.elements)
    if isinstance(answer, Feasible):
        return ()
    if not isinstance(answer, Infeasible):
        return None
    weights = {element: part.weight(element) for element in part.elements}
    known: dict[Elements, Contradiction] = {}
    lightest = _lightest(ask, frozenset(part.elements), weights, known)
    if lightest is None:
        # where the rules contradict each other whatever anyone says, nothing that is taken out can reconcile them
        return (Cluster(tuple(known.values()), (), frozenset(), is_complete=frozenset() in known),)
    found = []
    for group in _conflicts(part, lightest):
        others = lightest - group
        within = {each: known[each] for each in known if not each & others}
        found.append(_Cluster(ask, frozenset(part.elements) - others, weights, within).enumerated(group, others))
    return tuple(found)


def _lightest(
    ask: Oracle, elements: Elements, weights: Mapping[int, int], known: dict[Elements, Contradiction]
) -> Elements | None:
    """The lightest set that reconciles the rest when it is taken out; None where none was found within the limit.

    Adds the contradictions that are met on the way to `known`.
    """
    while len(known) <= _MOST_ON_THE_WAY:
        out = next(smallest_hitting_sets(list(known), weights), None)
        if out is None:
            return None
        answer = ask(elements - out)
        if isinstance(answer, Feasible):
            return out
        if not isinstance(answer, Infeasible):
            return None
        left = elements - out
        while isinstance(answer, Infeasible):
            another = shrunk(ask, answer.reasons.elements)
            known[another.elements] = another
            if not another.elements:
                return None
            left -= another.elements
            answer = ask(left)
    return None


def _conflicts(part: Part, lightest: Elements) -> list[Elements]:
    """What is taken out, in groups: statements of the same claim go together."""
    groups: dict[tuple[str, ...] | int, set[int]] = {}
    for element in sorted(lightest):
        keys = part.bounds[element][0] if element < len(part.bounds) else element
        groups.setdefault(keys, set()).add(element)
    return [frozenset(group) for group in groups.values()]


class _Cluster:
    """The contradictions among some elements, being enumerated."""

    def __init__(
        self, ask: Oracle, elements: Elements, weights: Mapping[int, int], known: dict[Elements, Contradiction]
    ) -> None:
        self._ask = ask
        self._all = elements
        self._weights = weights
        self._known = known
        self._lightest = 0
        self._sound: dict[Elements, bool] = {}

    def _weight(self, elements: Elements) -> int:
        return sum(self._weights[each] for each in elements)

    def enumerated(self, lightest: Elements, others: Elements) -> Cluster:
        """All contradictions and all that would reconcile them, as far as the limits allow; `others` are taken out."""
        start, self._lightest = self._ask.decided, self._weight(lightest)
        is_complete = False
        while len(self._known) <= _MOST_SETS and self._ask.decided - start < _MOST_DECISIONS:
            another = self._contradicted()
            if not isinstance(another, Contradiction):
                is_complete = another
                break
            self._known[another.elements] = another
        sets = sorted(self._known, key=lambda each: (len(each), sorted(each)))
        taken = [Taken(each, is_certain) for each, is_certain in self._sound.items() if all(each & one for one in sets)]
        minimal = all(each.is_minimal for each in self._known.values())
        return Cluster(tuple(self._known[each] for each in sets), tuple(taken), others, is_complete and minimal)

    def _contradicted(self) -> Contradiction | bool:
        """A contradiction in what some candidate leaves; where there is none, whether all candidates were tried."""
        for count, candidate in enumerate(smallest_hitting_sets(list(self._known), self._weights)):
            if candidate is None or count == _MOST_WITHDRAWN or self._weight(candidate) > self._lightest + _MOST_MORE:
                return False
            if candidate in self._sound:
                continue
            answer = self._ask(self._all - candidate)
            if isinstance(answer, Infeasible):
                return shrunk(self._ask, answer.reasons.elements)
            self._sound[candidate] = isinstance(answer, Feasible)
        return True


def smallest_hitting_sets(sets: Sequence[Elements], weights: Mapping[int, int]) -> Iterator[Elements | None]:
    """Every set that shares an element with each of some sets and could do without none, the lightest first.

    Ends with None where so many were tried that there may be more.
    """
    waiting: list[tuple[int, int, list[int]]] = [(0, 0, [])]
    seen: set[Elements] = {frozenset()}
    tried = 0
    while waiting:
        weight, _, members = heapq.heappop(waiting)
        chosen = frozenset(members)
        missed = next((each for each in sets if not each & chosen), None)
        if missed is None:
            if all(any(each & chosen == {element} for each in sets) for element in chosen):
                yield chosen
            continue
        for element in sorted(missed):
            more = chosen | {element}
            if more not in seen:
                tried += 1
                seen.add(more)
                heapq.heappush(waiting, (weight + weights[element], len(more), sorted(more)))
        if tried > _MOST_TRIED:
            yield None
            return
