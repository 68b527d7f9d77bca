"""Random networks of claims for tests: levels, growths, shares, sums and ratios, printed roundly, some wrong."""

from __future__ import annotations

import random
from fractions import Fraction

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.relations.expression import ONE, Comparator, Comparison, Name, add, divide, subtract
from factcheck.relations.finding import Evidence
from factcheck.relations.network import Network, Ranges, Rule, Said, Variable


def printed(claim, value, decimals, source="paper", unit="", hedge=Hedge.NONE):
    """What a source prints for a value, with so many decimals."""
    step = Fraction(1, 10**decimals)
    rounded = Fraction(round(value / step)) * step
    quote = f"{float(rounded):.{max(decimals, 0)}f} {unit}".strip()
    kind = Kind.PERCENTAGE if unit == "percent" else Kind.NUMBER
    figure = Figure(
        quote, kind, rounded, unit, hedge, numeral=Numeral(rounded, max(decimals, 0), digits=quote.split()[0])
    )
    factor = figure.measure.factor
    ranges = Ranges(figure.usual.scaled(factor), figure.literal.scaled(factor))
    return Said(Evidence(figure, quote, claim, source), (claim,), ranges)


def growth(before, now):
    return subtract(divide(Name(now), Name(before)), ONE)


def equal(left, right):
    return Comparison(Comparator.EQUAL, left, right)


def network(said, rules, unstated=()):
    """A network of what is said and of comparisons; claims that nobody states are to be named."""
    claims = dict.fromkeys([*(key for each in said for key in each.keys), *unstated])
    units = {each.evidence.claim: each.evidence.figure.unit for each in said}
    variables = {claim: Variable(claim, claim, units.get(claim, "")) for claim in claims}
    named = rules.items() if isinstance(rules, dict) else [(f"rule-{place}", rule) for place, rule in enumerate(rules)]
    return Network(variables, tuple(said), tuple(Rule(check, rule) for check, rule in named))


class Maker:
    """Makes one random network; the same for the same seed."""

    def __init__(self, seed, *, most=12, errors=None, is_linear=False):
        self.chance = random.Random(seed)
        self.true = {}
        self.decimals = {}
        self.rules = []
        self.wrong = {}
        self._is_linear = is_linear
        self._grow(self.chance.randint(2, most))
        self._plant(self.chance.choice([0, 0, 1, 1, 2]) if errors is None else errors)
        self.network = network(self._said(), self.rules)

    def _level(self):
        return Fraction(self.chance.randint(1000, 99999), 10)

    def _new(self, kind, value):
        name = f"{kind}{len(self.true)}"
        self.true[name] = value
        self.decimals[name] = {"level": 1, "growth": 3, "share": 3, "ratio": 1}[kind] - self.chance.randint(0, 1)
        return name

    def _grow(self, count):
        self._new("level", self._level())
        while len(self.true) < count:
            room = count - len(self.true)
            makers = (
                [self._sum, self._order] if self._is_linear else [self._growth, self._share, self._ratio, self._sum]
            )
            self.chance.choice(
                [*makers, self._again, self._breakdown if room > 3 and not self._is_linear else makers[0]]
            )(room)

    def _levels(self):
        return [name for name in self.true if name.startswith("level")]

    def _pair(self, room):
        """Two levels, the second often new."""
        one = self.chance.choice(self._levels())
        if room > 1 and (self.chance.random() < 0.6 or len(self._levels()) == 1):
            return one, self._new("level", self.true[one] * Fraction(self.chance.randint(50, 180), 100))
        others = [name for name in self._levels() if name != one]
        return (one, self.chance.choice(others)) if others else (one, self._new("level", self._level()))

    def _growth(self, room):
        one, other = self._pair(room)
        change = self._new("growth", self.true[other] / self.true[one] - 1)
        self.rules.append(equal(growth(one, other), Name(change)))

    def _share(self, room):
        one, other = self._pair(room)
        share = self._new("share", self.true[other] / self.true[one])
        self.rules.append(equal(divide(Name(other), Name(one)), Name(share)))

    def _ratio(self, room):
        one, other = self._pair(room)
        ratio = self._new("ratio", self.true[other] / self.true[one])
        self.rules.append(equal(divide(Name(other), Name(one)), Name(ratio)))

    def _sum(self, room):
        parts = self.chance.sample(self._levels(), min(len(self._levels()), self.chance.randint(1, 3)))
        while len(parts) < 2:
            parts.append(self._new("level", self._level()))
        total = self._new("level", sum(self.true[part] for part in parts))
        self.rules.append(equal(add(*(Name(part) for part in parts)), Name(total)))

    def _order(self, room):
        one, other = self._pair(room)
        low, high = sorted((one, other), key=self.true.__getitem__)
        self.rules.append(Comparison(Comparator.AT_MOST, Name(low), Name(high)))

    def _again(self, room):
        """A relation between what there is already."""
        if len(self._levels()) > 2:
            parts = self.chance.sample(self._levels(), 2)
            whole = self._new("level", self.true[parts[0]] - self.true[parts[1]])
            self.rules.append(equal(subtract(Name(parts[0]), Name(parts[1])), Name(whole)))

    def _breakdown(self, room):
        """Shares of a whole that stand in two relations each."""
        whole = self.chance.choice(self._levels())
        part = self._new("level", self.true[whole] * Fraction(self.chance.randint(20, 70), 100))
        shares = [self._new("share", self.true[part] / self.true[whole])]
        self.rules.append(equal(divide(Name(part), Name(whole)), Name(shares[0])))
        shares.append(self._new("share", 1 - self.true[shares[0]]))
        self.rules.append(equal(add(*(Name(share) for share in shares)), ONE))

    def _plant(self, count):
        for name in self.chance.sample(list(self.true), min(count, len(self.true))):
            factor = self.chance.choice(
                [Fraction(11, 10), Fraction(10), Fraction(9, 10), Fraction(103, 100), Fraction(1, 10)]
            )
            self.wrong[name] = self.true[name] * factor

    def _said(self):
        said = [printed(name, self.wrong.get(name, value), self.decimals[name]) for name, value in self.true.items()]
        again = [name for name in self.true if self.chance.random() < 0.15]
        return said + [printed(name, self.true[name], max(self.decimals[name] - 1, 0), "rival") for name in again]
