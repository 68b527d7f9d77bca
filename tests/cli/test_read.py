"""`factcheck read`: the table that people read, and the lines that machines read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.read import FILE_FORMATS
from factcheck.desk.read import Reading, read_document
from factcheck.reading.documents import FORMATS, Division, document_of
from factcheck.reading.documents.document import divided
from factcheck.reports.layout import width
from factcheck.reports.readings import closing, json_lines, table
from factcheck.reports.view import View
from factcheck.reports.wording import wording

TEXT = (
    "En 2024, plus de 26,2 milliards de dirhams [sic], soit 2,8 milliards de dollars [/x].\n"
    "Le prix est de 2,415 Mds DH ; les deux tiers ont doublé en cinq ans.\n"
)
EN = wording("en")


def reading(text: str = TEXT, name: str = "draft.txt") -> Reading:
    return read_document(document_of(name, text.encode()), lang="fr")


def shown(view: View, *, wraps: bool, language: str = "en", name: str = "draft.txt") -> list[str]:
    return table(reading(name=name), wording(language), view, wraps=wraps).splitlines()


def test_a_row_tells_range_unit_hedge_period_and_place() -> None:
    lines = shown(View(), wraps=False)
    heads, rows = lines[0].split(), [[cell.strip() for cell in line.split("  ") if cell] for line in lines[1:-1]]
    assert heads == ["figure", "usually", "unit", "hedge", "period", "place"]
    assert rows[0] == ["2024", "2024", "date", "–", "2024", "draft.txt:1:4"]
    assert rows[1][:1] + rows[1][2:] == ["26,2 milliards de dirhams", "MAD", "more than", "2024", "draft.txt:1:18"]
    assert rows[2][:3] == ["2,8 milliards de dollars", "2.75 to 2.85 bn", "USD (assumed)"]
    assert rows[3][:2] == ["2,415 Mds DH", "2.4145 to 2.4155 bn, or 2.415 tn"]
    assert {"ratio", "times", "years"} <= {cell for row in rows for cell in row}


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_a_terminal_rows_wrap_and_places_do_not(columns: int, language: str) -> None:
    lines = shown(View(columns, crop=True), wraps=True, language=language)
    assert lines[0] == "draft.txt  fr"
    assert max(width(line) for line in lines) <= columns
    assert any(line.endswith("  1:18") for line in lines)


@pytest.mark.parametrize(("division", "place"), [(Division.PARAGRAPH, "paragraph 1, 8"), (Division.PAGE, "page 1, 8")])
def test_paragraphs_and_pages_are_called_so(division: Division, place: str) -> None:
    document = divided("draft", ["Il y a 26 emplois."], division)
    lines = table(read_document(document, lang="fr"), EN, View(), wraps=True).splitlines()
    assert lines[2].replace("\u00a0", " ").endswith(f"  {place}")


def test_both_ranges_are_shown_when_asked() -> None:
    assert "at the widest" in shown(View(verbose=True), wraps=False)[0]


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    text = table(reading("Soit 26 \x1b[31m\u202eemplois", "a\x1b.txt"), EN, View(80), wraps=True)
    assert "\x1b" not in text
    assert "a\\x1b.txt" in text


def test_a_text_without_figures_has_no_table() -> None:
    assert table(reading("Rien."), EN, View(), wraps=True) == ""
    assert closing(0, 1, 0, EN) == "0 figures in 1 file.\n"
    assert closing(1, 2, 1, EN) == "1 figure in 2 files. 1 file could not be read.\n"


def test_json_lines_are_as_documented() -> None:
    entries = [json.loads(line) for line in json_lines(reading())]
    keys = ["text", "start", "end", "line", "column", "kind", "value", "unit", "hedge", "literal", "usual", "period"]
    assert list(entries[0]) == [*keys, "file"]
    assert entries[0]["kind"] == "date"
    assert (entries[0]["literal"], entries[0]["usual"]) == (None, None)
    money = entries[1]
    assert TEXT[money["start"] : money["end"]] == money["text"] == "26,2 milliards de dirhams"
    assert (money["value"], money["unit"], money["hedge"], money["period"]) == ("26200000000", "MAD", "over", "2024")
    assert money["literal"] == {"low": "26200000000", "high": None, "open": ["low", "high"]}
    assert entries[2]["assumed"] is True
    assert entries[3]["other"] == "2415000000000"
    assert [entry["value"] for entry in entries if entry["kind"] == "ratio"] == ["2/3"]
    assert {entry["file"] for entry in entries} == {"draft.txt"}


def test_the_formats_offered_are_those_there_are() -> None:
    assert tuple(FORMATS) == FILE_FORMATS


# --- the real command -----------------------------------------------------------------------------------------


def factcheck(
    folder: Path, *arguments: str, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK"))}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "read", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **variables},
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text("---\nlang: fr\n---\nIl y a **26** emplois.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 26")
    return tmp_path


def test_files_are_listed_and_what_cannot_be_read_is_told_at_the_end_with_2(desk: Path) -> None:
    result = factcheck(desk, "b.txt", "nowhere.md", "a.md", "--format", "json")
    assert result.returncode == 2
    [entry] = [json.loads(line) for line in result.stdout.splitlines()]
    assert (entry["file"], entry["line"], entry["column"], entry["text"]) == ("a.md", 4, 10, "26 emplois")
    errors = result.stderr.decode()
    assert "b.txt: the byte at offset 3 is 0xe9" in errors
    assert "no such file or folder: nowhere.md" in errors
    assert "Traceback" not in errors


def test_standard_input_is_read_as_asked_and_the_table_goes_to_a_file(desk: Path) -> None:
    arguments = ("-", "--as", "html", "--lang", "fr", "--date", "2025-11-07", "--messages", "fr", "--output", "out.txt")
    result = factcheck(desk, *arguments, stdin=b"<p>Ils sont 5&nbsp;000, contre 4 310 l'an dernier")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    lines = (desk / "out.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1].endswith("chiffres dans 1 fichier.")
    assert any("  2024  " in line and line.endswith("-:1:32") for line in lines)


def test_in_a_terminal_as_wide_as_told_the_table_fits(desk: Path) -> None:
    result = factcheck(desk, "a.md", COLUMNS="40", FORCE_COLOR="1", NO_COLOR="1")
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "a.md  fr"
    assert max(map(len, lines)) <= 60
    assert lines[-1] == "1 figure in 1 file."
    assert factcheck(desk, "a.md", "--quiet").stdout == b"1 figure in 1 file.\n"
