"""A sentence as the grammar of changes sees it: a row of parts, each a figure, a time, a sign or a word with a role.

"Les ventes ont atteint 312 millions en 2024, en hausse de 9 % sur un an" becomes OTHER REACH FIGURE TIME COMMA RISE OF
FIGURE TIME. Which words have which role stands in `wordings/LANG/changes.yaml`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.changes.when import When
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.wordings import Wordings
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period
from factcheck.figures.units import COUNT, NUMBER

if TYPE_CHECKING:
    from factcheck.drafts.changes.figures import Change


class Word(StrEnum):
    """What a part does in its sentence; the names of the words' lists in the wordings."""

    RISE = "rise"
    FALL = "fall"
    SHIFT = "shift"
    MORE = "more"
    LESS = "less"
    ABOVE = "above"
    BELOW = "below"
    MOVE = "move"
    TO = "to"
    OF = "of"
    BY = "by"
    FROM = "from"
    VERSUS = "versus"
    THAN = "than"
    THAT_IS = "that is"
    REACH = "reach"
    YEARLY = "yearly"
    PERIODIC = "periodic"
    ADJUSTED = "adjusted"
    NOT = "not"
    ATTRIBUTION = "attribution"
    BREAK = "break"
    INCLUDING = "including"
    ASIDE = "aside"
    FILLER = "filler"
    SAME = "same"
    COMMA = ","
    OPEN = "("
    CLOSE = ")"
    COLON = ":"
    END = "."
    TIME = "time"
    FIGURE = "figure"
    CHANGE = "change"
    OTHER = "?"


class Part(Struct, frozen=True):
    """Some tokens of a sentence, from `start` to `end`, and their role.

    A figure has its mention, a time its when; a figure joined with the words that make it a change has its change.
    """

    word: Word
    start: int
    end: int
    mention: Mention | None = None
    when: When | None = None
    change: Change | None = None


_SIGNS: Final = {
    ",": Word.COMMA,
    "–": Word.COMMA,
    "—": Word.COMMA,
    "(": Word.OPEN,
    "[": Word.OPEN,
    ")": Word.CLOSE,
    "]": Word.CLOSE,
    ";": Word.BREAK,
    ":": Word.COLON,
    ".": Word.END,
    "!": Word.END,
    "?": Word.END,
    "…": Word.END,
}
_OTHER: Final = Word.OTHER  # of most words; to look up a member of an enumeration takes longer than all else for one
_PASSED_OVER: Final = frozenset("«»“”\"'*_|→")
_ROLES: Final = {word.value: word for word in Word}
_HEDGES_THAT_COMPARE: Final = (Hedge.OVER, Hedge.UNDER)
_BEFORE_TIMES: Final = (Word.TO, Word.OF)


@lru_cache(maxsize=2)
def _telling(wordings: Wordings) -> frozenset[str]:
    """The signs, and the words that phrases begin with; all others have no role."""
    return wordings.cue("changes", "words").first_words.union(_SIGNS, _PASSED_OVER, "-")


def parts_of(draft: Draft, sentence: Sentence) -> list[Part]:
    """The parts of a sentence, in order."""
    return _Reader(draft, sentence).read()


