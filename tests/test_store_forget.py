"""A lawful deletion: no five words of the text are left in the file's bytes, and the rest stands and verifies."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from cli_runner import CORPUS, SECOND_ID, ran, run
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND, SOME_450, TWELVE, compared
from store_samples import rows
from stores_by_hand import WHY, left_in, opened

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Given
from comms_tracker.errors import StoreError
from comms_tracker.records import Statement
from comms_tracker.store import Search, Store

MOVED_ON = compared().changes[0]
THIRD = Statement("third", "We are sorry, and thank all who helped.", "Vale Water", "2033-06-05", incident=INCIDENT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in which the second statement has an earlier version, a kept reading, and decisions about it."""
    made = tmp_path / "store.db"
    with opened(made) as store:
        store.add(INCIDENT, [FIRST, replace(SECOND, text=SECOND.text + " Nobody at the plant was hurt in any way.")])
        store.add(INCIDENT, [SECOND, THIRD])
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
        store.decide(INCIDENT, lambda one, _: making.correct(one, ANN, TWELVE.id, Given(value="1,200")))
        store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, before[0].id))
        store.reprocess(INCIDENT)
    return made


def test_no_five_words_of_it_are_left_and_all_else_stands(path: Path) -> None:
    with opened(path) as store:
        kept = store.decisions(INCIDENT)[1]
        texts = [version.text for version in store.versions(INCIDENT, "second")]
        assert left_in(path.parent, *texts) != []
        gone = store.forget(INCIDENT, "second", WHY)
        assert (gone.statement, gone.versions, gone.scrubbed, gone.copies) == ("second", 2, True, ())
        assert len(gone.decisions) == 2
        assert left_in(path.parent, *texts) == []
        assert [one.id for one in store.statements(INCIDENT)] == ["first", "third"]
        assert store.decisions(INCIDENT) == (kept,)
        assert store.comparison(INCIDENT) == compared(
            kept, statements=(FIRST, THIRD), claims=tuple(one for one in CLAIMS if one.statement == "first")
        )
        assert store.verify() == ()
    assert left_in(path.parent, *texts) == []
    with Store.open(path, write=False) as store:
        assert store.verify() == ()


def test_its_hashes_the_reason_and_who_said_so_stay(path: Path) -> None:
    with opened(path) as store:
        hashes = [version.sha256 for version in store.versions(INCIDENT, "second")]
        gone = store.forget(INCIDENT, "second", WHY)
    assert rows(path)["forgotten"] == [
        (INCIDENT, "second", number, digest, WHY.reason, WHY.by, WHY.at)
        for number, digest in enumerate(hashes, start=1)
    ]
    last = max(rows(path)["log"])
    assert (last[2], json.loads(last[4])) == ("forgotten", ["second", *gone.decisions])


def test_it_is_found_by_none_of_its_words_any_more(path: Path) -> None:
    def found(store: Store, words: str) -> set[str]:
        return {hit.statement for hit in store.search(Search(words)).hits}

    with opened(path) as store:
        assert found(store, "bottled") == {"second"}
        assert found(store, "hurt") == set()
        store.forget(INCIDENT, "second", WHY)
        assert found(store, "bottled") == set()
        assert found(store, "homes") == {"first"}
        assert store.verify() == ()
    raw = path.read_bytes()
    assert [word for word in (b"bottl", b"Bottled") if word in raw] == []


def test_the_last_statement_takes_its_incident_with_it(path: Path) -> None:
    with opened(path) as store:
        store.add("elsewhere", [replace(THIRD, incident="elsewhere")])
        for statement in ("third", "first", "second"):
            store.forget(INCIDENT, statement, WHY)
        assert [each.incident for each in store.incidents()] == ["elsewhere"]
        assert store.verify() == ()
    assert left_in(path.parent, FIRST.text, SECOND.text) == []
    found = rows(path, without=["log", "forgotten"])
    left = [(table, row[1]) for table in found for row in found[table] if INCIDENT in row]
    assert left == [("row_hashes", "forgotten")] * 4


def test_the_same_text_is_not_added_again_but_another_is(path: Path) -> None:
    with opened(path) as store:
        store.forget(INCIDENT, "second", WHY)
        with pytest.raises(StoreError) as refused:
            store.add(INCIDENT, [SECOND])
        assert str(refused.value) == (
            "Cannot store second: this text of it was forgotten on 2033-06-10 (court order 12/2033). "
            "Nothing was stored. Leave it out, or give it another id."
        )
        store.add(INCIDENT, [replace(SECOND, text="Water is back.")])
        assert [one.text for one in store.versions(INCIDENT, "second")] == ["Water is back."]


def test_a_published_list_is_still_kept_to(path: Path, tmp_path: Path) -> None:
    hashes = tmp_path / "hashes.jsonl"
    ran("export", "--hashes", "--db", path, "--output", hashes)
    with opened(path) as store:
        store.forget(INCIDENT, "second", WHY)
    assert run("verify", "--db", path, "--against", hashes).exit_code == 0


def test_where_another_program_has_the_store_open_it_is_gone_but_old_bytes_may_be_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comms_tracker.store.opening.BUSY_TIMEOUT_S", 0.05)
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM statements").fetchone()
    with opened(path) as store:
        assert not store.forget(INCIDENT, "second", WHY).scrubbed
        assert [one.id for one in store.statements(INCIDENT)] == ["first", "third"]
    other.close()
    copy = path.with_name("copy.db")
    with Store.open(path, write=False) as store:
        store.backup(copy)
    path.unlink()
    assert left_in(path.parent, SECOND.text) == []


def test_an_unknown_statement_is_refused(path: Path) -> None:
    before = path.read_bytes()
    with opened(path) as store, pytest.raises(StoreError, match='There is no statement "fourth" of '):
        store.forget(INCIDENT, "fourth", WHY)
    assert path.read_bytes() == before


def test_words_that_another_statement_shares_stay_with_that_one(path: Path) -> None:
    with opened(path) as store:
        store.add(INCIDENT, [replace(SECOND, id="copy")])
        store.forget(INCIDENT, "second", WHY)
        assert store.statements(INCIDENT)[1].text == SECOND.text
        assert SOME_450.id not in [claim.id for claim in store.comparison(INCIDENT).claims]


def test_the_command_asks_first_and_names_the_copies_that_are_left(tmp_path: Path) -> None:
    path = tmp_path / "comms.db"
    ran("add", CORPUS, "--db", path)
    (tmp_path / "comms.db.schema-1").write_text("an earlier copy")
    options = ("--incident", "barts-2017", "--reason", "court order", "--by", "Ann Lee", "--db", str(path))
    asked = run("forget", SECOND_ID, *options, given="n\n")
    assert (asked.exit_code, asked.stdout) == (130, "")
    assert "136" in ran("claims", "--incident", "barts-2017", "--db", path)
    done = ran("forget", SECOND_ID, *options, given="y\n")
    assert done == (
        f"{SECOND_ID} is gone from {path}: 1 version and 0 decisions.\n"
        f"It is still in {path}.schema-1.\n"
        "Copies that you made with backup or export still have it: delete them yourself.\n"
    )
    assert "136" not in ran("claims", "--incident", "barts-2017", "--db", path)
    assert run("verify", "--db", path).exit_code == 0
    unknown = run("forget", "x", *options, "--yes")
    assert unknown.stderr.startswith('Error: There is no statement "x" of barts-2017')
