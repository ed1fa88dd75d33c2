"""The statements that are to be read: of what ``reading`` knows, and of Parquet files with the same columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, read_documents, read_statements
from comms_tracker.reading.fields import KEYS as FIELDS

KEYS = (*FIELDS, "text")
ROWS = 10_000
"""Rows of a Parquet file that are held as lines at once."""


def incoming(path: str, issued: str | None = None, *, allow_private: bool = False) -> ReadResult:
    """The statements of a file, folder or address, or of a Parquet file or a folder of them.

    A row of a Parquet file is what a line of JSONL is: the same keys, the text under ``text``; what is null is not
    given, and other columns are left out. Raises InputError as ``read_statements`` does, with the place.
    """
    files = parquet_files(Path(path))
    if not files:
        return read_statements([path], HowToRead(issued=issued, in_order=True, allow_private=allow_private))
    return read_documents(
        (document for file in files for document in documents(file)), HowToRead(issued=issued, in_order=True)
    )


def parquet_files(path: Path) -> list[Path]:
    """The Parquet files at a path: the file itself, or all in a folder and in its folders by partition."""
    if path.is_dir():
        return sorted(path.rglob("*.parquet"))
    return [path] if path.suffix == ".parquet" and path.is_file() else []


def documents(file: Path) -> Iterator[Document]:
    """The file's rows as JSONL, some thousands in each; raises InputError where it is no Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        opened = pq.ParquetFile(file)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{file} cannot be read as Parquet: {error}. Write it again.") from None
    with opened:
        if "text" not in opened.schema_arrow.names:
            columns = ", ".join(opened.schema_arrow.names)
            raise InputError(
                f"{file} has no column text. Give this name to the one that holds the statements. "
                f"Its columns are {columns}."
            )
        for number, batch in enumerate(opened.iter_batches(ROWS)):
            rows = ({key: row[key] for key in KEYS if row.get(key) is not None} for row in batch.to_pylist())
            lines = "\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
            name = f"{file}, rows from {number * ROWS + 1:,}"
            yield Document(name, FileKind.JSONL, lines.encode())
