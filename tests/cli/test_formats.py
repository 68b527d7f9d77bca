from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.deliver import format_of
from factcheck.reports import FORMATS

BASE = """\
sources:
  first: {lang: fr}
  second: {lang: fr}
claims:
  jobs:
    said:
      first: "148 500 emplois"
      second: "120 000 emplois"
"""
ACTIONS = {"GITHUB_ACTIONS": "true"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository whose claims, in a folder of their own, have one contradiction."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk" / "claims").mkdir(parents=True)
    (tmp_path / "desk" / "claims" / "jobs.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path / "desk"


def factcheck(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("asked", "output", "environment", "chosen"),
    [
        (None, None, {}, "console"),
        (None, None, ACTIONS, "github"),
        (None, None, {"GITHUB_ACTIONS": "false"}, "console"),
        (None, Path("report.txt"), ACTIONS, "console"),
        ("console", None, ACTIONS, "console"),
        ("sarif", None, ACTIONS, "sarif"),
        ("github", Path("log"), {}, "github"),
    ],
)
def test_the_format_is_the_one_asked_for_else_what_the_place_reads(
    asked: str | None, output: Path | None, environment: dict[str, str], chosen: str
) -> None:
    assert format_of(asked, output, environment) == chosen


def test_in_github_actions_findings_are_annotations_and_the_summary_gets_the_table(desk: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("from another command\n", encoding="utf-8")
    result = factcheck(desk, "run", GITHUB_STEP_SUMMARY=str(summary), **ACTIONS)
    assert result.returncode == 1
    assert result.stdout.startswith("::error file=desk/claims/jobs.yaml,line=")
    assert result.stdout.endswith("Exit code 1: 1 finding fails the run (--fail-on error).\n")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("from another command\n## factcheck\n")
    assert "| error | agreement:jobs |" in text


def test_a_summary_that_cannot_be_written_is_told_and_changes_nothing_else(desk: Path, tmp_path: Path) -> None:
    result = factcheck(desk, "run", GITHUB_STEP_SUMMARY=str(tmp_path), **ACTIONS)
    assert result.returncode == 1
    assert result.stdout.startswith("::error ")
    assert f"cannot write {tmp_path}" in result.stderr


def test_mistakes_in_the_input_are_annotations_too(desk: Path) -> None:
    (desk / "claims" / "jobs.yaml").write_text("claims: {jobs: {sayd: {}}}\n", encoding="utf-8")
    result = factcheck(desk, "run", **ACTIONS)
    assert result.returncode == 2
    assert result.stdout.startswith("::error file=desk/claims/jobs.yaml,line=1,")


def test_commands_that_judge_nothing_have_the_formats_of_tables_only(desk: Path) -> None:
    result = factcheck(desk, "rates", "MAD", "USD", "2024", "--format", "sarif")
    assert result.returncode == 2
    assert "'sarif' is not one of console, json" in result.stderr


def test_the_help_names_every_format(desk: Path) -> None:
    assert "|".join(FORMATS) in factcheck(desk, "run", "--help", COLUMNS="200").stdout.replace("\n", "")
