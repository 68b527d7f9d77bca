"""A formula with its numbers put in, as a value of a phrase."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.relations.expression import Expression

Shown = Quantity | Span | Phrase | str


class Worked(Struct, frozen=True):
    """An expression to be written with what stands for each leaf: "26.2 bn MAD ÷ 26.17 bn MAD − 1".

    `shown` gives, by the key of each leaf (a name, or a rate's "MAD/USD 2024"), what to write in its place; a
    leaf that is not in it is written by its key. Calls are written as what they mean, constants as they were
    written.
    """

    expression: Expression
    shown: Mapping[str, Shown]
