"""The one judge: every relation, from YAML, from prose or from the prompt, comes through here.

A relation is judged for every combination of the figures that may stand for its names, figures of equal ranges taken
together, and its verdict is that of the worst combination.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rate
from factcheck.phrases import Phrase
from factcheck.relations.bounds import Undecided, image, possible
from factcheck.relations.dimensions import display_unit
from factcheck.relations.expression import Comparator, Comparison, ExchangeRate, Expression, leaves
from factcheck.relations.finding import Evidence, PredicateCall, Relation, Side, Verdict
from factcheck.relations.roundings import improbable_as_a_sum
from factcheck.relations.solve import at_point
from factcheck.relations.terms import Term, term_of

COMBINATION_LIMIT: Final = 1000
_WORK_LIMIT: Final = 50_000
"""How many leaves all combinations may have together, more where some stand twice."""


class RateSource(Protocol):
    """Where exchange rates come from."""

    def rate(self, currency: str, per: str, period: Period) -> Rate:
        """How much of `currency` one `per` cost in `period`; raises UnknownCurrency or NoRate."""

    def nearest_month(self, currency: str, per: str, wanted: Interval, near: Period | None) -> Rate | None:
        """The month nearest to `near` in which the pair traded within `wanted`."""


class Case(Struct, frozen=True):
    """One combination of figures, judged."""

    terms: Mapping[str, Term]
    verdict: Verdict
    left: Side | None = None
    right: Side | None = None
    gap: Fraction | None = None
    reason: Phrase | None = None

    @property
    def figures(self) -> tuple[Evidence, ...]:
        """Its figures, in the order of the relation's names."""
        return tuple(term.evidence for term in self.terms.values() if term.evidence is not None)

    @property
    def badness(self) -> tuple[int, int, Fraction]:
        """For choosing the worst: the verdict, then plain figures before hedged ones, then the gap."""
        hedged = sum(term.is_hedged for term in self.terms.values())
        return self.verdict.rank, -hedged, self.gap or Fraction(0)


class Judgement(Struct, frozen=True):
    """A relation's cases, the worst one first; `left_out` counts combinations beyond the limit."""

    cases: tuple[Case, ...]
    left_out: int = 0

    @property
    def worst(self) -> Case:
        """The case that gives the relation its verdict."""
        return self.cases[0]


def judge(relation: Relation, rates: RateSource) -> Judgement:
    """Judges every combination of the relation's figures."""
    missing = [name for name in relation.names if not relation.figures.get(name)]
    if missing:
        reason = Phrase("no source states {names}", names=tuple(missing))
        return Judgement((Case({}, Verdict.UNVERIFIABLE, reason=reason),))
    try:
        fixed = rate_terms(_expressions(relation), rates)
    except (NoRate, UnknownCurrency) as error:
        return Judgement((Case(_first_terms(relation), Verdict.UNVERIFIABLE, reason=error.phrase),))
    chosen, total = combinations({name: relation.figures[name] for name in relation.names})
    most = min(total, _most(relation))
    cases = [_judged(relation, {**terms, **fixed}, most) for terms in itertools.islice(chosen, most)]
    cases.sort(key=lambda case: case.badness, reverse=True)
    left_out = total - len(cases)
    if left_out and cases[0].verdict is Verdict.CONSISTENT:
        # what holds for some combinations may not hold for those that were not looked at
        cases[0] = replace(cases[0], verdict=Verdict.UNVERIFIABLE, reason=said_left_out(left_out))
    return Judgement(tuple(cases), left_out)


