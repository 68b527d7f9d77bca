"""Texts in languages that factcheck does not read are told from those that it reads."""

from __future__ import annotations

import pytest

from factcheck.reading.foreign import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Las exportaciones digitales alcanzaron 26,2 mil millones de dirhams en 2024", "Spanish"),
        ("Le esportazioni digitali hanno raggiunto 26,2 miliardi di dirham nel 2024", "Italian"),
        ("Die digitalen Exporte sind 2024 um 3 Prozent gewachsen und liegen bei 26 Milliarden", "German"),
        ("As exportações digitais atingiram 26,2 mil milhões de dirhams em 2024", "Portuguese"),
        ("De digitale export bedroeg 26,2 miljard dirham in 2024", "Dutch"),
        ("بلغت الصادرات الرقمية 26.2 مليار درهم", "Arabic"),
        ("Цифровой экспорт составил 26,2 млрд", "another script"),
    ],
)
def test_a_text_in_another_language(text, language):
    assert str(foreign_language(text)) == language


@pytest.mark.parametrize(
    "text",
    [
        "plus de 120.000 emplois",
        "le KPO pèse 2 %",
        "26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars",
        "270 000 emplois en 2030, soit un doublement",
        "L'entreprise El Corte de la Costa a réalisé 3 millions d'euros en 2024",
        "KPO accounts for 2% of digital exports",
        "more than 120,000 jobs",
        "Die Zeit reported sales of 3 million euros",
        "KPO 2%",
        "26,2",
        "",
    ],
)
def test_french_and_english_and_what_is_too_short_to_tell(text):
    assert foreign_language(text) is None
