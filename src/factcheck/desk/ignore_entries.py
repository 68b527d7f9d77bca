"""From a `.factcheck-ignore.yaml` to its entries, and every mistake in it to a problem with its place."""

from __future__ import annotations

from datetime import date
from os.path import relpath
from pathlib import Path
from typing import Final

from msgspec import UNSET, Struct, UnsetType

from factcheck.claims.entries import text_in, texts
from factcheck.claims.nodes import ListNode, MapNode, TextNode, YamlFile, composed_list, decoded
from factcheck.claims.schema import DayText, Text
from factcheck.claims.shape import fits, shape_of
from factcheck.desk.ignore_file import Entry, pattern_of
from factcheck.desk.suppressions import unknown_name
from factcheck.errors import Place, Problem
from factcheck.phrases import Phrase

_HINT: Final = Phrase("write `- path: …`, and below it `check: …` and `reason: …`")


class IgnoreEntry(Struct, forbid_unknown_fields=True):
    """The keys of an entry."""

    path: Text
    check: Text | list[Text]
    reason: Text
    quote: Text | UnsetType = UNSET
    until: DayText | UnsetType = UNSET


def entries_of(path: Path, problems: list[Problem]) -> list[Entry]:
    """The entries of a file that are of use; what is wrong with it is added to the problems."""
    shown = relpath(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        problems.append(Problem(Phrase("{path} cannot be read: {why}", path=shown, why=why), Place(shown)))
        return []
    file = decoded(shown, data)
    root = None if file.problems else composed_list(file, _HINT)
    entries: list[Entry] = []
    if root is not None and fits(root, shape_of(list[IgnoreEntry]), file):
        entries = _entries(root, file, str(path.parent))
    problems += sorted(file.problems, key=lambda problem: (problem.place.line, problem.place.column))
    return entries


def _entries(root: ListNode, file: YamlFile, folder: str) -> list[Entry]:
    entries = []
    for node in root.items:
        assert isinstance(node, MapNode), "the shape says so"
        path, until = _path(node, file), text_in(node, "until")
        entry = Entry(
            folder,
            path.text,
            _checks(node, file),
            text_in(node, "reason") or "",
            file.place_of(path),
            text_in(node, "quote"),
            None if until is None else date.fromisoformat(until),
        )
        entries.append(entry)
    return entries


def _checks(node: MapNode, file: YamlFile) -> tuple[str, ...]:
    names = texts(node.entries["check"][1])
    for name in names:
        mistake = unknown_name(name.text)
        if mistake is not None:
            file.report_at(name, *mistake)
    return tuple(dict.fromkeys(name.text for name in names))


def _path(node: MapNode, file: YamlFile) -> TextNode:
    (found,) = texts(node.entries["path"][1])
    try:
        pattern_of(found.text)
    except ValueError:
        hint = Phrase("write it as in .gitignore, from the folder of this file: drafts/*.docx")
        file.report_at(found, Phrase("{text} names no files", text=found.text), hint)
    return found
