"""Comments that set findings aside, and what is wrong with those that do not."""

from __future__ import annotations

import pytest
from gate import RIGHT_GROWTH, WRONG_GROWTH, WRONG_WEEKDAY, findings_in
from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.suppressions import suppressed
from factcheck.relations.finding import Finding, Severity, Verdict

REASON = "the ministry's own rounding"
IGNORE = f"<!-- factcheck: ignore growth -- {REASON} -->"
START = f"<!-- factcheck: ignore-start growth -- {REASON} -->"
END = "<!-- factcheck: ignore-end -->"


def checked(text: str | bytes, path: str = "draft.md", form: str | None = None, **options: object) -> list[Finding]:
    data = text if isinstance(text, bytes) else text.encode()
    return suppressed(findings_in(path, data, form), path, data, form, **options)


def open_ones(text: str | bytes, path: str = "draft.md", **options: object) -> list[str]:
    """What still counts, as kind:line, mistakes in suppressions included."""
    return [
        f"{finding.kind}:{finding.relation.place.line}"
        for finding in checked(text, path, **options)
        if finding.severity is not None and finding.counts
    ]


def mistakes(text: str, path: str = "draft.md", **options: object) -> list[tuple[str, str]]:
    """What is said of the suppressions: message and advice."""
    return [
        (str(finding.message), str(finding.reason))
        for finding in checked(text, path, **options)
        if finding.kind == "suppression"
    ]


SET_ASIDE = {
    "on the line": f"{WRONG_GROWTH} {IGNORE}\n",
    "before the text of the line": f"{IGNORE} {WRONG_GROWTH}\n",
    "within the line": WRONG_GROWTH.replace(", en", f"{IGNORE}, en"),
    "alone on the line before": f"{IGNORE}\n{WRONG_GROWTH}\n",
    "with an empty line between": f"Un titre.\n\n{IGNORE}\n\n{WRONG_GROWTH}\n",
    "two comments before one line": f"<!-- factcheck: ignore weekday -- so dated -->\n{IGNORE}\n"
    f"{WRONG_GROWTH} {WRONG_WEEKDAY}\n",
    "on several lines": f"<!-- factcheck: ignore growth\n     -- {REASON} -->\n{WRONG_GROWTH}\n",
    "in a list": f"* {WRONG_GROWTH} {IGNORE}\n* Fin.\n",
    "above an item": f"* Un.\n* {IGNORE}\n  {WRONG_GROWTH}\n",
    "in a quotation": f"> {IGNORE}\n> {WRONG_GROWTH}\n",
    "kinds with a comma": f"<!-- factcheck: ignore weekday, growth -- known -->\n{WRONG_GROWTH} {WRONG_WEEKDAY}\n",
    "kinds without": f"<!-- factcheck: ignore weekday growth -- known -->\n{WRONG_GROWTH} {WRONG_WEEKDAY}\n",
    "all": f"<!-- factcheck: ignore all -- a quotation -->\n{WRONG_GROWTH} {WRONG_WEEKDAY}\n",
    "a dash for the hyphens": f"<!-- factcheck: ignore growth – {REASON} -->\n{WRONG_GROWTH}\n",
    "in capitals, close together": f"<!--FactCheck:IGNORE Growth -- {REASON}-->\n{WRONG_GROWTH}\n",
    "a region": f"{START}\n\n{WRONG_GROWTH}\n\nSuite.\n\n{WRONG_GROWTH}\n\n{END}\n",
    "a region in a line": f"Avant. {START}{WRONG_GROWTH}{END} Après.\n",
    "regions in each other": f"{START}\n<!-- factcheck: ignore-start weekday -- so dated -->\n{WRONG_WEEKDAY}\n{END}\n"
    f"{WRONG_GROWTH}\n{END}\n",
    "regions across each other": f"{START}\n<!-- factcheck: ignore-start weekday -- so dated -->\n{WRONG_GROWTH}\n"
    f"<!-- factcheck: ignore-end growth -->\n{WRONG_WEEKDAY}\n<!-- factcheck: ignore-end weekday -->\n",
    "a sentence on two lines": f"{IGNORE}\nDe 4 310 emplois\nà 8 200 emplois, en hausse de 20 %.\n",
    "after code": f"```\ncode\n```\n\n`x` {WRONG_GROWTH} {IGNORE}\n",
    "after a backtick alone": f"Un ` seul. {WRONG_GROWTH} {IGNORE}\n",
    "an escaped backtick": f"Un \\` seul. {WRONG_GROWTH} {IGNORE} et `deux`.\n",
    "in a table": f"| a | b |\n|---|---|\n| {WRONG_GROWTH} | {IGNORE} |\n",
    "line ends of Windows": f"{IGNORE}\r\n{WRONG_GROWTH}\r\n",
}


