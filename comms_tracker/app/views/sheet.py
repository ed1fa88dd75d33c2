"""Rows as CSV that a spreadsheet opens: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from comms_tracker.exporting.cells import Told, guarded
from comms_tracker.store import Value


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """The rows under a header line; what a row does not give is an empty cell."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(row.get(name), name, Told()) for name in columns])
    return made.getvalue()
