"""Plain command lines of `factcheck check` and `factcheck claim`, read without Typer.

To import Typer takes as long as to check thirty drafts, and nearly every run of the gate names no more than drafts and
a few options, nearly every question no more than a sentence. What is read here, Typer reads in the same way, which
tests see to; whatever leaves the least doubt is left to it, and so are help and all mistakes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from factcheck.cli.choices import ANSWER_FORMATS, LANGUAGES, THRESHOLDS
from factcheck.reports import FORMATS

_FLAGS: Final[Mapping[str, str]] = {
    "--no-claims": "no_claims",
    "--quiet": "quiet",
    "-q": "quiet",
    "--verbose": "verbose",
    "-v": "verbose",
}
_CHOICES: Final[Mapping[str, tuple[str, Sequence[str]]]] = {
    "--fail-on": ("fail_on", THRESHOLDS),
    "--lang": ("lang", LANGUAGES),
    "--messages": ("messages", LANGUAGES),
}
_OUTPUT: Final[Mapping[str, str]] = {"--output": "output", "-o": "output"}
_CHECK: Final = (
    {**_CHOICES, "--format": ("format_asked", tuple(FORMATS))},
    {**_OUTPUT, "--baseline": "baseline", "--write-baseline": "write_baseline"},
)
_CLAIM: Final = ({**_CHOICES, "--format": ("format_name", ANSWER_FORMATS)}, _OUTPUT)
"""Of a command, the options that have a choice, and those that name a file."""
Valued = tuple[Mapping[str, tuple[str, Sequence[str]]], Mapping[str, str]]
# Typer puts file names in the place of patterns where no shell does
_EXPANDS_PATTERNS: Final = os.name == "nt"


def plain_options(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The options of `gate` that the arguments after "check" give; None where Typer has to read them."""
    read = _read(arguments, _CHECK)
    if read is None:
        return None
    options, drafts = read
    return {**options, "drafts": drafts} if drafts else options


def plain_question(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The options of `answer_question` that the arguments after "claim" give; None where Typer has to read them."""
    read = _read(arguments, _CLAIM)
    if read is None or len(read[1]) > 1:
        return None
    options, sentences = read
    return {**options, "sentence": sentences[0]} if sentences else options


def _read(arguments: Sequence[str], valued: Valued) -> tuple[dict[str, Any], list[str]] | None:
    """The options, and what is named beside them; None where there is a doubt."""
    if _EXPANDS_PATTERNS:
        return None
    options: dict[str, Any] = {}
    named: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument in _FLAGS:
            options[_FLAGS[argument]] = True
        elif argument == "-" or not argument.startswith("-"):
            named.append(argument)
        elif not _takes_value(argument, left, options, valued):
            return None
    return options, named


def _takes_value(argument: str, left: Iterator[str], options: dict[str, Any], valued: Valued) -> bool:
    """Adds an option that has a value; False where it is none, or the value leaves a doubt."""
    choices, files = valued
    name, given, value = argument.partition("=")
    value = value if given else next(left, "")
    if not value or value.startswith("-") or (given and not name.startswith("--")):
        return False
    if name in choices:
        key, allowed = choices[name]
        options[key] = value
        return value in allowed
    if name == "--claims":
        options.setdefault("claims", []).append(Path(value))
    elif name in files:
        options[files[name]] = Path(value)
    else:
        return False
    return True
