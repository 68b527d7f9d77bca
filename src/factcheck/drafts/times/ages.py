"""How old somebody is: an age beside a year of birth, and the year in which it was reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant, Expression, Name
from factcheck.relations.finding import Confidence

KIND: Final = "duration"
NOT_DATED: Final = Phrase("the date of the text is not known (--date), so how long it is cannot be told")
_FAMILY: Final = "times"
_YEAR_DIGITS: Final = 4
_AGES: Final = range(10, 110)
_NEAR: Final = 3
_MOST_BEFORE_AGE: Final = 6
_MOST_BEFORE_BIRTH: Final = 4
_MOST_AFTER_BIRTH: Final = 12
_MOST_TO_BIRTH: Final = 7
_OF_COMMA_AND_ARTICLE: Final = 2
_OPENING: Final = (",", "(", "–", "—")
_SOME_DAYS: Final = timedelta(days=7)
"""A text may have been written so long before the day that it bears, and a birthday lie between."""
_NEXT_DAYS: Final = timedelta(days=2)
_A_YEAR: Final = timedelta(days=365)
_CLOSING: Final = (",", ")", "–", "—", ".", ";", "")


def of(draft: Draft, mention: Mention) -> Candidate | None:
    """An age beside a date of birth, "né en 1970, 45 ans", held against the date that it is of.

    That is the date of death, that of an event ("sacré en 1998 à 25 ans"), else the document's. An age counts completed
    years; where only the year of birth is printed, both ages that one has in the course of a year are right.
    """
    age = _as_an_age(draft, mention)
    birth = None if age is None else _birth_beside(draft, age) or _dated_by(draft, mention.sentence, "born")
    if age is None or birth is None or not _is_told_with(draft, birth, age) or not _is_the_same_one(draft, birth, age):
        return None
    roles = {"born": birth, "age": age}
    event = _dated_by(draft, age.sentence, "died") or _at_that_age(draft, birth, age)
    if event is None and _was_reached(draft, age):
        return None  # "il a quitté l'école à 16 ans"
    end: Expression
    if event is not None:
        roles["then"] = event
        end = Name("then")
    elif any(each is not birth and _may_date(draft, each, age) for each in age.sentence.mentions):
        return LeftAlone(KIND, (birth, age), Phrase("another date in the sentence may be that of the age"))
    elif draft.day is None:
        return LeftAlone(KIND, (birth, age), NOT_DATED)
    else:
        end = today(draft)
    if event is None and draft.day is not None:
        return _aged_around(draft.day, roles, to_come=_is_to_come(draft, age))
    return _aged(roles, end)


def _aged_around(day: date, roles: dict[str, Mention], *, to_come: bool) -> Stated:
    """The age of the days around that of the text; an age to come is reached in its year or in the next one."""
    if to_come:
        roles["born"] = year_of(roles["born"])
    others = (day - _SOME_DAYS, day + (_A_YEAR if to_come else _NEXT_DAYS))
    return replace(_aged(roles, _moment(day)), otherwise=tuple(_aged(roles, _moment(each)) for each in others))


def _is_to_come(draft: Draft, age: Mention) -> bool:
    """Whether it is the age that somebody is about to reach: "aura 55 ans", "turns 55 in May"."""
    tokens = age.sentence.tokens
    return draft.wordings.cue(_FAMILY, "to come").before(tokens, age.lead) is not None


def _aged(roles: Mapping[str, Mention], end: Expression) -> Stated:
    lived = call("age", Name("born"), end, roles=roles)
    return Stated(KIND, equal(lived, Name("age")), roles, Confidence.MEDIUM)


def today(draft: Draft) -> Constant:
    """The document's date as a moment; the draft must have one."""
    assert draft.day is not None, "asked only of a draft with a date"
    return _moment(draft.day)


def _moment(day: date) -> Constant:
    return Constant(Period.parse(day.isoformat()).start, "calendar_year", day.isoformat())


