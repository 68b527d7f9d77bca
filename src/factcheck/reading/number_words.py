"""Numbers in words, and in digits and words: "vingt-six", "deux cent mille", "1 million 200 000", "half a million".

The grammar, for both languages:

    number      piece (joint piece)*              scales falling: "deux millions | cinq cent mille"
    piece       group scale*                      "deux cent | mille milliards"
    group       [small] hundred [small] | small | digits
    small       tens [unit] | unit, with French scores: "quatre-vingt-dix-sept"
    collective  [group] dozen [of scale]          "une douzaine de milliers"
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.figure import Kind, Numeral
from factcheck.reading.lexicon import Lexicon
from factcheck.reading.numerals import Convention, Number, digits
from factcheck.reading.tokens import Tokens
from factcheck.reading.unit_words import ONE

_THOUSAND: Final = Fraction(1000)
_MOST_DECIMALS: Final = 6
_ROUND: Final = (100, 1000)
_HYPHENS: Final = ("-", "‑", "‐")


class _Piece(NamedTuple):
    """Part of a number: mantissa, decimals, digits as printed, scale, index after it."""

    mantissa: Fraction
    decimals: int
    printed: str
    scale: Fraction
    end: int


class NumberWords:
    """Reads numbers with words in them from the tokens of a passage."""

    def __init__(self, tokens: Tokens, words: Lexicon, convention: Convention) -> None:
        self._tokens, self._words, self._convention = tokens, words, convention

    def at(self, index: int) -> Number | None:
        """The number that begins at the token, or at the article right before it ("une centaine", "a million")."""
        words = self._words
        fraction = self._fraction_of_scale(index)
        if fraction is not None:
            return fraction
        word = self._tokens.words[index]
        if word in words.collectives:
            return self._after_article(index, self._collective(index, ONE))
        if word in words.scales:
            return self._after_article(index, self._pieces(index, self._scaled(index, ONE, 0, "")))
        value = words.numbers.get(word)
        if value in _ROUND and not words.counts_by_scores:
            return self._after_article(index, self._pieces(index, self._piece(index)))
        if value is not None and value < 100 and self._is_single(index):
            return Number(Numeral(Fraction(value), 0, ONE), Fraction(value), index, index + 1)
        piece = self._piece(index)
        if piece is None:
            return None
        if piece.scale == 1 and piece.decimals == 0 and self._tokens.words[piece.end] in words.collectives:
            collective = self._collective(piece.end, piece.mantissa)
            about = self._tokens.words[index] in words.a and piece.mantissa == 1
            return Number(collective.numeral, collective.value, index, collective.end, None, about)
        return self._pieces(index, piece)

    def _is_single(self, index: int) -> bool:
        """Whether nothing after a number word can belong to the number, as is so for most: "trois accords"."""
        following = self._tokens.words[index + 1]
        words = self._words
        return following not in words.continuers and following not in words.point and not following[:1].isdecimal()

    def _after_article(self, index: int, number: Number | None) -> Number | None:
        if number is None:
            return None
        before = self._tokens.words[index - 1]
        if before in self._words.a:
            about = number.about or self._tokens.words[index] in self._words.collectives
            return Number(number.numeral, number.value, index - 1, number.end, None, about)
        following = self._tokens.words[index + 1]
        if before in self._words.round or (self._is_scale(index + 1) and following != before):
            return Number(number.numeral, number.value, index, number.end, None, before in self._words.round)
        return None

    # --- pieces -----------------------------------------------------------------------------------------

    def _pieces(self, first: int, piece: _Piece | None) -> Number | None:
        if piece is None:
            return None
        pieces = [piece]
        while pieces[-1].scale is not ONE and pieces[-1].decimals == 0:
            following = self._piece(self._over_joint(pieces[-1].end, pieces[-1].scale), needs_words=False)
            if following is None or following.mantissa * following.scale >= pieces[-1].scale or following.decimals:
                break
            if self._begins_anew(piece, following):
                break
            pieces.append(following)
        end = pieces[-1].end
        if len(pieces) > 1:
            value = sum((part.mantissa * part.scale for part in pieces), Fraction(0))
            return Number(Numeral(value), value, first, end)
        halved = self._and_a_half(piece)
        if halved is not None:
            piece = halved
        value = piece.mantissa if piece.scale is ONE else piece.mantissa * piece.scale
        if piece.scale is _THOUSAND and not piece.printed:  # "soixante-dix mille" is as round as "70 000"
            piece = _Piece(value, 0, "", ONE, piece.end)
        return Number(Numeral(piece.mantissa, piece.decimals, piece.scale, piece.printed), value, first, piece.end)

    def _begins_anew(self, first: _Piece, following: _Piece) -> bool:
        """Whether "un" after a scale word belongs to what comes next: "25 milliards | un an plus tôt"."""
        if following.mantissa != 1 or following.scale is not ONE or following.printed:
            return False
        # "trois mille un ans" has its plural, "vingt milliards un an" a singular of its own
        singular = not self._tokens.words[following.end].endswith("s")
        return bool(first.printed) or (singular and self._words.measures.at(self._tokens, following.end) is not None)

    def _piece(self, index: int, needs_words: bool = True) -> _Piece | None:
        words = self._tokens.words
        if words[index][:1].isdecimal():
            printed = self._tokens.printed(index, index + 1)
            read = digits(printed, self._convention.decimal_sign if "," in printed or "." in printed else ",")
            if read is None:
                return None
            value, decimals, _ = read
            end = index + 1
            if not self._words.counts_by_scores and self._number(end) == 100 and decimals == 0 and value < 100:
                value, end = self._hundreds(value * 100, end + 1)
            elif needs_words and not self._is_scale(end) and words[end] not in self._words.collectives:
                return self._and_a_half(_Piece(value, decimals, printed, ONE, end))
            return self._scaled(end, value, decimals, printed)
        group = self._group(index)
        if group is None:
            return self._scaled(index, ONE, 0, "") if self._number(index) == 1000 else None
        value, end = group
        if words[end] in self._words.point:
            value, decimals, end = self._spoken_decimals(value, end)
            return self._scaled(end, value, decimals, "")
        return self._scaled(end, value, 0, "")

    def _scaled(self, index: int, value: Fraction, decimals: int, printed: str) -> _Piece:
        """Multiplies by the scale words at the token: "deux | mille milliards"."""
        scale, end = ONE, index
        for _ in range(2):
            at = end + 1 if self._tokens.words[end] in _HYPHENS else end
            factor = self._scale_value(at)
            if factor is None or (scale is not ONE and factor <= scale):
                break
            if decimals and scale is not ONE:
                scale, end = scale * factor, at + 1  # "6.81 lakh crore" is as exact as its digits
            else:
                value = value if scale is ONE else value * scale
                scale, end = factor, at + 1
            if self._tokens.words[end] in self._words.joins and self._scale_value(end + 1) is not None:
                end += 1  # "douze milliers de milliards"
        if self._tokens.words[end - 1] in self._words.joins:
            end -= 1
        return _Piece(value, decimals, printed, scale, end)

    def _over_joint(self, index: int, scale: Fraction) -> int:
        """Skips "-", "et", "and" or, after an English million, a comma."""
        word = self._tokens.words[index]
        following = self._number(index + 1)
        if following is None or word == "":
            return index
        if word in _HYPHENS and scale == 1000:
            return index + 1
        if word in self._words.conjunctions and not self._words.counts_by_scores:
            return index + 1
        if word == "," and scale > 1000 and not self._words.counts_by_scores and self._number(index + 2) == 100:
            return index + 1
        return index

    # --- below a thousand ---------------------------------------------------------------------------------

    def _group(self, index: int) -> tuple[Fraction, int] | None:
        small = self._small(index)
        if small is None:
            return self._hundreds(Fraction(100), index + 1) if self._number(index) == 100 else None
        value, end = small
        at = end + 1 if self._tokens.words[end] in _HYPHENS else end
        if self._number(at) == 100 and value > 0:
            return self._hundreds(value * 100, at + 1)
        return value, end

    def _hundreds(self, value: Fraction, end: int) -> tuple[Fraction, int]:
        """The rest below a hundred after "cent": "cinq cent | trente cinq", "one hundred | and sixteen"."""
        words = self._tokens.words
        at = end
        if words[at] in _HYPHENS or (words[at] in self._words.conjunctions and not self._words.counts_by_scores):
            at += 1
        rest = self._small(at)
        if rest is None and at > end and words[at].isdecimal() and len(words[at]) <= 2:
            rest = Fraction(int(words[at])), at + 1
        if rest is None or self._number(rest[1]) == 100 or rest[0] == 0:
            return value, end
        return value + rest[0], rest[1]

    def _small(self, index: int) -> tuple[Fraction, int] | None:
        value = self._number(index)
        if value is None or value >= 100:
            return None
        end = index + 1
        scores = self._words.counts_by_scores
        if scores and value == 4:
            at = self._over_hyphen(end)
            if self._number(at) == 20:
                value, end = 80, at + 1
        if scores and value == 10:
            return self._and_unit(10, end, range(7, 10))
        if value % 10 or value < 20:
            return Fraction(value), end
        if scores and value in (60, 80):
            at = self._over_hyphen(end)
            if self._words_at(at) in self._words.conjunctions and value == 60:
                at += 1
            unit = self._number(at)
            if unit == 10:
                tail = self._and_unit(10, at + 1, range(7, 10))
                return value + tail[0], tail[1]
            if unit is not None and 10 < unit < 17:
                return Fraction(value + unit), at + 1
        return self._and_unit(value, end, range(1, 10))

    def _and_unit(self, tens: int, end: int, units: range) -> tuple[Fraction, int]:
        at = self._over_hyphen(end)
        unit = self._number(at)
        if unit is None and self._words.counts_by_scores and self._words_at(at) in self._words.conjunctions:
            unit = self._number(at + 1)
            unit = unit if unit in (1, 11) else None
            at += 1
        if unit is None and self._words_at(end).isdecimal() and len(self._words_at(end)) == 1 and tens > 10:
            unit, at = int(self._words_at(end)), end  # "trente 3"
        if unit is None or unit not in units:
            return Fraction(tens), end
        return Fraction(tens + unit), at + 1

    def _over_hyphen(self, index: int) -> int:
        return index + 1 if self._tokens.words[index] in _HYPHENS else index

    def _words_at(self, index: int) -> str:
        return self._tokens.words[index]

    def _number(self, index: int) -> int | None:
        return self._words.numbers.get(self._tokens.words[index])

    def _scale_value(self, index: int) -> Fraction | None:
        word = self._tokens.words[index]
        return _THOUSAND if self._words.numbers.get(word) == 1000 else self._words.scales.get(word)

    def _is_scale(self, index: int) -> bool:
        at = self._over_hyphen(index)
        return self._scale_value(at) is not None

    # --- collectives, halves, decimals ------------------------------------------------------------------------

    def _collective(self, index: int, count: Fraction) -> Number:
        """Such as "douzaine", "douzaine de milliers", "centaine de millions"."""
        value = count * self._words.collectives[self._tokens.words[index]]
        end = index + 1
        scale = ONE
        if self._tokens.words[end] in self._words.joins:
            factor = self._scale_value(end + 1)
            if factor is not None:
                scale, end = factor, end + 2
        return Number(Numeral(value, 0, scale), value * scale, index, end)

    def _fraction_of_scale(self, index: int) -> Number | None:
        """Such as "half a million", "un demi-milliard", "three quarters of a billion"."""
        words, tokens = self._words, self._tokens
        first = index
        found = words.ratios.at(tokens, index)
        if tokens.words[index] in words.half:
            value, end = Fraction(1, 2), index + 1
        elif found is not None:
            value, end = found
        elif tokens.words[index] in words.quarter:
            value, end = Fraction(1, 4), index + 1
        else:
            return None
        for skipped in (_HYPHENS, words.joins, words.a):
            end += tokens.words[end] in skipped
        scale = words.scales.get(tokens.words[end]) or Fraction(words.collectives.get(tokens.words[end], 0))
        if not scale:
            measure = words.measures.at(tokens, end)
            if measure is None or measure[0].kind is not Kind.POINTS:
                return None
            scale, end = ONE, end - 1  # "half a percentage point"
        if found is None and tokens.words[index - 1] in words.a and index > tokens.first:
            first = index - 1
        if ONE < scale < 1000:
            return Number(Numeral(value * scale), value * scale, first, end + 1, None, True)
        return Number(Numeral(value, _places(value), scale), value * scale, first, end + 1)

    def _and_a_half(self, piece: _Piece) -> _Piece | None:
        """Such as "deux millions et demi", "two and a half million"."""
        words, tokens = self._words, self._tokens
        if piece.decimals or tokens.words[piece.end] not in words.conjunctions:
            return None
        index = piece.end + 1
        if tokens.words[index] in words.a:
            index += 1
        if tokens.words[index] not in words.half:
            return None
        mantissa = piece.mantissa + Fraction(1, 2)
        if piece.scale > 1:
            return _Piece(mantissa, 1, piece.printed, piece.scale, index + 1)
        return self._scaled(index + 1, mantissa, 1, piece.printed)

    def _spoken_decimals(self, value: Fraction, end: int) -> tuple[Fraction, int, int]:
        """Such as "deux virgule cinq", "nought point nought three": as many decimals as digits are spoken."""
        spoken = ""
        index = end + 1
        while len(spoken) < _MOST_DECIMALS:
            number = self._number(index)
            if number is None or number >= 100:
                break
            spoken += str(number)
            index += 1
        if not spoken:
            return value, 0, end
        return value + Fraction(int(spoken), 10 ** len(spoken)), len(spoken), index


def _places(value: Fraction) -> int:
    """How many decimals the value takes: 1 for a half, 2 for quarters."""
    return 1 if (value * 10).denominator == 1 else 2
