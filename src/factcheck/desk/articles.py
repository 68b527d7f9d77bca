"""Articles that claims are pulled from: read, checked against themselves, and named as sources."""

from __future__ import annotations

import os.path
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - `date` is what callers say
from functools import cached_property
from itertools import combinations
from pathlib import PurePath
from typing import Final

from msgspec import Struct

from factcheck.desk.draft import SECONDS, admitted, overdue, problem
from factcheck.desk.limits import Overdue, time_limit
from factcheck.drafts.check import check_document
from factcheck.drafts.prose import Draft
from factcheck.errors import NOWHERE, FactcheckError, InputError, Problem
from factcheck.figures.rates import Rates
from factcheck.kinds import agreement
from factcheck.phrases import Phrase
from factcheck.reading import detect_language
from factcheck.reading.documents import STANDARD_INPUT, Document, document_of
from factcheck.reading.documents.source import read_bytes
from factcheck.relations.finding import Confidence, Finding

_NAMELESS: Final = "article"
_CHANGES: Final = (("change", "to"), ("multiple", "target"))
"""The roles, in the relations that prose states, of a change and of the level that it came to."""
_LONGEST_ID: Final = 60
_LONGEST_TITLE: Final = 150


class Article(Struct, frozen=True, eq=False, dict=True):
    """An article as a source.

    source          its id
    draft           its sentences and figures, in `lang`; `knows_lang` is false where its words alone told that
    title           as the file tells it; `knows_title` is false where it is its first line
    day             of publication, where the file or the caller tells it
    findings        what becomes of the relations that it states
    """

    source: str
    draft: Draft
    knows_lang: bool
    title: str
    knows_title: bool
    day: Date | None
    findings: tuple[Finding, ...]

    @property
    def document(self) -> Document:
        """The document that the article is."""
        return self.draft.document

    @cached_property
    def compared(self) -> frozenset[frozenset[tuple[int, int]]]:
        """Every two figures, by their places in the text, that stand in different roles of a relation."""
        pairs: set[frozenset[tuple[int, int]]] = set()
        for finding in self.findings:
            if finding.kind != agreement.KIND:
                figures = [each.figure for said in finding.relation.figures.values() for each in said]
                places = [(figure.start, figure.end) for figure in figures]
                pairs.update(map(frozenset, combinations(places, 2)))
        return frozenset(pairs)

    @cached_property
    def changes(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """The figures that say how much something changed, and for each the level that it came to, by their places."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for finding in self.findings:
            said = finding.relation.figures
            for change, level in _CHANGES:
                if finding.relation.confidence is not Confidence.LOW and said.get(change) and said.get(level):
                    one, other = said[change][0].figure, said[level][0].figure
                    found.setdefault((one.start, one.end), (other.start, other.end))
        return found

    @property
    def lang(self) -> str:
        """The language in which it was read."""
        return self.draft.lang


def read_articles(
    paths: Sequence[str],
    rates: Rates,
    *,
    lang: str | None = None,
    day: Date | None = None,
    form: str | None = None,
) -> list[Article]:
    """The articles of files, and of standard input for "-"; raises FactcheckError with what is wrong with each of them.

    `lang` and `day` come before what the files say of themselves; `form` is a name of FORMATS.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        try:
            with time_limit(SECONDS):
                articles.append(_read(path, rates, lang, day, form, {article.source for article in articles}))
        except FactcheckError as error:
            problems += [each if each.place != NOWHERE else problem(path, each.message) for each in error.problems]
        except Overdue:
            problems.append(overdue(path))
    if len(problems) == 1:
        raise FactcheckError(problems[0].message)  # which names the file
    if problems:
        raise InputError(problems)
    return articles


def _read(
    path: str, rates: Rates, lang: str | None, day: Date | None, form: str | None, taken: Collection[str]
) -> Article:
    if path != STANDARD_INPUT and not os.path.lexists(path):
        raise FactcheckError(Phrase("no such file or folder: {path}", path=path))  # as `check` says it
    if path != STANDARD_INPUT and PurePath(path).name and _is_folder(path):
        raise FactcheckError(Phrase("{path} is a folder: name the files in it", path=path))
    draft_file = admitted(path, form)
    if isinstance(draft_file, Problem):
        raise InputError([draft_file])
    data = read_bytes(path) if draft_file.data is None else draft_file.data
    document = document_of(path, data, draft_file.form)
    language = lang or document.lang or detect_language(document.text)
    published = day or document.date
    checked = check_document(document, language, base=None, rates=rates, day=published)
    title, knows_title = _title(document)
    name = PurePath(path).stem if path != STANDARD_INPUT else title
    return Article(
        unique(slug(name)[:_LONGEST_ID].strip("-") or _NAMELESS, taken, "-"),
        Draft(document, language, published),
        bool(lang or document.lang),
        title,
        knows_title,
        published,
        checked.findings,
    )


def _is_folder(path: str) -> bool:
    from pathlib import Path

    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _title(document: Document) -> tuple[str, bool]:
    """The title, and whether the file marks it as that; else its first line, where that may be one."""
    marked = document.title or (document.text[slice(*document.headings[0])] if document.headings else "")
    if marked.strip():
        return " ".join(marked.split()), True
    first = next((line for line in document.text[: 10 * _LONGEST_TITLE].splitlines() if line.strip()), "")
    first = " ".join(first.split())
    return (first if len(first) <= _LONGEST_TITLE and not first.endswith(".") else ""), False


def slug(text: str, separator: str = "-") -> str:
    """The letters and digits of a text, in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator)


def unique(name: str, taken: Collection[str], separator: str) -> str:
    """The name, with a number where it is taken."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}{separator}{number}"
    return found
