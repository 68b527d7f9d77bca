"""Targets that are said to be a multiple of today's level, held against the level that the text gives for today.

"… vise un doublement d'ici 2030, avec un objectif de 270 000 emplois", where the text has said that the sector employs
148 500 people. The two are one thing where they are in one unit; amounts of money, where the same noun names them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.across import Clauses
from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.changes.relations import counts_alike
from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit
from factcheck.drafts.stated import Candidate, Stated, equal
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Name, divide
from factcheck.relations.finding import Confidence

_FARTHEST_BACK: Final = 200
_NEAR: Final = 8
_COMPLEMENT: Final = 4
_SHORTEST_NOUN: Final = 5
_JOINTS: Final = (Word.BREAK, Word.INCLUDING, Word.COMMA, Word.OTHER, Word.OF)


def find(clauses: Clauses, sentence: Sentence) -> Iterator[Candidate]:
    """What a sentence states of targets as multiples."""
    draft, pieces = clauses.draft, clauses.of(sentence).pieces
    at = next((at for at, piece in enumerate(pieces) if _is_multiple(piece)), None)
    if at is None or not _is_about_future(draft, sentence, pieces):
        return
    multiple = pieces[at].mention
    assert multiple is not None
    things = _things_multiplied(draft, sentence, multiple)
    for target in _targets(draft, sentence, pieces, at):
        if things and not _same_nouns(draft, things, _words_of(target)):
            continue
        yield from _held_against(clauses, multiple, target)


def _is_multiple(piece: Part) -> bool:
    change = piece.change
    return change is not None and change.kind is Kind.MULTIPLE and not change.doubt and not change.old


def _is_about_future(draft: Draft, sentence: Sentence, pieces: Sequence[Part]) -> bool:
    if any(piece.when is not None and piece.when.until for piece in pieces):
        return True
    return not draft.wordings.words("changes", "targets").isdisjoint(sentence.tokens.words)


def _things_multiplied(draft: Draft, sentence: Sentence, multiple: Mention) -> list[str]:
    """The nouns that are to be multiplied: "ses exportations"; none where they are everything: "ses performances"."""
    words = sentence.tokens.words
    nouns = []
    for at in range(multiple.tail, multiple.tail + _NEAR):
        if not (words[at].isalpha() or words[at].endswith("'")):
            break
        if _is_noun(draft, words[at]):
            nouns.append(words[at])
    general = draft.wordings.words("changes", "general nouns")
    return [] if any(noun in general for noun in nouns) else nouns[:1]


def _is_noun(draft: Draft, word: str) -> bool:
    if len(word) < _SHORTEST_NOUN or not word.isalpha():
        return False
    return word not in draft.lexicon.function_words and word not in draft.wordings.words("changes", "targets")


def _targets(draft: Draft, sentence: Sentence, pieces: Sequence[Part], at: int) -> Iterator[Mention]:
    """The levels after the multiple: the first one is led in as a target, others follow it in a row."""
    leads = draft.wordings.words("changes", "target leads")
    led = False
    last = 0
    for place in range(at + 1, len(pieces)):
        piece = pieces[place]
        if piece.word is not Word.FIGURE or piece.mention is None:
            if led and piece.word not in (*_JOINTS, Word.TIME):
                return
            continue
        start = last or pieces[at].end
        words = sentence.words(start, piece.mention.first)
        if not led and leads.isdisjoint(words):
            return
        led, last = True, piece.mention.tail
        figure = piece.mention.figure
        if figure.kind is Kind.CURRENCY or (figure.kind is Kind.NUMBER and figure.unit):
            yield piece.mention


def _held_against(clauses: Clauses, multiple: Mention, target: Mention) -> Iterator[Candidate]:
    levels = [level for level in _earlier_levels(clauses, target) if _is_same_thing(clauses.draft, level, target)]
    if not levels:
        return
    *others, last = (_stated(multiple, target, level) for level in levels)
    yield replace(last, otherwise=tuple(others))


def _stated(multiple: Mention, target: Mention, level: Mention) -> Stated:
    if level.figure.unit != target.figure.unit and level.figure.kind is Kind.NUMBER:
        level = level.read_as(replace(level.figure, unit=target.figure.unit))
    roles = {"target": target, "level": level, "multiple": multiple}
    assertion = equal(divide(Name("target"), Name("level")), Name("multiple"))
    return Stated("multiple", assertion, roles, Confidence.MEDIUM)


def _earlier_levels(clauses: Clauses, target: Mention) -> Iterator[Mention]:
    """The levels that sentences before give in a unit that may be the target's, targets left out."""
    draft = clauses.draft
    wanted = (target.figure.kind, _unit_group(draft, target))
    here = bisect_left(draft.sentences, target.sentence.number, key=_number)
    for sentence in draft.sentences[max(here - _FARTHEST_BACK, 0) : here]:
        fitting = [each for each in sentence.mentions if (each.figure.kind, _unit_group(draft, each)) == wanted]
        if not fitting:
            continue
        pieces = clauses.of(sentence).pieces
        if _is_about_future(draft, sentence, pieces):
            continue
        for at, piece in enumerate(pieces):
            level = piece.mention
            plain = piece.word is Word.FIGURE and (at == 0 or pieces[at - 1].word not in (Word.VERSUS, Word.FROM))
            if plain and level is not None and any(level.first == each.first for each in fitting):
                yield level


def _unit_group(draft: Draft, mention: Mention) -> str:
    """The unit, or for things counted that may be the same, their group."""
    unit = mention.figure.unit
    return counts_alike(draft.wordings).get(unit, unit) if mention.figure.kind is Kind.NUMBER else unit


def _number(sentence: Sentence) -> int:
    return sentence.number


def _is_same_thing(draft: Draft, level: Mention, target: Mention) -> bool:
    if level.figure.kind is Kind.CURRENCY:
        return same_unit(level.figure, target.figure) and _same_nouns(draft, _around(level), _words_of(target))
    if level.figure.unit == target.figure.unit:
        return True
    return not draft.wordings.words("changes", "employment").isdisjoint([level.figure.unit, *_around(level)])


def _around(mention: Mention) -> list[str]:
    sentence = mention.sentence
    return [
        *sentence.words(mention.lead - _NEAR, mention.lead),
        *sentence.words(mention.tail, mention.tail + _COMPLEMENT),
    ]


def _words_of(mention: Mention) -> list[str]:
    """What a figure counts, and the words after it: "milliards de dirhams d'exportations annuelles"."""
    return [mention.figure.unit, *mention.sentence.words(mention.tail, mention.tail + _COMPLEMENT)]


def _same_nouns(draft: Draft, some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a noun of the one stands in the other, or one that means the same."""
    one, other = _stems(draft, some), _stems(draft, others)
    if one & other:
        return True
    groups = draft.wordings.lists("changes", "same nouns").values()
    return any(one & _plain(group) and other & _plain(group) for group in groups)


def _stems(draft: Draft, words: Sequence[str]) -> set[str]:
    return _plain([word for word in words if _is_noun(draft, word)])


def _plain(words: Sequence[str]) -> set[str]:
    return {word.removesuffix("s") for word in words}
