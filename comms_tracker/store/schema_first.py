"""The tables of the first step of the schema: statements, how they were read, runs and vectors.

Released, so never edited.
"""

from __future__ import annotations

_STATEMENT_COLUMNS = """
    incident TEXT NOT NULL REFERENCES incidents (id),
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    organisation TEXT REFERENCES organisations (name),
    issued TEXT,
    title TEXT,
    channel TEXT,
    outlet TEXT,
    source TEXT,
    wording TEXT,
    repeats TEXT,
    derived_document TEXT,
    derived_start INTEGER CHECK (derived_start >= 0),
    derived_end INTEGER CHECK (derived_end >= derived_start),
    english INTEGER NOT NULL CHECK (english IN (0, 1)),
"""

_MEASURE_COLUMNS = """
    event TEXT,
    counted TEXT,
    scope TEXT NOT NULL CHECK (json_type(scope) = 'array'),
    basis TEXT CHECK (basis IN ('total', 'increment', 'period', 'share', 'progress', 'capacity')),
    period TEXT,
    phrase TEXT NOT NULL,
"""

_CHANGE_KINDS = """
    'unchanged', 'quantified', 'obscured', 'revised_up', 'revised_down', 'progressed', 'narrowed_scope',
    'widened_scope', 'contradicted', 'retracted', 'softened', 'strengthened', 'added', 'dropped'
"""

STATEMENTS = f"""
CREATE TABLE organisations (
    name TEXT PRIMARY KEY NOT NULL
) STRICT;

CREATE TABLE incidents (
    id TEXT PRIMARY KEY NOT NULL,
    organisations TEXT NOT NULL CHECK (json_type(organisations) = 'array'),
    statements INTEGER NOT NULL CHECK (statements >= 0),
    first_issued TEXT,
    last_issued TEXT,
    changes INTEGER NOT NULL CHECK (changes >= 0),
    headline TEXT NOT NULL,
    version TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    lexicon_sha256 TEXT NOT NULL,
    notes TEXT NOT NULL CHECK (json_type(notes) = 'array')
) STRICT;

CREATE TABLE statements ({_STATEMENT_COLUMNS}
    position INTEGER NOT NULL CHECK (position >= 1),
    PRIMARY KEY (incident, id)
) STRICT;
CREATE UNIQUE INDEX statements_in_order ON statements (incident, position);
CREATE INDEX statements_by_organisation ON statements (organisation);

CREATE TABLE statement_versions ({_STATEMENT_COLUMNS}
    PRIMARY KEY (incident, id, version)
) STRICT;
CREATE INDEX statement_versions_by_organisation ON statement_versions (organisation);
"""

