"""The message catalogues: what the code says, what translators made of it, and what gettext reads."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = Path("src/factcheck")
KINDS = SOURCE / "kinds"
LOCALE = SOURCE / "reports" / "locale"
HEADER = "# The messages of factcheck in {language}. Made by tools/extract_messages.py; translations are edited here."
PAGE_COMMENT = "On a page of the manual: formulas and code stay as they are."
_CHANGING = tuple(f'"{name}' for name in ("POT-C", "PO-Rev", "Report-", "Last-T", "Language-Team", "Generated-By"))


@dataclass(frozen=True)
class Message:
    """A template that the code names, its plural where it has one, where it stands, and a word to translators."""

    template: str
    plural: str | None
    path: str
    line: int
    comment: str | None = None

    @property
    def id(self) -> str | tuple[str, str]:
        """The message as catalogues key it."""
        return self.template if self.plural is None else (self.template, self.plural)


def messages(root: Path = ROOT) -> Iterator[Message]:
    """All that the program says: its phrases, and the manual's pages; raises ValueError as `phrases` does."""
    yield from phrases(root)
    yield from pages(root)


def phrases(root: Path = ROOT) -> Iterator[Message]:
    """Every `Phrase("…")` of the source; raises ValueError for one whose template is not a string literal."""
    for path in sorted((root / SOURCE).rglob("*.py")):
        where = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Phrase"):
                continue
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if not texts or len(texts) != len(node.args) or not all(isinstance(text, str) for text in texts):
                raise ValueError(f"{where}:{node.lineno}: the template of a Phrase must be a string literal")
            yield Message(texts[0], texts[1] if len(texts) > 1 else None, where, node.lineno)


def pages(root: Path = ROOT) -> Iterator[Message]:
    """The headings and paragraphs of each kind's page in the manual, which is the docstring of its module."""
    # not above: compiling, as a build does, must not need the package that is being built
    from factcheck.reports.pages import pieces

    for kind in _kinds(root):
        path = root / KINDS / f"{kind}.py"
        where = path.relative_to(root).as_posix()
        page = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for piece in pieces(page):
            if piece.text:
                yield Message(piece.text, None, where, 1, PAGE_COMMENT)


def _kinds(root: Path) -> list[str]:
    """The modules that the tables `KINDS` and `TOPICS` name, in their order."""
    named: list[str] = []
    for node in ast.parse((root / KINDS / "__init__.py").read_text(encoding="utf-8")).body:
        is_table = isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if is_table and node.target.id in ("KINDS", "TOPICS"):
            assert isinstance(node.value, ast.Dict)
            named += [value.id for value in node.value.values if isinstance(value, ast.Name)]
    if not named:
        raise ValueError(f"{KINDS}/__init__.py has no table KINDS")
    return named


def catalogue_files(root: Path = ROOT) -> list[Path]:
    """The catalogues of the tree, one for each language but English."""
    return sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """A catalogue as it stands."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Compiles each catalogue to the .mo that gettext reads; returns the files written."""
    written = []
    for source in catalogue_files(root):
        buffer = BytesIO()
        write_mo(buffer, read(source))
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != buffer.getvalue():
            unfinished = target.with_suffix(f".mo.{os.getpid()}")  # tests may compile side by side
            unfinished.write_bytes(buffer.getvalue())
            unfinished.replace(target)
        written.append(target)
    return written


def update(path: Path, root: Path = ROOT) -> Catalog:
    """Brings a catalogue up to date with the source: new messages empty, gone ones dropped, none guessed."""
    language = path.parent.parent.name
    fresh = Catalog(locale=language, project="factcheck", fuzzy=False, header_comment=HEADER.format(language=language))
    for message in messages(root):
        comments = [message.comment] if message.comment else []
        added = fresh.add(message.id, locations=[(message.path, message.line)], auto_comments=comments)
        if message.comment:
            # the braces of a page are YAML's
            added.flags.discard("python-brace-format")
    catalogue = read(path) if path.exists() else Catalog(locale=language)
    for message in fresh:
        if message.id:
            known = catalogue.get(message.id)
            message.string = known.string if known is not None and known.id == message.id else message.string
    buffer = BytesIO()
    write_po(buffer, fresh, width=110, sort_output=True, include_lineno=False, omit_header=False)
    # dates, names and versions in the header would change at every run
    text = buffer.getvalue().decode("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(_CHANGING)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return fresh
