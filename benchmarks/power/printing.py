"""True values as newspapers print them: rounded, hedged, with units and separators, in French or in English."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from pathlib import Path
from random import Random
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from benchmarks.power.facts import Fact

MILLION = 10**6
DOWNWARD = ("over", "at_least")
UPWARD = ("nearly", "under", "at_most")
FARTHEST = Fraction(1, 20)
"""How far from the truth a hedge may lead: "nearly 20" of 15 would be untrue, "more than 20" of 29 nobody's way."""


class Printed(Struct, frozen=True):
    """A number as printed.

    number    what its digits say, never negative; `decimals` of them stand after the decimal sign
    scale     what its scale word multiplies by
    negative  whether it tells of a fall
    """

    number: Fraction
    decimals: int
    scale: int
    hedge: str
    family: str
    unit: str
    lang: str
    separator: str
    hedge_word: str = ""
    negative: bool = False

    @property
    def value(self) -> Fraction:
        """The number in base units: amounts, counts, multiples, and percentages as parts of 1."""
        size = self.number * self.scale / (100 if self.family in ("percent", "points") else 1)
        return -size if self.negative else size

    @property
    def digits(self) -> str:
        """Its digits, grouped, with the decimal sign of the language."""
        whole, part = divmod(self.number * 10**self.decimals, 10**self.decimals)
        grouped = f"{int(whole):,}".replace(",", self.separator)
        sign = words(self.lang)["decimal"]
        return grouped + (f"{sign}{int(part):0{self.decimals}}" if self.decimals else "")

    @property
    def bare(self) -> str:
        """The number without its unit: "plus de 26,2 milliards", "5,3 %"."""
        if self.family in ("percent", "points"):
            return self.quote
        return self.hedge_word + self.digits + self._scale_word

    @property
    def quote(self) -> str:
        """The figure as it stands in a sentence: "plus de 26,2 milliards de dirhams"."""
        units = words(self.lang)["units"]
        if self.family in units:
            one, many = units[self.family]
            form = many if self.number >= 2 or self.lang == "en" else one
            return self.hedge_word + str(form).format(self.digits)
        if self.unit in units:
            number = self.digits + self._scale_word
            name = str(units[self.unit])
            return self.hedge_word + (name.format(number) if "{}" in name else number + self._linking(name))
        return self.hedge_word + self.digits + self._scale_word + self._linking(self.unit)

    @property
    def _scale_word(self) -> str:
        word: str = words(self.lang)["scales"].get(self.scale, "")
        return word + "s" if word and self.lang == "fr" and self.number >= 2 else word

    def _linking(self, noun: str) -> str:
        if self.lang == "en" or self.scale < MILLION:
            return f" {noun}"
        return f" d'{noun}" if noun[0] in "aeéiou" else f" de {noun}"


class PrintedDay(Struct, frozen=True):
    """A date as printed, with a weekday: 0 for Monday … 6 for Sunday."""

    day: date
    weekday: int
    lang: str
    form: int = 0

    @property
    def quote(self) -> str:
        """The date as it stands in a sentence: "lundi 27 janvier 2025"."""
        said = words(self.lang)
        forms = said["dates"]
        first = said.get("first", "1") if self.day.day == 1 else str(self.day.day)
        return str(forms[self.form % len(forms)]).format(
            weekday=said["weekdays"][self.weekday],
            day=first,
            month=said["months"][self.day.month - 1],
            year=self.day.year,
        )

    bare = quote


@lru_cache(maxsize=2)
def words(lang: str) -> dict[str, Any]:
    """The words of a language: hedges, scales, units, sentences."""
    path = Path(__file__).parent / "sentences" / f"{lang}.yaml"
    said: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return said


def print_day(rng: Random, fact: Fact, lang: str) -> PrintedDay:
    """A day with its weekday."""
    assert isinstance(fact.value, date)
    return PrintedDay(fact.value, fact.value.weekday(), lang, rng.randrange(9))


