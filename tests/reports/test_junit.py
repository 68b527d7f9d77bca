from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.junit import render
from factcheck.reports.layout import joined, visible
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

pytestmark = pytest.mark.usefixtures("repository")

RESULTS = {"failure", "error", "skipped"}


def document(outcome: Outcome, wording: Wording) -> Element:
    """The report, parsed; its counts are those of its cases, and names in a suite are distinct."""
    root = ElementTree.fromstring(render(outcome, wording, View()).encode("utf-8"))
    assert root.tag == "testsuites"
    for element in (root, *root):
        cases = list(element.iter("testcase"))
        assert int(element.attrib["tests"]) == len(cases)
        for count, name in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(element.attrib[count]) == sum(case.find(name) is not None for case in cases)
        assert all(len(RESULTS & {part.tag for part in case}) <= 1 for case in cases)
    for suite in root:
        assert suite.tag == "testsuite" and suite.attrib["name"]
        named = [(case.attrib["classname"], case.attrib["name"]) for case in suite]
        assert len(set(named)) == len(named)
    return root


def parts(root: Element) -> dict[str, list[str]]:
    return {case.attrib["name"]: [part.tag for part in case] for case in root.iter("testcase")}


def test_every_check_is_a_case_of_its_file(outcome: Outcome, english: Wording) -> None:
    root = document(outcome, english)
    (suite,) = root
    assert suite.attrib == {
        "name": "claims/morocco-digital-exports.yaml", "tests": "4", "failures": "1", "errors": "0", "skipped": "1",
    }  # fmt: skip
    assert parts(root) == {
        "growth-2024": [], "dollars-2024": ["failure"], "jobs-double": ["skipped"], "dollars-known": ["system-out"],
    }  # fmt: skip


def test_a_failure_has_the_calculation(outcome: Outcome, english: Wording) -> None:
    case = document(outcome, english).find(".//testcase[@name='dollars-2024']")
    assert case is not None
    assert case.attrib["classname"] == "convert" and case.attrib["line"] == "131"
    failure = case.find("failure")
    assert failure is not None and failure.text is not None
    assert failure.attrib["type"] == "inconsistent"
    assert failure.attrib["message"].startswith("“26,2 milliards de dirhams” at the rate of 2024")
    assert "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD" in failure.text


def test_an_unverifiable_one_is_skipped_for_its_reason(unverifiable: Finding, english: Wording) -> None:
    skipped = document(Outcome((unverifiable,)), english).find(".//skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "no source states jobs_2030 and jobs"


def test_an_accepted_one_passes_and_says_why(accepted: Finding, english: Wording) -> None:
    out = document(Outcome((accepted,)), english).findtext(".//system-out")
    assert out is not None
    assert out.startswith("accepted until 31 December 2026: published; a correction was asked for\n")


def test_a_suppressed_one_passes_and_says_why(dollars: Finding, english: Wording) -> None:
    out = document(Outcome((replace(dollars, suppressed="their own rounding"),)), english).findtext(".//system-out")
    assert out is not None
    assert out.startswith("suppressed: their own rounding\n")


@pytest.mark.parametrize(
    ("fail_on", "tags"),
    [("error", ["system-out", "skipped"]), ("warning", ["failure", "skipped"]), ("note", ["failure", "failure"]),
     ("never", ["system-out", "skipped"])],
)  # fmt: skip
def test_what_fails_is_what_fails_the_run(
    dollars: Finding, unverifiable: Finding, english: Wording, fail_on: str, tags: list[str]
) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, severity=Severity.WARNING))
    root = document(Outcome((mild, unverifiable), fail_on=fail_on), english)
    assert [part.tag for case in root.iter("testcase") for part in case] == tags


def test_mistakes_are_errors(english: Wording) -> None:
    mistakes = (
        Problem(Phrase("no such file"), NOWHERE),
        Problem(Phrase("bad key"), Place("a.yaml", 3, 3, 3, 4), "  x"),
    )
    root = document(Outcome((), mistakes), english)
    assert [suite.attrib["name"] for suite in root] == ["factcheck", "a.yaml"]
    assert [error.attrib["message"] for error in root.iter("error")] == ["no such file", "bad key"]
    assert "a.yaml:3:3: bad key" in (root[1].findtext(".//error") or "")


def test_words_of_articles_stay_text(hostile_outcome: Outcome, hostile: str, english: Wording) -> None:
    root = document(hostile_outcome, english)
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.attrib["message"] == visible(joined(hostile)).replace("\ufffe", "\\ufffe")
    assert {part.tag for part in root.iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
        "system-out",
    }


def test_equal_checks_are_told_apart_by_their_places(dollars: Finding, english: Wording) -> None:
    moved = replace(dollars, relation=replace(dollars.relation, place=Place("a.md", 4, 2, 4, 9)))
    again = replace(dollars, relation=replace(dollars.relation, place=Place("a.md", 8, 2, 8, 9)))
    assert list(parts(document(Outcome((moved, again)), english))) == ["dollars-2024 a.md:4:2", "dollars-2024 a.md:8:2"]


def test_nothing_judged_is_a_document_too(english: Wording) -> None:
    assert document(Outcome(()), english).attrib["tests"] == "0"


def test_findings_of_drafts_are_cases_of_their_files(gate: Outcome, english: Wording) -> None:
    root = document(gate, english)
    assert [suite.attrib["name"] for suite in root] == ["drafts/exports.md", "drafts/note.docx"]
    assert parts(root) == {
        "agreement": ["failure"],
        "growth drafts/exports.md:12:72": ["failure"],
        "growth drafts/exports.md:12:72 (2)": [],
        "sum drafts/exports.md:20:18": ["system-out"],
        "sum drafts/exports.md:20:18 (2)": ["system-out"],
        "weekday": ["failure"],
    }
    weekday = root.find(".//testcase[@name='weekday']")
    assert weekday is not None and "line" not in weekday.attrib


def test_words_of_drafts_stay_text(hostile_gate: Outcome, hostile: str, english: Wording) -> None:
    failure = document(hostile_gate, english).find(".//failure")
    assert failure is not None
    assert failure.attrib["message"] == visible(joined(hostile)).replace("\ufffe", "\\ufffe")
