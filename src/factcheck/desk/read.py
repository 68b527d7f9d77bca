"""`factcheck read`: the figures of files, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date  # noqa: N812 - `date` is what callers say
from os import PathLike, fspath

from msgspec import Struct

from factcheck.errors import FactcheckError, Place
from factcheck.figures.figure import Figure
from factcheck.reading import detect_language, read
from factcheck.reading.documents import Document, open_document


class Reading(Struct, frozen=True):
    """A document that was read: its figures in order, and the language in which they were read."""

    document: Document
    lang: str
    figures: tuple[Figure, ...]

    def place(self, figure: Figure) -> Place:
        """Where a figure of the document stands in the file."""
        return self.document.place(figure.start, figure.end)


class Unread(Struct, frozen=True):
    """A file that could not be read, and why."""

    path: str
    error: FactcheckError


def read_document(document: Document, *, lang: str | None = None, date: Date | None = None) -> Reading:
    """The figures of a document.

    `lang` ("fr" or "en") comes before what the document says, which comes before what its words tell; `date`, to which
    relative periods ("l'an dernier") refer, before the document's own. Raises ValueError for another language.
    """
    language = lang or document.lang or detect_language(document.text)
    return Reading(document, language, tuple(read(document.text, language, date=date or document.date)))


def read_file(
    path: str | PathLike[str], *, lang: str | None = None, date: Date | None = None, form: str | None = None
) -> Reading:
    """The figures of a file, or of standard input for "-".

    `form` is a name of `factcheck.reading.documents.FORMATS`; without it the file's name decides. `lang` and `date` are
    as in `read_document`. Raises FactcheckError where the file cannot be read.
    """
    return read_document(open_document(fspath(path), form), lang=lang, date=date)


def read_files(
    paths: Iterable[str | PathLike[str]],
    *,
    lang: str | None = None,
    date: Date | None = None,
    form: str | None = None,
) -> Iterator[Reading | Unread]:
    """The figures of several files, one file at a time; what cannot be read does not stop the others."""
    for path in paths:
        try:
            yield read_file(path, lang=lang, date=date, form=form)
        except FactcheckError as error:
            yield Unread(fspath(path), error)
