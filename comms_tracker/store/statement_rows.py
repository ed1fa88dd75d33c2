"""Statements to rows and back: of ``statements`` and of ``statement_versions``."""

from __future__ import annotations

import json
from typing import Any

from comms_tracker.records import Origin, Statement
from comms_tracker.store.rows import Row, array


def statement_row(incident: str, version: int, statement: Statement) -> dict[str, Any]:
    """The columns that ``statements`` and ``statement_versions`` have in common."""
    origin = statement.derived_from
    return {
        "incident": incident,
        "id": statement.id,
        "version": version,
        "text": statement.text,
        "sha256": statement.sha256,
        "organisation": statement.organisation,
        "issued": statement.issued,
        "title": statement.title,
        "channel": statement.channel,
        "outlet": statement.outlet,
        "source": statement.source,
        "wording": statement.wording,
        "repeats": statement.repeats,
        "derived_document": origin and origin.document,
        "derived_start": origin and origin.start,
        "derived_end": origin and origin.end,
        "derived_quoted": array([list(place) for place in origin.quoted]) if origin and origin.quoted else None,
        "english": int(statement.english),
    }


def statement_of(row: Row) -> Statement:
    """The statement of a row of ``statements`` or ``statement_versions``."""
    document = row["derived_document"]
    return Statement(
        id=row["id"],
        text=row["text"],
        organisation=row["organisation"],
        issued=row["issued"],
        title=row["title"],
        channel=row["channel"],
        outlet=row["outlet"],
        source=row["source"],
        incident=row["incident"],
        wording=row["wording"],
        repeats=row["repeats"],
        derived_from=None if document is None else _origin_of(document, row),
        english=bool(row["english"]),
    )


def _origin_of(document: str, row: Row) -> Origin:
    quoted = tuple((start, end) for start, end in json.loads(row["derived_quoted"] or "[]"))
    return Origin(document, row["derived_start"], row["derived_end"], quoted)
