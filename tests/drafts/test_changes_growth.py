"""Growth in prose: a change in percent with the levels before and after it."""

import pytest
from prose import changes

# (language, text, what is found: kind, verdict, figures)
GROWTH = [
    (
        "fr",
        "Les exportations ont atteint 26,2 milliards de dirhams, en hausse de 0,2 % par rapport à 2023 (26,17).",
        [("growth", "consistent", ["26,17", "26,2 milliards de dirhams", "0,2 %"])],
    ),
    (
        "fr",
        "Les exportations ont atteint 26,2 milliards de dirhams, en hausse de 2 % par rapport à 2023 (26,17).",
        [("growth", "inconsistent", ["26,17", "26,2 milliards de dirhams", "2 %"])],
    ),
    (
        "fr",
        "Les ventes s'élèvent à 13,4 milliards à fin juin 2025, contre 12,9 un an plus tôt, soit +3,5 %.",
        [("growth", "consistent", ["12,9", "13,4 milliards", "+3,5 %"])],
    ),
    (
        "fr",
        "Les ventes s'élèvent à 13,4 milliards à fin juin 2025, contre 12,9 un an plus tôt, soit +6,5 %.",
        [("growth", "inconsistent", ["12,9", "13,4 milliards", "+6,5 %"])],
    ),
    (
        "fr",
        "Le nombre de passagers est passé de 12 à 15 millions, soit +25 %.",
        [("growth", "consistent", ["12", "15 millions", "+25 %"])],
    ),
    (
        "fr",
        "Le nombre de passagers est passé de 12,0 à 15,0 millions, soit +20 %.",
        [("growth", "inconsistent", ["12,0", "15,0 millions", "+20 %"])],
    ),
    (
        "fr",
        "Les effectifs grimpent de 4 310 à 4 820 (+11,8 %).",
        [("growth", "consistent", ["4 310", "4 820", "+11,8 %"])],
    ),
    (
        "fr",
        "Les effectifs chutent de 4 820 à 4 310 (-11,8 %).",
        [("growth", "inconsistent", ["4 820", "4 310", "-11,8 %"])],
    ),
    (
        "fr",
        "Les effectifs chutent de 4 820 à 4 310 (-10,6 %).",
        [("growth", "consistent", ["4 820", "4 310", "-10,6 %"])],
    ),
    (
        "fr",
        "Le chiffre d'affaires a progressé de 12 % à 4,5 milliards d'euros, contre 4,0.",
        [("growth", "consistent", ["4,0", "4,5 milliards d'euros", "12 %"])],
    ),
    (
        "fr",
        "Le chiffre d'affaires a progressé de 16 % à 4,5 milliards d'euros, contre 4,0.",
        [("growth", "inconsistent", ["4,0", "4,5 milliards d'euros", "16 %"])],
    ),
    (
        "fr",
        "On a compté 4 820 cas, contre 4 310 un an plus tôt. Soit une hausse de 11,8 %.",
        [("growth", "consistent", ["4 310", "4 820 cas", "11,8 %"])],
    ),
    (
        "fr",
        "On a compté 4 820 cas, contre 4 310 un an plus tôt. Soit une hausse de 18,1 %.",
        [("growth", "inconsistent", ["4 310", "4 820 cas", "18,1 %"])],
    ),
    (
        "fr",
        "En hausse de 9 %, les ventes atteignent 312 millions d'euros, contre 287.",
        [("growth", "consistent", ["287", "312 millions d'euros", "9 %"])],
    ),
    (
        "fr",
        "En hausse de 12 %, les ventes atteignent 312 millions d'euros, contre 287.",
        [("growth", "inconsistent", ["287", "312 millions d'euros", "12 %"])],
    ),
    (
        "fr",
        "Une hausse de 9 % : les ventes passent de 287 à 312 millions.",
        [("growth", "consistent", ["287", "312 millions", "9 %"])],
    ),
    (
        "fr",
        "Les ventes passent de 287 à 312 millions d'euros. Une hausse de 9 %.",
        [("growth", "consistent", ["287", "312 millions d'euros", "9 %"])],
    ),
    (
        "fr",
        "Le nombre de passagers a augmenté de 9 %. Il est passé de 287 000 à 312 000.",
        [("growth", "consistent", ["287 000", "312 000", "9 %"])],
    ),
    (
        "fr",
        "Le trafic a atteint 312 millions de passagers en 2024, soit 9 % de plus que les 287 millions de 2023.",
        [("growth", "consistent", ["287 millions", "312 millions de passagers", "9 %"])],
    ),
    (
        "fr",
        "Les ventes, à 2,85 milliards d'euros, reculent de 5 % par rapport aux 3,0 milliards de 2023.",
        [("growth", "consistent", ["3,0 milliards", "2,85 milliards d'euros", "5 %"])],
    ),
    (
        "fr",
        "Les ventes atteignent 312 millions d'euros, un niveau supérieur de 9 % aux 287 millions de 2023.",
        [("growth", "consistent", ["287 millions", "312 millions d'euros", "9 %"])],
    ),
    (
        "fr",
        "Elles ont atteint 112 milliards de dirhams, en hausse de 7 % par rapport à 2023, où elles étaient de 104,7.",
        [("growth", "consistent", ["104,7", "112 milliards de dirhams", "7 %"])],
    ),
    (
        "fr",
        "Le bénéfice net ressort à 312 millions d'euros (287 millions un an plus tôt), soit une hausse de 9 %.",
        [("growth", "consistent", ["287 millions", "312 millions d'euros", "9 %"])],
    ),
    (
        "fr",
        "Le nombre d'inscrits est passé de 12 500 en 2019 à 15 000 en 2024, en hausse de 20 %.",
        [("growth", "consistent", ["12 500", "15 000", "20 %"])],
    ),
    (
        "fr",
        "La production a chuté de 25 % à 15,0 tonnes. Elle était de 20,0 tonnes un an plus tôt.",
        [("growth", "consistent", ["20,0 tonnes", "15,0 tonnes", "25 %"])],
    ),
    (
        "fr",
        "Le groupe publie des ventes de +5 % à 3,1 Md€, contre 2,95, un résultat de -3 % à 210 M€ (contre 216 M€).",
        [("growth", "consistent", ["2,95", "3,1 Md€", "+5 %"]), ("growth", "consistent", ["216 M€", "210 M€", "-3 %"])],
    ),
    (
        "fr",
        "- Logiciels : 5,25 milliards (+3 %, contre 5,10)",
        [("growth", "consistent", ["5,10", "5,25 milliards", "+3 %"])],
    ),
    (
        "fr",
        "- Logiciels : 5,25 milliards (+7 %, contre 5,10)",
        [("growth", "inconsistent", ["5,10", "5,25 milliards", "+7 %"])],
    ),
    ("fr", "**Ventes :** 312 M€ (+9 % vs 287 M€ en 2023)", [("growth", "consistent", ["287 M€", "312 M€", "+9 %"])]),
    (
        "fr",
        "La production s'établit à 312 tonnes, +2 % sur un mois, +9 % sur un an, contre 287 un an plus tôt.",
        [("growth", "consistent", ["287", "312 tonnes", "+9 %"])],
    ),
    (
        "fr",
        "L'excédent recule d'un quart, à 750 millions d'euros contre 1,0 milliard.",
        [("growth", "consistent", ["1,0 milliard", "750 millions d'euros", "un quart"])],
    ),
    (
        "fr",
        "Les loyers ont baissé de moitié, de 600 à 300 euros.",
        [("growth", "consistent", ["600", "300 euros", "moitié"])],
    ),
    (
        "fr",
        "La ville comptait 7 500 habitants en 2019 ; elle en compte 8 200 aujourd'hui, soit 9,3 % de plus.",
        [("growth", "consistent", ["7 500 habitants", "8 200", "9,3 %"])],
    ),
    (
        "fr",
        "Le bénéfice atteint 312 millions d'euros (340 millions de dollars), en hausse de 9 %, contre 287 millions.",
        [("growth", "consistent", ["287 millions", "312 millions d'euros", "9 %"])],
    ),
    (
        "fr",
        "Les ventes ont atteint 312 millions d'euros, selon le groupe, contre 287 millions en 2023, soit +9 %.",
        [("growth", "consistent", ["287 millions", "312 millions d'euros", "+9 %"])],
    ),
    ("en", "Revenue rose 12% to $4.5bn from $4.0bn.", [("growth", "consistent", ["$4.0bn", "$4.5bn", "12%"])]),
    ("en", "Revenue rose 22% to $4.5bn from $4.0bn.", [("growth", "inconsistent", ["$4.0bn", "$4.5bn", "22%"])]),
    ("en", "Sales reached 312m, up 9% on the 287m of last year.", [("growth", "consistent", ["287m", "312m", "9%"])]),
    (
        "en",
        "Sales reached 312m, up 19% on the 287m of last year.",
        [("growth", "inconsistent", ["287m", "312m", "19%"])],
    ),
    (
        "en",
        "The number of cases fell by a third from 900 to 600.",
        [("growth", "consistent", ["900", "600", "a third"])],
    ),
    (
        "en",
        "The number of cases fell by a quarter from 960 to 610.",
        [("growth", "inconsistent", ["960", "610", "a quarter"])],
    ),
    (
        "en",
        "Sales were $312m, against $287m a year earlier. That is up 9%.",
        [("growth", "consistent", ["$287m", "$312m", "9%"])],
    ),
    (
        "en",
        "There were 4,820 cases, a rise of 11.8%. It was 4,310 a year earlier.",
        [("growth", "consistent", ["4,310", "4,820 cases", "11.8%"])],
    ),
    (
        "en",
        "Revenue increased by 12% from $4.0bn in 2019 to $4.5bn in 2024.",
        [("growth", "consistent", ["$4.0bn", "$4.5bn", "12%"])],
    ),
    (
        "en",
        "Up 9%, sales reached 312 million euros, against 287 million.",
        [("growth", "consistent", ["287 million", "312 million euros", "9%"])],
    ),
    (
        "en",
        "It rose from 12.0 million to 15.0 million, a 25% increase.",
        [("growth", "consistent", ["12.0 million", "15.0 million", "25%"])],
    ),
    (
        "en",
        "It saw a 5.2 percent growth in sales last year to 270.2 million litres, from 256.9 million litres.",
        [("growth", "consistent", ["256.9 million litres", "270.2 million litres", "5.2 percent"])],
    ),
    (
        "en",
        "Passenger numbers reached 32.7 million in 2024, 20.7% more than in 2023, when they were 27.1 million.",
        [("growth", "consistent", ["27.1 million", "32.7 million", "20.7%"])],
    ),
    ("en", "Revenue of $4.5bn was up 12% from $4.0bn.", [("growth", "consistent", ["$4.0bn", "$4.5bn", "12%"])]),
    ("en", "Headcount is up 9% to 240 (2023: 220).", [("growth", "consistent", ["220", "240", "9%"])]),
]


@pytest.mark.parametrize(("lang", "text", "found"), GROWTH, ids=[text for _, text, _ in GROWTH])
def test_growth_is_held_against_its_levels(lang, text, found):
    assert changes(text, lang) == found
