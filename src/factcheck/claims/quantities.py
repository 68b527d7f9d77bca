"""Numbers with units as rules write them ("27 milliards MAD", "100 %"), and units as claims name them.

The digits are exact and use a decimal point whatever the language; the words after them are read by the reader of
quotes, in the languages of the base's sources.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct

from factcheck.claims.hints import did_you_mean
from factcheck.figures.figure import Kind
from factcheck.figures.units import definitions
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant

LANGUAGES: Final = ("fr", "en")
"""The languages that a unit's words may be in, beside those of the sources."""

_MOST_DIGITS: Final = 40
_NUMBER: Final = re.compile(r"(?P<whole>[0-9](?:[0-9 \u00a0\u202f]*[0-9])?)(?:\.(?P<decimals>[0-9]+))?")
_THOUSANDS_WITH_A_POINT: Final = re.compile(r"[1-9][0-9]{0,2}\.000")
_SPACES: Final = " \u00a0\u202f"
_CODE: Final = re.compile(r"[A-Z]{3}")
# any number would do: its unit is read, and its scale word by what the figure is more than this
_SAMPLE: Final = 2


class QuantityError(Exception):
    """A number or a unit that cannot be understood: what is wrong, and what to write."""

    def __init__(self, phrase: Phrase, hint: Phrase | None = None) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase
        self.hint = hint


class _Measure(Struct, frozen=True):
    factor: Fraction
    unit: str
    is_defined: bool


def constant(text: str, languages: tuple[str, ...]) -> Constant:
    """The exact number that a rule writes, with its unit; raises QuantityError."""
    match = _NUMBER.match(text)
    assert match is not None, "the grammar lets only digits begin a number"
    digits = "".join(char for char in match["whole"] if char.isdigit())
    decimals = match["decimals"] or ""
    if len(digits) + len(decimals) > _MOST_DIGITS:
        raise QuantityError(Phrase("a number of more than {count} digits", count=_MOST_DIGITS))
    if _THOUSANDS_WITH_A_POINT.fullmatch(match[0]):
        raise QuantityError(
            Phrase("{number} is {whole} in a rule: the point is the decimal point", number=match[0], whole=digits),
            Phrase("write {thousands} or {whole}", thousands=f"{digits} 000", whole=digits),
        )
    value = Fraction(int(digits + decimals), 10 ** len(decimals))
    words = text[match.end() :].strip(_SPACES)
    if not words:
        return Constant(value, "", text)
    measure = _measure(words, languages)
    return Constant(value * measure.factor, measure.unit, text)


def unit(text: str, languages: tuple[str, ...]) -> str:
    """The unit that a claim or an indicator names, as figures carry it ("%" is percent); raises QuantityError."""
    if text in definitions():
        return text
    if _CODE.fullmatch(text):
        raise QuantityError(
            Phrase("{unit} is not a unit: no currency has this code", unit=text), did_you_mean(text, definitions())
        )
    measure = _measure(text, languages)
    if measure.factor != 1:
        raise QuantityError(
            Phrase("{unit} is not a unit", unit=text),
            Phrase("write the unit without a number: {unit}", unit=measure.unit),
        )
    return measure.unit


@lru_cache(maxsize=1024)
def _measure(words: str, languages: tuple[str, ...]) -> _Measure:
    """What the words after a number say, in the sources' languages first."""
    if words in definitions():
        return _Measure(Fraction(1), words, True)
    spoken = [found for lang in languages if (found := _read(words, lang)) is not None]
    others = (lang for lang in LANGUAGES if lang not in languages)
    if not any(measure.is_defined for measure in spoken):
        spoken = [*spoken, *(found for lang in others if (found := _read(words, lang)) is not None)]
    if not spoken:
        raise QuantityError(Phrase("{words} is not a unit", words=words), Phrase("write a unit, or an operator"))
    best = next((measure for measure in spoken if measure.is_defined), spoken[0])
    for measure in spoken:
        if measure.is_defined and measure.factor != best.factor:
            raise QuantityError(
                Phrase("{words} does not mean the same in every language of the sources", words=words),
                Phrase("write the number out, in digits"),
            )
    return best


def _read(words: str, lang: str) -> _Measure | None:
    """What the words say in one language; None where they are no unit."""
    from factcheck.reading import QuoteError, read_quote

    text = f"{_SAMPLE} {words}"
    if any(char.isdigit() or char == "_" for char in words):
        return None
    try:
        figure = read_quote(text, lang)
    except QuoteError:
        return None
    if figure.kind is Kind.DATE or figure.text != text:
        return None
    is_defined = figure.kind is not Kind.NUMBER or not figure.unit or figure.unit in definitions()
    return _Measure(figure.number / _SAMPLE, figure.unit, is_defined)
