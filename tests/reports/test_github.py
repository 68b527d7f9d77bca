from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.github import SHOWN_OF_A_LEVEL, SUMMARY_BYTES, render, step_summary
from factcheck.reports.layout import joined, visible
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

pytestmark = pytest.mark.usefixtures("repository")

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def commands(outcome: Outcome, wording: Wording) -> list[tuple[str, dict[str, str], str]]:
    """What a runner makes of the report: level, properties and message of each command."""
    found = []
    for line in render(outcome, wording, View()).splitlines():
        match = COMMAND.match(line)
        assert match or not (line.lstrip().startswith("::") or "##[" in line)
        if match:
            properties = dict(each.split("=", 1) for each in match[2].split(","))
            assert not re.search("%(?!25|0A|0D|3A|2C)", match[2] + match[3])
            found.append((match[1], {name: unquote(text) for name, text in properties.items()}, unquote(match[3])))
    return found


def test_a_finding_is_an_annotation_where_it_stands(dollars: Finding, english: Wording) -> None:
    ((level, properties, message),) = commands(Outcome((dollars,)), english)
    assert level == "error"
    assert properties == {
        "file": "claims/morocco-digital-exports.yaml", "line": "131", "col": "5", "endLine": "131", "endColumn": "16",
        "title": "dollars-2024: inconsistent",
    }  # fmt: skip
    lines = message.split("\n")
    assert lines[0].startswith("“26,2 milliards de dirhams” at the rate of 2024 is")
    assert "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD" in lines
    assert any(line.startswith("would fit: “2,6 milliards de dollars” instead of") for line in lines)


def test_a_place_on_several_lines_has_no_columns(dollars: Finding, english: Wording) -> None:
    relation = replace(dollars.relation, place=Place("a.md", 3, 7, 5, 2))
    ((_, properties, _),) = commands(Outcome((replace(dollars, relation=relation),)), english)
    assert (properties["line"], properties["endLine"]) == ("3", "5")
    assert "col" not in properties and "endColumn" not in properties


def test_files_are_named_from_the_root_of_the_repository(
    dollars: Finding, english: Wording, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "desk").mkdir()
    monkeypatch.chdir(repository / "desk")
    paths = {"x.yaml": "desk/x.yaml", "../x.yaml": "x.yaml", str(repository / "y.md"): "y.md", "/z.md": "/z.md"}
    for path, wanted in paths.items():
        relation = replace(dollars.relation, place=Place(path))
        assert commands(Outcome((replace(dollars, relation=relation),)), english)[0][1]["file"] == wanted


def test_levels_follow_severities_and_mistakes_come_first(outcome: Outcome, dollars: Finding, english: Wording) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, severity=Severity.WARNING))
    mistakes = (Problem(Phrase("no such file"), NOWHERE), Problem(Phrase("bad key"), Place("a,b.yaml", 3, 5, 3, 9)))
    found = commands(replace(outcome, findings=(mild, *outcome.findings), problems=mistakes), english)
    assert [level for level, _, _ in found] == ["error", "error", "error", "warning", "notice"]
    assert found[0] == ("error", {"title": "factcheck"}, "no such file")
    assert found[1][1]["file"] == "a,b.yaml"


def test_what_github_would_drop_is_named_in_a_plain_line(dollars: Finding, english: Wording) -> None:
    many = [replace(dollars, relation=replace(dollars.relation, check=f"rule-{number}")) for number in range(13)]
    mild = [replace(each, relation=replace(each.relation, severity=Severity.WARNING)) for each in many]
    outcome = Outcome((*mild, *many))
    levels = [level for level, _, _ in commands(outcome, english)]
    assert levels == ["error"] * SHOWN_OF_A_LEVEL + ["warning"] * SHOWN_OF_A_LEVEL
    plain = [line for line in render(outcome, english, View()).splitlines() if not COMMAND.match(line)]
    assert plain[0] == "Not annotated, since GitHub shows 10 of a level: rule-10, rule-11 and rule-12."
    assert plain[-1] == "Exit code 1: 13 findings fail the run (--fail-on error)."


def test_articles_give_no_commands(hostile_outcome: Outcome, hostile: str, english: Wording) -> None:
    found = commands(hostile_outcome, english)
    assert len(found) == 2, "the mistake and the finding; the accepted one is not annotated"
    assert found[0][2] == visible(joined(hostile))
    assert found[1][2].split("\n")[0] == visible(joined(hostile))


def test_without_findings_only_the_summary_is_printed(english: Wording) -> None:
    lines = render(Outcome(()), english, View()).splitlines()
    assert len(lines) == 3
    assert lines[-1] == "Exit code 0: no finding fails the run (--fail-on error)."


def test_the_step_s_summary_is_the_table_and_never_too_large(
    outcome: Outcome, dollars: Finding, english: Wording
) -> None:
    assert "| error | dollars-2024 |" in step_summary(outcome, english, 0)
    many = Outcome((dollars,) * 2_000)
    for taken in (0, SUMMARY_BYTES // 2, SUMMARY_BYTES - 1_000, SUMMARY_BYTES - 10, SUMMARY_BYTES):
        text = step_summary(many, english, taken)
        assert len(text.encode()) + taken <= SUMMARY_BYTES
        assert text == "" or text.endswith("The rest has no room here; the log has every check by name.\n")
    assert step_summary(many, english, 0)


def test_findings_of_drafts_stand_on_their_lines_and_binary_files_have_none(gate: Outcome, english: Wording) -> None:
    found = commands(gate, english)
    places = [
        (level, properties["file"], properties.get("line"), properties.get("col")) for level, properties, _ in found
    ]
    assert places == [
        ("error", "drafts/exports.md", "4", "20"),
        ("error", "drafts/exports.md", "12", "72"),
        ("error", "drafts/note.docx", None, None),
        ("warning", "drafts/exports.md", "20", "18"),
    ]
    assert found[2][2].startswith("paragraph 3: ")


def test_findings_of_drafts_that_github_would_drop_are_told_apart_by_their_places(
    growth: Finding, english: Wording
) -> None:
    many = [
        replace(growth, relation=replace(growth.relation, place=Place("a.md", line, 1, line, 5)))
        for line in range(1, 13)
    ]
    text = render(Outcome(many, drafts=1), english, View())
    assert "Not annotated, since GitHub shows 10 of a level: growth (a.md:11) and growth (a.md:12).\n" in text


def test_words_of_drafts_give_no_commands(hostile_gate: Outcome, hostile: str, english: Wording) -> None:
    ((level, properties, message),) = commands(hostile_gate, english)
    assert (level, properties["file"]) == ("error", "a b/é%.md")
    assert message.split("\n")[0] == visible(joined(hostile))
