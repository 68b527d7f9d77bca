"""What a figure of an article measures, guessed from the words around it; where and when, as far as they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.areas import AreaNames, Folded, Named, folded
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.figures.figure import Kind
from factcheck.reading.tokens import Tokens
from factcheck.reading.word_lists import load, phrases

_DIRECTORY: Final = Path(__file__).parent / "words"
_FAMILY: Final = "claims"
_STEM: Final = 5
"""Words are forms of one where they begin with the same so many letters: "exportation", "exportations"."""
_SHORTEST: Final = 3
_LONGEST_RUN: Final = 3
_MOST_COUNTED: Final = 4
_OFTEN: Final = 2
_REACH: Final = 8
_CLOSE: Final = 3
_FULL_DATE: Final = len("2025-01-27")
_YEAR: Final = len("2025")
_STOPS: Final = frozenset([",", ";", ":", "(", ")", "–", "—"])


class Topic(Struct, frozen=True):
    """What a figure is guessed to measure: `words` as printed, in small letters; `stem` is that of the first of them.

    Empty where nothing near the figure says it.
    """

    words: str = ""
    stem: str = ""


class Area(Struct, frozen=True):
    """The code of an area; `is_guess` where the sentence does not name it, and the text does."""

    code: str
    is_guess: bool


@lru_cache(maxsize=2)
def _words(lang: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = load(_DIRECTORY / f"{lang}.yaml")
    return data


class Guesser:
    """Guesses what the figures of one article are about."""

    def __init__(self, draft: Draft, nouns: Iterable[str] = ()) -> None:
        """`nouns` are words that are known for what is measured, such as those of a claim base."""
        self._draft = draft
        lexicon = draft.lexicon
        words = _words(draft.lang)
        self._targets = frozenset(phrases(words["targets"]))
        self._idle = lexicon.function_words | lexicon.articles | frozenset(phrases(words["idle"]))
        self._numbers = frozenset(lexicon.numbers) | frozenset(lexicon.scales) | lexicon.months.first_words
        self._of = draft.wordings.words(_FAMILY, "of")
        self._changes = draft.wordings.words(_FAMILY, "changes")
        self._determiners = frozenset(phrases(words["determiners"]))
        self._before_verbs = frozenset(phrases(words["before verbs"]))
        self._verbs_end, self._may_end, self._infinitives_end = (
            tuple(phrases(words[key])) for key in ("verbs end in", "may end in", "infinitives end in")
        )
        self._change = words["change"]
        self._known_nouns = frozenset(nouns)
        self._latest: tuple[Sentence | None, int] = (None, -1)

    # --- what is measured ---------------------------------------------------------------------------------------

    def topic(self, mention: Mention, unit: str = "") -> Topic:
        """What a figure measures, by the nearest words that may say it; a bare number may have a unit all the same."""
        if mention.figure.kind is Kind.DATE:
            return Topic()
        sentence = mention.sentence
        like = self._counted_like(mention, unit)
        if like is not None:
            return self._topic(like.sentence.tokens, *self._counted(like))
        for first, end in (self._counted(mention), self._whole(mention), self._abbreviation(mention)):
            if first < end:
                return self._topic(sentence.tokens, first, end)
        runs = [run for run in self._runs(sentence.tokens, self._taken(sentence)) if self._may_be_of(mention, run)]
        if runs:
            return self._topic(sentence.tokens, *max(runs, key=lambda run: self._score(mention, run)))
        return self._topic_above(sentence)

    def topic_of_cell(self, label: str, header: str) -> Topic:
        """What a figure in a table measures, by the label of its row and the header of its column."""
        cells = Tokens(label), Tokens(header)
        runs = ((tokens, next(self._runs(tokens, frozenset(), is_name=True), None)) for tokens in cells)
        topics = [self._topic(tokens, *run) for tokens, run in runs if run is not None]
        if not topics:
            return Topic()
        return Topic(" ".join(topic.words for topic in topics), topics[0].stem)

    def _counted(self, mention: Mention) -> tuple[int, int]:
        """The noun that the figure counts: "120.000 emplois"."""
        if mention.figure.kind is not Kind.NUMBER or not mention.figure.unit:
            return 0, 0
        tokens = mention.sentence.tokens
        return next(self._runs(tokens, frozenset(), mention.first, mention.end, is_name=True), (0, 0))

    def _counted_like(self, mention: Mention, unit: str) -> Mention | None:
        """The figure before a bare number of its unit that prints what both count: "214 000 passagers, contre 189 000".

        None where words right behind the number may say it.
        """
        if not unit or mention.figure.unit or mention.figure.kind is not Kind.NUMBER:
            return None
        sentence = mention.sentence
        end = min(mention.tail + _CLOSE, sentence.tokens.last)
        stop = next((at for at in range(mention.tail, end) if sentence.tokens.words[at] in _STOPS), end)
        if next(self._runs(sentence.tokens, self._taken(sentence), mention.tail, stop), None) is not None:
            return None
        for other in sentence.mentions:
            if other.figure.unit == unit and self._counted(other) != (0, 0):
                return other
        return None

    def change_of(self, topic: Topic, level: Topic) -> Topic:
        """The topic of a figure that says how much a level changed, where its own words do not say that it does."""
        if not level.words or not self._changes.isdisjoint(topic.words.split()):
            return topic
        return Topic(f"{self._change} {level.words}", f"{self._change} {level.stem}")

    def _whole(self, mention: Mention) -> tuple[int, int]:
        """What stands after "of" right behind the figure: "40 milliards d'exportations", "8 % of the population"."""
        tokens = mention.sentence.tokens
        at = mention.tail
        if mention.figure.kind in (Kind.MULTIPLE, Kind.DURATION) or tokens.words[at] not in self._of:
            return 0, 0
        while tokens.words[at] in self._of or tokens.words[at] in self._draft.lexicon.articles:
            at += 1
        first, end = next(self._runs(tokens, self._taken(mention.sentence), at), (0, 0))
        return (first, end) if first == at else (0, 0)

    def _abbreviation(self, mention: Mention) -> tuple[int, int]:
        """An abbreviation right before the figure, a sign or two between: "(ITO) : 5,25 milliards", "CRM (37 %)"."""
        tokens = mention.sentence.tokens
        for at in range(mention.lead - 1, max(mention.lead - 5, tokens.first - 1), -1):
            if tokens.words[at].isalpha():
                return (at, at + 1) if _is_abbreviation(tokens, at) and self._says_much(tokens, at) else (0, 0)
        return 0, 0

    def _says_much(self, tokens: Tokens, index: int) -> bool:
        word = tokens.words[index]
        return word.isalpha() and word not in self._idle and word not in self._numbers

    def _runs(
        self,
        tokens: Tokens,
        taken: frozenset[int],
        first: int | None = None,
        end: int | None = None,
        *,
        is_name: bool = False,
    ) -> Iterator[tuple[int, int]]:
        """Runs of up to three words that may say what is measured; `taken` are tokens that may not be among them.

        What `is_name` has no verb: the words behind a number, or in a table.
        """
        at = tokens.first if first is None else first
        last = tokens.last if end is None else end
        while at < last:
            start = at
            while at < last and at - start < _LONGEST_RUN and at not in taken and self._may_stand(tokens, at):
                if not is_name and self._is_verb(tokens, at):
                    break
                if _is_abbreviation(tokens, at):
                    at += at == start  # it says it all by itself
                    break
                at += 1
            if at > start:
                yield start, at
            at = max(at, start + 1)

    def _may_stand(self, tokens: Tokens, index: int) -> bool:
        return len(tokens.words[index]) >= _SHORTEST and self._says_much(tokens, index)

    def _is_verb(self, tokens: Tokens, index: int) -> bool:
        """Whether a word is a verb, a participle or an adverb, by what stands before it and how it ends."""
        word, before = tokens.words[index], tokens.words[index - 1]
        if before in self._before_verbs or word.endswith(self._verbs_end):
            return True
        if before in self._determiners:
            return before in self._of and word.endswith(self._infinitives_end)
        is_proper = tokens.is_capital(index) and index > tokens.first
        return word.endswith(self._may_end) and word not in self._nouns and not is_proper

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The words that follow a determiner somewhere in the text, and those that are known."""
        words = Tokens(self._draft.text).words
        determiners = self._determiners - self._of
        return self._known_nouns.union(word for before, word in pairwise(words) if before in determiners)

    @staticmethod
    def _taken(sentence: Sentence) -> frozenset[int]:
        return frozenset(at for mention in sentence.mentions for at in range(mention.lead, mention.tail))

    def _score(self, mention: Mention, run: tuple[int, int]) -> int:
        """How likely a run says what the figure measures.

        It is near it, often said, after an article and no name; a word of change right before the figure, or else
        what the sentence begins with.
        """
        tokens = mention.sentence.tokens
        first, end = run
        distance = mention.lead - end if end <= mention.lead else 2 * (first - mention.tail) + 2
        between = range(min(first, mention.lead), max(first, mention.lead))
        crossed = sum(
            other.lead in between and other.figure.kind is not Kind.DATE
            for other in mention.sentence.mentions
            if other is not mention
        )
        often = min(self._counts[_stem(tokens.words[first])], _MOST_COUNTED)
        before = tokens.words[first - 1]
        has_article = before in self._draft.lexicon.articles or before in self._of
        is_name = tokens.is_capital(first) and first > tokens.first
        is_change = self._is_near(mention, end) and not self._changes.isdisjoint(tokens.words[first:end])
        is_first = first == self._first_run(mention.sentence)
        is_cut_off = not _STOPS.isdisjoint(tokens.words[mention.tail : first])
        # "28 sont des femmes"
        is_told = mention.tail < first <= mention.tail + _CLOSE and tokens.words[mention.tail] in self._before_verbs
        likely = 4 * often + 8 * has_article + 8 * is_first + 24 * is_change + 8 * is_told
        return likely - distance - 4 * crossed - 8 * is_name - 12 * is_cut_off

    def _may_be_of(self, mention: Mention, run: tuple[int, int]) -> bool:
        """Not a change that another figure tells: "48,6 millions, soit une croissance de 7 %"."""
        return mention.sentence.tokens.words[run[0]] not in self._changes or self._is_near(mention, run[1])

    @staticmethod
    def _is_near(mention: Mention, end: int) -> bool:
        return 0 <= mention.lead - end < _CLOSE

    def _first_run(self, sentence: Sentence) -> int:
        """The token that the first run of a sentence begins with."""
        if sentence is not self._latest[0]:
            self._latest = sentence, next(self._runs(sentence.tokens, self._taken(sentence)), (-1, -1))[0]
        return self._latest[1]

    @cached_property
    def _counts(self) -> Counter[str]:
        tokens = Tokens(self._draft.text)
        return Counter(
            _stem(tokens.words[at]) for at in range(tokens.first, tokens.last) if self._may_stand(tokens, at)
        )

    def _topic(self, tokens: Tokens, first: int, end: int) -> Topic:
        words = (
            tokens.printed(at, at + 1) if _is_abbreviation(tokens, at) else tokens.words[at] for at in range(first, end)
        )
        return Topic(" ".join(words), _stem(tokens.words[first]))

    def _topic_above(self, sentence: Sentence) -> Topic:
        """By the heading above, else the title."""
        document, text = self._draft.document, self._draft.text
        above = [text[start:end] for start, end in document.headings if end <= sentence.start]
        for passage in (*reversed(above), document.title):
            tokens = Tokens(passage)
            run = next(self._runs(tokens, frozenset()), None)
            if run is not None:
                return self._topic(tokens, *run)
        return Topic()

    # --- where, and whether it is still to come -----------------------------------------------------------------

    def area(self, mention: Mention) -> Area | None:
        """The one area that the sentence names, else the one that the text names far more often than others."""
        taken = self._taken(mention.sentence)
        found = self._named(mention.sentence.tokens)
        named = {each.area for each in found if each.first not in taken}
        if named:
            return Area(named.pop(), False) if len(named) == 1 else None
        return None if self._overall is None else Area(self._overall, True)

    def _named(self, tokens: Tokens) -> list[Named]:
        """The countries that tokens name; the world, which has no letters for a code, is too often "everybody"."""
        return [each for each in self._areas.named(Folded(tokens)) if each.area.isalpha()]

    @cached_property
    def _areas(self) -> AreaNames:
        return AreaNames(self._draft.lang)

    @cached_property
    def _overall(self) -> str | None:
        counts = Counter(each.area for each in self._named(Tokens(self._draft.text)))
        most = [*counts.most_common(2), ("", 0)][:2]
        return most[0][0] if counts and most[0][1] >= _OFTEN * most[1][1] else None

    def status(self, mention: Mention) -> str | None:
        """Whether the words before a figure make it a target or a forecast; None where they make it neither."""
        if mention.figure.kind is Kind.DATE or self._is_past(mention):
            return None
        tokens, previous = mention.sentence.tokens, mention.previous
        while previous is not None and previous.figure.kind is Kind.DATE:
            previous = previous.previous
        first = max(tokens.first if previous is None else previous.tail, mention.lead - _REACH)
        before = range(first, mention.lead)
        cue = self._draft.wordings.cue(_FAMILY, "to come")
        if not any(cue.at(tokens, at) is not None for at in range(first, mention.tail)):
            return None
        return "target" if any(tokens.words[at] in self._targets for at in before) else "forecast"

    def _is_past(self, mention: Mention) -> bool:
        period, published = mention.figure.period, self._draft.published
        return period is not None and published is not None and period.last < published.first


