"""What a search found as rows: the same columns on the command line, in the app, and in files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comms_tracker.store import Hit

COLUMNS = (
    *("incident", "statement", "claim", "organisation", "issued", "title", "start", "end", "text", "found_by"),
    *("likeness", "figure", "figure_kind", "low", "high", "unit"),
)


def hit_row(hit: Hit) -> Mapping[str, str | int | float | None]:
    """One result, each of ``COLUMNS`` by its name; what it does not have is None."""
    figure = hit.figure
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
        "figure": figure.text if figure else None,
        "figure_kind": figure.kind.value if figure else None,
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "unit": figure.unit if figure else None,
    }
