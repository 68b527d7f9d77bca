"""Well-known slips that would explain a figure which the others do not leave as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import NoRate, UnknownCurrency
from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity
from factcheck.figures.units import is_currency, unit_named
from factcheck.phrases import Phrase
from factcheck.reading import format_exactly, format_like
from factcheck.relations.bounds import evaluate
from factcheck.relations.conclusions import Slip, SlipKind
from factcheck.relations.expression import ONE, Call, Comparison, Expression, Name, divide, leaves, subtract
from factcheck.relations.finding import Evidence
from factcheck.relations.judge import RateSource
from factcheck.relations.network import Network, Rule, Said

_POWERS: Final = (1, -1, 2, -2, 3, -3)
_WIDEST: Final = 3
_FEWEST_DIGITS: Final = 3
"""Of a shorter number, some single digit can nearly always be changed so that it fits."""
_MOST_SLIPS: Final = 3


class Scene(Struct, frozen=True):
    """What a slip is looked for in: what the others leave of every variable, and the rules that contradict a figure.

    `everything` is all that is said in the base, in its order.
    """

    network: Network
    ranges: Mapping[str, Interval]
    rules: Sequence[Rule]
    rates: RateSource | None = None
    everything: Sequence[Said] = ()


def has_a_magnitude(interval: Interval) -> bool:
    """Whether a range is of one order of magnitude: "up to 3 billion" fits anything less, which tells nothing."""
    if interval.low is None or interval.high is None or interval.low * interval.high <= 0:
        return False
    near, far = sorted((abs(interval.low), abs(interval.high)))
    return far <= _WIDEST * near


def slips(evidence: Evidence, key: str, scene: Scene) -> tuple[Slip, ...]:
    """The slips that would explain a figure, the likeliest first; `key` is the variable that it states."""
    figure, left = evidence.figure, scene.ranges.get(key)
    if left is None:
        return ()
    if figure.kind is Kind.DATE:
        return tuple(_year(figure, left))
    if not has_a_magnitude(left):
        return tuple(_points(figure, key, scene))
    found = [
        *_swapped(figure, left),
        *_power_of_ten(figure, left),
        *_currency(figure, key, left, scene),
        *_points(figure, key, scene),
        *_copied(evidence, left, scene),
    ]
    return tuple((found or list(_digit(figure, left)))[:_MOST_SLIPS])


# --- digits -----------------------------------------------------------------------------------------------


def _swapped(figure: Figure, left: Interval) -> Iterator[Slip]:
    digits = _digits(figure)
    whole = len(digits) - (0 if figure.numeral is None else figure.numeral.decimals)
    for place in range(len(digits) - 1):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        value = _value(figure, swapped)
        if swapped[0] == "0" and whole > 1:
            continue  # nobody prints "010": what fits then is ten times less
        if swapped != digits and _fits(figure, value, left):
            quote = format_like(figure, value)
            yield Slip(SlipKind.SWAPPED, quote, value, Phrase("two digits swapped: “{quote}”?", quote=quote))


def _digit(figure: Figure, left: Interval) -> Iterator[Slip]:
    digits = _digits(figure)
    if len(digits.strip("0")) < _FEWEST_DIGITS:
        return
    changed = {digits[:at] + digit + digits[at + 1 :] for at in range(len(digits)) for digit in "0123456789"}
    fitting = [value for value in (_value(figure, each) for each in changed - {digits}) if _fits(figure, value, left)]
    if len(fitting) == 1:
        quote = format_like(figure, fitting[0])
        yield Slip(SlipKind.DIGIT, quote, fitting[0], Phrase("one digit wrong: “{quote}”?", quote=quote))


def _power_of_ten(figure: Figure, left: Interval) -> Iterator[Slip]:
    if figure.numeral is None or figure.number == 0:
        return
    for power in _POWERS:
        value = figure.number * Fraction(10) ** power
        if (left.scaled(1 / figure.measure.factor)).meets(figure.usual.scaled(Fraction(10) ** power)):
            quote = format_exactly(figure, value)
            message = (
                Phrase("{factor} times too little: “{quote}”?", factor=10**power, quote=quote)
                if power > 0
                else Phrase("{factor} times too much: “{quote}”?", factor=10**-power, quote=quote)
            )
            yield Slip(SlipKind.POWER_OF_TEN, quote, value, message)
            return


def _digits(figure: Figure) -> str:
    """The digits of a figure without signs; empty where it is in words."""
    numeral = figure.numeral
    if numeral is None or not numeral.digits or figure.in_words:
        return ""
    whole = abs(numeral.value) * 10**numeral.decimals
    return str(whole.numerator).zfill(numeral.decimals + 1) if whole.denominator == 1 else ""


def _value(figure: Figure, digits: str) -> Fraction:
    """The value that a figure has with other digits in the place of its own."""
    assert figure.numeral is not None, "a figure with digits"
    size = Fraction(int(digits), 10**figure.numeral.decimals) * figure.numeral.scale
    return -size if figure.number < 0 else size


def _fits(figure: Figure, value: Fraction, left: Interval) -> bool:
    """Whether the figure with another value would fit what the others leave."""
    assert figure.numeral is not None, "a figure with a number"
    numeral: Numeral = replace(figure.numeral, value=value / figure.numeral.scale)
    return replace(figure, value=value, numeral=numeral).usual.scaled(figure.measure.factor).meets(left)


# --- units ------------------------------------------------------------------------------------------------


def _currency(figure: Figure, key: str, left: Interval, scene: Scene) -> Iterator[Slip]:
    """The same number in another currency of the base, at the rate of the claim's period."""
    period = scene.network.variables[key].period or figure.period
    if figure.kind is not Kind.CURRENCY or scene.rates is None or period is None:
        return
    units = dict.fromkeys(each.evidence.figure.unit for each in scene.everything or scene.network.said)
    for unit in units:
        if unit == figure.unit or not is_currency(unit):
            continue
        try:
            rate = scene.rates.rate(figure.unit, unit, period)
        except (NoRate, UnknownCurrency):
            continue
        if (figure.usual * rate.usual).scaled(figure.measure.factor).meets(left):
            value = figure.number * rate.average
            amount = Quantity(figure.number, unit, 0)
            yield Slip(
                SlipKind.CURRENCY,
                format_like(figure, value),
                value,
                Phrase("the wrong currency: {amount}?", amount=amount),
            )


