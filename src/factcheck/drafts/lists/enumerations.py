"""What stands between a count and the end of its sentence, cut into the items that it may announce."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import CLOSING, OPENING, SentenceReader, is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Judged
from factcheck.kinds import count
from factcheck.relations.finding import Confidence

FAMILY: Final = "lists"
_FEWEST: Final = 2
_FARTHEST_COLON: Final = 12
_LONGEST: Final = 200
_LONGEST_ITEM: Final = 4
_MOST_AFTER: Final = 5
_COMMA: Final = ","
_DASHES: Final = ("–", "—")


class Enumeration(SentenceReader):
    """What stands between a count and the end of its sentence."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, mention: Mention) -> None:
        super().__init__(draft, sentence)
        self.mention = mention

    def readings(self) -> Iterator[Iterator[Candidate]]:
        """What the words may say, the clearest reading first."""
        yield self.found()
        yield self.that_fits()
        yield self.one_and_other()

    def found(self) -> Iterator[Candidate]:
        """The enumeration right after the count, right or wrong."""
        opening = self.opening()
        if (
            opening is None
            or self._is_of_some(opening)
            or (self.mention.next is not None and opening < self.mention.next.lead <= self.end(opening))
        ):
            return
        end = self.end(opening)
        words = self.tokens.words[opening + 1 : end]
        if not words or not self.words("open").isdisjoint(words) or not self.words("ends open").isdisjoint(words):
            return
        counted = self.items(opening + 1, end, in_parentheses=self.tokens.words[opening] in OPENING)
        if counted is not None:
            evidence = self.draft.evidence(self.mention)
            yield Judged(count.finding(evidence, counted, Confidence.MEDIUM), (self.mention,))

    def _is_of_some(self, opening: int) -> bool:
        """Whether some of the things are counted right before: "Trois des cinq prévenus, Marc, Luc et Jean"."""
        before, after = self.mention.previous, self.mention.next
        if before is not None and self.mention.lead - before.tail == 1:
            return True
        if after is not None and after.lead < opening:
            return True  # "The two ministers visited three cities: …"
        first = self.mention.lead - 1 - (self.tokens.words[self.mention.lead - 1] in self.words("definite"))
        opens = first == self.tokens.first or not is_word(self.tokens.words[first - 1])
        return opens and self.tokens.words[first] in self.words("some of")

    def that_fits(self) -> Iterator[Candidate]:
        """The enumeration after a colon further off, where it has as many items as announced by one way of counting."""
        words, announced = self.tokens.words, int(self.mention.figure.number)
        last = min(self.tokens.last, self.mention.tail + _FARTHEST_COLON + 1)
        at = next((at for at in range(self.mention.tail, last) if words[at] == ":"), self.tokens.last)
        if at - self.mention.tail > _FARTHEST_COLON or not at + 1 < self.tokens.last < at + _LONGEST:
            return
        rest = words[at + 1 : self.tokens.last]
        if not (self.words("open") | self.words("ends open")).isdisjoint(rest):
            return
        items, _ = self.cut(at + 1, self.tokens.last)
        named = [item for item in range(at + 1, self.tokens.last) if self._begins_item(item, first=at + 1)]
        if announced in (len(items), len(named)):
            yield self.consistent()

    def one_and_other(self) -> Iterator[Candidate]:
        """Two things of which the sentence tells apart the one and the other."""
        if self.mention.figure.number == _FEWEST:
            places = range(self.mention.tail, self.tokens.last)
            one, other = self.cue("one of two"), self.cue("other of two")
            first = next((at for at in places if one.at(self.tokens, at) is not None), self.tokens.last)
            if any(other.at(self.tokens, at) is not None for at in range(first, self.tokens.last)):
                yield self.consistent()

    def consistent(self) -> Judged:
        """That as many things are listed as were announced."""
        evidence, listed = self.draft.evidence(self.mention), int(self.mention.figure.number)
        return Judged(count.finding(evidence, listed, Confidence.LOW), (self.mention,))

    def _begins_item(self, at: int, *, first: int) -> bool:
        """Whether an item begins with an article or a capital: "le siège, qui perdrait 640 postes, et les réseaux"."""
        words, before = self.tokens.words, self.tokens.words[at - 1]
        if at > first and before != _COMMA and before not in self.words("and"):
            return False
        return words[at] in self.words("articles") or self.tokens.is_capital(at)

    def opening(self) -> int | None:
        """The colon or the parenthesis right after the noun, a few words that describe it between."""
        words = self.tokens.words
        for at in range(self.mention.tail, self.mention.tail + _MOST_AFTER):
            word = words[at]
            if word == ":" or (word in (*OPENING, *_DASHES, _COMMA) and at == self.mention.tail):
                return at
            if (word in self.words("are") or self._is_comma_before_name(at)) and self._is_definite():
                return at
            if word in self.words("passive") and self._is_passive(at):
                continue
            if not is_word(word) or word in self.words("and") or self.is_verb(word):
                return None
        return None

    def _is_comma_before_name(self, at: int) -> bool:
        """Whether a name follows one word that describes the things: "Les trois artistes invités, Angèle, …"."""
        return self.tokens.words[at] == _COMMA and at == self.mention.tail + 1 and self.tokens.is_capital(at + 1)

    def is_verb(self, word: str) -> bool:
        """Whether a word may be the verb that has the count as its subject: what follows is then of something else."""
        plural = self.draft.lexicon.counts_by_scores and word.endswith("ent") and len(word) > _LONGEST_ITEM
        return plural or word in self.words("verbs")

    def _is_definite(self) -> bool:
        """Whether the things are known ones: "les quatre villes retenues sont …"."""
        return self.tokens.words[self.mention.lead - 1] in self.words("definite")

    def _is_passive(self, at: int) -> bool:
        """Whether a verb says something of the things counted, and nothing else: "cinq pays sont concernés :"."""
        words = self.tokens.words[at : at + 4]
        colon = words.index(":") if ":" in words else 0
        return colon > 1 and words[colon - 1].endswith(tuple(self.words("participles")))

    def end(self, opening: int) -> int:
        """The token after the enumeration: the end of the sentence, a closing parenthesis, a semicolon or a dash."""
        words = self.tokens.words
        stops = CLOSING if words[opening] in OPENING else (".", ";", "!", "?", *CLOSING, *_DASHES)
        joined = False
        for at in range(opening + 1, self.tokens.last):
            if words[at] in stops or (joined and words[at] == _COMMA and words[opening] == _COMMA):
                return at
            joined = joined or words[at] in self.words("and")
        return self.tokens.last

    def items(self, first: int, end: int, *, in_parentheses: bool) -> int | None:
        """How many items stand there; None where commas and "et" do not tell."""
        items, joints = self.cut(first, end)
        names = joints == 1 and all(self.tokens.is_capital(start) for start, _ in items)
        if not names and self.tokens.words[first - 1] not in (":", *OPENING):
            return None  # without a colon, only names make an enumeration
        if len(items) < _FEWEST or not all(self.is_item(start, stop) for start, stop in items):
            return None
        closed = joints == 1 and self.tokens.words[items[-1][0] - 1] in self.words("and")
        announced = int(self.mention.figure.number)
        if announced == len(items):
            return announced
        if joints > int(closed) or not self.are_of_a_kind(items):
            return None  # "mines et énergie" may be one thing or two
        if not closed and not (in_parentheses and len(items) > announced):
            return None  # an enumeration without "et" may be open
        return len(items)

    def cut(self, first: int, end: int) -> tuple[list[tuple[int, int]], int]:
        """The items as spans of tokens, cut at commas and at the last "et"; and how often "et" stands among them."""
        words, ands = self.tokens.words, self.words("and")
        joints = [at for at in range(first, end) if words[at] in ands]
        cuts = [at for at in range(first, end) if words[at] == _COMMA]
        if joints and (not cuts or joints[-1] > cuts[-1]):
            cuts.append(joints[-1])
        items, start = [], first
        for cut in (*sorted(cuts), end):
            if cut > start:
                items.append((start, cut))
            start = cut + 1
        return items, len(joints)

    def is_item(self, start: int, stop: int) -> bool:
        """Whether tokens are few words that may name a thing, and no verb."""
        words = self.tokens.words[start:stop]
        named = [word for word in words if word not in self.words("articles")]
        if not 1 <= len(named) - 2 * named.count("-") <= _LONGEST_ITEM:
            return False
        return all(is_word(word) for word in words) and self.words("verbs").isdisjoint(words)

    def are_of_a_kind(self, items: Sequence[tuple[int, int]]) -> bool:
        """Whether all items begin alike: a place beside what it is ("Rabat, la capitale, Fès") is no item more."""
        capitals = {self.tokens.is_capital(start) for start, _ in items}
        articles = {self.tokens.words[start] in self.words("articles") for start, _ in items}
        return len(capitals) == 1 and len(articles) == 1
