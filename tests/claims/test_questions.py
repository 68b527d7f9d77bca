"""Bases loaded for questions, and claims that only rules speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims.load import load, load_for_questions
from factcheck.claims.relations import derived_by
from factcheck.desk.run import run
from factcheck.errors import InputError

BASE = """\
sources: {paper: {lang: en}}
claims:
  sales_2023: {period: 2023, unit: EUR}
  sales_2024: {period: 2024, said: {paper: 12 million euros}}
  sales_2025: {period: 2025, unit: EUR}
  growth_2024: {period: 2024, said: {paper: 20%}}
  shop_a: {said: {paper: 5 million euros}}
  shop_b: {said: {paper: 7 million euros}}
rules:
  before: {check: "growth(sales_2023, sales_2024) == growth_2024"}
  shops: {check: "sum(shop_*) == sales_2024"}
  more: {check: sales_2024 > sales_2023}
  nobody: {check: "growth(sales_2023, sales_2025) == growth_2024"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claims.yaml"
    path.write_text(BASE, encoding="utf-8")
    return path


def test_a_claim_needs_no_source_where_a_rule_speaks_of_it(file: Path) -> None:
    claim = load([file]).claims["sales_2023"]
    assert (claim.statements, claim.unit, str(claim.period)) == ((), "EUR", "2023")


def test_a_rule_derives_the_one_claim_that_no_source_states(file: Path) -> None:
    base = load([file])
    derived = {name: derived_by(base, rule) for name, rule in base.rules.items()}
    assert derived == {
        "before": "sales_2023",
        "shops": None,  # all of its claims are stated: it is judged
        "more": None,  # an order gives no value
        "nobody": None,  # two are not stated
    }


def test_a_run_counts_what_is_derived_and_does_not_judge_it(file: Path) -> None:
    outcome = run([file])
    verdicts = {finding.check: str(finding.verdict) for finding in outcome.findings if finding.kind != "quote"}
    assert verdicts == {"shops": "consistent", "more": "unverifiable", "nobody": "unverifiable"}
    assert (outcome.derived, outcome.claims) == (1, 4)


@pytest.mark.parametrize(
    ("claims", "rules"),
    [
        ({"sales_2023"}, {"before", "more", "nobody"}),
        ({"shop_a"}, {"shops"}),
        ({"growth_2024"}, {"before", "nobody"}),
        ({"growth"}, set()),  # the name of a function
        ({"sales_2024"}, {"before", "more", "shops"}),
        (set(), set()),
    ],
)
def test_the_rules_on_some_claims_are_those_that_name_them(file: Path, claims: set[str], rules: set[str]) -> None:
    base, rules_on = load_for_questions([file])
    assert base.rules == {}
    found = rules_on(claims)
    assert set(found) == rules
    whole = load([file])
    assert all(found[name] == whole.rules[name] for name in found)


def test_mistakes_in_claims_are_told_at_once_and_those_in_rules_where_they_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(BASE + "  broken: {check: shop_a == }\n", encoding="utf-8")
    _, rules_on = load_for_questions([path])
    assert set(rules_on({"sales_2023"})) >= {"before"}
    with pytest.raises(InputError):
        rules_on({"shop_a"})
    path.write_text(BASE.replace("12 million euros", "a lot"), encoding="utf-8")
    with pytest.raises(InputError):
        load_for_questions([path])
