"""Units as exact factors, held against Pint, which reads the same definitions."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import pint
import pytest

from factcheck.figures.units import COUNT, DEFINITIONS, NUMBER, Unit, definitions, is_currency, unit_named


@lru_cache(maxsize=1)
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(str(DEFINITIONS), non_int_type=Fraction)


@pytest.mark.parametrize("name", sorted(definitions()))
def test_each_factor_and_dimension_is_pints(name: str) -> None:
    quantity = registry().Quantity(Fraction(1), name)
    base = quantity.to_base_units()
    assert Fraction(base.magnitude) == unit_named(name).factor
    dimension = {key.strip("[]"): Fraction(value) for key, value in quantity.dimensionality.items()}
    assert dimension == {key: Fraction(value) for key, value in unit_named(name).dimension}


def test_pint_knows_no_unit_that_we_do_not() -> None:
    ours = {*definitions(), *(name for unit in definitions().values() for name, _ in unit.dimension)}
    theirs = {name for name in registry()._units if name}
    assert theirs <= ours


@pytest.mark.parametrize(
    ("name", "of", "factor"),
    [
        ("percent", "", "1/100"),
        ("permille", "percent", "1/10"),
        ("basis_point", "percentage_point", "1/100"),
        ("year", "month", "12"),
        ("year", "day", "365.25"),
        ("quarter", "month", "3"),
        ("week", "day", "7"),
        ("day", "second", "86400"),
        ("mile", "foot", "5280"),
        ("hectare", "square_meter", "10000"),
        ("square_kilometer", "hectare", "100"),
        ("acre", "square_meter", "4046.8564224"),
        ("cubic_meter", "liter", "1000"),
        ("hectoliter", "cubic_meter", "1/10"),
        ("tonne", "quintal", "10"),
        ("pound_mass", "ounce", "16"),
        ("terawatt_hour", "kilowatt_hour", "1000000000"),
        ("gigabyte", "megabit", "8000"),
    ],
)
def test_one_unit_in_another(name: str, of: str, factor: str) -> None:
    ratio = unit_named(name) / unit_named(of)
    assert ratio.factor == Fraction(factor)
    assert ratio.is_number


def test_power_over_time_is_energy() -> None:
    assert unit_named("gigawatt") * unit_named("hour") == unit_named("gigawatt_hour")


def test_speed_is_length_over_duration() -> None:
    assert unit_named("kilometer") / unit_named("hour") == unit_named("kilometer_per_hour")


@pytest.mark.parametrize("one", ["percentage_point", "MAD", "year", "person", "degree_celsius", "calendar_year"])
def test_what_is_not_a_plain_number(one: str) -> None:
    assert not unit_named(one).is_number
    assert unit_named(one).dimension != unit_named("percent").dimension


def test_two_currencies_are_never_of_one_dimension() -> None:
    codes = [name for name in definitions() if is_currency(name)]
    assert len({unit_named(code).dimension for code in codes}) == len(codes) > 150


@pytest.mark.parametrize("noun", ["hubs", "accords", "emplois", "person", "job", "WWW"])
def test_things_are_counted_alike(noun: str) -> None:
    assert unit_named(noun).dimension == COUNT.dimension
    assert unit_named(noun).factor == 1


def test_no_name_is_a_plain_number() -> None:
    assert unit_named("") == NUMBER


@pytest.mark.parametrize(
    ("name", "expected"),
    [("MAD", True), ("EUR", True), ("XOF", True), ("mad", False), ("WWW", False), ("", False), ("day", False)],
)
def test_currencies_are_the_iso_codes_of_the_definitions(name: str, expected: bool) -> None:
    assert is_currency(name) is expected


def test_dividing_by_itself_leaves_a_plain_number() -> None:
    for name, unit in definitions().items():
        assert unit / unit == NUMBER, name
        assert unit * NUMBER == unit
        assert (unit * unit) / unit == unit


def test_per_person_is_undone_by_persons() -> None:
    wage = unit_named("MAD") / unit_named("person")
    assert wage == Unit(Fraction(1), (("MAD", 1), ("count", -1)))
    assert wage * COUNT == unit_named("MAD")
