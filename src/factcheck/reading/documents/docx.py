""".docx: the paragraphs of the text, those in the cells of tables and in text boxes too, in their order.

Places are the number of the paragraph, empty ones not counted, and the offset in it. Text that tracked changes
insert is read, what they delete is not; headers, footers, notes and comments are left out. The file's own dates
are those of its making, often of the template's, so they are not taken for the date of publication.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase
from factcheck.reading.documents.document import BETWEEN, Division, Document, divided
from factcheck.reading.documents.docx_styles import Look, Styles
from factcheck.reading.documents.extra import missing
from factcheck.reading.documents.levels import Levels
from factcheck.reading.documents.matter import language_of
from factcheck.reading.documents.outline import Outline
from factcheck.reading.documents.structure import Structure

MOST_XML: Final = 32_000_000
"""Bytes that the XML parts may unpack to together: some 2 000 pages, and what a parser holds in half a gigabyte."""
MOST_UNPACKED: Final = 300_000_000
"""Bytes that the whole file, with its pictures, may unpack to."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH: Final = f"{_W}p"
_TEXT: Final = f"{_W}t"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "‑"}
# deleted and moved away; what is said again for old programs
_LEFT_OUT: Final = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_TABLE_PARTS: Final = {f"{_W}tbl": "table", f"{_W}tr": "tr", f"{_W}tc": "td"}
_WIDTH: Final = re.compile(r"[1-9]\d?", re.ASCII)
_PROPERTIES: Final = frozenset({f"{_W}pPr", f"{_W}rPr"})


def read(path: str, data: bytes) -> Document:
    """The document of a .docx file.

    Raises FactcheckError where it is none, where it unpacks to more than the limits, or where python-docx is not
    installed.
    """
    try:
        import docx
    except ImportError as error:
        raise missing(".docx", "python-docx") from error
    _check_size(path, data)
    try:
        document = docx.Document(BytesIO(data))
        properties = document.core_properties
        texts, structure = _read_body(document.element.body, Styles(document.part))
        title, lang = properties.title, language_of(properties.language)
    except Exception as error:  # a broken package makes python-docx and lxml raise whatever comes
        raise _not_a_docx(path, str(error)) from error
    return replace(
        divided(path, texts, Division.PARAGRAPH, lang=lang, title=title),
        tables=structure.tables,
        lists=structure.lists,
        headings=structure.headings,
    )


def _check_size(path: str, data: bytes) -> None:
    """Holds what the archive says that it unpacks to against the limits; no more than that is ever unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sizes = [(entry.filename, entry.file_size) for entry in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _not_a_docx(path, str(error)) from error
    xml = sum(size for name, size in sizes if name.lower().endswith((".xml", ".rels")))
    whole = sum(size for _, size in sizes)
    if xml > MOST_XML or whole > MOST_UNPACKED:
        size, most = (xml, MOST_XML) if xml > MOST_XML else (whole, MOST_UNPACKED)
        raise FactcheckError(
            Phrase(
                "{path} unpacks to {size} MB, more than the {most} MB that are read: save its text by itself",
                path=path,
                size=-(-size // 1_000_000),  # up, so that it is more
                most=most // 1_000_000,
            )
        )


def _not_a_docx(path: str, why: str) -> FactcheckError:
    return FactcheckError(Phrase("{path} cannot be read as .docx: {why}", path=path, why=why))


def _read_body(body: Any, styles: Styles) -> tuple[list[str], Structure]:
    """The paragraphs that are not empty, and the structure of the text that they make."""
    from lxml import etree  # type: ignore[import-untyped]

    texts: list[str] = []
    outline = Outline()
    levels = Levels(outline)
    length = 0
    walk = etree.iterwalk(body, events=("start", "end"), tag=(_PARAGRAPH, *_TABLE_PARTS, *_LEFT_OUT))
    for event, element in walk:
        if element.tag in _LEFT_OUT:
            if event == "start":
                walk.skip_subtree()
        elif element.tag in _TABLE_PARTS:
            levels.end(length)
            _table_part(outline, element, event, length)
        elif event == "start" and (text := "".join(_pieces(element))).strip():
            start = length + len(BETWEEN) if texts else 0
            look = styles.look(element)
            _begin_paragraph(outline, levels, look, start)
            texts.append(text)
            length = start + len(text)
            if look.is_heading:
                outline.close("h1", length)
    levels.end(length)
    return texts, outline.finished(BETWEEN.join(texts))


def _begin_paragraph(outline: Outline, levels: Levels, look: Look, start: int) -> None:
    if look.list_id is None:
        levels.end(start)
        if look.is_heading:
            outline.open("h1", start)
    else:
        levels.item(look.depth, look.list_id, ordered=look.is_ordered, number=None, line=start, start=start)


def _table_part(outline: Outline, element: Any, event: str, at: int) -> None:
    name = _TABLE_PARTS[element.tag]
    if event == "end":
        outline.close(name, at)
        return
    columns = 1
    if name == "td":
        row, span = element.getparent(), element.find(f"{_W}tcPr/{_W}gridSpan")
        if row is not None and row.find(f"{_W}trPr/{_W}tblHeader") is not None:
            name = "th"
        width = span.get(f"{_W}val", "") if span is not None else ""
        columns = int(width) if _WIDTH.fullmatch(width) else 1
    outline.open(name, at, columns)


def _pieces(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph in pieces, without that of the paragraphs in it (text boxes)."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag != _PARAGRAPH and element.tag not in _LEFT_OUT and element.tag not in _PROPERTIES:
            waiting.extend(reversed(element))