READINGS = f"""
CREATE TABLE claims (
    incident TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    statement TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    text TEXT NOT NULL,{_MEASURE_COLUMNS}
    polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'denied', 'unknown')),
    certainty TEXT NOT NULL CHECK (certainty IN ('asserted', 'hedged', 'estimated', 'forecast', 'conditional')),
    hedge TEXT,
    speaker TEXT,
    voice TEXT NOT NULL CHECK (voice IN ('own', 'quoted', 'reported', 'narration')),
    background INTEGER NOT NULL CHECK (background IN (0, 1)),
    as_of TEXT,
    restated INTEGER NOT NULL CHECK (restated IN (0, 1)),
    restates TEXT,
    PRIMARY KEY (incident, id),
    FOREIGN KEY (incident, statement) REFERENCES statements (incident, id),
    FOREIGN KEY (incident, restates) REFERENCES claims (incident, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX claims_in_order ON claims (incident, position);
CREATE INDEX claims_by_statement ON claims (incident, statement);
CREATE INDEX claims_by_restated ON claims (incident, restates);

CREATE TABLE figures (
    incident TEXT NOT NULL,
    claim TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    kind TEXT NOT NULL
        CHECK (kind IN ('exact', 'approximate', 'bound', 'range', 'vague', 'proportion', 'universal')),
    low REAL,
    high REAL,
    low_open INTEGER NOT NULL CHECK (low_open IN (0, 1)),
    high_open INTEGER NOT NULL CHECK (high_open IN (0, 1)),
    unit TEXT,
    tolerance REAL,
    readings TEXT NOT NULL CHECK (json_type(readings) = 'array'),
    rule TEXT NOT NULL,
    PRIMARY KEY (incident, claim),
    FOREIGN KEY (incident, claim) REFERENCES claims (incident, id)
) STRICT;

CREATE TABLE series (
    incident TEXT NOT NULL REFERENCES incidents (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),{_MEASURE_COLUMNS}
    PRIMARY KEY (incident, id)
) STRICT;
CREATE UNIQUE INDEX series_in_order ON series (incident, position);

CREATE TABLE series_claims (
    incident TEXT NOT NULL,
    series TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    claim TEXT NOT NULL,
    PRIMARY KEY (incident, series, position),
    FOREIGN KEY (incident, series) REFERENCES series (incident, id),
    FOREIGN KEY (incident, claim) REFERENCES claims (incident, id)
) STRICT;
CREATE INDEX series_claims_by_claim ON series_claims (incident, claim);

CREATE TABLE changes (
    incident TEXT NOT NULL REFERENCES incidents (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ({_CHANGE_KINDS})),
    also TEXT NOT NULL CHECK (json_type(also) = 'array'),
    earlier TEXT,
    later TEXT,
    relation TEXT CHECK (relation IN ('consistent', 'superseded', 'contradictory', 'not_comparable')),
    stated_basis TEXT CHECK (stated_basis IN ('update', 'method_change', 'correction', 'retraction')),
    direction TEXT CHECK (direction IN ('up', 'down')),
    ratio TEXT CHECK (json_array_length(ratio) = 2),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    explanation TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'corrected', 'rejected')),
    evidence_for TEXT NOT NULL CHECK (json_type(evidence_for) = 'array'),
    evidence_against TEXT NOT NULL CHECK (json_type(evidence_against) = 'array'),
    PRIMARY KEY (incident, id),
    FOREIGN KEY (incident, earlier) REFERENCES claims (incident, id),
    FOREIGN KEY (incident, later) REFERENCES claims (incident, id)
) STRICT;
CREATE UNIQUE INDEX changes_in_order ON changes (incident, position);
CREATE INDEX changes_by_earlier ON changes (incident, earlier);
CREATE INDEX changes_by_later ON changes (incident, later);

CREATE TABLE findings (
    incident TEXT NOT NULL REFERENCES incidents (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN (
        'sum_mismatch', 'base_mismatch', 'impossible_share', 'restated_differently', 'self_contradiction',
        'outlets_differ', 'speakers_differ', 'altered_quotation', 'changed_source'
    )),
    statements TEXT NOT NULL CHECK (json_type(statements) = 'array'),
    claims TEXT NOT NULL CHECK (json_type(claims) = 'array'),
    explanation TEXT NOT NULL,
    PRIMARY KEY (incident, id)
) STRICT;
CREATE UNIQUE INDEX findings_in_order ON findings (incident, position);
"""

RUNS_AND_VECTORS = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY NOT NULL,
    incident TEXT NOT NULL REFERENCES incidents (id),
    version TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    lexicon_sha256 TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT NOT NULL,
    added TEXT NOT NULL CHECK (json_type(added) = 'array'),
    new_versions TEXT NOT NULL CHECK (json_type(new_versions) = 'array')
) STRICT;
CREATE INDEX runs_by_incident ON runs (incident);

CREATE TABLE phrase_vectors (
    model_sha256 TEXT NOT NULL,
    phrase TEXT NOT NULL,
    vector BLOB NOT NULL CHECK (length(vector) > 0),
    PRIMARY KEY (model_sha256, phrase)
) STRICT;

CREATE TABLE incident_phrases (
    incident TEXT NOT NULL REFERENCES incidents (id),
    model_sha256 TEXT NOT NULL,
    phrase TEXT NOT NULL,
    PRIMARY KEY (incident, model_sha256, phrase),
    FOREIGN KEY (model_sha256, phrase) REFERENCES phrase_vectors (model_sha256, phrase)
) STRICT;
CREATE INDEX incident_phrases_by_phrase ON incident_phrases (model_sha256, phrase);
"""
