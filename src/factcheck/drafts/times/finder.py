"""Dates and how long lies between them: the kinds weekday and duration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.prose import MOST_FIGURES, Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.drafts.times import ages, anniversaries, terms, weekdays
from factcheck.drafts.times.durations import between_years, since_then
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

KIND: Final = ages.KIND
_FAMILY: Final = "times"
_YEAR_DIGITS: Final = 4
_SPAN_DIGITS: Final = 9
_DAY_DIGITS: Final = 10
_ROUND_YEARS: Final = 5
_MOST_TO_EXTREME: Final = 3
_MOST_AFTER: Final = 2
_MOST_TO_LEVELS: Final = 8
_CHANGES: Final = (Kind.PERCENTAGE, Kind.POINTS, Kind.MULTIPLE, Kind.RATIO)
_PUNCTUATION: Final = (",", "(", "–", "—", "-", ";", ":", ")")
_ENDS: Final = (",", ")", "–", "—", ".", ";", ":", "", "»", "”")
_OTHER_TIME: Final = Phrase("the sentence may be told from another time than that of the text")


def find(draft: Draft) -> Iterator[Candidate]:
    """Every weekday printed with its date, every duration beside the dates that it lies between, every age."""
    yield from weekdays.find(draft)
    yield from anniversaries.find(draft)
    yield from terms.in_tables(draft)
    for sentence in draft.sentences:
        dates = [mention for mention in sentence.mentions if mention.figure.kind is Kind.DATE]
        if len(sentence.mentions) > MOST_FIGURES or not (dates or _speaks_of_then(draft, sentence)):
            continue
        for mention in sentence.mentions:
            if mention.figure.kind is not Kind.DATE:
                candidate = ages.of(draft, mention) or (_lasting(draft, mention) if _in_years(mention.figure) else None)
                if candidate is not None:
                    yield candidate


def _speaks_of_then(draft: Draft, sentence: Sentence) -> bool:
    """Whether the sentence may go on from a date of the one before: "fermé depuis cette nuit-là"."""
    return not draft.wordings.telling(_FAMILY, "since then").isdisjoint(sentence.tokens.words)


def _in_years(figure: Figure) -> bool:
    return figure.kind is Kind.DURATION and figure.unit == "year"


def _lasting(draft: Draft, duration: Mention) -> Candidate | None:
    tokens = duration.sentence.tokens
    before = tokens.words[max(tokens.first, duration.lead - _MOST_TO_EXTREME) : duration.first]
    if not draft.wordings.words(_FAMILY, "extremes").isdisjoint(before):
        return None  # "the lowest for three years; in 2022 it stood at 4.9%": a window, not a term
    found = (
        _over_a_span(draft, duration)
        or _beside_levels(draft, duration)
        or _after_another(draft, duration)
        or _since_or_until(draft, duration)
    )
    if isinstance(found, Stated):
        return found
    return terms.of(draft, duration) or found or since_then(draft, duration) or between_years(draft, duration)


def _stated(start: Mention, end: Mention, duration: Mention, confidence: Confidence = Confidence.HIGH) -> Stated:
    roles = {"start": start, "end": end, "years": duration}
    return Stated(KIND, equal(call("years", Name("start"), Name("end"), roles=roles), Name("years")), roles, confidence)


# --- from one date to another -------------------------------------------------------------------------------------


def _over_a_span(draft: Draft, duration: Mention) -> Candidate | None:
    """Two dates of a span right before the duration or right after it: "de 2015 à 2024, soit neuf ans"."""
    tokens, wordings = duration.sentence.tokens, draft.wordings
    before, after = duration.previous, duration.next
    ends = None if before is None else _ends_of_span(draft, before, backwards=True)
    if before is not None and ends is not None:
        cue = wordings.cue(_FAMILY, "in so many").before(tokens, duration.lead)
        if cue is not None and _only_punctuation(duration.sentence, before.tail, cue[1]):
            return _stated(*ends, duration)
    ends = None if after is None else _ends_of_span(draft, after, backwards=False)
    if after is None or ends is None or wordings.cue(_FAMILY, "for so many").before(tokens, duration.lead) is None:
        return None
    opening = wordings.cue(_FAMILY, "span").before(tokens, after.lead)
    if opening is None or not duration.tail <= opening[1] <= duration.tail + _MOST_AFTER + 1:
        return None
    served = tokens.words[max(tokens.first, duration.lead - _MOST_TO_LEVELS) : duration.lead]
    if not wordings.words(_FAMILY, "sentences").isdisjoint(served):
        return None
    words = tokens.words[duration.tail : opening[1]]
    named = [word for word in words if word not in _PUNCTUATION]
    return _stated(*ends, duration) if all(word.isalpha() for word in named) else None


def _ends_of_span(draft: Draft, beside: Mention, *, backwards: bool) -> tuple[Mention, Mention] | None:
    """The two years of "2015 à 2024" or "2015-2024", the earlier one first; `beside` is next to the duration."""
    value = str(beside.figure.value)
    if beside.figure.kind is Kind.DATE and len(value) == _SPAN_DIGITS and value[_YEAR_DIGITS] == "/":
        start, end = (beside.read_as(replace(beside.figure, value=year)) for year in value.split("/"))
        return start, end
    other = beside.previous if backwards else beside.next
    if other is None or not (_is_year(beside) and _is_year(other)):
        return None
    first, last = (other, beside) if backwards else (beside, other)
    if not _year(first) < _year(last):
        return None
    joint = draft.wordings.cue(_FAMILY, "span joints").at(beside.sentence.tokens, first.tail)
    return (first, last) if joint is not None and joint[1] == last.lead else None


def _beside_levels(draft: Draft, duration: Mention) -> Candidate | None:
    """Two levels with their years, and how long the change took: "De 9 240 en 2014 à 6 160 en 2024, en dix ans"."""
    sentence = duration.sentence
    cue = draft.wordings.cue(_FAMILY, "took").before(sentence.tokens, duration.lead)
    dates = [mention for mention in sentence.mentions if mention.figure.kind is Kind.DATE]
    if cue is None or len(dates) != 2 or not all(_is_year(date) and _dates_a_level(draft, date) for date in dates):
        return None
    one, other = dates
    if duration.position > other.position:
        near = _reaches(draft, other, duration)
        bound = one.position < other.position - 1
    else:
        level = one.previous
        near = level is not None and duration.position < level.position and _reaches(draft, duration, level)
        bound = draft.wordings.cue(_FAMILY, "beside").before(sentence.tokens, _level(other).lead) is not None
    if not (near and bound) or _year(one) == _year(other) or not _alike(_level(one), _level(other)):
        return None
    start, end = sorted(dates, key=_year)
    return _stated(start, end, duration, Confidence.MEDIUM)


def _level(date: Mention) -> Mention:
    assert date.previous is not None, "asked only of a date that follows a level"
    return date.previous


def _dates_a_level(draft: Draft, date: Mention) -> bool:
    """Whether the date stands right after a number: "6 160 en 2024", "5,210 in 2015"."""
    level = date.previous
    if level is None or level.figure.kind in (Kind.DATE, Kind.DURATION, *_CHANGES):
        return False
    cue = draft.wordings.cue(_FAMILY, "dates a level").before(date.sentence.tokens, date.lead)
    return cue is not None and cue[1] == level.tail


def _alike(one: Mention, other: Mention) -> bool:
    """Whether the two may be levels of one thing: of one unit, or one of them without any."""
    units = {one.figure.unit, other.figure.unit} - {""}
    return len(units) <= 1


def _reaches(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether few words stand between the two, no clause ends among them, and no figure but a change."""
    between = one.sentence.mentions[one.position + 1 : other.position]
    if len(between) > 1 or any(each.figure.kind not in _CHANGES for each in between):
        return False
    words = one.sentence.words(one.tail, other.lead)
    breaks = draft.wordings.words(_FAMILY, "breaks")
    return len(words) <= _MOST_TO_LEVELS + 2 * len(between) and breaks.isdisjoint(words)


