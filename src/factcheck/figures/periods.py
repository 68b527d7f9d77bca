"""Periods as news states them: years, halves, quarters, months, days, and spans of years.

Written `2024`, `2024-H1`, `2024-Q3`, `2024-06`, `2024-06-30`, `2019/2024`, `2022-01/2022-11`. A period is a run of
whole days; its order, length and containment are those of its days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from msgspec import Struct

from factcheck.phrases import Phrase

_FORM: Final = re.compile(
    r"(?P<year>\d{4})(?:-H(?P<half>[12])|-Q(?P<quarter>[1-4])|-\d\d/\d{4}-(?P<to_month>\d\d)"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d))?|/(?P<last>\d{4}))?",
    re.ASCII,
)
FORMS: Final = Phrase("2024, 2024-H1, 2024-Q3, 2024-06, 2024-06-30 or 2019/2024")


class Period(Struct, frozen=True):
    """A run of days from `first` to `last`, both included. `text` is its written form."""

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `text` writes; raises ValueError where it writes none, or a day that does not exist."""
        return _parsed(text)

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A calendar year."""
        return cls.parse(f"{year:04d}")

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        return cls.parse(f"{year:04d}-{month:02d}")

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Period) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __le__(self, other: Period) -> bool:
        return (self.first, self.last) <= (other.first, other.last)

    def __contains__(self, other: Period) -> bool:
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return len(self.text) == 4

    @property
    def is_month(self) -> bool:
        """Whether it is one calendar month."""
        return len(self.text) == 7 and self.text[5].isdigit()

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def start(self) -> Fraction:
        """Where it begins, in years of the common era: mid-2024 is 2024½."""
        return _moment(self.first)

    @property
    def end(self) -> Fraction:
        """Where it ends, as the beginning of the day after."""
        return _moment(self.last) + Fraction(1, _days_in(self.last.year))

    def months(self) -> Iterator[Period]:
        """The calendar months that it touches, in order."""
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield Period.of_month(year, month)
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def years_earlier(self, years: int) -> Period:
        """The same period so many years before (later, where negative); 29 February becomes the 28th.

        Raises ValueError where that is before year 1 or after 9999.
        """

        def shifted(match: re.Match[str]) -> str:
            return f"{int(match[0]) - years:04d}"

        text = re.sub(r"\d{4}", shifted, self.text)
        if text.endswith("-02-29") and not calendar.isleap(int(text[:4])):
            text = text[:-2] + "28"
        return Period.parse(text)


def _moment(day: date) -> Fraction:
    return day.year + Fraction(day.timetuple().tm_yday - 1, _days_in(day.year))


def _days_in(year: int) -> int:
    return 366 if calendar.isleap(year) else 365


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period:
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a period: write {FORMS}")
    year = int(match["year"])
    if match["to_month"]:
        start, end = _parsed(text[:7]), _parsed(text[8:])
        if end.last < start.first:
            raise ValueError(f"{text!r} ends before it begins")
        return Period(start.first, end.last, text)
    if match["last"]:
        last_year = int(match["last"])
        if last_year < year:
            raise ValueError(f"{text!r} ends before it begins")
        return Period(date(year, 1, 1), date(last_year, 12, 31), text)
    if match["day"]:
        day = date.fromisoformat(text)
        return Period(day, day, text)
    first_month, months = 1, 12
    if match["half"]:
        first_month, months = 6 * int(match["half"]) - 5, 6
    elif match["quarter"]:
        first_month, months = 3 * int(match["quarter"]) - 2, 3
    elif match["month"]:
        first_month, months = int(match["month"]), 1
    first = date(year, first_month, 1)
    last_month = first_month + months - 1
    return Period(first, date(year, last_month, calendar.monthrange(year, last_month)[1]), text)
