"""Every figure has the line and the column at which it begins in the file, and those at which it ends."""

from __future__ import annotations

import re

import pytest

from factcheck.desk.read import read_document
from factcheck.errors import Place
from factcheck.reading.documents import Document, document_of

FR = {"lang": "fr"}


def document(name: str, source: str) -> Document:
    return document_of(name, source.encode())


def figures(name: str, source: str) -> list[tuple[str, int, int]]:
    """Text, line and column of each figure."""
    reading = read_document(document(name, source), lang="fr")
    places = [(figure.text, reading.place(figure)) for figure in reading.figures]
    return [(text, place.line, place.column) for text, place in places]


def marked(name: str, source: str) -> list[str]:
    """What stands in the file at the place of each figure; lines that it goes over are joined by a bar."""
    reading = read_document(document(name, source), lang="fr")
    lines = re.split(r"\r\n|\n|\r", source.removeprefix("\ufeff"))
    return [cut(lines, reading.place(figure)) for figure in reading.figures]


def cut(lines: list[str], place: Place) -> str:
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    middle = lines[place.line : place.end_line - 1]
    return "|".join(
        [lines[place.line - 1][place.column - 1 :], *middle, lines[place.end_line - 1][: place.end_column - 1]]
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Il y a 26 emplois.", [("26 emplois", 1, 8)]),
        ("Oui.\nIl y a 26 emplois.", [("26 emplois", 2, 8)]),
        ("Oui.\r\n\r\nIl y a 26 emplois.\r\n", [("26 emplois", 3, 8)]),
        ("Oui.\r\rIl y a 26 emplois.", [("26 emplois", 3, 8)]),
        ("\ufeffIl y a 26 emplois.", [("26 emplois", 1, 8)]),
        ("👩‍👩‍👧 ont 26 emplois.", [("26 emplois", 1, 11)]),
        ("\u200fIl y a 26 emplois.", [("26 emplois", 1, 9)]),
        ("Cre\u0301e\u0301 : 26 emplois", [("26 emplois", 1, 10)]),
        ("Form\ffeed\x0b\u2028 26 emplois", [("26 emplois", 1, 13)]),
        ("", []),
    ],
)
def test_in_plain_text(source: str, found: list[tuple[str, int, int]]) -> None:
    assert figures("draft.txt", source) == found


