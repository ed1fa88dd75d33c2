"""The page that takes an article apart, run by Streamlit without a browser."""

from __future__ import annotations

import hashlib
import html
import logging
from pathlib import Path

import pytest
from app_samples import HOSTILE, barts_store
from app_tester import Opened, only_characters, page_html
from remembered import NONCE, remembering
from sample_comparison import INCIDENT, ORGANISATION, barts_comparison
from streamlit.testing.v1 import AppTest

from comms_tracker.app.texts import Pasted, read_texts
from comms_tracker.app.views.article import article_view
from comms_tracker.errors import InputError

ARTICLE = f"""{NONCE} told nobody

{ORGANISATION} said yesterday: “163 operations were cancelled.” It added that surgeons had worked late.

{NONCE} lives nearby."""


def read(app: AppTest, text: str, issued: str = "", against: str | None = None) -> str:
    app.text_area(key="article_text").set_value(text)
    app.text_input(key="article_issued").set_value(issued)
    app.selectbox(key="article_against").set_value(against)
    app.button[0].click()
    app.run()
    assert not app.exception
    return page_html(app)


def test_an_article_is_taken_apart_and_its_quotation_stands_beside_the_statement(
    tmp_path: Path, opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    store = barts_store(tmp_path / "comms.db")
    before = {one.name: hashlib.sha256(one.read_bytes()).digest() for one in tmp_path.iterdir()}
    app = opened(store, "article")
    assert "What is found in the article stands here" in page_html(app)
    with caplog.at_level(logging.DEBUG):
        page = read(app, ARTICLE, "2017-05-06", INCIDENT)
    assert f'<h3 class="ct-entry-title">{ORGANISATION}</h3>' in page
    assert "5 May 2017 (“yesterday”)" in page
    assert '<ins class="ct-edit">163</ins> operations were cancelled' in page
    assert '<del class="ct-edit">136</del> operations were cancelled' in page
    assert "replaced: “136” as “163” (touches a figure)" in page
    assert "Look at this one" in page
    for words in ("Quoted", "Reported", "The outlet", "surgeons had worked late"):
        assert words in page
    assert app.query_params == {}
    assert NONCE not in caplog.text
    assert {one.name: hashlib.sha256(one.read_bytes()).digest() for one in tmp_path.iterdir()} == before
    assert NONCE not in page_html(opened(store, "article"))
    assert remembering() == []


def test_without_an_incident_the_article_is_read_and_its_quotations_wait(tmp_path: Path, opened: Opened) -> None:
    page = read(opened(tmp_path / "none.db", "article"), ARTICLE)
    assert f'<h3 class="ct-entry-title">{ORGANISATION}</h3>' in page
    assert "Choose an incident above and read the article again" in page


def test_nothing_to_read_and_hostile_text_are_taken_as_they_are(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "article")
    assert html.escape("There is no article yet.") in read(app, "")
    page = read(app, f"{ORGANISATION} said: “{HOSTILE}”\n\n{HOSTILE}", "2017-05-06", INCIDENT)
    assert "&lt;script&gt;window.hacked=1&lt;/script&gt;" in page
    assert "All quotations (1)" in [each.label for each in app.expander]
    only_characters(app)


def test_one_article_is_read_at_a_time() -> None:
    two = read_texts([Pasted("One said so."), Pasted("Two said so.")], [])
    with pytest.raises(InputError, match="one article at a time: 2 texts"):
        article_view(two, barts_comparison().statements)
