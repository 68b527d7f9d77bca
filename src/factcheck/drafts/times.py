"""Dates, how long lies between them, and how old somebody is: the kinds weekday and duration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Judged, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period
from factcheck.kinds import weekday
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant, Expression, Name
from factcheck.relations.finding import Confidence

KIND: Final = "duration"
_FAMILY: Final = "times"
_YEAR_DIGITS: Final = 4
_AGES: Final = range(10, 110)
_ROUND_YEARS: Final = 5
_RIGHT_AFTER: Final = 3
_NOT_DATED: Final = Phrase("the date of the text is not known (--date), so how long it is cannot be told")
_PUNCTUATION: Final = (",", "(", "–", "—", "-", ";", ":", ")")


def find(draft: Draft) -> Iterator[Candidate]:
    """Every weekday printed with its date, every duration beside the dates that it lies between, every age."""
    for sentence in draft.sentences:
        for mention in sentence.mentions:
            if mention.figure.kind is Kind.DATE:
                if weekday.states_one(mention.figure):
                    yield Judged(weekday.finding("", draft.evidence(mention)), (mention,))
            elif _may_be_an_age(mention.figure):
                candidate = _age(draft, mention.read_as(replace(mention.figure, kind=Kind.DURATION, unit="year")))
                if candidate is not None:
                    yield candidate
            elif _in_years(mention.figure):
                candidate = _age(draft, mention) or _between(draft, mention) or _since_or_until(draft, mention)
                if candidate is not None:
                    yield candidate


def _may_be_an_age(figure: Figure) -> bool:
    """Whether it is a bare number as English puts ages: "the singer, 54, born in 1970"."""
    return figure.kind is Kind.NUMBER and not figure.unit and figure.number.denominator == 1 and figure.number in _AGES


def _in_years(figure: Figure) -> bool:
    return figure.kind is Kind.DURATION and figure.unit == "year"


# --- from one date to another -------------------------------------------------------------------------------------


def _between(draft: Draft, duration: Mention) -> Candidate | None:
    """Two dates of a range right before the duration: "de 2015 à 2024, soit neuf ans"."""
    last = duration.previous
    first = None if last is None else last.previous
    if first is None or last is None or not (_is_year(first) and _is_year(last)):
        return None
    joint = draft.lexicon.range_joints | draft.lexicon.conjunctions
    sentence = duration.sentence
    if last.lead - first.tail != 1 or sentence.tokens.words[first.tail] not in joint:
        return None
    cue = draft.wordings.cue(_FAMILY, "in so many").before(sentence.tokens, duration.lead)
    if cue is None or not _only_punctuation(sentence, last.tail, cue[1]):
        return None
    roles = {"start": first, "end": last, "years": duration}
    return Stated(KIND, equal(call("years", Name("start"), Name("end"), roles=roles), Name("years")), roles)


def _since_or_until(draft: Draft, duration: Mention) -> Candidate | None:
    """A duration up to the document's date, or from it, and the date at its other end right beside it."""
    for year, ahead in _other_ends(draft, duration):
        if draft.day is None:
            return LeftAlone(KIND, (duration, year), _NOT_DATED)
        today = Constant(Period.parse(draft.day.isoformat()).start, "calendar_year", draft.day.isoformat())
        roles = {"year": year, "years": _loosely_meant(duration)}
        start, end = (today, Name("year")) if ahead else (Name("year"), today)
        return Stated(KIND, equal(call("years", start, end, roles=roles), Name("years")), roles)
    return None


def _loosely_meant(duration: Mention) -> Mention:
    """The duration, about so long where it is a round number of years: "il y a trente ans, en 1996", said in 2025."""
    figure = duration.figure
    is_round = figure.number >= 2 * _ROUND_YEARS and figure.number % _ROUND_YEARS == 0
    return duration.read_as(replace(figure, hedge=Hedge.ABOUT)) if is_round and figure.hedge is Hedge.NONE else duration


