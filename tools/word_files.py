"""The data files of the package, in YAML and TOML: compiled to JSON beside them, which is quick to read."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))  # phrases are taken apart as they will be looked up

from factcheck.reading.tokens import words_of
from factcheck.reading.word_lists import phrases

ROOT = Path(__file__).parent.parent
SOURCE = Path("src/factcheck")
COMPILED = ".compiled"
READERS: dict[str, Callable[[str], Any]] = {
    ".yaml": lambda text: yaml.load(text, yaml.CBaseLoader),
    ".toml": tomllib.loads,
}


def compile_word_files(root: Path = ROOT) -> list[Path]:
    """Compiles each data file; returns the files written, which hold their source to show whether they are old.

    Copies of YAML hold the words of each phrase of every list, too.
    """
    written = []
    for source in sorted(path for path in (root / SOURCE).rglob("*") if path.suffix in READERS):
        text = source.read_text(encoding="utf-8")
        data = READERS[source.suffix](text)
        words = {each: [words_of(phrase) for phrase in phrases(each)] for each in lists(data)}
        compiled = json.dumps({"source": text, "data": data, "words": words}, ensure_ascii=False)
        target = source.with_suffix(COMPILED)
        if not target.exists() or target.read_text(encoding="utf-8") != compiled:
            unfinished = source.with_suffix(f"{COMPILED}.{os.getpid()}")
            unfinished.write_text(compiled, encoding="utf-8")
            unfinished.replace(target)
        written.append(target)
    return written


def lists(data: Any) -> Iterator[str]:
    """Every list of phrases in the data; of a text of several lines, what each of them says of its key."""
    if isinstance(data, dict):
        for each in data.values():
            yield from lists(each)
    elif isinstance(data, str):
        yield from (line.partition(": ")[2] or line for line in data.splitlines())


if __name__ == "__main__":
    compile_word_files()
