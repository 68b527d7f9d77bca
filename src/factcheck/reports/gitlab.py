"""A Code Quality report, which GitLab shows in merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from factcheck.desk.outcome import Outcome
from factcheck.errors import Place, Problem
from factcheck.relations.finding import Severity
from factcheck.reports.layout import visible
from factcheck.reports.places import has_lines
from factcheck.reports.reported import Reported, hashed, headline, reported, repository_path, shown
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_MISTAKE: Final = "blocker"
_NO_FILE: Final = "."


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The list of mistakes and findings, worst first, as JSON."""
    entries = [*_mistakes(outcome, wording), *(_finding(each, wording) for each in reported(outcome))]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _mistakes(outcome: Outcome, wording: Wording) -> Iterator[dict[str, Any]]:
    # GitLab keeps one of each fingerprint, so equal mistakes are told apart by their places
    for problem in outcome.problems:
        place = problem.place
        key = (place.path, str(place.line), str(place.column), str(problem.message))
        yield _entry("factcheck", _described(problem, wording), _MISTAKE, place, hashed(*key))


def _described(problem: Problem, wording: Wording) -> str:
    message = shown(problem.message, wording)
    return message if problem.hint is None else f"{message} ({shown(problem.hint, wording)})"


def _finding(each: Reported, wording: Wording) -> dict[str, Any]:
    finding = each.finding
    # GitLab shows the description alone, so it has the calculation too, as far as one line may
    parts = [headline(finding, wording), *(shown(step, wording) for step in finding.calculation[:1])]
    return _entry(visible(finding.check), "; ".join(parts), _SEVERITIES[each.severity], each.place, each.fingerprint)


def _entry(check: str, description: str, severity: str, place: Place | None, fingerprint: str) -> dict[str, Any]:
    line = place.line if place is not None and has_lines(place.path) else 1
    path = visible(repository_path(place.path)) if place is not None and place.path else _NO_FILE
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
