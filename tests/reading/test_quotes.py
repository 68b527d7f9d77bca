"""A quote of a few words holds one figure."""

import pytest

from factcheck.reading import QuoteError, detect_language, read, read_quote


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("franchir la barre des 27 milliards de dirhams", "27 milliards de dirhams"),
        ("26,2 milliards de dirhams en 2024", "26,2 milliards de dirhams"),
        ("une hausse symbolique de 0,2%", "0,2%"),
        ("mardi 27 janvier 2025", "mardi 27 janvier 2025"),
        ("d'ici cinq ans", "cinq ans"),
        ("un triptyque", "triptyque"),
        ("100 %", "100 %"),
        ("27 milliards MAD", "27 milliards MAD"),
    ],
)
def test_the_one_figure_of_a_quote(quote, printed):
    assert read_quote(quote, "fr").text == printed


def test_a_date_beside_an_amount_is_its_period():
    assert str(read_quote("26,2 milliards de dirhams en 2024", "fr").period) == "2024"


@pytest.mark.parametrize("quote", ["Le troisième axe", "premier volet", ""])
def test_a_quote_without_a_figure_is_an_error(quote):
    with pytest.raises(QuoteError) as caught:
        read_quote(quote, "fr")
    assert caught.value.figures == ()


def test_a_quote_with_two_figures_is_an_error_that_says_what_was_read():
    with pytest.raises(QuoteError, match="3 %") as caught:
        read_quote("12 emplois et 3 %", "fr")
    assert [figure.text for figure in caught.value.figures] == ["12 emplois", "3 %"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le secteur emploie plus de 140.000 personnes dans le pays.", "fr"),
        ("The sector employs more than 140,000 people in the country.", "en"),
    ],
)
def test_the_language_is_told_by_function_words(text, lang):
    assert detect_language(text) == lang


@pytest.mark.parametrize(
    ("quote", "lang"),
    [
        ("mercredi 31 avril 2024", "fr"),
        ("mardi 29 février 2023", "fr"),
        ("2024-02-30", "fr"),
        ("31/04/2024", "fr"),
        ("February 30, 2024", "en"),
    ],
)
def test_a_day_that_does_not_exist_is_said_to_be_so(quote, lang):
    with pytest.raises(QuoteError, match="does not exist"):
        read_quote(quote, lang)
    assert read(f"Le texte dit {quote}.", lang) == []
