"""The options that mean the same in every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.choices import LANGUAGES as LANGUAGES
from factcheck.cli.choices import THRESHOLDS as THRESHOLDS
from factcheck.reports import FORMATS

TABLE_FORMATS = ("console", "json")
"""The formats of commands that judge nothing."""


def one_of(*choices: str) -> Callable[[str | None], str | None]:
    """A check that the value given is one of the choices."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in choices:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(choices)}")
        return value

    return checked


ClaimPaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="CLAIMS", help="Files and folders of claims (default: the settings', else claims/)."),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        callback=one_of(*FORMATS),
        help="How the report is written (default: console; github in a job of GitHub Actions).",
    ),
]
TableFormat = Annotated[
    str,
    typer.Option(
        "--format", metavar="|".join(TABLE_FORMATS), callback=one_of(*TABLE_FORMATS), help="How it is written."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file, whole or not at all."),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="|".join(THRESHOLDS),
        callback=one_of(*THRESHOLDS),
        help="The severity from which a finding makes the exit code 1 (default: error).",
    ),
]
Texts = Annotated[
    Path | None,
    typer.Option("--texts", metavar="DIR", help="Look quotes up in the sources' texts, files named after the source."),
]
Messages = Annotated[
    str | None,
    typer.Option(
        "--messages",
        metavar="|".join(LANGUAGES),
        callback=one_of(*LANGUAGES),
        help="The language of the report (default: the settings', else the locale's).",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show the closing summary alone.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show what holds, too.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read and judge every file again, and keep nothing for the next run.")
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=0, help="Show at most so many findings, the worst ones; all of them are counted."
    ),
]
Implied = Annotated[
    bool, typer.Option("--implied", help="Show what follows for each claim from all the others, and how.")
]
Culprits = Annotated[
    bool, typer.Option("--culprits", help="Show in full what must give way where figures contradict each other.")
]
