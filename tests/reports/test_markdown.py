from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, Severity
from factcheck.reports.layout import joined, visible
from factcheck.reports.markdown import escaped, page, render
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

pytestmark = pytest.mark.usefixtures("repository")

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"heading_open", "paragraph_open", "table_open", "bullet_list_open", "list_item_open", "inline",
        "blockquote_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"}  # fmt: skip


def shown(token: Token) -> str:
    """The text of an inline token as a reader sees it; our own comments are not seen."""
    parts = token.children or []
    assert {part.type for part in parts} <= {"text", "text_special", "html_inline", "strong_open", "strong_close"}
    assert {part.content for part in parts if part.type == "html_inline"} <= {"<!-- -->", "<strong>", "</strong>"}
    return "".join(part.content for part in parts if part.type != "html_inline")


def tokens(text: str) -> list[Token]:
    parsed = PARSER.parse(text)
    assert {token.type for token in parsed if not token.type.endswith("_close")} <= OURS
    return parsed


def tables(text: str) -> list[list[list[str]]]:
    """The tables, row by row, cell by cell."""
    found: list[list[list[str]]] = []
    parsed = tokens(text)
    for token, inside in zip(parsed, [*parsed[1:], None], strict=True):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            assert inside is not None
            found[-1][-1].append(shown(inside))
    return found


def texts(text: str) -> list[str]:
    return [shown(token) for token in tokens(text) if token.type == "inline"]


def test_all_findings_are_in_the_table_the_worst_first_and_the_accepted_last(
    outcome: Outcome, dollars: Finding, english: Wording
) -> None:
    mild = replace(dollars, relation=replace(dollars.relation, check="mild", severity=Severity.WARNING))
    table = tables(render(replace(outcome, findings=(mild, *outcome.findings)), english, View()))[0]
    assert table[0] == ["severity", "check", "what was found", "place"]
    assert [row[:2] for row in table[1:]] == [
        ["error", "dollars-2024"], ["warning", "mild"], ["note", "jobs-double"], ["error", "dollars-known"],
    ]  # fmt: skip
    assert table[1][3] == "claims/morocco-digital-exports.yaml:131"
    assert table[4][2].endswith("(accepted until 31 December 2026: published; a correction was asked for)")


def test_a_finding_has_its_figures_with_sources_and_its_calculation(dollars: Finding, english: Wording) -> None:
    text = render(Outcome((dollars,)), english, View())
    assert tables(text)[1][1] == [
        "“26,2 milliards de dirhams”", "26.15 to 26.25 bn MAD", "exports_2024", "value-creation",
        "claims/morocco-digital-exports.yaml:31",
    ]  # fmt: skip
    assert "26.2 bn MAD ÷ 9.94 MAD per USD = 2.64 bn USD" in texts(text)
    assert "dollars-2024: inconsistent" in texts(text)


def test_it_is_in_the_reader_s_language(dollars: Finding, french: Wording) -> None:
    assert tables(render(Outcome((dollars,)), french, View()))[0][0] == ["gravité", "contrôle", "constat", "endroit"]


def test_mistakes_come_before_the_table(outcome: Outcome, english: Wording) -> None:
    mistakes = (Problem(Phrase("no such file"), NOWHERE), Problem(Phrase("bad key"), Place("a.yaml", 3, 5, 3, 9)))
    found = texts(render(replace(outcome, problems=mistakes), english, View()))
    assert found.index("no such file") < found.index("a.yaml:3: bad key") < found.index("severity")


def test_a_mistake_that_names_its_file_names_it_once(outcome: Outcome, english: Wording) -> None:
    mistake = Problem(Phrase("no such file: {path}", path="gone.yaml"), Place("gone.yaml"))
    assert "no such file: gone.yaml" in texts(render(replace(outcome, problems=(mistake,)), english, View()))


def test_words_of_articles_are_text_wherever_they_stand(
    hostile_outcome: Outcome, hostile: str, english: Wording
) -> None:
    text = render(hostile_outcome, english, View())
    wanted = visible(joined(hostile))
    overview, figures = tables(text)
    assert overview[1][2] == wanted
    assert overview[2][2] == f"{wanted} (accepted until 31 December 2026: {wanted})"
    assert figures[1][0] == visible(joined(f"“{hostile}”"))
    assert all(len(row) == 4 for row in overview) and all(len(row) == 5 for row in figures)
    assert texts(text).count(wanted) == 4, "in the table, above its figures, in the calculation and as the reason"
    assert f"a.yaml:3: {wanted}" in texts(text)


@pytest.mark.parametrize("text", ["a@b.example", "@team", "#12", "!7", "https://x.example", "www.x.example", ":100:"])
def test_what_platforms_find_in_the_finished_page_is_broken_up(text: str) -> None:
    assert text not in escaped(text)
    assert shown(tokens(escaped(text))[1]) == text


@pytest.mark.parametrize("text", ["26.2 bn MAD", "exports_2024", "5 %", "“26,2 milliards”", "a.yaml:31", "x (y)"])
def test_plain_words_stay_readable_in_the_source(text: str) -> None:
    assert escaped(text) == text


def test_nothing_found_is_a_short_note(english: Wording, holding: Finding) -> None:
    for outcome in (Outcome(()), Outcome((holding,))):
        assert tables(render(outcome, english, View())) == []
        assert texts(render(outcome, english, View()))[-1].startswith("Exit code 0")


def test_a_note_with_little_room_is_still_whole(dollars: Finding, english: Wording) -> None:
    outcome = Outcome((dollars,) * 30)
    whole = page(outcome, english)
    size = len(whole.encode())
    assert page(outcome, english, size) == whole
    for room in range(400, size, 977):
        text = page(outcome, english, room)
        assert len(text.encode()) <= room
        assert all(len(row) in (4, 5) for table in tables(text) for row in table)


def test_a_finding_of_a_draft_has_its_sentence_with_its_figures_in_bold(growth: Finding, english: Wording) -> None:
    text = render(Outcome((growth,), drafts=1, figures=3), english, View())
    (quoted,) = [line for line in text.splitlines() if line.startswith("> ")]
    assert "ont atteint <strong>26,2 milliards de dirhams</strong> en 2024" in quoted
    assert quoted.endswith("(<strong>26,17</strong>).")
    overview, figures = tables(text)
    assert overview[1] == [
        "error", "growth", "from “26,17” to “26,2” is a change of −0.1 to +0.4%", "drafts/exports.md:12",
    ]  # fmt: skip
    assert figures[:2] == [
        ["figure", "usually", "place"],
        ["“26,2 milliards de dirhams”", "26.15 to 26.25 bn MAD", "drafts/exports.md:12"],
    ]


def test_places_in_binary_drafts_are_paragraphs(weekday: Finding, english: Wording) -> None:
    assert tables(render(Outcome((weekday,), drafts=1), english, View()))[0][1][3] == "drafts/note.docx, paragraph 3"


def test_words_of_drafts_are_text_in_the_sentence_too(
    hostile_gate: Outcome, hostile: str, growth: Finding, english: Wording
) -> None:
    text = render(hostile_gate, english, View())
    wanted = visible(hostile.replace("\n", " "))
    rest = growth.windows[0].text
    assert f"soit {wanted} ou {wanted}, {rest}" in texts(text)
    assert len([token for token in tokens(text) if token.type == "blockquote_open"]) == 1
