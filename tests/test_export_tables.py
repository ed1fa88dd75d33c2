"""Tables and views as CSV, JSONL, Parquet and XLSX: nothing lost, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import cheap_compare, full_comparison

from comms_tracker.errors import InputError, StoreError
from comms_tracker.exporting import formats
from comms_tracker.exporting.formats import Format, write_csv
from comms_tracker.exporting.tables import Destination, Exported, all_names, export_tables
from comms_tracker.records import Statement
from comms_tracker.report.cells import CUT, LONGEST_CELL, Told, guarded
from comms_tracker.store import Column, Relation, Rows, Store

INCIDENT = "ferry-2031"
TITLES = ("=HYPERLINK(1)", "+44 20", "-5", "@sum", "\ttabbed", "plain", "5")
ODD = "Ö “£” \x07 " + "x" * (LONGEST_CELL + 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store in which every field has a value somewhere, and titles that a spreadsheet would run."""
    path = tmp_path_factory.mktemp("exports") / "comms.db"
    sample = full_comparison()
    with Store.open(path, write=True, compare=lambda *_: sample) as writer:
        writer.add(INCIDENT, sample.statements)
    titled = tuple(
        Statement(id=f"s-{place}", text=f"We count {place}.", issued=f"2031-01-0{place + 1}", title=title)
        for place, title in enumerate(TITLES)
    )
    longest = Statement(id="long", text=ODD, issued="2031-02-01", title="long")
    with Store.open(path, write=True, compare=cheap_compare) as writer:
        writer.add("titles", (*titled, longest))
    with Store.open(path, write=False) as reader:
        yield reader


def exported(store: Store, form: str, path: Path, *names: str, incident: str | None = None) -> Exported:
    return export_tables(store, names, incident, Format(form), Destination(path, force=False))


def sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_every_row_with_numbers_as_numbers_dates_as_iso_and_utf_8(store: Store, tmp_path: Path) -> None:
    done = exported(store, "csv", tmp_path / "claims.csv", "claims_readable", incident=INCIDENT)
    assert done == Exported({"claims_readable": 3}, ())
    first = sheet(tmp_path / "claims.csv")[0]
    assert first["words"] == full_comparison().claims[0].text
    assert (first["date"], first["highest"], first["starts_at"]) == ("2031-03-01T09:30+01:00", "8.5", "3")
    assert json.loads(first["scope"]) == ["sailing", "on “images”"]


def test_cells_that_a_spreadsheet_would_run_get_an_apostrophe_and_that_is_said(store: Store, tmp_path: Path) -> None:
    done = exported(store, "csv", tmp_path / "statements.csv", "statements", incident="titles")
    titles = [row["title"] for row in sheet(tmp_path / "statements.csv")]
    assert titles == ["'=HYPERLINK(1)", "'+44 20", "'-5", "'@sum", "'\ttabbed", "plain", "5", "long"]
    assert done.altered == (
        "Cells that begin with =, +, -, @ or a tab got an apostrophe in front, so that no spreadsheet takes them for a "
        "formula: 5 in statements.title.",
    )


CELLS = st.builds("".join, st.tuples(st.sampled_from(["", "'", "=", "+", "-", "@", "\t", "\r", " ", "''"]), st.text()))


@given(st.one_of(CELLS, CELLS, st.integers(), st.floats(allow_nan=False), st.none()))
def test_only_text_that_begins_as_a_formula_does_is_altered_and_no_number_is(value: str | float | None) -> None:
    shown = guarded(value, "t.c", Told())
    if isinstance(value, str):
        assert shown == (f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value)
    else:
        assert shown is value


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers(-(2**40), 2**40)), max_size=5))
def test_what_is_written_as_csv_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Any]) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    relation = Relation("t", (Column("words", "TEXT", json=False), Column("n", "INTEGER", json=False)), None, ())
    assert write_csv(path, relation, iter(rows), Told()) == len(rows)
    with path.open(encoding="utf-8", newline="") as file:
        read = [tuple(row) for row in csv.reader(file)]
    assert read == [("words", "n"), *((guarded(words, "", Told()), str(n)) for words, n in rows)]


def test_jsonl_has_arrays_as_arrays_and_text_untouched(store: Store, tmp_path: Path) -> None:
    exported(store, "jsonl", tmp_path / "changes.jsonl", "changes", incident=INCIDENT)
    first, second = map(json.loads, (tmp_path / "changes.jsonl").read_text("utf-8").splitlines())
    assert first["also"] == ["revised_up", "widened_scope"]
    assert first["ratio"] == [147.05882352941177, None]
    assert (second["later"], second["confidence"]) == (None, 1.0)
    exported(store, "jsonl", tmp_path / "statements.jsonl", "statements", incident="titles")
    read = [json.loads(line) for line in (tmp_path / "statements.jsonl").read_text("utf-8").splitlines()]
    assert [row["title"] for row in read] == [*TITLES, "long"]
    assert read[-1]["text"] == ODD


