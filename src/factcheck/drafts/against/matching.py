"""Which claims a figure of a draft may be a value of, by words, area, period, unit and status."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import compress, count, islice
from typing import Final

from msgspec import Struct

from factcheck.claims.base import Claim
from factcheck.drafts.against.bindings import FAMILY, Binding, Clause, Words
from factcheck.drafts.against.topics import ByPeriod, Topic, Topics, days_of, fits, is_to_come
from factcheck.drafts.areas import Folded, folded
from factcheck.drafts.denials import denial_of, is_asked
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.figures.figure import Kind
from factcheck.figures.periods import Period
from factcheck.phrases import Phrase
from factcheck.reading.tokens import Tokens, words_of

_LEAD: Final = 600
_LONGEST_LOOK_BACK: Final = 300
_STEM: Final = 5
_MOST_BETWEEN: Final = 4
_OFTEN: Final = 2
_SMALL_COUNT: Final = 100
_MOST_MEANT: Final = 500


class Candidates(Struct, frozen=True):
    """The claims of one topic that a figure may be a value of.

    words       the printed words that lead to them
    period      the period that they were looked up by; None where the text gives none
    is_certain  whether the text states that the figure is a value of the one claim, so that it can contradict it
    is_bound    whether at least its words, unit, area and status are certain
    is_close    whether the sentence or the beginning of the text says what the claim's label says
    is_current  whether the text says that the figure is the latest
    area_named  whether the sentence itself names the area
    """

    topic: Topic
    claims: tuple[Claim, ...]
    words: str
    period: Period | None
    is_certain: bool = False
    is_bound: bool = False
    is_close: bool = False
    is_current: bool = False
    area_named: bool = False


class Unmatched(Struct, frozen=True):
    """Why no claim is one that a figure may be a value of; `words` led to a topic, where there are any."""

    reason: Phrase
    words: str = ""


class _Sense(Struct, frozen=True):
    """What a sentence and its draft say of areas: those it names, and the one that holds where it names none."""

    named: frozenset[str]
    otherwise: str | None
    is_clear: bool


class Reader:
    """A draft being looked through for figures of a claim base."""

    def __init__(self, draft: Draft, topics: Topics) -> None:
        self.draft, self.topics = draft, topics
        self._phrases = topics.phrases(draft.lang)
        self._first_words = self._phrases.first_words
        self._areas = topics.areas(draft.lang)
        self._labels: dict[str, frozenset[str]] = {}

    def read(self) -> Iterator[tuple[Mention, Candidates | Unmatched]]:
        """Every figure that can be matched, with the claims that it may be a value of, or why there is none."""
        for sentence in self.draft.sentences:
            mentions = [each for each in sentence.mentions if _can_be_matched(each)]
            if not mentions:
                continue
            folded_tokens = Folded(sentence.tokens)
            words = list(self._words(folded_tokens)) or list(self._scattered_words(folded_tokens))
            clause: Clause | None = None
            for mention in mentions:
                fitting = [(each, topic) for each in words for topic in each.topics if topic.fits(mention.figure)]
                result: Candidates | Unmatched = Unmatched(Phrase("no claim of what is named beside it has its unit"))
                if fitting or not words:
                    clause = clause or self._clause(sentence, folded_tokens)
                    result = self._matched(mention, clause, fitting)
                if isinstance(result, Candidates) or _calls_for_a_claim(mention):
                    yield mention, result

    def _clause(self, sentence: Sentence, folded_tokens: Folded) -> Clause:
        inside = {index for each in sentence.mentions for index in range(each.lead, each.tail)}
        areas = (area for area in self._areas.named(folded_tokens) if area.first not in inside)  # "dollars américains"
        return Clause(self.draft, sentence, folded_tokens, tuple(areas))

    def _words(self, tokens: Folded) -> Iterator[Words]:
        """Where topics are named."""
        free = tokens.first
        for index in compress(count(), map(self._first_words.__contains__, tokens.words)):
            if index >= free:
                found = self._phrases.at(tokens, index)
                if found is not None and found[1] <= tokens.last:
                    free = found[1]
                    yield Words(index, free, found[0])

    def _scattered_words(self, tokens: Folded) -> Iterator[Words]:
        """Where the words of a phrase stand in order, a few others between: "exportations issues du numérique"."""
        scattered = self.topics.scattered(self.draft.lang)
        for index in range(tokens.first, tokens.last):
            for others, topics in scattered.get(tokens.words[index], ()):
                end = _end_of(others, tokens, index + 1)
                if end is not None:
                    yield Words(index, end, topics, is_whole=False)

    # --- one figure ---------------------------------------------------------------------------------------------

    def _matched(
        self, mention: Mention, clause: Clause, fitting: Sequence[tuple[Words, Topic]]
    ) -> Candidates | Unmatched:
        if denial_of(self.draft, clause, mention) is not None:
            return Unmatched(Phrase("the sentence denies it"))
        if is_asked(self.draft, clause):
            return Unmatched(Phrase("the sentence asks whether it is so"))
        if clause.is_origin(mention):
            return Unmatched(Phrase("it is where a change begins"))
        is_change = clause.is_change(mention)
        of_changes = [(words, topic) for words, topic in fitting if not is_change or self._speaks_of_change(topic)]
        if fitting and not of_changes:
            return Unmatched(Phrase("it is a change, and no level"))
        if not of_changes:
            return self._by_context(mention, clause, is_change)
        bound = [
            (clause.binding(mention, words) if words.is_whole else None, words, topic) for words, topic in of_changes
        ]
        bound.sort(key=lambda each: (each[0] is None, each[1].distance(mention), each[1].first - each[1].end))
        binding, words, _ = bound[0]
        topics = [topic for each, topic in of_changes if each is words]
        if len(topics) > 1:
            binding = None  # the same words announce two things in one unit
        if self._is_general(words, clause.folded):
            binding = None
        printed = clause.tokens.printed(words.first, words.end)
        results = [self._candidates(mention, clause, words, topic, binding, printed) for topic in topics]
        return next((each for each in results if isinstance(each, Candidates)), results[0])

    def _by_context(self, mention: Mention, clause: Clause, is_change: bool) -> Candidates | Unmatched:
        """By words of the sentence before, of the heading above or of the title."""
        for tokens in self._contexts(mention.sentence):
            for words in reversed(list(self._words(tokens))):
                for topic in words.topics:
                    if topic.fits(mention.figure) and (not is_change or self._speaks_of_change(topic)):
                        printed = tokens.printed(words.first, words.end)
                        return self._candidates(mention, clause, None, topic, None, printed)
        return Unmatched(Phrase("the words beside it are not those of any claim"))

    def _contexts(self, sentence: Sentence) -> Iterator[Folded]:
        text = self.draft.text
        start = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - _LONGEST_LOOK_BACK)
        before = text[start : sentence.start].rstrip()
        cut = max(before.rfind(sign, 0, len(before) - 1) for sign in ".!?…\n") + 1 if before else 0
        if before:
            yield Folded(Tokens(text, start + cut, start + len(before)))
        heading = self._heading_above(sentence.start)
        if heading is not None:
            yield heading
        if self._title is not None:
            yield self._title

    @cached_property
    def _title(self) -> Folded | None:
        return Folded(Tokens(self.draft.document.title)) if self.draft.document.title else None

    def _heading_above(self, start: int) -> Folded | None:
        headings = self.draft.document.headings
        at = bisect_right(headings, (start, start)) - 1
        return Folded(Tokens(self.draft.text, *headings[at])) if at >= 0 else None

    def _speaks_of_change(self, topic: Topic) -> bool:
        changes = self.draft.wordings.words(FAMILY, "changes")
        return any(not changes.isdisjoint(phrase.split()) for phrase in topic.phrases(self.draft.lang))

    def _is_general(self, words: Words, tokens: Folded) -> bool:
        """Whether the words say that something changes, and not what: "hausse"."""
        changes = self._folded_changes
        return all(word in changes for word in tokens.words[words.first : words.end])

    @cached_property
    def _folded_changes(self) -> frozenset[str]:
        return frozenset(map(folded, self.draft.wordings.words(FAMILY, "changes")))

    # --- the claims of one topic --------------------------------------------------------------------------------

    def _candidates(
        self,
        mention: Mention,
        clause: Clause,
        words: Words | None,
        topic: Topic,
        binding: Binding | None,
        printed: str,
    ) -> Candidates | Unmatched:
        sense, period = self._sense(clause), mention.figure.period
        says_to_come = clause.says("to come")
        status_is_certain = binding is not None and (binding.is_to_come or not says_to_come)
        may_be = {True} if binding is not None and binding.is_to_come else {True, False} if says_to_come else {False}
        claims = _claims_of(topic, mention, sense, may_be, printed)
        if isinstance(claims, Unmatched):
            return claims
        is_clear = all(self._is_clear(claim, sense) for claim in claims)
        unsaid = self._unsaid(topic, printed, clause.folded)
        is_close = unsaid <= self._lead
        is_bound = (
            binding is not None
            and words is not None
            and status_is_certain
            and is_clear
            and is_close
            and len(claims) == 1
            and not clause.is_question
            and not clause.says("measures", words)
        )
        of_period = binding is not None and binding.dates(period) and not binding.is_owned
        return Candidates(
            topic,
            tuple(claims),
            printed,
            period,
            is_certain=is_bound and not unsaid and of_period and _is_dated(claims[0], period),
            is_bound=is_bound,
            is_close=is_close,
            is_current=period is None and clause.says("now"),
            area_named=bool(sense.named),
        )

    def _is_clear(self, claim: Claim, sense: _Sense) -> bool:
        """Whether the text leaves no doubt that it speaks of the claim's area."""
        area = self.topics.area_of(claim)
        if area is None:
            return len(sense.named) <= 1
        return sense.named == {area} or (not sense.named and sense.otherwise == area and sense.is_clear)

    def _sense(self, clause: Clause) -> _Sense:
        named = frozenset(area.area for area in clause.areas)
        if named:
            return _Sense(named, None, True)
        overall, places, areas = self._named_in_text
        before = bisect_left(places, clause.tokens.starts[clause.tokens.first]) - 1
        return _Sense(named, overall, overall is not None and (before < 0 or areas[before] == overall))

    @cached_property
    def _named_in_text(self) -> tuple[str | None, list[int], list[str]]:
        """The area that the text names most, by far; every place where it names one, and which."""
        tokens = Folded(Tokens(self.draft.text))
        named = list(self._areas.named(tokens))
        counts = Counter(each.area for each in named)
        if self.draft.document.title:
            counts.update(each.area for each in self._areas.named(Folded(Tokens(self.draft.document.title))))
        most = [*counts.most_common(2), ("", 0)][:2] if counts else []
        overall = most[0][0] if most and most[0][1] >= _OFTEN * most[1][1] else None
        return overall, [tokens.starts[each.first] for each in named], [each.area for each in named]

    # --- what the text is about ---------------------------------------------------------------------------------

    def _unsaid(self, topic: Topic, printed: str, tokens: Folded) -> frozenset[str]:
        """The stems of what the label says beyond the printed words, and the sentence does not."""
        label = topic.label.get(self.draft.lang) or topic.label.get("") or ""
        missing = self._stems(label) - {_stem(folded(word)) for word in words_of(printed)}
        return missing and missing - {_stem(word) for word in tokens.words[tokens.first : tokens.last]}

    def _stems(self, label: str) -> frozenset[str]:
        """The stems of what a label says, its articles and prepositions left out."""
        if label not in self._labels:
            lexicon = self.draft.lexicon
            idle = lexicon.function_words | lexicon.articles
            words = (word for word in words_of(label) if word.isalpha() and word not in idle)
            self._labels[label] = frozenset(_stem(folded(word)) for word in words)
        return self._labels[label]

    @cached_property
    def _lead(self) -> frozenset[str]:
        document = self.draft.document
        headings = " ".join(self.draft.text[start:end] for start, end in document.headings)
        passage = f"{document.title}\n{headings}\n{self.draft.text[:_LEAD]}"
        return frozenset(_stem(folded(word)) for word in Tokens(passage).words)


