"""Which kind a file or an answer of a web server is: by its name, by what the server says, by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FileKind(StrEnum):
    """How a document's bytes become statements."""

    TEXT = "text"
    JSONL = "jsonl"
    PASTED = "pasted"
    HTML = "html"
    DOCX = "docx"
    MAIL = "mail"
    PDF = "pdf"
    TABLE = "table"
    FEED = "feed"
    MHTML = "mhtml"
    WARC = "warc"


BY_SUFFIX: Mapping[str, FileKind] = MappingProxyType(
    {
        ".txt": FileKind.TEXT,
        ".md": FileKind.TEXT,
        ".markdown": FileKind.TEXT,
        ".jsonl": FileKind.JSONL,
        ".html": FileKind.HTML,
        ".htm": FileKind.HTML,
        ".xhtml": FileKind.HTML,
        ".docx": FileKind.DOCX,
        ".eml": FileKind.MAIL,
        ".pdf": FileKind.PDF,
        ".csv": FileKind.TABLE,
        ".tsv": FileKind.TABLE,
        ".mhtml": FileKind.MHTML,
        ".mht": FileKind.MHTML,
        ".warc": FileKind.WARC,
        ".warc.gz": FileKind.WARC,
        ".rss": FileKind.FEED,
        ".atom": FileKind.FEED,
        ".xml": FileKind.FEED,
    }
)
_PAGE = re.compile(rb"<!doctype html|<html\b", re.I)
BY_MEDIA_TYPE: Mapping[str, FileKind] = MappingProxyType(
    {
        "text/html": FileKind.HTML,
        "application/xhtml+xml": FileKind.HTML,
        "application/pdf": FileKind.PDF,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": FileKind.DOCX,
        "message/rfc822": FileKind.MAIL,
        "multipart/related": FileKind.MHTML,
        "application/warc": FileKind.WARC,
        "text/csv": FileKind.TABLE,
        "application/rss+xml": FileKind.FEED,
        "application/atom+xml": FileKind.FEED,
        "application/xml": FileKind.FEED,
        "text/xml": FileKind.FEED,
        "text/markdown": FileKind.TEXT,
        "application/jsonl": FileKind.JSONL,
        "application/x-ndjson": FileKind.JSONL,
    }
)
KINDS_IN_WORDS = "text, Markdown, JSONL, CSV, HTML, MHTML, WARC, PDF, DOCX, EML, RSS or Atom"
_OTHERS = """
    .json .doc .rtf .odt .pages .xls .xlsx .ods .ppt .pptx .msg .zip .wacz .webarchive .jpg .jpeg .png .gif .webp .svg
    .mp3 .mp4 .m4a .wav .mov
"""
NOT_READ = frozenset(_OTHERS.split())
"""Endings of files that are certainly none of the kinds; a file with another unknown ending is tried as text."""


def kind_by_name(name: str) -> FileKind | None:
    """The kind that a file's name says, None where it says none that is known."""
    lower = name.lower()
    return next((kind for suffix, kind in BY_SUFFIX.items() if lower.endswith(suffix)), None)


def kind_by_bytes(data: bytes) -> FileKind | None:
    """The kind that a file's first bytes show, for one whose name says none; None where they show none."""
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return FileKind.DOCX
    return FileKind.HTML if _PAGE.match(data[:1000].lstrip()) else None


def kind_of_answer(media_type: str, data: bytes, path: str) -> FileKind | None:
    """The kind of a web server's answer: a PDF whatever is said of it, else what is said, else what its bytes show.

    None where it is nothing that is read.
    """
    shown = kind_by_bytes(data)
    said = FileKind.PDF if shown is FileKind.PDF else BY_MEDIA_TYPE.get(media_type, shown)
    if said is not None:
        return said
    if media_type in {"text/plain", "application/octet-stream"}:
        return kind_by_name(path) or (FileKind.TEXT if media_type == "text/plain" else None)
    return None
