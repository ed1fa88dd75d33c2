"""Reads one batch and writes its files: what a worker does, of a cluster or of one machine."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from comms_tracker import __version__
from comms_tracker.errors import InputError
from comms_tracker.own_process import load_only_what_is_used
from comms_tracker.scale.dataset import TABLES, Batch, Listed
from comms_tracker.scale.phrases import kept_phrases
from comms_tracker.scale.working import memory_mib
from comms_tracker.store import Relation, Rows, Store

# A worker may have several threads; the language model reads one text at a time.
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Read:
    """A batch that was read, as it is to be listed, and the most memory that its reader held, in MiB."""

    listed: Listed
    memory_mib: float


def read_batch(folder: str, batch: Batch) -> Read:
    """Reads the batch into the data set in ``folder``; returns what to list.

    The rows are those that a store of these incidents would have. Reading a batch again writes the same files again.
    Raises InputError where this is another version of the program than the one that made the batch.
    """
    if batch.version != __version__:
        raise InputError(
            f"This worker has comms-tracker {__version__}, and {batch.version} asks it to read. "
            "Install the same version on all."
        )
    load_only_what_is_used()
    with (
        ONE_AT_A_TIME,
        tempfile.TemporaryDirectory(prefix="comms-tracker-") as aside,
        Store.open(Path(aside) / "batch.db", write=True, encoder=kept_phrases()) as store,
    ):
        for incident in batch.incidents:
            store.add(incident.name, incident.statements)
        files = write_tables(store, Path(folder), batch)
    hashes = {each.name: each.sha256 for each in batch.incidents}
    return Read(Listed(batch.id, hashes, files, batch.statements), memory_mib())


def write_tables(store: Store, folder: Path, batch: Batch) -> dict[str, str]:
    """Writes each table that has rows as a file of the data set; returns the files by table."""
    from comms_tracker.exporting.formats import write_parquet
    from comms_tracker.report.cells import Told

    files: dict[str, str] = {}

    def take(relation: Relation, rows: Rows) -> None:
        path = folder / batch.file(relation.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        if write_parquet(partial, relation, rows, Told()):
            partial.replace(path)
            files[relation.name] = batch.file(relation.name)
        else:
            partial.unlink()

    store.hand_over(TABLES, None, take)
    return files
