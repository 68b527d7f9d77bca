"""Dates and periods: "mardi 27 janvier 2025", "27/01/2025", "fin juin 2025", "1er semestre 2025", "T1 2024", "2030"."""

from __future__ import annotations

from datetime import date
from typing import Final

from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.reading.found import Found
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.tokens import Tokens

_SEPARATORS: Final = ("/", "-", ".", "‑", "–")
_EARLIEST: Final = 1000
_LATEST: Final = 2199
_FILE_DIGITS: Final = 3
_BARE_EARLIEST: Final = 1900
_BARE_LATEST: Final = 2100
_UNIT_SIGNS: Final = ("%", "€", "$", "£")
_CUMULATIVE: Final = {3: "Q1", 6: "H1", 12: ""}


class Dates:
    """Reads dates from the tokens of a passage. `today` is the document's date, for days without a year."""

    def __init__(self, tokens: Tokens, words: Lexicon, today: date | None = None) -> None:
        self._tokens, self._words, self._today = tokens, words, today

    def at(self, index: int) -> Found | None:
        """The date that begins at the token, with the weekday before it; a silent one lacks its year."""
        word = self._tokens.words[index]
        return self._from_digits(index, word) if word[0].isdecimal() else self._from_words(index)

    # --- beginning with digits --------------------------------------------------------------------------------

    def _from_digits(self, index: int, word: str) -> Found | None:
        number = _small(word)
        if number is None:
            year = self._year(index)
            if year is not None:
                return self._from_year(index, year)
            return self._pointed(index, word) if word.count(".") == 2 else None
        words = self._words
        before, after = self._tokens.words[index - 1], self._tokens.words[index + 1]
        if after not in words.after_days and not (before.isalpha() and self._tokens.touches(index)):
            return None  # neither "27 janvier" nor "T1"
        lettered = self._part(index) if self._tokens.touches(index) else None  # "T3-2024" is no month
        return (
            lettered
            or self._day_first(index, number)
            or self._numeric(index, number)
            or self._part(index)
            or self._first_of_days(index)
        )

    def _first_of_days(self, index: int) -> Found | None:
        """The "22" of "les 22 et 23 novembre", no figure by itself."""
        words = self._words
        joint = self._tokens.words[index + 1]
        if joint not in words.conjunctions and joint not in words.joins_days:
            return None
        at = index + 2 + (self._tokens.words[index + 2] in words.articles)
        day = _small(self._tokens.words[at])
        following = None if day is None else self._day_first(at, day)
        return None if following is None else Found(index, index + 1, silent=True)

    def _day_first(self, index: int, day: int) -> Found | None:
        """Such as "27 janvier 2025", "1er janvier", "the 12th of January 2016", "31/Oct/1974"."""
        tokens, words = self._tokens, self._words
        at = index + 1
        if tokens.words[at] in words.day_suffixes and tokens.touches(at):
            at += 1
        if tokens.words[at] in words.of or tokens.words[at] in _SEPARATORS:
            at += 1
        return self._month_then_year(index, at, day)

    def _month_then_year(self, first: int, at: int, day: int) -> Found | None:
        month = self._words.months.at(self._tokens, at)
        if month is None or not 1 <= day <= 31:
            return None
        at = month[1]
        year_at = self._over(at)
        year = self._year(year_at)
        if year is None:
            return self._without_year(first, at, month[0], day)
        return self._dated(first, year_at + 1, year, month[0], day)

    def _numeric(self, index: int, number: int) -> Found | None:
        """Such as "27/01/2025", "27-01-2025", "11 / 2016"."""
        tokens = self._tokens
        if tokens.words[index + 1] not in ("/", "-"):
            return None
        year = self._year(index + 2)
        if year is not None and tokens.words[index + 3] != "/":
            return self._dated(index, index + 3, year, number)
        second = _small(tokens.words[index + 2])
        if second is None or tokens.words[index + 3] != tokens.words[index + 1]:
            return None
        year = self._year(index + 4)
        if year is None:
            return None
        return self._dated(index, index + 5, year, *self._month_and_day(number, second))

    def _month_and_day(self, first: int, second: int) -> tuple[int, int]:
        month_first = not self._words.counts_by_scores and first <= 12
        return (first, second) if month_first or second > 12 else (second, first)

    def _pointed(self, index: int, word: str) -> Found | None:
        """Such as "27.01.2025", "2015.5.13"."""
        parts = [int(part) for part in word.split(".") if part.isdecimal()]
        if len(parts) != 3 or len(word) > 10 or max(parts[0], parts[2]) < _EARLIEST:
            return None  # "2.4.1" is a version
        if parts[0] >= _EARLIEST:
            return self._dated(index, index + 1, *parts)
        return self._dated(index, index + 1, parts[2], *self._month_and_day(parts[1], parts[0])) or self._dated(
            index, index + 1, parts[2], parts[1], parts[0]
        )

    def _from_year(self, index: int, year: int) -> Found | None:
        tokens, words = self._tokens, self._words
        separator = tokens.words[index + 1]
        if separator in ("/", "-", "–"):
            found = self._after_year(index, year, separator)
            if found is not None:
                return found
            if len(tokens.words[index + 2]) == _FILE_DIGITS and tokens.words[index + 2].isdecimal():
                return Found(index, index + 3, silent=True)  # "décision 2024-009"
        at = index + 2 if separator == "," else index + 1
        month = words.months.at(tokens, at)
        if month is not None and self._year(self._over(month[1])) is None:
            clear = separator == "," or tokens.words[month[1] - 1] not in words.months_that_are_words
            if clear:
                return self._dated(index, month[1], year, month[0])
        return self._bare_year(index, year)

    def _after_year(self, index: int, year: int, separator: str) -> Found | None:
        """Such as "2025-01-27", "2025-01", "2019-aug-1", "2023-2024", "2025-H1"."""
        tokens, words = self._tokens, self._words
        at = index + 2
        month = words.months.at(tokens, at)
        number = _small(tokens.words[at])
        if month is not None:
            day = _small(tokens.words[month[1] + 1]) if tokens.words[month[1]] == separator else None
            if day is not None:
                return self._dated(index, month[1] + 2, year, month[0], day)
            return self._dated(index, month[1], year, month[0])
        letter = words.short_parts_of_years.get(tokens.words[at])
        if letter is not None and tokens.touches(at + 1):
            return self._part_of_year(index, at + 2, year, letter, _small(tokens.words[at + 1]))
        if number is not None:
            day = _small(tokens.words[at + 2]) if tokens.words[at + 1] == separator else None
            if day is not None:
                return self._dated(index, at + 3, year, number, day)
            if number <= 12:
                return self._dated(index, at + 1, year, number)
            if len(tokens.words[at]) == 2 and number == year % 100 + 1:
                return self._of(index, at + 1, f"{year:04d}/{year + 1:04d}")
            return None
        last = self._year(at)
        if last is not None and year < last <= _BARE_LATEST and year >= _BARE_EARLIEST:
            return self._of(index, at + 1, f"{year:04d}/{last:04d}")
        return None

    def _bare_year(self, index: int, year: int) -> Found | None:
        tokens, words = self._tokens, self._words
        announced = tokens.words[index - 1].rstrip("'") in words.before_years
        if not (_BARE_EARLIEST <= year <= _BARE_LATEST or announced):
            return None
        before = tokens.words[index - 1]
        if before in words.references_of_years or before in ("$", "€", "£", "°", "#", "+"):
            return None
        if tokens.touches(index) and before.isalpha() and before not in words.before_years:
            return None  # "FY2024" is a year
        if tokens.touches(index + 1):
            after = tokens.words[index + 1]
            if after.isalpha() or after in _UNIT_SIGNS or (after == "/" and tokens.touches(index + 2)):
                return None  # "2000m", "2000€", the number of a file
        if not announced and self._counts_something(index, year):
            return None
        if before in words.decades and before != "the":
            return Found(index, index + 1, silent=True)
        found = self._of(index, index + 1, f"{year:04d}")
        months = self._months_of(index)
        if months is not None and months > 1:
            found.covers = Period.parse(f"{year:04d}-01/{year:04d}-{months:02d}")
        return found

    def _months_of(self, index: int) -> int | None:
        """The 11 of "les onze premiers mois de | 2022", the 9 of "the first nine months of | 2024"."""
        tokens, words = self._tokens, self._words
        phrase = words.first_months.before(tokens, index)
        if phrase is None or not (words.counts_by_scores or tokens.words[phrase[1] - 2] == "first"):
            return None
        word = tokens.words[phrase[1] - 1]
        number = words.numbers.get(word) or _small(word)
        return number if number is not None and number < 12 else None

    def _counts_something(self, index: int, year: int) -> bool:
        tokens, words = self._tokens, self._words
        following = tokens.words[index + 1]
        if words.measures.at(tokens, index + 1) is not None or following in words.scales:
            return following not in words.of and tokens.same_line(index + 1)
        if words.is_currency_at(tokens, index + 1):
            return True
        round_year = year % 100 == 0 or words.hedges_before.before(tokens, index) is not None
        return (
            round_year and following.endswith(("s", "x")) and following not in words.not_nouns and following.isalpha()
        )

    # --- beginning with a word ----------------------------------------------------------------------------------

    def _from_words(self, index: int) -> Found | None:
        tokens, words = self._tokens, self._words
        if tokens.words[index] not in words.date_words:
            return self._first_months(index) if tokens.words[index] in words.numbers else None
        month = words.months.at(tokens, index)
        if month is not None:
            found = self._month_first(index, *month)
            if found is not None:
                return found
        ordinal = words.day_ordinals.at(tokens, index)
        if ordinal is not None:
            at = ordinal[1] + (tokens.words[ordinal[1]] in words.of)
            found = self._month_then_year(index, at, ordinal[0])
            if found is not None:
                return found
        return self._part(index)

    def _month_first(self, index: int, month: int, at: int) -> Found | None:
        """Such as "janvier 2025", "January 12, 2016", "March third 2015"."""
        tokens, words = self._tokens, self._words
        year_at = self._over(at)
        year = self._year(year_at)
        if year is not None:
            return self._dated(index, year_at + 1, year, month)
        if tokens.words[at] in ("-", "/"):
            at += 1
        ordinal = words.day_ordinals.at(tokens, at)
        day = ordinal[0] if ordinal is not None else _small(tokens.words[at])
        if day is None or not 1 <= day <= 31:
            return None
        at = ordinal[1] if ordinal is not None else at + 1
        if tokens.words[at] in words.day_suffixes and tokens.touches(at):
            at += 1
        year_at = self._over(at)
        year = self._year(year_at)
        if year is not None:
            return self._dated(index, year_at + 1, year, month, day)
        if words.counts_by_scores or not tokens.is_capital(index):
            return None  # "mars 12" is no French date, "may 12" no English one
        return self._without_year(index, at, month, day)

    def _part(self, index: int) -> Found | None:
        """Such as "premier semestre 2025", "third quarter of 2024", "T1 2024", "six premiers mois de 2025"."""
        tokens, words = self._tokens, self._words
        letter = words.short_parts_of_years.get(tokens.words[index - 1])
        if letter is not None and tokens.touches(index):
            return self._lettered(index, letter)
        ordinal = words.ordinals.at(tokens, index)
        if ordinal is None:
            return self._first_months(index)
        number, at = ordinal
        part = words.parts_of_years.at(tokens, at)
        if part is None:
            return self._first_months(index)
        year_at = part[1] + (tokens.words[part[1]] in words.of)
        year = self._year(year_at)
        if year is None:
            return Found(index, part[1], silent=True) if tokens.words[index][0].isdecimal() else None
        number = 2 if part[0] == "H" and number == 4 else number
        return self._part_of_year(index, year_at + 1, year, part[0], number)

    def _lettered(self, index: int, letter: str) -> Found | None:
        number = _small(self._tokens.words[index])
        year_at = index + 1 + (self._tokens.words[index + 1] in (*self._words.of, "-", "/"))
        year = self._year(year_at)
        if number is None or year is None:
            return None
        return self._part_of_year(index - 1, year_at + 1, year, letter, number)

    def _first_months(self, index: int) -> Found | None:
        tokens, words = self._tokens, self._words
        if words.counts_by_scores:
            number = words.numbers.get(tokens.words[index]) or _small(tokens.words[index])
            following = words.first_months.at(tokens, index + 1)
        else:
            ordinal = tokens.words[index] == "first"
            number = words.numbers.get(tokens.words[index + 1]) if ordinal else None
            following = words.first_months.at(tokens, index + 2)
        year = self._year(following[1]) if following is not None else None
        if following is None or year is None or number not in _CUMULATIVE:
            return None
        part = _CUMULATIVE[number]
        return self._of(index, following[1] + 1, f"{year:04d}-{part}" if part else f"{year:04d}")

    # --- parts ----------------------------------------------------------------------------------------------------

    def _over(self, index: int) -> int:
        """Skips "de", "of", "," or "-" before a year."""
        word = self._tokens.words[index]
        return index + 1 if word in self._words.of or word in (",", "-", "/") else index

    def _year(self, index: int) -> int | None:
        word = self._tokens.words[index]
        if len(word) != 4 or not word.isdecimal() or not word.isascii():
            return None
        year = int(word)
        return year if _EARLIEST <= year <= _LATEST else None

    def _without_year(self, first: int, end: int, month: int, day: int) -> Found | None:
        if self._today is None:
            return self._with_weekday(Found(first, end, silent=True))
        return self._dated(first, end, self._today.year, month, day)

    def _part_of_year(self, first: int, end: int, year: int, letter: str, number: int | None) -> Found | None:
        if number is None or not 1 <= number <= (2 if letter == "H" else 4):
            return None
        return self._of(first, end, f"{year:04d}-{letter}{number}")

    def _dated(self, first: int, end: int, year: int, month: int, day: int | None = None) -> Found | None:
        try:
            date(year, month, 1 if day is None else day)
        except ValueError:
            # "31 avril 2024" is meant as a date, and nothing else: neither its day nor its year is a figure
            is_meant = 1 <= month <= 12 and day is not None and 1 <= day <= 31
            return Found(first, end, silent=True) if is_meant else None
        text = f"{year:04d}-{month:02d}" + ("" if day is None else f"-{day:02d}")
        found = self._with_weekday(self._of(first, end, text))
        if day is None and month in _CUMULATIVE and self._words.cumulative.before(self._tokens, first):
            part = _CUMULATIVE[month]
            found.covers = Period.parse(f"{year:04d}-{part}" if part else f"{year:04d}")
        return found

    def _of(self, first: int, end: int, text: str) -> Found:
        return Found(first, end, Kind.DATE, text, period=Period.parse(text), covers=Period.parse(text))

    def _with_weekday(self, found: Found) -> Found:
        at = found.first - (self._tokens.words[found.first - 1] == ",")
        weekday = self._words.weekdays.before(self._tokens, at)
        if weekday is not None and weekday[1] >= self._tokens.first:
            found.weekday, found.first = weekday
        return found


def _small(word: str) -> int | None:
    """A number of one or two digits."""
    return int(word) if len(word) <= 2 and word.isdecimal() and word.isascii() else None
