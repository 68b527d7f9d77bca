"""`factcheck pull`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options
from factcheck.cli.check import Claims, NoClaims
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import complain, guarded, reader_wording, say
from factcheck.cli.places import gate_claims
from factcheck.cli.read import FileFormat, Lang, PublicationDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.pull import Outcome
    from factcheck.reports.wording import Wording

Articles = Annotated[
    list[str], typer.Argument(metavar="ARTICLE…", help="Text, Markdown, HTML, .docx, .pdf; - for standard input.")
]
Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="FILE", help="Add what is new to this file of claims, and leave the rest as it is."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --into: show the changes and write nothing.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the claims to a file of their own.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell what was pulled.")]


@guarded
def pull(
    articles: Articles,
    into: Into = None,
    dry_run: DryRun = False,
    output: Output = None,
    claims: Claims = None,
    no_claims: NoClaims = False,
    lang: Lang = None,
    date: PublicationDate = None,
    file_format: FileFormat = None,
    messages: options.Messages = None,
    quiet: Quiet = False,
) -> None:
    """Pull claims from articles: a first YAML, ready to edit.

    Each figure becomes a claim with its quote, relations that the text states become rules. What is a guess says so.
    """
    _check_options(into, output, dry_run=dry_run)

    from factcheck.desk.pull import pull as pull_claims
    from factcheck.desk.settings import find_settings

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    outcome = pull_claims(
        articles,
        claims=_base_files(gate_claims(claims, settings, wanted=not no_claims), output),
        into=into,
        lang=lang or settings.lang,
        date=None if date is None else date.date(),
        form=file_format,
        rates=settings.rates,
        say=wording.text,
    )
    if into is None:
        deliver_text(outcome.text, output)
    elif dry_run:
        _show_changes(into, outcome)
    elif outcome.changes:
        deliver_text(outcome.text, into)
    if not quiet:
        _tell(outcome, into, wording)


def _check_options(into: Path | None, output: Path | None, *, dry_run: bool) -> None:
    """Raises FactcheckError for options that have no meaning together."""
    from factcheck.errors import FactcheckError
    from factcheck.phrases import Phrase

    if dry_run and into is None:
        raise FactcheckError(Phrase("--dry-run shows what --into would change: name its file with --into"))
    if output is not None and into is not None:
        raise FactcheckError(Phrase("--output writes a file of its own, --into adds to one: take one of them"))


def _base_files(claims: Sequence[Path], output: Path | None) -> list[Path]:
    """The files of the base, less the one that the claims are written to: a shell has emptied it already."""
    if not claims:
        return []
    from factcheck.claims.load import claim_files

    written = None if output is None else output.resolve()
    return [file for file in claim_files(claims) if file.resolve() != written and not _is_standard_output(file)]


def _is_standard_output(file: Path) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def _show_changes(into: Path, outcome: Outcome) -> None:
    from difflib import unified_diff

    before = (outcome.before or "").splitlines(keepends=True)
    lines = unified_diff(before, outcome.text.splitlines(keepends=True), str(into), str(into))
    say("".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines))


def _tell(outcome: Outcome, into: Path | None, wording: Wording) -> None:
    """Tells what was pulled, and what was not, on standard error."""
    from factcheck.phrases import Phrase
    from factcheck.reports.layout import visible

    counts = Phrase(
        "{claims}, {statements}, {rules}",
        claims=Phrase("{count} new claim", "{count} new claims", count=outcome.claims),
        statements=Phrase("{count} statement", "{count} statements", count=outcome.statements),
        rules=Phrase("{count} rule", "{count} rules", count=outcome.rules),
    )
    lines = [wording.text(reason) for reason in outcome.left_out]
    if into is not None and not outcome.changes:
        lines.append(wording.text(Phrase("nothing new for {path}", path=str(into))))
    else:
        lines.append(wording.text(counts))
    if outcome.known:
        known = Phrase(
            "{count} figure is in the claims already", "{count} figures are in the claims already", count=outcome.known
        )
        lines.append(wording.text(known))
    complain("\n".join(f"factcheck: {visible(line)}" for line in lines))
