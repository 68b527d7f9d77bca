"""The figures of an article that become statements of claims, each with its quote and what can be told of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.claims.base import Base, Claim, Statement
from factcheck.desk.articles import Article
from factcheck.desk.guesses import Area, Guesser, Topic, horizons
from factcheck.desk.in_tables import in_tables
from factcheck.desk.quoting import Quoted, Quoter
from factcheck.drafts.against.finder import matched
from factcheck.drafts.against.topics import days_of
from factcheck.drafts.checked import Standing
from factcheck.drafts.links import is_bare
from factcheck.drafts.prose import Mention
from factcheck.drafts.times.ages import KIND as DURATION
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.kinds import weekday
from factcheck.kinds.quote import normalised
from factcheck.phrases import Phrase
from factcheck.reading.documents import Division
from factcheck.reading.tokens import words_of

_MOST_WORDS: Final = 8
_LONGEST_SPAN: Final = len("2019/2024")
_MATCHED: Final = (Standing.SUPPORTED, Standing.DISPUTED, Standing.CONTRADICTED, Standing.OUTDATED)

Key = tuple[int, int]
"""Where a figure begins and ends in the text of its draft."""


class Pulled(Struct, eq=False):
    """A figure of an article on its way to a statement.

    figure    as the article means it: a bare "26,17" has the unit of the figure that it is compared with
    quoted    how to quote it; None where it cannot be
    period    as claims write it; None where the text gives none
    table     which of the article's tables it stands in; None for one that stands in none
    known_as  the claim that already has this statement, and
    matches   the claim of the base that it is a further statement of
    """

    article: Article
    mention: Mention
    figure: Figure
    quoted: Quoted | None
    topic: Topic
    period: Period | None = None
    area: Area | None = None
    status: str | None = None
    table: int | None = None
    known_as: str | None = None
    matches: str | None = None

    @property
    def key(self) -> Key:
        """Where it stands in its article."""
        return key_of(self.figure)

    @property
    def is_dated(self) -> bool:
        """Whether its table says the period, or its sentence does and no other figure stands between the two."""
        if self.table is not None:
            return True
        mentions, own = self.mention.sentence.mentions, self.mention.position
        for each in mentions:
            date = each.figure.period if each.figure.kind is Kind.DATE else None
            if date is None or days_of(date) != days_of(self.period):
                continue
            between = mentions[min(own, each.position) + 1 : max(own, each.position)]
            if all(other.figure.kind is Kind.DATE for other in between):
                return True
        return False

    @property
    def where(self) -> Phrase:
        """Its line (paragraph or page) and how its sentence begins."""
        article, sentence = self.article, self.mention.sentence
        tokens = sentence.tokens
        words = tokens.printed(tokens.first, tokens.last).split()
        beginning = " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
        place = article.draft.evidence(self.mention).place
        line = str(place.line) if place is not None else ""
        match article.document.division:
            case Division.PARAGRAPH:
                return Phrase("paragraph {line}: {beginning}", line=line, beginning=beginning)
            case Division.PAGE:
                return Phrase("page {line}: {beginning}", line=line, beginning=beginning)
            case _:
                return Phrase("line {line}: {beginning}", line=line, beginning=beginning)


def key_of(figure: Figure) -> Key:
    """Where a figure stands in the text of its draft."""
    return figure.start, figure.end


def pulled_figures(article: Article, quoter: Quoter, base: Base | None, rates: Rates) -> list[Pulled]:
    """The figures of an article that can be claims, in order; with a base, how each stands to its claims."""
    draft = article.draft
    meant, cells = _as_compared(article), in_tables(draft)
    guesser = Guesser(draft, _nouns(base, article.lang))
    found = []
    for mention in _mentions(article):
        key = key_of(mention.figure)
        cell = cells.get(key)
        figure = mention.figure if cell is None else cell.figure
        if is_bare(figure):
            figure = meant.get(key, figure)
        quoted = quoter.quoted(mention, figure, None if cell is None else cell.unit)
        if quoted is None and figure is not mention.figure:
            figure, quoted = mention.figure, quoter.quoted(mention, mention.figure)
        period = figure.period if cell is None else cell.period
        found.append(
            Pulled(
                article,
                mention,
                figure,
                quoted,
                guesser.topic(mention, figure.unit) if cell is None else guesser.topic_of_cell(*cell.words),
                period if figure.kind is not Kind.DATE and _can_be_written(period) else None,
                guesser.area(mention),
                guesser.status(mention),
                None if cell is None else cell.table,
            )
        )
    _tell_changes(article, found, guesser)
    if base is not None:
        _compare(article, found, base, rates)
    return found


def _nouns(base: Base | None, lang: str) -> frozenset[str]:
    """The words of the indicators of a base."""
    indicators = () if base is None else base.indicators.values()
    return frozenset(word for each in indicators for words in each.words.get(lang, ()) for word in words_of(words))


def _tell_changes(article: Article, found: Sequence[Pulled], guesser: Guesser) -> None:
    """Gives what says how much something changed the period of the level that it came to, and no level's words."""
    by_key = {each.key: each for each in found}
    for change, level in article.changes.items():
        if change in by_key and level in by_key:
            one, other = by_key[change], by_key[level]
            one.period, one.topic = other.period, guesser.change_of(one.topic, other.topic)


