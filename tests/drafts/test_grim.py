"""Percentages of a small stated count."""

import pytest
from prose import findings


def grims(text, lang):
    return [verdict for kind, verdict, _ in findings(text, lang) if kind == "grim"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "{} % des 12 entreprises interrogées embauchent."),
        ("fr", "Sur 12 entreprises interrogées, {} % embauchent."),
        ("fr", "L'enquête porte sur 12 entreprises ; {} % d'entre elles embauchent."),
        ("fr", "Le traité est ratifié par {} % de ses 12 membres."),
        ("en", "{}% of the 12 firms surveyed are hiring."),
        ("en", "Of the 12 firms surveyed, {}% are hiring."),
        ("en", "The survey covered 12 firms; {}% of them are hiring."),
    ],
)
@pytest.mark.parametrize(("share", "verdict"), [(25, "consistent"), (33, "consistent"), (35, "inconsistent")])
def test_only_some_whole_number_gives_a_percentage(lang, text, share, verdict):
    assert grims(text.format(share), lang) == [verdict]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "35 % du chiffre d'affaires des 12 entreprises vient de l'export."),
        ("fr", "Sur 12 entreprises, 35 % du chiffre d'affaires vient de l'export."),
        ("fr", "Environ 35 % des 12 entreprises embauchent."),
        ("fr", "35 % de la douzaine d'entreprises embauchent."),
        ("fr", "35 % des 1 200 entreprises embauchent."),
        ("fr", "35 % des 12 millions d'euros sont dépensés."),
        ("fr", "35 % des 12 hectares sont brûlés."),
        ("fr", "35 % des 18-24 ans votent."),
        ("fr", "En moyenne pondérée, 35 % des 12 entreprises embauchent."),
        ("fr", "Le vaccin est efficace à 95 % sur les 12 souches testées."),
        ("fr", "Les 12 entreprises ont gagné 35 % de plus."),
        ("fr", "90 % des 54 pays du continent ont signé."),
        ("en", "35% of the turnover of the 12 firms is exported."),
        ("en", "Of the 12 firms surveyed, 35% of sales are exported."),
        ("en", "On average, 35% of the 12 firms are hiring."),
        ("en", "Nearly 35% of the 12 firms are hiring."),
        ("en", "The 12 firms grew by 35%."),
    ],
)
def test_what_is_not_a_percentage_of_that_count_is_left_alone(lang, text):
    assert grims(text, lang) == []


def test_a_part_that_is_printed_is_a_share_and_no_riddle():
    text = "35 % des 12 entreprises, soit 4, embauchent."
    assert [kind for kind, _, _ in findings(text, "fr")] == ["share"]
