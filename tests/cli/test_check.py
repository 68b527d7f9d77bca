"""`factcheck check`, the real command: what it says where, and how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from factcheck.desk.workers import CAN_FORK
from factcheck.reports.json import schema

WRONG = "L'accord fut signé le mardi 27 janvier 2025.\n"
RIGHT = "L'accord fut signé le lundi 27 janvier 2025.\n"
BASE = """\
sources:
  paper: {lang: fr}
claims:
  exports_2024:
    period: 2024
    said:
      paper: "26,2 milliards de dirhams"
"""


COMMAND = (sys.executable, "-m", "factcheck", "check")


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "GITHUB_ACTIONS"):
        kept.pop(name, None)
    return {**kept, "PYTHONUTF8": "1", **variables}


def factcheck(
    folder: Path, *arguments: str, stdin: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(**variables),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with a draft that holds and one that does not."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "right.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "drafts" / "wrong.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def checks(result: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    """Path and verdict of every check in a JSON report, which fits its schema."""
    report = json.loads(result.stdout)
    jsonschema.validate(report, schema())
    return [(check["figures"][0]["path"], check["verdict"]) for check in report["checks"]]


def test_what_does_not_hold_is_shown_and_ends_with_1(desk: Path) -> None:
    result = factcheck(desk, "drafts")
    assert (result.returncode, result.stderr) == (1, "")
    assert "drafts/wrong.md:1:23" in result.stdout
    assert "right.md" not in result.stdout
    assert result.stdout.splitlines()[-1] == "Exit code 1: 1 finding fails the run (--fail-on error)."


def test_good_copy_ends_with_0_and_the_summary_alone(desk: Path) -> None:
    result = factcheck(desk, "drafts/right.md")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("1 draft with 1 figure, 1 relation checked: 1 holds.\n")
    assert "There was no claim base" in result.stdout


def test_what_cannot_be_read_ends_with_2_after_the_others_were_checked(desk: Path) -> None:
    (desk / "drafts" / "latin.md").write_bytes(b"caf\xe9")
    result = factcheck(desk, "drafts", "nowhere.md", "--format", "json")
    assert result.returncode == 2
    assert ("drafts/wrong.md", "inconsistent") in checks(result)
    first, second = result.stderr.splitlines()
    assert first == "factcheck: no such file or folder: nowhere.md"
    assert second.startswith("factcheck: drafts/latin.md: the byte at offset 3 is 0xe9, which is not UTF-8")
    errors = json.loads(result.stdout)["errors"]
    assert [error["path"] for error in errors] == ["nowhere.md", "drafts/latin.md"]


def test_standard_input_is_read_as_asked(desk: Path) -> None:
    result = factcheck(desk, "-", "--as", "html", "--lang", "fr", "--format", "json", stdin=f"<p>{WRONG}")
    assert (result.returncode, checks(result)) == (1, [("-", "inconsistent")])


def test_many_are_checked_together_in_the_same_order(desk: Path) -> None:
    for at in range(40):
        (desk / "drafts" / f"d{at:02}.md").write_text(f"{RIGHT}\n" * 80 + WRONG, encoding="utf-8")
    together, alone = (factcheck(desk, "drafts", "--jobs", jobs, "--format", "json") for jobs in ("3", "1"))
    assert together.stdout == alone.stdout
    assert len(json.loads(alone.stdout)["checks"]) > 40


def test_without_a_draft_there_is_a_note_and_0(desk: Path) -> None:
    (desk / "pictures").mkdir()
    result = factcheck(desk, "pictures")
    assert result.returncode == 0
    assert result.stdout.startswith("No draft was checked.\n")
    assert "There is no draft in pictures" in result.stdout
    assert result.stderr == "factcheck: no draft was checked, and nothing can be said of any\n"
    quiet = factcheck(desk, "pictures", "--format", "json")
    assert (quiet.returncode, quiet.stderr[:26]) == (0, "factcheck: There is no dra")


def test_settings_say_what_is_checked_against_what(desk: Path) -> None:
    settings = 'drafts = "drafts"\nexclude = ["wrong*"]\nlang = "fr"\nclaims = "base"\nfail-on = "never"\n'
    (desk / "factcheck.toml").write_text(settings)
    (desk / "base").mkdir()
    (desk / "base" / "exports.yaml").write_text(BASE, encoding="utf-8")
    below = desk / "below"
    below.mkdir()
    result = factcheck(below)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("1 draft with 1 figure")
    assert "1 claim from 1 source" in result.stdout
    assert "There was no claim base" in factcheck(below, "--no-claims").stdout


def test_the_folder_claims_is_used_where_it_holds_some(desk: Path) -> None:
    (desk / "claims").mkdir()
    assert "There was no claim base" in factcheck(desk, "drafts").stdout
    (desk / "claims" / "exports.yaml").write_text(BASE, encoding="utf-8")
    assert "1 claim from 1 source" in factcheck(desk, "drafts").stdout
    (desk / "claims" / "exports.yaml").write_text("claims: [", encoding="utf-8")
    broken = factcheck(desk, "drafts")
    assert (broken.returncode, broken.stdout) == (2, "")
    assert "claims/exports.yaml:1:" in broken.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "factcheck: no drafts are named"),
        (("drafts", "--claims", "nowhere"), "factcheck: no such file or folder: nowhere"),
        (("drafts", "--jobs", "0"), "--jobs"),
        (("drafts", "--date", "soon"), "--date"),
        (("drafts", "--lang", "de"), "--lang"),
        (("drafts", "--format", "xml"), "--format"),
        (("drafts", "--output", "no/where.txt"), "factcheck: cannot write no/where.txt: No such file or directory"),
        (("drafts", "--output", "drafts"), "factcheck: cannot write drafts: Is a directory"),
        (("drafts", "--write-baseline", "no/known.json"), "factcheck: cannot write no/known.json: No such file"),
        (("drafts", "--baseline", "none.json"), "factcheck: there is no baseline none.json"),
        (("drafts", "--baseline", "a", "--write-baseline", "b"), "factcheck: a baseline is either used or written"),
    ],
)
def test_what_cannot_be_done_is_a_message_and_2(desk: Path, arguments: tuple[str, ...], message: str) -> None:
    result = factcheck(desk, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_baseline_lets_old_findings_pass_and_shrinks_where_people_work(desk: Path) -> None:
    refused = factcheck(desk, "drafts", "--write-baseline", "known.json", CI="true")
    assert (refused.returncode, (desk / "known.json").exists()) == (2, False)
    assert factcheck(desk, "drafts", "--write-baseline", "known.json").returncode == 0
    written = (desk / "known.json").read_text()
    (desk / "drafts" / "wrong.md").write_text(f"Ailleurs.\n\n{WRONG}", encoding="utf-8")
    known = factcheck(desk, "drafts", "--baseline", "known.json")
    assert known.returncode == 0
    assert "holds 1 finding back" in known.stdout
    assert "wrong.md" not in known.stdout
    assert "drafts/wrong.md:3:23  weekday" in factcheck(desk, "drafts", "--baseline", "known.json", "-v").stdout
    (desk / "drafts" / "new.md").write_text(WRONG, encoding="utf-8")
    assert factcheck(desk, "drafts", "--baseline", "known.json").returncode == 1
    assert (desk / "known.json").read_text() == written
    (desk / "drafts" / "wrong.md").write_text(RIGHT, encoding="utf-8")
    in_ci = factcheck(desk, "drafts", "--baseline", "known.json", CI="true")
    assert "1 finding of the baseline is gone" in in_ci.stdout
    assert (desk / "known.json").read_text() == written
    assert "1 finding is gone, and off the baseline." in factcheck(desk, "drafts", "--baseline", "known.json").stdout
    assert "wrong.md" not in (desk / "known.json").read_text()


def test_in_a_file_goes_the_report_and_to_the_reader_the_summary(desk: Path) -> None:
    result = factcheck(desk, "drafts", "--output", "report.txt", "--messages", "fr")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith("Code de sortie 1")
    assert "drafts/wrong.md:1:23" in (desk / "report.txt").read_text(encoding="utf-8")


def test_a_mistake_of_factcheck_can_be_looked_into(desk: Path) -> None:
    (desk / "sitecustomize.py").write_text(
        "import factcheck.desk.draft\n\ndef _fail(*_, **__):\n    raise KeyError('figure')\n\n"
        "factcheck.desk.draft.check_document = _fail\n"
    )
    result = factcheck(desk, "drafts", PYTHONPATH=str(desk))
    assert result.returncode == 2
    assert "drafts/right.md could not be checked for a mistake in factcheck: KeyError: 'figure'" in result.stdout
    assert "Traceback" not in result.stderr
    shown = factcheck(desk, "drafts", PYTHONPATH=str(desk), FACTCHECK_TRACEBACK="1")
    assert "Traceback" in shown.stderr


# --- what is in the way -----------------------------------------------------------------------------------------


def test_a_draft_that_is_gone_leaves_the_baseline_where_its_folder_is_checked(desk: Path) -> None:
    assert "known.json is written." in factcheck(desk, "drafts", "--write-baseline", "known.json").stdout
    (desk / "drafts" / "wrong.md").unlink()
    factcheck(desk, "drafts/right.md", "--baseline", "known.json")
    assert "wrong.md" in (desk / "known.json").read_text()
    gone = factcheck(desk, "drafts", "--baseline", "known.json")
    assert (gone.returncode, "1 finding is gone" in gone.stdout) == (0, True)
    assert "wrong.md" not in (desk / "known.json").read_text()


BROKEN: dict[str, bytes] = {
    "empty.docx": b"",
    "latin.txt": b"caf\xe9",
    "no-mark.md": WRONG.encode("utf-16-le"),
    "no-zip.docx": b"no zip",
    "nul.md": b"a\0b",
    "page-loop.pdf": (
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj\ntrailer <</Size 3/Root 1 0 R>>\n"
    ),
    "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<</Type/Cat",
}
SOUND: dict[str, bytes] = {
    "bom.md": WRONG.encode("utf-8-sig"),
    "crlf.md": WRONG.encode().replace(b"\n", b"\r\n"),
    "deep.html": b"<div>" * 20_000 + WRONG.encode(),
    "utf-16.md": WRONG.encode("utf-16"),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_hostile_drafts_are_one_line_each_and_the_others_are_checked(tmp_path: Path, jobs: str) -> None:
    for name, content in (BROKEN | SOUND | {"empty.md": b""}).items():
        (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(33_000_000))
    (tmp_path / "itself.md").symlink_to("itself.md")
    (tmp_path / "circle").symlink_to(".")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    result = factcheck(tmp_path, ".", "--jobs", jobs, "--format", "json", COLUMNS="80")
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    broken = sorted([*BROKEN, "bomb.docx", "itself.md", "zero.md", "pipe.md"])
    assert [line.split()[1].rstrip(":") for line in result.stderr.splitlines()] == broken
    assert checks(result) == [(name, "inconsistent") for name in sorted(SOUND)]
    quiet = factcheck(tmp_path, ".", "--quiet")
    assert quiet.stdout.splitlines()[-1] == f"Exit code 2: {len(broken)} files could not be checked."


def test_names_that_would_garble_a_report_do_not(tmp_path: Path) -> None:
    names = [b"new\nline.md", b"esc\x1b[31m.md", "bidi\u202e.md".encode(), b"\xff.md", b"[b]%0A::.md", b"--help.md"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text(WRONG, encoding="utf-8")
    shown = factcheck(tmp_path, ".")
    assert (shown.returncode, shown.stderr, shown.stdout.count("inconsistent  weekday")) == (1, "", len(names))
    assert not any(sign in shown.stdout for sign in ("\x1b", "\u202e"))
    assert len(checks(factcheck(tmp_path, ".", "--format", "json"))) == len(names)
    suites = ElementTree.fromstring(factcheck(tmp_path, ".", "--format", "junit").stdout)
    assert suites.get("failures") == str(len(names))
    commands = factcheck(tmp_path, ".", "--format", "github").stdout.splitlines()
    assert sum(line.startswith("::error ") for line in commands) == len(names)


def test_a_reader_that_goes_away_is_no_mistake(desk: Path) -> None:
    (desk / "drafts" / "long.md").write_text(f"{WRONG}\n" * 400, encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "drafts"], cwd=desk, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"drafts/long.md:1:23" in process.stdout.readline()
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 1)


@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [
        (">&-", 2, "factcheck: standard output cannot be written to: Bad file descriptor\n"),
        (">/dev/full", 2, "factcheck: standard output cannot be written to: No space left on device\n"),
        ("2>&-", 1, ""),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_streams_that_cannot_be_written_to_are_told(desk: Path, closed: str, code: int, said: str) -> None:
    result = subprocess.run(
        ["bash", "-c", f'exec "$@" {closed}', "bash", *COMMAND, "drafts"],
        cwd=desk,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (code, said)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_help_that_cannot_be_written_is_told(desk: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [*COMMAND, "--help"]
        result = subprocess.run(command, cwd=desk, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert result.stderr == b"factcheck: standard output cannot be written to: No space left on device\n"


def test_without_standard_input_that_is_the_problem(desk: Path) -> None:
    result = subprocess.run(
        ["bash", "-c", 'exec "$@" <&-', "bash", *COMMAND, "-", "drafts", "--quiet"],
        cwd=desk,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (
        2,
        "factcheck: standard input cannot be read: Bad file descriptor\n",
    )
    assert result.stdout.startswith("2 drafts")


@pytest.mark.skipif(not CAN_FORK, reason="workers are forks")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_ends_with_130_and_leaves_no_worker(desk: Path, jobs: str) -> None:
    # every check tells its process, then never ends
    (desk / "sitecustomize.py").write_text(
        "import os\nimport factcheck.desk.draft as draft\n\n\ndef _endless(*_, **__):\n"
        "    with open('told', 'w') as file:\n        file.write(f'{os.getpid()}\\n')\n    while True:\n        pass\n"
        "draft.check_document = _endless\n"
    )
    filler = "Rien de neuf sous le soleil de midi.\n\n" * 4000
    for name in ("a.md", "b.md"):
        (desk / "drafts" / name).write_text(filler, encoding="utf-8")
    os.mkfifo(desk / "told")
    with subprocess.Popen(
        [*COMMAND, "drafts/a.md", "drafts/b.md", "--jobs", jobs],
        cwd=desk,
        env=environment(PYTHONPATH=str(desk)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        with (desk / "told").open() as told:
            worker = int(told.readline())
        os.killpg(process.pid, signal.SIGINT)
        assert (*process.communicate(), process.returncode) == (b"", b"", 130)
    assert (worker == process.pid) is (jobs == "1")
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
