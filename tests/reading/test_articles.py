"""Every figure of the articles, where they are at hand: only figures are quoted here."""

from pathlib import Path

import pytest

from factcheck.reading import read

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"

EXPECTED = {
    "rebound": """
        13,4 milliards de dirhams | currency 13400000000 MAD | none | 2025-H1
        juin 2025 | date 2025-06 | none | 2025-06
        3,5 % | percentage 3.5 percent | none | 2025-H1
        2024 | date 2024 | none | 2024
        2024 | date 2024 | none | 2024
        +0,2 % | percentage 0.2 percent | none | 2024
        2024 | date 2024 | none | 2024
        26,2 milliards de dirhams | currency 26200000000 MAD | none | 2024
        2023 | date 2023 | none | 2023
        26,17 milliards de dirhams | currency 26170000000 MAD | none | 2023
        premier semestre 2025 | date 2025-H1 | none | 2025-H1
        5,25 milliards de dirhams | currency 5250000000 MAD | none | None
        4,19 milliards de dirhams | currency 4190000000 MAD | none | None
        2,58 milliards de dirhams | currency 2580000000 MAD | none | None
        +75 % | percentage 75 percent | none | 2024
        2024 | date 2024 | none | 2024
        six mois | duration 6 month | none | 2024
        2024 | date 2024 | none | 2024
        40,3 % | percentage 40.3 percent | none | 2024
        37,4 % | percentage 37.4 percent | none | 2024
        13,2 % | percentage 13.2 percent | none | 2024
        8,9 % | percentage 8.9 percent | none | 2024
        0,2 % | percentage 0.2 percent | none | 2024
        2030 | date 2030 | none | 2030
        120.000 emplois | number 120000 job | over | None
        27 milliards de dirhams | currency 27000000000 MAD | over | 2025
        2025 | date 2025 | none | 2025
    """,
    "three-agreements": """
        mardi 27 janvier 2025 | date 2025-01-27 | none | 2025-01-27
        trois partenariats | number 3 partenariats | none | 2025-01-27
        triptyque d’accords | number 3 accords | none | None
        triptyque d’accords | number 3 accords | none | None
        trois conventions | number 3 conventions | none | None
        2024 | date 2024 | none | 2024
        148 500 personnes | number 148500 person | nearly | 2024
        26,2 milliards de dirhams | currency 26200000000 MAD | over | 2024
        2,8 milliards de dollars américains | currency 2800000000 USD | about | 2024
        2030 | date 2030 | none | 2030
        doublement | multiple 2 | none | 2030
        2030 | date 2030 | none | 2030
        270 000 emplois | number 270000 job | none | 2030
        40 milliards de dirhams | currency 40000000000 MAD | nearly | 2030
        trois | duration 3 year | none | None
        quatre ans | duration 4 year | none | None
        2,8 milliards de dollars | currency 2800000000 USD | over | None
        150 000 personnes | number 150000 person | nearly | None
    """,
    "value-creation": """
        2024 | date 2024 | none | 2024
        26 milliards de dirhams | currency 26000000000 MAD | over | 2024
        2024 | date 2024 | none | 2024
        26,2 milliards de dirhams | currency 26200000000 MAD | none | 2024
        2,8 milliards de dollars | currency 2800000000 USD | none | 2024
        0,2% | percentage 0.2 percent | none | 2024
        2023 | date 2023 | none | 2023
        premier semestre 2025 | date 2025-H1 | none | 2025-H1
        13,4 milliards de dirhams | currency 13400000000 MAD | none | 2025-H1
        3,5% | percentage 3.5 percent | none | 2025-H1
        2030 | date 2030 | none | 2030
        140.000 personnes | number 140000 person | over | None
        2030 | date 2030 | none | 2030
        trois hubs | number 3 hubs | none | None
        cinq ans | duration 5 year | none | None
        0,2% | percentage 0.2 percent | none | None
        Lundi 03 Novembre 2025 | date 2025-11-03 | none | 2025-11-03
        Lundi 03 Novembre 2025 | date 2025-11-03 | none | 2025-11-03
        2025 | date 2025 | none | 2025
        Dimanche 02 Novembre 2025 | date 2025-11-02 | none | 2025-11-02
        Dimanche 02 Novembre 2025 | date 2025-11-02 | none | 2025-11-02
    """,
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_figure_of_an_article_is_read(name):
    path = ARTICLES / f"{name}.txt"
    if not path.exists():
        pytest.skip("the articles are not at hand")
    lines = [
        f"{one.text} | {f'{one.kind} {value(one)} {one.unit}'.strip()} | {one.hedge} | {one.period}"
        for one in read(path.read_text(encoding="utf-8"), "fr")
    ]
    assert lines == [line.strip() for line in EXPECTED[name].strip().splitlines()]


def value(figure):
    """The value as people write it: exact for all figures of the articles."""
    if isinstance(figure.value, str):
        return figure.value
    return figure.value.numerator if figure.value.denominator == 1 else float(figure.value)
