"""What the hook of pre-commit, the action of GitHub and the job of GitLab run, run on a repository with a draft."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.desk.walk import ENDINGS
from factcheck.version import __version__

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPTS = Path(sys.executable).parent
WRONG = "Le port a été inauguré mardi 27 janvier 2025 par la ministre.\n"
RIGHT = "Le port a été inauguré lundi 27 janvier 2025 par la ministre.\n"

# https://pre-commit.com/#creating-new-hooks
HOOK_KEYS = {
    "id": str,
    "name": str,
    "entry": str,
    "language": str,
    "alias": str,
    "files": str,
    "exclude": str,
    "types": list,
    "types_or": list,
    "exclude_types": list,
    "additional_dependencies": list,
    "always_run": bool,
    "fail_fast": bool,
    "verbose": bool,
    "pass_filenames": bool,
    "require_serial": bool,
    "description": str,
    "language_version": str,
    "minimum_pre_commit_version": str,
    "args": list,
    "stages": list,
    "log_file": str,
}
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
(HOOK,) = HOOKS
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}


@pytest.fixture
def repository(tmp_path):
    """A repository of a newsroom: a draft with a mistake, one without, and a page about them."""
    folder = tmp_path / "newsroom"
    (folder / "drafts" / "été 2025").mkdir(parents=True)
    (folder / "drafts" / "port.md").write_text(WRONG, encoding="utf-8")
    (folder / "drafts" / "été 2025" / "port à sec.md").write_text(RIGHT, encoding="utf-8")
    (folder / "README.rst").write_text(WRONG, encoding="utf-8")
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def run(command, folder, **environment):
    """A command's outcome, with the newsroom's settings and nothing else of this machine's CI."""
    known = {key: value for key, value in os.environ.items() if key not in ("CI", "GITHUB_ACTIONS", "FORCE_COLOR")}
    known |= {"PATH": f"{SCRIPTS}{os.pathsep}{known['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "80", **environment}
    return subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, encoding="utf-8")


def shown(language, word):
    """The one block of that language in the README that has the word."""
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    (block,) = [block for block in blocks if re.search(word, block, re.MULTILINE)]
    return block


# --- pre-commit ---------------------------------------------------------------------------------------------


def hook(folder, *args):
    """Runs the hook as pre-commit does: the files of the index that it is for, after its entry and arguments."""
    listed = run(["git", "ls-files", "-z"], folder).stdout.split("\0")
    files = [name for name in listed if name and re.search(HOOK["files"], name)]
    return run([*shlex.split(HOOK["entry"]), *HOOK.get("args", []), *args, *files], folder)


def test_the_hook_is_one_as_pre_commit_wants_it():
    assert {"id", "name", "entry", "language"} <= set(HOOK)
    for key, value in HOOK.items():
        assert isinstance(value, HOOK_KEYS[key]), key


def test_the_hook_installs_this_package_with_its_formats():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [re.fullmatch(r"\.\[(\w+)\]", each)[1] for each in HOOK["additional_dependencies"]]
    assert set(extras) <= set(project["optional-dependencies"])
    assert shlex.split(HOOK["entry"])[0] in project["scripts"]


@pytest.mark.parametrize("ending", [*ENDINGS, ".MD"])
def test_the_hook_is_for_every_draft(ending):
    assert re.search(HOOK["files"], f"drafts/été/a b{ending}")


@pytest.mark.parametrize("name", ["drafts/a.py", "drafts/md", "a.md.orig", "a.txt/b"])
def test_the_hook_is_for_nothing_else(name):
    assert not re.search(HOOK["files"], name)


def test_the_hook_stops_a_commit_with_a_mistake_and_no_other(repository):
    stopped = hook(repository)
    assert stopped.returncode == 1, stopped.stderr
    assert "drafts/port.md:1" in stopped.stdout
    assert "README.rst" not in stopped.stdout
    (repository / "drafts" / "port.md").write_text(RIGHT, encoding="utf-8")
    assert hook(repository).returncode == 0


def test_the_hook_takes_a_suppression_and_a_baseline(repository):
    written = hook(repository, "--write-baseline", "known.json")
    assert written.returncode == 0, written.stderr
    assert hook(repository, "--baseline", "known.json").returncode == 0
    draft = repository / "drafts" / "port.md"
    draft.write_text(f"<!-- factcheck: ignore weekday -- so dated in the decree -->\n{WRONG}", encoding="utf-8")
    assert hook(repository).returncode == 0


def test_the_readme_shows_the_hook():
    (entry,) = yaml.safe_load(shown("yaml", "^repos:"))["repos"]
    assert [each["id"] for each in entry["hooks"]] == [HOOK["id"]]
    assert entry["rev"] == f"v{__version__}"


# --- GitHub -------------------------------------------------------------------------------------------------


def step(name, folder, environment):
    """Runs the script of a step as GitHub's runner does for `shell: bash`."""
    script = STEPS[name]["run"]
    assert STEPS[name]["shell"] == "bash"
    assert "${{" not in script, "what a workflow says may only come in as a variable"
    return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], folder, **environment)


