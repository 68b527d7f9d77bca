from fractions import Fraction

import pytest

from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval

BN = 10**9


def figure(number, *, decimals=0, scale=1, hedge="none", kind="currency", unit="MAD", in_words=False):
    numeral = Numeral(Fraction(number), decimals, Fraction(scale), str(number))
    return Figure(
        str(number),
        Kind(kind),
        Fraction(number) * scale,
        unit,
        Hedge(hedge),
        None if kind == "date" else numeral,
        in_words=in_words,
    )


def bounds(interval):
    low = "" if interval.low is None else float(interval.low)
    high = "" if interval.high is None else float(interval.high)
    return f"{'(' if interval.low_open else '['}{low:g}" if low != "" else "(", (f"{high:g}" if high != "" else "") + (
        ")" if interval.high_open else "]"
    )


@pytest.mark.parametrize(
    ("printed", "resolution", "granularity"),
    [
        (figure("26.2", decimals=1, scale=BN), BN // 10, BN // 10),
        (figure("26.20", decimals=2, scale=BN), BN // 100, BN // 10),
        (figure(40, scale=BN), BN, 10 * BN),
        (figure(140_000), 10_000, 10_000),
        (figure(148_500), 100, 500),
        (figure(100, scale=BN), 100 * BN, 100 * BN),
        (figure("2.5", decimals=1), Fraction(1, 10), Fraction(1, 2)),
        (figure(75, kind="percentage", unit="percent"), 1, 5),
        (figure(100, kind="percentage", unit="percent"), 1, 100),
        (figure(3, kind="number", unit="accords"), 0, 1),
        (figure(31, kind="number", unit="kilometer"), 1, 1),
        (figure(31, kind="number", unit=""), 1, 1),
        (figure(0, kind="percentage", unit="percent"), 1, 1),
    ],
    ids=lambda each: each.text if isinstance(each, Figure) else "",
)
def test_resolution_and_granularity_follow_the_digits(printed, resolution, granularity):
    assert printed.resolution == resolution
    assert printed.granularity == granularity


@pytest.mark.parametrize(
    ("number", "hedge", "usual", "literal"),
    [
        (148_500, "none", ("[148450", "148550]"), ("[148450", "148550]")),
        (140_000, "none", ("[135000", "145000]"), ("[135000", "145000]")),
        (100, "none", ("[95", "105]"), ("[90", "110]")),
        (100, "about", ("[90", "110]"), ("[80", "120]")),
        (148_500, "nearly", ("[145530", "148500]"), ("[141075", "148550]")),
        (40, "nearly", ("[38", "40]"), ("[35", "40.5]")),
        (120_000, "over", ("(120000", "130000]"), ("(120000", ")")),
        (120_000, "at_least", ("[120000", "130000]"), ("[120000", ")")),
        (120_000, "under", ("[110000", "120000)"), ("[0", "120000)")),
        (120_000, "at_most", ("[110000", "120000]"), ("[0", "120000]")),
        (500, "up_to", ("(0", "500]"), ("(0", "500]")),
        (5, "under", ("[0", "5)"), ("[0", "5)")),
    ],
)
def test_hedges_widen_as_the_table_says(number, hedge, usual, literal):
    printed = figure(number, hedge=hedge)
    assert bounds(printed.usual) == usual
    assert bounds(printed.literal) == literal


@pytest.mark.parametrize(
    ("hedge", "usual", "literal"),
    [
        ("none", ("[1.9", "2.1]"), ("[1.75", "2.25]")),
        ("nearly", ("[1.8", "2]"), ("[1.75", "2]")),
        ("over", ("(2", "2.5]"), ("(2", ")")),
    ],
)
def test_words_that_multiply_are_rounder_than_digits(hedge, usual, literal):
    doubling = figure(2, hedge=hedge, kind="multiple", unit="", in_words=True)
    assert bounds(doubling.usual) == usual
    assert bounds(doubling.literal) == literal


def test_a_fall_is_the_mirror_of_its_magnitude():
    fall = figure(-5, hedge="over", kind="percentage", unit="percent")
    assert bounds(fall.usual) == ("[-10", "-5)")
    assert bounds(fall.literal)[1] == "-5)"


def test_a_growth_below_a_bound_may_be_a_fall_but_a_count_may_not():
    assert figure(5, hedge="under", kind="percentage", unit="percent").literal.low is None
    assert figure(5, hedge="under", kind="number", unit="person").literal.low == 0


@pytest.mark.parametrize("hedge", list(Hedge))
@pytest.mark.parametrize("number", ["0", "1", "7", "26.2", "40", "95", "100", "148500", "1000000"])
@pytest.mark.parametrize("in_words", [False, True])
def test_the_literal_range_holds_the_usual_one(hedge, number, in_words):
    if in_words and number == "0":
        pytest.skip("no word multiplies by nothing")
    decimals = 1 if "." in number else 0
    printed = figure(number, decimals=decimals, hedge=hedge, in_words=in_words)
    assert printed.literal.contains_interval(printed.usual)


def test_a_date_is_the_moments_of_its_period():
    half = Figure("premier semestre 2025", Kind.DATE, "2025-H1")
    assert (half.usual.low, half.usual.high) == (2025, 2025 + Fraction(181, 365))
    with pytest.raises(TypeError):
        _ = half.number


@pytest.mark.parametrize("number", ["0", "1", "2", "2.0", "5", "40", "100", "140000"])
def test_a_word_that_loosens_never_narrows(number):
    decimals = 1 if "." in number else 0
    bare, about, nearly = (
        figure(number, decimals=decimals, hedge=hedge, kind="percentage", unit="percent")
        for hedge in ("none", "about", "nearly")
    )
    assert about.usual.contains_interval(bare.usual)
    assert about.literal.contains_interval(bare.literal)
    assert nearly.literal.contains_interval(bare.literal)


def test_exactly_makes_every_digit_count():
    assert figure(148_500, hedge="exactly", kind="number", unit="job").usual == Interval.exactly(148_500)
    assert figure(148_500, hedge="exactly").resolution == 1
