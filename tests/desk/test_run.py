from datetime import date

import pytest
from notebook import findings, write_base

from factcheck.desk.run import run
from factcheck.errors import FactcheckError

CONTRADICTION = {"before": "12,0 millions", "after": "15,0 millions", "change": "20 %"}
CHECK = "growth(before, after) == change"


def accepted(until):
    return {"check": CHECK, "accepted": {"reason": "published", "until": until}}


@pytest.mark.parametrize(("today", "code"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), 1)])
def test_an_accepted_contradiction_does_not_fail_the_run_until_its_date(tmp_path, today, code):
    path = write_base(tmp_path, {"growth": accepted("2026-12-31")}, CONTRADICTION)
    outcome = run([path], today=today)
    assert outcome.exit_code == code
    assert outcome.summary.inconsistent == 1, "it stays visible and counted"
    assert outcome.summary.accepted == (code == 0)


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_a_rules_severity_and_the_threshold_decide_the_exit_code(tmp_path, severity, fail_on, code):
    path = write_base(tmp_path, {"growth": {"check": CHECK, "severity": severity}}, CONTRADICTION)
    assert run([path], fail_on=fail_on).exit_code == code


def test_strained_is_at_most_a_warning(tmp_path):
    claims = {"before": "148 500", "after": "270 000", "times": "doublement"}
    found = findings(tmp_path, {"double": "after / before == times"}, claims)["double"]
    assert (str(found.verdict), str(found.severity)) == ("strained", "warning")


def test_a_newsrooms_own_rate_wins(tmp_path):
    rates = tmp_path / "rates.csv"
    rates.write_text("currency,per,period,average,low,high,source\nMAD,USD,2024,9.36,9.3,9.4,us\n", "utf-8")
    claims = {"dirhams": "26,2 milliards de dirhams", "dollars": "2,8 milliards de dollars"}
    path = write_base(tmp_path, {"convert": "convert(dirhams, USD, 2024) == dollars"}, claims)
    assert run([path]).exit_code == 1
    assert run([path], rates=[rates]).exit_code == 0


def test_progress_is_told_of_every_claim_and_rule(tmp_path):
    seen = []
    run(
        [write_base(tmp_path, {"growth": CHECK}, CONTRADICTION)],
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_folder_without_texts_is_said_to_be_so(tmp_path):
    path = write_base(tmp_path, None, {"a": "12"})
    with pytest.raises(FactcheckError, match="no such folder"):
        run([path], texts=tmp_path / "nowhere")
    (tmp_path / "texts").mkdir()
    with pytest.raises(FactcheckError, match=r"paper\.txt"):
        run([path], texts=tmp_path / "texts")


def test_combinations_beyond_the_limit_are_said_to_be_left_out(tmp_path):
    many = [f"environ {number} 000" for number in range(100, 120)]
    claims = {"a": many, "b": many, "c": many}
    found = findings(tmp_path, {"sum": "a + b <= 3 * c"}, claims)["sum"]
    assert "left out" in str(found.reason)


def test_what_holds_for_the_combinations_that_were_judged_is_not_said_to_hold(tmp_path):
    many = [f"environ {number} 000" for number in range(100, 120)]
    claims = {"a": many, "b": many, "c": many}
    found = findings(tmp_path, {"sum": "a + b + c > 10"}, claims)["sum"]
    assert str(found.verdict) == "unverifiable"
    assert str(found.reason) == "7000 combinations of statements were left out"
