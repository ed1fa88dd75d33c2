"""The eighth step of the schema: which words of an article stood between marks. Released, so never edited."""

from __future__ import annotations

QUOTED = """
ALTER TABLE statements ADD COLUMN derived_quoted TEXT CHECK (json_type(derived_quoted) = 'array');
ALTER TABLE statement_versions ADD COLUMN derived_quoted TEXT CHECK (json_type(derived_quoted) = 'array');

DROP VIEW timeline;
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
         WHERE h.incident = c.incident AND h.later = c.id AND h.status != 'rejected' ORDER BY h.position LIMIT 1),
        'first mention'
    ) AS how_it_came,
    coalesce(
        (SELECT CASE h.kind WHEN 'retracted' THEN 'withdrawn' ELSE h.kind END FROM changes AS h
         WHERE h.incident = c.incident AND h.earlier = c.id AND +h.later IS NOT NULL AND h.status != 'rejected'
         ORDER BY h.position LIMIT 1),
        (SELECT 'not mentioned' FROM changes AS h
         WHERE h.incident = c.incident AND h.earlier = c.id AND +h.later IS NULL AND h.status != 'rejected' LIMIT 1),
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

DROP INDEX changes_by_earlier;
DROP INDEX changes_by_later;
CREATE INDEX changes_by_earlier ON changes (incident, earlier, position);
CREATE INDEX changes_by_later ON changes (incident, later, position);
"""
