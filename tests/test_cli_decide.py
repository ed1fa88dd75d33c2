"""decide: what a person confirms, rejects, links, corrects, dismisses, adds and takes back, over a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_runner import CORPUS, FIRST_ID, SECOND_ID, ran, run

STATEMENT = "---\nid: {id}\norganisation: Vale Water\nissued: {issued}\nincident: {incident}\n---\n{text}\n"


@pytest.fixture
def own(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the bundled case, for one test to decide about; COMMS_TRACKER_DB names it."""
    monkeypatch.setenv("COMMS_TRACKER_DB", str(own_store))
    return own_store


def changes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran("changes", "--incident", "barts-2017", "--format", "json"))["changes"]
    return found


def claims() -> dict[str, dict[str, Any]]:
    """The claims of the bundled case by the words of their figure, else by their own."""
    found = json.loads(ran("claims", "--incident", "barts-2017", "--format", "json"))["claims"]
    return {each["figure"]["text"] if each["figure"] else each["text"]: each for each in found}


def decide(*arguments: str) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(ran("decide", *arguments, "--by", "Ann Lee", "--format", "json"))
    return stored


def refusal(*arguments: str) -> str:
    result = run("decide", *arguments, "--by", "Ann Lee")
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


@pytest.mark.usefixtures("own")
def test_a_confirmed_change_is_accepted_from_then_on_and_after_another_add(tmp_path: Path) -> None:
    before = changes()[0]
    assert before["status"] == "proposed"
    stored = decide("confirm", before["id"], "--note", "asked them")
    assert (stored["verb"], stored["by"], stored["note"], stored["state"]) == (
        "confirm",
        "Ann Lee",
        "asked them",
        "in force",
    )
    assert [words["text"] for words in stored["words"]] == [
        "to cancel a very small number of elective operations, those that relied on images",
        "As a result of the failure, 136 operations were cancelled",
    ]
    assert (changes()[0]["status"], changes()[0]["confidence"]) == ("accepted", 1)
    later = STATEMENT.format(
        id="third", issued="2017-06-01", incident="barts-2017", text="140 operations were cancelled."
    ).replace("Vale Water", "Barts Health NHS Trust")
    (tmp_path / "third.md").write_text(later)
    ran("add", tmp_path / "third.md")
    accepted = [change for change in changes() if change["status"] == "accepted"]
    assert [change["id"] for change in accepted] == [before["id"]]
    assert "accepted by a person" in ran("changes")


@pytest.mark.usefixtures("own")
def test_a_rejected_change_is_no_headline_and_counts_no_more() -> None:
    before = json.loads(ran("incidents", "--format", "json"))[0]
    decide("reject", changes()[0]["id"])
    rejected = changes()[-1]
    assert (rejected["status"], rejected["kind"]) == ("rejected", "quantified")
    after = json.loads(ran("incidents", "--format", "json"))[0]
    assert after["headline"] != before["headline"]
    assert after["changes"] == sum(change["status"] != "rejected" for change in changes())
    assert ran("changes").count("Rejected by a person") == 1


@pytest.mark.usefixtures("own")
def test_a_corrected_figure_is_used_by_every_command() -> None:
    claim = claims()["136"]
    decide("correct", claim["id"], "--value", "1,360")
    assert claims()["136"]["figure"]["low"] == 1360
    change = changes()[0]
    assert (change["status"], change["evidence_for"][-1][:40]) == (
        "corrected",
        "“136” is read as “1,360”: corrected by A",
    )


@pytest.mark.usefixtures("own")
def test_two_claims_are_linked_one_is_dismissed_and_one_is_added() -> None:
    known = claims()
    linked = decide("link", known["Several hundred"]["id"], known["Some"]["id"])
    assert [words["figure"] for words in linked["words"]] == ["Some", "Several hundred"]
    made = next(change for change in changes() if change["later"] == known["Several hundred"]["id"])
    assert (made["earlier"], made["confidence"], made["status"]) == (known["Some"]["id"], 1, "accepted")
    decide("dismiss", known["Other areas will take more time to recover"]["id"])
    assert "Other areas will take more time to recover" not in claims()
    decide("add-claim", SECOND_ID, "Other areas will take more time to recover", "--counted", "area")
    assert claims()["Other areas will take more time to recover"]["measure"]["counted"] == "area"


