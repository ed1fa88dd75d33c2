"""Bytes to statements: text, date, organisation, one small module for each way in.

``read_statements`` takes paths, ``read_documents`` bytes that are at hand already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.lazily import exports

if TYPE_CHECKING:
    from comms_tracker.reading.files import Document
    from comms_tracker.reading.how_to_read import HowToRead
    from comms_tracker.reading.kinds import FileKind
    from comms_tracker.reading.received import PageStart, Provenance, Received, Taken
    from comms_tracker.reading.statements import ReadResult, read_documents, read_statements
    from comms_tracker.reading.table import columns_of

__all__ = [
    "Document",
    "FileKind",
    "HowToRead",
    "PageStart",
    "Provenance",
    "ReadResult",
    "Received",
    "Taken",
    "columns_of",
    "read_documents",
    "read_statements",
]

# A store knows dates and where a statement came from, and reads no file.
__getattr__ = exports(
    __name__,
    {
        "Document": "files",
        "FileKind": "kinds",
        "HowToRead": "how_to_read",
        "PageStart": "received",
        "Provenance": "received",
        "ReadResult": "statements",
        "Received": "received",
        "Taken": "received",
        "columns_of": "table",
        "read_documents": "statements",
        "read_statements": "statements",
    },
)
