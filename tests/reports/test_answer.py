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
    found = asked("le KPO pèse 2 %")
    assert render(found, english, View(80)).splitlines() == [
        "“le KPO pèse 2 %”",
        "",
        "1 WHAT IT SAYS",
        "  2 %  1.5 to 2.5%  no period",
        "",
        "2 WHETHER IT HOLDS BY ITSELF",
        "  nothing in it can be held against anything else in it",
        "",
        "3 WHAT THE SOURCES SAY",
        "    |      ===== | scale 0.0 to 2.8%: “2 %”",
        "  no period is stated (--period)",
        "  ✗ |==          | rebound “0,2 %”",
        "  ✗ |==          | value-creation 2025-11 “0,2% seulement”",
        "  ✗ |==          | 0.0 to 0.4%, from “part d'ITO, 2024”, “part du CRM, 2024”,",
        "                     “part d'ESO, 2024” and “part du BPO, 2024”",
        "                     (shares-2024-add-up)",
        "",
        "4 ✗ CONTRADICTED: “2 %” is 10 times more than “0,2 %” (rebound)",
        f"{found.claims} claims; exchange rates reach September 2026. Exit code 1 (--fail-on error).",
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
    assert "(growth-2024)" in text
    assert "(dollars-2024)" in text


def test_what_would_make_it_hold_is_on_the_screen(dollars: Answer, english: Wording) -> None:
    lines = render(dollars, english, View(80)).splitlines()
    start = next(number for number, line in enumerate(lines) if "it would hold with" in line)
    assert "“27,8 milliards de dirhams”" in lines[start]
    assert "  or with “2,6 milliards de dollars”, not “2,8 milliards de dollars”" in lines


def test_the_relations_stand_with_what_it_says(dollars: Answer, english: Wording) -> None:
    says, _, _ = render(dollars, english, View(80)).partition("\n2 ")
    assert "  convert relates “26,2 milliards de dirhams” and “2,8 milliards de dollars”" in says


def test_quotes_are_told_in_full(dollars: Answer, english: Wording) -> None:
    for columns in (60, 80):
        text = " ".join(render(dollars, english, View(columns, verbose=True)).split())
        for looked in dollars.looked:
            for said in looked.held[0].said:
                assert f"“{said.statement.quote}”" in text


def test_figures_that_have_no_room_are_counted(english: Wording) -> None:
    shares = ", ".join(f"une part de {share} %" for share in (40.3, 37.4, 13.2, 8.9, 0.2, 11, 12, 14))
    found = asked(f"{DOLLARS}, {shares}".replace(".", ","))
    lines = render(found, english, View(80)).splitlines()
    says = lines[lines.index("1 WHAT IT SAYS") + 1 : lines.index("2 WHETHER IT HOLDS BY ITSELF")]
    (told,) = [line for line in says if line.startswith("  … ")]
    assert says.index(told) + int(told.split()[1]) == len(found.figures)


@pytest.mark.parametrize("height", range(16, 40, 3))
def test_no_heading_stands_without_anything_under_it(english: Wording, height: int) -> None:
    shares = ", ".join(f"ITO pèse {share} % en 2024" for share in ("40,3", "41", "42", "43"))
    lines = render(asked(shares), english, View(80), height=height).splitlines()
    heads = [number for number, line in enumerate(lines) if "scale" in line]
    for number in heads:
        assert lines[number + 1].strip()[0] in "✓✗~", "a statement, and no other heading"


def test_what_a_rule_gives_by_one_quote_and_by_another_is_told_apart(english: Wording) -> None:
    text = render(asked("270 000 emplois en 2030"), english, View(120, verbose=True))
    rows = {line.strip()[0]: line for line in text.splitlines() if " jobs, from " in line}
    assert rows.keys() == {"✓", "~"}
    assert "from “près de 148 500 personnes” (three-agreements)" in rows["~"]
    assert "148 500" not in rows["✓"]


def test_without_claims_that_is_what_is_said(english: Wording) -> None:
    text = render(check_claim("12 %"), english, View(80))
    assert "\n3 WHAT THE SOURCES SAY\n  there are no claims to hold it against (--claims)\n" in text


def test_quiet_is_the_answer_alone(dollars: Answer, english: Wording) -> None:
    lines = render(dollars, english, View(80, quiet=True)).splitlines()
    assert lines == render(dollars, english, View(80)).splitlines()[-2:]


def test_where_nothing_matches_the_nearest_claims_are_named(english: Wording) -> None:
    text = render(asked("26,2 milliards de dirhams en 2024"), english, View(80))
    assert "“26,2 milliards de dirhams”: the words beside it are not those of any claim" in text
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
