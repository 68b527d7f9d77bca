"""What the arithmetic makes of the three articles: the shipped claims, relation by relation."""

from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.claims.load import load
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
    assert outcome.derived == 6
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


# --- what follows -------------------------------------------------------------------------------------------

BILLION = 10**9
IMPLIED = {
    # the first half of 2024, from that of 2025 and its growth
    "exports_h1_2024": (12.89 * BILLION, 13.0 * BILLION),
    # what ITO, CRM and ESO leave
    "bpo_kpo_h1_2025": (1.315 * BILLION, 1.445 * BILLION),
    # the yearly growth that the targets of 2030 ask for: observed were 0.2 % in 2024, 3.5 % in the first half of 2025
    "exports_growth_to_2030": (6.36, 7.30),
    "jobs_growth_to_2030": (10.13, 11.19),
    # what one job brings in, and is to bring in by 2030
    "exports_per_job_2024": (176_460, 180_309),
    "exports_per_job_2030": (138_182, 150_943),
    # the rate by which one source converted: that of 2024 averaged 9.94
    "MAD/USD 2024": (9.19, 9.38),
}


@pytest.fixture(scope="module")
def implied(outcome):
    return {value.claim: value for value in outcome.implied}


@pytest.mark.parametrize(("claim", "usual"), IMPLIED.items())
def test_what_no_source_states_follows(implied, claim, usual):
    value = implied[claim]
    assert not value.is_stated
    low, high = usual
    assert float(value.usual.low) == pytest.approx(low, rel=1e-3)
    assert float(value.usual.high) == pytest.approx(high, rel=1e-3)


def test_all_that_no_source_states_is_implied(implied):
    claims = load([ROOT / "claims"]).claims.values()
    assert {claim.id for claim in claims if not claim.statements} <= set(implied)


def test_read_as_widely_as_its_words_allow_the_target_asks_for_more(implied):
    assert shown(implied["exports_growth_to_2030"].literal) == (4.92, 7.53)


def test_each_job_is_to_bring_in_less(implied):
    assert implied["exports_per_job_2030"].usual.high < implied["exports_per_job_2024"].usual.low


def test_what_is_stated_is_narrowed_by_the_rest(implied):
    assert shown(implied["exports_2025"].usual.scaled(Fraction(1, BILLION))) == (27.0, 27.17)


# --- what must give way -------------------------------------------------------------------------------------


def smallest(outcome, check):
    """The quotes of the smallest corrections, each a set."""
    withdrawals = outcome.culprits.of(check).withdrawals
    size = min(withdrawal.size for withdrawal in withdrawals)
    return [
        {suspect.evidence.quote for suspect in withdrawal.suspects}
        for withdrawal in withdrawals
        if withdrawal.size == size
    ]


def test_either_the_target_or_the_word_must_give_way(outcome):
    found = smallest(outcome, "exports-double")
    assert sorted(found, key=min) == [{"doublement des performances"}, {"près de 40 milliards de dirhams"}]


def test_the_dollars_must_give_way_rather_than_the_dirhams(outcome):
    assert smallest(outcome, "dollars-2024") == [{"2,8 milliards de dollars", "plus de 2,8 milliards de dollars"}]


@pytest.mark.parametrize("check", ["exports-double", "dollars-2024"])
def test_the_level_of_2024_stands_on_several_legs(outcome, check):
    cleared = {each.evidence.quote: each.ways for each in outcome.culprits.of(check).cleared}
    assert len(cleared["26,2 milliards de dirhams"]) >= 2


def test_a_weekday_that_is_none_of_its_dates_concerns_no_other_figure(outcome):
    assert outcome.culprits.of("weekday:signed_on") is None
