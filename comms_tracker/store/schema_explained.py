"""The fifth step of the schema: a file that explains itself, and views for people. Released, so never edited."""

from __future__ import annotations

METADATA = """
CREATE TABLE metadata (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

INSERT INTO metadata (name, value) VALUES
    ('title', 'Statements, and what changed between them'),
    ('description',
     'Successive statements of organisations, the claims and figures in them with their exact places, and what '
     || 'changed from one to the next. Read by comms-tracker; decided by people where decisions say so.'),
    ('licence',
     'Not stated by whoever made this file. comms-tracker claims no right in what it works out. '
     || 'State one with: comms-tracker describe licence=TEXT.'),
    ('licence_of_quotations',
     'The texts of statements, and the words of claims and figures taken from them, belong to those who issued or '
     || 'published them. They stand here as quotations; the licence of the data does not cover them.'),
    ('source', 'The statements themselves: each row of statements names its own source.'),
    ('version', 'Not stated by whoever made this file. The table runs says which release read what, and when.'),
    ('cite',
     'Name whoever made this file, its title, and the hash of the last entry of its log. Cite a claim or a change by '
     || 'its incident and id, which are the same on every machine, and a statement by its organisation, date and '
     || 'source.');

ALTER TABLE earlier_readings ADD COLUMN outcome TEXT CHECK (outcome IN ('gone', 'read otherwise'));
ALTER TABLE earlier_readings ADD COLUMN changed_columns TEXT CHECK (json_type(changed_columns) = 'array');
ALTER TABLE runs ADD COLUMN versions TEXT CHECK (json_type(versions) = 'array');

CREATE INDEX decisions_by_about ON decisions (incident, about, position);
"""

OF_AN_INCIDENT = ("claims", "figures", "series_claims", "decided_words", "decided_figures", "earlier_readings")
"""The tables whose incident is a part of their key only, and is to refer to incidents as well."""

# DROP TABLE would break the references to the table; SQLite's documentation gives this way for what changes no row.
REFER_TO_INCIDENTS = """
UPDATE sqlite_master SET sql = replace(
    sql, '(' || char(10) || '    incident TEXT NOT NULL,',
    '(' || char(10) || '    incident TEXT NOT NULL REFERENCES incidents (id),'
) WHERE type = 'table' AND name IN ({names})
"""

