"""The page that searches the store, run by Streamlit without a browser."""

from __future__ import annotations

import csv
import html
import io
import json
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from app_samples import HOSTILE, barts_store, hostile_comparison, later_incident, store_with
from app_tester import Opened, button, only_characters, page_html
from sample_comparison import INCIDENT, barts_comparison
from streamlit.testing.v1 import AppTest

from comms_tracker.app.views.search import Run, datasette_lines, hit_view, pandas_lines
from comms_tracker.exporting.formats import Format
from comms_tracker.exporting.hits import hits_file
from comms_tracker.records import FigureKind
from comms_tracker.report.hits import COLUMNS
from comms_tracker.store import Filters, Hit, Search, Store, Within


def hits(store: Path, asked: Search) -> tuple[Hit, ...]:
    with Store.open(store, write=False) as held:
        return held.search(asked).hits


def rows_of(data: bytes, form: Format) -> list[dict[str, Any]]:
    if form is Format.CSV:
        return list(csv.DictReader(io.StringIO(data.decode())))
    if form is Format.JSONL:
        return [json.loads(line) for line in data.decode().splitlines()]
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(data)).to_pylist()
    return rows


def ran(app: AppTest) -> str:
    app.run()
    assert not app.exception
    return page_html(app)


def both(path: Path) -> Path:
    return store_with(path, barts_comparison(), later_incident())


def test_before_anything_is_typed_the_page_says_how_to_type_it(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "search")
    assert "Type some words to begin" in page_html(app)
    assert app.code[0].value == f"comms-tracker export --db {tmp_path}/comms.db --datasette published\n" + (
        "datasette published"
    )


def test_results_stand_in_their_context_with_the_words_marked(tmp_path: Path, opened: Opened) -> None:
    app = opened(both(tmp_path / "comms.db"), "search", search_words="operations cancelled", search_in="Claims")
    page = page_html(app)
    assert '<mark class="ct-found">operations</mark> were <mark class="ct-found">cancelled</mark>' in page
    assert "5 May 2017, Barts Health NHS Trust" in page
    assert "power" not in page
    (query,) = [one.value for one in app.code if one.value.startswith("SELECT")]
    assert '\'"operations" AND "cancelled"\'' in query
    assert "highlight(claims_fts, 0, '[', ']')" in query


def test_a_search_is_narrowed_by_what_the_fields_say(tmp_path: Path, opened: Opened) -> None:
    app = opened(both(tmp_path / "comms.db"), "search", search_words="homes", search_in="Statements")
    assert page_html(app).count('<section class="ct-entry">') == 2
    app.selectbox(key="search_organisation").set_value("Barts Health NHS Trust")
    assert "Nothing was found" in ran(app)
    button(app, "Stop narrowing").click()
    assert ran(app).count('<section class="ct-entry">') == 2
    app.text_input(key="search_since").set_value("2020-01-02")
    assert '900 <mark class="ct-found">homes</mark> are without power' in ran(app)
    app.text_input(key="search_since").set_value("soon")
    assert "“soon” is not a day. Write it like 2017-04-28." in ran(app)


def test_a_search_is_narrowed_by_the_figure_of_a_claim(tmp_path: Path, opened: Opened) -> None:
    app = opened(both(tmp_path / "comms.db"), "search", search_words="operations", search_in="Claims")
    every = page_html(app).count('<section class="ct-entry">')
    app.number_input(key="search_at_least").set_value(100)
    page = ran(app)
    assert 0 < page.count('<section class="ct-entry">') < every
    assert "“136”: read as 136" in page
    assert "a very small number" not in page
    app.selectbox(key="search_kind").set_value("A vague word")
    app.number_input(key="search_at_least").set_value(None)
    assert "“a very small number”: usually read as" in ran(app)
    app.radio(key="search_in").set_value("Statements")
    assert "Figures stand in claims" in ran(app)


def test_nothing_found_is_said_with_what_may_help(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "search", search_words="submarines")
    page = page_html(app)
    assert "No claim and no statement of this store has what you asked for: submarines." in page
    assert "Find by meaning too" in [one.label for one in app.button]
    app.text_input(key="search_words").set_value("-submarines")
    assert "There is no word to look for." in ran(app)


