"""The pieces of a sentence with the levels among them, and the forms that pairs of levels take on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.changes.figures import LEVELS
from factcheck.drafts.changes.parts import Part, Word
from factcheck.drafts.changes.when import When
from factcheck.drafts.prose import Mention
from factcheck.figures.figure import Kind

MOST_OTHERS: Final = 8
"""How many unknown words may say what a level counts: "millions de passagers dans les gares du pays"."""
_MOST_TO_TIME: Final = 5
MOST_OBJECT: Final = 4
MOST_NOUNS: Final = 2
_LONGEST_BRACKETS: Final = 9
_MOST_JOINTS: Final = 4
_FARTHEST: Final = 20
COMPLEMENT: Final = (Word.OTHER, Word.OF, Word.TO)
_CLOSES: Final = (Word.COMMA, Word.CLOSE, Word.END, Word.THAT_IS, Word.BREAK, Word.INCLUDING, Word.CHANGE, Word.OPEN)
FROM_WORDS: Final = (Word.VERSUS, Word.FROM)
_APPOSED: Final = (Word.COMMA, Word.OPEN, Word.THAT_IS)
OUT_OF: Final = (Word.OF, Word.FROM)
MOVES: Final = (Word.MOVE, Word.RISE, Word.FALL, Word.SHIFT)


class Levels(Struct, frozen=True):
    """The level after (`to`) and the level before (`start`), with when each was so, as far as the text gives them.

    placed   what says when the level before was; None where nothing does
    now      what says when the level after is
    firm     the change is said to be the one between these two: "de 8 à 15", "…, soit 700 de plus"
    direct   "to 9.2, from 7.4": the change is the one between these two, if they are levels of it at all
    unsure   another level may be meant by one of them: in "312 magasins, dont 45 en Italie, contre 287", the 312
    """

    to: Mention | None = None
    start: Mention | None = None
    placed: When | None = None
    now: When | None = None
    firm: bool = False
    direct: bool = False
    unsure: bool = False

    @property
    def complete(self) -> bool:
        """Whether both are there."""
        return self.to is not None and self.start is not None


NOTHING: Final = Levels()


def _stands_at(piece: Part, level: Mention) -> bool:
    return piece.mention is not None and piece.mention.start == level.start


def _is_of_size(level: Mention, start: Mention) -> bool:
    """Whether two levels are within a factor of two of each other; a scale word may be printed with but one of them."""
    if level.figure.unit and start.figure.unit and level.figure.unit != start.figure.unit:
        return False
    pairs = [(level.figure.number, start.figure.number)]
    one, other = level.figure.numeral, start.figure.numeral
    if one is not None and other is not None and 1 in (one.scale, other.scale):
        pairs.append((one.value, other.value))
    return any(min(pair) * 2 >= max(pair) > 0 for pair in pairs)


class Clause:
    """The pieces of a sentence, with what is said of the levels among them; how many figures and changes they are."""

    def __init__(self, pieces: Sequence[Part]) -> None:
        self.pieces = pieces
        self.changes = sum(piece.change is not None for piece in pieces)
        self.figures = sum(piece.mention is not None for piece in pieces) - self.changes

    def word(self, at: int) -> Word:
        """The role of a piece; beyond both ends, an end."""
        return self.pieces[at].word if 0 <= at < len(self.pieces) else Word.END

    def level(self, at: int) -> Mention | None:
        """The figure at a place, where it can be a level."""
        if self.word(at) is not Word.FIGURE:
            return None
        mention = self.pieces[at].mention
        return mention if mention is not None and mention.figure.kind in LEVELS else None

    def part_of(self, at: int) -> tuple[int, bool]:
        """The place of the 169 in "169 des 400 sièges", given that of its whole; whether it is not sure to be one."""
        part, joint = self.level(at - 2), self.word(at - 1)
        if part is None or joint not in (Word.OF, Word.OTHER) or part.figure.kind is Kind.DURATION:
            return at, False
        level = self.level(at)
        if level is None or level.figure.kind is not part.figure.kind:
            return at, joint is Word.OF
        return at - 2, joint is Word.OTHER

    def is_rivalled(self, place: int, start: Mention) -> bool:
        """Whether a level further before is much more like the level before: "412 vélos, à 1 240 euros, contre 371"."""
        level = self.level(place)
        if level is None or _is_of_size(level, start):
            return False
        others = (self.level(at) for at in range(place))
        return any(other is not None and _is_of_size(other, start) for other in others)

    def is_subject(self, at: int) -> bool:
        """Whether the level at a place opens the sentence, past a dateline or "In Lyon, "."""
        return at == 0 or (at <= MOST_NOUNS and self.word(at - 1) is Word.COMMA)

    def level_behind(self, at: int) -> int:
        """The place of the level after "contre", past the noun in "contre un bénéfice de 287 millions"."""
        for passed in range(1, MOST_NOUNS + 1):
            if self.word(at + passed - 1) is not Word.OTHER:
                break
            if self.word(at + passed) is Word.OF and self.level(at + passed + 1) is not None:
                return at + passed + 1
        return at

    def level_past(self, at: int) -> int:
        """The place of the level that a noun leads to: the $2,140 of "from its 2022 peak of $2,140"."""
        place = at
        while self.word(place) in (Word.OTHER, Word.TIME) and place - at < MOST_OBJECT:
            place += 1
        return place + 1 if place > at and self.word(place) is Word.OF else at

    def opening(self, closing: int) -> int | None:
        """The bracket that opens what closes at a place."""
        for at in range(closing - 1, max(closing - _LONGEST_BRACKETS, -1), -1):
            if self.word(at) is Word.OPEN:
                return at
        return None

    def closing(self, opening: int) -> int | None:
        """The bracket that closes what opens at a place."""
        for at in range(opening + 1, opening + _LONGEST_BRACKETS):
            if self.word(at) is Word.CLOSE:
                return at
        return None

    def converts(self, opening: int) -> bool:
        """Whether the brackets hold the amount before them in another currency: "11,2 milliards d'euros (12 de …)"."""
        inner = self.level(opening + 1)
        outer = next((self.level(at) for at in range(opening - 1, opening - 4, -1) if self.level(at)), None)
        if inner is None or outer is None or inner.figure.kind is not Kind.CURRENCY:
            return False
        return outer.figure.kind is Kind.CURRENCY and outer.figure.unit != inner.figure.unit

    def converted(self, level: Mention) -> Mention | None:
        """The same amount in another currency, right beside it: "15,8 milliards de dollars, soit 14,6 … d'euros"."""
        if level.figure.kind is not Kind.CURRENCY:
            return None
        place = next((at for at, piece in enumerate(self.pieces) if _stands_at(piece, level)), None)
        if place is None:
            return None
        for step in (-1, 1):
            at = place + step
            while self.word(at) in _APPOSED:
                at += step
            other = self.level(at)
            if other is not None and abs(at - place) > 1 and other.figure.kind is Kind.CURRENCY:
                return other if other.figure.unit != level.figure.unit else None
        return None

    def in_brackets(self, opening: int, measured: When | None) -> Levels:
        """The level before in brackets: "(26,17)" after "par rapport à 2023", "(contre 5,10)", "(26,17 en 2023)"."""
        at = opening + 1
        placed = measured
        if self.word(at) is Word.COMMA:
            at += 1
        versus = self.word(at) in FROM_WORDS
        if versus:
            at += 1
        elif self.word(at) is Word.TIME and self.word(at + 1) in (Word.COLON, Word.COMMA):
            placed = self.pieces[at].when
            at += 2
        level = self.level(at)
        if level is None:
            return NOTHING
        when, closed = self.when(at)
        placed = when or placed
        if not closed or self.word(at - 1) is Word.CHANGE or (placed is None and not versus):
            return NOTHING
        return Levels(start=level, placed=placed)

    def pair_from(self, start: int) -> Levels | None:
        """Such as "8 à 15", from its first figure on."""
        if self.level(start) is None:
            return None
        to = self.second_of_pair(start)
        if to is None:
            return None
        placed, _ = self.when(start)
        now, _ = self.when(to)
        return Levels(self.level(to), self.level(start), placed, now, firm=True)

    def second_of_pair(self, start: int) -> int | None:
        """The place of the "15" in "de 12 à 15", given that of its "12"."""
        at = start + 1
        for _ in range(MOST_OBJECT):
            if self.word(at) is Word.COMMA and self.word(at + 1) is Word.TO:
                at += 1
            if self.word(at) is Word.TO:
                return at + 1 if self.level(at + 1) is not None else None
            if self.word(at) not in (Word.TIME, Word.OTHER, Word.OF):
                return None
            at += 1
        return None

    def to_and_start(self, place: int) -> Levels:
        """Such as "à 312 millions, contre 287 un an plus tôt", from its first figure on."""
        to = self.level(place)
        if to is None:
            return NOTHING
        now, _ = self.when(place)
        at = place + 1
        for _ in range(MOST_OTHERS):
            if self.word(at) not in (Word.TIME, *COMPLEMENT):
                break
            at += 1
        at = self.skip_changes(at)
        if self.word(at) is Word.OPEN:
            found = self.in_brackets(at, None)
            closing = self.closing(at)
            if found.start is not None or closing is None:
                return replace(found, to=to, now=now)
            at = closing + 1  # "312 millions d'euros (340 millions de dollars), contre 287"
            while self.word(at) is Word.TIME:
                now, at = now or self.pieces[at].when, at + 1
        if self.word(at) in (Word.BREAK, Word.COLON):
            return replace(self._then_was(at + 1), to=to, now=now)
        if self.word(at) is Word.COMMA:
            at += 1
        if self.word(at) in FROM_WORDS:
            found = self.only_start(at + 1)
            return replace(found, to=to, now=now, direct=self.word(at) is Word.FROM)  # "rose 16% to 9.2, from 7.4"
        return Levels(to, now=now)

    def _then_was(self, place: int) -> Levels:
        """Such as "il était de 34,9 % un an plus tôt", after "à 36,8 % ;"; with a mere date it may be a later level."""
        words = [self.word(at) for at in range(place, place + 3)]
        level = self.level(place + 1)
        if words != [Word.REACH, Word.FIGURE, Word.TIME] or level is None or self.word(place + 3) not in _CLOSES:
            return NOTHING
        when = self.pieces[place + 2].when
        return Levels(start=level, placed=when, unsure=when is None or not when.unit)

    def is_one_of_several(self, place: int) -> bool:
        """Whether a level may be but a part, or one in a row: the 45 of "312 magasins, dont 45 en Italie"."""
        if self.word(place - 1) is Word.BREAK and place > 1:
            return any(self.level(at) is not None for at in range(place - 1))
        opening = next((at for at in range(place) if self.word(at) is Word.INCLUDING), None)
        return opening is not None and any(self.level(at) is not None for at in range(opening))

    def only_start(self, place: int, measured: When | None = None) -> Levels:
        """Such as "287 un an plus tôt" after "contre"; nothing where it is said of another thing or place."""
        behind = self.level_behind(place)
        level = self.level(behind)
        if level is None:
            return NOTHING
        when, closed = self.when(behind)
        if behind != place and when is None:
            return NOTHING
        if not closed:
            return NOTHING
        # "to 7,512 from a low of 7,100 in March" need not be the change of the day
        return Levels(start=level, placed=when or measured, unsure=behind != place)

    def skip_changes(self, at: int) -> int:
        """Passes over further changes and asides without a level: "+2 % sur un mois, +9 % sur un an"."""
        for place in range(at, at + _FARTHEST):
            word = self.word(place)
            if word not in (Word.TIME, Word.ADJUSTED, Word.CHANGE, Word.CLOSE) and not self._leads_to_change(place):
                return place
        return at + _FARTHEST

    def _leads_to_change(self, at: int) -> bool:
        for place in range(at, at + _MOST_JOINTS):
            if self.word(place) not in (Word.COMMA, Word.THAT_IS, Word.BREAK, Word.INCLUDING, Word.OPEN):
                return place > at and self.word(place) is Word.CHANGE
        return False

    def when(self, place: int) -> tuple[When | None, bool]:
        """When the level at the place was so, and whether nothing but that is said of it."""
        if self.word(place - 1) is Word.TIME and self.word(place - 2) in (*FROM_WORDS, Word.THAN):
            return self.pieces[place - 1].when, True
        if self.word(place + 1) is Word.REACH and self.word(place + 2) is Word.TIME:
            return self.pieces[place + 2].when, True  # "the 386,000 counted in 2015"
        if self._is_noun_of(place) and self.word(place + 2) is Word.TIME:
            return self.pieces[place + 2].when, True
        for at in range(place + 1, place + 2 + _MOST_TO_TIME):
            word = self.word(at)
            if word is Word.TIME:
                return self.pieces[at].when, True
            if word in _CLOSES:
                return None, at == place + 1 or self._counts(place, at)
            if word is not Word.OF and (word is not Word.OTHER or self.word(place + 1) is not Word.OF):
                return None, False  # "contre 287 en Allemagne"
        return None, False

    def _is_noun_of(self, place: int) -> bool:
        """Whether one word stands right after the level: "a 1.70 million profit"; not the one of "287 in Germany"."""
        following = self.word(place + 1) is Word.OTHER
        return following and self.pieces[place].end == self.pieces[place + 1].start

    def _counts(self, place: int, end: int) -> bool:
        """Whether the words after a level only say what it counts: "4 310 cas de rougeole"."""
        return self.word(place + 1) is Word.OF and end - place <= 3
