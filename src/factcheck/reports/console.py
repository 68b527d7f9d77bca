"""The report that people read: what cannot be true, with its figures, its arithmetic and what would fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.desk.outcome import Outcome
from factcheck.relations.finding import Finding
from factcheck.reports.lines import printed
from factcheck.reports.page import Page
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

if TYPE_CHECKING:
    from factcheck.desk.conclusions import Conclusions


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The report as text, with the colours that the view asks for."""
    page = _page(wording, view, outcome.conclusions, of_drafts=outcome.drafts is not None)
    return printed(page.lines(outcome), view)


def details(findings: Iterable[Finding], wording: Wording, view: View, conclusions: Conclusions | None = None) -> str:
    """Findings in full, whatever their verdict, without headings and summary."""
    return printed(
        (
            line
            for finding in findings
            for line in _page(wording, view, conclusions, of_drafts=bool(finding.windows)).finding(finding)
        ),
        view,
    )


def culprits_of(claim: str, conclusions: Conclusions, wording: Wording, view: View) -> str:
    """What must give way where statements of a claim contradict others; empty where none do."""
    from factcheck.reports.culprits_page import CulpritsPage  # only where figures contradict each other

    page = CulpritsPage(Page(wording, view, conclusions), conclusions.culprits, conclusions.findings)
    return printed(page.about(claim), view)


def _page(wording: Wording, view: View, conclusions: Conclusions | None, *, of_drafts: bool) -> Page:
    if not of_drafts:
        return Page(wording, view, conclusions)
    from factcheck.reports.draft_page import DraftPage

    return DraftPage(wording, view)
