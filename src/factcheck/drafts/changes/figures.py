"""Which figures of a sentence say by how much something changed: "en hausse de 9 %", "700 de plus", "doublé"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.changes.unsaid import unsaid
from factcheck.drafts.changes.when import When
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.wordings import Wordings
from factcheck.figures.figure import Figure, Kind
from factcheck.reading.phrase_table import telling_word

LEVELS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION, Kind.PERCENTAGE)
_RISES: Final = (Word.RISE, Word.MORE, Word.ABOVE)
_FALLS: Final = (Word.FALL, Word.LESS, Word.BELOW)
_GOES: Final = (Word.RISE, Word.FALL, Word.SHIFT)
_DIRECTIONS: Final = (*_RISES, *_FALLS, Word.SHIFT)
_BEFORE: Final = (*_GOES, Word.ABOVE, Word.BELOW)
_AFTER: Final = (Word.MORE, Word.LESS, Word.ABOVE, Word.BELOW)
_COLONS: Final = tuple((Word.COLON, word) for word in _BEFORE if word is not Word.SHIFT)
_SIGNS: Final = ("+", "-", "−", "–")
_MOST_OTHERS: Final = 3
_REACH_OF_NOT: Final = 4
_RANGE: Final = 3


class Change(Struct, frozen=True):
    """A figure that says by how much.

    rises        its direction; None for a multiple and for what only a sign could tell
    sized        it is a size, of which only the levels tell the direction: "an improvement of 2 points"
    measured     over which time, or from when: "sur un an", "par rapport à 2023"
    during       when it happens, or until when: "en 2024", "jusqu'en 2030"
    compares     "supérieur de 9 % aux 287 millions": what follows "à" is the level before
    yearly       it is so every year
    doubt        "adjusted", "periodic" or "denied": it is no plain change from one level to another
    old          it is itself what is compared with: "après une hausse de 8 % en 2023"
    loose        words that are no cue stand between the cue and the figure
    names        it is a noun: "le double de", and no verb as in "doublé, de 8 à 15"
    may_add      "three times more", which is four times as much to some
    """

    mention: Mention
    rises: bool | None = None
    sized: bool = False
    measured: When | None = None
    during: When | None = None
    compares: bool = False
    yearly: bool = False
    doubt: str = ""
    old: bool = False
    loose: bool = False
    names: bool = False
    may_add: bool = False

    @property
    def kind(self) -> Kind:
        """What sort of figure it is."""
        return self.mention.figure.kind


def may_change(figure: Figure) -> bool:
    """Whether a figure can say by how much, whatever stands around it."""
    return figure.kind in (Kind.PERCENTAGE, Kind.POINTS, Kind.MULTIPLE, Kind.RATIO)


def may_tell_changes(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence has a word, a sign or a multiple without which none of its figures is a change."""
    if not _announcing(draft.wordings).isdisjoint(sentence.tokens.words):
        return True
    figures = [mention.figure for mention in sentence.mentions]
    return any(figure.kind in (Kind.MULTIPLE, Kind.POINTS) or is_signed(figure) for figure in figures)


@lru_cache(maxsize=2)
def _announcing(wordings: Wordings) -> frozenset[str]:
    """A telling word of each phrase for a direction, or for "every year"."""
    roles = {*_DIRECTIONS, Word.YEARLY}
    entries = wordings.cue("changes", "words").entries()
    return frozenset(telling_word(phrase, wordings.common) for phrase, role in entries if role in roles)


def is_signed(figure: Figure) -> bool:
    """Whether a plus or minus is printed before it."""
    return figure.text.startswith(_SIGNS)


def joined(draft: Draft, parts: Sequence[Part]) -> list[Part]:
    """The parts with the words of each change joined: RISE OF FIGURE TIME becomes one CHANGE."""
    pieces: list[Part] = []
    at = taken = 0
    while at < len(parts):
        part = parts[at]
        if part.mention is not None and (reader := _Reader(draft, parts, at)).read() and reader.first >= taken:
            first = parts[reader.first].start
            while pieces and pieces[-1].end > first:
                pieces.pop()
            pieces.append(Part(Word.CHANGE, first, parts[reader.end - 1].end, part.mention, None, reader.change))
            at = taken = reader.end
            continue
        pieces.append(part)
        at += 1
    return pieces


