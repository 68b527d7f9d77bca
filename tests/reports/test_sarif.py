from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.layout import joined, visible
from factcheck.reports.sarif import FINGERPRINT, render
from factcheck.reports.view import View
from factcheck.reports.wording import Wording
from factcheck.version import __version__

pytestmark = pytest.mark.usefixtures("repository")

OFFICIAL = os.environ.get("SARIF_SCHEMA")
"""The path of the official schema, which is not ours to ship: with it, every report of these tests must satisfy it."""


def closed(*required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def many(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


POSITIVE = {"type": "integer", "minimum": 1}
TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["note", "warning", "error"]}
PHYSICAL = closed(
    "artifactLocation",
    artifactLocation=closed("uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$|^file:///"}),
    region=closed("startLine", startLine=POSITIVE, startColumn=POSITIVE, endLine=POSITIVE, endColumn=POSITIVE),
)
LOCATION = closed("physicalLocation", id={"type": "integer"}, message=MESSAGE, physicalLocation=PHYSICAL)
SCHEMA = closed(
    "version",
    "runs",
    **{"$schema": TEXT},
    version={"const": "2.1.0"},
    runs=many(
        closed(
            "tool",
            "results",
            tool=closed(
                "driver",
                driver=closed(
                    "name",
                    name={"const": "factcheck"},
                    version={"const": __version__},
                    semanticVersion=TEXT,
                    language={"enum": ["en", "fr"]},
                    rules=many(closed("id", id=TEXT, shortDescription=MESSAGE, help=MESSAGE)),
                ),
            ),
            columnKind={"const": "unicodeCodePoints"},
            invocations=many(
                closed(
                    "executionSuccessful",
                    executionSuccessful={"type": "boolean"},
                    exitCode={"enum": [0, 1, 2]},
                    exitCodeDescription=TEXT,
                    toolExecutionNotifications=many(
                        closed("message", level=LEVEL, message=MESSAGE, locations=many(LOCATION))
                    ),
                )
            ),
            results=many(
                closed(
                    "message",
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    locations=many(LOCATION),
                    relatedLocations=many(LOCATION),
                    partialFingerprints=closed(FINGERPRINT, **{FINGERPRINT: {"pattern": "^[0-9a-f]{64}$"}}),
                    properties={"type": "object"},
                )
            ),
        )
    ),
)
"""The part of SARIF 2.1.0 that reports make use of, and nothing that it does not know."""


def run_of(outcome: Outcome, wording: Wording) -> dict[str, Any]:
    log = json.loads(render(outcome, wording, View()).encode())
    jsonschema.validate(log, SCHEMA)
    if OFFICIAL:
        jsonschema.validate(log, json.loads(Path(OFFICIAL).read_text(encoding="utf-8")))
    (run,) = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
    for location in _locations(run):
        assert not urlsplit(location["physicalLocation"]["artifactLocation"]["uri"]).query
    loaded: dict[str, Any] = run
    return loaded


def _locations(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for result in run["results"] for each in (*result["locations"], *result["relatedLocations"])]


def test_what_does_not_hold_is_a_result_the_worst_first(outcome: Outcome, dollars: Finding, english: Wording) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, severity=Severity.WARNING))
    run = run_of(replace(outcome, findings=(mild, *outcome.findings)), english)
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [
        ("convert", "error"), ("convert", "warning"), ("multiple", "note"),
    ]  # fmt: skip
    assert run["invocations"][0]["exitCode"] == 1
    assert run["invocations"][0]["executionSuccessful"] is True


def test_nothing_accepted_or_suppressed_is_a_result(dollars: Finding, accepted: Finding, english: Wording) -> None:
    assert run_of(Outcome((accepted, replace(dollars, suppressed="baseline"))), english)["results"] == []


def test_a_result_stands_where_its_relation_does_and_points_to_its_figures(dollars: Finding, english: Wording) -> None:
    (result,) = run_of(Outcome((dollars,)), english)["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "claims/morocco-digital-exports.yaml"},
                "region": {"startLine": 131, "startColumn": 5, "endLine": 131, "endColumn": 17},
            }
        }
    ]
    assert [each["message"]["text"] for each in result["relatedLocations"]] == [
        "“26,2 milliards de dirhams” (exports_2024, value-creation)",
        "“26,2 milliards de dirhams” (exports_2024, rebound)",
        "“2,8 milliards de dollars” (exports_2024_usd, value-creation)",
    ]
    assert "\n26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD\n" in result["message"]["text"]
    assert result["properties"] == {"check": "dollars-2024", "verdict": "inconsistent", "confidence": "high"}


