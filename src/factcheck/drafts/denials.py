"""Whether a sentence denies a figure, or asks about it: neither states it.

A denial is judged only where the negation surely governs the verb that gives the figure: between the two, only verbs
that give a value, dates, areas and a few adverbs may stand, and nothing after the figure may narrow what is denied.
Any other negation in the figure's clause is one in doubt, and then the figure is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from factcheck.drafts.against.bindings import FAMILY as GIVING
from factcheck.drafts.against.bindings import Clause
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.wordings import Wordings
from factcheck.reading.phrase_table import Phrases
from factcheck.reading.tokens import Tokens

FAMILY: Final = "denials"
_STOPS: Final = frozenset([",", ".", ";", ":", "!", "?", "…", "(", ")", "—", "–", "-", ""])
_QUOTES: Final = frozenset(["«", "»", "“", "”", '"'])
_FARTHEST: Final = 6
"""How many words the particle stands before what denies, or what was not done after the figure, at most."""
_JOINTS: Final = (",", "(")
_LONGEST_DENIAL: Final = 60
_ALONE: Final = "alone"
_SURELY: Final = "surely"
_PERHAPS: Final = "perhaps"
_HARMLESS: Final = "harmless"

Cue = tuple[int, int, str]
"""First token, the one after the last, and how surely it denies."""


class Denial(Struct, frozen=True):
    """That a sentence denies a figure.

    is_sure     whether it is surely the figure that is denied, so that the denial can be judged
    is_reached  whether what is denied is that the figure was come to: "n'ont pas atteint"
    is_always   whether it is denied for any time: "n'a jamais dépassé"
    is_whole    whether all that the sentence says is denied: "il est faux que"
    """

    is_sure: bool = False
    is_reached: bool = False
    is_always: bool = False
    is_whole: bool = False


def denial_of(draft: Draft, clause: Clause, mention: Mention) -> Denial | None:
    """How a clause denies a figure of it; None where it does not."""
    wordings = draft.wordings
    words = clause.tokens.words
    if is_denied_after(draft, mention):
        return Denial(is_whole=True)
    if _telling(wordings).isdisjoint(words):
        return None
    previous = mention.previous
    if previous is not None and _is_joined(previous, mention, wordings) and denial_of(draft, clause, previous):
        return Denial()
    false = _false_that(clause, mention, wordings)
    if false is not None:
        return false
    if _is_called_false(clause, mention, wordings):
        return Denial(is_whole=True)
    return _negated(clause, mention, wordings)


def is_asked(draft: Draft, clause: Clause) -> bool:
    """Whether a sentence asks what it says: by its question mark, or by how it begins."""
    return clause.is_question or bool(_found(draft.wordings.cue(FAMILY, "asks"), clause, clause.tokens.first))


def _telling(wordings: Wordings) -> frozenset[str]:
    """A sentence without any of these words denies nothing."""
    return wordings.telling(FAMILY, "not", "after particle", "direct", "false that", "false")


# --- the clause of the figure ---------------------------------------------------------------------------------------


def _negated(clause: Clause, mention: Mention, wordings: Wordings) -> Denial | None:
    """The denial by a negation in the figure's clause, before the figure or, of what was done to it, after."""
    words = clause.tokens.words
    start = _clause_start(clause, mention.lead, wordings)
    cues = _cues(clause, start, mention.lead, wordings)
    if not cues:
        held_open = _is_held_open(clause, mention, start, wordings)
        return Denial() if held_open or _not_done(clause, mention, wordings) else None
    (first, end, how), *others = cues
    near = words[max(start, first - _FARTHEST) : first]
    governs = how == _ALONE or (how == _SURELY and _has_particle(near, wordings))
    is_plain = governs and not others and _gives_only(clause, end, mention.lead, wordings)
    is_main = words[start - 1] not in wordings.words(FAMILY, "subordinate")
    focused = wordings.words(FAMILY, "focus")
    is_sure = is_plain and is_main and focused.isdisjoint(words[mention.tail : clause.tokens.last])
    return Denial(
        is_sure=is_sure,
        is_reached=not wordings.words(FAMILY, "reaching").isdisjoint(words[end : mention.lead]),
        is_always=not wordings.words(FAMILY, "always").isdisjoint(words[start : mention.lead]),
    )


def _has_particle(near: Sequence[str], wordings: Wordings) -> bool:
    """Whether what is denied is a verb: "ne compte pas", "did not"."""
    particles = wordings.words(FAMILY, "particles")
    at = next((index for index in reversed(range(len(near))) if near[index] in particles), None)
    return at is not None and all(_may_stand(word, wordings) for word in near[at + 1 :])


def _clause_start(clause: Clause, end: int, wordings: Wordings) -> int:
    """Where the clause of what stands before `end` begins: after a sign, or a word that opens another clause."""
    words, at = clause.tokens.words, end
    breaks = wordings.words(FAMILY, "breaks")
    while at > clause.tokens.first and words[at - 1] not in _STOPS and words[at - 1] not in breaks:
        at -= 1
    return at


def _cues(clause: Clause, start: int, end: int, wordings: Wordings) -> list[Cue]:
    """What denies between two tokens."""
    return list(_cues_in(clause, start, end, wordings))


