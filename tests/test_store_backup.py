"""A copy of a store: whole, verified, and never in the place of something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run
from decisions_samples import FIRST, INCIDENT, SECOND, TWELVE, compared
from store_samples import rows
from stores_by_hand import opened, write_behind

from comms_tracker.errors import StoreError
from comms_tracker.records import Statement
from comms_tracker.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with opened(made) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    return made


def test_the_copy_holds_what_the_store_holds_and_the_store_is_left_as_it_was(path: Path) -> None:
    before, copy = path.read_bytes(), path.with_name("copy.db")
    shown = " ".join(ran("backup", copy, "--db", path).split())
    assert shown == f"{copy}: 2 statements of 1 incident, all as they were written."
    assert rows(copy) == rows(path)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["copy.db", "store.db"]
    with Store.open(copy, write=False) as store:
        assert store.comparison(INCIDENT) == compared()


def test_what_is_only_in_the_log_of_a_writer_is_copied_too(path: Path) -> None:
    copy = path.with_name("copy.db")
    with opened(path) as writer:
        writer.add(INCIDENT, [Statement("third", "We are sorry.", "Vale Water", "2033-06-05")])
        with Store.open(path, write=False) as store:
            store.backup(copy)
    with Store.open(copy, write=False) as store:
        assert [one.id for one in store.statements(INCIDENT)] == ["first", "second", "third"]
        assert store.verify() == ()


def test_a_copy_of_a_store_that_is_not_as_it_was_written_says_so(path: Path) -> None:
    write_behind(path, "UPDATE figures SET low = 13 WHERE claim = ?", TWELVE.id)
    result = run("backup", path.with_name("copy.db"), "--db", path, "--format", "json")
    assert result.exit_code == 1
    assert [(one["table"], one["id"]) for one in json.loads(result.stdout)] == [("figures", TWELVE.id)]


def test_nothing_is_written_over_and_what_is_in_the_way_is_named(path: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Minutes")
    for destination, why in (
        (tmp_path / "notes.txt", "the file is there already. Name another one"),
        (path, "the file is there already. Name another one"),
        (tmp_path, "it is a folder. Name a file in it"),
        (tmp_path / "no" / "copy.db", f"there is no folder {tmp_path / 'no'}. Make it, or name another file"),
    ):
        result = run("backup", destination, "--db", path)
        assert (result.exit_code, result.stderr) == (
            2,
            f"Error: Cannot copy {path} to {destination}: {why}. Nothing was copied.\n",
        )
    assert (tmp_path / "notes.txt").read_text() == "Minutes"


def test_a_copy_that_cannot_be_finished_leaves_no_part_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = path.with_name("copy.db")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with Store.open(path, write=False) as store, pytest.raises(StoreError) as refused:
        store.backup(copy)
    assert str(refused.value) == (
        f"Cannot write the copy {copy}: [Errno 28] No space left on device. "
        "Nothing was copied. Make room or name another file."
    )
    assert [each.name for each in path.parent.iterdir()] == ["store.db"]
