"""The figures of a text: a table for people, JSON lines for machines.

On a terminal the rows of a file stand under its name, and cells wrap. In a pipe nothing wraps and each line names
its file, so that `grep` and `cut` can work on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from factcheck.desk.read import Reading
from factcheck.errors import Place
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.reading.documents import Division
from factcheck.reports.decimals import bounds, plain, terminates
from factcheck.reports.hedges import HEDGES
from factcheck.reports.layout import columns, joined, natural_width, visible
from factcheck.reports.lines import Line, printed
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

_GAP: Final = "  "
_NO_BREAK: Final = "\u00a0"
_SHOWN_DIGITS: Final = 4
_NOTHING: Final = "–"
_WITHOUT_UNIT: Final = {
    Kind.MULTIPLE: Phrase("times"),
    Kind.RATIO: Phrase("ratio"),
    Kind.DATE: Phrase("date"),
}


# --- for people -----------------------------------------------------------------------------------------------


def table(reading: Reading, wording: Wording, view: View, *, wraps: bool) -> str:
    """The figures of a document as a table, with an empty line after it; empty where it has none.

    `wraps`: in the width of the view, under the file's name; else each row in one line, which names the file.
    With `view.verbose`, what the words commit the writer to stands beside what readers take from them.
    """
    if not reading.figures:
        return ""
    rows = [_heads(wording, view), *(_cells(reading, figure, wording, view, wraps=wraps) for figure in reading.figures)]
    width = view.width if wraps else natural_width(rows, _GAP)
    heading = [_heading(reading, wording)] if wraps else []
    return printed([*heading, *_lines(columns(rows, _GAP, width)), []], view)


def closing(figures: int, files: int, unread: int, wording: Wording) -> str:
    """The line that ends the report: how many figures in how many files, and how many files could not be read."""
    found = Phrase(
        "{figures} in {files}.",
        figures=Phrase("{count} figure", "{count} figures", count=figures),
        files=Phrase("{count} file", "{count} files", count=files),
    )
    phrases = [found]
    if unread:
        phrases.append(Phrase("{count} file could not be read.", "{count} files could not be read.", count=unread))
    return " ".join(wording.text(phrase) for phrase in phrases) + "\n"


def _heads(wording: Wording, view: View) -> list[str]:
    ranges = [Phrase("usually"), Phrase("at the widest")] if view.verbose else [Phrase("usually")]
    heads = [Phrase("figure"), *ranges, Phrase("unit"), Phrase("hedge"), Phrase("period"), Phrase("place")]
    return [wording.text(head) for head in heads]


def _cells(reading: Reading, figure: Figure, wording: Wording, view: View, *, wraps: bool) -> list[str]:
    ranges = [figure.usual, figure.literal] if view.verbose else [figure.usual]
    cells = [
        figure.text,
        *(_range(figure, interval, wording) for interval in ranges),
        _unit(figure, wording),
        wording.text(HEDGES.get(figure.hedge, _NOTHING)),
        _NOTHING if figure.period is None else str(figure.period),
        _place(reading.place(figure), reading.document.division, wording, named=not wraps),
    ]
    return [visible(joined(cell)) for cell in cells]


def _range(figure: Figure, interval: Interval, wording: Wording) -> str:
    if figure.kind is Kind.DATE:
        return wording.text(Period.parse(str(figure.value)))
    text = wording.text(Span(interval, digits=_SHOWN_DIGITS))
    if figure.other is None:
        return text
    other = wording.text(Quantity(figure.other, digits=_SHOWN_DIGITS))
    return wording.text(Phrase("{range}, or {other}", range=text, other=other))


def _unit(figure: Figure, wording: Wording) -> str:
    if figure.kind in _WITHOUT_UNIT:
        return wording.text(_WITHOUT_UNIT[figure.kind])
    top, per, below = figure.unit.partition("/")
    name = "/".join(_unit_name(part, wording) for part in (top, below)[: 1 + bool(per)])
    if figure.assumed:
        return wording.text(Phrase("{unit} (assumed)", unit=name))
    return name or _NOTHING


def _unit_name(unit: str, wording: Wording) -> str:
    pattern = wording.notation.units.get(unit)
    return pattern[1].replace("{}", "").strip() if pattern is not None else unit


def _place(place: Place, division: Division, wording: Wording, *, named: bool) -> str:
    """Where a figure stands, without a space at which it could wrap."""
    values = {"number": place.line, "column": place.column}
    match division:
        case Division.LINE:
            return str(place) if named else f"{place.line}:{place.column}"
        case Division.PARAGRAPH:
            text = wording.text(Phrase("paragraph {number}, {column}", **values))
        case Division.PAGE:
            text = wording.text(Phrase("page {number}, {column}", **values))
    text = text.replace(" ", _NO_BREAK)
    return f"{place.path}:{_NO_BREAK}{text}" if named else text


def _heading(reading: Reading, wording: Wording) -> Line:
    document = reading.document
    about = [document.title, reading.lang, wording.text(document.date) if document.date is not None else ""]
    rest = "".join(f"{_GAP}{visible(joined(each))}" for each in about if each)
    return [(visible(document.path), "bold"), (rest, "dim")]


def _lines(rows: Sequence[Sequence[Sequence[str]]]) -> Iterator[Line]:
    for number, row in enumerate(rows):
        for cells in row:
            yield [
                ((_GAP if at else "") + cell, "bold" if number == 0 or at == 0 else "") for at, cell in enumerate(cells)
            ]


# --- for machines ---------------------------------------------------------------------------------------------


def json_lines(reading: Reading) -> Iterator[str]:
    """One JSON object a figure, as DESIGN gives it, and its file; a line end after each.

    `other` is there where the number can be read in another way, `assumed` where its unit was not printed in full.
    `line` is a paragraph in a .docx, a page in a .pdf.
    """
    for figure in reading.figures:
        yield json.dumps(_entry(reading, figure), ensure_ascii=False) + "\n"


def _entry(reading: Reading, figure: Figure) -> dict[str, Any]:
    place = reading.place(figure)
    is_date = figure.kind is Kind.DATE
    entry: dict[str, Any] = {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "line": place.line,
        "column": place.column,
        "kind": str(figure.kind),
        "value": figure.value if isinstance(figure.value, str) else _exact(figure.value),
        "unit": figure.unit,
        "hedge": str(figure.hedge),
        "literal": None if is_date else bounds(figure.literal),
        "usual": None if is_date else bounds(figure.usual),
        "period": None if figure.period is None else str(figure.period),
    }
    if figure.other is not None:
        entry["other"] = _exact(figure.other)
    if figure.assumed:
        entry["assumed"] = True
    return entry | {"file": place.path}


def _exact(value: Fraction) -> str:
    """A value as a decimal string; one that has none ("deux tiers") as a fraction."""
    return plain(value) if terminates(value) else f"{value.numerator}/{value.denominator}"
