"""What was pulled from articles, as the lines of a claims file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct

from factcheck.desk.articles import Article
from factcheck.desk.pulled import Pulled
from factcheck.desk.pulled_claims import NewClaim, NewIndicator
from factcheck.desk.pulled_rules import NewRule
from factcheck.desk.yaml_text import Entry, comment, indented, scalar
from factcheck.figures.figure import Kind
from factcheck.phrases import Phrase

GUESS: Final = "  # guess"
"""What stands behind every line that nobody said, in every language."""
_PLAIN: Final = re.compile(r"[^\W\d_][^\W_]*(?:[ -][^\W_]+)*")
_LONGEST: Final = 300
_KEYS: Final = ("publisher", "url")

Say = Callable[[object], str]
"""Turns a phrase into text of the reader's language."""


class Said(Struct, frozen=True):
    """A statement to be written: its quote, what else is to be said of it, and the comment above it."""

    quote: str
    where: str
    value: str | None = None
    as_of: str | None = None

    def lines(self, key: str) -> list[str]:
        """The lines under a source: the key, a colon and the quote, or the keys of a statement."""
        if self._keys == 1:
            return [f"{key}: {scalar(self.quote)}"]
        return [f"{key}:", *indented(self._entries)]

    def item(self) -> list[str]:
        """The lines of an item of a list."""
        if self._keys == 1:
            return [f"- {scalar(self.quote)}"]
        first, *rest = self._entries
        return [f"- {first}", *indented(rest)]

    def in_flow(self) -> str:
        """The statement between braces or brackets."""
        if self._keys == 1:
            return scalar(self.quote, quoted=True)
        pairs = (("quote", self.quote), ("value", self.value), ("as_of", self.as_of))
        return "{" + ", ".join(f'"{key}": {scalar(text, quoted=True)}' for key, text in pairs if text) + "}"

    @property
    def _keys(self) -> int:
        return 1 + (self.value is not None) + (self.as_of is not None)

    @property
    def _entries(self) -> list[str]:
        pairs = (("quote", self.quote), ("value", self.value))
        entries = [f"{key}: {scalar(text)}" for key, text in pairs if text is not None]
        return [*entries, f"as_of: {self.as_of}"] if self.as_of is not None else entries


def statement(pulled: Pulled, say: Say, *, as_of: str | None = None) -> Said:
    """A figure as a statement."""
    quoted = pulled.quoted
    assert quoted is not None, "what cannot be quoted is left out before"
    return Said(quoted.text, comment(say(pulled.where)), quoted.value, as_of)


def source_lines(source: str, said: Sequence[Said]) -> list[str]:
    """The lines of a source under `said`, each statement below its comment."""
    if len(said) == 1:
        return [said[0].where, *said[0].lines(source)]
    items = (line for each in said for line in (each.where, *each.item()))
    return [f"{source}:", *indented(items)]


def source_entry(article: Article, say: Say) -> Entry:
    """The source that an article is, with what the file tells of it."""
    lines = [f"{article.source}:"]
    details = []
    if article.title:
        details.append(f"title: {scalar(article.title[:_LONGEST])}{'' if article.knows_title else GUESS}")
    else:
        details.append(comment(say(Phrase("title: not known"))))
    details.append(f"lang: {article.lang}{'' if article.knows_lang else GUESS}")
    if article.day is not None:
        details.append(f"published: {article.day.isoformat()}")
    else:
        details.append(comment(say(Phrase("published: not known"))))
    for key in _KEYS:
        text = " ".join(article.document.matter.get(key, "").split())
        if text:
            details.append(f"{key}: {scalar(text[:_LONGEST])}")
    return Entry("sources", article.source, (*lines, *indented(details)))


def indicator_entry(indicator: NewIndicator) -> Entry:
    """An indicator with its label and its words, all guessed."""
    words = indicator.words()
    labels = ", ".join(f"{lang}: {_in_flow(listed[0])}" for lang, listed in words.items())
    details = [f"label: {{{labels}}}{GUESS}", "words:"]
    for lang, listed in words.items():
        details.append(f"  {lang}: [{', '.join(map(_in_flow, listed))}]{GUESS}")
    if indicator.unit:
        details.append(f"unit: {scalar(indicator.unit)}")
    return Entry("indicators", indicator.id, (f"{indicator.id}:", *indented(details)))


def _in_flow(text: str) -> str:
    """A text between brackets, in quotes unless it is plain words that mean nothing to YAML."""
    return text if _PLAIN.fullmatch(text) and scalar(text) == text else scalar(text, quoted=True)


def claim_entry(claim: NewClaim, say: Say, notes: Iterable[Phrase] = ()) -> Entry:
    """A claim with its statements; `notes` are comments on it."""
    first = claim.figures[0]
    details = [comment(say(note)) for note in notes]
    if claim.indicator is not None:
        details.append(f"indicator: {claim.indicator}{GUESS}")
    if first.area is not None and first.figure.kind is not Kind.DATE:
        details.append(f"area: {scalar(first.area.code)}{GUESS if first.area.is_guess else ''}")
    if first.period is not None:
        details.append(f"period: {first.period.text}{'' if first.is_dated else GUESS}")
    if first.status is not None:
        details.append(f"status: {first.status}{GUESS}")
    details.append("said:")
    for source, figures in claim.by_source().items():
        details += indented(source_lines(source, [statement(each, say) for each in figures]))
    return Entry("claims", claim.id, (f"{claim.id}:", *indented(details)))


def rule_entry(rule: NewRule, say: Say) -> Entry:
    """A rule, its verdict in a comment."""
    finding = rule.finding
    verdict = comment(say(Phrase("{verdict}: {message}", verdict=finding.verdict, message=finding.message)))
    return Entry("rules", rule.id, (f"{rule.id}:", *indented([verdict, f"check: {scalar(rule.check)}"])))
