"""Loads a base of any size: of what was read, rows are kept; what an earlier run has kept is not read again.

Files are read one at a time. What is out of the ordinary is no matter for this: any mistake, sources or indicators
that are not where they were. Then the whole base is loaded at once, and every mistake reported.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from factcheck.claims.base import Base
from factcheck.claims.build import Builder, Tree
from factcheck.claims.kept import (
    BaseRow,
    FileRow,
    Judged,
    base_of,
    changed_files,
    digest_of,
    outdated,
    words_of,
)
from factcheck.claims.lazily import LazyRules
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.load import RulesOn, claim_files, collection_paused, load, parsed_file
from factcheck.claims.nodes import MapNode
from factcheck.claims.reading import OutOfTheOrdinaryError, Reading
from factcheck.relations.judge import RateSource

_WORDS: Final = re.compile(rb"^[^\w#]*(?:sources|indicators)\b", re.MULTILINE)
_MOST_AT_ONCE: Final = 4_000_000
"""Bytes of files with sources or indicators whose nodes are kept until all of these are known, not parsed again."""


class Reloaded(Struct):
    """A base, and what is known and to be kept of it.

    stated  how many claims a source states
    judged  what its claims and rules come to, as far as that was told on the way or is known from before
    files   what is to be kept of them, by path, in order; None where they had to be loaded at once
    shapes  what is to be kept of the shapes of rules
    fresh   how many files were read
    size    of all files, in bytes
    """

    base: Base
    stated: int
    judged: Judged
    files: Mapping[str, FileRow] | None = None
    shapes: list[Any] = []
    fresh: int = 0
    size: int = 0

    def to_keep(self, judged: Judged) -> BaseRow | None:
        """What is to be kept of the base, once all of it is judged; None where that is what was kept."""
        if self.files is None or not self.fresh:
            return None
        for file in self.files.values():
            file.claims_judged = bytes(judged.claims[name] for name in file.claims)
            file.rules_judged = bytes(judged.rules[name] for name in file.rules)
        return BaseRow(dict(self.files), self.shapes)


def reload(paths: Sequence[Path], kept: BaseRow | None, rates: RateSource | None) -> Reloaded:
    """The base of these files and folders, with its rules; raises as `load` does.

    With `rates`, what holds beyond doubt is told on the way.
    """
    found = claim_files(paths)
    if kept is not None:
        with suppress(OutOfTheOrdinaryError, OSError):
            return _reread(found, kept, rates)
    with suppress(OutOfTheOrdinaryError, OSError):  # which are reported with all that is wrong beside them
        return _read(found, rates)
    base = load(paths)
    return Reloaded(base, sum(bool(claim.statements) for claim in base.claims.values()), Judged())


def known_for_questions(paths: Sequence[Path], kept: BaseRow | None) -> tuple[Base, RulesOn] | None:
    """As `load_for_questions`, of what was kept; None where any file is not as it was."""
    if kept is None:
        return None
    with suppress(OSError):
        digests = {str(path): digest_of(path.read_bytes()) for path in claim_files(paths)}
        if changed_files(kept, digests) == set():
            base = base_of(words_of(kept), kept.files, LikeRules(kept.shapes))
            rules = base.rules
            assert isinstance(rules, LazyRules), "as they are kept"
            with collection_paused():
                claims = dict(base.claims)

            def rules_on(wanted: Collection[str]) -> Mapping[str, Any]:
                asked = frozenset(wanted)
                return {name: rules[name] for name in rules if not asked.isdisjoint(rules.keys_of(name))}

            return Base(base.sources, base.indicators, claims, {}, base.files), rules_on
    return None


def _read(paths: Sequence[Path], rates: RateSource | None) -> Reloaded:
    """The base of these files, none of which is known; raises OutOfTheOrdinaryError, OSError."""
    trees: list[Tree] = []
    parsed: dict[Path, Tree] = {}
    size = at_once = 0
    for path in paths:
        data = path.read_bytes()
        size += len(data)
        if _WORDS.search(data):
            file, tree = parsed_file(str(path), data)
            if tree is None:
                raise OutOfTheOrdinaryError
            trees.append((file, _words_in(tree)))
            at_once += len(data)
            if at_once <= _MOST_AT_ONCE:
                parsed[path] = file, tree
    words = Builder(trees, is_whole=True).words()
    if any(file.problems for file, _ in trees):
        raise OutOfTheOrdinaryError
    del trees
    reading = Reading(words, {}, LikeRules(), rates)
    for path in paths:
        reading.read(str(path), path.read_bytes(), parsed.pop(path, None))
    files = reading.finished(map(str, paths))
    if sum(len(file.sources) + len(file.indicators) for file in files.values()) != _count(words):
        raise OutOfTheOrdinaryError
    return _reloaded(reading, files, reading.judged, len(paths), size)


def _words_in(tree: MapNode) -> MapNode:
    """The sources and indicators of a file."""
    entries = {name: entry for name, entry in tree.entries.items() if name in ("sources", "indicators")}
    return MapNode(entries, tree.start, tree.end)


def _count(words: Base) -> int:
    return len(words.sources) + len(words.indicators)


def _reread(paths: Sequence[Path], kept: BaseRow, rates: RateSource | None) -> Reloaded:
    """The base of which most was kept; raises OutOfTheOrdinaryError, OSError."""
    digests: dict[str, bytes] = {}
    size = 0
    for path in paths:
        data = path.read_bytes()
        size += len(data)
        digests[str(path)] = digest_of(data)
    fresh = changed_files(kept, digests)
    if fresh is None:
        raise OutOfTheOrdinaryError
    while True:
        as_kept = {path: row for path, row in kept.files.items() if path not in fresh}
        reading = Reading(words_of(kept), as_kept, LikeRules(kept.shapes), rates)
        for name in kept.files:
            if name in fresh:
                reading.read(name, Path(name).read_bytes())
        files = reading.finished(kept.files)
        if not all(_has_same_words(files[path], kept.files[path]) for path in fresh):
            raise OutOfTheOrdinaryError
        more = outdated(kept, files, fresh)
        if not more:
            break
        fresh |= more
    judged = Judged(dict(reading.judged.claims), dict(reading.judged.rules))
    for row in as_kept.values():
        judged.claims.update(zip(row.claims, row.claims_judged, strict=True))
        judged.rules.update(zip(row.rules, row.rules_judged, strict=True))
    return _reloaded(reading, files, judged, len(fresh), size)


def _has_same_words(file: FileRow, before: FileRow) -> bool:
    """Whether a file that was read again has the sources and indicators that it had, and these say the same."""
    return file.sources == before.sources and file.indicators == before.indicators


def _reloaded(reading: Reading, files: Mapping[str, FileRow], judged: Judged, fresh: int, size: int) -> Reloaded:
    stated = sum(file.stated for file in files.values())
    return Reloaded(reading.base, stated, judged, files, reading.like.kept(), fresh, size)
