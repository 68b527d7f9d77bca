"""When a level was so, and what a change is measured against: "un an plus tôt", "en mars 2024", "sur un mois"."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from factcheck.figures.periods import Period

_EARLIER: Final = "earlier"
_MONTHS: Final = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120}
_YEARS: Final = {"year": 1, "decade": 10}


class When(Struct, frozen=True):
    """A time as a text gives it.

    unit, count  a distance: ("year", 1) for "un an plus tôt" and for "sur un an"; no unit where none is given
    period       a date
    since        of a span, its first date: 2015 in "entre 2015 et 2020"
    until        the date is how far something goes: "jusqu'en 2030"
    """

    unit: str = ""
    count: int = 0
    period: Period | None = None
    since: Period | None = None
    until: bool = False

    @classmethod
    def of_phrase(cls, name: str) -> When:
        """What a list of the wordings stands for: "year 1", or "earlier" for any time before."""
        if name == _EARLIER:
            return cls()
        unit, count = name.split()
        return cls(unit, int(count))

    @property
    def is_vague(self) -> bool:
        """Whether it says no more than that it was before."""
        return not self.unit and self.period is None

    @property
    def months(self) -> int | None:
        """The distance in months, where it is one of months."""
        return self.count * _MONTHS[self.unit] if self.unit in _MONTHS else None

    @property
    def years(self) -> int | None:
        """How many whole years it goes over."""
        if self.since is not None and self.period is not None:
            return years_between(self.since, self.period)
        return self.count * _YEARS[self.unit] if self.unit in _YEARS else None


def years_between(first: Period, last: Period) -> int | None:
    """The years from one period to a later one of the same sort: 6 from 2024 to 2030; None where they differ."""
    same_sort = len(first.text) == len(last.text) and first.text[4:] == last.text[4:]
    years = last.first.year - first.first.year
    return years if same_sort and years > 0 else None


def _same_length(one: Period, other: Period) -> bool:
    return abs(one.days - other.days) <= 3


def is_measured_from(change: When | None, level: When | None, now: Period | None) -> bool | None:
    """Whether a level is the one that a change is measured against; None where the text does not tell.

    `change` is what the change is said to be measured over or from, `level` when the level before was, `now` when the
    level after is.
    """
    if change is None or level is None or change.is_vague or level.is_vague:
        return None
    if change.since is not None:
        change = When(period=change.since)
    if change.period is not None and level.period is not None:
        return change.period.overlaps(level.period)
    if change.period is None and level.period is None:
        if change.months is not None and level.months is not None:
            return change.months == level.months
        return (change.unit, change.count) == (level.unit, level.count)
    distance, period = (change, level.period) if change.period is None else (level, change.period)
    assert period is not None
    if now is None or distance.months is None or not _same_length(now, period):
        return None
    apart = (now.first.year - period.first.year) * 12 + now.first.month - period.first.month
    return apart == distance.months
