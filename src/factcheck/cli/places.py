"""Which claims and settings a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.desk.settings import Settings


def claim_paths(named: Sequence[Path] | None, settings: Settings) -> list[Path]:
    """The files and folders of the claim base: those named, else those settled, else the folder `claims`.

    Raises FactcheckError for one that does not exist.
    """
    from factcheck.desk.settings import DEFAULT_CLAIMS
    from factcheck.errors import FactcheckError
    from factcheck.phrases import Phrase

    paths = list(named or settings.claims) or [Path(DEFAULT_CLAIMS)]
    for path in paths:
        if path.exists():
            continue
        if not named and not settings.claims:
            raise FactcheckError(
                Phrase(
                    "there is no folder {path} here: name the files of your claims, or set `claims` in {file}",
                    path=f"{DEFAULT_CLAIMS}/",
                    file="factcheck.toml",
                )
            )
        raise FactcheckError(Phrase("no such file or folder: {path}", path=str(path)))
    return paths