def horizons(draft: Draft) -> Iterator[Mention]:
    """The years that are themselves what is said, with the words before them; not those that say when something was.

    They are time limits ("d'ici 2030"), and years to come in the name of a plan ("Maroc Digital 2030") where the text
    says how long something takes ("d'ici cinq ans"): without such a delay there is nothing to hold a name against.
    """
    limits = frozenset(phrases(_words(draft.lang)["limits"]))
    has_delay = any(
        each.figure.kind is Kind.DURATION and not limits.isdisjoint(each.sentence.words(each.lead - 2, each.lead))
        for each in draft.mentions
    )
    dates = [str(each.figure.value) for each in draft.mentions if each.figure.kind is Kind.DATE]
    days = [draft.day.isoformat()] if draft.day is not None else [date for date in dates if len(date) == _FULL_DATE]
    latest = max((day[:_YEAR] for day in days), default="")
    for mention in draft.mentions:
        year = str(mention.figure.value)
        if mention.figure.kind is not Kind.DATE or len(year) != _YEAR:
            continue
        tokens, first = mention.sentence.tokens, mention.first
        if tokens.words[first - 1] in limits:
            first -= 1 + tokens.touches(first - 1)
        elif has_delay and year > latest:
            while first - 1 > tokens.first and tokens.is_capital(first - 1) and tokens.words[first - 1].isalpha():
                first -= 1
        if first < mention.first:
            yield replace(mention, lead=max(first, tokens.first))


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    word = tokens.printed(index, index + 1)
    return len(word) > 1 and word.isalpha() and word.isupper()


def _stem(word: str) -> str:
    return folded(word)[:_STEM]


def phrases_of(topics: Sequence[Topic]) -> tuple[str, ...]:
    """The words of several topics, each once."""
    return tuple(dict.fromkeys(topic.words for topic in topics if topic.words))
