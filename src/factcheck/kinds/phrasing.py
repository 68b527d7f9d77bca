"""Phrases that several kinds use: a figure cited with its source, and two sides held against each other."""

from __future__ import annotations

from typing import Final

from factcheck.figures import rounding
from factcheck.figures.shown import Span
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Side

_FEWEST_DIGITS: Final = 3
_MOST_DIGITS: Final = 9


def cited(evidence: Evidence) -> Phrase:
    """A figure's quote with its source, where it has one."""
    if evidence.source is None:
        return Phrase("“{quote}”", quote=evidence.quote)
    return Phrase("“{quote}” ({source})", quote=evidence.quote, source=evidence.source)


def compared(left: Side, right: Side) -> tuple[Phrase, ...]:
    """Both sides as their figures are usually read, and as widely as their words allow where that is more."""
    digits = telling_digits(left, right)
    lines = [
        Phrase(
            "as the figures are usually read: {left} against {right}",
            left=Span(left.usual, left.unit, digits),
            right=Span(right.usual, right.unit, digits),
        )
    ]
    if (left.literal, right.literal) != (left.usual, right.usual):
        lines.append(
            Phrase(
                "as widely as their words allow: {left} against {right}",
                left=Span(left.literal, left.unit, digits),
                right=Span(right.literal, right.unit, digits),
            )
        )
    return tuple(lines)


def telling_digits(left: Side, right: Side) -> int:
    """How many digits show two ranges that do not meet as not meeting; three where they meet."""
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS):
        shown = rounding.outward(left.usual, digits).meets(rounding.outward(right.usual, digits))
        if shown == left.usual.meets(right.usual):
            return digits
    return _MOST_DIGITS
