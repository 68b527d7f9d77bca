"""What is wrong with the text of a rule, in words that help whoever wrote it."""

from __future__ import annotations

import re
from typing import Any, Final

from factcheck.phrases import Phrase

_AN_OPERATOR: Final = Phrase("an operator (+ - * /)")
_A_COMPARISON: Final = Phrase("a comparison (== <= >= < >)")
_LAST_DIGITS: Final = re.compile(r"[0-9]+$")
_FIRST_DIGITS: Final = re.compile(r"^[0-9]+")
_EXPECTED: Final = (
    ({"NAME"}, Phrase("a claim, a number or a parenthesis")),
    ({"PLUS", "TIMES"}, _AN_OPERATOR),
    ({"COMPARATOR"}, _A_COMPARISON),
    ({"COMMA"}, Phrase("a comma")),
    ({"RPAR"}, Phrase("a closing parenthesis")),
    ({"CURRENCY"}, Phrase("the code of a currency, such as USD")),
    ({"PERIOD"}, Phrase("a period, such as 2024 or 2024-H1")),
    ({"$END"}, Phrase("the end of the rule")),
)


class RuleError(Exception):
    """A mistake in a rule's text, from one offset to another; the hint says what to do about it.

    `is_certain` is false where it may only follow from mistakes elsewhere, in the claims that the rule names.
    """

    def __init__(
        self, phrase: Phrase, start: int, end: int, hint: Phrase | None = None, *, is_certain: bool = True
    ) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase
        self.start = start
        self.end = end
        self.hint = hint
        self.is_certain = is_certain


def explained(error: Any, text: str) -> RuleError:
    """The mistake that Lark's parser stopped at."""
    token = getattr(error, "token", None)
    expected = set(getattr(error, "accepts", None) or getattr(error, "allowed", None) or ())
    if token is not None and token.type == "$END":
        end = len(text.rstrip())
        return RuleError(Phrase("the rule ends too early"), end, end, _hint(expected))
    start = int(error.pos_in_stream)
    found = str(token) if token is not None else text[start]
    mistake = Phrase("{text} cannot stand here", text=found)
    return RuleError(mistake, start, start + len(found), _slip(text, start, found) or _hint(expected))


def _slip(text: str, start: int, found: str) -> Phrase | None:
    """What was most likely meant, where a common slip was made."""
    before, after = text[:start].rstrip(), text[start + len(found) :]
    if found == "=":
        return Phrase("write == for equals")
    if found in "≤≥≠!":
        return Phrase("write one of == <= >= < >")
    if found == "," and text[start - 1 : start].isdigit() and after[:1].isdigit():
        whole, decimals = _LAST_DIGITS.search(before), _FIRST_DIGITS.search(after)
        assert whole is not None, "a digit stands before the comma"
        assert decimals is not None, "a digit stands after the comma"
        return Phrase("rules have a decimal point: write {example}", example=f"{whole[0]}.{decimals[0]}")
    if found == "." and before[-1:].isdigit():
        return Phrase("write thousands with spaces: {example}", example="1 000 000")
    if found == "^":
        return Phrase("there are no powers: write cagr(from, to, years) for yearly growth")
    if found in ("==", "<=", ">=", "<", ">") and any(each in before for each in "=<>"):
        return Phrase("one rule is one comparison: write two rules")
    if found[0].isalpha() and found[0].isupper():
        return Phrase("the names of claims are in small letters")
    return None


def _hint(expected: set[str]) -> Phrase:
    """What could stand there instead."""
    words = tuple(phrase for terminals, phrase in _EXPECTED if terminals <= expected)
    if not words:
        return Phrase("see the rule language in the manual")
    return Phrase("expected: {what}", what=_either(words))


def _either(alternatives: tuple[Phrase, ...]) -> Phrase:
    """Alternatives as a list with "or"."""
    if len(alternatives) == 1:
        return alternatives[0]
    *earlier, one, other = alternatives
    listed = Phrase("{one} or {other}", one=one, other=other)
    for each in reversed(earlier):
        listed = Phrase("{one}, {other}", one=each, other=listed)
    return listed
