"""SQL over a data set by DuckDB, with the tables and views that a store has."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comms_tracker.errors import InputError
from comms_tracker.scale.dataset import TABLES, DataSet, Listed
from comms_tracker.store import Relation, Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE", "BLOB": "BLOB"}
ABOUT_A_STORE = frozenset({"history"})
"""Views of what a store has gone through, which a data set does not know."""
UNARY_PLUS = re.compile(r"(?<=[(\s])\+(?=\w+\.\w)")
"""By which SQLite is told to use no index; it has no other meaning, and DuckDB takes it for arithmetic."""
AS_SQLITE = (
    # json_extract gives a number where there is one; the views take nothing but numbers with it.
    "CREATE MACRO json_extract(document, path) AS TRY_CAST(json_extract_string(document, path) AS DOUBLE)",
    # A subquery that stands for one value is its first row.
    "SET scalar_subquery_error_on_multiple_rows = false",
)
"""What lets the views mean the same to DuckDB as to SQLite."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def query(folder: Path, sql: str) -> Answer:
    """The answer to one SELECT over the data set in a folder; nothing is written anywhere.

    Raises InputError where the folder is no data set, DuckDB is not installed, or the statement is another or wrong.
    """
    with opened(folder, DataSet(folder).listed()) as (connection, names):
        try:
            given = connection.extract_statements(sql)
            if len(given) != 1 or given[0].type != duckdb().StatementType.SELECT:
                raise InputError(
                    "A data set answers one SELECT at a time, and nothing is written to it by hand. Write one SELECT."
                )
            found = connection.execute(given[0])
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, tuple(found.fetchall()))
        except duckdb().Error as error:
            raise InputError(
                f"DuckDB cannot answer: {error}. There are the tables and views {', '.join(sorted(names))}."
            ) from None


@contextmanager
def opened(folder: Path, listed: Sequence[Listed]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """A connection on which tables and views over these batches of the data set are there, and their names."""
    connection = duckdb().connect()
    try:
        names = put_tables(connection, folder, listed)
        yield connection, names
    finally:
        connection.close()


def duckdb() -> Any:
    """The package of DuckDB; raises InputError where it is not installed."""
    try:
        return import_module("duckdb")
    except ImportError:
        raise InputError(
            "A data set is queried by DuckDB, which is not installed. Install it with: "
            "pip install 'comms-tracker[cluster]'"
        ) from None


def put_tables(connection: Any, folder: Path, listed: Sequence[Listed]) -> tuple[str, ...]:
    """Makes the tables over the batches' files, and the views over them as a store makes them; returns their names."""
    relations, views = of_a_store()
    for relation in relations:
        if relation.name in views:
            continue
        files = [str(folder / each.files[relation.name]) for each in listed if relation.name in each.files]
        connection.execute(table_sql(relation, files))
    made = [name for name in views if name not in ABOUT_A_STORE]
    for setting in AS_SQLITE:
        connection.execute(setting)
    for name in made:
        connection.execute(UNARY_PLUS.sub("", views[name]))
    return (*TABLES, *made)


@cache
def of_a_store() -> tuple[tuple[Relation, ...], Mapping[str, str]]:
    """The tables that a store has, and how it makes its views."""
    with (
        tempfile.TemporaryDirectory(prefix="comms-tracker-") as aside,
        Store.open(Path(aside) / "empty.db", write=True) as store,
    ):
        return store.tables_and_views(), store.views()


def table_sql(relation: Relation, files: Iterable[str]) -> str:
    """SQL that makes a table over files, or one without rows where there are none."""
    columns = ", ".join(f'"{column.name}"' for column in relation.columns)
    named = ", ".join(text_sql(file) for file in files)
    if named:
        return (
            f'CREATE VIEW "{relation.name}" AS SELECT {columns} FROM read_parquet([{named}], hive_partitioning = false)'
        )
    typed = ", ".join(f'"{column.name}" {TYPES.get(column.type, "VARCHAR")}' for column in relation.columns)
    return f'CREATE TABLE "{relation.name}" ({typed})'


def text_sql(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
