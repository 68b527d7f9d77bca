"""Suppressions in `.factcheck-ignore.yaml`, for drafts whose format has no comments.

    load_ignores(paths, day) -> Ignores                        once in a run, for all its drafts
    Ignores.suppressed(findings, path) -> list[Finding]        draft by draft
    Ignores.leftovers(folders, unjudged=()) -> list[Finding]   once, after the last draft

The files in a draft's folder and in those above it, up to the root of the repository, count together:

    - path: reports/*.docx      # as in .gitignore, from the folder of this file
      check: growth             # a kind or a check, several of them, or all
      quote: 26,2 milliards     # if need be: words of a figure that the finding must have
      reason: the ministry's own rounding
      until: 2026-12-31         # if need be: the last day
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.desk.suppressions import nothing_left
from factcheck.errors import InputError, Place, Problem
from factcheck.kinds.quote import normalised
from factcheck.kinds.suppression import can_be_suppressed, covers, finding
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME: Final = ".factcheck-ignore.yaml"
_REPOSITORY: Final = ".git"
_WILDCARD: Final = re.compile(r"[*?\[\]!\\]")


class Entry(Struct, frozen=True):
    """One entry of an ignore file.

    folder  the folder of the file, from which `path` is meant
    checks  kinds and checks; `all` is every kind
    place   that of `path` in its file
    quote   words that a figure of the finding must have
    until   the last day on which it counts
    """

    folder: str
    path: str
    checks: tuple[str, ...]
    reason: str
    place: Place
    quote: str | None = None
    until: date | None = None

    def matches(self, draft: str) -> bool:
        """Whether it is about a draft, given as an absolute path."""
        if not _is_inside(draft, self.folder):
            return False
        return pattern_of(self.path).match_file(os.path.relpath(draft, self.folder).replace(os.sep, "/"))

    def holds_on(self, day: date) -> bool:
        """Whether it still counts on that day."""
        return self.until is None or day <= self.until

    def is_about(self, found: Finding) -> bool:
        """Whether it is meant for a finding of a draft that it matches."""
        return any(covers(name, found) for name in self.checks) and (
            self.quote is None or any(_has_words(evidence.quote, self.quote) for evidence in found.figures)
        )

    @property
    def reach(self) -> str:
        """The folder below which all drafts are that it can match."""
        if "/" not in self.path.rstrip("/"):
            return self.folder
        *parents, _ = self.path.strip("/").split("/")
        wild = next((at for at, part in enumerate(parents) if _WILDCARD.search(part)), len(parents))
        return str(Path(self.folder, *parents[:wild]))

    @property
    def only_draft(self) -> str | None:
        """The one draft that it can match; None where there may be several."""
        if "/" not in self.path.rstrip("/") or self.path.endswith("/") or _WILDCARD.search(self.path):
            return None
        return str(Path(self.folder, self.path.lstrip("/")))


class Ignores:
    """The entries of all ignore files that a run has to do with, and which of them have been of use."""

    def __init__(self, entries: Sequence[Entry], day: date) -> None:
        self._entries = entries
        self._day = day
        self._used: set[Entry] = set()
        self._met: set[Entry] = set()

    def suppressed(self, findings: Sequence[Finding], path: str) -> list[Finding]:
        """The findings of a draft, those that an entry is meant for with its reason as `suppressed`.

        To be asked once of every draft that could be checked, also of one without findings.
        """
        draft = os.path.abspath(path) if self._entries else ""  # noqa: PTH100 - links stay as they are
        entries = [entry for entry in self._entries if entry.matches(draft)]
        self._met.update(entries)
        return [self._applied(each, entries) for each in findings]

    def _applied(self, found: Finding, entries: Sequence[Entry]) -> Finding:
        if not can_be_suppressed(found):
            return found
        fitting = [entry for entry in entries if entry.holds_on(self._day) and entry.is_about(found)]
        self._used.update(fitting)
        # the last one stands nearest to the draft
        return replace(found, suppressed=fitting[-1].reason) if fitting else found

    def leftovers(self, folders: Iterable[str | Path], unjudged: Collection[str] = ()) -> list[Finding]:
        """What is wrong with entries: those that are over, and those that set nothing aside any more.

        folders   the folders that were walked for drafts; while some of its drafts may not have been checked, no
                  entry is said to be needless
        unjudged  kinds that this run does not look for or cannot decide, of which no entry is said to be needless
        """
        walked = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100
        found = (self._leftover(entry, walked, set(unjudged)) for entry in self._entries)
        return [each for each in found if each is not None]

    def _leftover(self, entry: Entry, walked: Sequence[str], unjudged: Collection[str]) -> Finding | None:
        has_all = any(_is_inside(entry.reach, folder) for folder in walked)
        has_all |= entry in self._met and entry.only_draft is not None
        if not entry.holds_on(self._day) and (has_all or entry in self._met):
            message = Phrase("this suppression ended on {date}", date=entry.until)
            return finding(entry.place, message, Phrase("remove it, or give it a later date"))
        if entry in self._used or not has_all or any(name.partition(":")[0] in unjudged for name in entry.checks):
            return None
        if entry not in self._met:
            message = Phrase("{path} is no draft that was checked", path=entry.path)
        else:
            message = nothing_left(entry.checks)
        return finding(entry.place, message, Phrase("remove what is no longer needed"))


def load_ignores(paths: Iterable[str], day: date) -> Ignores:
    """The entries that count for these drafts on that day.

    Raises InputError with every mistake of all their files.
    """
    known: dict[str, tuple[str, ...]] = {}
    # "-", too, stands for a draft in the working folder
    folders = dict.fromkeys(os.path.dirname(os.path.abspath(path)) for path in paths)  # noqa: PTH100, PTH120
    files = dict.fromkeys(file for folder in folders for file in _files_for(folder, known))
    if not files:
        return Ignores((), day)
    from factcheck.desk.ignore_entries import entries_of  # YAML, where there is any

    problems: list[Problem] = []
    entries = [entry for file in files for entry in entries_of(Path(file), problems)]
    if problems:
        raise InputError(problems)
    return Ignores(entries, day)


def _files_for(folder: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ignore files of a folder and of those above it up to the repository's root, the outermost first."""
    below: list[str] = []
    home = str(Path.home())
    while folder not in known:
        below.append(folder)
        parent = os.path.dirname(folder)  # noqa: PTH120
        if parent == folder or folder == home or os.path.exists(os.path.join(folder, _REPOSITORY)):  # noqa: PTH110, PTH118
            found: tuple[str, ...] = ()
            break
        folder = parent
    else:
        found = known[folder]
    for each in reversed(below):
        own = os.path.join(each, NAME)  # noqa: PTH118
        known[each] = found = (*found, own) if os.path.isfile(own) else found  # noqa: PTH113
    return found


@lru_cache(maxsize=1024)
def pattern_of(path: str) -> GitIgnoreSpec:
    """The pattern of an entry; raises ValueError for what is none."""
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([path])
    if not all(pattern.include for pattern in spec.patterns):
        raise ValueError(path)
    return spec


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _has_words(quote: str, words: str) -> bool:
    """Whether the words stand in a quote, not as part of other words or of a longer number."""
    wanted = re.escape(normalised(words))
    return re.search(rf"(?<!\w)(?<!\d[.,])(?<!\d ){wanted}(?!\w)(?![., ]\d)", normalised(quote)) is not None
