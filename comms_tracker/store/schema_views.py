"""The views for people of the first step of the schema. Released, so never edited: a later step makes them anew."""

from __future__ import annotations

FIRST_VIEWS = """
CREATE VIEW claims_readable AS
SELECT
    c.incident AS incident,
    s.organisation AS organisation,
    s.issued AS date,
    s.title AS title,
    c.text AS words,
    f.text AS figure,
    f.kind AS figure_kind, f.low AS lowest, f.high AS highest, f.unit AS unit,
    c.event AS event, c.counted AS counted, c.scope AS scope, c.basis AS basis, c.period AS period,
    c.polarity AS polarity, c.certainty AS certainty, c.speaker AS speaker, c.voice AS voice,
    CASE c.background WHEN 1 THEN 'background' ELSE 'matter' END AS about,
    CASE c.restated WHEN 1 THEN 'restated' ELSE 'current' END AS mention,
    c.start AS starts_at, c."end" AS ends_at,
    c.statement AS statement_id,
    c.id AS claim_id,
    c.position AS position
FROM claims AS c
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
LEFT JOIN figures AS f ON f.incident = c.incident AND f.claim = c.id;

CREATE VIEW changes_readable AS
SELECT
    h.incident AS incident,
    coalesce(ls.organisation, es.organisation) AS organisation,
    h.kind AS what_changed,
    h.also AS also,
    es.issued AS earlier_date,
    coalesce(e.text, 'not mentioned') AS earlier_words,
    ef.text AS earlier_figure,
    ls.issued AS later_date,
    coalesce(l.text, 'not mentioned') AS later_words,
    lf.text AS later_figure,
    coalesce(l.counted, e.counted) AS counted,
    h.relation AS relation,
    coalesce(h.stated_basis, 'nothing said') AS what_the_later_statement_says_of_it,
    h.direction AS direction,
    json_extract(h.ratio, '$[0]') AS ratio_lowest, json_extract(h.ratio, '$[1]') AS ratio_highest,
    h.confidence AS confidence,
    h.explanation AS explanation,
    h.status AS review,
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
"""
