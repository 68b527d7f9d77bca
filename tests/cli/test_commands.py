"""The real command, as people and machines call it. Each call costs a process, so there are few."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from factcheck.reports.json import schema

BASE = """\
sources:
  first: {lang: fr, title: "Le premier [sic]"}
  second: {lang: fr}
claims:
  exports_2024:
    period: 2024
    said:
      first: "26,2 milliards de dirhams"
      second: "26,2 milliards de dirhams"
  exports_2024_usd:
    period: 2024
    said:
      first: "2,8 milliards de dollars"
rules:
  dollars-2024:
    check: convert(exports_2024, USD, 2024) == exports_2024_usd
    tests:
      consistent: {exports_2024: "26,2 milliards de dirhams", exports_2024_usd: "2,6 milliards de dollars"}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A newsroom's folder with one contradiction."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "exports.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def factcheck(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def test_a_contradiction_is_reported_and_ends_with_1(desk: Path) -> None:
    result = factcheck(desk, "run", "--verbose")
    assert (result.returncode, result.stderr) == (1, "")
    assert "✗ dollars-2024  convert  claims/exports.yaml:" in result.stdout
    assert "✓ agreement:exports_2024" in result.stdout
    assert result.stdout.splitlines()[-1] == "Exit code 1: 1 finding fails the run (--fail-on error)."
    assert "\x1b" not in result.stdout


def test_the_threshold_decides_and_settings_set_it(desk: Path) -> None:
    (desk / "factcheck.toml").write_text('fail_on = "never"\nmessages = "fr"\n')
    result = factcheck(desk, "run", "--quiet")
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1].startswith("Code de sortie 0")


def test_json_goes_to_a_file_and_fits_its_schema(desk: Path) -> None:
    result = factcheck(desk, "run", "--format", "json", "--output", "report.json")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == "Exit code 1: 1 finding fails the run (--fail-on error)."
    report = json.loads((desk / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema())
    verdicts = {check["check"]: check["verdict"] for check in report["checks"]}
    assert verdicts == {"dollars-2024": "inconsistent", "agreement:exports_2024": "consistent"}


def test_mistakes_in_the_claims_are_told_with_their_place_and_end_with_2(desk: Path) -> None:
    (desk / "claims" / "more.yaml").write_text("rules:\n  r:\n    check: exports_2023 == exports_2024\n")
    result = factcheck(desk, "run", "--format", "json")
    assert result.returncode == 2
    assert "claims/more.yaml:3:12: " in result.stderr
    assert "            ^^^^^^^^^^^^" in result.stderr
    report = json.loads(result.stdout)
    jsonschema.validate(report, schema())
    assert [(error["path"], error["line"]) for error in report["errors"]] == [("claims/more.yaml", 3)]


def test_machines_get_their_document_whatever_happens(desk: Path) -> None:
    result = factcheck(desk, "run", "nowhere", "--format", "json")
    assert result.returncode == 2
    report = json.loads(result.stdout)
    jsonschema.validate(report, schema())
    assert [(error["path"], error["message"]) for error in report["errors"]] == [
        (None, "no such file or folder: nowhere")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "nowhere"), "factcheck: no such file or folder: nowhere"),
        (("run", "--fail-on", "bad"), "'bad' is not one of error, warning, note, never"),
        (("run", "--output", "none/r.txt"), "factcheck: cannot write none/r.txt: "),
        (("rates", "MAD", "XQZ", "2024"), "unknown currency 'XQZ'"),
        (("rates", "MAD", "USD", "someday"), "'someday' is not a period"),
        (("explain", "grwth"), "did you mean growth?"),
    ],
)
def test_what_cannot_be_done_is_a_message_and_2(desk: Path, arguments: tuple[str, ...], message: str) -> None:
    result = factcheck(desk, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_without_claims_the_message_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = factcheck(tmp_path, "run", LANG="fr_MA.UTF-8")
    assert result.returncode == 2
    assert "il n’y a pas de dossier claims/ ici" in result.stderr


def test_help_names_every_command_and_the_exit_codes(desk: Path) -> None:
    result = factcheck(desk, "--help")
    assert result.returncode == 0
    for word in ("run", "test", "explain", "rules", "rates", "schema", "Exit codes"):
        assert word in result.stdout


def test_rates_tell_average_range_and_source(desk: Path) -> None:
    result = factcheck(desk, "rates", "mad", "usd", "2024")
    assert result.returncode == 0
    assert "9.94" in result.stdout
    assert "World Bank" in result.stdout
    rate = json.loads(factcheck(desk, "rates", "MAD", "USD", "2024-06", "--format", "json").stdout)
    assert rate["covers"] == "2024-06"
    assert float(rate["low"]) < float(rate["average"]) < float(rate["high"])


def test_rules_tests_and_explanations_are_shown(desk: Path) -> None:
    assert "dollars-2024  convert  convert(exports_2024, USD, 2024)" in factcheck(desk, "rules").stdout
    tests = factcheck(desk, "test")
    assert (tests.returncode, tests.stdout) == (0, "1 test of 1 rule: 1 passed, 0 failed.\n")
    explained = factcheck(desk, "explain", "dollars-2024").stdout
    assert "26.2 bn MAD ÷" in explained
    assert "Tolerances" in explained


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", "run"],
        cwd=desk,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (1, "")


def test_a_stream_that_knows_only_ascii_gets_stand_ins(desk: Path) -> None:
    result = factcheck(desk, "run", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 1
    assert "x dollars-2024" in result.stdout
    assert '"2,8 milliards de dollars"' in result.stdout


def test_colour_can_be_forced_and_columns_set(desk: Path) -> None:
    coloured = factcheck(desk, "run", FORCE_COLOR="1", COLUMNS="70")
    assert "\x1b[" in coloured.stdout
    plain = factcheck(desk, "run", FORCE_COLOR="1", NO_COLOR="1", COLUMNS="70").stdout
    assert "\x1b" not in plain
    assert max(len(line) for line in plain.splitlines()) <= 70


def test_a_limit_shows_the_worst_findings_and_counts_all(desk: Path) -> None:
    limited = factcheck(desk, "run", "--no-cache", "--limit", "0")
    whole = factcheck(desk, "run", "--no-cache")
    assert limited.returncode == whole.returncode == 1
    assert "dollars-2024" in whole.stdout
    assert "dollars-2024" not in limited.stdout
    assert "1 more, which --limit leaves out" in limited.stdout
    assert limited.stdout.splitlines()[-4:] == whole.stdout.splitlines()[-4:]