def _after_another(draft: Draft, duration: Mention) -> Candidate | None:
    """A date so many years from the sentence's other one: "fondé en 1998, … dix ans plus tard, en 2008"."""
    sentence, wordings = duration.sentence, draft.wordings
    year = duration.next
    dates = [mention for mention in sentence.mentions if mention.figure.kind is Kind.DATE]
    if year is None or len(dates) != 2 or dates[1] is not year or not all(map(_is_year, dates)):
        return None
    for name in ("later", "earlier"):
        cue = wordings.cue(_FAMILY, name).at(sentence.tokens, duration.tail)
        if cue is not None and _is_bound(draft, sentence, cue[1], year):
            start, end = (dates[0], year) if name == "later" else (year, dates[0])
            return _stated(start, end, duration, Confidence.MEDIUM)
    return None


# --- from a date to that of the text, or on ------------------------------------------------------------------------


def _since_or_until(draft: Draft, duration: Mention) -> Candidate | None:
    """A duration up to the document's date, or from it, and the date at its other end right beside it."""
    for date, ahead in _other_ends(draft, duration):
        year = ages.year_of(date)
        if draft.day is None:
            return LeftAlone(KIND, (duration, year), ages.NOT_DATED)
        others = _dates_before(draft, date)
        if not _lies_there(draft, year, ahead=ahead) or (others and ahead):
            return LeftAlone(KIND, (duration, year), _OTHER_TIME)
        roles = {"year": year, "years": _loosely_meant(duration)}
        now = ages.today(draft)
        start, end = (now, Name("year")) if ahead else (Name("year"), now)
        stated = Stated(KIND, equal(call("years", start, end, roles=roles), Name("years")), roles)
        otherwise = tuple(_stated(year, ages.year_of(other), roles["years"], Confidence.MEDIUM) for other in others)
        return replace(stated, confidence=Confidence.MEDIUM, otherwise=otherwise) if otherwise else stated
    return None


