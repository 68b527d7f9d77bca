"""The check of drafts as a whole: which there are, in which order they come, and what is in the way of some."""

from __future__ import annotations

import errno
import io
import os
import pickle
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import IO

import pytest
from notebook import write_base

import factcheck
from factcheck.desk import draft as drafts
from factcheck.desk import parallel
from factcheck.desk.baseline import baseline_of
from factcheck.desk.check import check, check_text, held_back
from factcheck.desk.workers import CAN_FORK
from factcheck.errors import FactcheckError, InputError
from factcheck.reading.documents import source

WRONG = "L'accord fut signé le mardi 27 janvier 2025.\n"
RIGHT = "L'accord fut signé le lundi 27 janvier 2025.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that is the root of a repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(desk: Path, **texts: str | bytes) -> None:
    """Drafts by name: `a_md="…"` is drafts/a.md."""
    (desk / "drafts").mkdir(exist_ok=True)
    for name, text in texts.items():
        path = desk / "drafts" / name.replace("_", ".")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def problems(*paths: str, **options: object) -> dict[str, str]:
    """The problems of a check by path; each has a place, and is told in one line."""
    found = check(list(paths), **options).problems
    assert all("\n" not in str(problem.message) for problem in found)
    return {problem.place.path: str(problem.message) for problem in found}


def test_what_does_not_hold_is_found_where_it_stands(desk: Path) -> None:
    write(desk, b_md=WRONG, a_md=f"# Titre\n\n{RIGHT}{WRONG}", c_txt="Rien.")
    outcome = check(["drafts"])
    assert [(finding.check, str(finding.relation.place)) for finding in outcome.failing] == [
        ("weekday", "drafts/a.md:4:23"),
        ("weekday", "drafts/b.md:1:23"),
    ]
    assert (outcome.drafts, outcome.figures, outcome.exit_code) == (3, 3, 1)
    assert outcome.inputs == ["drafts/a.md", "drafts/b.md", "drafts/c.txt"]
    assert (outcome.claims, outcome.sources, dict(outcome.standings), outcome.baselined) == (0, 0, {}, None)
    assert outcome.rates_reach is not None


def test_the_threshold_decides(desk: Path) -> None:
    write(desk, a_md=WRONG)
    assert check(["drafts"], fail_on="never").exit_code == 0


def test_standard_input_is_a_draft_of_its_own(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk, a_md=RIGHT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"<p>{WRONG}".encode())))
    outcome = check(["drafts/a.md", "-"], form="html")
    assert [str(finding.relation.place) for finding in outcome.failing] == ["-:1:26"]


def test_a_folder_without_drafts_is_noticed_and_no_mistake(desk: Path) -> None:
    (desk / "pictures").mkdir()
    outcome = check(["pictures"])
    assert (outcome.drafts, outcome.exit_code, len(outcome.notices)) == (0, 0, 1)


def test_language_and_date_come_before_what_the_draft_says(desk: Path) -> None:
    text = "---\nlang: en\ndate: 2020-01-01\n---\nLes accords furent signés mardi 27 janvier 2025, dans cinq ans.\n"
    write(desk, a_md=text)
    assert not check(["drafts"]).failing
    assert [finding.check for finding in check(["drafts"], lang="fr").failing] == ["weekday"]


# --- the same however many check -------------------------------------------------------------------------------


def many(desk: Path, count: int = 60) -> None:
    filler = "Rien de neuf sous le soleil de midi, dit le premier ministre à la presse.\n\n" * 30
    write(desk, **{f"d{at:02}_md": f"{filler}{WRONG if at % 7 == 0 else RIGHT}" for at in range(count)})


@pytest.mark.skipif(not CAN_FORK, reason="workers are forks")
def test_the_outcome_is_the_same_with_any_number_of_jobs(desk: Path) -> None:
    many(desk)
    write(desk, d11_md=b"caf\xe9", d12_md="")
    alone = check(["drafts"], jobs=1, explains=True)
    assert (alone.drafts, len(alone.failing), len(alone.problems)) == (59, 9, 1)
    for jobs in (None, 2, 3, 100):
        together = check(["drafts"], jobs=jobs, explains=True)
        # what judges a predicate is a function, which is the same after its journey
        assert together == alone


