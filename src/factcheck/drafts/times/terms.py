"""Durations held against the only two years that they can lie between: "closed in 2006, 12 years after … in 1989"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import ENDS
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.drafts.times.ages import KIND, today, year_of
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.reading.tokens import Tokens
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

_FAMILY: Final = "times"
_YEARS: Final = range(1400, 2101)
_YEAR_DIGITS: Final = 4
_FEWEST: Final = 2
_ROUND: Final = 5
_MOST_IN_CLAUSE: Final = 10
_MOST_BETWEEN: Final = 3
_MOST_TO_TERM: Final = 4
_PUNCTUATION: Final = (",", "(", "–", "—", "-", ":", ";", ")", "«", "»", "“", "”", '"', ".", "!", "?")
_COMMAS: Final = (",", ";", ":", "–", "—")
_BESIDE: Final = (",", "–", "—", "(", ":", ";")


def of(draft: Draft, duration: Mention) -> Stated | None:
    """That a duration lies between two years, or has lasted from one to the text's; None where its words are vague."""
    if duration.figure.number < _FEWEST or duration.figure.number.denominator != 1:
        return None
    sentence = duration.sentence
    years = years_of(sentence.mentions)
    if len({str(each.figure.value) for each in years}) != len(years):
        return None
    return (
        _after_an_event(draft, duration, years)
        or _so_much_later(draft, duration, years)
        or _beside_a_span(draft, duration, years)
        or _celebrated(draft, duration, years)
        or _of_a_term(draft, duration, years)
        or _since(draft, duration, years)
    )


def years_of(mentions: Sequence[Mention]) -> list[Mention]:
    """The dates among figures, as years; the bare numbers that look like one, too: "la tour de 1889"."""
    return [year for each in mentions if (year := _as_year(each)) is not None]


def _as_year(mention: Mention) -> Mention | None:
    figure = mention.figure
    if figure.kind is Kind.DATE:
        return (
            year_of(mention) if str(figure.value)[:_YEAR_DIGITS].isdecimal() and "/" not in str(figure.value) else None
        )
    if figure.kind is not Kind.NUMBER or figure.unit or figure.numeral is None:
        return None
    if len(figure.text) != _YEAR_DIGITS or not figure.text.isdecimal() or int(figure.text) not in _YEARS:
        return None
    return mention.read_as(replace(figure, kind=Kind.DATE, value=figure.text, numeral=None))


def between(one: Mention, other: Mention, duration: Mention, confidence: Confidence = Confidence.MEDIUM) -> Stated:
    """That so many years lie between two, in whichever order the text has them."""
    start, end = sorted((one, other), key=lambda each: int(str(each.figure.value)))
    roles = {"start": start, "end": end, "years": duration}
    return Stated(KIND, equal(call("years", Name("start"), Name("end"), roles=roles), Name("years")), roles, confidence)


