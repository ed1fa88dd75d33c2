"""Opens the app in Streamlit's own tester, without a browser; tests of pages get it as the fixture ``opened``."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from streamlit.testing.v1 import AppTest
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