@pytest.mark.skipif(not CAN_FORK, reason="workers are forks")
@pytest.mark.parametrize(
    ("text", "jobs", "workers"),
    [("short", None, 0), ("short", 4, 0), ("long" * 50_000, 1, 0), ("long" * 50_000, 4, 3), ("long" * 50_000, 2, 2)],
)
def test_workers_are_had_where_they_pay(text: str, jobs: int | None, workers: int) -> None:
    few = [drafts.Draft(f"{at}.md", "markdown", len(text)) for at in range(3)]
    assert parallel.workers(few, jobs) == workers


@pytest.mark.skipif(not CAN_FORK, reason="workers are forks")
def test_what_may_hold_anything_is_not_opened_in_this_process() -> None:
    assert parallel.workers([drafts.Draft("a.docx", "docx", 1000)], None) == 1


def test_without_fork_this_process_checks(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many(desk)
    monkeypatch.setattr(parallel, "CAN_FORK", False)
    assert len(check(["drafts"], jobs=4).failing) == 9


def test_progress_is_told_draft_by_draft(desk: Path) -> None:
    many(desk)
    for jobs in (1, 2):
        seen: list[tuple[int, int]] = []
        check(["drafts"], jobs=jobs, progress=lambda done, total, seen=seen: seen.append((done, total)))
        assert seen == [(number, 60) for number in range(1, 61)]


def test_what_a_draft_comes_to_survives_the_journey_between_processes(desk: Path) -> None:
    write(desk, a_md=f"{RIGHT}{WRONG}Il vaut 26,2 milliards de dirhams, soit 2,8 milliards de dollars, en 2024.\n")
    terms = drafts.Terms(factcheck.figures.rates.Rates(), explains=True)
    (draft,) = [drafts.admitted("drafts/a.md", None)]
    result = drafts.check_draft(draft, terms)
    assert {"weekday", "convert"} <= {finding.kind for finding in result.checked.findings}
    assert pickle.loads(pickle.dumps(result)) == result


# --- what is in the way -----------------------------------------------------------------------------------------


def test_what_cannot_be_checked_is_told_and_the_others_are_checked(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_TEXT", 1_000_000)
    write(
        desk,
        a_md=WRONG,
        digits_txt="1" * 1_000_001,
        latin_md=b"caf\xe9",
        broken_docx=b"PK",
        broken_pdf=b"%PDF-1.4",
        matter_md="---\na: [\n---\n",
        nested_html="<div>" * 100_000 + WRONG,
        z_md=RIGHT,
    )
    with zipfile.ZipFile("drafts/bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(40_000_000))
    (desk / "drafts" / "loop.md").symlink_to("loop.md")
    (desk / "drafts" / "dangling.md").symlink_to("nowhere.md")
    os.mkfifo("drafts/pipe.md")
    (desk / "drafts" / "folder.md").mkdir()
    outcome = check(["drafts", "nowhere.md", os.devnull])
    told = {problem.place.path: str(problem.message) for problem in outcome.problems}
    # what the formats say at length is tested where they are
    for path in ("drafts/bomb.docx", "drafts/broken.docx", "drafts/broken.pdf", "drafts/matter.md"):
        told[path] = told[path].partition(":")[0]
    told["drafts/latin.md"] = told["drafts/latin.md"].partition(", which")[0]
    assert told == {
        "nowhere.md": "no such file or folder: nowhere.md",
        os.devnull: f"{os.devnull} is no file but a pipe or a device: hand its text in with -",
        "drafts/bomb.docx": "drafts/bomb.docx unpacks to 40 MB, more than the 32 MB that are read",
        "drafts/broken.docx": "drafts/broken.docx cannot be read as .docx",
        "drafts/broken.pdf": "drafts/broken.pdf cannot be read as .pdf",
        "drafts/dangling.md": "drafts/dangling.md cannot be read: No such file or directory",
        "drafts/digits.txt": "drafts/digits.txt has 2 MB, more than the 1 MB that a draft may have",
        "drafts/latin.md": "drafts/latin.md: the byte at offset 3 is 0xe9",
        "drafts/loop.md": "drafts/loop.md cannot be read: Too many levels of symbolic links",
        "drafts/matter.md": "the front matter is not YAML",
        "drafts/pipe.md": "drafts/pipe.md is no file but a pipe or a device: hand its text in with -",
    }
    assert outcome.exit_code == 2
    assert {finding.relation.place.path for finding in outcome.failing} >= {"drafts/a.md"}
    assert outcome.inputs == ["drafts/a.md", "drafts/nested.html", "drafts/z.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_problem(desk: Path) -> None:
    write(desk, a_md=WRONG)
    (desk / "drafts" / "a.md").chmod(0)
    assert problems("drafts") == {"drafts/a.md": "drafts/a.md cannot be read: Permission denied"}


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "drafts/a.md cannot be read: Permission denied"),
        (OSError(errno.EIO, "Input/output error"), "drafts/a.md cannot be read: Input/output error"),
        (FileNotFoundError(errno.ENOENT, "gone"), "no such file or folder: drafts/a.md"),
        (IsADirectoryError(errno.EISDIR, "a folder"), "drafts/a.md is a folder: name the files in it"),
    ],
)
def test_what_changes_after_the_walk_is_a_problem_of_its_draft(
    desk: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    write(desk, a_md=WRONG, b_md=WRONG)

    def opened(path: str, *rest: object, **options: object) -> IO[bytes]:
        if path == "drafts/a.md":
            raise error
        return Path(path).open("rb")

    monkeypatch.setattr(source, "open", opened, raising=False)
    assert problems("drafts") == {"drafts/a.md": told}
    assert len(check(["drafts"]).failing) == 1


def test_more_text_than_a_draft_has_is_not_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_CHARACTERS", 1000)
    picture = f'<img src="data:{"A" * 2000}">'
    write(desk, a_md="é" * 1001, b_html=f"{picture}<p>{WRONG}", c_txt="12 % " * 200)
    assert problems("drafts") == {
        "drafts/a.md": "drafts/a.md has 1 million characters, more than the 1 million that a draft may have"
    }


def test_endless_standard_input_is_read_as_far_as_a_draft_may_go(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_TEXT", 2_000_000)
    with Path("/dev/zero").open(encoding="utf-8") as zeros:
        monkeypatch.setattr(sys, "stdin", zeros)
        assert problems("-") == {"-": "standard input has more than the 2 MB that a draft may have"}


def failing_with(error: BaseException):
    def check_document(document: object, *rest: object, **options: object) -> None:
        raise error

    return check_document


MISTAKE = "could not be checked for a mistake in factcheck: {} (set FACTCHECK_TRACEBACK=1 to see where)"


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError("figure"), MISTAKE.format("KeyError: 'figure'")),
        (RecursionError("too deep"), MISTAKE.format("RecursionError: too deep")),
        (ValueError("line\nbreak"), MISTAKE.format("ValueError: line break")),
        (MemoryError(), "takes too much memory: save its text by itself, or split it"),
    ],
)
def test_a_mistake_of_factcheck_is_told_for_its_draft(
    desk: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str, jobs: int
) -> None:
    many(desk, 3)
    real = drafts.check_document
    raising = failing_with(error)

    def check_document(document, *rest, **options):
        return (raising if document.path == "drafts/d01.md" else real)(document, *rest, **options)

    monkeypatch.setattr(drafts, "check_document", check_document)
    monkeypatch.setattr(parallel, "_WORTH_WORKERS", 10)
    assert problems("drafts", jobs=jobs) == {"drafts/d01.md": f"drafts/d01.md {told}"}
    assert len(check(["drafts"], jobs=jobs).failing) == 1


