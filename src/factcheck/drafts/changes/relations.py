"""What a change states of its levels: growth(start, to) == 9 %, to − start == 700, to / start == 2 …"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.figures import Change, is_signed
from factcheck.drafts.changes.levels import Levels
from factcheck.drafts.links import is_bare
from factcheck.drafts.prose import Mention, completed, same_unit
from factcheck.drafts.stated import Stated, call, equal
from factcheck.drafts.wordings import Wordings
from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase
from factcheck.relations.expression import ONE, Name, add, divide, subtract
from factcheck.relations.finding import Confidence

_ALIKE: Final = Fraction(1, 20), Fraction(20)
"""A bare number takes over a scale word only where the two levels then differ by less than this."""
_MOST_DECIMALS: Final = 4


def scaled(change: Change, levels: Levels) -> Levels:
    """The levels with the unit, and the scale word, that only the change prints: "de 2 milliards, à 12, contre 10"."""
    figure, to, start = change.mention.figure, levels.to, levels.start
    assert to is not None and start is not None
    if figure.kind not in (Kind.NUMBER, Kind.CURRENCY) or not (is_bare(to.figure) and is_bare(start.figure)):
        return levels
    if is_bare(figure) and _scale(figure) == 1:
        return levels
    full = completed(to.figure, figure), completed(start.figure, figure)
    if not _near(*full):
        return levels
    return replace(levels, to=to.read_as(full[0]), start=start.read_as(full[1]))


def _scale(figure: Figure) -> Fraction:
    return Fraction(1) if figure.numeral is None else figure.numeral.scale


def alike(start: Mention, to: Mention, wordings: Wordings) -> tuple[Mention, Mention] | None:
    """Both levels in one unit, a bare number completed from the other; None where they cannot be compared."""
    one, other = _plain(start), _plain(to)
    if same_unit(one.figure, other.figure):
        if not (is_bare(one.figure) and is_bare(other.figure)):
            return one, other
        # "de 12 à 15 millions"
        return _scaled_like(one, other)
    if is_bare(one.figure):
        scaled = _completed(one, other)
        return None if scaled is None else (scaled, other)
    if is_bare(other.figure):
        scaled = _completed(other, one)
        return None if scaled is None else (one, scaled)
    if one.figure.kind is other.figure.kind is Kind.NUMBER and _same_counts(one.figure, other.figure, wordings):
        return one.read_as(replace(one.figure, unit=other.figure.unit)), other
    return None


def _same_counts(one: Figure, other: Figure, wordings: Wordings) -> bool:
    groups = counts_alike(wordings)
    return one.unit in groups and groups[one.unit] == groups.get(other.unit)


@lru_cache(maxsize=2)
def counts_alike(wordings: Wordings) -> Mapping[str, str]:
    """For things counted that are the same at the level of a sector (people employed and jobs) one name for all."""
    lists = wordings.lists("changes", "same counts")
    return {unit: name for name, group in lists.items() for unit in group}


def _with_unit_of(amount: Mention, to: Mention) -> Mention:
    """A bare level with the unit of the change: "gagné 700 habitants, à 8 200"."""
    if not is_bare(to.figure) or is_bare(amount.figure):
        return to
    return _completed(to, amount, near=False) or to


def _plain(level: Mention) -> Mention:
    """A level without the sign that a direction word gave it: "recule à 12,8 %"."""
    figure = level.figure
    if figure.number >= 0 or is_signed(figure):
        return level
    return level.read_as(negated(figure))


def negated(figure: Figure) -> Figure:
    """The same size with the other sign."""
    numeral = figure.numeral
    return replace(
        figure,
        value=-figure.number,
        numeral=None if numeral is None else replace(numeral, value=-numeral.value),
        other=None if figure.other is None else -figure.other,
    )


def _completed(bare: Mention, like: Mention, *, near: bool = True) -> Mention | None:
    """A bare number with the other's unit, and with its scale word where that makes them levels of one thing."""
    full = completed(bare.figure, like.figure)
    if not near:
        return bare.read_as(full)
    for figure in (full, _without_scale(full, bare.figure)):
        if _near(figure, like.figure):
            return bare.read_as(figure)
    return None


def _without_scale(full: Figure, bare: Figure) -> Figure:
    return replace(full, value=bare.value, numeral=bare.numeral)


def _near(one: Figure, other: Figure) -> bool:
    low, high = _ALIKE
    return other.number != 0 and low < one.number / other.number < high


def _scaled_like(start: Mention, to: Mention) -> tuple[Mention, Mention] | None:
    if _near(start.figure, to.figure):
        return start, to
    for one, other in ((start, to), (to, start)):
        numeral, scale = one.figure.numeral, other.figure.numeral
        if numeral is not None and scale is not None and numeral.scale == 1 and scale.scale != 1:
            scaled = one.read_as(completed(one.figure, other.figure))
            if not _near(scaled.figure, other.figure):
                return None
            return (scaled, other) if one is start else (other, scaled)
    return start, to


def signed(change: Change) -> Mention:
    """The change's figure with the sign that its direction gives it; amounts and multiples keep theirs."""
    mention, figure = change.mention, change.mention.figure
    if change.rises is None or figure.kind in (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION):
        return mention
    return mention if (figure.number > 0) is change.rises else mention.read_as(negated(figure))


