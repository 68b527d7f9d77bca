"""Percentages of a small stated count, which only some whole number of it can give: "33 % des 12 entreprises"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.drafts.links import Gap, all_words, equals, is_possessive, opens
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.shares.grim_samples import is_percentage, is_small_count, of_tables, sampled
from factcheck.drafts.stated import Candidate, Stated, predicate
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

KIND: Final = "grim"
_FAMILY: Final = "parts"
_MOST_BEFORE_COMMA: Final = 10
_MOST_IN_OWNER: Final = 4
_HUNDRED: Final = 100
_ROUND: Final = 10
_FEW: Final = 20
"""Of more things than these, neighbouring shares are less than five points apart, and tens may be round numbers."""


def find(draft: Draft) -> Iterator[Candidate]:
    """Every percentage of a count that the text prints right beside it."""
    for sentence in draft.sentences:
        for share in sentence.mentions:
            if not is_percentage(share):
                continue
            after, before = share.next, share.previous
            if after is not None and _is_of(draft, share, after):
                if is_small_count(after) and not _has_part(draft, after):
                    yield from _stated(draft, share, after)
            elif before is not None and is_small_count(before) and _is_one_of(draft, before, share):
                yield from _stated(draft, share, before)
            elif (sample := sampled(draft, share)) is not None and not _has_part(draft, share):
                yield from _stated(draft, share, sample)
    for share, count in of_tables(draft):
        yield from _stated(draft, share, count)


def _is_of(draft: Draft, share: Mention, count: Mention) -> bool:
    """Whether nothing but "of the" stands between the two."""
    gap = Gap.between(share, count)
    of = gap.cued(draft.wordings.cue(_FAMILY, "of a count"), 0, frozenset())
    return any(not rest or (len(rest) <= _MOST_IN_OWNER and is_possessive(rest)) for _, rest in of)


def _has_part(draft: Draft, count: Mention) -> bool:
    """Whether the text prints the number, too; then the share is judged as such."""
    return count.next is not None and equals(draft, count, count.next)


def _is_out_of(draft: Draft, count: Mention, share: Mention) -> bool:
    """Whether the two stand as in "Sur 12 entreprises interrogées, 35 % …"."""
    gap = Gap.between(count, share)
    if not gap.words or gap.words[-1] != "," or not opens(draft, count):
        return False
    if not all_words(gap.words[:-1], _MOST_BEFORE_COMMA, draft.wordings.words(_FAMILY, "breaks")):
        return False
    tokens = share.sentence.tokens
    pronoun = draft.wordings.cue(_FAMILY, "pronouns").at(tokens, share.tail)
    return pronoun is not None or tokens.words[share.tail] not in draft.wordings.words(_FAMILY, "of a whole")


def _is_one_of(draft: Draft, count: Mention, share: Mention) -> bool:
    """Whether a percentage is one of what stands before it: "12 entreprises ; 35 % d'entre elles …"."""
    if _is_out_of(draft, count, share):
        return True
    return draft.wordings.cue(_FAMILY, "of them").at(share.sentence.tokens, share.tail) is not None


def _stated(draft: Draft, share: Mention, count: Mention) -> Iterator[Candidate]:
    sentence = share.sentence
    if not draft.wordings.words(_FAMILY, "not of a count").isdisjoint(
        sentence.words(sentence.tokens.first, sentence.tokens.last)
    ):
        return
    if draft.wordings.cue(_FAMILY, "no part after").at(sentence.tokens, share.tail) is not None:
        return
    width = share.figure.usual.width
    if width is None or width / _HUNDRED * count.figure.number >= 1:
        return  # so many that some whole number gives any percentage
    if share.figure.number % _ROUND == 0 and count.figure.number > _FEW:
        return  # "90 % des 54 pays" may be said roundly
    roles = {"percentage": share, "count": count}
    yield Stated(KIND, predicate("grim", Name("percentage"), Name("count")), roles, Confidence.MEDIUM)
