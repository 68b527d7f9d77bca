"""What can go wrong, as exceptions and as problems with a place.

FactcheckError        something was asked that cannot be done; exit code 2
InputError          a file that people wrote has mistakes: one or more `Problem`s
UnknownCurrency     no such ISO 4217 code, or one without rates
NoRate              no exchange rate for that pair and period
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from factcheck.phrases import Phrase


class Place(Struct, frozen=True):
    """Where something stands in a file: 1-based lines and columns in code points, the end exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE: Final = Place("")


class Problem(Struct, frozen=True):
    """One mistake: what is wrong, where (NOWHERE, if in no file), the offending line, and what to do about it."""

    message: Phrase
    place: Place
    line: str = ""
    hint: Phrase | None = None

    @property
    def tells_where(self) -> bool:
        """Whether the message is enough without the place: it is of no file, or names the file that it is about."""
        return self.place == NOWHERE or self.message.values.get("path") == self.place.path


class FactcheckError(Exception):
    """Something was asked that cannot be done. The phrase says what, and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong, place by place; the phrase alone where it has no place."""
        return (Problem(self.phrase, NOWHERE),)


class InputError(FactcheckError):
    """Mistakes in files that people wrote, all of them at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._problems = tuple(problems)
        count = len(self._problems)
        super().__init__(Phrase("{count} mistake in the input", "{count} mistakes in the input", count=count))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every mistake, in the order of the files."""
        return self._problems


class UnknownCurrency(FactcheckError):  # noqa: N818 - what is wrong says it
    """No such currency, or none with rates."""


class NoRate(FactcheckError):  # noqa: N818
    """No exchange rate is known for that pair of currencies and that period."""
