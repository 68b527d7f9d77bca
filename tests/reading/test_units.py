"""Percentages, points, money, durations, physical units and counts."""

from fractions import Fraction

import pytest

from factcheck.figures.units import definitions
from factcheck.reading import read
from factcheck.reading.lexicon import LANGUAGES, lexicon


def readings(text, lang):
    return [(figure.kind.value, figure.value, figure.unit) for figure in read(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "value", "unit"),
    [
        ("75 %", "fr", "percentage", 75, "percent"),
        ("75%", "fr", "percentage", 75, "percent"),
        ("45 pc", "fr", "percentage", 45, "percent"),
        ("vingt pour cent", "fr", "percentage", 20, "percent"),
        ("4 p. 100", "fr", "percentage", 4, "percent"),
        ("5 per cent", "en", "percentage", 5, "percent"),
        ("twenty percent", "en", "percentage", 20, "percent"),
        ("12 points", "fr", "points", 12, "percentage_point"),
        ("2,3 pts", "fr", "points", "2.3", "percentage_point"),
        ("50 points de base", "fr", "points", "0.5", "percentage_point"),
        ("25 pb", "fr", "points", "0.25", "percentage_point"),
        ("25 basis points", "en", "points", "0.25", "percentage_point"),
        ("0.3 percentage points", "en", "points", "0.3", "percentage_point"),
        ("3 pp", "en", "points", 3, "percentage_point"),
        ("400 bps", "en", "points", 4, "percentage_point"),
        ("a quarter point", "en", "points", "0.25", "percentage_point"),
        ("half a percentage point", "en", "points", "0.5", "percentage_point"),
        ("un demi-point", "fr", "points", "0.5", "percentage_point"),
    ],
)
def test_percentages_and_points(text, lang, kind, value, unit):
    assert readings(text, lang) == [(kind, Fraction(value), unit)]


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("26,2 milliards de dirhams", "fr", 26_200_000_000, "MAD"),
        ("2,8 milliards de dollars américains", "fr", 2_800_000_000, "USD"),
        ("2,8 MM$", "fr", 2_800_000_000, "USD"),
        ("15 MMDH", "fr", 15_000_000_000, "MAD"),
        ("12 MDH", "fr", 12_000_000, "MAD"),
        ("3 MDT", "fr", 3_000_000, "TND"),
        ("350 k€", "fr", 350_000, "EUR"),
        ("1,8 Md€", "fr", 1_800_000_000, "EUR"),
        ("400 millions de FCFA", "fr", 400_000_000, "XOF"),
        ("20 francs suisses", "fr", 20, "CHF"),
        ("10,05 milliards de $ hk", "fr", 10_050_000_000, "HKD"),
        ("une centaine d’euros", "fr", 100, "EUR"),
        ("mille milliards de dirhams", "fr", 1_000_000_000_000, "MAD"),
        ("12 dirhams émiratis", "fr", 12, "AED"),
        ("EUR 1000", "fr", 1000, "EUR"),
        ("$4.5bn", "en", 4_500_000_000, "USD"),
        ("€4 trillion", "en", 4_000_000_000_000, "EUR"),
        ("£1.2m", "en", 1_200_000, "GBP"),
        ("$2.174T", "en", 2_174_000_000_000, "USD"),
        ("US$ 150 million", "en", 150_000_000, "USD"),
        ("C$16.4 million", "en", 16_400_000, "CAD"),
        ("MAD 26.2 billion", "en", 26_200_000_000, "MAD"),
        ("30 MUSD", "en", 30_000_000, "USD"),
        ("Rs. 20", "en", 20, "INR"),
        ("3 dollars 50 cents", "en", "3.5", "USD"),
        ("$20 and 43c", "en", "20.43", "USD"),
        ("ten tugriks", "en", 10, "MNT"),
        ("42 kuwaiti dinars", "en", 42, "KWD"),
    ],
)
def test_money(text, lang, value, unit):
    assert readings(text, lang) == [("currency", Fraction(value), unit)]


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("2,8 milliards de dollars", True),
        ("10 $", True),
        ("10 US$", False),
        ("3 dollars canadiens", False),
        ("5 €", False),
    ],
)
def test_a_name_that_several_currencies_share_is_assumed(text, assumed):
    (figure,) = read(text, "fr")
    assert figure.assumed is assumed


