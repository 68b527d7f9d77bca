"""JUnit's XML, which every CI system reads: a suite for each file, a test case for each check.

https://github.com/testmoapp/junitxml describes what the systems have in common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.relations.finding import Finding, Verdict
from factcheck.reports.layout import visible
from factcheck.reports.places import has_lines, place_of, where
from factcheck.reports.problems import described
from factcheck.reports.reported import acceptance, explanation, headline, repository_path, shown
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

_NAME: Final = "factcheck"
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED: Final = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The whole document; what cannot stand in XML 1.0 comes out as escapes."""
    root = Element("testsuites", name=_NAME)
    failing = {id(finding) for finding in outcome.failing}
    suites: dict[str, Element] = {}
    for case, place in _cases(outcome, wording, failing):
        path = _xml(visible(repository_path(place.path))) if place is not None else _NAME
        if path not in suites:
            suites[path] = SubElement(root, "testsuite", name=path)
        if place is not None:
            case.set("file", path)
            if has_lines(place.path):
                case.set("line", str(place.line))
        suites[path].append(case)
    for element in (*suites.values(), root):
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        for count, name in _COUNTED.items():
            element.set(count, str(sum(case.find(name) is not None for case in cases)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _cases(outcome: Outcome, wording: Wording, failing: set[int]) -> Iterator[tuple[Element, Place | None]]:
    for problem in outcome.problems:
        yield _mistake(problem, wording), None if problem.place == NOWHERE else problem.place
    for finding, name in zip(outcome.findings, _names(outcome.findings, wording), strict=True):
        case = Element("testcase", classname=_xml(visible(finding.kind)), name=name)
        _judge(case, finding, wording, fails=id(finding) in failing)
        yield case, place_of(finding)


def _names(findings: Sequence[Finding], wording: Wording) -> Iterator[str]:
    """The check of each finding, with its place where there are several of that name: CI systems need them distinct."""
    checks = Counter(finding.check for finding in findings)
    named: Counter[str] = Counter()
    for finding in findings:
        place, name = place_of(finding), finding.check
        if checks[name] > 1 and place is not None:
            name = f"{name} {wording.text(where(place, column=True))}"
        named[name] += 1
        yield _xml(visible(name if named[name] == 1 else f"{name} ({named[name]})"))


def _mistake(problem: Problem, wording: Wording) -> Element:
    name = _NAME if problem.place == NOWHERE else visible(str(problem.place))
    case = Element("testcase", classname=_NAME, name=_xml(name))
    error = SubElement(case, "error", message=_xml(shown(problem.message, wording)), type="mistake")
    error.text = _xml(described(problem, wording))
    return case


def _judge(case: Element, finding: Finding, wording: Wording, *, fails: bool) -> None:
    """Puts into the case what became of the check; what holds needs no word."""
    if finding.verdict is Verdict.CONSISTENT:
        return
    message = _xml(headline(finding, wording))
    calculation = _xml("\n".join(explanation(finding, wording)))
    if fails:
        failure = SubElement(case, "failure", message=message, type=str(finding.verdict))
        failure.text = calculation
    elif finding.verdict is Verdict.UNVERIFIABLE and finding.counts:
        reason = finding.message if finding.reason is None else finding.reason
        SubElement(case, "skipped", message=_xml(shown(reason, wording)))
    else:
        lines = [message, calculation]
        if not finding.counts:
            lines.insert(0, _xml(shown(acceptance(finding), wording)))
        SubElement(case, "system-out").text = "\n".join(line for line in lines if line)


def _xml(text: str) -> str:
    """The text without characters that XML 1.0 has no place for."""
    return _NO_XML.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
