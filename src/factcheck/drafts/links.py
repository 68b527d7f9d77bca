"""What stands between two figures of a sentence and binds them: words of the wordings, and few others around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import ClassVar, Final

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention, Sentence, completed, same_unit
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.units import COUNT
from factcheck.reading.phrase_table import Phrases
from factcheck.reading.tokens import Tokens

OPENING: Final = ("(", "[")
CLOSING: Final = (")", "]")
DASHES: Final = ("–", "—", "-")
ENDS: Final = (".", ",", ";", ":", ")", "]", "!", "?", "»", "”", "", "–", "—")
"""What ends the phrase that a figure stands in."""
RANGE_JOINTS: Final = ("-", "–", "—", "à", "to", "/")
_BEFORE_CLAUSES: Final = (",", ":", ";", "—", "–", "«", "“", "et", "and")
_TIMES: Final = (Kind.DATE, Kind.DURATION)
_THOUSAND: Final = 1000
_FAMILY: Final = "parts"
_MOST_BEFORE_SAYS: Final = 10
_MOST_BEFORE_PARENTHESIS: Final = 6
_MOST_LEADS: Final = 3
_MOST_IN_RATE: Final = 6
_MOST_IN_OWNER: Final = 3
_MILLION: Final = 1_000_000


class Gap:
    """The tokens between two figures, dates and durations left out: what may bind the two, and what must not."""

    __slots__ = ("at", "tokens", "words")

    def __init__(self, tokens: Tokens, at: Sequence[int]) -> None:
        self.tokens = tokens
        self.at = at
        self.words = [tokens.words[index] for index in at]

    @classmethod
    def between(cls, one: Mention, other: Mention) -> Gap:
        """What stands between two figures of a sentence, in order."""
        sentence = one.sentence
        dates = {
            index
            for mention in sentence.mentions[one.position + 1 : other.position]
            if mention.figure.kind in _TIMES
            for index in range(mention.lead, mention.tail)
        }
        return cls(sentence.tokens, [index for index in range(one.tail, other.lead) if index not in dates])

    def cued(self, cue: Phrases[str], most: int, barred: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
        """Each place where a cue stands after at most so many words: how many, and the words after the cue.

        What stands before it are words, none of them barred; punctuation ends the search.
        """
        for passed, index in enumerate(self.at[: most + 1]):
            found = cue.at(self.tokens, index)
            if found is not None and found[1] <= self.at[-1] + 1:
                yield passed, [self.tokens.words[after] for after in self.at[passed:] if after >= found[1]]
            word = self.tokens.words[index]
            if not is_word(word) or word in barred:
                return

    def without(self, count: int) -> Gap:
        """The gap after its first tokens."""
        return Gap(self.tokens, self.at[count:])


class SentenceReader:
    """One sentence with the words of a family of kinds at hand."""

    family: ClassVar[str]

    def __init__(self, draft: Draft, sentence: Sentence) -> None:
        self.draft, self.sentence, self.tokens = draft, sentence, sentence.tokens

    def cue(self, name: str) -> Phrases[str]:
        """The phrases of a list of the family's wordings."""
        return self.draft.wordings.cue(self.family, name)

    def words(self, name: str) -> frozenset[str]:
        """The single words of a list of the family's wordings."""
        return self.draft.wordings.words(self.family, name)

    def shared_cue(self, name: str) -> Phrases[str]:
        """The phrases of a list that the families share."""
        return self.draft.wordings.cue(_FAMILY, name)


def is_word(word: str) -> bool:
    """Whether a token is a word, an elided one too, or joins two words or letters."""
    return word.isalpha() or word.endswith("'") or word in ("-", "'")


def all_words(words: Sequence[str], most: int, barred: frozenset[str]) -> bool:
    """Whether there are at most so many words, and nothing else among them."""
    return len(words) <= most and all(is_word(word) for word in words) and barred.isdisjoint(words)


def is_level(mention: Mention) -> bool:
    """Whether a figure is an amount, a count or a measured quantity."""
    figure = mention.figure
    return (figure.kind is Kind.NUMBER or figure.kind is Kind.CURRENCY) and figure.number.numerator > 0