def test_results_are_turned_page_by_page_and_new_words_begin_at_the_first(tmp_path: Path, opened: Opened) -> None:
    store = store_with(tmp_path / "comms.db", *(later_incident(f"storm-{number}") for number in range(12)))
    app = opened(store, "search", search_words="homes", search_in="Statements")
    assert "Results 1 to 20, and more follow" in page_html(app)
    button(app, "Next").click()
    assert "Results 21 to 24, the best first" in ran(app)
    assert app.query_params["search_page"] == "2"
    app.text_input(key="search_words").set_value("power")
    assert "Results 1 to 20, and more follow" in ran(app)
    again = opened(store, "search", search_words="homes", search_in="Statements", search_page="2")
    assert "Results 21 to 24" in page_html(again)
    beyond = opened(store, "search", search_words="homes", search_in="Statements", search_page="7")
    assert "There is no page 7 of this." in page_html(beyond)


def test_without_a_store_the_page_says_how_to_make_one(tmp_path: Path, opened: Opened) -> None:
    assert "Nothing to compare yet" in page_html(opened(tmp_path / "none.db", "search"))


def test_hostile_words_are_only_characters(tmp_path: Path, opened: Opened) -> None:
    store = store_with(tmp_path / "comms.db", hostile_comparison())
    found = opened(store, "search", search_words="homes")
    assert "&lt;script&gt;window.hacked=1&lt;/script&gt;" in page_html(found)
    only_characters(found)
    missed = opened(store, "search", search_words=f"nowhere {HOSTILE}")
    assert html.escape(HOSTILE, quote=True) in page_html(missed)
    only_characters(missed)


def test_a_hit_is_shown_in_runs_that_are_its_whole_text(tmp_path: Path) -> None:
    store = both(tmp_path / "comms.db")
    (hit, *_) = hits(store, Search("900", Within.CLAIMS))
    view = hit_view(hit)
    assert view.runs[0] == Run("900", found=True)
    assert "".join(run.text for run in view.runs) == hit.text
    assert view.about == "2 January 2020, Northern Grid"
    assert view.notes == ("Claim", "“900”: read as 900")


def test_what_stands_around_a_hit_begins_and_ends_with_whole_words(tmp_path: Path) -> None:
    (hit, *_) = hits(both(tmp_path / "comms.db"), Search("900", Within.CLAIMS))
    assert (hit_view(hit).before, hit_view(hit).after) == ("", " homes are without power.")
    many = "and so on " * 12
    view = hit_view(replace(hit, before=f"x{many}"[:120], after=f" {many}"[:120]))
    assert view.before.startswith("… so on and")
    assert view.after.endswith(" and so …")


@pytest.mark.parametrize("form", [Format.CSV, Format.JSONL, Format.PARQUET])
def test_a_file_has_one_row_for_each_result(tmp_path: Path, form: Format) -> None:
    found = hits(both(tmp_path / "comms.db"), Search("900", Within.CLAIMS, filters=Filters(kind=FigureKind.EXACT)))
    (row,) = rows_of(hits_file(found, form), form)
    assert list(row) == list(COLUMNS)
    assert (row["incident"], row["organisation"], row["text"], float(row["low"])) == (
        *("storm-2020", "Northern Grid", "900"),
        900.0,
    )


def test_what_is_given_for_pandas_runs_and_finds_the_same(tmp_path: Path) -> None:
    store = both(tmp_path / "it's a store.db")
    with Store.open(store, write=False) as held:
        found = held.search(Search("operations", Within.CLAIMS, filters=Filters(organisation="O\"'\\n")))
        told = held.search(Search("operations", Within.CLAIMS, filters=Filters(incident=INCIDENT)))
    script = tmp_path / "asked.py"
    for queries, count in ((found.sql, 0), (told.sql, len(told.hits))):
        script.write_text(pandas_lines(store, queries), encoding="utf-8")
        assert len(runpy.run_path(str(script))["found"]) == count
    assert told.hits
    script.write_text(pandas_lines(store, ()), encoding="utf-8")
    assert "what_changed" in runpy.run_path(str(script))["found"].columns
    assert datasette_lines(Path("a b.db")).splitlines()[0] == (
        "comms-tracker export --db 'a b.db' --datasette published"
    )
