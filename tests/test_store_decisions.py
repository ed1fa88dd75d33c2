"""Decisions in the store: kept whole, applied whenever the incident is compared, and never lost to another writer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from decisions_samples import ANN, BO, BOTTLED, FIRST, INCIDENT, SCHOOL, SECOND, SOME_450, TWELVE, compared
from store_samples import rows
from stores_by_hand import by_hand, opened

from comms_tracker.decisions import Decision, Verb, making
from comms_tracker.decisions.making import Given, Missed
from comms_tracker.errors import DecisionError, StoreError
from comms_tracker.records import Comparison, Finding, FindingKind, Statement
from comms_tracker.store import Store

MOVED_ON = compared().changes[0]
ALSO = Statement("third", "We are sorry.", "Vale Water", "2033-06-05", incident=INCIDENT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with opened(made) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    return made


def test_every_kind_of_decision_comes_back_as_it_was_made(path: Path) -> None:
    finding = Finding(FindingKind.SUM_MISMATCH, ("first",), (TWELVE.id,), "They do not add up.")

    def with_finding(*given: Any) -> Comparison:
        return replace(by_hand(*given), findings=(finding,))

    makers = [
        lambda one, _: making.confirm(one, BO, MOVED_ON.id),
        lambda one, _: making.reject(one, ANN, one.changes[1].id),
        lambda one, _: making.link(one, ANN, SCHOOL.id, BOTTLED.id),
        lambda one, _: making.correct(one, ANN, TWELVE.id, Given(value="about 1,200")),
        lambda one, _: making.correct(one, ANN, SOME_450.id, Given(none=True)),
        lambda one, _: making.add_claim(one, ANN, Missed("first", "900 staff", event="have", counted="staff")),
        lambda one, _: making.seen(one, ANN, finding.id),
        lambda one, _: making.dismiss(one, ANN, SCHOOL.id),
        lambda one, before: making.undo(one, before, BO, before[0].id),
    ]
    with opened(path, with_finding) as store:
        store.add(INCIDENT, [ALSO])
        made = tuple(store.decide(INCIDENT, maker) for maker in makers)
        assert store.decisions(INCIDENT) == made
    with Store.open(path, write=False) as store:
        assert store.decisions(INCIDENT) == made
    assert {each.verb for each in made} == set(Verb)


def test_the_stored_comparison_is_the_one_with_the_decisions(path: Path) -> None:
    with opened(path) as store:
        made = store.decide(INCIDENT, lambda one, _: making.reject(one, ANN, MOVED_ON.id))
        assert store.comparison(INCIDENT) == compared(made)
        store.add(INCIDENT, [ALSO])
        assert store.comparison(INCIDENT) == compared(made, statements=(FIRST, SECOND, ALSO))
        undone = store.decide(INCIDENT, lambda one, before: making.undo(one, before, BO, made.id))
        assert store.decisions(INCIDENT) == (made, undone)
        assert store.comparison(INCIDENT) == compared(statements=(FIRST, SECOND, ALSO))


def test_a_decision_writes_nothing_but_itself_its_run_and_the_reading(path: Path) -> None:
    before = rows(path)
    with opened(path) as store:
        made = store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
    after = rows(path)
    assert {name for name in after if after[name] != before[name]} == {
        *("changes", "decisions", "decided_words", "runs", "log", "row_hashes"),
    }
    assert before["runs"] == after["runs"][:-1]
    assert f'["{made.id}"]' in after["runs"][-1]


def test_no_phrase_vector_is_written_by_a_decision(path: Path) -> None:
    def asks_more(statements: list[Statement], vectors: Any, decisions: tuple[Decision, ...]) -> Comparison:
        vectors.vectors(["a phrase that only the decision brought up"])
        return by_hand(statements, vectors, decisions)

    before = rows(path)
    with opened(path, asks_more) as store:
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
    after = rows(path)
    for table in ("phrase_vectors", "incident_phrases"):
        assert after[table] == before[table]
    assert len(before["phrase_vectors"]) == 1


def test_what_cannot_be_decided_leaves_every_byte(path: Path) -> None:
    before = path.read_bytes()
    with opened(path) as store, pytest.raises(DecisionError):
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, "change-1"))
    assert path.read_bytes() == before
    with opened(path) as store, pytest.raises(StoreError) as unknown:
        store.decide("storm", lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
    assert str(unknown.value) == f'There is no incident "storm" in {path}. Name one that it holds: {INCIDENT}.'
    with Store.open(path, write=False) as store, pytest.raises(StoreError) as looking:
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
    assert str(looking.value) == f"Cannot write to {path}: it was opened for looking only. Open it with write=True."
    assert path.read_bytes() == before


def test_what_another_program_decided_or_added_meanwhile_is_not_lost(path: Path) -> None:
    asked: list[int] = []

    def slow(statements: list[Statement], vectors: Any, decisions: tuple[Decision, ...]) -> Comparison:
        asked.append(len(decisions))
        if len(asked) == 1:
            with opened(path) as other:
                other.decide(INCIDENT, lambda one, _: making.dismiss(one, BO, BOTTLED.id))
        if len(asked) == 2:
            with opened(path) as other:
                other.add(INCIDENT, [ALSO])
        return by_hand(statements, vectors, decisions)

    with opened(path, slow) as store:
        mine = store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
        theirs, last = store.decisions(INCIDENT)
        assert (theirs.verb, last) == (Verb.DISMISS, mine)
        assert store.comparison(INCIDENT) == compared(theirs, mine, statements=(FIRST, SECOND, ALSO))
    assert asked == [1, 2, 2]


def test_an_add_does_not_pass_over_a_decision_that_was_made_meanwhile(path: Path) -> None:
    asked: list[int] = []

    def slow(statements: list[Statement], vectors: Any, decisions: tuple[Decision, ...]) -> Comparison:
        asked.append(len(decisions))
        if len(asked) == 1:
            with opened(path) as other:
                other.decide(INCIDENT, lambda one, _: making.reject(one, BO, MOVED_ON.id))
        return by_hand(statements, vectors, decisions)

    with opened(path, slow) as store:
        store.add(INCIDENT, [ALSO])
        (made,) = store.decisions(INCIDENT)
        assert store.comparison(INCIDENT) == compared(made, statements=(FIRST, SECOND, ALSO))
    assert asked == [0, 1]


def test_an_incident_without_decisions_has_none_and_an_unknown_one_is_refused(path: Path) -> None:
    with Store.open(path, write=False) as store:
        assert store.decisions(INCIDENT) == ()
        with pytest.raises(StoreError) as unknown:
            store.decisions("storm")
    assert str(unknown.value) == f'There is no incident "storm" in {path}. Name one that it holds: {INCIDENT}.'


def test_an_id_leads_to_its_incident_and_to_those_like_it(path: Path) -> None:
    with opened(path) as store:
        store.add("another", [FIRST])
        made = store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
        assert store.incidents_of(SOME_450.id) == (INCIDENT,)
        assert store.incidents_of(TWELVE.id) == ("another", INCIDENT)
        assert store.incidents_of(MOVED_ON.id) == (INCIDENT,)
        assert store.incidents_of(made.id) == (INCIDENT,)
        assert store.incidents_of("first") == ("another", INCIDENT)
        assert store.incidents_of("c-1") == ()
        assert store.ids_near(f"{SOME_450.id[:-1]}x") == (SOME_450.id,)
        assert store.ids_near("zzz") == ()
        assert [(incident, words.text) for incident, words in store.former_words(TWELVE.id)] == [
            (INCIDENT, TWELVE.text)
        ]


def test_decisions_readable_tells_who_decided_what_and_whether_it_holds(path: Path) -> None:
    from sqlite_utils import Database

    with opened(path) as store:
        first = store.decide(INCIDENT, lambda one, _: making.correct(one, BO, TWELVE.id, Given(value="1,200")))
        store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, first.id))
    with Database(path) as db:
        found = list(db.query("SELECT * FROM decisions_readable WHERE incident = ? ORDER BY position", [INCIDENT]))
    assert [row["label"] for row in found] == ["correct: 12", f"undo: {first.id}"]
    shown = ("decided_by", "decision", "state", "note", "words", "figure", "figure_read_as", "figure_lowest")
    assert [tuple(row[column] for column in shown) for row in found] == [
        ("Bo Park", "correct", "undone", "asked the press office", TWELVE.text, "12", "1,200", 1200.0),
        ("Ann Lee", "undo", "an undoing", None, None, None, None, None),
    ]
