"""What `factcheck check` does, once its options are read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.cli.baselines import known_findings, less_known
from factcheck.cli.deliver import format_of, report
from factcheck.cli.guard import TRACEBACK, reader_wording
from factcheck.cli.places import gate_claims

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from factcheck.desk.outcome import Outcome
    from factcheck.desk.settings import Settings


def gate(
    *,
    drafts: list[str] | None = None,
    claims: list[Path] | None = None,
    no_claims: bool = False,
    lang: str | None = None,
    date: datetime | None = None,
    file_format: str | None = None,
    format_asked: str | None = None,
    output: Path | None = None,
    fail_on: str | None = None,
    baseline: Path | None = None,
    write_baseline: Path | None = None,
    jobs: int | None = None,
    messages: str | None = None,
    quiet: bool = False,
    verbose: bool = False,
) -> None:
    """Checks drafts, reports and exits; `factcheck.cli.check` tells what each option means.

    Raises FactcheckError for what cannot be done.
    """
    from factcheck.desk.settings import find_settings

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    format_name = format_of(format_asked, output, os.environ)

    from factcheck.cli.progress import Progress
    from factcheck.desk.check import check as check_drafts
    from factcheck.phrases import Phrase

    has_baseline = baseline is not None or write_baseline is not None

    def judged() -> Outcome:
        paths = _paths(drafts, settings)
        known = known_findings(baseline, write_baseline) if has_baseline else None
        with Progress(wording, Phrase("checking drafts"), quiet=quiet) as progress:
            outcome = check_drafts(
                paths,
                claims=gate_claims(claims, settings, wanted=not no_claims),
                lang=lang or settings.lang,
                date=None if date is None else date.date(),
                form=file_format,
                rates=settings.rates,
                exclude=settings.exclude,
                root=None if settings.path is None else settings.path.parent,
                jobs=jobs,
                fail_on=fail_on or settings.fail_on or "error",
                explains=verbose or format_name == "json",
                raises=os.environ.get(TRACEBACK) == "1",
                progress=progress.update,
            )
        return less_known(outcome, known, write_baseline) if has_baseline else outcome

    report(judged, format_name, output, wording, verbose=verbose, quiet=quiet)


def _paths(named: list[str] | None, settings: Settings) -> list[str]:
    """The drafts named, else those settled; raises FactcheckError where there are neither."""
    paths = named or [str(path) for path in settings.drafts]
    if not paths:
        from factcheck.errors import FactcheckError
        from factcheck.phrases import Phrase

        raise FactcheckError(
            Phrase("no drafts are named: name files or folders, or set `drafts` in {file}", file="factcheck.toml")
        )
    return paths