def _end_of(others: Sequence[str], tokens: Folded, start: int) -> int | None:
    """The token after the last of the words, which follow one another closely; None where they do not."""
    at = start
    for word in others:
        limit = min(at + _MOST_BETWEEN + 1, tokens.last)
        found = next((index for index in range(at, limit) if tokens.words[index] == word), None)
        if found is None:
            return None
        at = found + 1
    return at


def _stem(word: str) -> str:
    return word[:_STEM]


def _can_be_matched(mention: Mention) -> bool:
    """Whether a figure may be a claim's value: no date, and no number of nothing."""
    figure = mention.figure
    return figure.kind is not Kind.DATE and (figure.kind is not Kind.NUMBER or bool(figure.unit))


def _calls_for_a_claim(mention: Mention) -> bool:
    """Whether a figure without a claim is worth saying so: no "three" of anything, no delay, no "twice"."""
    figure = mention.figure
    if figure.kind is Kind.NUMBER:
        return abs(figure.number) >= _SMALL_COUNT
    return figure.kind in (Kind.CURRENCY, Kind.PERCENTAGE, Kind.POINTS)


def _claims_of(
    topic: Topic, mention: Mention, sense: _Sense, may_be: Collection[bool], words: str
) -> list[Claim] | Unmatched:
    """The claims of a topic in the figure's unit, of its area, period and status (to come or not), as far as known."""
    figure = mention.figure
    areas = sense.named or (None if sense.otherwise is None else {sense.otherwise})
    groups = topic.of_areas(areas)
    if not groups:
        return Unmatched(Phrase("“{words}” has no claim of this area", words=words), words)
    of_period = _of_period(groups, figure.period)
    if len(of_period) > _MOST_MEANT:
        return Unmatched(Phrase("too many claims of “{words}” may be meant", words=words), words)
    if not of_period:
        return Unmatched(Phrase("“{words}” has no claim of {period}", words=words, period=figure.period or ""), words)
    of_status = [claim for claim in of_period if is_to_come(claim) in may_be]
    if not of_status:
        return Unmatched(Phrase("“{words}” has no claim of this status", words=words), words)
    fitting = [claim for claim in of_status if fits(claim, figure)]
    return fitting or Unmatched(Phrase("“{words}” has no claim in this unit", words=words), words)


def _of_period(groups: Sequence[ByPeriod], period: Period | None) -> list[Claim]:
    """The claims of that period, else those without any; for a figure without a period those without any, else all."""
    exact = [claim for group in groups for claim in group.get(days_of(period), ())]
    if exact:
        return exact
    if period is not None:
        return [claim for group in groups for claim in group.get(None, ())]
    return list(islice((claim for group in groups for listed in group.values() for claim in listed), _MOST_MEANT + 1))


def _is_dated(claim: Claim, period: Period | None) -> bool:
    """Whether the claim says something of that very period."""
    if claim.period is not None:
        return True
    return period is not None and any(each.as_of is not None and each.as_of in period for each in claim.statements)
