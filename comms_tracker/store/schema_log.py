"""The tables of the third step of the schema: the log, and a hash of each row. Released, so never edited."""

from __future__ import annotations

LOG = """
CREATE TABLE log (
    id INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    entry TEXT NOT NULL CHECK (entry IN ('added', 'read', 'decided', 'forgotten', 'merged', 'migrated')),
    incident TEXT NOT NULL,
    subjects TEXT NOT NULL CHECK (json_type(subjects) = 'array'),
    version TEXT NOT NULL,
    rows_sha256 TEXT NOT NULL CHECK (length(rows_sha256) = 64),
    previous_sha256 TEXT CHECK (length(previous_sha256) = 64),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX log_by_incident ON log (incident, id);
CREATE UNIQUE INDEX log_by_previous ON log (previous_sha256);

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
BEGIN SELECT raise(ABORT, 'the log is only ever added to'); END;

CREATE TABLE row_hashes (
    incident TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (incident, kind, id)
) STRICT;
"""
