from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.reports.files import write_whole


def test_a_report_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    write_whole(path, "né\n")
    assert path.read_bytes() == "né\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


def test_what_cannot_be_written_is_an_error_that_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="cannot write"):
        write_whole(tmp_path / "missing" / "report.json", "x")
    with pytest.raises(FactcheckError, match="cannot write"):
        write_whole(tmp_path, "x")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_keeps_the_old_report(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
