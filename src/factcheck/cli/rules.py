"""`factcheck rules`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import guarded, reader_wording
from factcheck.cli.places import claim_paths


@guarded
def rules(
    claims: options.ClaimPaths = None,
    output: options.Output = None,
    messages: options.Messages = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show why each rule is there, and where it stands.")
    ] = False,
) -> None:
    """List the rules: id, kind and what they check."""
    from factcheck.desk.explain import rules as listed
    from factcheck.desk.settings import find_settings
    from factcheck.reports.manual import rules_text

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    deliver_text(rules_text(listed(claim_paths(claims, settings)), wording, verbose=verbose), output)
