"""The nearest phrases are the same by signs and int8 over a mapped file as by a full comparison, and never stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy
import pytest
from store_samples import INCIDENT, cheap_compare, statement

from comms_tracker.encoder import SCALE, WIDTH
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import Forgetting, Store, matrix
from comms_tracker.store.matrix import Matrix, cache_file, matrix_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlite_utils import Database

MODEL = "c" * 64
COUNT = 3000


class Seeded:
    """Vectors of length one from each phrase's own seed."""

    def model_sha256(self) -> str:
        return MODEL

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        rows = [numpy.random.default_rng(sum(map(ord, phrase))).normal(size=WIDTH) for phrase in phrases]
        units = [row / numpy.linalg.norm(row) for row in rows]
        return numpy.rint(numpy.stack(units) * SCALE).astype(numpy.int8)


def compare(statements: Sequence[Statement], vectors: Any, decisions: Any = ()) -> Comparison:
    vectors.vectors([f"{'x' * (number % 997)}{number}" for number in range(COUNT)])
    return cheap_compare(statements, vectors, decisions)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(matrix, "IN_MEMORY", 1000)
    with Store.open(tmp_path / "store.db", write=True, compare=compare, encoder=Seeded()) as opened:
        opened.add(
            INCIDENT, [statement("monday", "12 trains", "2031-05-05"), statement("tuesday", "9 trains", "2031-05-06")]
        )
        yield opened


def read(store: Store) -> Matrix:
    def ask(db: Database) -> Matrix:
        return matrix_of(db, store.path, MODEL)

    return store._read(ask)


def test_the_nearest_of_the_mapped_matrix_are_the_nearest_of_all(store: Store) -> None:
    found = read(store)
    assert found.signs is not None
    assert isinstance(found.rows.base, numpy.memmap)
    whole = Matrix(numpy.array(found.rows), None, numpy.array(found.ids), 0)
    for place in (0, 1234, COUNT - 1):
        query = numpy.array(found.rows[place])
        nearest = found.nearest(query, 5)
        assert nearest[0][1] == pytest.approx(1, abs=0.02)
        assert nearest == whole.nearest(query, 5)


def test_the_file_is_for_the_user_alone_and_is_made_again_when_the_store_has_changed(store: Store) -> None:
    first = read(store)
    file = cache_file(store.path)
    assert file.stat().st_mode & 0o077 == 0
    made = file.stat().st_mtime_ns
    read(store)
    assert file.stat().st_mtime_ns == made
    store.add(INCIDENT, [statement("friday", "3 trains", "2031-05-09")])
    assert len(read(store).ids) == len(first.ids)
    assert file.stat().st_mtime_ns != made


def test_a_damaged_file_is_not_used(store: Store) -> None:
    whole = read(store).nearest(numpy.ones(WIDTH, dtype=numpy.int8), 3)
    file = cache_file(store.path)
    file.write_bytes(file.read_bytes()[:-1])
    assert read(store).nearest(numpy.ones(WIDTH, dtype=numpy.int8), 3) == whole


def test_where_no_file_can_be_kept_the_answer_is_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(store).nearest(numpy.ones(WIDTH, dtype=numpy.int8), 3)
    blocked = store.path.parent / "a-file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert read(store).nearest(numpy.ones(WIDTH, dtype=numpy.int8), 3) == whole


def test_what_is_forgotten_is_not_left_in_the_file(store: Store) -> None:
    read(store)
    assert cache_file(store.path).exists()
    store.forget(INCIDENT, "monday", Forgetting("by law", "Ann Lee", "2031-06-01T09:00:00.000+00:00"))
    assert not cache_file(store.path).exists()
