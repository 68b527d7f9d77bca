"""The report that people read: what cannot be true, with its figures, its arithmetic and what would fit."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.desk.outcome import Outcome
from factcheck.relations.finding import Finding
from factcheck.reports.lines import printed
from factcheck.reports.page import Page
from factcheck.reports.view import View
from factcheck.reports.wording import Wording


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The report as text, with the colours that the view asks for."""
    return printed(_page(wording, view, of_drafts=outcome.drafts is not None).lines(outcome), view)


def details(findings: Iterable[Finding], wording: Wording, view: View) -> str:
    """Findings in full, whatever their verdict, without headings and summary."""
    return printed(
        (
            line
            for finding in findings
            for line in _page(wording, view, of_drafts=bool(finding.windows)).finding(finding)
        ),
        view,
    )


def _page(wording: Wording, view: View, *, of_drafts: bool) -> Page:
    if not of_drafts:
        return Page(wording, view)
    from factcheck.reports.draft_page import DraftPage

    return DraftPage(wording, view)
