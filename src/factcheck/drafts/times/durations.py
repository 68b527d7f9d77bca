"""Durations that lie between two years of their sentence, or from one to the text's, though no words bind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Stated, call, equal
from factcheck.drafts.times.ages import KIND, today
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

_YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 10
_FEWEST_YEARS: Final = 2
_MOST_AFTER_SINCE: Final = 4


def between_years(draft: Draft, duration: Mention) -> Stated | None:
    """That a duration in years lies between two years of its sentence, or has lasted since the one before it.

    None where it does not.
    """
    years = [
        each
        for each in duration.sentence.mentions
        if each.figure.kind is Kind.DATE and len(str(each.figure.value)) == _YEAR_DIGITS
    ]
    if duration.figure.number < _FEWEST_YEARS:
        return None
    for pair in combinations(years, 2):
        start, end = sorted(pair, key=_year)
        if _year(end) - _year(start) == duration.figure.number:
            roles = {"start": start, "end": end, "years": duration}
            lasted = equal(call("years", Name("start"), Name("end"), roles=roles), Name("years"))
            return Stated(KIND, lasted, roles, Confidence.LOW)
    return _since_the_only_year(draft, duration, years)


def since_then(draft: Draft, duration: Mention) -> Stated | None:
    """What has lasted since the date of the sentence before: "Fermé depuis cette nuit-là, il l'est resté cinq ans".

    It cannot have lasted longer than up to the other day that the sentence before names, else up to the text's.
    """
    tokens, preceding = duration.sentence.tokens, draft.preceding(duration.sentence)
    then, lasting = draft.wordings.cue("times", "since then"), draft.wordings.cue("times", "lasted")
    if preceding is None or lasting.before(tokens, duration.lead) is None:
        return None
    if not any(then.at(tokens, at) is not None for at in range(tokens.first, duration.lead)):
        return None
    if any(each.figure.kind is Kind.DATE for each in duration.sentence.mentions):
        return None
    since = draft.wordings.words("times", "since")
    dates = [each for each in preceding.mentions if each.figure.kind is Kind.DATE]
    starts = [date for date in dates if not since.isdisjoint(preceding.words(date.lead - _MOST_AFTER_SINCE, date.lead))]
    if len(starts) != 1:
        return None
    (start,) = starts
    others = [date for date in dates if date is not start and _is_day(date)]
    roles = {"start": start, "years": duration}
    if len(others) == 1 and str(others[0].figure.value) > str(start.figure.value):
        roles["end"] = others[0]
        lasted = call("years", Name("start"), Name("end"), roles=roles)
    elif draft.day is not None and not others:
        lasted = call("years", Name("start"), today(draft), roles=roles)
    else:
        return None
    return Stated(KIND, Comparison(Comparator.AT_LEAST, lasted, Name("years")), roles, Confidence.MEDIUM)


def _is_day(date: Mention) -> bool:
    return len(str(date.figure.value)) == _DAY_DIGITS


def _since_the_only_year(draft: Draft, duration: Mention, years: Sequence[Mention]) -> Stated | None:
    """What has lasted so long: "Montée sur le trône en 1952, elle règne depuis 65 ans", in 2017."""
    lasting = draft.wordings.cue("times", "lasting").before(duration.sentence.tokens, duration.lead)
    if draft.day is None or len(years) != 1 or years[0].position > duration.position or lasting is None:
        return None
    if not 0 <= draft.day.year - _year(years[0]) - duration.figure.number <= 1:
        return None
    roles = {"start": years[0], "years": duration}
    lasted = equal(call("years", Name("start"), today(draft), roles=roles), Name("years"))
    return Stated(KIND, lasted, roles, Confidence.LOW)


def _year(date: Mention) -> int:
    return int(str(date.figure.value))