def is_share(mention: Mention) -> bool:
    """Whether a figure may be a share of something: a percentage without a sign, or a fraction."""
    figure = mention.figure
    if figure.kind is Kind.RATIO:
        return True
    if figure.kind is not Kind.PERCENTAGE:
        return False
    number = figure.number  # whole numbers are compared much faster
    return 0 < number.numerator <= 100 * number.denominator and figure.text[:1].isalnum()


def is_percentage(mention: Mention) -> bool:
    """Whether a figure is a percentage that may be a share."""
    return mention.figure.kind is Kind.PERCENTAGE and is_share(mention)


def is_count(figure: Figure) -> bool:
    """Whether a figure counts things that it names."""
    return figure.kind is Kind.NUMBER and figure.unit != "" and figure.measure == COUNT


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a number without a unit."""
    return figure.kind is Kind.NUMBER and not figure.unit


def alike(one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Two figures in units that compare, a bare one with what it takes over from the other; None where they do not."""
    one, other = _without_adjective(one), _without_adjective(other)
    figure, like = one.figure, other.figure
    if is_bare(figure) and not is_bare(like):
        if not (figure_in_digits(one) or is_count(like)):
            return None
        one = one.read_as(with_unit_of(figure, like))
    elif is_bare(like) and not is_bare(figure):
        if not (figure_in_digits(other) or is_count(figure)):
            return None
        other = other.read_as(with_unit_of(like, figure))
    elif is_bare(figure):
        return one.read_as(with_unit_of(figure, like)), other.read_as(with_unit_of(like, figure))
    return (one, other) if same_unit(one.figure, other.figure) else None


def figure_in_digits(mention: Mention) -> bool:
    """Whether a number is printed in digits or with a scale word: "cinq" alone takes over no unit of money."""
    numeral = mention.figure.numeral
    return numeral is not None and (numeral.digits != "" or numeral.scale != 1)


def _without_adjective(mention: Mention) -> Mention:
    """The bare number in "13,4 milliards exportés": what French counts in millions, it joins with "de"."""
    figure = mention.figure
    if not is_count(figure) or figure.numeral is None or figure.numeral.scale < _MILLION:
        return mention
    words = figure.text.split()
    adjective = len(words) > 2 and words[-1] == figure.unit and words[-2].endswith("s")
    return mention.read_as(replace(figure, unit="")) if adjective else mention


def with_unit_of(figure: Figure, like: Figure) -> Figure:
    """A bare number with another figure's unit, and its scale word where the number is small: "13,4", not "800 000"."""
    numeral = like.numeral
    if figure.numeral is None or numeral is None:
        return figure
    if figure.numeral.scale != 1 or abs(figure.numeral.value) >= _THOUSAND:
        like = replace(like, numeral=replace(numeral, scale=Fraction(1)))
    return completed(figure, like)


def same_period(one: Mention, other: Mention) -> bool:
    """Whether two figures may be of one period: where the text gives one of them none, they may."""
    first, second = one.figure.period, other.figure.period
    return first is None or second is None or first == second


def is_enclosed(mention: Mention) -> bool:
    """Whether a figure stands alone in its parentheses or between dashes."""
    return mention.sentence.tokens.words[mention.tail] in (*CLOSING, *DASHES, ",", ".", ";")


def has_unread(sentence: Sentence, first: int, end: int) -> bool:
    """Whether digits stand from one token to another that no figure of the sentence was read from."""
    words = sentence.tokens.words
    if not any(word[:1].isdigit() for word in words[first:end]):
        return False
    read = {at for mention in sentence.mentions for at in range(mention.lead, mention.tail)}
    return any(words[at][:1].isdigit() and at not in read for at in range(first, end))


def is_range(one: Mention, other: Mention) -> bool:
    """Whether two figures side by side are the ends of a range, or a score: "18 à 24", "13-17", "3 à 4"."""
    if one.sentence is not other.sentence:
        return False
    first, last = (one, other) if one.start < other.start else (other, one)
    between = first.sentence.tokens.words[first.tail : last.lead]
    return last.position == first.position + 1 and len(between) == 1 and between[0] in RANGE_JOINTS


