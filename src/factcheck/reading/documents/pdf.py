""".pdf: the text of each page, as far as the file holds text and not pictures of it.

Places are the number of the page, from 1 as the file counts, and the offset in the text extracted from it. The
file's dates are those of its making, so they are not taken for the date of publication.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase
from factcheck.reading.documents.document import Division, Document, divided
from factcheck.reading.documents.extra import missing
from factcheck.reading.documents.layout import structure_of
from factcheck.reading.documents.matter import language_of

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES: Final = 100_000_000
"""How long a file may be."""
MOST_PAGES: Final = 2_000
"""How many pages it may have."""
MOST_OPERATIONS: Final = 4_000_000
"""How many drawing operations its pages may take together; a page of text takes some hundreds."""


def read(path: str, data: bytes) -> Document:
    """The document of a .pdf file.

    Raises FactcheckError where it is none, is encrypted, is beyond the limits or holds no text, or where pypdf is not
    installed.
    """
    try:
        import pypdf
    except ImportError as error:
        raise missing(".pdf", "pypdf") from error
    if len(data) > MOST_BYTES:
        raise _beyond(path, Phrase("{count} MB", count=len(data) // 1_000_000), f"{MOST_BYTES // 1_000_000} MB")
    # what it mends on the way is no concern of the reader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FactcheckError(Phrase("{path} is encrypted: save it without a password", path=path))
        texts = [text.strip("\n") for text in _pages(path, reader)]
        title, lang = _properties(reader)
    except FactcheckError:
        raise
    except Exception as error:  # a broken file makes pypdf raise whatever comes
        why = str(error) or type(error).__name__
        raise FactcheckError(Phrase("{path} cannot be read as .pdf: {why}", path=path, why=why)) from error
    if not any(text.strip() for text in texts):
        raise FactcheckError(
            Phrase("{path} holds no text: its pages are pictures, which text recognition (OCR) can read", path=path)
        )
    return _structured(divided(path, texts, Division.PAGE, lang=lang, title=title), [len(text) for text in texts])


def _structured(document: Document, lengths: Sequence[int]) -> Document:
    """A document with what the lines of its pages show; the first lines of later pages are no titles."""
    found = [
        structure_of(document.text, start, start + length)
        for start, length in zip(document.starts, lengths, strict=True)
    ]
    return replace(
        document,
        tables=tuple(table for page in found for table in page.tables),
        lists=tuple(listed for page in found for listed in page.lists),
        headings=found[0].headings,
    )


def _pages(path: str, reader: PdfReader) -> Iterator[str]:
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise _beyond(path, Phrase("{count} page", "{count} pages", count=count), str(MOST_PAGES))
    operations = 0

    def counted(*_: Any) -> None:
        nonlocal operations
        operations += 1
        if operations > MOST_OPERATIONS:
            more = Phrase("more than {count} drawing operations", count=MOST_OPERATIONS)
            raise _beyond(path, more, str(MOST_OPERATIONS))

    for page in reader.pages:
        yield page.extract_text(visitor_operand_before=counted)
        if operations > MOST_OPERATIONS:
            counted()  # pypdf passes over what is raised inside a form


def _properties(reader: PdfReader) -> tuple[str, str | None]:
    title = reader.metadata.title if reader.metadata is not None else None
    lang = reader.root_object.get("/Lang")
    return title or "", language_of(str(lang)) if lang else None


def _beyond(path: str, size: Phrase, most: str) -> FactcheckError:
    return FactcheckError(
        Phrase(
            "{path} has {size}, and no more than {most} are read: take the pages that matter",
            path=path,
            size=size,
            most=most,
        )
    )
