from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.relations.expression import (
    ONE,
    Call,
    Constant,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    add,
    divide,
    multiply,
    subtract,
)
from factcheck.relations.finding import Verdict
from factcheck.relations.worked import Worked
from factcheck.reports.wording import Wording, chosen_language, wording

BN = 10**9


def between(low: str | None, high: str | None, unit: str = "", *, open_ends: str = "", scale: int = 1) -> Span:
    ends = [None if end is None else Fraction(end) * scale for end in (low, high)]
    return Span(Interval(ends[0], ends[1], "l" in open_ends, "h" in open_ends), unit)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (Quantity(Fraction("26.2") * BN, "MAD"), "26.2 bn MAD", "26,2 Md MAD"),
        (Quantity(Fraction("26.17") * BN, "MAD"), "26.17 bn MAD", "26,17 Md MAD"),
        (Quantity(Fraction("26.2") * BN / Fraction("9.94"), "USD"), "2.64 bn USD", "2,64 Md USD"),
        (Quantity(Fraction("2.4e6"), "EUR"), "2.4 M EUR", "2,4 M EUR"),
        (Quantity(Fraction(148_500), "job"), "148,500 jobs", "148 500 emplois"),
        (Quantity(Fraction(1), "job"), "1 job", "1 emploi"),
        (Quantity(Fraction("1.5"), "year"), "1.5 years", "1,5 an"),
        (Quantity(Fraction("0.2"), "percent"), "0.2%", "0,2 %"),
        (Quantity(Fraction("-2.5"), "percentage_point"), "−2.5 points", "−2,5 points"),
        (Quantity(Fraction("9.94"), "MAD/USD"), "9.94 MAD per USD", "9,94 MAD par USD"),
        (Quantity(Fraction(1200), "MAD/job"), "1,200 MAD per job", "1 200 MAD par emploi"),
        (Quantity(Fraction(12), "{hubs}"), "12 {hubs}", "12 {hubs}"),
        (Quantity(Fraction(1, 3)), "0.333", "0,333"),
        (Quantity(Fraction(123_456_789), "person", 0), "123,456,789 people", "123 456 789 personnes"),
        (Quantity(Fraction(8 * BN), "person"), "8 bn people", "8 Md personnes"),
        (140_000, "140,000", "140 000"),
        (2024, "2024", "2024"),
        (Fraction(3, 4), "0.75", "0,75"),
        (Verdict.STRAINED, "strained", "forcé"),
        (date(2025, 2, 1), "1 February 2025", "1er février 2025"),
        (("a",), "a", "a"),
        (("a", "b", "c"), "a, b and c", "a, b et c"),
    ],
)
def test_values_are_written_as_people_read_them(value: object, english: str, french: str) -> None:
    assert wording("en").text(value) == english
    assert _plain_spaces(wording("fr").text(value)) == french


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (between("2.6176", "2.6542", "USD", scale=BN), "2.61 to 2.66 bn USD"),
        (between("26.15", "26.25", "MAD", scale=BN), "26.15 to 26.25 bn MAD"),
        (between("148450", "148550", "job"), "148,450 to 148,550 jobs"),
        (between("-0.0955171", "0.3248948", "percent"), "−0.0956 to +0.325%"),
        (between("74", "75.2", "percent"), "74.0 to 75.2%"),
        (between("9.16812", "9.54871", "MAD/USD"), "9.16 to 9.55 MAD per USD"),
        (between("0.998", "1.01"), "0.998 to 1.01"),
        (between("1", "1000000", "USD"), "1 USD to 1 M USD"),
        (between("1", "3000000000"), "1 to 3,000,000,000"),
        (between("120000", None, "job", open_ends="l"), "over 120,000 jobs"),
        (between("120000", None, "job"), "at least 120,000 jobs"),
        (between(None, "3", "MAD"), "at most 3 MAD"),
        (between(None, "3", "MAD", open_ends="h"), "under 3 MAD"),
        (between("26", "27", "MAD", open_ends="l", scale=BN), "over 26, up to 27 bn MAD"),
        (between("26", "27", "MAD", open_ends="h", scale=BN), "26 to under 27 bn MAD"),
        (between("26", "27", "MAD", open_ends="lh", scale=BN), "over 26, under 27 bn MAD"),
        (between("0", "1.55", open_ends="l"), "at most 1.55"),
        (between("0", "3", "MAD", open_ends="lh"), "under 3 MAD"),
        (between("0", "3", "MAD"), "0 to 3 MAD"),
        (between("0", None, "MAD", open_ends="l"), "over 0 MAD"),
        (between(None, None), "anything"),
        (between("5", "5", "year"), "5 years"),
        (Span(Interval(Fraction("9.98"), Fraction("10.02")), "", 4), "9.98 to 10.02"),
    ],
)
def test_ranges_are_rounded_outward_and_open_ends_said_in_words(span: Span, text: str, english: Wording) -> None:
    assert english.text(span) == text


