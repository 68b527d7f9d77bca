"""`factcheck pull`, the real command: what it writes where, and that nothing is half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Les exportations du pays ont atteint 26,2 milliards de dirhams en 2024, contre 20 milliards en 2022.\n"
BASE = """\
sources:
  paper: {lang: fr}   # the other paper
indicators:
  exports:
    label: {fr: exportations}
    words: {fr: [exportations]}
claims:
  exports_2024:
    indicator: exports
    period: 2024
    said:
      paper: 26,1 milliards de dirhams
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A newsroom's folder with a claim base and an article."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def shell(folder: Path, command: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a line of the shell, in which `factcheck` is the command."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    line = f'factcheck() {{ "{sys.executable}" -m factcheck "$@"; }}\n{command}'
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1"},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_file_of_the_base_can_be_written_with_the_shell_and_holds(desk: Path) -> None:
    command = "factcheck pull article.txt > claims/new.yaml && factcheck run claims --texts . --quiet"
    first = shell(desk, command)
    assert first.returncode == 0, first.stderr
    assert "2 sources" in first.stdout
    assert "2 quotes were found in their sources' texts" in " ".join(first.stdout.split())
    assert first.stderr == "factcheck: 2 new claims, 2 statements, 0 rules\n"
    written = (desk / "claims" / "new.yaml").read_bytes()
    assert shell(desk, command).returncode == 0
    assert (desk / "claims" / "new.yaml").read_bytes() == written


def test_an_output_file_is_no_part_of_the_base_it_is_compared_with(desk: Path) -> None:
    for _ in range(2):
        assert shell(desk, "factcheck pull article.txt -o claims/new.yaml --quiet").stderr == ""
    assert shell(desk, "factcheck run").returncode == 0


def test_a_dry_run_shows_the_changes_and_writes_nothing(desk: Path) -> None:
    before = files(desk)
    result = shell(desk, "factcheck pull article.txt --into claims/base.yaml --dry-run")
    assert result.returncode == 0
    assert files(desk) == before
    lines = result.stdout.splitlines()
    assert lines[:2] == ["--- claims/base.yaml", "+++ claims/base.yaml"]
    assert "+      article: 26,2 milliards de dirhams" in lines
    assert not [line for line in lines[2:] if line.startswith("-")]
    (desk / "changes.diff").write_text(result.stdout, encoding="utf-8")
    shell(desk, "cp claims/base.yaml patched.yaml && patch patched.yaml changes.diff")
    shell(desk, "factcheck pull article.txt --into claims/base.yaml")
    assert (desk / "patched.yaml").read_bytes() == (desk / "claims" / "base.yaml").read_bytes()


def test_what_is_added_once_is_not_added_twice(desk: Path) -> None:
    command = "factcheck pull article.txt --into claims/base.yaml"
    assert shell(desk, command).stderr == "factcheck: 1 new claim, 2 statements, 0 rules\n"
    after = files(desk)
    again = shell(desk, command)
    assert files(desk) == after
    assert again.returncode == 0
    assert again.stderr == (
        "factcheck: nothing new for claims/base.yaml\nfactcheck: 2 figures are in the claims already\n"
    )


def test_standard_input_is_an_article(desk: Path) -> None:
    result = shell(desk, "factcheck pull - --no-claims --lang fr --date 2025-03-01 --messages fr", ARTICLE)
    assert result.returncode == 0
    assert "\n    lang: fr\n    published: 2025-03-01\n" in result.stdout


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("factcheck pull none.txt", "factcheck: no such file or folder: none.txt"),
        ("factcheck pull none.txt article.txt no.txt", "factcheck: 2 mistakes in the input"),
        ("factcheck pull claims", "claims is a folder: name the files in it"),
        ("factcheck pull article.txt broken.docx", "broken.docx"),
        ("factcheck pull article.txt --into claims/none.yaml", "no such file of claims: claims/none.yaml"),
        ("factcheck pull article.txt --claims none", "no such file or folder: none"),
        ("factcheck pull article.txt --into claims/base.yaml --claims broken", "broken/b.yaml:1:1"),
        ("factcheck pull article.txt --into broken/b.yaml", "broken/b.yaml:1:1"),
        ("factcheck pull article.txt --dry-run", "--into"),
        ("factcheck pull article.txt --into claims/base.yaml --output x.yaml", "take one of them"),
        ("factcheck pull article.txt --output none/x.yaml", "cannot write none/x.yaml"),
        ("factcheck pull", "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(desk: Path, command: str, message: str) -> None:
    (desk / "broken").mkdir()
    (desk / "broken" / "b.yaml").write_text("clams: {}\n", encoding="utf-8")
    (desk / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    before = files(desk)
    result = shell(desk, command)
    assert result.returncode == 2
    assert message in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert "internal error" not in result.stderr
    assert result.stdout == ""
    assert files(desk) == before
