from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import options
from factcheck.desk import outcome, settings
from factcheck.desk.settings import Settings, find_settings
from factcheck.errors import InputError
from factcheck.reports.wording import LANGUAGES


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the root of a git repository, and the working folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mistakes(project: Path, text: str, name: str = "factcheck.toml") -> list[str]:
    (project / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        find_settings()
    return [f"{problem.place}: {problem.message} {problem.hint or ''}".strip() for problem in caught.value.problems]


def test_without_a_file_nothing_is_settled(project: Path) -> None:
    assert find_settings() == Settings()


@pytest.mark.parametrize(("name", "header"), [("factcheck.toml", ""), ("pyproject.toml", "[tool.factcheck]\n")])
def test_settings_stand_in_a_file_of_their_own_or_in_pyproject(project: Path, name: str, header: str) -> None:
    text = f'{header}claims = ["claims", "more"]\nrates = "own.csv"\nfail-on = "warning"\nmessages = "fr"\n'
    (project / name).write_text(text)
    found = find_settings()
    assert found.claims == (Path("claims"), Path("more"))
    assert found.rates == (Path("own.csv"),)
    assert (found.fail_on, found.messages, found.texts) == ("warning", "fr", None)


def test_settings_of_the_folders_above_hold_and_their_paths_are_theirs(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "factcheck.toml").write_text('claims = "claims"\ntexts = "texts"\n')
    (project / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(project / "deep" / "down")
    found = find_settings()
    assert (found.claims, found.texts) == ((Path("../../claims"),), Path("../../texts"))


def test_a_pyproject_without_settings_is_passed_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "factcheck.toml").write_text('messages = "fr"\n')
    (project / "inner").mkdir()
    (project / "inner" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    monkeypatch.chdir(project / "inner")
    assert find_settings().messages == "fr"


@pytest.mark.parametrize(
    "text",
    [
        '[tool.factcheck]\nmessages = "fr"',
        '[ tool . "factcheck" ]\nmessages = "fr"',
        '[tool]\nfactcheck.messages = "fr"',
        'tool.factcheck.messages = "fr"',
        "'tool'.'factcheck'.messages = 'fr'",
        'tool = { factcheck = { messages = "fr" } }',
    ],
)
def test_settings_of_a_pyproject_count_however_toml_lets_them_be_written(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(f"{text}\n")
    assert find_settings(project).messages == "fr"


def test_nothing_above_the_root_of_the_repository_counts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "factcheck.toml").write_text('messages = "fr"\n')
    (project / "inner" / ".git").mkdir(parents=True)
    monkeypatch.chdir(project / "inner")
    assert find_settings() == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('# x\nclaim = "a"\n', "factcheck.toml:2:1: unknown setting claim did you mean `claims`?"),
        ('  fail_on = "warnings"\n', "factcheck.toml:1:3: fail_on must be one of error, warning, note, never"
                                     " did you mean `warning`?"),
        ("messages = 3\n", "factcheck.toml:1:1: messages must be one of en, fr"),
        ('claims = ["a", 2]\n', "factcheck.toml:1:1: claims must be a text in quotes, or a list of such texts"),
        ("texts = []\n", "factcheck.toml:1:1: texts must be a text in quotes"),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_a_hint(project: Path, text: str, expected: str) -> None:
    assert mistakes(project, text) == [expected]


def test_all_mistakes_are_told_at_once(project: Path) -> None:
    assert len(mistakes(project, "zzz = 1\ntexts = 2\n")) == 2


def test_a_mistake_in_pyproject_is_found_in_the_right_table(project: Path) -> None:
    text = '[tool.other]\nmessages = "de"\n[tool.factcheck]\nmessages = "de"\n'
    assert mistakes(project, text, "pyproject.toml") == ["pyproject.toml:4:1: messages must be one of en, fr"]


def test_what_is_no_toml_is_a_mistake_with_a_place(project: Path) -> None:
    (found,) = mistakes(project, 'claims = "a"\nclaims = [\n')
    assert found.startswith("factcheck.toml:")
    assert "this is not TOML" in found


def test_the_choices_are_the_same_wherever_they_are_written() -> None:
    assert settings.THRESHOLDS == outcome.THRESHOLDS == options.THRESHOLDS
    assert LANGUAGES == options.LANGUAGES
