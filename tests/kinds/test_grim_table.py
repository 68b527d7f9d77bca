"""Every percentage of every small count, against an enumeration that rounds each part of the count.

The enumeration is that of the GRIM test (Brown and Heathers, Social Psychological and Personality Science 8, 2017):
a percentage is possible where some whole number of the count rounds to it, half up or half down.
"""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds import grim
from factcheck.reading import read_quote

EXACT = Context(prec=50)


def rounded_percentages(count, decimals):
    """All percentages, as printed, that whole numbers of a count round to: half up and half down."""
    step = Decimal(1).scaleb(-decimals)
    printed = set()
    for part in range(count + 1):
        share = Fraction(100 * part, count)
        # the decimals beyond are exact enough to tell a half from what is not: a half ends after one digit more
        exact = EXACT.divide(share.numerator, share.denominator)
        printed |= {exact.quantize(step, how) for how in (ROUND_HALF_UP, ROUND_HALF_DOWN)}
    return {str(each) for each in printed}


def holds(percentage, count):
    share, whole = read_quote(f"{percentage}%", "en"), read_quote(f"{count} firms", "en")
    return grim.possible([share.literal.scaled(Fraction(1, 100)), whole.literal], [share, whole])


@pytest.mark.parametrize("decimals", [0, 1])
@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 12, 16, 24, 31, 40, 64, 99])
def test_exactly_the_percentages_that_some_part_of_the_count_rounds_to_hold(count, decimals):
    steps = range(0, 100 * 10**decimals + 1, 1)
    printed = [f"{Decimal(step).scaleb(-decimals):f}" for step in steps]
    assert {each for each in printed if holds(each, count)} == rounded_percentages(count, decimals)


@given(st.integers(1, 99), st.integers(0, 10_000))
def test_so_do_those_with_two_decimals(count, hundredths):
    percentage = f"{Decimal(hundredths).scaleb(-2):f}"
    assert holds(percentage, count) == (percentage in rounded_percentages(count, 2))


@pytest.mark.parametrize("half", ["12", "13"])
def test_a_half_may_be_rounded_up_or_down(half):
    assert holds(half, 8)  # 1 of 8 is 12.5 %


@given(st.integers(1, 99), st.integers(101, 900))
def test_no_part_is_more_than_the_whole(count, percentage):
    assert not holds(str(percentage), count)
