"""A data set of Parquet files: a folder a table, in it a folder an organisation and year, in it a file a batch.

    OUT/claims/organisation=Northmere%20Water/year=2024/5f0c….parquet
    OUT/_batches/5f0c….json        the incidents that the batch holds, each with the hash of what it was read from

Every file is written beside its place and moved there whole. A batch counts once its list is there: readers go by the
lists, so that a run that was stopped, or is still going on, shows nothing by halves.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from comms_tracker import __version__
from comms_tracker.errors import InputError
from comms_tracker.records import Statement

TABLES = ("incidents", "statements", "claims", "figures", "series", "series_claims", "changes", "findings")
"""The tables of a store that say how statements read; the others are about one store's own history."""
LISTS = "_batches"
AT_ONCE = 200
"""Statements of a batch: some 15 seconds of reading, which is what a worker that dies loses."""
NOWHERE = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, Spark and DuckDB call the folder of what has no value."""
LONGEST_FOLDER = 180


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident as it is to be read, and the hash of everything that its reading depends on."""

    name: str
    statements: tuple[Statement, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Incidents of one organisation and year that are read together; the version is the one that is to read them."""

    id: str
    organisation: str
    year: str
    incidents: tuple[Incident, ...]
    version: str = __version__

    @property
    def statements(self) -> int:
        """How many there are."""
        return sum(len(incident.statements) for incident in self.incidents)

    def file(self, table: str) -> str:
        """Where the rows of a table go, from the data set's folder."""
        return f"{table}/organisation={self.organisation}/year={self.year}/{self.id}.parquet"


@dataclass(frozen=True, slots=True)
class Listed:
    """A batch that was read: the hash of each of its incidents, and its file for each table."""

    id: str
    incidents: Mapping[str, str]
    files: Mapping[str, str]
    statements: int


def incident_of(name: str, statements: Sequence[Statement], reader: str) -> Incident:
    """The incident with its hash; ``reader`` names what reads: the program's version and its models' hashes."""
    words = json.dumps([reader, name, [asdict(each) for each in statements]], ensure_ascii=True, sort_keys=True)
    return Incident(name, tuple(statements), hashlib.sha256(words.encode()).hexdigest())


def incidents_of(statements: Iterable[Statement], reader: str) -> list[Incident]:
    """The statements by incident; one that names none is an incident of its own, named after its id."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        name = statement.incident or statement.id
        groups.setdefault(name, []).append(replace(statement, incident=name))
    return [incident_of(name, group, reader) for name, group in groups.items()]


def batches_of(incidents: Iterable[Incident], at_once: int = AT_ONCE) -> list[Batch]:
    """The incidents in batches of one organisation and year each, of at most so many statements where that is possible.

    An incident stands under the organisation and year of its first statement.
    """
    placed: dict[tuple[str, str], list[Incident]] = {}
    for incident in incidents:
        placed.setdefault(place_of(incident), []).append(incident)
    found: list[Batch] = []
    for (organisation, year), group in sorted(placed.items()):
        together: list[Incident] = []
        for incident in sorted(group, key=lambda each: each.name):
            if together and sum(len(each.statements) for each in (*together, incident)) > at_once:
                found.append(batch(organisation, year, together))
                together = []
            together.append(incident)
        found.append(batch(organisation, year, together))
    return found


def batch(organisation: str, year: str, incidents: Sequence[Incident]) -> Batch:
    """A batch whose id depends on what it is read from alone, so that reading it twice writes the same files."""
    return Batch(id_of(sorted(each.sha256 for each in incidents)), organisation, year, tuple(incidents))


def id_of(hashes: Sequence[str]) -> str:
    """The id of a batch of incidents of these hashes."""
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()[:20]


def place_of(incident: Incident) -> tuple[str, str]:
    """The names of the folders for the organisation and year of the incident's first statement."""
    first = min(incident.statements, key=lambda each: each.issued or "9999")
    organisation = quote(first.organisation, safe=" ") if first.organisation else NOWHERE
    if len(organisation) > LONGEST_FOLDER:
        mark = hashlib.sha256(organisation.encode()).hexdigest()[:12]
        organisation = f"{organisation[:LONGEST_FOLDER]}-{mark}"
    return organisation, first.issued[:4] if first.issued else NOWHERE


class DataSet:
    """The data set in a folder; made where it is missing once something is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def listed(self) -> list[Listed]:
        """The batches that it holds; raises InputError where the folder is no data set or a list cannot be read."""
        lists = self.folder / LISTS
        if not lists.is_dir():
            raise InputError(
                f"{self.folder} is no data set: it has no folder {LISTS}. "
                "Make one with comms-tracker extract IN --out DIR."
            )
        return [listed_in(path) for path in sorted(lists.glob("*.json"))]

    def begun(self) -> list[Listed]:
        """As ``listed``, but a folder that is missing or empty is a data set that holds nothing yet."""
        if not self.folder.exists() or (self.folder.is_dir() and not any(self.folder.iterdir())):
            return []
        return self.listed()

    def keep(self, done: Listed) -> None:
        """Lets a batch count whose files are all written."""
        write_whole(self.folder / LISTS / f"{done.id}.json", json.dumps(asdict(done), ensure_ascii=False).encode())

    def drop(self, gone: Listed) -> None:
        """Lets a batch count no more, then deletes its files."""
        (self.folder / LISTS / f"{gone.id}.json").unlink(missing_ok=True)
        for name in gone.files.values():
            (self.folder / name).unlink(missing_ok=True)

    def without(self, old: Listed, incidents: Collection[str]) -> None:
        """Takes incidents out of a batch that was read before: its other rows go to new files, and it is dropped."""
        rest = {name: sha256 for name, sha256 in old.incidents.items() if name not in incidents}
        if rest:
            id_ = id_of(sorted(rest.values()))
            files = {table: name.replace(old.id, id_) for table, name in old.files.items()}
            kept = {table: name for table, name in files.items() if self._copy(old.files[table], name, table, rest)}
            self.keep(Listed(id_, rest, kept, self._statements(kept)))
        self.drop(old)

    def sweep(self) -> None:
        """Deletes what no list names: files of runs that were stopped."""
        named = {self.folder / name for each in self.listed() for name in each.files.values()}
        for table in TABLES:
            for path in (self.folder / table).rglob("*.parquet*"):
                if path not in named:
                    path.unlink(missing_ok=True)

    def _copy(self, old: str, new: str, table: str, incidents: Collection[str]) -> bool:
        """Writes those rows of a file that are of these incidents to another; whether there are any."""
        import pyarrow.compute as pc
        import pyarrow.parquet as pq

        rows = pq.read_table(self.folder / old, partitioning=None)
        named = rows["id" if table == "incidents" else "incident"]
        rows = rows.filter(pc.is_in(named, value_set=pa_strings(incidents)))
        if rows.num_rows:
            pq.write_table(rows, self.folder / new)
        return bool(rows.num_rows)

    def _statements(self, files: Mapping[str, str]) -> int:
        import pyarrow.parquet as pq

        return int(pq.read_metadata(self.folder / files["statements"]).num_rows) if "statements" in files else 0


def pa_strings(values: Iterable[str]) -> Any:
    """The values as an Arrow array."""
    import pyarrow as pa

    return pa.array(list(values), pa.string())


def missing_from(incidents: Iterable[Incident], listed: Sequence[Listed]) -> Iterator[Incident]:
    """The incidents that no batch holds as they are now."""
    there = {(name, sha256) for each in listed for name, sha256 in each.incidents.items()}
    return (incident for incident in incidents if (incident.name, incident.sha256) not in there)


def listed_in(path: Path) -> Listed:
    """One list; raises InputError where it cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Listed(found["id"], found["incidents"], found["files"], found["statements"])
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(
            f"{path} cannot be read. Delete it and run comms-tracker extract again: what it lists is read anew."
        ) from None


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(path)
