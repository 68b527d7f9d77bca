"""The baseline: what was found before does not fail the gate, what is new does, and what is gone is forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate import RIGHT_GROWTH, WRONG_GROWTH, WRONG_WEEKDAY, findings_in
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.desk.baseline import Baseline, baseline_of, may_be_written, read_baseline
from factcheck.desk.suppressions import suppressed
from factcheck.errors import FactcheckError, InputError
from factcheck.relations.finding import Finding

FILE = "factcheck-baseline.json"
OTHER_GROWTH = "De 100,5 tonnes à 120,5 tonnes, en hausse de 33 %."


def failing(baseline: Baseline, findings: list[Finding]) -> list[str]:
    """What still counts although there is the baseline."""
    others, _ = baseline.divided(findings)
    return [each.kind for each in others if each.severity is not None and each.counts]


def written(folder: Path, baseline: Baseline) -> Baseline:
    """The baseline as it comes back from its file."""
    path = folder / FILE
    path.write_text(baseline.text, encoding="utf-8")
    return replace(read_baseline(path), path=baseline.path)


def test_what_is_in_the_baseline_is_set_aside_with_its_verdict() -> None:
    findings = findings_in("a.md", f"{WRONG_GROWTH}\n\n{RIGHT_GROWTH}\n")
    others, known = baseline_of(findings, FILE).divided(findings)
    assert [each.verdict for each in others] == ["consistent"]
    assert [(each.verdict, each.suppressed) for each in known] == [("inconsistent", f"baseline {FILE}")]


def test_a_new_finding_fails_although_there_is_a_baseline() -> None:
    baseline = baseline_of(findings_in("a.md", WRONG_GROWTH), FILE)
    assert failing(baseline, findings_in("a.md", f"{WRONG_GROWTH}\n\n{WRONG_WEEKDAY}\n")) == ["weekday"]


@pytest.mark.parametrize(
    "text",
    [
        f"Un titre.\n\n{WRONG_GROWTH}\n",
        WRONG_GROWTH.replace("4 310", "4\u202f310"),
        WRONG_GROWTH.replace("4 310", "4310"),
        WRONG_GROWTH.replace("20 %", "20%"),
        f"<b>{WRONG_GROWTH}</b>",
    ],
)
def test_another_place_or_another_setting_revives_nothing(text: str) -> None:
    assert failing(baseline_of(findings_in("a.md", WRONG_GROWTH), FILE), findings_in("a.md", text)) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("b.md", WRONG_GROWTH),
        ("a.md", WRONG_GROWTH.replace("20 %", "21 %")),
        ("a.md", WRONG_GROWTH.replace("20 %", "environ 20 %")),
        ("a.md", WRONG_GROWTH.replace("4 310 emplois", "4 310 tonnes").replace("8 200 emplois", "8 200 tonnes")),
    ],
)
def test_another_draft_or_another_figure_is_another_finding(path: str, text: str) -> None:
    assert failing(baseline_of(findings_in("a.md", WRONG_GROWTH), FILE), findings_in(path, text)) == ["growth"]


def test_another_weekday_is_another_finding() -> None:
    baseline = baseline_of(findings_in("a.md", WRONG_WEEKDAY), FILE)
    assert failing(baseline, findings_in("a.md", WRONG_WEEKDAY.replace("mardi", "jeudi"))) == ["weekday"]


def test_a_second_one_of_its_like_is_new() -> None:
    baseline = baseline_of(findings_in("a.md", WRONG_GROWTH), FILE)
    assert failing(baseline, findings_in("a.md", f"{WRONG_GROWTH}\n\n{WRONG_GROWTH}\n")) == ["growth"]


def test_what_a_comment_sets_aside_is_not_written_and_takes_no_place() -> None:
    text = f"{WRONG_GROWTH} <!-- factcheck: ignore growth -- why -->\n\n{WRONG_GROWTH}\n"
    findings = suppressed(findings_in("a.md", text), "a.md", text.encode())
    baseline = baseline_of(findings, FILE)
    assert [entry.ordinal for entry in baseline.entries] == [1]
    assert failing(baseline, findings) == []


def test_what_is_wrong_with_a_suppression_can_be_in_the_baseline() -> None:
    text = f"<!-- factcheck: ignore growth -->\n{RIGHT_GROWTH}\n"
    findings = suppressed(findings_in("a.md", text), "a.md", text.encode())
    assert failing(Baseline(FILE), findings) == ["suppression"]
    assert failing(baseline_of(findings, FILE), findings) == []


def test_another_mistaken_suppression_is_new_though_one_was_corrected() -> None:
    def found(comment: str) -> list[Finding]:
        text = f"<!-- factcheck: {comment} -->\n{RIGHT_GROWTH}\n"
        return suppressed(findings_in("a.md", text), "a.md", text.encode())

    baseline = baseline_of(found("ignore growth"), FILE)
    assert failing(baseline, found("ignore  growth")) == []
    assert failing(baseline, found("ignore nonsense -- why")) == ["suppression"]


def test_paths_are_those_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path)
    baseline = baseline_of(findings_in("drafts/a.md", WRONG_GROWTH), Path("ci", FILE))
    assert [entry.path for entry in baseline.entries] == ["../drafts/a.md"]
    monkeypatch.chdir("drafts")
    assert failing(replace(baseline, path=f"../ci/{FILE}"), findings_in("a.md", WRONG_GROWTH)) == []
    assert failing(baseline_of(findings_in("-", WRONG_GROWTH), FILE), findings_in("-", WRONG_GROWTH)) == []


# --- shrinking ----------------------------------------------------------------------------------------------


def test_entries_that_are_no_longer_found_are_dropped() -> None:
    before = findings_in("a.md", f"{WRONG_GROWTH}\n\n{WRONG_GROWTH}\n\n{WRONG_WEEKDAY}\n")
    after = findings_in("a.md", f"{WRONG_GROWTH}\n\n{OTHER_GROWTH}\n")
    shrunk = baseline_of(before, FILE).shrunk(after, ["a.md"])
    assert [(entry.check, entry.ordinal) for entry in shrunk.entries] == [("growth", 1)]
    assert "33 percent" not in shrunk.text


def test_entries_of_drafts_that_were_not_checked_stay() -> None:
    baseline = baseline_of([*findings_in("a.md", WRONG_GROWTH), *findings_in("b.md", WRONG_GROWTH)], FILE)
    assert {entry.path for entry in baseline.shrunk([], ["a.md"]).entries} == {"b.md"}
    assert baseline.shrunk([], []) == baseline


def test_entries_of_drafts_that_are_gone_are_dropped_where_their_folder_was_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "kept.txt").touch()
    paths = ("a.md", "drafts/a.md", "drafts/kept.txt", "drafts/deep/b.md", "drafts-old/a.md", "../a.md")
    baseline = baseline_of([found for path in paths for found in findings_in(path, WRONG_GROWTH)], Path("ci", FILE))

    def left(*walked: str) -> set[str]:
        return {entry.path.removeprefix("../") for entry in baseline.shrunk([], [], walked).entries}

    assert left() == set(paths)
    assert left("drafts") == left(str(tmp_path / "drafts")) == {"a.md", "drafts/kept.txt", "drafts-old/a.md", "../a.md"}
    assert left(".") == left("ci/..") == {"drafts/kept.txt", "../a.md"}
    assert left("..") == {"drafts/kept.txt"}


def test_what_has_a_comment_now_needs_no_entry() -> None:
    text = f"{WRONG_GROWTH} <!-- factcheck: ignore growth -- why -->\n"
    findings = suppressed(findings_in("a.md", text), "a.md", text.encode())
    assert baseline_of(findings_in("a.md", WRONG_GROWTH), FILE).shrunk(findings, ["a.md"]).entries == frozenset()


@pytest.mark.parametrize(
    ("environment", "may"),
    [({}, True), ({"CI": ""}, True), ({"CI": "false"}, True), ({"CI": "true"}, False), ({"CI": "1"}, False)],
)
def test_the_file_is_never_written_in_ci(environment: dict[str, str], may: bool) -> None:
    assert may_be_written(environment) is may


PARAGRAPHS = st.lists(
    st.sampled_from([WRONG_GROWTH, RIGHT_GROWTH, OTHER_GROWTH, WRONG_WEEKDAY, "Rien de neuf.", "# Un titre", ""]),
    max_size=8,
)


def draft(paragraphs: list[str]) -> list[Finding]:
    return findings_in("a.md", "\n\n".join(paragraphs))


@given(paragraphs=PARAGRAPHS)
def test_a_baseline_written_and_used_at_once_leaves_nothing(
    paragraphs: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    findings = draft(paragraphs)
    baseline = written(tmp_path_factory.getbasetemp(), baseline_of(findings, FILE))
    assert baseline == baseline_of(findings, FILE)
    assert failing(baseline, findings) == []
    assert baseline.shrunk(findings, ["a.md"]) == baseline
    others, known = baseline.divided(findings)
    assert len(others) + len(known) == len(findings)


@given(paragraphs=PARAGRAPHS, at=st.integers(0, 8), lines=st.integers(1, 3))
def test_lines_put_in_change_nothing(paragraphs: list[str], at: int, lines: int) -> None:
    baseline = baseline_of(draft(paragraphs), FILE)
    moved = draft([*paragraphs[:at], *["Rien."] * lines, *paragraphs[at:]])
    assert failing(baseline, moved) == []
    assert baseline.shrunk(moved, ["a.md"]) == baseline


@given(before=PARAGRAPHS, after=PARAGRAPHS, later=PARAGRAPHS)
def test_it_only_ever_shrinks_and_keeps_what_is_still_found(
    before: list[str], after: list[str], later: list[str]
) -> None:
    baseline = baseline_of(draft(before), FILE)
    shrunk = baseline.shrunk(draft(after), ["a.md"])
    assert shrunk.entries <= baseline.entries
    assert failing(shrunk, draft(after)) == failing(baseline, draft(after))
    assert shrunk.shrunk(draft(later), ["a.md"]).entries <= shrunk.entries


# --- the file -----------------------------------------------------------------------------------------------


def test_the_file_has_one_line_for_each_entry_in_order() -> None:
    findings = [*findings_in("b.md", WRONG_GROWTH), *findings_in("a.md", f"{WRONG_WEEKDAY}\n\n{WRONG_GROWTH}\n")]
    first, *entries, last = baseline_of(findings, FILE).text.splitlines()
    assert first == '{"factcheck_baseline": 1, "findings": ['
    assert last == "]}"
    assert [json.loads(line.rstrip(","))["path"] for line in entries] == ["a.md", "a.md", "b.md"]
    assert entries[0] == (
        '{"path": "a.md", "check": "growth", "figures": ["8200 job", "4310 job", "20 percent"], "ordinal": 1},'
    )
    assert baseline_of(list(reversed(findings)), FILE).text == baseline_of(findings, FILE).text


def test_an_empty_baseline_is_a_file_too(tmp_path: Path) -> None:
    assert written(tmp_path, Baseline(FILE)).entries == frozenset()


def test_a_draft_whose_name_is_no_unicode_comes_back(tmp_path: Path) -> None:
    baseline = baseline_of(findings_in("\udce9t\udce9.md", WRONG_GROWTH), FILE)
    assert written(tmp_path, baseline) == baseline


def test_there_is_no_baseline_where_none_was_written(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"there is no baseline .*: `--write-baseline .*` writes it"):
        read_baseline(tmp_path / FILE)


BROKEN = {
    "a conflict": (b'{"factcheck_baseline": 1, "findings": [\n<<<<<<< ours\n]}', "this is not JSON", 2),
    "nothing": (b"", "this is not JSON", 1),
    "something else": (b"[]", "this is no baseline of factcheck", 1),
    "no version": (b'{"findings": []}', "this is no baseline of factcheck", 1),
    "a later version": (b'{"factcheck_baseline": 2}', "a baseline of version 2: this factcheck reads version 1", 1),
    "no findings": (b'{"factcheck_baseline": 1}', "this is no baseline of factcheck", 1),
    "no entries": (b'{"factcheck_baseline": 1, "findings": [{}]}', "this is no baseline of factcheck", 1),
    "no text": (b"\xff\xfe", "not UTF-8: byte 0 is 0xff", 1),
    "deep": (b"[" * 100_000, "this is no", 1),
}


@pytest.mark.parametrize(("data", "message", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_one_clear_message(tmp_path: Path, data: bytes, message: str, line: int) -> None:
    path = tmp_path / FILE
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_baseline(path)
    (problem,) = raised.value.problems
    assert str(problem.message).startswith(message)
    assert (problem.place.path, problem.place.line) == (str(path), line)
    assert "--write-baseline" in str(problem.hint)
