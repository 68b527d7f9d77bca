"""Workflow commands of GitHub Actions, which put the findings on the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from msgspec import Struct

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Severity
from factcheck.reports import markdown
from factcheck.reports.layout import visible
from factcheck.reports.places import has_lines, where
from factcheck.reports.reported import Reported, explanation, headline, reported, repository_path, shown, title_of
from factcheck.reports.summary import closing_lines
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

SHOWN_OF_A_LEVEL: Final = 10
"""How many annotations GitHub keeps of each level and step: it drops the others without a word."""

SUMMARY_BYTES: Final = 1024 * 1024
"""How large the summary of a step may be; GitHub drops a larger one as a whole."""

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class _Annotation(Struct, frozen=True):
    severity: Severity
    name: str
    place: Place | None
    title: str
    message: str


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """A command for each mistake and finding, worst first; those beyond GitHub's limit by name; the summary."""
    lines, left_out = [], []
    for _, group in groupby(_annotations(outcome, wording), key=lambda each: each.severity):
        annotations = list(group)
        lines += [_command(each) for each in annotations[:SHOWN_OF_A_LEVEL]]
        left_out += [each.name for each in annotations[SHOWN_OF_A_LEVEL:]]
    if left_out:
        rest = Phrase(
            "Not annotated, since GitHub shows {limit} of a level: {checks}.",
            limit=SHOWN_OF_A_LEVEL,
            checks=tuple(dict.fromkeys(left_out)),
        )
        lines.append(_plain(shown(rest, wording)))
    lines += [_plain(visible(line)) for line in closing_lines(outcome, wording)]
    return "".join(f"{line}\n" for line in lines)


def step_summary(outcome: Outcome, wording: Wording, taken: int) -> str:
    """The complete table for the summary of a step, which has so many bytes already."""
    return markdown.page(outcome, wording, SUMMARY_BYTES - taken)


def _annotations(outcome: Outcome, wording: Wording) -> Iterator[_Annotation]:
    yield from (_mistake(problem, wording) for problem in outcome.problems)
    yield from (_annotation(each, wording) for each in reported(outcome))


def _mistake(problem: Problem, wording: Wording) -> _Annotation:
    lines = [shown(each, wording) for each in (problem.message, problem.hint) if each is not None]
    place = None if problem.place == NOWHERE else problem.place
    name = lines[0] if place is None else visible(str(place))
    return _Annotation(Severity.ERROR, name, place, "factcheck", "\n".join(lines))


def _annotation(each: Reported, wording: Wording) -> _Annotation:
    finding = each.finding
    title = shown(title_of(finding), wording)
    message = "\n".join([headline(finding, wording), *explanation(finding, wording)])
    # of drafts many findings have the same name
    name = f"{finding.check} ({wording.text(where(each.place))})" if finding.windows and each.place else finding.check
    return _Annotation(each.severity, visible(name), each.place, title, message)


def _command(annotation: _Annotation) -> str:
    properties = {**_properties(annotation.place), "title": annotation.title}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[annotation.severity]} {listed}::{_message(annotation.message)}"


def _properties(place: Place | None) -> dict[str, str]:
    """GitHub's end is the last line and column that belong to it; a place on several lines has no columns."""
    if place is None:
        return {}
    file = {"file": visible(repository_path(place.path))}
    if not has_lines(place.path):
        return file
    if place.end_line > place.line:
        return {**file, "line": str(place.line), "endLine": str(place.end_line)}
    line, end = str(place.line), max(place.column, place.end_column - 1)
    return {**file, "line": line, "col": str(place.column), "endLine": line, "endColumn": str(end)}


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A line that is no command, in neither of the two notations that runners read."""
    return text.replace("::", ": :").replace("##[", "## [")