class _Reader:
    """Reads one figure as a change; `first` and `end` are the parts that belong to it."""

    def __init__(self, draft: Draft, parts: Sequence[Part], at: int) -> None:
        self.draft, self.parts, self.at = draft, parts, at
        self.first, self.end = at, at + 1
        self.may_add = False
        self.change: Change

    def word(self, index: int) -> Word:
        return self.parts[index].word if 0 <= index < len(self.parts) else Word.END

    def read(self) -> bool:
        mention = self.parts[self.at].mention
        assert mention is not None
        if mention.figure.kind is Kind.MULTIPLE:
            if not self._is_multiple(mention):
                return False
            last = mention.sentence.tokens.words[mention.end - 1]
            names = last in self.draft.wordings.words("changes", "multiple nouns")
            self.change = Change(mention, names=names, may_add=self.may_add)
        elif not self._has_direction(self._in_units_of_money(mention)):
            return False
        self._take_what_follows()
        self._take_time()
        self._take_time_at_head()
        self._note_doubts()
        return True

    def _in_units_of_money(self, mention: Mention) -> Mention:
        """An amount such as "13 centimes" as a bare 0,13, which takes over the currency of the level."""
        figure = mention.figure
        if figure.numeral is None or figure.unit not in self.draft.wordings.words("changes", "hundredths"):
            return mention
        scale = figure.numeral.scale / 100
        numeral = replace(figure.numeral, scale=scale)
        return mention.read_as(replace(figure, unit="", value=numeral.value * scale, numeral=numeral))

    # --- direction -----------------------------------------------------------------------------------------------

    def _has_direction(self, mention: Mention) -> bool:
        figure = mention.figure
        signed = is_signed(figure)
        before, loose = self._cue_before(figure)
        after = self._cue_after() if before is None else None
        cue = self.parts[before].word if before is not None else after
        if cue is None and not signed:
            return self._is_yearly(mention) or self._is_unsaid(mention)
        if figure.kind is Kind.RATIO and cue is None:
            return False
        gains_time = figure.kind is Kind.DURATION and cue in _GOES  # "un gain de 32 minutes" is a fall
        sized = (cue is Word.SHIFT or gains_time) and not signed
        rises = cue in _RISES if cue not in (None, Word.SHIFT) else figure.number > 0
        if before is not None and self._names_level(before, figure):
            return False
        if cue in _RISES and signed and figure.number < 0:
            return False  # "une hausse de -3 %"
        if before is not None and not loose and self._is_pair(before, figure):
            return False
        self.first = self.at if before is None else before
        if cue is None and self.word(self.at - 1) is Word.OF:
            self.first = self.at - 1  # "une évolution de +3 %"
        self.change = Change(
            mention, None if sized else rises, sized, compares=cue in (Word.ABOVE, Word.BELOW), loose=loose
        )
        return True

    def _names_level(self, cue: int, figure: Figure) -> bool:
        """Whether the amount is no change but a level itself: "une perte de 3 millions", "a net loss of $3m"."""
        if figure.kind in (Kind.PERCENTAGE, Kind.POINTS, Kind.RATIO):
            return False
        mention = self.parts[self.at].mention
        assert mention is not None
        word = mention.sentence.tokens.words[self.parts[cue].end - 1]
        return word in self.draft.wordings.words("changes", "levels themselves")

    def _is_yearly(self, mention: Mention) -> bool:
        """Whether it is a change since it is so every year: "…, soit 7 % par an"."""
        if mention.figure.kind is not Kind.PERCENTAGE:
            return False
        if Word.YEARLY not in (self.word(self.at + 1), self.word(self.at - 2), self.word(self.at - 3)):
            return False
        self.change = Change(mention)
        for at in range(self.at - 1, self.at - 3 - _MOST_OTHERS, -1):
            if self.word(at) in (Word.RISE, Word.FALL):  # "grew at a compound annual rate of 7 %"
                self.change, self.first = Change(mention, self.word(at) is Word.RISE), at
                return True
            if self.word(at) in (Word.COMMA, Word.FIGURE, Word.END, Word.BREAK):
                break
        return self.word(self.at - 1) in (Word.THAT_IS, Word.COMMA, Word.OPEN)

    def _is_unsaid(self, mention: Mention) -> bool:
        """Whether it is a change without a cue of its own: "…, and costs 48%, to 4.7m from 3.2m"."""
        found = unsaid(self.parts, self.at, mention.figure, self.draft.wordings)
        if found is None:
            return False
        self.first, self.change = found.first, Change(mention, found.rises, sized=found.rises is None)
        return True

    def _cue_before(self, figure: Figure) -> tuple[int | None, bool]:
        """The part before the figure that says in which direction, and whether other words stand between."""
        at = self.at - 1
        led = self.word(at) in (Word.OF, Word.BY)
        if led:
            at -= 1
            if self.word(at) is Word.COMMA and self.word(at - 1) in _GOES and self.word(self.end) is Word.COMMA:
                at -= 1  # "le repli, de 2 %, …"
        if self._puts_at(at, figure):
            return at - 1, False
        if self.word(at) in (Word.REACH, Word.THAN) or (self.word(at), self.word(at - 1)) in _COLONS:
            at -= 1
        if self.word(at) is Word.YEARLY:
            at -= 1
        if self.word(at) in _BEFORE:
            return at, False
        if not led or figure.kind not in (Kind.PERCENTAGE, Kind.POINTS, Kind.RATIO):
            return None, False
        for passed in range(_MOST_OTHERS):
            if self.word(at - passed) not in (Word.OTHER, Word.OF, Word.TIME):
                return None, False
            if self.word(at - passed - 1) in _GOES:
                return at - passed - 1, True
        return None, False

    def _puts_at(self, at: int, figure: Figure) -> bool:
        """Whether a noun and "at" stand before a percentage: "putting the jump at 37%"."""
        if self.word(at) is not Word.TO or self.word(at - 1) not in _GOES or figure.kind is not Kind.PERCENTAGE:
            return False
        mention = self.parts[self.at].mention
        assert mention is not None
        words, wordings = mention.sentence.tokens.words, self.draft.wordings
        first, noun = self.parts[at].start, self.parts[at - 1].start
        return words[first] in wordings.words("changes", "puts at") and words[noun - 1] in wordings.words(
            "changes", "articles"
        )

    def _cue_after(self) -> Word | None:
        """The direction that follows the figure: "700 de plus", "a 25% increase"."""
        at = self.end
        if self.word(at) in _AFTER:
            self.end = at + 1
            return self.word(at)
        if self.word(at) in _GOES:
            tokens = self.parts[at].mention or self.parts[self.at].mention
            assert tokens is not None
            if tokens.sentence.tokens.words[self.parts[at].start] in self.draft.wordings.words(
                "changes", "after figures"
            ):
                self.end = at + 1
                return self.word(at)
        return None

    def _is_pair(self, cue: int, figure: Figure) -> bool:
        """Whether the figure is the level before: the "10 %" of "augmenté de 10 % à 12 %"."""
        preposition = self.parts[self.at - 1]
        mention = self.parts[self.at].mention
        assert mention is not None
        words = mention.sentence.tokens.words
        if preposition.word is not Word.OF or cue != self.at - 2:
            return False
        if words[preposition.start] not in self.draft.wordings.words("changes", "of or from"):
            return False
        at = self.at + 1
        while self.word(at) is Word.TIME:
            at += 1
        if self.word(at) is not Word.TO or self.word(at + 1) is not Word.FIGURE:
            return False
        level = self.parts[at + 1].mention
        assert level is not None
        of_rates = figure.kind is Kind.PERCENTAGE
        if figure.kind not in LEVELS or of_rates is not (level.figure.kind is Kind.PERCENTAGE):
            return False
        following = self.word(at + 3) if self.word(at + 2) is Word.COMMA else self.word(at + 2)
        if following is not Word.VERSUS:
            return True
        # "augmenté de 3 % à 5 %, contre 2 %" gives a range, "reculé de 0,4 % à 12,8 %, contre 13,2 %" a change
        return of_rates and _RANGE * abs(figure.number) >= abs(level.figure.number)

    # --- multiples -----------------------------------------------------------------------------------------------

    def _is_multiple(self, mention: Mention) -> bool:
        """Whether a multiple compares levels: "doublé", "multiplié par trois", "dix fois plus"; not "trois fois"."""
        figure, words = mention.figure, mention.sentence.tokens.words
        if self.word(self.at - 1) in (Word.RISE, Word.FALL):
            self.first = self.at - 1
        if figure.in_words or mention.first + 2 < mention.end or self.word(self.at - 1) is Word.BY:
            return True
        following = words[mention.tail]
        self.may_add = following in self.draft.wordings.words("changes", "doubtful more")
        return following in self.draft.wordings.words("changes", "times more")

    # --- what follows --------------------------------------------------------------------------------------------

    def _take_what_follows(self) -> None:
        """Takes the words after the figure that belong to it: "par an", "de plus"."""
        change = self.change
        while True:
            word = self.word(self.end)
            if word is Word.YEARLY:
                change = replace(change, yearly=True)
            elif word is Word.PERIODIC:
                change = replace(change, doubt="periodic")
            elif word not in _AFTER or (change.kind is not Kind.MULTIPLE and self.end != self.at + 1):
                break
            self.end += 1
        if any(self.word(at) is Word.YEARLY for at in range(min(self.first - 1, self.at - 3), self.at)):
            change = replace(change, yearly=True)
        self.change = change

    def _take_time(self) -> None:
        """Takes what the change is measured over or from, where it follows; a bare date is when it happened."""
        at = self.end
        while self.word(at) is Word.TIME:
            when = self.parts[at].when
            if when is not None and (when.count or when.since is not None):
                self.change = replace(self.change, measured=when)
            else:
                self.change = replace(self.change, during=when)
            at += 1
        if self.change.compares and self.change.measured is None and self.word(at) is Word.OPEN:
            self.change = replace(
                self.change, measured=self.change.during
            )  # "dépasse de 4 points celle de 2021 (44 %)"
        compared = self.word(at) in (Word.THAN, Word.VERSUS, Word.FROM, Word.OF) and self.word(at + 1) is Word.TIME
        if compared and not (self.word(at) is Word.FROM and self._leads_to_level(at + 2)):
            self.change = replace(self.change, measured=self.parts[at + 1].when)
            at += 2
            while self.word(at) is Word.TIME:
                at += 1
        self.end = at

    def _take_time_at_head(self) -> None:
        """Takes the years at the head of the sentence for a yearly change: "Entre 2019 et 2024, … de 5 % par an"."""
        when = self.parts[0].when
        if not self.change.yearly or self.change.measured is not None or when is None:
            return
        if when.since is not None or (when.years is not None and when.years > 1):
            self.change = replace(self.change, measured=when)

    def _leads_to_level(self, at: int) -> bool:
        """Whether a noun and its level follow: the "peak of $2,140" of "from its 2022 peak of $2,140"."""
        nouns = 0
        while self.word(at + nouns) is Word.OTHER and nouns < _MOST_OTHERS:
            nouns += 1
        return (self.word(at + nouns), self.word(at + nouns + 1)) == (Word.OF, Word.FIGURE)

    def _note_doubts(self) -> None:
        change = self.change
        if self.word(self.first - 1) in (Word.VERSUS, Word.THAN):
            change = replace(change, old=True)
        for at in range(self.first - 1, self.first - 1 - _REACH_OF_NOT, -1):
            if self.word(at) is Word.NOT:
                change = replace(change, doubt="denied")
            if self.word(at) in (Word.COMMA, Word.FIGURE, Word.END, Word.BREAK):
                break
        if self.word(self.end) is Word.NOT:
            change = replace(change, doubt="denied")
        if self._is_adjusted():
            change = replace(change, doubt="adjusted")
        self.change = change

    def _is_adjusted(self) -> bool:
        stops = (Word.COMMA, Word.FIGURE, Word.END, Word.BREAK, Word.OPEN)
        for step, start in ((-1, self.at - 1), (1, self.end)):
            at = start
            for _ in range(_REACH_OF_NOT):
                word = self.word(at)
                if word is Word.ADJUSTED:
                    return True
                if word in stops and not (at == start and step == 1 and word in (Word.COMMA, Word.OPEN)):
                    break
                at += step
        return False
