"""What a run concludes from the whole base, and when it takes the trouble."""

import json

import pytest
from notebook import write_base

from factcheck.desk.explain import explain
from factcheck.desk.run import run
from factcheck.relations import culprits

GROWTH = {"rise": "growth(before, after) == change"}
FITTING = {"before": "12,0 millions", "after": "15,0 millions", "change": "25 %"}
SWAPPED = {**FITTING, "change": "52 %"}


def suspects(outcome):
    return [
        {suspect.evidence.claim for suspect in withdrawal.suspects}
        for conflict in outcome.culprits.conflicts
        for withdrawal in conflict.withdrawals
    ]


def test_each_figure_of_a_lone_contradiction_may_have_to_give_way(tmp_path):
    outcome = run([write_base(tmp_path, GROWTH, SWAPPED)])
    assert sorted(map(sorted, suspects(outcome))) == [["after"], ["before"], ["change"]]


def test_a_second_relation_singles_one_out(tmp_path):
    rules = {**GROWTH, "more": "after - before == extra"}
    outcome = run([write_base(tmp_path, rules, {**SWAPPED, "extra": "3,0 millions"})])
    first, *others = outcome.culprits.conflicts[0].withdrawals
    assert [suspect.evidence.claim for suspect in first.suspects] == ["change"]
    assert all(other.size > first.size for other in others)


@pytest.mark.parametrize(
    "claims", [FITTING, {"day": "mardi 27 janvier 2025"}], ids=["nothing contradicts", "a figure contradicts itself"]
)
def test_where_no_two_figures_contradict_nothing_is_looked_for(tmp_path, monkeypatch, claims):
    def looked_for(*_, **__):
        raise AssertionError("the network was searched")

    monkeypatch.setattr(culprits, "culprits", looked_for)
    monkeypatch.setattr(culprits, "culprits_of", looked_for)
    rules = GROWTH if claims is FITTING else None
    assert run([write_base(tmp_path, rules, claims)]).culprits.conflicts == ()


def test_sources_that_disagree_are_a_conflict_without_any_rule(tmp_path):
    claims = {"jobs": {"said": {"paper": "120 000 emplois", "rival": "148 500 emplois", "third": "148 500 emplois"}}}
    first, *_ = suspects(run([write_base(tmp_path, None, claims)]))
    assert first == {"jobs"}
    (conflict,) = run([write_base(tmp_path, None, claims)]).culprits.conflicts
    assert [suspect.evidence.source for suspect in conflict.withdrawals[0].suspects] == ["paper"]


def test_what_no_source_states_follows(tmp_path):
    path = write_base(tmp_path, GROWTH, {**FITTING, "change": {"unit": "%"}})
    (value,) = [each for each in run([path]).implied if not each.is_stated]
    assert (value.claim, round(float(value.usual.low), 2), round(float(value.usual.high), 2)) == (
        "change",
        24.07,
        25.94,
    )


def test_a_claim_that_nobody_states_is_explained_by_what_gives_it(tmp_path):
    path = write_base(tmp_path, GROWTH, {**FITTING, "change": {"unit": "%"}})
    explanation = explain("change", [path])
    assert [rule.id for rule in explanation.given_by] == ["rise"]
    assert [value.claim for value in explanation.implied] == ["change"]
    assert explanation.findings == ()


def test_a_rule_that_does_not_hold_is_explained_with_what_must_give_way(tmp_path):
    conflict = explain("rise", [write_base(tmp_path, GROWTH, SWAPPED)]).conclusions.culprits.of("rise")
    assert len(conflict.withdrawals) == 3


@pytest.mark.parametrize("topic", ["implied", "culprits"])
def test_what_is_concluded_has_a_page_of_its_own(topic):
    explanation = explain(topic, [])
    assert explanation.manual.startswith(f"{topic.capitalize()}: ")
    assert explanation.kind is None


def test_growth_that_nobody_states_is_seen_beside_what_was_observed(tmp_path):
    indicators = {"indicators": {"sales": {"label": "sales", "unit": "MAD"}}}
    level = {"indicator": "sales"}
    claims = {
        "before": {**level, "said": {"paper": "100 millions de dirhams"}},
        "now": {**level, "said": {"paper": "103 millions de dirhams"}},
        "target": {**level, "said": {"paper": "150 millions de dirhams"}},
        "rise": {"said": {"paper": "3 %"}},
        "wanted": {"unit": "%"},
    }
    rules = {"rise-told": "growth(before, now) == rise", "needed": "cagr(now, target, 5) == wanted"}
    path = write_base(tmp_path, rules, claims)
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **indicators}), "utf-8")
    (wanted,) = (each for each in run([path]).implied if each.claim == "wanted")
    assert [(each.claim, each.quote) for each in wanted.beside] == [("rise", "3 %")]
