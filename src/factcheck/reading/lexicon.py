"""What the reader knows of a language: the words of `lexicon/LANG.yaml`, made ready to be looked up.

Each attribute of `Lexicon` is the section of that name, read when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from factcheck.figures.hedges import Hedge
from factcheck.reading.openings import Openings
from factcheck.reading.phrase_table import Phrases
from factcheck.reading.tokens import Tokens
from factcheck.reading.unit_words import Measure, UnitWords
from factcheck.reading.word_lists import load, phrases, words_of_each

LANGUAGES: Final = ("fr", "en")
HYPHENS: Final = ("-", "‑", "‐")
_DIRECTORY: Final = Path(__file__).parent / "lexicon"

T = TypeVar("T")


class _Section(Generic[T]):
    """An attribute read from the section of its name ("before_nouns": "before nouns") and then kept."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Lexicon, owner: type) -> T:
        value = self._read(instance.data[self._name.replace("_", " ")])
        instance.__dict__[self._name] = value  # from now on this is found first
        return value


def _set(section: str) -> frozenset[str]:
    return frozenset(phrases(section))


def _table(section: Mapping[str, str], meaning: Callable[[str], T]) -> dict[str, T]:
    return {phrase: meaning(key) for key, listed in section.items() for phrase in phrases(listed)}


def _integers(section: Mapping[str, str]) -> Mapping[str, int]:
    return _table(section, int)


def _factors(section: Mapping[str, str]) -> Mapping[str, Fraction]:
    return _table(section, Fraction)


def _codes(section: Mapping[str, str]) -> Mapping[str, str]:
    return _table(section, str)


def _found(section: str) -> Phrases[bool]:
    return Phrases((words, True) for words in words_of_each(section))


def _meaning(section: Mapping[str, str], meaning: Callable[[str], T]) -> Phrases[T]:
    listed = [(meaning(key), words_of_each(each)) for key, each in section.items()]
    return Phrases((words, meant) for meant, phrases_ in listed for words in phrases_)


def _numbered(section: Mapping[str, str]) -> Phrases[int]:
    return _meaning(section, int)


def _multiplying(section: Mapping[str, str]) -> Phrases[Fraction]:
    return _meaning(section, Fraction)


def _hedging(section: Mapping[str, str]) -> Phrases[Hedge]:
    return _meaning(section, Hedge)


def _moving(section: Mapping[str, str]) -> Phrases[tuple[str, int]]:
    def steps(key: str) -> tuple[str, int]:
        unit, number = key.split()
        return unit, int(number)

    return _meaning(section, steps)