READABLE = """
DROP VIEW claims_readable;
DROP VIEW changes_readable;

CREATE VIEW claims_readable AS
SELECT
    c.incident AS incident,
    s.organisation AS organisation,
    s.issued AS date,
    s.title AS title,
    coalesce(f.text || ' ' || c.counted, f.text, c.text) AS label,
    c.text AS words,
    CASE
        WHEN EXISTS (
            SELECT 1 FROM changes AS h WHERE h.incident = c.incident AND h.earlier = c.id
            AND h.kind = 'retracted' AND h.status != 'rejected'
        ) THEN 'withdrawn'
        WHEN c.polarity = 'affirmed' THEN 'stated'
        ELSE c.polarity
    END AS state,
    coalesce(f.text, CASE c.polarity WHEN 'unknown' THEN 'unknown' ELSE 'no figure' END) AS figure,
    coalesce(f.kind, 'no figure') AS figure_kind,
    f.low AS lowest, f.high AS highest,
    f.low_open AS lowest_excluded, f.high_open AS highest_excluded,
    f.unit AS unit, f.readings AS usual_readings,
    c.event AS event, c.counted AS counted, c.scope AS scope, c.basis AS basis, c.period AS period,
    c.polarity AS polarity, c.certainty AS certainty, c.hedge AS hedge, c.speaker AS speaker, c.voice AS voice,
    CASE c.background WHEN 1 THEN 'background' ELSE 'matter' END AS about,
    CASE c.restated WHEN 1 THEN 'restated' ELSE 'current' END AS mention,
    c.as_of AS as_of,
    c.start AS starts_at, c."end" AS ends_at,
    c.statement AS statement_id,
    m.series AS series_id,
    c.id AS claim_id,
    c.position AS position
FROM claims AS c
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
LEFT JOIN figures AS f ON f.incident = c.incident AND f.claim = c.id
LEFT JOIN series_claims AS m ON m.incident = c.incident AND m.claim = c.id;

CREATE VIEW changes_readable AS
SELECT
    h.incident AS incident,
    coalesce(ls.organisation, es.organisation) AS organisation,
    replace(h.kind, '_', ' ') || ': '
    || CASE WHEN e.id IS NULL THEN 'not mentioned' ELSE coalesce(ef.text, e.text) END || ' → '
    || CASE WHEN l.id IS NULL THEN 'not mentioned' ELSE coalesce(lf.text, l.text) END AS label,
    h.kind AS what_changed,
    h.also AS also,
    es.issued AS earlier_date,
    coalesce(e.text, 'not mentioned') AS earlier_words,
    CASE
        WHEN e.id IS NULL THEN 'not mentioned'
        ELSE coalesce(ef.text, CASE e.polarity WHEN 'unknown' THEN 'unknown' ELSE 'no figure' END)
    END AS earlier_figure,
    CASE
        WHEN e.id IS NULL THEN 'not mentioned' WHEN e.polarity = 'affirmed' THEN 'stated' ELSE e.polarity
    END AS earlier_state,
    ls.issued AS later_date,
    coalesce(l.text, 'not mentioned') AS later_words,
    CASE
        WHEN l.id IS NULL THEN 'not mentioned'
        WHEN lf.text IS NULL AND h.kind = 'retracted' THEN 'withdrawn'
        ELSE coalesce(lf.text, CASE l.polarity WHEN 'unknown' THEN 'unknown' ELSE 'no figure' END)
    END AS later_figure,
    CASE
        WHEN l.id IS NULL THEN 'not mentioned' WHEN h.kind = 'retracted' THEN 'withdrawn'
        WHEN l.polarity = 'affirmed' THEN 'stated' ELSE l.polarity
    END AS later_state,
    coalesce(lf.unit, ef.unit) AS unit,
    coalesce(l.event, e.event) AS event,
    coalesce(l.counted, e.counted) AS counted,
    h.relation AS relation,
    coalesce(h.stated_basis, 'nothing said') AS what_the_later_statement_says_of_it,
    h.direction AS direction,
    json_extract(h.ratio, '$[0]') AS ratio_lowest, json_extract(h.ratio, '$[1]') AS ratio_highest,
    h.confidence AS confidence,
    CASE WHEN h.confidence < 0.6 THEN 'possibly the same measure' ELSE 'the same measure' END AS sureness,
    h.explanation AS explanation,
    h.status AS review,
    (
        SELECT d.made_by FROM decisions AS d WHERE d.incident = h.incident AND d.about = h.id AND d.verb != 'undo'
        AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.incident = d.incident AND u.undoes = d.id)
        ORDER BY d.position DESC LIMIT 1
    ) AS reviewed_by,
    e.statement AS earlier_statement_id,
    l.statement AS later_statement_id,
    h.earlier AS earlier_claim_id,
    h.later AS later_claim_id,
    h.id AS change_id,
    h.position AS position
FROM changes AS h
LEFT JOIN claims AS e ON e.incident = h.incident AND e.id = h.earlier
LEFT JOIN statements AS es ON es.incident = e.incident AND es.id = e.statement
LEFT JOIN figures AS ef ON ef.incident = e.incident AND ef.claim = e.id
LEFT JOIN claims AS l ON l.incident = h.incident AND l.id = h.later
LEFT JOIN statements AS ls ON ls.incident = l.incident AND ls.id = l.statement
LEFT JOIN figures AS lf ON lf.incident = l.incident AND lf.claim = l.id;

CREATE VIEW unacknowledged AS
SELECT * FROM changes_readable
WHERE what_the_later_statement_says_of_it = 'nothing said' AND review != 'rejected'
AND what_changed NOT IN ('unchanged', 'progressed', 'added', 'dropped');

CREATE VIEW timeline AS
SELECT
    m.incident AS incident,
    s.organisation AS organisation,
    s.issued AS date,
    z.phrase AS measure,
    coalesce(f.text || ' ' || c.counted, f.text, c.text) AS label,
    c.text AS words,
    CASE c.polarity WHEN 'affirmed' THEN 'stated' ELSE c.polarity END AS state,
    coalesce(f.text, CASE c.polarity WHEN 'unknown' THEN 'unknown' ELSE 'no figure' END) AS figure,
    coalesce(f.kind, 'no figure') AS figure_kind,
    f.low AS lowest, f.high AS highest, f.unit AS unit,
    z.event AS event, z.counted AS counted, z.basis AS basis,
    coalesce(
        (SELECT h.kind FROM changes AS h
         WHERE h.incident = c.incident AND h.later = c.id AND h.status != 'rejected'),
        'first mention'
    ) AS how_it_came,
    coalesce(
        (SELECT CASE h.kind WHEN 'retracted' THEN 'withdrawn' ELSE h.kind END FROM changes AS h
         WHERE h.incident = c.incident AND h.earlier = c.id AND +h.later IS NOT NULL AND h.status != 'rejected'),
        (SELECT 'not mentioned' FROM changes AS h
         WHERE h.incident = c.incident AND h.earlier = c.id AND +h.later IS NULL AND h.status != 'rejected'),
        'the latest'
    ) AS what_came_next,
    z.position AS series_position,
    m.position AS position,
    c.statement AS statement_id,
    m.claim AS claim_id,
    m.series AS series_id
FROM series_claims AS m
JOIN series AS z ON z.incident = m.incident AND z.id = m.series
JOIN claims AS c ON c.incident = m.incident AND c.id = m.claim
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
LEFT JOIN figures AS f ON f.incident = c.incident AND f.claim = c.id;
"""

