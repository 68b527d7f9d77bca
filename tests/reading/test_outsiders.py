"""Numbers that are no figures."""

import pytest

from factcheck.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Tél. : 0522-43-12-12",
        "au 05 22 43 12 12",
        "au +212 522 43 12 12",
        "le 06.12.34.56.78",
        "l'article 47 de la loi n° 17-95",
        "les articles 3, 4 et 5",
        "l'alinéa 3 de l'article 12 bis",
        "le décret n° 2-21-35",
        "page 12, tableau 3, chapitre 4",
        "pp. 45-47",
        "version 2.0.1",
        "Python 3.11 et la Clio 5",
        "le Covid-19, le G20, la 5G et le MP3",
        "ISBN 978-2-07-036822-8",
        "12, rue de Paris, 20000 Casablanca",
        "45 bis, avenue Mohammed V",
        "victoire 3-1 (2-0 à la mi-temps)",
        "6-4, 7-5, 6-3",
        "la 2e fois, le 1er prix, le 3ème",
        "1. Introduction",
        "2) Méthode",
        "voir la note (3)",
        "à 14h30, à 18 heures",
        "24h/24 et 7j/7",
        "une bonne nouvelle, l'une des meilleures",
        "les deux, tous deux, un jour",
        "premier volet, second axe, troisième axe",
        "dans les années 80",
        "https://x.ma/2024/12/3 @user12 #cop28",
        "quelques années, plusieurs milliers",
        "composez le zéro six douze trente",
        "les Vingt-Sept, tolérance zéro",
        "1$2$3$4$5",
    ],
)
def test_french_numbers_that_are_no_figures(text):
    assert read(text, "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Call (212) 555-0199 or 1-800-555-0199",
        "Phone: 020 7946 0958",
        "Section 230, Chapter 11",
        "pages 12-15",
        "won 4-1",
        "10 Downing Street, 1600 Pennsylvania Avenue",
        "Room 101, Flight 370, Highway 61",
        "the 1st, 2nd and 3rd; the 21st century",
        "at 6pm, 10:30 a.m.",
        "one of the best, no one, that one",
        "the 1990s",
        "COVID-19, G7, F-35 and Windows 10",
        "24/7",
        "All of us may march on",
    ],
)
def test_english_numbers_that_are_no_figures(text):
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("la phase 2 coûtera 400 MDH", "fr"), ("le lot 3, financé à 60 %", "fr"), ("page 3 says 12 jobs", "en")],
)
def test_what_follows_a_reference_is_read(text, lang):
    assert len(read(text, lang)) == 1
