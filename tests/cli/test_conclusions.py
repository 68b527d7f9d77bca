"""What follows, and what must give way, on the screens of the real command: the shipped claims, at several widths."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from factcheck.reports.json import schema
from factcheck.reports.layout import width

ROOT = Path(__file__).parents[2]


def factcheck(*arguments: str, columns: int = 100, **variables: str) -> str:
    """What a command prints in a pipe."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR"):
        kept.pop(name, None)
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=ROOT,
        env={**kept, "PYTHONUTF8": "1", "COLUMNS": str(columns), **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode in (0, 1), result.stderr
    return result.stdout


def flowing(text: str) -> str:
    """The text on one line, however it was wrapped."""
    return " ".join(text.split())


def test_a_run_tells_under_a_contradiction_what_must_give_way() -> None:
    shown = flowing(factcheck("run", "--messages", "en"))
    assert "“2,8 milliards de dollars” and “plus de 2,8 milliards de dollars” must give way together: " in shown
    assert "either “près de 40 milliards de dirhams” or “doublement des performances” must give way: " in shown
    assert "CULPRITS" not in shown
    assert "IMPLIED" not in shown


def test_the_target_or_the_word_must_give_way_since_the_level_stands_on_several_legs() -> None:
    shown = flowing(factcheck("explain", "exports-double", "--messages", "en"))
    assert (
        "culprits either “près de 40 milliards de dirhams” or “doublement des performances” must give way: "
        "“26,2 milliards de dirhams” stands on several legs (" in shown
    )


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_it_takes_three_lines_at_most(columns: int) -> None:
    lines = factcheck("run", "--messages", "en", columns=columns).splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("  culprits  ")]
    assert len(starts) == 2, "a weekday that is none of its date's has no culprits"
    for start in starts:
        after = next(at for at in range(start + 1, len(lines)) if not lines[at].startswith(" " * 12))
        assert after - start <= 3


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_wider_than_asked(columns: int, language: str) -> None:
    shown = factcheck("run", "--culprits", "--implied", "--messages", language, columns=columns)
    assert [line for line in shown.splitlines() if width(line) > columns] == []
    assert "\x1b" not in shown


def test_culprits_in_full_have_arguments_corrections_and_what_is_cleared() -> None:
    shown = factcheck("run", "--culprits", "--messages", "en")
    full = flowing(shown[shown.index("CULPRITS  2") :])
    assert "✗ exports-double these 3 figures cannot all be true, by exports-double" in full
    assert (
        "1 1 statement; behind the rest stand 3 independent sources “près de 40 milliards de dirhams” "
        "(three-agreements): the others leave “46 milliards de dirhams” to “59 milliards de dirhams”" in full
    )
    assert "cleared, since several independent ways lead to it: “26,2 milliards de dirhams”" in full


def test_implied_values_are_a_table_with_their_derivations() -> None:
    shown = factcheck("run", "--implied", "--messages", "en")
    assert "  exports_h1_2024         12.89 to 13.01 bn MAD\n" in shown
    assert (
        "by h1-2024-before-growth from “13,4 milliards de dirhams” (rebound and value-creation), “hausse de 3,5 %” "
        "(rebound) and “3,5% de plus” (value-creation)" in flowing(shown)
    )


def test_a_claim_is_explained_with_what_follows_for_it_and_what_must_give_way() -> None:
    shown = flowing(factcheck("explain", "exports_growth_to_2030", "--messages", "en"))
    assert "given by exports-growth-to-2030: cagr(exports_2024, exports_2030, 6) == exports_growth_to_2030" in shown
    assert "observed were 0.2 % in 2024 and 3.5 % in the first half of 2025" in shown
    assert "implied 6.36 to 7.31%, at the widest 4.91 to 7.53%" in shown
    assert "not verified" not in shown
    target = flowing(factcheck("explain", "exports_2030", "--messages", "en"))
    assert "the smallest corrections in which it gives way: 1 1 statement; " in target


def test_json_has_both_and_fits_its_schema() -> None:
    report = json.loads(factcheck("run", "--format", "json"))
    jsonschema.validate(report, schema(), cls=jsonschema.Draft202012Validator)
    assert "exports_h1_2024" in {value["claim"] for value in report["implied"]}
    assert [conflict["corrections"][0]["size"] for conflict in report["culprits"]["conflicts"]] == [2, 1]


def test_markdown_tells_what_must_give_way() -> None:
    shown = factcheck("run", "--format", "markdown", "--messages", "en")
    assert "- either “près de 40 milliards de dirhams” (three-agreements) or “doublement des performances”" in shown


def test_colour_is_for_whoever_asks_for_it() -> None:
    coloured = factcheck("run", "--culprits", "--implied", FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[1mexports_h1_2024" in coloured.replace("\x1b[1m  ", "\x1b[1m")
    assert "\x1b" not in factcheck("run", "--culprits", "--implied", FORCE_COLOR="1", NO_COLOR="1")


def test_a_quiet_run_tells_the_summary_alone() -> None:
    assert factcheck("run", "--culprits", "--implied", "--quiet") == factcheck("run", "--quiet")
