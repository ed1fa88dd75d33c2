"""Earlier runs and what they read are let go on request; texts, decisions, the present reading and the log stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run
from decisions_samples import ANN, BOTTLED, CLAIMS, FIRST, INCIDENT, SCHOOL, SECOND, SOME_450
from sqlite_utils import Database
from store_samples import rows
from stores_by_hand import WIDER, opened, reading

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Given
from comms_tracker.errors import StoreError
from comms_tracker.store import Pruned, Store

TOUCHED = {"runs", "log", "earlier_readings", "row_hashes"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store read three times: added, decided on, read otherwise, read as at first again."""
    made = tmp_path / "store.db"
    with opened(made, reading(*CLAIMS)) as store:
        store.add(INCIDENT, [FIRST, SECOND])
        store.decide(INCIDENT, lambda one, _: making.correct(one, ANN, SOME_450.id, Given(value="45")))
    with opened(made, reading(WIDER, SCHOOL, SOME_450, BOTTLED)) as store:
        store.reprocess(INCIDENT)
    with opened(made, reading(*CLAIMS)) as store:
        store.reprocess(INCIDENT)
    return made


def prune(path: Path) -> tuple[Pruned, ...]:
    with opened(path, reading(*CLAIMS)) as store:
        return store.prune([INCIDENT])


def causes(path: Path) -> list[str]:
    db = Database(path)
    try:
        return [row["cause"] for row in db.query("SELECT cause FROM runs ORDER BY id")]
    finally:
        db.close()


def test_earlier_readings_go_and_the_runs_that_brought_no_text(path: Path) -> None:
    kept = len(rows(path)["earlier_readings"])
    assert kept > 0
    assert causes(path) == ["add", "decide", "reprocess", "reprocess"]
    assert prune(path) == (Pruned(INCIDENT, 2, kept),)
    assert rows(path)["earlier_readings"] == []
    assert causes(path) == ["add", "reprocess"]


def test_everything_else_stays_as_it_was_and_the_store_verifies(path: Path) -> None:
    before = rows(path, without=tuple(TOUCHED))
    with Store.open(path, write=False) as store:
        comparison, decisions = store.comparison(INCIDENT), store.decisions(INCIDENT)
    prune(path)
    assert rows(path, without=tuple(TOUCHED)) == before
    with Store.open(path, write=False) as store:
        assert store.comparison(INCIDENT) == comparison
        assert store.decisions(INCIDENT) == decisions
        assert store.verify() == ()


def test_the_log_says_which_runs_went(path: Path) -> None:
    prune(path)
    _, _, entry, incident, subjects, *_ = rows(path)["log"][-1]
    assert (entry, incident, json.loads(subjects)) == ("pruned", INCIDENT, ["run 2", "run 3"])


def test_pruning_again_writes_nothing(path: Path) -> None:
    prune(path)
    before = rows(path)
    assert prune(path) == (Pruned(INCIDENT, 0, 0),)
    assert rows(path) == before


def test_an_id_of_an_earlier_reading_is_not_explained_any_more(path: Path) -> None:
    with Store.open(path, write=False) as store:
        assert [words.text for _, words in store.former_words(WIDER.id)] == [WIDER.text]
    prune(path)
    with Store.open(path, write=False) as store:
        assert store.former_words(WIDER.id) == ()
        assert [words.text for _, words in store.former_words(SOME_450.id)] == [SOME_450.text]


def test_no_byte_of_an_earlier_reading_stays_in_the_file(path: Path) -> None:
    words = WIDER.text.encode()
    assert words in path.read_bytes().replace(FIRST.text.encode(), b"")
    prune(path)
    assert words not in path.read_bytes().replace(FIRST.text.encode(), b"")


def test_an_unknown_incident_is_refused_and_nothing_is_let_go(path: Path) -> None:
    before = rows(path)
    with opened(path, reading(*CLAIMS)) as store, pytest.raises(StoreError) as refused:
        store.prune([INCIDENT, "storm"])
    assert str(refused.value) == f'There is no incident "storm" in {path}. Name one that it holds: {INCIDENT}.'
    assert rows(path) == before


def test_the_command_says_what_went_and_that_nothing_is_left_to_go(path: Path) -> None:
    kept = len(rows(path)["earlier_readings"])
    assert ran("prune", "--db", path) == f"{INCIDENT}: 2 runs and {kept} earlier readings let go.\n"
    assert ran("prune", "--db", path) == f"{INCIDENT}: there is no earlier reading.\n"
    assert json.loads(ran("prune", "--db", path, "--format", "json")) == [
        {"incident": INCIDENT, "runs": 0, "readings": 0}
    ]


def test_the_command_makes_no_store_where_there_is_none(tmp_path: Path) -> None:
    missing = run("prune", "--db", tmp_path / "no.db")
    assert (missing.exit_code, missing.stderr) == (
        2,
        f"Error: Cannot prune {tmp_path / 'no.db'}: there is no such file. Give the path of a store with --db.\n",
    )
    assert not (tmp_path / "no.db").exists()
