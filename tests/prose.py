"""Sentences checked as drafts, for the tests of what prose states."""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck.drafts.check import check_document
from factcheck.drafts.checked import Checked
from factcheck.figures.rates import Rates
from factcheck.reading.documents import document_of


@cache
def _rates() -> Rates:
    return Rates()


def checked(text: str, lang: str, day: str | None = None, form: str = "text") -> Checked:
    """What the check of a text comes to; `day` is its date, `form` one of the formats that documents have."""
    document = document_of("draft", text.encode(), form)
    return check_document(
        document, lang, base=None, rates=_rates(), day=None if day is None else date.fromisoformat(day)
    )


def findings(text: str, lang: str, day: str | None = None, form: str = "text") -> list[tuple[str, str, list[str]]]:
    """The kind, the verdict and the quotes of each finding of a text, in the order of their places."""
    return [
        (finding.kind, str(finding.verdict), [evidence.quote for evidence in finding.figures])
        for finding in checked(text, lang, day, form).findings
    ]


def changes(text: str, lang: str, day: str | None = None) -> list[tuple[str, str, list[str]]]:
    """The same of the kinds that hold a change against its levels."""
    kinds = ("growth", "difference", "points", "multiple", "cagr")
    return [finding for finding in findings(text, lang, day) if finding[0] in kinds]


def at_odds(text: str, lang: str, day: str | None = None, form: str = "text") -> list[tuple[str, str]]:
    """The kind and the verdict of each finding that a reader is shown: what does not hold, or only when stretched."""
    return [(kind, verdict) for kind, verdict, _ in findings(text, lang, day, form) if verdict in AT_ODDS]


AT_ODDS = ("inconsistent", "strained")
