"""What a page is given: the incident that its address asks for, or one sentence that says why not."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from app_samples import barts_store, later_incident, store_with
from sample_comparison import ADDED, INCIDENT, barts_comparison

from comms_tracker.app.address import Address, nearest_change, nearest_incident, read
from comms_tracker.app.loading import Loaded, Trouble, load
from comms_tracker.store import Store


def test_an_address_is_read_and_written_by_the_same_names() -> None:
    place = Address("barts-2017", "ch-1")
    assert place.parameters() == {"incident": "barts-2017", "change": "ch-1"}
    assert read(place.parameters()) == place
    assert read({"incident": "", "page": "2"}) == Address()
    assert Address("barts-2017").parameters() == {"incident": "barts-2017"}


@pytest.mark.parametrize(
    ("wanted", "shown"), [(("b", None), "b"), (("gone", "b"), "b"), (("gone", None), "a"), ((None, None), "a")]
)
def test_the_nearest_incident_that_exists_is_shown(wanted: tuple[str | None, ...], shown: str) -> None:
    assert nearest_incident(wanted, ("a", "b")) == shown


def test_an_empty_store_has_no_nearest_incident() -> None:
    assert nearest_incident(("a",), ()) is None


def test_a_change_is_found_by_its_id_alone() -> None:
    assert nearest_change(ADDED.id, barts_comparison().changes) == ADDED
    assert nearest_change("ch-gone", barts_comparison().changes) is None
    assert nearest_change(None, barts_comparison().changes) is None


def test_the_newest_incident_is_shown_unless_another_is_asked_for(tmp_path: Path) -> None:
    path = store_with(tmp_path / "comms.db", barts_comparison(), later_incident())
    newest, asked, seen = (
        load(path, Address()),
        load(path, Address(INCIDENT)),
        load(path, Address("gone"), last_seen=INCIDENT),
    )
    assert isinstance(newest, Loaded)
    assert newest.comparison == later_incident()
    assert [one.incident for one in newest.incidents] == ["storm-2020", INCIDENT]
    assert isinstance(asked, Loaded)
    assert asked.comparison == barts_comparison()
    assert isinstance(seen, Loaded)
    assert seen.comparison == barts_comparison()


def test_a_store_that_is_not_there_yet_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "my stories" / "comms.db"
    assert load(path, Address()) == Trouble(
        "Nothing to compare yet",
        f"There is no store at {path} yet. "
        "Add two or more statements about the same matter, then load this page again:",
        f'comms-tracker add FOLDER --db "{path}"',
    )
    assert not path.parent.exists()


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "comms.db"
    Store.open(path, write=True).close()
    assert load(path, Address()) == Trouble(
        "Nothing to compare yet",
        "This store holds no statements. Add two or more statements about the same matter, then load this page again:",
        f"comms-tracker add FOLDER --db {path}",
    )


def test_a_file_that_is_no_store_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("hello", encoding="utf-8")
    assert load(path, Address()) == Trouble(
        "The store cannot be read",
        f"Cannot open {path}: it is not a comms-tracker store (the file is not a SQLite database). "
        "Give another path with --db.",
    )


def test_the_database_of_another_program_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    found = load(path, Address())
    assert isinstance(found, Trouble)
    assert found.sentence == (
        f"Cannot open {path}: it is not a comms-tracker store (the file is a SQLite database of another program). "
        "Give another path with --db."
    )


def test_looking_leaves_every_byte_and_every_file_as_it_was(tmp_path: Path) -> None:
    path = barts_store(tmp_path / "comms.db")

    def state() -> dict[str, str]:
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in tmp_path.iterdir()}

    before = state()
    assert isinstance(load(path, Address(INCIDENT, ADDED.id)), Loaded)
    assert state() == before
