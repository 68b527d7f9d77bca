"""Dates, weekdays, halves, quarters, years and spans of years."""

from datetime import date

import pytest

from factcheck.reading import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mardi 27 janvier 2025", "2025-01-27"),
        ("le 1er janvier 2012", "2012-01-01"),
        ("27/01/2025", "2025-01-27"),
        ("27-01-2025", "2025-01-27"),
        ("27.01.2025", "2025-01-27"),
        ("2025-01-27", "2025-01-27"),
        ("2015.5.13", "2015-05-13"),
        ("21 avr. 2016", "2016-04-21"),
        ("4 juillet de 1995", "1995-07-04"),
        ("fin juin 2025", "2025-06"),
        ("novembre 2016", "2016-11"),
        ("11/2016", "2016-11"),
        ("premier semestre 2025", "2025-H1"),
        ("1er semestre 2025", "2025-H1"),
        ("deuxième semestre de l'année 2024", "2024-H2"),
        ("troisième trimestre 2025", "2025-Q3"),
        ("2e trimestre 2024", "2024-Q2"),
        ("T1 2024", "2024-Q1"),
        ("S2 2024", "2024-H2"),
        ("six premiers mois de 2025", "2025-H1"),
        ("l'exercice 2023-2024", "2023/2024"),
        ("en 2024", "2024"),
        ("Maroc Digital 2030", "2030"),
        ("2030", "2030"),
    ],
)
def test_a_french_date(text, value):
    (figure,) = read(text, "fr")
    assert (figure.kind, figure.value, str(figure.period)) == ("date", value, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("January 12, 2016", "2016-01-12"),
        ("12 January 2016", "2016-01-12"),
        ("Dec. 31 , 1994", "1994-12-31"),
        ("march third 2015", "2015-03-03"),
        ("fourth of july 1995", "1995-07-04"),
        ("the 12th of January 2016", "2016-01-12"),
        ("Sep-23-2020", "2020-09-23"),
        ("31/Oct/1974", "1974-10-31"),
        ("13.5.2015", "2015-05-13"),
        ("2019-aug-1", "2019-08-01"),
        ("2016, nov", "2016-11"),
        ("june of 1992", "1992-06"),
        ("the first half of 2025", "2025-H1"),
        ("H2 2025", "2025-H2"),
        ("third quarter of 2024", "2024-Q3"),
        ("Q3 2025", "2025-Q3"),
        ("first six months of 2025", "2025-H1"),
        ("by 2030", "2030"),
    ],
)
def test_an_english_date(text, value):
    (figure,) = read(text, "en")
    assert (figure.kind, figure.value) == ("date", value)


def test_the_weekday_is_kept_though_it_be_wrong():
    (figure,) = read("le mardi 27 janvier 2025", "fr")
    assert (figure.text, figure.weekday) == ("mardi 27 janvier 2025", 1)


@pytest.mark.parametrize("text", ["le 31/02/2024", "le 15 mai", "les 22 et 23 novembre", "les années 1990", "à 14h30"])
def test_what_is_no_date_of_a_year_gives_no_figure(text):
    assert read(text, "fr") == []


def test_a_day_without_a_year_takes_that_of_the_document():
    (figure,) = read("le 15 mai", "fr", date=date(2024, 6, 1))
    assert figure.value == "2024-05-15"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2000 emplois", "number"),
        ("plus de 2000 manifestants", "number"),
        ("2024 DH", "currency"),
        ("En 2024 personne ne le savait", "date"),
        ("The 2024 results", "date"),
    ],
)
def test_four_digits_are_a_year_unless_they_count_something(text, kind):
    (figure,) = read(text, "en" if text.startswith("The") else "fr")
    assert figure.kind == kind
