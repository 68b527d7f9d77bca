"""`factcheck schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import guarded

WHAT = ("claims", "report", "answer")


@guarded
def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="|".join(WHAT),
            callback=options.one_of(*WHAT),
            help="Of claims files, as editors read it, or of the JSON that reports and answers are.",
        ),
    ] = WHAT[0],
    output: options.Output = None,
) -> None:
    """Print the JSON Schema of claims files, of reports or of answers."""
    import json

    if what == "report":
        from factcheck.reports.json import schema as report_schema

        document = dict(report_schema())
    elif what == "answer":
        from factcheck.reports.answer_json import schema as answer_schema

        document = dict(answer_schema())
    else:
        from factcheck.claims.schema import format_json_schema

        document = format_json_schema()
    deliver_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", output)
