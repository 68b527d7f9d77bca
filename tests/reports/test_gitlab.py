from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.gitlab import render
from factcheck.reports.layout import joined, visible
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

pytestmark = pytest.mark.usefixtures("repository")

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's manual asks of a report."""


def entries(outcome: Outcome, wording: Wording) -> list[dict[str, Any]]:
    text = render(outcome, wording, View())
    assert not text.startswith("\ufeff"), "GitLab reads no byte order mark"
    loaded: list[dict[str, Any]] = json.loads(text.encode())
    jsonschema.validate(loaded, SCHEMA)
    assert len({each["fingerprint"] for each in loaded}) == len(loaded)
    return loaded


def test_findings_are_entries_the_worst_first(outcome: Outcome, dollars: Finding, english: Wording) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, severity=Severity.WARNING))
    found = entries(replace(outcome, findings=(mild, *outcome.findings)), english)
    assert [each["severity"] for each in found] == ["major", "minor", "info"]
    assert found[0]["check_name"] == "dollars-2024"
    assert found[0]["location"] == {"path": "claims/morocco-digital-exports.yaml", "lines": {"begin": 131}}
    assert found[0]["description"].endswith("; 26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD")


def test_mistakes_block(english: Wording) -> None:
    mistakes = (Problem(Phrase("no such file"), NOWHERE), Problem(Phrase("bad key"), Place("a.yaml", 3, 5, 3, 9)))
    found = entries(Outcome((), mistakes), english)
    assert [(each["severity"], each["location"]["path"]) for each in found] == [("blocker", "."), ("blocker", "a.yaml")]


def test_a_fingerprint_outlives_a_move_and_follows_the_figures(dollars: Finding, english: Wording) -> None:
    def fingerprint(finding: Finding) -> str:
        return str(entries(Outcome((finding,)), english)[0]["fingerprint"])

    here = dollars.relation.place
    assert here is not None
    moved = replace(dollars, relation=replace(dollars.relation, place=replace(here, line=7, end_line=7)))
    reset = replace(dollars, figures=(replace(dollars.figures[0], quote="26,2\u202fMd DH"), *dollars.figures[1:]))
    elsewhere = replace(dollars, relation=replace(dollars.relation, place=replace(here, path="b.yaml")))
    other = replace(dollars, figures=dollars.figures[1:])
    assert fingerprint(moved) == fingerprint(reset) == fingerprint(dollars)
    assert len({fingerprint(each) for each in (dollars, elsewhere, other)}) == 3


def test_equal_findings_have_fingerprints_of_their_own(dollars: Finding, english: Wording) -> None:
    assert len(entries(Outcome((dollars, dollars)), english)) == 2


def test_words_of_articles_are_shown(hostile_outcome: Outcome, hostile: str, english: Wording) -> None:
    mistake, finding = entries(hostile_outcome, english)
    assert mistake["description"] == visible(joined(hostile))
    assert finding["description"].startswith(visible(joined(hostile)))


def test_nothing_found_is_an_empty_list(english: Wording, accepted: Finding, holding: Finding) -> None:
    assert entries(Outcome(()), english) == []
    assert entries(Outcome((accepted, holding)), english) == []


def test_findings_of_drafts_are_entries_of_their_lines(gate: Outcome, english: Wording) -> None:
    found = entries(gate, english)
    assert [(each["check_name"], each["location"]["path"], each["location"]["lines"]["begin"]) for each in found] == [
        ("agreement", "drafts/exports.md", 4),
        ("growth", "drafts/exports.md", 12),
        ("weekday", "drafts/note.docx", 1),
        ("sum", "drafts/exports.md", 20),
    ]
    assert found[2]["description"].startswith("paragraph 3: ")


def test_lines_above_a_draft_s_finding_leave_its_fingerprint(growth: Finding, english: Wording) -> None:
    def moved(place: Place | None) -> Place:
        assert place is not None
        return replace(place, line=place.line + 7, end_line=place.end_line + 7)

    below = replace(
        growth,
        relation=replace(growth.relation, place=moved(growth.relation.place)),
        figures=tuple(replace(figure, place=moved(figure.place)) for figure in growth.figures),
    )
    marks = {entries(Outcome((each,), drafts=1), english)[0]["fingerprint"] for each in (growth, below)}
    assert len(marks) == 1
