"""Bytes to text: UTF-8 and nothing else, every refusal with the place and the way out."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.errors import InputError

LARGEST_TEXT = 10_000_000
"""Bytes of one statement's text in UTF-8: beyond it the text is a collection, to be split into statements."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_TEXT = "Save the statement as plain text (.txt) or Markdown (.md) in UTF-8."
_SIGNATURES = (
    (b"%PDF-", "a PDF", "Give the file a name that ends in .pdf, and it is read as one."),
    (
        b"PK\x03\x04",
        "a Word file or another zip archive",
        "Give a Word file a name that ends in .docx, and it is read as one.",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it from Word as .docx."),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file as it stands, line ends and all, and what was left out of it, in plain sentences."""

    text: str
    notes: tuple[str, ...] = ()


def decoded(data: bytes, name: str) -> Decoded:
    """The text in ``data``, a byte-order mark dropped and said so.

    Raises InputError where the bytes are empty, blank, binary or not UTF-8.
    """
    if not data:
        raise InputError(f"{name} is empty. Put the statement's text into it.")
    _refuse_binary(data, name)
    notes: tuple[str, ...] = ()
    start = 0
    if data.startswith(_BOM):
        start = len(_BOM)
        notes = (f"{name} begins with a byte-order mark, which is left out: offsets count from the first character.",)
    try:
        text = data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        place = start + error.start
        line = data.count(b"\n", 0, place) + 1
        raise InputError(
            f"{name} is not UTF-8: byte 0x{data[place]:02X} at offset {place} (line {line}). {_SAVE_AS_TEXT}"
        ) from None
    refuse_blank(text, name)
    return Decoded(text, notes)


def refuse_blank(text: str, name: str) -> None:
    """Raises InputError where ``text`` holds nothing but spaces and line ends."""
    if not text.strip():
        raise InputError(f"{name} holds only spaces and line ends. Put the statement's text into it.")


def refuse_too_large(size: int, name: str) -> None:
    """Raises InputError where ``size`` bytes are more than one statement's text may have."""
    if size > LARGEST_TEXT:
        raise InputError(
            f"{name} has {size / 1_000_000:,.1f} MB of text, and one statement may have "
            f"{LARGEST_TEXT // 1_000_000} MB. Split it into one file for each statement, or into one JSONL line each."
        )


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, what, instead in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name} is {what}, not text. {instead}")
    if data.startswith(_UTF16):
        raise InputError(f"{name} is UTF-16, not UTF-8: byte 0x{data[0]:02X} at offset 0. {_SAVE_AS_TEXT}")
    place = data.find(b"\0")
    if place >= 0:
        raise InputError(f"{name} is binary, not text: byte 0x00 at offset {place}. {_SAVE_AS_TEXT}")
