from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.cli.guard import TRACEBACK, guarded
from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase


def raising(error: BaseException) -> Callable[..., None]:
    @guarded
    def command(messages: str | None = None) -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyboardInterrupt(), 130, ""),
        (FactcheckError(Phrase("there are no columns")), 2, "factcheck: there are no columns\n"),
        (ZeroDivisionError("x\x1b[2J"), 2, "factcheck: internal error: ZeroDivisionError: x\\x1b[2J (set "),
        (SystemExit(1), 1, ""),
    ],
)
def test_errors_become_exit_codes(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TRACEBACK, raising=False)
    with pytest.raises(SystemExit) as caught:
        raising(error)(messages="en")
    assert caught.value.code == code
    assert capsys.readouterr().err.startswith(message)


def test_the_message_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        raising(FactcheckError(Phrase("there are no columns")))(messages="fr")
    assert capsys.readouterr().err == "factcheck: il n’y a pas de colonnes\n"


def test_a_traceback_comes_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACEBACK, "1")
    with pytest.raises(ZeroDivisionError):
        raising(ZeroDivisionError())()
