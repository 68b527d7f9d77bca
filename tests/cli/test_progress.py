from __future__ import annotations

import pytest

from factcheck.cli import progress
from factcheck.cli.progress import Progress
from factcheck.phrases import Phrase
from factcheck.reports.wording import wording


@pytest.mark.parametrize(
    ("patience", "terminal", "quiet", "shown"),
    [(-1.0, True, False, True), (3600.0, True, False, False), (-1.0, False, False, False), (-1.0, True, True, False)],
)
def test_a_bar_appears_on_a_terminal_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    patience: float,
    terminal: bool,
    quiet: bool,
    shown: bool,
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    with Progress(wording("en"), Phrase("judging"), quiet=quiet) as bar:
        for done in (1, 2, 3):
            bar.update(done, 3)
    captured = capsys.readouterr()
    assert ("judging" in captured.err) is shown
    assert captured.out == ""
