"""A newsroom's own exchange rates: a CSV file whose rows win over those of the package.

    currency,per,period,average,low,high,source
    MAD,USD,2024,9.94,9.68,10.17,Office des changes
    MAD,EUR,2025-03,10.47

The first line names the columns, in any order; `low`, `high` and `source` may be absent or empty. `average` is how
much `currency` one `per` cost; `period` any period that `Period` reads. Lines that begin with # are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.errors import InputError, Place, Problem
from factcheck.figures.periods import FORMS, Period
from factcheck.figures.rate_tables import Traded
from factcheck.figures.units import definitions, is_currency
from factcheck.phrases import Phrase

REQUIRED: Final = ("currency", "per", "period", "average")
COLUMNS: Final = (*REQUIRED, "low", "high", "source")
_CELL: Final = re.compile(r'(?:^|,)(?:\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?=,|$)|(?P<plain>[^,]*))')
_NUMBER: Final = re.compile(r"\d{1,40}(?:\.\d{1,40})?")


# a pair, whichever way round, and the first and last day of its period
_Key = tuple[frozenset[str], date, date]


class Row(Struct, frozen=True):
    """One rate that a newsroom gives, and where it stands."""

    currency: str
    per: str
    period: Period
    traded: Traded
    place: Place


class _Cell(Struct, frozen=True):
    text: str
    place: Place


def read_files(paths: Sequence[Path]) -> list[Row]:
    """All rows of all files. Raises InputError with every mistake of every file."""
    rows: dict[_Key, Row] = {}
    problems: list[Problem] = []
    for path in paths:
        _File(path, rows, problems).read()
    if problems:
        raise InputError(problems)
    return list(rows.values())


class _File:
    """One file being read: adds to `rows` and `problems`, which the files share."""

    def __init__(self, path: Path, rows: dict[_Key, Row], problems: list[Problem]) -> None:
        self._path = path
        self._rows = rows
        self._problems = problems
        self._line = ""

    def read(self) -> None:
        """Reads the whole file."""
        text = self._text()
        if text is None:
            return
        columns: list[str] | None = None
        for number, line in enumerate(text.split("\n"), start=1):
            self._line = line.rstrip("\r")
            if not self._line.strip() or self._line.startswith("#"):
                continue
            cells = list(self._cells(number))
            if columns is None:
                columns = self._header(cells)
                if columns is None:
                    return
            else:
                self._row(columns, cells)
        if columns is None:
            self._line = ""
            self._problem(Place(str(self._path)), Phrase("there are no columns"), _header_hint())

    def _text(self) -> str | None:
        whole = Place(str(self._path))
        try:
            data = self._path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._problem(whole, Phrase("cannot read the exchange rates: {reason}", reason=reason))
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            place = Place(str(self._path), line, 1, line, 1)
            message = Phrase("not UTF-8: byte {byte}", byte=f"0x{data[error.start]:02X}")
            self._problem(place, message, Phrase("save the file as UTF-8"))
            return None

    def _cells(self, number: int) -> Iterator[_Cell]:
        for match in _CELL.finditer(self._line):
            group = "plain" if match["quoted"] is None else "quoted"
            start, end = match.span(group)
            text = match[group].replace('""', '"') if group == "quoted" else match[group]
            start += len(text) - len(text.lstrip()) if group == "plain" else 0
            end = max(start, end - (len(text) - len(text.rstrip()) if group == "plain" else 0))
            yield _Cell(text.strip(), Place(str(self._path), number, start + 1, number, end + 1))

    def _header(self, cells: list[_Cell]) -> list[str] | None:
        names = [cell.text.lower() for cell in cells]
        before = len(self._problems)
        for index, (name, cell) in enumerate(zip(names, cells, strict=True)):
            if name not in COLUMNS:
                self._problem(cell.place, Phrase("unknown column {name}", name=repr(cell.text)), _header_hint())
            elif name in names[:index]:
                self._problem(cell.place, Phrase("column {name} stands twice", name=name))
        for name in REQUIRED:
            if name not in names and len(self._problems) == before:
                self._problem(cells[0].place, Phrase("column {name} is missing", name=name), _header_hint())
        return names if len(self._problems) == before else None

    def _row(self, columns: list[str], cells: list[_Cell]) -> None:
        before = len(self._problems)
        if len(cells) > len(columns):
            message = Phrase("{count} value too many", "{count} values too many", count=len(cells) - len(columns))
            hint = Phrase("write decimals with a point, and put what contains a comma between double quotes")
            self._problem(cells[len(columns)].place, message, hint)
            return
        row = dict(zip(columns, cells, strict=False))
        for name in REQUIRED:
            if name not in row or not row[name].text:
                place = row[name].place if name in row else cells[-1].place
                self._problem(place, Phrase("{name} is missing", name=name))
        if len(self._problems) > before:
            return
        currency, per = self._currency(row["currency"]), self._currency(row["per"])
        if currency and currency == per:
            self._problem(row["per"].place, Phrase("a currency has no rate against itself"))
        period = self._period(row["period"])
        traded = self._traded(row)
        if period and len(self._problems) == before:
            self._add(Row(currency, per, period, traded, row["currency"].place))

    def _currency(self, cell: _Cell) -> str:
        if not is_currency(cell.text):
            message = Phrase("{name} is not an ISO 4217 currency", name=repr(cell.text))
            near = like(cell.text, [name for name in definitions() if is_currency(name)])
            self._problem(cell.place, message, Phrase("did you mean {name}?", name=near) if near else None)
        return cell.text

    def _period(self, cell: _Cell) -> Period | None:
        try:
            return Period.parse(cell.text)
        except ValueError:
            message = Phrase("{period} is not a period", period=repr(cell.text))
            self._problem(cell.place, message, Phrase("write {forms}", forms=FORMS))
            return None

    def _traded(self, row: Mapping[str, _Cell]) -> Traded:
        before = len(self._problems)
        average = self._number(row["average"])
        low = self._number(row["low"]) if "low" in row and row["low"].text else average
        high = self._number(row["high"]) if "high" in row and row["high"].text else average
        if len(self._problems) == before and not low <= average <= high:
            message = Phrase("the average is not between the lowest and the highest rate")
            self._problem(row["average"].place, message)
        source = row["source"].text if "source" in row else ""
        return Traded(average, low, high, source or str(self._path))

    def _number(self, cell: _Cell) -> Fraction:
        if _NUMBER.fullmatch(cell.text) and Fraction(cell.text) > 0:
            return Fraction(cell.text)
        message = Phrase("{text} is not a rate", text=repr(cell.text))
        self._problem(cell.place, message, Phrase("write a number above 0, with a point: 9.94"))
        return Fraction(1)

    def _add(self, row: Row) -> None:
        key = frozenset((row.currency, row.per)), row.period.first, row.period.last
        first = self._rows.setdefault(key, row)
        if first is not row:
            message = Phrase("the pair and its period stand twice, first at {place}", place=str(first.place))
            self._problem(row.place, message)

    def _problem(self, place: Place, message: Phrase, hint: Phrase | None = None) -> None:
        self._problems.append(Problem(message, place, self._line, hint))


def _header_hint() -> Phrase:
    return Phrase("the first line is {columns}, separated by commas", columns=",".join(COLUMNS))


def like(name: str, known: Sequence[str]) -> str | None:
    """The known name that `name` was probably meant to be, where there is one."""
    from rapidfuzz import process  # only after a mistake
    from rapidfuzz.distance import OSA

    close = process.extractOne(name.strip().upper(), known, scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return close[0] if close else None
