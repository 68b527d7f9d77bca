"""What figures come to together: "Ensemble, les deux groupes en ont vendu 878 016", the two in the sentences before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations
from typing import Final

from factcheck.drafts.links import is_level, is_percentage
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.drafts.sums.afar import shaped, totalled
from factcheck.drafts.sums.totals import FAMILY
from factcheck.reading.documents.structure import Span

_SENTENCES_BACK: Final = 2
_MOST_AROUND: Final = 12
_MOST_IN_A_ROW: Final = 4
_FARTHEST_BEFORE: Final = 500
_FEWEST_DIGITS: Final = 2
_MANY_DIGITS: Final = 5
_MOST_OF_MANY: Final = 4
_MOST_LOOKED_AT: Final = 30


def may_be_together(draft: Draft) -> bool:
    """Whether any sentence of the draft has words for what figures come to together."""
    return not draft.wordings.telling(FAMILY, "together").isdisjoint(draft.words)


def find_together(draft: Draft, sentence: Sentence, taken: Set[int]) -> Iterator[Stated]:
    """What a figure of the sentence is said to be of figures around it together, where they come to it.

    Any two figures may be meant, or several printed one after the other; those are taken that come closest. Figures
    that begin at a place in `taken` are known to be parts or totals.
    """
    if not draft.wordings.cue(FAMILY, "together").is_in(sentence.tokens):
        return
    around, listed = _around(draft, sentence), _listed_before(draft, sentence)
    for total in sentence.mentions:
        free = _is_part(total) and total.start not in taken and _is_telling(total)
        stated = _closest(around, total) or _closest(_firsts(listed, total), total) if free else None
        if stated is None and free and _digits(total) > _MANY_DIGITS:
            stated = _closest(_in_paragraph_before(draft, total), total, most=_MOST_OF_MANY)
        if stated is not None:
            yield stated
            return


def _is_telling(total: Mention) -> bool:
    """Whether a figure has digits enough for others not to come to it by chance."""
    return len(str(total.figure.number.numerator).rstrip("0")) >= _FEWEST_DIGITS


def _is_part(mention: Mention) -> bool:
    return is_level(mention) or is_percentage(mention)


def _around(draft: Draft, sentence: Sentence) -> list[Mention]:
    """The last levels of the sentences before and of the sentence itself."""
    near = [sentence]
    while len(near) <= _SENTENCES_BACK and (before := draft.preceding(near[0])) is not None:
        near.insert(0, before)
    return [mention for each in near for mention in each.mentions if _is_part(mention)][-_MOST_AROUND:]


def _in_paragraph_before(draft: Draft, total: Mention) -> list[Mention]:
    """The last figures before a total of many digits, as far as they have many, too, from the paragraph before on."""
    at = bisect_left(draft.mentions, total.start, key=lambda each: each.start)
    here = total.sentence.paragraph
    before = draft.mentions[max(0, at - _MOST_LOOKED_AT) : at]
    near = (each for each in before if here - each.sentence.paragraph <= 1)
    return [each for each in near if _is_part(each) and _digits(each) >= _MANY_DIGITS][-_MOST_AROUND:]


def _digits(mention: Mention) -> int:
    return len(str(mention.figure.number.numerator).rstrip("0"))


def _listed_before(draft: Draft, sentence: Sentence) -> list[Sequence[Mention]]:
    """The figures of each item of the list, or of each row of the table, that the sentence stands soon after."""
    listed = _listed(draft)
    at = bisect_left(listed, sentence.start, key=lambda spans: spans[-1][1]) - 1
    if at < 0 or sentence.start > listed[at][-1][1] + _FARTHEST_BEFORE:
        return []
    return [draft.mentions_in(*span) for span in listed[at][:_MOST_AROUND]]


def _firsts(rows: Sequence[Sequence[Mention]], total: Mention) -> list[Mention]:
    """The first figure of each row that is printed as the total is, in percent or in millions; else its first one."""
    found = []
    for row in rows:
        parts = [each for each in row if _is_part(each)]
        like = [each for each in parts if each.figure.kind is total.figure.kind and _scale(each) == _scale(total)]
        found += (like or parts)[:1]
    return found


def _scale(mention: Mention) -> Fraction | None:
    numeral = mention.figure.numeral
    return None if numeral is None else numeral.scale


@lru_cache(maxsize=1)
def _listed(draft: Draft) -> Sequence[Sequence[Span]]:
    """The rows of each table and the items of each list, in the order in which these end."""
    document = draft.document
    spans: list[Sequence[Span]] = [[(row[0][0], row[-1][1]) for row in each.rows if row] for each in document.tables]
    spans += [items.items for items in document.lists]
    return sorted((each for each in spans if each), key=lambda each: each[-1][1])


def _closest(around: Sequence[Mention], total: Mention, *, most: int = 2) -> Stated | None:
    """What those two figures come to that come closest to a total, or those of a row; up to `most` of any."""
    kind, whole = total.figure.kind, total.figure.number
    parts = [each for each in around if each is not total and each.figure.kind is kind and each.figure.number < whole]
    rows = (parts[at : at + length] for length in range(3, _MOST_IN_A_ROW + 1) for at in range(len(parts) - length + 1))
    several = (combinations(parts, number) for number in range(2, most + 1))
    sums = [*map(list, chain.from_iterable(several)), *rows]
    found = shaped(min(sums, key=lambda group: _misses(group, total)), total) if sums else None
    return None if found is None else totalled(*found)


def _misses(group: Sequence[Mention], total: Mention) -> Fraction:
    return abs(sum((part.figure.number for part in group), Fraction(0)) - total.figure.number)
