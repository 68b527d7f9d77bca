"""One thing with two values in one text: the title against the body, and figures a power of ten off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final
from unicodedata import normalize

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence, same_unit
from factcheck.drafts.stated import Candidate, Judged, LeftAlone, Stated
from factcheck.figures.figure import Kind
from factcheck.figures.interval import Interval
from factcheck.kinds import agreement, slip
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence, Finding

_STEM: Final = 5
"""Words are the same where they begin with the same so many letters: "exportations", "exporté"."""
_SHORTEST: Final = 3
_FEWEST_SHARED: Final = 2
_CLOSE: Final = 2
"""Two figures of one thing that disagree are within this factor, or a power of ten apart."""
_TELLING_DIGITS: Final = 3
_KINDS: Final = (Kind.CURRENCY, Kind.NUMBER, Kind.PERCENTAGE)


def find(draft: Draft) -> Iterator[Candidate]:
    """The figures of the titles that the body contradicts, and those that are a power of ten off the others."""
    slipped: set[Mention] = set()
    headings = draft.document.headings
    if headings:
        in_headings = {mention for start, end in headings for mention in draft.mentions_in(start, end)}
        body = [other for other in draft.mentions if other not in in_headings and other.figure.kind in _KINDS]
        for mention in draft.mentions_in(*headings[0]):
            yield from _against_the_body(draft, mention, body, slipped)
    yield from _slips(draft, slipped)


def _against_the_body(
    draft: Draft, mention: Mention, body: Sequence[Mention], slipped: set[Mention]
) -> Iterator[Candidate]:
    """The figure of the title, which is the first heading, beside those of the body that may be of the same."""
    if mention.figure.kind not in _KINDS or not _says_much(mention):
        return
    others = [other for other in body if _may_be_same(mention, other)]
    fitting = [other for other in others if _literal(mention).meets(_literal(other))]
    if fitting:
        usually = [other for other in fitting if _usual(mention).meets(_usual(other))]
        said = next((other for other in usually if _shared_words(draft, mention.sentence, other.sentence)), None)
        if said is not None:
            yield _the_same(mention, said)
        return
    about_it = [other for other in others if _shared_words(draft, mention.sentence, other.sentence)]
    digits = _significant(mention)
    for other in others:
        # so many digits in common are no chance, whatever the words
        same_digits = len(digits) >= _TELLING_DIGITS and _significant(other) == digits
        if (same_digits or other in about_it) and _power_of_ten(mention, other) is not None:
            slipped.update((mention, other))
            yield from _slip(draft, mention, [other])
            return
    near = [other for other in about_it if _is_near(mention, other)]
    if not near:
        return
    if len({other.figure.value for other in near}) > 1:
        yield LeftAlone(agreement.KIND, (mention, *near), _SEVERAL)
        return
    yield _the_same(mention, near[0])


_SEVERAL: Final = Phrase("the body has several figures that the title's may stand for")


def _says_much(mention: Mention) -> bool:
    """Whether it is more than a small count: "trois accords" stands for many things."""
    return mention.figure.kind is not Kind.NUMBER or abs(mention.figure.number) >= 100


def _may_be_same(one: Mention, other: Mention) -> bool:
    """Whether units and periods do not tell the two apart."""
    periods = one.figure.period, other.figure.period
    return same_unit(one.figure, other.figure) and (None in periods or periods[0] == periods[1])


def _literal(mention: Mention) -> Interval:
    return mention.figure.literal.scaled(mention.figure.measure.factor)


def _usual(mention: Mention) -> Interval:
    return mention.figure.usual.scaled(mention.figure.measure.factor)


def _is_near(one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(one.figure.number), abs(other.figure.number)))
    return low * _CLOSE >= high > 0


def _shared_words(draft: Draft, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences speak of the same, as far as their words tell."""
    return len(_stems(draft, one) & _stems(draft, other)) >= _FEWEST_SHARED


def _stems(draft: Draft, sentence: Sentence) -> frozenset[str]:
    """The beginnings of the sentence's words; those of its figures and of grammar left out."""
    figures = {at for mention in sentence.mentions for at in range(mention.lead, mention.tail)}
    return frozenset(
        _without_accents(word[:_STEM])
        for at, word in enumerate(sentence.tokens.words)
        if len(word) >= _SHORTEST and word.isalpha() and at not in figures and word not in draft.lexicon.function_words
    )


def _without_accents(word: str) -> str:
    """The letters by themselves: "gagné" begins like "gagne"."""
    return word if word.isascii() else "".join(filter(str.isalpha, normalize("NFD", word)))


def _the_same(mention: Mention, other: Mention) -> Stated:
    roles = {"one": mention, "another": other}
    return Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


# --- powers of ten -------------------------------------------------------------------------------------------------


def _slips(draft: Draft, known: set[Mention]) -> Iterator[Candidate]:
    """Figures of the same digits a power of ten apart, and "2,415 Mds" where others say 2 415."""
    telling: dict[tuple[str, str], list[Mention]] = {}
    for mention in draft.mentions:
        if mention.figure.kind is Kind.CURRENCY or (mention.figure.kind is Kind.NUMBER and mention.figure.unit):
            digits = _significant(mention)
            if len(digits) >= _TELLING_DIGITS:
                telling.setdefault((mention.figure.unit, digits), []).append(mention)
    for mentions in telling.values():
        for position, mention in enumerate(mentions):
            others = [other for other in mentions if other is not mention and _power_of_ten(mention, other) is not None]
            if not others or mention in known or not _is_the_odd_one(mention, position, mentions):
                continue
            if _shared_words(draft, mention.sentence, others[0].sentence):
                known.update((mention, *others))
                yield from _slip(draft, mention, others)


def _is_the_odd_one(mention: Mention, position: int, mentions: Sequence[Mention]) -> bool:
    """Whether fewer say so than otherwise; of two, the one whose digits may be read in two ways, else the later one."""
    agreeing = sum(other.figure.value == mention.figure.value for other in mentions)
    if agreeing * 2 != len(mentions):
        return agreeing * 2 < len(mentions)
    ambiguous = [other for other in mentions if other.figure.other is not None]
    return mention is ambiguous[0] if ambiguous else position == len(mentions) - 1


def _significant(mention: Mention) -> str:
    numeral = mention.figure.numeral
    if numeral is None or not numeral.digits:
        return ""
    return "".join(filter(str.isdecimal, numeral.digits)).strip("0")


def _power_of_ten(one: Mention, other: Mention) -> Fraction | None:
    return slip.factor(one.figure, [other.figure])


def _slip(draft: Draft, mention: Mention, others: Sequence[Mention]) -> Iterator[Candidate]:
    found = slip.finding("", draft.evidence(mention), [draft.evidence(other) for other in others])
    if found is not None:
        yield Judged(_with_confidence(found), (mention, *others))


def _with_confidence(finding: Finding) -> Finding:
    return replace(finding, relation=replace(finding.relation, confidence=Confidence.MEDIUM))
