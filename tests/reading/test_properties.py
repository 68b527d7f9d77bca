"""What holds for every figure and every text."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading import read

STYLES = {
    # decimal sign, separators of thousands, scale words, units with their names
    "fr": (
        ",",
        [" ", "\u00a0", "\u202f", "\u2009", "."],
        {"": 1, " millions": 10**6, " milliards": 10**9, " Mds": 10**9},
        {" %": "percent", "%": "percent", " dirhams": "MAD", " €": "EUR", " personnes": "person", " km": "kilometer"},
    ),
    "en": (
        ".",
        [",", " ", "\u00a0"],
        {"": 1, " million": 10**6, " billion": 10**9, "bn": 10**9},
        {
            "%": "percent",
            " per cent": "percent",
            " dirhams": "MAD",
            " euros": "EUR",
            " people": "person",
            " km": "kilometer",
        },
    ),
}
SENTENCES = {
    "fr": ["{}", "Soit {}.", "Le total ({}) a surpris.", "« {} », dit-il.", "On parle de {}, selon eux.", "Total : {}"],
    "en": [
        "{}",
        "That is {}.",
        "The total ({}) surprised.",
        "“{},” he said.",
        "They speak of {}, it seems.",
        "All: {}",
    ],
}


@st.composite
def printed_figures(draw):
    """A figure in one of the styles of a language, with what it must read back to."""
    lang = draw(st.sampled_from(["fr", "en"]))
    sign, separators, scales, units = STYLES[lang]
    scale_word = draw(st.sampled_from(sorted(scales)))
    unit_word = draw(st.sampled_from(sorted(units)))
    scaled = scale_word != ""
    joint = ""
    if scaled and "%" not in unit_word and "cent" not in unit_word:
        joint = " de" if lang == "fr" and unit_word != " €" else ""
    elif scaled:
        scale_word = ""
    whole = draw(st.integers(0, 999) if scale_word else st.integers(0, 10**9))
    decimals = draw(st.sampled_from(["", *("0123456789"), "05", "20", "99"]))
    separator = draw(st.sampled_from(separators))
    digits = f"{whole:,}".replace(",", separator) + (sign + decimals if decimals else "")
    value = Fraction(int(f"{whole}{decimals}"), 10 ** len(decimals)) * scales[scale_word]
    return lang, digits + scale_word + joint + unit_word, value, units[unit_word], len(decimals), scales[scale_word]


@given(printed_figures(), st.data())
def test_a_printed_figure_is_found_at_its_place_and_reads_back(printed, data):
    lang, text, value, unit, decimals, scale = printed
    sentence = data.draw(st.sampled_from(SENTENCES[lang]))
    (figure,) = read(sentence.format(text), lang)
    start = sentence.index("{}")
    assert (figure.text, figure.start, figure.end) == (text, start, start + len(text))
    assert (figure.value, figure.unit, figure.numeral.decimals) == (value, unit, decimals)
    if decimals:
        assert figure.resolution == Fraction(scale, 10**decimals)


FRENCH = {1: "un", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf"}
FRENCH |= {10: "dix", 11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize"}
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def in_french(number):
    """The number below a million in words, as schools teach it."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mille" if thousands == 1 else f"{in_french(thousands)} mille"
        return head + (f" {in_french(rest)}" if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{FRENCH[hundreds]} cent" + ("" if rest else "s")
        return head + (f" {in_french(rest)}" if rest else "")
    if number < 17:
        return FRENCH[number]
    if number < 20:
        return f"dix-{FRENCH[number - 10]}"
    tens = number // 10 if number // 10 in TENS else number // 10 - 1
    rest = number - 10 * tens
    if not rest:
        return TENS[tens] + ("s" if tens == 8 else "")
    joint = " et " if rest in (1, 11) and tens != 8 else "-"
    return TENS[tens] + joint + in_french(rest)


@given(st.integers(2, 999_999))
def test_a_number_in_french_words_reads_back(number):
    (figure,) = read(f"Ils étaient {in_french(number)} personnes en tout.", "fr")
    assert (figure.value, figure.unit) == (number, "person")


ALPHABET = "0123456789 .,-/%€$ '’()\n:abcdxmkMG\u202f\u0301deuxcentmillet"


@given(st.text(alphabet=ALPHABET, max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_error_and_figures_stand_in_order(text, lang):
    end = 0
    for figure in read(text, lang):
        assert figure.start >= end
        assert figure.end > figure.start
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


ADVERSARIAL = [
    "1",
    "12 ",
    "123 ",
    "1,",
    "1.",
    "1-",
    "1/",
    "12:",
    "mille ",
    "cent mille ",
    "deux et ",
    "a million ",
    "half a ",
    "(",
    "((1",
    "plus de ",
    "les ",
    "http://1",
    "é\u0301",
    "1\n",
    "\n ",
    "janvier ",
    "1 sur ",
    "$",
    "$1",
    "%",
    "- ",
    "entre 1 et ",
]


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_long_runs_are_read_to_the_end(unit):
    for lang in ("fr", "en"):
        text = unit * (20_000 // len(unit))
        assert all(text[figure.start : figure.end] == figure.text for figure in read(text, lang))
