"""How old somebody is: an age beside a year of birth, and the year in which it was reached."""

from __future__ import annotations

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
_OPENING: Final = (",", "(", "–", "—")
_CLOSING: Final = (",", ")", "–", "—", ".", ";", "")


def of(draft: Draft, mention: Mention) -> Candidate | None:
    """An age beside a date of birth, "né en 1970, 45 ans", held against the date that it is of.

    That is the date of death, that of an event ("sacré en 1998 à 25 ans"), else the document's. An age is a number of
    whole years, and of each date only the year is taken, so that both ages that one has in the course of a year are
    right.
    """
    age = _as_an_age(draft, mention)
    birth = None if age is None else _dated_by(draft, mention.sentence, "born")
    if age is None or birth is None or not _is_told_with(draft, birth, age) or not _is_the_same_one(draft, birth, age):
        return None
    roles = {"born": _year_of(birth), "age": age}
    event = _dated_by(draft, age.sentence, "died") or _at_that_age(draft, birth, age)
    if event is None and _was_reached(draft, age):
        return None  # "il a quitté l'école à 16 ans"
    end: Expression
    if event is not None:
        roles["then"] = _year_of(event)
        end = Name("then")
    elif any(each is not birth and _may_date(each, age) for each in age.sentence.mentions):
        return LeftAlone(KIND, (birth, age), Phrase("another date in the sentence may be that of the age"))
    elif draft.day is None:
        return LeftAlone(KIND, (birth, age), NOT_DATED)
    else:
        end = today(draft)
    lived = call("years", Name("born"), end, roles=roles)
    return Stated(KIND, equal(lived, Name("age")), roles, Confidence.MEDIUM)


def today(draft: Draft) -> Constant:
    """The document's date as a moment; the draft must have one."""
    assert draft.day is not None, "asked only of a draft with a date"
    return Constant(Period.parse(draft.day.isoformat()).start, "calendar_year", draft.day.isoformat())


def _as_an_age(draft: Draft, mention: Mention) -> Mention | None:
    """A duration in years, a bare number as English puts ages, or so many candles; read as years."""
    figure = mention.figure
    if figure.hedge not in (Hedge.NONE, Hedge.EXACTLY) or figure.kind not in (Kind.NUMBER, Kind.DURATION):
        return None
    if figure.number.denominator != 1:
        return None
    if figure.kind is Kind.DURATION:
        return mention if figure.unit == "year" else None
    if figure.number not in _AGES or figure.unit not in draft.wordings.words(_FAMILY, "years of age") | {""}:
        return None
    return mention.read_as(replace(figure, kind=Kind.DURATION, unit="year"))


def _dated_by(draft: Draft, sentence: Sentence, name: str) -> Mention | None:
    """The one date of the sentence that stands right behind such a cue."""
    cue = draft.wordings.cue(_FAMILY, name)
    found = [each for each in sentence.mentions if _is_date(each) and cue.before(sentence.tokens, each.lead)]
    return found[0] if len(found) == 1 else None


def _is_told_with(draft: Draft, birth: Mention, age: Mention) -> bool:
    """Whether the age stands as an apposition or beside a word for ages."""
    tokens, wordings = age.sentence.tokens, draft.wordings
    before, after = tokens.words[age.lead - 1], tokens.words[age.tail]
    if wordings.cue(_FAMILY, "at the age of").before(tokens, age.lead) is not None or _counts_candles(draft, age):
        return True
    aged = wordings.cue(_FAMILY, "aged").before(tokens, age.lead)
    if aged is not None and tokens.words[aged[1] - 1] in (*_OPENING, ""):
        return True
    old = wordings.cue(_FAMILY, "old").at(tokens, age.tail) is not None
    ends = after in _CLOSING or old or after in draft.lexicon.conjunctions
    if wordings.cue(_FAMILY, "is").before(tokens, age.lead) is not None:
        return ends
    return (before in _OPENING or (old and before in draft.lexicon.conjunctions)) and (after in _CLOSING or old)


def _was_reached(draft: Draft, age: Mention) -> bool:
    """Whether it is the age at some event, and that is no death of these days: "mort mardi à 54 ans"."""
    tokens, wordings = age.sentence.tokens, draft.wordings
    cue = wordings.cue(_FAMILY, "at the age of").before(tokens, age.lead)
    if cue is None:
        return False
    before = tokens.words[max(tokens.first, cue[1] - _MOST_BEFORE_AGE) : cue[1]]
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
        return len(words) <= _MOST_AFTER_BIRTH and others.isdisjoint(words)
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


def _may_date(mention: Mention, age: Mention) -> bool:
    """Whether it is a date at which the age may have been reached: one before it, or right after it."""
    return _is_date(mention) and mention.lead - age.tail <= _NEAR


def _is_date(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE


def _year_of(date: Mention) -> Mention:
    """The year of a date: how the day lies to the birthday is then left open, as ages leave it."""
    year = str(date.figure.value)[:_YEAR_DIGITS]
    return date.read_as(replace(date.figure, value=year, weekday=None))
