"""What docs/exports.md tells people to type works, in its order."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from cli_runner import ROOT, run

PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
COMMANDS = [shlex.split(line)[1:] for line in re.findall(r"^ {4}(comms-tracker .*)$", PAGE, re.MULTILINE)]
WRITTEN = {
    *("anna.csv", "barts-2017", "barts.xlsx", "ben.csv", "blind.csv", "blind.key.csv", "changes.csv", "comms.db"),
    *(
        "corpora",
        "my-gold",
        "published",
        "report.html",
        "sentences.csv",
        "sentences.key.csv",
        "sheet.xlsx",
        "tables",
        "timeline.png",
        "timeline.svg",
    ),
}


@pytest.fixture
def researcher(smallest_gold: Path, folder: Path) -> Path:
    """The folder of somebody who follows the page: the bundled cases, and a gold folder of their own."""
    (folder / "corpora").symlink_to(ROOT / "corpora")
    (folder / "my-gold").mkdir()
    (folder / "my-gold" / smallest_gold.name).write_bytes(smallest_gold.read_bytes())
    return folder


def code(folder: Path, *copies: str) -> None:
    """What the coders do between the commands: they fill in the blind sheet, and each a copy of it."""
    with (folder / "blind.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in copies:
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows({**row, "kind": "quantified" if "136" in row["claim"] else "added"} for row in rows)


def test_every_command_of_the_page_runs_in_its_order_and_writes_what_it_names(researcher: Path) -> None:
    assert len(COMMANDS) == 16
    for words in COMMANDS:
        if words[:2] == ["evaluate", "blind.csv"]:
            code(researcher, "blind.csv", "anna.csv", "ben.csv")
        done = run(*words)
        assert done.exit_code == 0, (words, done.output, done.stderr)
    assert {path.name for path in researcher.iterdir() if not path.name.startswith("comms.db-")} == WRITTEN


def test_every_table_that_the_page_names_is_one(store: Path) -> None:
    from comms_tracker.store import Store

    with Store.open(store, write=False) as kept:
        there = {each.name for each in kept.tables_and_views()}
    named = {words[place + 1] for words in COMMANDS for place, word in enumerate(words) if word == "--table"}
    assert named | {"timeline", "unacknowledged"} <= there


def test_every_file_that_the_page_points_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert len(targets) == 2
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []
