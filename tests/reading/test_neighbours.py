"""What stands beside a number decides what it is: a currency's initial, a reference, an adjective, a preposition."""

from fractions import Fraction

import pytest

import factcheck


def said(lang: str, text: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (figure.text, str(figure.kind), str(figure.value), figure.unit, str(figure.hedge))
        for figure in factcheck.read(text, lang=lang)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "raised Rs 2,400 crore", ("Rs 2,400 crore", "currency", "24000000000", "INR", "none")),
        ("en", "hired 2.1 lakh people", ("2.1 lakh people", "number", "210000", "person", "none")),
        ("en", "processed N480bn", ("N480bn", "currency", "480000000000", "NGN", "none")),
        ("en", "it cost R1,500", ("R1,500", "currency", "1500", "ZAR", "none")),
        ("en", "at R18.90 to the dollar", ("R18.90", "currency", "189/10", "ZAR", "none")),
        ("en", "some 2.1m ha of forest", ("2.1m ha", "number", "2100000", "hectare", "about")),
        ("en", "the N75,000 minimum wage", ("N75,000", "currency", "75000", "NGN", "none")),
        ("en", "bills of KSh18 a unit", ("KSh18", "currency", "18", "KES", "none")),
        ("en", "some 120mm of rain", ("120mm", "number", "120", "millimeter", "about")),
        ("en", "20 Mt of emissions", ("20 Mt", "number", "20000000", "tonne", "none")),
        ("fr", "7,6 Mt de blé", ("7,6 Mt", "number", "7600000", "tonne", "none")),
        ("en", "at 70 mph", ("70 mph", "number", "70", "mile_per_hour", "none")),
        ("en", "in FY2024", ("2024", "date", "2024", "", "none")),
        ("fr", "au T3-2024", ("T3-2024", "date", "2024-Q3", "", "none")),
        ("fr", "pendant six week-ends", ("six week-ends", "number", "6", "week-ends", "none")),
        ("en", "for 20 women-led firms", ("20 women-led firms", "number", "20", "firms", "none")),
        ("fr", "soit deux fois et demie plus", ("deux fois et demie", "multiple", "5/2", "", "none")),
        ("fr", "il réclame le double", ("le double", "multiple", "2", "", "none")),
        ("fr", "plus du double des ventes", ("double", "multiple", "2", "", "over")),
        ("fr", "un litre ne vaut plus que 13 dinars", ("13 dinars", "currency", "13", "DZD", "none")),
        ("fr", "un quart à peine", ("un quart", "ratio", "1/4", "", "under")),
        ("fr", "les délais dépassent parfois neuf jours", ("neuf jours", "duration", "9", "day", "over")),
        ("en", "it inched up to 59.2%", ("59.2%", "percentage", "296/5", "percent", "none")),
        ("en", "under a $38 billion plan", ("$38 billion", "currency", "38000000000", "USD", "none")),
        ("en", "oil rose above the $100 mark", ("$100", "currency", "100", "USD", "over")),
        ("fr", "clôturé à 12.043,6 points", ("12.043,6 points", "number", "60218/5", "points", "none")),
    ],
)
def test_a_figure_is_read_with_its_neighbours(lang: str, text: str, expected: tuple[str, str, str, str, str]) -> None:
    assert said(lang, text) == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the N7 and the R21 meet at junction 11"),
        ("en", "a 7-Eleven in the corner"),
        ("en", "Helpline: 1800 22 4455."),
        ("en", "quote ref. AM/2025/118 to the clerk"),
        ("fr", "le long du 4x100, à la cité des 500-Logements"),
        ("fr", "Service client : 33 869 45 45."),
        ("fr", "selon la décision 2024-009 et la circulaire 034/24"),
        ("fr", "un bâtiment remis à neuf, un matériel neuf et confortable"),
        ("fr", "une chambre double, un double vitrage et une double peine"),
    ],
)
def test_a_name_or_a_reference_is_no_figure(lang: str, text: str) -> None:
    assert said(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "they will pay 10 to 12 per cent less", [-10, -12]),
        ("fr", "la variation va de 3 à −5 %", [3, -5]),
        ("fr", "entre 20 et 25 %", [20, 25]),
        ("en", "it grew 2-3 times", [2, 3]),
    ],
)
def test_both_ends_of_a_range_have_their_sign(lang: str, text: str, values: list[int]) -> None:
    assert [figure.value for figure in factcheck.read(text, lang=lang)] == [Fraction(value) for value in values]


def test_a_large_number_is_no_end_of_a_range_with_a_small_one() -> None:
    """ "1,25 milliard à dix ans" is no span of years."""
    kinds = [str(figure.kind) for figure in factcheck.read("1,25 milliard à dix ans", lang="fr")]
    assert kinds == ["number", "duration"]


@pytest.mark.parametrize(
    ("lang", "text", "texts"),
    [
        ("fr", "Version 2.4.1.", []),
        ("fr", "Le 27.01.2025.", ["27.01.2025"]),
        ("fr", "Il gagne un euro. 5.000 à 7.000 DH par mois.", ["5.000", "7.000 DH"]),
        ("fr", "la norme Euro 6, art. 5, p. 45", []),
    ],
)
def test_a_stop_may_end_a_sentence_or_stand_in_a_number(lang: str, text: str, texts: list[str]) -> None:
    assert [figure.text for figure in factcheck.read(text, lang=lang)] == texts


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("fr", "Elles ont atteint 24 milliards sur les onze premiers mois de 2022.", "2022-01/2022-11"),
        ("fr", "Au cours des 9 premiers mois de 2024, 12 % de plus.", "2024-01/2024-09"),
        ("fr", "Sur les six premiers mois de 2025, 13,4 milliards.", "2025-H1"),
        ("en", "Sales rose 4% in the first nine months of 2024.", "2024-01/2024-09"),
    ],
)
def test_the_first_months_of_a_year_are_a_period(lang: str, text: str, period: str) -> None:
    figures = [figure for figure in factcheck.read(text, lang=lang) if figure.kind not in ("duration", "date")]
    assert [str(figure.period) for figure in figures] == [period]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("bondit de 9 769 à 14 544 millions de dollars", ["9769000000", "14544000000"]),
        ("passe de 900 000 à 1,2 million d'euros", ["900000", "1200000"]),
        ("passe de 12 à 15 millions d'euros", ["12000000", "15000000"]),
    ],
)
def test_the_first_of_two_takes_the_scale_word_that_both_need(text: str, values: list[str]) -> None:
    assert [value for _, _, value, _, _ in said("fr", text)] == values
