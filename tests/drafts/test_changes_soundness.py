"""Whatever the levels: a change rounded from them holds, one that is far off does not, in every form it is put in."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import changes

FORMS = [
    ("fr", "Le nombre de cas est passé de {start} à {to}, soit une variation de {change} %."),
    ("fr", "On a compté {to} cas, contre {start} un an plus tôt, soit {change} %."),
    ("fr", "On a compté {to} cas ({change} %, contre {start} un an plus tôt)."),
    ("en", "Cases went from {start} to {to} ({change}%)."),
    ("en", "There were {to} cases, against {start} a year earlier ({change}%)."),
]
# numbers of four digits below may be read as years
LEVELS = st.integers(2_201, 9_999).filter(lambda level: level % 10)


def printed(tenths: int, lang: str) -> str:
    whole, tenth = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else '+'}{whole}{',' if lang == 'fr' else '.'}{tenth}"


@pytest.mark.parametrize(("lang", "form"), FORMS)
@given(start=LEVELS, to=LEVELS)
def test_a_change_rounded_from_its_levels_holds(lang, form, start, to):
    tenths = round(Fraction(to - start, start) * 1000)
    if tenths:
        text = form.format(start=start, to=to, change=printed(tenths, lang))
        assert [(kind, verdict) for kind, verdict, _ in changes(text, lang)] == [("growth", "consistent")], text


@pytest.mark.parametrize(("lang", "form"), FORMS)
@given(start=LEVELS, to=LEVELS, off=st.integers(20, 500))
def test_a_change_that_is_off_by_two_points_or_more_does_not(lang, form, start, to, off):
    tenths = round(Fraction(to - start, start) * 1000) + off
    if tenths:
        text = form.format(start=start, to=to, change=printed(tenths, lang))
        assert [(kind, verdict) for kind, verdict, _ in changes(text, lang)] == [("growth", "inconsistent")], text
