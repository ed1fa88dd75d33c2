"""The tenth step of the schema: a short text label in the views that had none. Released, so never edited."""

from __future__ import annotations

from comms_tracker.store.schema_explained import HISTORY

_SHORT = "CASE WHEN length({words}) > 60 THEN substr({words}, 1, 59) || '…' ELSE {words} END"


def labels() -> str:
    """The statements of SQL that make the views of history and of decisions anew, each with the column ``label``."""
    of_version = "v.id AS id,\n    'statement ' || v.id || ', version ' || v.version AS label,"
    of_reading = f"e.id, e.subject || ': ' || {_SHORT.format(words='e.words')}, e.run,"
    history = HISTORY.replace("v.id AS id,", of_version, 1).replace("e.id, e.run,", of_reading, 1)
    words = {name: _SHORT.format(words=f"{name}.text") for name in ("first", "second")}
    return history + DECISIONS.format(**words)


DECISIONS = """
DROP VIEW decisions_readable;

CREATE VIEW decisions_readable AS
SELECT
    d.incident AS incident,
    d.made_at AS decided_at,
    d.made_by AS decided_by,
    replace(d.verb, '_', ' ') || ': ' || coalesce(first.figure_text, {first}, d.undoes, d.about, d.id)
    || coalesce(' → ' || coalesce(second.figure_text, {second}), '') AS label,
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
