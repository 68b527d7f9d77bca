"""Figures called so much per one before they are printed: "Revenue per employee thus works out at $1.24 million".

The words name the amount ("revenue") and what is counted ("employee"). Where the text prints one of each, and the
figure would hold if its decimal point were moved, it is off by ten.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.afar import doubted, fits
from factcheck.drafts.each.figures import alike_each, stem
from factcheck.drafts.links import ENDS, SentenceReader, is_bare, is_count, is_level
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Name
from factcheck.relations.finding import Confidence

KIND: Final = "per"
_MOST_BEFORE: Final = 12
_MOST_TO_AMOUNT: Final = 14
_FEWEST_PEOPLE: Final = 10_000
_MOST: Final = 4
_SLIPS: Final = tuple(Fraction(10) ** power for power in (1, -1, 2, -2, 3, -3))


def find_named(draft: Draft, sentence: Sentence) -> Iterator[Stated]:
    """The first figure of a sentence that the words before it call one for each, held against what they name."""
    words = draft.wordings.words("per", "sure per")
    if words.isdisjoint(sentence.tokens.words):
        return
    for mention in sentence.mentions:
        if is_level(mention) and not is_count(mention.figure):
            stated = _Named(draft, sentence, mention).found()
            if stated is not None:
                yield stated


class _Named(SentenceReader):
    """One figure, and what the words before it say that it is for each of."""

    family = "per"

    def __init__(self, draft: Draft, sentence: Sentence, mention: Mention) -> None:
        super().__init__(draft, sentence)
        self.mention = mention

    def found(self) -> Stated | None:
        """The relation to an amount and a count of those names, where it holds or is off by a power of ten."""
        at = self._named_at()
        if at is None:
            return None
        what, noun = self.tokens.words[at - 1], self.tokens.words[at + 1]
        counts, amounts = self._counts(noun), self._amounts(what)
        stated = [each for count in counts for amount in amounts if (each := self._stated(amount, count)) is not None]
        held = next((each for each in stated if fits(each)), None)
        if held is not None:
            return doubted(replace(held, confidence=Confidence.LOW))
        if len(stated) != 1 or self.mention.figure.kind is not Kind.CURRENCY:
            return None
        return stated[0] if any(map(self._is_off_by, _SLIPS, [stated[0]] * len(_SLIPS))) else None

    def _named_at(self) -> int | None:
        """Where "per" stands before the figure, in the subject of its verb."""
        words, lead = self.tokens.words, self.mention.lead
        previous = self.mention.previous
        first = max(self.tokens.first, lead - _MOST_BEFORE, 0 if previous is None else previous.tail)
        per = self.words("sure per")
        found = [at for at in range(first + 1, lead - 2) if words[at] in per and words[at - 1].isalpha()]
        if len(found) != 1 or words[self.mention.tail] not in (*ENDS, *self.draft.lexicon.conjunctions):
            return None
        verb = self.cue("comes to").before(self.tokens, lead)
        between = words[found[0] + 2 : lead]
        return (
            found[0]
            if verb is not None and verb[1] > found[0] + 1 and self.words("breaks").isdisjoint(between)
            else None
        )

    def _counts(self, noun: str) -> list[Mention]:
        """The figures of the text that count what the noun names, one of each size."""
        people = noun in self.words("person")
        found = {
            each.figure.number: each
            for each in self.draft.mentions
            if (
                is_count(each.figure)
                and (stem(each.figure.unit) == stem(noun) or (people and each.figure.unit == "person"))
            )
            or (people and is_bare(each.figure) and each.figure.number >= _FEWEST_PEOPLE)
        }
        return list(found.values())[: _MOST + 1]

    def _amounts(self, what: str) -> list[Mention]:
        """The figures of the text right after which word they are: "Revenue for the year came to $281.7 billion"."""
        found = {}
        for each in self.draft.mentions:
            if each.figure.kind is self.mention.figure.kind and each is not self.mention:
                tokens = each.sentence.tokens
                before = [
                    other for other in each.sentence.mentions[: each.position] if other.figure.kind is each.figure.kind
                ]
                first = max(tokens.first, each.lead - _MOST_TO_AMOUNT, before[-1].tail if before else 0)
                if what in tokens.words[first : each.lead] and each.figure.number > self.mention.figure.number:
                    found[each.figure.number] = each
        return list(found.values())[: _MOST + 1]

    def _stated(self, amount: Mention, count: Mention) -> Stated | None:
        return _relation(amount, count, self.mention)

    def _is_off_by(self, factor: Fraction, stated: Stated) -> bool:
        figure = self.mention.figure
        if figure.numeral is None:
            return False
        numeral = replace(figure.numeral, scale=figure.numeral.scale * factor)
        moved = self.mention.read_as(replace(figure, value=figure.number * factor, numeral=numeral))
        meant = _relation(stated.roles["amount"], stated.roles["count"], moved)
        return meant is not None and fits(meant)


def _relation(amount: Mention, count: Mention, each: Mention) -> Stated | None:
    total, one = alike_each(amount, each)
    if total is None or one is None:
        return None
    roles = {"amount": total, "count": count, "each": one}
    return Stated(
        KIND, equal(call("per", Name("amount"), Name("count"), roles=roles), Name("each")), roles, Confidence.MEDIUM
    )