def test_a_figure_that_goes_over_a_line_end_has_both_its_ends() -> None:
    place = document("draft.txt", "a\r\nPlus de 26,2\r\nmilliards de dirhams").place(11, 26)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 9, 3, 10)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Il y a **26** emplois.", ["26** emplois"]),
        ("Il y a 2**6**,5 % de plus.", ["2**6**,5 %"]),
        ("_Plus de_ [26,2 %](http://a.ma/2024 'en 1999')", ["26,2 %"]),
        ("[26,2](http://a.ma/2024 '1999') milliards", ["26,2](http://a.ma/2024 '1999') milliards"]),
        ("148&nbsp;500&#32;personnes", ["148&nbsp;500&#32;personnes"]),
        ("Bilan&nbsp;: 26 emplois", ["26 emplois"]),
        ("\\*\\*26\\% de plus", ["26\\%"]),
        ("# Les 26 emplois #\n\nPuis 27 %\n---\n## 28 emplois ##", ["26 emplois", "27 %", "28 emplois"]),
        ("> citant 26,2\n> milliards de dirhams", ["26,2|> milliards de dirhams"]),
        ("- a\n\n  1. 1 000 emplois\n  2. puis\n     26 emplois", ["1 000 emplois", "26 emplois"]),
        ("Il y a `26` et ``27`` et <!-- 28 --> puis <b>29</b> emplois", ["29</b> emplois"]),
        ("```\n26 emplois\n```\n\n    27 emplois\n\nIl y a 28 emplois", ["28 emplois"]),
        ("![26 emplois](27.png) <http://a.ma/28> [a]\n\n[a]: http://a.ma/29", []),
        ("~~26,1~~ 26,2 %", ["26,2 %"]),
        ("Il y a 26 emplois[^1].\n\n[^1]: Ou 27 emplois.", ["26 emplois", "27 emplois"]),
        ("<div>\nIl y a 26&nbsp;emplois\n</div>\n\n> <p>\n> puis 27 emplois</p>", ["26&nbsp;emplois", "27 emplois"]),
        ("Il y a 26  \nemplois et 27\\\nemplois", ["26  |emplois", "27\\|emplois"]),
        ("Il y a 140<sup>1</sup> emplois sur 3 km<sup>2</sup>", ["140<sup>1</sup> emplois", "3 km<sup>2"]),
        ("\u00a0\nIl y a 26 emplois", ["26 emplois"]),
        ("\tcode 25\n\n-\t26 emplois", ["26 emplois"]),
        ("".join("> " * 30) + "26 emplois", ["26 emplois"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_in_markdown(source: str, found: list[str], line_end: str) -> None:
    assert marked("draft.md", source.replace("\n", line_end)) == found


def test_cells_of_a_table_are_apart_and_have_their_own_places() -> None:
    source = "> | 26 | emplois | a \\| 27 |\n> |---|:-:|--|\n> | 5,1 | **7** % | |\n> 148 | 500 | 28 \\| x 29 %"
    found = figures("draft.md", source)
    assert found == [
        ("26", 1, 5), ("27", 1, 25), ("5,1", 3, 5), ("7 %", 3, 13),
        ("148", 4, 3), ("500", 4, 9), ("28", 4, 15), ("29 %", 4, 23),
    ]  # fmt: skip


def test_items_of_a_list_are_apart() -> None:
    assert marked("draft.md", "Soit\n\n* 148\n* 500 emplois") == ["148", "500 emplois"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Il y a <b>2</b>6&nbsp;emplois", ["2</b>6&nbsp;emplois"]),
        ("<p>26,2\n\t  milliards<br>de dirhams</p>", ["26,2|\t  milliards<br>de dirhams"]),
        ("<ul><li>148<li>500 emplois</ul>", ["148", "500 emplois"]),
        ("<table><tr><td>148<td>500<tr><th>26<th>%</table>", ["148", "500", "26"]),
        ("<p>148<div>500 emplois</div>", ["148", "500 emplois"]),
        ("<style>26</style><script>27 < 28</script><code>29</code><!-- 30 --><p>31 %", ["31 %"]),
        ("<a title='26 > 25' href=27>28</a> emplois", ["28</a> emplois"]),
        ("3 < 4 & 5 % &notanentity; 6 %", ["3", "4", "5 %", "6 %"]),
        ("&eacute;t&#233; &#x32;6&nbsp%", ["&#x32;6&nbsp%"]),
        ("<p>140.000<sup>[1]</sup> emplois", ["140.000<sup>[1]</sup> emplois"]),
        ("<p>le 1<sup>er</sup> trimestre 2025", ["1<sup>er</sup> trimestre 2025"]),
        ("Il y a <del>26</del> <ins>27 %</ins>", ["27 %"]),
        ("<pre>Soit 26 %\nSoit 27 %</pre>", ["26 %", "27 %"]),
        ("<p>26 %<!-- 27 % <p>28 %", ["26 %"]),
        ("<p>26 %<script>27 %", ["26 %"]),
        ("<p>26 %<a href='27 %>", ["26 %"]),
        ("<!doctype html><?xml 25?><p>26 %</p 27>", ["26 %"]),
        ("<!--> 26 % <!---> 27 %", ["26 %", "27 %"]),
        ("<textarea>26 %</textarea><title>27 %</title>28 %", ["28 %"]),
    ],
)  # fmt: skip
def test_in_html(source: str, found: list[str]) -> None:
    assert marked("page.html", source) == found


def test_html_may_be_nested_as_deep_as_it_likes() -> None:
    depth = 100_000
    found = figures("page.html", "<div>" * depth + "26 %" + "</div>" * depth)
    assert found == [("26 %", 1, 5 * depth + 1)]


@pytest.mark.parametrize("unit", ["<", "<!--", "<a ", '<a ="', "</", "&", "<script>", "<b>", "  \n", "&#1"])
def test_html_that_is_never_closed_is_read_in_one_pass(unit: str) -> None:
    source = unit * (100_000 // len(unit))
    read = document("page.html", source)
    assert len(read.text) <= len(source)
