"""The page that compares texts without a store: what it takes, what it shows, and what saving them stores."""

from __future__ import annotations

import hashlib
import html
import json
from pathlib import Path

import pytest
from app_samples import HOSTILE, barts_store
from app_tester import Opened, button, only_characters, page_html
from streamlit.testing.v1 import AppTest

from comms_tracker.app import intake
from comms_tracker.app.texts import Pasted, read_texts
from comms_tracker.comparison import compare
from comms_tracker.errors import InputError
from comms_tracker.fetching import Fetched
from comms_tracker.records import ChangeKind
from comms_tracker.store import Store

FIRST = "A small fault closed 3 stations. No passengers were injured."
SECOND = "The fault closed 41 stations. Two passengers were injured."


def compared(app: AppTest, first: str = FIRST, second: str = SECOND) -> AppTest:
    app.text_area(key="compare_text_0").set_value(first)
    app.text_area(key="compare_text_1").set_value(second)
    button(app, "Compare").click().run()
    assert not app.exception
    return app


def test_two_texts_are_compared_without_a_store(tmp_path: Path, opened: Opened) -> None:
    app = compared(opened(tmp_path / "none.db", "compare"))
    page = page_html(app)
    assert '<h1 class="ct-title">Compare texts</h1>' in page
    assert '<h2 class="ct-section">Closed stations: from 3 to 41</h2>' in page
    assert "Proposed by the program" in page
    assert '<strong class="ct-figure">41</strong>' in page
    assert app.query_params == {}
    assert list(tmp_path.iterdir()) == []
    assert app.expander[0].label == "The texts"
    assert not app.expander[0].proto.expanded
    assert FIRST not in page_html(opened(tmp_path / "none.db", "compare"))


def test_another_change_is_opened_in_its_place(tmp_path: Path, opened: Opened) -> None:
    app = compared(opened(tmp_path / "none.db", "compare"))
    button(app, "Show this change").click().run()
    page = page_html(app)
    assert '<h2 class="ct-section">Injured passengers: from none to two</h2>' in page
    assert "Closed stations: from 3 to 41</h" in page.partition("Injured passengers")[2]


def test_dated_texts_come_with_questions_to_the_organisation(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "none.db", "compare")
    app.text_input(key="compare_date_0").set_value("2030-02-01")
    app.text_input(key="compare_date_1").set_value("2030-02-08")
    (asked,) = compared(app).code
    assert "On 1 February 2030 you said: “A small fault closed 3 stations”." in asked.value
    assert "Over time" in page_html(app)


def test_no_change_is_said_as_plainly_as_a_change(tmp_path: Path, opened: Opened) -> None:
    page = page_html(compared(opened(tmp_path / "none.db", "compare"), FIRST, FIRST))
    assert '<h2 class="ct-section">No change between these statements</h2>' in page
    assert "No change: the statements agree on everything that could be compared." in page


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (FIRST, " ", "There is nothing to compare yet. Give two or more texts about the same matter: 1 so far."),
        (
            f"---\nincident: one\n---\n\n{FIRST}",
            f"---\nincident: two\n---\n\n{SECOND}",
            "These texts name 2 incidents: one, two. Compare those of one at a time.",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    tmp_path: Path, opened: Opened, first: str, second: str, said: str
) -> None:
    app = compared(opened(tmp_path / "none.db", "compare"), first, second)
    assert f'<p class="ct-aside" role="status">{said}</p>' in page_html(app)
    assert app.text_area(key="compare_text_0").value == first


def test_a_file_that_is_not_read_is_refused_with_what_to_do(tmp_path: Path, opened: Opened) -> None:
    app = opened(tmp_path / "none.db", "compare")
    app.file_uploader[0].set_value([("broken.pdf", b"no pdf", "application/pdf")])
    page = html.unescape(page_html(compared(app)))
    assert '<p class="ct-aside" role="status">broken.pdf is no PDF that can be opened (' in page
    assert "Save it again." in page
    assert "Traceback" not in page


