"""The commands, put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Final

import typer

from factcheck.cli import check, claim, explain, init, pull, rates, read, rules, run, schema, test
from factcheck.version import __version__

COMMANDS: Final[Mapping[str, Callable[..., None]]] = {
    "run": run.run,
    "check": check.check,
    "claim": claim.claim,
    "read": read.read,
    "pull": pull.pull,
    "test": test.test,
    "explain": explain.explain,
    "rules": rules.rules,
    "rates": rates.rates,
    "schema": schema.schema,
    "init": init.init,
}


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


def factcheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A spell-checker for the figures in the news.

    Finds figures that cannot all be true, and shows the arithmetic.

    Exit codes: 0 nothing at or above the threshold, 1 findings there, 2 something could not be done.
    """


def app_of(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with these commands, in their order."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # importing Rich would double the time that --help takes
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(factcheck)
    for name in names:
        app.command(name)(COMMANDS[name])
    return app
