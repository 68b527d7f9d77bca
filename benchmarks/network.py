"""How long it takes to draw conclusions from a network of claims, as a ratio to a plain run of sums of fractions.

    python -m benchmarks.network

Parts of 20 claims and 20 rules each: levels of eight years with the growths between them, their total, and the order of
some. The reference is a loop of exact additions, timed in the same process before and after, so that the ratio means
the same on every machine.
"""

import itertools
import random
import statistics
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from factcheck.desk.run import run
from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Reading
from factcheck.relations.culprits import culprits
from factcheck.relations.expression import ONE, Comparator, Comparison, Name, add, divide, subtract
from factcheck.relations.finding import Evidence
from factcheck.relations.network import Network, Ranges, Rule, Said, Variable, part_of
from factcheck.relations.propagate import propagate

CLAIMS_OF_A_PART = 20
YEARS = 9
REACH_CULPRITS, REACH_PROPAGATION, REACH_SHIPPED = 10.0, 5.0, 0.3
SHIPPED = Path(__file__).parent.parent / "claims"


def said(claim: str, value: Fraction, decimals: int) -> Said:
    step = Fraction(1, 10**decimals)
    rounded = round(value / step) * step
    figure = Figure(str(rounded), Kind.NUMBER, rounded, numeral=Numeral(rounded, decimals, digits=str(rounded)))
    return Said(Evidence(figure, str(rounded), claim, "paper"), (claim,), Ranges(figure.usual, figure.literal))


def part(name: str, chance: random.Random, *, is_wrong: bool) -> tuple[list[Said], list[Rule]]:
    """20 claims and 20 rules that fit, one of the claims wrong where that is asked for."""
    levels = [f"{name}_level{year}" for year in range(YEARS)]
    true = {levels[0]: Fraction(chance.randint(10_000, 99_999), 10)}
    rules = []
    for year, (before, now) in enumerate(itertools.pairwise(levels)):
        true[now] = true[before] * Fraction(chance.randint(90, 120), 100)
        change = f"{name}_growth{year}"
        true[change] = true[now] / true[before] - 1
        rules.append(Comparison(Comparator.EQUAL, subtract(divide(Name(now), Name(before)), ONE), Name(change)))
    halves = levels[: YEARS // 2], levels[YEARS // 2 :]
    for half, total in zip(halves, (f"{name}_first", f"{name}_last"), strict=True):
        true[total] = sum((true[each] for each in half), Fraction(0))
        rules.append(Comparison(Comparator.EQUAL, add(*map(Name, half)), Name(total)))
    true[f"{name}_total"] = true[f"{name}_first"] + true[f"{name}_last"]
    rules.append(Comparison(Comparator.EQUAL, add(Name(f"{name}_first"), Name(f"{name}_last")), Name(f"{name}_total")))
    rules += [Comparison(Comparator.BELOW, Name(each), Name(f"{name}_total")) for each in levels]
    statements = [
        said(claim, value * (Fraction(11, 10) if is_wrong and claim == levels[3] else 1), 1 if value > 10 else 3)
        for claim, value in true.items()
    ]
    return statements, [Rule(f"{name}-{place}", rule) for place, rule in enumerate(rules)]


def network(claims: int, wrong: int = 0) -> Network:
    """A network of so many claims, about as many rules, in parts of which so many are wrong."""
    chance = random.Random(2026)
    statements: list[Said] = []
    rules: list[Rule] = []
    for number in range(claims // CLAIMS_OF_A_PART):
        more, further = part(f"p{number}", chance, is_wrong=number < wrong)
        statements += more
        rules += further
    return Network(
        {each.keys[0]: Variable(each.keys[0], each.keys[0]) for each in statements}, tuple(statements), tuple(rules)
    )


def seconds(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def reference() -> float:
    """The median time of 100 000 exact additions."""

    def additions() -> None:
        total = Fraction(0)
        for number in range(100_000):
            total += Fraction(number % 1000, 7)

    return statistics.median(seconds(additions) for _ in range(3))


def shipped() -> tuple[float, float]:
    """The seconds of a run over the shipped claims, and of all their culprits beyond it: medians, all imported."""
    runs, beyond = [], []
    for _ in range(6):
        start = time.process_time()
        outcome = run([SHIPPED])
        judged = time.process_time()
        assert outcome.culprits.conflicts, "the shipped claims contradict each other"
        runs.append(judged - start)
        beyond.append(time.process_time() - judged)
    return statistics.median(runs[1:]), statistics.median(beyond[1:])


def main() -> None:
    """Prints each time, its ratio to the reference and its reach."""
    before = reference()
    wrong = network(1000, wrong=20)
    found = culprits(wrong)
    assert len(found.conflicts) == 20, "every planted error is found"
    took = statistics.median(seconds(lambda: culprits(wrong)) for _ in range(3))
    large = network(10_000)
    whole = part_of(large, Reading.USUAL)
    assert propagate(whole, whole.elements).empty is None, "nothing is wrong with it"
    carried = statistics.median(seconds(lambda: propagate(whole, whole.elements)) for _ in range(3))
    growing = [
        (claims, seconds(lambda claims=claims: culprits(network(claims, claims // 100))))
        for claims in (500, 1000, 2000)
    ]
    judging, concluding = shipped()
    unit = (before + reference()) / 2
    print(
        f"culprits of the shipped claims: {concluding:.2f} s beyond the run, {concluding / judging:.1f} × the run, "
        f"{concluding / unit:.1f} × the reference (at most {REACH_SHIPPED} s)"
    )
    print(f"culprits of 1 000 claims, {len(wrong.rules)} rules, 20 errors: {took:.2f} s, {took / unit:.1f} × reference")
    print(f"  (at most {REACH_CULPRITS:.0f} s)")
    print(
        f"propagation of 10 000 claims, {len(large.rules)} rules: {carried:.2f} s, {carried / unit:.1f} × the reference"
    )
    print(f"  (at most {REACH_PROPAGATION:.0f} s)")
    for claims, spent in growing:
        print(f"culprits of {claims} claims: {spent:.2f} s, {1000 * spent / claims:.2f} ms a claim")
    print(f"reference: 100 000 additions of fractions, {unit * 1000:.0f} ms")


if __name__ == "__main__":
    main()
