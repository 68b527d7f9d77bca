"""The period that a text gives a figure."""

from datetime import date

import pytest

from factcheck.reading import read


def periods(text, lang="fr", today=None):
    return [str(figure.period) for figure in read(text, lang, date=today) if figure.kind != "date"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En 2024, ils ont vendu pour 26,2 milliards de dirhams.", ["2024"]),
        ("Ils ont vendu pour 26,2 milliards de dirhams en 2024.", ["2024"]),
        ("Ils sont passés de 26 milliards en 2023 à 27 milliards en 2024.", ["2023", "2024"]),
        ("13,4 milliards de dirhams à fin juin 2025", ["2025-H1"]),
        ("Une hausse de 3 % par rapport à 2023.", ["None"]),
        ("Au T3 2025, 12,8 %, contre 13,2 % un an plus tôt.", ["2025-Q3", "2024-Q3"]),
        ("Entre 2015 et 2024, les ventes ont triplé.", ["2015/2024"]),
        ("La stratégie Digital Morocco 2030 vise 270 000 emplois.", ["None"]),
        ("En 2024, tout allait bien. Ils étaient 300.", ["2024"]),
        ("En 2024, tout allait bien.\n\nIls étaient 300.", ["None"]),
    ],
)
def test_the_sentence_then_the_paragraph_gives_the_period(text, expected):
    assert periods(text) == expected


def test_a_relative_period_is_resolved_by_the_date_of_the_document():
    assert periods("L'an dernier, ils ont vendu 300 voitures.", today=date(2025, 11, 3)) == ["2024"]
    assert periods("Last year they sold 300 cars.", "en", date(2025, 11, 3)) == ["2024"]
    assert periods("L'an dernier, ils ont vendu 300 voitures.") == ["None"]
