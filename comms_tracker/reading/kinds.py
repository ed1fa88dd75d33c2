"""Which kind a file or an answer of a web server is: by its name, by what the server says, by its first bytes."""

from __future__ import annotations

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
        ".rss": FileKind.FEED,
        ".atom": FileKind.FEED,
        ".xml": FileKind.FEED,
    }
)
KINDS_IN_WORDS = "text, Markdown, JSONL, CSV, HTML, PDF, DOCX, EML or feeds (RSS, Atom)"
NOT_READ = frozenset(
    {".json", ".doc", ".rtf", ".odt", ".jpg", ".jpeg", ".png", ".gif", ".xls", ".xlsx", ".pptx", ".zip"}
)
"""Endings of files that are certainly none of the kinds; a file with another unknown ending is tried as text."""


def kind_by_name(name: str) -> FileKind | None:
    """The kind that a file's name says, None where it says none that is known."""
    lower = name.lower()
    return next((kind for suffix, kind in BY_SUFFIX.items() if lower.endswith(suffix)), None)
