"""From the bytes of a file to its text: UTF-8 with or without byte order mark, UTF-16 with one."""

from __future__ import annotations

import codecs
import sys
from typing import Final

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase

STANDARD_INPUT: Final = "-"
_UTF_16: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_NUL: Final = "\0"


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; raises FactcheckError where it cannot be read."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a third of the time of Path, for every draft
            return file.read()
    except FileNotFoundError as error:
        raise FactcheckError(Phrase("no such file or folder: {path}", path=path)) from error
    except IsADirectoryError as error:
        raise FactcheckError(Phrase("{path} is a folder: name the files in it", path=path)) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise FactcheckError(Phrase("{path} cannot be read: {why}", path=path, why=why)) from error


def decoded(path: str, data: bytes) -> str:
    """The text of a file without its byte order mark, line ends as they are.

    Raises FactcheckError naming the first byte that is not text.
    """
    encoding, skipped = next(
        ((name, len(mark)) for mark, name in _UTF_16.items() if data.startswith(mark)),
        ("utf-8", len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0),
    )
    try:
        text = data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(path, data, skipped + error.start, encoding) from error
    if _NUL in text:
        raise _not_text(path, data, skipped + len(text[: text.index(_NUL)].encode(encoding)), encoding)
    return text


def _not_text(path: str, data: bytes, offset: int, encoding: str) -> FactcheckError:
    value = f"0x{data[offset]:02x}"
    if encoding != "utf-8":
        message = Phrase(
            "{path}: the byte at offset {offset} is {value}, which is not UTF-16 text although the file begins like it",
            path=path,
            offset=str(offset),
            value=value,
        )
    elif data[offset] == 0:
        message = Phrase(
            "{path}: the byte at offset {offset} is {value}: this is no text file, or UTF-16 without its byte order "
            "mark; save it as UTF-8",
            path=path,
            offset=str(offset),
            value=value,
        )
    else:
        message = Phrase(
            "{path}: the byte at offset {offset} is {value}, which is not UTF-8: save the file as UTF-8 (from "
            "Windows-1252, `iconv -f WINDOWS-1252 -t UTF-8` does it)",
            path=path,
            offset=str(offset),
            value=value,
        )
    return FactcheckError(message)
