"""Findings to text: one module per format, messages in the reader's language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome
    from factcheck.reports.view import View
    from factcheck.reports.wording import Wording


class Format(Protocol):
    """What a module of a format offers."""

    def render(self, outcome: Outcome, wording: Wording, view: View) -> str:
        """The whole report as text, with a line end after the last line."""


FORMATS: Final = {
    name: f"factcheck.reports.{name}" for name in ("console", "json", "github", "sarif", "junit", "gitlab", "markdown")
}
"""The formats by name, and the module of each, which is imported when it is asked for."""


def render(outcome: Outcome, format_name: str, wording: Wording, view: View) -> str:
    """The report in the format of that name; raises KeyError where there is none."""
    module = cast(Format, import_module(FORMATS[format_name]))
    return module.render(outcome, wording, view)
