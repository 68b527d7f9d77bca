"""A claim base as a network: what its files say, which sources follow which, and what comes of it."""

import json

import pytest

from factcheck.claims.load import load
from factcheck.claims.network import implied_values, network_of
from factcheck.figures.rates import Rates
from factcheck.relations.culprits import culprits

PAPERS = {name: {"title": name, "lang": "fr"} for name in ("paper", "rival", "third")}


def base(folder, claims, rules=None, sources=None):
    said = {name: quote if isinstance(quote, dict) else {"said": {"paper": quote}} for name, quote in claims.items()}
    checks = {name: {"check": check} for name, check in (rules or {}).items()}
    whole = {"sources": sources or PAPERS, "claims": said, **({"rules": checks} if checks else {})}
    path = folder / "base.yaml"
    path.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    return load([path])


def test_statements_that_print_the_same_go_together(tmp_path):
    said = {"said": {"paper": "20 %", "rival": "20 %", "third": "21 %"}}
    made = network_of(base(tmp_path, {"a": said}), Rates())
    assert [[each.source for each in said.statements] for said in made.said] == [["paper", "rival"], ["third"]]


def test_a_series_is_a_variable_for_each_moment(tmp_path):
    quotes = [{"quote": "10 usines", "as_of": "2023"}, {"quote": "20 usines", "as_of": "2024"}, "15 usines"]
    made = network_of(base(tmp_path, {"a": {"said": {"paper": quotes}}, "b": "10 usines"}, {"same": "a == b"}), Rates())
    assert list(made.variables) == ["a@2023", "a@2024", "b"]
    assert [said.keys for said in made.said] == [("a@2023",), ("a@2024",), ("a@2023", "a@2024"), ("b",)]
    assert [str(rule.comparison) for rule in made.rules] == ["a@2023 == b", "a@2024 == b"]


def test_what_is_to_come_is_another_thing(tmp_path):
    quotes = ["10 usines", {"quote": "20 usines", "status": "target"}]
    made = network_of(base(tmp_path, {"a": {"said": {"paper": quotes}}}), Rates())
    assert [said.keys for said in made.said] == [("a",), ("a@to-come",)]
    assert culprits(made).conflicts == ()


def test_a_range_is_two_comparisons(tmp_path):
    made = base(tmp_path, {"a": "30 %", "low": "20 %", "high": "25 %"}, {"range": "between(a, low, high)"})
    (conflict,) = culprits(network_of(made, Rates())).conflicts
    assert [[each.claim for each in argument.statements] for argument in conflict.arguments] == [["a", "high"]]
    assert conflict.checks == ("range",)


@pytest.mark.parametrize("follows", [[], ["rival"]])
def test_sources_that_follow_one_another_count_once(tmp_path, follows):
    sources = {**PAPERS, "third": {**PAPERS["third"], **({"follows": follows} if follows else {})}}
    said = {"said": {"paper": "10 %", "rival": "20 %", "third": "20,0 %"}}
    (conflict,) = culprits(network_of(base(tmp_path, {"a": said}, sources=sources), Rates())).conflicts
    assert [each.independent for each in conflict.withdrawals] == ([2, 1] if not follows else [1, 1])


def test_the_rate_that_a_conversion_used_follows_from_its_amounts(tmp_path):
    claims = {
        "dirhams": {"period": "2024", "said": {"paper": "26,2 milliards de dirhams"}},
        "dollars": {"period": "2024", "said": {"paper": "2,8 milliards de dollars américains"}},
    }
    made = base(tmp_path, claims, {"rate": "convert(dirhams, USD, 2024) == dollars"})
    (rate,) = implied_values(made, (), Rates())
    assert rate.claim == "MAD/USD 2024"
    assert 9.1 < rate.usual.low < rate.usual.high < 9.6
    (conflict,) = culprits(network_of(made, Rates())).conflicts
    assert [[each.evidence.claim for each in one.suspects] for one in conflict.withdrawals] == [
        ["dirhams"],
        ["dollars"],
    ]


def test_only_the_claims_that_are_asked_for_are_told(tmp_path):
    made = base(tmp_path, {"a": "10 %", "b": "20 %", "c": "30,9 %"}, {"sum": "a + b == c"})
    everything = {value.claim for value in implied_values(made, (), Rates())}
    assert everything == {"a", "b"}
    assert [value.claim for value in implied_values(made, (), Rates(), ["a"])] == ["a"]
