"""Prints true values as newspapers do: rounded, hedged, set in French or in English. For property tests."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hypothesis import strategies as st

HEDGES = {
    "fr": {
        "none": [""],
        "about": ["environ ", "quelque ", "approximativement "],
        "nearly": ["près de ", "presque "],
        "over": ["plus de "],
        "at_least": ["au moins "],
        "under": ["moins de "],
        "at_most": ["au plus "],
    },
    "en": {
        "none": [""],
        "about": ["about ", "around ", "some "],
        "nearly": ["nearly ", "almost "],
        "over": ["more than ", "over "],
        "at_least": ["at least "],
        "under": ["less than ", "under "],
        "at_most": ["at most "],
    },
}
SCALES = {
    "fr": {1: "", 10**3: " mille", 10**6: " millions", 10**9: " milliards"},
    "en": {1: "", 10**3: " thousand", 10**6: " million", 10**9: " billion"},
}
DOWN = {"over", "at_least"}
UP = {"nearly", "under", "at_most"}
SEPARATORS = {"fr": [" ", "\u00a0", "\u202f", "."], "en": [","]}


@dataclass(frozen=True)
class Printed:
    """What is printed of a true value, and what a reader must find in it."""

    quote: str
    value: Fraction
    resolution: Fraction
    hedge: str


def digits_of(number, decimals, separator, sign):
    """A rounded number as digits, with a decimal sign and groups of three."""
    shifted = abs(number) * 10**decimals
    assert shifted.denominator == 1
    text = str(shifted.numerator).rjust(decimals + 1, "0")
    whole, part = (text[:-decimals], text[-decimals:]) if decimals else (text, "")
    groups = []
    while whole:
        groups.append(whole[-3:])
        whole = whole[:-3]
    body = separator.join(reversed(groups)) + (sign + part if part else "")
    return ("-" if number < 0 else "") + body


@st.composite
def printed(draw, true, unit, *, lang, hedges=tuple(HEDGES["fr"]), percent=False):
    """`true` (exact, in `unit`; with `percent`, a ratio) as a quote of `lang`, rounded and hedged truthfully."""
    hedge = draw(st.sampled_from(hedges)) if true > 0 else "none"
    number, scale = true * 100 if percent else true, 1
    if not percent:
        fitting = [each for each in SCALES[lang] if abs(true) >= each and abs(true) < 10_000 * each] or [1]
        scale = draw(st.sampled_from(fitting))
        number = true / scale
    decimals = draw(st.integers(0, 3))
    rounded = _rounded(number, decimals, hedge)
    if rounded is None or (rounded == 0 and number != 0):
        decimals, hedge = 3, "none"
        rounded = _rounded(number, decimals, hedge)
    # an amount with three decimals may be read as a group of thousands: newspapers print fewer
    if decimals == 3:
        decimals, hedge = 2, "none"
        rounded = _rounded(number, decimals, hedge) or Fraction(0)  # what is next to nothing is printed as 0.00
    separator = draw(st.sampled_from(SEPARATORS[lang]))
    words = draw(st.sampled_from(HEDGES[lang][hedge]))
    figure = digits_of(rounded, decimals, separator, "," if lang == "fr" else ".")
    linking = " de" if lang == "fr" and scale >= 10**6 else ""
    quote = f"{words}{figure} %" if percent else f"{words}{figure}{SCALES[lang][scale]}{linking} {unit}"
    return Printed(quote, rounded * scale, Fraction(scale, 10**decimals), hedge)


def _rounded(number, decimals, hedge):
    """The number to print: to the nearest, or on the side that the hedge needs; None where the hedge does not fit."""
    steps = number * 10**decimals
    if hedge in DOWN:
        whole = floor(steps)
        whole -= hedge == "over" and whole == steps
    elif hedge in UP:
        whole = ceil(steps)
        whole += hedge == "under" and whole == steps
    else:
        whole = floor(steps + Fraction(1, 2))
    rounded = Fraction(whole, 10**decimals)
    if rounded <= 0 < number:
        return None
    # "nearly" and "at most" of a number that is not near would be untrue: half a digit off, or a twentieth
    if hedge in UP and abs(rounded - number) > max(abs(rounded) / 20, Fraction(1, 2 * 10**decimals)):
        return None
    return rounded
