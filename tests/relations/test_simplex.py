"""Linear constraints decided exactly, held against Z3."""

import random
from fractions import Fraction

import pytest
import z3
from oracle import number

from factcheck.relations.simplex import Bound, Extreme, Simplex


def test_a_form_outside_its_bounds_gives_the_reasons():
    simplex = Simplex()
    x = simplex.variable(*(Bound(Fraction(value), reasons=frozenset([value])) for value in (1, 2)))
    y = simplex.variable(*(Bound(Fraction(value), reasons=frozenset([value])) for value in (3, 4)))
    simplex.form({x: Fraction(1), y: Fraction(1)}, low=Bound(Fraction(7), reasons=frozenset([99])))
    assert simplex.conflict() == {2, 4, 99}


@pytest.mark.parametrize("is_strict", [False, True])
def test_a_strict_bound_is_not_attained(is_strict):
    simplex = Simplex()
    x = simplex.variable(Bound(Fraction(1), is_strict), Bound(Fraction(2), is_strict))
    double = simplex.form({x: Fraction(2)})
    assert simplex.conflict() is None
    assert simplex.extreme(double, greatest=True) == Extreme(Fraction(4), not is_strict)
    assert simplex.extreme(double, greatest=False) == Extreme(Fraction(2), not is_strict)


def test_bounds_that_touch_only_strictly_leave_nothing():
    simplex = Simplex()
    x, y = simplex.variable(), simplex.variable()
    simplex.form({x: Fraction(1), y: Fraction(-1)}, low=Bound(Fraction(0), True, frozenset([1])))
    simplex.form({y: Fraction(1), x: Fraction(-1)}, low=Bound(Fraction(0), False, frozenset([2])))
    assert simplex.conflict() == {1, 2}


def test_what_has_no_bound_has_no_extreme():
    simplex = Simplex()
    x = simplex.variable(low=Bound(Fraction(0)))
    assert simplex.conflict() is None
    assert simplex.extreme(x, greatest=True) is None
    assert simplex.extreme(x, greatest=False) == Extreme(Fraction(0), True)


class Twin:
    """The same random constraints for the simplex and for Z3."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.simplex = Simplex()
        self.constraints = []
        count = self.chance.randint(1, 5)
        self.reals = [z3.Real(f"x{place}") for place in range(count)]
        self.columns = [self.simplex.variable(*self._bounds(real)) for real in self.reals]
        for _ in range(self.chance.randint(0, 6)):
            weights = {place: Fraction(self.chance.randint(-3, 3)) for place in range(count)}
            total = sum((number(weight) * self.reals[place] for place, weight in weights.items()), z3.RealVal(0))
            self.simplex.form({self.columns[place]: weight for place, weight in weights.items()}, *self._bounds(total))

    def _bounds(self, real):
        low = self._bound(real, self.chance.randint(-5, 5), 1) if self.chance.random() < 0.7 else None
        above = 0 if low is None else int(low.value)
        high = self._bound(real, above + self.chance.randint(1, 4), -1) if self.chance.random() < 0.7 else None
        return low, high

    def _bound(self, real, value, sign):
        is_strict = self.chance.random() < 0.4
        self.constraints.append(sign * real > sign * value if is_strict else sign * real >= sign * value)
        return Bound(Fraction(value), is_strict, frozenset([len(self.constraints) - 1]))

    def optimum(self, place, greatest):
        optimizer = z3.Optimize()
        optimizer.add(*self.constraints)
        handle = (optimizer.maximize if greatest else optimizer.minimize)(self.reals[place])
        assert optimizer.check() == z3.sat
        infinite, value, infinitesimal = (optimizer.upper_values if greatest else optimizer.lower_values)(handle)
        if str(infinite) != "0":
            return None
        return Extreme(Fraction(str(z3.simplify(value))), str(infinitesimal) == "0")


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)], ids=str)
def test_z3_agrees(seeds):
    for seed in seeds:
        twin = Twin(seed)
        conflict = twin.simplex.conflict()
        solver = z3.Solver()
        if conflict is not None:
            solver.add(*(twin.constraints[reason] for reason in conflict))
            assert solver.check() == z3.unsat, seed
            continue
        point = [number(value) for value in twin.simplex.point()]
        known = list(zip(twin.reals, point, strict=False))
        assert all(z3.is_true(z3.simplify(z3.substitute(each, *known))) for each in twin.constraints), seed
        for place, column in enumerate(twin.columns):
            for greatest in (True, False):
                assert twin.simplex.extreme(column, greatest=greatest) == twin.optimum(place, greatest), seed