def test_parquet_has_the_types_of_the_columns_of_tables_and_of_views(store: Store, tmp_path: Path) -> None:
    done = exported(store, "parquet", tmp_path / "tables", "figures", "changes_readable", "organisations")
    assert list(done.rows) == ["figures", "changes_readable", "organisations"]
    figures = pq.read_table(tmp_path / "tables" / "figures.parquet")
    assert figures.schema.field("low").type == pa.float64()
    assert figures.schema.field("start").type == pa.int64()
    assert figures.column("high").to_pylist()[:1] == [8.5]
    changes = pq.read_table(tmp_path / "tables" / "changes_readable.parquet")
    types = {name: changes.schema.field(name).type for name in ("label", "ratio_lowest", "confidence", "explanation")}
    assert types == {
        "label": pa.string(), "ratio_lowest": pa.float64(), "confidence": pa.float64(), "explanation": pa.string()
    }  # fmt: skip


def test_xlsx_has_a_sheet_for_each_with_numbers_as_numbers_and_no_formula(store: Store, tmp_path: Path) -> None:
    done = exported(store, "xlsx", tmp_path / "all.xlsx", "statements", "figures")
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == ["statements", "figures"]
    headings, *rows = book["statements"].iter_rows()
    assert (headings[0].value, headings[0].font.bold, book["statements"].freeze_panes) == ("incident", True, "A2")
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    title = [cell.value for cell in headings].index("title")
    assert [row[title].value for row in rows][2:7] == ["'=HYPERLINK(1)", "'+44 20", "'-5", "'@sum", "'\ttabbed"]
    assert book["figures"]["H2"].value == 8.5
    assert done.rows == {"statements": 10, "figures": 2}


def test_xlsx_says_what_a_cell_cannot_hold(store: Store, tmp_path: Path) -> None:
    done = exported(store, "xlsx", tmp_path / "one.xlsx", "statements", incident="titles")
    rows = list(openpyxl.load_workbook(tmp_path / "one.xlsx")["statements"].values)
    text = rows[-1][rows[0].index("text")]
    assert text.startswith("Ö “£” \ufffd xxx")
    assert text.endswith(CUT)
    assert len(text) == LONGEST_CELL
    assert done.altered[1:] == (
        "Cells longer than the 32,767 characters that one of a spreadsheet holds are cut: 1 in statements.text.",
        "Control characters, which a cell of a spreadsheet cannot hold, became U+FFFD: 1 in statements.text.",
    )


def test_more_rows_than_a_sheet_holds_are_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "MOST_ROWS", 5)
    with pytest.raises(
        InputError, match=r"statements has more rows than the 4 that a sheet holds. Choose --format csv"
    ):
        exported(store, "xlsx", tmp_path / "one.xlsx", "statements")
    assert list(tmp_path.iterdir()) == []


def test_all_is_every_table_and_view_and_of_an_incident_only_what_belongs_to_one(store: Store) -> None:
    every = all_names(store, None)
    assert {"organisations", "incidents", "claims", "claims_readable"} <= set(every)
    of_one = all_names(store, INCIDENT)
    assert {"incidents", "claims", "claims_readable"} <= set(of_one) < set(every)
    assert "organisations" not in of_one


def test_what_is_there_is_not_written_over_unless_it_is_asked_for(store: Store, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("mine")
    with pytest.raises(InputError, match=r"kept.csv is there already. Name another file, or add --force"):
        exported(store, "csv", kept, "claims")
    with pytest.raises(InputError, match=r"is there and not empty. Name another folder, or add --force"):
        exported(store, "csv", tmp_path, "claims", "figures")
    with pytest.raises(InputError, match=r"kept.csv is a file. Name a folder"):
        exported(store, "csv", kept, "claims", "figures")
    with pytest.raises(InputError, match=r"is a folder. Name a file in it"):
        exported(store, "csv", tmp_path, "claims")
    assert kept.read_text() == "mine"
    export_tables(store, ["claims"], None, Format.CSV, Destination(kept, force=True))
    assert kept.read_text("utf-8").startswith("incident,id,")
    export_tables(store, ["claims", "figures"], None, Format.CSV, Destination(tmp_path, force=True))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["claims.csv", "figures.csv", "kept.csv"]


def test_where_it_fails_nothing_is_left_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match='no table or view "claim"'):
        exported(store, "csv", tmp_path / "a.csv", "claim")
    with pytest.raises(StoreError, match="The rows of organisations belong to no incident"):
        exported(store, "parquet", tmp_path / "folder", "claims", "organisations", incident=INCIDENT)
    with pytest.raises(InputError, match=r"there is no folder .*absent. Make it first"):
        exported(store, "csv", tmp_path / "absent" / "a.csv", "claims")
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_comes_between_makes_no_row_twice(tmp_path: Path) -> None:
    path = tmp_path / "comms.db"
    first = Statement(id="a", text="=1", title="=1", issued="2031-01-01")
    with Store.open(path, write=True, compare=cheap_compare) as writer:
        writer.add("one", [first])
    wrote: list[int] = []

    def write_and_disturb(place: Path, relation: Relation, rows: Rows, told: Told) -> int:
        count = write_csv(place, relation, rows, told)
        if not wrote:
            with Store.open(path, write=True, compare=cheap_compare) as writer:
                writer.add("two", [first])
        wrote.append(count)
        return count

    with pytest.MonkeyPatch.context() as patch, Store.open(path, write=False) as reader:
        patch.setattr("comms_tracker.exporting.tables.WRITERS", {Format.CSV: write_and_disturb})
        done = exported(reader, "csv", tmp_path / "s.csv", "statements")
    assert wrote == [1, 2]
    assert done.rows == {"statements": 2}
    assert done.altered[0].endswith("formula: 2 in statements.text, 2 in statements.title.")
    assert len(sheet(tmp_path / "s.csv")) == 2
