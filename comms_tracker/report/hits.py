"""What a search found as rows: the same columns on the command line, in the app, and in files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from comms_tracker.report.rows import FIGURE_COLUMNS, figure_cells

if TYPE_CHECKING:
    from comms_tracker.store import Hit

COLUMNS = (
    *("incident", "statement", "claim", "organisation", "issued", "title", "start", "end", "text", "found_by"),
    *("likeness", *FIGURE_COLUMNS),
)


def hit_row(hit: Hit) -> Mapping[str, str | float | None]:
    """One result, each of ``COLUMNS`` by its name; what it does not have is None."""
    return {
        "incident": hit.incident,
        "statement": hit.statement,
        "claim": hit.claim,
        "organisation": hit.organisation,
        "issued": hit.issued,
        "title": hit.title,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "found_by": hit.found_by.value,
        "likeness": hit.likeness,
        **figure_cells(hit.figure),
    }
