"""What comes in, what goes out and what is left: "44 seats, won 2, lost 5: 41 now", "31 opened, nine closed, 22 net".

Words beside each figure say which of these it is. Where they say it of every figure, and one beginning, one end or one
balance is among them, the figures must add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import CLOSING, alike, has_unread, is_level, is_range
from factcheck.drafts.prose import Draft, Mention, Sentence
from factcheck.drafts.stated import Stated, equal
from factcheck.drafts.sums.totals import FAMILY, KIND, is_countable
from factcheck.figures.figure import Figure, Kind
from factcheck.relations.expression import Expression, Name, add, subtract
from factcheck.relations.finding import Confidence

_MOST_SENTENCES: Final = 4
_MOST_FIGURES: Final = 6
_FEWEST: Final = 3
_MOST_BEFORE: Final = 9
_MOST_AFTER: Final = 4
_CUE: Final = "flows"


def find_flows(draft: Draft) -> Iterator[Stated]:
    """Every beginning or pair of flows whose end or balance the text prints."""
    wordings = draft.wordings
    if wordings.telling(FAMILY, _CUE).isdisjoint(draft.words):
        return
    passed = -1
    for sentence in draft.sentences:
        if sentence.number <= passed or len(sentence.mentions) > _MOST_FIGURES:
            continue
        for told in _passages(draft, sentence):
            stated = _Passage(draft, told).stated()
            if stated is not None:
                yield stated
                passed = max(mention.sentence.number for mention in told)
                break


def _passages(draft: Draft, sentence: Sentence) -> Iterator[list[Mention]]:
    """The levels of a sentence, then those of it and the one after, and so on."""
    told: list[Mention] = []
    last: Sentence | None = sentence
    for _ in range(_MOST_SENTENCES):
        if last is None or any(mention.figure.kind is Kind.PERCENTAGE for mention in last.mentions):
            return
        told += [mention for mention in last.mentions if is_level(mention)]
        if len(told) > _MOST_FIGURES:
            return
        if len(told) >= _FEWEST:
            yield list(told)
        last = draft.following(last)


class _Passage:
    """Some figures in a row, each with what the words beside it say that it is."""

    def __init__(self, draft: Draft, told: Sequence[Mention]) -> None:
        self.draft, self.told = draft, told
        self.cue = draft.wordings.cue(FAMILY, _CUE)

    def stated(self) -> Stated | None:
        """The relation, where each figure is one thing and the units fit."""
        if self._is_partly_read():
            return None
        named: list[tuple[str, Mention]] = []
        for mention in self.told:
            role = self._role(mention, named[-1][0] if named else "")
            if not role:
                return None
            named.append((role, mention))
        if any(is_range(one, other) for one, other in zip(self.told, self.told[1:], strict=False)):
            return None
        roles = [role for role, _ in named]
        if roles.count("balance") == 1 and sorted(roles) == ["balance", "in", "out"]:
            return self._balance(dict(named))
        if roles[0] == "beginning" and roles[-1] == "end" and set(roles[1:-1]) <= {"in", "out"}:
            return self._left(named)
        return None

    def _is_partly_read(self) -> bool:
        """Whether something else may be counted, in figures that are not read: "puis un aux Verts"."""
        ones = self.draft.wordings.words(FAMILY, "ones")
        before = self.draft.wordings.words(FAMILY, "before ones")
        for sentence in dict.fromkeys(mention.sentence for mention in self.told):
            words, first, end = sentence.tokens.words, sentence.tokens.first, sentence.tokens.last
            if has_unread(sentence, first, end):
                return True
            if any(words[at] in ones and words[at - 1] in before for at in range(first + 1, end)):
                return True
        return False

    def _balance(self, roles: dict[str, Mention]) -> Stated | None:
        given = self._in_one_unit([roles["in"], roles["out"], roles["balance"]])
        if given is None:
            return None
        named = dict(zip(("in", "out", "balance"), given, strict=True))
        more, less = ("in", "out") if given[0].figure.number >= given[1].figure.number else ("out", "in")
        return Stated(KIND, equal(subtract(Name(more), Name(less)), Name("balance")), named, Confidence.MEDIUM)

    def _left(self, named: Sequence[tuple[str, Mention]]) -> Stated | None:
        given = self._in_one_unit([mention for _, mention in named])
        if given is None:
            return None
        roles = {"beginning": given[0]}
        left: Expression = Name("beginning")
        for number, ((role, _), mention) in enumerate(zip(named[1:-1], given[1:-1], strict=True), 1):
            name = f"{role} {number}"
            roles[name] = mention
            left = add(left, Name(name)) if role == "in" else subtract(left, Name(name))
        roles["end"] = given[-1]
        return Stated(KIND, equal(left, Name("end")), roles, Confidence.MEDIUM)

    def _in_one_unit(self, mentions: Sequence[Mention]) -> list[Mention] | None:
        if all(map(is_countable, mentions)):
            flows = self.draft.wordings.telling(FAMILY, _CUE)  # "31 arrivals" are of whatever arrives
            things = {each.figure.unit for each in mentions if each.figure.unit not in flows} - {"", "person"}
            if len(things) > 1:
                return None
            unit = mentions[0].figure.unit
            return [each.read_as(_counted(each, unit)) for each in mentions]
        pairs = [alike(each, mentions[0]) for each in mentions]
        found = [pair[0] for pair in pairs if pair is not None]
        return found if len(found) == len(mentions) else None

    def _role(self, mention: Mention, before: str) -> str:
        """What the words after a figure, else those before it say that it is; what joins it to another, the same."""
        after = self._said(mention, *self._after(mention))
        if after:
            return after
        first, end = self._before(mention)
        said = self._said(mention, first, end)
        if said or not before:
            return said
        words = mention.sentence.tokens.words[first:end]
        joined = any(word in self.draft.lexicon.conjunctions or word == "," for word in words)
        joined = joined and mention.previous is not None
        return before if joined and before in ("in", "out") else ""

    def _said(self, mention: Mention, first: int, end: int) -> str:
        """The only thing that words say; nothing where they say several."""
        tokens = mention.sentence.tokens
        found = ""
        at = first
        while at < end:
            cued = self.cue.at(tokens, at)
            if cued is not None and cued[1] <= end:
                if found and cued[0] != found:
                    return "" if first >= mention.tail else cued[0]  # before a figure, the last word counts
                found = cued[0]
                at = cued[1]
            else:
                at += 1
        return found

    def _before(self, mention: Mention) -> tuple[int, int]:
        previous = mention.previous
        tokens = mention.sentence.tokens
        first = tokens.first if previous is None else previous.tail
        return max(first, mention.lead - _MOST_BEFORE), mention.lead

    def _after(self, mention: Mention) -> tuple[int, int]:
        """From the noun that a figure counts to the end of its phrase."""
        tokens, following = mention.sentence.tokens, mention.next
        last = min(mention.tail + _MOST_AFTER, tokens.last if following is None else following.lead)
        end = mention.tail
        stops = self.draft.lexicon.conjunctions
        while end < last and (tokens.words[end].isalpha() or tokens.words[end].endswith("'")):
            if tokens.words[end] in stops or tokens.words[end] in CLOSING:
                break
            end += 1
        noun = mention.first + 1 if mention.tail - mention.first > 1 else mention.tail
        return noun, end


def _counted(mention: Mention, unit: str) -> Figure:
    return replace(mention.figure, unit=unit)
