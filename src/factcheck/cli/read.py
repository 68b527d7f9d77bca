"""`factcheck read`."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.guard import FAILED, complain, guarded, reader_wording, say
from factcheck.cli.run import deliver_text

FILE_FORMATS = ("text", "markdown", "html", "docx", "pdf")
"""The names of `factcheck.reading.documents.FORMATS`, which would be slow to import for `--help`."""


@guarded
def read(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Text, Markdown, HTML, .docx, .pdf; - for standard input.")
    ],
    format_name: options.FormatName = "console",
    output: options.Output = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="|".join(options.LANGUAGES),
            callback=options.one_of(*options.LANGUAGES),
            help="The language of the text (default: what the file says, else what its words tell).",
        ),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day of publication, for “last year” (default: what the file says).",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="|".join(FILE_FORMATS),
            callback=options.one_of(*FILE_FORMATS),
            help="Read files as this, whatever their names (default: by name; - is text).",
        ),
    ] = None,
    messages: options.Messages = None,
    quiet: options.Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the widest ranges, too.")] = False,
) -> None:
    """List the figures in a text.

    Places are line:column; in a .docx the paragraph and in a .pdf the page, with the offset in it.
    """
    from factcheck.desk.read import Reading, read_files
    from factcheck.desk.settings import find_settings
    from factcheck.reports import readings
    from factcheck.reports.problems import explained
    from factcheck.reports.view import view_of

    wording = reader_wording(messages, find_settings().messages)
    view = view_of(sys.stdout if output is None else None, os.environ, verbose=verbose, quiet=quiet)
    # who sets COLUMNS wants to see the table in that width
    wraps = output is None and (view.crop or bool(os.environ.get("COLUMNS")))
    parts: list[str] = []
    tell = say if output is None else parts.append
    figures = documents = unread = 0
    day = None if date is None else date.date()
    for result in read_files(files, lang=lang, date=day, form=form):
        if not isinstance(result, Reading):
            unread += 1
            complain(explained(result.error, wording))
            continue
        documents += 1
        figures += len(result.figures)
        if format_name == "json":
            tell("".join(readings.json_lines(result)))
        elif not quiet:
            tell(readings.table(result, wording, view, wraps=wraps))
    if format_name != "json":
        tell(readings.closing(figures, documents, unread, wording))
    if output is not None:
        deliver_text("".join(parts), output)
    raise typer.Exit(FAILED if unread else 0)
