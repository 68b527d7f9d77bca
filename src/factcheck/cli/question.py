"""What `factcheck claim` does, once its options are read."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Final

from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import complain, reader_wording
from factcheck.cli.places import gate_claims

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from factcheck.desk.answer import Answer
    from factcheck.errors import FactcheckError
    from factcheck.figures.periods import Period
    from factcheck.reports.wording import Wording

STANDARD_INPUT: Final = "-"
_MOST_BYTES: Final = 1_000_000


def answer_question(
    *,
    sentence: str | None = None,
    claims: list[Path] | None = None,
    no_claims: bool = False,
    lang: str | None = None,
    period: str | None = None,
    area: str | None = None,
    date: datetime | None = None,
    format_name: str = "console",
    output: Path | None = None,
    fail_on: str | None = None,
    messages: str | None = None,
    quiet: bool = False,
    verbose: bool = False,
) -> None:
    """Answers a question and exits; `factcheck.cli.claim` tells what each option means.

    Raises FactcheckError for what cannot be done.
    """
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
            claims=gate_claims(claims, settings, wanted=not no_claims),
            rates=settings.rates,
            period=_period(period),
            area=area,
            date=None if date is None else date.date(),
            uses_cache=True,
        )
    except FactcheckError as error:
        _tell(error, format_name, wording, output)
        raise
    text, summary = _rendered(answer, format_name, wording, threshold, output, verbose=verbose, quiet=quiet)
    deliver_text(text, output)
    if output is not None and not quiet:
        complain(summary)
    raise SystemExit(answer.exit_code(threshold))


def _tell(error: FactcheckError, format_name: str, wording: Wording, output: Path | None) -> None:
    """Tells programs of a mistake, in the place of an answer."""
    if format_name == "json":
        from factcheck.reports.answer_json import failure

        deliver_text(failure(error.problems, wording), output)


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
    complain(f"{wording.text(Phrase('Sentence'))}: ", end="")
    return sys.stdin.readline()


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
