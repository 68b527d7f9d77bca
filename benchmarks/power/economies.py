"""Worlds of true values: a sector, its branches, its jobs, a rate and a survey, in a country with a currency.

Values are exact and fit each other by construction: branches and halves add up to their year, shares are of it, and
what is converted is so at a rate at which the two currencies really traded in that year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import Any

from msgspec import Struct

from benchmarks.power.printing import words
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rate, Rates

YEARS = range(2012, 2025)
SPAN = 10
"""Years between the last level and the early one, from which it has grown by a whole rate each year."""
ABROAD = {"MAD": ("USD", "EUR"), "EUR": ("USD", "MAD"), "GBP": ("USD", "EUR"), "USD": ("EUR", "GBP")}
CURRENCIES = {"fr": ("MAD", "EUR"), "en": ("USD", "GBP", "EUR", "MAD")}
_FINE = 10**6


class Economy(Struct, frozen=True):
    """One world's true values.

    level, first_half, jobs, rate   by year; the level of the sector is an amount, the rate a part of 1
    yearly                          by what part the level has grown each year since SPAN years before, on average
    branches                        the amounts of the last year by name; they add up to the level
    rate_abroad                     how much of `currency` one unit of `abroad` cost in the last year
    asked, answered                 how many a survey asked, and how many of them said yes
    """

    lang: str
    year: int
    sector: dict[str, Any]
    workers: dict[str, Any]
    rating: dict[str, Any]
    survey: dict[str, Any]
    currency: str
    abroad: str
    level: dict[int, Fraction]
    first_half: dict[int, Fraction]
    branches: dict[str, Fraction]
    yearly: Fraction
    jobs: dict[int, Fraction]
    rate: dict[int, Fraction]
    rate_abroad: Fraction
    asked: int
    answered: int
    day: date


@lru_cache(maxsize=1)
def known_rates() -> Rates:
    """The rates of the package: data, of which the oracle has nothing else."""
    return Rates()


def rate_of(currency: str, abroad: str, year: int) -> Rate:
    """How much of `currency` one `abroad` cost in a year."""
    return known_rates().rate(currency, abroad, Period.of_year(year))


def economy(rng: Random) -> Economy:
    """A world."""
    lang = rng.choice(("fr", "en"))
    said = words(lang)
    year = rng.choice(YEARS)
    currency = rng.choice(CURRENCIES[lang])
    abroad = rng.choice(ABROAD[currency])
    sector = rng.choice(said["sectors"])
    yearly = _part(rng, 0.03, 0.2)
    level = _history(rng, year, Fraction(int(10 ** rng.uniform(7.7, 11.3))), yearly)
    names = rng.sample(sector["branches"], rng.randint(3, 5))
    asked = rng.randint(9, 60)
    return Economy(
        lang,
        year,
        sector,
        rng.choice(said["workers"]),
        rng.choice(said["ratings"]),
        rng.choice(said["surveys"]),
        currency,
        abroad,
        level,
        {each: level[each] * _part(rng, 0.4, 0.6) for each in (year - 1, year)},
        _split(rng, level[year], names),
        yearly,
        _whole(_history(rng, year, Fraction(rng.randint(300, 900_000)), yearly)),
        _rates(rng, year),
        _traded(rng, currency, abroad, year),
        asked,
        rng.randint(1, asked - 1),
        date(year + 1, 1, 1) + timedelta(days=rng.randrange(365)),
    )


def _part(rng: Random, low: float, high: float) -> Fraction:
    """A random part of 1 as an exact number: chance comes as floats, values do not."""
    return Fraction(rng.randint(int(low * _FINE), int(high * _FINE)), _FINE)


def _history(rng: Random, year: int, last: Fraction, yearly: Fraction) -> dict[int, Fraction]:
    """The levels of three years, neighbours at least half a percent apart, and that of ten years before the last."""
    levels = {year: last}
    for each in (year - 1, year - 2):
        growth = _part(rng, 0.005, 0.35) * rng.choice((1, 1, 1, -1))
        levels[each] = levels[each + 1] / (1 + growth)
    levels[year - SPAN] = last / (1 + yearly) ** SPAN
    return levels


def _whole(levels: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Levels of what comes in whole numbers."""
    return {year: Fraction(round(value)) for year, value in levels.items()}


def _split(rng: Random, whole: Fraction, names: Sequence[str]) -> dict[str, Fraction]:
    """Parts of a whole, none below a twelfth of the largest."""
    weights = [rng.randint(100, 1200) for _ in names]
    return {name: whole * weight / sum(weights) for name, weight in zip(names, weights, strict=True)}


def _rates(rng: Random, year: int) -> dict[int, Fraction]:
    """Rates of three years, at least 0.4 points apart from year to year."""
    rates = {year: _part(rng, 0.06, 0.6)}
    for each in (year - 1, year - 2):
        rates[each] = rates[each + 1] + _part(rng, 0.004, 0.025) * rng.choice((1, -1))
    return rates


def _traded(rng: Random, currency: str, abroad: str, year: int) -> Fraction:
    """Mostly the year's average; else any rate at which the two traded in it."""
    rate = rate_of(currency, abroad, year)
    return rate.average if rng.random() < 0.7 else rate.low + (rate.high - rate.low) * _part(rng, 0, 1)
