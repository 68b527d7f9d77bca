"""The command line: one module per command, which takes its options, calls the desk and shows the report.

Start-up time matters here: whatever a command needs beyond its options is imported when it runs.
"""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130

# a command makes many small values that live until it ends: looking for garbage among them often is time lost
_COLLECT_AFTER = 200_000


def main() -> None:
    """Runs the command line and exits: 0 or 1 as the findings say, 2 for what could not be done, 130 interrupted."""
    gc.set_threshold(_COLLECT_AFTER)
    try:
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
