"""What Z3 says of a network: an oracle for tests, which share nothing with the code that they test."""

from __future__ import annotations

import z3

from factcheck.relations.bounds import base_value
from factcheck.relations.expression import Call, Comparator, Constant, Name, Negative, Op, Operation

_TIMEOUT = 4000


def number(value):
    return z3.Q(value.numerator, value.denominator)


class Oracle:
    def __init__(self, network, reading):
        self.variables = {key: z3.Real(key) for key in network.variables}
        self.taken = [z3.Bool(f"said-{place}") for place in range(len(network.said))]
        self.hard = []
        for rule in network.rules:
            self._rule(rule.comparison)
        for taken, said in zip(self.taken, network.said, strict=True):
            for key in said.keys:
                self.hard += [z3.Implies(taken, inside) for inside in self._inside(key, said.ranges.by(reading))]

    def _inside(self, key, interval):
        at = self.variables[key]
        if interval.low is not None:
            yield at > number(interval.low) if interval.low_open else at >= number(interval.low)
        if interval.high is not None:
            yield at < number(interval.high) if interval.high_open else at <= number(interval.high)

    def _rule(self, comparison):
        left, right = self._term(comparison.left), self._term(comparison.right)
        self.hard.append(
            {
                Comparator.EQUAL: left == right,
                Comparator.AT_MOST: left <= right,
                Comparator.AT_LEAST: left >= right,
                Comparator.BELOW: left < right,
                Comparator.ABOVE: left > right,
            }[comparison.comparator]
        )

    def _term(self, expression):
        match expression:
            case Constant():
                return number(base_value(expression))
            case Name(name):
                return self.variables[name]
            case Call(meaning=meaning):
                return self._term(meaning)
            case Negative(operand):
                return -self._term(operand)
            case Operation(op, left, right):
                return self._operation(op, self._term(left), self._term(right))
        raise AssertionError(expression)

    def _operation(self, op, left, right):
        if op is Op.DIVIDE:
            quotient = z3.FreshReal("q")
            self.hard += [right != 0, quotient * right == left]
            return quotient
        return {Op.ADD: left + right, Op.SUBTRACT: left - right, Op.MULTIPLY: left * right}[op]

    def can_be(self, elements=None, *also):
        """Whether these statements (all of them where none are named) can be true; None where Z3 cannot tell."""
        solver = z3.SolverFor("QF_NRA")
        solver.set("timeout", _TIMEOUT)
        solver.add(*self.hard, *also)
        solver.add(*(self.taken if elements is None else [self.taken[each] for each in elements]))
        answer = solver.check()
        return None if answer == z3.unknown else answer == z3.sat