def print_number(rng: Random, fact: Fact, lang: str) -> Printed:
    """A true number, rounded at random, and hedged now and then where the hedge is true."""
    assert isinstance(fact.value, Fraction)
    size = abs(fact.value) * (100 if fact.family in ("percent", "points") else 1)
    scale = _scale(rng, size) if fact.family in ("money", "count") else 1
    separator = rng.choice(words(lang)["separators"])
    blank = Printed(size / scale, 0, scale, "none", fact.family, fact.unit, lang, separator, "", fact.value < 0)
    plain = rounded(blank, size, _places(rng, fact, size / scale))
    exact = fact.family == "count" and size < 100
    hedge = rng.choice(HEDGES) if not exact and fact.family not in ("points", "times") else "none"
    return plain if hedge == "none" else _hedged(rng, plain, size, hedge) or plain


HEDGES = ("none",) * 14 + ("about", "about", "nearly", "over", "over", "at_least", "under", "at_most")


def rounded(form: Printed, size: Fraction, places: int) -> Printed:
    """`size` in the form of another figure, to the nearest with so many decimals (before the decimal sign below 0)."""
    number = _step(size / form.scale, places, 0)
    return replace(form, number=number, decimals=max(places, 0), hedge="none", hedge_word="")


def reprinted(value: Fraction, like: Printed) -> Printed:
    """Another value, rounded and hedged as a figure is."""
    size = abs(value) * (100 if like.family in ("percent", "points") else 1)
    return replace(like, number=_step(size / like.scale, places_of(like), _side(like.hedge)))


def places_of(printed: Printed) -> int:
    """How many decimals a figure has; below 0 for the zeros that a whole number of 100 or more ends in."""
    if printed.decimals or printed.number < 100:
        return printed.decimals
    digits = str(int(printed.number))
    return len(digits.rstrip("0")) - len(digits)


def _hedged(rng: Random, plain: Printed, size: Fraction, hedge: str) -> Printed | None:
    """The figure with a hedge, rounder than without; None where nobody would say so."""
    number = size / plain.scale
    places = max(_leading_places(number, rng.choice((1, 2, 2))), -9)
    said = _step(number, min(places, plain.decimals), _side(hedge))
    if hedge in ("over", "under") and said == number:
        return None
    if said == 0 or abs(said - number) > FARTHEST * min(said, number):
        return None
    decimals = max(min(places, plain.decimals), 0)
    word = rng.choice(words(plain.lang)["hedges"][hedge])
    return replace(plain, number=said, decimals=decimals, hedge=hedge, hedge_word=word)


def _side(hedge: str) -> int:
    return -1 if hedge in DOWNWARD else 1 if hedge in UPWARD else 0


def _step(number: Fraction, places: int, side: int) -> Fraction:
    """A number at so many decimals: the nearest (0), the one below (-1) or the one above (1)."""
    steps = number * Fraction(10) ** places
    whole = floor(steps) if side < 0 else ceil(steps) if side > 0 else floor(steps + Fraction(1, 2))
    return whole / Fraction(10) ** places


def _leading_places(number: Fraction, digits: int) -> int:
    """The decimals at which a number has so many digits that count."""
    whole = floor(number)
    if whole:
        return digits - len(str(whole))
    leading = 0
    while number * 10 ** (leading + 1) < 1:
        leading += 1
    return leading + digits


def _scale(rng: Random, size: Fraction) -> int:
    if size < MILLION or (size < 10 * MILLION and rng.random() < 0.3):
        return 1
    if size < 1000 * MILLION or (size < 10_000 * MILLION and rng.random() < 0.2):
        return MILLION
    return 1000 * MILLION


def _places(rng: Random, fact: Fact, number: Fraction) -> int:
    """To how many decimals a number is rounded; below 0 for zeros at the end of one of 100 or more."""
    if fact.family in ("percent", "points"):
        places = rng.choice((0, 1, 1, 1, 2))
        return places if number * 10**places >= 2 else 2
    if fact.family == "times":
        return 1 if number < 20 else 0
    if number >= 100:
        digits = len(str(floor(number)))
        return min(rng.choice((2, 3, 3, 4, 5, digits, digits)) - digits, 0 if number >= 1000 else rng.choice((0, 1)))
    if number.denominator == 1:
        return 0
    return rng.choice((0, 1, 1, 1, 2)) if number >= 10 else rng.choice((1, 1, 2))
