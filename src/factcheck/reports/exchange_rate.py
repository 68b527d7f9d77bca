"""An exchange rate, for `factcheck rates`."""

from __future__ import annotations

import json
from typing import Final

from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rate
from factcheck.figures.rounding import nearest
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.reports.decimals import DIGITS, bounds, plain
from factcheck.reports.layout import padded, visible, width
from factcheck.reports.wording import Wording

_SHOWN_DIGITS: Final = 5


def as_text(rate: Rate, reach: Period, wording: Wording) -> str:
    """A few lines for people: the average, the range, what judging makes of both, and who says so."""
    unit = f"{rate.currency}/{rate.per}"
    title = Phrase("{currency} per {per}, {period}", currency=rate.currency, per=rate.per, period=rate.period)
    rows = [
        (Phrase("average"), Quantity(rate.average, unit, _SHOWN_DIGITS)),
        (Phrase("lowest to highest"), Span(Interval(rate.low, rate.high), unit, _SHOWN_DIGITS)),
        (Phrase("usually taken as"), Span(rate.usual, unit, _SHOWN_DIGITS)),
        (Phrase("at the widest"), Span(rate.literal, unit, _SHOWN_DIGITS)),
        (Phrase("covers"), rate.covers),
        (Phrase("source"), rate.source),
        *((Phrase("note"), note) for note in rate.notes),
        (Phrase("rates reach"), reach),
    ]
    texts = [(wording.text(label), visible(wording.text(value))) for label, value in rows]
    widest = max(width(label) for label, _ in texts)
    lines = [wording.text(title), *(f"  {padded(label, widest)}  {value}" for label, value in texts)]
    return "\n".join(lines) + "\n"


def as_json(rate: Rate, wording: Wording) -> str:
    """One JSON object; numbers are decimal strings of at most 12 significant digits, ranges rounded outward."""
    return (
        json.dumps(
            {
                "currency": rate.currency,
                "per": rate.per,
                "period": str(rate.period),
                "covers": str(rate.covers),
                "average": plain(nearest(rate.average, DIGITS)),
                "low": plain(nearest(rate.low, DIGITS)),
                "high": plain(nearest(rate.high, DIGITS)),
                "usual": bounds(rate.usual),
                "literal": bounds(rate.literal),
                "source": rate.source,
                "notes": [wording.text(note) for note in rate.notes],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
