"""`factcheck check`, the real command: what it says where, and how it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

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


def factcheck(
    folder: Path, *arguments: str, stdin: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "check", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **variables},
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
    assert "no drafts in pictures" in result.stdout
    quiet = factcheck(desk, "pictures", "--format", "json")
    assert (quiet.returncode, quiet.stderr[:26]) == (0, "factcheck: no drafts in pi")


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
