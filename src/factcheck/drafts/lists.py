"""Sums in lists: items and the total that one of them prints, or the paragraph before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_level, undated
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate
from factcheck.drafts.totals import FAMILY, Total, added
from factcheck.figures.figure import Kind
from factcheck.reading.documents.structure import ItemList
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Confidence

_FEWEST: Final = 3
_MOST: Final = 50
_LEAD_IN: Final = 400


def find(draft: Draft) -> Iterator[Candidate]:
    """Every list whose items add up to what the text prints as their total."""
    for items in draft.document.lists:
        if 2 <= len(items.items) <= _MOST:
            yield from _added_up(draft, items)


def _added_up(draft: Draft, items: ItemList) -> Iterator[Candidate]:
    figures = [_only_figure(draft, start, end) for start, end in items.items]
    total = _total_item(draft, items)
    if total is not None:
        parts = [figure for figure in figures[:total] if figure is not None]
        whole = figures[total]
        if whole is not None and len(parts) == total >= 2:
            percent = whole.figure.kind is Kind.PERCENTAGE
            if not percent or whole.figure.number == 100:
                yield from added(draft, parts, Total(whole, complete=True))
        return
    parts = [figure for figure in figures if figure is not None]
    if len(parts) != len(figures) or not _is_distribution(draft, items):
        return
    if all(part.figure.kind is Kind.PERCENTAGE and part.figure.number > 0 for part in parts):
        if len(parts) >= _FEWEST:
            yield from added(draft, parts, Total(None, complete=False))
    elif all(map(is_level, parts)) and (whole := _lead_in_total(draft, items)) is not None:
        yield from added(draft, parts, Total(whole, complete=False, confidence=Confidence.MEDIUM))


def _only_figure(draft: Draft, start: int, end: int) -> Mention | None:
    """The figure of an item; None where there is none, or more than one."""
    found = undated(draft.mentions_in(start, end))
    return found[0] if len(found) == 1 else None


def _total_item(draft: Draft, items: ItemList) -> int | None:
    """Which item is the total: the last one, where its words say so."""
    last = len(items.items) - 1
    tokens = Tokens(draft.document.text, *items.items[last])
    return last if draft.wordings.cue("tables", "total").at(tokens, tokens.first) is not None else None


def _lead_in(draft: Draft, items: ItemList) -> tuple[int, int]:
    """The paragraph before the list, where it ends in a colon; else nothing."""
    text, start = draft.document.text, items.items[0][0]
    begin = max(0, start - _LEAD_IN)
    before = text[begin:start].rstrip()
    end = begin + len(before)
    return (text.rfind("\n", 0, end) + 1, end) if before.endswith(":") else (start, start)


def _is_distribution(draft: Draft, items: ItemList) -> bool:
    tokens = Tokens(draft.document.text, *_lead_in(draft, items))
    return not draft.wordings.words(FAMILY, "distribution").isdisjoint(tokens.words[tokens.first : tokens.last])


def _lead_in_total(draft: Draft, items: ItemList) -> Mention | None:
    found: Sequence[Mention] = [
        mention for mention in undated(draft.mentions_in(*_lead_in(draft, items))) if is_level(mention)
    ]
    return found[0] if len(found) == 1 else None
