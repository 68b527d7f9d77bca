"""What findings say, and what they offer: in full sentences, and nothing that would not fit."""

import pytest
from notebook import finding, findings

from factcheck.reports.wording import wording


def said(found, language="en"):
    return wording(language).text(found.message)


def offers(found):
    return [correction.quote for correction in found.corrections]


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ("a < b", "“12 %” (11.5 to 12.5%) can be below “15 %” (14.5 to 15.5%)"),
        ("a >= b", "“12 %” (11.5 to 12.5%) is below “15 %” (14.5 to 15.5%)"),
        ("a > 10 %", "“12 %” (11.5 to 12.5%) can be above 10 %"),
        ("a <= 10 %", "“12 %” (11.5 to 12.5%) is above 10 %"),
    ],
)
def test_an_order_names_both_ranges_but_not_that_of_an_exact_number(tmp_path, check, message):
    claims = {"a": "12 %", "b": "15 %"}
    assert said(findings(tmp_path, {"rule": check}, claims)["rule"]) == message


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ("a < b", "“27 janvier 2025” can be before “2030”"),
        ("b < a", "“2030” is not before “27 janvier 2025”"),
        ("a <= b", "“27 janvier 2025” can be no later than “2030”"),
        ("b <= a", "“2030” is after “27 janvier 2025”"),
        ("b > a", "“2030” can be after “27 janvier 2025”"),
        ("a > b", "“27 janvier 2025” is not after “2030”"),
        ("b >= a", "“2030” can be no earlier than “27 janvier 2025”"),
        ("a >= b", "“27 janvier 2025” is before “2030”"),
    ],
)
def test_dates_are_before_and_after_each_other(tmp_path, check, message):
    assert said(findings(tmp_path, {"rule": check}, {"a": "27 janvier 2025", "b": "2030"})["rule"]) == message


def test_a_wildcard_counts_the_parts_that_it_stands_for(tmp_path):
    claims = {"p_a": "10 %", "p_b": "20 %", "p_c": "30 %"}
    found = findings(tmp_path, {"rule": "sum(p_*) == 70 %"}, claims)["rule"]
    assert said(found) == "the 3 parts add up to 58.5 to 61.5%, not 70 %"


def test_a_figure_that_another_claim_prints_alike_is_still_named(tmp_path):
    claims = {"a": {"said": {"paper": "10 %", "rival": "12 %"}}, "b": "12 %"}
    found = findings(tmp_path, {"rule": "a == b"}, claims)["rule"]
    assert said(found) == "“10 %” is 9.5 to 10.5%, not “12 %”; it holds with “12 %” (rival)"


def test_the_rate_of_a_yearly_growth_is_corrected_too(tmp_path):
    found = finding(tmp_path, "cagr(a, b, 6) == rate", a="26,2 milliards", b="40 milliards", rate="9 %")
    assert offers(found) == ["23,9 milliards", "44 milliards", "7 %"]


def test_a_correction_that_the_printed_precision_cannot_say_is_not_offered(tmp_path):
    # 250 would fit, but a figure printed in hundreds cannot say so: "300" is 285 to 315
    found = finding(tmp_path, "a + b == 400", a="200 emplois", b="150 emplois")
    assert offers(found) == ["200 emplois"]
    # 40 would fit; in hundreds that is none at all
    assert "0 emplois" not in offers(finding(tmp_path, "a / b == c", a="100 emplois", b="200 emplois", c="0,2"))


@pytest.mark.parametrize(
    ("dollars", "line"),
    [
        ("2,8 milliards de dollars", "November 2025, when it was published, averaged 9.28 MAD per USD"),
        ("2,9 milliards de dollars", "the pair traded there in October 2025, which averaged 9.18 MAD per USD"),
    ],
)
def test_a_month_is_said_to_average_only_what_the_amounts_imply(tmp_path, dollars, line):
    claims = {"a": "26,2 milliards de dirhams", "b": dollars}
    rule = {"rule": "convert(a, USD, 2024) == b"}
    found = findings(tmp_path, rule, claims, published="2025-11")["rule"]
    assert wording("en").text(found.calculation[-1]) == line


def test_a_month_whose_average_the_amounts_do_not_imply_is_named_with_its_range(tmp_path):
    claims = {"a": "10 milliards d'euros", "b": "12 milliards de dollars"}
    found = findings(tmp_path, {"rule": "convert(a, USD, 2023) == b"}, claims)["rule"]
    line = "the pair traded there in February 2023, which ranged over 0.910 to 0.948 EUR per USD"
    assert wording("en").text(found.calculation[-1]) == line


def test_two_statements_that_agree_are_both_of_them(tmp_path):
    claim = {"said": {"paper": "12 %", "rival": "12 %"}}
    assert said(findings(tmp_path, None, {"a": claim})["agreement:a"]) == "both statements agree"