def _loosely_meant(duration: Mention) -> Mention:
    """The duration, about so long where it is a round number of years: "il y a trente ans, en 1996", said in 2025."""
    figure = duration.figure
    is_round = figure.number >= 2 * _ROUND_YEARS and figure.number % _ROUND_YEARS == 0
    return duration.read_as(replace(figure, hedge=Hedge.ABOUT)) if is_round and figure.hedge is Hedge.NONE else duration


def _lies_there(draft: Draft, year: Mention, *, ahead: bool) -> bool:
    """Whether the year lies ahead of the text, or behind it, as the words have it; else another time tells them."""
    assert draft.day is not None, "asked only of a draft with a date"
    now = str(draft.day.year)
    return _year(year) == now or ahead == (_year(year) > now)


def _dates_before(draft: Draft, date: Mention) -> list[Mention]:
    """The dates before another from which "ten years ago" may be counted: not of the text's time, nor of a birth."""
    assert draft.day is not None, "asked only of a draft with a date"
    near = (str(draft.day.year), str(draft.day.year - 1))
    tokens, born = date.sentence.tokens, draft.wordings.cue(_FAMILY, "born")
    return [
        each
        for each in date.sentence.mentions[: date.position]
        if each.figure.kind is Kind.DATE
        and not str(each.figure.value).startswith(near)
        and born.before(tokens, each.lead) is None
    ]


def _other_ends(draft: Draft, duration: Mention) -> Iterator[tuple[Mention, bool]]:
    """The dates that stand at the other end of the duration, and whether that lies ahead."""
    sentence, wordings = duration.sentence, draft.wordings
    tokens, before, after = sentence.tokens, duration.previous, duration.next
    leading = {
        name: cue
        for name in ("ahead", "ago before", "lasting", "so many")
        if (cue := wordings.cue(_FAMILY, name).before(tokens, duration.lead)) is not None
    }
    trailing = {
        name: cue
        for name in ("ahead after", "ago after")
        if (cue := wordings.cue(_FAMILY, name).at(tokens, duration.tail)) is not None
    }
    if not leading and not trailing:
        return
    ahead = "ahead after" in trailing or ("ahead" in leading and "ago after" not in trailing)
    end = max((cue[1] for cue in trailing.values()), default=duration.tail)
    says_when = bool(trailing) or not leading.keys().isdisjoint(("ahead", "ago before", "lasting"))
    if says_when and after is not None and _is_year(after) and _is_bound(draft, sentence, end, after):
        yield after, ahead
    elif before is not None and (_is_year(before) or (_is_day(before) and not ahead)):
        first = min((cue[1] for cue in leading.values()), default=duration.lead)
        beside = _only_punctuation(sentence, before.tail, first) and tokens.words[end] in _ENDS
        since = wordings.cue(_FAMILY, "since").before(tokens, before.lead) is not None
        began = wordings.cue(_FAMILY, "began").before(tokens, before.lead) is not None
        if beside and (trailing or "ahead" in leading or "ago before" in leading):
            yield before, ahead
        elif (beside and (since or began) and "so many" in leading) or (
            "lasting" in leading
            and began
            and before.position == 0
            and not _is_a_term(draft, leading["lasting"][1], duration)
        ):
            yield before, False


def _is_a_term(draft: Draft, first: int, duration: Mention) -> bool:
    """Whether the words before "for ten years" are of what runs so long, or another date follows: no time gone by."""
    runs = duration.sentence.tokens.words[first - 1] in draft.wordings.words(_FAMILY, "runs")
    return runs or any(each.figure.kind is Kind.DATE for each in duration.sentence.mentions[duration.position :])


def _is_bound(draft: Draft, sentence: Sentence, end: int, year: Mention) -> bool:
    """Whether the date follows directly, as in "…, en 2030"."""
    cue = draft.wordings.cue(_FAMILY, "in the year").before(sentence.tokens, year.lead)
    return cue is not None and end < cue[1] and _only_punctuation(sentence, end, cue[1])


def _is_year(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE and len(str(mention.figure.value)) == _YEAR_DIGITS


def _is_day(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE and len(str(mention.figure.value)) == _DAY_DIGITS


def _year(mention: Mention) -> str:
    return str(mention.figure.value)


def _only_punctuation(sentence: Sentence, first: int, end: int) -> bool:
    return all(word in _PUNCTUATION for word in sentence.words(first, end))
