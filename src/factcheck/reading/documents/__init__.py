"""Files as documents: plain text for the reader, and the way from there back to places in the file.

Plain text, Markdown and HTML have places by line and column; .docx by paragraph and offset in it, .pdf by page and
offset on it. Each format is a module with a function `read(path, data)`, imported when the first file of it comes.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Final, cast

from factcheck.reading.documents.document import Division, Document
from factcheck.reading.documents.source import STANDARD_INPUT, read_bytes
from factcheck.reading.documents.structure import ItemList, Span, Table

__all__ = [
    "FORMATS",
    "STANDARD_INPUT",
    "Division",
    "Document",
    "ItemList",
    "Span",
    "Table",
    "document_of",
    "format_of",
    "open_document",
]

FORMATS: Final = {
    "text": "factcheck.reading.documents.plain",
    "markdown": "factcheck.reading.documents.markdown",
    "html": "factcheck.reading.documents.html",
    "docx": "factcheck.reading.documents.docx",
    "pdf": "factcheck.reading.documents.pdf",
}
"""The formats by name, and the module of each."""

_ENDINGS: Final = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}


def format_of(path: str) -> str:
    """The format that the ending of a file's name tells; plain text where it tells none."""
    return _ENDINGS.get(PurePath(path).suffix.lower(), "text")


def open_document(path: str, form: str | None = None) -> Document:
    """The document of a file, or of standard input for "-".

    `form` is one of FORMATS; without it the file's name decides. Raises FactcheckError where the file cannot be read
    as that: there is none, it is no text, it is broken or too large, or a library that its format needs is missing.
    """
    return document_of(path, read_bytes(path), form)


def document_of(path: str, data: bytes, form: str | None = None) -> Document:
    """The document of bytes that come from elsewhere; `path` is what places are to name. Raises as `open_document`."""
    read = cast(Callable[[str, bytes], Document], import_module(FORMATS[form or format_of(path)]).read)
    return read(path, data)
