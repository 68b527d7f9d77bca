"""Which drafts there are: a tree of files, what is named of it, and what is found."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.desk.check import check
from factcheck.desk.walk import find_drafts
from factcheck.errors import FactcheckError

Tree = Callable[..., Path]
WRONG = "L'accord fut signé le mardi 27 janvier 2025.\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Makes files in a new working folder: `path=text`, or a path alone."""
    monkeypatch.chdir(tmp_path)

    def _tree(*paths: str) -> Path:
        for path in paths:
            name, _, text = path.partition("=")
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text or "Rien.\n", encoding="utf-8")
        return tmp_path

    return _tree


def found(*named: str, **options: object) -> list[str]:
    drafts = find_drafts(named, **options)
    assert drafts.problems == ()
    return list(drafts.paths)


def test_folders_are_walked_for_what_ends_like_a_draft(tree: Tree) -> None:
    names = ["a.md", "b.markdown", "c.html", "d.HTM", "e.txt", "f.docx", "g.pdf"]
    tree(*(f"drafts/{name}" for name in names), "drafts/h.yaml", "drafts/i", "drafts/md", "drafts/.hidden.md")
    assert found("drafts") == [f"drafts/{name}" for name in names]


def test_the_order_is_that_of_the_names_however_they_are_named(tree: Tree) -> None:
    tree("b/1.md", "b-c/1.md", "a.md", "c/deep/1.md", "c/a.md")
    in_order = ["a.md", "b/1.md", "b-c/1.md", "c/a.md", "c/deep/1.md"]
    assert found(".") == found("c", "b-c", "a.md", "b") == in_order
    assert found("a.md", "-")[0] == "-"


def test_a_file_is_found_once_however_often_it_is_named(tree: Tree) -> None:
    folder = tree("drafts/a.md", "drafts/b.md")
    (folder / "drafts" / "c.md").symlink_to("a.md")
    (folder / "same").symlink_to("drafts")
    assert found("drafts/a.md", "drafts", "drafts/../drafts/a.md", "same", "-", "-") == [
        "-",
        "drafts/a.md",
        "drafts/b.md",
    ]
    assert len(found("drafts", str(folder / "drafts"))) == 2


def test_a_file_that_is_named_is_a_draft_whatever_is_said_of_it(tree: Tree) -> None:
    tree(".gitignore=*.md\nout/\n", ".git/HEAD", "a.md", "notes", ".hidden.md", "out/b.md")
    named = [".hidden.md", "a.md", "notes", "out/b.md"]
    assert found(*named, exclude=["*"]) == named


def test_hidden_folders_are_passed_over(tree: Tree) -> None:
    tree(".venv/lib/readme.md", ".git/description.txt", "drafts/.cache/a.md", "drafts/a.md")
    assert found(".") == ["drafts/a.md"]


def test_links_that_lead_in_a_circle_do_no_harm(tree: Tree) -> None:
    folder = tree("drafts/a.md")
    (folder / "drafts" / "again").symlink_to("..")
    (folder / "drafts" / "again.md").symlink_to(".")
    (folder / "drafts" / "itself.md").symlink_to("itself.md")
    assert found("drafts") == ["drafts/a.md", "drafts/itself.md"]


def test_a_folder_called_like_a_draft_is_walked(tree: Tree) -> None:
    tree("drafts/x.md/a.md")
    assert found("drafts") == found("drafts/x.md") == ["drafts/x.md/a.md"]


def test_what_does_not_exist_is_a_problem_and_an_empty_folder_a_notice(tree: Tree) -> None:
    tree("drafts/a.md", "pictures/a.png")
    drafts = find_drafts(["nowhere", "drafts", "pictures"])
    assert drafts.paths == ("drafts/a.md",)
    assert [str(problem.message) for problem in drafts.problems] == ["no such file or folder: nowhere"]
    assert [str(notice) for notice in drafts.notices] == [
        "There is no draft in pictures: drafts are files that end in "
        "('.md', '.markdown', '.html', '.htm', '.txt', '.docx', '.pdf'), "
        "save those that .gitignore or `exclude` leave out."
    ]


@pytest.mark.parametrize(("part", "depth"), [("a", 1200), ("a" * 200, 21)])
def test_folders_in_folders_without_end_are_walked_as_far_as_the_system_goes(tree: Tree, part: str, depth: int) -> None:
    with nested(tree("a.md=" + WRONG) / "deep", part, depth):
        outcome = check(["."])
    assert len(outcome.failing) == 2 - len(outcome.problems)
    assert [problem.message.values["why"] for problem in outcome.problems] == ["File name too long"] * (depth < 100)


