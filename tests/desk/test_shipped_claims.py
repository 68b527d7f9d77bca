"""What the arithmetic makes of the three articles: the shipped claims, relation by relation."""

from pathlib import Path

import pytest

from factcheck.desk.run import run
from factcheck.desk.test import test as run_rule_tests

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "articles"
VERDICTS = {
    "dollars-2024": "inconsistent",
    "growth-2024": "consistent",
    "shares-2024-add-up": "consistent",
    "eso-progress": "consistent",
    "branches-within-h1-2025": "consistent",
    "h1-2025-below-forecast": "consistent",
    "forecast-2025": "consistent",
    "rebound-after-2024": "consistent",
    "jobs-double": "strained",
    "exports-double": "inconsistent",
    "five-years-to-2030": "consistent",
    "agreement:exports_2024": "consistent",
    "agreement:exports_2024_usd": "consistent",
    "agreement:exports_h1_2025": "consistent",
    "agreement:exports_growth_2024": "consistent",
    "agreement:exports_growth_h1_2025": "consistent",
    "agreement:kpo_share_2024": "consistent",
    "agreement:jobs": "strained",
    "weekday:signed_on": "inconsistent",
}


@pytest.fixture(scope="module")
def outcome():
    return run([ROOT / "claims"])


@pytest.fixture(scope="module")
def by_check(outcome):
    return {finding.check: finding for finding in outcome.findings}


@pytest.mark.parametrize(("check", "verdict"), VERDICTS.items())
def test_a_relation_of_the_articles(by_check, check, verdict):
    assert str(by_check[check].verdict) == verdict


def test_there_is_much_to_check(outcome):
    assert outcome.claims >= 25
    assert outcome.summary.checks >= 30
    assert outcome.summary.unverifiable == 0


def test_what_no_source_states_is_derived_and_not_judged(outcome, by_check):
    assert outcome.derived == 1
    assert "h1-2024-before-growth" not in by_check


def shown(interval, places=2):
    return round(float(interval.low), places), round(float(interval.high), places)


def test_the_dollars_are_those_of_another_rate(by_check):
    found = by_check["dollars-2024"]
    assert [each.quote for each in found.figures[:1]] == ["26,2 milliards de dirhams"]
    implied = found.calculation[-2].values["implied"].interval
    assert shown(implied) == (9.18, 9.55)
    assert str(found.calculation[-1].values["month"]) == "2025-11"
    assert "2,6 milliards de dollars" in [each.quote for each in found.corrections]


def test_the_dollars_are_only_strained_for_the_source_that_hedges(by_check):
    variants = {
        (variant.figures[0].quote, variant.figures[-1].quote): str(variant.verdict)
        for variant in by_check["dollars-2024"].variants
    }
    hedged = ("26,2 milliards de dirhams", "approximativement 2,8 milliards de dollars américains")
    assert variants[hedged] == "strained"


def test_the_jobs_are_less_than_doubled(by_check):
    assert shown(by_check["jobs-double"].left.usual) == (1.78, 1.89)


def test_one_source_stands_apart_on_jobs(by_check):
    assert by_check["agreement:jobs"].message.values["source"] == "rebound"


def test_the_growth_of_2024_is_within_the_rounding_of_its_levels(by_check):
    assert shown(by_check["growth-2024"].left.usual, 1) == (-0.1, 0.3)


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")
def test_every_quote_stands_in_its_article():
    outcome = run([ROOT / "claims"], texts=ARTICLES)
    quotes = [finding for finding in outcome.findings if finding.kind == "quote"]
    assert len(quotes) == outcome.claims
    assert [finding.check for finding in quotes if str(finding.verdict) != "consistent"] == []


def test_the_rules_own_tests_pass():
    results = run_rule_tests([ROOT / "claims"])
    assert len(results) >= 10
    assert [result.rule.id for result in results if not result.passed] == []
