"""One sentence asked about, on the shipped claims: how each figure stands, what follows, and the answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.claims.load import load
from factcheck.desk.claim import LONGEST, ask, check_claim
from factcheck.errors import FactcheckError, InputError
from factcheck.figures.rates import Rates

ROOT = Path(__file__).parents[2]
CLAIMS = [ROOT / "claims"]
ORDINARY = "Les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams en 2024"


def answer(sentence, **options):
    return check_claim(sentence, claims=CLAIMS, **options)


def claims_of(found):
    return [[held.claim.id for held in looked.held] for looked in found.looked]


SENTENCES = [
    (f"{ORDINARY}, soit 2,8 milliards de dollars", "contradicted", [["exports_2024"], ["exports_2024_usd"]]),
    (f"{ORDINARY}, soit 2,6 milliards de dollars", "disputed", [["exports_2024"], ["exports_2024_usd"]]),
    (ORDINARY, "supported", [["exports_2024"]]),
    ("Morocco's digital exports reached 26.2 billion dirhams in 2024", "supported", [["exports_2024"]]),
    ("Les exportations numériques ont atteint 31 milliards de dirhams en 2024", "contradicted", [["exports_2024"]]),
    ("plus de 120.000 emplois", "disputed", [["jobs"]]),
    ("Le numérique emploie plus de 120.000 personnes", "disputed", [["jobs"]]),
    ("more than 120,000 jobs", "disputed", [["jobs"]]),
    ("270 000 emplois en 2030", "supported", [["jobs_2030"]]),
    ("270 000 emplois en 2030, soit un doublement", "disputed", [["jobs_2030"], ["jobs_multiple_2030"]]),
    ("150 000 emplois en 2030, soit un doublement", "contradicted", [["jobs_2030"], ["jobs_multiple_2030"]]),
    ("ESO a déjà réalisé 75 % de ses recettes de 2024 en six mois", "supported", [["eso_progress"]]),
    ("ESO has already made 75% of its 2024 receipts in six months", "supported", [["eso_progress"]]),
    ("ESO a déjà réalisé 57 % de ses recettes de 2024 en six mois", "contradicted", [["eso_progress"]]),
    ("ESO pèse 13,2 % des exportations de 2024", "supported", [["eso_share_2024"]]),
    ("le KPO pèse 2 %", "contradicted", [["kpo_share_2024"]]),
    ("KPO accounts for 2% of digital exports", "contradicted", [["kpo_share_2024"]]),
    ("le KPO pèse 0,2 %", "supported", [["kpo_share_2024"]]),
    (
        "Au premier semestre 2024 les exportations numériques ont atteint 12,9 milliards",
        "supported",
        [["exports_h1_2024"]],
    ),
    (
        "Au premier semestre 2024 les exportations numériques ont atteint 14 milliards",
        "contradicted",
        [["exports_h1_2024"]],
    ),
    ("In the first half of 2024 digital exports reached 12.9 billion dirhams", "supported", [["exports_h1_2024"]]),
    ("Les exportations numériques ont augmenté de 0,2 % en 2024", "supported", [["exports_growth_2024"]]),
    ("Digital exports rose 2% in 2024", "contradicted", [["exports_growth_2024"]]),
    ("CRM a exporté 4,19 milliards de dirhams au premier semestre 2025", "supported", [["crm_h1_2025"]]),
    ("Les exportations numériques ont atteint 26,2 milliards de dirhams en 2019", "not_covered", [[]]),
    ("Les exportations numériques de la Tunisie ont atteint 5 milliards de dirhams en 2024", "not_covered", [[]]),
    ("Le port a reçu 3 millions de tonnes en 2024", "not_covered", [[]]),
    ("Les exportations numériques vont bien", "not_covered", []),
]


@pytest.mark.parametrize(("sentence", "standing", "claims"), SENTENCES, ids=[each[0] for each in SENTENCES])
def test_a_sentence(sentence, standing, claims):
    found = answer(sentence)
    assert claims_of(found) == claims
    assert found.standing.name.lower() == standing
    assert found.exit_code() == (standing == "contradicted")
    assert found.exit_code("warning") == (standing in ("contradicted", "disputed"))
    assert found.exit_code("note") == (standing != "supported")
    assert found.exit_code("never") == 0


def test_a_dollar_amount_that_fits_another_years_rate():
    found = answer("26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars")
    (finding,) = found.findings
    assert str(finding.verdict) == "inconsistent"
    assert str(finding.calculation[-1].values["year"]) == "2025"
    assert {each.quote for each in finding.corrections} == {"27,8 milliards de dirhams", "2,6 milliards de dollars"}
    assert {near.claim.id for near in found.nearest if near.fits} == {"exports_2024", "exports_2024_usd"}


def test_a_dollar_amount_alone_that_our_own_rule_fails():
    found = answer("Les exportations numériques ont atteint 2,8 milliards de dollars en 2024")
    (looked,) = found.looked
    (held,) = looked.held
    assert {str(said.verdict) for said in held.said} == {"consistent"}
    assert found.standing.name == "DISPUTED"
    assert held.denied_by is not None
    assert held.denied_by.rule.id == "dollars-2024"
    assert str(held.denied_by.note.values["year"]) == "2025"
    assert str(found.reason.values["year"]) == "2025"


def test_a_dollar_amount_that_follows_and_no_source_prints():
    found = answer("Digital exports were $2.6 billion in 2024")
    (held,) = found.looked[0].held
    assert {str(said.verdict) for said in held.said} == {"inconsistent"}
    assert found.standing.name == "DISPUTED"
    assert held.borne_out_by is not None
    assert held.borne_out_by.rule.id == "dollars-2024"


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        # what sources print, and a rule that other sources bear out, fails: their own words say so elsewhere
        ("Les exportations numériques atteindront 40 milliards de dirhams en 2030", "disputed"),
        # one rule fails it only when words are stretched, others bear it out
        (ORDINARY, "supported"),
        # no rule bears out what sources rule out
        ("Les exportations numériques ont atteint 28 milliards de dirhams en 2024", "contradicted"),
    ],
)
def test_rules_are_held_against_what_sources_print(sentence, standing):
    assert answer(sentence).standing.name.lower() == standing


DENIALS = [
    ("Les exportations numériques n'ont pas atteint 26,2 milliards de dirhams en 2024", "contradicted"),
    ("Il est faux que les exportations numériques ont atteint 26,2 milliards de dirhams en 2024", "contradicted"),
    ("Les exportations numériques n'ont jamais dépassé 26 milliards de dirhams", "contradicted"),
    ("Digital exports did not reach 26.2 billion dirhams in 2024", "contradicted"),
    ("Digital exports have never exceeded 26 billion dirhams", "contradicted"),
    # they passed it: not to have come to it would have been to stay below
    ("Les exportations numériques n'ont pas atteint 13 milliards de dirhams en 2024", "contradicted"),
    ("Les exportations numériques n'ont pas atteint 31 milliards de dirhams en 2024", "disputed"),
    ("Les exportations numériques n'ont pas dépassé 30 milliards de dirhams en 2023", "supported"),
    ("Digital exports did not reach 31 billion dirhams in 2023", "supported"),
    ("Les exportations numériques n'ont pas augmenté de 0,2 % en 2024", "not_covered"),
    ("Les exportations numériques ont atteint 26,2 milliards de dirhams en 2024. C'est faux.", "not_covered"),
]


@pytest.mark.parametrize(("sentence", "standing"), DENIALS, ids=[each[0] for each in DENIALS])
def test_a_denial_is_the_other_way_round(sentence, standing):
    found = answer(sentence)
    assert found.standing.name.lower() == standing
    (looked,) = found.looked
    assert looked.denial is not None
    assert looked.held, "what the sources say is shown all the same"


def test_a_denied_relation_contradicts_nothing():
    stated = answer(f"{ORDINARY}, soit 2,8 milliards de dollars")
    denied = answer(f"Il est faux que {ORDINARY.lower()}, soit 2,8 milliards de dollars")
    assert [str(each.verdict) for each in stated.findings] == ["inconsistent"]
    assert (denied.findings, denied.standing.name) == ((), "NOT_COVERED")


def test_a_question_is_answered():
    no = answer("Les exportations numériques ont-elles atteint 31 milliards de dirhams en 2024 ?")
    yes = answer("Est-il vrai que les exportations numériques ont atteint 26,2 milliards de dirhams en 2024 ?")
    assert (no.is_asked, no.standing.name, no.reason.template) == (True, "CONTRADICTED", "no: {reason}")
    assert (yes.is_asked, yes.standing.name, yes.reason.template) == (True, "SUPPORTED", "yes: {reason}")
    doubt = answer("Les exportations numériques n'ont-elles pas atteint 26,2 milliards de dirhams en 2024 ?")
    assert doubt.standing.name == "NOT_COVERED"


OTHERS = """
sources: {s: {lang: fr}, t: {lang: fr}}
indicators:
  chomage: {label: {fr: taux de chômage}, words: {fr: [taux de chômage]}, unit: percent}
  bourse: {label: {fr: indice de la bourse}, words: {fr: [indice de la bourse]}, unit: percent}
