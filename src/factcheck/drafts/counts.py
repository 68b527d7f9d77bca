"""Counts and what they announce: "trois villes : Rabat, Fès et Oujda", and the lists that follow a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.links import CLOSING, OPENING, SentenceReader, is_count, is_word
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Candidate, Judged
from factcheck.figures.hedges import Hedge
from factcheck.kinds import count
from factcheck.reading.documents.structure import ItemList
from factcheck.reading.tokens import Tokens
from factcheck.relations.finding import Confidence

FAMILY: Final = "lists"
_MOST_ANNOUNCED: Final = 12
_MOST_IN_A_LIST: Final = 30
_FEWEST: Final = 2
_LONGEST_ITEM: Final = 4
_MOST_AFTER: Final = 5
_MOST_AFTER_FOLLOWING: Final = 12
_COMMA: Final = ","
_DASHES: Final = ("–", "—")
_LEAD_IN: Final = 400
_NEAR: Final = 600
_FEW: Final = 3


def find(draft: Draft) -> Iterator[Candidate]:
    """Every number of things whose enumeration or list the text prints right after it."""
    for sentence in draft.sentences:
        for mention in sentence.mentions:
            if _announces(draft, mention, _MOST_ANNOUNCED):
                yield from _Enumeration(draft, sentence, mention).found()
    for place, items in enumerate(draft.document.lists):
        yield from _listed(draft, items, draft.document.lists[place + 1 : place + 1 + _FEW])


def _announces(draft: Draft, mention: Mention, most: int) -> bool:
    figure = mention.figure
    return (
        is_count(figure)
        and figure.hedge in (Hedge.NONE, Hedge.EXACTLY)
        and figure.resolution == 0
        and _FEWEST <= figure.number <= most
        and figure.unit not in draft.wordings.words(FAMILY, "not listed")
    )


class _Enumeration(SentenceReader):
    """What stands between a count and the end of its sentence."""

    family = FAMILY

    def __init__(self, draft: Draft, sentence: Sentence, mention: Mention) -> None:
        super().__init__(draft, sentence)
        self.mention = mention

    def found(self) -> Iterator[Candidate]:
        opening = self._opening()
        if opening is None or (
            self.mention.next is not None and opening < self.mention.next.lead <= self._end(opening)
        ):
            return
        end = self._end(opening)
        words = self.tokens.words[opening + 1 : end]
        if not words or not self.words("open").isdisjoint(words) or not self.words("ends open").isdisjoint(words):
            return
        counted = self._items(opening + 1, end, in_parentheses=self.tokens.words[opening] in OPENING)
        if counted is not None:
            evidence = self.draft.evidence(self.mention)
            yield Judged(count.finding(evidence, counted, Confidence.MEDIUM), (self.mention,))

    def _opening(self) -> int | None:
        """The colon or the parenthesis right after the noun, a few words that describe it between."""
        words = self.tokens.words
        for at in range(self.mention.tail, self.mention.tail + _MOST_AFTER):
            word = words[at]
            if word == ":" or (word in (*OPENING, *_DASHES, _COMMA) and at == self.mention.tail):
                return at
            if word in self.words("are") and self._is_definite():
                return at
            if word in self.words("passive") and self._is_passive(at):
                continue
            if not is_word(word) or word in self.words("and") or self._is_verb(word):
                return None
        return None

    def _is_verb(self, word: str) -> bool:
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

    def _end(self, opening: int) -> int:
        """The token after the enumeration: the end of the sentence, a closing parenthesis, a semicolon or a dash."""
        words = self.tokens.words
        stops = CLOSING if words[opening] in OPENING else (".", ";", "!", "?", *CLOSING, *_DASHES)
        joined = False
        for at in range(opening + 1, self.tokens.last):
            if words[at] in stops or (joined and words[at] == _COMMA and words[opening] == _COMMA):
                return at
            joined = joined or words[at] in self.words("and")
        return self.tokens.last

    def _items(self, first: int, end: int, *, in_parentheses: bool) -> int | None:
        """How many items stand there; None where commas and "et" do not tell."""
        items, joints = self._cut(first, end)
        names = joints == 1 and all(self.tokens.is_capital(start) for start, _ in items)
        if not names and self.tokens.words[first - 1] not in (":", *OPENING):
            return None  # without a colon, only names make an enumeration
        if len(items) < _FEWEST or not all(self._is_item(start, stop) for start, stop in items):
            return None
        closed = joints == 1 and self.tokens.words[items[-1][0] - 1] in self.words("and")
        announced = int(self.mention.figure.number)
        if announced == len(items):
            return announced
        if joints > int(closed) or not self._are_of_a_kind(items):
            return None  # "mines et énergie" may be one thing or two
        if not closed and not (in_parentheses and len(items) > announced):
            return None  # an enumeration without "et" may be open
        return len(items)

    def _cut(self, first: int, end: int) -> tuple[list[tuple[int, int]], int]:
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

    def _is_item(self, start: int, stop: int) -> bool:
        words = self.tokens.words[start:stop]
        named = [word for word in words if word not in self.words("articles")]
        if not 1 <= len(named) - 2 * named.count("-") <= _LONGEST_ITEM:
            return False
        return all(is_word(word) for word in words) and self.words("verbs").isdisjoint(words)

    def _are_of_a_kind(self, items: Sequence[tuple[int, int]]) -> bool:
        """Whether all items begin alike: a place beside what it is ("Rabat, la capitale, Fès") is no item more."""
        capitals = {self.tokens.is_capital(start) for start, _ in items}
        articles = {self.tokens.words[start] in self.words("articles") for start, _ in items}
        return len(capitals) == 1 and len(articles) == 1


# --- lists --------------------------------------------------------------------------------------------------------


def _listed(draft: Draft, items: ItemList, later: Sequence[ItemList]) -> Iterator[Candidate]:
    if not _FEWEST <= len(items.items) <= _MOST_IN_A_LIST or any(start == end for start, end in items.items):
        return
    mention = _announced(draft, items.items[0][0])
    if mention is None:
        return
    text = draft.document.text
    last = Tokens(text, *items.items[-1])
    ends = draft.wordings.words(FAMILY, "ends open")
    if not ends.isdisjoint(last.words[last.first : last.first + 2]) or not ends.isdisjoint(last.words[last.last - 3 :]):
        return
    end = items.items[-1][1]
    goes_on = any(other.depth == items.depth and 0 <= other.items[0][0] - end < _NEAR for other in later if other.items)
    if goes_on and len(items.items) < mention.figure.number:
        return  # what was announced goes on in the next list
    yield Judged(count.finding(draft.evidence(mention), len(items.items)), (mention,))


def _announced(draft: Draft, start: int) -> Mention | None:
    """The count at the end of the paragraph before a list, which ends in a colon."""
    text = draft.document.text
    before = text[max(0, start - _LEAD_IN) : start].rstrip()
    if not before.endswith(":"):
        return None
    end = max(0, start - _LEAD_IN) + len(before)
    begin = text.rfind("\n", 0, end) + 1
    mentions = draft.mentions_in(begin, end)
    if not mentions:
        return None
    sentence = mentions[-1].sentence
    candidates = [mention for mention in sentence.mentions if _announces(draft, mention, _MOST_IN_A_LIST)]
    tokens = sentence.tokens
    if not candidates or tokens.words[tokens.last - 1] != ":":
        return None
    words = draft.wordings.words
    said = tokens.words[tokens.first : tokens.last]
    if not words(FAMILY, "open").isdisjoint(said):
        return None
    mention = candidates[-1]
    after = tokens.words[mention.tail : tokens.last - 1]
    if mention.next is not None and len(after) > _MOST_AFTER:
        return None
    if len(candidates) == 1 and (not words(FAMILY, "following").isdisjoint(said) or said[0] in words(FAMILY, "here")):
        return mention if len(after) <= _MOST_AFTER_FOLLOWING else None
    return mention if _describes(draft, after) else None


def _describes(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the words between a noun and the colon only describe it: "trois mesures pour l'emploi :"."""
    verbs = draft.wordings.words(FAMILY, "verbs")
    if len(words) > _MOST_AFTER or not all(is_word(word) for word in words) or not verbs.isdisjoint(words):
        return False
    if not words:
        return True
    first = words[0]
    return first in draft.wordings.words(FAMILY, "prepositions") or first.endswith(("s", "x", "ed"))
