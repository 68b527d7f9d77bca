"""Sums: parts and their total, in either order; shares of one whole; a part that its whole must leave room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from factcheck.drafts.afar import levels_before, sorted_of
from factcheck.drafts.links import (
    CLOSING,
    DASHES,
    OPENING,
    Gap,
    SentenceReader,
    alike,
    is_count,
    is_enclosed,
    is_level,
    is_percentage,
    is_word,
    opens,
    undated,
)
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, Stated
from factcheck.drafts.sums.afar import find_afar
from factcheck.drafts.sums.flows import find_flows
from factcheck.drafts.sums.named import are_halves, leaves_no_other, names_all, shares_all
from factcheck.drafts.sums.others import find_others
from factcheck.drafts.sums.remainder import find_remainder
from factcheck.drafts.sums.together import find_together, may_be_together
from factcheck.drafts.sums.totals import FAMILY, KIND, Total, added, are_complements
from factcheck.figures.figure import Kind
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Confidence

_PARTS: Final = "parts"
_MOST_BETWEEN_PARTS: Final = 14
_MOST_TO_TOTAL: Final = 10


def find(draft: Draft) -> Iterator[Candidate]:
    """Every total that the text prints beside its parts, and every whole beside one part."""
    bound: set[int] = set()
    has_words = may_be_together(draft)
    has_rest = not draft.wordings.words(FAMILY, "left over").isdisjoint(draft.words)
    for sentence, levels, shares in sorted_of(draft).sentences:
        if len(levels) > 1 or len(shares) > 1:
            for candidate in _Sums(draft, sentence).found():
                yield candidate
                if isinstance(candidate, Stated) and len(candidate.roles) > 2:
                    bound.update(mention.start for mention in candidate.roles.values())
        if len(levels) > 1 or shares:
            free = ([mention for mention in each if mention.start not in bound] for each in (levels, shares))
            for stated in find_afar(draft, sentence, *free):
                yield stated
                bound.update(mention.start for mention in stated.roles.values())
        if has_rest:
            yield from find_remainder(draft, sentence, bound)
        for stated in find_others(draft, sentence, bound):
            yield stated
            bound.update(mention.start for mention in stated.roles.values())
        if has_words:
            yield from find_together(draft, sentence, bound)
    yield from find_flows(draft)


class _Sums(SentenceReader):
    """The sums of one sentence."""

    family = FAMILY

    @cached_property
    def mentions(self) -> list[Mention]:
        """The figures of the sentence, dates left out."""
        return undated(self.sentence.mentions)

    def found(self) -> Iterator[Candidate]:
        mentions = self.mentions
        start = 0
        while start < len(mentions) - 1:
            end = start + 1
            while end < len(mentions) and self._side_by_side(mentions[end - 1], mentions[end]):
                end += 1
            yield from self._of_run(start, end)
            start = end
        for one, other in pairwise(mentions):
            yield from self._room_for(one, other)

    def _of_run(self, start: int, end: int) -> Iterator[Candidate]:
        parts = self.mentions[start:end]
        if len(parts) < 2 or self.tokens.words[parts[0].lead - 1] in self.words("ranges"):
            return
        before = self.mentions[start - 1] if start else None
        announced = before is not None and is_count(before.figure) and before.figure.number == len(parts)
        if before is not None and announced:  # "2 milliards en deux tranches : …"
            before = self.mentions[start - 2] if start > 1 else self._only_amount_before(before, parts)
        after = self.mentions[end] if end < len(self.mentions) else None
        if parts[0].figure.kind is Kind.PERCENTAGE:
            yield from self._of_shares(parts)
            return
        total = (
            self._total_after(parts, after)
            or self._total_before(before, parts, announced=announced)
            or self._total_next(parts, after)
        )
        if total is not None:
            yield from added(self.draft, parts, total)

    # --- which figures are parts side by side -----------------------------------------------------------------------

    def _side_by_side(self, one: Mention, other: Mention) -> bool:
        if one.figure.kind is not other.figure.kind and not (is_level(one) and is_level(other)):
            return False
        if not (is_level(other) or is_percentage(other)) or not (is_level(one) or is_percentage(one)):
            return False
        gap = Gap.between(one, other)
        if are_halves(self.draft, (one, other)) and alike(one, other) is not None:
            return True
        if len(gap.words) > _MOST_BETWEEN_PARTS or not self.words("breaks").isdisjoint(gap.words):
            return False
        if not _is_plain(gap.words) or self._is_total(other) or opens(self.draft, one):
            return False
        if any(self.cue("split").at(self.tokens, at) is not None for at in gap.at):
            return False
        return any(word in (",", ";") or self.cue("coordinators").at(self.tokens, at) for word, at in _each(gap))

    def _is_total(self, mention: Mention) -> bool:
        """Whether the words at a figure say that it is a total."""
        before = self.cue("total before").before(self.tokens, mention.lead)
        return before is not None or self.cue("total after").at(self.tokens, mention.tail) is not None

    # --- totals -----------------------------------------------------------------------------------------------------

    def _total_after(self, parts: Sequence[Mention], after: Mention | None) -> Total | None:
        """The total that follows its parts: "…, soit 2 000 en tout", "…, for a total of 2,000"."""
        if after is None or not is_level(after) or not self._is_final(after):
            return None
        gap = Gap.between(parts[-1], after)
        if gap.words == ["("] and is_enclosed(after) and are_complements(self.draft, parts):
            return Total(after, complete=True, clear=False)
        if len(gap.words) > _MOST_TO_TOTAL or not all(is_word(word) or word in (",", *CLOSING) for word in gap.words):
            return None
        before = self.cue("total before").before(self.tokens, after.lead)
        says = self.cue("says").before(self.tokens, after.lead)
        if says is not None and self.tokens.words[says[1] - 1] not in (",", ")", "–", "—"):
            says = None
        spared = set(self.tokens.words[(before or says or (0, after.lead))[1] : after.lead])
        if not self.words("breaks").isdisjoint(set(gap.words) - spared):
            return None
        if self._is_total(after):
            sure = says is not None or (before is not None and before[0] == "sure")
            halves = are_halves(self.draft, parts)
            complete = sure or halves or names_all(self.draft, after, parts, "")
            return Total(after, complete=complete, sure=halves)
        return None if says is None else Total(after, complete=True, clear=False, confidence=Confidence.MEDIUM)

    def _only_amount_before(self, announced: Mention, parts: Sequence[Mention]) -> Mention | None:
        """The only amount of the sentence before, where this one says that it is shared out among so many parts."""
        if self.cue("split").before(self.tokens, announced.lead) is None:
            return None
        largest = max(parts, key=lambda part: part.figure.number)
        per = self.draft.wordings.cue("per", "per unit")
        wholes = [
            mention
            for mention in levels_before(self.draft, parts[0])
            if mention.figure.kind is Kind.CURRENCY
            and alike(largest, mention) is not None
            and per.at(mention.sentence.tokens, mention.tail) is None
        ]
        return wholes[0] if len(wholes) == 1 else None

    def _total_before(self, before: Mention | None, parts: Sequence[Mention], *, announced: bool) -> Total | None:
        """The total that its parts follow: "2 000 personnes : 1 200 …", "2,000 people, split between 1,200 …"."""
        if before is None or not is_level(before):
            return None
        nearest = parts[0].previous  # how many parts there are, or the total itself
        assert nearest is not None, "a total or a number of parts stands before the parts"
        gap = Gap.between(nearest if announced else before, parts[0])
        if len(gap.words) > _MOST_BETWEEN_PARTS:
            return None
        halves = are_halves(self.draft, parts)
        complete = announced or self._has_remainder(parts) or are_complements(self.draft, parts) or halves
        for word, at in _each(gap):
            if self.cue("split").at(self.tokens, at) is not None:
                named = names_all(self.draft, before, parts, ":")
                return Total(before, complete or named or self._is_shared_out(at, parts))
            includes = self.cue("includes").at(self.tokens, at) or self.shared_cue("including").at(self.tokens, at)
            if includes is not None:
                money = Kind.CURRENCY in (before.figure.kind, parts[0].figure.kind)
                return Total(before, complete) if complete or money else None
            if word in (":", *OPENING) and (halves or not self._is_dated(parts)):
                if not complete and names_all(self.draft, before, parts, word):
                    return Total(before, complete=True, clear=False, confidence=Confidence.MEDIUM)
                return Total(before, complete, clear=halves, sure=halves)
            if (word in DASHES or self.cue("says").at(self.tokens, at)) and not self._is_dated(parts):
                closed = names_all(self.draft, before, parts, word)
                return Total(before, complete=True, clear=False, confidence=Confidence.MEDIUM) if closed else None
            if not (is_word(word) or word == ","):
                return None
        if complete and (opens(self.draft, before) or self._is_total(before)):
            return Total(before, complete)
        return None

    def _total_next(self, parts: Sequence[Mention], after: Mention | None) -> Total | None:
        """The total at the beginning of the next sentence: "Soit 2 000 en tout."."""
        following = self.draft.following(self.sentence)
        if after is not None or following is None or len(parts) != len(self.mentions):
            return None
        total = undated(following.mentions)[0] if undated(following.mentions) else None
        if total is None or not is_level(total):
            return None
        found = self.cue("opening total").before(following.tokens, total.lead)
        if found is None or found[1] != following.tokens.first or not self._is_final(total):
            return None
        return Total(total, complete=True, clear=False, confidence=Confidence.MEDIUM)

    def _is_final(self, total: Mention) -> bool:
        """Whether nothing after a total makes it a change or an average."""
        tokens = total.sentence.tokens
        return self.shared_cue("no part after").at(tokens, total.tail) is None

    def _has_remainder(self, parts: Sequence[Mention]) -> bool:
        """Whether the last part is the rest: "le reste (6)", "the other six", "les 8 % restants"."""
        last = parts[-1]
        if self.cue("remainder after").at(self.tokens, last.tail) is not None:
            return True
        return any(self.cue("remainder before").at(self.tokens, at) for _, at in _each(Gap.between(parts[-2], last)))

    def _is_shared_out(self, at: int, parts: Sequence[Mention]) -> bool:
        """Whether a whole is said to be shared out among the parts named: "répartis entre A (12), B (8) et C (5)"."""
        if self.cue("shared out").at(self.tokens, at) is None or not self._open.isdisjoint(self._said(parts)):
            return False
        last = Gap.between(parts[-2], parts[-1])
        return not self.draft.wordings.words("lists", "and").isdisjoint(last.words)

    @property
    def _open(self) -> frozenset[str]:
        return self.draft.wordings.words("lists", "open") | self.draft.wordings.words("lists", "ends open")

    def _said(self, parts: Sequence[Mention]) -> list[str]:
        return self.sentence.words(self.tokens.first, parts[-1].lead)

    def _is_dated(self, parts: Sequence[Mention]) -> bool:
        """Whether dates stand among the parts, which then may be of several years."""
        first, last = parts[0].position, parts[-1].position
        return last - first + 1 > len(parts) or len({part.figure.period for part in parts}) > 1

    # --- shares of one whole ----------------------------------------------------------------------------------------

    def _of_shares(self, parts: Sequence[Mention]) -> Iterator[Candidate]:
        if self._is_dated(parts) or not all(map(self._is_final, parts)):
            return
        complete = self._has_remainder(parts) or shares_all(self.draft, parts)
        if not complete and len(parts) == len(self.mentions) and leaves_no_other(self.draft, parts):
            yield from added(self.draft, parts, Total(None, complete=True, confidence=Confidence.MEDIUM))
            return
        said = complete or are_complements(self.draft, parts) or (len(parts) > 2 and self._is_distribution(parts[0]))
        if said:
            parts = self._with_last(parts)
            yield from added(self.draft, parts, Total(None, complete))
        elif len(parts) == len(self.mentions) == 2 and self._are_opposites(parts):
            yield from added(self.draft, parts, Total(None, complete=False, confidence=Confidence.MEDIUM))

    def _with_last(self, parts: Sequence[Mention]) -> Sequence[Mention]:
        """The shares with the one that the next sentence adds: "Le KPO restait marginal avec 0,2 %"."""
        following = self.draft.following(self.sentence)
        if following is None or len(following.mentions) != 1 or parts[-1] is not self.mentions[-1]:
            return parts
        (last,) = following.mentions
        words = following.words(following.tokens.first, following.tokens.last)
        if not is_percentage(last) or not self._is_final(last) or self.words("closing").isdisjoint(words):
            return parts
        return [*parts, last]

    def _are_opposites(self, parts: Sequence[Mention]) -> bool:
        """Whether two shares are those of yes and no in one vote."""
        words = self.tokens.words
        for part in parts:
            of = words[part.tail] in self.draft.wordings.words(_PARTS, "of a whole")
            if of and self.words("votes").isdisjoint(words[part.tail : part.tail + 3]):
                return False
        said = set(words)
        return any(said.issuperset(pair.split()) for pair in self.words("opposites"))

    def _is_distribution(self, first: Mention) -> bool:
        """Whether a word before the shares says that they are those of one whole."""
        words = self.tokens.words[self.tokens.first : first.lead]
        return not self.words("distribution").isdisjoint(words)

    # --- wholes ---------------------------------------------------------------------------------------------------

    def _room_for(self, whole: Mention, part: Mention) -> Iterator[Candidate]:
        """That a part is at most its whole: "13,4 milliards, dont 5,25 pour …"."""
        if not (is_level(whole) and is_level(part)):
            return
        gap = Gap.between(whole, part)
        leads = self.draft.wordings.words(_PARTS, "leads")
        including = self.shared_cue("including")
        for word, at in _each(gap):
            found = including.at(self.tokens, at)
            if found is None and (is_word(word) or word == ","):
                continue
            rest = [] if found is None else self.tokens.words[found[1] : part.lead]
            largest = max(self._run_from(part, whole), key=lambda each: each.figure.number)
            pair = alike(largest, whole)
            if found is not None and pair is not None and leads.issuperset(rest) and self._is_final(largest):
                roles = {"part": pair[0], "total": pair[1]}
                yield Stated(KIND, Comparison(Comparator.AT_MOST, Name("part"), Name("total")), roles)
            return

    def _run_from(self, part: Mention, whole: Mention) -> Iterator[Mention]:
        """A part and the amounts side by side with it: "dont 60 millions pour les écoles et 150 millions pour …"."""
        yield part
        following = part.next
        while following is not None and whole.figure.kind is Kind.CURRENCY and self._side_by_side(part, following):
            if alike(part, following) is None or is_count(following.figure):
                return
            yield following
            part, following = following, following.next


def _is_plain(words: Sequence[str]) -> bool:
    """Whether there are words and commas, and parentheses only around the figures themselves."""
    inner = list(words)
    if inner[:1] and inner[0] in CLOSING:
        del inner[0]
    if inner[-1:] and inner[-1] in OPENING:
        del inner[-1]
    return all(is_word(word) or word in (",", ";") for word in inner)


def _each(gap: Gap) -> Iterator[tuple[str, int]]:
    return zip(gap.words, gap.at, strict=True)
