"""What files say of themselves: language, title, date."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import InputError
from factcheck.reading.documents import Document, document_of


def about(read: Document) -> tuple[str | None, str, str | None]:
    return read.lang, read.title, None if read.date is None else read.date.isoformat()


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("lang: fr\ndate: 2025-11-07\ntitle: Un titre", ("fr", "Un titre", "2025-11-07")),
        ("lang: en-GB\ndate: 2025-11-07T10:00:00+01:00", ("en", "", "2025-11-07")),
        ("Title: 'a: 2.0'\nDate: 7 novembre 2025\ntags: [a, b]\nx: {y: z}\nlang: FR", ("fr", "a: 2.0", "2025-11-07")),
        ("date: November 7, 2025\nlang: en", ("en", "", "2025-11-07")),
        ("date: 2025-11-05\npublishDate: 2025-11-07\nlanguage: fr", ("fr", "", "2025-11-07")),
        ("date: 2025-11-07\npublished: true", (None, "", "2025-11-07")),
        ("date: soon\nlang: es", (None, "", None)),
        ("date: 2025-02-31", (None, "", None)),
        ("", (None, "", None)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter(matter: str, said: tuple[str | None, str, str | None], line_end: str) -> None:
    read = document_of("a.md", f"---\n{matter}\n---\nIl y a 26 %".replace("\n", line_end).encode())
    assert about(read) == said
    assert read.text == "Il y a 26 %"
    assert read.place(7, 11).line == matter.count("\n") + 4


def test_front_matter_keeps_what_was_written() -> None:
    assert document_of("a.md", b"---\nrate: 26.20\nok: no\nlist: [1]\n...\n").matter == {"rate": "26.20", "ok": "no"}


def test_text_between_rules_is_no_front_matter() -> None:
    assert document_of("a.md", b"---\nIl y a 26 %\n\n---\n\n27 %").text == "Il y a 26 %\n\n27 %"
    assert document_of("a.md", b"---\nIl y a 26 %").text == "Il y a 26 %"


@pytest.mark.parametrize(
    ("matter", "place"),
    [("title: a: b", (2, 9)), ("x: 1\ny: 'a", (3, 6)), ("x: *a\ny: [", (4, 1)), ("a\x01b: 1", (2, 1))],
)
def test_front_matter_that_is_not_yaml_is_a_mistake_with_its_place(matter: str, place: tuple[int, int]) -> None:
    with pytest.raises(InputError) as caught:
        document_of("a.md", f"---\n{matter}\n---\n".encode())
    [problem] = caught.value.problems
    assert (problem.place.line, problem.place.column) == place
    assert "the front matter is not YAML" in str(problem.message)


def test_front_matter_may_be_nested_as_deep_as_it_likes() -> None:
    document_of("a.md", b"---\nx: " + b"[" * 5000 + b"]" * 5000 + b"\n---\n")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html lang=fr-MA><title>\n L&rsquo;an </title>", ("fr", "L’an", None)),
        ("<html xml:lang=fr-FR>a", ("fr", "", None)),
        ('<HTML LANG="en"><meta name="date" content="2025-11-07">', ("en", "", "2025-11-07")),
        (
            "<meta content='2025-11-07T08:00Z' property='article:published_time'><time datetime=2024-01-01>",
            (None, "", "2025-11-07"),
        ),
        ("<p>x <time datetime='2025-11-07 10:00'>7/11</time><time datetime=2024-01-01>", (None, "", "2025-11-07")),
        ('<script type="application/ld+json">{"datePublished": "2025-11-07"}</script>', (None, "", "2025-11-07")),
        ("<html lang=de><title>a</title><title>b</title><meta name=date content=gestern>", (None, "a", None)),
        ("<html lang='fr'><meta name=date content='7 novembre 2025'>", ("fr", "", "2025-11-07")),
    ],
)  # fmt: skip
def test_html(page: str, said: tuple[str | None, str, str | None]) -> None:
    assert about(document_of("a.html", page.encode())) == said


def test_a_document_knows_its_date_as_a_day() -> None:
    assert document_of("a.md", b"---\ndate: 2025-11-07\n---\n").date == date(2025, 11, 7)
