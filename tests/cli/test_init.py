"""`factcheck init`, the real command: a start in which run and test pass at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def factcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_run_and_test_pass_at_once(tmp_path: Path, lang: str) -> None:
    begun = factcheck(tmp_path, "init", "--lang", lang)
    assert begun.returncode == 0, begun.stderr
    assert [line.split()[:2] for line in begun.stdout.splitlines()[:3]] == [
        ["wrote", "claims/example.yaml"],
        ["wrote", "factcheck.toml"],
        ["wrote", ".github/workflows/factcheck.yml"],
    ]
    assert "Next: factcheck run && factcheck test\n" in begun.stdout
    judged = factcheck(tmp_path, "run")
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert "1 consistent" in judged.stdout
    tested = factcheck(tmp_path, "test")
    assert tested.returncode == 0
    assert "2 passed, 0 failed" in tested.stdout


def test_a_folder_can_be_named_and_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "factcheck.toml").write_text('messages = "en"\n', encoding="utf-8")
    begun = factcheck(tmp_path, "init", "desk")
    assert begun.returncode == 0
    assert "kept   factcheck.toml, which was there\n" in begun.stdout
    assert "Next: cd desk && factcheck run && factcheck test\n" in begun.stdout
    assert (tmp_path / "desk" / "factcheck.toml").read_text(encoding="utf-8") == 'messages = "en"\n'
    assert factcheck(tmp_path / "desk", "run").returncode == 0


def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("", encoding="utf-8")
    begun = factcheck(tmp_path, "init", "desk")
    assert begun.returncode == 2
    assert begun.stderr.startswith("factcheck: desk is a file: name a folder to begin in")
