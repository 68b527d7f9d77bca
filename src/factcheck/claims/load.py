"""Loads files and folders of claims as one base, or reports every mistake in all of them at once."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.claims.base import Base, Rule
from factcheck.claims.build import Builder
from factcheck.claims.nodes import MapNode, YamlFile, composed, decoded
from factcheck.claims.shape import file_shape, fits
from factcheck.errors import FactcheckError, InputError, Place, Problem
from factcheck.phrases import Phrase

_ENDINGS = (".yaml", ".yml")

Loaded = tuple[YamlFile, MapNode | None]
"""A file and its nodes; none where it could not be parsed."""

RulesOn = Callable[[Collection[str]], Mapping[str, Rule]]
"""Gives the rules that name any of some claims, by id."""


def load(paths: Sequence[Path | str], *, check_units: bool = True, rules: bool = True) -> Base:
    """The base of these files, and of the *.yaml and *.yml of these folders and the folders in them.

    Without `rules`, those are left out; without `check_units`, they are parsed, and their units taken on trust.
    Raises InputError with every mistake of every file, FactcheckError where a path does not exist or a folder holds
    no claims.
    """
    with collection_paused():
        opened = Opened([read_file(path) for path in claim_files([Path(path) for path in paths])])
        base = opened.builder.base(opened.paths, with_rules=rules, check_units=check_units)
    opened.raise_mistakes()
    return base


def load_for_questions(paths: Sequence[Path | str]) -> tuple[Base, RulesOn]:
    """The base of these files without its rules, and what gives those that name any of some claims.

    To parse all rules takes longer than to answer a question, which needs a few. Raises as `load` does; so do the
    rules, where those that are asked for have mistakes.
    """
    with collection_paused():
        opened = Opened([read_file(path) for path in claim_files([Path(path) for path in paths])])
        base = opened.builder.base(opened.paths, with_rules=False, check_units=False)
    opened.raise_mistakes()

    def rules_on(claims: Collection[str]) -> Mapping[str, Rule]:
        rules = opened.builder.rules_on(claims)
        opened.raise_mistakes()
        return rules

    return base, rules_on


@contextmanager
def collection_paused() -> Iterator[None]:
    """Looks for no garbage meanwhile: what a base is made of stays, and is much to look through again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Opened:
    """The files of a base, read, with what builds it."""

    def __init__(self, loaded: Sequence[Loaded]) -> None:
        self.paths = tuple(Path(file.path) for file, _ in loaded)
        self._files = [file for file, _ in loaded]
        trees = [(file, tree) for file, tree in loaded if tree is not None]
        self.builder = Builder(trees, is_whole=len(trees) == len(loaded))

    def raise_mistakes(self) -> None:
        """Raises InputError where the files have mistakes, as far as they were built."""
        mistakes = [problem for file in self._files for problem in sorted(file.problems, key=_in_order)]
        if mistakes:
            raise InputError(mistakes)


def claim_files(paths: Sequence[Path]) -> list[Path]:
    """The files that the paths name, folders searched in order of name, each file once; hidden ones are left out."""
    files: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = [
                Path(folder, name)
                for folder, folders, names in os.walk(path)
                if _keep_visible(folders)
                for name in names
                if name.endswith(_ENDINGS) and not name.startswith(".")
            ]
            if not inside:
                raise FactcheckError(Phrase("{path} holds no claims: no file ends in .yaml or .yml", path=str(path)))
            for file in sorted(inside):
                files.setdefault(file.resolve(), file)
        elif path.exists():
            files.setdefault(path.resolve(), path)
        else:
            raise FactcheckError(Phrase("{path} does not exist", path=str(path)))
    return list(files.values())


def _keep_visible(folders: list[str]) -> bool:
    """Keeps `os.walk` out of hidden folders."""
    folders[:] = [folder for folder in folders if not folder.startswith(".")]
    return True


def read_file(path: Path) -> Loaded:
    """A file from disk; what is wrong with it is among its problems."""
    try:
        data = path.read_bytes()
    except OSError as error:
        file = YamlFile(str(path), "")
        reason = error.strerror or str(error)
        file.problems.append(Problem(Phrase("cannot be read: {reason}", reason=reason), Place(str(path))))
        return file, None
    return parsed_file(str(path), data)


def parsed_file(path: str, data: bytes) -> Loaded:
    """A file of these bytes; what is wrong with it is among its problems."""
    file = decoded(path, data)
    tree = None if file.problems else composed(file)
    if tree is not None:
        fits(tree, file_shape(), file)
    return file, tree


def _in_order(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column
