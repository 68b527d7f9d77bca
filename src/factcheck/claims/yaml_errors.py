"""What libyaml says of a broken file, in words that help whoever wrote it."""

from __future__ import annotations

from typing import Any, Final

import yaml

from factcheck.phrases import Phrase

_QUOTE_IT: Final = Phrase("put the text in quotes")
_CHECK_INDENTATION: Final = Phrase("check the indentation of this line, and the quotation marks before it")

_EXPLANATIONS: Final[dict[str, tuple[Phrase, Phrase]]] = {
    "mapping values are not allowed in this context": (
        Phrase("a colon where no key can stand"),
        Phrase("put text that holds a colon in quotes, or check the indentation and the spaces after colons"),
    ),
    "block sequence entries are not allowed in this context": (
        Phrase("a list begins in the middle of a line"),
        Phrase("begin the list on the next line, or put text that begins with - in quotes"),
    ),
    "could not find expected ':'": (
        Phrase("neither a key nor the rest of a text: there is no colon"),
        Phrase("write key: value, or check the indentation"),
    ),
    "found unexpected end of stream": (
        Phrase("the quotation mark is never closed"),
        Phrase("close it, or write an apostrophe twice inside single quotes"),
    ),
    "did not find expected ',' or ']'": (Phrase("the bracket [ is never closed"), _QUOTE_IT),
    "did not find expected ',' or '}'": (Phrase("the brace {{ is never closed"), _QUOTE_IT),
    "did not find expected key": (Phrase("this does not belong to what stands before it"), _CHECK_INDENTATION),
    "did not find expected '-' indicator": (Phrase("this does not belong to the list before it"), _CHECK_INDENTATION),
    "did not find expected <document start>": (
        Phrase("this does not belong to what stands before it"),
        _CHECK_INDENTATION,
    ),
    "did not find expected alphabetic or numeric character": (
        Phrase("a text cannot begin with this character"),
        _QUOTE_IT,
    ),
    "found unknown escape character": (
        Phrase("no such escape: \\ has a meaning inside double quotes"),
        Phrase("use single quotes"),
    ),
    "did not find expected comment or line break": (Phrase("> and | begin a text of several lines"), _QUOTE_IT),
}

_AT_THE_OPENING: Final = {
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""Mistakes that are found long after the place where they were made."""


def explained(error: yaml.YAMLError, text: str) -> tuple[Phrase, int, int, Phrase | None]:
    """What is wrong, from which offset to which, and what to do about it."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    at = _offset(error, problem, text)
    character = text[at : at + 1]
    line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    if "\t" in text[line_start : at + 1] and not text[line_start : at + 1].strip():
        tab = text.index("\t", line_start)
        return Phrase("a tab: YAML is indented with spaces"), tab, tab + 1, Phrase("replace the tab with spaces")
    if problem == "found character that cannot start any token":
        message = Phrase("a text cannot begin with {character}", character=character)
        return message, at, at + 1, _QUOTE_IT
    if problem == "control characters are not allowed":
        message = Phrase("a control character: U+{code}", code=f"{ord(character or chr(0)):04X}")
        return message, at, at + 1, Phrase("remove it")
    message, hint = _EXPLANATIONS.get(problem, (Phrase("this is not YAML: {detail}", detail=problem), None))
    return message, at, at + 1, hint


def _offset(error: Any, problem: str, text: str) -> int:
    """Where the mistake is: libyaml's mark, or that of the construct that it was reading."""
    mark = getattr(error, "problem_mark", None)
    if problem in _AT_THE_OPENING and getattr(error, "context_mark", None) is not None:
        mark = error.context_mark
    if mark is None:  # the reader counts bytes
        return len(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))
    return min(int(mark.index), max(0, len(text) - 1))