def test_texts_are_saved_as_an_incident_and_only_under_a_free_name(tmp_path: Path, opened: Opened) -> None:
    path = barts_store(tmp_path / "comms.db")
    before = hashlib.sha256(path.read_bytes()).digest()
    app = compared(opened(path, "compare"))
    save = button(app, "Save as an incident")
    save.click().run()
    assert "Give the incident a name first." in page_html(app)
    app.text_input(key="compare_name").set_value("barts-2017")
    button(app, "Save as an incident").click().run()
    assert "The store holds an incident barts-2017 already." in page_html(app)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    app.text_input(key="compare_name").set_value("stations-2030")
    button(app, "Save as an incident").click().run()
    assert "Saved as stations-2030." in page_html(app)
    with Store.open(path, write=False) as store:
        saved = store.comparison("stations-2030")
        sources = store.sources("stations-2030", saved.statements[0].id)
    assert [one.text for one in saved.statements] == [FIRST, SECOND]
    fresh = compare(saved.statements)
    assert (saved.claims, saved.changes) == (fresh.claims, fresh.changes)
    assert [source.data for source in sources] == [FIRST.encode()]


def test_hostile_texts_are_only_characters(tmp_path: Path, opened: Opened) -> None:
    app = compared(opened(tmp_path / "none.db", "compare"), f"8 homes {HOSTILE}", f"900 homes {HOSTILE}")
    assert html.escape("<script>window.hacked=1</script>", quote=True) in page_html(app)
    only_characters(app)


def test_dated_texts_stand_in_order_of_time_and_ids_are_told_apart() -> None:
    read = read_texts([Pasted(SECOND, "2030-02-02"), Pasted(FIRST, "2030-02-01"), Pasted(" ")], [])
    assert [(one.id, one.title, one.issued) for one in read.statements] == [
        ("2030-02-02-text-1", "Text 1", "2030-02-02"),
        ("2030-02-01-text-2", "Text 2", "2030-02-01"),
    ]
    assert [one.text for one in compare(read.statements).statements] == [FIRST, SECOND]
    twice = read_texts([], [intake.dropped("a.txt", b"One."), intake.dropped("b.txt", b"One.")])
    assert [one.id for one in twice.statements] == ["a", "b"]


def test_an_address_is_fetched_and_a_path_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    page = b"<html><head><title>News</title></head><body><main><p>41 stations were closed.</p></main></body></html>"

    def fetch(url: str) -> Fetched:
        return Fetched(url, url, 200, page, "text/html", "utf-8", {})

    monkeypatch.setattr("comms_tracker.fetching.fetch", fetch)
    read = read_texts([], [intake.fetched("https://example.org/news")])
    assert "41 stations were closed." in read.statements[0].text
    for wanted in ("/etc/passwd", "file:///etc/passwd", "ftp://example.org/a", "[", "corpora"):
        with pytest.raises(InputError, match="is not the address of a page"):
            intake.fetched(wanted)


def test_a_pasted_text_has_a_limit() -> None:
    with pytest.raises(InputError, match="Text 1 has 200,001 characters, and a text may have 200,000 here"):
        read_texts([Pasted("a" * 200_001)], [])


def test_the_result_is_that_of_the_command_line(tmp_path: Path) -> None:
    from cli_runner import ran

    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = json.loads(ran("compare", tmp_path / "a.txt", tmp_path / "b.txt", "--in-order", "--format", "json"))
    files = [intake.dropped("a.txt", FIRST.encode()), intake.dropped("b.txt", SECOND.encode())]
    here = compare(read_texts([], files).statements)
    assert [one["id"] for one in told["changes"]] == [one.id for one in here.changes]
    assert [one["id"] for one in told["claims"]] == [one.id for one in here.claims]
    assert ChangeKind.CONTRADICTED in {one.kind for one in here.changes}
