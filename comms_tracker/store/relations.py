"""Tables and views as they are, row by row, for whoever copies them into files of another kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError
from comms_tracker.store.documentation import documented_names

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | bytes | None
Rows = Iterator[tuple[Value, ...]]

_INCIDENT = {"incidents": "id"}
"""The column that names the incident, where it is not called so."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its declared type ("" where a view works it out), and whether its text is a JSON array or object."""

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
    full_text = {row["name"] for row in db.query("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")}
    declared = {row["name"]: row["sql"] for row in db.query("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")}
    anywhere = _json_names(" ".join(declared.values()))
    views = set(db.view_names())
    return tuple(
        _relation(db, name, anywhere if name in views else _json_names(declared[name]))
        for name in documented_names(db)
        if name not in full_text
    )


def named(db: Database, names: Sequence[str]) -> tuple[Relation, ...]:
    """The tables and views of these names, in this order; raises StoreError where one is not in the store."""
    there = {each.name: each for each in relations(db)}
    for name in names:
        if name not in there:
            near = get_close_matches(name, there, n=3) or sorted(there)
            raise StoreError(f'There is no table or view "{name}" in the store. There is {", ".join(near)}.')
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
            take(relation, _rows(db, relation, incident))


def _rows(db: Database, relation: Relation, incident: str | None) -> Rows:
    columns = ", ".join(f'"{column.name}"' for column in relation.columns)
    where = f' WHERE "{relation.incident}" = ?' if incident is not None else ""
    order = ", ".join(f'"{name}"' for name in relation.order)
    ordered = f" ORDER BY {order}" if order else ""
    return iter(
        db.execute(f'SELECT {columns} FROM "{relation.name}"{where}{ordered}', [incident] if where else []),
    )


def _relation(db: Database, name: str, json: frozenset[str]) -> Relation:
    found = list(db.query(f'PRAGMA table_info("{name}")'))
    names = [row["name"] for row in found]
    columns = tuple(
        Column(row["name"], row["type"], row["type"] in ("TEXT", "") and row["name"] in json) for row in found
    )
    incident = _INCIDENT.get(name, "incident")
    key = [row["name"] for row in sorted(found, key=lambda row: row["pk"]) if row["pk"]]
    in_order = ["incident", "position"]
    order = in_order if set(in_order) <= set(names) and (not key or len(key) == 2) else key
    return Relation(name, columns, incident if incident in names else None, tuple(order))


def _json_names(declared: str) -> frozenset[str]:
    """The names of the columns that hold JSON: those of which a CHECK of the schema says so."""
    return frozenset(re.findall(r"json_(?:type|array_length)\((\w+)\)", declared))