class Lexicon:
    """The words of one language. `data` is its file."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.units = UnitWords(data)
        self.counts_by_scores: bool = data["counts by scores"] == "true"

    function_words = _Section(_set)

    # --- numbers ---
    numbers = _Section(_integers)
    scales = _Section(_factors)
    collectives = _Section(_integers)
    short_scales = _Section(_factors)
    attached_scales = _Section(_factors)
    money_scales = _Section(_factors)
    one = _Section(_set)
    a = _Section(_set)
    half = _Section(_set)
    quarter = _Section(_set)
    conjunctions = _Section(_set)
    point = _Section(_set)
    round = _Section(_set)
    minus = _Section(_set)
    minus_never_after = _Section(_set)
    joins = _Section(_set)
    counts_in_words = _Section(_integers)
    pronoun_before = _Section(_set)
    adjectives_like_numbers = _Section(_set)
    before_such_numbers = _Section(_set)
    one_counts_before = _Section(_found)

    # --- money and nouns ---
    codes_that_are_words = _Section(_set)
    before_a_number = _Section(_found)
    cents = _Section(_set)
    currency_initials = _Section(_codes)
    before_nouns = _Section(_set)
    not_nouns = _Section(_set)
    invariable_nouns = _Section(_set)

    # --- hedges and directions ---
    hedges_before = _Section(_hedging)
    hedges_after = _Section(_hedging)
    no_hedges_of_durations = _Section(_found)
    hedges_of_multiples = _Section(_found)
    reaching = _Section(_set)
    prepositions = _Section(_set)
    marks = _Section(_set)
    articles = _Section(_set)
    falls = _Section(_set)
    falls_after = _Section(_found)
    falls_then_target = _Section(_set)
    no_falls_before = _Section(_found)
    between_fall_and_figure = _Section(_set)

    # --- multiples, fractions, ranges ---
    multiples = _Section(_multiplying)
    ratios = _Section(_multiplying)
    ordinal_ratios = _Section(_multiplying)
    after_ordinal_ratios = _Section(_set)
    also_adjectives = _Section(_set)
    times = _Section(_found)
    not_times = _Section(_found)
    less = _Section(_set)
    not_ratios_before = _Section(_set)
    not_ratios_after = _Section(_found)
    out_of = _Section(_found)
    between = _Section(_set)
    range_joints = _Section(_set)
    from_to = _Section(_set)

    # --- dates ---
    months = _Section(_numbered)
    months_that_are_words = _Section(_set)
    weekdays = _Section(_numbered)
    day_ordinals = _Section(_numbered)
    day_suffixes = _Section(_set)
    joins_days = _Section(_set)
    of = _Section(_set)
    ordinals = _Section(_numbered)
    first_months = _Section(_found)
    cumulative = _Section(_found)
    before_years = _Section(_set)
    decades = _Section(_set)
    relative = _Section(_moving)
    compared_with = _Section(_found)

    # --- what is no figure ---
    references = _Section(_found)
    references_of_years = _Section(_set)
    addresses = _Section(_set)
    clock = _Section(_found)
    before_clock = _Section(_set)

    # --- put together ---

    @cached_property
    def measures(self) -> Phrases[Measure]:
        """Every unit by name and sign."""
        return self.units.names

    def is_currency_at(self, tokens: Tokens, index: int) -> bool:
        """Whether a currency's sign, code or abbreviation stands at the token."""
        printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
        if not printed:
            return False
        sign = not printed.isalnum() and self.measures.at(tokens, index) is not None
        return sign or self.units.abbreviated(printed) is not None

    @cached_property
    def weekday_names(self) -> Mapping[int, str]:
        """The full name of each weekday, 0 for Monday."""
        return {int(key): next(phrases(listed)) for key, listed in self.data["weekdays"].items()}

    @cached_property
    def factors(self) -> Phrases[bool]:
        """What before a number makes it a multiple; False where it divides."""
        multiplied = [(phrase, True) for phrase in phrases(self.data["multiplied by"])]
        return Phrases(multiplied + [(phrase, False) for phrase in phrases(self.data["divided by"])])

    @cached_property
    def parts_of_years(self) -> Phrases[str]:
        """Halves ("H") and quarters ("Q")."""
        halves = [(phrase, "H") for phrase in phrases(self.data["halves"])]
        return Phrases(halves + [(phrase, "Q") for phrase in phrases(self.data["quarters"])])

    @cached_property
    def after_days(self) -> frozenset[str]:
        """What may follow the first number of a date: a month, a sign, "er", "semestre"."""
        first_words = (self.months, self.parts_of_years, self.first_months)
        words = {word for phrases_ in first_words for word in phrases_.first_words}
        words |= self.day_suffixes | self.of | self.joins_days | self.conjunctions | {"/", "-", ".", "‑", "–"}
        return frozenset(words | self.ordinals.last_words)

    @cached_property
    def date_words(self) -> frozenset[str]:
        """The words that dates begin with."""
        return self.months.first_words | self.day_ordinals.first_words | self.ordinals.first_words

    @cached_property
    def date_starters(self) -> frozenset[str]:
        """The words, besides digits, at which a date may be found."""
        return self.date_words.union(self.numbers)

    @cached_property
    def short_parts_of_years(self) -> Mapping[str, str]:
        """The letters before a number: T1, S1, Q3, H1."""
        halves = dict.fromkeys(phrases(self.data["short halves"]), "H")
        return halves | dict.fromkeys(phrases(self.data["short quarters"]), "Q")

    @cached_property
    def relative_words(self) -> frozenset[str]:
        """The words that relative periods begin with, besides articles."""
        return self.relative.key_words(self.articles | self.a) | (self.relative.first_words & self.one)

    @cached_property
    def clock_words(self) -> frozenset[str]:
        """What may follow the hour of a time of day."""
        return self.clock.first_words | self.hours | {":", "h"}

    @cached_property
    def hours(self) -> frozenset[str]:
        """The words for hours."""
        return frozenset(phrases(self.data["durations"]["hour"]))

    @cached_property
    def doubts_after(self) -> frozenset[str]:
        """What after digits makes it worth asking whether they are a figure."""
        return self.clock_words | self.addresses | {"-", "–", "‑", "—", "/", ".", ")", "]", ","}

    @cached_property
    def doubts_before(self) -> frozenset[str]:
        """What before digits makes it worth asking whether they are a figure."""
        return self.reference_words | self.decades | {"+", ".", ":", "°", "º", "(", "["}

    @cached_property
    def reference_words(self) -> frozenset[str]:
        """The words that references end with."""
        return self.references.last_words

    @cached_property
    def continuers(self) -> frozenset[str]:
        """What after digits may make a number of digits and words: "3 mille", "1 million 200 000"."""
        return frozenset({*self.numbers, *self.scales, *self.collectives, *self.conjunctions, *self.half, *HYPHENS})

    @cached_property
    def number_starters(self) -> frozenset[str]:
        """The words, besides digits, that numbers begin with; an article may stand before them."""
        words = {*self.numbers, *self.scales, *self.collectives, *self.counts_in_words, *self.half, *self.quarter}
        return frozenset(words | self.ratios.first_words)

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words, besides digits, at which a figure may be found; "un" and "a" are reached from what follows."""
        months = {word for word in self.months.first_words if len(word) > 2}  # "jan", not the "." of "jan."
        words = {*self.numbers, *self.scales, *self.collectives, *self.counts_in_words, *self.half, *self.quarter}
        words |= self.multiples.key_words(self.articles) | self.ratios.key_words(self.articles)
        words |= self.ordinal_ratios.key_words(self.articles)
        words |= months | self.day_ordinals.first_words | self.ordinals.first_words
        articles = {word for word in self.a | self.articles if word != "one"}
        return frozenset(word for word in words - articles if not word.isdecimal())

    @cached_property
    def begins_figure(self) -> Callable[[str], bool]:
        """Whether a figure may be found at a word: one of the starters, or digits."""
        return Openings(self.starters).__getitem__

    @cached_property
    def needed_as_split(self) -> frozenset[str]:
        """The words of which a passage without digits has one where it has a figure: of a phrase the longest word.

        Ordinals are none of them, as they are figures with a month or the digits of a year alone.
        """
        months = {word for word in self.months.first_words if len(word) > 2}
        words = {*self.numbers, *self.scales, *self.collectives, *self.counts_in_words, *self.half, *self.quarter}
        words |= months | self.multiples.longest_words | self.ratios.longest_words | self.ordinal_ratios.longest_words
        return _as_split(words - self.a - self.articles)

    @cached_property
    def needed_or_relative_as_split(self) -> frozenset[str]:
        """These, those of which a passage has one where it has a relative period, and all starters."""
        return self.needed_as_split | _as_split(self.starters | self.relative.longest_words)


def _as_split(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word + sign for word in words for sign in ("", *'.,;:!?…)]»”"'))


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(lang: str) -> Lexicon:
    """The lexicon of "fr" or "en"; raises ValueError for another language."""
    if lang not in LANGUAGES:
        raise ValueError(f"no lexicon for language {lang!r}; there are {', '.join(LANGUAGES)}")
    return Lexicon(load(_DIRECTORY / f"{lang}.yaml"))
