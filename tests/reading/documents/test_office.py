"""Files of word processors: .docx by paragraph, .pdf by page."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pypdf
import pytest

from factcheck.desk.read import read_document
from factcheck.errors import FactcheckError
from factcheck.reading.documents import Division, document_of
from factcheck.reading.documents import docx as docx_reader
from factcheck.reading.documents import pdf as pdf_reader

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def places(name: str, data: bytes) -> list[tuple[str, int, int]]:
    reading = read_document(document_of(name, data), lang="fr")
    found = [(figure.text, reading.place(figure)) for figure in reading.figures]
    return [(text, place.line, place.column) for text, place in found]


def docx_of(*paragraphs: str, change: Callable[[object], None] | None = None) -> bytes:
    made = docx.Document()
    made.core_properties.title = "Un titre"
    made.core_properties.language = "fr-FR"
    for text in paragraphs:
        made.add_paragraph(text)
    if change is not None:
        change(made)
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def test_a_docx_has_places_by_paragraph() -> None:
    data = docx_of("Bonjour", "", "Il y a 26 emplois.", "Puis\n👩 27 %")
    assert places("a.docx", data) == [("26 emplois", 2, 8), ("27 %", 3, 8)]
    read = document_of("a.docx", data)
    assert (read.lang, read.title, read.date, read.division) == ("fr", "Un titre", None, Division.PARAGRAPH)


def test_figures_of_a_docx_go_over_runs_and_keep_to_their_cells() -> None:
    def change(made: docx.document.Document) -> None:
        paragraph = made.add_paragraph("Il y a ")
        paragraph.add_run("26").bold = True
        paragraph.add_run(",2 milliards")
        table = made.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("148", "500", "%"), strict=True):
            cell.text = text
        made.add_paragraph("Soit 29 %")

    assert places("a.docx", docx_of("a", change=change)) == [
        ("26,2 milliards", 2, 8), ("148", 3, 1), ("500", 4, 1), ("29 %", 6, 6),
    ]  # fmt: skip


def test_tracked_changes_of_a_docx_are_read_as_made() -> None:
    def change(made: docx.document.Document) -> None:
        xml = (
            f"<w:p {WORDS}><w:r><w:t>Soit </w:t></w:r><w:del><w:r><w:delText>26</w:delText></w:r></w:del>"
            f"<w:moveFrom><w:r><w:t>28</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>27</w:t></w:r></w:ins>"
            f"<w:r><w:tab/><w:t>%</w:t></w:r></w:p>"
        )
        made.element.body.insert(0, docx.oxml.parse_xml(xml))

    assert places("a.docx", docx_of(change=change)) == [("27\t%", 1, 6)]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain text", docx_of("a")[:-30]])
def test_what_is_no_docx_is_an_error(data: bytes) -> None:
    with pytest.raises(FactcheckError, match=r"a\.docx cannot be read as \.docx"):
        document_of("a.docx", data)


def test_a_zip_that_is_no_docx_is_an_error() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "26")
    with pytest.raises(FactcheckError, match=r"cannot be read as \.docx"):
        document_of("a.docx", data.getvalue())


def test_a_docx_that_unpacks_to_too_much_is_not_unpacked() -> None:
    data = BytesIO(docx_of("a"))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b" " * (docx_reader.MOST_XML + 1))
    assert len(data.getvalue()) < 200_000
    with pytest.raises(FactcheckError, match="unpacks to 33 MB, more than the 32 MB that are read"):
        document_of("a.docx", data.getvalue())


def pdf_of(*pages: str, change: Callable[[pypdf.PdfWriter], None] | None = None) -> bytes:
    """A PDF with a page for each content stream."""
    writer = pypdf.PdfWriter()
    generic = pypdf.generic
    name = generic.NameObject
    for content in pages:
        page = writer.add_blank_page(600, 800)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
        fonts = generic.DictionaryObject(
            {name("/F1"): generic.DictionaryObject({name(key): name(value) for key, value in font.items()})}
        )
        page[name("/Resources")] = generic.DictionaryObject({name("/Font"): fonts})
        stream = generic.DecodedStreamObject()
        stream.set_data(content.encode("cp1252"))
        page[name("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": "Un titre"})
    writer.root_object[name("/Lang")] = generic.TextStringObject("fr")
    if change is not None:
        change(writer)
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def shown(*lines: str) -> str:
    return "BT /F1 12 Tf 14 TL 50 700 Td " + " T* ".join(f"({line}) Tj" for line in lines) + " ET"


def test_a_pdf_has_places_by_page() -> None:
    data = pdf_of(shown("Soit 26 emplois"), "", shown("Créés", "Soit 27 %"))
    assert places("a.pdf", data) == [("26 emplois", 1, 6), ("27 %", 3, 12)]
    read = document_of("a.pdf", data)
    assert (read.lang, read.title, read.date, read.division) == ("fr", "Un titre", None, Division.PAGE)


def test_a_pdf_has_the_structure_that_its_lines_show() -> None:
    data = pdf_of(shown("Un", "- 26 emplois", "- 27 %"), "", shown("Page 2", "1. un", "2. deux", "3. trois"))
    read = document_of("a.pdf", data)
    found = [(each.ordered, [read.text[start:end] for start, end in each.items]) for each in read.lists]
    assert found == [(False, ["26 emplois", "27 %"]), (True, ["un", "deux", "trois"])]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"plain text", pdf_of(shown("26"))[:200]])
def test_what_is_no_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(FactcheckError, match=r"a\.pdf cannot be read as \.pdf"):
        document_of("a.pdf", data)


def test_a_pdf_without_text_or_with_a_password_is_an_error() -> None:
    with pytest.raises(FactcheckError, match="holds no text"):
        document_of("a.pdf", pdf_of(""))
    secret = pdf_of(shown("26"), change=lambda writer: writer.encrypt("secret", algorithm="RC4-128"))
    with pytest.raises(FactcheckError, match="is encrypted"):
        document_of("a.pdf", secret)


def test_a_pdf_beyond_the_limits_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_of(shown("26 %"), shown("27 %"))
    for limit, message in (
        ("MOST_PAGES", "has 2 pages"),
        ("MOST_OPERATIONS", "more than 1 drawing"),
        ("MOST_BYTES", "has 0 MB"),
    ):
        with monkeypatch.context() as patch, pytest.raises(FactcheckError, match=message):
            patch.setattr(pdf_reader, limit, 1)
            document_of("a.pdf", data)


def test_forms_of_a_pdf_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_OPERATIONS", 5000)

    def change(writer: pypdf.PdfWriter) -> None:
        generic = pypdf.generic
        name = generic.NameObject
        inner = None
        for _ in range(30):
            form = generic.DecodedStreamObject()
            form.set_data(b"/X Do /X Do")
            resources = generic.DictionaryObject()
            if inner is not None:
                resources[name("/XObject")] = generic.DictionaryObject({name("/X"): inner})
            form.update(
                {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/Resources"): resources}
            )
            inner = writer._add_object(form)
        resources = writer.pages[0]["/Resources"]
        resources[name("/XObject")] = generic.DictionaryObject({name("/X"): inner})

    with pytest.raises(FactcheckError, match="more than 5000 drawing operations"):
        document_of("a.pdf", pdf_of("/X Do", change=change))


@pytest.mark.parametrize(
    ("name", "module", "library"),
    [("a.docx", "docx", "python-docx"), ("a.pdf", "pypdf", "pypdf")],
)
def test_a_library_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(FactcheckError, match=rf"needs {library}: run `pip install 'factcheck\[documents\]'`"):
        document_of(name, b"")


def test_libraries_are_imported_for_their_own_format_alone() -> None:
    script = (
        "import sys, factcheck.reading, factcheck.desk.read\n"
        "factcheck.desk.read.read_document(factcheck.reading.documents.document_of('a.txt', b'26 %'))\n"
        "print(sorted({'markdown_it', 'docx', 'pypdf', 'lxml', 'html.parser', 'html'} & set(sys.modules)))\n"
        "factcheck.reading.documents.document_of('a.html', b'26 %')\n"
        "print(sorted({'markdown_it', 'docx', 'pypdf', 'lxml', 'html.parser'} & set(sys.modules)))\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n[]\n"
