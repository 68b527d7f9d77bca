"""Enumerations that words bind to a count further off: "six cantons …, soit Vaud, Genève et Jura", or before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import is_word
from factcheck.drafts.lists.enumerations import Enumeration
from factcheck.drafts.stated import Candidate, Judged
from factcheck.kinds import count
from factcheck.relations.finding import Confidence

_FEWEST: Final = 2
_FARTHEST: Final = 12
_MOST_WORDS: Final = 4
_NAMES: Final = 2
_COMMA: Final = ","
_STOPS: Final = (".", ";", "!", "?", ")", "–", "—", ":")
_BEFORE_COUNT: Final = (",", ":", "–", "—")


class Told(Enumeration):
    """A count whose enumeration may stand further off, too."""

    def readings(self) -> Iterator[Iterator[Candidate]]:
        """What the words may say, the clearest reading first."""
        yield self.found()
        yield self._namely()
        yield self._before()
        yield self.that_fits()
        yield self._behind_a_colon()
        yield self.one_and_other()

    def _judged(self, listed: int) -> Iterator[Judged]:
        if listed >= _FEWEST:
            evidence = self.draft.evidence(self.mention)
            yield Judged(count.finding(evidence, listed, Confidence.MEDIUM), (self.mention,))

    def _namely(self) -> Iterator[Candidate]:
        """The names after words that say it is all of them: "soit Vaud, Genève et Jura", "namely", "as follows:"."""
        namely, tokens = self.cue("namely"), self.tokens
        following = self.mention.next
        if following is not None and following.lead - self.mention.tail <= _FARTHEST:
            return
        last = min(tokens.last, self.mention.tail + _FARTHEST)
        found = next((cue for at in range(self.mention.tail, last) if (cue := namely.at(tokens, at))), None)
        if found is None:
            return
        first = found[1] + (tokens.words[found[1]] == ":")
        end = self._stop(first)
        if self._is_open(first, end):
            return
        items, joints = self.cut(first, end)
        if joints == 1 and self._are_names(items):
            yield from self._judged(len(items))

    def _before(self) -> Iterator[Candidate]:
        """The names that the count sums up right after them: "Diop, Sarr et Fall, les trois dirigeants"."""
        tokens = self.tokens
        all_of = self.cue("all of them").before(tokens, self.mention.lead)
        stop = (self.mention.lead if all_of is None else all_of[1]) - 1
        sign = tokens.words[stop]
        if sign not in _BEFORE_COUNT or (all_of is None and sign == _COMMA) or stop <= tokens.first:
            return
        if any(each.tail <= stop for each in self.sentence.mentions) or self._is_open(tokens.first, stop):
            return
        if tokens.words[self.mention.tail] in (*_STOPS, _COMMA) and all_of is None:
            return
        items, joints = self.cut(tokens.first, stop)
        listed = self._names_at_end(items)
        opens = listed == len(items) and not self._opens_with_a_place(items[0][0])
        if joints == 1 and listed and (listed <= self.mention.figure.number or opens):
            yield from self._judged(listed)

    def _opens_with_a_place(self, at: int) -> bool:
        """Whether the first item is where or when: "En France, Paul et Marie, les deux"."""
        words = self.tokens.words
        return words[at] in self.words("prepositions") or self.draft.lexicon.weekdays.at(self.tokens, at) is not None

    def _names_at_end(self, items: Sequence[tuple[int, int]]) -> int:
        """How many of the last items are names; of things, all must be short: "Copper, zinc, nickel and tin"."""
        if len(items) < _FEWEST:
            return 0
        listed = 0
        for start, stop in reversed(items):
            if not (self._is_name(start, stop)):
                break
            listed += 1
        plain = all(stop - start == 1 and is_word(self.tokens.words[start]) for start, stop in items)
        return len(items) if plain and len(items) > _FEWEST else listed if listed >= _FEWEST else 0

    def _behind_a_colon(self) -> Iterator[Candidate]:
        """Full names, or what such a noun announces, after a colon further off: "Three ministers lost: Ann Lee, …"."""
        tokens, last = self.tokens, min(self.tokens.last, self.mention.tail + _FARTHEST)
        at = next((at for at in range(self.mention.tail, last) if tokens.words[at] == ":"), None)
        following = self.mention.next
        if at is None or (following is not None and following.lead < at) or self.mention.previous is not None:
            return
        end = self._stop(at + 1)
        if self._is_open(self.mention.tail, end):
            return
        items, joints = self.cut(at + 1, end)
        if joints != 1 or len(items) < _FEWEST or following is not None:
            return
        people = all(self._is_name(*item) and item[1] - item[0] == _NAMES for item in items)
        if people or (self._is_announced(at) and self._differ_by_one(items)):
            yield from self._judged(len(items))

    def _is_announced(self, colon: int) -> bool:
        """Whether such things are what enumerations list, and they do nothing before the colon."""
        said = self.tokens.words[self.mention.tail : colon]
        is_listed = self.mention.figure.unit in self.words("announced in headings")
        return is_listed and self.words("verbs").isdisjoint(said)

    def _differ_by_one(self, items: Sequence[tuple[int, int]]) -> bool:
        alike = self.are_of_a_kind(items) and all(self.is_item(*item) for item in items)
        return alike and abs(len(items) - self.mention.figure.number) == 1

    def _stop(self, first: int) -> int:
        words = self.tokens.words
        return next((at for at in range(first, self.tokens.last) if words[at] in _STOPS), self.tokens.last)

    def _is_open(self, first: int, end: int) -> bool:
        return not (self.words("open") | self.words("ends open")).isdisjoint(self.tokens.words[first:end])

    def _are_names(self, items: Sequence[tuple[int, int]]) -> bool:
        return len(items) >= _FEWEST and all(self._is_name(start, stop) for start, stop in items)

    def _is_name(self, start: int, stop: int) -> bool:
        """Whether an item is a name, an article before it or not: "le Togo", "Rita Shah"."""
        words, tokens = self.tokens.words, self.tokens
        if words[start] in self.words("articles") and stop - start > 1:
            start += 1
        if not 1 <= stop - start <= _MOST_WORDS or not (tokens.is_capital(start) and tokens.is_capital(stop - 1)):
            return False
        return all(is_word(word) for word in words[start:stop]) and words[start] not in self.words("prepositions")