def test_a_shared_name_takes_the_currency_that_the_text_spelled_out():
    spelled_out, bare = read("Le Canada y met 3 millions de dollars canadiens, puis 2 millions de dollars.", "fr")
    assert (spelled_out.unit, bare.unit, bare.assumed) == ("CAD", "CAD", True)


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("148 500 personnes", "fr", 148_500, "person"),
        ("270 000 emplois", "fr", 270_000, "job"),
        ("100 000 postes", "fr", 100_000, "job"),
        ("trois accords", "fr", 3, "accords"),
        ("quatre nouvelles usines", "fr", 4, "usines"),
        ("36,8 millions d'habitants", "fr", 36_800_000, "habitants"),
        ("triptyque d’accords", "fr", 3, "accords"),
        ("12 points de vente", "fr", 12, "points de vente"),
        ("three hubs", "en", 3, "hubs"),
        ("5,000 new highly skilled jobs", "en", 5000, "job"),
        ("68 million people", "en", 68_000_000, "person"),
        ("323 km", "fr", 323, "kilometer"),
        ("8,7 millions d'hectares", "fr", 8_700_000, "hectare"),
        ("41,4 TWh", "fr", "41.4", "terawatt_hour"),
        ("2 300 MW", "fr", 2300, "megawatt"),
        ("45 °C", "fr", 45, "degree_celsius"),
        ("1,2 million de tonnes", "fr", 1_200_000, "tonne"),
        ("20 milliards de m3", "fr", 20_000_000_000, "cubic_meter"),
        ("80 km/h", "fr", 80, "kilometer_per_hour"),
        ("26.2 miles", "en", "26.2", "mile"),
        ("64MB", "en", 64, "megabyte"),
    ],
)
def test_counts_and_physical_units(text, lang, value, unit):
    assert readings(text, lang) == [("number", Fraction(value), unit)]


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("cinq ans", "fr", 5, "year"),
        ("deux ans et demi", "fr", "2.5", "year"),
        ("dix-huit mois", "fr", 18, "month"),
        ("les onze premiers mois", "fr", 11, "month"),
        ("48 heures", "fr", 48, "hour"),
        ("a five-year plan", "en", 5, "year"),
        ("ninety minutes", "en", 90, "minute"),
        ("the past 10 years", "en", 10, "year"),
    ],
)
def test_durations(text, lang, value, unit):
    assert readings(text, lang) == [("duration", Fraction(value), unit)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("entre 20 et 25 %", "fr", [("percentage", 20, "percent"), ("percentage", 25, "percent")]),
        ("de 20 à 25 %", "fr", [("percentage", 20, "percent"), ("percentage", 25, "percent")]),
        ("15-20%", "fr", [("percentage", 15, "percent"), ("percentage", 20, "percent")]),
        ("2 à 3 milliards de dirhams", "fr", [("currency", 2 * 10**9, "MAD"), ("currency", 3 * 10**9, "MAD")]),
        (
            "28 milliards à 30 milliards d'euros",
            "fr",
            [("currency", 28 * 10**9, "EUR"), ("currency", 30 * 10**9, "EUR")],
        ),
        ("trois ou quatre ans", "fr", [("duration", 3, "year"), ("duration", 4, "year")]),
        ("2 à 3 fois", "fr", [("multiple", 2, ""), ("multiple", 3, "")]),
        ("between $10 and $15 million", "en", [("currency", 10**7, "USD"), ("currency", 15 * 10**6, "USD")]),
        ("from 8 to 18 billion euros", "en", [("currency", 8 * 10**9, "EUR"), ("currency", 18 * 10**9, "EUR")]),
        ("500-600 jobs", "en", [("number", 500, "job"), ("number", 600, "job")]),
    ],
)
def test_the_ends_of_a_range_share_unit_and_scale(text, lang, expected):
    assert readings(text, lang) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", ["durations", "physical", "count units", "currencies", "shared names"])
def test_every_unit_of_the_lexicon_is_defined(lang, section):
    assert set(lexicon(lang).data[section]) <= set(definitions())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_currency_is_read_by_its_cldr_name(lang):
    from babel import Locale

    names = Locale(lang).currencies
    for line in lexicon(lang).data["currency names"].splitlines():
        code = line.partition(":")[0]
        if names.get(code, "").replace("’", "'").replace(" ", "").replace("'", "").isalpha():
            (figure,) = read(f"25 {names[code]}", lang)
            assert figure.unit == code, names[code]
