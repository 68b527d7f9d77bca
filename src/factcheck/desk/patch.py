"""Additions to a claims file that leave every other character of it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.claims.nodes import ListNode, MapNode, Node, TextNode, YamlFile, composed
from factcheck.desk.claim_text import Said, source_lines
from factcheck.desk.yaml_text import Entry, scalar

SECTIONS: Final = ("sources", "indicators", "claims", "rules")
_SAID: Final = "said"
_STEP: Final = "  "

Statements = Mapping[str, Mapping[str, Sequence[Said]]]
"""Statements by claim and source."""


class _Edit(Struct, frozen=True):
    """Text that takes the place of what stands between two offsets."""

    start: int
    end: int
    text: str


class CannotPatchError(Exception):
    """The file is written in a way in which nothing can be added to it safely."""


def patched(path: str, text: str, statements: Statements, entries: Sequence[Entry]) -> str:
    """The text of a claims file with further statements of its claims, and with new entries at the ends of sections.

    Raises CannotPatchError where the file is no claims file.
    """
    tree = composed(YamlFile(path, text))
    if tree is None:
        raise CannotPatchError
    patch = _Patch(text)
    claims = _map_under(tree, "claims")
    for claim, sources in statements.items():
        if claims is None or claim not in claims.entries:
            raise CannotPatchError
        patch.add_statements(claims.entries[claim], sources)
    for section in SECTIONS:
        inside = [entry for entry in entries if entry.section == section]
        if inside:
            patch.add_entries(tree, section, inside)
    return patch.applied()


def _map_under(node: MapNode, key: str) -> MapNode | None:
    found = node.entries.get(key)
    return found[1] if found is not None and isinstance(found[1], MapNode) else None


class _Patch:
    """Edits of one file, gathered first and then made all at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[_Edit] = []

    def applied(self) -> str:
        """The text with all edits; of those at one place, the first one comes first."""
        parts: list[str] = []
        at = 0
        for edit in sorted(self._edits, key=lambda each: each.start):
            parts += (self._text[at : edit.start], edit.text)
            at = edit.end
        return "".join([*parts, self._text[at:]])

    # --- statements -------------------------------------------------------------------------------------------------

    def add_statements(self, entry: tuple[TextNode, Node], sources: Mapping[str, Sequence[Said]]) -> None:
        """Adds statements to a claim."""
        claim = entry[1]
        assert isinstance(claim, MapNode), "a mapping, by the schema"
        said = _map_under(claim, _SAID)
        if said is None:
            lines = [line for source, each in sources.items() for line in source_lines(source, each)]
            if self._is_flow(claim):
                self._put_in_flow(claim, f'"{_SAID}": {{{_flow_sources(sources)}}}')
            else:
                self._put_after(claim, [f"{_SAID}:", *(f"{_STEP}{line}" for line in lines)], self._column(claim))
            return
        for source, each in sources.items():
            if source in said.entries:
                self._add_to_source(*said.entries[source], each)
        new = {source: each for source, each in sources.items() if source not in said.entries}
        if new and self._is_flow(said):
            self._put_in_flow(said, _flow_sources(new))
        elif new:
            lines = [line for source, each in new.items() for line in source_lines(source, each)]
            self._put_after(said, lines, self._column(said))

    def _add_to_source(self, key: TextNode, value: Node, said: Sequence[Said]) -> None:
        """Adds statements to those that a source has, which become a list where there was one."""
        if isinstance(value, ListNode):
            if self._is_flow(value):
                self._put_in_flow(value, ", ".join(each.in_flow() for each in said))
            else:
                self._put_after(value, _items(said), self._dash(value))
        elif self._is_in_flow(value) or (isinstance(value, MapNode) and self._is_flow(value)):
            whole = self._text[value.start : value.end]
            if isinstance(value, TextNode):
                whole = scalar(value.text, quoted=True)
            listed = ", ".join([whole, *(each.in_flow() for each in said)])
            self._edits.append(_Edit(value.start, value.end, f"[{listed}]"))
        else:
            self._make_list(key, value, said)

    def _make_list(self, key: TextNode, value: Node, said: Sequence[Said]) -> None:
        """Makes a list of one statement, written over lines, and further ones."""
        indent = " " * (self._column_of(key.start) + len(_STEP))
        if isinstance(value, TextNode):
            end = value.end
            while end > value.start and self._text[end - 1] in "\r\n ":  # a block scalar has its line end
                end -= 1
            whole = self._text[value.start : end]
            if "\n" in whole:
                whole = scalar(value.text.rstrip("\n"))
            gap = self._text[key.end : value.start]
            if "\n" in gap:  # the quote stands below its source
                indent = " " * self._column_of(value.start)
                self._edits.append(_Edit(value.start, end, f"- {whole}"))
            else:
                begin = key.end + gap.index(":") + 1
                self._edits.append(_Edit(begin, end, f"{self._newline}{indent}- {whole}"))
            self._put(self._line_end(end), [f"{indent}{line}" for line in _items(said)])
            return
        end = self._content_end(value)
        start = self._text.rfind("\n", 0, value.start) + 1
        for line_start in self._line_starts(start, end):
            if line_start > start:
                self._edits.append(_Edit(line_start, line_start, _STEP))
        own = " " * self._column_of(value.start)
        self._edits.append(_Edit(value.start, value.start, "- "))
        self._put(self._line_end(end), [f"{own}{line}" for line in _items(said)])

    def _line_starts(self, start: int, end: int) -> Iterator[int]:
        at = start
        while 0 <= at < end:
            yield at
            at = self._text.find("\n", at) + 1 or -1

    # --- entries ----------------------------------------------------------------------------------------------------

    def add_entries(self, tree: MapNode, section: str, entries: Sequence[Entry]) -> None:
        """Adds entries at the end of a section, which is made where there is none."""
        known = _map_under(tree, section)
        if known is not None and self._is_flow(known):
            self._put_in_flow(known, ", ".join(map(_flow_entry, entries)))
        elif known is not None:
            self._put_after(known, [line for entry in entries for line in entry.lines], self._column(known))
        elif self._is_flow(tree):
            self._put_in_flow(tree, f'"{section}": {{{", ".join(map(_flow_entry, entries))}}}')
        else:
            lines = ["", f"{section}:", *(f"{_STEP}{line}" for entry in entries for line in entry.lines)]
            self._put_after(tree, lines, self._column(tree))

    # --- where ------------------------------------------------------------------------------------------------------

    def _is_flow(self, node: Node) -> bool:
        return self._text[node.start : node.start + 1] in ("{", "[")

    def _is_in_flow(self, node: Node) -> bool:
        """Whether a text stands between braces: then the next sign after it is one, or a comma."""
        if not isinstance(node, TextNode):
            return False
        rest = self._text[node.end :].lstrip(" \t")
        return rest[:1] in (",", "}", "]") or (rest[:1] in "\r\n#" and _first_sign(rest) in (",", "}", "]"))

    def _column_of(self, offset: int) -> int:
        return offset - (self._text.rfind("\n", 0, offset) + 1)

    def _column(self, node: MapNode) -> int:
        """The column, from 0, of the keys of a block."""
        first = next(iter(node.entries.values()))[0]
        return self._column_of(first.start)

    def _dash(self, node: ListNode) -> int:
        """The column, from 0, of the dashes of a list."""
        return self._column_of(self._text.rfind("-", 0, node.items[0].start))

    def _content_end(self, node: Node) -> int:
        """Where the last thing of a node ends; comments after it belong to nobody."""
        while not isinstance(node, TextNode) and not self._is_flow(node):
            node = node.items[-1] if isinstance(node, ListNode) else list(node.entries.values())[-1][1]
        end = node.end
        while end > node.start and self._text[end - 1] in "\r\n ":
            end -= 1
        return end

    def _line_end(self, offset: int) -> int:
        """The end of the line, before what ends it; its comment is part of it."""
        found = self._text.find("\n", offset)
        if found < 0:
            return len(self._text)
        return found - 1 if self._text[found - 1 : found] == "\r" else found

    # --- what -------------------------------------------------------------------------------------------------------

    def _put(self, offset: int, lines: Iterable[str]) -> None:
        """Puts lines after the line that ends at an offset."""
        self._edits.append(_Edit(offset, offset, "".join(f"{self._newline}{line}" for line in lines)))

    def _put_after(self, node: Node, lines: Iterable[str], column: int) -> None:
        """Puts lines after what a block holds, as far in as the block."""
        indent = " " * column
        self._put(self._line_end(self._content_end(node)), [f"{indent}{line}" if line else "" for line in lines])

    def _put_in_flow(self, node: Node, text: str) -> None:
        """Puts text before the closing brace."""
        close = node.end - 1
        before = self._text[node.start + 1 : close].rstrip()
        separator = "" if not before or before.endswith(",") else ", "
        self._edits.append(_Edit(close, close, f"{separator}{text}"))