def _mentions(article: Article) -> Iterator[Mention]:
    """The mentions that say more than when something was."""
    ends = _ends_of_durations(article)
    limits = {key_of(each.figure): each for each in horizons(article.draft)}
    for mention in article.draft.mentions:
        key = key_of(mention.figure)
        has_weekday = weekday.states_one(mention.figure) and not _stands_alone(mention)
        if key in limits:
            yield limits[key]
        elif mention.figure.kind is not Kind.DATE or key in ends or has_weekday:
            yield mention


def _stands_alone(mention: Mention) -> bool:
    """Whether nothing else is said in its line: the date of a page, of which nothing is claimed."""
    tokens = mention.sentence.tokens
    words = (*tokens.words[tokens.first : mention.lead], *tokens.words[mention.tail : tokens.last])
    return not any(word[:1].isalnum() for word in words)


def _ends_of_durations(article: Article) -> frozenset[Key]:
    """The dates between which the article says how much time lies; where one is its own, no rule can say so."""
    ends: set[Key] = set()
    for finding in article.findings:
        figures = [each.figure for said in finding.relation.figures.values() for each in said]
        dates = [key_of(figure) for figure in figures if figure.kind is Kind.DATE]
        if finding.kind == DURATION and len(dates) > 1:
            ends.update(dates)
    return frozenset(ends)


def _can_be_written(period: Period | None) -> bool:
    """Whether a claim may have the period: a span of months may be said, but not written."""
    return period is not None and ("/" not in period.text or len(period.text) <= _LONGEST_SPAN)


def _as_compared(article: Article) -> Mapping[Key, Figure]:
    """The figures of the relations that the article states, read as these take them."""
    figures: dict[Key, Figure] = {}
    for finding in article.findings:
        for evidences in finding.relation.figures.values():
            for evidence in evidences:
                figures.setdefault(key_of(evidence.figure), evidence.figure)
    return figures


# --- what the base already has ------------------------------------------------------------------------------------


def _compare(article: Article, found: Sequence[Pulled], base: Base, rates: Rates) -> None:
    """Notes which figures the base has from this article, and which are further statements of its claims."""
    own = OwnStatements(article, base)
    matches = {
        key_of(match.figure.figure): match.claims[-1]
        for match, _ in matched(article.draft, base, rates)
        if match.standing in _MATCHED
    }
    for pulled in found:
        pulled.known_as = own.claim_of(pulled)
        pulled.matches = None if pulled.known_as else matches.get(pulled.key)


class OwnStatements:
    """What a base already quotes from an article, and where in it that stands."""

    def __init__(self, article: Article, base: Base) -> None:
        plain, places = _plain(article.draft.text)
        self._places: list[tuple[int, int, bool, Claim, Statement]] = []
        for claim in base.claims.values():
            for statement in claim.statements:
                if statement.source == article.source:
                    starts = list(_occurrences(_plain(unicodedata.normalize("NFC", statement.quote))[0], plain))
                    for start, end in starts:
                        span = places[start], places[end - 1] + 1
                        self._places.append((*span, len(starts) == 1, claim, statement))

    def claim_of(self, pulled: Pulled) -> str | None:
        """The claim that quotes a figure: where the same words stand elsewhere too, one of its period."""
        start, end = pulled.key
        for first, last, is_only, claim, statement in self._places:
            if not (first <= start and end <= last and statement.figure.value == pulled.figure.value):
                continue
            if is_only or None in (claim.period, pulled.period) or days_of(claim.period) == days_of(pulled.period):
                return claim.id
        return None


def _plain(text: str) -> tuple[str, list[int]]:
    """The text as quotes are looked up, and where each of its characters stands in the text as it was."""
    known: dict[str, str] = {}
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char not in known:
            known[char] = " " if char.isspace() else normalised(char)
        for plain in known[char]:
            if plain != " " or (chars and chars[-1] != " "):
                chars.append(plain)
                places.append(place)
    return "".join(chars), places


def _occurrences(quote: str, text: str) -> Iterator[tuple[int, int]]:
    quote = quote.strip()
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)
