"""Quotes of an article's figures that the reader of claims understands as the article means them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from factcheck.drafts.prose import Draft, Mention
from factcheck.figures.figure import Figure, Kind
from factcheck.kinds.quote import missing, normalised
from factcheck.reading import QuoteError, read_quote
from factcheck.reading.composed import Composed
from factcheck.relations.finding import Evidence

_MOST_WORDS: Final = 6
"""Words that a quote may have beside its figure on either side, so that it stays one."""
_SOURCE: Final = ""


class Quoted(Struct, frozen=True):
    """The words to quote; `value` says in other words what they mean, where they do not say it by themselves."""

    text: str
    value: str | None = None


class Quoter:
    """Quotes the figures of one article, verbatim."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        text = draft.document.text
        self._composed = None if unicodedata.is_normalized("NFC", text) else Composed(text)
        self._texts = {_SOURCE: normalised(text)}

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a passage of the draft's text stands in that of its document."""
        if self._composed is None:
            return start, end
        return self._composed.original(start), self._composed.original(end)

    def quoted(
        self, mention: Mention, figure: Figure, unit: Figure | None = None, *, is_only: bool = False
    ) -> Quoted | None:
        """How to quote a mention, so that it reads as `figure`; None where nothing that stands in the text does.

        `unit` is a figure that has its unit, such as one with the words of a column's header. With `is_only`, the
        quote stands in the text once.
        """
        for first, end in _passages(mention):
            quote = self._quote(mention, first, end)
            if self._stands(quote, is_only=is_only) and self._reads_as(quote, figure):
                return Quoted(quote)
        quote = self._quote(mention, mention.lead, mention.tail)
        value = self._in_other_words(mention, figure, unit) if self._stands(quote, is_only=is_only) else None
        return None if value is None else Quoted(quote, value)

    def _quote(self, mention: Mention, first: int, end: int) -> str:
        tokens = mention.sentence.tokens
        start, stop = self.place(tokens.starts[first], tokens.ends[end - 1])
        quote = self._draft.document.text[start:stop]
        # a line may end inside a quote; its no-break spaces are kept
        return " ".join(quote.split()) if any(char in quote for char in "\n\r\t\f\v") else quote

    def _stands(self, quote: str, *, is_only: bool) -> bool:
        """Whether looking the quote up in the text finds it, as whole words."""
        plain = normalised(quote)
        if not plain or (is_only and self._texts[_SOURCE].count(plain) != 1):
            return False
        return not missing([Evidence(_NO_FIGURE, quote, source=_SOURCE)], self._texts)

    def _reads_as(self, quote: str, figure: Figure) -> bool:
        try:
            return is_same(read_quote(quote, self._draft.lang), figure)
        except QuoteError:
            return False

    def _in_other_words(self, mention: Mention, figure: Figure, unit: Figure | None) -> str | None:
        """What the figure is in the words of another one of its unit: "26,17" beside "26,2 milliards de dirhams".

        A day of a month gets its year.
        """
        if figure.kind is Kind.DATE:
            dated = f"{figure.text} {str(figure.value)[:4]}"
            return dated if self._reads_as(dated, figure) else None
        if figure.numeral is None or not figure.numeral.digits:
            return None
        tokens = mention.sentence.tokens
        before = tokens.printed(mention.lead, mention.first) if mention.lead < mention.first else ""
        after = tokens.printed(mention.end, mention.tail) if mention.end < mention.tail else ""
        others = (other.figure for other in (*mention.sentence.mentions, *self._draft.mentions))
        for like in (*([unit] if unit is not None else []), *others):
            if like.unit != figure.unit or like.kind is not figure.kind or like.numeral is None:
                continue
            if like.numeral.digits and like.numeral.scale == figure.numeral.scale:
                words = like.text.replace(like.numeral.digits, figure.numeral.digits, 1)
                sign = "-" if figure.numeral.value < 0 < like.numeral.value else ""
                value = " ".join(filter(None, (before, f"{sign}{words}", after)))
                if self._reads_as(value, figure):
                    return value
        return None


_NO_FIGURE: Final = Figure("", Kind.NUMBER, "")


def _passages(mention: Mention) -> Iterator[tuple[int, int]]:
    """The mention's tokens, and then with ever more words around it, up to other figures and the sentence's ends."""
    tokens, previous, following = mention.sentence.tokens, mention.previous, mention.next
    while previous is not None and previous.figure.kind is Kind.DATE:
        previous = previous.previous
    while following is not None and following.figure.kind is Kind.DATE:
        following = following.next
    lowest = tokens.first if previous is None else previous.end
    highest = tokens.last if following is None else following.first
    for more in range(2 * _MOST_WORDS + 1):
        for after in range(max(0, more - _MOST_WORDS), min(more, _MOST_WORDS) + 1):
            first, end = mention.lead - (more - after), mention.tail + after
            if first < lowest or end > highest:
                continue
            edges = [tokens.words[first]] * (first < mention.lead) + [tokens.words[end - 1]] * (end > mention.tail)
            if all(edge[:1].isalnum() for edge in edges):
                yield first, end


def is_same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, wherever they stand."""
    if (one.kind, one.value, one.unit, one.weekday, one.other) != (
        other.kind,
        other.value,
        other.unit,
        other.weekday,
        other.other,
    ):
        return False
    return one.usual == other.usual and one.literal == other.literal
