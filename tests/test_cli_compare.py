"""compare and extract: what they print of statements that are in no store, and where they print it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli_runner import CORPUS, FIRST_ID, SECOND_ID, ran, run
from sample_comparison import barts_comparison

from comms_tracker.records import Statement
from comms_tracker.report.rows import CHANGE_COLUMNS, CLAIM_COLUMNS


def test_json_follows_the_contract_and_every_offset_is_exact() -> None:
    comparison = json.loads(ran("compare", CORPUS, "--format", "json"))
    assert comparison["incident"] == "barts-2017"
    texts = {statement["id"]: statement["text"] for statement in comparison["statements"]}
    assert list(texts) == [FIRST_ID, SECOND_ID]
    assert {claim["statement"] for claim in comparison["claims"] if claim["figure"]} == set(texts)
    for claim in comparison["claims"]:
        text = texts[claim["statement"]]
        assert text[claim["start"] : claim["end"]] == claim["text"]
        figure = claim["figure"]
        assert figure is None or text[figure["start"] : figure["end"]] == figure["text"]


def test_the_table_shows_the_change_in_plain_words_with_both_wordings() -> None:
    shown = " ".join(ran("compare", CORPUS).split())
    assert "Now a number also: " in shown
    assert "“It has been necessary to cancel a very small number of elective operations," in shown
    assert "136 operations were cancelled" in shown
    assert re.search(r"likely the same measure \(\d\d in 100\)", shown)
    assert "proposed by the program" in shown


@pytest.mark.usefixtures("by_hand")
def test_one_incident_is_an_object_and_a_line_of_jsonl_is_a_change() -> None:
    assert json.loads(ran("compare", CORPUS, "--format", "json"))["incident"] == "barts-2017"
    lines = ran("compare", CORPUS, "--format", "jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [change.id for change in barts_comparison().changes]


def rows_of_two_incidents() -> str:
    rows = [
        {"id": f"{incident}{day}", "incident": incident, "issued": f"2017-04-2{day}", "text": f"{day} operations."}
        for incident in "ab"
        for day in (1, 2)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.usefixtures("by_hand")
def test_several_incidents_are_a_list_and_a_line_of_jsonl_is_a_comparison() -> None:
    given = rows_of_two_incidents()
    assert [one["incident"] for one in json.loads(ran("compare", "-", "--format", "json", given=given))] == [
        "barts-2017"
    ] * 2
    lines = [json.loads(line) for line in ran("compare", "-", "--format", "jsonl", given=given).splitlines()]
    assert [line["incident"] for line in lines] == ["barts-2017"] * 2
    sheet = list(csv.reader(io.StringIO(ran("compare", "-", "--format", "csv", given=given))))
    assert tuple(sheet[0]) == CHANGE_COLUMNS
    assert len(sheet) == 1 + 2 * len(barts_comparison().changes)
    assert ran("compare", "-", "--format", "md", given=given).count("# barts-2017\n") == 2


def test_incident_picks_one_of_several(by_hand: list[Sequence[Statement]]) -> None:
    ran("compare", "-", "--incident", "b", given=rows_of_two_incidents())
    assert [[statement.id for statement in statements] for statements in by_hand] == [["b1", "b2"]]
    result = run("compare", "-", "--incident", "c", given=rows_of_two_incidents())
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == ("Error: No statement is about 'c'. Name one that the input has: a, b.")


def test_texts_without_an_incident_are_compared_as_one(folder: Path, by_hand: list[Sequence[Statement]]) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Text of {name}.")
    result = run("compare", "a.txt", "b.txt", "--in-order")
    assert result.exit_code == 0
    assert result.stderr == "Note: a.txt and b.txt: no date is given, and the order of input stands for it.\n"
    assert [[(one.id, one.incident) for one in statements] for statements in by_hand] == [[("a", None), ("b", None)]]


@pytest.mark.usefixtures("folder")
def test_one_statement_shows_its_claims() -> None:
    result = run("compare", CORPUS / f"{FIRST_ID}.md")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = " ".join(result.stdout.split())
    assert "There is one statement only, so there is nothing to compare it with: its claims are shown." in shown
    assert "usually read as" in shown


@pytest.mark.usefixtures("by_hand")
def test_the_same_date_is_accepted_and_said(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Text of {name}.")
    result = run("compare", "a.txt", "b.txt", "--issued", "2017-04-28")
    assert (result.exit_code, result.stderr) == (
        0,
        "Note: a.txt and b.txt have the same date, 2017-04-28: they are taken in the order given.\n",
    )


def test_two_organisations_in_one_incident_are_kept_apart_and_said(folder: Path) -> None:
    for name, organisation, count in (("a", "Trust", 12), ("b", "Regulator", 14)):
        (folder / f"{name}.md").write_text(
            f"---\norganisation: {organisation}\nissued: 2017-04-28\nincident: x\n---\n"
            f"{count} operations were cancelled.\n"
        )
    comparison = json.loads(ran("compare", "a.md", "b.md", "--format", "json"))
    assert [change for change in comparison["changes"] if change["earlier"] and change["later"]] == []
    assert comparison["notes"] == [
        "These statements are by 2 organisations, which are kept apart: Trust, Regulator. "
        "No change is reported from one to another."
    ]


def test_text_in_another_language_is_a_warning_and_the_result_is_marked(folder: Path) -> None:
    text = (
        "Nous avons dû annuler 12 opérations, celles qui reposaient sur des images. Certains patients ont subi des "
        "retards, et nous leur présentons nos excuses pour la gêne.\n"
    )
    (folder / "s.md").write_text(f"---\nissued: 2017-04-28\n---\n{text}", encoding="utf-8")
    result = run("compare", "s.md", "--format", "json")
    assert result.exit_code == 0
    assert result.stderr == "Note: s.md does not look like English: its results are marked, and may be wrong.\n"
    assert [statement["english"] for statement in json.loads(result.stdout)["statements"]] == [False]


@pytest.mark.usefixtures("by_hand")
def test_output_writes_the_file_and_nothing_to_the_terminal(folder: Path) -> None:
    assert ran("compare", CORPUS, "--format", "json", "--output", "out.json") == ""
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["incident"] == "barts-2017"
    assert ran("compare", CORPUS, "--output", "out.txt") == ""
    assert max(map(len, (folder / "out.txt").read_text(encoding="utf-8").splitlines())) <= 80


@pytest.mark.usefixtures("by_hand")
def test_output_never_overwrites_what_is_read(folder: Path) -> None:
    text = "---\nissued: 2017-04-28\n---\nText.\n"
    (folder / "s.md").write_text(text)
    result = run("compare", "s.md", "--output", "./s.md")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: --output ./s.md is one of the texts to be read, and would be lost. Name another file.\n",
    )
    assert (folder / "s.md").read_text() == text


@pytest.mark.usefixtures("folder", "by_hand")
def test_output_that_cannot_be_written_is_refused() -> None:
    refused = run("compare", CORPUS, "--output", "no/such/out.txt").stderr
    assert refused.splitlines(keepends=True)[-1] == (
        "Error: --output no/such/out.txt cannot be written: No such file or directory. Name another file.\n"
    )


@pytest.mark.usefixtures("by_hand")
def test_the_table_fits_the_width_that_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, ran("compare", CORPUS).splitlines())) <= 60
    assert "\x1b" not in ran("compare", CORPUS)


def test_extract_needs_no_date_and_gives_claims_with_exact_places() -> None:
    text = "About 400 appointments were cancelled and no patient data was accessed."
    found = json.loads(ran("extract", "-", "--format", "json", given=text))
    assert list(found) == ["incident", "statements", "claims"]
    assert [claim["figure"]["text"] for claim in found["claims"]] == ["About 400", "no"]
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in found["claims"])
    assert run("extract", "-", given=text).stderr == ""


def test_extract_prints_a_claim_a_line_and_a_claim_a_row() -> None:
    text = "About 400 appointments were cancelled."
    lines = [json.loads(line) for line in ran("extract", "-", "--format", "jsonl", given=text).splitlines()]
    sheet = list(csv.DictReader(io.StringIO(ran("extract", "-", "--format", "csv", given=text))))
    assert [line["id"] for line in lines] == [row["id"] for row in sheet]
    assert tuple(sheet[0]) == CLAIM_COLUMNS
    assert "about 400" in ran("extract", "-", given=text)
