"""Scores of small numbers of worlds: factcheck judges a claim base exactly as the oracle does."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.power.planting import ERRORS
from benchmarks.power.scoring import Found, Score, score
from benchmarks.power.table import alarms, power
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9).map(str), error=st.sampled_from(sorted(ERRORS)))
def test_by_yaml_nothing_true_is_called_wrong_and_all_is_found_that_can_be(tmp_path, seed, error):
    found = score(seed, error, tmp_path)
    assert (found.alarms_by_yaml, found.unverified, found.disagreements) == ((), (), ())
    assert found.checks_by_yaml > 0
    if found.by_yaml is not None:
        assert found.by_yaml.found == found.by_yaml.findable


@pytest.mark.parametrize("seed", [str(number) for number in range(5)])
def test_a_wrong_weekday_is_found_in_prose(tmp_path, seed):
    found = score(seed, "wrong weekday", tmp_path)
    assert found.by_prose == Found(findable=True, found=True, doubted=True)
    assert found.kind == "weekday"


def test_the_tables_count_alarms_and_shares():
    scores = [
        Score("1", "wrong sum", by_yaml=Found(True, True), by_prose=Found(True, True, True), stories=2),
        Score("2", "wrong sum", by_yaml=Found(True, True), by_prose=Found(True, False, True), stories=1),
        Score("3", "factor 10", alarms_by_prose=("growth: 1 | 2 | 3 %",), stories=1),
    ]
    assert "growth: 1 | 2 | 3 %" in alarms(scores)
    row = next(line for line in power(scores).splitlines() if line.startswith("wrong sum"))
    assert row.replace("%", "").split() == ["wrong", "sum", "2", *["100.0"] * 3, "50.0", "50.0", "100.0"]


def test_the_command_prints_both_tables():
    command = [sys.executable, "-m", "benchmarks.power", "--worlds", "8", "--jobs", "1", "--seed", "5"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert printed.startswith("8 worlds of seed 5")
    assert all(error in printed for error in ERRORS)
