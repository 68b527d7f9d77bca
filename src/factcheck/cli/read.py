"""`factcheck read`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import FAILED, complain, guarded, reader_wording, say

if TYPE_CHECKING:
    from factcheck.desk.read import Reading, Unread
    from factcheck.reports.view import View
    from factcheck.reports.wording import Wording

FILE_FORMATS = ("text", "markdown", "html", "docx", "pdf")
"""The names of `factcheck.reading.documents.FORMATS`, which would be slow to import for `--help`."""

Files = Annotated[
    list[str], typer.Argument(metavar="FILE…", help="Text, Markdown, HTML, .docx, .pdf; - for standard input.")
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(options.LANGUAGES),
        callback=options.one_of(*options.LANGUAGES),
        help="The language of the text (default: what the file says, else what its words tell).",
    ),
]
PublicationDate = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help="The day of publication, for “last year” (default: what the file says).",
    ),
]
FileFormat = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="|".join(FILE_FORMATS),
        callback=options.one_of(*FILE_FORMATS),
        help="Read files as this, whatever their names (default: by name; - is text).",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the widest ranges, too.")]


@guarded
def read(
    files: Files,
    format_name: options.TableFormat = "console",
    output: options.Output = None,
    lang: Lang = None,
    date: PublicationDate = None,
    file_format: FileFormat = None,
    messages: options.Messages = None,
    quiet: options.Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the figures in a text.

    Places are line:column; in a .docx the paragraph and in a .pdf the page, with the offset in it.
    """
    from factcheck.desk.read import read_files
    from factcheck.desk.settings import find_settings
    from factcheck.reports.view import view_of

    wording = reader_wording(messages, find_settings().messages)
    view = view_of(sys.stdout if output is None else None, os.environ, verbose=verbose, quiet=quiet)
    day = None if date is None else date.date()
    results = read_files(files, lang=lang, date=day, form=file_format)
    parts: list[str] = []
    tell = say if output is None else parts.append
    if format_name == "json":
        unread = _as_json(results, tell, wording)
    else:
        unread = _as_tables(results, tell, wording, view, output)
    if output is not None:
        deliver_text("".join(parts), output)
    raise SystemExit(FAILED if unread else 0)


def _as_json(results: Iterable[Reading | Unread], tell: Callable[[str], object], wording: Wording) -> int:
    """Tells the figures as JSON lines; returns how many files could not be read."""
    from factcheck.desk.read import Unread
    from factcheck.reports.readings import json_lines

    unread = 0
    for result in results:
        if isinstance(result, Unread):
            unread += 1
            _complain(result, wording)
        else:
            tell("".join(json_lines(result)))
    return unread


def _as_tables(
    results: Iterable[Reading | Unread],
    tell: Callable[[str], object],
    wording: Wording,
    view: View,
    output: Path | None,
) -> int:
    """Tells the figures as one table a file, and their number; returns how many files could not be read."""
    from factcheck.desk.read import Unread
    from factcheck.reports.readings import closing, table

    # who sets COLUMNS wants to see the table in that width
    wraps = output is None and (view.crop or bool(os.environ.get("COLUMNS")))
    figures = documents = unread = 0
    for result in results:
        if isinstance(result, Unread):
            unread += 1
            _complain(result, wording)
            continue
        documents += 1
        figures += len(result.figures)
        if not view.quiet:
            tell(table(result, wording, view, wraps=wraps))
    tell(closing(figures, documents, unread, wording))
    return unread


def _complain(unread: Unread, wording: Wording) -> None:
    from factcheck.reports.problems import explained

    complain(explained(unread.error, wording))
