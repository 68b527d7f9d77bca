"""A claim base as a network: figures that may be wrong, joined by relations that must hold.

A variable is the true value of a claim (or an exchange rate). What a source says of it, the range of one printed
figure, may turn out to be wrong; a relation that someone wrote may not, unless it is strained by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.hedges import Reading
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.units import unit_named
from factcheck.relations.contract import EVERYTHING, Contractor
from factcheck.relations.expression import Comparison
from factcheck.relations.finding import Evidence, Verdict

_T = TypeVar("_T")


class Ranges(Struct, frozen=True, gc=False):
    """The two ranges of a figure or a rate, in base units."""

    usual: Interval
    literal: Interval

    def by(self, reading: Reading) -> Interval:
        """The one that is asked for."""
        return self.usual if reading is Reading.USUAL else self.literal


ANYTHING = Ranges(EVERYTHING, EVERYTHING)


class Variable(Struct, frozen=True):
    """The true value of a claim at one moment, or an exchange rate.

    key     what expressions call it
    claim   the claim's id; a rate's key
    known   what is certain of it: the range of a rate
    period  that of the claim
    """

    key: str
    claim: str
    unit: str = ""
    known: Ranges = ANYTHING
    period: Period | None = None

    @property
    def factor(self) -> Fraction:
        """Its unit in base units; rates are in base units."""
        return Fraction(1) if "/" in self.claim else unit_named(self.unit).factor


class Said(Struct, frozen=True):
    """What one or several sources print for a claim, all with the same range; `keys` are the variables it bounds."""

    evidence: Evidence
    keys: tuple[str, ...]
    ranges: Ranges

    @property
    def statements(self) -> tuple[Evidence, ...]:
        """The statements one by one."""
        return (replace(self.evidence, also=()), *self.evidence.also)


class Rule(Struct, frozen=True):
    """A relation between variables, and what it is by itself."""

    check: str
    comparison: Comparison
    verdict: Verdict = Verdict.CONSISTENT

    @property
    def is_soft(self) -> bool:
        """Whether it may have to give way, as a statement may: it is strained even by itself."""
        return self.verdict is Verdict.STRAINED

    def holds(self, reading: Reading) -> bool:
        """Whether it holds by itself, or nothing speaks against it."""
        if reading is Reading.LITERAL:
            return self.verdict is not Verdict.INCONSISTENT
        return self.verdict in (Verdict.CONSISTENT, Verdict.UNVERIFIABLE)


class Network(Struct, frozen=True):
    """Variables, what is said of them, and the relations between them.

    `families` gives each source the one that it follows in the end, or itself: those of one family are one witness.
    """

    variables: Mapping[str, Variable]
    said: tuple[Said, ...]
    rules: tuple[Rule, ...]
    families: Mapping[str, str] = {}

    def family(self, source: str | None) -> str:
        """The family of a source."""
        return self.families.get(source or "", source or "")

    @property
    def checks(self) -> set[str]:
        """The ids of all checks that may say something of it: its rules, and the agreement of each of its claims."""
        claims = {variable.claim for variable in self.variables.values()}
        return {rule.check for rule in self.rules} | {f"agreement:{claim}" for claim in claims}


class Part(Struct, frozen=True):
    """A network, or a component of one, by one of the two readings, ready for being solved.

    An element is what may have to give way: first everything said, then the soft rules. `bounds` gives the ranges of
    the statements; `contractors` are the rules, and `soft` tells which of them, by their indices, are elements, too.
    `watching` are the rules of each variable, `hints` values from which to look for true ones. In a tree, no two ways
    lead from one variable to another, and no figure stands twice in a relation.
    """

    network: Network
    reading: Reading
    contractors: tuple[Contractor, ...]
    hard: Mapping[str, Interval]
    bounds: tuple[tuple[tuple[str, ...], Interval], ...]
    soft: Mapping[int, int]
    watching: Mapping[str, tuple[int, ...]]
    hints: Mapping[str, Fraction]
    is_tree: bool = False

    @property
    def elements(self) -> range:
        """All that may have to give way."""
        return range(len(self.bounds) + len(self.soft))

    def weight(self, element: int) -> int:
        """How many statements (or rules) an element stands for."""
        return len(self.network.said[element].statements) if element < len(self.bounds) else 1

    def rule_of(self, element: int) -> int:
        """The index of the soft rule that an element is."""
        return next(rule for rule, each in self.soft.items() if each == element)

    def active(self, elements: Iterable[int]) -> list[int]:
        """The indices of the rules that must hold when these elements are taken."""
        taken = set(elements)
        return [index for index in range(len(self.contractors)) if self.soft.get(index, -1) in taken | {-1}]


def part_of(network: Network, reading: Reading) -> Part:
    """A network by one reading of its figures."""
    contractors = tuple(Contractor(rule.comparison) for rule in network.rules)
    watching: dict[str, list[int]] = {key: [] for key in network.variables}
    for index, contractor in enumerate(contractors):
        for key in contractor.keys:
            watching[key].append(index)
    first = len(network.said)
    soft = [index for index, rule in enumerate(network.rules) if rule.is_soft]
    return Part(
        network,
        reading,
        contractors,
        {key: variable.known.by(reading) for key, variable in network.variables.items()},
        tuple((said.keys, said.ranges.by(reading)) for said in network.said),
        {index: first + place for place, index in enumerate(soft)},
        {key: tuple(indices) for key, indices in watching.items()},
        {key: said.ranges.by(reading).a_point() for said in reversed(network.said) for key in said.keys},
        _is_tree(contractors, tuple(said.keys for said in network.said if len(said.keys) > 1)),
    )


def _is_tree(contractors: Sequence[Contractor], tied: Sequence[Sequence[str]]) -> bool:
    """Whether no two ways lead from one variable to another."""
    joined = _Joined()
    for contractor in contractors:
        if contractor.has_repeats or not all(joined.join(contractor.keys[0], key) for key in contractor.keys[1:]):
            return False
    return not tied


class _Joined:
    """Variables in groups."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def group(self, key: str) -> str:
        """The variable that stands for the group of one."""
        while self._leader.setdefault(key, key) != key:
            self._leader[key] = self._leader[self._leader[key]]
            key = self._leader[key]
        return key

    def join(self, one: str, other: str) -> bool:
        """Makes one group of two variables' groups; False where it was one before."""
        first, second = self.group(one), self.group(other)
        self._leader[second] = first
        return first != second


def components(network: Network) -> list[Network]:
    """The network in parts that have nothing to do with each other, in the order of their first variables."""
    joined = _Joined()
    keys_of = [Contractor(rule.comparison).keys for rule in network.rules]
    for keys in (*keys_of, *(said.keys for said in network.said)):
        for key in keys[1:]:
            joined.join(keys[0], key)
    variables: dict[str, dict[str, Variable]] = {}
    for key, variable in network.variables.items():
        variables.setdefault(joined.group(key), {})[key] = variable
    said = _grouped(network.said, [joined.group(each.keys[0]) for each in network.said])
    rules = _grouped(network.rules, [joined.group(keys[0]) if keys else "" for keys in keys_of])
    return [
        Network(inside, tuple(said.get(at, ())), tuple(rules.get(at, ())), network.families)
        for at, inside in variables.items()
    ]


def _grouped(each: Sequence[_T], leaders: Sequence[str]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for one, leader in zip(each, leaders, strict=True):
        groups.setdefault(leader, []).append(one)
    return groups
