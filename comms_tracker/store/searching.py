"""Finds claims and statements by their words, ranks what was found in several ways as one, and marks the words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import TYPE_CHECKING

from comms_tracker.store.opening import writing_turn
from comms_tracker.store.rows import Row, figure_of
from comms_tracker.store.schema_search import TOKENS
from comms_tracker.store.search_records import COUNTED, Filters, Found, FoundBy, Hit, Search, Within
from comms_tracker.store.search_words import match_of

if TYPE_CHECKING:
    from sqlite_utils import Database

AROUND = 120
"""Characters of the statement before and after what was found."""
DEPTH = 200
"""How far down each list is looked where several are fused: results after that are not ranked."""
DEEPER = (
    f"There is more: what was found in several ways is ranked together down to the {DEPTH}th of each. "
    "Search claims alone, or statements alone, by words for all of it."
)
SNIPPET = 240
"""Characters of a statement's text that are shown around the first words found."""
FUSE = 60
"""The constant of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009, which found 60 to do well."""

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


def search(db: Database, asked: Search, by_meaning: Sequence[Hit] = ()) -> Found:
    """One page of what the words find; ``by_meaning`` is what else was found so, the nearest first.

    Raises InputError where there is no word to look for.
    """
    match = match_of(asked.words)
    lists: list[tuple[Hit, ...]] = []
    queries: list[Asked] = []
    fused = asked.within is Within.EVERYTHING or asked.by_meaning
    limit, offset = (DEPTH, 0) if fused else (asked.limit + 1, asked.offset)
    if asked.within is not Within.STATEMENTS:
        query = claims_by_words(match, asked.filters, limit, offset)
        queries.append(query)
        lists.append(tuple(_claim_hits(db, query)))
    if asked.within is not Within.CLAIMS and not asked.filters.of_figures:
        query = statements_by_words(match, asked.filters, limit, offset)
        queries.append(query)
        lists.append(tuple(_statement_hits(db, query)))
    if not fused:
        (found,) = lists or [()]
        return Found(found[: asked.limit], len(found) > asked.limit, tuple(each.plain for each in queries))
    hits = fuse([*lists, tuple(by_meaning)])
    page = hits[asked.offset : asked.offset + asked.limit]
    more = len(hits) > asked.offset + asked.limit
    cut = not more and any(len(each) >= DEPTH for each in lists)
    return Found(page, more, tuple(each.plain for each in queries), (DEEPER,) if cut else ())


