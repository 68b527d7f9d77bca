"""Imports point one way: each folder of src/factcheck imports only from those above it."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "factcheck"
ORDER = ["figures", "reading", "relations", "kinds", "claims", "drafts", "desk", "reports", "cli"]
BELOW_ALL = {"phrases", "errors", "version"}
MODULES = sorted(SOURCE.rglob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole name of the module"
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)


def test_every_folder_has_its_place():
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_from_folders_above_its_own(path):
    folder = path.relative_to(SOURCE).parts[0] if path.parent != SOURCE else None
    for line, module in imported(path):
        parts = module.split(".")
        if parts[0] != "factcheck" or len(parts) == 1 or folder is None:
            continue
        other = parts[1]
        assert other in BELOW_ALL or ORDER.index(other) <= ORDER.index(folder), f"{path}:{line} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno <= 55, f"{path}:{node.lineno} {node.name}"