def _items(said: Sequence[Said]) -> list[str]:
    return [line for each in said for line in (each.where, *each.item())]


def _flow_sources(sources: Mapping[str, Sequence[Said]]) -> str:
    def listed(said: Sequence[Said]) -> str:
        return said[0].in_flow() if len(said) == 1 else f"[{', '.join(each.in_flow() for each in said)}]"

    return ", ".join(f'"{source}": {listed(said)}' for source, said in sources.items())


def _flow_entry(entry: Entry) -> str:
    """An entry between braces: what its lines say, without their comments."""
    tree = composed(YamlFile("", "\n".join(entry.lines)))
    assert tree is not None, "the lines of an entry are a mapping"
    return _flow(tree)[1:-1]


def _flow(node: Node) -> str:
    if isinstance(node, TextNode):
        return scalar(node.text, quoted=True)
    if isinstance(node, ListNode):
        return f"[{', '.join(map(_flow, node.items))}]"
    pairs = (f"{scalar(key, quoted=True)}: {_flow(value)}" for key, (_, value) in node.entries.items())
    return f"{{{', '.join(pairs)}}}"


def _first_sign(text: str) -> str:
    """The first sign of what is neither space nor comment."""
    for line in text.splitlines():
        bare = line.strip()
        if bare and not bare.startswith("#"):
            return bare[0]
    return ""