@pytest.mark.usefixtures("own")
def test_an_undone_decision_leaves_the_comparison_as_it_was_and_stays_in_the_list() -> None:
    before = ran("changes", "--format", "json")
    stored = decide("reject", changes()[0]["id"])
    undone = decide("undo", stored["id"], "--note", "wrong one")
    assert ran("changes", "--format", "json") == before
    listed = json.loads(ran("decide", "list", "--format", "json"))
    assert [(each["id"], each["state"], each["undoes"]) for each in listed] == [
        (stored["id"], "undone", None),
        (undone["id"], "an undoing", stored["id"]),
    ]
    assert refusal("undo", stored["id"]).startswith(f"Error: {stored['id']} was undone by Ann Lee on ")
    assert "Nothing was stored." in refusal("undo", undone["id"])


@pytest.mark.usefixtures("own")
def test_the_list_says_who_decided_what_about_which_words_in_every_form() -> None:
    assert ran("decide", "list") == "Nothing was decided yet. comms-tracker decide --help says how.\n"
    stored = decide("correct", claims()["136"]["id"], "--value", "1,360")
    shown = " ".join(ran("decide", "list", "--incident", "barts-2017").split())
    assert shown.startswith("barts-2017: corrected by Ann Lee on ")
    assert f"(in force) {SECOND_ID}: “As a result of the failure, 136 operations were cancelled”" in shown
    assert "“136” is read as “1,360”" in shown
    assert stored["id"] in shown
    (row,) = [json.loads(line) for line in ran("decide", "list", "--format", "jsonl").splitlines()]
    assert row == stored
    assert ran("decide", "list", "--format", "csv").splitlines()[0].startswith("id,incident,verb,by,made,state,note,")
    assert stored["id"] in ran("decide", "list", "--format", "md")


@pytest.mark.usefixtures("own")
def test_ids_lists_what_can_be_decided_on() -> None:
    rows = json.loads(ran("decide", "ids", "--incident", "barts-2017", "--format", "json"))
    assert {row["id"] for row in rows if row["what"] == "change"} == {change["id"] for change in changes()}
    assert {row["id"] for row in rows if row["what"] == "claim"} == {claim["id"] for claim in claims().values()}
    shown = ran("decide", "ids", "--incident", "barts-2017")
    assert all(row["id"] in shown for row in rows)


def test_a_finding_is_marked_as_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMS_TRACKER_DB", str(tmp_path / "f.db"))
    text = "In all, 90 homes were flooded: 40 homes were flooded in Ash and 60 homes were flooded in Elm."
    (tmp_path / "a.md").write_text(STATEMENT.format(id="a", issued="2033-06-01", incident="flood", text=text))
    ran("add", tmp_path / "a.md")
    (finding,) = json.loads(ran("changes", "--incident", "flood", "--format", "json"))["findings"]
    assert (finding["kind"], finding["seen"]) == ("sum_mismatch", False)
    decide("seen", finding["id"])
    (after,) = json.loads(ran("changes", "--incident", "flood", "--format", "json"))["findings"]
    assert after == {**finding, "seen": True}


@pytest.mark.usefixtures("own")
def test_who_decides_is_the_user_where_nobody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "annlee")
    shown = ran("decide", "confirm", changes()[0]["id"])
    assert shown.startswith("Confirmed by annlee on ")
    assert "Take it back: comms-tracker decide undo decision-" in shown


def test_what_cannot_be_decided_is_said_and_stores_nothing(own: Path) -> None:
    known, before = claims(), own.read_bytes()
    wrong = known["136"]["id"][:-2] + "zz"
    assert refusal("dismiss", wrong) == (
        f"Error: Nothing in the store has the id {wrong}. Near it: {known['136']['id']}. "
        "List them with comms-tracker decide ids --incident NAME. Nothing was stored.\n"
    )
    assert refusal("confirm", known["136"]["id"]).startswith(
        f'Error: There is no change "{known["136"]["id"]}" in barts-2017.'
    )
    assert refusal("correct", known["136"]["id"], "--value", "lots of ifs").startswith("Error: “lots of ifs” can't be")
    assert refusal("link", known["136"]["id"], known["136"]["id"]).startswith(f"Error: {known['136']['id']} was named")
    assert refusal("add-claim", FIRST_ID, "No such words").startswith("Error: “No such words” does not stand in ")
    assert refusal("confirm", "change-1", "--incident", "nowhere").startswith('Error: There is no incident "nowhere"')
    assert own.read_bytes() == before


