"""Ranges as bars on one scale."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.interval import Interval
from factcheck.reports.bars import Scale, scale_of

TEN = Scale(Fraction(0), Fraction(10), 10)


def between(low, high):
    return Interval(Fraction(low), Fraction(high))


def test_a_bar_shows_what_is_usual_within_what_the_words_allow():
    assert TEN.bar((between(4, 6), between(2, 8))) == "|  --===-- |"


def test_what_goes_on_beyond_the_scale_has_an_arrow():
    above = Interval(Fraction(4), None, True, True)
    assert TEN.bar((Interval(Fraction(4), Fraction(6), True), above)) == "|    ===-->|"
    assert TEN.bar((between(-5, 2), between(-5, 2))) == "|<==       |"


def test_a_range_off_the_scale_leaves_its_arrow():
    assert TEN.bar((between(20, 30), between(20, 30))) == "|         >|"


def test_a_point_has_a_cell():
    assert TEN.bar((between(5, 5), between(5, 5))) == "|     =    |"
    scale = scale_of([(between(3, 3), between(3, 3))], 10)
    assert scale is not None
    assert scale.bar((between(3, 3), between(3, 3))).count("=") == 1


def test_there_is_no_scale_for_what_has_no_end():
    everything = Interval(None, None, True, True)
    assert scale_of([(everything, everything)], 10) is None


def test_words_that_stretch_far_do_not_squeeze_the_rest():
    far = (between(120, 130), between(120, 100_000))
    scale = scale_of([far, (between(140, 150), between(140, 150))], 20)
    assert scale is not None
    assert scale.high < 200


@pytest.mark.parametrize(
    ("low", "high", "unit", "ends"),
    [
        (3, 3, 1, (2, 4)),
        (Fraction(584, 1000), Fraction(283, 10), 1, (0, 31)),
        (Fraction(735, 100_000), Fraction(745, 100_000), Fraction(1, 100), None),
    ],
)
def test_the_ends_of_a_scale_are_round(low, high, unit, ends):
    scale = scale_of([(between(low, high), between(low, high))], 12, unit=Fraction(unit))
    assert scale is not None
    assert scale.low <= low <= high <= scale.high
    if ends is not None:
        assert (scale.low, scale.high) == ends
    steps = (scale.high - scale.low) / (scale.high - scale.low - (high - low) or 1)
    assert steps > 0
    assert (scale.low / unit * 10**6).denominator == 1


RANGES = st.tuples(st.integers(-1000, 1000), st.integers(0, 300)).map(lambda pair: between(pair[0], sum(pair)))


@given(st.lists(RANGES, min_size=1, max_size=5), st.integers(6, 40))
def test_every_bar_is_as_wide_as_the_others_and_shows_its_range(usual, cells):
    ranges = [(each, each) for each in usual]
    scale = scale_of(ranges, cells)
    assert scale is not None
    for each in ranges:
        bar = scale.bar(each)
        assert len(bar) == cells + 2
        assert "=" in bar
        assert bar.isascii()


@given(RANGES, RANGES)
def test_ranges_that_lie_apart_by_a_tenth_do_not_share_all_cells(one, other):
    scale = scale_of([(one, one), (other, other)], 40)
    assert scale is not None
    if one.distance(other) * 10 > scale.high - scale.low:
        assert scale.bar((one, one)) != scale.bar((other, other))
