"""The stories of a world as an article in Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, Final

from msgspec import Struct

from benchmarks.power.printing import Printed, words
from benchmarks.power.worlds import Told, World

_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_VOWELS: Final = "aeéiouyàâêîôû"
SHORT: Final = "~"
DIGITS_ALONE: Final = "#"

_SIGNED: Final = "{+|-}{change}"

Span = tuple[int, int]
Pattern = Mapping[str, str]
"""A sentence to `say`; with the `item` that is said of each part of a whole, or a `title` that says it, too.

`parts: some` marks one that does not say that its parts are all there are.
"""


class Passage(Struct):
    """A text under way, and where in it each figure stands, by story and role."""

    text: str
    spans: dict[tuple[int, str], list[Span]]


class Article(Struct, frozen=True):
    """A finished text.

    spans     where each figure stands, by the number of its story and its role, in code points, the end exclusive
    patterns  the sentence that each story is told in
    """

    text: str
    spans: Mapping[tuple[int, str], list[Span]]
    patterns: tuple[Pattern, ...]


def article(world: World) -> Article:
    """The world told in sentences under a title, some asides between them, in paragraphs, as Markdown.

    The choices follow from the world's seed alone, so that an error leaves all other words as they were.
    """
    rng = Random(f"{world.seed} prose")
    said = words(world.lang)
    patterns = [rng.choice(_fitting(told, said["sentences"][told.story.kind])) for told in world.told]
    passage = Passage("# ", {})
    titled = [number for number, pattern in enumerate(patterns) if "title" in pattern]
    title = patterns[titled[0]]["title"] if titled else rng.choice(said["titles"])
    _tell(passage, titled[0] if titled else 0, world.told[titled[0] if titled else 0], {"say": title})
    for number, (told, pattern) in enumerate(zip(world.told, patterns, strict=True)):
        passage.text += rng.choice(("\n\n", "\n\n", " ")) if number else "\n\n"
        _tell(passage, number, told, pattern)
        passage.text += f" {rng.choice(said['asides'])}" if rng.random() < 0.5 else ""
    return Article(passage.text + "\n", passage.spans, tuple(patterns))


def _fitting(told: Told, patterns: Sequence[str | Pattern]) -> list[Pattern]:
    """The sentences that the figures can stand in: a change with a sign before it has no hedge."""
    change = told.figures.get("change")
    hedged = isinstance(change, Printed) and change.hedge != "none"
    return [
        {"say": each} if isinstance(each, str) else each for each in patterns if not (hedged and _SIGNED in str(each))
    ]


def _tell(passage: Passage, number: int, told: Told, pattern: Pattern) -> None:
    start = len(passage.text)
    before, _, after = pattern["say"].partition("{items}")
    _fill(passage, number, told, before)
    if "item" in pattern:
        _list(passage, number, told, pattern["item"])
    _fill(passage, number, told, after)
    passage.text = passage.text[:start] + passage.text[start].upper() + passage.text[start + 1 :]


def _list(passage: Passage, number: int, told: Told, item: str) -> None:
    """The parts of a whole, one after the other."""
    joint = " et " if told.figures["part1"].lang == "fr" else " and "
    for place, role in enumerate(told.story.parts):
        if place:
            passage.text += joint if place == len(told.story.parts) - 1 else ", "
        one = item.replace("{part", f"{{{role}").replace("{branch", f"{{{role.replace('part', 'branch')}")
        _fill(passage, number, told, one)


def _fill(passage: Passage, number: int, told: Told, pattern: str) -> None:
    end = 0
    for field in _FIELD.finditer(pattern):
        passage.text += pattern[end : field.start()]
        _add_field(passage, number, told, field[1])
        end = field.end()
    passage.text += pattern[end:]


def _add_field(passage: Passage, number: int, told: Told, field: str) -> None:
    name = field.rstrip(SHORT + DIGITS_ALONE)
    if name not in told.figures:
        passage.text += _word(told, field)
        return
    text = _figure(told, name, field)
    if passage.text.endswith(" de ") and text[0].lower() in _VOWELS:
        passage.text = passage.text[:-2] + "'"
    start = len(passage.text)
    passage.text += text
    passage.spans.setdefault((number, name), []).append((start, len(passage.text)))


def _figure(told: Told, role: str, field: str) -> str:
    """A figure in full, or without its unit where another of its sentence has that."""
    figure = told.figures[role]
    if not isinstance(figure, Printed):
        return figure.quote
    if field.endswith(DIGITS_ALONE):
        return figure.digits
    if not field.endswith(SHORT):
        return figure.quote
    if figure.family == "money" and figure.lang == "en":
        return figure.quote  # "$26.2 billion" is short already
    return figure.bare


def _word(told: Told, field: str) -> str:
    """A word of the story: chosen by direction ("up|down") or number ("one/many"), or the subject's own."""
    if "|" in field or "/" in field:
        return _chosen(told, field)
    fields: dict[str, Any] = {**told.story.subject, **told.story.words}
    if field.lower() in fields and field not in fields:
        text = str(fields[field.lower()])
        return text[0].upper() + text[1:]
    return str(fields[field])


def _chosen(told: Told, field: str) -> str:
    ways = field.split("|")
    way = ways[told.story.falls] if len(ways) > 1 else ways[0]
    forms = way.split("/")
    return forms[bool(told.story.subject.get("many"))] if len(forms) > 1 else forms[0]
