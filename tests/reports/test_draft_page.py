from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.drafts.checked import Match, Standing
from factcheck.errors import Place
from factcheck.kinds import suppression
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Verdict
from factcheck.reports.console import details, render
from factcheck.reports.layout import width
from factcheck.reports.view import View
from factcheck.reports.wording import Wording


def drafts(*findings: Finding) -> Outcome:
    return Outcome(findings, drafts=1, figures=3)


def test_a_finding_is_a_place_a_sentence_with_carets_and_the_arithmetic(growth: Finding, english: Wording) -> None:
    assert details((growth,), english, View(width=80)).splitlines() == [
        "✗ drafts/exports.md:12:72  inconsistent  growth",
        "  from “26,17” to “26,2” is a change of −0.1 to +0.4%",
        "",
        "  12 │ …atteint 26,2 milliards de dirhams en 2024, soit une hausse de 2 % par…",
        "     │          ^^^^^^^^^^^^^^^^^^^^^^^^^                             ^^^",
        "     │ …l’année 2023 (26,17).",
        "     │                ^^^^^",
        "",
        "  26.2 ÷ 26.17 − 1 = 0.1%",
        "",
        "  would fit  “0 %” instead of “2 %”",
        "",
    ]


def test_passages_far_apart_show_where_each_of_them_stands(two_values: Finding, english: Wording) -> None:
    assert [line for line in details((two_values,), english, View()).splitlines() if "│" in line] == [
        "    4 │ Le secteur emploie 148 500 personnes.",
        "      │                    ^^^^^^^^^^^^^^^^^",
        "  118 │ Ses 120 000 emplois le placent au deuxième rang.",
        "      │     ^^^^^^^^^^^^^^^",
    ]


def test_findings_stand_in_the_order_of_the_files_whatever_their_verdict(gate: Outcome, english: Wording) -> None:
    text = render(gate, english, View())
    titles = [line for line in text.splitlines() if line[:2] in ("✗ ", "~ ", "✓ ")]
    assert titles == [
        "✗ drafts/exports.md:4:20  inconsistent  agreement  medium confidence",
        "✗ drafts/exports.md:12:72  inconsistent  growth",
        "~ drafts/exports.md:20:18  strained  sum",
        "✗ drafts/note.docx, paragraph 3  inconsistent  weekday",
    ]


def test_what_is_wrong_with_suppressions_stands_among_the_findings_of_its_file(
    growth: Finding, weekday: Finding, english: Wording
) -> None:
    mistake = suppression.finding(Place("drafts/exports.md", 3, 1, 3, 40), Phrase("no reason is given"), None)
    text = render(drafts(growth, mistake, weekday), english, View())
    places = ["drafts/exports.md:3:1 ", "drafts/exports.md:12:72 ", "drafts/note.docx"]
    assert sorted(places, key=text.index) == places


def test_how_to_suppress_is_told_once(gate: Outcome, english: Wording) -> None:
    text = render(gate, english, View())
    assert text.count("to suppress: ") == 1
    assert "  to suppress: <!-- factcheck: ignore agreement -- reason --> on or above the line\n" in text


@pytest.mark.parametrize("path", ["a.docx", "a.pdf", "a.txt"])
def test_drafts_without_comments_are_suppressed_in_a_file(growth: Finding, english: Wording, path: str) -> None:
    found = replace(growth, relation=replace(growth.relation, place=Place(path)))
    assert "  to suppress: an entry in .factcheck-ignore.yaml\n" in render(drafts(found), english, View())


def test_statements_of_the_claim_base_are_quoted_with_their_sources(
    growth: Finding, dollars: Finding, english: Wording
) -> None:
    found = replace(growth, figures=(*growth.figures, *dollars.figures[:1]))
    text = details((found,), english, View())
    assert "\n  exports_2024  “26,2 milliards de dirhams”  26.15 to 26.25 bn MAD  value-creation\n" in text
    assert text.count("26.15 to") == 1, "the draft's own figures are in the sentence above"


