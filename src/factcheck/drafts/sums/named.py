"""Whether parts named in a row are all there are: "A$95m: 52m on roads, 28m on schools and 15m on parks."."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from factcheck.drafts.links import CLOSING, DASHES, OPENING, Gap, alike, has_unread
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.sums.totals import FAMILY, is_countable
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge

_NEAR: Final = Fraction(3, 4)
_FEWEST: Final = 3
_HALVES: Final = 2
_ALL: Final = 100
_MOST_AFTER: Final = 8
_MOST_TO_WORDS: Final = 14
_STOPS: Final = (".", ";", "!", "?", "", "»", "”", '"')


def names_all(draft: Draft, whole: Mention, parts: Sequence[Mention], opening: str) -> bool:
    """Whether a row of parts is closed: its last one after "and", the end of the clause right after it.

    `opening` is what stands before the row; nothing, where the total follows.
    """
    sentence = whole.sentence
    words = sentence.tokens.words
    first = min(whole.lead, parts[0].lead)
    said = words[sentence.tokens.first : parts[-1].tail + _MOST_AFTER]
    known = draft.wordings.words
    if not (known("lists", "open") | known("lists", "ends open") | known(FAMILY, "breaks of all")).isdisjoint(said):
        return False
    if has_unread(sentence, first, sentence.tokens.last) or any(_is_changed(draft, part) for part in parts):
        return False
    if any(part.figure.hedge is not Hedge.NONE for part in parts) or not _is_near(whole, parts):
        return False
    joined = not known("lists", "and").isdisjoint(Gap.between(parts[-2], parts[-1]).words)
    if not opening:
        return joined and len(parts) >= _FEWEST
    if not joined and not (opening == ":" and len(parts) >= _FEWEST and _are_of_money(whole)):
        return False
    return _closes(parts[-1], opening)


def _is_near(whole: Mention, parts: Sequence[Mention]) -> bool:
    values = []
    for part in parts:
        pair = alike(part, whole)
        if pair is None:
            if not (is_countable(part) and is_countable(whole)):
                return False
            pair = part, whole
        values.append((pair[0].figure.number, pair[1].figure.number))
    come_to, number = sum(value for value, _ in values), values[0][1]
    return number * _NEAR <= come_to <= number / _NEAR


def _is_changed(draft: Draft, part: Mention) -> bool:
    return draft.wordings.cue("parts", "no part after").at(part.sentence.tokens, part.tail) is not None


def _are_of_money(whole: Mention) -> bool:
    return whole.figure.kind is Kind.CURRENCY


def _closes(last: Mention, opening: str) -> bool:
    """Whether the clause of a row ends after its last part, as it was opened."""
    tokens = last.sentence.tokens
    wanted = CLOSING if opening in OPENING else DASHES if opening in DASHES else _STOPS
    following = last.next
    for at in range(last.tail, min(last.tail + _MOST_AFTER, tokens.last)):
        if following is not None and at >= following.lead:
            return False
        if tokens.words[at] in wanted:
            return True
        if not (tokens.words[at].isalpha() or tokens.words[at].endswith("'") or tokens.words[at] == "-"):
            return False
    return wanted is _STOPS and tokens.last - last.tail < _MOST_AFTER


def leaves_no_other(draft: Draft, shares: Sequence[Mention]) -> bool:
    """Whether a row of shares ends in those that gave no answer, or is said to be all: "and 36 per cent neither"."""
    if len(shares) < _FEWEST:
        return False
    tokens = shares[-1].sentence.tokens
    words = tokens.words[tokens.first : tokens.last]
    if not draft.wordings.words(FAMILY, "several").isdisjoint(words):
        return False
    cue = draft.wordings.cue(FAMILY, "no other")
    end = min(tokens.last, shares[-1].tail + _MOST_TO_WORDS)
    return any(cue.at(tokens, at) is not None for at in range(shares[-1].tail, end))


def shares_all(draft: Draft, shares: Sequence[Mention]) -> bool:
    """Whether a whole is said to be split into a closed row of shares: "is split between A (45 %), B (23 %) and C"."""
    tokens, first, last = shares[0].sentence.tokens, shares[0], shares[-1]
    if len(shares) < _FEWEST or sum(share.figure.number for share in shares) < _ALL * _NEAR:
        return False
    cue = draft.wordings.cue(FAMILY, "split")
    if not any(cue.at(tokens, at) is not None for at in range(tokens.first, first.lead)):
        return False
    said = tokens.words[tokens.first : last.tail + _MOST_AFTER]
    known = draft.wordings.words
    if not (known("lists", "open") | known("lists", "ends open") | known(FAMILY, "breaks of all")).isdisjoint(said):
        return False
    joined = not known("lists", "and").isdisjoint(Gap.between(shares[-2], last).words)
    closed = _closes(last, OPENING[0]) if tokens.words[last.lead - 1] in OPENING else _closes(last, ":")
    if not known(FAMILY, "votes").isdisjoint(said):
        return False  # those of other candidates are seldom named
    return joined and closed and not any(_is_changed(draft, share) for share in shares)


def are_halves(draft: Draft, parts: Sequence[Mention]) -> bool:
    """Whether two parts are those of the first and of the second half of one year."""
    if len(parts) != _HALVES or draft.wordings.telling(FAMILY, "halves").isdisjoint(draft.words):
        return False
    tokens = parts[0].sentence.tokens
    if any(mention.figure.kind is not Kind.DATE for mention in _between(*parts)):
        return False
    cue = draft.wordings.cue(FAMILY, "halves")
    said = []
    at, end = tokens.first, min(tokens.last, parts[-1].tail + _MOST_AFTER)
    while at < end:
        found = cue.at(tokens, at)
        if found is not None:
            said.append((found[0], at))
        at = at + 1 if found is None else found[1]
    if [half for half, _ in said] != ["first", "second"]:
        return False
    first, second = said[0][1], said[1][1]
    if first < parts[0].lead:  # "In the first half sales came to 12, and then to 13 in the second"
        levels = [mention for mention in parts[0].sentence.mentions if mention.figure.kind is not Kind.DATE]
        return levels[0].lead == parts[0].lead and second >= parts[0].tail
    return parts[0].tail <= first < parts[1].lead and second >= parts[1].tail


def _between(one: Mention, other: Mention) -> Sequence[Mention]:
    return one.sentence.mentions[one.position + 1 : other.position]
