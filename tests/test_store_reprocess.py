"""Stored texts read again: decisions stay, the former reading is kept, and what is read otherwise is said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_runner import CORPUS, ran, run
from decisions_samples import ANN, BOTTLED, CLAIMS, FIRST, INCIDENT, SCHOOL, SECOND, SOME_450, TWELVE, compared
from store_samples import rows
from stores_by_hand import WIDER, opened, reading

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Given
from comms_tracker.errors import StoreError
from comms_tracker.store import Difference, Outcome, Reread, Store, Subject

PUMPED = replace(BOTTLED, measure=replace(BOTTLED.measure, counted="home"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with opened(made, reading(*CLAIMS)) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    return made


def test_a_version_that_reads_the_same_says_so_and_keeps_nothing_but_its_run(path: Path) -> None:
    before = rows(path)
    with opened(path, reading(*CLAIMS)) as store:
        assert store.reprocess(INCIDENT) == Reread(INCIDENT, 4, (), ())
    after = rows(path)
    assert {name for name in after if after[name] != before[name]} == {"runs", "log"}
    with Store.open(path, write=False) as store:
        assert store.comparison(INCIDENT) == compared()


def test_what_is_new_gone_or_read_otherwise_is_told_claims_first(path: Path) -> None:
    with opened(path, reading(WIDER, SCHOOL, SOME_450, PUMPED)) as store:
        found = store.reprocess(INCIDENT)
        assert store.comparison(INCIDENT) == compared(claims=(WIDER, SCHOOL, SOME_450, PUMPED))
    assert found.same == 2
    told = [(one.subject, one.outcome, one.words, one.fields) for one in found.differences if one.subject == "claim"]
    assert told == [
        (Subject.CLAIM, Outcome.GONE, "left 12 homes without water", ()),
        (Subject.CLAIM, Outcome.OTHERWISE, "Bottled water went to 3 care homes", ("measure",)),
        (Subject.CLAIM, Outcome.NEW, "A burst main has left 12 homes without water", ()),
    ]
    gone = compared().changes[0]
    assert Difference(Subject.CHANGE, gone.id, Outcome.GONE, gone.explanation, ()) in found.differences


def test_the_former_reading_of_what_changed_is_kept_by_the_run_that_made_it(path: Path) -> None:
    with opened(path, reading(WIDER, SCHOOL, SOME_450, PUMPED)) as store:
        store.reprocess(INCIDENT)
        assert [(incident, words.text) for incident, words in store.former_words(TWELVE.id)] == [
            (INCIDENT, TWELVE.text)
        ]
    with opened(path, reading(*CLAIMS)) as store:
        store.reprocess(INCIDENT)
    kept = rows(path)["earlier_readings"]
    claims = [
        (run, words, json.loads(reading)["measure"]["counted"], outcome, changed)
        for _, run, subject, _, _, words, reading, outcome, changed in kept
        if subject == "claim"
    ]
    assert sorted(claims) == [
        (1, "Bottled water went to 3 care homes", "care home", "read otherwise", '["measure"]'),
        (1, "left 12 homes without water", "home", "gone", "[]"),
        (2, "A burst main has left 12 homes without water", "home", "gone", "[]"),
        (2, "Bottled water went to 3 care homes", "home", "read otherwise", '["measure"]'),
    ]


def test_decisions_are_kept_and_hold(path: Path) -> None:
    with opened(path, reading(*CLAIMS)) as store:
        made = store.decide(INCIDENT, lambda one, _: making.correct(one, ANN, TWELVE.id, Given(value="1,200")))
    with opened(path, reading(WIDER, SCHOOL, SOME_450, PUMPED)) as store:
        store.reprocess(INCIDENT)
        assert store.decisions(INCIDENT) == (made,)
        figure = store.comparison(INCIDENT).claims[0].figure
    assert figure is not None
    assert (figure.text, figure.low) == ("12", 1200.0)


def test_phrase_vectors_are_written_anew(path: Path) -> None:
    assert [row[1] for row in rows(path)["phrase_vectors"]] == ["homes"]
    with opened(path, reading(*CLAIMS, phrase="houses")) as store:
        store.reprocess(INCIDENT)
    assert [row[1] for row in rows(path)["phrase_vectors"]] == ["houses"]


def test_an_unknown_incident_is_refused(path: Path) -> None:
    with opened(path, reading(*CLAIMS)) as store, pytest.raises(StoreError) as unknown:
        store.reprocess("storm")
    assert str(unknown.value) == f'There is no incident "storm" in {path}. Name one that it holds: {INCIDENT}.'


def test_the_command_reads_every_incident_again_and_says_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "comms.db"
    ran("add", CORPUS, "--db", path)
    before = ran("changes", "--db", path, "--format", "json")
    assert ran("reprocess", "--db", path) == "barts-2017: everything is read as before.\n"
    assert json.loads(ran("reprocess", "--db", path, "--format", "json")) == []
    assert ran("changes", "--db", path, "--format", "json") == before
    missing = run("reprocess", "--db", tmp_path / "no.db")
    assert (missing.exit_code, missing.stderr) == (
        2,
        f"Error: Cannot read {tmp_path / 'no.db'} again: there is no such file. Give the path of a store with --db.\n",
    )


def test_the_command_prints_what_is_read_otherwise(path: Path) -> None:
    assert ran("reprocess", "--db", path).splitlines() == [
        f"{INCIDENT}: 0 claims read as before.",
        "  Claim gone: left 12 homes without water",
        "  Claim read otherwise (measure, polarity): No school is affected",
        "  Claim read otherwise (measure): Some 450 homes are without water",
        "  Claim read otherwise (measure): Bottled water went to 3 care homes",
        "  Claim new: A burst main has left 12 homes without water",
        "  Claim new: We have 900 staff on site",
        "  Change gone: The count has moved on with time, from 12 homes to “some 450”.",
        "  Change read otherwise (explanation): Not repeated in the statement of 2 June",
        "  2033: “No school is affected”.",
        "  Change new: The count has moved on with time, from 12 homes to “some 450”.",
    ]
    assert ran("reprocess", "--db", path) == f"{INCIDENT}: everything is read as before.\n"
