"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; sections are named where they decide something.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.kinds import KINDS, manual
from factcheck.relations.finding import Evidence
from factcheck.reports.layout import visible
from factcheck.reports.pages import pieces
from factcheck.reports.places import has_lines
from factcheck.reports.reported import Reported, explanation, headline, reported, repository_path, shown
from factcheck.reports.summary import exit_reason
from factcheck.reports.view import View
from factcheck.reports.wording import Wording
from factcheck.version import __version__

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT: Final = "factcheckFigures/v1"
"""The name of our fingerprints; another way of making them needs another version."""

_LINK: Final = re.compile(r"\](?=\()")
_PAGE_INDENT: Final = "    "

Json = dict[str, Any]


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """One run with every finding that counts; what holds, is accepted or is suppressed is left out."""
    findings = reported(outcome)
    kinds = _kinds(outcome)
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "language": wording.language,
                "rules": [_rule(kind, wording) for kind in kinds],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not outcome.problems,
                "exitCode": outcome.exit_code,
                "exitCodeDescription": shown(exit_reason(outcome), wording),
                "toolExecutionNotifications": [_notification(problem, wording) for problem in outcome.problems],
            }
        ],
        "results": [_result(each, kinds, wording) for each in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _kinds(outcome: Outcome) -> tuple[str, ...]:
    """The kinds that were judged, in the order of the manual."""
    judged = dict.fromkeys(finding.kind for finding in outcome.findings)
    return (*(kind for kind in KINDS if kind in judged), *(kind for kind in judged if kind not in KINDS))


def _rule(kind: str, wording: Wording) -> Json:
    """A kind with its page of the manual in the reader's language."""
    if kind not in KINDS:
        return {"id": visible(kind)}
    lines = []
    for piece in pieces(manual(kind)):
        # to gettext, the translation of nothing is the catalogue's header
        text = wording.catalogue.gettext(piece.text) if piece.text else ""
        lines.append(f"{_PAGE_INDENT}{text}" if piece.indented else text)
    return {
        "id": kind,
        "shortDescription": {"text": lines[0]},
        "help": {"text": "\n".join(lines)},
    }


def _result(each: Reported, kinds: Sequence[str], wording: Wording) -> Json:
    finding = each.finding
    lines = [headline(finding, wording), *explanation(finding, wording)]
    figures = [figure for figure in finding.figures if figure.place not in (None, NOWHERE, each.place)]
    return {
        "ruleId": visible(finding.kind),
        "ruleIndex": kinds.index(finding.kind),
        "level": str(each.severity),
        "message": {"text": _message("\n".join(lines))},
        "locations": [] if each.place is None else [_location(each.place)],
        "relatedLocations": [_related(number, figure) for number, figure in enumerate(figures, start=1)],
        "partialFingerprints": {FINGERPRINT: each.fingerprint},
        "properties": {
            "check": finding.check,
            "verdict": str(finding.verdict),
            "confidence": str(finding.relation.confidence),
        },
    }


def _related(number: int, figure: Evidence) -> Json:
    assert figure.place is not None, "asked only of figures that stand somewhere"
    named = ", ".join(name for name in (figure.claim, figure.source) if name)
    text = visible(f"“{figure.quote}” ({named})" if named else f"“{figure.quote}”")
    return {"id": number, "message": {"text": _message(text)}, **_location(figure.place)}


def _location(place: Place) -> Json:
    """Lines and columns from 1, the end column exclusive: as they are (3.30.6, 3.30.8); a binary file has none."""
    artifact = {"uri": _uri(place.path)}
    if not has_lines(place.path):
        return {"physicalLocation": {"artifactLocation": artifact}}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _uri(path: str) -> str:
    """A reference relative to the repository's root, percent-encoded; an absolute one for a file outside it."""
    inside = repository_path(path)
    return Path(inside).as_uri() if Path(inside).is_absolute() else quote(os.fsencode(inside), safe="/")


def _notification(problem: Problem, wording: Wording) -> Json:
    lines = [shown(each, wording) for each in (problem.message, problem.hint) if each is not None]
    located = [] if problem.place == NOWHERE else [_location(problem.place)]
    return {"level": "error", "message": {"text": _message("\n".join(lines))}, "locations": located}


def _message(text: str) -> str:
    """Plain text without placeholders (3.11.5) and without links (3.11.6), whatever articles print."""
    return _LINK.sub(r"\\]", text.replace("{", "{{").replace("}", "}}"))
