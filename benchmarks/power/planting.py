"""One error in what is printed of a true world, of the sorts that newsrooms make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from benchmarks.power.economies import YEARS, rate_of
from benchmarks.power.oracle import Figure
from benchmarks.power.printing import Printed, PrintedDay, reprinted
from benchmarks.power.worlds import Told, World, numbers

TEN = 10
MOST_DECIMALS = 2
"""Three would be taken for a group of thousands, and nobody prints them."""


class Planted(Struct, frozen=True):
    """A world with an error: which sort, in which story, and in which of its figures."""

    world: World
    error: str
    story: int
    role: str


class Wrong(Struct, frozen=True):
    """A figure to stand in the place of another."""

    role: str
    figure: Figure


Planter = Callable[[Random, Told], Wrong | None]


def planted(world: World, error: str) -> Planted | None:
    """The world with one error of a sort; None where it has no figure to make it in."""
    rng = Random(f"{world.seed} {error}")
    places = list(range(len(world.told)))
    rng.shuffle(places)
    for place in places:
        told = world.told[place]
        if error in NEEDS and told.story.kind not in NEEDS[error]:
            continue
        wrong = ERRORS[error](rng, told)
        if wrong is None or wrong.figure.quote == told.figures[wrong.role].quote:
            continue
        changed = replace(told, figures={**told.figures, wrong.role: wrong.figure})
        stories = (*world.told[:place], changed, *world.told[place + 1 :])
        return Planted(replace(world, told=stories), error, place, wrong.role)
    return None


def _swapped(rng: Random, told: Told) -> Wrong | None:
    """Two neighbouring digits change places: 148 becomes 184."""
    return _retyped(rng, told, _swaps)


def _mistyped(rng: Random, told: Told) -> Wrong | None:
    """One digit becomes another."""
    return _retyped(rng, told, _mistypings)


def _retyped(rng: Random, told: Told, ways: Callable[[str], list[str]]) -> Wrong | None:
    """One of the ways in which the digits of one of the figures can go wrong, none of which has a new leading zero."""
    choices = []
    for role, figure in numbers(told).items():
        digits = str(int(figure.number * TEN**figure.decimals)).rjust(figure.decimals + 1, "0")
        choices += [(role, figure, each) for each in ways(digits) if each[0] != "0" or digits[0] == "0"]
    if not choices:
        return None
    role, figure, digits = rng.choice(choices)
    number = Fraction(int(digits), TEN**figure.decimals)
    return Wrong(role, replace(figure, number=number)) if number else None


def _swaps(digits: str) -> list[str]:
    return [
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(len(digits) - 1)
        if digits[at] != digits[at + 1]
    ]


def _mistypings(digits: str) -> list[str]:
    return [
        digits[:at] + other + digits[at + 1 :]
        for at in range(len(digits))
        for other in "0123456789"
        if other != digits[at]
    ]


def _ten_times(rng: Random, told: Told) -> Wrong | None:
    """The decimal sign is one place off, or a zero too many or too few."""
    role, figure = rng.choice(sorted(numbers(told).items())) if numbers(told) else ("", None)
    if figure is None:
        return None
    wrongs = [replace(figure, number=figure.number * TEN, decimals=max(figure.decimals - 1, 0))]
    if figure.decimals < MOST_DECIMALS and figure.decimals:
        wrongs.append(replace(figure, number=figure.number / TEN, decimals=figure.decimals + 1))
    if not figure.decimals and figure.number % TEN == 0:
        wrongs.append(replace(figure, number=figure.number / TEN))
    return Wrong(role, rng.choice(wrongs))


def _percent_for_points(rng: Random, told: Told) -> Wrong | None:
    """A percentage ("2 %") where the rate rose by as many points."""
    change = told.figures["change"]
    assert isinstance(change, Printed)
    return Wrong("change", replace(change, family="percent"))


def _other_years_rate(rng: Random, told: Told) -> Wrong | None:
    """The amount converted at the average rate of another year."""
    currency, abroad = told.story.currencies
    year = int(told.story.words["year"])
    other = rng.choice([each for each in YEARS if each != year])
    like = told.figures["foreign"]
    assert isinstance(like, Printed)
    amount = told.story.roles["amount"].number / rate_of(currency, abroad, other).average
    return Wrong("foreign", reprinted(amount, like))


def _wrong_weekday(rng: Random, told: Told) -> Wrong | None:
    """Another day of the week."""
    day = told.figures["day"]
    assert isinstance(day, PrintedDay)
    return Wrong("day", replace(day, weekday=(day.weekday + rng.randint(1, 6)) % 7))


def _stale(rng: Random, told: Told) -> Wrong | None:
    """A figure of an earlier year, left over from an earlier article; a growth keeps its direction."""
    fitting = {}
    for role, fact in told.story.stale.items():
        like = told.figures[role]
        if isinstance(like, Printed) and (fact.number < 0) == like.negative:
            fitting[role] = reprinted(fact.number, like)
    fitting = {role: figure for role, figure in fitting.items() if figure.number}
    if not fitting:
        return None
    role = rng.choice(sorted(fitting))
    return Wrong(role, fitting[role])


def _wrong_sum(rng: Random, told: Told) -> Wrong | None:
    """A total in which one part is left out, or counted twice."""
    story = told.story
    part = story.roles[rng.choice(story.parts)].number
    like = told.figures["total"]
    assert isinstance(like, Printed)
    return Wrong("total", reprinted(story.roles["total"].number + rng.choice((1, -1)) * part, like))


ERRORS: Mapping[str, Planter] = {
    "swapped digits": _swapped,
    "a digit changed": _mistyped,
    "factor 10": _ten_times,
    "percent for points": _percent_for_points,
    "wrong year's rate": _other_years_rate,
    "wrong weekday": _wrong_weekday,
    "stale figure": _stale,
    "wrong sum": _wrong_sum,
}

NEEDS: Mapping[str, frozenset[str]] = {
    "percent for points": frozenset({"points"}),
    "wrong year's rate": frozenset({"convert"}),
    "wrong weekday": frozenset({"weekday"}),
    "stale figure": frozenset(
        {"growth", "difference", "points", "share", "sum", "halves", "multiple", "cagr", "repeat"}
    ),
    "wrong sum": frozenset({"sum", "halves"}),
}
"""The kinds of stories that an error can be made in; without an entry, all of them."""
