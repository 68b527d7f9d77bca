"""Targets that are said to be a multiple of the level that the text gives for today."""

import pytest
from prose import changes

TODAY = "Fin 2024, la filière employait près de 148 500 personnes. "
GOAL = "Le plan vise un doublement d'ici 2030, avec une cible de {target}."

# (language, text, what is found: kind, verdict, figures)
TARGETS = [
    # one of several levels fits
    (
        "fr",
        "Le numérique compte 105 000 emplois. " + TODAY + GOAL.format(target="210 000 emplois"),
        [("multiple", "consistent", ["210 000 emplois", "105 000 emplois", "doublement"])],
    ),
    (
        "fr",
        TODAY + GOAL.format(target="270 000 emplois"),
        [("multiple", "strained", ["270 000 emplois", "près de 148 500 personnes", "doublement"])],
    ),
    (
        "fr",
        TODAY + GOAL.format(target="290 000 emplois"),
        [("multiple", "consistent", ["290 000 emplois", "près de 148 500 personnes", "doublement"])],
    ),
    (
        "fr",
        TODAY + GOAL.format(target="210 000 emplois"),
        [("multiple", "inconsistent", ["210 000 emplois", "près de 148 500 personnes", "doublement"])],
    ),
    (
        "fr",
        "Le pays a exporté pour 26,2 milliards de dirhams de services en 2024. "
        "Il vise un doublement de ses résultats d'ici 2030, avec un objectif de 270 000 postes "
        "et de près de 40 milliards de dirhams d'exportations.",
        [
            (
                "multiple",
                "inconsistent",
                ["près de 40 milliards de dirhams", "26,2 milliards de dirhams", "doublement"],
            )
        ],
    ),
    (
        "fr",
        "Les recettes à l'exportation ont atteint 26,2 milliards de dirhams en 2024. "
        "Le pays vise un doublement de ses résultats d'ici 2030, avec un objectif de 270 000 postes "
        "et 40 milliards de dirhams d'exportations.",
        [("multiple", "inconsistent", ["40 milliards de dirhams", "26,2 milliards de dirhams", "doublement"])],
    ),
    (
        "en",
        "The sector employed 148,500 people at the end of 2024. The plan aims at a doubling by 2030, "
        "with a target of 210,000 jobs.",
        [("multiple", "inconsistent", ["210,000 jobs", "148,500 people", "a doubling"])],
    ),
    (
        "en",
        "The sector employed 148,500 people at the end of 2024. The plan aims at a doubling by 2030, "
        "with a target of 300,000 jobs.",
        [("multiple", "consistent", ["300,000 jobs", "148,500 people", "a doubling"])],
    ),
]

# (language, text)
SILENT = [
    # another thing is to be doubled
    ("fr", TODAY + "Elle vise un doublement des exportations d'ici 2030, avec un objectif de 210 000 emplois."),
    # people who are not said to work
    ("fr", "Le festival a reçu 148 500 personnes. " + GOAL.format(target="210 000 emplois")),
    # no target, no doubling
    ("fr", TODAY + "Un doublement est exclu, et 210 000 emplois sont menacés."),
    ("fr", TODAY + "La feuille de route vise un objectif de 210 000 emplois d'ici 2030."),
    # another currency
    (
        "fr",
        "Les exportations ont atteint 2,8 milliards de dollars. "
        + GOAL.format(target="40 milliards de dirhams d'exportations"),
    ),
    ("en", "The fair drew 148,500 people. The plan aims at a doubling by 2030, with a target of 210,000 jobs."),
    ("en", "The sector employed 148,500 people. Prices have doubled; 210,000 jobs are the aim."),
]


@pytest.mark.parametrize(("lang", "text", "found"), TARGETS, ids=[text for _, text, _ in TARGETS])
def test_a_target_is_held_against_the_present_level(lang, text, found):
    assert changes(text, lang) == found


@pytest.mark.parametrize(("lang", "text"), SILENT, ids=[text for _, text in SILENT])
def test_nothing_is_said_of(lang, text):
    assert changes(text, lang) == []
