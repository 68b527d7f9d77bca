"""`factcheck explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import guarded, reader_wording
from factcheck.cli.places import claim_paths


@guarded
def explain(
    name: Annotated[str, typer.Argument(metavar="KIND|RULE|CLAIM", help="growth, dollars-2024, agreement:jobs …")],
    claims: Annotated[
        list[Path] | None,
        typer.Option(
            "--claims", metavar="DIR", help="Files and folders of claims (default: the settings', or claims/)."
        ),
    ] = None,
    output: options.Output = None,
    messages: options.Messages = None,
) -> None:
    """Explain a kind of relation, a rule or a claim."""
    import os
    import sys

    from factcheck.desk.explain import explain as explained
    from factcheck.desk.settings import find_settings
    from factcheck.kinds import KINDS, TOPICS
    from factcheck.reports.manual import render
    from factcheck.reports.view import view_of

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    # kinds are explained without any claims
    paths = [] if (name in KINDS or name in TOPICS) and claims is None else claim_paths(claims, settings)
    view = view_of(sys.stdout if output is None else None, os.environ)
    deliver_text(render(explained(name, paths, rates=settings.rates), wording, view), output)
