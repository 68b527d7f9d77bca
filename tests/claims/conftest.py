from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.claims.base import Base
from factcheck.claims.load import load
from factcheck.errors import InputError

Load = Callable[..., Base]
Problems = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    """Loads files given as texts; the first is called a.yaml, the second b.yaml …"""

    def _load(*texts: str | bytes, **options: bool) -> Base:
        for name, text in zip("abcdef", texts, strict=False):
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / f"{name}.yaml").write_bytes(data)
        return load([tmp_path], **options)

    return _load


@pytest.fixture
def problems(load_text: Load) -> Problems:
    """What is wrong with files: (place as file:line:column-end, message, hint)."""

    def _problems(*texts: str | bytes) -> list[tuple[str, str, str]]:
        try:
            load_text(*texts)
        except InputError as error:
            return [
                (
                    f"{Path(each.place.path).stem}:{each.place.line}:{each.place.column}-{each.place.end_column}",
                    str(each.message),
                    "" if each.hint is None else str(each.hint),
                )
                for each in error.problems
            ]
        return []

    return _problems
