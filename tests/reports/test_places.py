from __future__ import annotations

import pytest

from factcheck.errors import Place
from factcheck.reports.places import has_lines, where, within
from factcheck.reports.wording import Wording


@pytest.mark.parametrize(
    ("path", "shown", "to_the_column", "inside"),
    [
        ("drafts/a.md", "drafts/a.md:3", "drafts/a.md:3:14", None),
        ("-", "-:3", "-:3:14", None),
        ("a.docx", "a.docx, paragraph 3", "a.docx, paragraph 3", "paragraph 3"),
        ("A.PDF", "A.PDF, page 3", "A.PDF, page 3", "page 3"),
    ],
)
def test_places_are_told_as_their_format_counts_them(
    path: str, shown: str, to_the_column: str, inside: str | None, english: Wording
) -> None:
    place = Place(path, 3, 14, 3, 20)
    assert english.text(where(place)) == shown
    assert english.text(where(place, column=True)) == to_the_column
    told = within(place)
    assert (None if told is None else english.text(told)) == inside
    assert has_lines(path) is (inside is None)


def test_a_place_can_be_told_from_elsewhere(english: Wording) -> None:
    assert english.text(where(Place("../a.md", 3, 14, 3, 20), "a.md")) == "a.md:3"
