"""What the paragraphs of a .docx are by their styles and numbering: headings, items of lists, or neither."""

from __future__ import annotations

import re
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_VALUE: Final = f"{_W}val"
# whatever language the program speaks, the file has these names in English
_HEADING: Final = re.compile(r"(?:heading [1-9]|title)", re.IGNORECASE)
_DEEPER_LIST: Final = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_NO_LIST: Final = "0"
_NO_NUMBERS: Final = frozenset(["bullet", "none"])
_OUTLINE_LEVELS: Final = frozenset("012345678")
_LONGEST_CHAIN: Final = 20
"""Styles that may build upon each other; Word allows fewer."""


class Look(Struct, frozen=True):
    """What a paragraph is: a heading; an item of the list `list_id`, `depth` levels deep; or neither."""

    is_heading: bool = False
    list_id: str | None = None
    depth: int = 0
    is_ordered: bool = False


class Styles:
    """The styles and numberings of a document; `part` is python-docx's part of it."""

    def __init__(self, part: Any) -> None:
        self._styles = {style.get(f"{_W}styleId"): style for style in part.styles.element.iter(f"{_W}style")}
        self._looks: dict[str | None, Look] = {None: Look()}
        self._formats = _formats(part)

    def look(self, paragraph: Any) -> Look:
        """What a paragraph is: by itself, else by its style."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return Look()
        style = self._look_of_style(_value(properties, "pStyle"))
        return self._look(properties, style)

    def _look_of_style(self, style_id: str | None) -> Look:
        if style_id not in self._looks:
            chain: list[Any] = []
            at = style_id
            while at in self._styles and len(chain) < _LONGEST_CHAIN:
                chain.append(self._styles[at])
                at = _value(chain[-1], "basedOn")
            look = Look()
            for style in reversed(chain):
                properties = style.find(f"{_W}pPr")
                name = _value(style, "name") or ""
                if _HEADING.fullmatch(name):
                    look = Look(is_heading=True)
                elif properties is not None:
                    look = self._look(properties, look)
                deeper = _DEEPER_LIST.fullmatch(name)
                if deeper is not None and look.list_id is not None:  # a list of its own, shown further in
                    look = replace(look, depth=int(deeper[1]) - 1)
            self._looks[style_id] = look
        return self._looks[style_id]

    def _look(self, properties: Any, before: Look) -> Look:
        """What properties make of what was so before them."""
        if before.is_heading or _value(properties, "outlineLvl") in _OUTLINE_LEVELS:
            return Look(is_heading=True)
        numbering = properties.find(f"{_W}numPr")
        if numbering is None:
            return before
        list_id = _value(numbering, "numId") or before.list_id
        if list_id is None or list_id == _NO_LIST:
            return Look()
        level = _value(numbering, "ilvl") or str(before.depth)
        depth = int(level) if level in _OUTLINE_LEVELS else 0
        return Look(False, list_id, depth, self._formats.get((list_id, str(depth)), "bullet") not in _NO_NUMBERS)


def _formats(part: Any) -> dict[tuple[str, str], str]:
    """How the items of each list are numbered at each level."""
    found = [relation for relation in part.rels.values() if relation.reltype == _NUMBERING and not relation.is_external]
    if not found:
        return {}
    numbering = found[0].target_part.element
    kinds = {kind.get(f"{_W}abstractNumId"): kind for kind in numbering.iter(f"{_W}abstractNum")}
    formats: dict[tuple[str, str], str] = {}
    for listed in numbering.iter(f"{_W}num"):
        kind = kinds.get(_value(listed, "abstractNumId"))
        for level in kind.iter(f"{_W}lvl") if kind is not None else ():
            formats[listed.get(f"{_W}numId"), level.get(f"{_W}ilvl")] = _value(level, "numFmt") or ""
    return formats


def _value(element: Any, name: str) -> str | None:
    """The value of a property, None where there is none."""
    found = element.find(f"{_W}{name}")
    value = None if found is None else found.get(_VALUE)
    return None if value is None else str(value)