def _points(figure: Figure, key: str, scene: Scene) -> Iterator[Slip]:
    """A change of a percentage in points that is called one in percent, or the other way round."""
    for rule in scene.rules:
        for call, result in _calls(rule.comparison):
            if result != Name(key) or call.function not in ("growth", "points"):
                continue
            before, now = (each for each in call.arguments if isinstance(each, Expression))
            keys = [leaf.key for leaf in leaves(before, now)]
            if not all(unit_named(scene.network.variables[each].unit).is_number for each in keys):
                continue
            change = subtract(now, before)
            is_growth = call.function == "growth"
            meant = evaluate(change if is_growth else subtract(divide(now, before), ONE), scene.ranges)
            if isinstance(meant, Undefined) or not meant.meets(figure.usual.scaled(figure.measure.factor)):
                continue
            message = Phrase("points, not percent?") if is_growth else Phrase("percent, not points?")
            yield Slip(SlipKind.POINTS, figure.text, figure.number, message)


def _calls(comparison: Comparison) -> Iterator[tuple[Call, Expression]]:
    """The sides of a comparison that are calls, each with the other side."""
    for side, other in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
        if isinstance(side, Call):
            yield side, other


# --- dates and neighbours ---------------------------------------------------------------------------------


def _year(figure: Figure, left: Interval) -> Iterator[Slip]:
    printed = str(figure.value)
    for step in (-1, 1):
        value = f"{int(printed[:4]) + step:04}{printed[4:]}"
        try:
            period = Period.parse(value)
        except ValueError:
            continue  # 29 February
        if Interval(period.start, period.end, False, True).meets(left):
            quote = figure.text.replace(printed[:4], value[:4])
            yield Slip(SlipKind.YEAR, quote, value, Phrase("a year off: “{quote}”?", quote=quote))


def _copied(evidence: Evidence, left: Interval, scene: Scene) -> Iterator[Slip]:
    """The number of the statement before it, by the same source."""
    before = _before(evidence, scene.everything)
    figure = evidence.figure
    if before is None or (before.figure.value, before.figure.unit) != (figure.value, figure.unit):
        return
    value = left.a_point() / figure.measure.factor
    yield Slip(
        SlipKind.COPIED,
        format_like(figure, value),
        value,
        Phrase("copied from the line above, “{quote}”?", quote=before.quote),
        copied=before,
    )


def _before(evidence: Evidence, everything: Sequence[Said]) -> Evidence | None:
    """The statement of another claim that the same source makes last before this one in the same file."""
    place = evidence.place
    if place is None:
        return None
    earlier = [
        other
        for said in everything
        for other in said.statements
        if other.place is not None
        and (other.place.path, other.source) == (place.path, evidence.source)
        and (other.place.line, other.place.column) < (place.line, place.column)
        and other.claim != evidence.claim
    ]
    return max(
        earlier, key=lambda other: (other.place.line, other.place.column) if other.place else (0, 0), default=None
    )
