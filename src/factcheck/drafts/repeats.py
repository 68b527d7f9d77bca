"""One thing with two values in the body: "Le parc compte 212 lits", and further down "les 221 lits du parc"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from factcheck.drafts.common_words import share_words, significant
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.kinds import agreement
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence

_FAMILY: Final = "sameness"
_FEWEST_DIGITS: Final = 3
_MOST_DIGITS_CHANGED: Final = 1
_ELSEWHERE: Final = Phrase("the text may speak of two things: its words do not say that they are one")


def find(draft: Draft, known: Container[Mention]) -> Iterator[Candidate]:
    """Counts that a text comes back to with an article, and whose digits were changed or swapped on the way.

    Only where the text has just two values for what it counts: the first one, and the one that it comes back with.
    """
    for mentions in _counts(draft).values():
        values = {mention.figure.value for mention in mentions}
        for at, mention in enumerate(mentions):
            if at == 0 or mention in known or not _comes_back(draft, mention):
                continue
            first = mentions[0]
            if mention.figure.value == first.figure.value:
                continue
            if len(values) != 2 or first in known or not _slipped(significant(first), significant(mention)):
                continue
            if not (_periods_fit(first, mention) and _is_of_the_same(draft, first, mention)):
                yield LeftAlone(agreement.KIND, (first, mention), _ELSEWHERE)
                continue
            roles = {"one": first, "another": mention}
            yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


def _counts(draft: Draft) -> dict[str, Sequence[Mention]]:
    """The plain counts of three digits and more, by what they count."""
    found: dict[str, list[Mention]] = {}
    for mention in draft.mentions:
        figure = mention.figure
        if figure.kind is Kind.NUMBER and figure.unit and figure.hedge is Hedge.NONE:
            found.setdefault(figure.unit, []).append(mention)
    return {unit: each for unit, each in found.items() if len(each) > 1}


def _comes_back(draft: Draft, mention: Mention) -> bool:
    """Whether the article says that these things were spoken of before: "les 221 lits", "its 1,520 jobs"."""
    cue = draft.wordings.cue(_FAMILY, "these").before(mention.sentence.tokens, mention.lead)
    if cue is None:
        return False
    tokens = mention.sentence.tokens
    return draft.wordings.cue(_FAMILY, "not these").at(tokens, mention.tail) is None


def _slipped(one: str, other: str) -> bool:
    """Whether one number is the other with two neighbouring digits swapped, or with one of many changed."""
    if len(one) != len(other) or len(one) < _FEWEST_DIGITS:
        return False
    places = [at for at in range(len(one)) if one[at] != other[at]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == _MOST_DIGITS_CHANGED and len(one) > _FEWEST_DIGITS


def _periods_fit(one: Mention, other: Mention) -> bool:
    periods = one.figure.period, other.figure.period
    return None in periods or periods[0] == periods[1]


def _is_of_the_same(draft: Draft, first: Mention, mention: Mention) -> bool:
    """Whether the sentences share words, and the later one names nobody that the first one does not."""
    tokens = mention.sentence.tokens
    said = set(first.sentence.tokens.words)
    names = (tokens.words[at] for at in range(tokens.first + 1, tokens.last) if tokens.is_capital(at))
    return share_words(draft, first.sentence, mention.sentence) and said.issuperset(names)
