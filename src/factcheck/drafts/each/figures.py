"""Amounts and figures for each in one unit, and nouns in singular and plural."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import is_bare, is_count, with_unit_of
from factcheck.drafts.prose import Mention, same_unit
from factcheck.figures.figure import Figure

_STEM: Final = 3
_PLURALS: Final = (("aux", "al"), ("ies", "y"), ("eaux", "eau"))


def alike_each(amount: Mention, each: Mention) -> tuple[Mention | None, Mention | None]:
    """Amount and figure for each in one unit; a count for each is an average, and not exact."""
    if is_bare(each.figure) and not is_bare(amount.figure):
        each = each.read_as(with_unit_of(each.figure, _unscaled(amount)))
    elif is_bare(amount.figure) and not is_bare(each.figure):
        amount = amount.read_as(with_unit_of(amount.figure, _unscaled(each)))
    if is_bare(amount.figure) or not same_unit(amount.figure, each.figure):
        return None, None
    if is_count(each.figure):
        each = each.read_as(replace(each.figure, unit=""))
    return amount, each


def _unscaled(mention: Mention) -> Figure:
    """A figure to take the unit from, and not the scale word."""
    figure = mention.figure
    return figure if figure.numeral is None else replace(figure, numeral=replace(figure.numeral, scale=Fraction(1)))


def stem(noun: str) -> str:
    """A noun without the ending of its plural."""
    for plural, singular in _PLURALS:
        if noun.endswith(plural) and len(noun) > len(plural) + _STEM:
            return noun.removesuffix(plural) + singular
    return noun.rstrip("sx")
