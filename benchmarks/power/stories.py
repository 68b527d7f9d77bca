"""What is told of a world: a few of its values, and the relation that these have."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from msgspec import Struct

from benchmarks.power.economies import SPAN, Economy
from benchmarks.power.facts import Fact


class Story(Struct, frozen=True):
    """Some true values and the relation between them.

    kind      which relation; see `oracle.RELATIONS`
    roles     the values by the part that they play; the parts of a whole are part1, part2 …
    stale     what a careless writer might leave there from the last article: the value of an earlier year
    subject   the words for what it is about: an entry of the sentences' file
    words     other words for sentences, by field
    falls     whether something went down, for words such as "en baisse"
    currencies  the amount's and the other's, of a conversion
    """

    kind: str
    roles: dict[str, Fact]
    subject: dict[str, Any]
    words: dict[str, str | int]
    stale: dict[str, Fact] = {}
    falls: bool = False
    currencies: tuple[str, str] = ("", "")

    @property
    def parts(self) -> tuple[str, ...]:
        """The roles of the parts of a whole, in order."""
        return tuple(role for role in self.roles if role.startswith("part") and role != "part")


def level(world: Economy, year: int) -> Fact:
    """What the sector came to in a year."""
    return Fact(f"level_{year}", world.level[year], "money", world.currency, str(year))


def jobs(world: Economy, year: int) -> Fact:
    """How many work in it."""
    return Fact(f"jobs_{year}", world.jobs[year], "count", world.workers["unit"], str(year))


def rate(world: Economy, year: int) -> Fact:
    """The rate."""
    return Fact(f"rate_{year}", world.rate[year], "percent", "", str(year))


def half(world: Economy, year: int, which: int) -> Fact:
    """What the sector came to in the first or the second half of a year."""
    value = world.first_half[year] if which == 1 else world.level[year] - world.first_half[year]
    return Fact(f"half_{year}_{which}", value, "money", world.currency, f"{year}-H{which}")


def branch(world: Economy, name: str) -> Fact:
    """What one branch came to."""
    number = list(world.branches).index(name) + 1
    return Fact(f"branch_{number}", world.branches[name], "money", world.currency, str(world.year))


def branch_share(world: Economy, name: str) -> Fact:
    """Its share of the sector."""
    number = list(world.branches).index(name) + 1
    return Fact(f"share_{number}", world.branches[name] / world.level[world.year], "percent", "", str(world.year))


def growth(start: Fact, end: Fact, suffix: str = "growth") -> Fact:
    """How much the second is over the first, as a part of it."""
    return Fact(f"{end.name}_{suffix}", end.number / start.number - 1, "percent", "", end.period)


def _years(world: Economy) -> dict[str, str | int]:
    return {"year": world.year, "before": world.year - 1}


def grown_level(world: Economy, rng: Random) -> Story:
    """The sector's growth from the year before."""
    return _grown(world, level, world.sector)


def grown_jobs(world: Economy, rng: Random) -> Story:
    """The growth of its jobs."""
    return _grown(world, jobs, world.workers)


def _grown(world: Economy, of: Callable[[Economy, int], Fact], subject: dict[str, Any]) -> Story:
    earlier, before, now = (of(world, world.year - back) for back in (2, 1, 0))
    change = growth(before, now)
    stale = {"from": earlier, "change": growth(earlier, before)}
    return Story(
        "growth", {"from": before, "to": now, "change": change}, subject, _years(world), stale, change.number < 0
    )


def grown_half(world: Economy, rng: Random) -> Story:
    """The growth of the first half from that of the year before."""
    before, now = half(world, world.year - 1, 1), half(world, world.year, 1)
    change = growth(before, now)
    roles = {"from": before, "to": now, "change": change}
    return Story("half growth", roles, world.sector, _years(world), {}, change.number < 0)


def differing(world: Economy, rng: Random) -> Story:
    """How many jobs more or fewer than the year before."""
    before, now = jobs(world, world.year - 1), jobs(world, world.year)
    change = Fact("jobs_change", abs(now.number - before.number), "count", now.unit, now.period)
    stale = {"from": jobs(world, world.year - 2)}
    roles = {"from": before, "to": now, "change": change}
    return Story("difference", roles, world.workers, _years(world), stale, now.number < before.number)


