"""Plain text: the file is its text."""

from __future__ import annotations

from factcheck.reading.documents.document import Document, line_starts
from factcheck.reading.documents.layout import structure_of
from factcheck.reading.documents.source import decoded


def read(path: str, data: bytes) -> Document:
    """The document of a plain text file; raises FactcheckError where it is not text."""
    source = decoded(path, data)
    starts = line_starts(source)
    if "\r" in source:
        # every character keeps its place
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    structure = structure_of(source)
    return Document(path, source, starts, tables=structure.tables, lists=structure.lists, headings=structure.headings)
