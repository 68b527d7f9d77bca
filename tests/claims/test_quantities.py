from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.claims.quantities import QuantityError, constant, unit


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("1.5", "3/2", ""),
        ("100 000", "100000", ""),
        ("1\u202f000\u00a0000.25", "4000001/4", ""),
        ("100 %", "100", "percent"),
        ("0.2%", "1/5", "percent"),
        ("12 pts", "12", "percentage_point"),
        ("27 milliards MAD", "27000000000", "MAD"),
        ("26.2 milliards de dirhams", "26200000000", "MAD"),
        ("3 MAD", "3", "MAD"),
        ("6 months", "6", "month"),
        ("6 mois", "6", "month"),
        ("5 years", "5", "year"),
        ("12 hubs", "12", "hubs"),
    ],
)
def test_numbers_of_rules_are_exact_and_have_a_decimal_point(text: str, value: str, name: str) -> None:
    found = constant(text, ("fr",))
    assert (found.value, found.unit, found.text) == (Fraction(value), name, text)


def test_a_word_that_languages_read_differently_is_read_in_that_of_the_sources() -> None:
    assert constant("27 billion MAD", ("en",)).value == 27 * 10**9
    assert constant("27 billion MAD", ("fr",)).value == 27 * 10**12
    with pytest.raises(QuantityError, match="does not mean the same in every language"):
        constant("27 billion MAD", ("fr", "en"))


@pytest.mark.parametrize(
    ("text", "name"),
    [("MAD", "MAD"), ("percent", "percent"), ("%", "percent"), ("dirhams", "MAD"), ("accords", "accords")],
)
def test_units_of_claims_are_those_that_figures_carry(text: str, name: str) -> None:
    assert unit(text, ("fr",)) == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MDA", "MDA is not a unit: no currency has this code"),
        ("milliards MAD", "milliards MAD is not a unit"),
        ("per_cent 3", "per_cent 3 is not a unit"),
    ],
)
def test_what_is_no_unit_is_said(text: str, message: str) -> None:
    with pytest.raises(QuantityError, match=message):
        unit(text, ("fr",))
