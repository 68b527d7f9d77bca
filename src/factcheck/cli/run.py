"""`factcheck run`."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from factcheck.cli import options
from factcheck.cli.deliver import format_of, report
from factcheck.cli.guard import guarded, reader_wording
from factcheck.cli.places import claim_paths

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome


@guarded
def run(
    claims: options.ClaimPaths = None,
    format_asked: options.FormatName = None,
    output: options.Output = None,
    fail_on: options.FailOn = None,
    texts: options.Texts = None,
    implied: options.Implied = False,
    culprits: options.Culprits = False,
    limit: options.Limit = None,
    no_cache: options.NoCache = False,
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
                uses_cache=not no_cache,
            )

    format_name = format_of(format_asked, output, os.environ)
    from factcheck.claims.load import collection_paused

    with collection_paused():
        try:
            report(
                judged,
                format_name,
                output,
                wording,
                verbose=verbose,
                quiet=quiet,
                limit=limit,
                culprits=culprits,
                implied=implied,
            )
        finally:
            gc.freeze()  # the process ends: looking through a large base once more would find nothing
