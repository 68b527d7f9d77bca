"""Messages before they have a language.

Every layer says what it has to say as a `Phrase`: an English template, which is also the gettext key,
and the values that fill it. Only `factcheck.reports` turns a phrase into text, in the reader's language
and with that language's way of writing numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Phrase:
    """A message template with its values: `Phrase("unknown claim {name}", name=…)`.

    `template` is English, with `str.format` fields, and is what translators translate. A value is a string, an
    integer, a number or range to be shown (`factcheck.figures.shown`), a period, another `Phrase`, or a tuple of
    those, which is read as a list. With `count`, the template that fits one thing is `template` and the one for
    several is `plural`.
    """

    __slots__ = ("plural", "template", "values")

    def __init__(self, template: str, plural: str | None = None, /, **values: Any) -> None:
        self.template = template
        self.plural = plural
        self.values: Mapping[str, Any] = values

    def filled(self, **values: Any) -> Phrase:
        """The same template with these values, for templates that stand in a table."""
        return type(self)(self.template, self.plural, **values)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Phrase):
            return NotImplemented
        return (self.template, self.plural, self.values) == (other.template, other.plural, other.values)

    def __hash__(self) -> int:
        return hash((self.template, self.plural))

    def __repr__(self) -> str:
        return f"Phrase({self.template!r}, {self.plural!r}, {self.values!r})"

    def __str__(self) -> str:
        """The English text without number formatting: for tracebacks and for debugging."""
        count = self.values.get("count", 1)
        template = self.plural if self.plural is not None and count != 1 else self.template
        return template.format(**self.values)
