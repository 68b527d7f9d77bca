"""Averages beside the only range of their passage, and what is said to lie inside one, whatever words lie between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.extremes.averages import FAMILY, KIND, like
from factcheck.drafts.links import is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Stated, predicate
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.reading.tokens import Tokens
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

_MOST_IN_SPAN: Final = 4
_MOST_AFTER: Final = 4
_MOST_BEFORE: Final = 8
_MOST_TO_RANGE: Final = 14
_KINDS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENTAGE, Kind.DURATION)
_THREE: Final = 3


def find(draft: Draft, known: set[Sentence]) -> Iterator[Candidate]:
    """Every average that is the third figure of its passage beside the two ends of a range, and every row of a table.

    `known` are the sentences in which an average was found already.
    """
    words, wordings = draft.words, draft.wordings
    averages = wordings.words(FAMILY, "averages")
    if not averages.isdisjoint(words):
        for sentence in draft.sentences:
            if sentence not in known and not averages.isdisjoint(sentence.tokens.words):
                yield from _of_three(draft, sentence)
    if not wordings.words(FAMILY, "inside").isdisjoint(words):
        for sentence in draft.sentences:
            yield from _inside(draft, sentence)
    yield from _in_tables(draft)


def _of_three(draft: Draft, sentence: Sentence) -> Iterator[Candidate]:
    """One average, and the two ends of the range in its sentence or in the one before."""
    figures = _figures(sentence)
    marked = [each for each in figures if _is_average(draft, each)]
    if len(marked) != 1 or not draft.wordings.words(FAMILY, "of others").isdisjoint(sentence.tokens.words):
        return
    (average,) = marked
    others = [each for each in figures if each is not average]
    if not others:
        preceding = draft.preceding(sentence)
        others = [] if preceding is None else _figures(preceding)
    if len(others) != 2:
        return
    low, high = others
    if not _is_span(draft, low, high) or _is_of_another_clause(draft, average, low):
        return
    lower, higher = like(average, low), like(average, high)
    if lower is None or higher is None or not lower[1].figure.number < higher[1].figure.number:
        return
    roles = {"average": higher[0], "lowest": lower[1], "highest": higher[1]}
    yield Stated(KIND, predicate("between", Name("average"), Name("lowest"), Name("highest")), roles, Confidence.MEDIUM)


def _is_of_another_clause(draft: Draft, average: Mention, low: Mention) -> bool:
    """Whether the range has a subject of its own: "The average ticket was £74, and flights ranged from …"."""
    words = average.sentence.words(average.tail, low.lead) if average.sentence is low.sentence else []
    return not draft.lexicon.conjunctions.isdisjoint(words) or ";" in words


def _figures(sentence: Sentence) -> list[Mention]:
    return [each for each in sentence.mentions if each.figure.kind is not Kind.DATE]


def _is_average(draft: Draft, mention: Mention) -> bool:
    """Whether a word for averages stands before the figure, no other between, or right after it."""
    if mention.figure.kind not in _KINDS or mention.figure.in_words:
        return False
    sentence, averages = mention.sentence, draft.wordings.words(FAMILY, "averages")
    previous = mention.previous
    first = max(sentence.tokens.first if previous is None else previous.tail, mention.lead - _MOST_BEFORE)
    if not averages.isdisjoint(sentence.words(first, mention.lead)):
        return ";" not in sentence.words(first, mention.lead)[-2:]
    following = mention.next
    last = min(sentence.tokens.last if following is None else following.lead, mention.tail + _MOST_AFTER)
    words = sentence.words(mention.tail, last)
    stop = next((at for at, word in enumerate(words) if not is_word(word)), len(words))
    return not averages.isdisjoint(words[:stop])


def _is_span(draft: Draft, low: Mention, high: Mention) -> bool:
    """Whether two figures are the ends of a range: "de 20 à 27", "between €40m and €55m", "68-79"."""
    if high.position != low.position + 1 or low.figure.hedge is not Hedge.NONE or high.figure.hedge is not Hedge.NONE:
        return False
    tokens, wordings = low.sentence.tokens, draft.wordings
    between = tokens.words[low.tail : high.lead]
    if not between or len(between) > _MOST_IN_SPAN:
        return False
    if between[-1] in wordings.words(FAMILY, "to") or between[-1] in ("-", "–", "—"):
        return len(between) <= 2
    opened = wordings.cue(FAMILY, "between").before(tokens, low.lead) is not None
    return opened and between[-1] in wordings.words(FAMILY, "and")


def _inside(draft: Draft, sentence: Sentence) -> Iterator[Candidate]:
    """A figure that words put inside the range after it: "6.4 per cent, remains inside the bank's range of 2 to 6"."""
    inside = draft.wordings.words(FAMILY, "inside")
    if inside.isdisjoint(sentence.tokens.words):
        return
    figures = _figures(sentence)
    if len(figures) != _THREE:
        return
    value, low, high = figures
    words = sentence.words(value.tail, low.lead)
    if len(words) > _MOST_TO_RANGE or inside.isdisjoint(words) or not _is_span(draft, low, high):
        return
    if draft.wordings.words(FAMILY, "ranges").isdisjoint(words[-3:]):
        return
    if draft.wordings.cue(FAMILY, "within").before(sentence.tokens, low.lead) is not None:
        return  # found right beside the range
    if not draft.wordings.words(FAMILY, "outside").isdisjoint(sentence.tokens.words):
        return
    lower, higher = like(value, low), like(value, high)
    if lower is None or higher is None or not lower[1].figure.number < higher[1].figure.number:
        return
    roles = {"value": higher[0], "low": lower[1], "high": higher[1]}
    yield Stated(KIND, predicate("between", Name("value"), Name("low"), Name("high")), roles, Confidence.MEDIUM)


def _in_tables(draft: Draft) -> Iterator[Candidate]:
    """The average of each row beside its lowest and highest value, as the heads of a table name them."""
    heads = ("low head", "average head", "high head")
    for table in draft.document.tables:
        if not table.head or not table.rows:
            continue
        columns = [_column(draft, table.rows[0], name) for name in heads]
        if None in columns:
            continue
        for row in table.rows[table.head :]:
            found = [_only(draft, row, column) for column in columns if column is not None]
            figures = [each for each in found if each is not None]
            if len(figures) == _THREE and figures[0].figure.number < figures[2].figure.number:
                roles = {"lowest": figures[0], "average": figures[1], "highest": figures[2]}
                between = predicate("between", Name("average"), Name("lowest"), Name("highest"))
                yield Stated(KIND, between, roles, Confidence.HIGH)


def _column(draft: Draft, row: Sequence[tuple[int, int]], name: str) -> int | None:
    names = draft.wordings.words(FAMILY, name)
    found = []
    for at, cell in enumerate(row):
        tokens = Tokens(draft.document.text, *cell)
        if not names.isdisjoint(tokens.words[tokens.first : tokens.last]):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _only(draft: Draft, row: Sequence[tuple[int, int]], column: int) -> Mention | None:
    told = draft.mentions_in(*row[column]) if column < len(row) else ()
    return told[0] if len(told) == 1 and told[0].figure.kind in _KINDS else None
