"""Totals that stand apart from their parts, and shares that add up to a whole though no word says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits, levels_before, levels_of
from factcheck.drafts.links import Gap, alike, is_bare, is_count, is_percentage, is_range
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated
from factcheck.drafts.sums.totals import FAMILY, as_sum
from factcheck.relations.finding import Confidence

_FEWEST_SHARES: Final = 3
_MOST_PARTS: Final = 12
_FEWEST_PARTS: Final = 3
_TELLING: Final = 5
_HUNDRED: Final = 100
_FEWEST_SHARED: Final = 50
"""Fewer things come to each other by chance."""
_MOST_SHARING: Final = 6
_FARTHEST_SUM: Final = 2


def find_afar(
    draft: Draft, sentence: Sentence, levels: Sequence[Mention], shares: Sequence[Mention]
) -> Iterator[Stated]:
    """The sums that hold of the levels and of the shares of a sentence."""
    if len(levels) > 1:
        yield from _of_levels(draft, sentence, levels)
    percentages = [share for share in shares if is_percentage(share)]
    if percentages:
        yield from _of_shares(draft, sentence, percentages)


def totalled(parts: Sequence[Mention], total: Mention | None) -> Stated | None:
    """That parts add up to a total, or shares to 100 %; None where they do not."""
    stated = replace(as_sum(parts, total), confidence=Confidence.LOW)
    return doubted(stated) if fits(stated) else None


def total_around(draft: Draft, parts: Sequence[Mention]) -> Stated | None:
    """That parts add up to a figure around them or in the lead of the text; None where there is none such."""
    inside = {part.start for part in parts}
    largest = max(part.figure.number for part in parts)
    for total in levels_of(draft).near(sum((part.figure.number for part in parts), Fraction(0)), parts[0]):
        if total.start in inside or largest >= total.figure.number:
            continue
        found = shaped(parts, total)
        stated = None if found is None else totalled(found[0], found[1])
        if stated is not None:
            return stated
    return None


def _of_levels(draft: Draft, sentence: Sentence, levels: Sequence[Mention]) -> Iterator[Stated]:
    for group in _groups(levels):
        for parts in (group, group[1:], group[:-1], group[2:]):
            if 2 <= len(parts) <= _MOST_PARTS and (len(parts) > 2 or _are_joined(draft, parts) or _are_telling(parts)):
                stated = total_around(draft, parts)
                if stated is not None:
                    yield stated
                    return
        yield from _after_total(group)
        yield from _out_of(draft, group)
    yield from _added(draft, sentence, levels)


def _after_total(group: Sequence[Mention]) -> Iterator[Stated]:
    """Three parts or more right after what they come to: "Sur 12 matches, 9 victoires, 2 nuls et 1 défaite"."""
    for at, total in enumerate(group[:-_FEWEST_PARTS]):
        come_to = Fraction(0)
        for end, part in enumerate(group[at + 1 :], at + 2):
            come_to += part.figure.number
            if come_to >= total.figure.number:
                found = shaped(group[at + 1 : end], total) if end - at > _FEWEST_PARTS else None
                stated = None if found is None else totalled(found[0], found[1])
                if stated is not None:
                    yield stated
                break


def _out_of(draft: Draft, group: Sequence[Mention]) -> Iterator[Stated]:
    """Two or three figures that make up what the words call their whole: "312 to Ms Harris's 226, out of 538"."""
    cue = draft.wordings.cue("parts", "part of")
    for whole in group:
        right = draft.wordings.cue("parts", "part right of").before(whole.sentence.tokens, whole.lead)
        if whole.figure.number < _FEWEST_SHARED or (
            cue.before(whole.sentence.tokens, whole.lead) is None and right is None
        ):
            continue
        parts = [each for each in group if each is not whole and each.figure.number < whole.figure.number]
        for pair in combinations(parts[:_MOST_SHARING], 2):
            if is_range(*pair) or sum(each.figure.number for each in pair) != whole.figure.number:
                continue
            found = shaped(pair, whole)
            stated = None if found is None else totalled(found[0], found[1])
            if stated is not None:
                yield stated
                return


def _groups(levels: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The levels of a sentence that may be added: those of one unit, and counts of all sorts."""
    left = list(levels)
    while left:
        group = [other for other in left if _may_add(left[0], other)]
        left = [other for other in left if other not in group]
        if len(group) > 1:
            yield group


def _may_add(one: Mention, other: Mention) -> bool:
    if one.figure.kind is other.figure.kind and one.figure.unit == other.figure.unit:
        return True
    return (_is_plain(one) and _is_plain(other)) or alike(one, other) is not None


def _is_plain(mention: Mention) -> bool:
    """Whether a figure is a count or a bare number."""
    return is_bare(mention.figure) or is_count(mention.figure)


def _are_telling(parts: Sequence[Mention]) -> bool:
    """Whether the parts have so many digits that they do not come to another figure by chance."""
    return all(len(str(part.figure.number.numerator).rstrip("0")) >= _TELLING for part in parts)


def _are_joined(draft: Draft, parts: Sequence[Mention]) -> bool:
    """Whether a word such as "and" stands between two parts."""
    gap = Gap.between(parts[0], parts[-1])
    cue = draft.wordings.cue(FAMILY, "coordinators")
    return any(cue.at(gap.tokens, at) is not None for at in gap.at)


def _added(draft: Draft, sentence: Sentence, levels: Sequence[Mention]) -> Iterator[Stated]:
    """A figure of the sentence before with one that is added to it: "Ajoutés aux 54 millions, cela fait 92"."""
    words = sentence.words(sentence.tokens.first, sentence.tokens.last)
    if len(levels) < 2:
        return
    first = words[0] in draft.wordings.words("parts", "with")
    if not first and draft.wordings.words(FAMILY, "adding").isdisjoint(words):
        return
    for before in levels_before(draft, levels[0]):
        found = shaped((before, levels[0]), levels[1])
        stated = None if found is None else totalled(found[0], found[1])
        if stated is not None:
            yield stated
            return


def shaped(parts: Sequence[Mention], total: Mention) -> tuple[list[Mention], Mention] | None:
    """Parts and total in one unit; None where they cannot be."""
    pairs = [alike(part, total) for part in parts]
    alike_ones = [pair[0] for pair in pairs if pair is not None]
    if len(alike_ones) == len(parts) and pairs[0] is not None:
        return alike_ones, pairs[0][1]
    if all(map(_is_plain, (*parts, total))):
        return list(parts), total
    return None


def _of_shares(draft: Draft, sentence: Sentence, shares: Sequence[Mention]) -> Iterator[Stated]:
    """Shares that come to 100 %, those at the beginning of the next sentence with them."""
    following = draft.following(sentence)
    more = () if following is None else [mention for mention in following.mentions if is_percentage(mention)]
    taken: list[Mention] = []
    come_to = Fraction(0)
    for share in (*shares, *more):
        taken.append(share)
        come_to += share.figure.number
        if come_to > _HUNDRED - _FARTHEST_SUM:
            break
    if len(taken) >= _FEWEST_SHARES and abs(come_to - _HUNDRED) <= _FARTHEST_SUM:
        stated = totalled(taken, None)
        if stated is not None:
            yield stated
