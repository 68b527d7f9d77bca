"""Changes of percentages in prose: in points, or in percent where points are meant."""

import pytest
from prose import changes, checked

from factcheck.reports.wording import wording

# (language, text, what is found: kind, verdict, figures)
POINTS = [
    (
        "fr",
        "Le taux atteint 42 %, 6 points de plus qu'un an avant (36 %).",
        [("points", "consistent", ["36 %", "42 %", "6 points"])],
    ),
    (
        "fr",
        "Le taux atteint 42 %, 8 points de plus qu'un an avant (36 %).",
        [("points", "inconsistent", ["36 %", "42 %", "8 points"])],
    ),
    (
        "fr",
        "Le taux de chômage recule de 0,4 point à 12,8 %, contre 13,2 %.",
        [("points", "consistent", ["13,2 %", "12,8 %", "0,4 point"])],
    ),
    (
        "fr",
        "Le taux de chômage recule de 0,9 point à 12,8 %, contre 13,2 %.",
        [("points", "inconsistent", ["13,2 %", "12,8 %", "0,9 point"])],
    ),
    (
        "fr",
        "La part est passée de 10 % à 12 %, soit une hausse de 2 %.",
        [("points", "inconsistent", ["10 %", "12 %", "2 %"])],
    ),
    (
        "fr",
        "La part est passée de 10 % à 12 %, soit une hausse de 20 %.",
        [("growth", "consistent", ["10 %", "12 %", "20 %"])],
    ),
    (
        "fr",
        "La part est passée de 10 % à 12 %, soit 2 points de plus.",
        [("points", "consistent", ["10 %", "12 %", "2 points"])],
    ),
    (
        "fr",
        "La part est passée de 10 % à 12 %, soit 5 points de plus.",
        [("points", "inconsistent", ["10 %", "12 %", "5 points"])],
    ),
    (
        "fr",
        "Le taux directeur a été relevé de 25 points de base à 2,75 %, contre 2,50 %.",
        [("points", "consistent", ["2,50 %", "2,75 %", "25 points de base"])],
    ),
    (
        "fr",
        "Le taux de chômage recule de 0,4 % à 12,8 %, contre 13,2 %.",
        [("points", "inconsistent", ["13,2 %", "12,8 %", "0,4 %"])],
    ),
    (
        "fr",
        "L'inflation a ralenti à 2,3 %, contre 2,5 % le mois précédent, soit 0,2 point de moins.",
        [("points", "consistent", ["2,5 %", "2,3 %", "0,2 point"])],
    ),
    (
        "fr",
        "La dette atteint 113 % du PIB, contre 110,5 % fin 2023, soit 2,5 points de plus.",
        [("points", "consistent", ["110,5 %", "113 %", "2,5 points"])],
    ),
    (
        "fr",
        "Les hommes sont 42 % et les femmes 36 %, contre 40 % en 2019, soit 4 points de moins.",
        [("points", "consistent", ["40 %", "36 %", "4 points"])],
    ),
    (
        "en",
        "The rate fell 0.4 percentage points to 12.8%, down from 13.2%.",
        [("points", "consistent", ["13.2%", "12.8%", "0.4 percentage points"])],
    ),
    (
        "en",
        "The rate fell 1.4 percentage points to 12.8%, down from 13.2%.",
        [("points", "inconsistent", ["13.2%", "12.8%", "1.4 percentage points"])],
    ),
    ("en", "The share rose from 10% to 12%, an increase of 2%.", [("points", "inconsistent", ["10%", "12%", "2%"])]),
    ("en", "The share rose from 10% to 12%, an increase of 20%.", [("growth", "consistent", ["10%", "12%", "20%"])]),
    (
        "en",
        "The unemployment rate fell 0.4% to 12.8% from 13.2%.",
        [("points", "inconsistent", ["13.2%", "12.8%", "0.4%"])],
    ),
    (
        "en",
        "Turnout was 62%, up five points on the 57% recorded in 2019.",
        [("points", "consistent", ["57%", "62%", "five points"])],
    ),
    (
        "en",
        "Turnout was 62%, eight points higher than in 2019 (57%).",
        [("points", "inconsistent", ["57%", "62%", "eight points"])],
    ),
    (
        "en",
        "The jobless rate rose by half a percentage point to 4.5% from 4.0%.",
        [("points", "consistent", ["4.0%", "4.5%", "half a percentage point"])],
    ),
]


@pytest.mark.parametrize(("lang", "text", "found"), POINTS, ids=[text for _, text, _ in POINTS])
def test_a_change_of_a_percentage_is_held_against_its_levels(lang, text, found):
    assert changes(text, lang) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le taux est passé de 10 % à 12 %, soit une hausse de 2 %.", "2 points apart"),
        ("Le taux est passé de 10 % à 12 %, soit une hausse de 20 %.", ""),
    ],
)
def test_per_cent_written_for_points_is_told_to_be_points(text, told):
    [finding] = checked(text, "fr").findings
    said = wording("en").text(finding.message)
    assert said.endswith(told)
    assert ("points" in said) is bool(told)
