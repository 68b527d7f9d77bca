"""Averages beside extremes: "61,5 % en moyenne, avec un pic de 83 % en août", "6 250 en moyenne, de 812 à 41 236"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_word
from factcheck.drafts.prose import MOST_FIGURES, Draft, Mention, Sentence, completed, same_unit
from factcheck.drafts.stated import Candidate, Stated, predicate
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

KIND: Final = "range"
FAMILY: Final = "ranges"
_MOST_PER_UNIT: Final = 4
_MOST_TO_AVERAGE: Final = 4
_MOST_LINKS: Final = 6
_MOST_IN_SPAN: Final = 3
_MOST_TO_DATE: Final = 2
_YEAR_DIGITS: Final = 4
_STEM: Final = 5
_COMMA: Final = ","


_Extremes = tuple[Mention | None, Mention | None]


def find(draft: Draft, sentence: Sentence) -> Iterator[Candidate]:
    """Every average of a sentence with the highest and lowest value that this one or the next gives beside it."""
    telling = draft.wordings.telling(FAMILY, "average after", "average before")
    averages = not telling.isdisjoint(sentence.tokens.words)
    if len(sentence.mentions) > MOST_FIGURES or (not averages and _sentence_about_it(draft, sentence) is None):
        return
    for mention in sentence.mentions:
        if mention.figure.kind in (Kind.DATE, Kind.DURATION, Kind.POINTS) or mention.figure.in_words:
            continue
        end = _end_of_average(draft, mention) if averages else None
        ends: _Extremes = None, None
        if end is not None:
            ends = _range_before(draft, mention) or _extremes_after(draft, mention, end)
        if ends == (None, None) and (end is not None or _is_rate(draft, mention)):
            ends = _in_next_sentence(draft, mention)
        yield from _between(mention, *ends)


def like(one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Two figures in one unit, a bare number with that of the other; None where they are of other things."""
    if one.figure.kind is Kind.DATE or other.figure.kind is Kind.DATE:
        return None
    other = other.read_as(completed(other.figure, one.figure))
    one = one.read_as(completed(one.figure, other.figure))
    return (one, other) if same_unit(one.figure, other.figure) else None


def per_unit(draft: Draft, words: Sequence[str]) -> int:
    """How many of the words say what the figure before them is per: "par jour", "a megawatt-hour"."""
    if not words or words[0] not in draft.wordings.words(FAMILY, "per"):
        return 0
    count = 1
    while count < min(len(words), _MOST_PER_UNIT) and is_word(words[count]):
        if words[count] in draft.wordings.words(FAMILY, "no unit"):
            break
        count += 1
    return count


def compared(comparator: Comparator, *, level: Mention, extreme: Mention) -> Stated:
    """A level and the extreme that it does not lie beyond."""
    roles = {"level": level, "extreme": extreme}
    return Stated(KIND, Comparison(comparator, Name("level"), Name("extreme")), roles, Confidence.MEDIUM)


def _between(average: Mention, low: Mention | None, high: Mention | None) -> Iterator[Candidate]:
    if low is not None and high is not None:
        roles = {"average": average, "lowest": low, "highest": high}
        within = predicate("between", Name("average"), Name("lowest"), Name("highest"))
        yield Stated(KIND, within, roles, Confidence.MEDIUM)
    elif high is not None:
        yield compared(Comparator.AT_MOST, level=average, extreme=high)
    elif low is not None:
        yield compared(Comparator.AT_LEAST, level=average, extreme=low)


def _end_of_average(draft: Draft, mention: Mention) -> int | None:
    """Where the words end that call the figure an average; None where none do."""
    tokens, wordings = mention.sentence.tokens, draft.wordings
    cue = wordings.cue(FAMILY, "average after")
    for at in range(mention.tail, mention.tail + _MOST_TO_AVERAGE + 1):
        found = cue.at(tokens, at)
        if found is not None:
            return found[1]
        if not is_word(tokens.words[at]):
            break
    called = wordings.cue(FAMILY, "average before").before(tokens, mention.lead) is not None
    return mention.tail if called else None


def _is_rate(draft: Draft, mention: Mention) -> bool:
    """Whether it is the level of a rate, which lies between its extremes however long it is taken over."""
    if mention.figure.kind is not Kind.PERCENTAGE or mention.figure.number < 0:
        return False
    tokens, wordings = mention.sentence.tokens, draft.wordings
    return any(wordings.cue(FAMILY, name).before(tokens, mention.lead) is not None for name in ("level", "reached"))


def _is_of_another_time(draft: Draft, extreme: Mention) -> bool:
    """Whether a date right after it sets it apart: "il a culminé à 83 % en 2019"."""
    date = extreme.next
    if date is None or date.figure.kind is not Kind.DATE or date.lead - extreme.tail > _MOST_TO_DATE:
        return False
    value = str(date.figure.value)
    return len(value) == _YEAR_DIGITS or draft.day is None or int(value[:_YEAR_DIGITS]) < draft.day.year - 1


