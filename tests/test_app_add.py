"""The page that adds statements: what it finds, what a person makes of it, and what is saved."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from app_samples import HOSTILE, hostile_comparison, store_with
from app_tester import Opened, button, only_characters, page_html
from streamlit.testing.v1 import AppTest

from comms_tracker.app import saving
from comms_tracker.app.texts import Pasted, read_texts
from comms_tracker.app.views.proposed import check_ids, edited, proposed
from comms_tracker.app.words import add as words
from comms_tracker.errors import InputError
from comms_tracker.reading.how_to_read import Way
from comms_tracker.records import Origin
from comms_tracker.store import Store

TEXT = "A burst main left 12 homes without water."
ARTICLE = (
    "Thousands are dry after burst\n\nA burst main cut off part of the town.\n\n"
    "“Some 450 homes are without water,” said Harbour Water in a statement on Friday.\n\n"
    "“Bottled water has been handed out,” Harbour Water's spokeswoman, Ann Reed, said on Saturday.\n\n"
    "Residents were angry, and shops were closed.\n"
)


def read(app: AppTest, text: str = TEXT) -> AppTest:
    app.text_area(key="add_text").set_value(text)
    button(app, "Show what is found").click().run()
    assert not app.exception
    return app


def field(app: AppTest, name: str, place: int = 0, preview: int = 1) -> object:
    return app.text_input(key=f"add_{preview}_{place}_{name}")


def test_a_pasted_statement_is_shown_edited_and_saved(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "comms.db"
    app = read(opened(path, "add"))
    assert not path.exists()
    assert app.text_area(key="add_1_0_text").value == TEXT
    assert list(words.FIELDS) == [
        key.rpartition("_")[2] for key in (one.key for one in app.text_input) if "_1_0_" in key
    ]
    button(app, "Save to the store").click().run()
    assert "Statement 1: date not given names no incident." in page_html(app)
    for name, value in (("incident", "main-2033"), ("id", "first"), ("issued", "2033-06-02"), ("source", "A letter")):
        field(app, name).set_value(value)
    app.text_area(key="add_1_0_text").set_value(f"{TEXT} We are sorry.")
    button(app, "Save to the store").click().run()
    assert not app.exception
    assert "main-2033: added first." in page_html(app)
    with Store.open(path, write=False) as store:
        (kept,) = store.statements("main-2033")
        (source,) = store.sources("main-2033", "first")
    assert (kept.text, kept.issued, kept.source) == (f"{TEXT} We are sorry.", "2033-06-02", "A letter")
    assert source.data == TEXT.encode()


def test_what_the_store_holds_already_is_said(tmp_path: Path, opened: Opened) -> None:
    app = read(opened(tmp_path / "comms.db", "add"), f"---\nid: a\nincident: i\nissued: 2033-06-02\n---\n\n{TEXT}")
    button(app, "Save to the store").click().run()
    for text, said in ((TEXT, "i: already there, and nothing changed: a."), (f"{TEXT} Sorry.", "i: other words under")):
        read(app, f"---\nid: a\nincident: i\nissued: 2033-06-02\n---\n\n{text}")
        button(app, "Save to the store").click().run()
        assert said in page_html(app)


def test_an_article_gives_the_statements_that_it_quotes(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "comms.db", "add")
    app.radio[0].set_value("Articles that quote statements")
    app.text_input(key="add_issued").set_value("2033-06-05")
    read(app, ARTICLE)
    page = page_html(app)
    assert '<h2 class="ct-section">Found <span class="ct-count">2</span></h2>' in page
    assert app.text_area(key="add_1_0_text").value == "Some 450 homes are without water,"
    assert field(app, "organisation").value == "Harbour Water"
    assert field(app, "issued").value == "2033-06-03"
    assert "The article dates it by “Friday”." in page
    app.checkbox[1].uncheck()
    field(app, "incident").set_value("main-2033")
    button(app, "Save to the store").click().run()
    with Store.open(tmp_path / "comms.db", write=False) as store:
        (kept,) = store.statements("main-2033")
    assert isinstance(kept.derived_from, Origin)
    assert ARTICLE[kept.derived_from.start : kept.derived_from.end] == kept.text == "Some 450 homes are without water,"


def test_an_article_in_which_nobody_speaks_says_what_to_do(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "comms.db", "add")
    app.radio[0].set_value("Articles that quote statements")
    assert "No organisation speaks in Text 1. If it is a statement itself, choose" in page_html(read(app))


def test_nothing_given_and_nothing_chosen_are_said(tmp_path: Path, opened: Opened) -> None:
    app = read(opened(tmp_path / "comms.db", "add"), " ")
    assert "There is nothing to read yet. Paste a text, drop a file or give an address." in page_html(app)
    read(app)
    app.checkbox[0].uncheck()
    button(app, "Save to the store").click().run()
    assert "No statement is chosen. Tick at least one, or leave it." in page_html(app)
    button(app, "Leave it").click().run()
    assert not app.checkbox


def test_files_give_one_statement_each_with_what_was_taken_from_them(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "comms.db", "add")
    rows = b'{"id": "a", "text": "12 homes."}\n{"id": "b", "text": "450 homes."}\n'
    app.file_uploader[0].set_value([("rows.jsonl", rows, "text/plain")])
    read(app, "")
    assert [field(app, "id", place).value for place in (0, 1)] == ["a", "b"]


def test_hostile_texts_and_incidents_are_only_characters(tmp_path: Path, opened: Opened) -> None:
    app = opened(store_with(tmp_path / "comms.db", hostile_comparison()), "add")
    app.selectbox(key="add_incident").select_index(0)
    app.text_input(key="add_issued").set_value("<script>")
    page = page_html(read(app, HOSTILE))
    assert "&lt;script&gt;" in page
    app.text_input(key="add_issued").set_value("2033-06-02")
    page = page_html(read(app, f"---\nid: one\ntitle: '{HOSTILE}'\n---\n\n{HOSTILE}"))
    assert field(app, "incident").value == HOSTILE
    saved = page_html(button(app, "Save to the store").click().run())
    assert f"{html.escape(HOSTILE, quote=True)}: other words under" in saved
    only_characters(app)


def test_cancelling_while_it_is_read_or_compared_stores_nothing(tmp_path: Path) -> None:
    (one,) = proposed(read_texts([Pasted(TEXT)], [], incident="main-2033"), Way.STATEMENT)
    told: list[tuple[int, int]] = []

    def tell(number: int, every: int) -> None:
        told.append((number, every))
        if number == every:
            assert run.cancel()

    run = saving.Saving(tell)

    path = tmp_path / "comms.db"
    with pytest.raises(saving.CancelledError):
        saving.add(path, [one.statement], [one.provenance], run)
    assert told == [(0, 1), (1, 1)]
    with Store.open(path, write=False) as store:
        assert store.incidents() == ()


def test_a_click_that_comes_too_late_is_told_so() -> None:
    run = saving.Saving(lambda _, __: None)
    run.begin_writing()
    assert not run.cancel()
    run.end_writing()
    assert run.cancel()
    with pytest.raises(saving.CancelledError):
        run.begin_writing()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"incident": " "}, "The one names no incident."),
        ({"id": ""}, "The one has no id."),
        ({"issued": "June"}, "The one: issued is 'June', which is not a date that can be read."),
    ],
)
def test_a_field_that_cannot_be_saved_is_named(change: dict[str, str], said: str) -> None:
    (one,) = proposed(read_texts([Pasted(TEXT)], [], incident="main-2033"), Way.STATEMENT)
    with pytest.raises(InputError) as refused:
        edited(one, TEXT, one.fields | change, "The one")
    assert str(refused.value).startswith(said)


def test_two_statements_with_one_id_are_refused() -> None:
    (one,) = proposed(read_texts([Pasted(TEXT)], [], incident="main-2033"), Way.STATEMENT)
    with pytest.raises(InputError, match="Two statements of main-2033 have the id text-1"):
        check_ids([one, one])
