"""An exact decision of linear constraints, strict ones included, with the reasons where there is no solution.

The general simplex of Dutertre and de Moura ("A fast linear-arithmetic solver for DPLL(T)", CAV 2006): every linear
form is a row whose value has bounds; a basic variable outside its bounds is exchanged for one that can move. A strict
bound is one of value ± δ, with δ an infinitesimal, so every number here is a pair: its rational part and its part in δ.
Bland's rule (the first variable that will do) makes it end.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct

_ZERO: Final = Fraction(0)
_ONE: Final = Fraction(1)

Pair = tuple[Fraction, Fraction]
"""A number and its part in the infinitesimal; pairs compare as such numbers do."""

Row = dict[int, Fraction]


class Bound(Struct, frozen=True, gc=False):
    """One bound of a variable or a form; a strict one is not attained. `reasons` say where it comes from."""

    value: Fraction
    is_strict: bool = False
    reasons: frozenset[int] = frozenset()


class Extreme(Struct, frozen=True, gc=False):
    """The least or the greatest value of a variable, and whether it is attained."""

    value: Fraction
    is_attained: bool


class Simplex:
    """Variables with bounds, and linear forms of them with bounds."""

    def __init__(self) -> None:
        self._low: list[tuple[Pair, Bound] | None] = []
        self._high: list[tuple[Pair, Bound] | None] = []
        self._at: list[Pair] = []
        self._rows: dict[int, Row] = {}
        self._rows_with: list[set[int]] = []

    def variable(self, low: Bound | None = None, high: Bound | None = None, near: Fraction = _ZERO) -> int:
        """A new variable, and where it may start from; bounds must not contradict each other."""
        self._low.append(None if low is None else ((low.value, _ONE if low.is_strict else _ZERO), low))
        self._high.append(None if high is None else ((high.value, -_ONE if high.is_strict else _ZERO), high))
        self._rows_with.append(set())
        start = (near, _ZERO)
        if self._low[-1] is not None:
            start = max(start, self._low[-1][0])
        if self._high[-1] is not None:
            start = min(start, self._high[-1][0])
        self._at.append(start)
        return len(self._at) - 1

    def form(self, weights: Mapping[int, Fraction], low: Bound | None = None, high: Bound | None = None) -> int:
        """A new variable that is a linear form of others."""
        row: Row = {}
        for column, weight in weights.items():
            for basic, inner in self._rows[column].items() if column in self._rows else ((column, _ONE),):
                row[basic] = row.get(basic, _ZERO) + weight * inner
        row = {column: weight for column, weight in row.items() if weight}
        new = self.variable(low, high)
        self._rows[new] = row
        for column in row:
            self._rows_with[column].add(new)
        self._at[new] = self._value(row)
        return new

    def _value(self, row: Row) -> Pair:
        at = self._at
        return (
            sum((weight * at[column][0] for column, weight in row.items()), _ZERO),
            sum((weight * at[column][1] for column, weight in row.items() if at[column][1]), _ZERO),
        )

    # --- deciding ---------------------------------------------------------------------------------------

    def conflict(self) -> frozenset[int] | None:
        """The reasons of bounds that cannot all be kept; None where all can, and then all are."""
        while True:
            basic = min((row for row in self._rows if self._is_outside(row)), default=None)
            if basic is None:
                return None
            low = self._low[basic]
            rises = low is not None and self._at[basic] < low[0]
            target = self._low[basic] if rises else self._high[basic]
            assert target is not None, "the bound that is not kept"
            entering = self._entering(self._rows[basic], rises=rises)
            if entering is None:
                return self._explained(self._rows[basic], target[1], rises=rises)
            self._pivot(basic, entering, target[0])

    def _is_outside(self, variable: int) -> bool:
        low, high, at = self._low[variable], self._high[variable], self._at[variable]
        return (low is not None and at < low[0]) or (high is not None and at > high[0])

    def _entering(self, row: Row, *, rises: bool) -> int | None:
        """The first variable by which a row's value can be moved."""
        return min(
            (column for column, weight in row.items() if self._can_move(column, (weight > 0) == rises)), default=None
        )

    def _can_move(self, variable: int, up: bool) -> bool:
        bound = self._high[variable] if up else self._low[variable]
        return bound is None or (self._at[variable] < bound[0] if up else self._at[variable] > bound[0])

    def _explained(self, row: Row, target: Bound, *, rises: bool) -> frozenset[int]:
        found = set(target.reasons)
        for column, weight in row.items():
            bound = self._high[column] if (weight > 0) == rises else self._low[column]
            assert bound is not None, "what cannot move is at a bound"
            found |= bound[1].reasons
        return frozenset(found)

    def _pivot(self, leaving: int, entering: int, target: Pair) -> None:
        """Exchanges a basic variable for another one, and moves it to `target`."""
        row = self._rows[leaving]
        weight = row[entering]
        at = self._at[leaving]
        self._shift(entering, ((target[0] - at[0]) / weight, (target[1] - at[1]) / weight))
        self._exchange(leaving, entering)

    def _shift(self, variable: int, by: Pair) -> None:
        """Moves a variable that is not basic, and every row with it."""
        for moved, weight in [
            (variable, _ONE),
            *((row, self._rows[row][variable]) for row in self._rows_with[variable]),
        ]:
            at = self._at[moved]
            self._at[moved] = (at[0] + weight * by[0], at[1] + weight * by[1] if by[1] else at[1])

    def _exchange(self, leaving: int, entering: int) -> None:
        row = self._rows.pop(leaving)
        for column in row:
            self._rows_with[column].discard(leaving)
        weight = row.pop(entering)
        solved = {column: -each / weight for column, each in row.items()}
        solved[leaving] = 1 / weight
        for other in list(self._rows_with[entering]):
            self._substitute(other, entering, solved)
        self._rows[entering] = solved
        for column in solved:
            self._rows_with[column].add(entering)

    def _substitute(self, other: int, entering: int, solved: Row) -> None:
        target = self._rows[other]
        factor = target.pop(entering)
        self._rows_with[entering].discard(other)
        for column, each in solved.items():
            new = target.get(column, _ZERO) + factor * each
            if new:
                target[column] = new
                self._rows_with[column].add(other)
            elif column in target:
                del target[column]
                self._rows_with[column].discard(other)

    # --- what a solution looks like -------------------------------------------------------------------------

    def point(self) -> list[Fraction]:
        """Values of all variables that keep all bounds; only after `conflict` has found none."""
        small = _ONE
        for variable, at in enumerate(self._at):
            for bound, sign in ((self._low[variable], 1), (self._high[variable], -1)):
                if bound is None:
                    continue
                room, pull = sign * (at[0] - bound[0][0]), sign * (bound[0][1] - at[1])
                if pull > 0 and room > 0:
                    small = min(small, room / pull / 2)
        return [rational + small * infinitesimal for rational, infinitesimal in self._at]

    def extreme(self, variable: int, *, greatest: bool) -> Extreme | None:
        """The least or greatest value of a variable; None where there is none. Only after `conflict` found none."""
        goal = self.form({variable: _ONE})
        while True:
            entering = self._entering(self._rows[goal], rises=greatest)
            if entering is None:
                value, infinitesimal = self._at[goal]
                self._drop(goal)
                return Extreme(value, infinitesimal == 0)
            up = (self._rows[goal][entering] > 0) == greatest
            leaving, step = self._first_stop(entering, goal, up=up)
            if step is None:
                self._drop(goal)
                return None
            self._shift(entering, step)
            if leaving != entering:
                self._exchange(leaving, entering)

    def _first_stop(self, entering: int, goal: int, *, up: bool) -> tuple[int, Pair | None]:
        """The variable that first reaches a bound when another one moves, and by how much that one can move."""
        stops = [(self._room(entering, _ONE if up else -_ONE), entering)]
        stops += [
            (self._room(row, self._rows[row][entering] * (1 if up else -1)), row)
            for row in self._rows_with[entering]
            if row != goal
        ]
        found = [(room, row) for room, row in stops if room is not None]
        if not found:
            return entering, None
        room, row = min(found)
        return row, room if up else (-room[0], -room[1])

    def _room(self, variable: int, speed: Fraction) -> Pair | None:
        """How far the moving variable may go until this one, which moves so much faster, reaches its bound."""
        bound = self._high[variable] if speed > 0 else self._low[variable]
        if bound is None:
            return None
        at = self._at[variable]
        return (bound[0][0] - at[0]) / speed, (bound[0][1] - at[1]) / speed

    def _drop(self, row: int) -> None:
        """Forgets the last row."""
        for column in self._rows.pop(row):
            self._rows_with[column].discard(row)
        for each in (self._low, self._high, self._at, self._rows_with):
            each.pop()
