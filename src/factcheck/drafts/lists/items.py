"""Sums in lists: items and the total that one of them prints, or the paragraph before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_level, is_percentage, undated
from factcheck.drafts.lists.lead_ins import before_list
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, Stated
from factcheck.drafts.sums.afar import total_around, totalled
from factcheck.drafts.sums.totals import FAMILY, Total, added, announces_all
from factcheck.figures.figure import Kind
from factcheck.reading.documents.structure import ItemList
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Confidence

_FEWEST: Final = 3
_MOST: Final = 50
_LONGEST_LABEL: Final = 60
_HUNDRED: Final = 100


def find(draft: Draft) -> Iterator[Candidate]:
    """Every list whose items add up to what the text prints as their total."""
    for items in draft.document.lists:
        if 2 <= len(items.items) <= _MOST:
            yield from _added_up(draft, items)


def _added_up(draft: Draft, items: ItemList) -> Iterator[Candidate]:
    found = [undated(draft.mentions_in(start, end)) for start, end in items.items]
    figures = [_main_figure(each) for each in found]
    total = _total_item(draft, items)
    if total is not None:
        yield from _of_total(draft, items, figures[:total], figures[total])
        return
    parts = [figure for figure in figures if figure is not None]
    if len(parts) != len(figures):
        for column in _columns(found):
            yield from _that_hold(draft, column)
        return
    stated = False
    if _is_distribution(draft, items):
        for candidate in _distributed(draft, items, parts):
            stated = stated or isinstance(candidate, Stated)
            yield candidate
    if not stated:
        yield from _that_hold(draft, parts)
    yield from _shares_beside(found)


def _of_total(
    draft: Draft, items: ItemList, figures: Sequence[Mention | None], whole: Mention | None
) -> Iterator[Candidate]:
    """The items above the one that is their total."""
    parts = [figure for figure in figures if figure is not None]
    if whole is None or len(parts) != len(figures) or len(parts) < 2:
        return
    percent = whole.figure.kind is Kind.PERCENTAGE
    if not percent or whole.figure.number == _HUNDRED:
        yield from added(draft, parts, Total(whole, complete=percent or _has_rest(draft, items)))


def _distributed(draft: Draft, items: ItemList, parts: Sequence[Mention]) -> Iterator[Candidate]:
    """The items of a list that is said to be the breakdown of something."""
    complete = _has_rest(draft, items)
    if all(part.figure.kind is Kind.PERCENTAGE and part.figure.number > 0 for part in parts):
        if len(parts) >= _FEWEST:
            yield from added(draft, parts, Total(None, complete))
    elif all(map(is_level, parts)) and (whole := _lead_in_total(draft, items)) is not None:
        yield from added(draft, parts, Total(whole, complete, confidence=Confidence.MEDIUM))


def _columns(found: Sequence[Sequence[Mention]]) -> Iterator[list[Mention]]:
    """The first figures of all items, the second ones and so on, where each item has the same kinds of figures."""
    kinds = {tuple(mention.figure.kind for mention in item) for item in found}
    if len(kinds) == 1 and len(found) >= _FEWEST:
        yield from ([*column] for column in zip(*found, strict=True) if all(map(is_level, column)))


def _that_hold(draft: Draft, parts: Sequence[Mention]) -> Iterator[Candidate]:
    """Items that come to a figure of the text, or to 100 %, though no words say so."""
    stated = None
    if all(map(is_level, parts)):
        stated = total_around(draft, parts)
    elif all(map(is_percentage, parts)) and len(parts) >= _FEWEST:
        stated = totalled(parts, None)
    if stated is not None:
        yield stated


def _shares_beside(found: Sequence[Sequence[Mention]]) -> Iterator[Candidate]:
    """The shares that stand beside the amounts: "transports : 12,9 millions de tonnes (35 %)"."""
    shares = [each[1] for each in found if len(each) == 2 and is_level(each[0]) and is_percentage(each[1])]
    stated = totalled(shares, None) if len(shares) == len(found) >= _FEWEST else None
    if stated is not None:
        yield stated


def _has_rest(draft: Draft, items: ItemList) -> bool:
    """Whether one of the items is the rest, or the lead-in says how many there are: then no part is left out."""
    rest, text = draft.wordings.cue("tables", "rest"), draft.document.text
    announced = draft.mentions_in(*before_list(draft.document.text, items))
    if any(announces_all(draft, mention, _parts_of(draft, items)) for mention in announced):
        return True
    first_words = (Tokens(text, start, min(end, start + _LONGEST_LABEL)) for start, end in items.items)
    return any(rest.at(tokens, tokens.first) is not None for tokens in first_words)


def _parts_of(draft: Draft, items: ItemList) -> int:
    """How many items are parts: all but the total."""
    return len(items.items) - (_total_item(draft, items) is not None)


def _main_figure(found: Sequence[Mention]) -> Mention | None:
    """The figure of an item: the only one, or the only level with a percentage after it."""
    if len(found) == 1 or (len(found) == 2 and is_level(found[0]) and found[1].figure.kind is Kind.PERCENTAGE):
        return found[0]
    return None


def _total_item(draft: Draft, items: ItemList) -> int | None:
    """Which item is the total: the last one, where its words say so."""
    last = len(items.items) - 1
    tokens = Tokens(draft.document.text, *items.items[last])
    return last if draft.wordings.cue("tables", "total").at(tokens, tokens.first) is not None else None


def _is_distribution(draft: Draft, items: ItemList) -> bool:
    tokens = Tokens(draft.document.text, *before_list(draft.document.text, items))
    return not draft.wordings.words(FAMILY, "distribution").isdisjoint(tokens.words[tokens.first : tokens.last])


def _lead_in_total(draft: Draft, items: ItemList) -> Mention | None:
    found: Sequence[Mention] = [
        mention for mention in undated(draft.mentions_in(*before_list(draft.document.text, items))) if is_level(mention)
    ]
    return found[0] if len(found) == 1 else None
