"""Dates and the weekdays that the words beside them put them on: "Le 14 juin 2025 était un vendredi"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import CLOSING, DASHES, ENDS, OPENING
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Judged
from factcheck.figures.figure import Kind
from factcheck.kinds import weekday
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Confidence

_FAMILY: Final = "times"
_DAY_DIGITS: Final = 10
_YEAR_DIGITS: Final = 4
_BULLETS: Final = ("*", "-", "•", "|")
_PARTING: Final = (",", ":", ";")
_LOOK_AHEAD: Final = 80
_NEAR: Final = timedelta(days=190)
"""A date without its year lies no further from the text's than this."""


def find(draft: Draft) -> Iterator[Judged]:
    """Every day with a weekday: printed with it, said of it in its sentence or the next one, or in its table's row."""
    found: set[Mention] = set()
    dates = [mention for mention in draft.mentions if is_day(mention)]
    for mention in dates:
        if mention.figure.weekday is not None:
            yield _judged(draft, mention, Confidence.HIGH)
            continue
        named = _after(draft, mention) or _before(draft, mention)
        if named is not None:
            found.add(mention)
            yield _judged(draft, named, Confidence.HIGH)
        elif (later := _in_the_next_sentence(draft, mention, dates)) is not None:
            yield later
    if dates and draft.document.tables:
        yield from _in_rows(draft, found)


def is_day(mention: Mention) -> bool:
    """Whether a figure is a full date."""
    return mention.figure.kind is Kind.DATE and len(str(mention.figure.value)) == _DAY_DIGITS


def _judged(draft: Draft, mention: Mention, confidence: Confidence, quote: str = "") -> Judged:
    """The date as its weekday has it; `quote` holds both where the weekday stands in another sentence or cell."""
    mention = _in_its_year(draft, mention)
    evidence = draft.evidence(mention)
    finding = weekday.finding("", replace(evidence, quote=quote) if quote else evidence)
    return Judged(replace(finding, relation=replace(finding.relation, confidence=confidence)), (mention,))


def _in_its_year(draft: Draft, mention: Mention) -> Mention:
    """The date in the year before or after the text's where it is printed without any, is near, and holds there.

    In December "mardi 6 janvier" is of the next year.
    """
    figure = mention.figure
    value = str(figure.value)
    if draft.day is None or value[:_YEAR_DIGITS] != str(draft.day.year) or value[:_YEAR_DIGITS] in figure.text:
        return mention
    for year in (draft.day.year, draft.day.year - 1, draft.day.year + 1):
        text = f"{year:04d}{value[_YEAR_DIGITS:]}"
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue  # 29 February
        if day.weekday() == figure.weekday and (year == draft.day.year or abs(day - draft.day) <= _NEAR):
            return replace(mention, figure=replace(figure, value=text))
    return mention


def _with(mention: Mention, name: int, *, lead: int | None = None, tail: int | None = None) -> Mention:
    """The date as one of a weekday, in a place that holds both."""
    return replace(
        mention,
        figure=replace(mention.figure, weekday=name),
        lead=mention.lead if lead is None else lead,
        tail=mention.tail if tail is None else tail,
    )


# --- in its sentence -----------------------------------------------------------------------------------------------


def _after(draft: Draft, mention: Mention) -> Mention | None:
    """The date with the weekday right after it: "4 July 2024, a Tuesday", "le 1er septembre (un mardi)"."""
    tokens, wordings = mention.sentence.tokens, draft.wordings
    opened = mention.tail
    if tokens.words[opened] in (",", *OPENING, *DASHES):
        opened += 1
    falls = wordings.cue(_FAMILY, "falls on").at(tokens, opened) or wordings.cue(_FAMILY, "a day").at(tokens, opened)
    first = opened if falls is None else falls[1]
    found = draft.lexicon.weekdays.at(tokens, first)
    if found is None or first == mention.tail:
        return None
    name, end = found
    beyond = wordings.cue(_FAMILY, "after a weekday").at(tokens, end)
    if tokens.words[end] not in ENDS and (
        beyond is None and (falls is None or tokens.words[end] not in draft.lexicon.conjunctions)
    ):
        return None
    if draft.lexicon.weekdays.at(tokens, end + 1) is not None:
        return None  # "le 3 mars, lundi, mardi et mercredi"
    return _with(mention, name, tail=end)


