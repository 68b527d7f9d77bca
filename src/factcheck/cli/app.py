"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import check, explain, rates, read, rules, run, schema, test
from factcheck.version import __version__

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # importing Rich would double the time that --help takes
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def factcheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A spell-checker for the figures in the news.

    Finds figures that cannot all be true, and shows the arithmetic.

    Exit codes: 0 nothing at or above the threshold, 1 findings there, 2 something could not be done.
    """


app.command("run")(run.run)
app.command("check")(check.check)
app.command("read")(read.read)
app.command("test")(test.test)
app.command("explain")(explain.explain)
app.command("rules")(rules.rules)
app.command("rates")(rates.rates)
app.command("schema")(schema.schema)
