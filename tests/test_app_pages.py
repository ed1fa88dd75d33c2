"""The pages, run by Streamlit without a browser."""

from __future__ import annotations

import html
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from app_samples import HOSTILE, barts_store, hostile_comparison, later_incident, store_with
from app_tester import Opened, button, only_characters, page_html
from sample_comparison import INCIDENT, QUANTIFIED, UNCHANGED, barts_comparison, one_statement_comparison

from comms_tracker.app.serving import on_script_error
from comms_tracker.records import ReviewStatus


def test_what_a_person_rejected_is_folded_away_and_never_opened_on(tmp_path: Path, opened: Opened) -> None:
    case = barts_comparison()
    rejected = replace(QUANTIFIED, status=ReviewStatus.REJECTED)
    changes = (*(change for change in case.changes if change is not QUANTIFIED), rejected)
    app = opened(store_with(tmp_path / "comms.db", replace(case, changes=changes)), "incident")
    assert "1 change that a person rejected" in [each.label for each in app.expander]
    assert "a very small number” to 136" not in page_html(app).partition("</h1>")[0]


def test_the_first_page_opens_on_the_headline_with_both_wordings(tmp_path: Path, opened: Opened) -> None:
    page = page_html(opened(barts_store(tmp_path / "comms.db")))
    assert '<h1 class="ct-title">Cancelled operations: from “a very small number” to 136</h1>' in page
    assert (
        '<mark class="ct-mark ct-mark-earlier">cancel <strong class="ct-figure">a very small number</strong> of '
        "elective operations, those that relied on images</mark><wbr>"
        '<span class="ct-tag ct-tag-earlier">earlier wording</span>'
    ) in page
    assert '<strong class="ct-figure">136</strong> operations were cancelled</mark>' in page
    for words in (
        html.escape(QUANTIFIED.explanation, quote=True),
        "28 April 2017",
        "5 May 2017",
        "Barts Health NHS Trust, press statement",
        "Recast from public reports of April 2017",
        "Proposed by the program",
    ):
        assert words in page


def test_the_picture_has_its_words_and_its_table(tmp_path: Path, opened: Opened) -> None:
    page = page_html(opened(barts_store(tmp_path / "comms.db")))
    assert (
        'aria-label="Cancelled operations. 28 April 2017: a very small number, usually read as 3 to 8, or as 1 to 5 '
        'per cent of the whole; 5 May 2017: 136. Counts something else from here on."'
    ) in page
    assert "A band is what readers usually take a vague word to mean" in page
    assert "<caption>The same as a table</caption>" in page


def test_the_address_says_what_is_shown(tmp_path: Path, opened: Opened) -> None:
    assert opened(barts_store(tmp_path / "comms.db"), "incident").query_params == {"incident": INCIDENT}


def test_the_list_of_incidents_gives_both_wordings_of_each(tmp_path: Path, opened: Opened) -> None:
    app = opened(store_with(tmp_path / "comms.db", barts_comparison(), later_incident()))
    top, _, others = page_html(app).partition("Other incidents")
    assert '<h1 class="ct-title">Homes: from 8 to 900</h1>' in top
    for words in (
        "Barts Health NHS Trust, barts-2017, 5 May 2017",
        "a very small number",
        "136",
        "Proposed by the program",
    ):
        assert words in others


def test_more_incidents_are_listed_when_they_are_asked_for(tmp_path: Path, opened: Opened) -> None:
    app = opened(store_with(tmp_path / "comms.db", *(later_incident(f"storm-{number}") for number in range(13))))
    assert page_html(app).count('<section class="ct-entry ct-entry-incident">') == 10
    button(app, "Show more incidents").click().run()
    assert page_html(app).count('<section class="ct-entry ct-entry-incident">') == 12
    assert "Show more incidents" not in [one.label for one in app.button]


def test_a_stale_link_opens_what_there_is_and_says_so(tmp_path: Path, opened: Opened) -> None:
    store = barts_store(tmp_path / "comms.db")
    page = page_html(opened(store, "incident", incident="gone", change="ch-gone"))
    assert (
        '<p class="ct-aside" role="status">The link asks for the incident “gone”, which this store does not hold. '
        "This is barts-2017.</p>"
    ) in page
    app = opened(store, "incident", incident=INCIDENT, change="ch-gone")
    assert "The link asks for a change that this store no longer holds" in page_html(app)
    assert app.query_params == {"incident": INCIDENT}


def test_another_incident_can_be_chosen(tmp_path: Path, opened: Opened) -> None:
    app = opened(store_with(tmp_path / "comms.db", barts_comparison(), later_incident()), "incident")
    assert '<h1 class="ct-title">Homes: from 8 to 900</h1>' in page_html(app)
    choice = app.selectbox[0]
    assert choice.label == "Incident"
    assert choice.options == [
        "Northern Grid, storm-2020, 2 January 2020",
        "Barts Health NHS Trust, barts-2017, 5 May 2017",
    ]
    choice.select(INCIDENT).run()
    assert "Cancelled operations: from “a very small number” to 136" in page_html(app)
    assert app.query_params == {"incident": INCIDENT}


