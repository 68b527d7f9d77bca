from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcheck.claims.base import Claim
from factcheck.desk.explain import Explanation, ListedRule
from factcheck.errors import Place
from factcheck.kinds import KINDS, manual
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


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_kind_has_french_headings_in_french(kind: str, french: Wording) -> None:
    lines = render(Explanation(kind, kind, manual(kind)), french, View()).splitlines()
    headings = [line for line in lines[1:] if line and not line.startswith(" ")]
    assert headings == [
        "Ce que cela vérifie",
        "Formule",
        "Tolérances",
        "Ce qui tient",
        "Ce qui ne tient pas",
        "Comment l’écarter",
    ]


def test_a_french_page_is_laid_out_like_the_english_one(french: Wording) -> None:
    lines = render(Explanation("growth", "growth", manual("growth")), french, View(width=60)).splitlines()
    assert lines[:8] == [
        "Growth : un taux d’évolution, rapporté aux deux niveaux dont",
        "il est tiré.",
        "",
        "Ce que cela vérifie",
        "    Si une évolution annoncée (« en hausse de 0,2 % », « up",
        "    4.1 per cent ») convient au niveau d’avant et au niveau",
        "    d’après.",
        "",
    ]
    assert "    growth(from, to) = to / from − 1" in lines


def test_what_no_catalogue_has_is_shown_as_it_stands(french: Wording) -> None:
    page = "Not in any catalogue.\n\nFormula\n    to / from / by"
    text = render(Explanation("growth", "growth", page), french, View())
    assert text == "Not in any catalogue.\n\nFormule\n    to / from / by\n"


def test_the_unit_of_a_claim_is_said_in_words(english: Wording, french: Wording) -> None:
    claim = Claim("jobs", Place("a.yaml", 3, 3, 3, 7), unit="job")
    assert "\n  unit       job\n" in render(Explanation("jobs", claim=claim), english, View())
    assert "\n  unité           emploi\n" in render(Explanation("jobs", claim=claim), french, View())
    dates = replace(claim, unit="calendar_year")
    assert "unit" not in render(Explanation("jobs", claim=dates), english, View())
