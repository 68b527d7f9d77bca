"""Counts and the lists that follow the paragraph which announces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_count, is_word
from factcheck.drafts.lists.lead_ins import before_list, before_table, heading_of, line_before
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, Judged
from factcheck.figures.hedges import Hedge
from factcheck.kinds import count
from factcheck.reading.documents.structure import ItemList, Span
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Confidence

FAMILY: Final = "lists"
_MOST_IN_A_LIST: Final = 30
_FEWEST: Final = 2
_MOST_AFTER: Final = 5
_MOST_AFTER_FOLLOWING: Final = 12
_NEAR: Final = 600
_FEW: Final = 3


def announces(draft: Draft, mention: Mention, most: int) -> bool:
    """Whether a figure is a plain small number of things, at most so many, that a list may follow."""
    figure = mention.figure
    return (
        is_count(figure)
        and figure.hedge in (Hedge.NONE, Hedge.EXACTLY)
        and figure.resolution == 0
        and _FEWEST <= figure.number <= most
        and figure.unit not in draft.wordings.words(FAMILY, "not listed")
    )


def of_lists(draft: Draft) -> Iterator[Candidate]:
    """Every number of things whose list or table follows the paragraph that announces it."""
    lists = draft.document.lists
    for place, items in enumerate(lists):
        yield from _listed(draft, items, lists[place + 1 : place + 1 + _FEW])
    for table in draft.document.tables:
        yield from _that_fits(draft, before_table(draft.document.text, table), len(table.rows) - table.head)


def _listed(draft: Draft, items: ItemList, later: Sequence[ItemList]) -> Iterator[Candidate]:
    if not _FEWEST <= len(items.items) <= _MOST_IN_A_LIST or any(start == end for start, end in items.items):
        return
    span = before_list(draft.document.text, items)
    mention = _announced(draft, *span)
    headed = heading_of(draft.document.text, items, draft.document.headings) or line_before(draft.document.text, items)
    if mention is None and headed is not None:
        yield from _under_heading(draft, headed, items)
        return
    if mention is None:
        yield from _that_fits(draft, span, len(items.items))
        return
    text = draft.document.text
    last = Tokens(text, *items.items[-1])
    ends = draft.wordings.words(FAMILY, "ends open")
    if not ends.isdisjoint(last.words[last.first : last.first + 2]) or not ends.isdisjoint(last.words[last.last - 3 :]):
        return
    end = items.items[-1][1]
    goes_on = any(other.depth == items.depth and 0 <= other.items[0][0] - end < _NEAR for other in later if other.items)
    if goes_on and len(items.items) < mention.figure.number:
        return  # what was announced goes on in the next list
    if len(items.items) != mention.figure.number and _items_count(draft, items):
        return
    yield Judged(count.finding(draft.evidence(mention), len(items.items)), (mention,))


def _items_count(draft: Draft, items: ItemList) -> bool:
    """Whether the items begin with numbers of their own, which may add up to what was announced: "- 11 producteurs"."""
    firsts = [mention for start, _ in items.items for mention in draft.mentions_in(start, start + 1)]
    return len(firsts) >= _FEWEST and all(is_count(mention.figure) for mention in firsts)


def _under_heading(draft: Draft, heading: Span, items: ItemList) -> Iterator[Candidate]:
    """The count that a heading begins with, and the list right below: "Huit listes se partagent les 81 sièges"."""
    mentions = draft.mentions_in(*heading)
    mention = mentions[0] if mentions else None
    if mention is None or not announces(draft, mention, _MOST_IN_A_LIST):
        return
    tokens, words = mention.sentence.tokens, draft.wordings.words
    listed, announced = len(items.items), int(mention.figure.number)
    is_first = mention.lead - tokens.first <= 1
    said = tokens.words[tokens.first : tokens.last]
    sure = is_first and mention.figure.unit in words(FAMILY, "announced in headings")
    if listed == announced:
        yield Judged(count.finding(draft.evidence(mention), listed, Confidence.LOW), (mention,))
    elif sure and abs(listed - announced) == 1 and words(FAMILY, "open").isdisjoint(said):
        yield Judged(count.finding(draft.evidence(mention), listed, Confidence.MEDIUM), (mention,))


def _that_fits(draft: Draft, span: Span, listed: int) -> Iterator[Candidate]:
    """The count in the paragraph before a list that has as many items, though the words may announce another one."""
    for mention in draft.mentions_in(*span):
        if announces(draft, mention, _MOST_IN_A_LIST) and mention.figure.number == listed:
            yield Judged(count.finding(draft.evidence(mention), listed, Confidence.LOW), (mention,))
            return


def _announced(draft: Draft, begin: int, end: int) -> Mention | None:
    """The count at the end of the paragraph before a list, which ends in a colon."""
    mentions = draft.mentions_in(begin, end)
    if not mentions:
        return None
    sentence = mentions[-1].sentence
    candidates = [mention for mention in sentence.mentions if announces(draft, mention, _MOST_IN_A_LIST)]
    tokens = sentence.tokens
    if not candidates or tokens.words[tokens.last - 1] != ":":
        return None
    words = draft.wordings.words
    said = tokens.words[tokens.first : tokens.last]
    if not words(FAMILY, "open").isdisjoint(said):
        return None
    mention = candidates[-1]
    after = tokens.words[mention.tail : tokens.last - 1]
    if mention.next is not None and len(after) > _MOST_AFTER:
        return None
    if len(candidates) == 1 and (not words(FAMILY, "following").isdisjoint(said) or said[0] in words(FAMILY, "here")):
        return mention if len(after) <= _MOST_AFTER_FOLLOWING else None
    return mention if _describes(draft, after) else _told_in_lists(draft, mention, candidates)


def _told_in_lists(draft: Draft, mention: Mention, candidates: Sequence[Mention]) -> Mention | None:
    """The count that opens the sentence, of what is told in lists: "Three charges stand between the two profits:"."""
    opens = mention.lead - mention.sentence.tokens.first <= 1 and len(candidates) == 1
    named = mention.figure.unit in draft.wordings.words(FAMILY, "told in lists")
    return mention if opens and named else None


def _describes(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the words between a noun and the colon only describe it: "trois mesures pour l'emploi :"."""
    verbs = draft.wordings.words(FAMILY, "verbs")
    if len(words) > _MOST_AFTER or not all(is_word(word) for word in words) or not verbs.isdisjoint(words):
        return False
    if not words:
        return True
    first = words[0]
    return first in draft.wordings.words(FAMILY, "prepositions") or first.endswith(("s", "x", "ed"))
