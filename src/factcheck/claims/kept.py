"""A claim base as it was at the last run, and which of its files must be read again.

What is kept of a file holds while its text, the sources and indicators of the base, and those claims of other files
that its rules name are as they were. Whatever is out of the ordinary is no matter for what is kept: files that came or
went, sources or indicators that changed, any mistake. Then everything is read anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from factcheck.claims.base import Base, Claim, Indicator, Rule, Source
from factcheck.claims.lazily import Lazily, LazyRules
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.rows import (
    IndicatorRow,
    SourceRow,
    claim_of_row,
    indicator_of_row,
    keys_of_row,
    source_of_row,
)
from factcheck.relations.expression import Argument, Call, Literal, Wildcard, children


class Judged(Struct):
    """What claims and rules came to, by id, as whoever judges them numbers it."""

    claims: dict[str, int] = {}
    rules: dict[str, int] = {}


class FileRow(Struct, array_like=True):
    """What is kept of a file.

    digest            of its bytes
    claims, rules     by id, each as a row; `claims_judged` and `rules_judged` what they came to, one byte each
    named             the claims of other files that its rules name, with a digest of the row of each
    patterns          the wildcards in its rules, with a digest of the names that each stood for
    stated            how many of its claims a source states
    """

    digest: bytes
    sources: list[SourceRow]
    indicators: list[IndicatorRow]
    claims: dict[str, bytes]
    rules: dict[str, bytes]
    claims_judged: bytes = b""
    rules_judged: bytes = b""
    named: dict[str, bytes] = {}
    patterns: dict[str, bytes] = {}
    stated: int = 0


class BaseRow(Struct, array_like=True):
    """What is kept of a base: its files by path, in order, and the shapes of its rules (`LikeRules.kept`)."""

    files: dict[str, FileRow]
    shapes: list[Any]


_DECODER = msgspec.msgpack.Decoder(BaseRow)
_ENCODER = msgspec.msgpack.Encoder()


def read_base(content: bytes | memoryview | None) -> BaseRow | None:
    """What was kept; None where it is nothing of use."""
    if content is None:
        return None
    try:
        return _DECODER.decode(content)
    except msgspec.MsgspecError:
        return None


def written(kept: BaseRow) -> bytes:
    """What is to be kept, as `read_base` reads it."""
    return _ENCODER.encode(kept)


def words_of(kept: BaseRow) -> Base:
    """The sources and indicators that were kept."""
    sources: dict[str, Source] = {}
    indicators: dict[str, Indicator] = {}
    for path, file in kept.files.items():
        sources.update({row.id: source_of_row(path, row) for row in file.sources})
        indicators.update({row.id: indicator_of_row(path, row) for row in file.indicators})
    return Base(sources, indicators)


def base_of(words: Base, files: Mapping[str, FileRow], like: LikeRules) -> Base:
    """The base of these files, whose sources and indicators are given, in order."""
    claims, rules = Lazily(claim_of_row), LazyRules(like)
    for path, file in files.items():
        claims.add_rows(path, file.claims)
        rules.add_rows(path, file.rules)
    return Base(words.sources, words.indicators, claims, rules, tuple(map(Path, files)))


def changed_files(kept: BaseRow, digests: Mapping[str, bytes]) -> set[str] | None:
    """The files that are not as they were; None where other files are kept than there are now."""
    if list(digests) != list(kept.files):
        return None
    return {path for path, digest in digests.items() if kept.files[path].digest != digest}


def digest_of(*parts: bytes) -> bytes:
    """A digest of these bytes, and of where each part ends."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def outdated(kept: BaseRow, files: Mapping[str, FileRow], read: Collection[str]) -> set[str]:
    """The files whose rules name a claim that is no longer as it was, or a wildcard that stands for others.

    `files` are all of the base as they are now, those in `read` read again.
    """
    fresh = {name: row for path in read for name, row in files[path].claims.items()}
    gone = {name for path in read for name in kept.files[path].claims if name not in fresh}
    names_now = [name for file in files.values() for name in file.claims]
    found: dict[str, bytes] = {}
    outdated_files = set()
    for path, file in kept.files.items():
        if path in read:
            continue
        for name, digest in file.named.items():
            if name in gone or (name in fresh and digest_of(fresh[name]) != digest):
                outdated_files.add(path)
        for pattern, digest in file.patterns.items():
            if pattern not in found:
                found[pattern] = _digest_of_names(name for name in names_now if fnmatchcase(name, pattern))
            if found[pattern] != digest:
                outdated_files.add(path)
    return outdated_files


def add_rule(file: FileRow, rule: Rule, row: bytes, claims: Lazily[Claim]) -> None:
    """Adds a rule to what is kept of its file, and what it takes from other files."""
    file.rules[rule.id] = row
    for name in keys_of_row(row):
        if name in claims and name not in file.named and claims.path_of(name) != rule.place.path:
            file.named[name] = digest_of(claims.row(name))
    if "*" in rule.text:
        for wildcard in (each for side in rule.sides for each in _wildcards(side)):
            file.patterns[wildcard.pattern] = _digest_of_names(wildcard.names)


def _wildcards(argument: Argument) -> Iterator[Wildcard]:
    if isinstance(argument, Wildcard):
        yield argument
    elif isinstance(argument, Call):
        for each in argument.arguments:
            yield from _wildcards(each)
    elif not isinstance(argument, Literal):
        for child in children(argument):
            yield from _wildcards(child)


def _digest_of_names(found: Iterable[str]) -> bytes:
    return digest_of(*(name.encode() for name in found))
