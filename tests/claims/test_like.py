"""What is read or parsed once for all that is like it comes out as if each were read by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.like_quotes import read_like
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.rules import RuleScope, parsed
from factcheck.reading import QuoteError, read_quote

WORDS = [
    ("", " %"), ("plus de ", " millions de dirhams"), ("près de ", " %"), ("", " emplois"), ("$", " million"),
    ("about ", " jobs"), ("une baisse de ", " milliards"), ("le ", " mars"), ("à ", " h"), ("at ", " p.m."),
    ("-", " %"), ("", " fois"), ("", " points"), ("environ ", " km"), ("", " Mds DH"), ("n° ", ""),
]  # fmt: skip
SIGNS = st.sampled_from([" ", ",", ".", "\u202f", ""])


@st.composite
def quotes(draw):
    before, after = draw(st.sampled_from(WORDS))
    whole = draw(st.integers(0, 99)) * 10 ** draw(st.integers(0, 6)) + draw(st.integers(0, 9))
    decimals = draw(st.sampled_from(["", ",5", ".5", ",30", ".06", ",415", ".000"]))
    return f"{before}{whole:,}{decimals}{after}".replace(",", draw(SIGNS), len(f"{whole:,}") // 4)


def figure(read, quote, lang):
    try:
        return read(quote, lang)
    except QuoteError as error:
        return str(error.phrase)


@given(quotes(), st.sampled_from(["fr", "en"]))
def test_a_quote_like_another_is_read_as_by_itself(quote, lang):
    assert figure(read_like, quote, lang) == figure(read_quote, quote, lang)


UNITS = {"a": "MAD", "b": "MAD", "c": "USD", "d": "percent"}
BASE = "sources: {s: {lang: fr}}\nclaims:\n" + "".join(
    f"  {name}_{year}: {{period: {year}, unit: {unit}}}\n" for name, unit in UNITS.items() for year in (2023, 2024)
)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("growth(a_2023, a_2024) == d_2024", "growth(b_2023, b_2024) == d_2023"),
        ("a_2023 <= b_2023", "b_2024 <= a_2024"),
        ("a_2023 + a_2023 == b_2023", "a_2023 + b_2024 == b_2023"),
        ("convert(a_2024, USD) == c_2024", "convert(a_2023, USD) == c_2023"),
        ("between(a_2023, b_2023, 27 millions MAD)", "between(a_2024, b_2024, 27 millions MAD)"),
        ("cagr(a_2023, a_2024, 3) == d_2024", "cagr(b_2023, b_2024, 3) == d_2023"),
        ("-(a_2023 - 2 * b_2023) >= 5 MAD", "-(a_2024 - 2 * b_2024) >= 5 MAD"),
    ],
)
def test_a_rule_like_another_is_parsed_as_by_itself(load_text, first, other):
    claims = load_text(BASE).claims
    scope = RuleScope(claims)
    like = LikeRules()
    like.learn(like.shaped(first, scope), parsed(first, scope))
    again = LikeRules(like.kept())
    for known in (like, again):
        shaped, itself = known.shaped(other, scope), known.shaped(first, scope)
        number = known.number(shaped)
        assert number is None or known.assertion(number, shaped.names) == parsed(other, scope)
        assert known.assertion(known.number(itself), itself.names) == parsed(first, scope)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("a_2023 == b_2023", "a_2023 == a_2023"),
        ("a_2023 == b_2023", "a_2023 == c_2023"),
        ("convert(a_2024, USD) == c_2024", "convert(a_2023, USD) == c_2023"),
        ("a_2023 == 3 MAD", "a_2023 == 4 MAD"),
    ],
    ids=["one name twice", "another unit", "another period", "another number"],
)
def test_rules_that_are_not_alike_are_not_taken_for_each_other(load_text, first, other):
    like, scope = LikeRules(), RuleScope(load_text(BASE).claims)
    assert like.shaped(first, scope).shape != like.shaped(other, scope).shape
