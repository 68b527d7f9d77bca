"""YAML as nodes that know where they stand, and mistakes of YAML as problems that people understand.

Every scalar stays the text that was written: `26.20` keeps its two decimals and `no` is a word. What could make a
file mean something else than it says (aliases, tags, duplicate keys, a comma that split a quote) is a problem.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any, Final

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from factcheck.claims.yaml_errors import explained
from factcheck.errors import Place, Problem
from factcheck.phrases import Phrase

_DEEPEST: Final = 20
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


class TextNode(Struct):
    """A scalar: its text, and where it stands, in code points of the file. `is_plain` means without quotes."""

    text: str
    start: int
    end: int
    is_plain: bool = True


class ListNode(Struct):
    """A sequence."""

    items: list[Node]
    start: int
    end: int


class MapNode(Struct):
    """A mapping: under each key the node of the key and that of the value, in the order written.

    `lost` are the keys that were taken out because what stood under them was of no use.
    """

    entries: dict[str, tuple[TextNode, Node]]
    start: int
    end: int
    lost: tuple[str, ...] = ()


Node = TextNode | ListNode | MapNode


class YamlFile:
    """The text of one file: turns offsets into places and collects what is wrong with it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, start: int, end: int) -> Place:
        """The place of what stands between two offsets."""
        starts = self._starts
        line = bisect_right(starts, start)
        end_line = line if line == len(starts) or end < starts[line] else bisect_right(starts, end)
        return Place(self.path, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)

    def place_of(self, node: Node) -> Place:
        """The place of a node."""
        return self.place(node.start, node.end)

    def line(self, number: int) -> str:
        """A line of the file, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def report(self, message: Phrase, start: int, end: int, hint: Phrase | None = None) -> None:
        """Records a mistake that stands between two offsets."""
        place = self.place(start, max(start, end))
        self.problems.append(Problem(message, place, self.line(place.line), hint))

    def report_at(self, node: Node, message: Phrase, hint: Phrase | None = None) -> None:
        """Records a mistake in a node."""
        self.report(message, node.start, node.end, hint)


def decoded(path: str, data: bytes) -> YamlFile:
    """The file of these bytes; what is not UTF-8 is a problem, after which nothing of it is left to read."""
    try:
        return YamlFile(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line = data[error.start :].split(b"\n", 1)[0].decode("utf-8", errors="replace")
        if not line.replace("\t", "").rstrip("\r").isprintable():
            line = ""  # a binary file has no line worth showing
        file = YamlFile(path, before + line)
        file.report(
            Phrase("not UTF-8: byte {offset} is 0x{value}", offset=error.start, value=f"{data[error.start]:02x}"),
            len(before),
            len(before) + 1,
            Phrase("save the file as UTF-8"),
        )
        return file


def composed(file: YamlFile) -> MapNode | None:
    """The nodes of a file; None where it is no YAML mapping. What is wrong with it is reported to the file."""
    hint = Phrase("write sources:, indicators:, claims: or rules:")
    root = _root(file, hint)
    if root is None or isinstance(root, MapNode):
        return root
    file.report_at(root, Phrase("the file does not begin with a key"), hint)
    return None


def composed_list(file: YamlFile, hint: Phrase) -> ListNode | None:
    """The nodes of a file that is a list; None where it is none. `hint` says what to write in it."""
    root = _root(file, hint)
    if root is None or isinstance(root, ListNode):
        return root
    file.report_at(root, Phrase("the file is not a list"), hint)
    return None


def _root(file: YamlFile, hint: Phrase) -> Node | None:
    composer = _Composer(file)
    try:
        return composer.document(hint)
    except yaml.YAMLError as error:
        file.report(*explained(error, file.text))
    except _TooDeepError:
        pass
    return None


def _span(event: Any) -> tuple[int, int]:
    """Where an event begins and ends, as offsets."""
    return event.start_mark.index, event.end_mark.index


class _TooDeepError(Exception):
    """Nodes are nested so deeply that reading on makes no sense."""


class _Composer:
    """Makes nodes of the events of libyaml, which is several times as fast as composing PyYAML's own nodes."""

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._parser: Any = yaml.CBaseLoader(file.text)

    def document(self, hint: Phrase) -> Node | None:
        """The one document of the file; `hint` says what to write in an empty one."""
        file = self._file
        self._parser.get_event()  # the start of the stream
        if isinstance(self._parser.get_event(), StreamEndEvent):
            file.report(Phrase("the file is empty"), 0, 0, hint)
            return None
        root = self._node(self._parser.get_event(), 0)
        self._parser.get_event()  # the end of the document
        event = self._parser.get_event()
        if type(event) is DocumentStartEvent:
            file.report(
                Phrase("a second document begins here"),
                *_span(event),
                Phrase("one file is one document: remove the line ---"),
            )
        return root

    def _node(self, event: Any, depth: int) -> Node | None:
        """The node that begins with an event; None for an alias."""
        if type(event) is AliasEvent:
            self._refuse(event, Phrase("an alias: *{name}", name=event.anchor))
            return None
        if event.anchor is not None:
            self._refuse(event, Phrase("an anchor: &{name}", name=event.anchor))
        if event.tag is not None:
            self._refuse(event, Phrase("a tag: {name}", name=event.tag))
        if type(event) is ScalarEvent:
            return TextNode(event.value, *_span(event), not event.style)
        if depth >= _DEEPEST:
            self._file.report(
                Phrase("nested more than {count} levels deep", count=_DEEPEST),
                *_span(event),
            )
            raise _TooDeepError
        return self._map(event, depth) if type(event) is MappingStartEvent else self._list(event, depth)

    def _refuse(self, event: Any, message: Phrase) -> None:
        self._file.report(
            message,
            *_span(event),
            Phrase("a claim base says everything in full; put text that begins with &, * or ! in quotes"),
        )

    def _list(self, start: Any, depth: int) -> ListNode:
        items: list[Node] = []
        get_event = self._parser.get_event
        event = get_event()
        while type(event) is not SequenceEndEvent:
            node = self._node(event, depth + 1)
            if node is not None and not (start.flow_style and items and self._rejoined(items[-1], node)):
                items.append(node)
            event = get_event()
        return ListNode(items, _span(start)[0], _span(event)[1])

    def _map(self, start: Any, depth: int) -> MapNode:
        file = self._file
        entries: dict[str, tuple[TextNode, Node]] = {}
        get_event = self._parser.get_event
        event = get_event()
        last: Node | None = None
        while type(event) is not MappingEndEvent:
            key = self._node(event, depth + 1)
            value = self._node(get_event(), depth + 1)
            event = get_event()
            if not isinstance(key, TextNode):
                if key is not None:
                    file.report_at(key, Phrase("a key must be text"))
            elif key.text == "<<":
                file.report_at(key, Phrase("a merge key"), Phrase("a claim base says everything in full"))
            elif start.flow_style and last is not None and self._continues(key, value, last):
                continue
            elif key.text in entries:
                self._report_duplicate(key, entries[key.text][0])
            elif value is not None:
                entries[key.text] = key, value
            last = value
        return MapNode(entries, _span(start)[0], _span(event)[1])

    def _report_duplicate(self, key: TextNode, first: TextNode) -> None:
        self._file.report_at(
            key,
            Phrase("{key} stands here twice", key=key.text),
            Phrase("the first one is in line {line}", line=self._file.place_of(first).line),
        )

    def _continues(self, key: TextNode, value: Node | None, last: Node) -> bool:
        """Whether in `{x: 26,17 milliards}` the key is what a comma cut off the value before; then it is joined."""
        has_no_colon = isinstance(value, TextNode) and value.is_plain and value.start == value.end == key.end
        if not has_no_colon or not (isinstance(last, TextNode) and last.is_plain and last.text):
            return False
        self._join(last, key)
        return True

    def _rejoined(self, last: Node, node: Node) -> bool:
        """Whether in `[26,17 milliards]` the two items are one number that a comma split; then they are joined."""
        if not (isinstance(last, TextNode) and isinstance(node, TextNode) and last.is_plain and node.is_plain):
            return False
        is_split = self._file.text[last.end : node.start] == ","
        if not (is_split and last.text[-1:].isdigit() and node.text[:1].isdigit()):
            return False
        self._join(last, node)
        return True

    def _join(self, first: TextNode, second: TextNode) -> None:
        """Reports the comma between the two, and makes of the first what was meant."""
        first.text, first.end = self._file.text[first.start : second.end], second.end
        self._file.report_at(
            first,
            Phrase("YAML takes the comma for a separator"),
            Phrase('quote it: "{text}"', text=first.text),
        )
