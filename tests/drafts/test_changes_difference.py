"""Differences in prose: a change in amounts, with its levels or with its percentage."""

import pytest
from prose import changes

# (language, text, what is found: kind, verdict, figures)
DIFFERENCES = [
    (
        "fr",
        "Le déficit s'est creusé de 2 milliards, à 12, contre 10.",
        [("difference", "consistent", ["12", "10", "2 milliards"])],
    ),
    (
        "fr",
        "Le déficit s'est creusé de 3,5 milliards d'euros, à 12,1, contre 10,2.",
        [("difference", "inconsistent", ["12,1", "10,2", "3,5 milliards d'euros"])],
    ),
    (
        "fr",
        "La commune compte 8 200 habitants, soit 700 de plus (+9,3 %).",
        [("growth", "consistent", ["8 200 habitants", "700", "+9,3 %"])],
    ),
    (
        "fr",
        "La commune compte 8 200 habitants, soit 700 de plus (+12 %).",
        [("growth", "inconsistent", ["8 200 habitants", "700", "+12 %"])],
    ),
    (
        "fr",
        "La ville a perdu 700 habitants (-7,9 %), à 8 200.",
        [("growth", "consistent", ["8 200", "700 habitants", "-7,9 %"])],
    ),
    (
        "fr",
        "Le déficit s'est réduit de 300 millions d'euros, passant de 1,5 milliard à 1,2 milliard.",
        [("difference", "consistent", ["1,5 milliard", "1,2 milliard", "300 millions d'euros"])],
    ),
    (
        "fr",
        "Le cours a perdu 12 dirhams, à 388 dirhams, contre 400 la veille.",
        [("difference", "consistent", ["400", "388 dirhams", "12 dirhams"])],
    ),
    (
        "fr",
        "Le budget s'élève à 4,2 milliards de dirhams, soit 500 millions de plus que l'an dernier (4,0 milliards).",
        [("difference", "inconsistent", ["4,2 milliards de dirhams", "4,0 milliards", "500 millions"])],
    ),
    (
        "fr",
        "Les inscriptions ont bondi de 2 300 (+12 %) pour s'établir à 21 500, contre 19 200 l'an passé.",
        [
            ("difference", "consistent", ["21 500", "19 200", "2 300"]),
            ("growth", "consistent", ["19 200", "21 500", "+12 %"]),
        ],
    ),
    (
        "fr",
        "La ville comptait 7 500 habitants en 2019. Elle en compte aujourd'hui 8 200, soit 1 700 de plus.",
        [("difference", "inconsistent", ["8 200", "7 500 habitants", "1 700"])],
    ),
    (
        "en",
        "The town has 8,200 inhabitants, 700 more than the 7,500 of 2019.",
        [("difference", "consistent", ["8,200 inhabitants", "7,500", "700"])],
    ),
    (
        "en",
        "The town has 8,200 inhabitants, 700 more than in 2019 (up 9.3%).",
        [("growth", "consistent", ["8,200 inhabitants", "700", "9.3%"])],
    ),
    (
        "en",
        "The town has 8,200 inhabitants, 700 more than in 2019 (up 19.3%).",
        [("growth", "inconsistent", ["8,200 inhabitants", "700", "19.3%"])],
    ),
    (
        "en",
        "The deficit widened by $2bn to $12.0bn, from $10.0bn a year ago.",
        [("difference", "consistent", ["$12.0bn", "$10.0bn", "$2bn"])],
    ),
    (
        "en",
        "Enrolment fell by 900 to 7,510 (from 8,210 in 2019).",
        [("difference", "inconsistent", ["8,210", "7,510", "900"])],
    ),
    (
        "en",
        "The budget is £1.5m, £300,000 more than last year's £1.2m.",
        [("difference", "consistent", ["£1.5m", "£1.2m", "£300,000"])],
    ),
]


@pytest.mark.parametrize(("lang", "text", "found"), DIFFERENCES, ids=[text for _, text, _ in DIFFERENCES])
def test_a_difference_is_held_against_its_levels_or_its_percentage(lang, text, found):
    assert changes(text, lang) == found
