"""Claims and rules that are kept as rows, and made when they are asked for: a row takes a tenth of their memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Generic, TypeVar

from factcheck.claims.base import Rule
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.rows import keys_of_row, rule_of_row

Value = TypeVar("Value")


class Lazily(Mapping[str, Value], Generic[Value]):
    """Entries by id, in order, made of their rows; those of the file that is being read are at hand."""

    def __init__(self, make: Callable[[str, str, bytes], Value]) -> None:
        """`make` takes the id, the path of the file and the row."""
        self._make = make
        self._paths: dict[str, str] = {}
        self._rows: dict[str, Mapping[str, bytes]] = {}
        self._at_hand: Mapping[str, Value] = {}

    def add_rows(self, path: str, rows: Mapping[str, bytes], at_hand: Mapping[str, Value] | None = None) -> None:
        """Adds the rows of a file; `at_hand` are its entries, until those of another file are."""
        self._paths.update(dict.fromkeys(rows, path))
        self._rows[path] = rows
        self._at_hand = at_hand or {}

    def path_of(self, name: str) -> str:
        """The file in which an entry stands."""
        return self._paths[name]

    def row(self, name: str) -> bytes:
        """The row of an entry."""
        return self._rows[self._paths[name]][name]

    def __getitem__(self, name: str) -> Value:
        found = self._at_hand.get(name)
        return found if found is not None else self._make(name, self._paths[name], self.row(name))

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class LazyRules(Lazily[Rule]):
    """Rules; what they speak of is known without making them."""

    def __init__(self, like: LikeRules) -> None:
        """`like` are the rules of their base by their shapes."""
        super().__init__(partial(rule_of_row, like))

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The claims and exchange rates of which a rule speaks."""
        return keys_of_row(self.row(name))
