"""Implied values and culprits in the JSON report, held against its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from notebook import write_base

from factcheck.desk.outcome import Outcome
from factcheck.desk.run import run
from factcheck.reports.json import render, schema
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

SHARES = {"ito": "40,3 %", "crm": "37,4 %", "eso": "13,2 %", "bpo": "9,8 %", "kpo": "0,2 %"}
CLAIMS = {
    **SHARES,
    "amount": {"said": {"rival": "8,9 millions"}},
    "total": {"said": {"rival": "100,0 millions", "third": "100,0 millions"}},
    "rest": {"label": "what is left"},
}
RULES = {
    "shares": "ito + crm + eso + bpo + kpo == 100 %",
    "share": "share(amount, total) == bpo",
    "rest": "amount + rest == total",
}


@pytest.fixture
def document(tmp_path: Path, english: Wording) -> dict[str, object]:
    """The report on a base with one misprint, and one value that no source states."""
    loaded: dict[str, object] = json.loads(render(run([write_base(tmp_path, RULES, CLAIMS)]), english, View()))
    jsonschema.validate(loaded, schema(), cls=jsonschema.Draft202012Validator)
    return loaded


def test_the_figure_that_the_others_single_out_is_the_first_correction(document) -> None:
    (conflict,) = document["culprits"]["conflicts"]
    assert document["culprits"]["undecided"] == []
    assert set(conflict["checks"]) == {"shares", "share"}
    first, *others = conflict["corrections"]
    (suspect,) = first["suspects"]
    assert [conflict["figures"][at]["claim"] for at in suspect["figures"]] == ["bpo"]
    assert (first["size"], first["certain"], first["rules"]) == (1, True, [])
    assert all(other["size"] > 1 for other in others)
    assert (suspect["printed"], suspect["slips"][0]["kind"], suspect["slips"][0]["quote"]) == (
        ["8,8 %", "9,0 %"],
        "swapped",
        "8,9 %",
    )


def test_the_arguments_name_their_figures_by_their_places(document) -> None:
    (conflict,) = document["culprits"]["conflicts"]
    told = {
        tuple(argument["checks"]): {conflict["figures"][at]["claim"] for at in argument["figures"]}
        for argument in conflict["arguments"]
    }
    assert told == {("share",): {"amount", "total", "bpo"}, ("shares",): set(SHARES)}
    assert all(argument["minimal"] for argument in conflict["arguments"])


def test_what_follows_has_its_derivation(document) -> None:
    implied = {value["claim"]: value for value in document["implied"]}
    rest = implied["rest"]
    assert (rest["stated"], rest["usual"]) == (False, {"low": "91000000", "high": "91200000", "open": []})
    *given, last = rest["derivation"]
    assert (last["claim"], last["rule"], set(last["claims"])) == ("rest", "rest", {"amount", "total"})
    assert {figure["quote"] for step in given for figure in step["figures"]} == {"8,9 millions", "100,0 millions"}


def test_where_nothing_contradicts_there_are_no_culprits(tmp_path: Path, english: Wording) -> None:
    path = write_base(tmp_path, {"shares": RULES["shares"]}, {**SHARES, "bpo": "8,9 %"})
    loaded = json.loads(render(run([path]), english, View()))
    assert loaded["culprits"] == {"conflicts": [], "undecided": []}


def test_drafts_and_mistakes_have_neither(gate: Outcome, english: Wording) -> None:
    for outcome in (gate, Outcome(())):
        assert {"implied", "culprits"}.isdisjoint(json.loads(render(outcome, english, View())))
