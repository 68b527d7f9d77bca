from __future__ import annotations

from msgspec.structs import replace

from factcheck.claims.base import Claim
from factcheck.desk.explain import Explanation, ListedRule
from factcheck.errors import Place
from factcheck.relations.finding import Finding
from factcheck.reports.manual import render, rules_text
from factcheck.reports.view import View
from factcheck.reports.wording import Wording


def test_a_kind_is_explained_by_its_page(english: Wording) -> None:
    page = "Growth: a rate of change.\n\nFormula\n    to / from − 1"
    assert render(Explanation("growth", "growth", page), english, View()) == page + "\n"


def test_findings_are_shown_in_full_whatever_their_verdict(holding: Finding, english: Wording) -> None:
    text = render(Explanation("growth-2024", "growth", "Page", findings=(holding,)), english, View())
    assert text.startswith("✓ growth-2024  growth  claims/morocco-digital-exports.yaml:131\n")
    assert text.endswith("\n\nPage\n")


def test_rules_are_listed_in_columns(english: Wording) -> None:
    rules = (
        ListedRule("growth-2024", "growth", "error", "growth(a, b) == c", "Because.", "claims/a.yaml:3:5"),
        ListedRule("sum", "sum", "error", "a + b == c", None, "claims/a.yaml:9:5"),
    )
    *listed, kinds = rules_text(rules, english).splitlines()
    assert listed == [
        "growth-2024  growth  growth(a, b) == c",
        "sum          sum     a + b == c",
        "2 rules",
    ]
    assert "agreement, growth, cagr" in kinds
    assert "  Because.\n  claims/a.yaml:3:5\n" in rules_text(rules, english, verbose=True)


def test_a_page_is_set_to_the_width_of_the_view(english: Wording) -> None:
    tolerances = "    The levels and the rate are taken\n    to their precision."
    page = f"Growth.\n\nTolerances\n{tolerances}\n\nFormula\n    to / from"
    text = render(Explanation("growth", "growth", page), english, View(width=30))
    wrapped = "    The levels and the rate\n    are taken to their\n    precision."
    assert text == f"Growth.\n\nTolerances\n{wrapped}\n\nFormula\n    to / from\n"


def test_the_unit_of_a_claim_is_said_in_words(english: Wording, french: Wording) -> None:
    claim = Claim("jobs", Place("a.yaml", 3, 3, 3, 7), unit="job")
    assert "\n  unit       job\n" in render(Explanation("jobs", claim=claim), english, View())
    assert "\n  unité           emploi\n" in render(Explanation("jobs", claim=claim), french, View())
    dates = replace(claim, unit="calendar_year")
    assert "unit" not in render(Explanation("jobs", claim=dates), english, View())
