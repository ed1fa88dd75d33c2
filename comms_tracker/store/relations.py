"""Tables and views as they are, row by row, for whoever copies them into files of another kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError
from comms_tracker.store.documentation import documented_names, full_text_names

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | bytes | None
Rows = Iterator[tuple[Value, ...]]

_INCIDENT = {"incidents": "id"}
"""The column that names the incident, where it is not called so."""

_KINDS = {"text": "TEXT", "blob": "BLOB", "real": "REAL", "integer": "INTEGER"}
"""What SQLite calls the type of a value, and a column that can hold it: the first that any value has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its type, and whether its text is a JSON array or object.

    The type is "" where a view declares none, until rows are handed over.
    """

    name: str
    type: str
    json: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view; ``incident`` is the column by which its rows belong to an incident, None where they don't."""

    name: str
    columns: tuple[Column, ...]
    incident: str | None
    order: tuple[str, ...]


Take = Callable[[Relation, Rows], None]


def relations(db: Database) -> tuple[Relation, ...]:
    """Every table and view that a reader may meet, the full-text indexes and their own tables left out."""
    full_text = full_text_names(db)
    declared = {row["name"]: row["sql"] for row in db.query("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")}
    anywhere = _json_names(" ".join(declared.values()))
    views = set(db.view_names())
    return tuple(
        _relation(db, name, anywhere if name in views else _json_names(declared[name]))
        for name in documented_names(db)
        if name not in full_text
    )


def views(db: Database) -> dict[str, str]:
    """The statement of SQL that makes each view, by name, in the order in which they were made."""
    return {row["name"]: row["sql"] for row in db.query("SELECT name, sql FROM sqlite_master WHERE type = 'view'")}


def named(db: Database, names: Sequence[str]) -> tuple[Relation, ...]:
    """The tables and views of these names, in this order; raises StoreError where one is not in the store."""
    there = {each.name: each for each in relations(db)}
    for name in names:
        if name not in there:
            near = get_close_matches(name, there, n=3) or sorted(there)
            raise StoreError(
                f'There is no table or view "{name}" in the store. Name one that it has, such as {", ".join(near)}.'
            )
    return tuple(there[name] for name in names)


def hand_over(db: Database, wanted: Sequence[Relation], incident: str | None, take: Take) -> None:
    """Gives each relation with its rows to ``take``, all as of one moment, those of one incident where it is named.

    Raises StoreError where the rows of a relation belong to no incident and one is named.
    """
    for relation in wanted:
        if incident is not None and relation.incident is None:
            raise StoreError(
                f"The rows of {relation.name} belong to no incident, so they can't be chosen by one. "
                "Leave --incident out, or name another table."
            )
    # One transaction, so that a writer cannot come between two tables.
    with db.atomic():
        for relation in wanted:
            take(_typed(db, relation, incident), _rows(db, relation, incident))


def _typed(db: Database, relation: Relation, incident: str | None) -> Relation:
    """The relation with a type for each column of which a view declares none: that of the values it has."""
    untyped = [column.name for column in relation.columns if not column.type]
    if not untyped:
        return relation
    tests = ", ".join(f'max(typeof("{name}") = \'{kind}\') AS "{name} {kind}"' for name in untyped for kind in _KINDS)
    row = next(iter(db.query(f'SELECT {tests} FROM "{relation.name}"{_where(relation, incident)}', _of(incident))))
    types = {name: next((_KINDS[kind] for kind in _KINDS if row[f"{name} {kind}"]), "TEXT") for name in untyped}
    columns = tuple(replace(column, type=types.get(column.name, column.type)) for column in relation.columns)
    return replace(relation, columns=columns)


def _rows(db: Database, relation: Relation, incident: str | None) -> Rows:
    columns = ", ".join(f'"{column.name}"' for column in relation.columns)
    order = ", ".join(f'"{name}"' for name in relation.order)
    ordered = f" ORDER BY {order}" if order else ""
    return iter(
        db.execute(f'SELECT {columns} FROM "{relation.name}"{_where(relation, incident)}{ordered}', _of(incident))
    )


def _where(relation: Relation, incident: str | None) -> str:
    return "" if incident is None else f' WHERE "{relation.incident}" = ?'


def _of(incident: str | None) -> list[str]:
    return [] if incident is None else [incident]


def _relation(db: Database, name: str, json: frozenset[str]) -> Relation:
    found = list(db.query(f'PRAGMA table_info("{name}")'))
    names = [row["name"] for row in found]
    columns = tuple(
        Column(row["name"], row["type"], row["type"] in ("TEXT", "") and row["name"] in json) for row in found
    )
    incident = _INCIDENT.get(name, "incident")
    key = [row["name"] for row in sorted(found, key=lambda row: row["pk"]) if row["pk"]]
    orders = (["incident", "series_position", "position"], ["incident", "position"])
    read = next((each for each in orders if set(each) <= set(names)), key)
    order = key if len(key) > 2 else read
    return Relation(name, columns, incident if incident in names else None, tuple(order))


def _json_names(declared: str) -> frozenset[str]:
    """The names of the columns that hold JSON: those of which a CHECK of the schema says so."""
    return frozenset(re.findall(r"json_(?:type|array_length)\((\w+)\)", declared))
