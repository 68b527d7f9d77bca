from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli import app, check, claim, plain
from factcheck.cli.plain import plain_options, plain_question

WORDS = (
    *("drafts", "a.md", "-", "--", "claims", "error", "never", "json", "console", "fr", "en", "de", "3", "", "-x"),
    *("--no-claims", "--quiet", "-q", "--verbose", "-v", "-qv", "--help", "-h", "--quiet=yes"),
    *("--fail-on", "--format", "--lang", "--messages", "--claims", "--output", "-o", "--baseline", "--write-baseline"),
    *("--fail-on=never", "--format=json", "--lang=fr", "--claims=claims", "--output=o", "-o=o", "-oo", "--format="),
    *("--jobs", "--date", "2025-01-27", "--as", "text"),
)


def given_to_typer(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, command: str = "check"
) -> dict[str, Any] | None:
    """The options that Typer makes of the arguments and that are not the default; None where it finds a mistake."""
    taken: list[dict[str, Any]] = []
    monkeypatch.setattr(check, "gate", lambda **options: taken.append(options))
    monkeypatch.setattr(claim, "answer_question", lambda **options: taken.append(options))
    try:
        app.app_of([command])([command, *arguments], standalone_mode=False)
    except typer.Exit:
        return None
    except Exception as error:
        assert hasattr(error, "format_message"), error  # a mistake in the command line, and none in the program
        return None
    return {name: value for name, value in taken[0].items() if value not in (None, False, [])} if taken else None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_read_plainly_is_what_typer_reads(arguments: list[str]) -> None:
    options = plain_options(arguments)
    if options is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert given_to_typer(arguments, monkeypatch) == options


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_read_plainly_of_a_question_is_what_typer_reads(arguments: list[str]) -> None:
    options = plain_question(arguments)
    if options is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            read = given_to_typer(arguments, monkeypatch, "claim")
        assert {"format_name": "console", **options} == read


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["12 %"], {"sentence": "12 %"}),
        ([], {}),
        (
            ["12 %", "--format=markdown", "-o", "x", "--no-claims"],
            {"sentence": "12 %", "format_name": "markdown", "output": Path("x"), "no_claims": True},
        ),
        (["12 %", "13 %"], None),
        (["12 %", "--period", "2024"], None),
        (["--help"], None),
    ],
)
def test_plain_questions_need_no_typer(arguments: list[str], options: dict[str, Any] | None) -> None:
    assert plain_question(arguments) == options


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["drafts", "-"], {"drafts": ["drafts", "-"]}),
        (
            ["--no-claims", "-q", "--fail-on", "never", "drafts"],
            {"no_claims": True, "quiet": True, "fail_on": "never", "drafts": ["drafts"]},
        ),
        (
            ["--claims", "a", "--claims=b", "-o", "x", "--format", "json"],
            {"claims": [Path("a"), Path("b")], "output": Path("x"), "format_asked": "json"},
        ),
    ],
)
def test_plain_command_lines_need_no_typer(arguments: list[str], options: dict[str, Any]) -> None:
    assert plain_options(arguments) == options


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--", "drafts"],
        ["-qv"],
        ["--fail-on"],
        ["--fail-on", "sometimes"],
        ["--format=pdf"],
        ["--output", "-"],
        ["--jobs", "2"],
        ["--quite"],
    ],
)
def test_whatever_leaves_a_doubt_is_left_to_typer(arguments: list[str]) -> None:
    assert plain_options(arguments) is None


def test_patterns_are_left_to_typer_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "_EXPANDS_PATTERNS", True)
    assert plain_options(["*.md"]) is None


def test_what_a_plain_check_has_no_need_of_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Les ventes sont passées de 8 à 15 millions d'euros.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factcheck", "check", "--no-claims", "--quiet", "a.md"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "msgspec" in imported
    assert imported.isdisjoint({"typer", "rich", "pint", "lark", "inspect", "dataclasses", "markdown_it"})


def test_typing_extensions_can_be_imported_afterwards() -> None:
    code = (
        "import sys; sys.argv = ['factcheck', 'check', '--no-claims', '--quiet', 'none.md']\n"
        "from factcheck.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 2\n"
        "import typing_extensions, msgspec, typing\n"
        "class Row(msgspec.Struct): name: typing.Annotated[str, msgspec.Meta(min_length=1)]\n"
        'print(msgspec.json.decode(b\'{"name": "a"}\', type=Row).name)\n'
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("\na\n")