def test_a_mistake_of_factcheck_is_raised_for_who_looks_into_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk, a_md=WRONG)
    monkeypatch.setattr(drafts, "check_document", failing_with(KeyError("figure")))
    with pytest.raises(KeyError):
        check(["drafts"], raises=True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_draft_that_takes_too_long_is_given_up(desk: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    many(desk, 3)
    real = drafts.check_document

    def check_document(document, *rest, **options):
        while document.path == "drafts/d01.md":
            pass
        return real(document, *rest, **options)

    monkeypatch.setattr(drafts, "check_document", check_document)
    monkeypatch.setattr(parallel, "SECONDS", 2.0)
    monkeypatch.setattr(parallel, "_WORTH_WORKERS", 10)
    assert problems("drafts", jobs=jobs) == {
        "drafts/d01.md": "drafts/d01.md took more than 30 seconds and was given up: split it"
    }


# --- claims, suppressions, baseline -----------------------------------------------------------------------------


def test_mistakes_in_the_claims_are_raised(desk: Path) -> None:
    write(desk, a_md=WRONG)
    (desk / "base.yaml").write_text("claims: [")
    with pytest.raises(InputError):
        check(["drafts"], claims=["base.yaml"])
    with pytest.raises(FactcheckError, match="does not exist"):
        check(["drafts"], claims=["nowhere"])


def test_the_claims_are_counted(desk: Path) -> None:
    write(desk, a_md=RIGHT)
    base = write_base(desk, claims={"jobs": "140.000 emplois", "exports": "26,2 milliards de dirhams"})
    outcome = check(["drafts"], claims=[base])
    assert (outcome.claims, outcome.sources) == (2, 3)
    assert check(["drafts"], claims=factcheck.load_claims([base])).claims == 2


def test_suppressions_count_where_they_stand(desk: Path) -> None:
    write(desk, a_md=f"<!-- factcheck: ignore weekday -- so dated -->\n{WRONG}", b_txt=WRONG)
    (desk / ".factcheck-ignore.yaml").write_text("- {path: drafts/b.txt, check: weekday, reason: a quotation}\n")
    outcome = check(["drafts"])
    assert not outcome.failing
    assert {finding.suppressed for finding in outcome.findings} == {"so dated", "a quotation"}


def test_a_suppression_that_suppresses_nothing_is_a_finding(desk: Path) -> None:
    write(desk, a_md=RIGHT)
    (desk / ".factcheck-ignore.yaml").write_text("- {path: drafts/*.md, check: weekday, reason: a quotation}\n")
    assert [finding.kind for finding in check(["drafts"]).findings if finding.severity] == ["suppression"]
    # of a folder of which not everything could be checked, it is not known
    write(desk, b_md=b"caf\xe9")
    assert [finding for finding in check(["drafts"]).findings if finding.severity] == []


def test_a_baseline_holds_back_what_it_knows(desk: Path) -> None:
    write(desk, a_md=WRONG)
    outcome = check(["drafts"])
    write(desk, a_md=f"Ailleurs.\n\n{WRONG}", b_md=WRONG)
    less = held_back(check(["drafts"]), baseline_of(outcome.findings, "baseline.json"))
    assert [finding.relation.place.path for finding in less.failing] == ["drafts/b.md"]
    assert less.baselined == 1
    assert [(found.relation.place.path, found.suppressed) for found in less.known] == [
        ("drafts/a.md", "baseline baseline.json")
    ]


def test_the_folders_that_were_walked_are_known(desk: Path) -> None:
    write(desk, a_md=WRONG)
    assert check(["drafts", "drafts/a.md"]).folders == ("drafts",)


# --- a text -----------------------------------------------------------------------------------------------------


def test_a_text_is_checked_by_itself() -> None:
    outcome = factcheck.check_text(WRONG)
    assert [str(finding.relation.place) for finding in outcome.failing] == ["-:1:23"]
    assert (outcome.drafts, outcome.figures) == (1, 1)


def test_a_text_may_hold_anything() -> None:
    assert check_text("\ud800 le \r\nmardi 27 janvier 2025", "fr").failing
    assert check_text("", "en", date=date(2025, 1, 1)).findings == []


ACCEPTED = """
indicators:
  jobs: {label: {fr: emplois}, words: {fr: [emplois]}, unit: job}
sources:
  one: {title: One, lang: fr}
  two: {title: Two, lang: fr}
claims:
  jobs:
    indicator: jobs
    period: 2024
    said: {one: plus de 120 000 emplois, two: plus de 140 000 emplois}
    accepted: {reason: two ways to count, until: 2026-12-31}
"""


@pytest.mark.parametrize(("today", "is_accepted"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_what_a_claim_has_accepted_is_accepted_in_drafts_too(desk: Path, today: date, is_accepted: bool) -> None:
    (desk / "claims.yaml").write_text(ACCEPTED, encoding="utf-8")
    write(desk, a_md="Le secteur compte plus de 120 000 emplois en 2024.\n")
    (disputed,) = check(["drafts"], claims=["claims.yaml"], fail_on="warning", today=today).findings
    assert (disputed.check, str(disputed.verdict), disputed.is_accepted) == ("agreement:jobs", "strained", is_accepted)
