"""The page for a draft: what has been said, what the draft would change, and that nothing of the draft is kept."""

from __future__ import annotations

import functools
import hashlib
import html
import logging
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from app_samples import HOSTILE, barts_store, hostile_comparison, store_with
from app_tester import Opened, only_characters, page_html
from remembered import NONCE, holds, remembering
from sample_comparison import INCIDENT, ORGANISATION, barts_comparison
from streamlit.testing.v1 import AppTest

from comms_tracker import compare
from comms_tracker.app.pages.draft import draft_of
from comms_tracker.app.unkept import unkept
from comms_tracker.app.views.draft import audit_csv, draft_view
from comms_tracker.app.views.said import said_csv, said_rows, table_rows
from comms_tracker.auditing import audit
from comms_tracker.errors import InputError
from comms_tracker.records import ChangeKind, Comparison, Polarity, Statement

DRAFT = f"{NONCE} writes: 151 operations were cancelled. No operations were cancelled at the weekend."


def checked(app: AppTest, text: str) -> AppTest:
    app.text_area(key="draft_text").set_value(text)
    app.run()
    assert not app.exception
    return app


def barts_with(**later: object) -> Comparison:
    case = barts_comparison()
    changed = tuple(replace(one, **later) if one.text.startswith("Several hundred") else one for one in case.claims)
    return replace(case, claims=changed)


def test_what_was_said_is_one_row_for_each_measure_with_its_history() -> None:
    rows = said_rows(barts_comparison(), ORGANISATION)
    assert [row for row in table_rows(rows) if row[0] in ("Cancelled operations", "Delayed patients")] == [
        [
            "Cancelled operations",
            "136",
            "5 May 2017",
            "Recast from public reports of May 2017",
            "28 April 2017: a very small number",
            "Stands. Link to the earlier: proposed by the program.",
        ],
        [
            "Delayed patients",
            "Some",
            "28 April 2017",
            "Recast from public reports of April 2017",
            "",
            "Not mentioned in the last statement.",
        ],
    ]
    assert rows[-1].date == "28 April 2017"


def test_what_is_not_known_and_what_is_withdrawn_are_said_as_such() -> None:
    unknown = said_rows(barts_with(polarity=Polarity.UNKNOWN), ORGANISATION)
    assert [row.standing for row in unknown if row.figure == "Several hundred"] == ["Said to be not known"]
    case = barts_comparison()
    quantified = next(one for one in case.changes if one.kind is ChangeKind.QUANTIFIED)
    withdrawn = tuple(replace(one, kind=ChangeKind.RETRACTED) if one is quantified else one for one in case.changes)
    rows = said_rows(replace(case, changes=withdrawn), ORGANISATION)
    assert [row.standing for row in rows if row.figure == "136"] == ["Withdrawn"]


def test_the_table_to_download_has_dates_numbers_and_no_formula() -> None:
    case = barts_with()
    first = replace(case.statements[1], source="=HYPERLINK(1)")
    lines = said_csv(said_rows(replace(case, statements=(case.statements[0], first)), ORGANISATION)).splitlines()
    assert lines[0] == "what,figure,low,high,unit,words,said_on,statement,source,history,standing,review"
    (row,) = [line for line in lines if line.startswith("Cancelled operations,")]
    assert row == (
        "Cancelled operations,136,136,136,,136 operations were cancelled,2017-05-05,2017-05-05-second-statement,"
        "'=HYPERLINK(1),28 April 2017: a very small number,Stands,proposed by the program"
    )


def test_the_page_shows_what_was_said_before_there_is_a_draft(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "draft")
    page = page_html(app)
    assert '<h1 class="ct-title">Check a draft</h1>' in page
    assert '<span class="ct-cell-name">Current figure</span>136</td>' in page
    assert "nothing of it leaves this computer" in page
    assert "Nothing is checked yet. Paste the draft or drop a file." in page
    assert [one.label for one in app.get("download_button")] == [
        "Download as a table (CSV)",
        "Download to print (HTML)",
    ]


def test_a_draft_is_checked_marked_edited_and_checked_again(store: Path, opened: Opened) -> None:
    app = checked(opened(store, "draft"), "We are sorry.\n\n151 operations were cancelled.")
    page = page_html(app)
    assert "1 thing to look at before the draft goes out: a higher figure (1)." in page
    assert '<h3 class="ct-entry-title">1. A higher figure</h3>' in page
    assert "Proposed by the program" in page
    assert '<p class="ct-date">In the draft, line 3</p>' in page
    assert (
        '<p class="ct-role">Said before</p><p class="ct-date"><time datetime="2017-05-05">5 May 2017</time></p>' in page
    )
    earlier = 'As a result of the failure, <strong class="ct-figure">136</strong> operations were cancelled</mark>'
    assert f'<mark class="ct-mark ct-mark-earlier">{earlier}' in page
    assert "Not in the draft" in page
    assert '<p class="ct-quiet">Likely left out of the next statement (70 in 100). Proposed by the program.</p>' in page
    assert (
        '<mark class="ct-mark ct-mark-later"><strong class="ct-figure">151</strong> operations were cancelled'
        '</mark><wbr><span class="ct-tag ct-tag-later">1: a higher figure</span>'
    ) in page
    page = page_html(checked(app, "In all, 136 operations were cancelled."))
    assert "Nothing in the draft departs from what was said." in page
    app.button[1].click().run()
    assert app.text_area[0].value == ""
    assert "Nothing is checked yet" in page_html(app)


