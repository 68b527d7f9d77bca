"""Multiples and yearly growth in prose: "a doublé", "dix fois plus", "7 % par an jusqu'en 2030"."""

import pytest
from prose import changes

# (language, text, what is found: kind, verdict, figures)
MULTIPLES = [
    ("fr", "Le nombre d'usines a doublé, de 8 à 15.", [("multiple", "consistent", ["15", "8", "doublé"])]),
    ("fr", "Le nombre d'usines a doublé, de 8 à 12.", [("multiple", "inconsistent", ["12", "8", "doublé"])]),
    (
        "fr",
        "On a compté 12,0 millions de visiteurs. C'est dix fois plus que les 1,2 million de 2015.",
        [("multiple", "consistent", ["12,0 millions de visiteurs", "1,2 million", "dix fois"])],
    ),
    (
        "fr",
        "On a compté 15,0 millions de visiteurs. C'est dix fois plus que les 1,2 million de 2015.",
        [("multiple", "inconsistent", ["15,0 millions de visiteurs", "1,2 million", "dix fois"])],
    ),
    (
        "fr",
        "Les cas ont été divisés par trois, de 90 à 30.",
        [("multiple", "consistent", ["90", "30", "divisés par trois"])],
    ),
    (
        "fr",
        "Les cas ont été divisés par trois, de 90 à 45.",
        [("multiple", "inconsistent", ["90", "45", "divisés par trois"])],
    ),
    (
        "fr",
        "Le groupe a doublé ses effectifs en cinq ans, passant de 120 à 240 personnes.",
        [("multiple", "consistent", ["240 personnes", "120", "doublé"])],
    ),
    (
        "fr",
        "On dénombre 1 250 plaintes, soit 2,5 fois plus que les 500 de 2019.",
        [("multiple", "consistent", ["1 250 plaintes", "500", "2,5 fois"])],
    ),
    (
        "fr",
        "Le nombre de cas atteint 320, huit fois plus qu'en 2015 (40 cas).",
        [("multiple", "consistent", ["320", "40 cas", "huit fois"])],
    ),
    (
        "fr",
        "Elle emploie 240 personnes, contre 120 en 2019 : un doublement.",
        [("multiple", "consistent", ["240 personnes", "120", "doublement"])],
    ),
    (
        "fr",
        "La population a plus que doublé, passant de 3,1 à 6,9 millions d'habitants.",
        [("multiple", "consistent", ["6,9 millions d'habitants", "3,1", "plus que doublé"])],
    ),
    (
        "fr",
        "Trois fois plus de plaintes ont été déposées : 1 500 contre 500 en 2019.",
        [("multiple", "consistent", ["1 500", "500", "Trois fois"])],
    ),
    (
        "en",
        "The population doubled to 12,000 from 6,000.",
        [("multiple", "consistent", ["12,000", "6,000", "doubled"])],
    ),
    (
        "en",
        "The population doubled to 12,000 from 9,000.",
        [("multiple", "inconsistent", ["12,000", "9,000", "doubled"])],
    ),
    (
        "en",
        "The company doubled its workforce from 120 to 240.",
        [("multiple", "consistent", ["240", "120", "doubled"])],
    ),
    (
        "en",
        "It now employs 240 people, double the 120 of 2019.",
        [("multiple", "consistent", ["240 people", "120", "double"])],
    ),
    (
        "en",
        "It now employs 240 people, twice as many as in 2019 (120).",
        [("multiple", "consistent", ["240 people", "120", "twice"])],
    ),
    (
        "en",
        "There were 1,500 complaints, three times as many as the 500 of 2019.",
        [("multiple", "consistent", ["1,500 complaints", "500", "three times"])],
    ),
    (
        "en",
        "There were 2,500 complaints, three times as many as the 500 of 2019.",
        [("multiple", "inconsistent", ["2,500 complaints", "500", "three times"])],
    ),
    ("en", "The number of cases halved from 900 to 450.", [("multiple", "consistent", ["450", "900", "halved"])]),
]

# (language, text, what is found: kind, verdict, figures)
YEARLY = [
    (
        "fr",
        "Le marché croîtra de 7 % par an jusqu'en 2030, de 26 milliards en 2024 à 39 milliards.",
        [("cagr", "consistent", ["26 milliards", "39 milliards", "7 %"])],
    ),
    (
        "fr",
        "Le marché croîtra de 12 % par an jusqu'en 2030, de 26 milliards en 2024 à 39 milliards.",
        [("cagr", "inconsistent", ["26 milliards", "39 milliards", "12 %"])],
    ),
    (
        "fr",
        "Le marché est passé de 26 à 39 milliards entre 2018 et 2024, soit 7 % par an.",
        [("cagr", "consistent", ["26", "39 milliards", "7 %"])],
    ),
    (
        "fr",
        "Il passera de 26 milliards en 2024 à 39 milliards en 2030, soit une croissance annuelle moyenne de 7 %.",
        [("cagr", "consistent", ["26 milliards", "39 milliards", "7 %"])],
    ),
    (
        "en",
        "The market is expected to grow 7% a year, from $26bn in 2024 to $39bn in 2030.",
        [("cagr", "consistent", ["$26bn", "$39bn", "7%"])],
    ),
    (
        "en",
        "The market is expected to grow 10% a year, from $26bn in 2024 to $39bn in 2030.",
        [("cagr", "inconsistent", ["$26bn", "$39bn", "10%"])],
    ),
    (
        "en",
        "It grew at a compound annual rate of 7% over six years, from $26bn to $39bn.",
        [("cagr", "consistent", ["$26bn", "$39bn", "7%"])],
    ),
]


@pytest.mark.parametrize(("lang", "text", "found"), MULTIPLES, ids=[text for _, text, _ in MULTIPLES])
def test_a_multiple_is_held_against_its_levels(lang, text, found):
    assert changes(text, lang) == found


@pytest.mark.parametrize(("lang", "text", "found"), YEARLY, ids=[text for _, text, _ in YEARLY])
def test_yearly_growth_is_held_against_its_levels_and_years(lang, text, found):
    assert changes(text, lang) == found
