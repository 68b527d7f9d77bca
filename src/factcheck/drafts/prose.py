"""A draft as its checks see it: sentences of tokens, and the figures mentioned in them."""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.wordings import Wordings, wordings
from factcheck.errors import Place
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.periods import Period
from factcheck.reading.composed import Composed
from factcheck.reading.documents import Document
from factcheck.reading.lexicon import Lexicon, lexicon
from factcheck.reading.scanner import scan_sentences
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Evidence, Window

_ENDLESS: Final = sys.maxsize
MOST_FIGURES: Final = 100
"""A sentence with more figures is a list or a table in disguise, in which no words bind one to another far off."""


class Mention(Struct, frozen=True, eq=False):
    """A figure where a sentence mentions it.

    first, end   its tokens in the sentence, the end exclusive
    lead, tail   the same with its hedge, where it has one
    position     which of the sentence's mentions it is
    """

    figure: Figure
    sentence: Sentence
    position: int
    first: int
    end: int
    lead: int
    tail: int

    @property
    def quote(self) -> str:
        """The verbatim words, hedge included."""
        return self.sentence.tokens.printed(self.lead, self.tail)

    @property
    def start(self) -> int:
        """Where the quote begins in the text."""
        return self.sentence.tokens.starts[self.lead]

    @property
    def stop(self) -> int:
        """Where the quote ends in the text."""
        return self.sentence.tokens.ends[self.tail - 1]

    @property
    def next(self) -> Mention | None:
        """The mention after it in its sentence."""
        mentions = self.sentence.mentions
        return mentions[self.position + 1] if self.position + 1 < len(mentions) else None

    @property
    def previous(self) -> Mention | None:
        """The mention before it in its sentence."""
        return self.sentence.mentions[self.position - 1] if self.position else None

    def read_as(self, figure: Figure) -> Mention:
        """The same place with another reading: a bare "26,17" that takes over "milliards de dirhams"."""
        return replace(self, figure=figure)


class Sentence(Struct, eq=False):
    """A sentence with figures. `number` counts all sentences of the text, `paragraph` all paragraphs.

    One of a title that is no part of the text has its places in the title.
    """

    tokens: Tokens
    paragraph: int
    number: int
    mentions: tuple[Mention, ...] = ()
    is_of_title: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens.starts[self.tokens.first]

    @property
    def stop(self) -> int:
        """Where it ends in the text."""
        return self.tokens.ends[self.tokens.last - 1]

    def words(self, first: int, end: int) -> list[str]:
        """The words of the tokens from `first` to `end`, in lower case."""
        return self.tokens.words[max(first, self.tokens.first) : min(end, self.tokens.last)]

    def before(self, mention: Mention) -> list[str]:
        """The words between the mention before and this one, hedges left out."""
        previous = mention.previous
        return self.words(self.tokens.first if previous is None else previous.tail, mention.lead)

    def after(self, mention: Mention) -> list[str]:
        """The words between this mention and the next one, hedges left out."""
        following = mention.next
        return self.words(mention.tail, self.tokens.last if following is None else following.lead)