@pytest.mark.parametrize("text", SET_ASIDE.values(), ids=SET_ASIDE)
def test_a_suppression_with_a_reason_sets_findings_aside(text: str) -> None:
    assert open_ones(text) == []
    found = [finding for finding in checked(text) if finding.kind == "growth"] or checked(text)
    assert all(finding.suppressed for finding in found)


def test_what_is_set_aside_keeps_its_verdict_and_has_the_reason() -> None:
    (finding,) = checked(f"{IGNORE}\n{WRONG_GROWTH}\n")
    assert (finding.verdict, finding.suppressed) == (Verdict.INCONSISTENT, REASON)


STILL_OPEN = {
    "another kind": (f"<!-- factcheck: ignore weekday -- why -->\n{WRONG_GROWTH}\n", ["growth:2", "suppression:1"]),
    "another line": (f"{IGNORE}\nRien.\n\n{WRONG_GROWTH}\n", ["growth:4", "suppression:1"]),
    "the line before with text": (f"Rien. {IGNORE}\n\n{WRONG_GROWTH}\n", ["growth:3", "suppression:1"]),
    "the line after": (f"{WRONG_GROWTH}\n\n{IGNORE}\n", ["growth:1", "suppression:3"]),
    "after the region": (f"{START}\n{WRONG_GROWTH}\n{END}\n\n{WRONG_GROWTH}\n", ["growth:5"]),
    "after the region in the line": (f"{START}{WRONG_GROWTH}{END}\n\n{WRONG_GROWTH}\n", ["growth:3"]),
    "before the region": (f"{WRONG_GROWTH}\n\n{START}\n{WRONG_GROWTH}\n{END}\n", ["growth:1"]),
    "in a fenced block": (f"```html\n{IGNORE}\n```\n\n{WRONG_GROWTH}\n", ["growth:5"]),
    "in a fenced block of a list": (f"- a\n\n  ~~~\n  {START}\n  ~~~\n\n{WRONG_GROWTH}\n", ["growth:7"]),
    "in an indented block": (f"Texte.\n\n    {IGNORE}\n\n{WRONG_GROWTH}\n", ["growth:5"]),
    "in code of a line": (f"Écrire `{IGNORE}` suffit. {WRONG_GROWTH}\n", ["growth:1"]),
    "in code with two backticks": (f"Écrire `` `{IGNORE}` `` suffit. {WRONG_GROWTH}\n", ["growth:1"]),
    "in code over two lines": (f"Écrire `x\ny {IGNORE}` ici.\n\n{WRONG_GROWTH}\n", ["growth:4"]),
    "in <code>": (f"Écrire <code>{IGNORE}</code> suffit. {WRONG_GROWTH}\n", ["growth:1"]),
    "in <pre>": (f"<pre>\n{START}\n</pre>\n\n{WRONG_GROWTH}\n", ["growth:5"]),
    "no end of the comment": (f"{WRONG_GROWTH}\n\n<!-- factcheck: ignore growth -- why\n", ["growth:1"]),
    "another comment": (f"<!-- the factcheck: ignore growth -- why -->\n{WRONG_GROWTH}\n", ["growth:2"]),
    "no reason": (f"<!-- factcheck: ignore growth -->\n{WRONG_GROWTH}\n", ["growth:2", "suppression:1"]),
    "an empty reason": (f"<!-- factcheck: ignore growth -- -->\n{WRONG_GROWTH}\n", ["growth:2", "suppression:1"]),
    "no kind": (f"<!-- factcheck: ignore -- why -->\n{WRONG_GROWTH}\n", ["growth:2", "suppression:1"]),
    "a region without reason": (
        f"<!-- factcheck: ignore-start growth -->\n{WRONG_GROWTH}\n{END}\n",
        ["growth:2", "suppression:1"],
    ),
}


@pytest.mark.parametrize(("text", "still"), STILL_OPEN.values(), ids=STILL_OPEN)
def test_what_no_suppression_is_meant_for_stays(text: str, still: list[str]) -> None:
    assert open_ones(text) == still


def test_findings_that_hold_are_left_alone_and_make_no_suppression_needed() -> None:
    holding, mistake = checked(f"{IGNORE}\n{RIGHT_GROWTH}\n")
    assert (holding.verdict, holding.suppressed) == (Verdict.CONSISTENT, None)
    assert mistake.kind == "suppression"


