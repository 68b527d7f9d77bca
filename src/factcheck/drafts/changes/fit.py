"""Whether two printed numbers are apart by a change, before what they may mean is looked at.

Rounded levels may mean more than they print; but then nearly any change would fit them. So they are taken as printed,
and the change to the rounding of its last digit; one in words more loosely. Whole numbers are compared, crosswise,
since this is asked of many pairs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.drafts.changes.figures import Change
from factcheck.drafts.changes.relations import signed
from factcheck.figures.figure import Figure, Kind

_LOOSE: Final = 5
_TIGHT: Final = 50
"""Words such as "a third" may be off by one part in so many."""

_THOUSAND: Final = 1000
_COARSEST: Final = 10
"""A difference between levels that print more than it has to be printed to this part of it at least."""

_Ratio = tuple[int, int]
_Window = tuple[_Ratio, _Ratio]


class Fit:
    """The ratios, or the differences, that a change allows between two levels."""

    def __init__(self, change: Change) -> None:
        figure = signed(change).figure
        number = figure.number
        self._rises = change.rises is not False
        self._yearly = change.yearly
        self._figure = figure
        self._loose: tuple[_Window, ...] = ()
        self._tight: tuple[_Window, ...] = ()
        self._apart: tuple[Fraction, Fraction] | None = None
        match change.kind:
            case Kind.POINTS:
                half = figure.resolution / 2
                self._apart = number - half, number + half
            case Kind.PERCENTAGE:
                self._tight = self._loose = (_of_percentage(number, figure.resolution),)
            case Kind.RATIO:
                self._loose, self._tight = _windows(1 + number)
            case Kind.MULTIPLE:
                self._loose, self._tight = _windows(number)
                if change.may_add:
                    loose, tight = _windows(1 + number)
                    self._loose, self._tight = (*self._loose, *loose), (*self._tight, *tight)

    def __call__(self, start: Figure, to: Figure, *, close: bool) -> bool:
        """Whether the change may lead from one to the other; `close` where they stand in the change's own sentence."""
        if start.unit and to.unit and start.kind is not to.kind:
            return False
        if start.kind is to.kind is Kind.CURRENCY and start.unit != to.unit:
            return False
        first, last = _scaled_like(start, to), _scaled_like(to, start)
        if self._yearly:
            return (last > first) is self._rises
        if self._apart is not None:
            return self._apart[0] <= last - first <= self._apart[1]
        windows = self._loose if close else self._tight
        if windows:
            return any(_compare(first, low, last) <= 0 <= _compare(first, high, last) for low, high in windows)
        return self._is_difference(last - first if self._rises else first - last, to)

    def _is_difference(self, rise: Fraction, to: Figure) -> bool:
        figure = self._figure
        amount = abs(figure.number if figure.unit or figure.numeral is None else _scaled_like(figure, to))
        if rise <= 0 or (rise != amount and _COARSEST * figure.resolution > amount):
            return False
        return 2 * abs(rise - amount) <= figure.resolution


def _windows(ratio: Fraction) -> tuple[tuple[_Window, ...], tuple[_Window, ...]]:
    upper, lower = ratio.numerator, ratio.denominator
    loose, tight = (((upper * (off - 1), lower * off), (upper * (off + 1), lower * off)) for off in (_LOOSE, _TIGHT))
    return (loose,), (tight,)


def _of_percentage(number: Fraction, resolution: Fraction) -> _Window:
    """1 + (number ± resolution / 2) / 100."""
    lower = 2 * number.denominator * resolution.denominator
    middle = 100 * lower + 2 * number.numerator * resolution.denominator
    half = resolution.numerator * number.denominator
    return (middle - half, 100 * lower), (middle + half, 100 * lower)


def _compare(first: Fraction, ratio: _Ratio, last: Fraction) -> int:
    """Below 0, 0 or above 0, as first × ratio is less than last, equal or more."""
    one = first.numerator * ratio[0] * last.denominator
    return one - last.numerator * first.denominator * ratio[1]


def _scaled_like(figure: Figure, other: Figure) -> Fraction:
    """The number, with the scale word of the other where it is bare: the "12" of "de 12 à 15 millions"."""
    numeral = figure.numeral
    if figure.unit or figure.kind is not Kind.NUMBER or numeral is None or numeral.scale != 1:
        return figure.number
    if other.numeral is None or other.numeral.scale == 1:
        return figure.number
    if figure.number >= _THOUSAND or figure.number * 20 > other.number:
        return figure.number
    return figure.number * other.numeral.scale