def _cues_in(clause: Clause, start: int, end: int, wordings: Wordings) -> Iterator[Cue]:
    words, table = clause.tokens.words, wordings.cue(FAMILY, "not")
    direct, after = wordings.cue(FAMILY, "direct"), wordings.words(FAMILY, "after particle")
    particles = wordings.words(FAMILY, "particles")
    at = start
    while at < end:
        found = table.at(clause.tokens, at)
        if found is not None and found[1] <= end:
            how, past = found
            if how != _HARMLESS:
                yield at, past, how
            at = past
            continue
        near = words[max(start, at - _FARTHEST) : at]
        past_direct = direct.at(clause.tokens, at)
        is_direct = past_direct is not None and _is_right_before(clause, past_direct[1], end, wordings)
        if is_direct or (words[at] in after and not particles.isdisjoint(near)):
            yield at, at + 1, _PERHAPS
        at += 1


def _is_right_before(clause: Clause, at: int, end: int, wordings: Wordings) -> bool:
    """Whether nothing but articles and quotation marks stands there."""
    of = wordings.words(GIVING, "of")
    return at <= end and all(word in of or word in _QUOTES for word in clause.tokens.words[at:end])


def _gives_only(clause: Clause, start: int, end: int, wordings: Wordings) -> bool:
    """Whether only verbs that give a value, dates, areas and a few adverbs stand there."""
    at = start
    while at < end:
        passed = clause.past_name(at)
        if passed is None and not _may_stand(clause.tokens.words[at], wordings):
            return False
        at = at + 1 if passed is None else passed
    return True


def _may_stand(word: str, wordings: Wordings) -> bool:
    if word in _QUOTES or word in wordings.words(GIVING, "fillers") or word in wordings.words(FAMILY, "adverbs"):
        return True
    return word in _giving(wordings)


@lru_cache(maxsize=2)
def _giving(wordings: Wordings) -> frozenset[str]:
    """The words of what gives a figure as a value."""
    return frozenset(word for phrase, _ in wordings.cue(GIVING, "links").entries() for word in phrase)


def _is_held_open(clause: Clause, mention: Mention, start: int, wordings: Wordings) -> bool:
    """Whether something put in between parts a negation from its verb: "n'ont pas, selon lui, atteint 26"."""
    words = clause.tokens.words
    if words[start - 1] != "," or not _gives_only(clause, start, mention.lead, wordings):
        return False
    opened = next((at for at in range(start - 2, clause.tokens.first, -1) if words[at] == ","), None)
    found = None if opened is None else wordings.cue(FAMILY, "not").before(clause.tokens, opened)
    return found is not None and found[0] != _HARMLESS


def _not_done(clause: Clause, mention: Mention, wordings: Wordings) -> bool:
    """Whether it is said after the figure that it was not come to: "les 26 milliards n'ont pas été atteints"."""
    words, done = clause.tokens.words, wordings.words(FAMILY, "passed")
    breaks = wordings.words(FAMILY, "breaks")
    end = mention.tail
    while end < clause.tokens.last and words[end] not in _STOPS and words[end] not in breaks:
        end += 1
    cues = _cues(clause, mention.tail, end, wordings)
    return bool(cues) and not done.isdisjoint(words[cues[0][1] : min(end, cues[0][1] + _FARTHEST)])


# --- the sentence ---------------------------------------------------------------------------------------------------


def _found(table: Phrases[str], clause: Clause, start: int) -> tuple[int, int] | None:
    """The first phrase of a table from a token on: where it begins and ends."""
    words, first_words = clause.tokens.words, table.first_words
    if first_words.isdisjoint(words):
        return None
    for at in range(start, clause.tokens.last):
        if words[at] in first_words:
            found = table.at(clause.tokens, at)
            if found is not None:
                return at, found[1]
    return None


def _false_that(clause: Clause, mention: Mention, wordings: Wordings) -> Denial | None:
    """The denial of all that follows: "il est faux que …"; None where there is none before the figure."""
    found = _found(wordings.cue(FAMILY, "false that"), clause, clause.tokens.first)
    if found is None or found[1] > mention.lead:
        return None
    between = clause.tokens.words[found[1] : mention.lead]
    is_alone = not clause.has_other_figures(mention)
    is_simple = not any(word in _STOPS for word in between) and not _cues(clause, found[1], mention.lead, wordings)
    focused = wordings.words(FAMILY, "focus")
    is_sure = is_alone and is_simple and focused.isdisjoint(clause.tokens.words[mention.tail : clause.tokens.last])
    return Denial(is_sure=is_sure, is_whole=True)


def _is_called_false(clause: Clause, mention: Mention, wordings: Wordings) -> bool:
    """Whether what denies what is said, "est faux", stands by the figure; "nie que" before it."""
    words = clause.tokens.words
    found = _found(wordings.cue(FAMILY, "false"), clause, clause.tokens.first)
    if found is None:
        return False
    first, end = found
    if end <= mention.lead:
        return ";" not in words[end : mention.lead]
    return words[end - 1] not in wordings.words(GIVING, "openers") and ";" not in words[mention.tail : first]


def _is_joined(previous: Mention, mention: Mention, wordings: Wordings) -> bool:
    """Whether two figures are said as one: "26,2 milliards de dirhams, soit 2,8 milliards de dollars"."""
    between = mention.sentence.words(previous.tail, mention.lead)
    return wordings.words(FAMILY, "joins").union(_JOINTS).issuperset(between)


def is_denied_after(draft: Draft, mention: Mention) -> bool:
    """Whether the sentence after the figure's says that it is not so ("C'est faux")."""
    if mention.sentence.is_of_title:
        return False
    tokens = Tokens(draft.text, mention.sentence.stop, mention.sentence.stop + _LONGEST_DENIAL)
    at = tokens.first
    while at < tokens.last and (tokens.words[at] in _STOPS or tokens.words[at] in _QUOTES):
        at += 1
    return draft.wordings.cue(FAMILY, "false after").at(tokens, at) is not None
