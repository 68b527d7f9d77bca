"""`factcheck claim`: its options, which `plain` reads where they are plain."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.choices import ANSWER_FORMATS as FORMATS
from factcheck.cli.guard import guarded
from factcheck.cli.question import answer_question
from factcheck.cli.read import Lang, PublicationDate

Sentence = Annotated[
    str | None,
    typer.Argument(metavar="SENTENCE", help="What somebody claims, in quotes; - for standard input."),
]
Claims = Annotated[
    list[Path] | None,
    typer.Option(
        "--claims", metavar="DIR", help="The claim base (default: the settings', else claims/ where there is one)."
    ),
]
NoClaims = Annotated[bool, typer.Option("--no-claims", help="Hold the sentence against itself alone.")]
AskedPeriod = Annotated[
    str | None,
    typer.Option("--period", metavar="PERIOD", help="That of figures without one: 2024, 2024-H1, 2024-Q3, 2024-06."),
]
AskedArea = Annotated[
    str | None, typer.Option("--area", metavar="AREA", help="Where: a country's code or name, before what it says.")
]
AnswerFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        callback=options.one_of(*FORMATS),
        help="How the answer is written: markdown is a note to paste into a story's file.",
    ),
]


@guarded
def claim(
    sentence: Sentence = None,
    claims: Claims = None,
    no_claims: NoClaims = False,
    lang: Lang = None,
    period: AskedPeriod = None,
    area: AskedArea = None,
    date: PublicationDate = None,
    format_name: AnswerFormat = FORMATS[0],
    output: options.Output = None,
    fail_on: options.FailOn = None,
    messages: options.Messages = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Check one sentence: what it says, whether it holds, what sources say."""
    answer_question(
        sentence=sentence,
        claims=claims,
        no_claims=no_claims,
        lang=lang,
        period=period,
        area=area,
        date=date,
        format_name=format_name,
        output=output,
        fail_on=fail_on,
        messages=messages,
        quiet=quiet,
        verbose=verbose,
    )
