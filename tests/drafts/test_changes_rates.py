"""Rates by the year, the years, and what they come to."""

import pytest
from prose import at_odds, findings

# (language, text with the whole left out, what it is, what it is not)
RATES = [
    ("fr", "Les primes ont crû de 4 % par an pendant six ans, un total de {}.", "26,5 %", "36,5 %"),
    ("fr", "La forêt, en perdant 3,0 % l'an durant huit ans, a reculé de {}.", "21,6 %", "31,6 %"),
    ("fr", "45 % de hausse en sept ans. Cela équivaut à {} par an.", "5,5 %", "7,5 %"),
    ("en", "Over the decade from 2010 to 2020 tuition grew by 4 per cent a year, that is by {} in total.",
     "48 per cent", "28 per cent"),
    ("en", "Five per cent a year for 14 years: the trust is up {}.", "98 per cent", "70 per cent"),
    ("en", "Air traffic has tripled in nine years, with growth averaging {} annually.", "13.0 per cent",
     "7.5 per cent"),
    ("en", "From 6,000 tonnes in 2015 to 15,000 in 2023: exports of figs have increased by {} a year.", "12%", "19%"),
]  # fmt: skip

# (language, text): the rate and the whole are of two things, or the words excuse them
SILENT = [
    ("fr", "Les loyers ont augmenté de 2 % par an pendant dix ans. Les charges, de 41 %."),
    ("fr", "Les loyers ont augmenté de 20 % en cinq ans et les salaires de 2 % par an."),
    ("fr", "Les ventes ont été multipliées par 1,5 en quatre ans en volume ; en valeur, elles ont crû de 7 % l'an."),
    ("fr", "Les prix ont augmenté de 50 % en dix ans, soit 5 % par an en moyenne."),
    ("fr", "Chaque année, 4 % des adhérents partent. En cinq ans, leur nombre a pourtant bondi de 30 %."),
    ("en", "Rents rose 20% over five years and wages rose 2% a year."),
    ("en", "The fund aims for 5 per cent a year over 14 years; its target is 70 per cent."),
    ("en", "Prices have risen 50% in ten years, or 5% a year on average."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), RATES)
def test_a_rate_by_the_year_is_held_against_the_whole(lang, text, right, wrong):
    assert at_odds(text.format(wrong), lang) == [("cagr", "inconsistent")]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), RATES)
def test_and_holds_where_it_is_that(lang, text, right, wrong):
    assert [found[:2] for found in findings(text.format(right), lang)] == [("cagr", "consistent")]


@pytest.mark.parametrize(("lang", "text"), SILENT, ids=[text for _, text in SILENT])
def test_rates_of_other_things_are_left_alone(lang, text):
    assert at_odds(text, lang) == []
