"""Share: a part of a whole.

What it checks
    Whether a stated share ("5,25 milliards sur 13,4, soit 39 %") fits the part and the whole.

Formula
    share(part, whole) = part / whole

Tolerances
    Part, whole and share are taken to the precision of their digits. A whole that is itself computed from its parts
    does not widen the range: the same figure always has the same value.

Holds
    share(5,25 milliards, 13,4 milliards) == 39 %

Does not hold
    share(5,25 milliards, 13,4 milliards) == 45 %: the share is 39.0 to 39.4 %.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore share -- why -->` on the line or above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.shown import Span
from factcheck.kinds.kind import Function, Said, Scope, expression
from factcheck.phrases import Phrase
from factcheck.relations.expression import Argument, Expression, divide


def build(arguments: Sequence[Argument], scope: Scope) -> Expression:
    """part / whole."""
    part, whole = (expression(argument) for argument in arguments)
    return divide(part, whole)


def fact(arguments: Sequence[Said], result: Span) -> Phrase:
    """What the share is."""
    return Phrase("{part} of {whole} is {result}", part=arguments[0], whole=arguments[1], result=result)


FUNCTION = Function("share", ("part", "whole"), build, fact)
