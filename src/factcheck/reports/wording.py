"""From a phrase to text in the reader's language: gettext for the words, `notation` for the numbers."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Final

from factcheck.figures.periods import Period
from factcheck.phrases import Phrase, Quantity, Span
from factcheck.relations.expression import (
    Call,
    Constant,
    ExchangeRate,
    Expression,
    Name,
    Negative,
    Op,
    Operation,
    Power,
    Root,
)
from factcheck.relations.finding import Verdict
from factcheck.relations.worked import Worked
from factcheck.reports.notation import MINUS, Notation, notation

LANGUAGES: Final = ("en", "fr")
DOMAIN: Final = "factcheck"
_LOCALE: Final = files("factcheck.reports") / "locale"
_ENVIRONMENT: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_GROUPED_FROM: Final = 10_000

VERDICTS: Final = {
    Verdict.CONSISTENT: Phrase("consistent"),
    Verdict.STRAINED: Phrase("strained"),
    Verdict.INCONSISTENT: Phrase("inconsistent"),
    Verdict.UNVERIFIABLE: Phrase("unverifiable"),
}
_SIGNS: Final = {Op.ADD: "+", Op.SUBTRACT: MINUS, Op.MULTIPLY: "×", Op.DIVIDE: "÷"}
_BINDS: Final = {Op.ADD: 1, Op.SUBTRACT: 1, Op.MULTIPLY: 2, Op.DIVIDE: 2}
_ALONE: Final = 4


def chosen_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language of the report: the one asked for, else that of the locale in the environment, else English."""
    if asked in LANGUAGES:
        return asked
    locale = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    return next((code for code in LANGUAGES if locale.lower().startswith(code)), LANGUAGES[0])


@dataclass(frozen=True)
class Wording:
    """Turns phrases and their values into text of one language."""

    language: str
    catalogue: gettext.NullTranslations
    notation: Notation

    def text(self, value: object) -> str:
        """The text of a phrase, or of anything that may stand in one."""
        match value:
            case Phrase():
                return self._phrase(value)
            case Verdict():
                return self._phrase(VERDICTS[value])
            case str():
                return value
            case tuple() | list():
                return self._listed([self.text(each) for each in value])
            case Worked():
                return self._formula(value.expression, value)[0]
            case Period():
                return self.text(self.notation.period(value.first, value.last))
            case date():
                return self.notation.day(value)
            case _:
                return self._number(value)

    def _number(self, value: object) -> str:
        match value:
            case int():
                # four digits may be a year
                return str(value) if 0 <= value < _GROUPED_FROM else self.notation.plain(Fraction(value), 0)
            case Quantity():
                return self.notation.quantity(value)
            case Fraction():
                return self.notation.quantity(Quantity(value))
            case Span():
                return self.text(self.notation.span(value))
            case _:
                return str(value)

    def _phrase(self, phrase: Phrase) -> str:
        template, plural = phrase.template, phrase.plural
        if plural is None:
            translated = self.catalogue.gettext(template)
        else:
            translated = self.catalogue.ngettext(template, plural, phrase.values["count"])
        return translated.format(**{name: self.text(value) for name, value in phrase.values.items()})

    def _listed(self, items: list[str]) -> str:
        if len(items) < 2:
            return "".join(items)
        return self.text(Phrase("{items} and {last}", items=", ".join(items[:-1]), last=items[-1]))

    def _formula(self, expression: Expression, worked: Worked) -> tuple[str, int]:
        """The text of an expression, and how tightly it binds."""
        match expression:
            case Constant():
                text = expression.text or self.text(Quantity(expression.value, expression.unit, 0))
                return text, 1 if expression.value < 0 else _ALONE
            case Name() | ExchangeRate():
                shown = worked.shown.get(expression.key, expression.key)
                negative = isinstance(shown, Quantity) and shown.value < 0
                return self.text(shown), 1 if negative else _ALONE
            case Call(meaning=meaning):
                return self._formula(meaning, worked)
            case Negative(operand):
                return f"{MINUS}{self._inside(operand, worked, 3)}", 1
            case Power(base, exponent):
                # a number and its unit are raised together, so they need parentheses too
                return f"({self._formula(base, worked)[0]})^{exponent}", 3
            case Root(base, degree):
                return f"({self._formula(base, worked)[0]})^(1/{degree})", 3
            case Operation(op, left, right):
                binds = _BINDS[op]
                before = self._inside(left, worked, 1 if op in (Op.ADD, Op.SUBTRACT) else 2)
                after = self._inside(right, worked, binds + 1 if op in (Op.SUBTRACT, Op.DIVIDE) else binds)
                return f"{before} {_SIGNS[op]} {after}", binds

    def _inside(self, expression: Expression, worked: Worked, least: int) -> str:
        text, binds = self._formula(expression, worked)
        return f"({text})" if binds < least else text


@lru_cache(maxsize=4)
def wording(language: str) -> Wording:
    """The wording of a language; English is what the templates say, and so is what a catalogue lacks."""
    with_catalogue = [language] if language != LANGUAGES[0] else []
    catalogue = gettext.translation(DOMAIN, str(_LOCALE), languages=with_catalogue, fallback=True)
    return Wording(language, catalogue, notation(language))
