"""Numbers that are no figures: phone numbers, articles of law, list numbers, scores, versions, addresses, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from factcheck.reading.lexicon import Lexicon
from factcheck.reading.measures import measure_at
from factcheck.reading.money import initial
from factcheck.reading.numerals import Number
from factcheck.reading.tokens import Tokens

_HYPHENS: Final = ("-", "–", "‑", "—")
_LONGEST_CHAIN: Final = 12
_PHONE_PARTS: Final = 4
_FIRST_HOURS: Final = 24
_LIST_LENGTH: Final = 3
_LONGEST_ADDRESS: Final = 4
_CHAINS: Final = frozenset({*_HYPHENS, "/"})
_AFTER_LIST_NUMBERS: Final = frozenset({".", ")", "]"})
_OPENING: Final = frozenset("$€£¥(«“")  # what may touch a number and raises no doubt
_AFTER_REFERENCES: Final = frozenset({".", ":", "°", "º"})
_POSTAL_DIGITS: Final = 5
_YEAR_DIGITS: Final = 4
_MOST_GLUED: Final = 4


def skip(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """The index after the digits at the token, where their shape or surroundings make them no figure; else None."""
    if _is_plain(tokens, index, words):
        return None
    for test in _tests(tokens, index, words):
        end = test(tokens, index, words)
        if end is not None:
            return end
    return None


def _is_plain(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether nothing around the digits raises a doubt; this is so for most, and quickly seen."""
    before, word, after = tokens.words[index - 1 : index + 2]
    if word[0] == "0" or len(word) == _POSTAL_DIGITS or (before not in _OPENING and tokens.touches(index)):
        return False
    if after in words.doubts_after or before in words.doubts_before or "0" <= after < ":":
        return False
    return not (tokens.touches(index + 1) or tokens.is_capital(index + 1))


def _tests(tokens: Tokens, index: int, words: Lexicon) -> Iterator[Callable[[Tokens, int, Lexicon], int | None]]:
    """The tests that a glance at the neighbours does not rule out."""
    before, word, after = tokens.words[index - 1 : index + 2]
    if tokens.touches(index):
        yield _part_of_a_word
    if tokens.touches(index + 1):
        yield _glued
    if after in words.clock_words:
        yield _clock
    if word[0] == "0" and after == "/":
        yield _chain
    if word[0] == "0" or before == "+" or "0" <= after < ":" or after in _HYPHENS:
        yield _phone
    if after in _CHAINS:
        yield _chain
    if after in _AFTER_LIST_NUMBERS:
        yield _listed
    if before in words.reference_words or before in _AFTER_REFERENCES:
        yield _reference
    if len(word) <= _LONGEST_ADDRESS or len(word) == _POSTAL_DIGITS:
        yield _address
    if before in words.decades:
        yield _decade


