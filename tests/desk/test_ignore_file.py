"""Entries of .factcheck-ignore.yaml, which set findings aside in drafts that have no comments."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from gate import RIGHT_GROWTH, WRONG_GROWTH, WRONG_WEEKDAY, findings_in

from factcheck.desk.ignore_file import NAME, load_ignores
from factcheck.errors import InputError
from factcheck.relations.finding import Finding

TODAY = date(2026, 6, 30)
TEXT = f"{WRONG_GROWTH} {WRONG_WEEKDAY}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the folders drafts and drafts/old, which is the working folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entry(**keys: str) -> str:
    """An entry for a growth in drafts/a.docx, changed by what is given; an empty value leaves its key out."""
    keys = {"path": "drafts/a.docx", "check": "growth", "reason": "rounded there", **keys}
    lines = [f"{key}: {value}" for key, value in keys.items() if value]
    return "- " + "\n  ".join(lines) + "\n"


def judged(content: str, path: str = "drafts/a.docx", text: str = TEXT, at: str = NAME) -> list[Finding]:
    Path(at).write_text(content, encoding="utf-8")
    return load_ignores([path], TODAY).suppressed(findings_in(path, text, "text"), path)


def set_aside(content: str, path: str = "drafts/a.docx", text: str = TEXT, at: str = NAME) -> dict[str, str]:
    """The reasons for which findings of a draft are set aside, by kind."""
    return {each.kind: each.suppressed for each in judged(content, path, text, at) if each.suppressed is not None}


def leftovers(content: str, paths: list[str], folders: list[str], text: str = TEXT, **options: object) -> list[str]:
    """What is wrong with the entries after a run over these drafts."""
    Path(NAME).write_text(content, encoding="utf-8")
    ignores = load_ignores(paths, TODAY)
    for path in paths:
        ignores.suppressed(findings_in(path, text, "text"), path)
    return [str(each.message) for each in ignores.leftovers(folders, **options)]


MEANT = {
    "a path and a kind": entry(),
    "every format": entry(path='"*.docx"'),
    "any depth": entry(path='"**/a.docx"'),
    "from the folder of the file": entry(path="/drafts/a.docx"),
    "a folder": entry(path="drafts/"),
    "several kinds": entry(check="[points, growth]"),
    "the words of a figure": entry(quote="4 310 emplois"),
    "part of the words": entry(quote="8 200"),
    "other spaces": entry(quote="8\u202f200 emplois"),
    "until today": entry(until="2026-06-30"),
}


@pytest.mark.parametrize("content", MEANT.values(), ids=MEANT)
def test_an_entry_sets_a_finding_aside_with_its_reason(folder: Path, content: str) -> None:
    assert set_aside(content) == {"growth": "rounded there"}


NOT_MEANT = {
    "another draft": entry(path="drafts/b.docx"),
    "another folder": entry(path="a.docx/"),
    "another kind": entry(check="share"),
    "words of no figure": entry(quote="26,2 milliards"),
    "part of a number": entry(quote="200 emplois"),
    "the beginning of a number": entry(quote='"4"'),
    "until yesterday": entry(until="2026-06-29"),
}


@pytest.mark.parametrize("content", NOT_MEANT.values(), ids=NOT_MEANT)
def test_an_entry_for_something_else_sets_nothing_aside(folder: Path, content: str) -> None:
    assert set_aside(content) == {}


def test_all_is_every_kind(folder: Path) -> None:
    assert set_aside(entry(check="all")) == {"growth": "rounded there", "weekday": "rounded there"}


def test_files_of_all_folders_up_to_the_root_count_and_the_nearest_gives_the_reason(folder: Path) -> None:
    Path("drafts", NAME).write_text(entry(path="a.docx", reason="nearer"), encoding="utf-8")
    assert set_aside(entry(check="[growth, weekday]")) == {"growth": "nearer", "weekday": "rounded there"}


def test_a_file_above_the_repository_does_not_count(folder: Path) -> None:
    Path("drafts", ".git").mkdir()
    assert set_aside(entry()) == {}


def test_a_file_beside_the_folder_of_a_draft_does_not_count(folder: Path) -> None:
    assert set_aside(entry(path='"*.docx"'), at=f"drafts/old/{NAME}") == {}


def test_a_draft_may_be_named_from_anywhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(NAME).write_text(entry(), encoding="utf-8")
    monkeypatch.chdir("drafts/old")
    for path in ("../a.docx", str(folder / "drafts" / "a.docx")):
        found = load_ignores([path], TODAY).suppressed(findings_in(path, WRONG_GROWTH, "text"), path)
        assert [each.suppressed for each in found] == ["rounded there"]


def test_standard_input_is_a_draft_in_the_working_folder(folder: Path) -> None:
    assert set_aside(entry(path='"*"'), path="-") == {"growth": "rounded there"}


def test_findings_that_hold_are_left_alone(folder: Path) -> None:
    assert set_aside(entry(), text=RIGHT_GROWTH) == {}


MISTAKES = {
    "no reason": (entry(reason=""), "the key reason is missing", None),
    "an empty reason": (entry(reason='""'), "there is no value", None),
    "an unknown key": (entry(paths="x"), "unknown key: paths", "did you mean path?"),
    "an unknown kind": (
        entry(check="growht"),
        "growht is no kind of check that could be suppressed",
        "did you mean growth?",
    ),
    "no date": (entry(until="soon"), "soon has the wrong form", "write year-month-day: 2026-12-31"),
    "no day of a calendar": (entry(until="2026-02-30"), "2026-02-30 does not exist: it is in no calendar", None),
    "an exception": (
        entry(path='"!a.docx"'),
        "!a.docx names no files",
        "write it as in .gitignore, from the folder of this file: drafts/*.docx",
    ),
    "a comment for a path": (entry(path='"#a"'), "#a names no files", None),
    "a star without quotes": (
        entry(path="*.docx"),
        "a text cannot begin with this character",
        "put the text in quotes",
    ),
    "no list": (
        "path: a.docx\n",
        "the file is not a list",
        "write `- path: …`, and below it `check: …` and `reason: …`",
    ),
    "nothing": ("# nothing\n", "the file is empty", "write `- path: …`, and below it `check: …` and `reason: …`"),
    "no YAML": ("- [a\n", "the bracket [ is never closed", "put the text in quotes"),
}


@pytest.mark.parametrize(("content", "message", "hint"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_the_file_has_its_place_and_advice(
    folder: Path, content: str, message: str, hint: str | None
) -> None:
    with pytest.raises(InputError) as raised:
        judged(content)
    problem = raised.value.problems[0]
    assert (problem.place.path, str(problem.message)) == (NAME, message)
    assert hint is None or str(problem.hint) == hint


def test_the_mistakes_of_all_files_are_reported_at_once(folder: Path) -> None:
    Path("drafts", NAME).write_bytes(b"\xff")
    Path("drafts", "old", NAME).mkdir()
    with pytest.raises(InputError) as raised:
        judged(entry(reason="") + entry(check="sums", until="never"), "drafts/old/a.docx")
    assert [(each.place.path, each.place.line) for each in raised.value.problems] == [
        (NAME, 1),
        (NAME, 4),
        (NAME, 6),
        (f"drafts/{NAME}", 1),
    ]


def test_the_entry_that_the_readme_shows_sets_a_growth_aside(folder: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (content,) = re.findall(r"```yaml\n(- path:.*?)```", readme, re.DOTALL)
    text = "De 12,0 millions d'emplois à 15.0 million d'emplois, en hausse de 20 %."
    assert set_aside(content, "reports/a.docx", text) == {"growth": "the ministry's own rounding"}


def test_without_any_file_nothing_is_set_aside(folder: Path) -> None:
    ignores = load_ignores(["drafts/a.docx"], TODAY)
    found = findings_in("drafts/a.docx", WRONG_GROWTH, "text")
    assert ignores.suppressed(found, "drafts/a.docx") == found
    assert ignores.leftovers(["."]) == []


NEEDLESS = "there is no finding of ('growth',) here to suppress"
A, B = "drafts/a.docx", "drafts/b.docx"


@pytest.mark.parametrize(
    ("content", "paths", "folders", "text", "said"),
    [
        (entry(), [A], [], TEXT, []),
        (entry(), [A], [], WRONG_WEEKDAY, [NEEDLESS]),
        (entry(), [B], [], WRONG_WEEKDAY, []),
        (entry(), [B], ["drafts"], WRONG_WEEKDAY, ["drafts/a.docx is no draft that was checked"]),
        (entry(path='"*.docx"'), [A], [], WRONG_WEEKDAY, []),
        (entry(path='"*.docx"'), [A, B], ["drafts"], WRONG_WEEKDAY, []),
        (entry(path='"*.docx"'), [A, B], ["."], WRONG_WEEKDAY, [NEEDLESS]),
        (entry(path="drafts/*.docx"), [A, B], ["drafts"], WRONG_WEEKDAY, [NEEDLESS]),
        (entry(path="drafts/*/a.docx"), [B], ["drafts/old"], WRONG_WEEKDAY, []),
        (entry(until="2026-06-29"), [A], [], TEXT, ["this suppression ended on 2026-06-29"]),
        (entry(until="2026-06-29"), [B], [], TEXT, []),
    ],
)
def test_an_entry_that_no_longer_applies_is_a_finding_once_all_its_drafts_were_checked(
    folder: Path, content: str, paths: list[str], folders: list[str], text: str, said: list[str]
) -> None:
    assert leftovers(content, paths, folders, text) == said


def test_of_a_kind_that_a_run_cannot_decide_no_entry_is_needless(folder: Path) -> None:
    content = entry(check="agreement:jobs")
    assert leftovers(content, [A], ["."], unjudged=["agreement"]) == []
    assert len(leftovers(content, [A], ["."])) == 1


def test_such_a_finding_stands_in_the_file_of_the_entry(folder: Path) -> None:
    Path(NAME).write_text(entry(path=B) + entry(), encoding="utf-8")
    ignores = load_ignores([A], TODAY)
    ignores.suppressed([], A)
    (found,) = ignores.leftovers([])
    place = found.relation.place
    assert (place.path, place.line, place.column, place.end_column) == (NAME, 4, 9, 22)
