"""Numbers in digits, in words and in both, as newspapers of each language set them."""

from fractions import Fraction

import pytest

from factcheck.reading import read


def numbers(text, lang):
    return [figure.value for figure in read(text, lang)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26,2", "26.2"),
        ("140.000", "140000"),
        ("148 500", "148500"),
        ("148\u00a0500", "148500"),
        ("148\u202f500", "148500"),
        ("148\u2009500", "148500"),
        ("1'250", "1250"),
        ("12.345,6", "12345.6"),
        ("1.234.567", "1234567"),
        ("−5", "-5"),
        ("+0,2", "0.2"),
        ("3,5 millions", "3500000"),
        ("1 million 200 000", "1200000"),
        ("26 Mds", "26000000000"),
        ("100k", "100000"),
        ("3 mille", "3000"),
        ("2 millions et demi", "2500000"),
        ("vingt-six milliards", "26000000000"),
        ("soixante-dix mille", "70000"),
        ("soixante et onze", "71"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-quinze", "95"),
        ("quatre vingt dix-sept", "97"),
        ("septante-deux", "72"),
        ("huitante", "80"),
        ("nonante", "90"),
        ("vingt et un", "21"),
        ("deux cent mille", "200000"),
        ("deux cent deux mille", "202000"),
        ("mille neuf cents", "1900"),
        ("deux mille milliards", "2000000000000"),
        ("deux milliards sept cents millions", "2700000000"),
        ("une centaine", "100"),
        ("une douzaine de milliers", "12000"),
        ("trois douzaines", "36"),
        ("un demi-milliard", "500000000"),
        ("deux virgule cinq millions", "2500000"),
        ("moins douze", "-12"),
    ],
)
def test_a_french_number_is_read(text, value):
    assert numbers(text, "fr") == [Fraction(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("140,000", "140000"),
        ("1,234.5", "1234.5"),
        ("1 234 567.89", "1234567.89"),
        ("12,34,567.89", "1234567.89"),
        ("5,00", "5"),
        ("2.8bn", "2800000000"),
        ("1.2m", "1200000"),
        ("900k", "900000"),
        ("twenty-one thousand", "21000"),
        ("three hundred and thirty one", "331"),
        ("seven hundred twenty-one thousand twelve", "721012"),
        ("three million, two hundred & forty", "3000240"),
        ("two point five million", "2500000"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("one and a half million", "1500000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("hundred thousand", "100000"),
        ("3 hundred and 21", "321"),
        ("minus five point five", "-5.5"),
    ],
)
def test_an_english_number_is_read(text, value):
    assert numbers(text, "en") == [Fraction(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4000 3 hundred and 21", [4000, 321]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("1, 234, 567", [1, 234, 567]),
    ],
)
def test_numbers_side_by_side_stay_apart(text, values):
    assert numbers(text, "en") == values


@pytest.mark.parametrize(
    ("text", "lang", "value", "other"),
    [
        ("2,415 Mds DH", "fr", "2415000000", "2415000000000"),
        ("2,415", "fr", "2.415", "2415"),
        ("2.415 bn", "en", "2415000000", "2415000000000"),
        ("0,415 Mds", "fr", "415000000", None),
        ("140.000", "fr", "140000", None),
        ("140,000", "en", "140000", None),
    ],
)
def test_three_digits_after_the_decimal_sign_keep_their_doubt(text, lang, value, other):
    (figure,) = read(text, lang)
    assert figure.value == Fraction(value)
    assert figure.other == (None if other is None else Fraction(other))


def test_the_numbers_of_a_text_tell_its_decimal_sign():
    assert numbers("Il y en avait 2.8 millions, puis 140,000.", "fr") == [2_800_000, 140_000]
    assert numbers("It was 2,8 million, then 140.000.", "en") == [2_800_000, 140_000]


@pytest.mark.parametrize(
    ("text", "value", "decimals", "scale", "digits"),
    [
        ("26,20 milliards", "26.20", 2, 10**9, "26,20"),
        ("148 500", "148500", 0, 1, "148 500"),
        ("quarante milliards", "40", 0, 10**9, ""),
        ("soixante-dix mille", "70000", 0, 1, ""),
        ("deux millions et demi", "2.5", 1, 10**6, ""),
    ],
)
def test_mantissa_decimals_and_scale_are_kept_apart(text, value, decimals, scale, digits):
    (figure,) = read(text, "fr")
    numeral = figure.numeral
    assert (numeral.value, numeral.decimals, numeral.scale, numeral.digits) == (
        Fraction(value),
        decimals,
        scale,
        digits,
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_more_digits_than_any_number_has_are_no_figure(lang):
    assert read("7" * 5000, lang) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Soit 26,2 milliards de dirhams, dit-il.", 5, 30),
        ("\U0001f30d 148\u202f500 emplois", 2, 17),
        ("e\u0301lu en de\u0301cembre par 12 voix", 22, 29),
    ],
)
def test_a_figure_knows_its_place(text, start, end):
    (figure,) = read(text, "fr")
    assert (figure.start, figure.end) == (start, end)
    assert text[start:end] == figure.text


@pytest.mark.parametrize(
    ("text", "lang", "texts"),
    [
        ("contre 25 milliards un an plus tôt", "fr", ["25 milliards"]),
        ("contre vingt-cinq milliards un an plus tôt", "fr", ["vingt-cinq milliards"]),
        ("up from 25 billion one year earlier", "en", ["25 billion", "one year"]),
        ("trois mille un ans", "fr", ["trois mille un ans"]),
        ("1 million 200 000 euros", "fr", ["1 million 200 000 euros"]),
    ],
)
def test_one_after_a_scale_word_may_begin_what_comes_next(text, lang, texts):
    assert [figure.text for figure in read(text, lang)] == texts
