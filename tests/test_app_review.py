"""The page on which a person reviews: what waits, what is decided, and how readings are mended."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from app_samples import HOSTILE, hostile_comparison, store_with
from app_tester import Opened, button, only_characters, page_html
from sample_comparison import (
    ADDED,
    DROPPED,
    FINDING,
    FIRST,
    POSSIBLE,
    QUANTIFIED,
    RESTORED_NEWS,
    SECOND,
    barts_comparison,
)
from streamlit.testing.v1 import AppTest

from comms_tracker.app.components.reading import Picked, read_pick
from comms_tracker.app.pages.review import _pick
from comms_tracker.app.views.review import claims_of, facts, marked, spoken, unseen, waiting
from comms_tracker.records import ReviewStatus, Statement
from comms_tracker.store import Store

SMALL = "to cancel a very small number of elective operations, those that relied on images"


def reviewing(opened: Opened, store: Path, part: str = "Changes") -> AppTest:
    app = opened(store, "review", review_part=part)
    app.text_input(key="decider_name").set_value("Ann Lee").run()
    assert not app.exception
    return app


def click(app: AppTest, label: str) -> str:
    button(app, label).click().run()
    assert not app.exception
    return page_html(app)


def test_what_waits_is_what_nobody_decided_links_first() -> None:
    case = barts_comparison()
    assert waiting(case) == (QUANTIFIED, POSSIBLE, ADDED, RESTORED_NEWS, DROPPED)
    decided = {ADDED: ReviewStatus.ACCEPTED, POSSIBLE: ReviewStatus.REJECTED, DROPPED: ReviewStatus.CORRECTED}
    changes = tuple(replace(one, status=decided.get(one, one.status)) for one in case.changes)
    assert waiting(replace(case, changes=changes)) == (QUANTIFIED, RESTORED_NEWS)
    assert unseen(case) == (FINDING,)
    assert unseen(replace(case, findings=(replace(FINDING, seen=True),))) == ()


def test_a_change_is_confirmed_with_a_name_and_undone(own_store: Path, opened: Opened) -> None:
    app = opened(own_store, "review")
    assert "1 of 8 to review" in page_html(app)
    assert len(re.findall(r"Very likely the same measure \(\d+ in 100\)", page_html(app))) == 1
    assert "Give your name first: a decision is kept with it." in click(app, "It is this change")
    app.text_input(key="decider_name").set_value("Ann Lee").run()
    page = click(app, "It is this change")
    assert "1 of 7 to review" in page
    assert f"From “{SMALL}” to “" in page
    assert "confirmed by Ann Lee on" in page
    with Store.open(own_store, write=False) as store:
        statuses = [one.status for one in store.comparison("barts-2017").changes]
    assert statuses.count(ReviewStatus.ACCEPTED) == 1
    page = click(app, "Undo the last decision")
    assert "1 of 8 to review" in page
    assert "Nobody has decided anything about this incident yet." in page


def test_next_and_previous_walk_and_a_rejected_one_gives_its_place_to_the_next(own_store: Path, opened: Opened) -> None:
    app = reviewing(opened, own_store)
    assert "2 of 8 to review" in click(app, "Next")
    second = page_html(app).partition('ct-entry-title">')[2].partition("<")[0]
    page = click(app, "It is not this change")
    assert "2 of 7 to review" in page
    assert second not in page.partition("Decided so far")[0]
    assert "1 of 7 to review" in click(app, "Previous")


def test_a_finding_is_looked_at(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "comms.db"
    text = "In all, 90 homes were flooded: 40 homes were flooded in Ash and 60 homes were flooded in Elm."
    with Store.open(path, write=True) as store:
        store.add("flood", [Statement("a", text, "Vale Council", "2033-06-01", incident="flood")])
        (finding,) = store.comparison("flood").findings
    app = reviewing(opened, path, "Findings")
    assert "1 of 1 to review" in page_html(app)
    assert finding.explanation in html.unescape(page_html(app))
    assert "1 of 1 to review" not in click(app, "I have looked at it")
    with Store.open(path, write=False) as store:
        assert store.comparison("flood").findings == (replace(finding, seen=True),)
    assert "of 1 to review" not in page_html(reviewing(opened, path, "Readings"))


def test_a_figure_is_corrected_and_a_claim_dismissed(own_store: Path, opened: Opened) -> None:
    app = reviewing(opened, own_store, "Readings")
    claims = app.selectbox(key="review_claim")
    assert claims.value is None
    claims.select_index(0).run()
    page = page_html(app)
    assert ">operation</td>" in page
    assert "Say how the figure is to be read, or which words give it." in click(app, "Correct the figure")
    (value,) = [one for one in app.text_input if one.label == "Read the figure as"]
    value.set_value("some or other")
    assert "be read as one figure. Write it as a text would" in html.unescape(click(app, "Correct the figure"))
    (value,) = [one for one in app.text_input if one.label == "Read the figure as"]
    value.set_value("136")
    assert "“a very small number” is read as “136”: corrected by Ann Lee on" in click(app, "Correct the figure")
    app.selectbox(key="review_claim").select_index(1).run()
    assert "dismissed by Ann Lee on" in click(app, "It is no claim")
    with Store.open(own_store, write=False) as store:
        after = store.comparison("barts-2017")
    assert [claim.figure.low for claim in after.claims if claim.figure and claim.text == SMALL] == [136]
    assert "Some patients" not in " ".join(claim.text for claim in after.claims)


def test_a_missed_claim_is_added_from_its_words(own_store: Path, opened: Opened) -> None:
    app = reviewing(opened, own_store, "Readings")
    assert "Say which words make the claim" in click(app, "Add the claim")
    app.text_input(key="review_words").set_value("our")
    assert "These words stand in the statement" in click(app, "Add the claim")
    app.text_input(key="review_words").set_value("nowhere at all")
    assert "does not stand in 2017-04-28-first-statement" in click(app, "Add the claim")
    words = "our teams are following contingency plans"
    app.text_input(key="review_words").set_value(words)
    assert f"“{words}” was added by Ann Lee on" in click(app, "Add the claim")
    with Store.open(own_store, write=False) as store:
        assert words in [claim.text for claim in store.comparison("barts-2017").claims]


def test_two_claims_that_the_program_kept_apart_are_linked(own_store: Path, opened: Opened) -> None:
    app = reviewing(opened, own_store, "Readings")
    app.selectbox(key="review_claim").select_index(1).run()
    assert "Choose the claim that it is about the same thing as." in click(app, "Link the two")
    (same,) = [one for one in app.selectbox if one.label == "It is about the same thing as"]
    wanted = next(option for option in same.options if "Several hundred" in option)
    assert wanted.startswith("5 May 2017: “Several hundred")
    same.select(next(one for one in claim_ids(own_store) if "Several hundred" in claim_ids(own_store)[one])).run()
    assert "linked by Ann Lee on" in click(app, "Link the two")


def claim_ids(path: Path) -> dict[str, str]:
    with Store.open(path, write=False) as store:
        return {claim.id: claim.text for claim in store.comparison("barts-2017").claims}


def test_words_taken_in_the_text_say_which_of_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr("comms_tracker.app.pages.review.st.session_state", state)
    at = FIRST.text.rindex("our")
    _pick(Picked(words=(at, at + 3)), FIRST, {})
    assert state == {"review_words": "our", "review_taken": (at, at + 3)}
    _pick(Picked(words=(0, 10_000)), FIRST, {})
    _pick(Picked(claim="unknown"), FIRST, {"c": ""})
    assert state == {"review_words": "our", "review_taken": (at, at + 3)}


@pytest.mark.parametrize(
    ("sent", "picked"),
    [
        ({"claim": "c-1"}, Picked(claim="c-1")),
        ({"start": 3, "end": 9}, Picked(words=(3, 9))),
        ({"start": 9, "end": 3}, Picked()),
        ({"start": -1, "end": 3}, Picked()),
        ({"start": "0", "end": "3"}, Picked()),
        ("c-1", Picked()),
        (None, Picked()),
    ],
)
def test_only_what_our_script_sends_is_taken(sent: object, picked: Picked) -> None:
    assert read_pick(sent) == picked


def test_the_text_of_a_reading_joins_up_and_each_claim_has_a_line() -> None:
    case = barts_comparison()
    assert "".join(segment.text for segment in marked(case, SECOND)) == SECOND.text
    lines = claims_of(case, SECOND.id)
    assert list(lines) == [claim.id for claim in case.claims if claim.statement == SECOND.id]
    assert lines[case.claims[4].id] == "“136 operations were cancelled”"
    assert facts(case.claims[4]) == [
        ("Figure", "136"),
        ("Read as", "136"),
        ("What is counted", "operation"),
        ("What happened", "cancel"),
        ("Stance", "said to be so"),
        ("Firmness", "stated outright"),
    ]


def test_messages_for_the_command_line_are_told_in_the_words_of_the_page() -> None:
    told = spoken("Say how the figure is to be read with --value, which words give it with --figure, or --no-figure.")
    assert told == (
        "Say how the figure is to be read in the field “Read the figure as”, which words give it in the field for the "
        "words of the figure, or that it gives none."
    )


@pytest.mark.parametrize("part", ["Changes", "Findings", "Readings"])
def test_hostile_text_is_only_characters(tmp_path: Path, opened: Opened, part: str) -> None:
    app = reviewing(opened, store_with(tmp_path / "comms.db", hostile_comparison()), part)
    assert html.escape(HOSTILE, quote=True) in page_html(app)
    only_characters(app)