@pytest.mark.parametrize(
    ("period", "english", "french"),
    [
        ("2024", "2024", "2024"),
        ("2024-H1", "the first half of 2024", "premier semestre 2024"),
        ("2024-H2", "the second half of 2024", "second semestre 2024"),
        ("2024-Q3", "quarter 3 of 2024", "trimestre 3 de 2024"),
        ("2024-06", "June 2024", "juin 2024"),
        ("2026-01-27", "27 January 2026", "27 janvier 2026"),
        ("2019/2024", "2019 to 2024", "2019 à 2024"),
    ],
)
def test_periods_and_the_moments_of_dates_read_alike(period: str, english: str, french: str) -> None:
    asked = Period.parse(period)
    moments = Span(Interval(asked.start, asked.end, False, True), "calendar_year")
    for value in (asked, moments):
        assert wording("en").text(value) == english
        assert wording("fr").text(value) == french


@given(
    st.fractions(min_value=-(10**6), max_value=10**12, max_denominator=10**6),
    st.fractions(min_value=0, max_value=10**6, max_denominator=10**6),
    st.integers(min_value=1, max_value=6),
)
def test_what_is_shown_of_a_range_holds_it_and_is_no_point(low: Fraction, width: Fraction, digits: int) -> None:
    text = wording("en").text(Span(Interval(low, low + width), "", digits))
    if width == 0:
        assert " to " not in text
        return
    shown_low, shown_high = _read_back(text)
    assert shown_low <= low
    assert low + width <= shown_high


_SCALES = {"bn": 10**9, "tn": 10**12, "": 1}


def _read_back(text: str) -> tuple[Fraction, Fraction]:
    """Both ends as a reader takes them: a scale word at the end goes for both."""
    numbers, _, word = text.rpartition(" ") if text[-1] == "n" else (text, "", "")
    low, high = (Fraction(end.replace(",", "").replace("−", "-").replace("+", "")) for end in numbers.split(" to "))
    return low * _SCALES[word], high * _SCALES[word]


def test_a_formula_is_shown_with_its_numbers_and_the_parentheses_it_needs(english: Wording) -> None:
    a, b = Name("a"), Name("b")
    shown = {"a": Quantity(Fraction("26.17") * BN, "MAD", 0), "b": Quantity(Fraction("26.2") * BN, "MAD", 0)}

    def text(expression: object) -> str:
        return english.text(Worked(expression, shown))  # type: ignore[arg-type]

    growth = Call("growth", (a, b), subtract(divide(b, a), ONE))
    assert text(growth) == "26.2 bn MAD ÷ 26.17 bn MAD − 1"
    assert text(multiply(add(a, b), Constant(Fraction(2)))) == "(26.17 bn MAD + 26.2 bn MAD) × 2"
    assert text(subtract(a, subtract(b, a))) == "26.17 bn MAD − (26.2 bn MAD − 26.17 bn MAD)"
    assert text(divide(a, Operation(Op.MULTIPLY, b, Constant(Fraction(75), "percent", "75 %")))) == (
        "26.17 bn MAD ÷ (26.2 bn MAD × 75 %)"
    )
    assert text(
        multiply(subtract(b, a), divide(Constant(Fraction(1), "year"), Constant(Fraction(1), "calendar_year")))
    ) == ("26.2 bn MAD − 26.17 bn MAD")
    assert text(Negative(add(a, b))) == "−(26.17 bn MAD + 26.2 bn MAD)"
    assert text(Power(a, 2)) == "(26.17 bn MAD)^2"
    assert text(add(a, Name("unknown"))) == "26.17 bn MAD + unknown"


def test_a_negative_number_in_a_formula_stands_in_parentheses(english: Wording) -> None:
    shown = {"rate": Quantity(Fraction("-0.2"), "percent", 0)}
    assert english.text(Worked(subtract(ONE, Name("rate")), shown)) == "1 − (−0.2%)"


def test_a_phrase_in_a_phrase_is_translated_and_braces_in_values_stay(french: Wording) -> None:
    inner = Phrase("{low} to {high}", low="{x}", high="2")
    assert french.text(Phrase("over {low}", low=inner)) == "plus de {x} à 2"


@pytest.mark.parametrize(("count", "english", "french"), [(0, "0 checks", "0 contrôle"), (1, "1 check", "1 contrôle"),
                                                          (31, "31 checks", "31 contrôles")])  # fmt: skip
def test_plurals_follow_each_language(count: int, english: str, french: str) -> None:
    phrase = Phrase("{count} check", "{count} checks", count=count)
    assert wording("en").text(phrase) == english
    assert wording("fr").text(phrase) == french


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        ("fr", {"LANG": "en_GB.UTF-8"}, "fr"),
        ("en", {"LANG": "fr_MA.UTF-8"}, "en"),
        (None, {"LANG": "fr_MA.UTF-8"}, "fr"),
        (None, {"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en_US"}, "fr"),
        (None, {"LANG": "de_DE"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_else_that_of_the_locale(
    asked: str | None, environment: dict[str, str], language: str
) -> None:
    assert chosen_language(asked, environment) == language


def _plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_french_sets_thousands_and_units_with_no_break_spaces(french: Wording) -> None:
    assert french.text(Quantity(Fraction(148_500), "job")) == "148\u202f500\u00a0emplois"