def pointed(world: Economy, rng: Random) -> Story:
    """A rate and how many points it went up or down."""
    before, now = rate(world, world.year - 1), rate(world, world.year)
    change = Fact("rate_change", now.number - before.number, "points", "", now.period)
    stale = {"from": rate(world, world.year - 2)}
    roles = {"from": before, "to": now, "change": change}
    return Story("points", roles, world.rating, _years(world), stale, change.number < 0)


def shared(world: Economy, rng: Random) -> Story:
    """What one branch comes to, and its share."""
    name = rng.choice(list(world.branches))
    whole = level(world, world.year)
    roles = {"part": branch(world, name), "whole": whole, "share": branch_share(world, name)}
    stale = {"whole": level(world, world.year - 1)}
    return Story("share", roles, world.sector, {**_years(world), "branch": name}, stale)


def summed(world: Economy, rng: Random) -> Story:
    """The branches and what they come to together."""
    roles = {f"part{number}": branch(world, name) for number, name in enumerate(world.branches, 1)}
    named = {f"branch{number}": name for number, name in enumerate(world.branches, 1)}
    roles["total"] = level(world, world.year)
    stale = {"total": level(world, world.year - 1)}
    return Story("sum", roles, world.sector, {**_years(world), **named}, stale)


def broken_down(world: Economy, rng: Random) -> Story:
    """The shares of all branches, which are the whole."""
    roles = {f"part{number}": branch_share(world, name) for number, name in enumerate(world.branches, 1)}
    named = {f"branch{number}": name for number, name in enumerate(world.branches, 1)}
    return Story("breakdown", roles, world.sector, {**_years(world), **named})


def halved(world: Economy, rng: Random) -> Story:
    """The two halves of the year."""
    roles = {
        "part1": half(world, world.year, 1),
        "part2": half(world, world.year, 2),
        "total": level(world, world.year),
    }
    stale = {"total": level(world, world.year - 1), "part1": half(world, world.year - 1, 1)}
    return Story("halves", roles, world.sector, _years(world), stale)


def converted(world: Economy, rng: Random) -> Story:
    """The sector's amount in another currency."""
    now = level(world, world.year)
    foreign = Fact("level_abroad", now.number / world.rate_abroad, "money", world.abroad, now.period)
    roles = {"amount": now, "foreign": foreign}
    return Story("convert", roles, world.sector, _years(world), currencies=(world.currency, world.abroad))


def multiplied(world: Economy, rng: Random) -> Story:
    """How many times the level of ten years before."""
    start, now = level(world, world.year - SPAN), level(world, world.year)
    factor = Fact("multiple", now.number / start.number, "times")
    stale = {"to": level(world, world.year - 1)}
    words: dict[str, str | int] = {"year": world.year, "before": world.year - SPAN}
    return Story("multiple", {"from": start, "to": now, "factor": factor}, world.sector, words, stale)


def grown_yearly(world: Economy, rng: Random) -> Story:
    """How much it has grown each year for ten years."""
    start, now = level(world, world.year - SPAN), level(world, world.year)
    rate = Fact("yearly_growth", world.yearly, "percent")
    words: dict[str, str | int] = {"year": world.year, "before": world.year - SPAN, "span": SPAN}
    stale = {"to": level(world, world.year - 1)}
    return Story("cagr", {"from": start, "to": now, "rate": rate}, world.sector, words, stale)


def repeated(world: Economy, rng: Random) -> Story:
    """How many work there, twice."""
    now = jobs(world, world.year)
    return Story(
        "repeat", {"one": now, "other": now}, world.workers, _years(world), {"other": jobs(world, world.year - 1)}
    )


def surveyed(world: Economy, rng: Random) -> Story:
    """The percentage of a small number that was asked."""
    roles = {
        "share": Fact("answered", Fraction(world.answered, world.asked), "percent"),
        "count": Fact("asked", Fraction(world.asked), "count", world.survey["unit"]),
    }
    return Story("grim", roles, world.survey, _years(world))


def dated(world: Economy, rng: Random) -> Story:
    """A day with its weekday."""
    return Story("weekday", {"day": Fact("day", world.day, "day")}, world.sector, _years(world))


TELLERS = (
    grown_level,
    grown_jobs,
    grown_half,
    differing,
    pointed,
    shared,
    summed,
    broken_down,
    halved,
    converted,
    multiplied,
    grown_yearly,
    repeated,
    surveyed,
    dated,
)
"""Everything that can be told of a world."""
