"""The check of one draft, whatever the file is: it comes to a result or to problems, never to an exception."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 - `date` is what callers say
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.base import Base
from factcheck.desk.limits import Overdue, time_limit
from factcheck.desk.suppressions import suppressed
from factcheck.drafts.check import check_document
from factcheck.drafts.checked import Checked, Standing
from factcheck.errors import NOWHERE, FactcheckError, Place, Problem
from factcheck.figures.rates import Rates
from factcheck.phrases import Phrase
from factcheck.reading import detect_language
from factcheck.reading.documents import Document, document_of, format_of
from factcheck.reading.documents.source import STANDARD_INPUT, read_bytes

MOST_TEXT: Final = 20_000_000
"""Bytes that a draft of text may have, the pictures that stand in the markup of some included."""
MOST_CHARACTERS: Final = 5_000_000
"""Characters that are to be read, in whatever format: "War and Peace" has 3.2 million, so it is no draft."""
MOST_WITH_PICTURES: Final = 100_000_000
"""Bytes of a .docx or a .pdf, most of which are pictures."""
SECONDS: Final = 30.0
"""How long the check of one draft may take: a thousand times as long as a long article needs."""
MEMORY: Final = 2_000_000_000
"""Bytes that the check of one draft may take, where workers check: four times what the largest .docx needs."""
_WITH_PICTURES: Final = ("docx", "pdf")


class Draft(Struct, frozen=True):
    """A draft to be checked: a file, or standard input with its bytes, and how many bytes it has."""

    path: str
    form: str
    size: int
    data: bytes | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is text, and no container that may hold anything."""
        return self.form not in _WITH_PICTURES


class Terms(Struct, frozen=True):
    """What holds for every draft of a check.

    lang, date   of the drafts, where not each is to say it for itself
    base, rates  what figures are held against; without a base they are held against each other
    explains     whether silences and matches are wanted one by one
    raises       whether a mistake of factcheck itself is to end everything, so that it can be looked into
    """

    rates: Rates
    base: Base | None = None
    lang: str | None = None
    date: Date | None = None
    explains: bool = False
    raises: bool = False

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The kinds of which not everything can be found under these terms."""
        return () if self.base is not None else ("agreement",)


class Result(Struct, frozen=True):
    """What a draft comes to: its check, or the problems that were in the way of it.

    standings  how many of its figures stand how to the claim base, whether or not the check tells them one by one
    """

    checked: Checked | None = None
    problems: tuple[Problem, ...] = ()
    standings: Mapping[Standing, int] = {}


def admitted(path: str, form: str | None) -> Draft | Problem:
    """The draft at a path, before it is opened; the problem where it is no file that can be one.

    `form` is a name of `factcheck.reading.documents.FORMATS`; without it the file's name decides, and standard input is
    text. Standard input is read whole.
    """
    if path == STANDARD_INPUT:
        return _handed_in(form or "text")
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of Path, for every draft
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return problem(path, Phrase("{path} cannot be read: {why}", path=path, why=why))
    if not stat.S_ISREG(status.st_mode):
        return problem(path, Phrase("{path} is no file but a pipe or a device: hand its text in with -", path=path))
    return _sized(Draft(path, form or format_of(path), status.st_size))


def _handed_in(form: str) -> Draft | Problem:
    most = _most(form)
    try:
        data = sys.stdin.buffer.read(most + 1)
    except (OSError, AttributeError) as error:  # without a standard input it is None
        why = (error.strerror if isinstance(error, OSError) else None) or os.strerror(errno.EBADF)
        unread = Phrase("standard input cannot be read: {why}", path=STANDARD_INPUT, why=why)
        return problem(STANDARD_INPUT, unread)
    if len(data) > most:
        size = {"path": STANDARD_INPUT, "most": _millions(most)}
        return problem(
            STANDARD_INPUT, Phrase("standard input has more than the {most} MB that a draft may have", **size)
        )
    return Draft(STANDARD_INPUT, form, len(data), data)


def _most(form: str) -> int:
    """Bytes that a draft of a format may have."""
    return MOST_WITH_PICTURES if form in _WITH_PICTURES else MOST_TEXT


def _sized(draft: Draft) -> Draft | Problem:
    most = _most(draft.form)
    if draft.size <= most:
        return draft
    size = {"size": _millions(draft.size), "most": _millions(most)}
    return problem(
        draft.path,
        Phrase("{path} has {size} MB, more than the {most} MB that a draft may have", path=draft.path, **size),
    )


def _millions(count: int) -> int:
    """Rounded up, so that what is more than a limit is more in words, too."""
    return -(-count // 1_000_000)


def check_draft(draft: Draft, terms: Terms, *, seconds: float | None = None) -> Result:
    """Checks a draft; with `seconds`, in no more time than that."""
    try:
        if seconds is None:
            return _check(draft, terms)
        with time_limit(seconds):
            return _check(draft, terms)
    except FactcheckError as error:
        return Result(problems=tuple(_placed(each, draft.path) for each in error.problems))
    except Overdue:
        return Result(problems=(overdue(draft.path),))
    except MemoryError:
        return Result(problems=(too_much_memory(draft.path),))
    except Exception as error:
        if terms.raises:
            raise
        said = " ".join(str(error).split())
        return Result(problems=(mistake(draft.path, f"{type(error).__name__}: {said}"),))


def _check(draft: Draft, terms: Terms) -> Result:
    data = read_bytes(draft.path) if draft.data is None else draft.data
    document = document_of(draft.path, data, draft.form)
    length = len(document.text)
    if length > MOST_CHARACTERS:
        raise FactcheckError(
            Phrase(
                "{path} has {size} million characters, more than the {most} million that a draft may have",
                path=draft.path,
                size=_millions(length),
                most=_millions(MOST_CHARACTERS),
            )
        )
    result = check_document_of(document, terms)
    assert result.checked is not None
    findings = suppressed(result.checked.findings, draft.path, data, draft.form, terms.unjudged)
    return replace(result, checked=replace(result.checked, findings=tuple(findings)))


def check_document_of(document: Document, terms: Terms) -> Result:
    """Checks what a document says, in the language that the terms, else the document, else its words tell."""
    lang = terms.lang or document.lang or detect_language(document.text)
    checked = check_document(document, lang, base=terms.base, rates=terms.rates, day=terms.date or document.date)
    standings = Counter(match.standing for match in checked.matches)
    if not terms.explains:
        checked = replace(checked, silences=(), matches=())
    return Result(checked, standings=dict(standings))


# --- problems -------------------------------------------------------------------------------------------------


def problem(path: str, message: Phrase) -> Problem:
    """A problem with a file as a whole."""
    return Problem(message, Place(path))


def overdue(path: str) -> Problem:
    """That a draft takes too long."""
    return problem(
        path,
        Phrase("{path} took more than {seconds} seconds and was given up: split it", path=path, seconds=int(SECONDS)),
    )


def too_much_memory(path: str) -> Problem:
    """That a draft takes too much memory."""
    return problem(path, Phrase("{path} takes too much memory: save its text by itself, or split it", path=path))


def mistake(path: str, error: str) -> Problem:
    """That factcheck itself is at fault."""
    return problem(
        path,
        Phrase(
            "{path} could not be checked for a mistake in factcheck: {error} (set {variable}=1 to see where)",
            path=path,
            error=error,
            variable="FACTCHECK_TRACEBACK",
        ),
    )


def _placed(each: Problem, path: str) -> Problem:
    return replace(each, place=Place(path)) if each.place == NOWHERE else each
