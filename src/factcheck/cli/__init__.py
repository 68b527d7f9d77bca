"""The command line: one module per command, which takes its options, calls the desk and shows the report.

Start-up time matters here: whatever a command needs beyond its options is imported when it runs.
"""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130

# a command makes many small values that live until it ends: looking for garbage among them often is time lost
_COLLECT_AFTER = 200_000
_TYPING_AGAIN = "typing_extensions"


def main() -> None:
    """Runs the command line and exits: 0 or 1 as the findings say, 2 for what could not be done, 130 interrupted."""
    gc.set_threshold(_COLLECT_AFTER)
    try:
        if sys.argv[1:2] == ["check"]:
            _check_plainly(sys.argv[2:])
        elif sys.argv[1:2] == ["claim"]:
            _answer_plainly(sys.argv[2:])
        from factcheck.cli.app import COMMANDS, app_of

        # Typer looks through the options of all commands that it has, which takes as long as checking three drafts
        asked = [name for name in sys.argv[1:2] if name in COMMANDS]
        app_of(asked or COMMANDS)(prog_name="factcheck")
    except KeyboardInterrupt:  # while still starting
        sys.exit(INTERRUPTED)
    except OSError as error:  # while printing help
        from factcheck.cli.guard import help_unwritten

        sys.exit(help_unwritten(error))
    finally:
        gc.freeze()  # Python looks everything through for garbage once more as it ends, a sixth of a short run


def _check_plainly(arguments: list[str]) -> None:
    """Checks and exits where the arguments are plain enough to need no Typer; returns where they are not."""
    from factcheck.cli.plain import plain_options

    options = plain_options(arguments)
    if options is not None:
        _import_msgspec()
        from factcheck.cli.gate import gate
        from factcheck.cli.guard import guarded

        guarded(gate)(**options)


def _answer_plainly(arguments: list[str]) -> None:
    """Answers and exits where the arguments are plain enough to need no Typer; returns where they are not."""
    from factcheck.cli.plain import plain_question

    options = plain_question(arguments)
    if options is not None:
        _import_msgspec()
        from factcheck.cli.guard import guarded
        from factcheck.cli.question import answer_question

        guarded(answer_question)(**options)


def _import_msgspec() -> None:
    """Imports msgspec by itself: where typing_extensions is there, it takes from it what typing has, too.

    To import that, and all that it needs in its turn, takes as long as to check two drafts.
    """
    if _TYPING_AGAIN in sys.modules:
        return
    sys.modules[_TYPING_AGAIN] = None  # type: ignore[assignment]  # which is how Python marks what is not to be found
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[_TYPING_AGAIN]
