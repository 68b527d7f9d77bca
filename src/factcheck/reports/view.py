"""How a report is to be seen: how much of it, how wide, in colour or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TextIO

from msgspec import Struct

PIPED_WIDTH: Final = 100


class View(Struct, frozen=True):
    """What the reader of a report wants to see, and where.

    width     in cells
    colours   Rich's name of a colour system ("standard", "256", "truecolor"); None for plain text
    crop      whether a line that should be one line is cut to the width; in a file it stays whole
    verbose   what holds is listed too
    quiet     the closing summary alone
    limit     how many findings are shown, the worst ones first; None for all
    culprits  what must give way is told in full
    implied   what follows is told
    """

    width: int = PIPED_WIDTH
    colours: str | None = None
    crop: bool = False
    verbose: bool = False
    quiet: bool = False
    limit: int | None = None
    culprits: bool = False
    implied: bool = False


def view_of(
    stream: TextIO | None, environment: Mapping[str, str], *, verbose: bool = False, quiet: bool = False
) -> View:
    """The view that a stream gives: a terminal its own width and colours; a pipe or a file (None) plain text.

    COLUMNS sets the width, NO_COLOR takes colours away and FORCE_COLOR gives them to a pipe.
    """
    columns = environment.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH
    if stream is None or not (stream.isatty() or "FORCE_COLOR" in environment):
        return View(width, None, crop=False, verbose=verbose, quiet=quiet)
    from rich.console import Console  # only where there may be colours

    probe = Console(file=stream)
    colours = None if probe.no_color else probe.color_system
    if not stream.isatty():
        return View(width, colours, crop=False, verbose=verbose, quiet=quiet)
    return View(probe.width, colours, crop=True, verbose=verbose, quiet=quiet)
