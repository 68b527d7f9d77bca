from __future__ import annotations

from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Message


def _fields(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def _ids(messages: object) -> set[str]:
    return {each.id if isinstance(each.id, str) else each.id[0] for each in messages}  # type: ignore[attr-defined]


def _texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.fixture(scope="module")
def french(catalogues: ModuleType) -> list[Message]:
    path = catalogues.ROOT / catalogues.LOCALE / "fr" / "LC_MESSAGES" / "factcheck.po"
    return [message for message in catalogues.read(path) if message.id]


def test_every_message_of_the_source_is_in_the_catalogue_and_nothing_else(
    catalogues: ModuleType, french: list[Message]
) -> None:
    said, known = _ids(catalogues.messages()), _ids(french)
    assert said - known == set(), "run tools/extract_messages.py"
    assert known - said == set(), "run tools/extract_messages.py"


def test_every_message_is_translated_with_the_same_fields(french: list[Message]) -> None:
    untranslated = [message.id for message in french if not all(_texts(message.string)) or message.fuzzy]
    assert untranslated == []
    differing = [
        message.id
        for message in french
        for text in _texts(message.string)
        if _fields(text) != _fields(_texts(message.id)[-1])
    ]
    assert differing == []


def test_plurals_have_both_forms_and_a_count(catalogues: ModuleType, french: list[Message]) -> None:
    for message in french:
        if not isinstance(message.id, str):
            assert len(_texts(message.string)) == 2, message.id
    for message in catalogues.messages():
        if message.plural is not None:
            assert "count" in _fields(message.plural), f"{message.path}:{message.line}"
