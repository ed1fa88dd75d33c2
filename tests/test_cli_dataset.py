"""``extract --out``, ``query`` and ``load``: statements into Parquet, questions to it, and from it into a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run

LINES = (
    {"id": "a1", "text": "A small number of sailings were cancelled.", "issued": "2031-03-01", "incident": "ferries"},
    {"id": "a2", "text": "41 sailings were cancelled.", "issued": "2031-03-02", "incident": "ferries"},
    {"id": "b1", "text": "Hundreds of trains were late.", "issued": "2032-01-05", "organisation": "Torr Rail"},
)
ONE_SELECT = "A data set answers one SELECT at a time, and nothing is written to it by hand. Write one SELECT."


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of the lines."""
    home = tmp_path_factory.mktemp("written")
    file = home / "statements.jsonl"
    file.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    result = run("extract", file, "--out", home / "read")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"3 statements read into {home / 'read'}, 0 were there already.\n"
    assert "3 statements read in " in result.stderr
    return home


def test_files_stand_by_organisation_and_year_and_nothing_is_read_twice(written: Path) -> None:
    folders = sorted({path.parent.relative_to(written / "read").as_posix() for path in written.rglob("claims/*/*/*")})
    assert folders == [
        "claims/organisation=Torr Rail/year=2032",
        "claims/organisation=__HIVE_DEFAULT_PARTITION__/year=2031",
    ]
    again = ran("extract", written / "statements.jsonl", "--out", written / "read")
    assert again == f"0 statements read into {written / 'read'}, 3 were there already.\n"


def test_a_question_is_answered_from_tables_and_views_in_every_form(written: Path) -> None:
    data = written / "read"
    changed = "select what_changed, later_figure, ratio_lowest from changes_readable"
    assert json.loads(ran("query", data, changed, "--format", "json")) == [
        {"what_changed": "quantified", "later_figure": "41", "ratio_lowest": 4.1}
    ]
    assert ran(
        "query", data, "select id, count(*) as n from statements group by all order by id", "--format", "csv"
    ) == ("id,n\na1,1\na2,1\nb1,1\n")
    assert ran("query", data, "select words, lowest from timeline where series_position = 1 and position = 2") == (
        "words                       lowest\n41 sailings were cancelled    41.0\n"
    )


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("drop view claims", ONE_SELECT),
        ("select 1; select 2", ONE_SELECT),
        ("select nothing from claims", "DuckDB cannot answer: Binder Error: Referenced column"),
        ("selekt", "DuckDB cannot answer: Parser Error"),
    ],
)
def test_what_is_no_question_is_refused(written: Path, sql: str, said: str) -> None:
    result = run("query", written / "read", sql)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {said}")


def test_a_folder_that_is_no_data_set_is_refused_with_how_to_make_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for command in (("query", tmp_path, "select 1"), ("load", tmp_path, "--db", tmp_path / "comms.db")):
        result = run(*command)
        assert (result.exit_code, result.stderr) == (
            2,
            f"Error: {tmp_path} is no data set: it has no folder _batches. "
            "Make one with comms-tracker extract IN --out DIR.\n",
        )


def test_a_data_set_loads_into_a_store_as_it_was_read(written: Path) -> None:
    one, other = written / "loaded.db", written / "added.db"
    said = ran("load", written / "read", "--db", one)
    assert said == f"2 incidents, in {one}: 3 statements added, 0 there already, 0 new versions.\n"
    assert ran("load", written / "read", "--db", one).endswith("0 statements added, 3 there already, 0 new versions.\n")
    run("add", written / "statements.jsonl", "--incident", "b1", "--db", other)
    shown = [ran("changes", "--incident", "ferries", "--db", path, "--format", "json") for path in (one, other)]
    assert json.loads(shown[0]) == json.loads(shown[1])


def test_one_of_a_thing_is_told_as_one(written: Path) -> None:
    line = (written / "statements.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (written / "one.jsonl").write_text(line, encoding="utf-8")
    folder, store = written / "single", written / "single.db"
    typed = ("extract", written / "one.jsonl", "--out", folder)
    assert ran(*typed) == f"1 statement read into {folder}, 0 were there already.\n"
    assert ran(*typed) == f"0 statements read into {folder}, 1 was there already.\n"
    said = ran("load", folder, "--db", store)
    assert said == f"1 incident, in {store}: 1 statement added, 0 there already, 0 new versions.\n"


def test_rows_of_parquet_are_statements_as_lines_of_jsonl_are(written: Path) -> None:
    said = ran("extract", written / "read" / "statements", "--out", written / "again")
    assert said == f"3 statements read into {written / 'again'}, 0 were there already.\n"
    count = "select count(*) as claims from claims"
    assert ran("query", written / "again", count) == ran("query", written / "read", count)


def test_a_parquet_file_without_texts_is_refused_with_its_columns(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["a"], "words": ["b"]}), tmp_path / "some.parquet")
    result = run("extract", tmp_path / "some.parquet", "--out", tmp_path / "read")
    assert result.stderr == (
        f"Error: {tmp_path / 'some.parquet'} has no column text. Give this name to the one that holds the statements. "
        "Its columns are id, words.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--dask", "tcp://127.0.0.1:1"), "--dask and --jobs read into a data set: name its folder with --out."),
        (("--jobs", "2"), "--dask and --jobs read into a data set: name its folder with --out."),
        (("--out", "x", "--explain"), "--explain, --lexicon, --format and --output have no place beside --out."),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...], said: str) -> None:
    result = run("extract", "-", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
