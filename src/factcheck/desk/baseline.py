"""The baseline: findings that were there before the gate was, which do not fail it.

    read_baseline(path) -> Baseline
    baseline_of(findings, path) -> Baseline                 for --write-baseline
    Baseline.divided(findings) -> (what counts, what is known)
    Baseline.shrunk(findings, checked, walked) -> Baseline  the same one where nothing has gone
    Baseline.text                                           the file; whoever asked for it writes it
    may_be_written(environment) -> bool                     not in CI

An entry is a check, the draft's path from the folder of the file, the figures as they were read, and which of its
like it is in that draft: moved lines and another way to print the same figure change nothing. What is wrong with a
suppression has no figures, and is known by what the suppression says.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from factcheck.errors import FactcheckError, InputError, Place, Problem
from factcheck.figures.hedges import Hedge
from factcheck.kinds.suppression import KIND as SUPPRESSION
from factcheck.phrases import Phrase
from factcheck.reading.documents import STANDARD_INPUT
from factcheck.relations.finding import Evidence, Finding

VERSION: Final = 1
_VERSION_KEY: Final = "factcheck_baseline"
_NOT_IN_CI: Final = ("", "0", "false")


class Entry(Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A finding that is known; `ordinal` counts from 1 those of the same check and figures in the draft.

    `figures` of a suppression are the words of its comment, or what is said of it where it is no comment.
    """

    path: str
    check: str
    figures: tuple[str, ...]
    ordinal: Annotated[int, Meta(ge=1)]


