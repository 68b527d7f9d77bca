from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.console import render
from factcheck.reports.layout import width
from factcheck.reports.view import View, view_of
from factcheck.reports.wording import Wording


@pytest.mark.parametrize("cells", [80, 100, 120])
def test_no_line_is_wider_than_the_view(outcome: Outcome, english: Wording, cells: int) -> None:
    text = render(outcome, english, View(width=cells, verbose=True))
    assert [line for line in text.splitlines() if width(line) > cells] == []
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_the_worst_comes_first_and_what_holds_last(outcome: Outcome, english: Wording) -> None:
    text = render(outcome, english, View(verbose=True))
    words = ["INCONSISTENT  1", "UNVERIFIABLE  1", "ACCEPTED  1", "\nCONSISTENT  1", "4 checks"]
    assert sorted(words, key=text.index) == words


def test_a_finding_shows_figures_with_sources_arithmetic_and_what_would_fit(outcome: Outcome, english: Wording) -> None:
    text = render(outcome, english, View(width=120))
    for expected in (
        "✗ dollars-2024  convert  claims/morocco-digital-exports.yaml:131",
        "exports_2024      “26,2 milliards de dirhams”  26.15 to 26.25 bn MAD  value-creation, rebound",
        "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD",
        "would fit  “2,6 milliards de dollars” instead of “2,8 milliards de dollars”",
        "otherwise  strained for “approximativement 2,8 milliards de dollars américains” (three-agreements)",
        "why        An amount of a year converts at that year's average rate.",
    ):
        assert expected in text


def test_what_holds_is_counted_and_listed_only_when_asked(outcome: Outcome, english: Wording) -> None:
    assert "growth-2024" not in render(outcome, english, View())
    assert "✓ growth-2024" in render(outcome, english, View(verbose=True))


def test_an_accepted_finding_says_why_and_until_when(outcome: Outcome, english: Wording) -> None:
    text = render(outcome, english, View())
    assert "accepted  published; a correction was asked for (until 31 December 2026)" in text
    assert text.count("26.2 bn MAD ÷") == 1, "the arithmetic of what is accepted is not told again"


def test_an_acceptance_that_has_run_out_is_told(accepted: Finding, english: Wording) -> None:
    text = render(Outcome((replace(accepted, is_accepted=False),)), english, View())
    assert "INCONSISTENT  1" in text
    assert "(only until 31 December 2026: it counts again)" in text


def test_a_severity_that_the_rule_set_is_told(dollars: Finding, english: Wording) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, severity=Severity.WARNING))
    assert "dollars-2024  convert  warning  claims/" in render(Outcome((mild,)), english, View())


@pytest.mark.parametrize(
    ("quote", "shown"),
    [("26,2 milliards [sic]", "[sic]"), ("26,2 [/x] [bold]", "[/x] [bold]"), (":smile: 26,2", ":smile:"),
     ("26,2\u202e\x1b[2J", "26,2\\u202e\\x1b[2J")],
)  # fmt: skip
def test_what_articles_print_is_shown_as_it_stands_and_steers_nothing(
    with_quote: Callable[[str], Outcome], english: Wording, quote: str, shown: str
) -> None:
    text = render(with_quote(quote), english, View(width=120))
    assert shown in text
    assert "\x1b" not in text


def test_quiet_leaves_the_summary(outcome: Outcome, english: Wording) -> None:
    assert render(outcome, english, View(quiet=True)).splitlines() == [
        "4 checks of 28 claims from 3 sources: 1 consistent, 0 strained, 2 inconsistent, 1 unverifiable.",
        "Of these, 1 was accepted and 0 were suppressed. Quotes were not looked up (--texts). Exchange rates",
        "reach October 2026.",
        "Exit code 1: 1 finding fails the run (--fail-on error).",
    ]


@pytest.mark.parametrize(
    ("fail_on", "reason"),
    [
        ("never", "Exit code 0: no finding fails the run (--fail-on never)."),
        ("error", "Exit code 1: 1 finding fails the run (--fail-on error)."),
        ("note", "Exit code 1: 2 findings fail the run (--fail-on note)."),
    ],
)
def test_the_last_line_says_why_the_exit_code_is_what_it_is(
    outcome: Outcome, english: Wording, fail_on: str, reason: str
) -> None:
    text = render(replace(outcome, fail_on=fail_on), english, View())
    assert text.splitlines()[-1] == reason


def test_the_report_speaks_french(outcome: Outcome, french: Wording) -> None:
    text = render(outcome, french, View(verbose=True))
    for word in ("INCOHÉRENT", "INVÉRIFIABLE", "26,15 à 26,25\u00a0Md\u00a0MAD", "au lieu de", "octobre 2026"):
        assert word in text
    for word in ("INCONSISTENT", " instead of ", "checks"):
        assert word not in text


def test_colour_is_only_for_views_that_ask_for_it(outcome: Outcome, english: Wording) -> None:
    assert "\x1b" not in render(outcome, english, View())
    coloured = render(outcome, english, View(colours="standard"))
    assert "\x1b[1;31m✗" in coloured


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [({}, True, True), ({"NO_COLOR": "1"}, True, False), ({}, False, False), ({"FORCE_COLOR": "1"}, False, True)],
)
def test_terminals_have_colour_and_variables_decide(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], terminal: bool, coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    view = view_of(_Terminal() if terminal else io.StringIO(), variables)
    assert (view.colours is not None) is coloured


def test_a_pipe_is_as_wide_as_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert view_of(io.StringIO(), {"COLUMNS": "72"}).width == 72
    assert view_of(None, {}).width == 100


def test_french_verdicts_have_a_singular(outcome: Outcome, french: Wording) -> None:
    text = render(outcome, french, View(width=200, quiet=True))
    assert "1 cohérent, 0 forcé, 2 incohérents, 1 invérifiable." in text
