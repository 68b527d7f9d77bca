"""Sum: parts and their total.

What it checks
    Whether parts add up to their total, or shares of one whole to 100 %; whether some of the parts leave room for
    the rest (`sum(…) <= total`).

Formula
    sum(a, b, …), sum(prefix_*), or a + b + …

Tolerances
    Every part and the total are taken to the precision of their digits, so that honest roundings never fail, as in
    XBRL Calculations 1.1. A sum of four figures or more that holds only if nearly all roundings fall one way is
    strained: residual² > 9 × Σ wᵢ²/12, where wᵢ is the width of each rounded term (three standard deviations of
    uniform rounding errors).

Holds
    40,3 % + 37,4 % + 13,2 % + 8,9 % + 0,2 % == 100 %

Does not hold
    40,3 % + 37,4 % + 13,2 % + 9,8 % + 0,2 % == 100 %: the shares are 100.65 to 101.15 %.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore sum -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, KindError, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import Argument, Expression, Name, Wildcard, add


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """The arguments added up, a wildcard standing for the names it matches."""
    terms: list[Expression] = []
    for argument in arguments:
        if isinstance(argument, Wildcard):
            terms += [Name(name) for name in argument.names]
        else:
            terms.append(expression(argument))
    if not terms:
        raise KindError(Phrase("a sum needs at least one part"))
    return add(*terms)


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the parts come to."""
    return Phrase(
        "the {count} part comes to {result}",
        "the {count} parts add up to {result}",
        count=len(arguments),
        result=result,
    )


FUNCTION = Function("sum", ("part",), build, fact, variadic=True)
