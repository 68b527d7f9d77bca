"""Lines of a report as pieces of text with styles, and how they are printed: plain, or in colour by Rich.

Lines are assembled from pieces, never from markup: what articles print in brackets stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from factcheck.reports.view import View

Line = Sequence[tuple[str, str]]
"""The pieces of a line, each with its style in Rich's words ("bold red"), empty for none."""


def printed(lines: Iterable[Line], view: View) -> str:
    """The lines as text, with the colours that the view asks for; spaces at their ends are left out."""
    if view.colours is None:
        return "".join("".join(text for text, _ in line).rstrip(" ") + "\n" for line in lines)
    from rich.console import Console  # only where there are colours
    from rich.text import Text

    page = StringIO()
    console = Console(
        file=page,
        force_terminal=True,
        color_system=view.colours,  # type: ignore[arg-type]
        legacy_windows=False,
        width=view.width,
    )
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
    return page.getvalue()
