"""The title of a text without marks for titles: its first line, where a paragraph stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence

_LONGEST_TITLE: Final = 90


def first_line(draft: Draft) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The mentions of a first line that is short and ends in no sign, and those of the body under it."""
    text = draft.document.text
    end = text.find("\n")
    if not 0 < end <= _LONGEST_TITLE or not text[:end].strip():
        return (), ()
    last = text[:end].rstrip()[-1]
    if not (last.isalnum() or last in "%»*") or not draft.mentions or draft.mentions[0].start >= end:
        return (), ()
    body = [mention for mention in draft.mentions if mention.start > end]
    if text[end + 1 : end + 2] == "\n":
        return draft.mentions_in(0, end), body
    return _of_one_paragraph(draft, end) if _is_broken_off(text, end) else ((), ())


def _is_broken_off(text: str, end: int) -> bool:
    """Whether the line ends before it is full: the first word of the next one, a sentence, would have fitted in."""
    following = text[end + 1 :].split("\n", 1)[0].rstrip()
    word, _, rest = following.partition(" ")
    begins = word[:1].isupper() or word[:1].isdigit() or word[:1] in "«“"
    return begins and bool(rest) and following[-1] in ".!?»”" and len(following) > end + 1 + len(word)


def _of_one_paragraph(draft: Draft, end: int) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The mentions of the first line and of the rest, where reading takes the two for one sentence."""
    title: list[Mention] = []
    body: list[Mention] = []
    for sentence in draft.sentences:
        spans = sentence.start < end < sentence.stop
        for part in _parts(sentence, end) if spans else (sentence,):
            (title if part.start < end else body).extend(part.mentions)
    return title, body


def _parts(sentence: Sentence, end: int) -> Iterator[Sentence]:
    """The parts of a sentence above and under a line end."""
    tokens = sentence.tokens
    under = next(at for at in range(tokens.first, tokens.last) if tokens.starts[at] > end)
    for first, last in ((tokens.first, under), (under, tokens.last)):
        its = copy(tokens)
        its.first, its.last = first, last
        part = replace(sentence, tokens=its)
        mentions = (each for each in sentence.mentions if first <= each.first < last)
        part.mentions = tuple(replace(each, sentence=part, position=at) for at, each in enumerate(mentions))
        yield part
