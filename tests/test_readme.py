"""Every command in the README and in that of the examples runs and prints what is shown there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.desk.run import run
from factcheck.desk.settings import find_settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
PAGES = {"README.md": README, "examples/README.md": (ROOT / "examples" / "README.md").read_text(encoding="utf-8")}
EXAMPLES = [
    (name, command, shown)
    for name, page in PAGES.items()
    for block in BLOCK.findall(page)
    for command, shown in COMMAND.findall(block)
]
SCRIPTS = Path(sys.executable).parent


def printed(command):
    """What a command prints on both streams, in a terminal of 80 columns without colour, its exit code last."""
    environment = {
        **os.environ,
        "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
    }
    environment.pop("FORCE_COLOR", None)
    result = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("command", "shown"),
    [(command, shown) for _, command, shown in EXAMPLES],
    ids=[f"{name}: {command}" for name, command, _ in EXAMPLES],
)
def test_a_command_prints_what_the_page_shows(command, shown):
    lines = [line.rstrip() for line in printed(command).rstrip().splitlines()]
    wanted = [line.rstrip() for line in shown.rstrip().splitlines()]
    if "…" in wanted:
        # a line that is only an ellipsis stands for what is left out
        cut = wanted.index("…")
        head, tail = wanted[:cut], wanted[cut + 1 :]
        assert lines[: len(head)] == head
        assert lines[len(lines) - len(tail) :] == tail
    else:
        assert lines == wanted


def fenced(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_claims_that_the_readme_shows_load_and_hold(tmp_path):
    path = tmp_path / "claims.yaml"
    path.write_text(fenced("yaml")[0], encoding="utf-8")
    assert [str(finding.verdict) for finding in run([path]).findings] == ["consistent"]


def test_the_python_that_the_readme_shows_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    for block in fenced("python"):
        exec(compile(block, "README.md", "exec"), {})


def test_the_settings_that_the_readme_shows_are_read(tmp_path):
    (tmp_path / "factcheck.toml").write_text(fenced("toml")[0], encoding="utf-8")
    assert find_settings(tmp_path).messages == "fr"


def test_the_pages_show_commands():
    assert {name for name, _, _ in EXAMPLES} == set(PAGES)
    assert len(EXAMPLES) >= 5
    assert all(shlex.split(command)[0] in ("factcheck", "make") for _, command, _ in EXAMPLES)


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_make_knows_the_targets_that_the_readme_names(target):
    subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


def test_every_command_is_in_the_readme():
    listed = re.findall(r"^  (\w+) ", printed("factcheck --help").partition("Commands:")[2], re.MULTILINE)
    assert listed
    for command in listed:
        assert f"factcheck {command}" in README
