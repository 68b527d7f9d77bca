"""What commands write is whole or not there, whoever writes beside them and however little room there is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import base_files

resource = pytest.importorskip("resource")

COMMAND = [sys.executable, "-m", "factcheck"]
DRAFT = "Les exportations sont passées de 10 à 12 millions d'euros, soit une hausse de 50 %.\n"
PROCESSES = 3
ROOM = 20_000
"""Bytes that fit into the report of no base of 100 claims."""


def environment(folder: Path) -> dict[str, str]:
    unset = ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "FACTCHECK_CACHE": str(folder / "cache")}


def little_room() -> None:
    """Files of this process can be no larger, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    base_files.write_base(tmp_path / "claims", 100)
    return tmp_path


def together(arguments: list[str], folder: Path) -> list[tuple[int, str]]:
    """The exit codes and the standard errors of several processes that run the same command at once."""
    started = [
        subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=folder,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    errors = [process.communicate()[1] for process in started]
    return [(process.returncode, error) for process, error in zip(started, errors, strict=True)]


def test_several_processes_may_write_the_same_report(base: Path) -> None:
    ended = together(
        ["run", "claims", "--format", "json", "--output", "out/report.json", "--quiet"], folder_with_out(base)
    )
    assert [code for code, _ in ended] == [1] * PROCESSES, ended
    assert len(json.loads((base / "out" / "report.json").read_text("utf-8"))["checks"]) == 200
    assert [path.name for path in (base / "out").iterdir()] == ["report.json"]


def folder_with_out(base: Path) -> Path:
    (base / "out").mkdir()
    return base


def test_several_processes_may_write_the_same_baseline(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    folder_with_out(tmp_path)
    arguments = ["check", "draft.md", "--no-claims"]
    ended = together([*arguments, "--write-baseline", "out/baseline.json"], tmp_path)
    assert [code for code, _ in ended] == [0] * PROCESSES, ended
    assert len(json.loads((tmp_path / "out" / "baseline.json").read_text("utf-8"))["findings"]) == 1
    ended = together([*arguments, "--baseline", "out/baseline.json"], tmp_path)
    assert [code for code, _ in ended] == [0] * PROCESSES, ended
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["baseline.json"]


def limited(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        preexec_fn=little_room,
        check=False,
    )


def test_a_report_for_which_there_is_no_room_leaves_the_old_one(base: Path) -> None:
    report = folder_with_out(base) / "out" / "report.json"
    report.write_text("old", "utf-8")
    ended = limited(["run", "claims", "--format", "json", "--output", "out/report.json"], base)
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "cannot write" in ended.stderr
    assert "report.json" in ended.stderr
    assert report.read_text("utf-8") == "old"
    assert [path.name for path in report.parent.iterdir()] == ["report.json"]


def test_a_cache_for_which_there_is_no_room_is_none(tmp_path: Path) -> None:
    base_files.write_base(tmp_path / "claims", 500)
    first = limited(["run", "claims", "--quiet"], tmp_path)
    again = limited(["run", "claims", "--quiet"], tmp_path)
    assert (first.returncode, first.stderr) == (1, "")
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("target", ["missing/report.json", "draft.md/report.json", "claims"])
def test_where_nothing_can_be_written_one_line_says_so(base: Path, target: str) -> None:
    (base / "draft.md").write_text(DRAFT, "utf-8")
    ended = limited(["run", "claims", "--format", "json", "--output", target], base)
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "cannot write" in ended.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_said_to_be_so(base: Path) -> None:
    folder = folder_with_out(base) / "out"
    folder.chmod(0o500)
    ended = limited(["run", "claims", "--quiet", "--output", "out/report.txt"], base)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert list(folder.iterdir()) == []
