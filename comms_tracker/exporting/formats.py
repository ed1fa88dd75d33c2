"""A table or view written to one file: as CSV, JSONL, Parquet, or a sheet of an XLSX workbook.

Numbers stay numbers, dates stay ISO, text is UTF-8; what is empty is an empty cell or null. Bytes are given as hex, but
in Parquet as bytes. JSON arrays are arrays in JSONL, and their text elsewhere.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from comms_tracker.errors import InputError
from comms_tracker.report.cells import CUT, LONGEST_CELL, Told, guarded
from comms_tracker.store import Column, Relation, Rows, Value

if TYPE_CHECKING:
    from openpyxl import Workbook

BATCH = 10_000
"""Rows that are held at once on their way into a Parquet file."""
MOST_ROWS = 1_048_576
"""Rows of an XLSX sheet, its headings among them."""
LONGEST_SHEET_NAME = 31
WIDEST_COLUMN = 60


class Format(StrEnum):
    """The forms in which a table can be written."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"


Write = Callable[[Path, Relation, Rows, Told], int]


def write_csv(path: Path, relation: Relation, rows: Rows, told: Told) -> int:
    """Writes the rows under a line of headings; returns how many there are."""
    names = [f"{relation.name}.{column.name}" for column in relation.columns]
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        # Only characters of the line end are put in quotation marks: with this one, a lone carriage return is.
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.name for column in relation.columns)
        for row in rows:
            writer.writerow(guarded(_plain(value), name, told) for value, name in zip(row, names, strict=True))
            count += 1
    return count


def write_jsonl(path: Path, relation: Relation, rows: Rows, _told: Told) -> int:
    """Writes one JSON object a line; returns how many there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            shown = {column.name: _unpacked(column, value) for column, value in zip(relation.columns, row, strict=True)}
            file.write(json.dumps(shown, ensure_ascii=False) + "\n")
            count += 1
    return count


def write_parquet(path: Path, relation: Relation, rows: Rows, _told: Told) -> int:
    """Writes the rows with the types of the columns; returns how many there are."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary()}
    schema = pa.schema([(column.name, types.get(column.type, pa.string())) for column in relation.columns])
    count = 0
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, BATCH)):
            columns = zip(*batch, strict=True)
            arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(batch)
    return count


WRITERS: Mapping[Format, Write] = MappingProxyType(
    {Format.CSV: write_csv, Format.JSONL: write_jsonl, Format.PARQUET: write_parquet}
)


def add_sheet(book: Workbook, relation: Relation, rows: Rows, told: Told) -> int:
    """Adds the rows as a sheet with its headings in bold that stay in sight; returns how many there are.

    Raises InputError where there are more rows than a sheet holds.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(relation.name[:LONGEST_SHEET_NAME])
    sheet.freeze_panes = "A2"
    for place, column in enumerate(relation.columns, start=1):
        numeric = column.type in ("INTEGER", "REAL")
        width = max(len(column.name) + 2, 12 if numeric else 24)
        sheet.column_dimensions[get_column_letter(place)].width = min(width, WIDEST_COLUMN)
    headings = [WriteOnlyCell(sheet, column.name) for column in relation.columns]
    for heading in headings:
        heading.font = Font(bold=True)
    sheet.append(headings)
    names = [f"{relation.name}.{column.name}" for column in relation.columns]
    count = 0
    for row in rows:
        count += 1
        if count >= MOST_ROWS:
            raise InputError(
                f"{relation.name} has more rows than the {MOST_ROWS - 1:,} that a sheet holds. "
                "Choose --format csv, jsonl or parquet, or one --incident."
            )
        sheet.append([_cell(value, name, told) for value, name in zip(row, names, strict=True)])
    return count


def _cell(value: Value, column: str, told: Told) -> Value:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    shown = guarded(_plain(value), column, told)
    if not isinstance(shown, str):
        return shown
    cleaned: str = ILLEGAL_CHARACTERS_RE.sub("\ufffd", shown)
    if cleaned != shown:
        told.unshowable[column] += 1
    if len(cleaned) <= LONGEST_CELL:
        return cleaned
    told.cut[column] += 1
    return cleaned[: LONGEST_CELL - len(CUT)] + CUT


def _plain(value: Value) -> Value:
    return value.hex() if isinstance(value, bytes) else value


def _unpacked(column: Column, value: Value) -> Any:
    """A value as JSON has it: the text of an array or object becomes one."""
    if column.json and isinstance(value, str) and value[:1] in ("[", "{"):
        return json.loads(value)
    return _plain(value)
