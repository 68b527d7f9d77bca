"""One thing with two values in the body: "Le parc compte 212 lits", and further down "les 221 lits du parc"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import same_period
from factcheck.drafts.prose import Draft, Mention, completed
from factcheck.drafts.sameness.common_words import share_words, significant
from factcheck.drafts.stated import Candidate, Judged, LeftAlone, Stated
from factcheck.figures.figure import Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.figures.units import COUNT
from factcheck.kinds import agreement, slip
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence

_FAMILY: Final = "sameness"
_FEWEST_DIGITS: Final = 3
_MOST_DIGITS_CHANGED: Final = 1
_FEWEST_POINTED: Final = 2
_MANY: Final = 1000
_CLAUSES: Final = frozenset((";", ":", "–", "—"))
_SHARES: Final = (Kind.PERCENTAGE, Kind.RATIO, Kind.MULTIPLE)
_ELSEWHERE: Final = Phrase("the text may speak of two things: its words do not say that they are one")


def find(draft: Draft, known: Container[Mention]) -> Iterator[Candidate]:
    """Counts that a text comes back to with an article, and whose digits were changed or swapped on the way.

    Only where the text has just two values for what it counts: the first one, and the one that it comes back with.
    """
    told: set[Mention] = set()
    for mentions in _counts(draft).values():
        values = {mention.figure.value for mention in mentions}
        for at, mention in enumerate(mentions):
            if at == 0 or mention in known or not _comes_back(draft, mention):
                continue
            first = mentions[0]
            if mention.figure.value == first.figure.value:
                continue
            if len(values) != 2 or first in known or not digits_slipped(significant(first), significant(mention)):
                continue
            if not (same_period(first, mention) and _is_of_the_same(draft, first, mention)):
                yield LeftAlone(agreement.KIND, (first, mention), _ELSEWHERE)
                continue
            told.update((first, mention))
            roles = {"one": first, "another": mention}
            yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)
    for mention in draft.mentions:
        if mention not in told and mention not in known:
            yield from _pointed_at(draft, mention)


# --- "those 2.4 million", of the 2.4 billion just before ------------------------------------------------------------


def _pointed_at(draft: Draft, mention: Mention) -> Iterator[Candidate]:
    """A figure that a demonstrative calls the one just before, its digits swapped or a power of ten off."""
    tokens, wordings = mention.sentence.tokens, draft.wordings
    cue = wordings.cue(_FAMILY, "those ones").before(tokens, mention.lead)
    the = wordings.cue(_FAMILY, "the ones").before(tokens, mention.lead) if cue is None else None
    if (cue is None and the is None) or mention.figure.kind not in (Kind.NUMBER, Kind.CURRENCY):
        return
    if wordings.cue(_FAMILY, "not these").at(tokens, mention.tail) is not None:
        return
    here = [each for each in mention.sentence.mentions[: mention.position] if _is_amount(each)]
    preceding = draft.preceding(mention.sentence)
    before = here or ([] if preceding is None else [each for each in preceding.mentions if _is_amount(each)])
    if len(before) != 1 or not same_period(before[0], mention):
        return
    if any(each.figure.kind in _SHARES for each in mention.sentence.mentions[: mention.position]):
        return  # "With $8.5 billion, cruises made up 10% of the $85 billion"
    first = before[0]
    if here and cue is None and _CLAUSES.isdisjoint(mention.sentence.words(first.tail, mention.lead)):
        return  # "116 million of the 1.16 billion"
    if first.figure.hedge is not mention.figure.hedge and Hedge.NONE not in (first.figure.hedge, mention.figure.hedge):
        return
    if cue is None and not (_are_named_alike(first, mention) and _names_nobody_else(first, mention)):
        return
    yield from _slipped(draft, first, mention)


def _is_amount(mention: Mention) -> bool:
    return mention.figure.kind in (Kind.NUMBER, Kind.CURRENCY)


def _are_named_alike(first: Mention, mention: Mention) -> bool:
    """Whether both are of one unit; of a bare number, whose digits must be the same, it is not asked."""
    one, other = first.figure, mention.figure
    digits = significant(first), significant(mention)
    alike = digits[0] == digits[1] or (len(digits[0]) > _FEWEST_DIGITS and _is_transposed(*digits))
    return one.unit == other.unit or (not other.unit and alike)


def _slipped(draft: Draft, first: Mention, mention: Mention) -> Iterator[Candidate]:
    figure = completed(mention.figure, replace(first.figure, numeral=_unscaled(mention)))
    one, other = significant(first), significant(mention)
    kinds = first.figure.kind is figure.kind
    units = first.figure.unit == figure.unit or COUNT == first.figure.measure == figure.measure or not figure.unit
    if not kinds or not units or min(len(one), len(other)) < _FEWEST_POINTED:
        return
    later = mention.read_as(replace(figure, unit=first.figure.unit))
    if first.figure.value == figure.value:
        roles = {"one": first, "another": later}
        yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)
        return
    named = first.figure.unit == figure.unit or not mention.figure.unit or figure.kind is Kind.CURRENCY
    if one == other and not named and min(first.figure.number, figure.number) < _MANY:
        return  # "36 navires. Ces 360 marins"
    if one == other:
        found = slip.finding("", draft.evidence(later), [draft.evidence(first)])
        if found is not None:
            relation = replace(found.relation, confidence=Confidence.MEDIUM)
            yield Judged(replace(found, relation=relation), (first, mention))
    elif _is_transposed(one, other) and first.figure.resolution == figure.resolution:
        roles = {"one": first, "another": later}
        yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


def _unscaled(mention: Mention) -> Numeral | None:
    """The number itself, so that a bare one keeps its scale."""
    return mention.figure.numeral


def _is_transposed(one: str, other: str) -> bool:
    places = [at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second]
    if len(one) != len(other) or len(places) != 2 or places[1] != places[0] + 1:
        return False
    return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]


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


def digits_slipped(one: str, other: str) -> bool:
    """Whether one number is the other with two neighbouring digits swapped, or with one of many changed."""
    if len(one) != len(other) or len(one) < _FEWEST_DIGITS:
        return False
    places = [at for at in range(len(one)) if one[at] != other[at]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == _MOST_DIGITS_CHANGED and len(one) > _FEWEST_DIGITS


def _is_of_the_same(draft: Draft, first: Mention, mention: Mention) -> bool:
    """Whether the sentences share words, and the later one names nobody that the first one does not."""
    return share_words(draft, first.sentence, mention.sentence) and _names_nobody_else(first, mention)


def _names_nobody_else(first: Mention, mention: Mention) -> bool:
    tokens = mention.sentence.tokens
    said = set(first.sentence.tokens.words)
    return said.issuperset(tokens.words[at] for at in range(tokens.first + 1, tokens.last) if tokens.is_capital(at))
