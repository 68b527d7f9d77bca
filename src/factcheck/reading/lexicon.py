"""What the reader knows of a language: the words of `lexicon/LANG.yaml`, made ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Final, Generic, TypeVar

import yaml

from factcheck.figures.figure import Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.units import is_currency
from factcheck.reading.tokens import Tokens, words_of

LANGUAGES: Final = ("fr", "en")
_DIRECTORY: Final = files("factcheck.reading") / "lexicon"
_OPTIONAL: Final = re.compile(r"\((\w+)\)")
ONE: Final = Fraction(1)

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it means; the longest that fits is found."""

    __slots__ = ("_by_first", "_by_last", "_meanings")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._meanings: dict[tuple[str, ...], T] = {}
        for phrase, meaning in entries:
            self._meanings.setdefault(words_of(phrase), meaning)
        self._meanings.pop((), None)
        self._by_first = _lengths(self._meanings, 0)
        self._by_last = _lengths(self._meanings, -1)

    def at(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at the token, with the index after it."""
        words = tokens.words
        lengths = self._by_first.get(words[index])
        if lengths is not None:
            for length in lengths:
                phrase = tuple(words[index : index + length])
                if phrase in self._meanings:
                    return self._meanings[phrase], index + length
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that ends right before the token, with the index of its first word."""
        words = tokens.words
        lengths = self._by_last.get(words[index - 1])
        if lengths is not None:
            for length in lengths:
                phrase = tuple(words[index - length : index])
                if phrase in self._meanings:
                    return self._meanings[phrase], index - length
        return None

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._by_first)

    @property
    def last_words(self) -> frozenset[str]:
        """The words that phrases end with."""
        return frozenset(self._by_last)

    def key_words(self, articles: frozenset[str]) -> frozenset[str]:
        """The words that phrases begin with, an article before them left out."""
        keys = (next((word for word in phrase if word not in articles), "") for phrase in self._meanings)
        return frozenset(keys) - {""}


def _lengths(phrases: Iterable[tuple[str, ...]], position: int) -> dict[str, tuple[int, ...]]:
    """For each word at that position of a phrase, the lengths of its phrases, the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[position], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit's words say. `scale` is what they multiply by; `family` is the
    name that several currencies share, `assumed` that no more than it was printed;
    `needs` is "digits" or "touch" where a short word is a unit only after digits, or only touching them."""

    kind: Kind
    unit: str
    scale: Fraction = ONE
    family: str = ""
    assumed: bool = False
    needs: str = ""


