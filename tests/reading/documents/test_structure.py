"""The tables, lists and headings of a document, as spans of its text."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.documents import Document, Span, document_of

Rows = list[list[str]]


def document(name: str, source: str) -> Document:
    return document_of(name, source.encode())


def shown(read: Document, span: Span) -> str:
    return read.text[span[0] : span[1]]


def tables(read: Document) -> list[tuple[int, Rows]]:
    """Number of headers, and text of the cells, of each table."""
    return [(table.head, [[shown(read, cell) for cell in row] for row in table.rows]) for table in read.tables]


def lists(read: Document) -> list[tuple[int, bool, list[str]]]:
    """Depth, whether ordered, and text of the items, of each list."""
    return [(each.depth, each.ordered, [shown(read, item) for item in each.items]) for each in read.lists]


def headings(read: Document) -> list[str]:
    return [shown(read, heading) for heading in read.headings]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("| A | B |\n|---|---|\n| 26 | **27** % |\n| | a \\| b |", [(1, [["A", "B"], ["26", "27 %"], ["", "a | b"]])]),
        ("A|B\n-|-\n1\n\nFin", [(1, [["A", "B"], ["1", ""]])]),
        ("> | A |\n> |---|\n> | 1 |\n\n- | B |\n  |---|", [(1, [["A"], ["1"]]), (1, [["B"]])]),
        ("<table>\n<tr><td>26<td>27\n</table>", [(0, [["26", "27"]])]),
        ("a | b\n\nc | d", []),
    ],
)
def test_tables_of_markdown(source: str, found: list[tuple[int, Rows]]) -> None:
    assert tables(document("a.md", source)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Soit :\n- **a** 26\n- b", [(0, False, ["a 26", "b"])]),
        ("3. a\n4. b\n\n   suite\n\nFin", [(0, True, ["a", "b\n\nsuite"])]),
        ("- a\n  1. b\n  2. c\n- d", [(0, False, ["a\n\nb\n\nc", "d"]), (1, True, ["b", "c"])]),
        ("* a\n* b\n\n- c", [(0, False, ["a", "b"]), (0, False, ["c"])]),
        ("- a\n-\n- `b`", [(0, False, ["a", "", ""])]),
        ("> - a\n>   b", [(0, False, ["a b"])]),
        ("- - a", [(0, False, ["a"]), (1, False, ["a"])]),
        ("Il y a 3 – 2 = 1", []),
    ],
)
def test_lists_of_markdown(source: str, found: list[tuple[int, bool, list[str]]]) -> None:
    assert lists(document("a.md", source)) == found


def test_headings_of_markdown() -> None:
    source = "# Les *26* emplois\n\nPuis\n\nUn titre\n---\n#\n### Fin ###\n\n- # Dedans\n"
    assert headings(document("a.md", source)) == ["Les 26 emplois", "Un titre", "Fin", "Dedans"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td> 26 </td><td></td></tr></table>",
            [(1, [["A", "B"], ["26", ""]])],
        ),
        ("<TABLE><TR><TH>A<TH>B<TR><TD>26<TD>27</TABLE>", [(1, [["A", "B"], ["26", "27"]])]),
        ("<table><thead><tr><td>1<tr><td>2<tbody><tr><td>3</table>", [(2, [["1"], ["2"], ["3"]])]),
        ("<table><tr><td>Ville<td>2024<tr><td>Fès<td>5</table>", [(1, [["Ville", "2024"], ["Fès", "5"]])]),
        ("<table><tr><td>Fès<td>5<tr><td>Rabat<td>6</table>", [(0, [["Fès", "5"], ["Rabat", "6"]])]),
        ("<table><tr><td colspan=2>1<td>2<tr><td>3<td>4<td>5</table>", [(0, [["1", "", "2"], ["3", "4", "5"]])]),
        (
            "<table><tr><td rowspan='3'>1<td>2<tr><td>3<td rowspan=2>4<tr><td>5<tr><td>6</table>",
            [(0, [["1", "2"], ["", "3", "4"], ["", "5", ""], ["6"]])],
        ),
        ("<table><tr><td colspan=0 rowspan=x>1<td colspan=99999>2</table>", [(0, [["1", "2"]])]),
        (
            "<table><tr><td>1<table><tr><td>2</table>3<td>4</table>",
            [(0, [["1\n\n2\n\n3", "4"]]), (0, [["2"]])],
        ),
        ("<table><tr><td>a<ul><li>b<td>c<tr><td>d</table>", [(0, [["a\n\nb", "c"], ["d"]])]),
        ("<table><tr><td>26<p>27</table>28", [(0, [["26\n\n27"]])]),
        ("<table><tr><td><del>26</del><td>27", [(0, [["", "27"]])]),
        ("<tr><td>26</td></tr></table><table></table><table><tr></table>", []),
    ],
)
def test_tables_of_html(source: str, found: list[tuple[int, Rows]]) -> None:
    assert tables(document("a.html", source)) == found


def test_the_caption_of_a_table() -> None:
    read = document("a.html", "<table><caption>En <b>millions</b></caption><tr><td>26</table><table><tr><td>27</table>")
    first, second = read.tables
    assert first.caption is not None
    assert shown(read, first.caption) == "En millions"
    assert second.caption is None


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Soit<ul><li>26</li><li>27</li></ul>", [(0, False, ["26", "27"])]),
        ("<ol><li>26<li><b>27</b> %</ol>28", [(0, True, ["26", "27 %"])]),
        (
            "<ul><li>a<ol><li>b</ol><li>c<ul><li>d</ul>e</ul>",
            [(0, False, ["a\n\nb", "c\n\nd\n\ne"]), (1, True, ["b"]), (1, False, ["d"])],
        ),
        ("<ul><li>a</ul><ul><li>b</ul>", [(0, False, ["a"]), (0, False, ["b"])]),
        ("<li>a</li></ul><dl><dt>b<dd>c</dl><ul></ul>", []),
    ],
)
def test_lists_of_html(source: str, found: list[tuple[int, bool, list[str]]]) -> None:
    assert lists(document("a.html", source)) == found


def test_headings_of_html() -> None:
    source = "<title>Un</title><h1>Deux <i>26</i></h1><p>a</p><h6>\nTrois </h6><h2></h2><h3>b"
    read = document("a.html", source)
    assert headings(read) == ["Deux 26", "Trois"]
    assert read.title == "Un"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Trois :\n- a\n- b\n- c", [(0, False, ["a", "b", "c"])]),
        ("Trois :\n\n• a\n\n• b\n\nFin", [(0, False, ["a", "b"])]),
        ("Trois :\n– a ;\n– b.\nFin de la liste.", [(0, False, ["a ;", "b."])]),
        ("1. a\n2. b\n1) c\n2) d", [(0, True, ["a", "b"]), (0, True, ["c", "d"])]),
        ("a) x\nb) y\n\n(1) z\n(2) t", [(0, True, ["x", "y"]), (0, True, ["z", "t"])]),
        ("- a\n  - b\n  - c\n- d", [(0, False, ["a\n  - b\n  - c", "d"]), (1, False, ["b", "c"])]),
        ("- une ligne qui\n  va plus loin\n- b", [(0, False, ["une ligne qui\n  va plus loin", "b"])]),
        ("- une ligne qui\nva plus loin\n- b", [(0, False, ["une ligne qui\nva plus loin", "b"])]),
        ("- a\n\n  b\n- c\n\n  d\n\ne", [(0, False, ["a\n\n  b", "c\n\n  d"])]),
        # one item, or something that may belong to one
        ("- a\n\nb\n\n- c", []),
        ("- a\n- b.\nUne phrase.\n- c\n- d", []),
        ("- a\n- b.\nEt aussi :\n- c\n- d", [(0, False, ["a", "b."]), (0, False, ["c", "d"])]),
        ("-a\n-b\n26. c", []),
        ("2024. A\n2025. B\n-5\n-6", []),
    ],
)
def test_lists_of_plain_text(source: str, found: list[tuple[int, bool, list[str]]]) -> None:
    assert lists(document("a.txt", source)) == found


@pytest.mark.parametrize(
    ("source", "items"),
    [
        ("Soit :\nITO (a) : 5,25 Md.\nCRM : plus de 4 Md\nFin.", ["ITO (a) : 5,25 Md.", "CRM : plus de 4 Md"]),
        ("Soit :\n\nITO: 5\n\nCRM: 4\n", ["ITO: 5", "CRM: 4"]),
        ("Soit :\nITO : 5\nCRM : 4\nmilliards\nBPO : 3", None),
        ("Soit.\nITO : 5\nCRM : 4", None),
        ("Soit :\nITO : 5\nEt voilà.", None),
        ("Soit :\nITO : le premier\nCRM : le second", None),
    ],
)
def test_names_with_figures_after_a_colon_are_a_list(source: str, items: list[str] | None) -> None:
    assert lists(document("a.txt", source)) == ([(0, False, items)] if items else [])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ville\t2024\nRabat\t5\nFès\t", [(1, [["Ville", "2024"], ["Rabat", "5"], ["Fès", ""]])]),
        ("\t1\t2\na\t3\t4\nb\t5\t6\n", [(0, [["", "1", "2"], ["a", "3", "4"], ["b", "5", "6"]])]),
        ("| a | 2 |\n|---|---|\n| b | 3 |\n| c | 4 |", [(1, [["a", "2"], ["b", "3"], ["c", "4"]])]),
        ("a | 2\nb | 3\nc | 4\n\nd | 5", [(0, [["a", "2"], ["b", "3"], ["c", "4"]])]),
        ("a\t1\nb\t2", []),
        ("a\t1\nb\t2\t3\nc\t4", []),
        ("\tUn\n\tdeux\n\ttrois", []),
        ("•\ta\n•\tb\n•\tc", []),
        ("a  1\nb  2\nc  3", []),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_tables_of_plain_text(source: str, found: list[tuple[int, Rows]], line_end: str) -> None:
    assert tables(document("a.txt", source.replace("\n", line_end))) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("\n  26 emplois de plus \n\nUn texte.", ["26 emplois de plus"]),
        ("Une phrase.\n\nUne autre.", []),
        ("Un titre\nUn texte.", []),
        ("Un titre", []),
        ("a" * 121 + "\n\nb", []),
        ("- a\n\nb", []),
        ("2024\n\nb", []),
    ],
)
def test_the_heading_of_plain_text(source: str, found: list[str]) -> None:
    assert headings(document("a.txt", source)) == found


TEXTS = st.lists(st.sampled_from(("26,2 %", "été", "d’euros", "(+3)", "🇲🇦", "pre\u0301vu", "x")), max_size=3).map(
    " ".join
)
FULL = TEXTS.filter(bool)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1)))
def test_cells_are_what_was_written(rows: Rows) -> None:
    titles = ["T"] * len(rows[0])
    bar = ["-"] * len(rows[0])
    source = "\n".join("| " + " | ".join(row) + " |" for row in (titles, bar, *rows))
    assert tables(document("a.md", "Texte\n\n" + source + "\n\nFin")) == [(1, [titles, *rows])]
    made = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    head = "<tr>" + "<th>T" * len(titles) + "</tr>"
    assert tables(document("a.html", f"Texte<table>{head}{made}</table>Fin")) == [(1, [titles, *rows])]


@given(st.lists(FULL, min_size=2), st.sampled_from(("- ", "1. ")))
def test_items_are_what_was_written(items: list[str], mark: str) -> None:
    found = [(0, mark != "- ", items)]
    assert lists(document("a.md", "Soit\n\n" + "".join(f"{mark}{item}\n" for item in items))) == found
    name = "ul" if mark == "- " else "ol"
    made = "".join(f"<li>{escape(item)}" for item in items)
    assert lists(document("a.html", f"Soit<{name}>{made}</{name}>Fin")) == found
    numbered = "".join(
        f"{mark if mark == '- ' else f'{number}. '}{item}\n" for number, item in enumerate(items[:99], 1)
    )
    assert lists(document("a.txt", f"Soit :\n{numbered}\n\nFin")) == [(0, mark != "- ", items[:99])]


ANY = st.lists(
    st.sampled_from(
        [
            "<table>",
            "</table>",
            "<tr>",
            "<td rowspan=3>",
            "<th colspan=2>",
            "<caption>",
            "<ul>",
            "<ol>",
            "</ul>",
            "<li>",
        ]
        + [
            "</li>",
            "<h1>",
            "</h1>",
            "a",
            " ",
            "&nbsp;",
            "26 %\n",
            "</tr>",
            "</td>",
            "<thead>",
            "<tbody>",
            "<del>",
            "</del>",
        ]
    ),
    max_size=30,
).map("".join)


@given(ANY, st.sampled_from(("a.html", "a.md")))
def test_whatever_a_file_holds_spans_are_in_order_and_without_space_around(source: str, name: str) -> None:
    read = document(name, source)
    spans = [span for table in read.tables for row in table.rows for span in row]
    spans += [item for each in read.lists for item in each.items] + list(read.headings)
    for start, end in spans:
        assert 0 <= start <= end <= len(read.text)
        assert shown(read, (start, end)) == shown(read, (start, end)).strip()
    for each in read.lists:
        assert all(first[1] <= second[0] for first, second in zip(each.items, each.items[1:], strict=False))


@pytest.mark.parametrize(
    "unit",
    ["<ul><li>", "<table><tr><td>", "<ul><li>&nbsp;", "<td rowspan=999 colspan=999>", "<table><tr><td rowspan=9>1<tr>"],
)
def test_structure_of_hostile_html_is_bounded(unit: str) -> None:
    read = document("a.html", "<table><tr>" + unit * 20_000 + "26 %")
    assert len(read.lists) + len(read.tables) <= 100
    assert sum(len(row) for table in read.tables for row in table.rows) <= 60_000
