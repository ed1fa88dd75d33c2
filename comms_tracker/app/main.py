"""Starts the pages: reads the command line, sets the frame and runs the page that the address asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from comms_tracker.app import words
from comms_tracker.app.frame import guarded
from comms_tracker.app.pages import method, statements, what_changed
from comms_tracker.store import default_path

HERE = Path(__file__).parent


def store_path(arguments: Sequence[str]) -> Path:
    """The store that ``--db PATH`` names, else the default one; other arguments are not the app's."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--db", type=Path, default=None)
    known, _ = parser.parse_known_args(arguments)
    path: Path | None = known.db
    return path or default_path()


def main(arguments: Sequence[str]) -> None:
    """Draws one page; Streamlit calls this again for every look and every click."""
    path = store_path(arguments)
    st.set_page_config(page_title=words.NAME, page_icon=str(HERE / "icon.svg"), layout="wide")
    st.html(HERE / "style.css")
    st.logo(str(HERE / "icon.svg"), size="large")
    links: dict[str, Page] = {}
    pages: tuple[tuple[str, str, Callable[[], None]], ...] = (
        (words.WHAT_CHANGED, "what-changed", partial(what_changed.show, path, links)),
        (words.STATEMENTS, "statements", partial(statements.show, path)),
        (words.METHOD, "method", method.show),
    )
    for place, (title, url_path, show) in enumerate(pages):
        links[title] = st.Page(partial(guarded, show), title=title, url_path=url_path, default=place == 0)
    st.navigation(list(links.values()), position="top").run()
