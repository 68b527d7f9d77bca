"""The findings of a large base: those that hold are told when a report asks for them, and not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from factcheck.relations.finding import Finding

Held = TypeVar("Held")


class Findings(Sequence[Finding], Generic[Held]):
    """Findings in order.

    entries   each a finding, or whatever it is that holds and of which nothing more has been asked
    tell      makes the finding of what holds: consistent, neither accepted nor suppressed
    """

    def __init__(self, entries: Sequence[Finding | Held], tell: Callable[[Held], Finding]) -> None:
        self._entries = entries
        self._tell = tell
        self.notable = tuple(each for each in entries if isinstance(each, Finding))

    @property
    def unremarkable(self) -> int:
        """How many there are that hold, beside the notable ones."""
        return len(self._entries) - len(self.notable)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Finding]:
        return map(self._told, self._entries)

    @overload
    def __getitem__(self, at: int) -> Finding: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Finding]: ...

    def __getitem__(self, at: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(at, slice):
            return [self._told(each) for each in self._entries[at]]
        return self._told(self._entries[at])

    def _told(self, entry: Finding | Held) -> Finding:
        return entry if isinstance(entry, Finding) else self._tell(entry)


def notable(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings but for those that hold and of which nothing more has been asked."""
    return findings.notable if isinstance(findings, Findings) else findings
