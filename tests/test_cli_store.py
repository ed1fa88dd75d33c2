"""add, incidents, changes and claims: the commands over a store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_runner import CORPUS, FIRST_ID, SECOND_ID, ran, run

from comms_tracker.cli import add
from comms_tracker.cli.storing import near_incidents
from comms_tracker.records import Statement
from comms_tracker.store import IncidentSummary, Store


def test_add_then_changes_says_what_compare_says(store: Path) -> None:
    compared = ran("compare", CORPUS, "--format", "json")
    assert ran("changes", "--incident", "barts-2017", "--db", store, "--format", "json") == compared
    assert ran("changes", "--incident", "barts-2017", "--db", store) == ran("compare", CORPUS)
    assert json.loads(ran("changes", "--db", store, "--format", "json")) == [json.loads(compared)]


def test_changes_in_jsonl_are_one_a_line_over_all_incidents(store: Path) -> None:
    lines = [json.loads(line) for line in ran("changes", "--db", store, "--format", "jsonl").splitlines()]
    compared = json.loads(ran("compare", CORPUS, "--format", "json"))
    assert [(line["incident"], line["id"]) for line in lines] == [
        ("barts-2017", change["id"]) for change in compared["changes"]
    ]


def test_adding_twice_changes_nothing_and_says_so(store: Path) -> None:
    before = store.read_bytes()
    outcome = json.loads(ran("add", CORPUS, "--db", store, "--format", "json"))
    assert outcome == [
        {"incident": "barts-2017", "statement": FIRST_ID, "outcome": "unchanged"},
        {"incident": "barts-2017", "statement": SECOND_ID, "outcome": "unchanged"},
    ]
    assert store.read_bytes() == before
    assert "Already there, nothing changed: 2017-04-28-first-statement" in " ".join(
        ran("add", CORPUS, "--db", store).split()
    )


def test_of_many_incidents_only_their_number_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "EACH", 1)
    rows = [{"incident": name, "issued": "2031-03-01", "text": "Trains stopped."} for name in ("north", "south")]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    db = tmp_path / "comms.db"
    assert " ".join(ran("add", file, "--db", db).split()) == (
        f"2 incidents, in {db}: 2 statements added, 0 there already, 0 new versions. "
        "All that changed: comms-tracker changes --incident INCIDENT"
    )
    assert len(json.loads(ran("add", file, "--db", db, "--format", "json"))) == 2


def test_the_same_id_with_other_text_is_a_new_version(folder: Path) -> None:
    for count in (12, 14):
        (folder / "s.md").write_text(f"---\nissued: 2017-04-28\nincident: x\n---\n{count} operations were cancelled.\n")
        shown = ran("add", "s.md", "--db", "comms.db")
    assert "New version of 2017-04-28-s: the earlier words are kept." in shown
    with Store.open("comms.db", write=False) as opened:
        assert [one.text for one in opened.versions("x", "2017-04-28-s")] == [
            "12 operations were cancelled.\n",
            "14 operations were cancelled.\n",
        ]


def test_add_without_an_incident_offers_those_of_the_organisation(store: Path, folder: Path) -> None:
    before = store.read_bytes()
    (folder / "s.txt").write_text("14 operations were cancelled.")
    options = ("--issued", "2017-05-12", "--db", store)
    known = run("add", "s.txt", "--organisation", "Barts Health NHS Trust", *options)
    assert (known.exit_code, known.stderr) == (
        2,
        "Error: 2017-05-12-s names no incident, so nothing was stored. Name one with --incident. "
        "Incidents of Barts Health NHS Trust near it in date: barts-2017.\n",
    )
    unknown = run("add", "s.txt", *options)
    assert unknown.stderr == (
        "Error: 2017-05-12-s names no incident, so nothing was stored. Name one with --incident. "
        "Any name will do, such as barts-2017.\n"
    )
    assert store.read_bytes() == before


def test_the_incidents_nearest_in_date_are_offered_first() -> None:
    def incident(name: str, first: str | None, last: str | None, organisation: str = "Trust") -> IncidentSummary:
        return IncidentSummary(name, organisation, (organisation,), 2, first, last, 1, "")

    incidents = [
        incident("undated", None, None),
        incident("long before", "2015-01-01", "2015-02-01"),
        incident("just after", "2017-04-30", "2017-05-05"),
        incident("around", "2017-04-01", "2017-05-05"),
        incident("another's", "2017-04-28", "2017-04-28", "Council"),
    ]
    statement = Statement("s", "Text.", organisation="trust", issued="2017-04-28")
    assert near_incidents(statement, incidents) == ["around", "just after", "long before"]
    assert near_incidents(Statement("s", "Text."), incidents) == []


def test_incidents_lists_each_with_its_headline(store: Path) -> None:
    (found,) = json.loads(ran("incidents", "--db", store, "--format", "json"))
    assert (found["incident"], found["statements"], found["organisations"]) == (
        "barts-2017",
        2,
        ["Barts Health NHS Trust"],
    )
    shown = " ".join(ran("incidents", "--db", store).split())
    assert shown.startswith("barts-2017 Barts Health NHS Trust; 28 April 2017 to 5 May 2017; 2 statements, ")
    assert " ".join(found["headline"].split()) in shown
    assert ran("incidents", "--db", store, "--format", "csv").startswith(
        "incident,organisation,statements,first_issued,"
    )
    assert ran("incidents", "--db", store, "--format", "md").startswith("| incident | organisation |")


def test_claims_are_those_of_the_incident(store: Path) -> None:
    lines = ran("claims", "--incident", "barts-2017", "--db", store, "--format", "jsonl").splitlines()
    compared = json.loads(ran("compare", CORPUS, "--format", "json"))
    assert [json.loads(line) for line in lines] == compared["claims"]
    assert "136" in ran("claims", "--incident", "barts-2017", "--db", store)


def test_an_unknown_incident_and_a_missing_store_are_refused(store: Path, folder: Path) -> None:
    unknown = run("claims", "--incident", "x", "--db", store)
    assert (unknown.exit_code, unknown.stderr) == (
        2,
        f'Error: There is no incident "x" in {store}. Name one that it holds: barts-2017.\n',
    )
    missing = run("incidents", "--db", "no.db")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("Error: Cannot open no.db: there is no such file.")
    assert not (folder / "no.db").exists()


def test_a_store_that_is_not_sqlite_is_refused_by_reading_and_writing_commands(folder: Path) -> None:
    (folder / "notes.db").write_text("These are only notes, and long enough to be taken for something else.")
    for command in (("incidents",), ("add", str(CORPUS))):
        result = run(*command, "--db", "notes.db")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines()[-1].startswith("Error: Cannot open notes.db:")


def test_comms_tracker_db_names_the_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMS_TRACKER_DB", str(store))
    assert json.loads(ran("incidents", "--format", "json"))[0]["incident"] == "barts-2017"


def test_no_command_prints_a_formula_for_a_spreadsheet(folder: Path) -> None:
    for day, count in ((4, 12), (5, 40)):
        (folder / f"{day}.txt").write_text(
            f'---\nissued: 2017-05-0{day}\nincident: x\norganisation: "@SUM(A1)"\n---\n'
            f"{count} operations were cancelled.\n"
        )
    ran("add", "4.txt", "5.txt", "--db", "comms.db")
    said = (
        "Note: Cells that begin with =, +, -, @ or a tab got an apostrophe in front, so that no spreadsheet takes them "
        "for a formula: "
    )
    stored = ("--incident", "x", "--db", "comms.db", "--format", "csv")
    compared = run("compare", "4.txt", "5.txt", "--format", "csv")
    assert compared.stderr == said + "1 in earlier_organisation, 1 in later_organisation.\n"
    assert (run("changes", *stored).stdout, run("changes", *stored).stderr) == (compared.stdout, compared.stderr)
    (row,) = csv.DictReader(io.StringIO(compared.stdout))
    assert (row["earlier_organisation"], row["earlier_low"], row["later_low"]) == ("'@SUM(A1)", "12", "40")
    assert run("claims", *stored).stderr == said + "2 in organisation.\n"
