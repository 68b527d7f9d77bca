"""The words of units: percent, points, currencies, durations, physical units, persons and jobs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.figures.figure import Kind
from factcheck.figures.units import is_currency
from factcheck.reading.phrase_table import Phrases
from factcheck.reading.tokens import words_of
from factcheck.reading.word_lists import pairs, phrases, words_of_each

ONE: Final = Fraction(1)
_LONGEST_SCALE: Final = 3
_CODE_LENGTH: Final = 3


class Measure(Struct, frozen=True):
    """What a unit's words say.

    scale    what they multiply by: 10⁹ for "MMDH"
    family   the name that several currencies share: "dollar"
    assumed  no more than that name was printed
    needs    "digits" or "touch" where a short word is a unit only after digits, or only touching them
    """

    kind: Kind
    unit: str
    scale: Fraction = ONE
    family: str = ""
    assumed: bool = False
    needs: str = ""


class UnitWords:
    """The units of one language's lexicon."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._scales = {
            word: Fraction(value)
            for section in ("money scales", "attached scales", "short scales")
            for word, value in pairs(data, section)
        }
        self._abbreviated: dict[str, Measure | None] = {}

    @cached_property
    def names(self) -> Phrases[Measure]:
        """Every unit by name and sign, in lower case."""
        return Phrases(self._names())

    def _names(self) -> Iterator[tuple[str | tuple[str, ...], Measure]]:
        data = self._data
        for phrase in phrases(data["points that are things"]):
            yield phrase, Measure(Kind.NUMBER, phrase)
        for phrase in phrases(data["percent"]):
            yield phrase, Measure(Kind.PERCENTAGE, "percent")
        for phrase in phrases(data["basis points"]):
            yield phrase, Measure(Kind.POINTS, "percentage_point", Fraction(1, 100))
        for phrase in phrases(data["points"]):
            yield phrase, Measure(Kind.POINTS, "percentage_point")
        for phrase, code in pairs(data, "shared names"):
            yield phrase, Measure(Kind.CURRENCY, code, family=_family(phrase), assumed=True)
        for listed, code in self._currencies():
            for words in words_of_each(listed):
                yield words, _currency_named(code, self._family_in(words))
        needs = dict.fromkeys(phrases(data["short units"]), "digits")
        needs |= dict.fromkeys(phrases(data["touching units"]), "touch")
        for section in ("durations", "physical", "count units"):
            kind = Kind.DURATION if section == "durations" else Kind.NUMBER
            for phrase, unit in pairs(data, section):
                yield phrase, Measure(kind, unit, needs=needs.get(phrase, ""))

    def _currencies(self) -> Iterator[tuple[str, str]]:
        """The list of each currency's names, with its code."""
        for code, listed in self._data["currencies"].items():
            yield listed, code
        for line in self._data["currency names"].splitlines():
            code, _, listed = line.partition(": ")
            yield listed, code

    @cached_property
    def _families(self) -> frozenset[str]:
        return frozenset(_family(phrase) for phrase, _ in pairs(self._data, "shared names"))

    @cached_property
    def _words_of_families(self) -> frozenset[str]:
        return self._families | {f"{name}s" for name in self._families}

    def _family_in(self, words: tuple[str, ...]) -> str:
        if self._words_of_families.isdisjoint(words):  # of a thousand names most have no family
            return ""
        return next(name for word in words if (name := word.rstrip("s")) in self._families)

    def currencies_named_like(self, code: str) -> tuple[str, ...]:
        """The other currencies that the bare name taken for `code` may stand for: the dollars beside USD."""
        bare = tuple(phrase for phrase, each in pairs(self._data, "shared names") if each == code and phrase.isascii())
        named = (each for listed, each in self._currencies() for name in phrases(listed) if name.startswith(bare))
        return tuple(dict.fromkeys(each for each in named if each != code))

    def abbreviated(self, printed: str) -> Measure | None:
        """The unit of an abbreviation or ISO 4217 code as printed, with a scale fused to it: "DH", "MMDH", "Mt"."""
        if printed not in self._abbreviated:
            self._abbreviated[printed] = self._abbreviation(printed)
        return self._abbreviated[printed]

    def _abbreviation(self, printed: str) -> Measure | None:
        whole = self._currency(printed)
        if whole is not None:
            return whole
        for length in range(_LONGEST_SCALE, 0, -1):
            scale = self._scales.get(printed[:length])
            currency = self._currency(printed[length:]) if scale is not None else None
            if scale is not None and currency is not None:
                return replace(currency, scale=scale)
        return None

    def _currency(self, printed: str) -> Measure | None:
        listed = self._listed.get(printed)
        if listed is None and len(printed) == _CODE_LENGTH and is_currency(printed):
            return Measure(Kind.CURRENCY, printed)
        return listed

    @cached_property
    def _listed(self) -> Mapping[str, Measure]:
        table = {word: Measure(Kind.CURRENCY, code) for word, code in pairs(self._data, "abbreviations")}
        for word, entry in self._data["fused"].items():
            scale, unit = entry.split()
            kind = Kind.CURRENCY if is_currency(unit) else Kind.NUMBER
            table[word] = Measure(kind, unit, Fraction(scale))
        return table


@lru_cache(maxsize=1024)
def _currency_named(code: str, family: str) -> Measure:
    return Measure(Kind.CURRENCY, code, family=family)  # each has several names


def _family(phrase: str) -> str:
    """The name itself: "dollar" of "dollars"."""
    return words_of(phrase)[0].rstrip("s")