def stated(change: Change, levels: Levels, confidence: Confidence) -> Stated | None:
    """The relation between a change and two levels in one unit; None where they cannot stand in one.

    A mere size is held against the change in the direction of the levels as printed, and else in the other.
    """
    to, start = levels.to, levels.start
    assert to is not None and start is not None
    if not change.sized:
        return _stated(change, start, to, confidence)
    rises = to.figure.number >= start.figure.number
    found, other = (_stated(replace(change, rises=up), start, to, confidence) for up in (rises, not rises))
    return found if found is None or other is None else replace(found, otherwise=(other,))


def _stated(change: Change, start: Mention, to: Mention, confidence: Confidence) -> Stated | None:
    figure = signed(change)
    roles = {"from": start, "to": to, "change": figure}
    of_rates = to.figure.kind is Kind.PERCENTAGE
    match change.kind:
        case Kind.POINTS if of_rates:
            assertion = equal(call("points", Name("from"), Name("to"), roles=roles), Name("change"))
            return Stated("points", assertion, roles, confidence)
        case Kind.PERCENTAGE | Kind.RATIO:
            assertion = equal(call("growth", Name("from"), Name("to"), roles=roles), Name("change"))
            kind = "points" if of_rates and looks_like_points(figure.figure, start.figure, to.figure) else "growth"
            return Stated(kind, assertion, roles, confidence)
        case Kind.MULTIPLE:
            return _multiple(change, roles, confidence)
        case Kind.NUMBER | Kind.CURRENCY | Kind.DURATION if not of_rates:
            return _difference(change, roles, confidence)
    return None


def _multiple(change: Change, roles: dict[str, Mention], confidence: Confidence) -> Stated:
    figure = roles["change"].figure
    if 0 < figure.number < 1 and not figure.in_words:
        # "divisé par trois" is as precise as its 3, not as a third
        roles = {**roles, "change": roles["change"].read_as(_inverse(figure))}
        return Stated("multiple", equal(divide(Name("from"), Name("to")), Name("change")), roles, confidence)
    times = divide(Name("to"), Name("from"))
    found = Stated("multiple", equal(times, Name("change")), roles, confidence)
    if figure.hedge in (Hedge.OVER, Hedge.UNDER):
        found = replace(found, doubt=Phrase("how far beyond the multiple it goes is left open"))
    if not change.may_add:
        return found
    added = Stated("multiple", equal(subtract(times, ONE), Name("change")), roles, confidence)
    return replace(found, otherwise=(added,))


def _inverse(figure: Figure) -> Figure:
    value = 1 / figure.number
    decimals = next((places for places in range(_MOST_DECIMALS) if (value * 10**places).denominator == 1), 0)
    return replace(figure, value=value, numeral=Numeral(value, decimals))


def looks_like_points(change: Figure, start: Figure, to: Figure) -> bool:
    """Whether a change in percent between two percentages is what they differ by in points: "de 10 à 12 %, +2 %"."""
    off = change.number - (to.number - start.number)
    return change.kind is Kind.PERCENTAGE and 2 * abs(off) <= change.resolution + start.resolution + to.resolution


def _difference(change: Change, roles: dict[str, Mention], confidence: Confidence) -> Stated | None:
    amount = _amount(change, roles["to"])
    if amount is None:
        return None
    roles = {**roles, "change": amount}
    higher, lower = ("to", "from") if change.rises else ("from", "to")
    assertion = equal(subtract(Name(higher), Name(lower)), Name("change"))
    return Stated("difference", assertion, roles, confidence)


def _amount(change: Change, to: Mention) -> Mention | None:
    """The amount of a change in the unit of the level; its scale is its own where it has one."""
    amount = change.mention
    figure = amount.figure
    if figure.number < 0:
        amount = amount.read_as(negated(figure))
    if same_unit(amount.figure, to.figure):
        return amount
    of_money = figure.numeral is not None and figure.numeral.scale < 1
    if not is_bare(amount.figure) or (of_money and to.figure.kind is not Kind.CURRENCY):
        return None
    full = completed(amount.figure, to.figure)
    if abs(full.number) > 20 * abs(to.figure.number):
        full = _without_scale(full, amount.figure)
    return amount.read_as(full)


def implied(difference: Change, percentage: Change, to: Mention, *, starts: bool = False) -> Stated | None:
    """What a difference and a percentage state of one level: growth(to − difference, to) == percentage.

    `starts` where the level may also be the one before: "Ils étaient 320 en 2023 : la hausse est de 13 %, ou 41".
    """
    to = _with_unit_of(difference.mention, to)
    amount = _amount(difference, to)
    rises = percentage.rises if difference.sized else difference.rises
    if amount is None or rises is None or (rises is not percentage.rises and not percentage.sized):
        return None
    if rises and amount.figure.number >= to.figure.number:
        return None  # "5,300 people … Up 700 million": of another thing
    percentage = replace(percentage, rises=rises)
    roles = {"to": to, "difference": amount, "change": signed(percentage)}
    change = Name("difference")
    start = subtract(Name("to"), change) if rises else add(Name("to"), change)
    assertion = equal(call("growth", start, Name("to"), roles=roles), Name("change"))
    found = Stated("growth", assertion, roles)
    if not starts:
        return found
    end = add(Name("to"), change) if rises else subtract(Name("to"), change)
    onwards = equal(call("growth", Name("to"), end, roles=roles), Name("change"))
    return replace(found, otherwise=(Stated("growth", onwards, roles),))