@pytest.mark.usefixtures("own")
def test_a_claim_or_change_of_words_that_were_edited_away_is_told_by_its_words(tmp_path: Path) -> None:
    claim, change = claims()["136"], changes()[0]
    (new,) = [
        each for each in changes() if each["kind"] == "added" and each["later"] == claims()["Several hundred"]["id"]
    ]
    text = next(CORPUS.glob("*second*")).read_text().replace("136", "1,630").replace("Several hundred", "Some 300")
    file = tmp_path / "second.md"
    file.write_text(text.replace("---\n", f"---\nid: {SECOND_ID}\n", 1))
    ran("add", file)
    was = (
        f"It was “As a result of the failure, 136 operations were cancelled” in {SECOND_ID}. "
        "Near it now: “As a result of the failure, 1,630 operations were cancelled”."
    )
    assert refusal("dismiss", claim["id"]) == (
        f"Error: The claim {claim['id']} is gone from barts-2017. {was} "
        "List them with comms-tracker decide ids --incident barts-2017. Nothing was stored.\n"
    )
    assert was in refusal("dismiss", claim["id"], "--incident", "barts-2017")
    gone = refusal("confirm", change["id"])
    assert gone.startswith(f"Error: The change {change['id']} is gone from barts-2017. It was “")
    assert was in gone
    assert f"elective operations, those that relied on images” in {FIRST_ID}. The words still stand there." in gone
    assert "“Several hundred chemotherapy appointments were also cancelled”" in refusal("confirm", new["id"])
    assert "Nothing in the store has the id c-000000000000." in refusal("dismiss", "c-000000000000")


def test_claims_of_two_incidents_are_not_linked_and_an_id_in_both_needs_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMS_TRACKER_DB", str(tmp_path / "two.db"))
    for incident, name in (("ash", "s"), ("elm", "s"), ("elm", "t")):
        text = "12 homes were flooded." if name == "s" else "40 homes were flooded."
        file = tmp_path / f"{incident}-{name}.md"
        file.write_text(STATEMENT.format(id=name, issued="2033-06-01", incident=incident, text=text))
        ran("add", file)
    rows = [json.loads(line) for line in ran("claims", "--incident", "elm", "--format", "jsonl").splitlines()]
    twelve, forty = (row["id"] for row in rows)
    assert refusal("dismiss", twelve) == (
        f"Error: {twelve} is in 2 incidents: ash, elm. Name one with --incident. Nothing was stored.\n"
    )
    assert decide("dismiss", twelve, "--incident", "ash")["incident"] == "ash"
    (tmp_path / "u.md").write_text(
        STATEMENT.format(id="u", issued="2033-06-02", incident="ash", text="9 homes were flooded.")
    )
    ran("add", tmp_path / "u.md")
    nine = json.loads(ran("claims", "--incident", "ash", "--format", "jsonl").splitlines()[0])["id"]
    assert refusal("link", forty, nine) == (
        f"Error: {forty} is of the incident elm and {nine} of ash: only claims of one incident can be linked. "
        "Name two of one. Nothing was stored.\n"
    )


@pytest.mark.usefixtures("own")
def test_a_decision_outlives_other_words_of_the_statement_or_says_that_its_own_are_gone(tmp_path: Path) -> None:
    claim = claims()["136"]
    decide("correct", claim["id"], "--value", "1,360")
    text = next(CORPUS.glob("*second*")).read_text()
    file = tmp_path / "second.md"

    def again(words: str) -> str:
        file.write_text(words.replace("---\n", f"---\nid: {SECOND_ID}\n", 1))
        return run("add", file).stderr

    head, _, body = text.rpartition("---\n")
    again(f"{head}---\nUpdate at noon.\n\n{body.lstrip()}")
    assert claims()["136"]["figure"]["low"] == 1360
    again(text.replace("136", "1,630"))
    assert claims()["1,630"]["figure"]["low"] == 1630
    (listed,) = json.loads(ran("decide", "list", "--format", "json"))
    assert listed["state"] == "words gone"
    (note,) = json.loads(ran("changes", "--incident", "barts-2017", "--format", "json"))["notes"]
    assert "does not stand in 2017-05-05-second-statement now. Near them now: “" in note
    assert "1,630 operations were cancelled" in note
    assert refusal("dismiss", claim["id"]) == (
        f"Error: The claim {claim['id']} is gone from barts-2017. It was “As a result of the failure, 136 operations "
        f"were cancelled” in {SECOND_ID}. Near it now: “As a result of the failure, 1,630 operations were cancelled”. "
        "List them with comms-tracker decide ids --incident barts-2017. Nothing was stored.\n"
    )
