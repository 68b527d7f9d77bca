"""Which drafts there are to check: the files named, and those in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.desk.gitignore import (
    IGNORE_FILE,
    Patterns,
    leaves_out,
    leaves_out_whole,
    patterns,
    patterns_above,
    patterns_in,
)
from factcheck.errors import Place, Problem
from factcheck.phrases import Phrase

ENDINGS: Final = (".md", ".markdown", ".html", ".htm", ".txt", ".docx", ".pdf")
"""What the names of files end in that are drafts where a folder is walked."""
STANDARD_INPUT: Final = "-"


class Drafts(Struct, frozen=True):
    """The paths of drafts in the order of their names, each file once.

    folders   those that were walked
    problems  what was named and is not there, and folders that cannot be looked into
    notices   folders that hold no draft
    """

    paths: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Phrase, ...] = ()


def find_drafts(named: Iterable[str], exclude: Sequence[str] = (), root: Path | None = None) -> Drafts:
    """The drafts that these files and folders are and hold; "-" is standard input, and comes first.

    A file that is named is a draft whatever its name ends in. In folders, hidden files and folders are passed over, and
    what is left out by the .gitignore files from the repository's root on, or by `exclude`: patterns in their syntax,
    meant from the folder `root` (the working folder). A folder that is named is walked even where they leave it out as
    a whole; those from above do not count in it then. Links to folders are not followed. Raises FactcheckError for an
    exclusion that is no pattern.
    """
    found: dict[str, str] = {}
    folders: list[str] = []
    problems: list[Problem] = []
    notices: list[Phrase] = []
    excluded: tuple[Patterns, ...] = ()
    for path in sorted(named, key=_in_order):
        if path == STANDARD_INPUT:
            found.setdefault(path, path)
        elif os.path.isdir(path):  # noqa: PTH112 - paths as texts take half the time, which counts for each draft
            if exclude and not excluded:
                excluded = (patterns(exclude, root or Path()),)
            folders.append(path)
            before = len(found)
            for real, shown in _walk(path, excluded, problems):
                found.setdefault(real, shown)
            if len(found) == before:
                notices.append(
                    Phrase(
                        "There is no draft in {path}: drafts are files that end in {endings}, save those that "
                        ".gitignore or `exclude` leave out.",
                        path=path,
                        endings=ENDINGS,
                    )
                )
        elif os.path.lexists(path):
            found.setdefault(os.path.realpath(path), path)
        else:
            problems.append(Problem(Phrase("no such file or folder: {path}", path=path), Place(path)))
    return Drafts(tuple(sorted(found.values(), key=_in_order)), tuple(folders), tuple(problems), tuple(notices))


def _in_order(path: str) -> tuple[bool, list[str]]:
    return path != STANDARD_INPUT, path.split(os.sep)  # noqa: PTH206 - on every draft


def _walk(named: str, excluded: tuple[Patterns, ...], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The drafts in a folder: the real path of each, by which it is known, and the one that is shown."""
    root = os.path.realpath(named)
    ignored = patterns_above(root)
    ignored = () if leaves_out_whole(ignored, root) else ignored
    excluded = () if leaves_out_whole(excluded, root) else excluded
    waiting = [(root, "" if named == os.curdir else named, ignored)]
    while waiting:
        folder, shown, above = waiting.pop()
        entries = _entries(folder, shown, problems)
        rules = (*above, *patterns_in(folder)) if any(entry.name == IGNORE_FILE for entry in entries) else above
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or not (is_folder or _is_draft(entry)):
                continue
            if any(leaves_out(each, entry.path, is_folder=is_folder) for each in (rules, excluded)):
                continue
            inner = os.path.join(shown, entry.name)  # noqa: PTH118
            if is_folder:
                waiting.append((entry.path, inner, rules))
            else:
                yield os.path.realpath(entry.path) if entry.is_symlink() else entry.path, inner


def _entries(folder: str, shown: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return list(listing)
    except OSError as error:
        path, why = shown or os.curdir, error.strerror or str(error)
        problems.append(Problem(Phrase("{path} cannot be read: {why}", path=path, why=why), Place(path)))
        return []


def _is_draft(entry: os.DirEntry[str]) -> bool:
    """Whether it is called like a draft, and is no link to a folder."""
    if not entry.name.lower().endswith(ENDINGS):
        return False
    try:
        return not entry.is_dir()
    except OSError:  # a link that leads in a circle: who reads it will tell
        return True
