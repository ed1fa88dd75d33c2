"""Files that a case of bad input needs and that can't be written as text in its table: by name, from a maker."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
from pdf_samples import lines, pdf

READERS = Path(__file__).parent / "fixtures" / "readers"
WORDS = "136 operations were cancelled. "
BOXES = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(3000))


def word_file(text: str = "") -> bytes:
    """A Word file with one paragraph."""
    made = docx.Document()
    made.add_paragraph(text)
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def with_body(body: bytes) -> bytes:
    """A Word file whose main part has these bytes."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(word_file())) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return held.getvalue()


def zipped(names: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return held.getvalue()


def sparse(path: Path) -> None:
    """A file of 101 MB that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(101_000_000)


def dangling(path: Path) -> None:
    """A link to a file that isn't there."""
    path.symlink_to(path.with_name("gone.txt"))


def large_jsonl(path: Path) -> None:
    """One line of JSON with a text of more than 10 MB."""
    path.write_text('{"text": "' + "many words " * 954_546 + '"}', encoding="utf-8")


def later_store(path: Path, store: Path) -> None:
    """The bundled case's store, said to be of a schema that doesn't exist yet."""
    import sqlite3
    from contextlib import closing

    shutil.copyfile(store, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 9999")
        db.commit()


DATA: Mapping[str, Callable[[], bytes]] = {
    "an empty Word file": word_file,
    "a Word file cut in half": lambda: word_file(WORDS)[: len(word_file(WORDS)) // 2],
    "a Word file with entities": lambda: with_body(b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
    "a Word file with broken XML": lambda: with_body(b"<w:document"),
    "a Word file that unpacks to 51 MB": lambda: with_body(b"<a>" + b" " * 51_000_000 + b"</a>"),
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a zip archive": lambda: zipped({"a.txt": b"136"}),
    "a locked PDF": (READERS / "locked.pdf").read_bytes,
    "a PDF without words": lambda: pdf([[]]),
    "a PDF cut in half": lambda: pdf([lines([WORDS] * 30)])[:300],
    "10.5 MB of text": lambda: b"many words " * 954_546,
    "front matter in brackets": lambda: b"---\ntitle: " + b"[" * 5000 + b"\n---\n136 operations were cancelled.\n",
    "JSON in brackets": lambda: b'{"text": "a", "issued": "2017-04-28"}\n\n' + b"[" * 100_000,
    "a mail in boxes": lambda: b"From: a@b.example\nSubject: s\n" + BOXES + b"\n136 homes\n",
}
PLACED: Mapping[str, Callable[[Path], None]] = {
    "a file of 101 MB": sparse,
    "a link to nothing": dangling,
    "10.5 MB in one JSON line": large_jsonl,
    "a folder": Path.mkdir,
}
