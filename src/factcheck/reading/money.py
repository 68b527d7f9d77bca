"""Money: the currency before its number ("$ 75 million", "EUR 20"), cents, and names that several currencies share."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Kind, Numeral
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.measures import measure_at
from factcheck.reading.numerals import Number
from factcheck.reading.tokens import Tokens
from factcheck.reading.unit_words import ONE, Measure

_CENTS: Final = 2


def currency_before(tokens: Tokens, index: int, words: Lexicon, limit: int) -> tuple[Measure, int] | None:
    """The currency that ends right before the token, with the index of its first token, not before `limit`."""
    before = index - 1
    if before < limit:
        return None
    word = tokens.words[before]
    if not word.isalpha():
        found = _sign_before(tokens, index, words)
    elif word.endswith("'") or len(word) > 10:
        found = None
    else:
        printed = tokens.text[tokens.starts[before] : tokens.ends[before]]
        measure = None if printed in words.codes_that_are_words else words.units.abbreviated(printed)
        found = None if measure is None else (measure, before)
        if found is None and len(word) == 1:
            code = initial(tokens, index, words)
            found = None if code is None else (Measure(Kind.CURRENCY, code), before)
        named = words.before_a_number.before(tokens, index)
        if found is None and named is not None:
            measures = words.measures.before(tokens, index)
            found = None if measures is None else (measures[0], measures[1])
    return found if found is not None and found[1] >= limit and found[0].kind is Kind.CURRENCY else None


def initial(tokens: Tokens, index: int, words: Lexicon) -> str | None:
    """The currency of the one letter that touches the number, where a scale or thousands show an amount."""
    code = words.currency_initials.get(tokens.printed(index - 1, index))
    if code is None or not tokens.touches(index):
        return None
    cents = len(tokens.words[index].partition(".")[2]) == _CENTS  # "R18.90"
    if cents or "," in tokens.words[index] or tokens.words[index + 1] in words.scales:
        return code
    after = tokens.text[tokens.starts[index + 1] : tokens.ends[index + 1]]
    scaled = after in words.short_scales or after in words.money_scales
    return code if scaled and tokens.touches(index + 1) else None


def _sign_before(tokens: Tokens, index: int, words: Lexicon) -> tuple[Measure, int] | None:
    before = index - 1
    if tokens.words[before] == "." and words.before_a_number.before(tokens, before) is not None:
        return words.measures.before(tokens, before)  # "Rs. 20"
    found = words.measures.before(tokens, index)
    if found is None:
        return None
    if found[1] == before and tokens.touches(before):
        measure = words.units.abbreviated(tokens.printed(before - 1, index))  # "A$", "US$"
        if measure is not None:
            return measure, before - 1
    return found


def amount(tokens: Tokens, number: Number, currency: tuple[Measure, int], words: Lexicon) -> Found:
    """The amount of a number whose currency stands before it."""
    measure, first = currency
    numeral, value, other, end = number.numeral, number.value, number.other, number.end
    scale = measure.scale
    if numeral.scale is ONE and scale is ONE and tokens.touches(end):
        scale = words.money_scales.get(tokens.printed(end, end + 1), ONE)
        end += scale is not ONE
    if scale is not ONE:
        numeral = Numeral(numeral.value, numeral.decimals, numeral.scale * scale, numeral.digits)
        value *= scale
        other = None if other is None else other * scale
    unit, assumed, family = measure.unit, measure.assumed, measure.family
    after = measure_at(tokens, end, words)
    if after is None and numeral.scale is not ONE and tokens.words[end] in words.joins:
        after = measure_at(tokens, end + 1, words)
    same = after is not None and after[0].kind is Kind.CURRENCY and (after[0].unit == unit or assumed)
    if after is not None and same and not tokens.words[after[1]][:1].isdecimal():
        unit, assumed, family, end = after[0].unit, after[0].assumed, after[0].family, after[1]
    return Found(first, end, Kind.CURRENCY, value, unit, numeral, other=other, assumed=assumed, family=family)


def with_cents(tokens: Tokens, found: Found, words: Lexicon) -> None:
    """Adds the cents that follow an amount: "3 dollars 50 cents", "$20 and 43c"."""
    if (
        found.numeral is None
        or found.numeral.scale is not ONE
        or found.numeral.decimals
        or isinstance(found.value, str)
    ):
        return
    at = found.end + (tokens.words[found.end] in words.conjunctions)
    cents, end = _below_hundred(tokens, at, words)
    if cents is None or tokens.words[end] not in words.cents:
        return
    value = found.value + Fraction(cents, 100)
    found.numeral = Numeral(value, 2, ONE, found.numeral.digits)
    found.value, found.end, found.other = value, end + 1, None


def _below_hundred(tokens: Tokens, index: int, words: Lexicon) -> tuple[int | None, int]:
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= 2:
        return int(word), index + 1
    value = words.numbers.get(word)
    if value is None or value >= 100:
        return None, index
    end = index + 1
    if value >= 20 and tokens.words[end] == "-":
        end += 1
    unit = words.numbers.get(tokens.words[end], 0)
    if value >= 20 and 0 < unit < 10:
        return value + unit, end + 1
    return value, index + 1


class SharedNames:
    """Which currency a bare "dollars" stands for: the last one of that name that the text spelled out."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}

    def settle(self, found: Found) -> None:
        """Remembers a currency spelled out; gives an assumed one the text's own."""
        if found.family and found.assumed:
            found.unit = self._named.get(found.family, found.unit)
        elif found.family:
            self._named[found.family] = found.unit
