"""The unit after a number: "%", "points", "milliards de dirhams", "km²", "cinq ans", "148 500 personnes"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.figures.figure import Kind, Numeral
from factcheck.reading import counts
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.numerals import Number
from factcheck.reading.tokens import Tokens
from factcheck.reading.unit_words import ONE, Measure

_LONGEST_ABBREVIATION = 5
_POINTS_OF_AN_INDEX = 100


def measure_at(tokens: Tokens, index: int, words: Lexicon) -> tuple[Measure, int] | None:
    """The unit whose words begin at the token, with the index after it: its name, sign, code or abbreviation."""
    word = tokens.words[index]
    if not word:
        return None
    found = words.measures.at(tokens, index)
    if found is not None and found[0].needs:
        found = found if _is_unit_here(tokens, index, found[0], words) else None
    if len(word) <= _LONGEST_ABBREVIATION and word.isalpha() and (found is None or found[1] == index + 1):
        printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
        abbreviated = words.units.abbreviated(printed)
        if abbreviated is not None:
            return abbreviated, index + 1
    return found


def _follows_digits(tokens: Tokens, index: int, words: Lexicon) -> bool:
    if tokens.words[index - 1][-1:].isdecimal():
        return True
    scale = tokens.printed(index - 1, index)  # "2.1m ha"
    scaled = scale in words.short_scales or scale in words.attached_scales
    return scaled and tokens.words[index - 2][-1:].isdecimal()


def _is_unit_here(tokens: Tokens, index: int, measure: Measure, words: Lexicon) -> bool:
    """Whether a short word ("m", "t") stands right after digits, in the case that it has as a unit."""
    if not _follows_digits(tokens, index, words) or not tokens.same_line(index):
        return False
    if measure.needs == "touch" and not tokens.touches(index):
        return False
    return not (tokens.words[index] in ("m", "t", "g") and tokens.is_capital(index))


def with_unit(tokens: Tokens, number: Number, words: Lexicon) -> Found:
    """The number with the unit or the noun that follows it; a bare number where none does."""
    at = number.end
    joined = tokens.words[at] in words.joins and _takes_joint(tokens, number, words)
    found = measure_at(tokens, at, words)
    if found is None and joined:
        found = measure_at(tokens, at + 1, words)
    if found is None and tokens.words[at] in words.before_nouns:
        found = measure_at(tokens, at + 1, words)  # "les onze premiers mois", "five more years"
        if found is not None and found[0].kind not in (Kind.DURATION, Kind.NUMBER):
            found = None
    if found is not None:
        return _measured(tokens, number, *found, words)
    noun = counts.noun_at(tokens, at + 1 if joined else at, words)
    if noun is None:
        return Found(number.first, number.end, Kind.NUMBER, number.value, "", number.numeral, other=number.other)
    unit, end = noun
    return Found(number.first, end, Kind.NUMBER, number.value, unit, number.numeral, other=number.other)


def _takes_joint(tokens: Tokens, number: Number, words: Lexicon) -> bool:
    """Whether "de" after the number leads to what it counts: "deux millions de", "une centaine de", "triptyque de"."""
    last = tokens.words[number.end - 1]
    if number.numeral.scale.numerator > 1 or last in words.collectives or last in words.counts_in_words:
        return True
    return tokens.words[number.end] == "-" or last in words.scales or last in words.half


def _measured(tokens: Tokens, number: Number, measure: Measure, end: int, words: Lexicon) -> Found:
    numeral, value, other = number.numeral, number.value, number.other
    if measure.scale is not ONE:
        numeral = Numeral(numeral.value, numeral.decimals, numeral.scale * measure.scale, numeral.digits)
        value *= measure.scale
        other = None if other is None else other * measure.scale
    if measure.kind is Kind.POINTS and measure.scale is ONE and abs(value) >= _POINTS_OF_AN_INDEX:
        # "le MASI a fini à 12.043,6 points"
        return Found(number.first, end, Kind.NUMBER, value, tokens.words[end - 1], numeral, other=other)
    halved = tokens.words[end] in words.conjunctions and tokens.words[end + 1] in words.half
    if halved and measure.kind is Kind.DURATION and numeral.decimals == 0 and words.counts_by_scores:
        numeral = Numeral(numeral.value + Fraction(1, 2), 1, numeral.scale, numeral.digits)  # "deux ans et demi"
        value, end = numeral.value * numeral.scale, end + 2
    return Found(
        number.first,
        end,
        measure.kind,
        value,
        measure.unit,
        numeral,
        other=other,
        assumed=measure.assumed,
        family=measure.family,
    )