@contextmanager
def nested(folder: Path, part: str, depth: int) -> Iterator[None]:
    """A draft in folders that have longer paths than may be named; gone again when the block ends."""
    top = str(folder.parent)
    folder.mkdir()
    os.chdir(folder)
    for _ in range(depth):
        os.mkdir(part)  # noqa: PTH102 - from one folder to the next
        os.chdir(part)
    Path("b.md").write_text(WRONG, encoding="utf-8")
    os.chdir(top)
    try:
        yield
    finally:
        os.chdir(folder)
        for _ in range(depth):
            os.chdir(part)
        Path("b.md").unlink()
        for _ in range(depth):
            os.chdir("..")
            os.rmdir(part)  # noqa: PTH106
        os.chdir(top)
        folder.rmdir()


# --- what is left out -----------------------------------------------------------------------------------------

FILES = [
    "a.md", "keep.md", "draft.txt", "b/a.md", "b/keep.md", "b/c/a.md", "b/c/keep.md", "build/a.md", "build/keep.md",
    "src/build/a.md", "x y.md", "b/#note.md", "b/!odd.md", "b/[1].md", "été/là.md",
]  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="git says what it leaves out")
@pytest.mark.parametrize(
    ("top", "inner"),
    [
        ("*.md\n", ""),
        ("*.md\n!keep.md\n", ""),
        ("/a.md\n", ""),
        ("b/\n!b/keep.md\n", ""),
        ("b/*\n!b/keep.md\n", ""),
        ("b/**\n!b/keep.md\n", ""),
        ("build\n", ""),
        ("/build/\n", ""),
        ("build/\n!src/build/\n", ""),
        ("**/c\n", ""),
        ("b/**/a.md\n", ""),
        ("*\n!*/\n!keep.md\n", ""),
        ("*\n!b\n!b/*.md\n", ""),
        ("# a.md\n\n   \na.md   \n", ""),
        ("\\#note.md\n\\!odd.md\nx\\ y.md\n", ""),
        ("[ab].md\n", ""),
        ("[!a].md\n", ""),
        ("?.md\n", ""),
        ("été\n", ""),
        ("!\n/\na[\n*.txt\n", ""),
        ("*.md\n", "!a.md\n"),
        ("", "a.md\n"),
        ("", "/a.md\n"),
        ("!b/a.md\n", "*.md\n!c/\n"),
        ("a.md\r\n", ""),
    ],
)
def test_what_git_leaves_out_is_left_out(tree: Tree, top: str, inner: str) -> None:
    tree(*FILES, f".gitignore={top}", f"b/.gitignore={inner or '# nothing'}")
    git = ("git", "-c", "core.excludesFile=", "-c", "core.quotePath=off")
    subprocess.run([*git, "init", "--quiet"], check=True)
    listing = [*git, "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore"]
    listed = subprocess.run(listing, check=True, capture_output=True)
    wanted = [path for path in listed.stdout.decode().split("\0") if path.endswith((".md", ".txt"))]
    assert found(".") == sorted(wanted, key=lambda path: path.split("/"))


def test_a_folder_that_is_named_is_walked_though_it_is_left_out(tree: Tree) -> None:
    tree(".git/HEAD", ".gitignore=build/\n", "build/a.md", "build/.gitignore=b.md\n", "build/b.md", "c.md")
    assert found(".") == ["c.md"]
    assert found("build") == ["build/a.md"]
    assert found("build", exclude=["build", "a.md"]) == ["build/a.md"]


def test_ignore_files_count_from_the_root_of_the_repository_on(tree: Tree) -> None:
    folder = tree(".gitignore=*.md\n", "repository/.git/HEAD", "repository/.gitignore=b.md\n")
    tree("repository/drafts/a.md", "repository/drafts/b.md", "plain/a.md", "plain/.gitignore=a.txt\n", "plain/a.txt")
    assert found("repository/drafts") == ["repository/drafts/a.md"]
    assert found("plain") == ["plain/a.md"]
    assert found(str(folder / "repository")) == [str(folder / "repository" / "drafts" / "a.md")]


def test_exclusions_are_meant_from_their_folder(tree: Tree) -> None:
    folder = tree("project/archive/a.md", "project/drafts/archive/a.md", "project/drafts/b.md", "project/old-c.md")
    excluded = {"exclude": ["/archive/", "old-*"], "root": folder / "project"}
    assert found("project", **excluded) == ["project/drafts/archive/a.md", "project/drafts/b.md"]
    assert found("project", exclude=["/archive/"]) == found("project")


def test_an_exclusion_that_is_no_pattern_is_told(tree: Tree) -> None:
    tree("drafts/a.md")
    with pytest.raises(FactcheckError, match=r"'!' is not a pattern"):
        find_drafts(["drafts"], exclude=["*.txt", "!"])
    assert find_drafts(["drafts/a.md"], exclude=["!"]).paths == ("drafts/a.md",)
