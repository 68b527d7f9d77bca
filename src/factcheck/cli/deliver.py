"""How a command ends: its report goes to standard output or a file, and its exit code to whoever asked.

Nothing here needs Typer, which takes as long to import as the gate takes for thirty drafts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factcheck.cli.guard import complain, say

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome
    from factcheck.reports.view import View
    from factcheck.reports.wording import Wording


def format_of(asked: str | None, output: Path | None, environment: Mapping[str, str]) -> str:
    """The format asked for; else `github` in a job of GitHub Actions, whose log takes commands; else `console`."""
    if asked is not None:
        return asked
    return "github" if environment.get("GITHUB_ACTIONS") == "true" and output is None else "console"


def report(
    judged: Callable[[], Outcome],
    format_name: str,
    output: Path | None,
    wording: Wording,
    *,
    verbose: bool,
    quiet: bool,
    limit: int | None = None,
    culprits: bool = False,
    implied: bool = False,
) -> NoReturn:
    """Reports what is judged, and exits as it came out; of an error, machines get their document, too.

    `limit` is how many findings people are shown, who are told what must give way and what follows where that is asked.
    """
    import msgspec

    from factcheck.desk.outcome import Outcome
    from factcheck.errors import FactcheckError

    seen = _view(format_name, output, verbose=verbose, quiet=quiet)
    view = msgspec.structs.replace(seen, limit=limit, culprits=culprits, implied=implied)
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
    if outcome.drafts == 0 and not outcome.problems:
        from factcheck.phrases import Phrase

        # a job whose filter is wrong would else stay green without a word in its log
        complain(f"factcheck: {wording.text(Phrase('no draft was checked, and nothing can be said of any'))}")
    raise SystemExit(outcome.exit_code)


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