# --- where the extremes stand --------------------------------------------------------------------------------------


def _range_before(draft: Draft, average: Mention) -> _Extremes | None:
    """The bounds right before the average: "de 812 à 41 236, 6 250 en moyenne"."""
    high = average.previous
    low = None if high is None else high.previous
    if high is None or low is None:
        return None
    joined = _span(draft, low, high)
    words = average.sentence.words(high.tail, average.lead)
    linked = len(words) <= _MOST_LINKS and words[:1] == [_COMMA] and _are_links(draft, average, words[1:])
    return None if joined is None or not linked else _in_unit_of(average, *joined)


def _span(draft: Draft, low: Mention, high: Mention) -> tuple[Mention, Mention] | None:
    """Two bounds joined as a range, the lower one first; a few words may date them: "from £38 in August to £131"."""
    tokens, wordings = low.sentence.tokens, draft.wordings
    opened = wordings.cue(FAMILY, "span").before(tokens, low.lead) is not None
    words = tokens.words[low.tail : high.lead]
    joints = wordings.words(FAMILY, "to") | wordings.words(FAMILY, "and")
    if not opened or not words or len(words) > _MOST_IN_SPAN or words[-1] not in joints:
        return None
    return (low, high) if all(is_word(word) for word in words) else None


def _in_unit_of(average: Mention, low: Mention, high: Mention) -> _Extremes | None:
    """Both bounds in the average's unit and in order; else None."""
    lower, higher = like(average, low), like(average, high)
    if lower is None or higher is None or lower[1].figure.number > higher[1].figure.number:
        return None
    return lower[1], higher[1]


def _extremes_after(draft: Draft, average: Mention, end: int) -> _Extremes:
    """The highest and the lowest value after the average, in its own clause or in one that goes on with it."""
    sentence = average.sentence
    following = average.next
    if following is None:
        return None, None
    ranging = draft.wordings.cue(FAMILY, "ranging").before(sentence.tokens, following.lead)
    if ranging is not None and following.next is not None:
        joined = _span(draft, following, following.next)
        linked = ranging[1] >= end and _are_links(draft, average, _without_dates(sentence, end, ranging[1]))
        bounds = _in_unit_of(average, *joined) if linked and joined is not None else None
        return bounds or (None, None)
    return _extremes_from(draft, average, sentence, average.position + 1, end)


def _in_next_sentence(draft: Draft, average: Mention) -> _Extremes:
    """The extremes that the next sentence gives with a pronoun: "Il a culminé à 83 % en août"."""
    following = _sentence_about_it(draft, average.sentence)
    alone = not any(
        each.position > average.position and like(average, each) is not None for each in average.sentence.mentions
    )
    if following is None or not alone:
        return None, None
    first = following.tokens.first
    return _extremes_from(draft, average, following, 0, first + 1)


def _sentence_about_it(draft: Draft, sentence: Sentence) -> Sentence | None:
    """The next sentence, where it begins with a pronoun."""
    following = draft.following(sentence)
    if following is None:
        return None
    begins = following.tokens.words[following.tokens.first]
    return following if begins in draft.wordings.words(FAMILY, "pronouns") else None


def _extremes_from(draft: Draft, average: Mention, sentence: Sentence, position: int, end: int) -> _Extremes:
    """The highest and the lowest value among the mentions from a position on, each linked to what is before it."""
    tokens, wordings = sentence.tokens, draft.wordings
    low: Mention | None = None
    high: Mention | None = None
    for each in sentence.mentions[position:]:
        pair = like(average, each)
        if pair is None:
            continue
        peak = wordings.cue(FAMILY, "highest").before(tokens, each.lead)
        cue = peak or wordings.cue(FAMILY, "lowest").before(tokens, each.lead)
        if cue is None or cue[1] < end or _is_of_another_time(draft, each):
            break
        if not _are_links(draft, average, _without_dates(sentence, end, cue[1])):
            break
        high, low = (pair[1], low) if peak is not None else (high, pair[1])
        end = each.tail
    return low, high


def _are_links(draft: Draft, average: Mention, words: Sequence[str]) -> bool:
    """Whether the words go on with what the average is of: links, and words that were said of it before."""
    links = draft.wordings.words(FAMILY, "links")
    if len(words) > _MOST_LINKS:
        return False
    sentence = average.sentence
    said = {word[:_STEM] for word in sentence.words(sentence.tokens.first, average.lead)}
    return all(word == _COMMA or word in links or (len(word) >= _STEM and word[:_STEM] in said) for word in words)


def _without_dates(sentence: Sentence, first: int, end: int) -> list[str]:
    dates = {at for each in sentence.mentions if each.figure.kind is Kind.DATE for at in range(each.lead, each.tail)}
    return [sentence.tokens.words[at] for at in range(first, end) if at not in dates]
