"""The page of one change, run by Streamlit without a browser."""

from __future__ import annotations

import html
from pathlib import Path

from app_samples import HOSTILE, barts_store, hostile_comparison, store_with
from app_tester import Opened, button, only_characters, page_html
from cli_runner import ran
from sample_comparison import ADDED, DROPPED, FIRST, INCIDENT, QUANTIFIED, SECOND

from comms_tracker.app import deciding
from comms_tracker.decisions import Verb
from comms_tracker.records import ReviewStatus
from comms_tracker.store import Store


def test_it_opens_the_change_of_its_address_with_both_wordings_and_the_limits_that_are_gone(
    tmp_path: Path, opened: Opened
) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "change", incident=INCIDENT, change=QUANTIFIED.id)
    page = page_html(app)
    assert '<h1 class="ct-title">Cancelled operations: from “a very small number” to 136</h1>' in page
    for words in (
        html.escape(QUANTIFIED.explanation, quote=True),
        "<dt>Limit no longer there</dt><dd>“elective” and “those that relied on images”</dd>",
        "Very likely the same measure (93 in 100)",
        "Both speak of cancelled operations",
        "The earlier one counts only elective operations that relied on images",
        "The later statement does not mention the change",
        "Proposed by the program",
    ):
        assert words in page
    assert app.query_params == {"incident": INCIDENT, "change": QUANTIFIED.id}


def test_it_offers_a_citation_with_the_link_and_questions_to_copy(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "change", incident=INCIDENT, change=QUANTIFIED.id)
    citation, questions = (code.value for code in app.code)
    assert citation.endswith(f"/change?incident={INCIDENT}&change={QUANTIFIED.id}&earlier={FIRST.id}&later={SECOND.id}")
    assert "proposed by the program" in citation
    assert "Which operations does “136” cover?" in questions


def test_without_a_change_in_the_address_it_opens_the_main_one(tmp_path: Path, opened: Opened) -> None:
    page = page_html(opened(barts_store(tmp_path / "comms.db"), "change", incident=INCIDENT, change="ch-gone"))
    assert "The link asks for a change that this store no longer holds" in page
    assert "Cancelled operations: from “a very small number” to 136" in page


def test_a_link_to_a_change_that_is_gone_opens_what_changed_between_its_two_statements(
    tmp_path: Path, opened: Opened
) -> None:
    store = barts_store(tmp_path / "comms.db")
    stale = {"incident": INCIDENT, "change": "ch-gone", "earlier": FIRST.id, "later": SECOND.id}
    app = opened(store, "change", **stale)
    assert "This is the first change between the same two statements." in page_html(app)
    assert "Cancelled operations: from “a very small number” to 136" in page_html(app)
    assert app.query_params == {**stale, "change": QUANTIFIED.id}


def test_a_claim_with_no_counterpart_says_so_plainly(tmp_path: Path, opened: Opened) -> None:
    store = barts_store(tmp_path / "comms.db")
    added = page_html(opened(store, "change", incident=INCIDENT, change=ADDED.id))
    dropped = page_html(opened(store, "change", incident=INCIDENT, change=DROPPED.id))
    assert "Found in no earlier statement." in added
    assert "Not found in the next statement." in dropped


def test_a_decision_needs_a_name(tmp_path: Path, opened: Opened) -> None:
    store = barts_store(tmp_path / "comms.db")
    before = store.read_bytes()
    app = opened(store, "change", incident=INCIDENT, change=QUANTIFIED.id)
    button(app, "It is this change").click().run()
    assert "Give your name first: a decision is kept with it." in page_html(app)
    assert store.read_bytes() == before


def test_a_person_confirms_a_change_and_takes_it_back(tmp_path: Path, opened: Opened) -> None:
    store = tmp_path / "comms.db"
    ran("add", Path(__file__).parent.parent / "corpora" / "barts-2017", "--db", store)
    app = opened(store, "change", incident=INCIDENT)
    app.text_input(key=deciding.NAME).input("Ann Lee").run()
    next(each for each in app.text_input if each.label == "Note (optional)").input("as on the call").run()
    button(app, "It is this change").click().run(timeout=120)
    assert "Accepted by a person" in page_html(app)
    assert "Confirmed by Ann Lee on " in page_html(app)
    assert "(“as on the call”)" in page_html(app)
    with Store.open(store, write=False) as looking:
        assert [each.verb for each in looking.decisions(INCIDENT)] == [Verb.CONFIRM]
        assert looking.comparison(INCIDENT).changes[0].status is ReviewStatus.ACCEPTED
    button(app, "Undo").click().run(timeout=120)
    assert "Proposed by the program" in page_html(app)
    assert "Confirmed by Ann Lee" not in page_html(app)


def test_hostile_text_stays_text_on_it(tmp_path: Path, opened: Opened) -> None:
    app = opened(store_with(tmp_path / "comms.db", hostile_comparison()), "change")
    assert html.escape(HOSTILE, quote=True) in page_html(app)
    only_characters(app)
