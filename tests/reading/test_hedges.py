"""Hedges before and after a figure, and the direction words that give a change its sign."""

import pytest

from factcheck.reading import read


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("environ 300 personnes", "about"),
        ("quelque 300 invités", "about"),
        ("approximativement 2,8 milliards de dollars", "about"),
        ("de l'ordre de 5 %", "about"),
        ("une bonne centaine de personnes", "about"),
        ("5 % environ", "about"),
        ("une dizaine de pays", "about"),
        ("près de 148 500 personnes", "nearly"),
        ("presque doublé", "nearly"),
        ("un peu moins de 20 %", "nearly"),
        ("300 euros ou presque", "nearly"),
        ("plus de 140.000 personnes", "over"),
        ("plus d’une centaine de pays", "over"),
        ("dépassant les 26,2 milliards de dirhams", "over"),
        ("franchir la barre des 27 milliards de dirhams", "over"),
        ("au-delà de 5 %", "over"),
        ("plus que doublé", "over"),
        ("plus de la moitié", "over"),
        ("au moins cinq actionnaires", "at_least"),
        ("pas moins de 12 pays", "at_least"),
        ("3 000 DH minimum", "at_least"),
        ("moins de 2.000 euros", "under"),
        ("sous la barre des 10 %", "under"),
        ("à peine 3 %", "under"),
        ("pas plus de 10 dollars", "at_most"),
        ("10 dollars au maximum", "at_most"),
        ("jusqu'à 500 millions d'euros", "up_to"),
        ("exactement 12 voix", "exactly"),
        ("0,2% seulement", "none"),
        ("+75 % des recettes", "none"),
        ("3,5 % de plus", "none"),
        ("soit l’équivalent de 2,8 milliards de dollars", "none"),
    ],
)
def test_a_french_hedge(text, hedge):
    (figure,) = read(text, "fr")
    assert figure.hedge == hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 5 per cent", "about"),
        ("some 3,000 people", "about"),
        ("3,000 people or so", "about"),
        ("almost $1 trillion", "nearly"),
        ("just under 20%", "nearly"),
        ("more than doubled", "over"),
        ("north of $2bn", "over"),
        ("in excess of 30 MUSD", "over"),
        ("no fewer than 12 countries", "at_least"),
        ("12 countries or more", "at_least"),
        ("fewer than 100 homes", "under"),
        ("no more than 5%", "at_most"),
        ("up to 200,000 cars", "up_to"),
        ("over five years", "none"),
    ],
)
def test_an_english_hedge(text, hedge):
    (figure,) = read(text, "en")
    assert figure.hedge == hedge


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("en baisse de 3 %", "fr", -3),
        ("a reculé de 3 %", "fr", -3),
        ("un recul de près de 3 %", "fr", -3),
        ("a perdu 3 points", "fr", -3),
        ("3 % de moins", "fr", -3),
        ("a reculé de 3 points à 12 %", "fr", -3),
        ("down 3%", "en", -3),
        ("fell by 3%", "en", -3),
        ("a 3% drop", "en", -3),
        ("en hausse de 3 %", "fr", 3),
        ("une baisse à 3 %", "fr", 3),
        ("a cédé 3 % du capital", "fr", 3),
        ("fell to 3%", "en", 3),
    ],
)
def test_a_direction_word_gives_a_change_its_sign(text, lang, value):
    assert read(text, lang)[0].value == value


def test_a_fall_from_one_level_to_another_has_no_sign():
    assert [figure.value for figure in read("a reculé de 13 % à 12 %", "fr")] == [13, 12]
    assert [figure.value for figure in read("fell from 5% to 4%", "en")] == [5, 4]
