"""Build hook: compiles the message catalogues (.po, kept in the repository) to what gettext reads (.mo)."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("src/factcheck/reports/locale")


def compile_catalogues(root: Path) -> list[Path]:
    """Compiles each catalogue below `root`; returns the files written."""
    written = []
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as file:
            catalogue = read_po(file)
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every build, editable ones too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compiles the catalogues of the tree that is being built."""
        compile_catalogues(Path(self.root))
