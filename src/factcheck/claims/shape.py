"""Holds nodes against the shape that `schema` describes, and reports every way in which they differ.

What does not fit is reported and taken out of the tree, so that whoever reads on meets only what fits.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec.inspect as inspect
from msgspec import Struct

from factcheck.claims.hints import did_you_mean
from factcheck.claims.nodes import ListNode, MapNode, Node, TextNode, YamlFile
from factcheck.claims.schema import ClaimsFile
from factcheck.figures.periods import FORMS, Period
from factcheck.phrases import Phrase

_FORMS: Final = {
    "claim id": Phrase("write small letters, digits and _, beginning with a letter: exports_2024"),
    "id": Phrase("write small letters, digits and -: digital-exports"),
    "language": Phrase("write the code of a language: fr or en"),
    "period": Phrase("write {forms}", forms=FORMS),
    "published": Phrase("write a day, a month or a year: 2025-11-03, 2025-11 or 2025"),
    "day": Phrase("write year-month-day: 2026-12-31"),
}
_DATED: Final = {"period", "published", "day"}


class TextShape(Struct, frozen=True):
    """Text of a form, or one of some choices."""

    pattern: re.Pattern[str] | None = None
    form: str = ""
    choices: tuple[str, ...] = ()


class ListShape(Struct, frozen=True):
    """A list of one or more."""

    item: Shape


class DictShape(Struct, frozen=True):
    """A mapping whose keys are ids."""

    key: TextShape
    value: Shape


class EntryShape(Struct, frozen=True):
    """A mapping with known keys."""

    fields: dict[str, Shape]
    required: tuple[str, ...]


class EitherShape(Struct, frozen=True):
    """Text, a list or a mapping, whichever of them there are."""

    text: TextShape | None
    items: ListShape | None
    mapping: DictShape | EntryShape | None


Shape = TextShape | ListShape | DictShape | EntryShape | EitherShape


@lru_cache(maxsize=1)
def file_shape() -> EntryShape:
    """The shape of a claims file."""
    shape = shape_of(ClaimsFile)
    assert isinstance(shape, EntryShape)
    return shape


def shape_of(described: object) -> Shape:
    """The shape that a type describes, as those in `schema` do; raises TypeError for one that YAML has no use for."""
    return _shape_of(inspect.type_info(described), "")


def _shape_of(kind: inspect.Type, form: str) -> Shape:
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return _shape_of(inner, (extra or {}).get("form", form))
        case inspect.StrType(pattern=pattern):
            return TextShape(None if pattern is None else re.compile(pattern), form)
        case inspect.LiteralType(values=values):
            return TextShape(choices=tuple(str(value) for value in values))
        case inspect.ListType(item_type=item):
            return ListShape(_shape_of(item, form))
        case inspect.DictType(key_type=key, value_type=value):
            keys = _shape_of(key, form)
            assert isinstance(keys, TextShape)
            return DictShape(keys, _shape_of(value, ""))
        case inspect.StructType(fields=fields):
            required = tuple(field.name for field in fields if field.required)
            return EntryShape({field.name: _shape_of(field.type, "") for field in fields}, required)
        case inspect.UnionType(types=types):
            shapes = [_shape_of(each, form) for each in types]
            return EitherShape(
                next((each for each in shapes if isinstance(each, TextShape)), None),
                next((each for each in shapes if isinstance(each, ListShape)), None),
                next((each for each in shapes if isinstance(each, DictShape | EntryShape)), None),
            )
        case _:
            raise TypeError(f"the schema has no use for {kind}")


def fits(node: Node, shape: Shape, file: YamlFile) -> bool:
    """Whether a node is of use; what does not fit, in it or below it, is reported and taken out."""
    if isinstance(shape, EitherShape):
        return _fits_either(node, shape, file)
    if isinstance(shape, TextShape):
        if isinstance(node, TextNode):
            return _fits_text(node, shape, file)
        file.report_at(node, Phrase("text is expected here"))
        return False
    if isinstance(shape, ListShape):
        return _fits_list(node, shape, file)
    if not isinstance(node, MapNode):
        _report_no_map(node, shape, file)
        return False
    if isinstance(shape, EntryShape):
        return _fits_entry(node, shape, file)
    return _fits_dict(node, shape, file)


def _fits_either(node: Node, shape: EitherShape, file: YamlFile) -> bool:
    chosen: Shape | None
    if isinstance(node, TextNode):
        chosen = shape.text or shape.mapping
    else:
        chosen = shape.items if isinstance(node, ListNode) else shape.mapping
    if chosen is not None:
        return fits(node, chosen, file)
    if isinstance(node, ListNode):
        file.report_at(node, Phrase("a list cannot stand here"))
    else:
        file.report_at(node, Phrase("keys cannot stand here"), Phrase("text that holds a colon goes in quotes"))
    return False


def _fits_text(node: TextNode, shape: TextShape, file: YamlFile) -> bool:
    text = node.text
    if not text.strip():
        file.report_at(node, Phrase("there is no value"))
        return False
    if shape.choices:
        if text in shape.choices:
            return True
        file.report_at(
            node,
            Phrase("{text} is none of {choices}", text=text, choices=shape.choices),
            did_you_mean(text, shape.choices),
        )
        return False
    if shape.pattern is None:
        return True
    if shape.pattern.search(text) is None or text.endswith("\n"):
        file.report_at(node, Phrase("{text} has the wrong form", text=text), _FORMS[shape.form])
        return False
    return shape.form not in _DATED or _fits_calendar(node, file)


def _fits_calendar(node: TextNode, file: YamlFile) -> bool:
    """Whether the months and days of a period exist."""
    try:
        Period.parse(node.text)
    except ValueError:
        file.report_at(node, Phrase("{text} does not exist: it is in no calendar", text=node.text))
        return False
    return True


def _fits_list(node: Node, shape: ListShape, file: YamlFile) -> bool:
    if not isinstance(node, ListNode):
        file.report_at(node, Phrase("a list is expected here"))
        return False
    if not node.items:
        file.report_at(node, Phrase("the list is empty"))
        return False
    node.items = [item for item in node.items if fits(item, shape.item, file)]
    return bool(node.items)


def _fits_entry(node: MapNode, shape: EntryShape, file: YamlFile) -> bool:
    entries = node.entries
    wrong = []
    for name, (key, value) in entries.items():
        known = shape.fields.get(name)
        if known is None:
            hint = did_you_mean(name, shape.fields) or _keys_of(shape)
            file.report_at(key, Phrase("unknown key: {key}", key=name), hint)
            wrong.append(name)
        elif not fits(value, known, file):
            wrong.append(name)
    is_complete = True
    for name in shape.required:
        if name not in entries:
            file.report(Phrase("the key {key} is missing", key=name), node.start, node.start + 1)
        is_complete &= name in entries and name not in wrong
    for name in wrong:
        del entries[name]
    return is_complete


def _fits_dict(node: MapNode, shape: DictShape, file: YamlFile) -> bool:
    entries = node.entries
    if not entries:
        file.report_at(node, Phrase("there is no value"))
        return False
    wrong = [
        name
        for name, (key, value) in entries.items()
        # both are looked at, so that every mistake is reported
        if not (_fits_text(key, shape.key, file) & fits(value, shape.value, file))
    ]
    for name in wrong:
        del entries[name]
    node.lost = tuple(wrong)
    return True


def _report_no_map(node: Node, shape: DictShape | EntryShape, file: YamlFile) -> None:
    if isinstance(node, TextNode) and not node.text.strip():
        file.report_at(node, Phrase("there is no value"))
    elif isinstance(shape, EntryShape):
        file.report_at(node, Phrase("keys are expected here"), _keys_of(shape))
    else:
        hint = Phrase("write a name and a colon first, then what stands under it")
        file.report_at(node, Phrase("keys are expected here"), hint)


def _keys_of(shape: EntryShape) -> Phrase:
    return Phrase("write one or more of {keys}", keys=tuple(shape.fields))