def test_unchanged_claims_are_counted_and_folded_away(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "incident")
    assert [fold.label for fold in app.expander] == [
        "The same as a table",
        "1 claim is unchanged, or worded differently",
    ]
    (folded,) = app.expander[1].get("html")
    assert html.escape(UNCHANGED.explanation, quote=True) in folded.proto.body


def test_no_change_is_said_as_plainly_as_a_change(tmp_path: Path, opened: Opened) -> None:
    same = replace(barts_comparison(), changes=(UNCHANGED,), findings=())
    page = page_html(opened(store_with(tmp_path / "comms.db", same)))
    assert '<h1 class="ct-title">No change between these statements</h1>' in page
    assert "No change: the statements agree on everything that could be compared." in page


def test_one_statement_shows_what_it_claims_and_what_to_do(tmp_path: Path, opened: Opened) -> None:
    store = store_with(tmp_path / "comms.db", one_statement_comparison())
    app = opened(store)
    assert '<h1 class="ct-title">One statement so far</h1>' in page_html(app)
    assert [code.value for code in app.code] == [f"comms-tracker add FOLDER --db {store}"]
    assert "a very small number" in page_html(app)


def test_an_empty_store_says_what_to_do(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "none.db")
    assert '<h1 class="ct-title">Nothing to compare yet</h1>' in page_html(app)
    assert f"<code>comms-tracker add FOLDER --db {tmp_path / 'none.db'}</code>" in page_html(app)
    assert [one.label for one in app.button] == ["Try again"]


def test_a_store_that_vanishes_is_said_and_one_that_returns_is_shown(tmp_path: Path, opened: Opened) -> None:
    store = barts_store(tmp_path / "comms.db")
    app = opened(store)
    away = store.rename(tmp_path / "away.db")
    app.run()
    assert not app.exception
    assert "There is no store at" in page_html(app)
    away.rename(store)
    app.button[0].click().run()
    assert "Cancelled operations" in page_html(app)


def test_a_store_that_another_program_is_writing_to_is_still_shown(tmp_path: Path, opened: Opened) -> None:
    store = barts_store(tmp_path / "comms.db")
    with closing(sqlite3.connect(store)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        page = page_html(opened(store))
    assert "Cancelled operations: from “a very small number” to 136" in page


def test_a_decision_in_a_locked_store_is_refused_in_one_sentence_and_can_be_made_again(
    tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comms_tracker.store.opening.BUSY_TIMEOUT_S", 0.1)
    store = barts_store(tmp_path / "comms.db")
    app = opened(store, "change", incident=INCIDENT)
    app.text_input(key="decider_name").input("Ann Lee").run()
    with closing(sqlite3.connect(store)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        button(app, "It is this change").click().run(timeout=60)
    assert not app.exception
    assert (
        f'<p class="ct-aside" role="status">Cannot use {store}: another program has been writing to it for 0.1 s. '
        "Try again.</p>"
    ) in page_html(app)
    assert "Proposed by the program" in page_html(app)


def test_an_answer_to_a_click_that_fails_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("comms_tracker.app.frame.show_failure", lambda: shown.append("said"))
    assert on_script_error(RuntimeError("secret words of a statement")) is True
    assert shown == ["said"]


def test_a_page_that_fails_says_one_sentence_and_no_traceback(
    tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret words of a statement")

    monkeypatch.setattr("comms_tracker.app.pages.home.incident_view", fail)
    page = page_html(opened(barts_store(tmp_path / "comms.db")))
    assert '<h1 class="ct-title">This page could not be shown</h1>' in page
    assert "secret" not in page
    assert "Traceback" not in page


def test_the_method_page_needs_no_store(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "none.db", "method")
    for words in ("a couple, a couple of, couple of", "zonination/perceptions", "What it cannot do", "Now a number"):
        assert words in page_html(app)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("page", ["", "incident", "statements"])
def test_hostile_text_is_escaped_wherever_it_stands(tmp_path: Path, page: str, opened: Opened) -> None:
    store = store_with(tmp_path / "comms.db", hostile_comparison())
    app = opened(store, page)
    assert html.escape(HOSTILE[:40], quote=True) in page_html(app)
    only_characters(app)


def test_looking_at_every_page_loads_no_model(tmp_path: Path, root: Path) -> None:
    store = barts_store(tmp_path / "comms.db")
    script = f"""
import json, sys
sys.argv = ["script.py", "--db", {str(store)!r}]
from app_tester import open_page
from comms_tracker.app.navigation import ENTRIES
for entry in ENTRIES:
    open_page(entry.place, {{}})
print(json.dumps([name for name in ("spacy", "torch", "sentence_transformers", "scipy") if name in sys.modules]))
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root, env=environment
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
