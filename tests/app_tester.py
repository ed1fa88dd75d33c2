"""Opens the app in Streamlit's own tester, without a browser; tests of pages get it as the fixture ``opened``."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button
from streamlit.util import calc_hash

from comms_tracker.app.serving import SCRIPT


class Opened(Protocol):
    """Opens the app over a store at a page (the last part of its address) with query parameters."""

    def __call__(self, store: Path, page: str = "", **address: str) -> AppTest: ...


def open_page(page: str, address: dict[str, str]) -> AppTest:
    """The page as it is drawn for the first time; fails where the page fails."""
    app = AppTest.from_file(str(SCRIPT), default_timeout=60)
    if page:
        app._page_hash = calc_hash(page)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def page_html(app: AppTest) -> str:
    """All HTML of the page in the order of the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def button(app: AppTest, label: str) -> Button:
    """The one button of the page with these words on it."""
    labelled = [one for one in app.button if one.label == label]
    assert len(labelled) == 1, f"{len(labelled)} buttons say {label!r}: {[one.label for one in app.button]}"
    return labelled[0]


def only_characters(app: AppTest) -> None:
    """Fails where any of the hostile words (see app_samples) is more than text on the page."""
    shown = page_html(app)
    live = ("<script", "<img", "<b>", "<style>*", 'href="javascript', "</p></article> <")
    assert [each for each in live if each in shown] == []
    assert not app.markdown
