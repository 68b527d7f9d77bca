"""A start in a folder: it holds, and what was there stays as it was."""

import pytest
import yaml

from factcheck.claims.load import load
from factcheck.desk.init import init
from factcheck.desk.run import run
from factcheck.desk.settings import find_settings
from factcheck.desk.test import test as run_rule_tests
from factcheck.errors import FactcheckError
from factcheck.version import __version__

NAMES = ["claims/example.yaml", "factcheck.toml", ".github/workflows/factcheck.yml"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_start_has_what_is_promised_and_holds(tmp_path, lang):
    assert [(file.name, file.is_written) for file in init(tmp_path / "desk", lang)] == [(name, True) for name in NAMES]
    claims = tmp_path / "desk" / "claims"
    base = load([claims])
    assert (len(base.sources), len(base.claims), len(base.rules)) == (1, 2, 1)
    assert {source.lang for source in base.sources.values()} == {lang}
    assert [str(each.verdict) for each in run([claims]).findings] == ["consistent"]
    assert [(each.test.verdict, each.passed) for each in run_rule_tests([claims])] == [
        ("consistent", True),
        ("inconsistent", True),
    ]
    assert "# " in (claims / "example.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_settings_are_read_and_every_one_is_shown(tmp_path, lang):
    list(init(tmp_path, lang))
    assert find_settings(tmp_path).path == (tmp_path / "factcheck.toml").resolve()
    path = tmp_path / "factcheck.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("\n# ", "\n"), encoding="utf-8")
    settings = find_settings(tmp_path)
    assert (settings.lang, settings.messages, settings.fail_on) == (lang, lang, "error")
    assert settings.drafts
    assert settings.texts
    assert settings.rates
    assert settings.exclude


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_workflow_runs_the_tests_and_the_claims(tmp_path, lang):
    list(init(tmp_path, lang))
    workflow = yaml.safe_load((tmp_path / NAMES[2]).read_text(encoding="utf-8"))
    commands = [step["run"] for step in workflow["jobs"]["figures"]["steps"] if "run" in step]
    assert commands[1:] == ["factcheck test", "factcheck run"]
    assert f"@v{__version__}" in commands[0]


def test_what_is_there_is_kept(tmp_path):
    for name in NAMES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine\n", encoding="utf-8")
    assert [file.is_written for file in init(tmp_path, "en")] == [False] * 3
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in NAMES} == {"mine\n"}


def test_a_second_time_nothing_is_written(tmp_path):
    list(init(tmp_path, "en"))
    assert not any(file.is_written for file in init(tmp_path, "fr"))


def test_claims_of_ones_own_serve_for_the_example(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "ours.yaml").write_text("claims: {a: {}}\n", encoding="utf-8")
    first, *others = init(tmp_path, "en")
    assert (first.is_written, first.instead) == (False, "claims/ours.yaml")
    assert all(file.is_written for file in others)


def test_settings_of_ones_own_serve_too(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nfail_on = "never"\n', encoding="utf-8")
    files = {file.name: file for file in init(tmp_path, "en")}
    assert files["factcheck.toml"].instead == "pyproject.toml"
    assert find_settings(tmp_path).fail_on == "never"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path):
    (tmp_path / "factcheck.toml").symlink_to(tmp_path / "elsewhere.toml")
    files = {file.name: file for file in init(tmp_path, "en")}
    assert not files["factcheck.toml"].is_written
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "desk").write_text("", encoding="utf-8")
    with pytest.raises(FactcheckError, match="is a file: name a folder"):
        list(init(tmp_path / "desk", "en"))
