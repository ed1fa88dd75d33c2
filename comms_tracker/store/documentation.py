"""What every table, view and column is for: told once here, for ``comms-tracker schema``, the docs and Datasette.

The words are in documentation.toml; types, keys and closed sets are read off the schema itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database


class RelationKind(StrEnum):
    """What holds rows: a table, a view of tables, or a full-text index."""

    TABLE = "table"
    VIEW = "view"
    FULL_TEXT = "full text"


@dataclass(frozen=True, slots=True)
class ColumnDoc:
    """One column: its declared type ("" in a view that works it out) and what it holds.

    ``key`` is its place in the primary key, from 1, or 0. ``refers_to`` is "table.column" where it is a foreign key.
    ``values`` are all that it may hold, where that is a closed set of words.
    """

    name: str
    about: str
    type: str
    required: bool
    key: int
    refers_to: str | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationDoc:
    """One table or view: ``label`` is the column that names a row, ``facets`` those of few values."""

    name: str
    kind: RelationKind
    title: str
    about: str
    label: str
    facets: tuple[str, ...]
    columns: tuple[ColumnDoc, ...]


@cache
def documentation() -> tuple[RelationDoc, ...]:
    """Every table, view and full-text index of a store of the present schema, in the order for a reader.

    Raises KeyError where something in the schema has no words, and ValueError where words are of nothing in it.
    """
    from sqlite_utils import Database

    from comms_tracker.store.migrations import MIGRATIONS

    db = Database(memory=True, execute_plugins=False)
    try:
        MIGRATIONS.apply(db)
        return tuple(_relations(db, _told()))
    finally:
        db.close()


def documented_names(db: Database) -> tuple[str, ...]:
    """The tables and views of an open store that a reader may meet: SQLite's and the migrations' own left out."""
    found = [row["name"] for row in db.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    own = ("sqlite_", "_sqlite_", *(f"{each}_" for each in full_text_names(db)))
    return tuple(name for name in found if not name.startswith(own))


def full_text_names(db: Database) -> frozenset[str]:
    """The full-text indexes of an open store."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
    return frozenset(row["name"] for row in db.query(asked))


def _told() -> list[dict[str, Any]]:
    text = files("comms_tracker.store").joinpath("documentation.toml").read_text(encoding="utf-8")
    told: list[dict[str, Any]] = tomllib.loads(text)["relation"]
    return told


def _relations(db: Database, told: list[dict[str, Any]]) -> Iterator[RelationDoc]:
    there, words = set(documented_names(db)), {each["name"]: each for each in told}
    if there - words.keys():
        raise KeyError(f"documentation.toml has no words on {sorted(there - words.keys())}")
    if words.keys() - there:
        raise ValueError(f"documentation.toml has words on {sorted(words.keys() - there)}, which is not in the schema")
    for each in told:
        yield RelationDoc(
            name=each["name"],
            kind=_kind(db, each["name"]),
            title=each["title"],
            about=each["about"],
            label=each["label"],
            facets=tuple(each["facets"]),
            columns=tuple(_columns(db, each["name"], words[each.get("same_columns_as", each["name"])]["columns"])),
        )


def _kind(db: Database, name: str) -> RelationKind:
    if name in db.view_names():
        return RelationKind.VIEW
    return RelationKind.FULL_TEXT if name in full_text_names(db) else RelationKind.TABLE


def _columns(db: Database, name: str, words: Mapping[str, str]) -> Iterator[ColumnDoc]:
    # hidden = 1 marks the columns that a full-text index has for itself.
    found = [row for row in db.query(f"PRAGMA table_xinfo([{name}])") if row["hidden"] != 1]
    unknown = words.keys() - {row["name"] for row in found}
    if unknown:
        raise ValueError(f"documentation.toml has words on {sorted(unknown)} of {name}, which it does not have")
    refers = {
        row["from"]: f"{row['table']}.{row['to']}"
        for row in db.query(f"PRAGMA foreign_key_list([{name}])")
        # The incident's part of a key of two columns says nothing of its own.
        if not (row["from"] == "incident" and row["table"] != "incidents")
    }
    sets = _closed_sets(db, name)
    for row in found:
        if row["name"] not in words:
            raise KeyError(f"documentation.toml has no words on {name}.{row['name']}")
        yield ColumnDoc(
            name=row["name"],
            about=words[row["name"]],
            type=row["type"],
            required=bool(row["notnull"]),
            key=row["pk"],
            refers_to=refers.get(row["name"]),
            values=sets.get(row["name"], ()),
        )


def _closed_sets(db: Database, name: str) -> dict[str, tuple[str, ...]]:
    declared = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", [name]).fetchone()[0]
    return {
        column: tuple(re.findall(r"'([^']+)'", values))
        for column, values in re.findall(r"CHECK\s*\((\w+) IN \(([^()]*'[^()]*)\)", declared)
    }