class Draft:
    """A document made ready for its checks. `day` is the document's date; raises ValueError for another language."""

    def __init__(self, document: Document, lang: str, day: date | None) -> None:
        self.document, self.lang, self.day = document, lang, day
        self.lexicon: Lexicon = lexicon(lang)
        self.wordings: Wordings = wordings(lang)
        composed = None if unicodedata.is_normalized("NFC", document.text) else Composed(document.text)
        self.text = document.text if composed is None else composed.text
        self._original: Callable[[int], int] = _same if composed is None else composed.original
        self.sentences: Sequence[Sentence] = list(_sentences(self.text, lang, day))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """Every mention of the text, in order."""
        return [mention for sentence in self.sentences for mention in sentence.mentions]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its sentences with figures: for words that are not there, none needs to be looked through."""
        return frozenset(chain.from_iterable(sentence.tokens.words for sentence in self.sentences))

    @cached_property
    def title(self) -> Sequence[Mention]:
        """The mentions of a title that is no part of the text and has a place in the file all the same."""
        document = self.document
        if document.title_at is None or not unicodedata.is_normalized("NFC", document.title):
            return ()
        sentences = list(_sentences(document.title, self.lang, self.day))
        for sentence in sentences:
            sentence.is_of_title = True
        return [mention for sentence in sentences for mention in sentence.mentions]

    @cached_property
    def published(self) -> Period | None:
        """The document's date as a period."""
        return None if self.day is None else Period.parse(self.day.isoformat())

    def following(self, sentence: Sentence) -> Sentence | None:
        """The sentence right after it in its paragraph, where that one has figures."""
        return self._by_number.get((sentence.paragraph, sentence.number + 1))

    def preceding(self, sentence: Sentence) -> Sentence | None:
        """The sentence right before it in its paragraph, where that one has figures."""
        return self._by_number.get((sentence.paragraph, sentence.number - 1))

    @cached_property
    def _by_number(self) -> dict[tuple[int, int], Sentence]:
        return {(sentence.paragraph, sentence.number): sentence for sentence in self.sentences}

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin from `start` up to `end` of the document's text: those of a cell, of an item."""
        starts = self._starts
        return self.mentions[bisect_left(starts, start) : bisect_right(starts, end - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [self._original(mention.figure.start) for mention in self.mentions]

    def evidence(self, mention: Mention) -> Evidence:
        """The mention as a figure in its place."""
        place = self._place(mention.sentence, mention.start, mention.stop)
        return Evidence(mention.figure, mention.quote, place=place, published=self.published)

    def _place(self, sentence: Sentence, start: int, end: int) -> Place:
        if sentence.is_of_title:
            return self.document.place_in_title(start, end)
        return self.document.place(self._original(start), self._original(end))

    def windows(self, mentions: Sequence[Mention]) -> tuple[Window, ...]:
        """The sentences and the rows of tables that the mentions stand in, in order, with the places of the mentions.

        A row is shown from its label on.
        """
        marked: dict[tuple[int, bool], list[Mention]] = {}
        for mention in sorted(mentions, key=lambda each: (not each.sentence.is_of_title, each.start)):
            marked.setdefault((self._opening(mention.sentence), mention.sentence.is_of_title), []).append(mention)
        return tuple(self._window(start, marks) for (start, _), marks in marked.items())

    def _opening(self, sentence: Sentence) -> int:
        """Where the passage around a sentence begins: with the row of its cell, else with itself."""
        if sentence.is_of_title or not self._rows:
            return sentence.start
        at = bisect_right(self._rows, (self._original(sentence.start), _ENDLESS)) - 1
        inside = at >= 0 and self._original(sentence.stop) <= self._rows[at][1]
        return self._rows[at][0] if inside and self._original is _same else sentence.start

    @cached_property
    def _rows(self) -> Sequence[tuple[int, int]]:
        """Where the rows of the document's tables begin and end, in order."""
        return sorted((row[0][0], row[-1][1]) for table in self.document.tables for row in table.rows if row)

    def _window(self, start: int, mentions: Sequence[Mention]) -> Window:
        last = mentions[-1].sentence
        spans = tuple(dict.fromkeys((mention.start - start, mention.stop - start) for mention in mentions))
        return Window(last.tokens.text[start : last.stop], spans, self._place(last, start, last.stop))


def _same(place: int) -> int:
    return place


def _sentences(text: str, lang: str, day: date | None) -> Iterator[Sentence]:
    for scanned in scan_sentences(text, lang, day):
        if not scanned.found:
            continue
        sentence = Sentence(scanned.tokens, scanned.paragraph, scanned.number)
        sentence.mentions = tuple(
            Mention(
                found.figure(scanned.tokens),
                sentence,
                position,
                found.first,
                found.end,
                found.lead if found.lead >= 0 else found.first,
                found.tail if found.tail >= 0 else found.end,
            )
            for position, found in enumerate(scanned.found)
        )
        yield sentence


def same_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures are in units that can be compared: the same currency, quantities, the same things counted."""
    if one.kind is not other.kind or one.kind is Kind.DATE:
        return False
    return one.unit == other.unit or (one.measure == other.measure and one.measure.dimension != _COUNTED)


_COUNTED = (("count", 1),)


def completed(figure: Figure, like: Figure) -> Figure:
    """A bare number with the scale word and unit of another figure: "26,17" beside "26,2 milliards de dirhams".

    The figure itself where it is not bare.
    """
    if figure.kind is not Kind.NUMBER or figure.unit or figure.numeral is None or like.numeral is None:
        return figure
    numeral = figure.numeral
    scale = numeral.scale if numeral.scale != 1 else like.numeral.scale
    return replace(
        figure,
        kind=like.kind,
        unit=like.unit,
        value=numeral.value * scale,
        numeral=replace(numeral, scale=scale),
        assumed=like.assumed,
        other=None,
    )
