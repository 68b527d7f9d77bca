"""What stands around every command: errors become messages and exit codes, never tracebacks."""

from __future__ import annotations

import codecs
import errno
import functools
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from factcheck.cli import INTERRUPTED

if TYPE_CHECKING:
    from factcheck.reports.wording import Wording

FAILED = 2
TRACEBACK = "FACTCHECK_TRACEBACK"

Command = TypeVar("Command", bound=Callable[..., Any])


def guarded(command: Command) -> Command:
    """The command with its errors turned into a message on standard error and an exit code.

    What cannot be done ends with 2, and so does a mistake in factcheck itself (with a traceback where the
    environment's FACTCHECK_TRACEBACK is 1); an interruption with 130.
    """

    @functools.wraps(command)
    def wrapper(*args: Any, **options: Any) -> Any:
        make_writable()
        try:
            return command(*args, **options)
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except Exception as error:  # the last resort
            if os.environ.get(TRACEBACK) == "1":
                raise
            complain(_message(error, options.get("messages")))
            raise SystemExit(FAILED) from None

    return wrapper  # type: ignore[return-value]


def _message(error: Exception, asked: str | None) -> str:
    from factcheck.errors import FactcheckError  # only after a mistake
    from factcheck.phrases import Phrase
    from factcheck.reports.layout import visible
    from factcheck.reports.problems import explained

    wording = reader_wording(asked, None)
    if isinstance(error, FactcheckError):
        return explained(error, wording)
    phrase = Phrase(
        "factcheck: internal error: {error} (set {variable}=1 to see where)",
        error=f"{type(error).__name__}: {error}",
        variable=TRACEBACK,
    )
    return visible(wording.text(phrase))


def reader_wording(asked: str | None, settled: str | None) -> Wording:
    """The wording that the reader of the report wants: as asked, as settled, as the locale says."""
    from factcheck.reports.wording import chosen_language, wording

    return wording(chosen_language(asked or settled, os.environ))


def make_writable() -> None:
    """Lets the standard streams write any text: what their encoding lacks comes out as the nearest ASCII."""
    codecs.register_error("factcheck.simplified", _simplified)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="factcheck.simplified")


def _simplified(error: UnicodeError) -> tuple[str, int]:
    from factcheck.reports.layout import simplified

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(simplified(char) for char in error.object[error.start : error.end]), error.end


def say(text: str) -> None:
    """Writes to standard output; a reader that has gone away (`| head`) is no error.

    Raises FactcheckError where nothing can be written: standard output is closed, or the disk is full.
    """
    error = _written(sys.stdout, text)
    if error is not None and not isinstance(error, BrokenPipeError):
        raise _unwritable(error)


def _unwritable(error: OSError) -> Exception:
    from factcheck.errors import FactcheckError  # only after a mistake
    from factcheck.phrases import Phrase

    reason = error.strerror or str(error)
    return FactcheckError(Phrase("standard output cannot be written to: {reason}", reason=reason))


def help_unwritten(error: OSError) -> int:
    """Tells that the help, which Typer writes by itself, could not be written; returns the exit code."""
    _discard(sys.stdout)
    complain(_message(_unwritable(error), None))
    return FAILED


def complain(text: str, *, end: str = "\n") -> None:
    """Writes a message to standard error, where there is somebody to read it."""
    _written(sys.stderr, f"{text}{end}")


def _written(stream: TextIO | None, text: str) -> OSError | None:
    """Writes text; returns what was in the way of it."""
    if stream is None:
        return OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _discard(stream)
        return error
    return None


def _discard(stream: TextIO) -> None:
    """Sends what a stream still holds nowhere: it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
