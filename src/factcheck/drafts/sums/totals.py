"""Parts added up: whether figures can be parts of a total, and the relation that they then state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.drafts.links import alike, is_bare, is_count, with_unit_of
from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.stated import Candidate, LeftAlone, Stated, call, equal
from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase
from factcheck.relations.expression import Constant, Expression, Name
from factcheck.relations.finding import Confidence

KIND: Final = "sum"
_NEAR: Final = 4
FAMILY: Final = "sums"
_FEWEST_DIGITS: Final = 4
_FARTHEST: Final = Fraction(3, 2)
"""Parts that come to more than so many times their total, or less than the inverse, are no parts of it."""
SOME_LEFT_OUT: Final = Phrase("the parts named may not be all there are")
_WHOLE: Final = Constant(Fraction(100), "percent", "100 %")


class Total(Struct, frozen=True):
    """What parts add up to.

    mention   the printed total; None for the 100 % of shares
    complete  whether the text says that the parts are all there are
    clear     whether it says that they add up at all, so that things of several sorts may be added
    sure      whether nothing else can be meant, however far the parts are from the total
    """

    mention: Mention | None
    complete: bool
    clear: bool = True
    confidence: Confidence = Confidence.HIGH
    sure: bool = False


def added(draft: Draft, parts: Sequence[Mention], total: Total) -> Iterator[Candidate]:
    """That the parts add up to the total; left alone where they cannot be parts of it, or not all of them."""
    mention = total.mention
    involved = tuple(parts) if mention is None else (*parts, mention)
    shaped = _comparable(draft, parts, total)
    if shaped is None:
        yield LeftAlone(KIND, involved, Phrase("the parts and the total are not of the same things"))
        return
    parts, mention = shaped
    whole = _WHOLE.value if mention is None else mention.figure.number
    come_to = sum((part.figure.number for part in parts), Fraction(0))
    sure = total.complete and total.clear and mention is not None and (come_to > whole or total.sure)
    if not sure and not whole / _FARTHEST <= come_to <= whole * _FARTHEST:
        yield LeftAlone(KIND, involved, Phrase("the parts are far from the total, and may be of something else"))
        return
    if not total.complete and falls_short(parts, mention):
        if mention is not None and is_slip(come_to, mention):
            yield replace(as_sum(parts, mention), confidence=Confidence.MEDIUM)
            return
        yield LeftAlone(KIND, involved, SOME_LEFT_OUT)
        return
    doubt = None if total.complete or come_to > whole else SOME_LEFT_OUT
    yield replace(as_sum(parts, mention), confidence=total.confidence, doubt=doubt)


def is_countable(mention: Mention) -> bool:
    """Whether a figure is a count or a bare number."""
    return is_bare(mention.figure) or is_count(mention.figure)


def announces_all(draft: Draft, mention: Mention, number: int) -> bool:
    """Whether a figure says that there are so many parts: "les quatre provinces", not "les quatre principales"."""
    figure = mention.figure
    if not is_count(figure) or figure.number != number or figure.hedge is not Hedge.NONE:
        return False
    words = mention.sentence.words(mention.lead - _NEAR, mention.tail + _NEAR)
    return draft.wordings.words("tables", "only some").isdisjoint(words)


def as_sum(parts: Sequence[Mention], total: Mention | None) -> Stated:
    """The relation that parts add up to a total, or shares to 100 %."""
    roles = {f"part {number}": part for number, part in enumerate(parts, 1)}
    names = [Name(name) for name in roles]
    right: Expression = _WHOLE
    if total is not None:
        roles["total"], right = total, Name("total")
    return Stated(KIND, equal(call("sum", *names, roles=roles), right), roles)


def is_slip(come_to: Fraction, total: Mention) -> bool:
    """Whether a total is what its parts come to but for one digit, or for two that changed places.

    Parts of which some are missing come to such a number by chance once in some hundred times.
    """
    numeral = total.figure.numeral
    if numeral is None or not numeral.digits:
        return False
    meant = come_to / numeral.scale * 10**numeral.decimals
    printed = abs(numeral.value) * 10**numeral.decimals
    if meant.denominator != 1 or printed.denominator != 1:
        return False
    one, other = str(meant.numerator), str(printed.numerator)
    if len(one) != len(other) or len(other.rstrip("0")) < _FEWEST_DIGITS:
        return False
    apart = [at for at, (digit, meant_digit) in enumerate(zip(one, other, strict=True)) if digit != meant_digit]
    if len(apart) == 1:
        return True
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0] : apart[1] + 1] == other[apart[1]] + other[apart[0]]
    )


def _comparable(draft: Draft, parts: Sequence[Mention], total: Total) -> tuple[list[Mention], Mention | None] | None:
    """Parts and total in units that add up; None where they do not."""
    mention = total.mention
    if mention is None:
        return list(parts), None
    shaped = []
    for part in parts:
        pair = alike(part, mention)
        if pair is None:
            return _people(draft, parts, total)
        shaped.append(pair[0])
        mention = pair[1]
    if not total.clear and any(part.figure.number >= mention.figure.number for part in shaped):
        return None
    return shaped, mention


def _people(draft: Draft, parts: Sequence[Mention], total: Total) -> tuple[list[Mention], Mention] | None:
    """Counts of several sorts of things, where the total's noun covers all of them: men and women are people."""
    mention = total.mention
    assert mention is not None
    if not all(is_count(part.figure) or is_bare(part.figure) for part in (*parts, mention)):
        return None
    noun = mention.figure.unit
    general = noun == "person" or noun in draft.wordings.words(FAMILY, "general nouns")
    general = general or (total.clear and noun in {part.figure.unit for part in parts})
    if not (general or are_complements(draft, parts) or (total.clear and is_bare(mention.figure))):
        return None
    if is_bare(mention.figure):
        return list(parts), mention
    return [
        part.read_as(with_unit_of(part.figure, mention.figure)) if is_bare(part.figure) else part for part in parts
    ], mention


def are_complements(draft: Draft, parts: Sequence[Mention]) -> bool:
    """Whether two parts are of groups that make a whole: men and women."""
    if len(parts) != 2:
        return False
    return f"{_noun(draft, parts[0])} {_noun(draft, parts[1])}" in draft.wordings.words(FAMILY, "complements")


def _noun(draft: Draft, mention: Mention) -> str:
    if mention.figure.kind is not Kind.PERCENTAGE:
        return mention.figure.unit
    tokens = mention.sentence.tokens
    word = tokens.words[mention.tail]
    return tokens.words[mention.tail + 1] if word in draft.wordings.words(FAMILY, "joints") else word


def falls_short(parts: Sequence[Mention], total: Mention | None) -> bool:
    """Whether the parts, as usually read, come to less than the total."""
    highs = [part.figure.usual.high for part in parts]
    low = Fraction(100) if total is None else total.figure.usual.low
    known = [high for high in highs if high is not None]
    return low is not None and len(known) == len(highs) and sum(known) < low
