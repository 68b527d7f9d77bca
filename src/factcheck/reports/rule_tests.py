"""What `factcheck test` reports: the rules' tests that fail, and how many passed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.desk.test import RuleTestResult
from factcheck.phrases import Phrase
from factcheck.relations.finding import Verdict
from factcheck.reports.layout import paragraph, visible
from factcheck.reports.view import View
from factcheck.reports.wording import Wording


def render(results: Sequence[RuleTestResult], wording: Wording, view: View) -> str:
    """The failed tests, each with its place and what came instead; the passed ones too where asked; the count."""

    def say(value: object) -> str:
        return visible(wording.text(value))

    lines = []
    for result in results:
        if result.passed and not view.verbose:
            continue
        place = f"{visible(result.test.place.path)}:{result.test.place.line}"
        rule, wanted, came = visible(result.rule.id), Verdict(str(result.test.verdict)), result.finding.verdict
        if result.passed:
            lines.append(f"✓ {rule}  {say(wanted)}  {place}")
            continue
        lines.append(f"✗ {rule}  {place}")
        said = Phrase("should be {wanted}, but is {came}", wanted=wanted, came=came)
        for step in (said, result.finding.message, *result.finding.calculation):
            lines += paragraph(say(step), view.width, "  ", "    ")
        lines.append("")
    failed = sum(not result.passed for result in results)
    tested = len({result.rule.id for result in results})
    summary = Phrase(
        "{tests} of {rules}: {passed} passed, {failed} failed.",
        tests=Phrase("{count} test", "{count} tests", count=len(results)),
        rules=Phrase("{count} rule", "{count} rules", count=tested),
        passed=len(results) - failed,
        failed=failed,
    )
    return "\n".join([*lines, *paragraph(say(summary), view.width)]) + "\n"
