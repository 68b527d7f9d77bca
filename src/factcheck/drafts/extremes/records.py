"""A new record beside the one before it: "42,8 millions, un nouveau record : le précédent, en 2023, était de 41,8"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from factcheck.drafts.extremes.averages import FAMILY, compared, like
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate
from factcheck.figures.figure import Figure, Kind
from factcheck.reading.tokens import Tokens
from factcheck.relations.expression import Comparator

_MOST_LINKS: Final = 8
_MOST_APART: Final = 3
_MANY_DIGITS: Final = 4
_BEFORE: Final = ("previous record", "the one before")
_SIGNS: Final = (",", ":", "(", "–", "—")
_LESS_IS_MORE: Final = ("time", "temperature")
"""Of what a record may also be a low."""


def may_be_told(draft: Draft) -> bool:
    """Whether any sentence of the draft has words for the record before."""
    return not draft.wordings.telling(FAMILY, *_BEFORE).isdisjoint(draft.words)


def find(draft: Draft, sentence: Sentence) -> Iterator[Candidate]:
    """Every record of a sentence that is said to be beaten by the one level told before it."""
    wordings = draft.wordings
    if not any(wordings.cue(FAMILY, name).is_in(sentence.tokens) for name in _BEFORE):
        return
    if len(sentence.mentions) < 2 and _earlier(draft, sentence) is None:
        return
    for mention in sentence.mentions:
        is_high = may_be_record(mention.figure) or _is_heat(draft, sentence, mention.figure)
        cue = _previous_record(draft, mention) if is_high else None
        if cue is None or wordings.cue(FAMILY, "beaten record").before(sentence.tokens, mention.lead) is not None:
            continue  # "battant le précédent record de 1 180" stands right after its level
        level = _level_before(draft, sentence, cue, mention)
        if level is not None and _is_new_record(draft, level, mention, cue):
            yield compared(Comparator.AT_LEAST, level=level, extreme=mention)


def _is_heat(draft: Draft, sentence: Sentence, figure: Figure) -> bool:
    """Whether a temperature is told as a record of heat."""
    if not any(base == "temperature" for base, _ in figure.measure.dimension) or figure.kind is not Kind.NUMBER:
        return False
    heat = draft.wordings.words(FAMILY, "heat")
    earlier = _earlier(draft, sentence)
    said = [*sentence.tokens.words, *(() if earlier is None else earlier.tokens.words)]
    return not heat.isdisjoint(said)


def may_be_record(figure: Figure) -> bool:
    """Whether a record of such a figure is a high."""
    if figure.kind not in (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENTAGE) or figure.number < 0:
        return False
    return not any(base in _LESS_IS_MORE for base, _ in figure.measure.dimension)


def _previous_record(draft: Draft, mention: Mention) -> int | None:
    """Where "le précédent record" begins, with nothing up to the figure but when it was set."""
    tokens, wordings = mention.sentence.tokens, draft.wordings
    explicit, pronoun = wordings.cue(FAMILY, "previous record"), wordings.cue(FAMILY, "the one before")
    links = wordings.words(FAMILY, "set in")
    dates = {at for each in mention.sentence.mentions if _is_time(each) for at in range(each.lead, each.tail)}
    at, passed = mention.lead, 0
    while at > tokens.first and passed < _MOST_LINKS:
        for cue in (explicit, pronoun):
            found = cue.before(tokens, at)
            if found is not None:
                named = cue is explicit or _says_record(draft, mention.sentence, tokens.first, found[1])
                return found[1] if named else None
        at -= 1
        if at not in dates:
            if tokens.words[at] not in links and tokens.words[at] not in _SIGNS:
                return None
            passed += 1
    return None


def _is_time(mention: Mention) -> bool:
    return mention.figure.kind in (Kind.DATE, Kind.DURATION)


def _level_before(draft: Draft, sentence: Sentence, cue: int, record: Mention) -> Mention | None:
    """The one level in the record's unit that stands before it, in its sentence or else in the one before."""
    here = _levels(sentence.mentions, record, cue)
    earlier = _earlier(draft, sentence)
    if not here and earlier is not None:
        here = _levels(earlier.mentions, record, earlier.tokens.last)
    if len(here) != 1:
        return None
    return here[0] if here[0].figure.unit or _prints_as_much(here[0], record) else None


def _prints_as_much(level: Mention, record: Mention) -> bool:
    """Whether a number comes without its unit, but in as many digits as the record: "56,640"."""
    numeral = record.figure.numeral
    if numeral is None or len(numeral.digits) < _MANY_DIGITS or level.figure.numeral is None:
        return False
    return len(level.figure.numeral.digits) == len(numeral.digits)


def _earlier(draft: Draft, sentence: Sentence) -> Sentence | None:
    """The sentence before, or the last one with figures where at most two without any lie between, over a paragraph."""
    preceding = draft.preceding(sentence)
    if preceding is not None:
        return preceding
    at = bisect_left(draft.sentences, sentence.number, key=_number)
    earlier = draft.sentences[at - 1] if at else None
    if earlier is None or sentence.number - earlier.number > _MOST_APART:
        return None
    return earlier if sentence.paragraph - earlier.paragraph <= 1 else None


def _number(sentence: Sentence) -> int:
    return sentence.number


def _levels(mentions: tuple[Mention, ...], record: Mention, end: int) -> list[Mention]:
    pairs = (like(each, record) for each in mentions if each.tail <= end and not _is_time(each))
    return [pair[0] for pair in pairs if pair is not None]


def _is_new_record(draft: Draft, level: Mention, record: Mention, cue: int) -> bool:
    """Whether the level is said to be the new record, and nothing says that it falls short of the old one."""
    sentences = [(record.sentence, record.sentence.tokens.first, cue)]
    if level.sentence is not record.sentence:
        sentences.append((level.sentence, level.sentence.tokens.first, level.sentence.tokens.last))
        if record.sentence.number - level.sentence.number > 1:
            # the sentences without figures between the two
            tokens = Tokens(draft.text, level.sentence.stop, record.sentence.start)
            sentences.append((Sentence(tokens, 0, 0), tokens.first, tokens.last))
    short = draft.wordings.words(FAMILY, "short of a record")
    if any(not short.isdisjoint(_words_beside_record(draft, *each)) for each in sentences):
        return False
    return any(_says_record(draft, *each) for each in sentences)


def _words_beside_record(draft: Draft, sentence: Sentence, first: int, end: int) -> Iterator[str]:
    """The words from a token on, those of a new record left out: the "jamais" of "du jamais vu"."""
    cue, at = draft.wordings.cue(FAMILY, "new record"), first
    while at < end:
        found = cue.at(sentence.tokens, at)
        if found is None:
            yield sentence.tokens.words[at]
        at = at + 1 if found is None else found[1]


def _says_record(draft: Draft, sentence: Sentence, first: int, end: int) -> bool:
    cue = draft.wordings.cue(FAMILY, "new record")
    return any(cue.at(sentence.tokens, at) is not None for at in range(first, end))
