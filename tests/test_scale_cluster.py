"""A Dask cluster of two workers: one is killed in the middle, and the data set is what one process writes."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run

from comms_tracker.records import Statement
from comms_tracker.scale import cluster
from comms_tracker.scale.dataset import DataSet, batches_of, incidents_of
from comms_tracker.scale.extracting import extract_into, here
from comms_tracker.scale.querying import query
from comms_tracker.scale.reading_batch import Read
from comms_tracker.store import Store

distributed = pytest.importorskip("distributed")


def told(incident: int, number: int, text: str) -> Statement:
    return Statement(
        id=f"s{number}",
        text=text,
        organisation=f"Line {incident % 3}",
        issued=f"203{incident % 2}-03-0{number}",
        incident=f"ferries-{incident}",
    )


STATEMENTS = [
    each
    for incident in range(6)
    for each in (
        told(incident, 1, "A small number of sailings were cancelled. No passenger was hurt."),
        told(incident, 2, f"{41 + incident} sailings were cancelled, and 1,{incident:03} passengers were stranded."),
    )
]


def rows(folder: Path) -> dict[str, tuple[tuple[Any, ...], ...]]:
    """Every row of every table and of the views that are made from them."""
    names = ("incidents", "statements", "claims", "figures", "series", "series_claims", "changes", "findings")
    views = ("claims_readable", "changes_readable", "unacknowledged")
    return {name: query(folder, f'select * from "{name}" order by all').rows for name in (*names, *views)}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one process writes."""
    folder = tmp_path_factory.mktemp("alone") / "read"
    extract_into(folder, STATEMENTS, here, lambda _: None)
    return folder


@pytest.fixture
def two_workers() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="CRITICAL"
    ) as started:
        yield started


@pytest.mark.slow
def test_one_of_two_workers_killed_in_the_middle_loses_nothing(two_workers: Any, alone: Path, tmp_path: Path) -> None:
    done: list[str] = []
    workers = {worker.pid for worker in two_workers.workers.values()}

    def run_and_kill(folder: str, batches: Sequence[Any]) -> Iterator[Read]:
        for read in cluster.on_cluster(two_workers.scheduler_address)(folder, batches):
            done.append(read.listed.id)
            if len(done) == 1:
                os.kill(min(workers), signal.SIGKILL)
            yield read

    found = extract_into(tmp_path / "read", STATEMENTS, run_and_kill, lambda _: None)
    assert (found.read, found.there) == (12, 0)
    assert len(done) == len(set(done)) == 6
    assert rows(tmp_path / "read") == rows(alone)
    again = extract_into(tmp_path / "read", STATEMENTS, cluster.on_cluster(two_workers.scheduler_address), print)
    assert (again.read, again.there) == (0, 12)


def test_an_incident_that_has_changed_takes_the_place_of_its_reading_and_nothing_else_is_read(
    alone: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "read"
    shutil.copytree(alone, folder)
    later = told(4, 3, "52 sailings were cancelled after all.")
    read: list[str] = []

    def watched(place: str, batches: Sequence[Any]) -> Iterator[Read]:
        read.extend(incident.name for batch in batches for incident in batch.incidents)
        return here(place, batches)

    found = extract_into(folder, [*STATEMENTS, later], watched, lambda _: None)
    assert (read, found.read, found.there) == (["ferries-4"], 3, 10)
    others = "select incident, id, text from claims where incident != 'ferries-4' order by all"
    assert query(folder, others) == query(alone, others)
    assert query(folder, "select count(*) from statements where incident = 'ferries-4'").rows == ((3,),)
    named = {str(folder / name) for each in DataSet(folder).listed() for name in each.files.values()}
    assert {str(path) for path in folder.rglob("*.parquet*")} == named


def test_a_run_that_was_stopped_shows_nothing_by_halves_and_goes_on(alone: Path, tmp_path: Path) -> None:
    def stopped(folder: str, batches: Sequence[Any]) -> Iterator[Read]:
        for number, read in enumerate(here(folder, batches)):
            if number == 2:
                raise KeyboardInterrupt
            yield read

    with pytest.raises(KeyboardInterrupt):
        extract_into(tmp_path / "read", STATEMENTS, stopped, lambda _: None)
    assert query(tmp_path / "read", "select count(*) from statements").rows == ((4,),)
    found = extract_into(tmp_path / "read", STATEMENTS, here, lambda _: None)
    assert (found.read, found.there) == (8, 4)
    assert rows(tmp_path / "read") == rows(alone)


def test_a_data_set_has_the_rows_and_views_of_a_store(alone: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "comms.db", write=True) as store:
        for incident in range(6):
            name = f"ferries-{incident}"
            store.add(name, [each for each in STATEMENTS if each.incident == name])
        kept: dict[str, list[tuple[Any, ...]]] = {}
        names = [*rows(alone), "timeline"]
        store.hand_over(names, None, lambda relation, found: kept.update({relation.name: list(found)}))
    of_data_set = {name: list(found) for name, found in rows(alone).items()}
    of_data_set["timeline"] = list(query(alone, "select * from timeline").rows)
    assert {name: sorted(map(repr, found)) for name, found in of_data_set.items()} == {
        name: sorted(map(repr, found)) for name, found in kept.items()
    }


def test_batches_are_of_one_organisation_and_year_and_do_not_depend_on_the_order() -> None:
    more = [*STATEMENTS, *(replace(each, incident=f"again-{each.incident}") for each in STATEMENTS)]
    made = batches_of(incidents_of(more, "reader"), at_once=4)
    assert [(batch.organisation, batch.year, batch.statements) for batch in made] == [
        (f"Line {line}", f"203{year}", 4) for line in range(3) for year in range(2)
    ]
    assert len(batches_of(incidents_of(more, "reader"), at_once=3)) == 12
    assert {batch.id for batch in batches_of(reversed(incidents_of(more, "reader")), at_once=4)} == {
        batch.id for batch in made
    }
    assert {batch.id for batch in batches_of(incidents_of(more, "other"), at_once=4)}.isdisjoint(
        batch.id for batch in made
    )


def test_names_that_no_folder_can_have_are_written_otherwise() -> None:
    odd = Statement(id="a", text="x", organisation="A/B = C" + "ü" * 200, issued=None)
    (batch,) = batches_of(incidents_of([odd], "reader"))
    assert batch.organisation.startswith("A%2FB %3D C%C3%BC")
    assert len(batch.organisation) < 200
    assert batch.year == "__HIVE_DEFAULT_PARTITION__"


def test_no_scheduler_is_told_with_how_to_start_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWER_S", 0.2)
    (tmp_path / "one.txt").write_text("Hundreds of trains were late.", encoding="utf-8")
    result = run("extract", tmp_path / "one.txt", "--out", tmp_path / "read", "--dask", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "Error: No Dask scheduler answers at tcp://127.0.0.1:9: " in result.stderr
    assert "Start one with: dask scheduler, and workers with: dask worker ADDRESS --nthreads 1" in result.stderr
