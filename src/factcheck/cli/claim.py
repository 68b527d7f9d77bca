"""`factcheck claim`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from factcheck.cli import options
from factcheck.cli.guard import complain, guarded, reader_wording
from factcheck.cli.places import gate_claims
from factcheck.cli.read import Lang, PublicationDate
from factcheck.cli.run import deliver_text

if TYPE_CHECKING:
    from factcheck.desk.answer import Answer
    from factcheck.figures.periods import Period
    from factcheck.reports.wording import Wording

STANDARD_INPUT: Final = "-"
FORMATS: Final = ("console", "json", "markdown")
_MOST_BYTES: Final = 1_000_000

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
    from factcheck.desk.settings import find_settings

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    threshold = fail_on or settings.fail_on or "error"
    asked = _asked(sentence, wording)

    from factcheck.desk.claim import check_claim
    from factcheck.errors import FactcheckError

    try:
        answer = check_claim(
            asked,
            lang or settings.lang,
            claims=gate_claims(claims, settings, wanted=True),
            rates=settings.rates,
            period=_period(period),
            area=area,
            date=None if date is None else date.date(),
        )
    except FactcheckError as error:
        if format_name == "json":
            from factcheck.reports.answer_json import failure

            deliver_text(failure(error.problems, wording), output)
        raise
    text, summary = _rendered(answer, format_name, wording, threshold, output, verbose=verbose, quiet=quiet)
    deliver_text(text, output)
    if output is not None and not quiet:
        complain(summary)
    raise typer.Exit(answer.exit_code(threshold))


def _asked(sentence: str | None, wording: Wording) -> str:
    """The sentence: as given, from standard input, or asked for where there is somebody to answer."""
    if sentence == STANDARD_INPUT:
        from factcheck.reading.documents.source import decoded

        return decoded(STANDARD_INPUT, sys.stdin.buffer.read(_MOST_BYTES))
    if sentence is not None:
        # an argument that the locale's encoding cannot hold comes with surrogates for its bytes
        return sentence if sentence.isprintable() else os.fsencode(sentence).decode("utf-8", "replace")
    from factcheck.phrases import Phrase

    if not sys.stdin.isatty():
        from factcheck.errors import FactcheckError

        raise FactcheckError(Phrase("name the sentence, in quotes, or - to read it from standard input"))
    answered: str = typer.prompt(wording.text(Phrase("Sentence")), err=True)
    return answered


def _period(text: str | None) -> Period | None:
    """The period asked for; raises FactcheckError where it is none."""
    if text is None:
        return None
    from factcheck.errors import FactcheckError
    from factcheck.figures.periods import FORMS, Period
    from factcheck.phrases import Phrase

    try:
        return Period.parse(text)
    except ValueError:
        raise FactcheckError(Phrase("{text} is no period: write {forms}", text=text, forms=FORMS)) from None


def _rendered(
    answer: Answer,
    format_name: str,
    wording: Wording,
    threshold: str,
    output: Path | None,
    *,
    verbose: bool,
    quiet: bool,
) -> tuple[str, str]:
    """The answer in a format, and its last lines by themselves, for whoever does not see it."""
    from factcheck.reports.answer import SCREEN, render
    from factcheck.reports.view import View, view_of

    plain = render(answer, wording, View(quiet=True), fail_on=threshold).rstrip("\n")
    if format_name == "json":
        from factcheck.reports.answer_json import render as as_json

        return as_json(answer, wording), plain
    if format_name == "markdown":
        from factcheck.reports.answer_markdown import render as as_markdown

        return as_markdown(answer, wording), plain
    view = view_of(sys.stdout if output is None else None, os.environ, verbose=verbose, quiet=quiet)
    height = shutil.get_terminal_size((view.width, SCREEN)).lines if view.crop else SCREEN
    return render(answer, wording, view, fail_on=threshold, height=max(SCREEN, height)), plain
