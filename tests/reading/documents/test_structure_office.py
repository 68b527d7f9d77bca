"""The tables, lists and headings of .docx files, as styles and numbering mark them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest

from factcheck.reading.documents import Document, document_of

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Made = Any


def made(fill: Callable[[Made], object]) -> Document:
    draft = docx.Document()
    fill(draft)
    data = BytesIO()
    draft.save(data)
    return document_of("a.docx", data.getvalue())


def listed(*items: tuple[str, str]) -> Document:
    def fill(draft: Made) -> None:
        draft.add_paragraph("Soit :")
        for text, style in items:
            draft.add_paragraph(text, style=style)
        draft.add_paragraph("Fin")

    return made(fill)


def lists(read: Document) -> list[tuple[int, bool, list[str]]]:
    return [(each.depth, each.ordered, [read.text[start:end] for start, end in each.items]) for each in read.lists]


def tables(read: Document) -> list[tuple[int, list[list[str]]]]:
    return [(table.head, [[read.text[start:end] for start, end in row] for row in table.rows]) for table in read.tables]


B, B2, N, P = "List Bullet", "List Bullet 2", "List Number", "Normal"


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ([("a 26", B), ("b", B)], [(0, False, ["a 26", "b"])]),
        ([("a", N), ("b", N)], [(0, True, ["a", "b"])]),
        ([("a", B), ("b", N)], [(0, False, ["a"]), (0, True, ["b"])]),
        ([("a", B), ("b", B2), ("c", B)], [(0, False, ["a\n\nb", "c"]), (1, False, ["b"])]),
        ([("a", B), (" ", P), ("b", B)], [(0, False, ["a", "b"])]),
        ([("a", B), ("x", P), ("b", B)], [(0, False, ["a"]), (0, False, ["b"])]),
        ([("a", P)], []),
    ],
)
def test_lists_by_style(items: list[tuple[str, str]], found: list[tuple[int, bool, list[str]]]) -> None:
    assert lists(listed(*items)) == found


def test_lists_by_numbering_and_what_takes_it_away() -> None:
    def fill(draft: Made) -> None:
        for text, number, level in (("a", 1, 0), ("b", 1, 1), ("c", 1, 0), ("d", 0, 0)):
            xml = f'<w:numPr {WORDS}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            paragraph = draft.add_paragraph(text, style=B)
            paragraph._p.get_or_add_pPr().append(docx.oxml.parse_xml(xml))

    assert [(depth, items) for depth, _, items in lists(made(fill))] == [(0, ["a\n\nb", "c"]), (1, ["b"])]


def test_headings_by_style_and_by_level() -> None:
    def fill(draft: Made) -> None:
        draft.add_heading("Titre 26", 0)
        draft.add_heading("Partie", 2)
        draft.add_paragraph("Texte")
        level = docx.oxml.parse_xml(f'<w:outlineLvl {WORDS} w:val="1"/>')
        draft.add_paragraph("Suite")._p.get_or_add_pPr().append(level)

    read = made(fill)
    assert [read.text[start:end] for start, end in read.headings] == ["Titre 26", "Partie", "Suite"]


def test_tables() -> None:
    def fill(draft: Made) -> None:
        draft.add_paragraph("a", style=B)
        table = draft.add_table(3, 3)
        for row, texts in zip(
            table.rows, (("Ville", "2023", "2024"), ("Fès", "", "5"), ("Rabat", "6", "")), strict=True
        ):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(2, 1).merge(table.cell(2, 2))
        table.cell(1, 1).add_paragraph("b", style=B)
        draft.add_paragraph("c", style=B)

    read = made(fill)
    assert tables(read) == [(1, [["Ville", "2023", "2024"], ["Fès", "b", "5"], ["Rabat", "6", ""]])]
    assert lists(read) == [(0, False, ["a"]), (0, False, ["b"]), (0, False, ["c"])]


def test_marked_headers_and_tables_in_tables() -> None:
    def fill(draft: Made) -> None:
        table = draft.add_table(2, 1)
        table.cell(0, 0).text = "En 26"
        table.rows[0]._tr.get_or_add_trPr().append(docx.oxml.parse_xml(f"<w:tblHeader {WORDS}/>"))
        table.cell(1, 0).text = "27"
        table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "28"

    assert tables(made(fill)) == [(1, [["En 26"], ["27\n\n28"]]), (0, [["28"]])]


def test_styles_that_build_upon_themselves() -> None:
    def fill(draft: Made) -> None:
        style = draft.styles[B]
        style.base_style = style
        draft.add_paragraph("a", style=B)

    assert lists(made(fill)) == [(0, False, ["a"])]


def test_a_file_without_numbering_has_no_lists() -> None:
    def fill(draft: Made) -> None:
        part = draft.part
        for key in [key for key, relation in part.rels.items() if relation.reltype.endswith("/numbering")]:
            del part.rels[key]
        draft.add_paragraph("a")

    assert lists(made(fill)) == []
