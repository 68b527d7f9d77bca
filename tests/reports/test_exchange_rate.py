from __future__ import annotations

import json
from fractions import Fraction

import pytest
from msgspec.structs import replace

from factcheck.figures.periods import Period
from factcheck.figures.rates import OF_ITS_MONTH, Rate
from factcheck.reports.exchange_rate import as_json, as_text
from factcheck.reports.wording import Wording


@pytest.fixture
def rate() -> Rate:
    """A day's rate, made up."""
    month = Period.parse("2024-06")
    return Rate("MAD", "USD", Period.parse("2024-06-30"), month, Fraction(10), Fraction(9), Fraction(11), "A bank",
                (OF_ITS_MONTH,))  # fmt: skip


def test_people_see_the_range_the_source_and_what_it_covers(rate: Rate, english: Wording) -> None:
    assert as_text(rate, Period.parse("2026-09"), english).splitlines() == [
        "MAD per USD, 30 June 2024",
        "  average            10 MAD per USD",
        "  lowest to highest  9 to 11 MAD per USD",
        "  usually taken as   9.95 to 10.05 MAD per USD",
        "  at the widest      8.955 to 11.055 MAD per USD",
        "  covers             June 2024",
        "  source             A bank",
        "  note               a day is answered with the rates of its month",
        "  rates reach        September 2026",
    ]


def test_machines_get_decimal_strings(rate: Rate, english: Wording) -> None:
    loaded = json.loads(as_json(replace(rate, average=Fraction(29, 3)), english))
    assert (loaded["average"], loaded["low"], loaded["covers"]) == ("9.66666666667", "9", "2024-06")
    assert loaded["literal"] == {"low": "8.955", "high": "11.055", "open": []}
