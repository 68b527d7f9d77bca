"""`factcheck rates`."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deliver import deliver_text
from factcheck.cli.guard import guarded, reader_wording


@guarded
def rates(
    currency: Annotated[str, typer.Argument(metavar="CURRENCY", help="The currency counted: MAD for dirhams.")],
    per: Annotated[str, typer.Argument(metavar="PER", help="The currency that buys it: USD for dirhams per dollar.")],
    period: Annotated[
        str, typer.Argument(metavar="PERIOD", help="2024, 2024-H1, 2024-Q3, 2024-06, 2024-06-30 or 2019/2024.")
    ],
    format_name: options.TableFormat = "console",
    output: options.Output = None,
    messages: options.Messages = None,
) -> None:
    """Show an exchange rate: average, range and source."""
    from factcheck.desk.settings import find_settings
    from factcheck.errors import FactcheckError
    from factcheck.figures.periods import FORMS, Period
    from factcheck.figures.rates import Rates
    from factcheck.phrases import Phrase
    from factcheck.reports import exchange_rate

    settings = find_settings()
    wording = reader_wording(messages, settings.messages)
    try:
        asked = Period.parse(period)
    except ValueError as error:
        raise FactcheckError(
            Phrase("{period} is not a period: write {forms}", period=repr(period), forms=FORMS)
        ) from error
    known = Rates(settings.rates)
    rate = known.rate(currency.upper(), per.upper(), asked)
    if format_name == "json":
        text = exchange_rate.as_json(rate, wording)
    else:
        text = exchange_rate.as_text(rate, known.reach(), wording)
    deliver_text(text, output)
