"""Sentences and what the arithmetic makes of them, kind by kind."""

import pytest
from notebook import finding, findings

GROWTH = "growth(before, after) == change"
CONVERT = "convert(amount, USD, 2024) == dollars"
MULTIPLE = "after / before == times"

TABLE = [
    # growth
    (GROWTH, {"before": "26,17 milliards", "after": "26,2 milliards", "change": "0,2 %"}, "growth", "consistent"),
    (GROWTH, {"before": "12 millions", "after": "15 millions", "change": "20 %"}, "growth", "consistent"),
    (GROWTH, {"before": "12,0 millions", "after": "15,0 millions", "change": "20 %"}, "growth", "inconsistent"),
    (GROWTH, {"before": "120", "after": "100", "change": "en baisse de 17 %"}, "growth", "consistent"),
    (GROWTH, {"before": "4 310", "after": "4 720", "change": "environ 10 %"}, "growth", "consistent"),
    (GROWTH, {"before": "4 310", "after": "4 692", "change": "près de 10 %"}, "growth", "strained"),
    # cagr
    ("cagr(a, b, 6) == rate", {"a": "26,2 milliards", "b": "40 milliards", "rate": "7 %"}, "cagr", "consistent"),
    ("cagr(a, b, 6) == rate", {"a": "26,2 milliards", "b": "40 milliards", "rate": "9 %"}, "cagr", "inconsistent"),
    ("rate >= cagr(a, b, 6)", {"a": "26,2 milliards", "b": "40 milliards", "rate": "9 %"}, "cagr", "consistent"),
    # difference
    ("a - b == more", {"a": "8 200", "b": "7 500", "more": "700"}, "difference", "consistent"),
    ("a - b == more", {"a": "8 200", "b": "7 500", "more": "900"}, "difference", "inconsistent"),
    # points
    ("points(a, b) == more", {"a": "36 %", "b": "42 %", "more": "6 points"}, "points", "consistent"),
    ("points(a, b) == more", {"a": "36 %", "b": "42 %", "more": "8 points"}, "points", "inconsistent"),
    # share
    ("share(a, b) == part", {"a": "5,25 milliards", "b": "13,4 milliards", "part": "39 %"}, "share", "consistent"),
    ("share(a, b) == part", {"a": "5,25 milliards", "b": "13,4 milliards", "part": "45 %"}, "share", "inconsistent"),
    ("share(a, b) == part", {"a": "90 000 emplois", "b": "270 000 emplois", "part": "un tiers"}, "share", "consistent"),
    # sum
    ("sum(p_a, p_b, p_c) == total", {"p_a": "10,4", "p_b": "10,4", "p_c": "10,4", "total": "31"}, "sum", "consistent"),
    ("sum(p_*) == total", {"p_a": "10", "p_b": "20", "p_c": "30", "total": "70"}, "sum", "inconsistent"),
    ("p_a + p_b == 100 %", {"p_a": "60,5 %", "p_b": "39,5 %"}, "sum", "consistent"),
    # convert
    (CONVERT, {"amount": "26,2 milliards de dirhams", "dollars": "2,6 milliards de dollars"}, "convert", "consistent"),
    (
        CONVERT,
        {"amount": "26,2 milliards de dirhams", "dollars": "2,8 milliards de dollars"},
        "convert",
        "inconsistent",
    ),
    (CONVERT, {"amount": "26,2 milliards de dirhams", "dollars": "environ 2,8 milliards USD"}, "convert", "strained"),
    # multiple
    (MULTIPLE, {"before": "7,6", "after": "15", "times": "doublement"}, "multiple", "consistent"),
    (MULTIPLE, {"before": "8", "after": "15", "times": "a presque doublé"}, "multiple", "consistent"),
    (MULTIPLE, {"before": "148 500", "after": "270 000", "times": "doublement"}, "multiple", "strained"),
    (MULTIPLE, {"before": "26,2", "after": "40", "times": "doublement"}, "multiple", "inconsistent"),
    (MULTIPLE, {"before": "100", "after": "1 000", "times": "dix fois"}, "multiple", "consistent"),
    # per
    (
        "per(a, n) == each",
        {"a": "26,2 milliards de dirhams", "n": "148 500 emplois", "each": "176 000 dirhams"},
        "per",
        "consistent",
    ),
    (
        "per(a, n) == each",
        {"a": "26,2 milliards de dirhams", "n": "148 500 emplois", "each": "196 000 dirhams"},
        "per",
        "inconsistent",
    ),
    # range
    ("between(x, low, high)", {"x": "22 %", "low": "20 %", "high": "25 %"}, "range", "consistent"),
    ("between(x, low, high)", {"x": "27 %", "low": "20 %", "high": "25 %"}, "range", "inconsistent"),
    ("between(x, low, high)", {"x": "22 %", "low": "25 %", "high": "20 %"}, "range", "inconsistent"),
    # duration
    (
        "years(a, b) == delay",
        {"a": "premier semestre 2025", "b": "2030", "delay": "cinq ans"},
        "duration",
        "consistent",
    ),
    ("years(a, b) == delay", {"a": "2025", "b": "2030", "delay": "dix ans"}, "duration", "inconsistent"),
    # grim
    ("grim(share, count)", {"share": "33 %", "count": "12 entreprises"}, "grim", "consistent"),
    ("grim(share, count)", {"share": "35 %", "count": "12 entreprises"}, "grim", "inconsistent"),
    ("grim(share, count)", {"share": "35 %", "count": "148 500 personnes"}, "grim", "consistent"),
    # rule
    ("a <= b", {"a": "13,4 milliards", "b": "27 milliards"}, "rule", "consistent"),
    ("a > b", {"a": "0,2 %", "b": "3,5 %"}, "rule", "inconsistent"),
    ("a < b", {"a": "plus de 100", "b": "moins de 90"}, "rule", "inconsistent"),
    ("a <= 27 milliards MAD", {"a": "27,2 milliards de dirhams"}, "rule", "inconsistent"),
    ("a <= 27 milliards MAD", {"a": "27 milliards de dirhams"}, "rule", "consistent"),
]