def fuse(lists: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """One ranking of several; a statement is left out where a claim of it is in, and ties go by place and id."""
    scores: dict[tuple[str, str, str | None], float] = {}
    hits: dict[tuple[str, str, str | None], Hit] = {}
    for found in lists:
        for rank, hit in enumerate(found, start=1):
            key = (hit.incident, hit.statement, hit.claim)
            scores[key] = scores.get(key, 0.0) + 1 / (FUSE + rank)
            hits[key] = _joined(hits[key], hit) if key in hits else hit
    with_claims = {(incident, statement) for incident, statement, claim in hits if claim is not None}
    kept = [key for key in hits if key[2] is not None or key[:2] not in with_claims]
    kept.sort(key=lambda key: (-scores[key], key[0], key[1], hits[key].start, key[2] or ""))
    return tuple(hits[key] for key in kept)


def _joined(one: Hit, other: Hit) -> Hit:
    by = one.found_by if one.found_by is other.found_by else FoundBy.BOTH
    likeness = other.likeness if one.likeness is None else one.likeness
    return replace(one, marks=one.marks or other.marks, found_by=by, likeness=likeness)


def claims_by_words(match: str, filters: Filters, limit: int, offset: int) -> Asked:
    """The query for claims with these words, the best match first."""
    joins, conditions, values = narrowed(filters)
    sql = CLAIMS_BY_WORDS.format(
        columns=CLAIM_COLUMNS.format(around=AROUND), figures=FIGURES, joins=joins, conditions=conditions
    )
    return Asked(sql, {**_marks(), "match": match, "limit": limit, "offset": offset, **values})


def statements_by_words(match: str, filters: Filters, limit: int, offset: int) -> Asked:
    """The query for statements with these words in their title or text, the best match first."""
    joins, conditions, values = narrowed(filters)
    sql = STATEMENTS_BY_WORDS.format(joins=joins, conditions=conditions)
    return Asked(sql, {**_marks(), "match": match, "limit": limit, "offset": offset, **values})


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


def index_words(db: Database) -> None:
    """Makes the full text anew of the rows as they stand."""
    with writing_turn(db):
        for index in ("claims_fts", "statements_fts"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def claim_hit(row: Row, found_by: FoundBy, likeness: float | None = None) -> Hit:
    """A claim that was found, nothing in it marked."""
    figure = {name.removeprefix("f_"): value for name, value in row.items() if name.startswith("f_")}
    return Hit(
        incident=row["incident"],
        statement=row["statement"],
        claim=row["claim"],
        organisation=row["organisation"],
        issued=row["issued"],
        title=row["title"],
        before=row["before"],
        text=row["words"],
        after=row["after"],
        start=row["start"],
        end=row["end"],
        marks=(),
        figure=None if figure["kind"] is None else figure_of(figure),
        found_by=found_by,
        likeness=likeness,
    )


def _marks() -> dict[str, object]:
    """Two marks that no text has, new for each search."""
    mark = token_hex(8)
    return {"on": f"\ue000{mark}\ue001", "off": f"\ue002{mark}\ue003"}


def _claim_hits(db: Database, asked: Asked) -> Iterator[Hit]:
    for row in db.query(asked.sql, asked.values):
        places = _places(row, asked)[1]
        marks = tuple((row["start"] + start, row["start"] + end) for start, end in places)
        yield replace(claim_hit(row, FoundBy.WORDS), marks=marks)


def _statement_hits(db: Database, asked: Asked) -> Iterator[Hit]:
    for row in db.query(asked.sql, asked.values):
        text, places = _places(row, asked)
        start, end = _window(text, places)
        yield Hit(
            incident=row["incident"],
            statement=row["statement"],
            claim=None,
            organisation=row["organisation"],
            issued=row["issued"],
            title=row["title"],
            before=text[max(start - AROUND, 0) : start],
            text=text[start:end],
            after=text[end : end + AROUND],
            start=start,
            end=end,
            marks=tuple(place for place in places if start <= place[0] and place[1] <= end),
            figure=None,
            found_by=FoundBy.WORDS,
            likeness=None,
        )


def _places(row: Row, asked: Asked) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks, and where they stood in it."""
    on, off = str(asked.values["on"]), str(asked.values["off"])
    marked = row["marked"] if row["raw"] is None else _marked_past_zero(row["raw"], str(asked.values["match"]), on, off)
    first, *others = marked.split(on)
    pieces, places, length = [first], [], len(first)
    for each in others:
        inside, _, rest = each.partition(off)
        places.append((length, length + len(inside)))
        pieces += (inside, rest)
        length += len(inside) + len(rest)
    return "".join(pieces), places


def _marked_past_zero(text: str, match: str, on: str, off: str) -> str:
    """A text with a character NUL, marked: SQLite's own marking ends at the first."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"CREATE VIRTUAL TABLE one USING fts5 (text, tokenize='{TOKENS}')")
        db.execute("INSERT INTO one VALUES (?)", [text.replace("\x00", " ")])
        row = db.execute("SELECT highlight(one, 0, ?, ?) FROM one WHERE one MATCH ?", [on, off, match]).fetchone()
    return text if row is None else str(row[0])


def _window(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of the text with the most places in it, from a word's start to a word's end where one is near."""
    if not places:
        return 0, min(len(text), SNIPPET)
    some = places[:DEPTH]
    best = max(some, key=lambda place: sum(place[0] <= each[0] < place[0] + SNIPPET for each in some))
    from_ = max(best[0] - AROUND // 2, 0)
    space = text.rfind(" ", max(from_ - AROUND, 0), from_)
    start = space + 1 if space >= 0 else from_
    space = text.find(" ", start + SNIPPET, start + SNIPPET + AROUND)
    end = space if space >= 0 else min(start + SNIPPET, len(text))
    return start, max(end, best[1])
