"""What is fuzzed: each target takes any bytes and ends well, or raises what factcheck raises for bad input.

A target returns nothing. Whatever else comes out of it (another exception, a hang, memory without bounds) is a mistake
in factcheck.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from fuzz.seeds import PROSE, docx

import factcheck
from factcheck.cli import main
from factcheck.desk.baseline import read_baseline
from factcheck.desk.cache import Kept
from factcheck.desk.check import check_text
from factcheck.desk.ignore_file import load_ignores
from factcheck.desk.run import run
from factcheck.desk.settings import find_settings
from factcheck.errors import FactcheckError
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.reading.documents import FORMATS, document_of

CLAIMS = {"a": "26,2 milliards de dirhams", "b": "13,4 milliards de dirhams", "c": "75 %", "d": "+3,5 %"}
COMMANDS = ("run", "read", "test", "explain", "rules", "rates", "schema", "check")
"""Those that write nothing without being asked to, and ask nothing."""
CODES = {0, 1, 2}


def claims(data: bytes) -> None:
    """Bytes as a claims file, loaded and judged."""
    _at("claims.yaml", data, lambda path: run([path]))


def rules(data: bytes) -> None:
    """Bytes as a rule over a few claims."""
    base = {
        "sources": {"paper": {"title": "A paper", "lang": "fr"}},
        "claims": {name: {"said": {"paper": quote}} for name, quote in CLAIMS.items()},
        "rules": {"fuzzed": {"check": _text(data)}},
    }
    _at("rule.yaml", json.dumps(base).encode(), lambda path: run([path]))


def figures(data: bytes) -> None:
    """Bytes as a text whose figures are read."""
    factcheck.read(_text(data))


def drafts(data: bytes) -> None:
    """Bytes as a draft that is checked."""
    check_text(_text(data))


def documents(form: str, data: bytes) -> None:
    """Bytes as a file of one format."""
    document_of("fuzzed", data, form)


def words(data: bytes) -> None:
    """Bytes as the XML of a Word document's text, in a package that is right otherwise."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package, zipfile.ZipFile(io.BytesIO(_docx())) as right:
        for name in right.namelist():
            package.writestr(name, data if name == "word/document.xml" else right.read(name))
    document_of("fuzzed", buffer.getvalue(), "docx")


@cache
def _docx() -> bytes:
    return docx(PROSE[0])


def rates(data: bytes) -> None:
    """Bytes as a newsroom's file of exchange rates."""
    _at("rates.csv", data, lambda path: Rates([path]).rate("MAD", "USD", Period.parse("2024")))


def baselines(data: bytes) -> None:
    """Bytes as a baseline."""
    _at("baseline.json", data, read_baseline)


def ignores(data: bytes) -> None:
    """Bytes as a file of suppressions."""
    _at(".factcheck-ignore.yaml", data, lambda path: load_ignores([str(path.parent / "draft.md")], date(2026, 1, 1)))


def settings(data: bytes) -> None:
    """Bytes as a file of settings."""
    _at("factcheck.toml", data, lambda path: find_settings(path.parent))


def caches(data: bytes) -> None:
    """Bytes as what an earlier run left in the cache."""
    with tempfile.TemporaryDirectory() as folder, _environment(FACTCHECK_CACHE=folder):
        Kept("fuzzed").write(b"content")
        (file,) = Path(folder).iterdir()
        file.write_bytes(data)
        assert Kept("fuzzed").read() is None, "what was not written by factcheck is not read"


def arguments(data: bytes) -> None:
    """Bytes as a command line: words between zero bytes, of which the first picks a command."""
    first, *words = _text(data).split("\0")
    command = COMMANDS[len(first) % len(COMMANDS)]
    # nothing is to be written or read outside of the scratch folder
    words = [word.replace("/", "-").replace("..", "-") for word in words]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _quietly(), _environment(LC_ALL="C.UTF-8"):
        sys.argv = ["factcheck", command, *words]
        try:
            main()
        except SystemExit as ended:
            assert ended.code in CODES or ended.code is None, f"exit code {ended.code}"
        sys.stderr.flush()
        said = sys.stderr.buffer.getvalue().decode()  # type: ignore[attr-defined]
        assert "internal error" not in said and "Traceback" not in said, said


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (claims, rules, figures, drafts, words, rates, baselines, ignores, settings, caches, arguments)
} | {f"documents-{form}": partial(documents, form) for form in FORMATS}


def fuzz(name: str, data: bytes) -> None:
    """Runs one target; a mistake that it tells as factcheck does is no mistake."""
    with contextlib.suppress(FactcheckError):
        TARGETS[name](data)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _at(name: str, data: bytes, use: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder, _environment(FACTCHECK_CACHE="off"):
        path = Path(folder, name)
        path.write_bytes(data)
        use(path)


@contextlib.contextmanager
def _environment(**values: str):
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _quietly():
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(3))
    try:
        yield
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
