"""``comms-tracker export`` as its user types it: what is written, what is said, and what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from cli_runner import ran, run
from PIL import Image

INCIDENT = "barts-2017"


def refused(*arguments: str | Path) -> str:
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    return " ".join(result.stderr.split())


def change_ids(store: Path) -> list[str]:
    rows = csv.DictReader(ran("changes", "--db", store, "--format", "csv").splitlines())
    return [row["id"] for row in rows]


def test_a_table_is_written_and_said_and_not_written_over(store: Path, folder: Path) -> None:
    done = run("export", "--format", "csv", "--table", "changes_readable", "--db", store, "--out", "c.csv")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Wrote c.csv: changes_readable, 8 rows.\n")
    assert "c.csv is there already" in refused("--format", "csv", "--table", "claims", "--db", store, "--out", "c.csv")
    ran("export", "--format", "csv", "--table", "claims", "--db", store, "--out", "c.csv", "--force")
    assert (folder / "c.csv").read_text(encoding="utf-8").startswith("incident,id,position,statement,start,end,text,")


def test_without_a_table_all_of_them_are_written(store: Path, folder: Path) -> None:
    done = run("export", "--format", "jsonl", "--incident", INCIDENT, "--db", store, "--out", "all")
    assert done.exit_code == 0
    assert "tables and views, " in done.stderr
    names = {path.stem for path in (folder / "all").iterdir()}
    assert {"claims", "changes", "statements", "timeline"} <= names
    assert "organisations" not in names


def test_a_page_of_an_incident_and_one_of_a_change(store: Path, folder: Path) -> None:
    ran("export", "--format", "html", "--incident", INCIDENT, "--db", store, "--out", "r.html")
    page = (folder / "r.html").read_text(encoding="utf-8")
    assert "<title>Cancelled operations: from “a very small number” to 136</title>" in page
    change = change_ids(store)[1]
    ran("export", "--format", "html", "--change", change, "--db", store, "--out", "one.html")
    assert "One change of barts-2017, which has 7 other changes." in (folder / "one.html").read_text(encoding="utf-8")


def test_a_picture_is_written_and_its_description_printed(store: Path, folder: Path) -> None:
    told = ran("export", "--format", "png", "--incident", INCIDENT, "--width", "100", "--db", store, "--out", "t.png")
    assert told.startswith(
        "Cancelled operations: from “a very small number” to 136. 28 April 2017: a very small number"
    )
    assert Image.open(folder / "t.png").width == pytest.approx(100 / 25.4 * 300, abs=3)
    ran("export", "--format", "svg", "--change", change_ids(store)[0], "--db", store, "--out", "t.svg")
    assert (
        (folder / "t.svg")
        .read_text(encoding="utf-8")
        .startswith('<svg xmlns="http://www.w3.org/2000/svg" width="170mm"')
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Say what to export: --format csv|jsonl|parquet|xlsx|html|svg|png, --datasette DIR or --hashes."),
        (("--format", "csv", "--hashes"), "--format and --hashes can't go together."),
        (("--format", "csv"), "Say where to write it: --out PATH."),
        (("--format", "csv", "--out", "-"), "an export is written whole, into a file. Name one."),
        (("--format", "html", "--out", "x"), "--format html is of one incident: --incident NAME."),
        (
            ("--format", "html", "--table", "claims", "--out", "x"),
            "--table goes with --format csv, jsonl, parquet, xlsx.",
        ),
        (("--format", "csv", "--change", "ch-1", "--out", "x"), "--change goes with --format html, svg or png."),
        (("--hashes", "--incident", INCIDENT), "--incident goes with --format."),
        (("--format", "html", "--incident", "barts", "--out", "x"), "Name one that it holds, such as barts-2017."),
        (("--format", "html", "--change", "ch-none", "--out", "x"), "There is no change ch-none in"),
        (("--format", "svg", "--incident", INCIDENT, "--change", "c-none", "--out", "x"), "has no change c-none."),
        (("--format", "csv", "--table", "chnages", "--out", "x"), "such as changes"),
    ],
)
def test_what_cannot_be_exported_is_said_with_what_to_do(
    store: Path, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert message in refused(*arguments, "--db", store)
    assert list(folder.iterdir()) == []


def test_a_change_without_two_figures_has_no_picture_to_write(store: Path, folder: Path) -> None:
    change = change_ids(store)[-1]
    said = refused("--format", "svg", "--change", change, "--db", store, "--out", "x.svg")
    assert f"{change} of barts-2017 has no two figures to draw. Name a change with --change ID." in said
    assert list(folder.iterdir()) == []
