"""Build hook: compiles the message catalogues (.po, kept in the repository) to what gettext reads (.mo)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # the build backend loads this file alone

from catalogues import compile_catalogues


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every build, editable ones too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compiles the catalogues of the tree that is being built."""
        compile_catalogues(Path(self.root))
