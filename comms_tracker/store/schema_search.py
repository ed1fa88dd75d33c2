"""The seventh step of the schema: full text over statements and claims, and what else a search asks by.

Released, so never edited. The full-text tables hold no text of their own: they point at the rows of theirs, and
triggers keep them true.
"""

from __future__ import annotations

TOKENS = "porter unicode61 remove_diacritics 2"

SEARCH = f"""
CREATE VIRTUAL TABLE statements_fts USING fts5 (title, text, content="statements", tokenize="{TOKENS}");
CREATE TRIGGER statements_fts_after_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER statements_fts_after_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;
CREATE TRIGGER statements_fts_after_update AFTER UPDATE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
    INSERT INTO statements_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5 (text, content="claims", tokenize="{TOKENS}");
CREATE TRIGGER claims_fts_after_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER claims_fts_after_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
END;
CREATE TRIGGER claims_fts_after_update AFTER UPDATE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
    INSERT INTO claims_fts (rowid, text) VALUES (new.rowid, new.text);
END;

INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');

CREATE INDEX claims_by_phrase ON claims (phrase, incident, position);
ALTER TABLE organisations ADD COLUMN sector TEXT;
"""
