"""The sixth step of the schema: what came in, byte for byte. Released, so never edited."""

from __future__ import annotations

RECEIVED = """
CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    data BLOB CHECK (length(data) = bytes)
) STRICT;

CREATE TABLE statement_sources (
    incident TEXT NOT NULL REFERENCES incidents (id),
    statement TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    source TEXT NOT NULL REFERENCES sources (sha256),
    name TEXT NOT NULL,
    url TEXT,
    taken TEXT NOT NULL CHECK (json_type(taken) = 'array'),
    pages TEXT NOT NULL CHECK (json_type(pages) = 'array'),
    PRIMARY KEY (incident, statement, version),
    FOREIGN KEY (incident, statement) REFERENCES statements (incident, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statement_sources_by_source ON statement_sources (source);

ALTER TABLE incidents ADD COLUMN last_moment TEXT NOT NULL DEFAULT '';
CREATE INDEX incidents_by_last_moment ON incidents (last_moment DESC, id);
"""

MORE_ENTRIES = """
UPDATE sqlite_master SET sql = replace(
    sql, '''forgotten'', ''merged'', ''migrated''', '''forgotten'', ''merged'', ''migrated'', ''pruned'''
) WHERE type = 'table' AND name IN ({names})
"""

MORE_CAUSES = """
UPDATE sqlite_master SET sql = replace(sql, '''decide'', ''reprocess''', '''decide'', ''reprocess'', ''merge''')
WHERE type = 'table' AND name IN ({names})
"""
