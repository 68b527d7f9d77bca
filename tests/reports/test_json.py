from __future__ import annotations

import json
from fractions import Fraction

import jsonschema
import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import Place, Problem
from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.reports.decimals import bounds
from factcheck.reports.json import exact, render, schema
from factcheck.reports.view import View
from factcheck.reports.wording import Wording
from factcheck.version import __version__


def document(outcome: Outcome, wording: Wording) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(render(outcome, wording, View()))
    jsonschema.validate(loaded, schema(), cls=jsonschema.Draft202012Validator)
    return loaded


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_everything_judged_is_in_the_document(outcome: Outcome, english: Wording) -> None:
    loaded = document(outcome, english)
    assert loaded["factcheck"] == __version__
    assert [check["verdict"] for check in loaded["checks"]] == [  # type: ignore[attr-defined]
        "consistent",
        "inconsistent",
        "unverifiable",
        "inconsistent",
    ]
    assert loaded["summary"] == {
        "checks": 4, "consistent": 1, "strained": 0, "inconsistent": 2, "unverifiable": 1,
        "accepted": 1, "suppressed": 0,
    }  # fmt: skip


def test_a_check_has_what_the_interface_promises(outcome: Outcome, english: Wording) -> None:
    check = document(outcome, english)["checks"][1]  # type: ignore[index]
    assert check["severity"] == "error"
    assert check["claims"] == ["exports_2024", "exports_2024_usd"]
    assert check["calculation"][0] == "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD"
    assert check["left"] == {"low": "2617600000", "high": "2654200000", "open": [], "unit": "USD"}
    assert check["gap"] == "0.0351"
    assert check["corrections"][0] == {"figure": 2, "quote": "2,6 milliards de dollars", "value": "2600000000"}
    assert check["figures"][0] == {
        "claim": "exports_2024",
        "source": "value-creation",
        "quote": "26,2 milliards de dirhams",
        "hedge": "none",
        "kind": "currency",
        "value": "26200000000",
        "unit": "MAD",
        "literal": {"low": "26150000000", "high": "26250000000", "open": []},
        "usual": {"low": "26150000000", "high": "26250000000", "open": []},
        "path": "claims/morocco-digital-exports.yaml",
        "line": 31,
        "column": 16,
        "end_line": 31,
        "end_column": 41,
    }


def test_what_does_not_apply_is_null(outcome: Outcome, english: Wording) -> None:
    holding, inconsistent, _, accepted = document(outcome, english)["checks"]  # type: ignore[misc]
    assert (holding["severity"], holding["left"], holding["gap"], holding["reason"]) == (None, None, None, None)
    assert inconsistent["accepted"] is None
    assert accepted["accepted"] == {"reason": "published; a correction was asked for", "until": "2026-12-31"}


def test_mistakes_are_errors_with_places(english: Wording) -> None:
    mistake = Problem(Phrase("unknown setting {name}", name="x"), Place("a.yaml", 3, 5, 3, 9), "  x: y")
    loaded = document(Outcome((), (mistake,)), english)
    assert loaded["errors"] == [
        {"message": "unknown setting x", "path": "a.yaml", "line": 3, "column": 5, "end_line": 3, "end_column": 9,
         "hint": None}
    ]  # fmt: skip


def test_messages_are_in_the_reader_s_language(outcome: Outcome, french: Wording) -> None:
    check = document(outcome, french)["checks"][1]  # type: ignore[index]
    assert check["calculation"][0].replace("\u00a0", " ") == "26,2 Md MAD ÷ 9,94 MAD par USD = 2,64 Md USD"
    assert check["verdict"] == "inconsistent"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("26200000000"), "26200000000"),
        (Fraction("-0.2"), "-0.2"),
        (Fraction(0), "0"),
        (Fraction(2, 3), "2/3"),
        (Fraction("1.25"), "1.25"),
    ],
)
def test_figures_are_exact(value: Fraction, text: str) -> None:
    assert exact(value) == text


def test_computed_bounds_are_rounded_outward_to_twelve_digits() -> None:
    assert bounds(Interval(Fraction(1, 3), Fraction(2, 3), True, False)) == {
        "low": "0.333333333333",
        "high": "0.666666666667",
        "open": ["low"],
    }
    assert bounds(Interval(Fraction(120_000), None, True)) == {"low": "120000", "high": None, "open": ["low", "high"]}


def test_a_suppressed_check_says_by_what(outcome: Outcome, english: Wording) -> None:
    suppressed = replace(outcome.findings[1], suppressed="baseline")
    assert document(Outcome((suppressed,)), english)["checks"][0]["suppressed"] == "baseline"  # type: ignore[index]


def test_drafts_have_neither_claims_nor_sources_but_passages(gate: Outcome, english: Wording) -> None:
    check = document(gate, english)["checks"][1]  # type: ignore[index]
    assert (check["check"], check["claims"]) == ("growth", [])
    assert {(figure["claim"], figure["source"]) for figure in check["figures"]} == {(None, None)}
    (shown,) = check["windows"]
    assert [shown["text"][start:end] for start, end in shown["spans"]] == [each["quote"] for each in check["figures"]]
    assert (shown["path"], shown["line"], shown["column"]) == ("drafts/exports.md", 12, 1)


def test_of_drafts_it_says_what_was_read_matched_and_left_alone(gate: Outcome, english: Wording) -> None:
    loaded = document(gate, english)
    assert loaded["drafts"] == {
        "checked": 2,
        "figures": 57,
        "standings": {"supported": 4, "contradicted": 1, "disputed": 0, "outdated": 0, "not_covered": 12},
        "baselined": 2,
    }
    (match,), (silence,) = loaded["matches"], loaded["left_alone"]  # type: ignore[misc]
    assert (match["standing"], match["claims"], match["figure"]["quote"]) == (
        "supported", ["exports_2024"], "26,2 milliards de dirhams",
    )  # fmt: skip
    assert (silence["kind"], len(silence["figures"]), silence["reason"]) == ("growth", 2, "no source states a and b")


def test_claims_have_nothing_of_that(outcome: Outcome, english: Wording) -> None:
    loaded = document(outcome, english)
    assert set(loaded) == {"factcheck", "checks", "errors", "summary"}
    assert "windows" not in loaded["checks"][0]  # type: ignore[index]
