"""The small counts that percentages further off are of: "Twelve were asked; 37 per cent would", "48 % d'entre eux"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_count, is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.reading.tokens import Tokens

_FAMILY: Final = "lists"
_FEWEST: Final = 2
_MOST_TO_STOP: Final = 7
_SHORTEST_VERB: Final = 4
_MOST_BARE: Final = 100
_STOPS: Final = (",", ";", "(", ":", "–", "—")
_EXACT: Final = (Hedge.NONE, Hedge.EXACTLY)


def is_percentage(mention: Mention) -> bool:
    """Whether a figure is a percentage that may be a share, without a hedge."""
    figure = mention.figure
    return (
        figure.kind is Kind.PERCENTAGE
        and figure.hedge in _EXACT
        and 0 < figure.number <= 100
        and figure.text[:1].isalnum()
    )


def is_small_count(mention: Mention) -> bool:
    """Whether a figure is a plain number of things that it names."""
    return is_count(mention.figure) and _is_plain(mention)


def _is_plain(mention: Mention) -> bool:
    figure = mention.figure
    if figure.hedge not in _EXACT or figure.number < _FEWEST:
        return False
    return figure.numeral is not None and figure.numeral.scale == 1 and figure.number.denominator == 1


def sampled(draft: Draft, share: Mention) -> Mention | None:
    """The one count of the sentence, or of the one before, of which a percentage is said by a pronoun or as a subject.

    None where other figures stand among them.
    """
    sentence = share.sentence
    others = _counts([each for each in sentence.mentions if each is not share])
    by_pronoun = _is_of_them(draft, share, others)
    if others is None:
        return None
    if others:
        count = others[0]
        if len(others) > 1 or count.lead > share.lead:
            return None
        return count if by_pronoun or _is_subject(draft, count, share) else None
    preceding = draft.preceding(sentence) if by_pronoun else None
    earlier = None if preceding is None else _counts(preceding.mentions)
    return earlier[0] if earlier is not None and len(earlier) == 1 else None


def _counts(mentions: Sequence[Mention]) -> list[Mention] | None:
    """The counts among figures of which dates are left out; None where anything else is among them."""
    figures = [each for each in mentions if each.figure.kind is not Kind.DATE]
    return figures if all(_may_be_count(each) for each in figures) else None


def _may_be_count(mention: Mention) -> bool:
    figure = mention.figure
    if is_small_count(mention):
        return True
    bare = figure.kind is Kind.NUMBER and not figure.unit and figure.numeral is not None
    return bare and _is_plain(mention) and figure.number < _MOST_BARE


def _is_of_them(draft: Draft, share: Mention, counts: Sequence[Mention] | None) -> bool:
    """Whether the words after the percentage stand for the things counted: "of these", "d'entre eux", "of the cows"."""
    tokens, wordings = share.sentence.tokens, draft.wordings
    if wordings.cue(_FAMILY, "of those counted").at(tokens, share.tail) is not None:
        return True
    the = wordings.cue(_FAMILY, "of the ones counted").at(tokens, share.tail)
    return the is not None and any(each.figure.unit == tokens.words[the[1]] != "" for each in counts or ())


def _is_subject(draft: Draft, count: Mention, share: Mention) -> bool:
    """Whether the percentage begins a clause of its own, right after that of the count, and does something."""
    tokens, words = share.sentence.tokens, draft.wordings.words
    between = tokens.words[count.tail : share.lead]
    if not between or len(between) > _MOST_TO_STOP + 2 or not words(_FAMILY, "no samples").isdisjoint(between):
        return False
    last = between[-1]
    if last not in _STOPS and last not in words(_FAMILY, "that they"):
        return False
    if not all(is_word(word) for word in between[:-1] if word not in _STOPS):
        return False
    if last == "," and words(_FAMILY, "samples").isdisjoint(tokens.words):
        return False
    if last in words(_FAMILY, "of whom"):
        # "14 membres, dont 29 % de femmes", and not "12 usines, dont 30 % de la production"
        return (
            tokens.words[share.tail] in words(_FAMILY, "are of")
            and is_word(tokens.words[share.tail + 1])
            and (tokens.words[share.tail + 1] not in words(_FAMILY, "articles"))
        )
    return _does_something(draft, share.sentence, share.tail)


def _does_something(draft: Draft, sentence: Sentence, at: int) -> bool:
    word = sentence.tokens.words[at]
    if word in draft.wordings.words(_FAMILY, "what people do"):
        return not draft.wordings.words(_FAMILY, "samples").isdisjoint(sentence.tokens.words)
    if word in draft.wordings.words(_FAMILY, "what a share does"):
        return True
    return word.isalpha() and len(word) >= _SHORTEST_VERB and word.endswith(tuple(_endings(draft)))


def _endings(draft: Draft) -> frozenset[str]:
    return draft.wordings.words(_FAMILY, "endings of what it does")


def of_tables(draft: Draft) -> Iterator[tuple[Mention, Mention]]:
    """The one percentage of each row beside the one number under a head that says how many were asked or tested."""
    text = draft.document.text
    for table in draft.document.tables:
        if not table.head or not table.rows:
            continue
        samples = draft.wordings.words(_FAMILY, "sample heads")
        heads = [Tokens(text, *cell) for cell in table.rows[0]]
        columns = [at for at, head in enumerate(heads) if not samples.isdisjoint(head.words)]
        for row in table.rows[table.head :]:
            if len(columns) != 1 or columns[0] >= len(row):
                continue
            told = draft.mentions_in(*row[columns[0]])
            others = [each for at, cell in enumerate(row) if at != columns[0] for each in draft.mentions_in(*cell)]
            shares = [each for each in others if is_percentage(each)]
            if len(told) == len(shares) == len(others) == 1 and _may_be_count(told[0]):
                yield shares[0], told[0]
