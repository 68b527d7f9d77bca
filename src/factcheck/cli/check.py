"""`factcheck check`: its options. What it does stands in `gate`, its plain command lines are read by `plain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.gate import gate
from factcheck.cli.guard import guarded
from factcheck.cli.read import FileFormat, Lang, PublicationDate

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
    gate(
        drafts=drafts,
        claims=claims,
        no_claims=no_claims,
        lang=lang,
        date=date,
        file_format=file_format,
        format_asked=format_asked,
        output=output,
        fail_on=fail_on,
        baseline=baseline,
        write_baseline=write_baseline,
        jobs=jobs,
        messages=messages,
        quiet=quiet,
        verbose=verbose,
    )