def _part_of_a_word(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "G20", "Covid-19", "v2.1", "_3"; not "EUR20" nor "d’1,2 million"."""
    if not tokens.touches(index):
        return None
    before = tokens.words[index - 1]
    if before in (*_HYPHENS, "/") and tokens.touches(index - 1):
        at = index - 2
        while before == "/" and tokens.words[at - 1] == "/" and tokens.touches(at) and tokens.touches(at + 1):
            at -= 2  # "AM/2025/118"
        earlier = tokens.words[at]
        return index + 1 if earlier.isalpha() and earlier not in words.before_years else None
    named = before == "+" and tokens.touches(index - 1) and tokens.words[index - 2].isalpha()  # "Bac+5"
    if before == "_" or named:
        return index + 1
    relay = tokens.touches(index - 1) and tokens.words[index - 2].isdecimal()  # "4x100"
    if not before.isalpha() or (before == "x" and not relay):
        return None
    if words.units.abbreviated(tokens.printed(index - 1, index)) is not None or initial(tokens, index, words):
        return None
    return None if words.before_a_number.before(tokens, index) is not None else index + 1


def _glued(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Four numbers and more with nothing but signs between, as no prose has them: "1$2$3$4", "((1((2((3((4"."""
    numbers, at = 1, index
    while tokens.touches(at + 1) and numbers < _MOST_GLUED:
        at += 1
        numbers += "0" <= tokens.words[at] < ":"
    if numbers < _MOST_GLUED:
        return None
    while tokens.touches(at + 1):
        at += 1
    return at + 1


def _clock(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "14h30", "12:30", "6 p.m."."""
    word = tokens.words[index]
    following = tokens.words[index + 1]
    if following == ":" and tokens.touches(index + 1) and tokens.touches(index + 2):
        end = index + 2
        while tokens.words[end][:1].isdecimal() or (tokens.words[end] == ":" and tokens.touches(end)):
            end += 1
        return end if end > index + 2 else None
    if not (word.isdecimal() and len(word) <= 2 and int(word) <= _FIRST_HOURS):
        return None
    if following == "h":
        end = index + 2
        while tokens.words[end].isdecimal() and len(tokens.words[end]) == 2:  # "14h30", "2 h 05 min 12 s"
            end += 2 if tokens.words[end + 1] in ("min", "mn", "s") else 1
        return end
    if following in words.hours and tokens.words[index - 1] in words.before_clock and int(word) > 0:
        return index + 2  # "à 18 heures"
    found = words.clock.at(tokens, index + 1)
    return None if found is None else found[1]


def _phone(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "05 22 12 34 56", "+212 522 123 456", "0522-123456"."""
    word = tokens.words[index]
    leading_zero = len(word) > 1 and word[0] == "0" and word[1].isdecimal()
    international = tokens.words[index - 1] == "+" and tokens.touches(index) and "," not in word
    end = index
    parts = figures = 0
    groups: list[str] = []
    while end < index + _LONGEST_CHAIN and tokens.words[end].replace(" ", "").isdecimal():
        parts += 1
        figures += len(tokens.words[end].replace(" ", ""))
        groups += tokens.words[end].split(" ")
        end += 1
        if tokens.words[end] in (*_HYPHENS, ".", "(", ")") and tokens.words[end + 1][:1].isdecimal():
            end += 1
    if leading_zero:
        return max(end, index + 1)
    if international and figures >= 8:
        return end
    # "33 869 45 45" too, of which "33 869" by itself would be a number
    chained = parts >= _PHONE_PARTS - 1 and len(groups) >= _PHONE_PARTS and all(len(group) <= 4 for group in groups)
    return end if chained else None


def _chain(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Numbers joined by signs without a unit: "978-2-07-036822-8", "3-1", "24/7"; not "15-20 %"."""
    sign = tokens.words[index + 1]
    if sign not in (*_HYPHENS, "/") or not (tokens.touches(index + 1) and tokens.touches(index + 2)):
        return None
    if tokens.words[index + 2] in words.range_joints and tokens.words[index + 3] in _HYPHENS:
        return index + 5  # "18-to-24s"
    if sign in _HYPHENS and _is_joined_name(tokens, index + 2, words):
        return index + 3
    if not tokens.words[index + 2][:1].isdecimal():
        return None
    end, parts = index + 3, 2
    while tokens.words[end] in (*_HYPHENS, "/") and tokens.words[end + 1][:1].isdecimal() and tokens.touches(end):
        end, parts = end + 2, parts + 1
    if parts > 2 or sign == "/":
        return end
    following = tokens.words[end]
    has_unit = measure_at(tokens, end, words) is not None or following in words.scales
    has_unit = has_unit or words.times.at(tokens, end) is not None
    has_unit = has_unit or tokens.text[tokens.starts[end] : tokens.ends[end]] in words.short_scales
    counts = following.endswith(("s", "x")) and following.isalpha() and following not in words.not_nouns
    money = not tokens.words[index - 1].isalnum() and words.is_currency_at(tokens, index - 1)
    return None if has_unit or counts or money else end


def _is_joined_name(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a name follows the hyphen: "7-Eleven", "la cité des 500-Logements"; not "5-Million", "30-MW"."""
    name = tokens.is_capital(index) and tokens.printed(index, index + 1)[1:].islower()
    return name and measure_at(tokens, index, words) is None and tokens.words[index] not in words.scales


def _listed(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "1. …", "2) …", "(3)" at the head of a line, "[12]"."""
    word = tokens.words[index]
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if (before, after) == ("(", ")") and tokens.words[index + 2][:1].isdecimal():
        return index + 2  # the area code of a phone number
    if not word.isdecimal() or len(word) >= _LIST_LENGTH:
        return None
    if (before, after) in (("(", ")"), ("[", "]")):
        return None if before == "(" and _repeats(tokens, index, words) else index + 2
    heads = index == tokens.first or not tokens.same_line(index)
    if not heads or after not in (".", ")") or tokens.ends[index + 1] == len(tokens.text):
        return None
    return index + 2 if tokens.same_line(index + 2) else None


def _repeats(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a number in parentheses is a value: "de plus que le deuxième (65)", "qu'en 2023 (9)".

    One digit after a word is a footnote, one after a name an age or a number of a département, one before a word
    numbers what follows.
    """
    named, after = tokens.words[index - 2], tokens.words[index + 2]
    if after[:1].isalnum() and after not in words.conjunctions:
        return False
    if named.isdecimal():
        return len(named) == _YEAR_DIGITS
    is_word = named.isalpha() and not _has_capital(tokens, index - 2)
    return is_word and tokens.same_line(index - 1) and len(tokens.words[index]) > 1


def _reference(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "article 47", "loi n° 43-20", "pages 12 à 15"; not "la zone : 3 milliards", which has a unit."""
    at = index
    while tokens.words[at - 1] in (".", ":", "°", "º") and at > index - 3:
        at -= 1
    if at < index and words.measures.at(tokens, at - 1) is not None:
        return None  # "un euro. 5.000": the unit ends a sentence, and is no "Euro 5"
    if words.references.before(tokens, index) is None and words.references.before(tokens, at) is None:
        return None
    end = index + 1
    if measure_at(tokens, end, words) is not None or tokens.words[end] in words.scales:
        return None
    while tokens.words[end].isdecimal():  # "helpline: 1800 22 4455"
        end += 1
    while _continues(tokens, end, words):
        end += 2
    return end


def _continues(tokens: Tokens, end: int, words: Lexicon) -> bool:
    joint = tokens.words[end]
    joins = joint in (",", "/", ".", *_HYPHENS) or joint in words.conjunctions or joint in words.range_joints
    if not joins or not tokens.words[end + 1].isdecimal() or len(tokens.words[end + 1]) > 4:
        return False
    return measure_at(tokens, end + 2, words) is None and tokens.words[end + 2] not in words.scales


def _decade(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "les années 80"."""
    two_digits = tokens.words[index].isdecimal() and len(tokens.words[index]) == 2
    return index + 1 if two_digits and tokens.words[index - 1] in words.decades and words.counts_by_scores else None


def _address(tokens: Tokens, index: int, words: Lexicon) -> int | None:
    """Such as "12, rue de …", "10 Downing Street", "…, 20000 Casablanca"."""
    word = tokens.words[index]
    if not word.isdecimal():
        return None
    if len(word) == _POSTAL_DIGITS:
        return _postal_code(tokens, index)
    at = index + 1 + (tokens.words[index + 1] == ",")
    if words.counts_by_scores:
        return at + 1 if tokens.words[at] in words.addresses else None
    for end in range(at, at + 3):
        if not tokens.is_capital(end):
            return None
        if end > at and tokens.words[end] in words.addresses:
            return end + 1
    return None


def _postal_code(tokens: Tokens, index: int) -> int | None:
    if not tokens.is_capital(index + 1):
        return None
    before = tokens.words[index - 1]
    return index + 1 if before in (",", *_HYPHENS, "(") or index == tokens.first else None


def is_name(tokens: Tokens, number: Number, words: Lexicon) -> bool:
    """Whether a bare number is part of a name: "Windows 11", "South 32", "737MAX", "2e"."""
    if tokens.touches(number.end) and tokens.words[number.end].isalpha():
        return True
    if not number.numeral.digits.isdecimal():
        return False
    before = number.first - 1
    if before < tokens.first or not _has_capital(tokens, before) or not tokens.words[before].isalpha():
        return False
    starts_sentence = before == tokens.first or tokens.words[before - 1] in (".", "!", "?", ":", "…", "»", "-", "•")
    return not starts_sentence and tokens.same_line(number.first) and tokens.same_line(before)


def _has_capital(tokens: Tokens, index: int) -> bool:
    return not tokens.printed(index, index + 1).islower()
