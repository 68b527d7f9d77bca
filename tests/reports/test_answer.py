"""Answers laid out: one screen, and what goes first where it is too small."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.desk.answer import Answer
from factcheck.desk.claim import check_claim
from factcheck.reports.answer import SCREEN, render
from factcheck.reports.answer_json import schema
from factcheck.reports.answer_markdown import render as note
from factcheck.reports.layout import width
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

CLAIMS = [Path(__file__).parents[2] / "claims"]
DOLLARS = "Les exportations numériques ont atteint 26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars"


def asked(sentence: str) -> Answer:
    return check_claim(sentence, claims=CLAIMS)


@pytest.fixture(scope="module")
def dollars() -> Answer:
    return asked(DOLLARS)


def test_a_short_answer_is_told_in_full(english: Wording) -> None:
    assert render(asked("le KPO pèse 2 %"), english, View(80)).splitlines() == [
        "“le KPO pèse 2 %”",
        "",
        "1 WHAT IT SAYS",
        "  2 %  1.5 to 2.5%  no period",
        "",
        "2 WHETHER IT HOLDS BY ITSELF",
        "  nothing in it can be held against anything else in it",
        "",
        "3 WHAT THE SOURCES SAY",
        "    |        ======= | scale 0.00 to 2.71%: “2 %”",
        "  no period is stated (--period)",
        "  ✗ |==              | rebound “0,2 %”",
        "  ✗ |==              | value-creation 2025-11 “0,2% seulement”",
        "  ✗ |===             | shares-2024-add-up: 0.0 to 0.4%, from ito_share_2024, cr…",
        "",
        "4 ✗ CONTRADICTED: “2 %” is 10 times more than “0,2 %” (rebound)",
        "30 claims; exchange rates reach September 2026. Exit code 1 (--fail-on error).",
    ]


@pytest.mark.parametrize("height", [14, 18, SCREEN, 40])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits_the_screen_and_says_what_was_left_out(
    dollars: Answer, english: Wording, height: int, columns: int
) -> None:
    lines = render(dollars, english, View(columns), height=height).splitlines()
    whole = render(dollars, english, View(columns, verbose=True)).splitlines()
    assert len(lines) < max(height, 10)
    assert max(width(line) for line in lines) <= columns
    left_out = [line for line in lines if "--verbose" in line]
    if left_out:
        count = int(left_out[0].split()[1])
        assert count >= len([line for line in whole if line]) - len([line for line in lines if line]) - 2
    else:
        assert [line for line in lines if line] == [line for line in whole if line] or columns < 120


def test_the_calculation_outlives_the_rest(dollars: Answer, english: Wording) -> None:
    text = render(dollars, english, View(80), height=20)
    assert "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD" in text
    assert "it would hold at the rate of 2025" in text
    assert text.splitlines()[-2].startswith("4 ✗ CONTRADICTED: ")


def test_all_of_it_has_the_rates_and_every_rule(dollars: Answer, english: Wording) -> None:
    text = render(dollars, english, View(200, verbose=True))
    assert "the two amounts imply 9.17 to 9.55 MAD per USD" in text
    assert "growth-2024: " in text
    assert "dollars-2024: " in text


def test_quiet_is_the_answer_alone(dollars: Answer, english: Wording) -> None:
    lines = render(dollars, english, View(80, quiet=True)).splitlines()
    assert lines == render(dollars, english, View(80)).splitlines()[-2:]


def test_where_nothing_matches_the_nearest_claims_are_named(english: Wording) -> None:
    text = render(asked("26,2 milliards de dirhams en 2024"), english, View(80))
    assert "“26,2 milliards de dirhams”: no words of a claim stand near it" in text
    assert "did you mean …\n  = exportations numériques, 2024: “plus de 26 milliards de dirhams”" in text


def test_the_note_lists_every_statement(dollars: Answer, english: Wording) -> None:
    text = note(dollars, english)
    rows = [line for line in text.splitlines() if line.startswith("| ✓ |")]
    assert len([row for row in rows if "26" in row]) >= 4
    assert "- ✗ “26,2 milliards de dirhams” at the rate of 2024" in text
    assert "value-creation, Numérique : de la sous-traitance à la création de valeur, 2025-11" in text


def test_the_schema_refers_to_nothing_that_is_missing() -> None:
    known = schema()["$defs"]
    assert {"answer", "figure", "check", "range", "error"} <= set(known)