def _as_an_age(draft: Draft, mention: Mention) -> Mention | None:
    """A duration in years, a bare number as English puts ages, or so many candles; read as years."""
    figure = mention.figure
    if figure.hedge not in (Hedge.NONE, Hedge.EXACTLY) or figure.kind not in (Kind.NUMBER, Kind.DURATION):
        return None
    if figure.number.denominator != 1:
        return None
    if figure.kind is Kind.DURATION:
        return mention if figure.unit == "year" else None
    if figure.number.numerator not in _AGES:
        return None
    if figure.unit and figure.unit not in draft.wordings.words(_FAMILY, "years of age"):
        return None
    return mention.read_as(replace(figure, kind=Kind.DURATION, unit="year"))


def _dated_by(draft: Draft, sentence: Sentence, name: str) -> Mention | None:
    """The one date of the sentence that stands right behind such a cue."""
    cue = draft.wordings.cue(_FAMILY, name)
    dates = [each for each in sentence.mentions if _is_date(each)]
    found = [each for each in dates if cue.before(sentence.tokens, each.lead)]
    if not found and name == "born":
        found = [each for each in dates if _is_born_somewhere(draft, each)]
    return found[0] if len(found) == 1 else None


def _is_born_somewhere(draft: Draft, date: Mention) -> bool:
    """Whether a place stands between the word for births and its date: "né à Fès en 1970", "born in Ayr in 1970"."""
    tokens, born = date.sentence.tokens, draft.wordings.cue(_FAMILY, "born in")
    if draft.wordings.cue(_FAMILY, "in the year").before(tokens, date.lead) is None:
        return False
    for at in range(date.lead - 2, max(tokens.first, date.lead - _MOST_TO_BIRTH) - 1, -1):
        found = born.at(tokens, at)
        if found is not None:
            return tokens.is_capital(found[1])
        if not tokens.words[at].isalpha() and tokens.words[at] not in ("-", ","):
            return False
    return False


def _birth_beside(draft: Draft, age: Mention) -> Mention | None:
    """The birth right before an age: "née en 1926 et âgée de 91 ans", "né en 1962 et aujourd'hui âgé de 57 ans"."""
    tokens, birth = age.sentence.tokens, age.previous
    if birth is None or not _is_date(birth):
        return None
    born = draft.wordings.cue(_FAMILY, "born").before(tokens, birth.lead)
    aged = draft.wordings.cue(_FAMILY, "aged").before(tokens, age.lead)
    first = age.lead if aged is None else aged[1]
    between = [word for word in tokens.words[birth.tail : first] if word not in _OPENING]
    return birth if born is not None and all(word in draft.lexicon.conjunctions for word in between) else None


def _is_told_with(draft: Draft, birth: Mention, age: Mention) -> bool:
    """Whether the age stands as an apposition or beside a word for ages."""
    tokens, wordings = age.sentence.tokens, draft.wordings
    before, after = tokens.words[age.lead - 1], tokens.words[age.tail]
    if wordings.cue(_FAMILY, "at the age of").before(tokens, age.lead) is not None or _counts_candles(draft, age):
        return True
    aged = wordings.cue(_FAMILY, "aged").before(tokens, age.lead)
    if aged is not None and (tokens.words[aged[1] - 1] in (*_OPENING, "") or birth is _birth_beside(draft, age)):
        return True
    old = wordings.cue(_FAMILY, "old").at(tokens, age.tail) is not None
    if old and tokens.words[birth.tail] == "," and age.lead - birth.tail == _OF_COMMA_AND_ARTICLE:
        return True  # "Born in July 1970, the 54-year-old solicitor"
    ends = after in _CLOSING or old or after in draft.lexicon.conjunctions
    if wordings.cue(_FAMILY, "is").before(tokens, age.lead) is not None:
        return ends
    return (before in _OPENING or (old and before in draft.lexicon.conjunctions)) and (after in _CLOSING or old)