MISTAKES = {
    "no reason": (
        "<!-- factcheck: ignore growth -->\n",
        "a suppression without a reason suppresses nothing",
        "say why: <!-- factcheck: ignore growth -- … -->",
    ),
    "words that no hyphens set apart": (
        "<!-- factcheck: ignore growth the ministry's own rounding -->\n",
        "a suppression without a reason suppresses nothing",
        "say why: <!-- factcheck: ignore growth -- … -->",
    ),
    "an unknown kind": (
        f"<!-- factcheck: ignore growht, weekday -- why -->\n{WRONG_WEEKDAY}\n",
        "growht is no kind of check that could be suppressed",
        "did you mean growth?",
    ),
    "no kind": (
        "<!-- factcheck: ignore -- why -->\n",
        "it is not said what to suppress",
        "name the kinds of checks, or all",
    ),
    "its own kind": (
        f"<!-- factcheck: ignore suppression, weekday -- why -->\n{WRONG_WEEKDAY}\n",
        "suppression is no kind of check that could be suppressed",
        None,
    ),
    "an unknown instruction": (
        f"<!-- factcheck: ignroe growth -- why -->\n{RIGHT_GROWTH}\n",
        "“ignroe” is no instruction for factcheck",
        "did you mean ignore?",
    ),
    "no instruction": (
        "<!-- factcheck: -->\n",
        "there is no instruction for factcheck",
        "write one of ('ignore', 'ignore-start', 'ignore-end')",
    ),
    "no colon": (
        f"<!-- factcheck ignore growth -- typo -->\n{RIGHT_GROWTH}\n",
        "a comment to factcheck needs a colon after its name, and suppresses nothing without",
        "write <!-- factcheck: ignore growth -- typo -->",
    ),
    "a hyphen for the colon": (
        f"<!--factcheck-ignore growth -- typo-->\n{RIGHT_GROWTH}\n",
        "a comment to factcheck needs a colon after its name, and suppresses nothing without",
        "write <!-- factcheck: ignore growth -- typo -->",
    ),
    "the name alone": (
        "<!-- factcheck -->\n",
        "a comment to factcheck needs a colon after its name, and suppresses nothing without",
        "write <!-- factcheck: ignore -->",
    ),
    "nothing to suppress": (
        f"{IGNORE}\nRien.\n",
        "there is no finding of ('growth',) here to suppress",
        "remove what is no longer needed",
    ),
    "nothing at all": (
        "<!-- factcheck: ignore all -- why -->\nRien.\n",
        "there is no finding here to suppress",
        "remove what is no longer needed",
    ),
    "one of two kinds": (
        f"<!-- factcheck: ignore growth, weekday -- why -->\n{WRONG_WEEKDAY}\n",
        "there is no finding of ('growth',) here to suppress",
        "remove what is no longer needed",
    ),
    "a region without end": (
        f"{START}\n{WRONG_GROWTH}\n",
        "this region is never closed, and suppresses nothing",
        "close it: <!-- factcheck: ignore-end -->",
    ),
    "an end without region": (
        f"{WRONG_GROWTH}\n{END}\n",
        "no region is open that this could close",
        "open one: <!-- factcheck: ignore-start growth -- … -->",
    ),
    "an end of another region": (
        f"{START}\n{WRONG_GROWTH}\n<!-- factcheck: ignore-end weekday -->\n{END}\n",
        "no region is open that this could close",
        "open one: <!-- factcheck: ignore-start growth -- … -->",
    ),
}


@pytest.mark.parametrize(("text", "message", "advice"), MISTAKES.values(), ids=MISTAKES)
def test_what_is_wrong_with_a_suppression_is_a_finding(text: str, message: str, advice: str | None) -> None:
    ((said, advised),) = mistakes(text)
    assert said == message
    assert advice is None or advised == advice


@pytest.mark.parametrize("comment", [START, START.replace("growth", "all")])
def test_a_region_that_is_never_closed_suppresses_nothing_and_is_an_error(comment: str) -> None:
    text = f"{comment}\n{WRONG_GROWTH}\n"
    assert open_ones(text) == ["growth:2", "suppression:1"]
    assert [finding.severity for finding in checked(text) if finding.kind == "suppression"] == [Severity.ERROR]


