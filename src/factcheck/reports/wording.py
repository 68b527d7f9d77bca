"""From a phrase to text in the reader's language: gettext for the words, `notation` for the numbers."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.reports.notation import Notation, notation

LANGUAGES: Final = ("en", "fr")
DOMAIN: Final = "factcheck"
_LOCALE: Final = Path(__file__).parent / "locale"
_ENVIRONMENT: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_GROUPED_FROM: Final = 10_000


def chosen_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language of the report: the one asked for, else that of the locale in the environment, else English."""
    if asked in LANGUAGES:
        return asked
    locale = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    return next((code for code in LANGUAGES if locale.lower().startswith(code)), LANGUAGES[0])


class Wording(Struct, frozen=True):
    """Turns phrases and their values into text of one language."""

    language: str
    catalogue: gettext.NullTranslations
    notation: Notation

    def text(self, value: object) -> str:
        """The text of a phrase, or of anything that may stand in one."""
        match value:
            case Phrase():
                return self._phrase(value)
            case StrEnum():
                return self._relational(value)
            case str():
                return value
            case tuple() | list():
                return self._listed([self.text(each) for each in value])
            case Period():
                return self.text(self.notation.period(value.first, value.last))
            case date():
                return self.notation.day(value)
            case int() | Fraction() | Quantity() | Span():
                return self._number(value)
            case _:
                return self._relational(value)

    def _number(self, value: int | Fraction | Quantity | Span) -> str:
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

    def _relational(self, value: object) -> str:
        """What belongs to relations: verdicts, formulas. Not every command has any."""
        from factcheck.reports import relational

        return relational.text(value, self.text)

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


@lru_cache(maxsize=4)
def wording(language: str) -> Wording:
    """The wording of a language; English is what the templates say, and so is what a catalogue lacks."""
    with_catalogue = [language] if language != LANGUAGES[0] else []
    catalogue = gettext.translation(DOMAIN, str(_LOCALE), languages=with_catalogue, fallback=True)
    return Wording(language, catalogue, notation(language))
