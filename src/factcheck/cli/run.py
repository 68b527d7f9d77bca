"""`factcheck run`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli import options
from factcheck.cli.guard import complain, guarded, reader_wording, say
from factcheck.cli.places import claim_paths

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome
    from factcheck.reports.view import View
    from factcheck.reports.wording import Wording


@guarded
def run(
    claims: options.ClaimPaths = None,
    format_asked: options.FormatName = None,
    output: options.Output = None,
    fail_on: options.FailOn = None,
    texts: options.Texts = None,
    messages: options.Messages = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Judge every rule, and every claim with several statements."""
    from factcheck.desk.settings import find_settings

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    threshold = fail_on or settings.fail_on or "error"

    from factcheck.cli.progress import Progress
    from factcheck.desk.outcome import Outcome
    from factcheck.desk.run import run as judge_claims
    from factcheck.errors import FactcheckError

    format_name = options.format_of(format_asked, output, os.environ)
    view = _view(format_name, output, verbose=verbose, quiet=quiet)
    try:
        with Progress(wording, quiet=quiet) as progress:
            outcome = judge_claims(
                claim_paths(claims, settings),
                texts=texts or settings.texts,
                rates=settings.rates,
                fail_on=threshold,
                progress=progress.update,
            )
    except FactcheckError as error:
        if format_name != "console":
            # machines get their document whatever happens
            deliver(Outcome((), error.problems, fail_on=threshold), format_name, output, wording, view)
        raise
    deliver(outcome, format_name, output, wording, view)
    if output is not None and not quiet:
        from factcheck.reports.summary import closing_lines

        complain("\n".join(closing_lines(outcome, wording)))
    raise typer.Exit(outcome.exit_code)


def _view(format_name: str, output: Path | None, *, verbose: bool, quiet: bool) -> View:
    from factcheck.reports.view import View, view_of

    if format_name != "console":
        return View(verbose=verbose, quiet=quiet)
    return view_of(sys.stdout if output is None else None, os.environ, verbose=verbose, quiet=quiet)


def deliver(outcome: Outcome, format_name: str, output: Path | None, wording: Wording, view: View) -> None:
    """Writes a report to standard output, or to a file; in a job of GitHub Actions its table to the summary, too."""
    from factcheck.reports import render

    deliver_text(render(outcome, format_name, wording, view), output)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_name == "github" and summary:
        _summarise(outcome, Path(summary), wording)


def _summarise(outcome: Outcome, path: Path, wording: Wording) -> None:
    """Adds the complete table to the summary of the step; without it the report is still good."""
    from factcheck.errors import FactcheckError
    from factcheck.reports.files import append, size_of
    from factcheck.reports.github import step_summary
    from factcheck.reports.problems import explained

    try:
        append(path, step_summary(outcome, wording, size_of(path)))
    except FactcheckError as error:
        complain(explained(error, wording))


def deliver_text(text: str, output: Path | None) -> None:
    """Writes text to standard output, or to a file."""
    if output is None:
        say(text)
        return
    from factcheck.reports.files import write_whole

    write_whole(output, text)
