"""What a search asks of SQLite, as queries with their values apart, and as SQL to be read and run anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.store.rows import array
from comms_tracker.store.search_marks import AROUND, new_marks
from comms_tracker.store.search_records import COUNTED, Filters

_VALUE = re.compile(r":(\w+)")

CLAIM_COLUMNS = """c.incident AS incident, c.id AS claim, c.statement AS statement, c.start AS start, c."end" AS "end",
    c.text AS words, s.organisation AS organisation, s.issued AS issued, s.title AS title,
    substr(s.text, max(c.start - {around}, 0) + 1, min({around}, c.start)) AS before,
    substr(s.text, c."end" + 1, {around}) AS after, f.text AS f_text, f.start AS f_start, f."end" AS f_end,
    f.kind AS f_kind, f.low AS f_low, f.high AS f_high, f.low_open AS f_low_open, f.high_open AS f_high_open,
    f.unit AS f_unit, f.tolerance AS f_tolerance, f.readings AS f_readings, f.rule AS f_rule"""
FIGURES = "LEFT JOIN figures AS f ON f.incident = c.incident AND f.claim = c.id"

CLAIMS_BY_WORDS = """SELECT {columns}, highlight(claims_fts, 0, :on, :off) AS marked, claims_fts.rank AS rank,
    CASE WHEN instr(c.text, char(0)) THEN c.text END AS raw
FROM claims_fts
JOIN claims AS c ON c.rowid = claims_fts.rowid
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
{figures}{joins}
WHERE claims_fts MATCH :match{conditions}
ORDER BY claims_fts.rank LIMIT :limit OFFSET :offset"""

STATEMENTS_BY_WORDS = """SELECT s.incident AS incident, s.id AS statement, s.organisation AS organisation,
    s.issued AS issued, s.title AS title, highlight(statements_fts, 1, :on, :off) AS marked,
    statements_fts.rank AS rank, CASE WHEN instr(s.text, char(0)) THEN s.text END AS raw
FROM statements_fts
JOIN statements AS s ON s.rowid = statements_fts.rowid{joins}
WHERE statements_fts MATCH :match{conditions}
ORDER BY statements_fts.rank LIMIT :limit OFFSET :offset"""

# The phrases are walked in their order, the nearest first, so that the limit leaves out the furthest.
CLAIMS_BY_PHRASES = """SELECT {columns}, near.key AS nearness
FROM json_each(:phrases) AS near
CROSS JOIN claims AS c INDEXED BY claims_by_phrase ON c.phrase = near.value
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
{figures}{joins}{conditions}
LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and its values; ``plain`` is the same to be read and run anywhere, with the values in it."""

    sql: str
    values: dict[str, object]

    @property
    def plain(self) -> str:
        """The query with its values written out, ready to be run."""
        shown = {**self.values, "on": "[", "off": "]"}
        return _VALUE.sub(lambda match: literal(shown[match[1]]), self.sql) + ";"


def claims_by_words(match: str, filters: Filters, limit: int, offset: int) -> Asked:
    """The query for claims with these words, the best match first."""
    joins, conditions, values = narrowed(filters)
    sql = CLAIMS_BY_WORDS.format(
        columns=CLAIM_COLUMNS.format(around=AROUND), figures=FIGURES, joins=joins, conditions=conditions
    )
    return Asked(sql, {**new_marks(), "match": match, "limit": limit, "offset": offset, **values})


def statements_by_words(match: str, filters: Filters, limit: int, offset: int) -> Asked:
    """The query for statements with these words in their title or text, the best match first."""
    joins, conditions, values = narrowed(filters)
    sql = STATEMENTS_BY_WORDS.format(joins=joins, conditions=conditions)
    return Asked(sql, {**new_marks(), "match": match, "limit": limit, "offset": offset, **values})


def claims_by_phrases(phrases: Sequence[str], filters: Filters, limit: int) -> Asked:
    """The query for claims of these phrases that the filters let in, the first phrase's first; at most ``limit``."""
    joins, conditions, values = narrowed(filters)
    sql = CLAIMS_BY_PHRASES.format(
        columns=CLAIM_COLUMNS.format(around=AROUND),
        figures=FIGURES,
        joins=joins,
        conditions=conditions.replace("\nAND", "\nWHERE", 1),
    )
    return Asked(sql, {"phrases": array(phrases), "limit": limit, **values})


def narrowed(filters: Filters) -> tuple[str, str, dict[str, object]]:
    """What a query over claims c and statements s joins, asks and is given besides, for the filters."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    joins = ""

    def ask(condition: str, name: str, value: object) -> None:
        if value is not None:
            conditions.append(condition)
            values[name] = value

    ask("s.incident = :incident", "incident", filters.incident)
    ask("s.organisation = :organisation", "organisation", filters.organisation)
    ask("substr(s.issued, 1, 10) >= :since", "since", filters.since)
    ask("substr(s.issued, 1, 10) <= :until", "until", filters.until)
    if filters.sector is not None:
        joins += "\nJOIN organisations AS o ON o.name = s.organisation"
        ask("o.sector = :sector", "sector", filters.sector)
    if filters.of_figures:
        conditions.append("f.claim IS NOT NULL")
        ask("f.kind = :kind", "kind", filters.kind and filters.kind.value)
        if filters.unit == COUNTED:
            conditions.append("f.unit IS NULL")
        else:
            ask("f.unit = :unit", "unit", filters.unit)
        ask("coalesce(f.high >= :at_least, f.low IS NOT NULL)", "at_least", filters.at_least)
        ask("coalesce(f.low <= :at_most, f.high IS NOT NULL)", "at_most", filters.at_most)
    return joins, "".join(f"\nAND {each}" for each in conditions), values


def literal(value: object) -> str:
    """A value as SQL writes it."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