class Lexicon:
    """The words of one language. Every table is made when it is first asked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    # --- reading the file -------------------------------------------------------------------------------

    def words(self, section: str) -> frozenset[str]:
        """The words of a section that is one list."""
        return frozenset(_phrases(self._data.get(section, "")))

    def _pairs(self, section: str) -> Iterator[tuple[str, str]]:
        """(phrase, key) for each phrase of a section that maps keys to lists."""
        for key, listed in self._data.get(section, {}).items():
            for phrase in _phrases(listed):
                yield phrase, key

    def _flags(self, section: str) -> Phrases[bool]:
        return Phrases((phrase, True) for phrase in _phrases(self._data.get(section, "")))

    # --- numbers ----------------------------------------------------------------------------------------

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Number words below a million."""
        return {word: int(value) for word, value in self._pairs("numbers")}

    @cached_property
    def scales(self) -> Mapping[str, Fraction]:
        """Words that multiply what stands before them: million, milliard, billion."""
        return self._factors("scales")

    @cached_property
    def collectives(self) -> Mapping[str, int]:
        """Nouns that are a number: dizaine, douzaine, dozen."""
        return {word: int(value) for word, value in self._pairs("collectives")}

    @cached_property
    def short_scales(self) -> Mapping[str, Fraction]:
        """Short scales after digits, as printed: "Mds", "bn"."""
        return self._factors("short scales")

    @cached_property
    def attached_scales(self) -> Mapping[str, Fraction]:
        """Short scales that count only where they touch the digits."""
        return self._factors("attached scales")

    @cached_property
    def money_scales(self) -> Mapping[str, Fraction]:
        """Short scales that count only in amounts of money: "$2.174T"."""
        return self._factors("money scales")

    @cached_property
    def fused_scales(self) -> Mapping[str, Fraction]:
        """Scales that may be written in one word with a currency: "MMDH", "30 MUSD"."""
        return {**self.money_scales, **self.attached_scales, **self.short_scales}

    def _factors(self, section: str) -> Mapping[str, Fraction]:
        return {word: Fraction(value) for word, value in self._pairs(section)}

    @cached_property
    def one(self) -> frozenset[str]:
        """The number one, which is an article in French."""
        return self.words("one")

    @cached_property
    def a(self) -> frozenset[str]:
        """What may stand for one before a scale: "a million"."""
        return self.words("a")

    @cached_property
    def quarter(self) -> frozenset[str]:
        """A quarter before a scale: "a quarter million"."""
        return self.words("quarter")

    @cached_property
    def round(self) -> frozenset[str]:
        """Adjectives before a collective noun: "une bonne centaine"."""
        return self.words("round")

    @cached_property
    def counts_by_scores(self) -> bool:
        """Whether numbers are made as in French: "soixante-dix", "quatre-vingts", "vingt et un"."""
        return bool(self._data["counts by scores"] == "true")

    @cached_property
    def half(self) -> frozenset[str]:
        """demi, half."""
        return self.words("half")

    @cached_property
    def conjunctions(self) -> frozenset[str]:
        """The word that joins parts of a number: "vingt et un", "three hundred and five"."""
        return self.words("and")

    @cached_property
    def continuers(self) -> frozenset[str]:
        """What after digits may make a number of digits and words: "3 mille", "1 million 200 000"."""
        hyphens = {"-", "‑", "‐"}
        return frozenset({*self.numbers, *self.scales, *self.collectives, *self.conjunctions, *self.half, *hyphens})

    @cached_property
    def point(self) -> frozenset[str]:
        """The decimal sign in words."""
        return self.words("point")

    @cached_property
    def minus(self) -> frozenset[str]:
        """The minus sign in words."""
        return self.words("minus")

    @cached_property
    def minus_never_after(self) -> frozenset[str]:
        """Words after which "moins" is no sign: "au moins"."""
        return self.words("minus never after")

    @cached_property
    def joins(self) -> frozenset[str]:
        """What may stand between a scale word and a unit: "milliards de dirhams"."""
        return self.words("joins scale and unit")

    # --- units ------------------------------------------------------------------------------------------

    @cached_property
    def measures(self) -> Phrases[Measure]:
        """Every unit's words: percent, points, money, durations, physical units, persons and jobs."""
        return Phrases(self._measures())

    def _measures(self) -> Iterator[tuple[str, Measure]]:
        data = self._data
        needs = dict.fromkeys(self.words("short units"), "digits") | dict.fromkeys(self.words("touching units"), "touch")
        for phrase in _phrases(data["points that are things"]):
            yield phrase, Measure(Kind.NUMBER, phrase)
        for phrase in _phrases(data["percent"]):
            yield phrase, Measure(Kind.PERCENTAGE, "percent")
        for phrase in _phrases(data["basis points"]):
            yield phrase, Measure(Kind.POINTS, "percentage_point", Fraction(1, 100))
        for phrase in _phrases(data["points"]):
            yield phrase, Measure(Kind.POINTS, "percentage_point")
        for phrase, code in self._pairs("shared names"):
            yield phrase, Measure(Kind.CURRENCY, code, family=_family(phrase), assumed=True)
        for phrase, code in self._currency_names():
            yield phrase, Measure(Kind.CURRENCY, code, family=self._family_in(phrase))
        for phrase, unit in self._pairs("durations"):
            yield phrase, Measure(Kind.DURATION, unit, needs=needs.get(phrase, ""))
        for section in ("physical", "count units"):
            for phrase, unit in self._pairs(section):
                yield phrase, Measure(Kind.NUMBER, unit, needs=needs.get(phrase, ""))

    def _currency_names(self) -> Iterator[tuple[str, str]]:
        yield from self._pairs("currencies")
        for line in self._data["currency names"].splitlines():
            code, _, names = line.partition(": ")
            for name in _phrases(names):
                yield name, code

    @cached_property
    def abbreviations(self) -> Mapping[str, Measure]:
        """Currencies as printed, upper and lower case as it stands, and scale and currency in one word."""
        table = {word: Measure(Kind.CURRENCY, code) for word, code in self._pairs("abbreviations")}
        for word, code in self._pairs("shared names"):
            if word in table:
                table[word] = Measure(Kind.CURRENCY, code, family=_family(word), assumed=True)
        for word, entry in self._data.get("fused", {}).items():
            factor, code = entry.split()
            table[word] = Measure(Kind.CURRENCY, code, Fraction(factor))
        return table

    def abbreviation(self, printed: str) -> Measure | None:
        """The currency of an abbreviation or ISO 4217 code as printed, with the scale fused to it: "MMDH"."""
        return _abbreviation(self, printed)

    @cached_property
    def codes_that_are_words(self) -> frozenset[str]:
        """ISO codes that are no currency before a number."""
        return self.words("codes that are words")

    @cached_property
    def before_a_number(self) -> Phrases[bool]:
        """Names of currencies that may stand before their number."""
        return self._flags("before a number")

    @cached_property
    def cents(self) -> frozenset[str]:
        """Hundredths of a currency."""
        return self.words("cents")

    @cached_property
    def families(self) -> frozenset[str]:
        """Names that several currencies share: dollar, livre, $."""
        return frozenset(_family(phrase) for phrase, _ in self._pairs("shared names"))

    def _family_in(self, phrase: str) -> str:
        return next((_family(word) for word in words_of(phrase) if _family(word) in self.families), "")

    @cached_property
    def pronoun_before(self) -> frozenset[str]:
        """Words after which a small number without a noun is a pronoun: "les deux"."""
        return self.words("pronoun before")

    # --- nouns ------------------------------------------------------------------------------------------

    @cached_property
    def before_nouns(self) -> frozenset[str]:
        """Adjectives that stand between a number and its noun."""
        return self.words("before nouns")

    @cached_property
    def not_nouns(self) -> frozenset[str]:
        """Words that look like a plural and are none."""
        return self.words("not nouns")

    @cached_property
    def invariable_nouns(self) -> frozenset[str]:
        """Nouns whose plural does not look like one."""
        return self.words("invariable nouns")

    # --- hedges and directions --------------------------------------------------------------------------

    @cached_property
    def hedges_before(self) -> Phrases[Hedge]:
        """Hedges that stand before the figure."""
        return Phrases((phrase, Hedge(hedge)) for phrase, hedge in self._pairs("hedges before"))

    @cached_property
    def hedges_after(self) -> Phrases[Hedge]:
        """Hedges that stand after the figure."""
        return Phrases((phrase, Hedge(hedge)) for phrase, hedge in self._pairs("hedges after"))

    @cached_property
    def no_hedges_of_durations(self) -> Phrases[bool]:
        """What before a duration says how long: "over five years"."""
        return self._flags("no hedges of durations")

    @cached_property
    def articles(self) -> frozenset[str]:
        """What may stand between a hedge and its figure."""
        return self.words("articles")

    @cached_property
    def falls(self) -> frozenset[str]:
        """Direction words downward, before the figure."""
        return self.words("falls")

    @cached_property
    def between_fall_and_figure(self) -> frozenset[str]:
        """What may stand between a direction word and its figure."""
        return self.words("between fall and figure")

    @cached_property
    def falls_after(self) -> Phrases[bool]:
        """Direction words downward, after the figure."""
        return self._flags("falls after")

    @cached_property
    def falls_then_target(self) -> frozenset[str]:
        """What joins the two levels of a fall: "de 10 à 8 %"."""
        return self.words("falls then target")

    # --- multiples, fractions, ranges --------------------------------------------------------------------

    @cached_property
    def multiples(self) -> Phrases[Fraction]:
        """Words that multiply: doublement, twofold."""
        return Phrases((phrase, Fraction(value)) for phrase, value in self._pairs("multiples"))

    @cached_property
    def ratios(self) -> Phrases[Fraction]:
        """Fractions in words: un tiers, half."""
        return Phrases((phrase, Fraction(value)) for phrase, value in self._pairs("ratios"))

    @cached_property
    def not_ratios_before(self) -> frozenset[str]:
        """Words after which a half is none: "première moitié"."""
        return self.words("not ratios before")

    @cached_property
    def not_ratios_after(self) -> Phrases[bool]:
        """Words before which a half or a third is none: "quart d'heure"."""
        return self._flags("not ratios after")

    @cached_property
    def counts_in_words(self) -> Mapping[str, int]:
        """Nouns that count: triptyque."""
        return {word: int(value) for word, value in self._pairs("counts in words")}

    @cached_property
    def times(self) -> Phrases[bool]:
        """fois, times."""
        return self._flags("times")

    @cached_property
    def not_times(self) -> Phrases[bool]:
        """What after "times" makes it a count of occasions."""
        return self._flags("not times")

    @cached_property
    def factors(self) -> Phrases[bool]:
        """What before a number makes it a multiple; False where it divides."""
        entries = [(phrase, True) for phrase in _phrases(self._data["multiplied by"])]
        return Phrases(entries + [(phrase, False) for phrase in _phrases(self._data["divided by"])])

    @cached_property
    def out_of(self) -> Phrases[bool]:
        """sur, out of, in: "one in five"."""
        return self._flags("out of")

    @cached_property
    def between(self) -> frozenset[str]:
        """entre, between."""
        return frozenset(_phrases(self._data["range"]["between"]))

    @cached_property
    def range_and(self) -> frozenset[str]:
        """What joins the ends of "entre … et …"."""
        return frozenset(_phrases(self._data["range"]["and"]))

    @cached_property
    def range_to(self) -> frozenset[str]:
        """What joins the ends of any range."""
        return frozenset(_phrases(self._data["range"]["to"]))

    # --- dates --------------------------------------------------------------------------------------------

    @cached_property
    def months(self) -> Phrases[int]:
        """Months by name and abbreviation."""
        return Phrases((phrase, int(value)) for phrase, value in self._pairs("months"))

    @cached_property
    def months_that_are_words(self) -> frozenset[str]:
        """Months that mean something else without a day or a year."""
        return self.words("months that are words")

    @cached_property
    def weekday_names(self) -> Mapping[int, str]:
        """The full name of each weekday, 0 for Monday."""
        return {int(key): _phrases(listed)[0] for key, listed in self._data["weekdays"].items()}

    @cached_property
    def weekdays(self) -> Phrases[int]:
        """Weekdays, 0 for Monday."""
        return Phrases((phrase, int(value)) for phrase, value in self._pairs("weekdays"))

    @cached_property
    def day_ordinals(self) -> Phrases[int]:
        """Days of a month in words."""
        return Phrases((phrase, int(value)) for phrase, value in self._pairs("day ordinals"))

    @cached_property
    def day_suffixes(self) -> frozenset[str]:
        """er, st, nd, th."""
        return self.words("day suffixes")

    @cached_property
    def of(self) -> frozenset[str]:
        """What may stand between the parts of a date."""
        return self.words("of")

    @cached_property
    def joins_days(self) -> frozenset[str]:
        """What joins two days of a month: "du 22 au 25 novembre"."""
        return self.words("joins days")

    @cached_property
    def ordinals(self) -> Phrases[int]:
        """First to fourth, in words and digits."""
        return Phrases((phrase, int(value)) for phrase, value in self._pairs("ordinals"))

    @cached_property
    def parts_of_years(self) -> Phrases[str]:
        """Halves ("H") and quarters ("Q")."""
        entries = [(phrase, "H") for phrase in _phrases(self._data["halves"])]
        return Phrases(entries + [(phrase, "Q") for phrase in _phrases(self._data["quarters"])])

    @cached_property
    def short_parts_of_years(self) -> Mapping[str, str]:
        """The letters before a number: T1, S1, Q3, H1."""
        return {word: "H" for word in self.words("short halves")} | {word: "Q" for word in self.words("short quarters")}

    @cached_property
    def first_months(self) -> Phrases[bool]:
        """What follows the number in "les six premiers mois de 2025"."""
        return self._flags("first months")

    @cached_property
    def cumulative(self) -> Phrases[bool]:
        """What before a month means the year up to its end: "à fin juin 2025"."""
        return self._flags("cumulative")

    @cached_property
    def before_years(self) -> frozenset[str]:
        """Words after which four digits are a year."""
        return self.words("before years")

    @cached_property
    def decades(self) -> frozenset[str]:
        """Words after which "1990" or "90" is a decade."""
        return self.words("decades")

    @cached_property
    def relative(self) -> Phrases[tuple[str, int]]:
        """Periods relative to the document's date or to the figure before: ("year", -1), ("shift", 1)."""
        return Phrases((phrase, (key.split()[0], int(key.split()[1]))) for phrase, key in self._pairs("relative"))

    @cached_property
    def relative_words(self) -> frozenset[str]:
        """The words that relative periods begin with, besides articles."""
        return self.relative.key_words(self.articles | self.a) | (self.relative.first_words & self.one)

    @cached_property
    def compared_with(self) -> Phrases[bool]:
        """What before a date makes it the period of a comparison."""
        return self._flags("compared with")

    # --- what is not a figure -------------------------------------------------------------------------------

    @cached_property
    def references(self) -> Phrases[bool]:
        """Words after which a number is a name: article, page."""
        return self._flags("references")

    @cached_property
    def references_of_years(self) -> frozenset[str]:
        """References that make a name of a year too."""
        return self.words("references of years")

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Words of addresses."""
        return self.words("addresses")

    @cached_property
    def scores(self) -> frozenset[str]:
        """Words near the score of a match."""
        return self.words("scores")

    @cached_property
    def clock(self) -> Phrases[bool]:
        """What after a number makes it a time of day."""
        return self._flags("clock")

    @cached_property
    def before_clock(self) -> frozenset[str]:
        """What before "18 heures" makes it a time of day."""
        return self.words("before clock")

    @cached_property
    def clock_words(self) -> frozenset[str]:
        """What may follow the hour of a time of day."""
        return self.clock.first_words | {":", "h"}

    @cached_property
    def reference_words(self) -> frozenset[str]:
        """The words that references end with."""
        return self.references.last_words

    # --- scanning ---------------------------------------------------------------------------------------

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words, besides digits, at which a figure may be found; "un" and "a" are reached from what follows."""
        number_words = set(self.numbers) | set(self.scales) | set(self.collectives) | set(self.counts_in_words)
        months = {word for word in self.months.first_words if len(word) > 2}
        phrases = self.multiples.key_words(self.articles) | self.ratios.key_words(self.articles) | self.half | self.quarter | self.day_ordinals.first_words
        dates = self.ordinals.first_words | months
        return frozenset((number_words | phrases | dates) - self._articles_and_signs)

    def is_currency_at(self, tokens: Tokens, index: int) -> bool:
        """Whether a currency's sign, code or abbreviation stands at the token."""
        printed = tokens.text[tokens.starts[index] : tokens.ends[index]]
        if not printed:
            return False
        return self.abbreviation(printed) is not None or (not printed.isalnum() and self.measures.at(tokens, index) is not None)

    @cached_property
    def starters_as_split(self) -> frozenset[str]:
        """The same words with the signs that may follow them before the next space."""
        whole_text = self.one
        return frozenset(word + sign for word in self.starters | whole_text for sign in ("", *".,;:!?…)]»”\""))

    @property
    def _articles_and_signs(self) -> frozenset[str]:
        return frozenset(word for word in self.a | self.articles if word not in ("one",)) | {""}

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words by which the language is told."""
        return self.words("function words")


def _family(phrase: str) -> str:
    """The name itself: "dollar" of "dollars"."""
    return words_of(phrase)[0].rstrip("s")


@lru_cache(maxsize=4096)
def _abbreviation(lexicon: Lexicon, printed: str) -> Measure | None:
    direct = lexicon.abbreviations.get(printed)
    if direct is not None:
        return direct
    if len(printed) == 3 and is_currency(printed):
        return Measure(Kind.CURRENCY, printed)
    for length in (3, 2, 1):
        factor = lexicon.fused_scales.get(printed[:length])
        rest = printed[length:]
        if factor is not None and len(rest) > 1:
            measure = lexicon.abbreviations.get(rest)
            if measure is None and len(rest) == 3 and is_currency(rest):
                measure = Measure(Kind.CURRENCY, rest)
            if measure is not None:
                return Measure(measure.kind, measure.unit, factor, measure.family, measure.assumed)
    return None


@lru_cache(maxsize=4096)
def _phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list, "(s)" standing for both forms."""
    found: list[str] = []
    for phrase in listed.split(","):
        phrase = phrase.strip().strip('"')
        if "(" in phrase:
            found += [_OPTIONAL.sub("", phrase), _OPTIONAL.sub(r"\1", phrase)]
        elif phrase:
            found.append(phrase)
    return tuple(found)


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(lang: str) -> Lexicon:
    """The lexicon of "fr" or "en"; raises ValueError for another language."""
    if lang not in LANGUAGES:
        raise ValueError(f"no lexicon for language {lang!r}; there are {', '.join(LANGUAGES)}")
    source = (_DIRECTORY / f"{lang}.yaml").read_text(encoding="utf-8")
    return Lexicon(yaml.load(source, yaml.CBaseLoader))
