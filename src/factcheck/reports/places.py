"""Places as people are told them: by line and column, in a .docx by paragraph, in a .pdf by page."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from factcheck.errors import NOWHERE, Place
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding

_DIVISIONS: Final = {
    ".docx": Phrase("{path}, paragraph {number}"),
    ".pdf": Phrase("{path}, page {number}"),
}
_NUMBERED: Final = {".docx": Phrase("paragraph {number}"), ".pdf": Phrase("page {number}")}


def place_of(finding: Finding) -> Place | None:
    """Where a finding is shown: where the relation stands, or else the first of its figures."""
    places = (finding.relation.place, *(figure.place for figure in finding.figures))
    return next((place for place in places if place is not None and place != NOWHERE), None)


def has_lines(path: str) -> bool:
    """Whether the lines of places in that file are lines: what CI systems and editors can jump to."""
    return PurePath(path).suffix.lower() not in _DIVISIONS


def where(place: Place, path: str | None = None, *, column: bool = False) -> Phrase | str:
    """The place with its path, or the one given instead: `a.md:3`, `a.md:3:14` or “a.docx, paragraph 3”."""
    path = place.path if path is None else path
    division = _DIVISIONS.get(PurePath(path).suffix.lower())
    if division is not None:
        return division.filled(path=path, number=place.line)
    return f"{path}:{place.line}:{place.column}" if column else f"{path}:{place.line}"


def within(place: Place) -> Phrase | None:
    """Where in its file, for formats whose readers see the file's name but no lines in it; None where they see them."""
    division = _NUMBERED.get(PurePath(place.path).suffix.lower())
    return None if division is None else division.filled(number=place.line)
