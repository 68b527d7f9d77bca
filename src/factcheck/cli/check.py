"""`factcheck check`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options
from factcheck.cli.baselines import known_findings, less_known
from factcheck.cli.guard import TRACEBACK, guarded, reader_wording
from factcheck.cli.places import gate_claims
from factcheck.cli.read import FileFormat, Lang, PublicationDate
from factcheck.cli.run import report

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome
    from factcheck.desk.settings import Settings

Drafts = Annotated[
    list[str] | None,
    typer.Argument(metavar="DRAFT…", help="Files, folders, or - for standard input (default: the settings' `drafts`)."),
]
Claims = Annotated[
    list[Path] | None,
    typer.Option(
        "--claims", metavar="DIR", help="The claim base (default: the settings', else claims/ where there is one)."
    ),
]
NoClaims = Annotated[bool, typer.Option("--no-claims", help="Hold drafts against themselves alone.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", metavar="N", min=1, help="How many processes check (default: one a processor, up to 8)."
    ),
]
KnownFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Leave out the findings in this file; those gone are taken off it."
    ),
]
NewBaseline = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FILE", help="Write all findings to this file, and leave them out."),
]

Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Show what holds, what was left alone and what is held back, and why, too."),
]


@guarded
def check(
    drafts: Drafts = None,
    claims: Claims = None,
    no_claims: NoClaims = False,
    lang: Lang = None,
    date: PublicationDate = None,
    file_format: FileFormat = None,
    format_asked: options.FormatName = None,
    output: options.Output = None,
    fail_on: options.FailOn = None,
    baseline: KnownFile = None,
    write_baseline: NewBaseline = None,
    jobs: Jobs = None,
    messages: options.Messages = None,
    quiet: options.Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check drafts: files and folders, against themselves and the claims."""
    from factcheck.desk.settings import find_settings

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    format_name = options.format_of(format_asked, output, os.environ)

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
