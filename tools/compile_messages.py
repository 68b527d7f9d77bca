"""Build hook: compiles the message catalogues (.po) to what gettext reads (.mo), and the files of words to JSON."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # the build backend loads this file alone

from catalogues import compile_catalogues
from word_files import compile_word_files


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every build, editable ones too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compiles the catalogues and the words of the tree that is being built."""
        compile_catalogues(Path(self.root))
        compile_word_files(Path(self.root))