def test_a_date_that_cannot_be_read_is_said_in_one_sentence(store: Path, opened: Opened) -> None:
    app = opened(store, "draft")
    app.text_input(key="draft_date").set_value("soon")
    page = page_html(checked(app, "136 operations were cancelled."))
    assert "which is not a date that can be read" in page
    assert "Traceback" not in page


def test_a_dropped_file_becomes_the_draft_and_a_wrong_one_a_sentence(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "draft")
    app.file_uploader[0].set_value(("draft.md", b"---\nissued: 2017-05-09\n---\n\n \n", "text/markdown")).run()
    assert (
        "draft.md, under its front matter, holds only spaces and line ends. Put the statement's text into it."
    ) in html.unescape(page_html(app))
    assert app.text_area[0].value == ""
    app.file_uploader[0].set_value(("two.jsonl", b'{"text": "One."}\n{"text": "Two."}\n', "text/plain")).run()
    assert "two.jsonl holds 2 statements, and a draft is one. Save it as a file of its own." in page_html(app)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("draft.exe", b"MZ", "draft.exe is not a kind of file that is read."),
        ("draft.txt", b"a" * 10_000_001, "draft.txt has 10.0 MB, and a file may have 10 MB here."),
        ("draft.txt", b"word " * 50_000, "draft.txt has 250,000 characters, and a draft may have 200,000."),
        ("draft.pdf", b"no pdf", "draft.pdf is no PDF that can be opened ("),
    ],
)
def test_a_file_that_is_no_draft_is_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        draft_of(name, data)
    assert str(refused.value).startswith(said)


def test_a_draft_is_in_no_file_no_address_no_log_and_no_cache(
    store: Path, opened: Opened, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = {one: hashlib.sha256(one.read_bytes()).digest() for one in store.parent.iterdir()}
    with caplog.at_level(logging.DEBUG):
        app = checked(opened(store, "draft"), DRAFT)
    assert NONCE in page_html(app)
    assert app.query_params == {"incident": "barts-2017"}
    assert NONCE not in caplog.text
    assert {one: hashlib.sha256(one.read_bytes()).digest() for one in store.parent.iterdir()} == before
    assert list(tmp_path.iterdir()) == []
    assert NONCE not in page_html(opened(store, "draft"))
    assert remembering() == []


def test_what_is_remembered_of_claims_while_they_are_compared_is_forgotten_behind_it() -> None:
    told = [
        Statement("a", f"We cancelled 40 sailings to {NONCE} in March 2031.", "Tidewater", "2031-03-01"),
        Statement("b", f"The right figure is 44 sailings to {NONCE}.", "Tidewater", "2031-03-08"),
    ]
    unkept(lambda: compare(told))
    assert remembering() == []


def test_the_caches_are_looked_into_as_they_should_be() -> None:
    @functools.lru_cache
    def remembered(text: str) -> str:
        return text

    remembered(f"a sentence by {NONCE}.")
    assert holds(remembered)
    assert [name.rpartition(".")[2] for name in remembering()] == ["remembered"]
    remembered.cache_clear()
    assert not holds(remembered)


def test_an_unforeseen_failure_is_logged_without_a_word_of_the_text(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError(f"no such thing as {NONCE}")

    with caplog.at_level(logging.DEBUG), pytest.raises(InputError, match="Nothing of it was kept"):
        unkept(fail)
    assert "ValueError in" in caplog.text
    assert NONCE not in caplog.text


def test_the_list_has_a_row_for_each_departure_and_each_thing_left_out() -> None:
    told = [
        Statement("a", "We cancelled 40 sailings. Nobody was hurt.", "Tidewater", "2031-03-01", source="=1+1"),
        Statement("b", "We cancelled 52 sailings. About 3,000 passengers were delayed.", "Tidewater", "2031-03-08"),
    ]
    found = audit("We cancelled 60 sailings.", told)
    rows = audit_csv(found).splitlines()
    assert rows[0].startswith("part,kind,also,explanation,line,start,end,draft,earlier,earlier_date,")
    assert rows[1].startswith("What the draft would change,revised_up,")
    assert ",We cancelled 60 sailings,We cancelled 52 sailings,2031-03-08,b," in rows[1]
    assert rows[1].endswith(",proposed by the program")
    assert [row.partition(",")[0] for row in rows[2:]] == ["Not in the draft", "Not in the last statement either"]
    assert ",'=1+1," in rows[3]
    view = draft_view(found)
    assert "".join(segment.text for segment in view.segments) == "We cancelled 60 sailings."
    assert list(view.tags.values()) == ["1: a higher figure"]


def test_hostile_drafts_and_hostile_statements_are_only_characters(tmp_path: Path, opened: Opened) -> None:
    app = checked(opened(store_with(tmp_path / "comms.db", hostile_comparison()), "draft"), f"9,000 homes {HOSTILE}")
    assert html.escape(HOSTILE, quote=True) in page_html(app)
    only_characters(app)


def test_whose_draft_it_is_is_asked_where_two_organisations_speak(tmp_path: Path, opened: Opened) -> None:
    case = barts_comparison()
    other = Statement("other", "We sent 12 engineers.", "Another Trust", "2017-05-06", incident=INCIDENT)
    app = opened(store_with(tmp_path / "comms.db", replace(case, statements=(*case.statements, other))), "draft")
    assert [one.label for one in app.selectbox] == ["Whose draft it is"]
    app.selectbox[0].select("Another Trust").run()
    assert "No claim about figures or impact was found in what was said so far." in page_html(app)
