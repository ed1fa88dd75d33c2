"""The store with the real comparison: what it gives back is what ``compare`` says of the same statements."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from comms_tracker.comparison import compare
from comms_tracker.encoder import MemoryVectors, encode
from comms_tracker.reading import read_statements
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import AddResult, Store
from comms_tracker.store.opening import open_for_writing
from comms_tracker.store.vectors import PinnedEncoder, StoredVectors

PHRASES = ["cancel elective operation", "postpone surgery", "chemotherapy appointment"]


@pytest.fixture(scope="module")
def bundled(root: Path) -> tuple[Statement, ...]:
    return read_statements([str(root / "corpora" / "barts-2017")]).statements


@pytest.fixture(scope="module")
def compared(bundled: tuple[Statement, ...]) -> Comparison:
    return compare(bundled)


def test_the_bundled_case_is_the_same_by_add_as_by_compare_the_later_statement_added_first(
    tmp_path: Path, bundled: tuple[Statement, ...], compared: Comparison
) -> None:
    path, incident = tmp_path / "store.db", str(bundled[0].incident)
    with Store.open(path, write=True) as store:
        for each in reversed(bundled):
            store.add(incident, [each])
        assert store.comparison(incident) == compared
    with Store.open(path, write=False) as store:
        assert store.comparison(incident) == compared


def test_the_real_comparison_is_stored_once_and_not_made_again_for_known_statements(
    tmp_path: Path, bundled: tuple[Statement, ...], compared: Comparison
) -> None:
    path, incident = tmp_path / "store.db", str(bundled[0].incident)
    with Store.open(path, write=True, compare=lambda *_: compared) as store:
        store.add(incident, bundled)

    def not_again(*_: object) -> Comparison:
        raise AssertionError("compared again")

    before = path.read_bytes()
    with Store.open(path, write=True, compare=not_again) as store:
        assert store.add(incident, bundled) == AddResult(unchanged=tuple(each.id for each in bundled))
    assert path.read_bytes() == before


def test_an_incident_is_named_by_add_where_the_statements_name_none(
    tmp_path: Path, bundled: tuple[Statement, ...], compared: Comparison
) -> None:
    unnamed = [replace(each, incident=None) for each in bundled]
    with Store.open(tmp_path / "store.db", write=True) as store:
        store.add("elsewhere", unnamed)
        stored = store.comparison("elsewhere")
    assert stored.incident == "elsewhere"
    assert stored.changes == compared.changes


def test_vectors_kept_in_the_store_are_those_that_are_kept_in_memory(tmp_path: Path) -> None:
    db = open_for_writing(tmp_path / "store.db").db
    try:
        kept = StoredVectors(db, PinnedEncoder()).vectors(PHRASES)
    finally:
        db.close()
    assert kept.tolist() == MemoryVectors().vectors(PHRASES).tolist()
    assert kept.tolist() == [encode([phrase])[0].tolist() for phrase in PHRASES]
