"""What statements say of themselves, with no rule written."""

import pytest
from notebook import findings, write_base

from factcheck.desk.run import run


def verdicts(folder, **claims):
    return {check: str(found.verdict) for check, found in findings(folder, None, claims).items()}


def two(one, another, **more):
    return {"said": {"paper": one, "rival": another}, **more}


@pytest.mark.parametrize(
    ("one", "another", "verdict"),
    [
        ("26,2 milliards", "dépassant les 26,2 milliards", "consistent"),
        ("26,2 milliards", "plus de 26 milliards", "consistent"),
        ("près de 148 500 personnes", "près de 150 000 personnes", "consistent"),
        ("plus de 120 000 emplois", "plus de 140 000 emplois", "strained"),
        ("120 000 emplois", "148 500 emplois", "inconsistent"),
        ("2030", "d'ici 2030", "consistent"),
        ("26 janvier 2025", "27 janvier 2025", "inconsistent"),
    ],
)
def test_statements_of_one_claim_are_compared(tmp_path, one, another, verdict):
    assert verdicts(tmp_path, thing=two(one, another))["agreement:thing"] == verdict


def test_statements_of_different_dates_are_a_series(tmp_path):
    series = two({"quote": "120 000 emplois", "as_of": "2023"}, {"quote": "148 500 emplois", "as_of": "2024"})
    assert verdicts(tmp_path, thing=series) == {}


def test_a_statement_without_a_date_is_compared_with_all(tmp_path):
    dated = two({"quote": "120 000 emplois", "as_of": "2023"}, "148 500 emplois")
    assert verdicts(tmp_path, thing=dated) == {"agreement:thing": "inconsistent"}


def test_a_revised_figure_supersedes_the_provisional_one(tmp_path):
    revised = two({"quote": "3,1 %", "status": "provisional"}, {"quote": "3,4 %", "status": "revised"})
    assert verdicts(tmp_path, thing=revised) == {}


def test_the_source_that_stands_apart_from_several_is_named(tmp_path):
    said = {"paper": "120 000 emplois", "rival": "148 500 emplois", "third": "environ 148 500 emplois"}
    found = findings(tmp_path, None, {"jobs": {"said": said}})["agreement:jobs"]
    assert found.message.values["source"] == "paper"


def test_of_two_sources_neither_stands_apart(tmp_path):
    found = findings(tmp_path, None, {"jobs": two("120 000 emplois", "148 500 emplois")})["agreement:jobs"]
    assert "source" not in found.message.values


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [("mardi 27 janvier 2025", "inconsistent"), ("lundi 27 janvier 2025", "consistent")],
)
def test_a_weekday_is_held_against_the_calendar(tmp_path, quote, verdict):
    assert verdicts(tmp_path, signed=quote)["weekday:signed"] == verdict


def test_a_wrong_weekday_names_the_nearest_dates_that_fit(tmp_path):
    found = findings(tmp_path, None, {"signed": "mardi 27 janvier 2025"})["weekday:signed"]
    assert [each.quote for each in found.corrections] == [
        "mardi 27 janvier 2026",
        "mardi 28 janvier 2025",
        "lundi 27 janvier 2025",
    ]


def test_a_date_without_a_weekday_is_not_judged(tmp_path):
    assert verdicts(tmp_path, signed="27 janvier 2025") == {}


def test_a_figure_off_by_a_thousand_is_a_slip(tmp_path):
    found = findings(tmp_path, None, {"sales": two("2,415 Mds DH", "2 415 Mds DH")})
    assert {check: str(each.verdict) for check, each in found.items()}["slip:sales"] == "inconsistent"
    assert found["slip:sales"].message.values["factor"] == 1000


@pytest.mark.parametrize(
    ("said", "text", "verdict"),
    [
        ("26,2 milliards de dirhams", "soit 26,2\u202fmilliards\u00a0de dirhams.", "consistent"),
        ("l'équivalent de 2,8 milliards", "L’équivalent de 2,8 milliards", "consistent"),
        ("6,2 milliards", "soit 26,2 milliards", "inconsistent"),
        ("26,7 milliards de dirhams", "soit 26,2 milliards de dirhams", "inconsistent"),
    ],
)
def test_quotes_are_looked_up_in_their_source(tmp_path, said, text, verdict):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "paper.txt").write_text(text, "utf-8")
    found = findings(tmp_path, None, {"thing": said}, texts=texts)["quote:thing"]
    assert str(found.verdict) == verdict
    if verdict == "inconsistent":
        assert str(found.severity) == "warning"


def test_the_nearest_passage_is_shown_for_a_quote_that_is_not_found(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "paper.txt").write_text("Elles ont atteint 26,2 milliards de dirhams en 2024.", "utf-8")
    found = findings(tmp_path, None, {"thing": "26,7 milliards de dirhams"}, texts=texts)["quote:thing"]
    assert found.calculation[0].values["passage"] == "26,2 milliards de dirhams"


def test_two_statements_a_thousand_apart_are_one_slip_of_the_ambiguous_one(tmp_path):
    path = write_base(tmp_path, None, {"debt": two("2 415 Mds DH", "2,415 Mds DH")})
    slips = [found for found in run([path]).findings if found.check == "slip:debt"]
    assert [slip.figures[0].quote for slip in slips] == ["2,415 Mds DH"]


@pytest.mark.parametrize("bound", ["jusqu'à 3 milliards d'euros", "moins de 1 milliard d'euros"])
def test_a_bound_that_is_passed_is_no_slip(tmp_path, bound):
    assert "slip:debt" not in verdicts(tmp_path, debt=two("plus de 3 milliards d'euros", bound))
