"""The table of the fourth step of the schema: what was lawfully deleted. Released, so never edited."""

from __future__ import annotations

FORGOTTEN = """
CREATE TABLE forgotten (
    incident TEXT NOT NULL,
    statement TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL CHECK (length(made_by) > 0),
    made_at TEXT NOT NULL,
    PRIMARY KEY (incident, statement, version, text_sha256)
) STRICT;
"""