class Baseline(Struct, frozen=True):
    """What a baseline file holds; `path` is the file's, as it was named."""

    path: str
    entries: frozenset[Entry] = frozenset()

    def divided(self, findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that are not in the baseline, what holds among them, and those that are.

        The latter have the baseline as what suppressed them. Nothing else that has been set aside is looked up.
        """
        others, known = [], []
        for found, entry in _entered(findings, self.path):
            if entry in self.entries:
                known.append(replace(found, suppressed=f"baseline {self.path}"))
            else:
                others.append(found)
        return others, known

    def shrunk(self, findings: Sequence[Finding], checked: Iterable[str], walked: Iterable[str] = ()) -> Baseline:
        """The baseline without the entries of checked drafts that no finding of this run has, and of those now gone.

        findings  those of the run, as they were before they were divided
        checked   the paths of the drafts that could be checked; nothing is known of the others
        walked    the folders that were walked: a draft in one of them that is no longer there is gone
        """
        paths = {_from(path, self.path) for path in checked}
        found = {entry for _, entry in _entered(findings, self.path)}
        others = {each.path for each in self.entries} - paths
        paths |= self._gone(others, walked)
        return replace(
            self, entries=frozenset(each for each in self.entries if each.path not in paths or each in found)
        )

    def _gone(self, paths: Iterable[str], walked: Iterable[str]) -> set[str]:
        """Those of the paths of entries that lie in one of the folders, and where nothing is any more."""
        home = Path(self.path).absolute().parent
        places = {path: os.path.normpath(home / path) for path in paths}
        folders = tuple(os.path.join(os.path.abspath(folder), "") for folder in walked)  # noqa: PTH100, PTH118
        return {path for path, place in places.items() if place.startswith(folders) and not os.path.lexists(place)}

    @property
    def text(self) -> str:
        """The file: JSON, one line for each entry, in order of path, check and figures."""
        lines = ",".join(f"\n{_line(entry)}" for entry in sorted(self.entries))
        return f'{{"{_VERSION_KEY}": {VERSION}, "findings": [{lines}\n]}}\n'


def _line(entry: Entry) -> str:
    line = json.dumps(asdict(entry), ensure_ascii=False)
    # the name of a file may have bytes that are no UTF-8
    return line if _is_unicode(line) else json.dumps(asdict(entry))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def baseline_of(findings: Sequence[Finding], path: Path | str) -> Baseline:
    """A baseline of everything that does not hold and that nothing else sets aside, for a file at `path`."""
    return Baseline(str(path), frozenset(entry for _, entry in _entered(findings, str(path)) if entry is not None))


def may_be_written(environment: Mapping[str, str]) -> bool:
    """Whether a baseline may shrink its file: not in CI, whose copy of the repository is thrown away."""
    return environment.get("CI", "").lower() in _NOT_IN_CI


def _entered(findings: Iterable[Finding], path: str) -> Iterator[tuple[Finding, Entry | None]]:
    """Each finding with its entry in a baseline at `path`; None for what has none: it holds, or is set aside."""
    seen: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for found in findings:
        if found.severity is None or not found.counts:
            yield found, None
            continue
        draft = _from(_draft_of(found), path)
        figures = tuple(_normalised(each) for each in found.figures if each.source is None)
        if found.kind == SUPPRESSION:
            figures = _words_of(found)
        key = draft, found.check, figures
        seen[key] += 1
        yield found, Entry(*key, seen[key])


def _draft_of(found: Finding) -> str:
    places = (found.relation.place, *(figure.place for figure in found.figures))
    return next((place.path for place in places if place is not None and place.path), "")


def _words_of(found: Finding) -> tuple[str, ...]:
    """What a suppression says, in the words of its comment; else what is said of it."""
    texts = [window.text for window in found.windows] or [str(found.message)]
    return tuple(" ".join(text.split()) for text in texts)


def _normalised(evidence: Evidence) -> str:
    """What a figure was read as, however it is printed."""
    figure = evidence.figure
    hedge = "" if figure.hedge is Hedge.NONE else str(figure.hedge)
    weekday = "" if figure.weekday is None else f"weekday {figure.weekday + 1}"  # 1 for Monday, as in ISO 8601
    return " ".join(part for part in (hedge, str(figure.value), figure.unit, weekday) if part)


def _from(path: str, baseline: str) -> str:
    """A draft's path from the folder of the baseline, with slashes."""
    if path in ("", STANDARD_INPUT):
        return path
    folder = Path(baseline).absolute().parent
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return Path(path).absolute().as_posix()


# --- reading a file -----------------------------------------------------------------------------------------


class _File(Struct, frozen=True):
    findings: list[Entry]


def read_baseline(path: Path | str) -> Baseline:
    """The baseline in a file.

    Raises FactcheckError where there is none, InputError with the place where it is broken or was written for another
    version of factcheck.
    """
    shown = str(path)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        phrase = Phrase("there is no baseline {path}: `--write-baseline {path}` writes it", path=shown)
        raise FactcheckError(phrase) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise FactcheckError(Phrase("{path} cannot be read: {why}", path=shown, why=why)) from error
    content = _parsed(shown, data)
    version = content.get(_VERSION_KEY) if isinstance(content, dict) else None
    if version is None:
        _broken(shown, Phrase("this is no baseline of factcheck"))
    if version != VERSION:
        _broken(shown, Phrase("a baseline of version {version}: this factcheck reads version 1", version=str(version)))
    try:
        return Baseline(shown, frozenset(msgspec.convert(content, _File).findings))
    except msgspec.ValidationError as error:
        _broken(shown, Phrase("this is no baseline of factcheck: {why}", why=str(error)))


def _parsed(path: str, data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        lines = error.doc.split("\n")
        line = lines[error.lineno - 1] if error.lineno <= len(lines) else ""
        place = Place(path, error.lineno, error.colno, error.lineno, error.colno + 1)
        _broken(path, Phrase("this is not JSON: {why}", why=error.msg), place, line)
    except UnicodeDecodeError as error:
        _broken(
            path, Phrase("not UTF-8: byte {offset} is 0x{value}", offset=error.start, value=f"{data[error.start]:02x}")
        )
    except RecursionError:
        _broken(path, Phrase("this is no baseline of factcheck"))


def _broken(path: str, message: Phrase, place: Place | None = None, line: str = "") -> NoReturn:
    hint = Phrase("restore it, or write it anew with `--write-baseline {path}`", path=path)
    raise InputError([Problem(message, place or Place(path), line, hint)]) from None
