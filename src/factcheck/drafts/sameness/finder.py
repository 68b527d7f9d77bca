"""One thing with two values in one text: the title against the body, and figures a power of ten off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.links import same_period
from factcheck.drafts.prose import MOST_FIGURES, Draft, Mention, completed, same_unit
from factcheck.drafts.sameness import repeats, title_lines
from factcheck.drafts.sameness import titles as lead_titles
from factcheck.drafts.sameness.common_words import share_a_word, share_words, share_words_beside, significant
from factcheck.drafts.stated import Candidate, Judged, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.interval import Interval
from factcheck.figures.units import COUNT, NUMBER
from factcheck.kinds import agreement, slip
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence, Finding

_CLOSE: Final = 2
"""Two figures of one thing that disagree are within this factor, or a power of ten apart."""
_TELLING_DIGITS: Final = 3
_MOST_COMPARED: Final = 100
"""How many figures of the same digits are held against each other; a text with more is a list."""
_KINDS: Final = (Kind.CURRENCY, Kind.NUMBER, Kind.PERCENTAGE)


def find(draft: Draft) -> Iterator[Candidate]:
    """The figures of the titles that the body contradicts, and those that are a power of ten off the others."""
    slipped: set[Mention] = set()
    titles, under = _titles_and_body(draft)
    if titles:
        body = [other for other in under if other.figure.kind in _KINDS]
        known: set[tuple[str, Fraction | str]] = set()
        for mention in titles:
            if (mention.quote, mention.figure.value) not in known:  # front matter repeats the heading
                known.add((mention.quote, mention.figure.value))
                found = list(_against_the_body(draft, mention, body, slipped))
                yield from found or lead_titles.against_the_lead(draft, titles, under)
    yield from _slips(draft, slipped)
    yield from repeats.find(draft, slipped)


def _titles_and_body(draft: Draft) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """The mentions of the title, which is the first heading or else the first line, and those of the body under it."""
    headings = draft.document.headings
    titles = [*draft.title, *(draft.mentions_in(*headings[0]) if headings else ())][:MOST_FIGURES]
    if not titles and not headings:
        return title_lines.first_line(draft)
    in_headings = {mention for start, end in headings for mention in draft.mentions_in(start, end)}
    return titles, [mention for mention in draft.mentions if mention not in in_headings]


def _against_the_body(
    draft: Draft, mention: Mention, body: Sequence[Mention], slipped: set[Mention]
) -> Iterator[Candidate]:
    """The figure of the title, which is the first heading, beside those of the body that may be of the same."""
    if mention.figure.kind not in _KINDS or not _says_much(mention):
        return
    echo = _echo(draft, mention, body)
    if echo is not None:
        yield _the_same(mention, echo)
        return
    others = [other for other in body if _may_be_same(mention, other)]
    fitting = [other for other in others if _literal(mention).meets(_literal(other))]
    if fitting:
        usually = [other for other in fitting if _usual(mention).meets(_usual(other))]
        said = next((other for other in usually if share_a_word(draft, mention.sentence, other.sentence)), None)
        if said is not None:
            yield _the_same(mention, said)
        return
    about_it = [other for other in others if share_words(draft, mention.sentence, other.sentence)]
    digits = significant(mention)
    for other in others:
        # so many digits in common are no chance, whatever the words
        same_digits = len(digits) >= _TELLING_DIGITS and significant(other) == digits
        if (same_digits or other in about_it) and _power_of_ten(mention, other) is not None:
            slipped.update((mention, other))
            yield from _slip(draft, mention, [other])
            return
    yield from _contradicted(draft, mention, [other for other in others if _is_near(mention, other)], body)


def _contradicted(
    draft: Draft, mention: Mention, others: Sequence[Mention], body: Sequence[Mention]
) -> Iterator[Candidate]:
    """The one value that the body has instead of the title's: its digits swapped, or said in the same words."""
    swapped = [
        other
        for other in others
        if _is_swapped(mention, other) and share_a_word(draft, mention.sentence, other.sentence)
    ]
    about_it = [other for other in others if share_words(draft, mention.sentence, other.sentence)]
    if not swapped and not about_it:
        return
    agreeing = [other for other in body if _agrees(mention, other)]
    said = [other for other in about_it if not agreeing and _is_said_alike(draft, mention, other)]
    near = swapped or said
    if not near or any(not other.figure.unit for other in agreeing):
        return  # "almost 100,000 people" in the title, and "98,700" in the body
    near = [*near, *about_it]
    if len({other.figure.value for other in near}) > 1:
        yield LeftAlone(agreement.KIND, (mention, *near), _SEVERAL)
        return
    yield _the_same(mention, near[0])


