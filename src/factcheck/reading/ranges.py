"""Figures that share a unit or a scale: "entre 20 et 25 %", "2 à 3 milliards", "$10-20 million"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.figures.figure import Kind
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import Tokens

_LARGE: Final = 1_000_000
_FARTHEST: Final = 8
_LARGEST_WITHOUT_SCALE: Final = 1000
_WORDS_AFTER_BETWEEN: Final = 3
_ONE_SIZE: Final = 1000


def share_units(tokens: Tokens, earlier: Sequence[Found], high: Found, words: Lexicon) -> None:
    """Completes the figure before `high`, or `high` by it, where the two are ends of one range or change."""
    if not earlier:
        return
    low = earlier[-1]
    if high.first == low.end + 1 and low.kind is not Kind.DATE and _joined(tokens, low, high, words):
        _complete(tokens, low, high)
    elif high.kind is Kind.CURRENCY:
        _from_to(tokens, earlier, high, words)


def _joined(tokens: Tokens, low: Found, high: Found, words: Lexicon) -> bool:
    joint = tokens.words[low.end]
    is_range = joint in words.range_joints
    if not is_range and joint not in words.conjunctions:
        return False
    if _is_of_another_size(_number(low), _number(high)):
        return False  # "1,25 milliard à dix ans"
    if is_range:
        return True
    before = tokens.words[max(low.first - _WORDS_AFTER_BETWEEN, 0) : low.first]
    return high.kind in (Kind.PERCENTAGE, Kind.POINTS) or not words.between.isdisjoint(before)


def _is_of_another_size(low: Fraction, high: Fraction) -> bool:
    """Whether low ≥ 1 000 × |high| > 0; in whole numbers, since fractions are slow to compare."""
    size = abs(high.numerator) * low.denominator
    return low.numerator * high.denominator >= _ONE_SIZE * size > 0


def _complete(tokens: Tokens, low: Found, high: Found) -> None:
    if low.bare and (high.unit or high.kind is Kind.MULTIPLE) and not high.in_words:
        low.takes_unit_of(high)
        _share_scale(low, high)
        if _number(high) < 0 < _number(low) and "0" <= tokens.words[high.first] < ":":
            low.negated()  # "10 to 12 per cent less"; "3 à −5 %" has its own sign
    elif high.bare and low.kind is Kind.CURRENCY:
        high.takes_unit_of(low)
        _share_scale(low, high)
    elif low.kind is high.kind is Kind.CURRENCY and low.unit == high.unit:
        ends_in_digits = "0" <= tokens.words[low.end - 1] < ":"
        if ends_in_digits:  # "between $10 and $15 million"
            _share_scale(low, high)


def _number(one: Found) -> Fraction:
    """The value of what is no date; 0 for a date."""
    return Fraction(0) if isinstance(one.value, str) else one.value


def _share_scale(low: Found, high: Found) -> None:
    if low.numeral is None or high.numeral is None:
        return
    if low.numeral.value >= _LARGEST_WITHOUT_SCALE > high.numeral.value:
        return  # "de 900 000 à 1,2 million"; but "de 9 769 à 14 544 millions"
    if low.numeral.scale == 1 and high.numeral.scale != 1:
        low.scaled(high.numeral.scale)


def _from_to(tokens: Tokens, earlier: Sequence[Found], high: Found, words: Lexicon) -> None:
    """Gives "28,1 milliards" its currency in "passe de 28,1 milliards en 2023 à 30,7 milliards de dirhams"."""
    low = next((one for one in reversed(earlier) if one.kind is not Kind.DATE), None)
    if low is None or not low.bare or low.numeral is None or low.numeral.scale < _LARGE:
        return
    between = tokens.words[low.end : high.first]
    if len(between) <= _FARTHEST and "(" not in between and not words.from_to.isdisjoint(between):
        low.takes_unit_of(high)
