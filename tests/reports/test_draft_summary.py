from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.drafts.checked import Standing
from factcheck.errors import Place, Problem
from factcheck.figures.periods import Period
from factcheck.kinds import suppression
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Verdict
from factcheck.reports.summary import closing_lines
from factcheck.reports.wording import Wording


def test_it_says_what_was_read_how_it_came_out_and_what_was_left_out(gate: Outcome, english: Wording) -> None:
    assert closing_lines(gate, english) == [
        "2 drafts with 57 figures, 6 relations checked: 1 holds, 1 is strained and 4 are inconsistent.",
        "Held against 28 claims from 3 sources: 4 figures are supported, 1 contradicted and 12 not covered. "
        "1 finding is suppressed. The baseline holds 2 findings back. Exchange rates reach October 2026.",
        "Exit code 1: 3 findings fail the run (--fail-on error).",
    ]


@pytest.mark.parametrize(
    ("drafts", "figures", "first"),
    [
        (0, 0, "No draft was checked."),
        (1, 1, "1 draft with 1 figure: no relation between them is stated."),
        (3, 12, "3 drafts with 12 figures: no relation between them is stated."),
    ],
)
def test_what_states_nothing_is_said_to_state_nothing(drafts: int, figures: int, first: str, english: Wording) -> None:
    assert closing_lines(Outcome((), drafts=drafts, figures=figures), english)[0] == first


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "There was no claim base to hold the figures against (--claims). Nothing is suppressed."),
        ({"claims": 28, "sources": 3}, "No figure could be held against 28 claims from 3 sources."),
        (
            {"claims": 28, "sources": 3, "standings": {Standing.OUTDATED: 1, Standing.DISPUTED: 2}},
            "Held against 28 claims from 3 sources: 0 figures are supported, 2 disputed and 1 outdated.",
        ),
        ({"baselined": 0}, "The baseline holds 0 findings back."),
        ({"notices": (Phrase("no drafts in {folder}", folder="a\x1b"),)}, "no drafts in a\\x1b"),
    ],
)
def test_what_it_rests_on_is_said(changes: dict[str, object], said: str, growth: Finding, english: Wording) -> None:
    outcome = replace(Outcome((growth,), drafts=1, figures=3), **changes)
    assert said in closing_lines(outcome, english)[1]


@pytest.mark.parametrize(
    ("outcome", "lines"),
    [
        (Outcome((), drafts=0, rates_reach=Period.parse("2026-10")), ["No draft was checked."]),
        (
            Outcome((), drafts=0, notices=(Phrase("There is no draft in {path}.", path="a"),)),
            ["No draft was checked.", "There is no draft in a."],
        ),
    ],
)
def test_nothing_more_is_said_than_there_is_to_say(outcome: Outcome, lines: list[str], english: Wording) -> None:
    assert closing_lines(outcome, english)[:-1] == lines


def test_a_file_is_counted_once_however_much_is_wrong_with_it(english: Wording) -> None:
    problems = [Problem(Phrase("broken"), Place(path, line)) for path, line in (("a.md", 1), ("a.md", 2), ("b.md", 1))]
    assert closing_lines(Outcome((), problems, drafts=0), english)[-1] == "Exit code 2: 2 files could not be checked."


@pytest.mark.parametrize(("others", "said"), [(0, "2 are known"), (1, "1 is inconsistent and 2 are known")])
def test_what_the_baseline_knows_was_checked_too(growth: Finding, english: Wording, others: int, said: str) -> None:
    mistake = suppression.finding(Place("a.md"), Phrase("no reason"), None)
    outcome = Outcome((growth,) * others, drafts=1, figures=3, baselined=3, known=(growth, growth, mistake))
    first, second, _ = closing_lines(outcome, english)
    checked = f"{2 + others} relations checked"
    assert first == f"1 draft with 3 figures, {checked}: {said} to the baseline."
    assert "The baseline holds 3 findings back." in second


def test_mistaken_suppressions_are_no_relations(growth: Finding, english: Wording) -> None:
    mistake = suppression.finding(Place("a.md"), Phrase("no reason"), None)
    first, second, _ = closing_lines(Outcome((growth, mistake), drafts=1, figures=3), english)
    assert first == "1 draft with 3 figures, 1 relation checked: 1 is inconsistent."
    assert "1 suppression is mistaken." in second


def test_verdicts_that_did_not_come_up_are_left_out(growth: Finding, english: Wording) -> None:
    findings = [replace(growth, verdict=verdict) for verdict in (Verdict.CONSISTENT, Verdict.UNVERIFIABLE) * 2]
    first, *_ = closing_lines(Outcome(findings, drafts=2, figures=9), english)
    assert first == "2 drafts with 9 figures, 4 relations checked: 2 hold and 2 are unverifiable."


def test_a_draft_that_could_not_be_read_is_the_reason_for_the_exit_code(growth: Finding, english: Wording) -> None:
    outcome = Outcome((growth,), (Problem(Phrase("broken"), Place("b.pdf")),), drafts=1, figures=3)
    assert closing_lines(outcome, english)[-1] == "Exit code 2: 1 file could not be checked."