def _echo(draft: Draft, mention: Mention, body: Sequence[Mention]) -> Mention | None:
    """A figure of the body that says what the title's says, in the same digits or more of them.

    A bare one too ("3,159 votes", then "3,159"), and another noun ("visiteurs", then "touristes"): so many digits in
    common are no chance. A rounder figure wants words in common.
    """
    for other in body:
        if other.figure.kind is not mention.figure.kind or not same_period(mention, other):
            continue
        if other.figure.value == mention.figure.value:
            same = other.figure.unit == mention.figure.unit or _counts_alike(mention, other)
            telling = min(len(significant(mention)), len(significant(other))) >= _TELLING_DIGITS
            if same and (telling or share_a_word(draft, mention.sentence, other.sentence)):
                return other
    digits = len(significant(mention))
    if digits < 2:
        return None
    finer = (other for other in body if len(significant(other)) > digits and _counts_alike(mention, other))
    named = (other for other in finer if _is_named_alike(draft, mention, other))  # what they may mean takes longer
    return next((other for other in named if _usual(mention).meets(_usual(other))), None)


def _agrees(title: Mention, other: Mention) -> bool:
    """Whether a count of the body, or a bare number with the title's unit, says what the title says."""
    figure = completed(other.figure, title.figure)
    if figure is other.figure and not _counts_alike(title, other):
        return False
    return any(_usual(title).meets(_usual(each)) for each in (other, other.read_as(figure)))


def _is_swapped(one: Mention, other: Mention) -> bool:
    """Whether the digits of one are those of the other, two swapped or one of many changed, in the same places."""
    same_places = one.figure.resolution == other.figure.resolution
    return same_places and repeats.digits_slipped(significant(one), significant(other))


def _is_said_alike(draft: Draft, title: Mention, other: Mention) -> bool:
    """Whether a figure is said of the same thing in the same words as that of the title, and of no other time."""
    if other.figure.kind is Kind.PERCENTAGE or other.figure.period not in (None, title.figure.period):
        return False
    return share_words_beside(draft, title, other)


def _is_named_alike(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether both count things of one name, or their sentences share words."""
    return one.figure.unit == other.figure.unit != "" or share_words(draft, one.sentence, other.sentence)


def _counts_alike(one: Mention, other: Mention) -> bool:
    """Whether both count things, under whatever names, or one of them is bare."""
    figures = one.figure, other.figure
    return all(figure.kind is Kind.NUMBER and figure.measure in (COUNT, NUMBER) for figure in figures)


_SEVERAL: Final = Phrase("the body has several figures that the title's may stand for")


def _says_much(mention: Mention) -> bool:
    """Whether it is more than a small count: "trois accords" stands for many things."""
    return mention.figure.kind is not Kind.NUMBER or abs(mention.figure.number) >= 100


def _may_be_same(one: Mention, other: Mention) -> bool:
    """Whether units and periods do not tell the two apart."""
    return same_unit(one.figure, other.figure) and same_period(one, other)


def _literal(mention: Mention) -> Interval:
    return mention.figure.literal.scaled(mention.figure.measure.factor)


def _usual(mention: Mention) -> Interval:
    return mention.figure.usual.scaled(mention.figure.measure.factor)


def _is_near(one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return low * _CLOSE >= high > 0


def _the_same(mention: Mention, other: Mention) -> Stated:
    roles = {"one": mention, "another": other}
    return Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


# --- powers of ten -------------------------------------------------------------------------------------------------


def _slips(draft: Draft, known: set[Mention]) -> Iterator[Candidate]:
    """Figures of the same digits a power of ten apart, and "2,415 Mds" where others say 2 415."""
    telling: dict[tuple[str, str], list[Mention]] = {}
    for mention in draft.mentions:
        if mention.figure.kind is Kind.CURRENCY or (mention.figure.kind is Kind.NUMBER and mention.figure.unit):
            digits = significant(mention)
            if len(digits) >= _TELLING_DIGITS:
                telling.setdefault((mention.figure.unit, digits), []).append(mention)
    for alike in telling.values():
        mentions = alike[:_MOST_COMPARED]
        for position, mention in enumerate(mentions):
            others = [other for other in mentions if _power_of_ten(mention, other) is not None]
            if not others or mention in known or not _is_the_odd_one(mention, position, mentions):
                continue
            if any(other.sentence is mention.sentence for other in others):
                continue  # a part beside its whole: "116 million of the 1.16 billion"
            if share_words(draft, mention.sentence, others[0].sentence):
                known.update((mention, *others))
                yield from _slip(draft, mention, others)


def _is_the_odd_one(mention: Mention, position: int, mentions: Sequence[Mention]) -> bool:
    """Whether fewer say so than otherwise; of two, the one whose digits may be read in two ways, else the later one."""
    agreeing = sum(other.figure.value == mention.figure.value for other in mentions)
    if agreeing * 2 != len(mentions):
        return agreeing * 2 < len(mentions)
    ambiguous = [other for other in mentions if other.figure.other is not None]
    return mention is ambiguous[0] if ambiguous else position == len(mentions) - 1


def _power_of_ten(one: Mention, other: Mention) -> Fraction | None:
    return None if one.figure.number == other.figure.number else slip.factor(one.figure, [other.figure])


def _slip(draft: Draft, mention: Mention, others: Sequence[Mention]) -> Iterator[Candidate]:
    found = slip.finding("", draft.evidence(mention), [draft.evidence(other) for other in others])
    if found is not None:
        yield Judged(_with_confidence(found), (mention, *others))


def _with_confidence(finding: Finding) -> Finding:
    return replace(finding, relation=replace(finding.relation, confidence=Confidence.MEDIUM))
