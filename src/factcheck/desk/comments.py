"""Comments addressed to factcheck in a file: `<!-- factcheck: … -->`, save those that stand in code.

One that begins with the name and lacks the colon is taken for such a comment too: whoever wrote it relies on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

_OPENING: Final = "<!--"
_CLOSING: Final = "-->"
_ADDRESSED: Final = re.compile(r"<!--\s*+factcheck(?!\w)\s*+(?P<colon>:?)\s*+", re.IGNORECASE)
_COMMENT_OR_CODE: Final = re.compile(
    r"<!--|<(?P<end>/)?(?:code|pre|script|style|template|textarea)(?=[\s/>])", re.IGNORECASE
)
_ANY_COMMENT_OR_TAG: Final = re.compile(r"<!--(?:(?!-->).)*+(?:-->)?|</?[A-Za-z][^<>]*+>", re.DOTALL)
_IN_LINE: Final = re.compile(r"\\.|<!--|(?P<ticks>`++)", re.DOTALL)
_TICKS: Final = re.compile(r"`++")
_NOT_LINE_END: Final = re.compile(r"[^\r\n]")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


class Comment(Struct, frozen=True):
    """A comment from `start` to `end`, and what it says to factcheck, from `said_at` on: offsets in the file.

    `has_colon` is false where none stands behind the name.
    """

    start: int
    end: int
    said: str
    said_at: int
    has_colon: bool


def comments(source: str, form: str) -> list[Comment]:
    """The comments addressed to factcheck in a file of that format: text, markdown or html; in order."""
    if _ADDRESSED.search(source) is None:
        return []
    if form == "markdown":
        source = _without_code(source)
    return list(_found(source, has_code=form != "text"))


def without_markup(source: str) -> str:
    """The file with every comment and tag blanked, each line as long as before."""
    return _ANY_COMMENT_OR_TAG.sub(lambda match: _blank(match[0]), source)


def _found(source: str, *, has_code: bool) -> Iterator[Comment]:
    """The comments outside elements that hold code."""
    depth = at = 0
    while (match := _COMMENT_OR_CODE.search(source, at)) is not None:
        at = match.end()
        if match[0] != _OPENING:
            depth = max(depth - 1, 0) if match["end"] else depth + 1
            continue
        end = source.find(_CLOSING, match.start() + 2)  # <!--> is a whole comment
        if end < 0:
            return
        at = end + len(_CLOSING)
        addressed = _ADDRESSED.match(source, match.start(), end)
        if addressed is not None and not (has_code and depth):
            said = source[addressed.end() : end].rstrip()
            yield Comment(match.start(), at, said, addressed.end(), bool(addressed["colon"]))


def _without_code(source: str) -> str:
    """A Markdown file with its code blanked, each line as long as before."""
    from markdown_it import MarkdownIt

    starts = [0, *(match.end() for match in _LINE_END.finditer(source)), len(source)]
    spans: list[tuple[int, int]] = []
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])  # blocks alone are needed
    for token in parser.parse(_LINE_END.sub("\n", source)):
        if token.map is None or token.type not in ("fence", "code_block", "inline"):
            continue
        first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
        spans += _code_in_line(source[first:last], first) if token.type == "inline" else [(first, last)]
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [source[at:start], _blank(source[max(start, at) : end])]
        at = max(at, end)
    return "".join([*pieces, source[at:]])


def _code_in_line(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where code stands between backticks in the lines of a paragraph, which begin at `offset` in the file."""
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    at, last_closing = 0, text.rfind(_CLOSING)
    while (match := _IN_LINE.search(text, at)) is not None:
        at = match.end()
        if match[0] == _OPENING and at <= last_closing:
            at = text.index(_CLOSING, at)
        elif match["ticks"]:
            # code ends with as many backticks as it began with
            same = runs.get(len(match[0]), [])
            closing = bisect_left(same, at)
            if closing < len(same):
                at = same[closing] + len(match[0])
                yield offset + match.start(), offset + at


def _blank(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text)
