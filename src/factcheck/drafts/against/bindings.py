"""Whether a sentence binds a figure to the words that announce an indicator, so that it can only be that one's value.

Between the two, and around them up to the ends of their clause, only words that restrict nothing may stand: verbs that
give a value, dates, areas, a few adverbs. One other word ("vers la France", "hors ITO") leaves them unbound.
"""

from __future__ import annotations

from itertools import compress, count
from typing import Final

from msgspec import Struct

from factcheck.drafts.against.topics import Topic
from factcheck.drafts.areas import Folded, Named
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period

FAMILY: Final = "claims"
_COMMA: Final = ","
_STOPS: Final = frozenset([",", ".", ";", ":", "!", "?", "…", "(", ")", "«", "»", "“", "”", '"', "—", "–", "-", ""])
_SHORT: Final = 3
_REACH: Final = 3


class Words(Struct, frozen=True):
    """Where the words of topics stand in a passage; `is_whole` is whether no others stand between them."""

    first: int
    end: int
    topics: tuple[Topic, ...]
    is_whole: bool = True

    def distance(self, mention: Mention) -> int:
        """How many tokens stand between them and a figure."""
        return max(0, self.first - mention.tail, mention.lead - self.end)


class Binding(Struct, frozen=True):
    """That a figure is bound to words: the dates on the way, and whether it is said to come.

    `is_owned` is whether what has the figure is named only after it: "avec 9 milliards d'exportations, Casablanca …".
    """

    periods: tuple[Period, ...] = ()
    is_to_come: bool = False
    is_owned: bool = False

    def dates(self, period: Period | None) -> bool:
        """Whether the dates on the way give that period and no other: the period itself, or its end ("à fin juin")."""
        if period is None or not self.periods:
            return False
        return all(each.last == period.last and each in period for each in self.periods)


