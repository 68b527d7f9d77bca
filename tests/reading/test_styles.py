"""Another value, printed like a figure."""

from fractions import Fraction

import pytest

from factcheck.reading import format_like, read_quote


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
        ("trois accords", "fr", "4", "4 accords"),
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
