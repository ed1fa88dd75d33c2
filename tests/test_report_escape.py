"""Text that we did not write reaches a page as characters and as nothing else."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.report import escape

ORDINARY = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@given(st.text(ORDINARY))
def test_what_a_browser_reads_back_is_exactly_what_was_written(words: str) -> None:
    assert html.unescape(escape.text(words)) == words


@given(st.text())
def test_no_text_whatever_opens_an_element_an_entity_or_an_attribute(words: str) -> None:
    shown = escape.text(words)
    assert not set(shown) & set("<>\"'")
    assert html.escape(html.unescape(shown), quote=True) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('" onmouseover="alert(1)', "&quot; onmouseover=&quot;alert(1)"),
        ("$E=mc^2$ :tada: **bold** [a](b)", "$E=mc^2$ :tada: **bold** [a](b)"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("bell\x07 and half a pair \ud800", "bell\ufffd and half a pair \ufffd"),
        ("only \u202e631\u202c of them", "only \ufffd631\ufffd of them"),
    ],
)
def test_hostile_text_is_shown_as_its_characters(written: str, shown: str) -> None:
    assert escape.text(written) == shown


def test_text_for_a_list_to_choose_from_is_one_line() -> None:
    assert escape.plain("  Barts\n\tHealth \x00 \u202eTrust ") == "Barts Health \ufffd \ufffdTrust"


@pytest.mark.parametrize("source", ["https://example.org/a?b=1", "http://127.0.0.1/x"])
def test_a_web_address_can_be_linked_to(source: str) -> None:
    assert escape.web_address(source) == source


@pytest.mark.parametrize(
    "source", [None, "", "a leaflet", "javascript:alert(1)", "data:text/html,x", "https://", "https://a b", "http://[x"]
)
def test_anything_else_is_not_a_link(source: str | None) -> None:
    assert escape.web_address(source) is None