# The ninth step makes it again: as the fifth first had it, SQLite before 3.38 could not read it, and made no store.
HISTORY = """
DROP VIEW IF EXISTS history;

CREATE VIEW history AS
SELECT
    v.incident AS incident,
    'statement' AS subject,
    v.id AS id,
    v.version AS version,
    'read otherwise' AS outcome,
    (
        SELECT json_group_array(name) FROM (
            SELECT 'text' AS name WHERE v.text IS NOT n.text
            UNION ALL SELECT 'organisation' WHERE v.organisation IS NOT n.organisation
            UNION ALL SELECT 'issued' WHERE v.issued IS NOT n.issued
            UNION ALL SELECT 'title' WHERE v.title IS NOT n.title
            UNION ALL SELECT 'channel' WHERE v.channel IS NOT n.channel
            UNION ALL SELECT 'outlet' WHERE v.outlet IS NOT n.outlet
            UNION ALL SELECT 'source' WHERE v.source IS NOT n.source
            UNION ALL SELECT 'wording' WHERE v.wording IS NOT n.wording
            UNION ALL SELECT 'repeats' WHERE v.repeats IS NOT n.repeats
            UNION ALL SELECT 'derived_document' WHERE v.derived_document IS NOT n.derived_document
            UNION ALL SELECT 'derived_start' WHERE v.derived_start IS NOT n.derived_start
            UNION ALL SELECT 'derived_end' WHERE v.derived_end IS NOT n.derived_end
        )
    ) AS changed_columns,
    v.text AS former_words,
    (
        SELECT min(r.finished) FROM runs AS r, json_each(r.versions) AS j
        WHERE r.incident = v.incident AND j.value = json_array(v.id, v.version + 1)
    ) AS replaced_at
FROM statement_versions AS v
JOIN (
    SELECT incident, id, version, text, organisation, issued, title, channel, outlet, source, wording, repeats,
        derived_document, derived_start, derived_end FROM statements
    UNION ALL
    SELECT incident, id, version, text, organisation, issued, title, channel, outlet, source, wording, repeats,
        derived_document, derived_start, derived_end FROM statement_versions
) AS n ON n.incident = v.incident AND n.id = v.id AND n.version = v.version + 1
UNION ALL
SELECT
    e.incident, e.subject, e.id, e.run, coalesce(e.outcome, 'not recorded'),
    coalesce(e.changed_columns, '["not recorded"]'), e.words,
    (SELECT min(r.finished) FROM runs AS r WHERE r.incident = e.incident AND r.id > e.run)
FROM earlier_readings AS e;
"""