@pytest.mark.parametrize(("check", "quotes", "kind", "verdict"), TABLE, ids=[f"{row[2]}-{row[3]}" for row in TABLE])
def test_a_rule_over_quotes(tmp_path, check, quotes, kind, verdict):
    found = finding(tmp_path, check, **quotes)
    assert (found.kind, str(found.verdict)) == (kind, verdict), str(found.message)


def test_a_sum_that_needs_all_roundings_one_way_is_strained_not_wrong(tmp_path):
    # nine parts of 10.4 printed as 10 would make 94; that all nine were rounded down so far is hardly chance
    parts = {f"p_{letter}": "10 %" for letter in "abcdefghi"}
    found = finding(tmp_path, "sum(p_*) == total", **parts, total="94,4 %")
    assert str(found.verdict) == "strained"
    assert "roundings" in str(found.reason)


def test_a_hedged_part_is_no_rounding(tmp_path):
    parts = {f"p_{letter}": "10 %" for letter in "abcdefgh"} | {"p_i": "environ 10 %"}
    assert str(finding(tmp_path, "sum(p_*) == total", **parts, total="94,4 %").verdict) == "consistent"


def test_every_figure_in_turn_is_corrected_as_it_was_printed(tmp_path):
    quotes = {"amount": "26,2 milliards de dirhams", "dollars": "2,8 milliards de dollars"}
    found = finding(tmp_path, CONVERT, **quotes)
    assert [(each.figure, each.quote) for each in found.corrections] == [
        (0, "27,8 milliards de dirhams"),
        (1, "2,6 milliards de dollars"),
    ]


def test_a_failed_conversion_names_the_rate_it_used_and_when_that_was_the_rate(tmp_path):
    claims = {"amount": "26,2 milliards de dirhams", "dollars": "2,8 milliards de dollars"}
    found = findings(tmp_path, {"rule": CONVERT}, claims, published="2025-11")["rule"]
    implied, month = found.calculation[-2:]
    assert (round(implied.values["implied"].interval.low * 100), round(implied.values["average"].value * 100)) == (
        918,
        994,
    )
    assert "when it was published" in month.template
    assert str(month.values["month"]) == "2025-11"


def test_no_rate_for_the_period_is_unverifiable_with_the_reason(tmp_path):
    found = finding(tmp_path, "convert(a, USD, 1975) == b", a="26 milliards de dirhams", b="2 milliards de dollars")
    assert str(found.verdict) == "unverifiable"
    assert "1975" in str(found.reason)


def test_a_claim_that_nobody_states_is_unverifiable(tmp_path):
    claims = {"a": "12 millions", "b": {"unit": "MAD", "period": "2030"}}
    found = findings(tmp_path, {"rule": "a < b"}, claims | {"a": "12 millions de dirhams"})["rule"]
    assert str(found.verdict) == "unverifiable"
    assert "no source states" in str(found.reason)


def test_dividing_by_what_may_be_zero_is_unverifiable(tmp_path):
    found = finding(tmp_path, "1 / (a - b) == c", a="8", b="8,2", c="moins de 3")
    assert str(found.verdict) == "unverifiable"


def test_the_worst_combination_of_statements_gives_the_verdict_and_the_others_are_variants(tmp_path):
    claims = {"before": ["100", "moins de 80"], "after": "150", "times": "2,4 fois"}
    found = findings(tmp_path, {"rule": MULTIPLE}, claims)["rule"]
    assert str(found.verdict) == "inconsistent"
    assert [str(variant.verdict) for variant in found.variants] == ["strained"]


def test_equal_ranges_are_judged_once(tmp_path):
    claims = {"before": {"said": {"paper": "100", "rival": "100"}}, "after": "150", "times": "1,5 fois"}
    found = findings(tmp_path, {"rule": MULTIPLE}, claims)["rule"]
    assert found.variants == ()
    assert sorted(figure.source for figure in found.figures) == ["paper", "paper", "paper", "rival"]
