"""Tables and views handed over row by row: all of them, in their order, as of one moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from store_samples import INCIDENT, cheap_compare, full_comparison

from comms_tracker.errors import StoreError
from comms_tracker.records import Statement
from comms_tracker.store import Column, Relation, Rows, Store


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two incidents: one in which every field is filled, and another of one statement."""
    path = tmp_path_factory.mktemp("relations") / "comms.db"
    sample = full_comparison()
    compare: Callable[..., Any] = lambda statements, *_: (  # noqa: E731
        sample if statements[0].incident == INCIDENT else cheap_compare(statements)
    )
    with Store.open(path, write=True, compare=compare) as store:
        store.add(INCIDENT, sample.statements)
        store.add("other", [Statement(id="x", text="We know of nothing.", incident="other", issued="2031-01-01")])
    return path


def taken(path: Path, *names: str, incident: str | None = None) -> dict[str, list[tuple[Any, ...]]]:
    got: dict[str, list[tuple[Any, ...]]] = {}

    def take(relation: Relation, rows: Rows) -> None:
        got[relation.name] = list(rows)

    with Store.open(path, write=False) as store:
        store.hand_over(names, incident, take)
    return got


def test_every_table_and_view_but_the_indexes_of_words_is_there_with_its_columns(kept: Path) -> None:
    with Store.open(kept, write=False) as store:
        found = {each.name: each for each in store.tables_and_views()}
    assert {"statements", "claims", "changes", "decisions", "claims_readable", "changes_readable"} <= found.keys()
    assert [name for name in found if "fts" in name or name.startswith(("sqlite_", "_sqlite"))] == []
    columns = {column.name: column for column in found["changes"].columns}
    assert columns["confidence"] == Column("confidence", "REAL", json=False)
    assert columns["also"] == Column("also", "TEXT", json=True)
    assert (found["incidents"].incident, found["organisations"].incident) == ("id", None)


def test_rows_come_in_the_order_of_reading_and_of_one_incident_where_it_is_named(kept: Path) -> None:
    got = taken(kept, "claims", "statements")
    assert [row[:3] for row in got["claims"]] == [
        (INCIDENT, "c-1", 1), (INCIDENT, "c-2", 2), (INCIDENT, "c-3", 3), ("other", "c-x", 1)
    ]  # fmt: skip
    assert [row[1] for row in taken(kept, "statements", incident="other")["statements"]] == ["x"]


def test_what_is_not_there_is_refused_with_what_is(kept: Path) -> None:
    with pytest.raises(
        StoreError, match=r'no table or view "claim" in the store. Name one that it has, such as claims'
    ):
        taken(kept, "claim")
    with pytest.raises(StoreError, match='no incident "ferry-2013"'):
        taken(kept, "claims", incident="ferry-2013")
    with pytest.raises(StoreError, match="The rows of organisations belong to no incident"):
        taken(kept, "organisations", incident=INCIDENT)


def test_where_somebody_writes_meanwhile_all_is_handed_over_again(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "comms.db"
    path.write_bytes(kept.read_bytes())
    seen: list[int] = []

    def take(_relation: Relation, rows: Rows) -> None:
        seen.append(len(list(rows)))
        if len(seen) == 1:
            with Store.open(path, write=True, compare=cheap_compare) as writer:
                writer.add("third", [Statement(id="y", text="More.", incident="third", issued="2031-02-02")])

    with Store.open(path, write=False) as store:
        store.hand_over(["statements"], None, take)
    assert seen == [3, 4]
