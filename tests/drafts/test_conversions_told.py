"""Amounts at a rate of their own sentence, and quantities given again in an apposition or in the next sentence."""

import pytest
from prose import findings

# (language, text, verdict)
TOLD = [
    # money
    ("fr", "La banque paiera 200 millions d'euros, 250 millions de dollars au cours de 1,10.", "inconsistent"),
    ("fr", "La banque paiera 200 millions d'euros, 220 millions de dollars au cours de 1,10.", "consistent"),
    ("fr", "L'aide est de 100 euros par famille, 56 600 francs CFA à la parité fixe de 655,957.", "inconsistent"),
    ("fr", "Il dépose 3 000 dirhams, ou 30 euros à raison de 10 dirhams l'euro.", "inconsistent"),
    ("en", "One dollar buys 120 Kenyan shillings, so that the $40,000 grant amounts to 480,000 shillings.",
     "inconsistent"),
    ("en", "One dollar buys 120 Kenyan shillings, so that the $40,000 grant amounts to 4,800,000 shillings.",
     "consistent"),
    # quantities
    ("en", "Farmers fenced 8,000 acres, an estate of some 20,000 hectares, in 1840.", "inconsistent"),
    ("en", "The park lost 50 square miles – 80 square kilometres – of forest.", "inconsistent"),
    ("en", "The park lost 50 square miles – 129 square kilometres – of forest.", "consistent"),
    ("en", '"The field is 120 yards long. That\'s 140 metres," he said.', "inconsistent"),
    ("en", "Warming must stay at 1.5 degrees Celsius, that is 34.7 degrees Fahrenheit.", "inconsistent"),
    ("fr", "Au Texas, 30 000 acres ont brûlé, soit 74 000 hectares.", "inconsistent"),
    ("fr", "Au Texas, 30 000 acres ont brûlé, soit 12 100 hectares.", "consistent"),
    ("fr", "La ferme est à 60 miles de Denver, à une distance de 37 kilomètres.", "inconsistent"),
    ("fr", "« 95 °F, pour vous ça fait 28 °C », dit-il.", "inconsistent"),
]  # fmt: skip

# (language, text): two things, or prices of two countries
SILENT = [
    ("en", "The limit is 30 mph in town and 100 km/h on the ring road."),
    ("en", "It is 20 °C in Cork and 50 °F in Reykjavik."),
    ("en", "The farm has 300 acres of wheat, with 40 hectares of oats."),
    (
        "en",
        "Priced at $899 in America and €1,099 in Europe, where VAT is included, its $599 (€729) version sells best.",
    ),
    ("en", "It flew more than 1,000 miles (1,609 km or more) with a load of 60 tonnes."),
    ("en", "The trail is 40 miles long. That's 900 metres of climbing."),
    ("fr", "La vitesse est de 55 miles à l'heure sur le pont et de 130 km/h sur l'autoroute."),
    ("fr", "Le domaine de 300 acres, dont 20 hectares de vigne, est à vendre."),
    ("fr", "L'entrée est de 20 euros ou 20 francs suisses, le musée affichant un tarif unique."),
    ("fr", "La dot est de 300 000 francs CFA, et la fête, elle, a englouti 900 euros."),
]


@pytest.mark.parametrize(("lang", "text", "verdict"), TOLD)
def test_what_is_given_again_is_held_against_itself(lang, text, verdict):
    assert [found for kind, found, _ in findings(text, lang) if kind == "convert"] == [verdict]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_two_things_are_not_held_against_each_other(lang, text):
    assert [found for _, found, _ in findings(text, lang) if found != "consistent"] == []
