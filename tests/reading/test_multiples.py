"""Multiples and fractions, in words and digits."""

from fractions import Fraction

import pytest

from factcheck.reading import read


@pytest.mark.parametrize(
    ("text", "lang", "value", "in_words"),
    [
        ("un doublement des performances", "fr", 2, True),
        ("ont triplé", "fr", 3, True),
        ("le double du prix", "fr", 2, True),
        ("1,8 fois", "fr", "1.8", False),
        ("quatre fois plus", "fr", 4, False),
        ("quatre fois moins", "fr", "1/4", False),
        ("multiplié par 2,5", "fr", "2.5", False),
        ("divisé par deux", "fr", "1/2", False),
        ("a twofold increase", "en", 2, True),
        ("exports doubled", "en", 2, True),
        ("emissions were halved", "en", "1/2", True),
        ("1.8 times", "en", "1.8", False),
        ("a 10-fold rise", "en", 10, False),
    ],
)
def test_multiples(text, lang, value, in_words):
    (figure,) = read(text, lang)
    assert (figure.kind, figure.value, figure.unit, figure.in_words) == ("multiple", Fraction(value), "", in_words)


@pytest.mark.parametrize(
    ("text", "lang", "value", "printed"),
    [
        ("la moitié des cadres", "fr", "1/2", "la moitié"),
        ("un tiers des salariés", "fr", "1/3", "un tiers"),
        ("les deux tiers", "fr", "2/3", "deux tiers"),
        ("trois quarts", "fr", "3/4", "trois quarts"),
        ("un cinquième", "fr", "1/5", "un cinquième"),
        ("trois sur dix", "fr", "3/10", "trois sur dix"),
        ("un Marocain sur trois", "fr", "1/3", "un Marocain sur trois"),
        ("neuf entreprises sur dix", "fr", "9/10", "neuf entreprises sur dix"),
        ("1 enfant sur 6", "fr", "1/6", "1 enfant sur 6"),
        ("one in five", "en", "1/5", "one in five"),
        ("nine out of 10", "en", "9/10", "nine out of 10"),
        ("two-thirds of women", "en", "2/3", "two-thirds"),
        ("by a quarter", "en", "1/4", "a quarter"),
        ("half of them", "en", "1/2", "half"),
    ],
)
def test_fractions(text, lang, value, printed):
    (figure,) = read(text, lang)
    assert (figure.kind, figure.value, figure.in_words, figure.text) == ("ratio", Fraction(value), True, printed)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("un quart d'heure", "fr"),
        ("un quart de siècle", "fr"),
        ("la seconde moitié du match", "fr"),
        ("the first half was better", "en"),
        ("half an hour", "en"),
        ("a second chance", "en"),
    ],
)
def test_halves_and_quarters_that_divide_nothing(text, lang):
    assert read(text, lang) == []


def test_a_number_out_of_a_smaller_one_is_two_numbers():
    assert [figure.value for figure in read("il y a douze sur dix", "fr")] == [12, 10]
