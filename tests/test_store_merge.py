"""One store taken into another: the same ids meet, decisions keep their makers, and nothing of either is lost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_runner import CORPUS, FIRST_ID, SECOND_ID, ran, run
from decisions_samples import ANN, BO, BOTTLED, FIRST, INCIDENT, SCHOOL, SECOND, SOME_450, TWELVE, compared
from sqlite_utils import Database
from store_samples import cheap_compare, rows
from stores_by_hand import opened

from comms_tracker.decisions import Verb, making
from comms_tracker.decisions.making import Given
from comms_tracker.errors import StoreError
from comms_tracker.reading.received import PageStart, Provenance, Received, Taken
from comms_tracker.records import Statement
from comms_tracker.store import Forgetting, Store

MOVED_ON = compared().changes[0]
EDITED = replace(SECOND, text=SECOND.text.replace("We are sorry.", "We apologise."))
EDITED_AGAIN = replace(SECOND, text=SECOND.text.replace("We are sorry.", "We thank all staff."))
COURT = Forgetting("court order 12/2033", "Ann Lee", "2033-07-01T09:00:00.000+00:00")
DIFFER_ALWAYS = ("runs", "log")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "b.db"


def add(path: Path, *statements: Statement, incident: str = INCIDENT) -> None:
    compare = None if incident == INCIDENT else cheap_compare
    with opened(path, *([compare] if compare else [])) as store:
        for each in statements:
            store.add(incident, [each])


def merge(here: Path, there: Path, incident: str = INCIDENT) -> object:
    with opened(here) as store, Store.open(there, write=False) as other:
        return store.merge(incident, other)


def wordings(path: Path, statement: str) -> list[str]:
    with Store.open(path, write=False) as store:
        return [each.text for each in store.versions(INCIDENT, statement)]


def sound(path: Path) -> bool:
    with Store.open(path, write=False) as store:
        return store.verify() == ()


def test_two_stores_merged_hold_the_rows_of_one_to_which_everything_was_added(
    here: Path, there: Path, tmp_path: Path
) -> None:
    add(here, FIRST)
    add(there, SECOND)
    merge(here, there)
    add(tmp_path / "one.db", FIRST, SECOND)
    assert rows(here, without=DIFFER_ALWAYS) == rows(tmp_path / "one.db", without=DIFFER_ALWAYS)
    assert sound(here)


def test_either_way_round_gives_the_same_rows(here: Path, there: Path, tmp_path: Path) -> None:
    for path, text in ((here, FIRST), (there, SECOND), (tmp_path / "c.db", FIRST), (tmp_path / "d.db", SECOND)):
        add(path, text)
    merge(here, there)
    merge(tmp_path / "d.db", tmp_path / "c.db")
    assert rows(here, without=DIFFER_ALWAYS) == rows(tmp_path / "d.db", without=DIFFER_ALWAYS)


def test_merging_again_writes_nothing_at_all(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST, SECOND)
    with opened(there) as store:
        store.decide(INCIDENT, lambda one, _: making.confirm(one, BO, MOVED_ON.id))
    merge(here, there)
    before = hashlib.sha256(here.read_bytes()).hexdigest()
    again = merge(here, there)
    assert (again.added, again.new_versions, again.decisions, again.notes) == ((), (), (), ())  # type: ignore[attr-defined]
    assert hashlib.sha256(here.read_bytes()).hexdigest() == before


def test_the_log_records_the_other_logs_head_and_what_came(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST, SECOND)
    with opened(there) as store:
        made = store.decide(INCIDENT, lambda one, _: making.confirm(one, BO, MOVED_ON.id))
    head = rows(there)["log"][-1][-1]
    merge(here, there)
    _, _, entry, incident, subjects, *_ = rows(here)["log"][-1]
    assert (entry, incident, json.loads(subjects)) == ("merged", INCIDENT, [head, "second", made.id])
    assert sound(here)


def test_the_other_store_is_only_looked_at(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, SECOND)
    before = hashlib.sha256(there.read_bytes()).hexdigest()
    merge(here, there)
    assert hashlib.sha256(there.read_bytes()).hexdigest() == before


def test_decisions_of_both_are_kept_with_their_makers_in_the_order_of_making(here: Path, there: Path) -> None:
    for path in (here, there):
        add(path, FIRST, SECOND)
    late, early = replace(ANN, made="2033-06-08T09:00:00.000+00:00"), replace(BO, made="2033-06-07T09:00:00.000+00:00")
    with opened(here) as store:
        first = store.decide(INCIDENT, lambda one, _: making.correct(one, ANN, TWELVE.id, Given(value="1,200")))
        last = store.decide(INCIDENT, lambda one, _: making.reject(one, late, MOVED_ON.id))
    with opened(there) as store:
        middle = store.decide(INCIDENT, lambda one, _: making.confirm(one, early, MOVED_ON.id))
    merge(here, there)
    with Store.open(here, write=False) as store:
        assert store.decisions(INCIDENT) == (first, middle, last)
        assert store.comparison(INCIDENT).change(MOVED_ON.id).status == "rejected"
        assert store.comparison(INCIDENT) == compared(first, middle, last)
    assert sound(here)


def test_where_a_statement_came_from_comes_with_it_and_to_what_is_here_without(here: Path, there: Path) -> None:
    page = Received("page.html", b"<p>Some 450 homes are without water.</p>", "https://vale.example/news")
    came = Provenance("second", INCIDENT, page, {"issued": Taken("2033-06-02", "the page's date")}, (PageStart(1, 0),))
    add(here, FIRST)
    with opened(there) as store:
        store.add(INCIDENT, [FIRST, SECOND], [replace(came, statement="first"), came])
    merged = merge(here, there)
    assert (merged.added, merged.sources) == (("second",), ("first", "second"))  # type: ignore[attr-defined]
    with Store.open(here, write=False) as store, Store.open(there, write=False) as other:
        for each in ("first", "second"):
            assert store.sources(INCIDENT, each) == other.sources(INCIDENT, each)
    assert rows(here)["sources"] == rows(there)["sources"]
    assert sound(here)
    assert merge(here, there).sources == ()  # type: ignore[attr-defined]


def test_an_undoing_comes_with_what_it_undoes(here: Path, there: Path) -> None:
    for path in (here, there):
        add(path, FIRST, SECOND)
    with opened(there) as store:
        made = store.decide(INCIDENT, lambda one, _: making.link(one, BO, SCHOOL.id, BOTTLED.id))
        store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, made.id))
    merged = merge(here, there)
    assert len(merged.decisions) == 2  # type: ignore[attr-defined]
    with Store.open(here, write=False) as store:
        assert [each.verb for each in store.decisions(INCIDENT)] == [Verb.LINK, Verb.UNDO]
        assert store.comparison(INCIDENT).changes == compared().changes


def test_a_second_undoing_of_one_decision_is_left_out_and_said(here: Path, there: Path) -> None:
    add(here, FIRST, SECOND)
    with opened(here) as store:
        made = store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
    there.write_bytes(here.read_bytes())
    later = replace(BO, made="2033-06-09T09:00:00.000+00:00")
    with opened(here) as store:
        kept = store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, made.id))
    with opened(there) as store:
        other = store.decide(INCIDENT, lambda one, before: making.undo(one, before, later, made.id))
    assert merge(here, there).notes == (  # type: ignore[attr-defined]
        f"The decision {other.id} by Bo Park was left out: {made.id} was undone by Ann Lee already ({kept.id}).",
    )
    with Store.open(here, write=False) as store:
        assert store.decisions(INCIDENT) == (made, kept)


def test_versions_that_the_other_store_has_beyond_are_taken_on_with_their_numbers(here: Path, there: Path) -> None:
    add(here, FIRST, SECOND)
    add(there, FIRST, SECOND, EDITED, EDITED_AGAIN)
    merged = merge(here, there)
    assert (merged.new_versions, merged.notes) == (("second",), ())  # type: ignore[attr-defined]
    assert wordings(here, "second") == [SECOND.text, EDITED.text, EDITED_AGAIN.text]
    assert rows(here)["statement_versions"] == rows(there)["statement_versions"]


def test_a_store_that_is_behind_changes_nothing(here: Path, there: Path) -> None:
    add(here, FIRST, SECOND, EDITED)
    add(there, SECOND)
    merge(here, there)
    assert wordings(here, "second") == [SECOND.text, EDITED.text]


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        ((SECOND, EDITED), (SECOND, EDITED_AGAIN), (SECOND, EDITED, EDITED_AGAIN)),
        ((EDITED,), (SECOND, EDITED), (EDITED, SECOND, EDITED)),
    ],
    ids=["each has an edit of its own", "the other saw it earlier"],
)
def test_other_wordings_on_both_sides_are_all_kept_and_it_is_said(
    here: Path, there: Path, mine: tuple[Statement, ...], theirs: tuple[Statement, ...], together: tuple[Statement, ...]
) -> None:
    add(here, FIRST, *mine)
    add(there, FIRST, *theirs)
    assert merge(here, there).notes == (  # type: ignore[attr-defined]
        "The two stores hold other wordings of second in burst-main-2033. All are kept; they are numbered in the order "
        "in which they came into this store.",
    )
    assert wordings(here, "second") == [each.text for each in together]
    merge(here, there)
    assert wordings(here, "second") == [each.text for each in together]
    assert sound(here)


def test_what_was_forgotten_here_does_not_come_back_and_decisions_about_it_stay_out(here: Path, there: Path) -> None:
    for path in (here, there):
        add(path, FIRST, SECOND)
    with opened(there) as store:
        made = store.decide(INCIDENT, lambda one, _: making.correct(one, BO, SOME_450.id, Given(value="45")))
    with opened(here) as store:
        store.forget(INCIDENT, "second", COURT)
    assert merge(here, there).notes == (  # type: ignore[attr-defined]
        "second of burst-main-2033 was forgotten here, so its text was not taken in again.",
        f"The decision {made.id} by Bo Park was left out: it is about second, which is not in this store.",
    )
    with Store.open(here, write=False) as store:
        assert store.statements(INCIDENT) == (FIRST,)
    assert sound(here)


def test_what_was_forgotten_there_is_kept_out_here_or_said_to_be_here(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST, SECOND)
    with opened(there) as store:
        store.forget(INCIDENT, "first", COURT)
        store.forget(INCIDENT, "second", COURT)
    with opened(here) as store, Store.open(there, write=False) as other:
        assert store.merge_beside(other) == (
            "first of burst-main-2033 was forgotten there (court order 12/2033) and is still here. "
            "To delete it: comms-tracker forget first --incident burst-main-2033",
        )
        assert store.statements(INCIDENT) == (FIRST,)
        with pytest.raises(StoreError, match="this text of it was forgotten on 2033-07-01"):
            store.add(INCIDENT, [SECOND])
    assert sound(here)


def test_sectors_that_were_given_there_come_along_and_those_given_here_stay(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST, replace(SECOND, organisation="Dale Water"))
    with opened(there) as store:
        store.put_in_sector("Vale Water", "water")
        store.put_in_sector("Dale Water", "utilities")
    merge(here, there)
    with opened(here) as store, Store.open(there, write=False) as other:
        store.put_in_sector("Vale Water", "drinking water")
        store.merge_beside(other)
        assert store.sectors() == {"Dale Water": "utilities", "Vale Water": "drinking water"}


def test_an_incident_that_the_other_does_not_have_is_refused(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST)
    with pytest.raises(StoreError) as refused:
        merge(here, there, "storm")
    assert str(refused.value) == f'There is no incident "storm" in {there}. Name one that it holds: {INCIDENT}.'


def test_a_store_of_a_newer_version_is_refused(here: Path, there: Path) -> None:
    add(here, FIRST)
    add(there, FIRST)
    db = Database(there)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="its schema is version 99, and this comms-tracker knows up to"):
        merge(here, there)


def test_the_command_says_what_came_and_the_second_time_that_nothing_did(folder: Path) -> None:  # noqa: ARG001
    here, there = Path("a.db"), Path("b.db")
    ran("add", CORPUS / f"{FIRST_ID[:10]}-first-statement.md", "--db", here)
    ran("add", CORPUS, "--db", there)
    first = run("merge", here, there, "--format", "json")
    assert (first.exit_code, first.stderr) == (0, "Merging barts-2017.\n")
    came = json.loads(first.stdout)
    assert came[0] == {"incident": "barts-2017", "outcome": "added", "id": SECOND_ID}
    assert {each["id"] for each in came} == {SECOND_ID}
    assert ran("merge", here, there) == "a.db holds all that b.db does. Nothing was changed.\n"
    assert ran("changes", "--db", here) == ran("changes", "--db", there)


@pytest.mark.parametrize("missing", ["a.db", "b.db"])
def test_the_command_makes_no_store_of_a_name_that_was_mistyped(tmp_path: Path, missing: str) -> None:
    for name in ("a.db", "b.db"):
        if name != missing:
            add(tmp_path / name, FIRST)
    here, there = tmp_path / "a.db", tmp_path / "b.db"
    said = {
        "a.db": f"Cannot merge into {here}: there is no such file. To copy {there}: "
        f"comms-tracker backup {here} --db {there}",
        "b.db": f"Cannot open {there}: there is no such file. Make a store with comms-tracker add FILE --db {there}, "
        "or give another path with --db.",
    }
    refused = run("merge", here, there)
    assert (refused.exit_code, refused.stderr) == (2, f"Error: {said[missing]}\n")
    assert not (tmp_path / missing).exists()


def test_the_command_refuses_one_file_twice_and_a_store_that_was_tampered_with(here: Path, there: Path) -> None:
    add(here, FIRST)
    assert run("merge", here, here).stderr == (
        f"Error: Cannot merge {here} into {here}: they are one file. Name another store.\n"
    )
    add(there, FIRST)
    db = Database(there)
    db.execute("UPDATE statements SET title = 'Another'")
    db.conn.commit()
    db.close()
    before = rows(here)
    assert run("merge", here, there).stderr == (
        f"Error: Cannot merge {there}: 1 thing in it not as written. Nothing was merged. "
        f"See them with comms-tracker verify --db {there}\n"
    )
    assert rows(here) == before