def timeless(mentions: Sequence[Mention]) -> list[Mention]:
    """The figures without the dates and durations among them."""
    return [mention for mention in mentions if mention.figure.kind not in _TIMES]


def undated(mentions: Sequence[Mention]) -> list[Mention]:
    """The figures without the dates among them."""
    return [mention for mention in mentions if mention.figure.kind is not Kind.DATE]


def opens(draft: Draft, whole: Mention) -> bool:
    """Whether a figure opens its clause as the whole of what follows: "Sur 1 200 salariés interrogés, …"."""
    tokens = whole.sentence.tokens
    found = _before_owner(draft.wordings.cue(_FAMILY, "out of"), tokens, whole.lead)
    if found is None:
        return False
    first = found[1]
    return first == tokens.first or tokens.words[first - 1] in _BEFORE_CLAUSES


def _before_owner(cue: Phrases[str], tokens: Tokens, lead: int) -> tuple[str, int] | None:
    """The cue right before a figure, or before the owner of what it counts: "Of the trust's 1,480 beds"."""
    if not is_possessive(tokens.words[max(tokens.first, lead - 2) : lead]):
        return cue.before(tokens, lead)
    owners = range(lead - 2, max(tokens.first, lead - 2 - _MOST_IN_OWNER), -1)
    return next((found for at in owners if (found := cue.before(tokens, at)) is not None), None)


def is_possessive(words: Sequence[str]) -> bool:
    """Whether words end in a possessive: "the school's"."""
    return len(words) > 1 and words[-1] == "s" and words[-2].endswith("'")


def equals(
    draft: Draft, one: Mention, other: Mention, most: int = _MOST_BEFORE_SAYS, leads: frozenset[str] | None = None
) -> bool:
    """Whether the second figure says the same as the first: "…, soit 504", "… (504)", "…, or 504".

    At most so many words stand before what says so; `leads` may stand between that and the figure.
    """
    wordings = draft.wordings
    allowed = wordings.words(_FAMILY, "leads") if leads is None else leads
    gap = Gap.between(one, other)
    if gap.at and gap.words[0] in wordings.words(_FAMILY, "of a plan"):
        gap = gap.without(1)
    if not gap.at or not (wordings.words(_FAMILY, "breaks") - allowed).isdisjoint(gap.words):
        return False
    if gap.words[-1] in OPENING:
        return is_run(gap.words[:-1], min(most, _MOST_BEFORE_PARENTHESIS), wordings.words(_FAMILY, "stops"))
    return _says(draft, gap, most, allowed)


def _says(draft: Draft, gap: Gap, most: int, leads: frozenset[str]) -> bool:
    words = gap.tokens.words
    for passed, index in enumerate(gap.at[: most + 2]):
        for name in ("says", "or"):
            found = draft.wordings.cue(_FAMILY, name).at(gap.tokens, index)
            if found is None or (name == "or" and words[index - 1] not in (",", "(", *DASHES)):
                continue
            rest = [words[after] for after in gap.at if after >= found[1]]
            if (len(rest) <= _MOST_LEADS and leads.issuperset(rest)) or _names_a_rate(draft, rest):
                return True
        word = words[index]
        if word == "," and _names_a_rate(draft, gap.words[passed + 1 :]):
            return True
        if not (is_word(word) or word in (",", *CLOSING, *DASHES) or (word in OPENING and passed == 0)):
            return False
    return False


def _names_a_rate(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the words before a percentage call it a rate of what was just said: "un taux de réussite de"."""
    if not 2 < len(words) <= _MOST_IN_RATE or words[-1] not in draft.lexicon.joins | {"of"}:
        return False
    named = words[:-1]
    if named[0] not in draft.wordings.words(_FAMILY, "articles"):
        return False  # "au taux de 3 %" is one of interest
    return all(is_word(word) for word in named) and not draft.wordings.words(_FAMILY, "rates").isdisjoint(named[:3])


def is_run(words: Sequence[str], most: int, barred: frozenset[str]) -> bool:
    """Whether there are at most so many words, none barred, with commas and closing parentheses among them."""
    return (
        len(words) <= most
        and all(is_word(word) or word in (",", *CLOSING) for word in words)
        and barred.isdisjoint(words)
    )
