from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.lexicon import lexicon
from factcheck.reading.number_words import NumberWords
from factcheck.reading.numerals import Convention, with_scale
from factcheck.reading.tokens import Tokens

DIGITS = ("3", "26,2", "2.415", "1,250", "140.000", "148 500", "12.345,6", "0,5", "200")
WORDS = {
    "fr": "mille million millions milliards milliers cent de d' et demi , - euros",
    "en": "thousand million billion hundred dozen of and a half , - dollars people",
}


@given(data=st.data(), lang=st.sampled_from(("fr", "en")))
def test_digits_with_a_scale_are_what_the_whole_grammar_makes_of_them(data: st.DataObject, lang: str) -> None:
    following = data.draw(st.lists(st.sampled_from((*WORDS[lang].split(), *DIGITS)), min_size=1, max_size=5))
    tokens = Tokens(" ".join((data.draw(st.sampled_from(DIGITS)), *following)))
    words, convention = lexicon(lang), Convention(tokens.text, lang)
    quick = with_scale(tokens, tokens.first, words, convention)
    assert quick is None or quick == NumberWords(tokens, words, convention).at(tokens.first)


@pytest.mark.parametrize(("text", "lang"), [("26,2 milliards de dirhams", "fr"), ("3.5 million people", "en")])
def test_most_scales_need_no_grammar(text: str, lang: str) -> None:
    tokens = Tokens(text)
    number = with_scale(tokens, tokens.first, lexicon(lang), Convention(text, lang))
    assert number is not None
    assert number.value == number.numeral.value * number.numeral.scale
    assert number.numeral.scale > 1
