"""Libraries that only some formats need."""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase


def missing(form: str, library: str) -> FactcheckError:
    """The error that says which library a format needs, and how to get it."""
    return FactcheckError(
        Phrase(
            "reading {format} needs {library}: run `pip install 'factcheck[documents]'`",
            format=form,
            library=library,
        )
    )
