"""What a search found, as a file for other programs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from comms_tracker.exporting.formats import WRITERS, Format
from comms_tracker.report.cells import Told
from comms_tracker.report.hits import COLUMNS, hit_row
from comms_tracker.store import Column, Hit, Relation

TYPES = {"start": "INTEGER", "end": "INTEGER", "likeness": "REAL", "low": "REAL", "high": "REAL"}
"""The types of the columns that are no text."""

RELATION = Relation("found", tuple(Column(name, TYPES.get(name, "TEXT"), json=False) for name in COLUMNS), None, ())


def hits_file(hits: Iterable[Hit], form: Format) -> bytes:
    """The results in order, one row each, as a file of CSV, JSONL or Parquet; raises KeyError for a workbook."""
    write = WRITERS[form]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"found.{form.value}"
        write(path, RELATION, (tuple(row[name] for name in COLUMNS) for row in map(hit_row, hits)), Told())
        return path.read_bytes()
