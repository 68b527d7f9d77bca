from __future__ import annotations

from fractions import Fraction

import pytest
from pint import UnitRegistry

from factcheck.claims.base import Claim
from factcheck.claims.rules import RuleScope, parsed
from factcheck.claims.units import UnitError, check_units
from factcheck.errors import Place
from factcheck.figures.periods import Period
from factcheck.figures.units import DEFINITIONS, definitions

UNITS = {
    "mad": "MAD",
    "usd": "USD",
    "jobs": "job",
    "hubs": "hubs",
    "percentage": "percent",
    "points_up": "percentage_point",
    "factor": "",
    "signed": "calendar_year",
    "horizon": "calendar_year",
    "delay": "year",
    "months": "month",
    "tonnes": "tonne",
}
SCOPE = RuleScope(
    {name: Claim(name, Place("a.yaml"), unit=unit, period=Period.of_year(2024)) for name, unit in UNITS.items()}
)


def check(text: str) -> None:
    check_units(parsed(text, SCOPE), lambda name: UNITS.get(name))


@pytest.mark.parametrize(
    "text",
    [
        "mad + mad * 2 <= 27 milliards MAD",
        "convert(mad, USD, 2024) == usd",
        "growth(mad, mad) == percentage",
        "points(percentage, percentage) == points_up",
        "share(jobs, hubs) == 2 %",
        "jobs > 5",
        "0 < mad",
        "mad - 0 > 0 MAD",
        "jobs - 5 == hubs",
        "jobs / jobs == factor",
        "per(mad, jobs) == 3 MAD",
        "years(signed, horizon) == delay",
        "delay == 6 months",
        "signed < horizon",
        "mad * (1 + percentage) >= mad",
        "cagr(mad, mad, 6) == percentage",
        "between(percentage, 20 %, 25 %)",
        "between(jobs, 2, 3 hubs)",
        "grim(percentage, jobs)",
        "grim(percentage, 12)",
        "percentage == 0.75",
    ],
)
def test_what_can_be_compared_and_added_is_let_through(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("mad == usd", "mad and usd cannot be compared", "mad: MAD; usd: USD"),
        ("mad + usd > 0", "mad and usd cannot be added", "mad: MAD; usd: USD"),
        ("mad - 5 > 0", "5 cannot be subtracted from mad", "mad: MAD; 5: a plain number or a percentage"),
        ("mad > 3 %", "mad and 3 % cannot be compared", "mad: MAD; 3 %: a plain number or a percentage"),
        (
            "percentage > 2 pts",
            "percentage and 2 pts cannot be compared",
            "percentage: a plain number or a percentage; 2 pts: percentage points",
        ),
        ("growth(mad, usd) == 2 %", "growth(mad, usd) does not fit the units of its arguments", "mad: MAD; usd: USD"),
        ("mad / jobs > mad", "mad / jobs and mad cannot be compared", "mad / jobs: MAD per things counted; mad: MAD"),
        ("convert(mad, USD, 2024) == mad", None, "convert(mad, USD, 2024): USD; mad: MAD"),
        ("signed == delay", "signed and delay cannot be compared", "signed: a date; delay: a duration"),
        ("between(mad, 2 MAD, 3)", None, "2 MAD: MAD; 3: a plain number or a percentage"),
        ("grim(mad, jobs)", None, "mad: MAD"),
        ("grim(percentage, 3 MAD)", None, "3 MAD: MAD"),
        ("jobs > 5 %", None, "jobs: things counted; 5 %: a plain number or a percentage"),
    ],
)
def test_what_cannot_be_compared_is_named_with_both_units(text: str, message: str | None, hint: str) -> None:
    with pytest.raises(UnitError) as raised:
        check(text)
    assert message is None or str(raised.value.phrase) == message
    assert str(raised.value.hint) == hint


def test_a_claim_that_nobody_has_stated_yet_compares_with_everything() -> None:
    scope = RuleScope({"open": Claim("open", Place("a.yaml"))})
    check_units(parsed("open == 3 MAD", scope), scope.stated_unit)


def test_pint_reads_the_definitions_as_the_judge_does() -> None:
    registry = UnitRegistry(str(DEFINITIONS), non_int_type=Fraction)
    for name, unit in definitions().items():
        base = registry.Quantity(Fraction(1), name).to_base_units()
        dimension = {key.strip("[]"): exponent for key, exponent in base.dimensionality.items()}
        assert dimension == dict(unit.dimension), name
    for one, two in (("tonne", "gram"), ("century", "second"), ("percent", "permille"), ("barrel", "liter")):
        factor = registry.Quantity(Fraction(1), one).to(two).magnitude
        assert factor == definitions()[one].factor / definitions()[two].factor
