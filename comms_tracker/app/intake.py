"""What a person pastes, drops or names, as documents to read: limited in size and kind, and never a path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import urlsplit

from comms_tracker.app.words import intake as words
from comms_tracker.errors import InputError
from comms_tracker.reading.files import Document, document_of_answer
from comms_tracker.reading.kinds import BY_SUFFIX, FileKind, kind_by_name

MOST_MB = 10
"""Megabytes of one file; .streamlit/config.toml has the same, for what the browser sends."""
MOST_CHARACTERS = 200_000
"""Characters of one pasted text, some 30,000 words."""
ENDINGS = tuple(BY_SUFFIX)
"""The endings of files that may be dropped."""


def files_help() -> str:
    """Which files may be dropped, for the hint beside the place to drop them."""
    return words.FILES_HELP.format(most=MOST_MB)


def dropped(name: str, data: bytes) -> Document:
    """A file that was dropped, as a document; raises InputError for a kind that is not read, and for too large a file.

    What the browser said of the file is checked here again, since a program could have said it.
    """
    kind = kind_by_name(name)
    if kind is None:
        raise InputError(words.NOT_READ.format(name=name))
    if len(data) > MOST_MB * 1_000_000:
        raise InputError(words.TOO_LARGE.format(name=name, size=len(data) / 1_000_000, most=MOST_MB))
    return Document(name, kind, data, PurePath(name).stem)


def pasted(text: str, name: str) -> Document:
    """A pasted text as a document; ``name`` stands for it in messages. Raises InputError where it is too long."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(words.TOO_LONG.format(name=name, length=len(text), most=MOST_CHARACTERS))
    return Document(name, FileKind.PASTED, text.encode("utf-8", "replace"))


def fetched(address: str) -> Document:
    """The page at an address of the web; raises InputError for anything but http and https, and where none is got."""
    from comms_tracker import fetching

    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        scheme = ""
    if scheme not in ("http", "https"):
        raise InputError(words.NO_ADDRESS.format(address=address))
    return document_of_answer(fetching.fetch(address))


def documents(files: Iterable[tuple[str, bytes]], address: str) -> list[Document]:
    """Files that were dropped, by name, and the page at an address that was given, as documents; raises as above."""
    found = [dropped(name, data) for name, data in files]
    return [*found, fetched(address)] if address else found
