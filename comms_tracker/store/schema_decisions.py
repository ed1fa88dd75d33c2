"""The tables of the second step of the schema: what people decided, and what was read otherwise before.

Released, so never edited.
"""

from __future__ import annotations

DECISIONS = """
CREATE TABLE decisions (
    incident TEXT NOT NULL REFERENCES incidents (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    verb TEXT NOT NULL
        CHECK (verb IN ('confirm', 'reject', 'link', 'correct', 'dismiss', 'add_claim', 'seen', 'undo')),
    made_by TEXT NOT NULL CHECK (length(made_by) > 0),
    made_at TEXT NOT NULL,
    note TEXT,
    about TEXT NOT NULL,
    statements TEXT NOT NULL CHECK (json_type(statements) = 'array'),
    change_kind TEXT CHECK (change_kind IN (
        'unchanged', 'quantified', 'obscured', 'revised_up', 'revised_down', 'progressed', 'narrowed_scope',
        'widened_scope', 'contradicted', 'retracted', 'softened', 'strengthened', 'added', 'dropped'
    )),
    finding_kind TEXT CHECK (finding_kind IN (
        'sum_mismatch', 'base_mismatch', 'impossible_share', 'restated_differently', 'self_contradiction',
        'outlets_differ', 'speakers_differ', 'altered_quotation', 'changed_source'
    )),
    value TEXT,
    event TEXT,
    counted TEXT,
    undoes TEXT,
    PRIMARY KEY (incident, id),
    FOREIGN KEY (incident, undoes) REFERENCES decisions (incident, id)
) STRICT;
CREATE UNIQUE INDEX decisions_in_order ON decisions (incident, position);
CREATE UNIQUE INDEX decisions_by_undone ON decisions (incident, undoes);
CREATE INDEX decisions_by_id ON decisions (id);

CREATE TABLE decided_words (
    incident TEXT NOT NULL,
    decision TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    statement TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    text TEXT NOT NULL,
    claim TEXT NOT NULL,
    figure_text TEXT,
    figure_start INTEGER CHECK (figure_start >= 0),
    figure_end INTEGER CHECK (figure_end >= figure_start),
    PRIMARY KEY (incident, decision, position),
    FOREIGN KEY (incident, decision) REFERENCES decisions (incident, id),
    FOREIGN KEY (incident, statement) REFERENCES statements (incident, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX decided_words_by_statement ON decided_words (incident, statement);
CREATE INDEX decided_words_by_claim ON decided_words (claim, incident, decision, position);

CREATE TABLE decided_figures (
    incident TEXT NOT NULL,
    decision TEXT NOT NULL,
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

    PRIMARY KEY (incident, decision),
    FOREIGN KEY (incident, decision) REFERENCES decisions (incident, id)
) STRICT;

CREATE TABLE earlier_readings (
    incident TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    subject TEXT NOT NULL CHECK (subject IN ('claim', 'change', 'finding')),
    id TEXT NOT NULL,
    statement TEXT,
    words TEXT NOT NULL,
    reading TEXT NOT NULL CHECK (json_type(reading) = 'object'),
    PRIMARY KEY (incident, run, subject, id),
    FOREIGN KEY (incident, statement) REFERENCES statements (incident, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX earlier_readings_by_id ON earlier_readings (id, incident, run);
CREATE INDEX earlier_readings_by_run ON earlier_readings (run);
CREATE INDEX earlier_readings_by_statement ON earlier_readings (incident, statement);

ALTER TABLE findings ADD COLUMN seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1));
ALTER TABLE runs ADD COLUMN cause TEXT NOT NULL DEFAULT 'add' CHECK (cause IN ('add', 'decide', 'reprocess'));
ALTER TABLE runs ADD COLUMN decisions TEXT NOT NULL DEFAULT '[]' CHECK (json_type(decisions) = 'array');

CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX changes_by_id ON changes (id);
CREATE INDEX findings_by_id ON findings (id);

CREATE VIEW decisions_readable AS
SELECT
    d.incident AS incident,
    d.made_at AS decided_at,
    d.made_by AS decided_by,
    d.verb AS decision,
    CASE WHEN d.verb = 'undo' THEN 'an undoing' WHEN u.id IS NULL THEN 'in force' ELSE 'undone' END AS state,
    d.note AS note,
    first.text AS words,
    first.figure_text AS figure,
    second.text AS other_words,
    second.figure_text AS other_figure,
    d.value AS figure_read_as, f.low AS figure_lowest, f.high AS figure_highest, f.unit AS unit,
    d.change_kind AS change_kind, d.finding_kind AS finding_kind,
    first.statement AS statement_id,
    second.statement AS other_statement_id,
    d.about AS about_id,
    d.undoes AS undoes_id,
    d.id AS decision_id,
    d.position AS position
FROM decisions AS d
LEFT JOIN decisions AS u ON u.incident = d.incident AND u.undoes = d.id
LEFT JOIN decided_words AS first ON first.incident = d.incident AND first.decision = d.id AND first.position = 1
LEFT JOIN decided_words AS second ON second.incident = d.incident AND second.decision = d.id AND second.position = 2
LEFT JOIN decided_figures AS f ON f.incident = d.incident AND f.decision = d.id;
"""
