"""Where there are true values that would be printed as quoted, no relation between them is ever inconsistent."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newspaper import printed

from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.kinds import FUNCTIONS
from factcheck.kinds.findings import find
from factcheck.reading import read_quote
from factcheck.relations.expression import Call, Comparator, Comparison, ExchangeRate, Name, divide
from factcheck.relations.finding import Evidence, Relation, Verdict

RATES = Rates()
LANGS = st.sampled_from(["fr", "en"])
LEVELS = st.integers(10**5, 10**12).map(Fraction)
MONEY = {"fr": "dirhams", "en": "dirhams"}
PEOPLE = {"fr": "personnes", "en": "people"}


def called(function, *names):
    arguments = tuple(Name(name) for name in names)
    return Call(function, arguments, FUNCTIONS[function].build(arguments, None))


def verdict(left, right, quotes):
    figures = {name: [Evidence(read_quote(quote, lang), quote)] for name, (quote, lang) in quotes.items()}
    relation = Relation("check", "rule", Comparison(Comparator.EQUAL, left, right), figures)
    return find(relation, RATES).verdict


@st.composite
def quoted(draw, true, unit="", *, percent=False):
    lang = draw(LANGS)
    words = {"": "", "money": MONEY[lang], "people": PEOPLE[lang], "times": {"fr": "fois", "en": "times"}[lang]}
    return draw(printed(true, words.get(unit, unit), lang=lang, percent=percent)).quote, lang


@given(st.data(), LEVELS, LEVELS)
def test_growth(data, start, end):
    quotes = {
        "start": data.draw(quoted(start, "money")),
        "end": data.draw(quoted(end, "money")),
        "rate": data.draw(quoted(end / start - 1, percent=True)),
    }
    assert verdict(called("growth", "start", "end"), Name("rate"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), LEVELS, st.fractions(Fraction(1, 1000), 1, max_denominator=10**6))
def test_share(data, whole, part):
    quotes = {
        "part": data.draw(quoted(whole * part, "people")),
        "whole": data.draw(quoted(whole, "people")),
        "share": data.draw(quoted(part, percent=True)),
    }
    assert verdict(called("share", "part", "whole"), Name("share"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), st.lists(LEVELS, min_size=2, max_size=8))
def test_sum(data, parts):
    quotes = {f"part{number}": data.draw(quoted(part, "money")) for number, part in enumerate(parts)}
    names = list(quotes)
    quotes["total"] = data.draw(quoted(sum(parts), "money"))
    assert verdict(called("sum", *names), Name("total"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), LEVELS, st.sampled_from(["2015", "2024", "2023-06", "2025-H1", "2025-03-14"]), st.fractions(0, 1))
def test_convert(data, amount, period, between):
    rate = RATES.rate("MAD", "USD", Period.parse(period))
    true_rate = rate.low + (rate.high - rate.low) * between
    lang = data.draw(LANGS)
    quotes = {
        "amount": data.draw(quoted(amount, "money")),
        "dollars": (data.draw(printed(amount / true_rate, "USD", lang=lang)).quote, lang),
    }
    converted = divide(Name("amount"), ExchangeRate("MAD", "USD", rate.period))
    assert verdict(converted, Name("dollars"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), LEVELS, st.fractions(Fraction(11, 10), 30, max_denominator=10**4))
def test_multiple(data, start, factor):
    quotes = {
        "start": data.draw(quoted(start, "people")),
        "end": data.draw(quoted(start * factor, "people")),
        "factor": data.draw(quoted(factor, "times")),
    }
    assert verdict(divide(Name("end"), Name("start")), Name("factor"), quotes) is not Verdict.INCONSISTENT


@pytest.mark.parametrize(("words", "factor"), [("doublement", 2), ("triplement", 3), ("moitié", Fraction(1, 2))])
@given(data=st.data(), start=LEVELS, slack=st.fractions(Fraction(7, 8), Fraction(9, 8)))
def test_multiples_in_words_may_be_an_eighth_off(words, factor, data, start, slack):
    quotes = {
        "start": data.draw(quoted(start, "people")),
        "end": data.draw(quoted(start * factor * slack, "people")),
        "factor": (words, "fr"),
    }
    assert verdict(divide(Name("end"), Name("start")), Name("factor"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), LEVELS)
def test_agreement(data, true):
    quotes = {"one": data.draw(quoted(true, "people")), "another": data.draw(quoted(true, "people"))}
    assert verdict(Name("one"), Name("another"), quotes) is not Verdict.INCONSISTENT


@given(st.data(), LEVELS)
def test_every_printed_figure_reads_back_to_its_value_resolution_and_hedge(data, true):
    lang = data.draw(LANGS)
    shown = data.draw(printed(true, MONEY[lang], lang=lang))
    figure = read_quote(shown.quote, lang)
    assert (figure.value, figure.hedge) == (shown.value, shown.hedge), shown.quote
    if shown.resolution < 1 or shown.value % (10 * shown.resolution):
        assert figure.resolution == shown.resolution or shown.resolution == 1, shown.quote