class Clause:
    """A sentence looked through for what binds its figures to the words of claims."""

    def __init__(self, draft: Draft, sentence: Sentence, folded: Folded, areas: tuple[Named, ...]) -> None:
        self.tokens, self.folded, self.areas = sentence.tokens, folded, areas
        self._draft, self._sentence = draft, sentence
        wordings = draft.wordings
        self._links, self._links_to_come = wordings.cue(FAMILY, "links"), wordings.cue(FAMILY, "links to come")
        self._fillers, self._of = wordings.words(FAMILY, "fillers"), wordings.words(FAMILY, "of")
        self._before_of, self._ends = wordings.words(FAMILY, "before of"), wordings.words(FAMILY, "ends")
        self._scope, self._openers = wordings.words(FAMILY, "scope"), wordings.words(FAMILY, "openers")
        self._scope_first = wordings.words(FAMILY, "scope first")
        self._area_ends = {area.first: area.end for area in areas}
        self._dates = {each.lead: each for each in sentence.mentions if each.figure.kind is Kind.DATE}
        self._others = {each.lead for each in sentence.mentions if each.figure.kind is not Kind.DATE}

    # --- what the whole sentence says -----------------------------------------------------------------------

    def says(self, name: str, without: Words | None = None) -> bool:
        """Whether a cue of that name stands in the sentence, outside the given words."""
        cue = self._draft.wordings.cue(FAMILY, name)
        if cue.first_words.isdisjoint(self.tokens.words):
            return False
        starts = compress(count(), map(cue.first_words.__contains__, self.tokens.words))
        inside = range(0) if without is None else range(without.first, without.end)
        return any(index not in inside and cue.at(self.tokens, index) is not None for index in starts)

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return "?" in self.tokens.words[self.tokens.last - _REACH : self.tokens.last]

    def past_name(self, at: int) -> int | None:
        """The token after the date or the area that begins at a token; None where none does."""
        date = self._dates.get(at)
        return self._area_ends.get(at) if date is None else date.tail

    def has_other_figures(self, mention: Mention) -> bool:
        """Whether the sentence has figures beside this one, dates apart."""
        return len(self._others) > 1 or mention.lead not in self._others

    def is_change(self, mention: Mention) -> bool:
        """Whether the figure is a change, and no level: "en hausse de 3,5 %", "+3,5 %", "3,5 % de plus"."""
        words, wordings = self.tokens.words, self._draft.wordings
        if words[mention.first] in ("+", "-", "−"):
            return True
        if wordings.cue(FAMILY, "change after").at(self.tokens, mention.tail) is not None:
            return True
        changes = wordings.cue(FAMILY, "changes")
        at = mention.lead
        if changes.before(self.tokens, at) is not None:
            return True
        if words[at - 1] not in wordings.words(FAMILY, "change joints"):
            return False
        # one word may stand between: "une hausse symbolique de"
        return any(changes.before(self.tokens, at - 1 - passed) is not None for passed in range(_REACH - 1))

    def is_origin(self, mention: Mention) -> bool:
        """Whether the figure is where a change begins: "de 20 à 26,2 milliards"."""
        words, wordings = self.tokens.words, self._draft.wordings
        following = mention.next
        return (
            following is not None
            and following.lead == mention.tail + 1
            and words[mention.lead - 1] in self._of
            and words[mention.tail] in wordings.words(FAMILY, "up to")
        )

    # --- binding --------------------------------------------------------------------------------------------

    def binding(self, mention: Mention, words: Words) -> Binding | None:
        """How the figure is bound to the words; None where it is not, or not surely."""
        between = self._between(mention, words)
        if between is None:
            return None
        before = self._before(min(mention.lead, words.first))
        after = None if before is None else self._after(max(mention.tail, words.end))
        if before is None or after is None:
            return None
        parts = (before, between, after)
        periods = tuple(period for part in parts for period in part.periods)
        owners = self._draft.wordings.words(FAMILY, "owned")
        is_owned = self.tokens.words[self._segment_start(min(mention.lead, words.first))] in owners
        return Binding(periods, any(part.is_to_come for part in parts), is_owned)

    def _between(self, mention: Mention, words: Words) -> Binding | None:
        if words.end <= mention.lead:
            return self._walk(words.end, mention.lead, to_figure=True)
        if mention.tail <= words.first:
            return self._walk(mention.tail, words.first)
        # the figure's own noun: "148 500 emplois", but not "1 200 nouveaux emplois"
        others = (*range(mention.first, words.first), *range(words.end, mention.end))
        return None if any(self._narrows(index) for index in others) else Binding()

    def _narrows(self, index: int) -> bool:
        """Whether a word of a figure is neither its number nor an article."""
        word, lexicon = self.tokens.words[index], self._draft.lexicon
        return word.isalpha() and word not in lexicon.scales and word not in lexicon.numbers and word not in self._of

    def _before(self, end: int) -> Binding | None:
        """What stands before the clause's first part, up to the beginning of the sentence."""
        start = self._segment_start(end)
        own = self._walk(start, end)
        if own is None:
            return None
        periods, to_come = list(own.periods), own.is_to_come
        while start > self.tokens.first:
            end = start
            start = self._segment_start(end - 1)
            adverbial = self._walk(start, end - 1)
            if adverbial is not None:
                periods.extend(adverbial.periods)
                to_come = to_come or adverbial.is_to_come
            elif not self._is_harmless(start, end):
                return None
        return Binding(tuple(periods), to_come)

    def _segment_start(self, end: int) -> int:
        words = self.tokens.words
        at = end
        while at > self.tokens.first and words[at - 1] not in _STOPS and words[at - 1] not in self._openers:
            at -= 1
        return at

    def _is_harmless(self, start: int, end: int) -> bool:
        """Whether a part of the sentence before the clause narrows nothing that the clause says."""
        words = self.tokens.words
        if end - 1 <= start:
            return True
        if self._draft.wordings.cue(FAMILY, "attributions").at(self.tokens, start) is not None:
            return True
        if not self._scope.isdisjoint(words[start:end]) or words[start] in self._scope_first:
            return False
        if words[end - 1] == ":" and end - start <= _SHORT + 1:
            return False  # a label: "Casablanca :"
        return words[end - 1] in self._openers or not self._names_something(start, end)

    def _names_something(self, start: int, end: int) -> bool:
        """Whether a name that is no area of the tables stands there."""
        in_areas = {index for area in self.areas for index in range(area.first, area.end)}
        return any(
            self.tokens.is_capital(index) and index != self.tokens.first and index not in in_areas
            for index in range(start, end)
        )

    def _after(self, start: int) -> Binding | None:
        """What stands after the clause's last part, up to a sign or a word that ends the clause."""
        words = self.tokens.words
        periods: list[Period] = []
        at, to_come = start, False
        while at < self.tokens.last and words[at] not in _STOPS and words[at] not in self._ends:
            link = self._links_to_come.at(self.tokens, at)
            if link is not None and at not in self._dates:
                to_come, at = True, link[1]
                continue
            step = self._step(at, self.tokens.last)
            if step is None or at in self._others:
                return None
            at, date = step
            if date is not None:
                periods.append(date)
        narrowed = at < self.tokens.last and words[at] in _STOPS and words[at + 1] in self._scope | self._scope_first
        narrowed = narrowed or at + 1 in self._dates  # "en 2023 et 2024"
        return None if narrowed else Binding(tuple(periods), to_come)

    def _walk(self, start: int, end: int, *, to_figure: bool = False) -> Binding | None:
        """Passes over words that restrict nothing; None where another stands among them."""
        words = self.tokens.words
        periods: list[Period] = []
        at, to_come = start, False
        last, before_last = start, start
        while at < end:
            link = self._links_to_come.at(self.tokens, at)
            if link is not None and link[1] <= end and at not in self._dates:
                to_come = True
                before_last, last, at = last, at, link[1]
                continue
            step = self._step(at, end)
            if step is None:
                return None
            before_last, last = last, at
            at, date = step
            if date is not None:
                periods.append(date)
        if (
            to_figure
            and last == end - 1
            and words[last] in self._of
            and not self._gives_value(before_last, last, start)
        ):
            return None
        return Binding(tuple(periods), to_come)

    def _gives_value(self, before: int, of: int, start: int) -> bool:
        """Whether "de" before a figure gives a value, and no origin or change."""
        is_place = before in self._dates or before in self._area_ends
        return of == start or is_place or self.tokens.words[of - 1] in self._before_of

    def _step(self, at: int, end: int) -> tuple[int, Period | None] | None:
        """The token after what stands there, and the period that it names; None for what may restrict."""
        date = self._dates.get(at)
        if date is not None:
            return date.tail, date.figure.period
        if at in self._area_ends:
            return self._area_ends[at], None
        link = self._links.at(self.tokens, at)
        if link is not None and link[1] <= end:
            return link[1], None
        word = self.tokens.words[at]
        return (at + 1, None) if word in self._fillers or word == _COMMA else None