def _was_reached(draft: Draft, age: Mention) -> bool:
    """Whether it is the age at some event, and that is no death of these days: "mort mardi à 54 ans"."""
    tokens, wordings = age.sentence.tokens, draft.wordings
    cue = wordings.cue(_FAMILY, "at the age of").before(tokens, age.lead)
    aged = wordings.cue(_FAMILY, "aged").before(tokens, age.lead)
    if cue is None or (aged is not None and aged[1] < cue[1]):
        return False  # "now aged 54"
    before = tokens.words[max(tokens.first, cue[1] - _MOST_BEFORE_AGE) : cue[1]]
    now = wordings.words(_FAMILY, "under way")
    if not now.isdisjoint(before[-1:]) or not now.isdisjoint(tokens.words[age.tail + 1 : age.tail + _NEAR + 1]):
        return False  # "entame à 81 ans un mandat", "à 81 ans, il brigue …"
    if not wordings.words(_FAMILY, "still").isdisjoint(before):
        return False  # "elle vit toujours chez elle, à 109 ans"
    return any(wordings.words(_FAMILY, name).isdisjoint(before) for name in ("death", "these days"))


def _counts_candles(draft: Draft, age: Mention) -> bool:
    return age.sentence.tokens.words[age.end - 1] in draft.wordings.words(_FAMILY, "years of age")


def _is_the_same_one(draft: Draft, birth: Mention, age: Mention) -> bool:
    """Whether nothing between the two brings in somebody else."""
    tokens = age.sentence.tokens
    others = draft.wordings.words(_FAMILY, "somebody else")
    if birth.tail <= age.lead:
        words = tokens.words[birth.tail : age.lead]
        joined = (at + 1 for at in range(birth.tail, age.lead) if tokens.words[at] in draft.lexicon.conjunctions)
        named = any(tokens.is_capital(at) for at in joined)  # "Paul, né en 1970, et Marie, âgée de 30 ans"
        most = _MOST_AFTER_BIRTH * (2 if _dated_by(draft, age.sentence, "died") is not None else 1)
        return len(words) <= most and not named and others.isdisjoint(words)
    cue = draft.wordings.cue(_FAMILY, "born").before(tokens, birth.lead)
    first = birth.lead if cue is None else cue[1]
    words = tokens.words[age.tail : first]
    named = any(tokens.is_capital(at) for at in range(age.tail, first))
    return len(words) <= _MOST_BEFORE_BIRTH and not named and others.isdisjoint(words)


def _at_that_age(draft: Draft, birth: Mention, age: Mention) -> Mention | None:
    """The date of an event that stands right beside the age: "en 1998 à 25 ans", "at 25 in 1995"."""
    tokens, wordings = age.sentence.tokens, draft.wordings
    before, after = age.previous, age.next
    if after is not None and after is not birth and _is_date(after):
        cue = wordings.cue(_FAMILY, "in the year").before(tokens, after.lead)
        if cue is not None and all(word in _OPENING for word in tokens.words[age.tail : cue[1]]):
            return after
    if before is not None and before is not birth and _is_date(before):
        cue = wordings.cue(_FAMILY, "at the age of").before(tokens, age.lead)
        if cue is not None and all(word in _OPENING for word in tokens.words[before.tail : cue[1]]):
            return before
    return None


def _may_date(draft: Draft, mention: Mention, age: Mention) -> bool:
    """Whether it is a date at which the age may have been reached: one before it, or right after it.

    Neither that of a birth nor a day of the text's own year is.
    """
    if not _is_date(mention) or mention.lead - age.tail > _NEAR:
        return False
    if draft.wordings.cue(_FAMILY, "born").before(age.sentence.tokens, mention.lead) is not None:
        return False
    value = str(mention.figure.value)
    return len(value) == _YEAR_DIGITS or draft.day is None or not value.startswith(str(draft.day.year))


def _is_date(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE


def year_of(date: Mention) -> Mention:
    """The year of a date: how the day lies to the birthday is then left open, as ages leave it."""
    year = str(date.figure.value)[:_YEAR_DIGITS]
    return date.read_as(replace(date.figure, value=year, weekday=None))