def test_what_holds_is_left_alone_or_suppressed_is_told_when_asked(gate: Outcome, english: Wording) -> None:
    short, full = (render(gate, english, View(verbose=verbose)) for verbose in (False, True))
    for part in (
        "SUPPRESSED  1  not to be reported\n"
        "✗ drafts/exports.md:20:18  sum  13,4 is 27 (suppressed: the ministry's own rounding)\n",
        "CONSISTENT  1  can all be true\n✓ drafts/exports.md:12:72  growth  2 is 2\n",
        "LEFT ALONE  1  may be meant, but the text does not clearly say so\n"
        "· drafts/exports.md:12:72  growth  “26,2 milliards de dirhams”, “2 %”  no source states a and b\n",
        "CLAIM BASE  1  what it says of the figures\n"
        "✓ drafts/exports.md:12:72  “26,2 milliards de dirhams”  supported  exports_2024  2 claims\n",
    ):
        assert part in full
        assert part not in short


def test_what_the_baseline_holds_back_is_listed_when_asked(growth: Finding, english: Wording) -> None:
    known = replace(growth, suppressed="baseline known.json")
    outcome = Outcome((), drafts=1, figures=3, baselined=1, known=(known,))
    short, full = (render(outcome, english, View(verbose=verbose)) for verbose in (False, True))
    assert "exports.md" not in short
    assert "HELD BACK  1  known to the baseline\n✗ drafts/exports.md:12:72  growth" in full


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_its_word(gate: Outcome, standing: Standing, english: Wording) -> None:
    match = Match(gate.matches[0].figure, standing, (), Phrase("{message}", message="why"))
    assert f"”  {standing}  why\n" in render(replace(gate, matches=(match,)), english, View(verbose=True))


def test_a_point_that_is_too_long_for_a_line_has_two(gate: Outcome, english: Wording) -> None:
    long = Phrase("{message}", message="because " * 12)
    text = render(replace(gate, matches=(replace(gate.matches[0], reason=long),)), english, View(verbose=True))
    assert "exports_2024\n    because because" in text


def test_what_cannot_be_verified_is_a_short_list_at_the_end(growth: Finding, english: Wording) -> None:
    missing = replace(growth, verdict=Verdict.UNVERIFIABLE, message=Phrase("not verified: {reason}", reason="no rate"))
    text = render(drafts(missing, growth), english, View())
    assert text.index("✗ ") < text.index("UNVERIFIABLE  1")
    assert "? drafts/exports.md:12:72  growth  not verified: no rate\n" in text


def test_good_copy_gets_the_summary_alone(growth: Finding, english: Wording) -> None:
    text = render(drafts(replace(growth, verdict=Verdict.CONSISTENT)), english, View())
    assert text.startswith("1 draft with 3 figures, 1 relation checked: 1 holds.\n")


def test_a_mistaken_suppression_is_told_without_a_verdict(growth: Finding, english: Wording) -> None:
    mistake = suppression.finding(Place("a.md", 3, 1, 3, 40), Phrase("no reason is given"), Phrase("write one"))
    lines = render(drafts(mistake), english, View()).splitlines()
    assert lines[0] == "! a.md:3:1  suppression  warning"
    assert "  note  write one" in lines
    assert not [line for line in lines if line.startswith("  to suppress")]


@pytest.mark.parametrize("cells", [80, 100, 120])
@pytest.mark.parametrize("language", ["english", "french"])
def test_no_line_is_wider_than_the_view(
    gate: Outcome, cells: int, language: str, request: pytest.FixtureRequest
) -> None:
    text = render(gate, request.getfixturevalue(language), View(width=cells, verbose=True))
    assert [line for line in text.splitlines() if width(line) > cells] == []
    assert not any(line.endswith(" ") for line in text.splitlines())
    assert "\n\n\n" not in text


def test_carets_have_the_colour_of_the_verdict(growth: Finding, english: Wording) -> None:
    assert "\x1b" not in render(drafts(growth), english, View())
    assert f"\x1b[1;31m{'^' * 25}" in render(drafts(growth), english, View(colours="standard")).replace(" ", "")


def test_words_of_drafts_steer_nothing(hostile_gate: Outcome, english: Wording) -> None:
    text = render(hostile_gate, english, View(verbose=True))
    assert not {char for char in text if char < " " and char != "\n"}
    assert not {"\u202e", "\x7f", "\x9b"} & set(text)
