"""``sample`` and ``evaluate`` as a researcher types them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from cli_runner import ran, run


def fill_in(sheet: Path, key: Path) -> None:
    """Codes a blind sheet as the program has it, but for the added ones, which the coder finds dropped."""
    with key.open(encoding="utf-8", newline="") as file:
        answers = {row["unit"]: row["program_kind"] for row in csv.DictReader(file)}
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        for row in rows:
            kind = answers[row["unit"]]
            writer.writerow({**row, "kind": "dropped" if kind == "added" else kind})


def test_a_sheet_is_drawn_coded_blind_and_evaluated(store: Path, folder: Path) -> None:
    drawn = run("sample", "--n", "5", "--blind", "--seed", "7", "--db", store, "--out", "sheet.csv")
    assert drawn.exit_code == 0
    said = " ".join(drawn.stderr.split())
    assert said.startswith("Wrote sheet.csv: 5 of 8 changes. added 3 of 6, dropped 1 of 1, quantified 1 of 1.")
    assert "The program's answers are in sheet.key.csv. Keep it from whoever codes" in said
    fill_in(folder / "sheet.csv", folder / "sheet.key.csv")
    told = ran("evaluate", "sheet.csv", "--second", "sheet.csv")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[0] == "5 rows, 5 coded."
    assert "Kind right, as the corpus has them: 0.25 (" in lines[1]
    assert "kind program coder precision recall" in lines
    assert "quantified 1 1 1.00 (0.21–1.00) 1.00 (0.21–1.00)" in lines
    assert "added 3 0 0.00 (0.00–0.56) –" in lines
    assert "Two coders agree on 1.00 (0.57–1.00) of 5 rows. Cohen's kappa 1.000," in lines
    again = json.loads(ran("evaluate", "sheet.csv", "--format", "json"))
    assert (again["rows"], again["coded"], again["agreement"]) == (5, 5, None)
    assert {one["kind"]: (one["program"], one["coder"]) for one in again["kinds"]} == {
        "quantified": (1, 1), "added": (3, 0), "dropped": (1, 4)
    }  # fmt: skip
    table = ran("evaluate", "sheet.csv", "--format", "md").splitlines()
    assert "| quantified | 1 | 1 | 1.00 (0.21–1.00) | 1.00 (0.21–1.00) |" in table


def test_sentences_are_drawn_and_what_the_program_missed_in_them_counts(store: Path, folder: Path) -> None:
    drawn = run("sample", "--of", "sentences", "--n", "100", "--db", store, "--out", "s.csv")
    assert drawn.exit_code == 0
    with (folder / "s.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"Wrote s.csv: {len(rows)} of {len(rows)} sentences. a claim without a figure " in drawn.stderr
    with (folder / "s.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "claims": row["program_claims"] or "none"} for row in rows)
    told = json.loads(ran("evaluate", "s.csv", "--format", "json"))
    (claims,) = told["kinds"]
    assert (claims["program"], claims["precision"]["value"], claims["recall"]["value"]) == (9, 1.0, 1.0)
    assert "at least half of the words of the shorter one" in " ".join(ran("evaluate", "s.csv").split())
    refused = run("sample", "--of", "sentences", "--by", "sureness", "--db", store, "--out", "t.csv")
    assert (refused.exit_code, "a sentence has no confidence" in refused.stderr) == (2, True)


def test_a_sheet_is_drawn_the_same_again_and_not_written_over(store: Path, folder: Path) -> None:
    ran("sample", "--n", "3", "--db", store, "--out", "a.csv")
    ran("sample", "--n", "3", "--db", store, "--out", "b.csv")
    assert (folder / "a.csv").read_bytes() == (folder / "b.csv").read_bytes()
    again = run("sample", "--n", "3", "--db", store, "--out", "a.csv")
    assert (again.exit_code, again.stderr) == (
        2,
        "Error: a.csv is there already. Name another file, or add --force to write over it.\n",
    )
    assert "has no column unit" in run("evaluate", _written(folder, "x.csv", "a\n1\n")).stderr


def _written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder / name


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_drawn_is_said(store: Path) -> None:
    assert run("sample", "--db", store, "--out", "sheet.ods").stderr == (
        "Error: --out sheet.ods: a sheet is a .csv or an .xlsx file. Give it one of these endings.\n"
    )
    unknown = run("sample", "--incident", "barts", "--db", store, "--out", "s.csv")
    assert (unknown.exit_code, unknown.stderr) == (
        2,
        f'Error: There is no incident "barts" in {store}. Name one that it holds, such as barts-2017.\n',
    )


def test_a_folder_of_gold_is_read_compared_and_measured(smallest_gold: Path, folder: Path) -> None:
    gold = folder / "gold"
    gold.mkdir()
    (gold / smallest_gold.name).write_bytes(smallest_gold.read_bytes())
    data = json.loads(smallest_gold.read_text("utf-8"))
    found = json.loads(ran("evaluate", gold, "--format", "json"))
    assert (found["incidents"], found["statements"]) == (1, len(data["statements"]))
    stages = {one["name"]: one for one in found["stages"]}
    with_figure = sum(bool(claim["figure"]["surface"]) for claim in data["gold"]["claims"])
    assert stages["figures"]["gold"] == with_figure
    assert stages["figures"]["recall"]["value"] > 0.5
    assert stages["figures"]["precision"]["low"] < stages["figures"]["precision"]["value"]
    assert sum(one["gold"] for one in found["kinds"]) == stages["change kind"]["gold"]
    told = ran("evaluate", gold)
    assert "kind of change" in told
    assert "stage" in told


def test_what_is_no_gold_is_said(folder: Path) -> None:
    empty = run("evaluate", folder)
    assert (empty.exit_code, "is no gold: it has no .json file." in empty.stderr) == (2, True)
    _written(folder, "x.json", "{}")
    assert "is no gold: 'statements' is missing" in run("evaluate", folder).stderr
    assert "--second and --key go with a sheet" in run("evaluate", folder, "--second", "a.csv").stderr