def _after_an_event(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "closed in 2006, twelve years after it was sold in 1989"; "Douze ans après l'étoile de 1998, … en 2006"."""
    sentence, tokens = duration.sentence, duration.sentence.tokens
    cue = draft.wordings.cue(_FAMILY, "years after").at(tokens, duration.tail)
    later = [each for each in years if each.lead >= duration.tail]
    if cue is None or not later:
        return None
    event = later[0]
    words = sentence.words(cue[1], event.lead)
    if len(words) > _MOST_IN_CLAUSE or not _is_one_clause(draft, words):
        return None
    before = [each for each in years if each.tail <= duration.lead]
    if before:
        apart = sentence.words(before[-1].tail, duration.lead)
        near = len([word for word in apart if word not in _PUNCTUATION]) <= _MOST_BETWEEN
        return between(before[-1], event, duration) if near and len(before) == len(later) == 1 else None
    if len(later) != 2 or later[1].position != event.position + 1:
        return None
    words = sentence.words(event.tail, later[1].lead)
    commas = [word for word in words if word in _COMMAS]
    if commas != [","] and not (commas == [",", ","] and "," in words[-2:]):
        return None  # "after the crash of 2008, which cost billions, …; it was sold in 2016"
    return between(later[1], event, duration)


def _is_one_clause(draft: Draft, words: Sequence[str]) -> bool:
    return not any(word in _COMMAS for word in words)


def _so_much_later(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "was initialled in 1977. It came into force, 13 years later, on the last day of 1999"."""
    sentence, tokens = duration.sentence, duration.sentence.tokens
    later = draft.wordings.cue(_FAMILY, "later").at(tokens, duration.tail)
    if later is None or not years or not _has_only(sentence, duration):
        return None
    arrival = years[-1]
    if arrival.lead < duration.tail or len(years) > 2:
        return None
    words = sentence.words(later[1], arrival.lead)
    if len([word for word in words if word not in _COMMAS]) > _MOST_IN_CLAUSE // 2 or ";" in words:
        return None
    if len(years) == 2:
        return between(years[0], arrival, duration) if years[0].tail <= duration.lead else None
    preceding = draft.preceding(sentence)
    earlier = [] if preceding is None else years_of(preceding.mentions)
    return between(earlier[0], arrival, duration) if len(earlier) == 1 else None


def _beside_a_span(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "De 1936 à 1973, vingt-sept ans d'interdiction"; "from 1987 until he was ousted in 2017 – 40 years"."""
    sentence, tokens, wordings = duration.sentence, duration.sentence.tokens, draft.wordings
    if len(years) != 2 or years[1].tail > duration.lead or not _has_only(sentence, duration):
        return None
    start, end = years
    if wordings.cue(_FAMILY, "span opens").before(tokens, start.lead) is None:
        return None
    joined = wordings.cue(_FAMILY, "span joints").at(tokens, start.tail)
    if joined is None:
        return None
    words = sentence.words(joined[1], end.lead)
    until = wordings.words(_FAMILY, "until")
    if words and (len(words) > _MOST_IN_CLAUSE or until.isdisjoint(tokens.words[start.tail : joined[1]])):
        return None
    if any(word in _COMMAS for word in words) or int(str(start.figure.value)) >= int(str(end.figure.value)):
        return None
    after = sentence.words(end.tail, duration.lead)
    held = wordings.cue(_FAMILY, "held for").before(tokens, duration.lead)
    if len(after) == 1 and after[0] in _BESIDE:
        short = duration.figure.number * 2 <= int(str(end.figure.value)) - int(str(start.figure.value))
        return None if short else between(start, end, duration)
    if held is None or not after or after[0] not in _BESIDE or len(after) > _MOST_IN_CLAUSE // 2:
        return None
    return between(start, end, duration)


def _celebrated(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "Créé en 1975, le festival célébrait ses 56 ans en 2021"; "pour ses 120 ans, en 2019, la tour de 1889"."""
    sentence, tokens, wordings = duration.sentence, duration.sentence.tokens, draft.wordings
    if len(years) != 2 or wordings.cue(_FAMILY, "celebrates").before(tokens, duration.lead) is None:
        return None
    began, then = sorted(years, key=lambda each: int(str(each.figure.value)))
    near = sentence.words(duration.tail, then.lead) if then.lead >= duration.tail else None
    if near is None or len(near) > _MOST_BETWEEN or not wordings.words(_FAMILY, "born people").isdisjoint(tokens.words):
        return None
    return between(began, then, duration)


def _of_a_term(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "Elected for a four-year term in November 2022, … will have to leave office in 2028"."""
    sentence, tokens, wordings = duration.sentence, duration.sentence.tokens, draft.wordings
    if len(years) != 2 or years[0].tail > years[1].lead or not _has_only(sentence, duration):
        return None
    start, end = years
    if int(str(start.figure.value)) >= int(str(end.figure.value)):
        return None
    around = sentence.words(duration.lead - _MOST_TO_TERM, duration.tail + _MOST_TO_TERM)
    is_term = not wordings.words(_FAMILY, "terms").isdisjoint(around)
    is_left = wordings.cue(_FAMILY, "ahead").before(tokens, duration.lead) is not None
    ends = sentence.words(start.tail, end.lead)
    if not wordings.words(_FAMILY, "other terms").isdisjoint(sentence.words(tokens.first, tokens.last)):
        return None
    if wordings.words(_FAMILY, "comes to an end").isdisjoint(ends):
        return None
    if is_left and duration.lead >= end.tail and tokens.words[end.tail] in _BESIDE:
        return between(start, end, duration)
    return between(start, end, duration) if is_term and not is_left else None


def _since(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """As in "mariés depuis 2017, dix-huit ans de bonheur", and "cela fait 35 ans que je suis ici, depuis 1990"."""
    sentence, tokens, wordings = duration.sentence, duration.sentence.tokens, draft.wordings
    if draft.day is None or not years or not _has_only(sentence, duration):
        return None
    others = [each for each in years if str(each.figure.value) != str(draft.day.year)]
    if len(others) != 1 or len(years) > 2:
        return None
    (year,) = others
    since = wordings.cue(_FAMILY, "since").before(tokens, year.lead)
    ago = wordings.cue(_FAMILY, "ago before").before(tokens, duration.lead)
    if (ago or wordings.cue(_FAMILY, "ago after").at(tokens, duration.tail)) and _began_then(draft, year, duration):
        return _until_today(draft, year, duration)
    told = wordings.cue(_FAMILY, "it makes").before(tokens, duration.lead) is not None
    if since is None and not told:
        return None
    after = sentence.words(year.tail, duration.lead)
    beside = len(after) == 1 and after[0] in _BESIDE and since is not None
    if not (beside and _goes_on(draft, duration)) and not (told and since is not None):
        return None
    return _until_today(draft, year, duration)


def _began_then(draft: Draft, year: Mention, duration: Mention) -> bool:
    """Whether something is told to have begun in the year, and nothing parts it from "so many years ago"."""
    began = draft.wordings.cue(_FAMILY, "began").before(year.sentence.tokens, year.lead)
    words = year.sentence.words(year.tail, duration.lead)
    if began is None or year.lead > duration.lead or len(words) > _MOST_IN_CLAUSE * 2 or words.count(",") > 1:
        return False
    return not draft.wordings.words(_FAMILY, "breaks").intersection(words) - {","}


def _until_today(draft: Draft, year: Mention, duration: Mention) -> Stated:
    figure = duration.figure
    if figure.number % _ROUND == 0 and figure.hedge is Hedge.NONE:
        duration = duration.read_as(replace(figure, hedge=Hedge.ABOUT))
    roles = {"year": year, "years": duration}
    lasted = call("years", Name("year"), today(draft), roles=roles)
    return Stated(KIND, equal(lasted, Name("years")), roles, Confidence.MEDIUM)


def _goes_on(draft: Draft, duration: Mention) -> bool:
    """Whether the duration is a phrase by itself, or one of what it was: "dix-huit ans de bonheur"."""
    word = duration.sentence.tokens.words[duration.tail]
    return word in ENDS or word in draft.wordings.words(_FAMILY, "years of")


def in_tables(draft: Draft) -> Iterator[Stated]:
    """The years that a column gives beside the only two years of each row."""
    text = draft.document.text
    for table in draft.document.tables:
        heads = [Tokens(text, *cell) for cell in table.rows[0]] if table.head and table.rows else []
        cue = draft.wordings.cue(_FAMILY, "how long")
        columns = [at for at, head in enumerate(heads) if (found := cue.at(head, head.first)) and found[1] == head.last]
        if len(columns) != 1:
            continue
        for row in table.rows[table.head :]:
            told = draft.mentions_in(*row[columns[0]]) if columns[0] < len(row) else []
            others = [each for at, cell in enumerate(row) if at != columns[0] for each in draft.mentions_in(*cell)]
            years = years_of(others)
            if len(told) == 1 and len(years) == len(others) == 2 and (duration := _in_years(told[0])) is not None:
                yield between(years[0], years[1], duration)


def _in_years(mention: Mention) -> Mention | None:
    figure = mention.figure
    if figure.kind is Kind.DURATION:
        return mention if figure.unit == "year" else None
    if figure.kind is not Kind.NUMBER or figure.unit:
        return None
    return mention.read_as(replace(figure, kind=Kind.DURATION, unit="year"))


def _has_only(sentence: Sentence, duration: Mention) -> bool:
    """Whether the sentence tells no other duration."""
    return all(each is duration or each.figure.kind is not Kind.DURATION for each in sentence.mentions)