claims:
  fr_2024: {indicator: chomage, area: FR, period: 2024, said: {s: "7,4 %"}}
  ma_2024: {indicator: chomage, area: MA, period: 2024, said: {s: "13,3 %"}}
  fr_2023: {indicator: chomage, area: FR, period: 2023, said: {s: "7,3 %", t: "7,5 %"}}
  fr_2022: {indicator: chomage, area: FR, period: 2022, said: {s: "7 %", t: "7,3 %"}}
  up: {indicator: bourse, said: {s: "12 %"}}
"""


@pytest.fixture
def others(tmp_path):
    path = tmp_path / "others.yaml"
    path.write_text(OTHERS, encoding="utf-8")
    return lambda sentence, **options: check_claim(sentence, claims=[path], **options)


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        # each source allows it by the very end of its range: neither says it
        ("Le taux de chômage a atteint 7,4 % en France en 2023", "disputed"),
        ("Le taux de chômage a atteint 7,3 % en France en 2023", "disputed"),
        ("Le taux de chômage a atteint environ 7,4 % en France en 2023", "supported"),
        ("Le taux de chômage a atteint 9 % en France en 2023", "contradicted"),
        # these two agree with each other, and with what is asked
        ("Le taux de chômage a atteint 7,3 % en France en 2022", "supported"),
        ("Le taux de chômage n'est pas de 9 % en France en 2024", "supported"),
        ("Le taux de chômage n'est pas de 9 % en France en 2023", "supported"),
        ("Le taux de chômage n'a jamais dépassé 7,4 % en France en 2024", "supported"),
        ("Le taux de chômage n'a jamais dépassé 7,3 % en France", "contradicted"),
    ],
)
def test_sources_that_disagree(others, sentence, standing):
    assert others(sentence).standing.name.lower() == standing


def test_the_area_that_is_not_stated_is_missed_and_told_apart_by(others):
    found = others("Le taux de chômage est de 7,4 % en 2024")
    assert [lack.template for lack in found.looked[0].lacks] == ["no area is stated (--area)"]
    assert (found.reason.values["fitting"], found.reason.values["others"]) == (("FR",), ("MA",))
    named = others("Le taux de chômage est de 7,4 % en 2024", area="FR")
    assert named.looked[0].lacks == ()


def test_nothing_is_near_that_is_of_other_words(others):
    assert others("Le rendement de la vigne atteint 12 %").nearest == ()
    assert {near.claim.id for near in others("12 %").nearest} == {"up"}
    assert {near.claim.id for near in others("Le taux du chomaje en France").nearest} == {
        "fr_2024",
        "ma_2024",
        "fr_2023",
    }
    assert others("hello").nearest == ()


def test_a_sentence_that_is_repeated_is_answered_once():
    once, often = answer(f"{ORDINARY}."), answer(f"{ORDINARY}. " * 12)
    assert (often.sentence, len(often.looked)) == (once.sentence, 1)


def test_what_is_said_of_one_of_many_is_asked_as_such():
    sentence = "26,2 milliards de dirhams d'exportations numériques en 2024 pour 148 500 emplois"
    assert claims_of(answer(sentence))[0] == ["exports_2024"]


def test_what_one_source_says_and_others_exceed():
    found = answer("plus de 120.000 emplois")
    (looked,) = found.looked
    assert {(said.statement.source, str(said.verdict)) for said in looked.held[0].said} == {
        ("rebound", "consistent"),
        ("value-creation", "strained"),
        ("three-agreements", "strained"),
    }
    assert found.reason.values["agreeing"] == ("rebound",)


def test_what_follows_from_three_other_claims():
    (looked,) = answer("ESO a déjà réalisé 75 % de ses recettes de 2024 en six mois").looked
    (follows,) = looked.held[0].follows
    assert (follows.rule.id, str(follows.verdict)) == ("eso-progress", "consistent")
    assert [each.claim for each in follows.implied.figures] == ["eso_h1_2025", "eso_share_2024", "exports_2024"]


def test_what_no_source_states_follows():
    (looked,) = answer("Au premier semestre 2024 les exportations numériques ont atteint 12,9 milliards").looked
    (held,) = looked.held
    assert held.said == ()
    assert [each.rule.id for each in held.follows] == ["h1-2024-before-growth"]
    assert 12_890_000_000 < held.follows[0].implied.usual.low < 12_900_000_000


def test_what_is_off_by_ten_is_said_to_be():
    assert answer("le KPO pèse 2 %").reason.values["factor"] == 10


def test_the_rules_that_name_several_of_its_figures_are_judged():
    found = answer("270 000 emplois en 2030, soit un doublement")
    assert [(each.check, str(each.verdict)) for each in found.findings] == [("jobs-double", "strained")]
    assert [each.source for each in found.findings[0].figures] == [None, "three-agreements", None]


def test_a_relation_is_not_told_twice():
    found = answer(f"{ORDINARY}, soit 2,8 milliards de dollars")
    assert [each.check for each in found.findings] == ["convert"]


def test_what_is_only_planned_says_nothing_of_what_has_been():
    (looked,) = answer(ORDINARY).looked
    assert "exports-double" not in {each.rule.id for each in looked.held[0].follows}


def test_without_a_period_all_may_be_meant_and_that_is_said():
    found = answer("les exportations numériques ont atteint 13,4 milliards de dirhams")
    (looked,) = found.looked
    assert {held.claim.id: str(held.standing) for held in looked.held} == {
        "exports_2023": "contradicted",
        "exports_2024": "contradicted",
        "exports_h1_2024": "contradicted",
        "exports_h1_2025": "supported",
    }
    assert [lack.template for lack in looked.lacks] == ["no period is stated (--period)"]
    assert list(map(str, found.reason.values["fitting"])) == ["2025-H1"]
    assert list(map(str, found.reason.values["others"])) == ["2023", "2024", "2024-H1"]


def test_the_period_that_the_sentence_leaves_unsaid_can_be_given():
    sentence = "les exportations numériques ont atteint 26,2 milliards de dirhams"
    assert claims_of(answer(sentence, period="2023")) == [["exports_2023"]]
    assert answer(sentence, period="2025-H1").standing.name == "CONTRADICTED"
    with pytest.raises(ValueError, match="is not a period"):
        answer(sentence, period="last year")


def test_the_area_can_be_given():
    assert claims_of(answer(ORDINARY, area="Maroc")) == [["exports_2024"]]
    assert claims_of(answer(ORDINARY, area="FR")) == [[]]


def test_last_year_is_that_before_the_day():
    sentence = "Les exportations numériques ont atteint 26,2 milliards de dirhams l'an dernier"
    assert claims_of(answer(sentence, date=date(2025, 3, 1))) == [["exports_2024"]]


def test_a_bare_number_takes_the_unit_of_its_claim():
    (looked,) = answer("en 2024 les exportations numériques ont atteint 26,2 milliards").looked
    assert looked.figure.unit == "MAD"
    assert looked.figure.assumed


def test_claims_that_are_near_are_named():
    found = answer("Les exportatoins numeriques ont atteint 26,2 milliards d'euros")
    assert found.standing.name == "NOT_COVERED"
    assert "digital-exports" in {near.claim.indicator for near in found.nearest}


def test_a_sentence_of_three_hundred_words():
    found = answer(" ".join([ORDINARY, *["et la presse en parle"] * 60, "."]))
    assert len(found.sentence.split()) > 300
    assert claims_of(found) == [["exports_2024"]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("", "no sentence"),
        ("  \n ", "no sentence"),
        ("Las exportaciones alcanzaron 26,2 mil millones de dirhams en 2024", "Spanish"),
        ("x" * (LONGEST + 1), "factcheck check"),
    ],
)
def test_what_cannot_be_answered(sentence, told):
    with pytest.raises(FactcheckError, match=told):
        answer(sentence)


def test_a_language_that_is_named_is_taken_for_that():
    assert answer("Las exportaciones 26,2 mil millones de dirhams en 2024", lang="fr").lang == "fr"


def test_without_claims_it_is_held_against_itself():
    found = check_claim("26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars")
    assert found.standing.name == "CONTRADICTED"
    holds = check_claim("26,2 milliards de dirhams en 2024, soit 2,6 milliards de dollars")
    assert (holds.standing.name, holds.claims) == ("NOT_COVERED", 0)
    assert holds.reason.template == "it holds by itself; {reason}"


def test_a_base_that_is_loaded_with_its_rules_gives_the_same_answers():
    base = load(CLAIMS)
    for sentence, *_ in SENTENCES[::4]:
        loaded, lazy = ask(sentence, base=base, rates=Rates()), answer(sentence)
        assert (loaded.standing, loaded.reason, loaded.looked) == (lazy.standing, lazy.reason, lazy.looked)


def test_a_mistake_in_a_rule_that_is_needed_is_told(tmp_path):
    path = tmp_path / "claims.yaml"
    path.write_text(
        "sources: {a: {lang: en}}\n"
        "claims: {jobs: {label: jobs, said: {a: 500 jobs}}, sales: {label: sales, said: {a: 3 million euros}}}\n"
        "rules: {one: {check: jobs == nobody}, two: {check: sales == 3 ++ 4}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as told:
        check_claim("there are 500 jobs", claims=[path])
    assert [problem.place.line for problem in told.value.problems] == [3]
    assert len(told.value.problems) == 1, "the other rule is not needed, and not parsed"
