"""What stands under the keys of an entry whose shape is right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.claims.base import Label
from factcheck.claims.nodes import ListNode, MapNode, Node, TextNode
from factcheck.figures.periods import Period
from factcheck.relations.finding import Accepted


def text_in(node: MapNode, key: str) -> str | None:
    """The text under a key; None where the key is not there."""
    found = text_node_in(node, key)
    return None if found is None else found.text


def text_node_in(node: MapNode, key: str) -> TextNode | None:
    """The node of the text under a key; None where the key is not there."""
    found = node.entries.get(key)
    return found[1] if found is not None and isinstance(found[1], TextNode) else None


def map_in(node: MapNode, key: str) -> MapNode | None:
    """The mapping under a key; None where the key is not there."""
    found = node.entries.get(key)
    return found[1] if found is not None and isinstance(found[1], MapNode) else None


def listed(node: Node) -> Sequence[Node]:
    """The items of a list; what is no list is its own only item."""
    return node.items if isinstance(node, ListNode) else (node,)


def texts(node: Node) -> tuple[TextNode, ...]:
    """The texts of a list of texts, or the one text."""
    return tuple(each for each in listed(node) if isinstance(each, TextNode))


def period_in(node: MapNode, key: str) -> Period | None:
    """The period under a key; None where the key is not there."""
    text = text_in(node, key)
    return None if text is None else Period.parse(text)


def accepted_in(node: MapNode) -> Accepted | None:
    """What `accepted:` says; None where it is not there."""
    accepted = map_in(node, "accepted")
    if accepted is None:
        return None
    return Accepted(text_in(accepted, "reason") or "", date.fromisoformat(text_in(accepted, "until") or ""))


def label_of(node: MapNode) -> Label:
    """What `label:` says: by language, or under the empty key for every language."""
    text = text_in(node, "label")
    if text is not None:
        return {"": text}
    by_language = map_in(node, "label")
    if by_language is None:
        return {}
    return {lang: value.text for lang, (_, value) in by_language.entries.items() if isinstance(value, TextNode)}
