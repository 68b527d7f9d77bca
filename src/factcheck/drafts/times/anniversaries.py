"""Anniversaries by their number: "Founded in 1874, it will mark its 150th anniversary in 2024"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.drafts.times import terms
from factcheck.drafts.times.ages import KIND, today
from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

_FAMILY: Final = "times"
_MOST_DIGITS: Final = 4
_FEWEST: Final = 5
_MOST_BETWEEN: Final = 1
_MOST_TO_YEAR: Final = 12


def find(draft: Draft) -> Iterator[Stated]:
    """Every numbered anniversary beside the year it is of, and the one in which it is kept, printed or this one."""
    words = draft.wordings.words(_FAMILY, "anniversaries")
    if words.isdisjoint(draft.words):
        return
    for sentence in draft.sentences:
        if words.isdisjoint(sentence.tokens.words):
            continue
        numbered = [
            found
            for at, word in enumerate(sentence.tokens.words)
            if word in words and (found := _number(draft, sentence, at))
        ]
        if len(numbered) == 1:
            stated = _stated(draft, numbered[0])
            if stated is not None:
                yield stated


def _number(draft: Draft, sentence: Sentence, at: int) -> Mention | None:
    """The number before "anniversary": "150th", "75e"."""
    tokens = sentence.tokens
    suffixes = draft.wordings.words(_FAMILY, "ordinal endings")
    for end in range(at, at - _MOST_BETWEEN - 1, -1):
        word = tokens.words[end - 2]
        if tokens.words[end - 1] not in suffixes or not tokens.touches(end - 1) or not word.isdecimal():
            continue
        if len(word) >= _MOST_DIGITS or int(word) < _FEWEST:
            return None
        value = Fraction(int(word))
        start, stop = tokens.starts[end - 2], tokens.ends[end - 1]
        numeral = Numeral(value, digits=word)
        text = tokens.printed(end - 2, end)
        figure = Figure(text, Kind.DURATION, value, "year", Hedge.EXACTLY, numeral, start, stop)
        return Mention(figure, sentence, 0, end - 2, end, end - 2, end)
    return None


def _stated(draft: Draft, number: Mention) -> Stated | None:
    sentence = number.sentence
    years = terms.years_of(sentence.mentions)
    if len(years) == 2:
        kept = max(years, key=lambda each: str(each.figure.value))
        words = sentence.words(number.tail, kept.lead)
        bound = kept.lead > number.tail and len(words) <= _MOST_TO_YEAR
        if not bound or not draft.wordings.words(_FAMILY, "another event").isdisjoint(words):
            return None
        (began,) = (each for each in years if each is not kept)
        return terms.between(began, kept, number) if _began(draft, began) else None
    now = draft.wordings.cue(_FAMILY, "this year").is_in(sentence.tokens)
    if (
        draft.day is None
        or len(years) != 1
        or not now
        or not _began(draft, years[0])
        or str(years[0].figure.value) == str(draft.day.year)
    ):
        return None
    roles = {"year": years[0], "years": number}
    lasted = call("years", Name("year"), today(draft), roles=roles)
    return Stated(KIND, equal(lasted, Name("years")), roles, Confidence.MEDIUM)


def _began(draft: Draft, year: Mention) -> bool:
    """Whether a year is told as that of the beginning: "founded in 1874", "la capitulation de 1945"."""
    tokens, wordings = year.sentence.tokens, draft.wordings
    began = wordings.cue(_FAMILY, "began").before(tokens, year.lead)
    return began is not None or tokens.words[year.lead - 1] in wordings.words(_FAMILY, "of the year")
