"""The files of words, which are all the YAML of the package: compiled to JSON beside them, which is quick to read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
SOURCE = Path("src/factcheck")
COMPILED = ".compiled"


def compile_word_files(root: Path = ROOT) -> list[Path]:
    """Compiles each file of words; returns the files written, which hold their source to show whether they are old."""
    written = []
    for source in sorted((root / SOURCE).rglob("*.yaml")):
        text = source.read_text(encoding="utf-8")
        compiled = json.dumps({"source": text, "data": yaml.load(text, yaml.CBaseLoader)}, ensure_ascii=False)
        target = source.with_suffix(COMPILED)
        if not target.exists() or target.read_text(encoding="utf-8") != compiled:
            unfinished = source.with_suffix(f"{COMPILED}.{os.getpid()}")
            unfinished.write_text(compiled, encoding="utf-8")
            unfinished.replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_word_files()
