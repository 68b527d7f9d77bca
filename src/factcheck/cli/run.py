"""`factcheck run`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

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
    from factcheck.desk.run import run as judge_claims
    from factcheck.phrases import Phrase

    def judged() -> Outcome:
        with Progress(wording, Phrase("judging"), quiet=quiet) as progress:
            return judge_claims(
                claim_paths(claims, settings),
                texts=texts or settings.texts,
                rates=settings.rates,
                fail_on=threshold,
                progress=progress.update,
            )

    format_name = options.format_of(format_asked, output, os.environ)
    report(judged, format_name, output, wording, verbose=verbose, quiet=quiet)


def report(
    judged: Callable[[], Outcome],
    format_name: str,
    output: Path | None,
    wording: Wording,
    *,
    verbose: bool,
    quiet: bool,
) -> NoReturn:
    """Reports what is judged, and exits as it came out; of an error, machines get their document, too."""
    from factcheck.desk.outcome import Outcome
    from factcheck.errors import FactcheckError

    view = _view(format_name, output, verbose=verbose, quiet=quiet)
    try:
        outcome = judged()
    except FactcheckError as error:
        if format_name != "console":
            deliver(Outcome((), error.problems), format_name, output, wording, view)
        raise
    deliver(outcome, format_name, output, wording, view)
    if format_name != "console" or output is not None or quiet:
        _tell_problems(outcome, wording)  # as the report does for whoever reads it here
    if output is not None and not quiet:
        from factcheck.reports.summary import closing_lines

        complain("\n".join(closing_lines(outcome, wording)))
    elif format_name != "console":
        for notice in outcome.notices:
            complain(f"factcheck: {wording.text(notice)}")
    raise typer.Exit(outcome.exit_code)


def _tell_problems(outcome: Outcome, wording: Wording) -> None:
    if outcome.problems:
        from factcheck.reports.problems import described

        complain("\n".join(described(problem, wording) for problem in outcome.problems))


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
