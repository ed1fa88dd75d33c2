"""``comms-tracker extract IN --out DIR``: many statements read into a data set of Parquet files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.cli.output import note, say, write_out

if TYPE_CHECKING:
    from comms_tracker.scale.extracting import Run

NOTES = 5
"""Notes about the input that are shown; of more, only how many they are is said."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read into which folder, and who reads: a cluster, or so many processes of this machine."""

    path: str
    out: Path
    dask: str | None
    jobs: int


def extract_to(wanted: Reading, issued: str | None, *, allow_private: bool) -> None:
    """Reads what the data set does not hold yet, and says on standard error how far it is."""
    from comms_tracker.report.words import counted
    from comms_tracker.scale.extracting import extract_into
    from comms_tracker.scale.incoming import incoming

    read = incoming(wanted.path, issued, allow_private=allow_private)
    note(read.notes[:NOTES])
    if len(read.notes) > NOTES:
        note([f"{len(read.notes) - NOTES:,} more notes about the input are not shown."])
    try:
        done = extract_into(wanted.out, read.statements, run_of(wanted), say)
    except KeyboardInterrupt:
        say(f"Stopped. What is done is in {wanted.out}; the same command goes on from there.")
        raise
    say(done.summary)
    there = f"{done.there:,} {'was' if done.there == 1 else 'were'} there already"
    write_out(f"{counted(done.read, 'statement')} read into {wanted.out}, {there}.\n")


def run_of(wanted: Reading) -> Run:
    """Who reads."""
    if wanted.dask is not None:
        from comms_tracker.scale.cluster import on_cluster

        return on_cluster(wanted.dask)
    from comms_tracker.scale.extracting import here, with_processes

    return here if wanted.jobs == 1 else with_processes(wanted.jobs)