def _most(relation: Relation) -> int:
    """How many combinations are judged: fewer of relations that are large and have figures that stand twice."""
    keys = Counter(leaf.key for leaf in leaves(*_expressions(relation)))
    several = sum(count > 1 for count in keys.values())
    return max(1, min(COMBINATION_LIMIT, _WORK_LIMIT // max(1, keys.total() * (1 + 4 * several))))


def said_left_out(count: int) -> Phrase:
    """That so many combinations were not looked at."""
    return Phrase(
        "{count} combination of statements was left out",
        "{count} combinations of statements were left out",
        count=count,
    )


def rate_terms(expressions: Sequence[Expression], rates: RateSource) -> dict[str, Term]:
    """What stands for each rate in expressions; raises UnknownCurrency or NoRate where there is none."""
    terms = {}
    for leaf in leaves(*expressions):
        if isinstance(leaf, ExchangeRate) and leaf.key not in terms:
            rate = rates.rate(leaf.currency, leaf.per, leaf.period)
            terms[leaf.key] = Term(rate.usual, rate.literal, rate.average, f"{leaf.currency}/{leaf.per}", rate=rate)
    return terms


def _expressions(relation: Relation) -> tuple[Expression, ...]:
    if isinstance(relation.assertion, PredicateCall):
        return relation.assertion.arguments
    return (relation.assertion.left, relation.assertion.right)


def _first_terms(relation: Relation) -> dict[str, Term]:
    return {name: term_of(relation.figures[name][0]) for name in relation.names}


def combinations(figures: Mapping[str, Sequence[Evidence]]) -> tuple[Iterator[dict[str, Term]], int]:
    """The combinations of one figure for each name, at most COMBINATION_LIMIT, and how many there are.

    Figures of equal ranges are taken together.
    """
    choices = [_merged(each) for each in figures.values()]
    total = prod(len(choice) for choice in choices)
    combined = (dict(zip(figures, chosen, strict=True)) for chosen in _nearest_first(choices))
    return itertools.islice(combined, COMBINATION_LIMIT), total


def _nearest_first(choices: Sequence[Sequence[Term]]) -> Iterator[tuple[Term, ...]]:
    """Every choice of one term for each name: all first ones, then those with one name changed, then two, and so on.

    Under a limit, every statement is judged among the others' first ones before any two are changed together.
    """
    several = [position for position, terms in enumerate(choices) if len(terms) > 1]
    first = [terms[0] for terms in choices]
    for changed in range(len(several) + 1):
        for positions in itertools.combinations(several, changed):
            for others in itertools.product(*(choices[position][1:] for position in positions)):
                chosen = list(first)
                for position, term in zip(positions, others, strict=True):
                    chosen[position] = term
                yield tuple(chosen)


def _merged(figures: Sequence[Evidence]) -> list[Term]:
    """A term for each different range; figures that share it are listed with the first."""
    groups: dict[tuple[Interval, Interval], list[Evidence]] = {}
    for evidence in figures:
        term = term_of(evidence)
        groups.setdefault((term.usual, term.literal), []).append(evidence)
    return [term_of(replace(group[0], also=tuple(group[1:]))) for group in groups.values()]


def _judged(relation: Relation, terms: Mapping[str, Term], cases: int) -> Case:
    """One of some cases of a relation."""
    usual = {key: term.usual for key, term in terms.items()}
    literal = {key: term.literal for key, term in terms.items()}
    if isinstance(relation.assertion, PredicateCall):
        return _predicate_case(relation.assertion, terms, usual, literal)
    comparison = relation.assertion
    may_hold = possible(comparison, usual, cases)
    verdict, reason = _verdict(may_hold, may_hold is True or possible(comparison, literal, cases))
    if verdict is Verdict.CONSISTENT and improbable_as_a_sum(comparison, terms):
        verdict = Verdict.STRAINED
        reason = Phrase("it holds only if the roundings of the parts all fall one way")
    left = _side(comparison.left, comparison.right, terms, usual, literal)
    right = _side(comparison.right, comparison.left, terms, usual, literal)
    return Case(terms, verdict, left, right, _gap(comparison, left, right), reason)


def _verdict(
    usual: bool | Undefined | Undecided, literal: bool | Undefined | Undecided
) -> tuple[Verdict, Phrase | None]:
    if usual is True:
        return Verdict.CONSISTENT, None
    # the literal ranges hold the usual ones: where they cannot make it true, nothing can
    if literal is False:
        return Verdict.INCONSISTENT, None
    for answer in (usual, literal):
        if isinstance(answer, Undefined | Undecided):
            return Verdict.UNVERIFIABLE, answer.reason
    return Verdict.STRAINED, None


def _predicate_case(
    call: PredicateCall,
    terms: Mapping[str, Term],
    usual: Mapping[str, Interval],
    literal: Mapping[str, Interval],
) -> Case:
    answers: list[bool | Undefined] = []
    for values in (usual, literal):
        ranges = [image(argument, values) for argument in call.arguments]
        undefined = next((each for each in ranges if isinstance(each, Undefined)), None)
        figures = [term.evidence.figure for term in terms.values() if term.evidence is not None]
        answers.append(undefined or call.possible([each for each in ranges if isinstance(each, Interval)], figures))
    verdict, reason = _verdict(*answers)
    return Case(terms, verdict, reason=reason)


def _side(
    expression: Expression,
    other: Expression,
    terms: Mapping[str, Term],
    usual: Mapping[str, Interval],
    literal: Mapping[str, Interval],
) -> Side | None:
    ranges = image(expression, usual), image(expression, literal)
    value = at_point(expression, {key: term.value for key, term in terms.items()})
    if isinstance(ranges[0], Undefined) or isinstance(ranges[1], Undefined) or value is None:
        return None
    unit, factor = display_unit(expression, other, {key: term.unit for key, term in terms.items()})
    return Side(ranges[0].scaled(1 / factor), ranges[1].scaled(1 / factor), unit, value / factor)


def _gap(comparison: Comparison, left: Side | None, right: Side | None) -> Fraction | None:
    """The distance between the sides' usual ranges over the larger magnitude; None where they meet."""
    if left is None or right is None:
        return None
    distance = left.usual.distance(right.usual)
    largest = max((side.usual.magnitude for side in (left, right) if side.usual.magnitude is not None), default=None)
    meets = left.usual.meets(right.usual)
    if comparison.comparator is not Comparator.EQUAL:
        below, above = (left, right) if comparison.comparator in _LOW_LEFT else (right, left)
        meets = below.usual.may_be_at_most(above.usual)
    return None if meets or not largest else distance / largest


_LOW_LEFT: Final = (Comparator.AT_MOST, Comparator.BELOW)