def _before(draft: Draft, mention: Mention) -> Mention | None:
    """The date with the weekday before it: "Monday (11 March)", "un vendredi, le 14 juillet 2025", "* Mon 6 April"."""
    tokens, wordings = mention.sentence.tokens, draft.wordings
    first = mention.lead - 1
    if tokens.is_capital(first) and (first == tokens.first or tokens.words[first - 1] in _BULLETS):
        short = wordings.cue(_FAMILY, "short weekdays").at(tokens, first)
        if short is not None:
            return _with(mention, int(short[0]), lead=first)
    weekdays = draft.lexicon.weekdays
    enclosed = tokens.words[mention.lead - 1] in OPENING and tokens.words[mention.tail] in CLOSING
    if enclosed:
        found = weekdays.before(tokens, mention.lead - 1)
        return None if found is None else _with(mention, found[0], lead=found[1], tail=mention.tail + 1)
    joint = wordings.cue(_FAMILY, "day after its weekday").before(tokens, mention.lead)
    first = mention.lead if joint is None else joint[1]
    parted = tokens.words[first - 1] in _PARTING
    found = weekdays.before(tokens, first - parted)
    if found is None:
        return None
    if not parted:  # "Thursday the 24th of February 2022"
        return _with(mention, found[0], lead=found[1]) if joint is not None else None
    a_day = wordings.cue(_FAMILY, "a day").before(tokens, found[1])
    return None if a_day is None else _with(mention, found[0], lead=a_day[1])


def _in_the_next_sentence(draft: Draft, mention: Mention, dates: list[Mention]) -> Judged | None:
    """The date with the weekday that the next sentence opens with: "… on 12 December 2019. That Tuesday was cold"."""
    sentence = mention.sentence
    if any(other is not mention and other.sentence is sentence for other in dates):
        return None
    if any(each is not mention for each in sentence.mentions[mention.position :]) or sentence.is_of_title:
        return None
    end = draft.text.find("\n", sentence.stop, sentence.stop + _LOOK_AHEAD)
    tokens = Tokens(draft.text, sentence.stop, min(len(draft.text), sentence.stop + _LOOK_AHEAD) if end < 0 else end)
    opening = draft.wordings.cue(_FAMILY, "that day").at(tokens, tokens.first)
    found = None if opening is None else draft.lexicon.weekdays.at(tokens, opening[1])
    if found is None or tokens.words[found[1]] in (*draft.lexicon.conjunctions, "'"):
        return None
    quote = draft.text[mention.start : tokens.ends[found[1] - 1]]
    return _judged(draft, _with(mention, found[0]), Confidence.MEDIUM, quote)


# --- in tables -----------------------------------------------------------------------------------------------------


def _in_rows(draft: Draft, known: set[Mention]) -> Iterator[Judged]:
    """The one date of a row and its one weekday, where both stand by themselves in their cells."""
    text = draft.document.text
    for table in draft.document.tables:
        for row in table.rows[table.head :]:
            named = [(at, name) for at, cell in enumerate(row) if (name := _weekday_in(draft, *cell)) is not None]
            days = [(at, day) for at, cell in enumerate(row) for day in draft.mentions_in(*cell) if is_day(day)]
            if len(named) != 1 or len(days) != 1:
                continue
            (column, name), (other, day) = named[0], days[0]
            if abs(column - other) == 1 and day not in known and day.figure.weekday is None:
                first, last = min(row[column][0], row[other][0]), max(row[column][1], row[other][1])
                quote = text[first:last] if draft.text is text else ""
                yield _judged(draft, _with(day, name), Confidence.HIGH, quote)


def _weekday_in(draft: Draft, start: int, end: int) -> int | None:
    """The weekday that a cell consists of."""
    tokens = Tokens(draft.document.text, start, end)
    named = draft.lexicon.weekdays.at(tokens, tokens.first)
    return named[0] if named is not None and named[1] == tokens.last else None
