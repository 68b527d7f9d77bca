"""Forms in which grammar binds a change to both its levels: what holds is consistent, and a mistake is found."""

import pytest
from prose import changes

# (language, text with a blank for the change, the right change, a wrong one, kind, the levels)
BOUND = [
    # the level before under a noun: "its 2022 peak of"
    ("en", "The rent has dropped {} from its 2022 peak of $2,140, to $1,795 in July.", "16%", "19%", "growth"),
    ("en", "Cases rose {} from an earlier peak of 1,312 to 1,640 in May.", "25%", "52%", "growth"),
    # the same thing at another time
    (
        "en",
        "Flu admissions leapt by {} to 3,027 in the six weeks to mid-January, compared with 1,252 in the same weeks a "
        "year earlier.",
        "142%",
        "242%",
        "growth",
    ),
    (
        "fr",
        "Les ventes ont atteint 3 027 unités, contre 2 512 dans les mêmes magasins, soit {}.",
        "+21 %",
        "+12 %",
        "growth",
    ),
    (
        "fr",
        "Le nombre de décès a {} : 36, contre 18 à la même date de l'hiver dernier.",
        "doublé",
        "triplé",
        "multiple",
    ),
    # the level before at the head of the sentence
    (
        "fr",
        "De 9 240 en 2014, le nombre de naissances est tombé à 6 160 en 2024, un recul de {} en dix ans.",
        "33 %",
        "50 %",
        "growth",
    ),
    ("en", "From 9,240 in 2014, births fell to 6,160 in 2024, a drop of {}.", "33%", "50%", "growth"),
    # "X grows to Y"
    ("fr", "Un parc de 512 véhicules passe à 640, soit une hausse de {}.", "25 %", "35 %", "growth"),
    ("fr", "Avec une hausse de {}, un budget de 5 000 roupies grimpe à 6 000.", "20 %", "10 %", "growth"),
    ("en", "With a {} rise, a $5,000 bill climbs to $6,000.", "20%", "10%", "growth"),
    # the level of the sentence before
    (
        "en",
        "The city counted 870,000 people in 2016. That was {} the 430,000 counted in 2006.",
        "double",
        "triple",
        "multiple",
    ),
    ("fr", "La ville a compté 870 000 habitants. C'est {} des 430 000 de 2006.", "le double", "le triple", "multiple"),
    (
        "fr",
        "Le secteur a vendu pour 14,2 milliards de dirhams, soit 1,43 milliard de dollars. "
        "C'est {} de mieux qu'en 2023 (13,0 milliards de dirhams).",
        "9,2 %",
        "19,2 %",
        "growth",
    ),
    (
        "fr",
        "Les émissions ont été de 36,4 millions de tonnes, en baisse de 5,2 % par rapport à 2023 (38,4 millions). "
        "Le recul atteint {} depuis 1990, année où elles culminaient à 54,8 millions de tonnes.",
        "33,6 %",
        "63,3 %",
        "growth",
    ),
    (
        "fr",
        "La participation est de 48,5 %. Elle dépasse de {} celle de mars 2021 (44,2 %).",
        "4,3 points",
        "3,4 points",
        "points",
    ),
    ("en", "The occupancy was 96%. That is {} more than last January's 92%.", "four points", "eight points", "points"),
    # the passive, and a word between
    (
        "en",
        "Last year 4,540 children were born, compared with 5,210 a year earlier, down {}.",
        "12.9%",
        "21.9%",
        "growth",
    ),
    ("en", "They waited on 418 occasions, down {} from 543, after the change.", "23%", "32%", "growth"),
    (
        "en",
        "The count stood at 412,600 on census night, {} more than the 386,000 counted in 2015.",
        "6.9%",
        "9.6%",
        "growth",
    ),
    # the level before after a semicolon
    (
        "fr",
        "Le chômage grimpe de {}, à 36,8 % ; il était de 34,9 % un an plus tôt.",
        "1,9 point",
        "2,9 points",
        "points",
    ),
    # months
    ("fr", "Le stock atteint 1 640 tonnes, soit {} de plus qu'en décembre (1 312 tonnes).", "25 %", "52 %", "growth"),
    ("en", "Lakeland made 24,300 cars, {} more than in December (18,200).", "6,100", "7,100", "difference"),
    # cents of the unit of the level
    (
        "fr",
        "Le litre coûte 1,85 euro, soit {} de plus qu'il y a un an (1,72 euro).",
        "13 centimes",
        "31 centimes",
        "difference",
    ),
    ("en", "A litre costs $1.85, {} more than the $1.72 of last year.", "13 cents", "31 cents", "difference"),
    # conversions in between
    (
        "fr",
        "Les ventes ont rapporté 11,2 milliards de dirhams en 2024 (1,04 milliard d'euros), après 10,6 milliards de "
        "dirhams en 2023 (968 millions d'euros), ce qui fait {} de mieux.",
        "5,7 %",
        "7,5 %",
        "growth",
    ),
    (
        "fr",
        "Le flux a reculé de {} à 5,07 milliards de dirhams (MMDH) à fin 2018, contre 5,68 milliards un an auparavant.",
        "10,8 %",
        "18,0 %",
        "growth",
    ),
    # and the change of a total by the year
    ("fr", "L'État veut relever les prix de 20 % sur cinq ans, ce qui revient à {} par an.", "3,7 %", "5 %", "cagr"),
    ("en", "Prices are to rise 20% over five years, or {} a year.", "3.7%", "5%", "cagr"),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), BOUND, ids=[row[1] for row in BOUND])
def test_the_right_change_holds(lang, text, right, wrong, kind):
    assert (kind, "consistent") in [found[:2] for found in changes(text.format(right), lang)]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), BOUND, ids=[row[1] for row in BOUND])
def test_a_wrong_one_is_found(lang, text, right, wrong, kind):
    assert kind in [found[0] for found in changes(text.format(wrong), lang) if found[1] in ("inconsistent", "strained")]


def test_what_is_spread_evenly_over_the_years_is_right_too():
    text = "Les prix ont augmenté de 50 % en dix ans, soit 5 % par an en moyenne."
    assert [found[:2] for found in changes(text, "fr")] == [("cagr", "consistent")]


@pytest.mark.parametrize(("percentage", "verdict"), [("0,4 %", "consistent"), ("4 %", "inconsistent")])
def test_an_amount_in_cents_goes_with_a_percentage(percentage, verdict):
    text = f"Le salaire horaire a gagné 11 cents, à 31,46 dollars, soit une hausse de {percentage}."
    assert [found[:2] for found in changes(text, "fr")] == [("growth", verdict)]