def variables(**inputs):
    """The variables of the last step, made of the action's inputs as the runner makes them."""
    values = {name: each["default"] for name, each in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    assert set(values) == set(ACTION["inputs"])
    used = {
        variable: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", text)[1]
        for variable, text in STEPS["Check the drafts"]["env"].items()
    }
    assert set(used.values()) == set(values)
    return {variable: values[name] for variable, name in used.items()}


def action(folder, **inputs):
    """Runs the step of the action that checks; the summary of the job is in summary.md beside the repository."""
    summary = folder.parent / "summary.md"
    environment = {**variables(**inputs), "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    return step("Check the drafts", folder, environment)


def test_the_action_annotates_the_line_and_fails(repository):
    result = action(repository)
    assert result.returncode == 1, result.stderr
    assert re.search(r"^::error file=drafts/port\.md,line=1,col=\d+,", result.stdout, re.MULTILINE)
    summary = (repository.parent / "summary.md").read_text(encoding="utf-8")
    assert "drafts/port.md:1" in summary.replace("\\", "")


def test_the_action_passes_good_copy(repository):
    result = action(repository, drafts="drafts/été 2025\n\n")
    assert result.returncode == 0, result.stderr
    assert "::error" not in result.stdout


@pytest.mark.parametrize(
    "inputs",
    [
        {"fail_on": "never"},
        {"options": "--fail-on=never\n--verbose"},
        {"drafts": "drafts/été 2025/port à sec.md"},
        {"baseline": "known file.json"},
    ],
)
def test_the_inputs_of_the_action_are_options(repository, inputs):
    written = run(["factcheck", "check", "drafts", "--write-baseline", "known file.json"], repository)
    assert written.returncode == 0, written.stderr
    before = (repository / "known file.json").read_bytes()
    (repository / "drafts" / "gone.md").write_text(RIGHT, encoding="utf-8")
    assert action(repository, **inputs).returncode == 0
    assert (repository / "known file.json").read_bytes() == before


def test_the_action_holds_drafts_against_claims(repository):
    assert action(repository, claims="no such folder").returncode == 2


@pytest.mark.parametrize("text", ["$(touch owned)", "`touch owned`", '"; touch owned; "', "--output=owned"])
def test_nothing_that_the_action_is_given_as_a_draft_is_run(repository, text):
    assert action(repository, drafts=text).returncode == 2
    assert not (repository / "owned").exists()


def test_the_action_installs_itself_with_its_formats_for_the_next_step(repository):
    """With a stand-in for the Python of the runner, which notes what it is asked, since tests need no network."""
    folder = repository.parent
    python = folder / "python"
    python.write_text(
        '#!/bin/bash\necho "$@" >> "$LOG"\n'
        f'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; ln -s {SCRIPTS}/factcheck "$3/bin"; fi\n'
    )
    python.chmod(0o755)
    environment = {
        "PYTHON": str(python),
        "FACTCHECK": "/the action",
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_PATH": str(folder / "path"),
        "LOG": str(folder / "log"),
    }
    result = step("Install factcheck", repository, environment)
    assert result.returncode == 0, result.stderr
    installed = (folder / "log").read_text().splitlines()[-1]
    assert installed.startswith("-m pip install ")
    assert installed.endswith(" /the action[documents]")
    (programs,) = (folder / "path").read_text().split("\n")[:-1]
    assert (Path(programs) / "factcheck").exists()


def test_the_readme_shows_the_action():
    workflow = yaml.safe_load(shown("yaml", "^jobs:"))
    (job,) = workflow["jobs"].values()
    used = next(each for each in job["steps"] if "factcheck" in each["uses"])
    assert used["uses"].endswith(f"/factcheck@v{__version__}")
    assert set(used["with"]) <= set(ACTION["inputs"])


# --- GitLab -------------------------------------------------------------------------------------------------

(JOB,) = yaml.safe_load(shown("yaml", "codequality:")).values()


def gitlab(folder):
    """Runs the script of the job line by line, until one fails, as GitLab's runner does."""
    return run(["bash", "-eo", "pipefail", "-c", "\n".join(JOB["script"])], folder, CI="true", GITLAB_CI="true")


def test_the_job_reports_code_quality_and_fails(repository):
    result = gitlab(repository)
    assert result.returncode == 1, result.stderr
    report = json.loads((repository / JOB["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [each["location"] for each in report] == [{"path": "drafts/port.md", "lines": {"begin": 1}}]
    assert JOB["artifacts"]["when"] == "always"


def test_the_job_passes_good_copy(repository):
    (repository / "drafts" / "port.md").write_text(RIGHT, encoding="utf-8")
    assert gitlab(repository).returncode == 0
    assert json.loads((repository / JOB["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8")) == []


def test_the_job_installs_this_version_with_its_formats():
    (line,) = JOB["before_script"]
    assert re.search(rf'"factcheck\[documents\] @ git\+https://\S+/factcheck@v{re.escape(__version__)}"$', line)
