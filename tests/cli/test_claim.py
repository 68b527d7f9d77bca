"""`factcheck claim`, the real command: one screen, the exit code, and what is asked for where nothing was."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from factcheck.reports.answer_json import schema
from factcheck.reports.layout import width

ROOT = Path(__file__).parents[2]
DOLLARS = (
    "Les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars"
)
HALF = "Au premier semestre 2024 les exportations numériques ont atteint 12,9 milliards de dirhams"
LONG = " ".join([DOLLARS, *["et toute la presse en parle encore"] * 50])
SENTENCES = {
    "dollars": (DOLLARS, 1),
    "dollars without words": ("26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars", 1),
    "no figure": ("Les exportations numériques vont bien", 0),
    "no period": ("les exportations numériques ont atteint 26,2 milliards de dirhams", 0),
    "one source": ("plus de 120.000 emplois", 0),
    "doubling": ("270 000 emplois en 2030, soit un doublement", 0),
    "progress": ("ESO a déjà réalisé 75 % de ses recettes de 2024 en six mois", 0),
    "off by ten": ("le KPO pèse 2 %", 1),
    "not stated": (HALF, 0),
    "english": ("Morocco's digital exports reached 26.2 billion dirhams in 2024, or $2.8 billion", 1),
    "three hundred words": (LONG, 1),
}
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "CI"):
        kept.pop(name, None)
    return {**kept, "PYTHONUTF8": "1", "COLUMNS": "80", "TERM": "xterm-256color", **variables}


def factcheck(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "claim", *arguments],
        cwd=ROOT,
        env=environment(**variables),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def at_a_terminal(
    *arguments: str, typed: str = "", interrupted_at: str = "", lines: int = 24, **variables: str
) -> tuple[int, str]:
    """What the command shows at a terminal of 80 columns, to somebody who types; and its exit code.

    `interrupted_at` is what it shows before Ctrl-C.
    """
    ours, theirs = pty.openpty()
    variables = {"LINES": str(lines), **variables}
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "claim", *arguments],
        cwd=ROOT, env=environment(**variables), stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            read = os.read(ours, 65_536)
        except OSError:  # how Linux says that the other side has been closed
            break
        if not read:
            break
        shown += read
        if interrupted_at and interrupted_at.encode() in shown:
            process.send_signal(signal.SIGINT)
            interrupted_at = ""
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("messages", ["en", "fr"])
@pytest.mark.parametrize("name", SENTENCES)
def test_an_answer_has_its_four_parts_on_one_screen(name: str, messages: str) -> None:
    sentence, code = SENTENCES[name]
    result = factcheck(sentence, "--messages", messages)
    assert (result.returncode, result.stderr) == (code, "")
    lines = result.stdout.splitlines()
    assert len(lines) < 24, "the prompt needs a line, too"
    assert max(width(line) for line in lines) <= 80
    assert [line[0] for line in lines if re.match(r"[1-4] \S", line)] == ["1", "2", "3", "4"]
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("name", ["dollars", "one source", "three hundred words"])
def test_at_a_terminal_it_is_the_same_in_colour(name: str) -> None:
    sentence, code = SENTENCES[name]
    returned, shown = at_a_terminal(sentence, "--messages", "en")
    assert returned == code
    assert "\x1b[1;3" in shown
    plain = COLOUR.sub("", shown)
    assert plain == factcheck(sentence, "--messages", "en").stdout


def test_no_color_takes_the_colours_away() -> None:
    shown = at_a_terminal(DOLLARS, "--messages", "en", NO_COLOR="1")[1]
    assert "CONTRADICTED" in shown
    assert not re.search("\x1b\\[[0-9;]*3[0-9]m", shown)


def test_a_taller_terminal_shows_more() -> None:
    lines = COLOUR.sub("", at_a_terminal(DOLLARS, "--messages", "en", lines=60)[1]).splitlines()
    assert len(lines) > 24
    assert not any("--verbose" in line for line in lines)


def test_verbose_shows_all_and_quiet_the_answer_alone() -> None:
    short, everything = factcheck(DOLLARS, "--messages", "en"), factcheck(DOLLARS, "--messages", "en", "--verbose")
    assert "more with --verbose" in short.stdout
    assert "more with --verbose" not in everything.stdout
    assert len(everything.stdout.splitlines()) > len(short.stdout.splitlines())
    assert factcheck(DOLLARS, "--messages", "en", "--quiet").stdout.splitlines() == short.stdout.splitlines()[-2:]


def test_statements_stand_side_by_side_on_one_scale() -> None:
    lines = factcheck("plus de 120.000 emplois", "--messages", "en").stdout.splitlines()
    bars = [line for line in lines if line.count("|") == 2]
    assert len(bars) == 5
    assert len({(line.index("|"), line.rindex("|")) for line in bars}) == 1
    assert {line.strip()[0] for line in bars[1:]} == {"✓", "~"}
    assert any("value-creation 2025-11 “plus de 140.000 personnes”" in line for line in bars)


def test_a_terminal_without_unicode_shows_it_in_ascii() -> None:
    result = factcheck("le KPO pese 2 %", "--messages", "en", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 1
    assert result.stdout.isascii()
    assert "x |" in result.stdout
    assert "?" not in result.stdout


def test_standard_input_is_read_for_a_dash() -> None:
    result = factcheck("-", "--messages", "en", stdin="plus de\n120.000 emplois\n")
    assert result.returncode == 0
    assert result.stdout.startswith("“plus de 120.000 emplois”\n")


def test_what_is_no_text_on_standard_input_is_told() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", "claim", "-"],
        cwd=ROOT, env=environment(), input=b"caf\xe9 \xff", capture_output=True, check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_at_a_terminal_without_a_sentence_it_asks_for_one() -> None:
    code, shown = at_a_terminal("--messages", "en", "--quiet", typed="le KPO pèse 2 %\n")
    assert code == 1
    assert "Sentence: " in shown
    assert "CONTRADICTED" in shown


def test_control_c_at_the_prompt_ends_quietly() -> None:
    code, shown = at_a_terminal("--messages", "en", interrupted_at="Sentence: ")
    assert (code, shown.replace("^C", "")) == (130, "Sentence: ")


@pytest.mark.parametrize("typed", ["\x04", "\n", "  \n"])
def test_at_the_prompt_there_may_be_no_sentence(typed: str) -> None:
    code, shown = at_a_terminal("--messages", "en", typed=typed)
    assert code == 2
    assert shown.endswith("there is no sentence to check\n")
    assert "internal error" not in shown


def test_without_a_terminal_a_sentence_must_be_given() -> None:
    result = factcheck("--messages", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "factcheck: name the sentence, in quotes, or - to read it from standard input\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([""], "there is no sentence to check"),
        (["Las exportaciones alcanzaron 26,2 mil millones en 2024"], "seems to be in Spanish"),
        (["26,2 milliards", "--period", "2024-13"], "2024-13 is no period"),
        (["26,2 milliards", "--claims", "nowhere"], "no such file or folder: nowhere"),
        (["26,2 milliards", "--format", "sarif"], "'sarif' is not one of"),
        (["26,2 milliards", "--lang", "es"], "'es' is not one of"),
    ],
)
def test_what_could_not_be_done_ends_with_2(arguments: list[str], told: str) -> None:
    result = factcheck(*arguments, "--messages", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr
    assert "internal error" not in result.stderr


@pytest.mark.parametrize(
    ("threshold", "disputed", "contradicted", "uncovered"),
    [("error", 0, 1, 0), ("warning", 1, 1, 0), ("note", 1, 1, 1), ("never", 0, 0, 0)],
)
def test_the_exit_code_follows_the_threshold(threshold: str, disputed: int, contradicted: int, uncovered: int) -> None:
    for sentence, code in [
        ("plus de 120.000 emplois", disputed),
        ("le KPO pèse 2 %", contradicted),
        ("Le port a reçu 3 millions de tonnes", uncovered),
    ]:
        assert factcheck(sentence, "--fail-on", threshold).returncode == code


@pytest.mark.parametrize("name", SENTENCES)
def test_json_fits_its_schema(name: str) -> None:
    sentence, code = SENTENCES[name]
    result = factcheck(sentence, "--format", "json")
    document = json.loads(result.stdout)
    jsonschema.validate(document, schema())
    assert result.returncode == code
    assert document["answer"]["sentence"] == sentence
    assert (document["answer"]["standing"] == "contradicted") == (code == 1)


def test_json_tells_errors_too() -> None:
    result = factcheck("", "--format", "json", "--messages", "en")
    document = json.loads(result.stdout)
    jsonschema.validate(document, schema())
    assert (result.returncode, document["answer"]) == (2, None)
    assert [error["message"] for error in document["errors"]] == ["there is no sentence to check"]


def test_markdown_is_a_note_that_goes_into_a_file(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    result = factcheck("le KPO pèse 2 %", "--format", "markdown", "--messages", "en", "--output", str(note))
    assert (result.returncode, result.stdout) == (1, "")
    assert "CONTRADICTED" in result.stderr
    text = note.read_text(encoding="utf-8")
    assert text.startswith("> le KPO pèse 2 %\n\n✗ **contradicted**: ")
    assert "| ✗ | part du KPO, 2024 | “0,2 %” | rebound, " in text


def test_what_a_sentence_holds_is_no_markup_and_steers_no_terminal() -> None:
    sentence = "[/x] <b>*26,2 milliards* \x1b[31m@everyone</b>"
    shown = factcheck(sentence, "--messages", "en").stdout
    assert "[/x]" in shown
    assert "\x1b" not in shown
    note = factcheck(sentence, "--format", "markdown").stdout.splitlines()[0]
    assert "<b>" not in note
    assert "@everyone" not in note


def test_the_period_and_the_area_can_be_given() -> None:
    sentence = "les exportations numériques ont atteint 26,2 milliards de dirhams"
    assert factcheck(sentence, "--period", "2025-H1").returncode == 1
    assert factcheck(sentence, "--period", "2024", "--area", "Maroc").returncode == 0
    assert "NOT COVERED" in factcheck(sentence, "--area", "FR", "--messages", "en").stdout


def test_rich_and_pint_are_not_imported_for_a_pipe() -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factcheck", "claim", DOLLARS],
        cwd=ROOT, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert "factcheck" in imported
    assert imported.isdisjoint({"rich", "pint", "markdown_it", "rapidfuzz"})


def test_the_claims_can_be_left_out() -> None:
    result = factcheck("le KPO pèse 2 %", "--no-claims", "--messages", "en")
    assert result.returncode == 0
    assert "there are no claims to hold it against" in result.stdout


@pytest.mark.parametrize("messages", ["en", "fr"])
def test_denials_and_questions_have_one_screen_too(messages: str) -> None:
    for sentence, code in [
        ("Les exportations numériques n'ont pas atteint 26,2 milliards de dirhams en 2024", 1),
        ("Les exportations numériques n'ont pas augmenté de 0,2 % en 2024", 0),
        ("Les exportations numériques ont-elles atteint 26,2 milliards de dirhams en 2024 ?", 0),
        ("Les exportations numériques ont atteint 2,8 milliards de dollars en 2024", 0),
    ]:
        result = factcheck(sentence, "--messages", messages)
        assert (result.returncode, result.stderr) == (code, "")
        lines = result.stdout.splitlines()
        assert len(lines) < 24
        assert max(width(line) for line in lines) <= 80


def test_the_schema_is_printed() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", "schema", "answer"], capture_output=True, text=True, check=True
    )
    jsonschema.Draft202012Validator.check_schema(json.loads(result.stdout))