def _other_ends(draft: Draft, duration: Mention) -> Iterator[tuple[Mention, bool]]:
    """The dates that stand at the other end of the duration, and whether that lies ahead."""
    sentence, wordings = duration.sentence, draft.wordings
    tokens = sentence.tokens
    ahead = wordings.cue(_FAMILY, "ahead").before(tokens, duration.lead) is not None
    ago_before = wordings.cue(_FAMILY, "ago before").before(tokens, duration.lead) is not None
    ago_after = wordings.cue(_FAMILY, "ago after").at(tokens, duration.tail)
    lasting = wordings.cue(_FAMILY, "lasting").before(tokens, duration.lead) is not None
    if not (ahead or ago_before or ago_after or lasting):
        return
    year = duration.next
    after = duration.tail if ago_after is None else ago_after[1]
    if year is not None and _is_year(year):
        cue = wordings.cue(_FAMILY, "in the year").before(tokens, year.lead)
        if cue is not None and after < cue[1] and _only_punctuation(sentence, after, cue[1]):
            yield year, ahead
            return
    began = duration.previous
    if not lasting or began is None or began.position != 0 or not _is_year(began):
        return
    if wordings.cue(_FAMILY, "began").before(tokens, began.lead) is not None:
        yield began, False


def _is_year(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE and len(str(mention.figure.value)) == _YEAR_DIGITS


def _only_punctuation(sentence: Sentence, first: int, end: int) -> bool:
    return all(word in _PUNCTUATION for word in sentence.words(first, end))


# --- ages ----------------------------------------------------------------------------------------------------------


def _age(draft: Draft, age: Mention) -> Candidate | None:
    """An age beside a date of birth, "né en 1970, 45 ans": held against the document's date, or that of death.

    An age is a number of whole years, and of birth only the year is taken, so that both ages that one has in the
    course of a year are right.
    """
    if age.figure.hedge not in (Hedge.NONE, Hedge.EXACTLY) or age.figure.number.denominator != 1:
        return None
    sentence = age.sentence
    birth = _dated_by(draft, sentence, "born")
    if birth is None or not _is_told_with(draft, birth, age):
        return None
    death = _dated_by(draft, sentence, "died")
    roles = {"born": _year_of(birth), "age": age}
    end: Expression
    if death is not None:
        roles["died"] = _year_of(death)
        end = Name("died")
    elif any(mention is not birth and _may_date(mention, age) for mention in sentence.mentions):
        return LeftAlone(KIND, (birth, age), Phrase("another date in the sentence may be that of the age"))
    elif draft.day is None:
        return LeftAlone(KIND, (birth, age), _NOT_DATED)
    else:
        end = Constant(Period.parse(draft.day.isoformat()).start, "calendar_year", draft.day.isoformat())
    lived = call("years", Name("born"), end, roles=roles)
    return Stated(KIND, equal(lived, Name("age")), roles, Confidence.MEDIUM)


def _may_date(mention: Mention, age: Mention) -> bool:
    """Whether it is a date at which the age may have been reached: one before it, or right after it."""
    return mention.figure.kind is Kind.DATE and mention.lead - age.tail <= _RIGHT_AFTER


def _dated_by(draft: Draft, sentence: Sentence, name: str) -> Mention | None:
    """The one date of the sentence that stands right behind such a cue."""
    cue = draft.wordings.cue(_FAMILY, name)
    found = [
        mention
        for mention in sentence.mentions
        if mention.figure.kind is Kind.DATE and cue.before(sentence.tokens, mention.lead) is not None
    ]
    return found[0] if len(found) == 1 else None


def _is_told_with(draft: Draft, birth: Mention, age: Mention) -> bool:
    """Whether the age stands as an apposition or behind a word for ages."""
    tokens = age.sentence.tokens
    before, after = tokens.words[age.lead - 1], tokens.words[age.tail]
    if draft.wordings.cue(_FAMILY, "aged").before(tokens, age.lead) is not None:
        return True
    return before in (",", "(", "–") and after in (",", ")", "–", ".", "")


def _year_of(date: Mention) -> Mention:
    """The year of a date of birth or death: how the day lies to the birthday is then left open, as ages leave it."""
    year = str(date.figure.value)[:_YEAR_DIGITS]
    return date.read_as(replace(date.figure, value=year, weekday=None))
