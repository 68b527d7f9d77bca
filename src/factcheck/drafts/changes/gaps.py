"""A gap that is told of the only two levels at hand, and is not theirs: "41 seats, nine more than when they had 34".

Nothing says which figures a gap lies between but that there are no others; so it is held against them only where what
is printed comes near what they yield, as a slip does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.changes.balances import told_gap
from factcheck.drafts.changes.doubts import holds
from factcheck.drafts.changes.only import items_before
from factcheck.drafts.changes.relations import negated
from factcheck.drafts.extremes.averages import like
from factcheck.drafts.links import is_bare
from factcheck.drafts.prose import Draft, Mention, Sentence, completed
from factcheck.drafts.stated import Candidate, Stated, call, equal
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.units import COUNT, NUMBER
from factcheck.relations.expression import Name, subtract
from factcheck.relations.finding import Confidence

_FAMILY: Final = "gaps"
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY, Kind.DURATION)
_MOST_BEFORE: Final = 6
_MOST_AFTER: Final = 5
_MOST_TO_LEVEL: Final = 3
_MOST_FIGURES: Final = 5
_NEAR: Final = Fraction(2, 5)
_SIGNS: Final = frozenset(",;:()–—.!?")


def find(draft: Draft, explained: frozenset[int]) -> Iterator[Candidate]:
    """Every gap between the only two levels around it; `explained` are the places of figures that relations hold of."""
    telling = draft.wordings.telling(_FAMILY, "apart", "gap after")
    if telling.isdisjoint(draft.words):
        return
    for sentence in draft.sentences:
        if len(sentence.mentions) > _MOST_FIGURES or telling.isdisjoint(sentence.tokens.words):
            continue
        if not _has_three_figures(draft, sentence):
            continue
        for gap in sentence.mentions:
            if gap.start in explained or not _may_be_gap(gap) or not _is_named(draft, gap):
                continue
            if told_gap(draft, gap) is not None or _is_of_other_times(draft, gap):
                continue
            levels = _levels(draft, gap)
            if levels is not None and explained.isdisjoint(level.start for level in levels):
                found = _stated(gap, *levels)
                if found is not None and (_is_exact(found) or not holds(found)):
                    yield found


def _has_three_figures(draft: Draft, sentence: Sentence) -> bool:
    """Whether a gap and two levels can stand in a sentence and the ones around it."""
    around = (sentence, draft.preceding(sentence), draft.following(sentence))
    amounts = sum(
        mention.figure.kind is not Kind.DATE for each in around if each is not None for mention in each.mentions
    )
    return amounts > 2 or (":" in sentence.tokens.words and bool(items_before(draft, sentence)))


def _is_exact(found: Stated) -> bool:
    """Whether the figures fit as printed; those that fit by their roundings alone may be of others."""
    one, other, gap = found.roles["higher"].figure, found.roles["lower"].figure, found.roles["gap"].figure
    return one.number - other.number == gap.number


def _may_be_gap(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind in (*_AMOUNTS, Kind.POINTS) and figure.number != 0 and figure.hedge in (Hedge.NONE, Hedge.ABOUT)


def _is_named(draft: Draft, gap: Mention) -> bool:
    """Whether a word for a gap stands near the figure, with no other figure and no end of a clause between."""
    sentence, wordings = gap.sentence, draft.wordings
    tokens = sentence.tokens
    first = tokens.first if gap.previous is None else gap.previous.tail
    last = tokens.last if gap.next is None else gap.next.lead
    named = wordings.cue(_FAMILY, "apart")
    for at in range(gap.lead - 1, max(first, gap.lead - _MOST_BEFORE) - 1, -1):
        if tokens.words[at] in ";.!?":
            break
        if named.at(tokens, at) is not None:
            return True
    following = wordings.cue(_FAMILY, "gap after"), named
    for at in range(gap.first + 1, min(last, gap.tail + _MOST_AFTER)):
        if at >= gap.tail and tokens.words[at] in _SIGNS:
            break
        if any(cue.at(tokens, at) is not None for cue in following):
            return True
    return False


def _is_of_other_times(draft: Draft, gap: Mention) -> bool:
    """Whether it is told of another time than the levels: "150 more than on Thursday", "0.4 points on the quarter"."""
    sentence, wordings = gap.sentence, draft.wordings
    tokens = sentence.tokens
    if gap.figure.kind is Kind.POINTS:
        short = wordings.words("changes", "short times")
        if not short.isdisjoint(tokens.words[tokens.first : tokens.last]):
            return True
    comparing = wordings.words(_FAMILY, "comparing")
    following = tokens.words[gap.first + 1 : min(gap.tail + _MOST_AFTER, tokens.last)]
    signs = (at for at, word in enumerate(following) if word in _SIGNS)
    if comparing.isdisjoint(following[: next(signs, None)]):
        return False
    return gap.next is None or gap.next.figure.kind is Kind.DATE or gap.next.lead > gap.tail + _MOST_TO_LEVEL


def _levels(draft: Draft, gap: Mention) -> tuple[Mention, Mention] | None:
    """The only two figures of its sentence that it can lie between; else those of a neighbour, where it has none."""
    here = _alike(draft, gap.sentence, gap)
    if here is None or len(here) > 2:
        return None
    if len(here) == 2:
        return here[0], here[1]
    if not here and (items := items_before(draft, gap.sentence)):
        listed = [level for each in items for level in _alike(draft, each, gap) or ()]
        return (listed[0], listed[1]) if len(listed) == 2 else None
    preceding, following = draft.preceding(gap.sentence), draft.following(gap.sentence)
    earlier = () if preceding is None else _alike(draft, preceding, gap)
    later = () if following is None else _alike(draft, following, gap)
    if earlier is None or later is None:
        return None
    if len(earlier) + len(here) == 2 and (not later or not here):
        pair = [*earlier, *here]
    elif len(here) + len(later) == 2 and not earlier:
        pair = [*here, *later]
    else:
        return None
    return pair[0], pair[1]


def _alike(draft: Draft, sentence: Sentence, gap: Mention) -> Sequence[Mention] | None:
    """The figures of a sentence in the unit of the gap; None where its words excuse what does not fit."""
    tokens = sentence.tokens
    excuses = draft.wordings.words(_FAMILY, "excuses")
    if len(sentence.mentions) > _MOST_FIGURES or not excuses.isdisjoint(tokens.words[tokens.first : tokens.last]):
        return None
    return [each for each in sentence.mentions if each is not gap and _is_like(gap.figure, each.figure)]


def _is_like(gap: Figure, level: Figure) -> bool:
    if level.numeral is None or not level.numeral.digits:
        return False
    if gap.kind is Kind.POINTS:
        return level.kind is Kind.PERCENTAGE and level.number > 0
    if level.kind not in _AMOUNTS or level.number <= 0:
        return False
    if _is_count(gap) and _is_count(level):
        return True
    if gap.unit and level.unit:
        return gap.kind is level.kind and gap.measure.dimension == level.measure.dimension
    return is_bare(gap) or is_bare(level)


def _is_count(figure: Figure) -> bool:
    return figure.kind is Kind.NUMBER and figure.measure in (COUNT, NUMBER)


def _stated(gap: Mention, one: Mention, other: Mention) -> Stated | None:
    """The relation of a gap to two levels, where it comes near what they yield."""
    if gap.figure.kind is Kind.POINTS:
        lower, higher = sorted((one, other), key=_number)
        if not _comes_near(gap, lower, higher):
            return None
        roles = {"lower": lower, "higher": higher, "gap": _unsigned(gap)}
        assertion = equal(call("points", Name("lower"), Name("higher"), roles=roles), Name("gap"))
        return Stated("points", assertion, roles, Confidence.MEDIUM)
    if all(_is_count(each.figure) for each in (gap, one, other)):
        gap, one, other = _bare(gap), _bare(one), _bare(other)
    if is_bare(one.figure) and is_bare(other.figure) and gap.figure.unit:
        one, other = (each.read_as(completed(each.figure, gap.figure)) for each in (one, other))
    pair = like(one, other)
    size = None if pair is None else like(gap, max(pair, key=_number))
    if pair is None or size is None or size[0].figure.kind is not pair[0].figure.kind:
        return None
    lower, higher = sorted(pair, key=_number)
    if not _comes_near(size[0], lower, higher):
        return None
    roles = {"higher": higher, "lower": lower, "gap": _unsigned(size[0])}
    assertion = equal(subtract(Name("higher"), Name("lower")), Name("gap"))
    return Stated("difference", assertion, roles, Confidence.MEDIUM)


def _number(mention: Mention) -> Fraction:
    return mention.figure.number


def _bare(count: Mention) -> Mention:
    return count.read_as(replace(count.figure, unit=""))


def _unsigned(gap: Mention) -> Mention:
    return gap if gap.figure.number > 0 else gap.read_as(negated(gap.figure))


def _comes_near(gap: Mention, lower: Mention, higher: Mention) -> bool:
    """Whether what is printed and what the levels yield are near each other, or their digits differ in one place."""
    printed, yields = abs(gap.figure.number), higher.figure.number - lower.figure.number
    if yields <= 0 or printed >= lower.figure.number or printed + higher.figure.number == lower.figure.number:
        return False
    if abs(printed - yields) <= _NEAR * max(printed, yields):
        return True
    scale = printed.denominator * yields.denominator
    one, another = str(int(printed * scale)), str(int(yields * scale))
    return 1 < len(one) == len(another) and sum(a != b for a, b in zip(one, another, strict=True)) == 1
