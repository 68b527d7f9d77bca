"""Two scale words after digits with decimals: the number is as exact as its digits."""

from fractions import Fraction

import pytest

import factcheck

# (printed, value, half the last digit)
PRINTED = [
    ("₹6.81 lakh crore", 6_810_000_000_000, 5_000_000_000),
    ("₹1.026 lakh crore", 1_026_000_000_000, 500_000_000),
    ("₹12.75 lakh", 1_275_000, 500),
]


@pytest.mark.parametrize(("printed", "value", "half"), PRINTED)
def test_decimals_before_two_scale_words_give_the_precision(printed, value, half):
    (figure,) = factcheck.read(f"It costs {printed}.", "en")
    assert figure.value == value
    assert (figure.usual.low, figure.usual.high) == (Fraction(value - half), Fraction(value + half))
