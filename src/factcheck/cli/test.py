"""`factcheck test`."""

from __future__ import annotations

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import guarded, reader_wording
from factcheck.cli.places import claim_paths


@guarded
def test(
    claims: options.ClaimPaths = None,
    output: options.Output = None,
    messages: options.Messages = None,
    verbose: options.Verbose = False,
) -> None:
    """Run the rules' own tests; exit code 1 where one fails."""
    import os
    import sys

    from factcheck.desk.settings import find_settings
    from factcheck.desk.test import test as run_tests
    from factcheck.reports.rule_tests import render
    from factcheck.reports.view import view_of

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    results = run_tests(claim_paths(claims, settings), rates=settings.rates)
    view = view_of(sys.stdout if output is None else None, os.environ, verbose=verbose)
    deliver_text(render(results, wording, view), output)
    raise SystemExit(0 if all(result.passed for result in results) else 1)
