"""The figures of files, read in the right language and as of the right day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.desk.read import Reading, Unread, read_document, read_file, read_files
from factcheck.errors import FactcheckError
from factcheck.reading.documents import document_of

ENGLISH = "The company has 1,234 jobs, up 5% on the year."


@pytest.mark.parametrize(
    ("source", "lang", "used"),
    [
        (ENGLISH, None, "en"),
        (f"---\nlang: fr\n---\n{ENGLISH}", None, "fr"),
        (f"---\nlang: fr\n---\n{ENGLISH}", "en", "en"),
        (f"---\nlang: de\n---\n{ENGLISH}", None, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_else_said_else_detected(source: str, lang: str | None, used: str) -> None:
    assert read_document(document_of("a.md", source.encode()), lang=lang).lang == used


def test_relative_periods_refer_to_the_day_asked_for_else_said() -> None:
    document = document_of("a.md", b"---\ndate: 2025-11-07\nlang: fr\n---\nIls sont 5 000, contre 4 310 l'an dernier.")

    def period(reading: Reading) -> str:
        return str(reading.figures[1].period)

    assert period(read_document(document)) == "2024"
    assert period(read_document(document, date=date(2020, 1, 1))) == "2019"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text("Il y a 26 emplois.", encoding="utf-8")
    first, second, third = read_files([tmp_path / "a.txt", tmp_path / "b.txt", str(tmp_path / "c.txt")], lang="fr")
    assert isinstance(first, Unread)
    assert isinstance(second, Reading)
    assert isinstance(third, Unread)
    assert [figure.text for figure in second.figures] == ["26 emplois"]
    assert first.path.endswith("a.txt")
    assert "no such file" in str(third.error)


def test_a_file_may_be_read_as_another_format(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Il y a <b>26</b> emplois.", encoding="utf-8")
    reading = read_file(path, lang="fr", form="html")
    [figure] = reading.figures
    place = reading.place(figure)
    assert (figure.text, place.column, place.end_column) == ("26 emplois", 11, 25)


def test_an_unknown_language_and_a_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="de"):
        read_document(document_of("a.txt", b"26"), lang="de")
    with pytest.raises(FactcheckError, match="is a folder"):
        read_file(tmp_path)
