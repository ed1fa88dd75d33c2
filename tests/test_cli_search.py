"""``comms-tracker search`` on the bundled case: by words without any model, by meaning in other words."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import FIRST_ID, SECOND_ID, ran, run

from comms_tracker.store import Store

HEAVY = ("torch", "spacy", "transformers", "sentence_transformers", "streamlit", "comms_tracker.claims")


def hits(db: Path, *arguments: str) -> list[dict[str, object]]:
    return json.loads(ran("search", *arguments, "--db", db, "--format", "json"))["hits"]


def test_words_are_found_with_their_place_and_shown_between_brackets(store: Path) -> None:
    (hit,) = hits(store, "136 cancelled operation")
    assert (hit["statement"], hit["figure"], hit["low"]) == (SECOND_ID, "136", 136.0)
    assert str(hit["text"]).endswith("136 operations were cancelled")
    with Store.open(store, write=False) as held:
        (text,) = [one.text for one in held.statements("barts-2017") if one.id == SECOND_ID]
    assert [text[start:end] for start, end in hit["marks"]] == ["136", "operations", "cancelled"]
    shown = " ".join(ran("search", "136 cancelled operation", "--db", store).split())
    assert "[136] [operations] were [cancelled]" in shown
    assert f"claim {hit['claim']}, found by words" in shown


def test_other_words_of_the_same_meaning_are_found_by_meaning_only(store: Path) -> None:
    words = "surgery called off"
    assert hits(store, words) == []
    assert "--semantic finds what means nearly the same" in " ".join(ran("search", words, "--db", store).split())
    near = hits(store, words, "--semantic")
    assert near
    assert {hit["statement"] for hit in near} <= {FIRST_ID, SECOND_ID}
    assert "cancelled" in str(near[0]["text"])
    assert {hit["found_by"] for hit in near} == {"meaning"}
    assert all(0.35 <= float(str(hit["likeness"])) <= 1 for hit in near)


def test_what_is_found_both_ways_comes_first(store: Path) -> None:
    first = hits(store, "operations cancelled", "--semantic")[0]
    assert (first["figure"], first["found_by"]) == ("136", "words and meaning")


def test_rows_and_the_sql_are_for_other_programs(store: Path) -> None:
    told = run("search", "operations", "--in", "claims", "--db", store, "--format", "csv", "--sql", "--at-least", "100")
    (row,) = csv.DictReader(io.StringIO(told.stdout))
    assert (row["figure"], row["figure_kind"], row["found_by"]) == ("136", "exact", "words")
    assert "WHERE claims_fts MATCH '\"operations\"'" in told.stderr
    assert "f.high >= 100.0" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "May"], '--since "May" is no date. Write it as 2017-04-28.'),
        (["--in", "statements", "--unit", "USD"], "--kind, --unit, --at-least and --at-most are about figures"),
    ],
)
def test_what_cannot_be_asked_is_refused(store: Path, arguments: list[str], said: str) -> None:
    refused = run("search", "operations", *arguments, "--db", store)
    assert (refused.exit_code, refused.stderr.startswith(f"Error: {said}")) == (2, True)


def test_a_search_by_words_loads_no_model_and_no_matrix(store: Path) -> None:
    script = (
        "import sys; from comms_tracker.cli import group\n"
        f"try: group.commands.main(['search', 'operations', '--db', {str(store)!r}, '--format', 'jsonl'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[-1] == "[]"
    assert len(lines) > 1


def test_searching_leaves_every_byte_of_the_store_and_its_folder(store: Path) -> None:
    before = {each.name: each.read_bytes() for each in store.parent.iterdir()}
    ran("search", "operations", "--semantic", "--db", store)
    assert {each.name: each.read_bytes() for each in store.parent.iterdir()} == before


def test_an_organisation_is_put_into_a_sector_and_found_by_it(own_store: Path) -> None:
    db = own_store
    alone = run("describe", "--db", db, "--sector", "health")
    assert (alone.exit_code, alone.stderr) == (
        2,
        "Error: --organisation and --sector go together: say which organisation is of which sector.\n",
    )
    told = ran("describe", "--db", db, "--organisation", "Barts Health NHS Trust", "--sector", "health")
    assert told.endswith("sector of Barts Health NHS Trust: health\n")
    assert len(hits(db, "136", "--sector", "health")) == 1
    assert hits(db, "136", "--sector", "rail") == []
    wrong = run("describe", "--db", db, "--organisation", "Bart Health", "--sector", "health")
    assert wrong.stderr == (
        'Error: No statement is by "Bart Health". Name one that the store has, such as Barts Health NHS Trust. '
        "Nothing was changed.\n"
    )
    unknown = run("describe", "--db", db, "--organisation", "Ice", "--sector", "health")
    assert 'by "Ice". Name one that the store has, such as ' in unknown.stderr
