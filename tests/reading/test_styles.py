"""Another value, printed like a figure."""

from fractions import Fraction

import pytest

from factcheck.reading import format_exactly, format_like, read_quote


@pytest.mark.parametrize(
    ("quote", "lang", "value", "expected"),
    [
        ("2,8 milliards de dollars", "fr", "2630000000", "2,6 milliards de dollars"),
        ("270 000 emplois", "fr", "297000", "300 000 emplois"),
        ("plus de 140.000 personnes", "fr", "123456", "120.000 personnes"),
        ("1\u202f250 000 euros", "fr", "31415926", "31\u202f420\u202f000 euros"),
        ("€1,250 million", "en", "1312345678", "€1,310 million"),
        ("$2.8bn", "en", "2630000000", "$2.6bn"),
        ("50 points de base", "fr", "0.25", "25 points de base"),
        ("+0,2 %", "fr", "-0.5", "−0,5 %"),
        ("−5 %", "fr", "6", "6 %"),
        ("en baisse de 3 %", "fr", "-5", "5 %"),
        ("trois accords", "fr", "4", "quatre accords"),
        ("Three deals", "en", "5", "Five deals"),
        ("trois accords", "fr", "1", "1 accords"),
        ("trois accords", "fr", "23", "23 accords"),
        ("quarante milliards de dirhams", "fr", "37600000000", "38 milliards de dirhams"),
        ("une centaine de personnes", "fr", "140", "140 personnes"),
        ("half a million people", "en", "760000", "0.8 million people"),
        ("un doublement", "fr", "3/2", "1,5 fois"),
        ("a twofold increase", "en", "3/2", "1.5 times"),
        ("deux tiers", "fr", "3/10", "30 %"),
        ("27 janvier 2025", "fr", "3", "27 janvier 2025"),
    ],
)
def test_a_value_is_printed_in_the_style_of_the_figure(quote, lang, value, expected):
    assert format_like(read_quote(quote, lang), Fraction(value)) == expected


@pytest.mark.parametrize(
    ("quote", "lang", "value", "like", "expected"),
    [
        ("486 millions d'euros", "fr", "48600000", "48,6 millions d'euros", "48,6 millions d'euros"),
        ("12,400 jobs", "en", "1240", "1,240 jobs", "1,240 jobs"),
        ("2,415 Mds DH", "fr", "2415000000000", "2 415 Mds DH", "2415 Mds DH"),
        ("$486 million", "en", "48600000", "$49 million", "$48.6 million"),
        ("$1,486 million", "en", "148600000", "$149 million", "$148.6 million"),
        ("trois accords", "fr", "4", "4 accords", "quatre accords"),
        ("12 accords", "fr", "4/3", "4 accords", "1 accords"),
    ],
)
def test_a_value_keeps_all_of_its_digits_where_it_must(quote, lang, value, like, expected):
    assert format_exactly(read_quote(quote, lang), Fraction(value), [read_quote(like, lang)]) == expected