@pytest.mark.parametrize("comment", ["<!-- factchecking -->", "<!-- our factcheck: fine -->", "<!-- factchecked: x-->"])
def test_a_comment_to_somebody_else_is_none_to_factcheck(comment: str) -> None:
    assert mistakes(f"{comment}\n{RIGHT_GROWTH}\n") == []


def test_such_a_finding_is_a_warning_at_the_words_that_are_wrong() -> None:
    text = f"Rien.\n\nEncore. <!-- factcheck: ignore growht -- why --> {WRONG_WEEKDAY}\n"
    finding = checked(text)[-1]
    place, (window,) = finding.relation.place, finding.windows
    assert (finding.check, finding.severity) == ("suppression", Severity.WARNING)
    assert text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1] == "growht"
    ((start, end),) = window.spans
    assert window.text[start:end] == "growht"


def test_of_a_kind_that_a_run_cannot_decide_no_suppression_is_needless() -> None:
    text = "<!-- factcheck: ignore agreement:jobs -- why -->\nRien.\n"
    assert mistakes(text, unjudged=("agreement",)) == []
    assert len(mistakes(text)) == 1


def test_mistakes_come_in_the_order_of_their_places() -> None:
    text = f"{START}\nRien.\n\n<!-- factcheck: ignore grwth -- why -->\n{IGNORE}\nRien.\n"
    lines = [finding.relation.place.line for finding in checked(text)]
    assert lines == sorted(lines)
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("draft.html", f"<h1>Un</h1>\n{IGNORE}\n<p>\n{WRONG_GROWTH}</p>\n"),
        ("draft.html", f"<p>{WRONG_GROWTH} {IGNORE}</p>\n"),
        ("draft.html", f"<ul><li>{START}<li>{WRONG_GROWTH}<li>{END}</ul>"),
        ("draft.htm", f"<code>x</code><p>{WRONG_GROWTH} {IGNORE}"),
        ("draft.txt", f"{IGNORE}\n{WRONG_GROWTH}\n"),
        ("draft.txt", f"`{WRONG_GROWTH} {IGNORE}`\n"),
    ],
)
def test_suppressions_count_in_html_and_in_plain_text(path: str, text: str) -> None:
    assert open_ones(text, path) == []


@pytest.mark.parametrize("element", ["code", "pre", "script", "template", "PRE class=x"])
def test_comments_in_code_of_a_page_are_no_suppressions(element: str) -> None:
    closing = element.split()[0]
    assert open_ones(f"<{element}>{IGNORE}</{closing}> <p>{WRONG_GROWTH}\n", "draft.html") == ["growth:1"]
    assert open_ones(f"<{element}>{IGNORE}</{closing}>{START}<p>{WRONG_GROWTH}{END}\n", "draft.html") == []


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (f"\ufeff{IGNORE}\n{WRONG_GROWTH}\n".encode(), "markdown"),
        (f"{IGNORE}\n{WRONG_GROWTH}\n".encode("utf-16"), "markdown"),
        (f"{IGNORE}\r{WRONG_GROWTH}\r".encode(), "text"),
        (f"---\nlang: fr\n---\n{IGNORE}\n{WRONG_GROWTH}\n".encode(), "markdown"),
    ],
)
def test_lines_are_those_of_the_document(data: bytes, form: str) -> None:
    assert open_ones(data, "-", form=form) == []


def test_formats_without_comments_are_left_alone() -> None:
    findings = findings_in("draft.md", f"{IGNORE}\n{WRONG_GROWTH}\n")
    assert suppressed(findings, "draft.docx", b"<!-- factcheck: ignore growth -- why -->") == findings


LINES = st.lists(
    st.sampled_from([WRONG_GROWTH, RIGHT_GROWTH, WRONG_WEEKDAY, "Rien.", "", IGNORE, START, END, "```", "> a", "`x"]),
    max_size=12,
)


@given(lines=LINES)
def test_findings_stay_what_they_were_and_in_their_order(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    before = findings_in("draft.md", data)
    after = suppressed(before, "draft.md", data)
    assert [(each.verdict, each.relation, each.figures) for each in after[: len(before)]] == [
        (each.verdict, each.relation, each.figures) for each in before
    ]
    assert all(each.kind == "suppression" for each in after[len(before) :])


@given(text=st.lists(st.sampled_from([*"<!->`/\\ \n", "factcheck:", "ignore", "code", "growth", "--", "-->", "<!--"])))
def test_no_text_stops_it(text: list[str]) -> None:
    for path in ("draft.md", "draft.html", "draft.txt"):
        suppressed([], path, "".join(text).encode())
