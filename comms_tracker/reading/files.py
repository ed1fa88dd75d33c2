"""Paths to bytes: a file, a folder's own files of known kinds, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from comms_tracker.errors import InputError
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.reading.kinds import KINDS_IN_WORDS, NOT_READ, FileKind, kind_by_bytes, kind_by_name, kind_of_answer

if TYPE_CHECKING:
    from comms_tracker.fetching import Fetched

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
STANDARD_INPUT = "-"
_NOT_STATEMENTS = {"readme.md": "it is about the folder", "expected.json": "it is what a test expects"}

LARGEST_FILE = 100_000_000
"""Bytes of a file that is more than its text, such as a page or a PDF."""
PART = 1_000_000
"""Bytes of a file of rows that are held at once where it is read in parts."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as received: ``name`` as the user gave it, ``stem`` of a file's name, and its bytes.

    ``charset`` and ``url`` are what a web server said of its answer's characters, and where that was fetched from;
    ``first_line`` is where the bytes begin in the file, if they are a part of one.
    """

    name: str
    kind: FileKind
    data: bytes
    stem: str | None = None
    charset: str | None = None
    url: str | None = None
    first_line: int = 1


def documents(paths: Sequence[str], *, allow_private: bool = False) -> tuple[list[Document], list[str]]:
    """The files, folders and pages that ``paths`` name, in their order, and what of a folder was skipped, in sentences.

    A page is fetched from the web; ``allow_private`` takes private addresses too. Raises InputError for a path that is
    not there, a folder without statements, and a file or page that cannot be opened or is larger than one may be.
    """
    notes: list[str] = []
    return list(one_by_one(paths, notes, _whole, allow_private=allow_private)), notes


def one_by_one(
    paths: Sequence[str],
    notes: list[str],
    opened: Callable[[str], Iterator[Document]],
    *,
    allow_private: bool = False,
) -> Iterator[Document]:
    """As :func:`documents`, each as it is asked for; what is skipped is added to ``notes``.

    ``opened`` reads a file: whole, or by :func:`in_parts`.
    """
    asked = False
    for path in paths:
        if path == STANDARD_INPUT:
            yield _standard_input(already_read=asked)
            asked = True
        elif _ADDRESS.match(path):
            yield _page(path, allow_private=allow_private)
        elif Path(path).is_dir():
            for name in _folder(path, notes):
                yield from opened(name)
        else:
            yield from opened(path)


def in_parts(name: str) -> Iterator[Document]:
    """A file whole, but of a large one of rows (.jsonl) some thousands at a time, so that it is never held whole.

    Raises InputError as for the whole file.
    """
    path = Path(name)
    if kind_by_name(path.name) is not FileKind.JSONL or not path.is_file() or path.stat().st_size <= PART:
        yield _file(name)
        return
    line = 1
    with path.open("rb") as file:
        while rows := file.readlines(PART):
            data = b"".join(rows)
            if not _is_text(data):
                # The whole file is refused, with the place in it.
                yield _file(name)
                return
            if data.strip():
                yield Document(name, FileKind.JSONL, data, path.stem, first_line=line)
            line += len(rows)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def _whole(name: str) -> Iterator[Document]:
    yield _file(name)


def _standard_input(already_read: bool) -> Document:
    if already_read:
        raise InputError("- is given twice, and standard input can be read only once. Save one of the texts as a file.")
    return Document("standard input", FileKind.PASTED, sys.stdin.buffer.read())


def _page(url: str, *, allow_private: bool) -> Document:
    from comms_tracker.fetching import fetch

    return document_of_answer(fetch(url, allow_private=allow_private))


def document_of_answer(fetched: Fetched) -> Document:
    """What was fetched as a document of its kind; raises InputError where it is of none that is read."""
    path = PurePosixPath(unquote(urlsplit(fetched.url).path))
    kind = kind_of_answer(fetched.media_type, fetched.data, path.name)
    if kind is None:
        raise InputError(
            f"{fetched.asked} is {fetched.media_type}, which is not read. "
            f"Save the statement as {KINDS_IN_WORDS}, and read that."
        )
    return Document(fetched.asked, kind, fetched.data, path.stem or None, fetched.charset, fetched.url)


def _file(name: str) -> Document:
    path = Path(name)
    named = kind_by_name(path.name)
    if path.suffix.lower() in NOT_READ:
        raise InputError(f"{name} is not a kind of file that is read. Save the statement as {KINDS_IN_WORDS}.")
    try:
        size = path.stat().st_size
        if named is FileKind.TEXT:
            refuse_too_large(size, name)
        elif named is not FileKind.JSONL:
            _refuse_enormous(size, name)
        data = path.read_bytes()
        return Document(name, named or kind_by_bytes(data) or FileKind.TEXT, data, path.stem)
    except FileNotFoundError:
        raise InputError(f"{name}: no such file or folder. Check the name, and the folder that you are in.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{name} cannot be read: {reason}. Check who may read it.") from None


def _refuse_enormous(size: int, name: str) -> None:
    if size > LARGEST_FILE:
        raise InputError(
            f"{name} has {size / 1_000_000:,.1f} MB, and a file may have {LARGEST_FILE // 1_000_000} MB. "
            "Save the statement's own pages alone, or its words as plain text (.txt)."
        )


def _folder(name: str, notes: list[str]) -> Iterator[str]:
    """The folder's own files of known kinds by name; what is skipped goes into ``notes``."""
    skipped: dict[str, list[str]] = {}
    statements: list[str] = []
    subfolders: list[str] = []
    try:
        entries = sorted(Path(name).iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}. Check who may read it.") from None
    for entry in entries:
        reason = _reason_to_skip(entry)
        if reason is None:
            statements.append(str(entry))
            continue
        skipped.setdefault(reason, []).append(entry.name)
        if entry.is_dir() and not entry.name.startswith("."):
            subfolders.append(str(entry))
    if not statements:
        hint = f" Its subfolders are not read: name one, such as {subfolders[0]}." if subfolders else ""
        raise InputError(
            f"{name} holds no statements ({KINDS_IN_WORDS}).{hint or ' Put one into it, or name another.'}"
        )
    notes += [f"Skipped {', '.join(names)} in {name}: {reason}." for reason, names in skipped.items()]
    return iter(statements)


def _reason_to_skip(entry: Path) -> str | None:
    """Why a folder's entry is no statement, None where it is one."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_dir():
        return "a folder's subfolders are not read"
    if entry.name.lower() in _NOT_STATEMENTS:
        return _NOT_STATEMENTS[entry.name.lower()]
    if entry.suffix.lower() == ".xml":
        return "an .xml file is read only where it is named"
    return None if kind_by_name(entry.name) else f"only {KINDS_IN_WORDS} files are read"