def test_without_a_place_of_its_own_it_stands_at_its_first_figure(dollars: Finding, english: Wording) -> None:
    found = replace(dollars, relation=replace(dollars.relation, place=None))
    (result,) = run_of(Outcome((found,)), english)["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 31
    assert len(result["relatedLocations"]) == 2


def test_rules_are_the_kinds_with_their_pages(outcome: Outcome, english: Wording, french: Wording) -> None:
    rules = run_of(outcome, english)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["growth", "convert", "multiple"]
    assert rules[0]["shortDescription"]["text"] == "Growth: a rate of change against the two levels it is drawn from."
    assert "\nFormula\n    growth(from, to) = to / from − 1\n" in rules[0]["help"]["text"]
    assert "\nFormule\n" in run_of(outcome, french)["tool"]["driver"]["rules"][0]["help"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("claims/à b%2F.yaml", "claims/%C3%A0%20b%252F.yaml"),
        ("./drafts/../a.md", "a.md"),
        ("c:d?e#f.md", "c%3Ad%3Fe%23f.md"),
        ("/elsewhere/a b.md", "file:///elsewhere/a%20b.md"),
        ("\udce9.md", "%E9.md"),
    ],
)
def test_files_are_relative_percent_encoded_references(dollars: Finding, english: Wording, path: str, uri: str) -> None:
    found = replace(dollars, relation=replace(dollars.relation, place=Place(path)))
    (result,) = run_of(Outcome((found,)), english)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_fingerprints_outlive_a_move(dollars: Finding, english: Wording) -> None:
    here = dollars.relation.place
    assert here is not None
    moved = replace(dollars, relation=replace(dollars.relation, place=replace(here, line=7, end_line=7)))
    marks = [run_of(Outcome((each,)), english)["results"][0]["partialFingerprints"] for each in (dollars, moved)]
    assert marks[0] == marks[1]


def test_mistakes_are_notifications_of_a_run_that_failed(english: Wording) -> None:
    mistakes = (Problem(Phrase("no such file"), NOWHERE), Problem(Phrase("bad key"), Place("a.yaml", 3, 5, 3, 9)))
    (invocation,) = run_of(Outcome((), mistakes), english)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    notes = invocation["toolExecutionNotifications"]
    assert [each["message"]["text"] for each in notes] == ["no such file", "bad key"]
    assert notes[1]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_words_of_articles_are_no_links_and_no_placeholders(
    hostile_outcome: Outcome, hostile: str, english: Wording
) -> None:
    (result,) = run_of(hostile_outcome, english)["results"]
    text = result["message"]["text"].split("\n")[0]
    assert text.replace("{{", "{").replace("}}", "}").replace("\\](", "](") == visible(joined(hostile))
    assert "](" not in text.replace("\\](", "")
    assert not ({"{0}", "{x}"} & set(text.replace("{{", "").replace("}}", "").split()))


def test_nothing_judged_is_a_run_too(english: Wording) -> None:
    run = run_of(Outcome(()), english)
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_findings_of_drafts_are_results_with_their_figures(gate: Outcome, english: Wording) -> None:
    results = run_of(gate, english)["results"]
    assert [result["ruleId"] for result in results] == ["agreement", "growth", "weekday", "sum"]
    assert results[1]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 12, "startColumn": 72, "endLine": 12, "endColumn": 97,
    }  # fmt: skip
    assert [each["message"]["text"] for each in results[1]["relatedLocations"]] == ["“2 %”", "“26,17”"]
    assert results[0]["properties"]["confidence"] == "medium"


def test_a_binary_draft_has_no_region_but_its_paragraph_is_told(gate: Outcome, english: Wording) -> None:
    result = run_of(gate, english)["results"][2]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "drafts/note.docx"}}}]
    assert result["message"]["text"].startswith("paragraph 3: ")


def test_words_of_drafts_are_no_links_and_no_placeholders(
    hostile_gate: Outcome, hostile: str, english: Wording
) -> None:
    (result,) = run_of(hostile_gate, english)["results"]
    text = result["message"]["text"].split("\n")[0]
    assert text.replace("{{", "{").replace("}}", "}").replace("\\](", "](") == visible(joined(hostile))
