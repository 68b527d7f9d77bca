"""Bytes to text: what is read, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.reading.documents import document_of, format_of, open_document


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "page.html"])
def test_utf_8_and_utf_16_give_the_same_text_and_places(name: str, encoding: str) -> None:
    read = document_of(name, "Créés : 26 emplois 🇲🇦 d’été".encode(encoding))
    assert read.text == "Créés : 26 emplois 🇲🇦 d’été"
    assert read.place(8, 18).column == 9


def test_utf_16_of_either_byte_order_is_known_by_its_mark() -> None:
    assert document_of("a.txt", b"\xfe\xff" + "26 é".encode("utf-16-be")).text == "26 é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Cr\u00e9\u00e9s".encode("latin-1"), "the byte at offset 2 is 0xe9, which is not UTF-8"),
        (b"\xef\xbb\xbfab\xff", "the byte at offset 5 is 0xff, which is not UTF-8"),
        ("26".encode("utf-16-le"), "the byte at offset 1 is 0x00: this is no text file"),
        (b"\xff\xfe2\x006", "the byte at offset 4 is 0x36, which is not UTF-16"),
        (b"\xff\xfe2\x00\x00\x00", "the byte at offset 4 is 0x00, which is not UTF-16"),
    ],
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "page.html"])
def test_another_encoding_is_an_error_that_names_the_byte(name: str, data: bytes, message: str) -> None:
    with pytest.raises(FactcheckError, match=message):
        document_of(name, data)


def test_what_is_no_readable_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=f"no such file or folder: {tmp_path}/none.md"):
        open_document(f"{tmp_path}/none.md")
    with pytest.raises(FactcheckError, match="is a folder: name the files in it"):
        open_document(str(tmp_path))
    with pytest.raises(FactcheckError, match="cannot be read: embedded null byte"):
        open_document("a\0b")


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.html", "html"), ("a.b.htm", "html"), ("a.DOCX", "docx"),
        ("a.pdf", "pdf"), ("a.txt", "text"), ("README", "text"), ("-", "text"), ("a.md/b", "text"),
    ],
)  # fmt: skip
def test_the_name_tells_the_format(path: str, form: str) -> None:
    assert format_of(path) == form
