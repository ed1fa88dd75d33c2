"""A data set into a store: what was read on a cluster is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from comms_tracker.decisions import Decision
from comms_tracker.encoder import PhraseVectors
from comms_tracker.errors import InputError
from comms_tracker.records import Comparison, Statement
from comms_tracker.scale.dataset import DataSet, Listed
from comms_tracker.scale.progress import Progress
from comms_tracker.scale.querying import opened
from comms_tracker.store import Addition, Store
from comms_tracker.store.comparing import compared_with_meanings
from comms_tracker.store.reading import comparison as comparison_in
from comms_tracker.store.vectors import keep_meanings


class AsRead:
    """Stands for the comparison of a store: the one of the data set, where the store holds nothing else of it."""

    def __init__(self) -> None:
        self.found: Comparison | None = None

    def __call__(
        self, statements: Sequence[Statement], vectors: PhraseVectors, decisions: Sequence[Decision]
    ) -> Comparison:
        """The comparison that was read, or a new one where statements or decisions of the store come to it."""
        found = self.found
        if found is None or decisions or tuple(statements) != found.statements:
            return compared_with_meanings(statements, vectors, decisions)
        keep_meanings(vectors, found.claims)
        return found


class AsStore:
    """A DuckDB connection that answers what the store's own reading asks of SQLite."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Nobody writes to a batch, so every moment is the same."""
        yield

    def query(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        """The rows of an answer, by column."""
        found = self._connection.execute(sql, list(parameters))
        names = [column[0] for column in found.description]
        return (dict(zip(names, row, strict=True)) for row in found.fetchall())


def load(folder: Path, path: Path, tell: Callable[[str], None]) -> tuple[Addition, ...]:
    """Puts every incident of the data set into the store at ``path``; what is there already changes nothing.

    ``tell`` hears how far it is. Raises InputError where the folder is no data set or rows are missing in it, and
    StoreError as ``Store.add`` does; incidents that were loaded before stay.
    """
    listed = DataSet(folder).listed()
    progress = Progress(sum(each.statements for each in listed), tell)
    as_read = AsRead()
    additions: list[Addition] = []
    with Store.open(path, write=True, compare=as_read) as store:
        for each in listed:
            for name, found in comparisons(folder, each):
                as_read.found = found
                additions.append(Addition(name, store.add(name, found.statements)))
                progress.now(len(found.statements))
    return tuple(additions)


def comparisons(folder: Path, listed: Listed) -> Iterator[tuple[str, Comparison]]:
    """The comparison of each incident of a batch, as it was read."""
    with opened(folder, [listed]) as (connection, _):
        rows: Any = AsStore(connection)
        for name in listed.incidents:
            found = comparison_in(rows, name)
            if found is None:
                raise InputError(
                    f"{folder} lists {name} and holds no rows of it. Run comms-tracker extract --out {folder} again."
                )
            yield name, found