class _Reader:
    def __init__(self, draft: Draft, sentence: Sentence) -> None:
        self.draft, self.sentence, self.tokens = draft, sentence, sentence.tokens
        self.words = draft.wordings.cue("changes", "words")
        self.telling = _telling(draft.wordings)
        self.parts: list[Part] = []

    def read(self) -> list[Part]:
        at = self.tokens.first
        for mention in self.sentence.mentions:
            if mention.lead < at:
                continue  # part of a phrase: the "12 months" of "in 12 months"
            at = self._up_to(mention.lead, at, mention)
            if at == mention.lead:
                self._mention(mention)
                at = mention.tail
        self._up_to(self.tokens.last, at, None)
        return self.parts

    def _up_to(self, end: int, at: int, upcoming: Mention | None) -> int:
        """Takes the words from a token up to another, or past it where a phrase reaches further; returns the next."""
        words, parts, telling = self.tokens.words, self.parts, self.telling
        while at < end:
            word = words[at]
            if word not in telling:
                parts.append(Part(_OTHER, at, at + 1))
                at += 1
            elif word in _SIGNS:
                parts.append(Part(_SIGNS[word], at, at + 1))
                at += 1
            else:
                at = self._word(at, upcoming)
        return at

    def _word(self, at: int, upcoming: Mention | None) -> int:
        """Takes the word, or the phrase, at a token; returns the index after it."""
        word = self.tokens.words[at]
        if word in _PASSED_OVER:
            return at + 1
        found = self.words.at(self.tokens, at)
        if found is not None and upcoming is not None and upcoming.lead < found[1] < upcoming.tail:
            found = None
        if found is None:
            dash = word == "-" and not self.tokens.touches(at) and not self.tokens.touches(at + 1)
            self.parts.append(Part(Word.COMMA if dash else _OTHER, at, at + 1))
            return at + 1
        name, end = found
        role = _ROLES.get(name)
        if role is None:
            self._time(at, end, When.of_phrase(name))
        elif role is Word.ATTRIBUTION:
            return self._attribution(at, end, upcoming)
        elif role is Word.SAME:
            return end + self._is_unknown(end, upcoming)  # "dans les mêmes gares": it is the same thing
        elif role is not Word.FILLER:
            self._add(role, at, end)
        return end

    def _is_unknown(self, at: int, upcoming: Mention | None) -> bool:
        """Whether a word that has no role stands at the token."""
        last = self.tokens.last if upcoming is None else upcoming.lead
        return at < last and self.tokens.words[at].isalpha() and self.words.at(self.tokens, at) is None

    def _add(self, word: Word, start: int, end: int, mention: Mention | None = None) -> None:
        self.parts.append(Part(word, start, end, mention))

    def _attribution(self, at: int, end: int, upcoming: Mention | None) -> int:
        """Passes over ", selon l'Office des changes," up to its end."""
        stop = self.tokens.last - 1 if upcoming is None else upcoming.lead
        opened = 0
        for index in range(end, stop):
            sign = self.tokens.words[index]
            if sign == "," or (sign == ")" and not opened):
                return index
            opened += (sign == "(") - (sign == ")")  # "selon l'Agence des ports (AP), …"
        if upcoming is None:
            return max(stop, end)
        self._add(Word.BREAK, at, end)
        return end

    def _mention(self, mention: Mention) -> None:
        figure = mention.figure
        if figure.kind is Kind.DATE:
            self._date(mention)
        elif figure.kind is Kind.DURATION and self._is_span(mention):
            return
        elif self._says_what_is_counted(mention):
            self._add(Word.OTHER, mention.lead, mention.tail)
        else:
            self._figure(mention)

    def _says_what_is_counted(self, mention: Mention) -> bool:
        """Whether it is a size in words, of the things counted before it: "conteneurs équivalents vingt pieds"."""
        figure = mention.figure
        if figure.numeral is None or figure.numeral.digits or figure.measure in (COUNT, NUMBER):
            return False
        if figure.kind not in (Kind.NUMBER, Kind.DURATION) or not figure.unit:
            return False
        last = [part.word for part in self.parts[-3:]]
        while last and last[-1] in (Word.OTHER, Word.OF):
            last.pop()
        return last[-1:] == [Word.FIGURE] and len(self.parts) > 1 and self.parts[-1].end == mention.lead

    def _figure(self, mention: Mention) -> None:
        """A figure, and what its hedge hides: the "à" of "à plus de 12 %", the "more than" of "700 more than 7,500"."""
        if mention.lead < mention.first:
            found = self.words.at(self.tokens, mention.lead)
            role = None if found is None else _ROLES.get(found[0])
            if found is not None and role in (Word.TO, Word.OF, Word.THAT_IS, Word.REACH):
                self._add(role, mention.lead, min(found[1], mention.first))
            elif role in (Word.ABOVE, Word.BELOW) and found is not None and found[1] == mention.first:
                self._add(role, mention.lead, mention.first)  # "dépasse de 4 points"
                mention = replace(mention, figure=replace(mention.figure, hedge=Hedge.NONE), lead=mention.first)
            elif role is Word.THAN and found is not None and mention.figure.hedge is not Hedge.OVER:
                # "three times as many as the 500", but not "up over 31%"
                self._add(role, mention.lead, mention.first)
                mention = replace(mention, figure=replace(mention.figure, hedge=Hedge.NONE), lead=mention.first)
            elif role in (Word.MORE, Word.LESS, Word.ABOVE, Word.BELOW) and self._follows_figure(mention):
                self._add(role, mention.lead, mention.lead + 1)
                self._add(Word.THAN, mention.lead, mention.first)
                mention = replace(mention, figure=replace(mention.figure, hedge=Hedge.NONE), lead=mention.first)
        self._add_figure(mention)

    def _add_figure(self, mention: Mention) -> None:
        """A figure, and the word for a direction that was taken for what it counts: "4,8 millions supplémentaires"."""
        last = mention.end - 1
        found = self.words.at(self.tokens, last) if mention.figure.unit and last > mention.first else None
        role = None if found is None else _ROLES.get(found[0])
        if role not in (Word.MORE, Word.LESS) or mention.figure.kind is not Kind.NUMBER:
            self._add(Word.FIGURE, mention.lead, mention.tail, mention)
            return
        bare = replace(mention, figure=replace(mention.figure, unit=""), end=last, tail=last)
        self._add(Word.FIGURE, mention.lead, last, bare)
        self._add(role, last, mention.tail)

    def _follows_figure(self, mention: Mention) -> bool:
        last = self.parts[-1] if self.parts else None
        compares = mention.figure.hedge in _HEDGES_THAT_COMPARE
        return compares and last is not None and last.word is Word.FIGURE and last.end == mention.lead

    def _date(self, mention: Mention) -> None:
        value = Period.parse(str(mention.figure.value))
        start = mention.lead
        until = self.draft.wordings.cue("changes", "until").before(self.tokens, start)
        when = When(period=mention.figure.period or value)
        if self._closes_span(mention):
            return
        if until is not None:
            start = until[1]
            when = replace(when, until=True)
            self._drop_from(start)
        self._time(start, mention.tail, when)

    def _closes_span(self, mention: Mention) -> bool:
        """Whether the date is the second one of "entre 2015 et 2020", "de 2015 à 2020"; both become one time."""
        if len(self.parts) < 2 or self.parts[-2].word is not Word.TIME:
            return False
        joint, first = self.parts[-1], self.parts[-2]
        opening = self.tokens.words[first.start - 1]
        between = opening in self.draft.lexicon.between and joint.word is Word.BREAK
        from_to = joint.word in (Word.TO, Word.COMMA) and joint.end == mention.lead
        if first.when is None or first.when.period is None or not (between or from_to):
            return False
        when = When(period=mention.figure.period, since=first.when.period)
        start = first.start - 1 if between else first.start
        self._drop_from(start)
        if self.parts and self.parts[-1].word is Word.FROM:
            self.parts.pop()
        self._time(start, mention.tail, when)
        return True

    def _is_span(self, mention: Mention) -> bool:
        """Takes a duration that says when or how long: "en dix ans", "dix ans plus tôt"."""
        wordings, figure = self.draft.wordings, mention.figure
        after = wordings.cue("changes", "after spans").at(self.tokens, mention.tail)
        before = wordings.cue("changes", "before spans").before(self.tokens, mention.lead)
        if after is None and before is None and not self._leads_to_date(mention):
            return False
        whole = figure.number.denominator == 1
        when = When(unit=figure.unit, count=int(figure.number)) if whole else When()
        if before is not None and after is None and self.words.at(self.tokens, before[1]) is None:
            self._drop_from(before[1])
        self._time(mention.lead, mention.tail, when)
        return True

    def _leads_to_date(self, mention: Mention) -> bool:
        """Whether it is part of a date: "the first nine months of 2008"."""
        following = mention.next
        return following is not None and following.figure.kind is Kind.DATE and following.lead <= mention.tail + 1

    def _time(self, start: int, end: int, when: When) -> None:
        while self.parts and self.parts[-1].word in _BEFORE_TIMES:
            self.parts.pop()
        self.parts.append(Part(Word.TIME, start, end, None, when))

    def _drop_from(self, start: int) -> None:
        while self.parts and self.parts[-1].start >= start:
            self.parts.pop()
